// Parsing JSON that others wrote: each part is what it must be, or is told with its place.

/** A document that is not what it should be; the message is a clause about it. */
export class WrongShape extends Error {}

/** A value, and where in the document it stands. */
export type Node = { readonly value: unknown; readonly where: string };

/** Undefined when the key is not there. */
export function optional<T>(node: Node, name: string, parse: (node: Node) => T): T | undefined {
  const found = field(node, name);
  return found.value === undefined ? undefined : parse(found);
}

/** A key of an object. */
export function field({ value, where }: Node, name: string): Node {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WrongShape(`\`${where}\` is not an object`);
  }
  const own = Object.hasOwn(value, name) ? Object.entries(value).find(([key]) => key === name) : undefined;
  return { value: own?.[1], where: where === "it" ? name : `${where}.${name}` };
}

export function list({ value, where }: Node): readonly Node[] {
  if (!Array.isArray(value)) throw new WrongShape(`\`${where}\` is not a list`);
  return value.map((one: unknown, index) => ({ value: one, where: `${where}[${index}]` }));
}

export function text({ value, where }: Node): string {
  if (typeof value !== "string") throw new WrongShape(`\`${where}\` is not a text`);
  return value;
}

export function count({ value, where }: Node): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new WrongShape(`\`${where}\` is not a whole number`);
  }
  return value;
}

export function matching(node: Node, pattern: RegExp, what: string): string {
  const found = text(node);
  if (!pattern.test(found)) throw new WrongShape(`\`${node.where}\` is not ${what}`);
  return found;
}

/** These become parts of paths on this machine. */
export const PREFIX = /^(\/(?!\.{1,2}(\/|$))[^/\p{Cc}]+)+$/u;
export const ABSOLUTE = "an absolute path without `.` and `..`";

/** A name without a path that is not hidden. */
export function fileName(node: Node): string {
  return matching(node, /^[^/.\p{Cc}][^/\p{Cc}]*$/u, "the name of a file");
}

export function digest(node: Node): string {
  return matching(node, /^[0-9a-f]{64}$/, "a SHA-256 in hex");
}

export function word<T extends string>(node: Node, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === node.value);
  if (found === undefined) throw new WrongShape(`\`${node.where}\` is none of ${allowed.join(", ")}`);
  return found;
}
