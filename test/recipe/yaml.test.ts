import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hostPath, openTree } from "../../src/host/host.ts";
import { type PortRequest, readPort } from "../../src/recipe/recipe.ts";
import { placeOf, type Span } from "../../src/report.ts";
import { rendered } from "../support.ts";

const top = join(import.meta.dirname, "yaml");

function read(folder: string) {
  const request: PortRequest = { folder: "", treeName: "foo", pkgpath: "devel/foo", flavors: "default" };
  const asked = join(folder, "request.json");
  const { appended = 0, ...more } = existsSync(asked) ? JSON.parse(readFileSync(asked, "utf8")) : {};
  const tree = openTree(hostPath(folder));
  const text = (path: string) => `${tree.read(path)}${"#".repeat(appended)}`;
  return readPort(appended > 0 ? { ...tree, read: text } : tree, { ...request, ...more });
}

function golden(file: string, found: string): void {
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(file, found);
  expect(found).toBe(existsSync(file) ? readFileSync(file, "utf8") : "no golden: run with UPDATE_GOLDEN=1");
}

/** Places as `line:column-line:column`, maps as objects. */
function printable(value: unknown): string {
  const replacer = (key: string, one: unknown) => {
    if (one instanceof Map) return Object.fromEntries(one);
    if (!/span$/i.test(key)) return one;
    const { source, start, end } = one as Span;
    const places = [start, end].map((offset) => placeOf(source, offset));
    return places.map(({ line, column }) => `${line}:${column}`).join("-");
  };
  return `${JSON.stringify(value, replacer, 2)}\n`;
}

for (const name of readdirSync(join(top, "good"))) {
  test(`yaml: ${name}`, () => {
    const folder = join(top, "good", name);
    const reading = read(folder);
    if (!reading.ok) throw new Error(rendered(reading.error));
    const { port, variables, warnings } = reading.value;
    golden(
      join(folder, "port.json"),
      printable({ port, variables: variables(), warnings: rendered(warnings) }),
    );
  });
}

for (const name of readdirSync(join(top, "bad"))) {
  test(`yaml: refuses ${name}`, () => {
    const folder = join(top, "bad", name);
    const reading = read(folder);
    golden(join(folder, "errors.txt"), reading.ok ? "none\n" : rendered(reading.error));
    expect(reading.ok).toBe(false);
  });
}
