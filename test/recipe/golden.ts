// Golden files: `UPDATE_GOLDEN=1` writes them anew.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import { placeOf, type Span } from "../../src/report.ts";

export function golden(file: string, found: string): void {
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(file, found);
  expect(found).toBe(existsSync(file) ? readFileSync(file, "utf8") : "no golden: run with UPDATE_GOLDEN=1");
}

/** Places as `line:column-line:column`, maps as objects. */
export function printable(value: unknown): string {
  const replacer = (key: string, one: unknown) => {
    if (one instanceof Map) return Object.fromEntries(one);
    if (/spans$/i.test(key)) return (one as readonly Span[]).map(place);
    return /span$/i.test(key) ? place(one as Span) : one;
  };
  const place = ({ source, start, end }: Span) => {
    const places = [start, end].map((offset) => placeOf(source, offset));
    return places.map(({ line, column }) => `${line}:${column}`).join("-");
  };
  return `${JSON.stringify(value, replacer, 2)}\n`;
}
