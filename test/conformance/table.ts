// A measured table is a file of JSON lines `{key, vars}`, gzipped: what the real system said of each key.

import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { gunzipSync } from "node:zlib";

type Values = Readonly<Record<string, unknown>>;

export type Row = { readonly key: string; readonly vars: Values };

/** What is said here of a key. `unknown` are names whose values only running something could give. */
export type Answer =
  | { readonly kind: "values"; readonly vars: Values; readonly unknown: readonly string[] }
  | { readonly kind: "refused"; readonly why: string };

/** A kind of table, and how its keys are answered here. */
export type Table = {
  /** Of the names of its files: other parts of a table count too when they lie in the same folder. */
  readonly prefix: string;
  /** Values that the table does not have: `wrong` where it has all of them. */
  readonly extra: "wrong" | "ignored";
  /** Percent of the table's values that must be equal. No other may differ: it must be unknown, or its row refused. */
  readonly bar: number;
  /** Whether the table was measured on this tree. */
  readonly isOf: (tree: string) => boolean;
  /** The rows that are asked for, when that is not all of them as they stand. */
  readonly rowsOf?: (rows: readonly Row[], tree: string) => readonly Row[];
  readonly answer: (rows: readonly Row[], tools: Tools) => Promise<ReadonlyMap<string, Answer>>;
};

export type Tools = {
  /** The tree that the table was measured on. */
  readonly tree: string;
  /** `list TREE --entries … --raw` over `keys`, by the program as its sources stand now. */
  readonly listRaw: (
    keys: readonly string[],
    ...options: readonly string[]
  ) => Promise<ReadonlyMap<string, Answer>>;
};

type Count = { readonly equal: number; readonly all: number };

export type Score = {
  readonly rows: Count;
  readonly values: Count;
  readonly unknown: number;
  readonly refusedRows: number;
  readonly wrong: number;
  /** A line each. */
  readonly differences: readonly string[];
};

export function readRows(file: string): readonly Row[] {
  return gunzipSync(readFileSync(file))
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

export function score(
  rows: readonly Row[],
  answers: ReadonlyMap<string, Answer>,
  extra: Table["extra"],
): Score {
  const scores = rows.map(({ key, vars }) =>
    scoreRow({ key, vars }, answers.get(key) ?? { kind: "refused", why: "no answer" }, extra),
  );
  const sum = (count: (one: RowScore) => number) => scores.reduce((total, one) => total + count(one), 0);
  return {
    rows: {
      equal: scores.filter((one) => one.equal === one.all && one.wrong === 0).length,
      all: rows.length,
    },
    values: { equal: sum((one) => one.equal), all: sum((one) => one.all) },
    unknown: sum((one) => one.unknown),
    refusedRows: scores.filter((one) => one.isRefused).length,
    wrong: sum((one) => one.wrong),
    differences: scores.flatMap((one) => one.differences),
  };
}

type RowScore = {
  readonly equal: number;
  readonly all: number;
  readonly unknown: number;
  readonly wrong: number;
  readonly isRefused: boolean;
  readonly differences: readonly string[];
};

function scoreRow({ key, vars }: Row, answer: Answer, extra: Table["extra"]): RowScore {
  const names = Object.keys(vars);
  if (answer.kind === "refused") {
    const differences = [`${key}: refused: ${answer.why}`];
    return { equal: 0, all: names.length, unknown: 0, wrong: 0, isRefused: true, differences };
  }
  const different = names.filter((name) => !isDeepStrictEqual(answer.vars[name], vars[name]));
  const isUnknown = (name: string) => answer.vars[name] === undefined && answer.unknown.includes(name);
  const more = extra === "wrong" ? Object.keys(answer.vars).filter((name) => !Object.hasOwn(vars, name)) : [];
  const wrong = [...different.filter((name) => !isUnknown(name)), ...more];
  const shown = (value: unknown) => JSON.stringify(value) ?? "nothing";
  return {
    equal: names.length - different.length,
    all: names.length,
    unknown: different.filter(isUnknown).length,
    wrong: wrong.length,
    isRefused: false,
    differences: [
      ...different.filter(isUnknown).map((name) => `${key}: ${name}: unknown, is ${shown(vars[name])}`),
      ...wrong.map((name) => `${key}: ${name}: said ${shown(answer.vars[name])}, is ${shown(vars[name])}`),
    ],
  };
}
