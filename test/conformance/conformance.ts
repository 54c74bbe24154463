// `npm run conformance -- DIALECT TREE [--oracles DIR] [--out FILE]`: holds what is read here against measured tables.
// The tables are no part of the project. A dialect's tables are told in its own file beside this one; so is what builds
// real ports, `openbsd-build`.

import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { TABLES as gobolinux } from "./gobolinux.ts";
import { main as buildRecipes } from "./gobolinux-build.ts";
import { TABLES as openbsd } from "./openbsd.ts";
import { buildPorts } from "./openbsd-build.ts";
import { TABLES as openbsdOwn } from "./openbsd-own.ts";
import { type Answer, readRows, type Score, score, type Table, type Tools } from "./table.ts";

const DIALECTS: Readonly<Record<string, readonly Table[]>> = {
  gobolinux,
  openbsd,
  "openbsd-own": openbsdOwn,
};

/** Differences that are shown when no file is named. */
const SHOWN = 20;

const run = promisify(execFile);

export async function main(top: string, args: readonly string[]): Promise<void> {
  if (args[0] === "gobolinux-build") return await buildRecipes(top, args.slice(1));
  if (args[0] === "openbsd-build") return await buildPorts(top, args.slice(1));
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { oracles: { type: "string" }, out: { type: "string" } },
  });
  const [dialect = "", tree = ""] = positionals;
  const tables = DIALECTS[dialect];
  const oracles = resolve(values.oracles ?? join(top, "../shared/oracles"));
  const absent = [tree, oracles].find((one) => !existsSync(one));
  if (!tables || absent !== undefined) {
    if (absent) console.error(`there is nothing at ${absent}`);
    console.error(
      `usage: npm run conformance -- ${Object.keys(DIALECTS).join("|")} TREE [--oracles DIR] [--out FILE]`,
    );
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "tarwright-conformance-"));
  try {
    await run(process.execPath, [join(top, "scripts/build.mjs"), "--out", folder]);
    const scores = await scoreTables(tables, { folder, tree: resolve(tree), oracles });
    report(scores, values.out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Scored = { readonly file: string; readonly table: Table; readonly score: Score };

async function scoreTables(
  tables: readonly Table[],
  { folder, tree, oracles }: { readonly folder: string; readonly tree: string; readonly oracles: string },
): Promise<readonly Scored[]> {
  const listRaw: Tools["listRaw"] = (keys, ...options) =>
    list(["list", tree, "--raw", ...options], { folder, keys });
  const scores: Scored[] = [];
  for (const table of tables.filter(({ isOf }) => isOf(tree))) {
    for (const file of readdirSync(oracles).sort()) {
      if (!file.startsWith(table.prefix) || !file.endsWith(".jsonl.gz")) continue;
      const measured = readRows(join(oracles, file));
      const rows = table.rowsOf?.(measured, tree) ?? measured;
      const answers = await table.answer(rows, { tree, listRaw });
      scores.push({ file, table, score: score(rows, answers, table.extra) });
    }
  }
  return scores;
}

async function list(
  args: readonly string[],
  { folder, keys }: { readonly folder: string; readonly keys: readonly string[] },
): Promise<ReadonlyMap<string, Answer>> {
  const entries = join(folder, "entries");
  writeFileSync(entries, keys.map((key) => `${key}\n`).join(""));
  const argv = [join(folder, "cli.js"), ...args, "--entries", entries];
  const { stdout } = await run(process.execPath, argv, { maxBuffer: 2 ** 30 });
  const lines = stdout
    .split("\n")
    .filter(Boolean)
    .map((line): Line => JSON.parse(line));
  return new Map(lines.map((line) => [line.key, answerOf(line)]));
}

type Line = {
  readonly key: string;
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly unknown?: readonly string[];
  readonly errors?: readonly unknown[];
};

function answerOf({ vars, unknown = [], errors = [] }: Line): Answer {
  return vars ? { kind: "values", vars, unknown } : { kind: "refused", why: JSON.stringify(errors[0]) };
}

/** Differences first: the figures are what is left on the screen. */
function report(scores: readonly Scored[], out: string | undefined): void {
  const differences = scores.flatMap(({ score }) => score.differences);
  if (out !== undefined) writeFileSync(out, differences.map((line) => `${line}\n`).join(""));
  else for (const line of differences.slice(0, SHOWN)) console.log(line);
  if (out === undefined && differences.length > SHOWN) console.log(`… ${differences.length} differences`);
  if (scores.length === 0) console.log("no table of this dialect lies there");
  for (const { file, score, table } of scores) {
    const { rows, values, unknown, refusedRows, wrong } = score;
    console.log(
      `${file}: rows equal ${counted(rows)}, values equal ${counted(values)}, bar ${table.bar} %; ` +
        `${unknown} values unknown, ${refusedRows} rows refused, ${wrong} values wrong`,
    );
  }
  const isBelow = scores.some(
    ({ score, table }) => score.wrong > 0 || 100 * score.values.equal < table.bar * score.values.all,
  );
  if (isBelow || scores.length === 0) process.exitCode = 1;
}

/** Rounded down: 100 % means all. */
function counted({ equal, all }: { readonly equal: number; readonly all: number }): string {
  const percent = all === 0 ? 100 : Math.floor((1e5 * equal) / all) / 1e3;
  return `${equal} of ${all} (${percent} %)`;
}
