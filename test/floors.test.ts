import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faults, type Tree } from "./floors/house.ts";

const top = join(import.meta.dirname, "..");

function readTree(folders: readonly string[]): Tree {
  const paths = folders
    .filter((folder) => existsSync(join(top, folder)))
    .flatMap((folder) =>
      readdirSync(join(top, folder), { recursive: true, encoding: "utf8" }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((path) => /\.(ts|mjs)$/.test(path) && !path.endsWith(".d.ts"));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(top, path), "utf8")]));
}

test("the house keeps its floors", () => {
  expect(faults(readTree(["src", "test", "bench", "scripts"])).join("\n")).toBe("");
});

const face = {
  "src/report.ts": "export const one = 1;\n",
  "test/a.ts": 'import { one } from "../src/report.ts";\n',
};

const cases: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly found: readonly string[];
}[] = [
  { name: "a sound house", files: face, found: [] },
  {
    name: "an import from a higher floor",
    files: { ...face, "src/port/port.ts": 'import "../plan/plan.ts";\n', "src/plan/plan.ts": "" },
    found: ["src/port/port.ts:1: `port` (floor 1) imports `plan` (floor 2) above it"],
  },
  {
    name: "an import from beside, though only of a type",
    files: {
      "src/engine/engine.ts": 'import type { Plan } from "../plan/plan.ts";\n',
      "src/plan/plan.ts": "export type Plan = 1;\n",
    },
    found: ["src/engine/engine.ts:1: `engine` imports `plan` beside it on floor 2; join them in `command`"],
  },
  {
    name: "a type that is imported in place",
    files: {
      "src/engine/engine.ts": 'let a: import("../plan/plan.ts").Plan;\n',
      "src/plan/plan.ts": "export type Plan = 1;\n",
    },
    found: ["src/engine/engine.ts:1: `engine` imports `plan` beside it on floor 2; join them in `command`"],
  },
  {
    name: "past the face",
    files: {
      "src/plan/plan.ts": 'import { a } from "../port/names.ts";\n',
      "src/port/names.ts": "export const a = 1;\n",
    },
    found: [
      "src/plan/plan.ts:1: `plan` reaches into `src/port/names.ts`; import from the face, `src/port/port.ts`",
    ],
  },
  {
    name: "past the face, lazily",
    files: {
      "src/cli.ts": 'await import("./command/build.ts");\n',
      "src/command/build.ts": "export const a = 1;\n",
    },
    found: [
      "src/cli.ts:1: `cli` reaches into `src/command/build.ts`; import from the face, `src/command/command.ts`",
    ],
  },
  {
    name: "a pure module that knows the host",
    files: {
      "src/recipe/recipe.ts": 'import type { Host } from "../host/host.ts";\n',
      "src/host/host.ts": "export type Host = 1;\n",
    },
    found: ["src/recipe/recipe.ts:1: `recipe` is pure and must not know the host"],
  },
  {
    name: "a pure module with streams",
    files: { "src/recipe/recipe.ts": 'import { Readable } from "node:stream";\n' },
    found: [
      "src/recipe/recipe.ts:1: `recipe` imports `node:stream`; only host and the entries touch the machine",
    ],
  },
  {
    name: "the file system, below the entries and not in host",
    files: {
      "src/build/build.ts":
        'import { readFileSync } from "node:fs";\nexport { spawn } from "node:child_process";\n',
      "src/host/host.ts": 'import "node:fs";\n',
      "src/cli.ts": 'import "node:os";\n',
      "test/a.ts": 'import { spawn } from "../src/build/build.ts";\n',
    },
    found: [
      "src/build/build.ts:1: `build` imports `node:fs`; only host and the entries touch the machine",
      "src/build/build.ts:2: `build` imports `node:child_process`; only host and the entries touch the machine",
    ],
  },
  {
    name: "the process, the clock, chance and the locale",
    files: {
      "src/build/build.ts": [
        "const a = process.env;",
        "const b = Date.now() + performance.now();",
        "const c = Math.random();",
        "const d = new Date();",
        'const e = ["b", "a"].sort((x, y) => x.localeCompare(y));',
        "await fetch(url);",
        "setTimeout(stop, 1);",
        'import { createHash, randomBytes } from "node:crypto";',
        "const f = new Date(0), g = { process: 1 }, h = g.process, i = host.fetch();",
        "",
      ].join("\n"),
    },
    found: [
      "src/build/build.ts:1: `process` below the entries; ask the Host",
      "src/build/build.ts:2: `Date.now` below the entries; ask `host.now`, or take SOURCE_DATE_EPOCH as a parameter",
      "src/build/build.ts:2: `performance` below the entries; ask `host.now`",
      "src/build/build.ts:3: `Math.random` below the entries; nothing that is produced may depend on chance",
      "src/build/build.ts:4: `new Date()` below the entries; ask `host.now`, or take SOURCE_DATE_EPOCH as a parameter",
      "src/build/build.ts:5: `localeCompare` below the entries; nothing that is produced may depend on the locale",
      "src/build/build.ts:6: `fetch` below the entries; ask `host.get`",
      "src/build/build.ts:7: `setTimeout` below the entries; ask `host.wait`",
      "src/build/build.ts:8: `randomBytes` draws from chance; ask the Host",
    ],
  },
  {
    name: "a library in the wrong file",
    files: {
      "src/host/host.ts": 'import "@actions/cache";\n',
      "src/host/store.ts": 'await import("@actions/cache/lib/x.js");\n',
      "src/command/command.ts": 'import "left-pad";\nimport core from "@actions/core";\n',
    },
    found: [
      "src/command/command.ts:1: `left-pad` is not among the packages that src/ may import",
      "src/command/command.ts:2: only src/action/ may import `@actions/core`",
      "src/host/host.ts:1: only src/host/store.ts may import `@actions/cache`",
    ],
  },
  {
    name: "an export that only its own file uses",
    files: {
      "src/port/port.ts":
        "export const a = 1;\nconst b = a;\nexport type C = 1;\nexport function d() {}\nexport { b };\n",
    },
    found: [
      "src/port/port.ts:1: nobody imports `a`; export nothing that is not used",
      "src/port/port.ts:3: nobody imports `C`; export nothing that is not used",
      "src/port/port.ts:4: nobody imports `d`; export nothing that is not used",
      "src/port/port.ts:5: nobody imports `b`; export nothing that is not used",
    ],
  },
  {
    name: "a type that only shows in an export, and one that does not",
    files: {
      "src/port/port.ts":
        "export type A = 1;\nexport type B = 1;\nexport function c(_: readonly A[]) {}\nlet b: B;\n",
      "test/a.ts": 'import { c } from "../src/port/port.ts";\n',
    },
    found: ["src/port/port.ts:2: nobody imports `B`; export nothing that is not used"],
  },
  {
    name: "a circle of files, but not one of types or lazy verbs",
    files: {
      "src/port/port.ts": 'import "./names.ts";\nimport type { A } from "./flavors.ts";\n',
      "src/port/names.ts": 'import "./job.ts";\n',
      "src/port/job.ts": 'import "./names.ts";\nawait import("./port.ts");\n',
      "src/port/flavors.ts": 'import "./port.ts";\nexport type A = 1;\n',
    },
    found: [
      "src/port/job.ts: imports itself in a circle: src/port/job.ts → src/port/names.ts → src/port/job.ts",
    ],
  },
  {
    name: "an entry that grows",
    files: { "src/action/build.ts": "\n".repeat(121), "src/plan/plan.ts": "\n".repeat(500) },
    found: ["src/action/build.ts: 121 lines; an entry has at most 120: look for the second noun"],
  },
  {
    name: "a file that grows",
    files: { "src/plan/plan.ts": "\n".repeat(501) },
    found: ["src/plan/plan.ts: 501 lines; a file has at most 500: look for the second noun"],
  },
  {
    name: "names that say nothing, or shout",
    files: { "src/plan/string-utils.ts": "", "src/plan/Plan.ts": "" },
    found: [
      "src/plan/Plan.ts: file names are kebab-case",
      "src/plan/string-utils.ts: `utils` says nothing; name the file after its noun",
    ],
  },
  {
    name: "a thirteenth module",
    files: { "src/log/log.ts": "" },
    found: [
      "src/log/log.ts: `log` is not a module of the house; the modules are report, port, host, recipe, plan, engine, package, base, build, release, install, command, cli, worker, action",
    ],
  },
  {
    name: "a second face",
    files: {
      "src/plan/ranks.ts": 'export { a } from "./jobs.ts";\n',
      "src/plan/jobs.ts": "export const a = 1;\n",
      "test/a.ts": 'import { a } from "../src/plan/ranks.ts";\n',
    },
    found: ["src/plan/ranks.ts:1: only a face exports what another file wrote"],
  },
  {
    name: "an import of nothing",
    files: { "src/plan/plan.ts": 'import a from "./providers.yml";\nimport b from "./ranks.ts";\n' },
    found: ["src/plan/plan.ts:2: there is no `src/plan/ranks.ts`"],
  },
];

for (const { name, files, found } of cases) {
  test(`floors: ${name}`, () => {
    expect(faults(new Map(Object.entries(files)))).toEqual(found);
  });
}
