// The tables of OpenBSD's make: a whole ports tree with its own bsd.port.mk, and the language alone, with an empty one.

import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer, Row, Table, Tools } from "./table.ts";

export const isPortsTree = (tree: string) => existsSync(join(tree, "infrastructure/mk/bsd.port.mk"));

export const TABLES: readonly Table[] = [
  {
    prefix: "openbsd-ports.",
    extra: "ignored",
    bar: 99.9,
    isOf: isPortsTree,
    answer: async (rows, { listRaw }) => {
      const names = [...new Set(rows.flatMap(({ vars }) => Object.keys(vars)).map(asked))];
      const answers = await listRaw(
        rows.map(({ key }) => key),
        `--raw=${names.join(",")}`,
      );
      return inTheirForm(rows, answers);
    },
  },
  {
    prefix: "openbsd-make-bitrig.",
    extra: "ignored",
    bar: 99.9,
    isOf: isPortsTree,
    answer: withEmptyPortMk,
  },
  {
    prefix: "openbsd-make-wip.",
    extra: "ignored",
    bar: 99.9,
    isOf: (tree) => !isPortsTree(tree),
    answer: withEmptyPortMk,
  },
];

async function withEmptyPortMk(
  rows: readonly Row[],
  { listRaw }: Tools,
): Promise<ReadonlyMap<string, Answer>> {
  const folder = mkdtempSync(join(tmpdir(), "tarwright-empty-"));
  const empty = join(folder, "empty.mk");
  writeFileSync(empty, "");
  try {
    const mk = `--bsd-port-mk=${empty}`;
    const answers = new Map(
      await listRaw(
        rows.map(({ key }) => key),
        "--raw",
        mk,
      ),
    );
    // What the Makefile itself does not set has a value too: make's own.
    const open = rows.filter((row) => namesMissing(row, answers).length > 0);
    const names = [...new Set(open.flatMap((row) => namesMissing(row, answers)))];
    const more = await listRaw(
      open.map(({ key }) => key),
      `--raw=${names.join(",")}`,
      mk,
    );
    for (const [key, answer] of more) {
      const first = answers.get(key);
      if (answer.kind !== "values" || first?.kind !== "values") continue;
      answers.set(key, { ...first, vars: { ...answer.vars, ...first.vars } });
    }
    return inTheirForm(rows, answers);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function namesMissing({ key, vars }: Row, answers: ReadonlyMap<string, Answer>): readonly string[] {
  const answer = answers.get(key);
  return answer?.kind === "values"
    ? Object.keys(vars).filter((name) => !Object.hasOwn(answer.vars, name))
    : [];
}

/** Columns that are no variables of make: how many files of a kind there are, where a list was cut. */
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  fetch_count: ["DISTFILES", "PATCHFILES", "SUPDISTFILES"],
  SUPDISTFILES_count: ["SUPDISTFILES"],
};

/** What `--raw` is asked for to have a column: `FULLPKGNAME@` for `FULLPKGNAME-main`. */
function asked(column: string): string {
  return column.replace(/-.*$/, "@");
}

/** The tables split lists into words, and give long values by length and digest. */
export function inTheirForm(
  rows: readonly Row[],
  answers: ReadonlyMap<string, Answer>,
): ReadonlyMap<string, Answer> {
  const result = new Map<string, Answer>();
  for (const { key, vars } of rows) {
    const answer = answers.get(key);
    if (answer?.kind === "values") {
      const said = Object.keys(vars).map((name) => [name, likeIn(name, vars, answer.vars, key)]);
      result.set(key, { ...answer, vars: Object.fromEntries(said) });
    } else if (answer) result.set(key, answer);
  }
  return result;
}

function likeIn(
  name: string,
  vars: Row["vars"],
  ours: Readonly<Record<string, unknown>>,
  key: string,
): unknown {
  const theirs = vars[name];
  if (name === "pkgpath") return key.split(",")[0];
  if (COUNTS[name]) return new Set(COUNTS[name].flatMap((one) => words(ours[one]))).size;
  const value = ours[name];
  if (typeof value !== "string") return value;
  // Behind the last message no blank is left, and none stands in the table.
  if (name === "ERRORS") return value.trimEnd();
  // A list that the table cuts has its length beside it.
  const cut = Object.hasOwn(vars, `${name}_count`) && Array.isArray(theirs) ? theirs.length : undefined;
  if (Array.isArray(theirs)) return words(value).slice(0, cut);
  if (typeof theirs === "object")
    return { len: value.length, sha1: createHash("sha1").update(value).digest("hex") };
  // That table was made with the tree elsewhere, which it spells like this.
  return String(theirs).includes(PORTSDIR) ? value.replaceAll("/usr/ports", PORTSDIR) : value;
}

const PORTSDIR = "$" + "{PORTSDIR}";
function words(value: unknown): readonly string[] {
  return typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];
}
