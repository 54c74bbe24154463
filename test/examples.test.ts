// The examples are sound for every choice of flavors. That they build is for .ci/run; the one that needs no base and no
// network is built here too.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { hostPath, openTree } from "../src/host/host.ts";
import { type PortReading, readPort } from "../src/recipe/recipe.ts";
import { rendered } from "./support.ts";

const examples = join(import.meta.dirname, "../examples");
const names = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

function read(name: string, flavors: "default" | readonly string[]): PortReading {
  const reading = readPort(openTree(hostPath(examples)), {
    folder: name,
    treeName: "examples",
    pkgpath: name,
    flavors,
  });
  if (!reading.ok) throw new Error(rendered(reading.error));
  return reading.value;
}

function subsets(words: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** words.length }, (_, choice) =>
    words.filter((_word, place) => Math.floor(choice / 2 ** place) % 2 === 1),
  );
}

const schema = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, "../schema/port.schema.json"), "utf8")),
);

for (const name of names) {
  test(`examples: ${name} is what the schema asks for`, () => {
    schema(parse(readFileSync(join(examples, name, "port.yml"), "utf8")));
    expect(schema.errors ?? []).toEqual([]);
  });

  test(`examples: ${name} is sound, with a licence, a test and a source that this machine's mirror may have`, () => {
    const { port, warnings } = read(name, "default");
    expect(rendered(warnings)).toBe("");
    expect(port.name).toBe(name);
    expect(port.license).toMatch(/^[A-Za-z0-9.-]+( (AND|OR) [A-Za-z0-9.-]+)*$/);
    expect(port.test?.text).toBeTruthy();
    for (const { urls, digests } of port.distfiles) {
      const kinds = urls.map(({ kind }) => kind);
      if (kinds[0] === "port") continue;
      expect(kinds[0]).toBe("web");
      expect(kinds).toContain("debian");
      expect(digests.map(({ algorithm }) => algorithm)).toEqual(["sha256"]);
    }
  });
}

test("examples: every choice of flavors names its packages", () => {
  const packages = names.flatMap((name) => {
    const { available, pseudo } = read(name, "default").port.flavors;
    return subsets([...available, ...pseudo]).map((flavors) => {
      const { port } = read(name, flavors);
      const made = port.packages.map(({ fullpkgname }) => fullpkgname).join(" ");
      return `${[name, ...flavors].join(" ")}: ${made}`;
    });
  });
  expect(packages).toEqual([
    "algorithm-diff: algorithm-diff-1.201",
    "hello: hello-2.10",
    "ini-get: ini-get-1.0",
    "jansson: jansson-2.14",
    "json-keys: json-keys-1.0",
    "less: less-590",
    "less pcre2: less-590-pcre2",
    "less secure: less-590-secure",
    "less pcre2 secure: less-590-pcre2-secure",
    "libconfig: libconfig-c-1.5 libconfig-cxx-1.5",
    "libconfig no_cxx: libconfig-c-1.5",
    "libmpdclient: libmpdclient-2.22",
    "mpc: mpc-0.35",
    "pyflakes: pyflakes-3.2.0",
    "tree: tree-2.1.0",
  ]);
});
