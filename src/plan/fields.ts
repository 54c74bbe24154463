// JSON from elsewhere, taken apart field by field.

import type { JobId } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";

/** Thrown within this module only, with a sentence about the field. */
export class WrongShape extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WrongShape(`\`${where}\` is not an object`);
  }
  return Object.assign(Object.create(null), value);
}

export function listOf<T>(fields: Fields, name: string, parse: (fields: Fields) => T): readonly T[] {
  return list(fields, name).map((one, index) => parse(fieldsOf(one, `${name}[${index}]`)));
}

function list(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new WrongShape(`\`${name}\` is not a list`);
  return value;
}

export function texts(fields: Fields, name: string): readonly string[] {
  return list(fields, name).map((one) => {
    if (typeof one !== "string") throw new WrongShape(`\`${name}\` is not a list of texts`);
    return one;
  });
}

export function ids(fields: Fields, name: string): readonly JobId[] {
  return list(fields, name).map(jobIdOf);
}

/** Ids become names of files and artifacts. */
export function jobIdOf(value: unknown): JobId {
  if (typeof value !== "string" || !/^[A-Za-z0-9_][A-Za-z0-9._+,@-]*$/.test(value)) {
    throw new WrongShape(`\`${String(value)}\` is not the id of a job`);
  }
  return value as JobId;
}

export function text(fields: Fields, name: string, pattern = /^/): string {
  const value = fields[name];
  if (typeof value !== "string" || !pattern.test(value)) {
    throw new WrongShape(`\`${name}\` can't be \`${JSON.stringify(value)}\``);
  }
  return value;
}

export function count(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new WrongShape(`\`${name}\` is not a whole number`);
  }
  return value;
}

export function word<T extends string>(fields: Fields, name: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === fields[name]);
  if (found === undefined) throw new WrongShape(`\`${name}\` is none of ${allowed.join(", ")}`);
  return found;
}

export const SHA256 = /^[0-9a-f]{64}$/;

/** Names that become parts of paths on this machine. */
export const FILE_NAME = /^[^/.\p{Cc}][^/\p{Cc}]*$/u;

/** What `decode` makes of JSON text; or `unreadable`'s word on why it is not that. */
export function readJson<T>(
  text: string,
  decode: (value: unknown) => T,
  unreadable: (why: string) => Diagnostic,
): Result<T> {
  try {
    return ok(decode(JSON.parse(text)));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof WrongShape)) throw error;
    return wrong(unreadable(error.message));
  }
}
