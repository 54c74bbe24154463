// What the documents show is read by the reader: a port that a newcomer copies must be one.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type HostPath, openTree } from "../src/host/host.ts";
import { HOOKS } from "../src/port/port.ts";
import { readPort } from "../src/recipe/recipe.ts";
import type { Shape } from "../src/recipe/yaml/decode.ts";
import { PORT } from "../src/recipe/yaml/keys.ts";
import { unreachable } from "../src/report.ts";
import { rendered, temporaryFolder } from "./support.ts";

const top = join(import.meta.dirname, "..");

const documents = ["README.md", ...readdirSync(join(top, "docs")).map((name) => `docs/${name}`)];

/** Fenced YAML that begins as a port does. */
const ports = documents.flatMap((document) => {
  const text = readFileSync(join(top, document), "utf8");
  return [...text.matchAll(/^```yaml\n(name: .*?)^```$/gms)].map((match) => ({
    document,
    text: match[1] ?? "",
  }));
});

/** A port's folder in which every file that the documents name is there. */
function folderWith(recipe: string): HostPath {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "patches"));
  for (const name of ["main.c", "patches/fix.patch"]) writeFileSync(join(folder, name), "");
  writeFileSync(join(folder, "port.yml"), recipe);
  return folder;
}

test("documents: there are ports in them", () => {
  expect(ports.length).toBeGreaterThanOrEqual(5);
});

for (const { document, text } of ports) {
  const name = /^name: (.*)$/m.exec(text)?.[1] ?? "";
  test(`documents: the port \`${name}\` in ${document} is sound`, () => {
    const reading = readPort(openTree(folderWith(text)), {
      folder: "",
      treeName: document,
      pkgpath: name,
      flavors: "default",
    });
    expect(reading.ok ? rendered(reading.value.warnings) : rendered(reading.error)).toBe("");
  });
}

function keysOf(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case "leaf":
      return [];
    case "list":
      return keysOf(shape.element);
    case "table":
      return keysOf(shape.value);
    case "record":
      return Object.entries(shape.fields).flatMap(([key, field]) => [key, ...keysOf(field.shape)]);
    case "either":
      return shape.alternatives.flatMap(keysOf);
    default:
      return unreachable(shape);
  }
}

test("documents: every key of a port is explained", () => {
  const text = ["docs/port.md", "docs/flavors.md"]
    .map((name) => readFileSync(join(top, name), "utf8"))
    .join();
  const hooks: readonly string[] = HOOKS;
  const silent = [...new Set(keysOf(PORT.shape))].filter(
    (key) => !hooks.includes(key) && !text.includes(`\`${key}`) && !text.includes(`${key}:`),
  );
  expect(silent).toEqual([]);
});
