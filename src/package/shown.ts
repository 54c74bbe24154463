import { isUtf8 } from "node:buffer";
import { quotedList } from "../report.ts";

/** A name of bytes (latin1) for people: UTF-8 where it is, without control characters. */
export function shownName(name: string): string {
  const bytes = Buffer.from(name, "latin1");
  const text = isUtf8(bytes) ? bytes.toString("utf8") : name;
  return [...text].map((char) => (/\p{Cc}/u.test(char) ? "?" : char)).join("");
}

/** `` `a`, `b` and 3 more ``. */
export function nameList(names: readonly string[]): string {
  return quotedList(names.map(shownName));
}

/** The name with which `build --need` would bring a missing library (`libX11`) or program, where bases supply it. */
export type Supply = (missing: string) => string | undefined;

/** What may do without a change of the recipe, to be put behind a help line. */
export function forOnce(missing: string, { supply }: { readonly supply?: Supply }): string {
  const name = supply?.(missing);
  return name === undefined ? "" : `, or build with \`--need ${name}\``;
}
