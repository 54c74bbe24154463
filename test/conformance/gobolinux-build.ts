// `npm run conformance -- gobolinux-build TREE --sources TSV [--work DIR] [--base BASE] [--through PROGRAM] [--only KEY]…`:
// real recipes, from their sources to packages that are installed and run. TSV: recipe, type, MD5, source package, its
// file, suite; the files come from the pools of the Debian mirrors that this machine's apt knows. What was done stays in
// DIR, and is not done again.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { openBase, openCatalogue, runRoot } from "../../src/base/base.ts";
import { archivesOf, poolUrls } from "../../src/build/debian-pool.ts";
import { guestPath, openEngines } from "../../src/engine/engine.ts";
import { hostPath, openHost } from "../../src/host/host.ts";
import type { Package } from "../../src/port/port.ts";

const run = promisify(execFile);

type Row = { readonly key: string; readonly md5: string; readonly file: string };

export type Outcome = {
  readonly key: string;
  readonly type: string;
  /** `no-source`: none of the mirrors has the file any more. */
  readonly end: "done" | "failed" | "no-source";
  /** What runs or links, or why not. */
  readonly said: string;
  readonly base: string;
  readonly seconds: number;
};

export async function main(top: string, args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sources: { type: "string" },
      work: { type: "string", default: join(tmpdir(), "tarwright-recipes") },
      only: { type: "string", multiple: true },
      layout: { type: "string", default: "vendor" },
      base: { type: "string", default: "debian-12" },
      through: { type: "string", default: "env" },
    },
  });
  const [tree = ""] = positionals;
  if (!existsSync(tree) || values.sources === undefined || !existsSync(values.sources)) {
    console.error(
      "usage: npm run conformance -- gobolinux-build TREE --sources TSV [--work DIR] [--base BASE] [--through PROGRAM] [--only KEY]…",
    );
    process.exitCode = 2;
    return;
  }
  const work = resolve(values.work);
  mkdirSync(work, { recursive: true });
  const results = join(work, "results.jsonl");
  const before = new Map(readOutcomes(results).map((one) => [one.key, one]));
  await run(process.execPath, [join(top, "scripts/build.mjs"), "--out", join(work, "dist")]);
  await run(process.execPath, [join(work, "dist/cli.js"), "keygen", "key", "--out", work]).catch(
    () => undefined,
  );
  const bench = {
    work,
    tree: resolve(tree),
    layout: values.layout,
    base: values.base,
    through: values.through,
  };
  for (const { type, ...row } of rowsOf(readFileSync(values.sources, "utf8"))) {
    const isAsked = values.only?.includes(row.key.replace(/\/Recipe$/, "")) ?? !before.has(row.key);
    if (!isAsked) continue;
    const began = Date.now();
    const ended = await oneRecipe(row, bench);
    const outcome = {
      key: row.key,
      type,
      ...ended,
      base: bench.base,
      seconds: Math.round((Date.now() - began) / 1000),
    };
    appendFileSync(results, `${JSON.stringify(outcome)}\n`);
    before.set(row.key, outcome);
    console.log(`${outcome.end} ${row.key} ${outcome.seconds} s: ${outcome.said}`);
  }
  report([...before.values()], join(work, "table.md"));
}

/** The last word on each counts. */
function readOutcomes(file: string): readonly Outcome[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line): Outcome => JSON.parse(line));
}

function rowsOf(text: string): readonly (Row & { readonly type: string })[] {
  return text.split("\n").flatMap((line) => {
    const [key = "", type = "", md5 = "", , file = ""] = line.split("\t");
    return key === "" || key.startsWith("#") ? [] : [{ key, type, md5, file }];
  });
}

type Bench = {
  readonly work: string;
  readonly tree: string;
  readonly layout: string;
  readonly base: string;
  /** A program that each build is started through, such as nice(1). */
  readonly through: string;
};
type Ended = Pick<Outcome, "end" | "said">;

async function oneRecipe(row: Row, bench: Bench): Promise<Ended> {
  if (!(await bringSource(row, bench.work))) return { end: "no-source", said: "no mirror has its source" };
  const [program = "", version = ""] = row.key.split("/");
  const name = `${program}-${version}`;
  const out = join(bench.work, "out", name);
  rmSync(out, { recursive: true, force: true });
  const root = join(bench.work, "root");
  const { trouble, needs } = await buildWithNeeds([program, version], out, bench);
  if (trouble) return { end: "failed", said: trouble };
  const index: { readonly packages: readonly Package[] } = JSON.parse(
    readFileSync(join(out, "index.json"), "utf8"),
  );
  for (const row of index.packages) {
    rmSync(root, { recursive: true, force: true });
    const installed = await cli(
      { work: bench.work, through: "env" },
      "install",
      row.fullpkgname,
      "--from",
      out,
      ...[...["--key", join(bench.work, "key.pub"), "--root", root, "--base", bench.base]],
    );
    if (installed) return { end: "failed", said: installed };
    const ran = await runInstalled(row, { root, base: bench.base });
    if (ran.end === "failed") return ran;
    const undeclared = needs.length === 0 ? "" : `; undeclared: ${needs.join(", ")}`;
    if (row === index.packages.at(-1)) return { ...ran, said: `${ran.said}${undeclared}` };
  }
  return { end: "failed", said: "no package" };
}

const MOST_NEEDS = 12;

/** What a build finds missing, and offers to add from the base, is added, as a person would. */
async function buildWithNeeds(
  recipe: readonly string[],
  out: string,
  { work, tree, layout, base, through }: Bench,
): Promise<{ readonly trouble: string | undefined; readonly needs: readonly string[] }> {
  const needs: string[] = [];
  for (;;) {
    const place = ["--recipes", tree, "--made", "--base", base, "--engine", "namespace", "--layout", layout];
    const files = ["--distdir", join(work, "distdir"), "--out", out, "--key", join(work, "key.sec")];
    const more = needs.flatMap((need) => ["--need", need]);
    const trouble = await cli({ work, through }, "build", ...recipe, "--deps", ...place, ...files, ...more);
    const offered = /--need ([^\s`]+)/.exec(trouble ?? "")?.[1];
    if (offered !== undefined && !needs.includes(offered) && needs.length < MOST_NEEDS) needs.push(offered);
    else
      return {
        trouble:
          trouble ?? (await cli({ work, through: "env" }, "verify", out, "--key", join(work, "key.pub"))),
        needs,
      };
  }
}

/** Into the folder of distfiles, under its sum; false where no mirror has it. */
async function bringSource({ file, md5 }: Row, work: string): Promise<boolean> {
  const kept = join(work, "distdir/md5", md5);
  if (existsSync(kept)) return true;
  mkdirSync(dirname(kept), { recursive: true });
  const archives = await archivesOf(openHost(), hostPath("/etc/apt"));
  for (const url of poolUrls(archives, file)) {
    const answer = await fetch(url).catch(() => undefined);
    if (!answer?.ok) continue;
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (createHash("md5").update(bytes).digest("hex") !== md5) continue;
    writeFileSync(`${kept}.part`, bytes);
    renameSync(`${kept}.part`, kept);
    return true;
  }
  return false;
}

/** Undefined when it did what it should, else its first error; what it said besides stays in a file. */
async function cli(
  { work, through }: Pick<Bench, "work" | "through">,
  ...args: readonly string[]
): Promise<string | undefined> {
  try {
    await run(through, [process.execPath, join(work, "dist/cli.js"), ...args], { maxBuffer: 2 ** 30 });
    return undefined;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    const log = join(work, "logs", `${args[1]}-${args[2]}.log`.replaceAll("/", "_"));
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, stdout + stderr);
    const lines = stderr.split("\n");
    const at = lines.findIndex((line) => /error\[/.test(line));
    const help = lines.findLast((line) => line.includes("= help:")) ?? "";
    const told = lines
      .slice(at, at + 3)
      .join(" ")
      .slice(0, 400);
    return `${told} ${help}`.replace(/\s+/g, " ").trim() || String(error);
  }
}

/**
 * In a buildbox over the base with nothing but the packages that this one needs: each program is started, each library
 * is loaded with all its symbols resolved.
 */
const TRY = `
for file in "$1"/bin/* "$1"/sbin/*; do
    [ -f "$file" ] && [ -x "$file" ] || continue
    case $(head -c 4 "$file" | tr -d '\\0') in ?ELF) ;; *) continue ;; esac
    timeout 20 "$file" --version < /dev/null > /tmp/said 2>&1
    status=$?
    if [ $status = 126 ] || [ $status = 127 ] || grep -q -e 'symbol lookup error' -e 'while loading shared' /tmp/said; then
        echo "wrong $file: $status $(head -c 200 /tmp/said | tr '\\n' ' ')"
    else echo "ran $file"; fi
done
for file in $(find "$1/lib" -name '*.so*' -type f 2> /dev/null); do
    case $(head -c 4 "$file" | tr -d '\\0') in ?ELF) ;; *) continue ;; esac
    ldd -r "$file" > /tmp/said 2>&1
    # What a plug-in takes from the program that loads it is not there.
    if grep -q -e 'not found' -e 'not a dynamic' /tmp/said; then echo "wrong $file: $(grep 'not found' /tmp/said | head -n 3)"
    else echo "linked $file"; fi
done
`;

async function runInstalled(
  row: Package,
  { root, base }: { readonly root: string; readonly base: string },
): Promise<Ended> {
  const host = openHost();
  const signal = new AbortController().signal;
  const catalogue = openCatalogue([], host.folders.working);
  if (!catalogue.ok) throw new Error("the catalogue is wrong");
  const engines = openEngines(host);
  const workshop = { host, report: () => undefined, engines, catalogue: catalogue.value, lock: new Map() };
  const ground = await openBase(
    { name: base, arch: "x86_64", engine: "namespace", source: "made" },
    workshop,
    signal,
  );
  if (!ground.ok) return { end: "failed", said: ground.error[0]?.message ?? "" };
  const span = { source: { name: "", text: "" }, start: 0, end: 0 };
  const needs = { kind: "native", manager: "apt", build: [], run: row.systemPackages, span } as const;
  const layers = await runRoot(ground.value, row.systemPackages.length > 0 ? [needs] : [], workshop, signal);
  if (!layers.ok) return { end: "failed", said: layers.error[0]?.message ?? "" };
  const spec = { root: layers.value, name: "try", network: "none", hidden: [], upper: "disk" } as const;
  const opened = await ground.value.engine.open(spec, signal);
  if (opened.kind === "refused") return { end: "failed", said: opened.why };
  await using box = opened.buildbox;
  await box.copyIn(hostPath(join(root, row.prefix)), guestPath(row.prefix), "root", signal);
  const chunks: string[] = [];
  const env = { PATH: "/usr/bin:/bin:/usr/sbin:/sbin", HOME: "/tmp", LC_ALL: "C.UTF-8" };
  const argv = ["bash", "-c", TRY, "bash", row.prefix] as const;
  const exec = { argv, cwd: guestPath("/tmp"), env, user: "build" } as const;
  const exit = await box.run(exec, (chunk) => void chunks.push(String(chunk)), signal);
  const said = chunks.join("");
  const count = (word: string) => said.match(new RegExp(`^${word} `, "gm"))?.length ?? 0;
  if (count("wrong") > 0 || exit.kind !== "exited")
    return { end: "failed", said: /^wrong .*/m.exec(said)?.[0] ?? exit.kind };
  const counted = [
    ...(count("ran") > 0 ? [`${count("ran")} programs run`] : []),
    ...(count("linked") > 0 ? [`${count("linked")} libraries link`] : []),
  ];
  return { end: "done", said: counted.join(", ") || "files only" };
}

function report(outcomes: readonly Outcome[], file: string): void {
  const answered = outcomes.filter(({ end }) => end !== "no-source");
  const done = answered.filter(({ end }) => end === "done");
  const rows = answered
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, type, end, said, seconds }) => {
      const name = key.replace(/\/Recipe$/, "").replace("/", " ");
      return `| ${name} | ${type} | ${seconds} | ${end === "done" ? said : `**failed**: ${said.replaceAll("|", "\\|")}`} |`;
    });
  const head = ["| recipe | type | seconds | |", "|---|---|---|---|"];
  writeFileSync(file, `${[...head, ...rows].join("\n")}\n`);
  const percent = answered.length === 0 ? 0 : Math.floor((1000 * done.length) / answered.length) / 10;
  console.log(
    `${outcomes.length} recipes, ${answered.length} with a source, ${done.length} built, installed and run (${percent} %)`,
  );
}
