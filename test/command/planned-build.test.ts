// `build --plan`: what is refused at once, and what a shard over this machine leaves.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareDeliveries } from "../../src/command/compare-deliveries.ts";
import { settleRun } from "../../src/command/settle-run.ts";
import { joinPath, openHost } from "../../src/host/host.ts";
import { formatRecord, type JobRecord, type Plan, readRecord } from "../../src/plan/plan.ts";
import type { JobId, Package } from "../../src/port/port.ts";
import { never, rendered } from "../support.ts";
import { folderOf, portText, runIn } from "./verbs.ts";

const refusals: readonly { readonly argv: readonly string[]; readonly errors: readonly string[] }[] = [
  { argv: [], errors: ["`build` takes a port, or a plan, and found neither"] },
  { argv: ["--plan", "plan.json"], errors: ["`--plan` is given, but no shard of it"] },
  { argv: ["--plan", "nowhere.json", "--shard", "0-000"], errors: ["there is no plan `nowhere.json`"] },
  { argv: ["foo", "--shard", "0-000"], errors: ["`--shard` is for builds by a plan"] },
  {
    argv: [
      "foo",
      "--plan",
      "plan.json",
      "--shard",
      "0-000",
      "--flavor",
      "x",
      "--unsigned",
      "--engine",
      "xen",
    ],
    errors: [
      "`foo`, `--flavor`, `--unsigned` can't be given with `--plan`, which has decided it",
      "`--engine` can't be `xen`",
    ],
  },
];

for (const { argv, errors } of refusals) {
  test(`build ${argv.join(" ")}: refused at once`, async () => {
    const { diagnostics } = await runIn(
      folderOf({ "foo/port.yml": portText("foo", "bases: [host]\n") }),
      "build",
      ...argv,
    );
    expect(
      diagnostics.map(({ message }) => message),
      rendered(diagnostics),
    ).toEqual(errors);
  });
}

const script = (fake: string) => `bases: [host]\nbuild: {style: script, script: {fake: '${fake}'}}\n`;
const PORTS = {
  "ports/a/port.yml": portText("a").replace(
    /^build.*\n/m,
    script('mkdir -p "$DESTDIR$PREFIX"; echo a > "$DESTDIR$PREFIX/a"'),
  ),
  "ports/b/port.yml": `${portText("b").replace(/^build.*\n/m, script("cat /app/vendor/a/a >&2; exit 3"))}depends: {build: ["a-*:a"]}\n`,
  "ports/c/port.yml": `${portText("c").replace(/^build.*\n/m, script("true"))}depends: {build: ["b-*:b"]}\n`,
};

test("build --plan: each job leaves its record; one that fails stops what needs it", async () => {
  const folder = folderOf(PORTS);
  const plan = await runIn(folder, "plan", "ports", "--engine", "namespace", "--out", "plan.json");
  expect(rendered(plan.diagnostics)).toBe("");
  const { shards } = plan.json as { shards: readonly { readonly name: string }[] };
  expect(shards.map(({ name }) => name)).toEqual(["0-000"]);
  const built = await runIn(
    folder,
    "build",
    "--plan",
    "plan.json",
    "--shard",
    "0-000",
    "--engine",
    "namespace",
  );
  expect(built.diagnostics.map(({ code }) => code)).toEqual(["build/phase-failed", "build/skipped"]);
  const arch = process.arch === "x64" ? "x86_64" : "aarch64";
  const recordOf = (name: string) => {
    const file = join(folder, "out", `${name}-1.0@host@${arch}`, "result.json");
    const record = readRecord(readFileSync(file, "utf8"), file);
    if (!record.ok) throw new Error(rendered(record.error));
    return record.value;
  };
  const { end } = recordOf("a");
  expect(end).toMatchObject({ kind: "built", files: [{ file: `a-1.0--host--${arch}.tar.gz` }] });
  expect(recordOf("b")).toMatchObject({
    reason: "new",
    repeat: "tarwright build ports/b --flavor '' --base host --prefix /app/vendor/b --deps-from out",
    end: {
      kind: "failed",
      phase: "fake",
      lastLines: "a\n",
      diagnostics: [{ code: "build/phase-failed", line: 5 }],
    },
  });
  expect(recordOf("c").end).toEqual({ kind: "skipped", because: [`b-1.0@host@${arch}`] });
  expect(existsSync(join(folder, "out", `b-1.0@host@${arch}`, "index.json"))).toBe(false);

  // The recipe that was planned is the one that is built, or nothing.
  const recipe = join(folder, "ports/a/port.yml");
  writeFileSync(recipe, readFileSync(recipe, "utf8").replace("echo a", "echo b"));
  const other = await runIn(
    folder,
    "build",
    "--plan",
    "plan.json",
    "--shard",
    "0-000",
    "--engine",
    "namespace",
  );
  expect(other.diagnostics.map(({ code }) => code)).toEqual([
    "build/other-job",
    "build/skipped",
    "build/skipped",
  ]);
});

const META = {
  "Recipes/Whole/1.0/Recipe": "recipe_type=meta\ninclude=(\n  Upper--1.0\n  Lower--1.0\n)\n",
  "Recipes/Upper/1.0/Recipe":
    'recipe_type=manifest\nmanifest=("upper:share")\npre_install() { cat "$tool_path/share/word" > upper; }\n',
  "Recipes/Upper/1.0/Resources/Dependencies": "Lower\n",
  "Recipes/Upper/1.0/Resources/BuildDependencies": "Tool\n",
  "Recipes/Lower/1.0/Recipe":
    'recipe_type=manifest\nmanifest=("lower:share")\npre_install() { echo low > lower; }\n',
  "Recipes/Tool/1.0/Recipe":
    'recipe_type=manifest\nmanifest=("word:share")\npre_install() { echo word > word; }\n',
};

test("build --plan: a meta recipe is built with what its members need, and anew when one of them changes", async () => {
  const folder = folderOf(META);
  type Job = { readonly id: string; readonly fingerprint: string; readonly needs: readonly string[] };
  const planned = async () => {
    const plan = await runIn(
      folder,
      ...["plan", "Recipes/Whole", "Recipes/Tool", "--bases", "host", "--engine", "namespace"],
      ...["--out", "plan.json"],
    );
    expect(rendered(plan.diagnostics)).toBe("");
    const { jobs } = plan.json as { readonly jobs: readonly Job[] };
    return jobs.map((job) => ({
      ...job,
      id: job.id.replace(/@.*/, ""),
      needs: job.needs.map((id) => id.replace(/@.*/, "")),
    }));
  };
  const before = await planned();
  expect(before.map(({ id, needs }) => ({ id, needs }))).toEqual([
    { id: "Tool-1.0", needs: [] },
    { id: "Whole-1.0", needs: ["Tool-1.0"] },
  ]);
  const shard = ["--shard", "0-000", "--engine", "namespace"] as const;
  const built = await runIn(folder, "build", "--plan", "plan.json", ...shard);
  expect(rendered(built.diagnostics)).toBe("");
  const out = join(folder, "out", `Whole-1.0@host@${process.arch === "x64" ? "x86_64" : "aarch64"}`);
  const [archive = ""] = readdirSync(out).filter((file) => file.endsWith(".tar.gz"));
  const members = execFileSync("tar", ["-tzf", join(out, archive)], { encoding: "utf8" }).split("\n");
  expect(members).toEqual(expect.arrayContaining(["whole/share/lower", "whole/share/upper"]));
  writeFileSync(join(folder, "Recipes/Lower/1.0/note"), "changed");
  const after = await planned();
  expect(after.map(({ fingerprint }, at) => fingerprint === before[at]?.fingerprint)).toEqual([true, false]);
});

/** `loud` shows in the name of one package, and `no_core` in none. */
const SHARED = (doc: string) => ({
  "ports/foo/port.yml": `${portText("foo").replace(
    /^build.*\n/m,
    `bases: [host]
flavors: {loud: {}}
pseudo-flavors: {no_core: {drops: [core]}}
packages: {core: {files: [core]}, doc: {fullpkgname: "foo-doc-{version}", files: [doc]}}
build:
  style: script
  script:
    fake: |
      mkdir -p "$DESTDIR$PREFIX"
      echo "core $FLAVORS" > "$DESTDIR$PREFIX/core"
      echo "${doc}" > "$DESTDIR$PREFIX/doc"
`,
  )}`,
  // Built with a package that may have to be held back.
  "ports/user/port.yml": `${portText("user").replace(/^build.*\n/m, "bases: [host]\nbuild: {style: meta}\n")}depends: {build: ["foo-doc-*:foo,-doc"]}\n`,
});

const unlike = (job: string) =>
  new RegExp(
    `^error\\[package/not-equal\\]: \`foo-doc-1\\.0\` must not depend on what \`foo-1\\.0,${job}@host@\\S+\` and \`foo-1\\.0@host@\\S+\` differ in, but it does:\\n {2}\`foo/doc\`: content`,
  );
const HELD = /^warning\[plan\/held-back\]: nothing is handed on .*: `user-1\.0@host@/;

const comparisons: readonly {
  readonly name: string;
  readonly choices: string;
  readonly doc: string;
  readonly errors: readonly RegExp[];
  readonly delivered: readonly string[];
}[] = [
  {
    name: "is made by one job, and alike by the other",
    choices: "default;loud",
    doc: "doc",
    errors: [],
    delivered: ["foo-core-1.0", "foo-core-1.0-loud", "foo-doc-1.0", "user-1.0"],
  },
  {
    name: "differs: the files are named, and nothing of either job is handed on, nor of what was built with them",
    choices: "default;loud",
    doc: "doc $FLAVORS",
    errors: [unlike("loud"), HELD],
    delivered: [],
  },
  {
    name: "is all that a job with a pseudo-flavor makes, and alike",
    choices: "default;no_core",
    doc: "doc",
    errors: [],
    delivered: ["foo-core-1.0", "foo-doc-1.0", "user-1.0"],
  },
  {
    name: "is all that a job with a pseudo-flavor makes, and differs",
    choices: "default;no_core",
    doc: "doc $FLAVORS",
    errors: [unlike("no_core"), HELD],
    delivered: [],
  },
];

const CONTEXT = {
  host: openHost(),
  report: () => undefined,
  output: () => undefined,
  form: "json",
  signal: never,
} as const;

/** What became of `default;loud`, or of other choices, of `SHARED`. */
async function runOf(choices: string, doc: string) {
  const folder = folderOf(SHARED(doc));
  const engine = ["--engine", "namespace"] as const;
  const plan = await runIn(folder, "plan", "ports", "--flavors", choices, ...engine, "--out", "plan.json");
  expect(rendered(plan.diagnostics)).toBe("");
  const { shards } = plan.json as Plan;
  for (const { name: shard } of shards) {
    const built = await runIn(
      folder,
      ...["build", "--plan", "plan.json", "--shard", shard, ...engine, "--artifacts", "out"],
    );
    expect(rendered(built.diagnostics)).toBe("");
  }
  const files = { plan: joinPath(folder, "plan.json"), artifacts: joinPath(folder, "out") };
  const run = await settleRun({ ...files, planDigest: undefined, release: undefined }, CONTEXT);
  if (!run.ok) throw new Error(rendered(run.error));
  return run.value;
}

for (const { name, choices, doc, errors, delivered } of comparisons) {
  test(`build --plan: a package whose name has no flavor ${name}`, async () => {
    const run = await runOf(choices, doc);
    expect(run.diagnostics.map((one) => rendered([one]))).toEqual(
      errors.map((error) => expect.stringMatching(error)),
    );
    const names = run.deliveries.flatMap(({ packages }) => packages.map((one) => one.package.fullpkgname));
    expect([...names].sort()).toEqual(delivered);
  });
}

test("build --plan: a package whose name has no flavor is held against the release, if the other choice is fresh", async () => {
  const { plan, deliveries } = await runOf("default;loud", "doc");
  const rows = deliveries.flatMap(({ packages }) => packages.map((one) => one.package));
  const isPlain = (id: JobId) => id.startsWith("foo-1.0@");
  const now: Plan = {
    ...plan,
    jobs: plan.jobs.map((job) => (isPlain(job.id) ? { ...job, verdict: { kind: "fresh" } } : job)),
  };
  const loud = deliveries.filter(({ record }) => record.job.startsWith("foo-1.0,loud@"));
  const against = async (released: readonly Package[]) => {
    const found = await compareDeliveries(loud, { plan: now, released }, CONTEXT.host, never);
    return [
      found.diagnostics.map(({ code, message }) => `${code} ${message.split(":")[0]}`),
      found.deliveries.map(({ packages }) => packages.length),
    ];
  };
  expect(await against(rows)).toEqual([[], [1]]);
  const other = rows.map((row) => (row.name === "foo" ? { ...row, contentDigest: "0".repeat(64) } : row));
  const [messages, handed] = await against(other.filter(({ job }) => isPlain(job)));
  expect(handed).toEqual([0]);
  expect(messages).toEqual([
    expect.stringMatching(
      /^package\/not-equal `foo-doc-1\.0` must not depend on what `foo-1\.0,loud@host@\S+` and `foo-1\.0@host@\S+` differ in, but it does$/,
    ),
  ]);
});

test("record: what is written is read again, and what is none is refused", () => {
  const record: JobRecord = {
    version: 1,
    job: "a@b" as JobId,
    fingerprint: "f".repeat(64),
    reason: "new",
    repeat: "tarwright build a",
    end: {
      kind: "failed",
      durationMs: 5,
      phase: "build",
      lastLines: "\u001b[31mno\n",
      diagnostics: [
        {
          severity: "error",
          code: "build/phase-failed",
          message: "x",
          file: "port.yml",
          line: 3,
          column: 1,
          help: "y",
        },
      ],
    },
  };
  expect(readRecord(formatRecord(record), "result.json")).toEqual({ ok: true, value: record });
  for (const text of ["", "[]", '{"version": 2}', formatRecord({ ...record, job: "../x" as JobId })]) {
    const read = readRecord(text, "result.json");
    expect(read.ok ? [] : read.error.map(({ code }) => code)).toEqual(["plan/unreadable-record"]);
  }
});
