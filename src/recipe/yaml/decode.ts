// A small decoder of YAML nodes that reports every problem with its place and keeps the place of every value. Each
// decoder also shows its `shape`, so that a test can hold the tables of keys against the JSON schema.

import { isMap, isScalar, isSeq, type Node, type Scalar } from "yaml";
import { type Diagnostic, type Located, nearest, quoted, type Source, type Span } from "../../report.ts";

/** What decoding needs to know and whom it tells. */
export type Scene = { readonly source: Source; readonly report: (diagnostic: Diagnostic) => void };

export type Shape =
  | { readonly kind: "leaf"; readonly words?: readonly string[] }
  | { readonly kind: "list"; readonly element: Shape }
  | { readonly kind: "table"; readonly value: Shape }
  | {
      readonly kind: "record";
      readonly fields: Readonly<Record<string, { readonly shape: Shape; readonly need: Need }>>;
    }
  | { readonly kind: "either"; readonly alternatives: readonly Shape[] };

type Need = "required" | "optional";

/** Turns a node into a value, or reports why it can't and returns undefined. */
export type Decoder<T> = {
  /** What to write in its place: `a string`, `a list of patterns`. */
  readonly expected: string;
  readonly shape: Shape;
  /** Whether the node is of the kind that this decoder reads; what is wrong inside is for `decode` to tell. */
  readonly accepts: (node: Node) => boolean;
  /** Whether this is read once it stands in quotes. */
  readonly quotable?: (source: string) => boolean;
  readonly decode: (node: Node, scene: Scene) => T | undefined;
};

/**
 * A key that must be there; `fallback` stands in once it was reported that there is none, so that checking can go on.
 * `unquoted` is what the value would be if it stood in quotes.
 */
export type Required<T> = {
  readonly decoder: Decoder<T>;
  readonly fallback: (span: Span, unquoted: string | undefined) => T;
};

export function required<T>(
  decoder: Decoder<T>,
  fallback: (span: Span, unquoted: string | undefined) => NoInfer<T>,
): Required<T> {
  return { decoder, fallback };
}

type Fields = Readonly<Record<string, Decoder<unknown> | Required<unknown>>>;

/** The decoded form of a record: every value with its place. */
export type Decoded<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Required<unknown> ? K : never]: F[K] extends Required<infer T>
    ? Located<T>
    : never;
} & {
  readonly [K in keyof F as F[K] extends Required<unknown> ? never : K]?: F[K] extends Decoder<infer T>
    ? Located<T>
    : never;
};

/** A map with known keys. `what` names it in messages: `a port`, `a distfile`. */
export function record<F extends Fields>(what: string, fields: F): Decoder<Decoded<F>> {
  const known = Object.entries(fields).map(([key, field]) =>
    "decoder" in field
      ? ({ key, decoder: field.decoder, need: "required", fallback: field.fallback } as const)
      : ({ key, decoder: field, need: "optional" } as const),
  );
  const keys = new Set(known.map(({ key }) => key));
  return {
    expected: `a map with ${known
      .slice(0, 3)
      .map(({ key }) => `\`${key}:\``)
      .join(", ")}${known.length > 3 ? ", …" : ""}`,
    shape: {
      kind: "record",
      fields: Object.fromEntries(
        known.map(({ key, decoder, need }) => [key, { shape: decoder.shape, need }]),
      ),
    },
    accepts: isMap,
    decode: (node, scene) => {
      const entries = entriesOf(node, scene);
      for (const { key } of entries.values()) {
        if (!keys.has(key.value)) reportUnknownKey(key, { what, keys: [...keys], scene });
      }
      // Filled in: to make it of a list of pairs takes much longer.
      const values: Record<string, Located<unknown>> = {};
      for (const field of known) {
        const entry = entries.get(field.key);
        const value = entry && decodeIn(field.decoder, entry.node, { scene, key: entry.key });
        if (value) values[field.key] = value;
        else if (field.need === "required") {
          const missing = { key: field.key, what, expected: field.decoder.expected };
          if (!entry) reportMissingKey(node, missing, scene);
          const span = spanOf(node, scene.source);
          const unquoted = unquotedOf(entry?.node, field.decoder);
          values[field.key] = { value: field.fallback(span, unquoted), span };
        }
      }
      // Each value came from the decoder of its own key, which TypeScript can't follow.
      return values as Decoded<F>;
    },
  };
}

/** A list; elements that are wrong are reported and left out. */
export function list<T>(element: Decoder<T>, plural: string): Decoder<readonly Located<T>[]> {
  return {
    expected: `a list of ${plural}`,
    shape: { kind: "list", element: element.shape },
    accepts: isSeq,
    decode: (node, scene) =>
      isSeq<Node>(node)
        ? node.items.flatMap((entry) => decodeIn(element, entry, { scene }) ?? [])
        : undefined,
  };
}

export type Entry<T> = { readonly key: Located<string>; readonly value: T };

/** A map from names of the author's, which keep `rule`, to values; in the order of the document. */
export function table<T>(
  { plural, rule, least }: { readonly plural: string; readonly rule: Rule; readonly least: 0 | 1 },
  value: Decoder<T>,
): Decoder<readonly Entry<T>[]> {
  return {
    expected: `a map of ${plural}`,
    shape: { kind: "table", value: value.shape },
    accepts: isMap,
    decode: (node, scene) => {
      const entries = entriesOf(node, scene);
      if (entries.size < least) {
        report(scene, spanOf(node, scene.source), {
          code: "yaml/value",
          message: `found no ${plural}, expected at least one`,
          help: "add one, or leave the key out",
        });
      }
      return [...entries.values()].flatMap((entry) => {
        const fault = rule(entry.key.value);
        if (fault) reportFault(entry.key, fault, scene);
        const decoded = decodeIn(value, entry.node, { scene, key: entry.key });
        return fault || !decoded ? [] : [{ key: entry.key, value: decoded.value }];
      });
    },
  };
}

/** One of two forms, told apart by the kind of node. */
export function either<A, B>(a: Decoder<A>, b: Decoder<B>): Decoder<A | B> {
  return {
    expected: `${a.expected} or ${b.expected}`,
    shape: { kind: "either", alternatives: [a.shape, b.shape] },
    accepts: (node) => a.accepts(node) || b.accepts(node),
    quotable: (source) => [a, b].some(({ quotable }) => quotable?.(source)),
    decode: (node, scene) => (a.accepts(node) ? a : b).decode(node, scene),
  };
}

/** What is wrong with a value, if anything: `message` goes on after the value itself. */
export type Fault = { readonly message: string; readonly help?: string };
export type Rule = (value: string) => Fault | undefined;

/** Decodes one node, the value of `key` if it is in a map, or reports that it is of the wrong kind. */
export function decodeIn<T>(
  decoder: Decoder<T>,
  node: Node | null,
  { scene, key }: { readonly scene: Scene; readonly key?: Located<string> },
): Located<T> | undefined {
  if (!node || !decoder.accepts(node)) {
    reportType(node, { decoder, key, scene });
    return undefined;
  }
  const value = decoder.decode(node, scene);
  return value === undefined ? undefined : { value, span: spanOf(node, scene.source) };
}

/** The place of a node, without what follows it. */
export function spanOf(node: Node, source: Source): Span {
  const [start, end] = node.range ?? [0, 0];
  return { source, start, end };
}

type MapEntry = { readonly key: Located<string>; readonly node: Node | null };

/** The entries of a map with string keys; others, and keys that came before, are reported and left out. */
function entriesOf(map: Node, scene: Scene): ReadonlyMap<string, MapEntry> {
  const entries = new Map<string, MapEntry>();
  if (!isMap<Node, Node | null>(map)) return entries;
  for (const { key: keyNode, value } of map.items) {
    const name = isScalar(keyNode) ? nameOf(keyNode) : undefined;
    if (name === undefined) {
      reportType(keyNode, { decoder: { expected: "a key" }, key: undefined, scene });
      continue;
    }
    const key = { value: name, span: spanOf(keyNode, scene.source) };
    const first = entries.get(name);
    if (first) {
      report(scene, key.span, {
        code: "yaml/duplicate-key",
        message: `${quoted(name)} stands here twice`,
        related: [{ message: "the first one", span: first.key.span }],
        help: "keep one of the two",
      });
    } else {
      entries.set(name, { key, node: value });
    }
  }
  return entries;
}

/** Keys need no quotes: `590:` and `true:` are the keys `590` and `true`. */
function nameOf({ value, type, source }: Scalar): string | undefined {
  if (typeof value === "string") return value;
  return type === "PLAIN" && source !== "" ? source : undefined;
}

type Report = Pick<Diagnostic, "code" | "message" | "related"> & { readonly help?: string | undefined };

/** Tells what is wrong at a place. */
export function report(scene: Scene, span: Span, { help, ...rest }: Report): void {
  scene.report({ severity: "error", blame: "recipe", span, ...rest, ...(help ? { help } : {}) });
}

/** Tells which rule a value breaks. */
export function reportFault({ value, span }: Located<string>, { message, help }: Fault, scene: Scene): void {
  report(scene, span, { code: "yaml/value", message: `${quoted(value)} ${message}`, help });
}

function reportType(
  node: Node | null,
  about: {
    readonly decoder: Pick<Decoder<unknown>, "expected" | "quotable">;
    readonly key: Located<string> | undefined;
    readonly scene: Scene;
  },
): void {
  const { decoder, key, scene } = about;
  const empty = !node || (isScalar(node) && node.value === null);
  const unquoted = unquotedOf(node, decoder);
  const span = node && !empty ? spanOf(node, scene.source) : key?.span;
  report(scene, span ?? { source: scene.source, start: node?.range?.[0] ?? 0, end: node?.range?.[0] ?? 0 }, {
    code: "yaml/type",
    message: `${key ? `${quoted(key.value)} is ` : "found "}${kindOf(node)}, expected ${decoder.expected}`,
    help: unquoted && `quote it: ${quoted(`"${unquoted}"`)}`,
  });
}

/** The text of a number or the like, if it is what the decoder reads once it stands in quotes. */
function unquotedOf(
  node: Node | null | undefined,
  { quotable }: Pick<Decoder<unknown>, "quotable">,
): string | undefined {
  if (!isScalar(node) || node.type !== "PLAIN" || node.value === null || !node.source) return undefined;
  return quotable?.(node.source) ? node.source : undefined;
}

function kindOf(node: Node | null): string {
  if (isMap(node)) return "a map";
  if (isSeq(node)) return "a list";
  if (!isScalar(node) || node.value === null) return "nothing";
  if (node.value === "") return "an empty string";
  return typeof node.value === "string"
    ? "a string"
    : `the ${typeof node.value} ${quoted(node.source ?? String(node.value))}`;
}

function reportMissingKey(
  node: Node,
  { key, what, expected }: { readonly key: string; readonly what: string; readonly expected: string },
  scene: Scene,
): void {
  const { source, start } = spanOf(node, scene.source);
  report(
    scene,
    { source, start, end: start + 1 },
    {
      code: "yaml/missing-key",
      message: `${what} needs the key \`${key}\``,
      help: `add \`${key}:\` with ${expected}`,
    },
  );
}

function reportUnknownKey(
  key: Located<string>,
  { what, keys, scene }: { readonly what: string; readonly keys: readonly string[]; readonly scene: Scene },
): void {
  const meant = nearest(key.value, keys);
  report(scene, key.span, {
    code: "yaml/unknown-key",
    message: `${quoted(key.value)} is not a key of ${what}`,
    help: meant ? `did you mean \`${meant}\`?` : `its keys are ${keys.map((one) => `\`${one}\``).join(", ")}`,
  });
}
