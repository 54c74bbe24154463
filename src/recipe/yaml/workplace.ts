import type { Release } from "../../port/port.ts";
import { type Diagnostic, type Located, quoted, type Span } from "../../report.ts";
import type { Tree } from "../reading.ts";
import type { Rule, Scene } from "./decode.ts";

/** What lowering one port works with. */
export type Workplace = {
  readonly scene: Scene;
  readonly tree: Tree;
  /** The port's folder in the tree, `""` or ending in `/`. */
  readonly folder: string;
  readonly release: Release;
  /** Whether all of these keys or parts of the port could be read: what only follows from a fault is not worth telling. */
  readonly wasRead: (...parts: readonly (string | Span)[]) => boolean;
};

type Trouble = {
  readonly code: Diagnostic["code"];
  readonly message: string;
  readonly help: string;
  readonly related?: Diagnostic["related"];
  /** `recipe` unless said otherwise. */
  readonly blame?: "request";
};

/** Tells of a mistake that shows only when values are seen together. */
export function tell(
  { scene }: Pick<Workplace, "scene">,
  span: Span,
  { related, ...trouble }: Trouble,
): void {
  scene.report({ severity: "error", blame: "recipe", span, ...trouble, ...(related ? { related } : {}) });
}

/** Reports what `rule` says of a value that was expanded or taken apart. */
export function keeps(rule: Rule, { value, span }: Located<string>, workplace: Workplace): boolean {
  const fault = rule(value);
  if (!fault) return true;
  tell(workplace, span, {
    code: "yaml/value",
    message: `${quoted(value)} ${fault.message}`,
    help: fault.help ?? "",
  });
  return false;
}

/** Reports each second use of a name among `named`. */
export function refuseTwice(named: readonly Located<string>[], what: string, workplace: Workplace): void {
  const first = new Map<string, Span>();
  for (const { value, span } of named) {
    const earlier = first.get(value);
    if (!earlier) first.set(value, span);
    else if (earlier.start !== span.start) {
      tell(workplace, span, {
        code: "yaml/same-name",
        message: `${quoted(value)} is the name of two ${what}`,
        help: "rename or remove one of the two",
        related: [{ message: "the other one", span: earlier }],
      });
    }
  }
}

/** Fills in `{name}` and the like; undefined when a placeholder has no value here, which is reported. */
export function expand(
  { value, span }: Located<string>,
  values: Readonly<Record<string, string>>,
  workplace: Workplace,
): Located<string> | undefined {
  let sound: Located<string> | undefined = { value, span };
  for (const { 0: placeholder, 1: name = "", index } of value.matchAll(/\{([^{}]*)\}/g)) {
    if (Object.hasOwn(values, name)) continue;
    const names = Object.keys(values).map((one) => `\`{${one}}\``);
    tell(workplace, within({ value, span }, index, placeholder.length), {
      code: "yaml/placeholder",
      message: `${quoted(placeholder)} has no value here`,
      help: `write ${names.join(" or ")}, which have`,
    });
    sound = undefined;
  }
  const filled = value.replace(/\{([^{}]*)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
  return sound && { value: filled, span };
}

/** The place of a part of a scalar; all of it when escapes or folding make the text differ from the value. */
function within({ value, span }: Located<string>, offset: number, length: number): Span {
  const { source, start, end } = span;
  const inner = source.text.slice(start, end).indexOf(value);
  return inner === -1
    ? span
    : { source, start: start + inner + offset, end: start + inner + offset + length };
}
