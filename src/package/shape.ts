// Parsing JSON that others wrote: each part is what it must be, or is told with its place.

/** A document that is not what it should be; the message is a clause about it. */
export class WrongShape extends Error {}

/** A value, and where in the document it stands. */
export type JsonNode = { readonly value: unknown; readonly where: string };

export type JsonReading<T> =
  | { readonly kind: "read"; readonly value: T }
  | { readonly kind: "unreadable"; readonly why: string };

/** `decode` is made of the functions of `shape`. */
export function readJson<T>(source: string, decode: (top: JsonNode) => T): JsonReading<T> {
  try {
    return { kind: "read", value: decode({ value: JSON.parse(source), where: "it" }) };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof WrongShape)) throw error;
    return { kind: "unreadable", why: error.message };
  }
}

/** Each takes a node for what its name says, or ends the reading. */
export const shape = {
  field,
  optional,
  list,
  text,
  count,
  matching,
  absolutePath,
  fileName,
  digest,
  word,
  refuse,
};

function refuse({ where }: JsonNode, what: string): never {
  throw new WrongShape(`\`${where}\` ${what}`);
}

/** It becomes part of paths on this machine. */
function absolutePath(node: JsonNode): string {
  return matching(node, PREFIX, ABSOLUTE);
}

/** Undefined when the key is not there. */
export function optional<T>(node: JsonNode, name: string, parse: (node: JsonNode) => T): T | undefined {
  const found = field(node, name);
  return found.value === undefined ? undefined : parse(found);
}

/** A key of an object. */
export function field({ value, where }: JsonNode, name: string): JsonNode {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WrongShape(`\`${where}\` is not an object`);
  }
  const own = Object.hasOwn(value, name) ? Object.entries(value).find(([key]) => key === name) : undefined;
  return { value: own?.[1], where: where === "it" ? name : `${where}.${name}` };
}

export function list({ value, where }: JsonNode): readonly JsonNode[] {
  if (!Array.isArray(value)) throw new WrongShape(`\`${where}\` is not a list`);
  return value.map((one: unknown, index) => ({ value: one, where: `${where}[${index}]` }));
}

export function text({ value, where }: JsonNode): string {
  if (typeof value !== "string") throw new WrongShape(`\`${where}\` is not a text`);
  return value;
}

export function count({ value, where }: JsonNode): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new WrongShape(`\`${where}\` is not a whole number`);
  }
  return value;
}

export function matching(node: JsonNode, pattern: RegExp, what: string): string {
  const found = text(node);
  if (!pattern.test(found)) throw new WrongShape(`\`${node.where}\` is not ${what}`);
  return found;
}

/** These become parts of paths on this machine. */
export const PREFIX = /^(\/(?!\.{1,2}(\/|$))[^/\p{Cc}]+)+$/u;
export const ABSOLUTE = "an absolute path without `.` and `..`";

/** A name without a path that is not hidden. */
export function fileName(node: JsonNode): string {
  return matching(node, /^[^/.\p{Cc}][^/\p{Cc}]*$/u, "the name of a file");
}

export function digest(node: JsonNode): string {
  return matching(node, /^[0-9a-f]{64}$/, "a SHA-256 in hex");
}

export function word<T extends string>(node: JsonNode, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === node.value);
  if (found === undefined) throw new WrongShape(`\`${node.where}\` is none of ${allowed.join(", ")}`);
  return found;
}
