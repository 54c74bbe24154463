// What the documents show is read by the reader: a port that a newcomer copies must be one.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HOOKS } from "../src/port/port.ts";
import { readPort, type Tree } from "../src/recipe/recipe.ts";
import type { Shape } from "../src/recipe/yaml/decode.ts";
import { PORT } from "../src/recipe/yaml/keys.ts";
import { unreachable } from "../src/report.ts";
import { rendered } from "./support.ts";

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

/** A port's folder in which every file that it may name is there. */
function folderWith(recipe: string): Tree {
  const files: ReadonlyMap<string, string> = new Map([
    ["port.yml", recipe],
    ["patches/fix.patch", ""],
    ["main.c", ""],
  ]);
  return {
    read: (path) => files.get(path),
    exists: (path) => (files.has(path) ? "file" : path === "" || path === "patches" ? "folder" : "nothing"),
    list: (path) =>
      path === "" ? ["main.c", "patches", "port.yml"] : path === "patches" ? ["fix.patch"] : [],
  };
}

test("documents: there are ports in them", () => {
  expect(ports.length).toBeGreaterThanOrEqual(5);
});

for (const { document, text } of ports) {
  const name = /^name: (.*)$/m.exec(text)?.[1] ?? "";
  test(`documents: the port \`${name}\` in ${document} is sound`, () => {
    const reading = readPort(folderWith(text), {
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

const links = documents.flatMap((document) => {
  const text = readFileSync(join(top, document), "utf8");
  return [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map((match) => ({
    document,
    target: match[1] ?? "",
  }));
});

for (const { document, target } of links) {
  test(`documents: ${document} links to ${target}, which is there`, () => {
    const [path = "", heading] = target.split("#");
    const file = join(top, document, "..", path);
    if (path === "" || path.endsWith(".md")) {
      const text = readFileSync(path === "" ? join(top, document) : file, "utf8");
      const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map((match) => anchorOf(match[1] ?? ""));
      if (heading) expect(anchors).toContain(heading);
    } else {
      expect(() => readdirSync(file)).not.toThrow();
    }
  });
}

/** As GitHub makes them. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
}
