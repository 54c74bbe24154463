// A `port.yml` of the next version; whatever is not about versions and sources stays as it was written.

import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, visit } from "yaml";
import { ok, type Result, type Source } from "../../report.ts";
import { applyEdits, type Edit, wholeLines } from "../writing/edits.ts";
import type { Measured, Renewal, Renewing } from "../writing/renewal.ts";
import { respellSource } from "../writing/respell.ts";
import { readDocument } from "./document.ts";

const SUMS = ["sha256", "sha512", "md5", "size"] as const;

export function renewYamlPort(source: Source, renewing: Renewing): Result<Renewal> {
  const document = readDocument(source);
  if (!document.ok) return document;
  const { text } = source;
  const edits: Edit[] = [];
  let replaced = renewing.url === undefined;
  visit(document.value, {
    Pair: (_, pair) => {
      const { key, value } = keyed(pair);
      const isTop = isMap(document.value) && document.value.items.includes(pair as Pair<Node, Node>);
      if (isTop && key === "version" && isScalar(value)) edits.push(scalarEdit(text, value, renewing.to));
      if (isTop && key === "revision" && pair.key) edits.push(wholeLines(text, rangeOf(pair)));
      if (key === "url" && isScalar(value)) {
        const url = replaced ? undefined : renewing.url;
        replaced = true;
        edits.push(addressEdit(text, value, { ...renewing, url }));
      }
      if (key === "mirrors" && isSeq(value)) {
        for (const one of value.items)
          if (isScalar(one)) edits.push(addressEdit(text, one, { ...renewing, url: undefined }));
      }
      if ((key === "file" || key === "subdir") && isScalar(value))
        edits.push(addressEdit(text, value, { ...renewing, url: undefined }));
    },
  });
  const renewed = applyEdits(text, edits);
  const path = "port.yml";
  return ok({
    files: new Map([[path, renewed]]),
    sources: [{ path }],
    sealed: (measured) => new Map([[path, seal({ ...source, text: renewed }, measured.get(path) ?? [])]]),
    notes: [],
  });
}

function keyed({ key, value }: Pair<unknown, unknown>): { readonly key: string; readonly value: unknown } {
  return { key: isScalar(key) ? String(key.value) : "", value };
}

function rangeOf({ key, value }: Pair<unknown, unknown>): Pick<Edit, "start" | "end"> {
  const [start = 0, keyEnd = 0] = isScalar(key) ? (key.range ?? []) : [];
  const [, end = keyEnd] = isScalar(value) ? (value.range ?? []) : [];
  return { start, end };
}

function scalarEdit(text: string, { range }: Scalar, value: string): Edit {
  const [start = 0, end = 0] = range ?? [];
  const mark = text.charAt(start);
  const isQuoted = mark === '"' || mark === "'";
  // What reads as a number would lose its last zero.
  const isNumber = /^[0-9]+(?:\.[0-9]+)?$/.test(value);
  return { start, end, text: isQuoted ? `${mark}${value}${mark}` : isNumber ? `"${value}"` : value };
}

/** In its own spelling: `{version}` stays one. */
function addressEdit(text: string, { range }: Scalar, { from, to, url }: Renewing): Edit {
  const [start = 0, end = 0] = range ?? [];
  const written = text.slice(start, end);
  if (url === undefined) return { start, end, text: respellSource(written, { from, to }) };
  const template = /[{}]/.test(url) || to.length < 2 ? url : url.replaceAll(to, "{version}");
  return { start, end, text: /^[\w:/.{}%+~=-]+$/.test(template) ? template : JSON.stringify(template) };
}

/** Each distfile has its sums beside it; one that has none gets them behind its address. */
function seal(source: Source, measured: readonly Measured[]): string {
  const document = readDocument(source);
  if (!document.ok || !isMap(document.value)) return source.text;
  const named = (name: string) => String(isMap(document.value) ? document.value.get(name) : "");
  const fields = { name: named("name"), version: named("version") };
  const edits: Edit[] = [];
  visit(document.value, {
    Map: (_, map) => {
      const url = map.get("url", true);
      if (!isScalar(url)) return;
      const file = fileOf(map.get("file"), String(url.value), fields);
      const found = measured.find((one) => one.file === file);
      if (found) edits.push(...sumEdits(source.text, { map, url, found }));
    },
  });
  return applyEdits(source.text, edits);
}

function fileOf(file: unknown, url: string, fields: Readonly<Record<string, string>>): string {
  const expanded = (file === undefined ? url : String(file)).replace(
    /\{(\w+)\}/g,
    (field, name: string) => fields[name] ?? field,
  );
  return file === undefined ? expanded.replace(/[?#].*$/, "").replace(/^.*\//, "") : expanded;
}

type Summing = {
  readonly map: { readonly items: readonly Pair<unknown, unknown>[] };
  readonly url: Scalar;
  readonly found: Measured;
};

function sumEdits(text: string, { map, url, found }: Summing): readonly Edit[] {
  const value = (name: (typeof SUMS)[number]) => (name === "size" ? String(found.sizeBytes) : found[name]);
  const there = map.items.flatMap((pair): readonly Edit[] => {
    const sum = SUMS.find((name) => name === keyed(pair).key);
    return sum && isScalar(pair.value) ? [scalarText(pair.value, value(sum))] : [];
  });
  if (there.length > 0) return there;
  const [start = 0, end = 0] = url.range ?? [];
  const column = start - (text.lastIndexOf("\n", start) + 1) - "url: ".length;
  const isFlow = /^[^\n]*\{[^\n]*$/.test(text.slice(text.lastIndexOf("\n", start) + 1, start));
  const between = isFlow ? ", " : `\n${" ".repeat(Math.max(0, column))}`;
  return [{ start: end, end, text: `${between}sha256: ${found.sha256}` }];
}

function scalarText({ range }: Scalar, text: string): Edit {
  const [start = 0, end = 0] = range ?? [];
  return { start, end, text };
}
