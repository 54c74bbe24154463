// The examples are sound for every choice of flavors. That all of them build is for .ci/run; the one that needs neither a
// base nor a network is built here too.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Ajv } from "ajv";
import { expect, onTestFinished, test, vi } from "vitest";
import { parse } from "yaml";
import { hostPath, joinPath, openTree } from "../src/host/host.ts";
import type { Package } from "../src/port/port.ts";
import { type PortReading, readPort } from "../src/recipe/recipe.ts";
import { exitStatus } from "../src/report.ts";
import { runIn } from "./command/verbs.ts";
import { rendered, temporaryFolder } from "./support.ts";

const top = hostPath(join(import.meta.dirname, ".."));
const examples = join(top, "examples");
/** Folders with a recipe, below `examples`: those of other dialects lie in folders of their own. */
const found = readdirSync(examples, { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)(port\.yml|Makefile|Recipe)$/.test(path))
  .sort();
const all = found.map((path) => dirname(path));
const names = found.filter((path) => path.endsWith("port.yml")).map((path) => dirname(path));
const ofGobolinux = found.filter((path) => path.endsWith("Recipe")).map((path) => dirname(path));
const ofOpenbsd = found.filter((path) => path.endsWith("Makefile")).map((path) => dirname(path));

function read(name: string, flavors: "default" | readonly string[]): PortReading {
  const reading = readPort(openTree(hostPath(examples)), {
    folder: name,
    treeName: "examples",
    pkgpath: basename(name),
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

for (const name of ofGobolinux) {
  test(`examples: ${name} is sound, with a licence and a source in Debian's pool`, () => {
    const { port, warnings } = read(name, "default");
    expect(rendered(warnings)).toBe("");
    expect(`gobolinux/${port.name}/${port.version}`).toBe(name);
    expect(port.license).toMatch(/^[A-Za-z0-9.-]+$/);
    for (const { urls, digests, sizeBytes } of port.distfiles) {
      expect(urls.map(({ kind }) => kind)).toEqual(["web", "debian"]);
      expect(digests.map(({ algorithm }) => algorithm)).toEqual(["sha256"]);
      expect(sizeBytes).toBeGreaterThan(0);
    }
  });
}

for (const name of ofOpenbsd) {
  test(`examples: ${name} is sound for every choice of flavors, with its lists and a source in Debian's pool`, () => {
    const { available, pseudo } = read(name, "default").port.flavors;
    for (const flavors of subsets([...available, ...pseudo])) {
      const { port, warnings } = read(name, flavors);
      expect(rendered(warnings)).toBe("");
      for (const { packingList = [], description } of port.packages) {
        expect(packingList.length).toBeGreaterThan(0);
        expect(description).toBeTruthy();
      }
      for (const { urls, digests, sizeBytes } of port.distfiles) {
        expect(urls.map(({ kind }) => kind)).toContain("debian");
        expect(digests.map(({ algorithm }) => algorithm)).toEqual(["sha256"]);
        expect(sizeBytes).toBeGreaterThan(0);
      }
    }
  });
}

test("examples: `show` names the packages of every choice of flavors", async () => {
  const choices = all.flatMap((name) => {
    const { available, pseudo } = read(name, "default").port.flavors;
    return subsets([...available, ...pseudo]).map((flavors) => ({ name, flavors }));
  });
  const shown = await Promise.all(
    choices.map(async ({ name, flavors }) => {
      const { diagnostics, json } = await runIn(
        top,
        "show",
        `examples/${name}`,
        "--flavor",
        flavors.join(" "),
      );
      expect(rendered(diagnostics)).toBe("");
      const { packages } = json as { readonly packages: readonly { readonly fullpkgname: string }[] };
      return `${[name, ...flavors].join(" ")}: ${packages.map(({ fullpkgname }) => fullpkgname).join(" ")}`;
    }),
  );
  expect(shown).toEqual([
    "algorithm-diff: algorithm-diff-1.201",
    "gobolinux/Dos2Unix/7.4.3: Dos2Unix-7.4.3",
    "gobolinux/Jansson/2.14: Jansson-2.14",
    "gobolinux/Joe/4.6: Joe-4.6",
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
    "longest-line: longest-line-1.0",
    "mpc: mpc-0.35",
    "openbsd/gdbm: gdbm-1.23",
    "openbsd/gdbm compat: gdbm-1.23-compat",
    "openbsd/gdbm static: gdbm-1.23-static",
    "openbsd/gdbm compat static: gdbm-1.23-compat-static",
    "openbsd/libogg: libogg-1.3.5 libogg-doc-1.3.5",
    "openbsd/libogg no_doc: libogg-1.3.5",
    "openbsd/libvorbis: libvorbis-1.3.7 libvorbis-enc-1.3.7 libvorbis-file-1.3.7",
    "pyflakes: pyflakes-3.2.0",
    "tree: tree-2.1.0",
  ]);
});

test("examples: ini-get is built over this machine", async () => {
  vi.stubEnv("XDG_CACHE_HOME", temporaryFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
  const out = joinPath(temporaryFolder(), "out");
  const { diagnostics, json } = await runIn(
    top,
    ...["build", "examples/ini-get", "--base", "host", "--unsigned", "--out", out],
  );
  expect(exitStatus(diagnostics), rendered(diagnostics)).toBe(0);
  const { packages } = json as { readonly packages: readonly Package[] };
  expect(packages).toMatchObject([
    { fullpkgname: "ini-get-1.0", prefix: "/app/vendor/ini-get", test: "passed" },
  ]);
  const listed = execFileSync("tar", ["-tzf", joinPath(out, packages[0]?.file ?? "")], { encoding: "utf8" });
  expect(listed.split("\n").filter((path) => !path.includes("/Resources/"))).toEqual([
    "ini-get/",
    "ini-get/bin/",
    "ini-get/bin/ini-get",
    "",
  ]);
});
