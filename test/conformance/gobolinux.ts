import { parseDependencyLine } from "../../src/recipe/gobolinux/dependency-line.ts";
import { sortVersions } from "../../src/recipe/gobolinux/versions.ts";
import { unreachable } from "../../src/report.ts";
import type { Answer, Row, Table } from "./table.ts";

export const TABLES: readonly Table[] = [
  {
    prefix: "gobo-recipes.",
    extra: "wrong",
    bar: 99.9,
    isOf: () => true,
    answer: (rows, { listRaw }) => listRaw(rows.map(({ key }) => key)),
  },
  {
    prefix: "gobo-deplines.",
    extra: "wrong",
    bar: 100,
    isOf: () => true,
    answer: async (rows) => new Map(rows.map(({ key }) => [key, dependencyLine(key)])),
  },
  {
    prefix: "gobo-versions.",
    extra: "wrong",
    bar: 100,
    isOf: () => true,
    answer: async (rows) => new Map(rows.map((row) => [row.key, versionOrder(row)])),
  },
];

function versionOrder({ vars }: Row): Answer {
  const input = Array.isArray(vars["input"]) ? vars["input"].map(String) : [];
  const ascending = sortVersions(input);
  return { kind: "values", vars: { input, ascending, latest: ascending.at(-1) }, unknown: [] };
}

/** As Compile's parser shows it: of a recipe, and of an installed program, with every flag on but `!cross`. */
function dependencyLine(line: string): Answer {
  return {
    kind: "values",
    vars: { recipe: shown(line, "ignored"), installed: shown(line, "bound") },
    unknown: [],
  };
}

function shown(line: string, soft: "ignored" | "bound") {
  return parseDependencyLine(line).map((one) => {
    switch (one.kind) {
      case "nothing":
        return null;
      case "wrong": {
        const what = one.problem === "operator" ? `Unsupported operand '${one.found}'` : "Error";
        return { error: `${what} at line '${one.text}'` };
      }
      case "program": {
        const active = one.flags.filter((flag) => flag !== "!cross").sort();
        if (one.flags.includes("cross") || (one.flags.length > 0 && active.length === 0)) return null;
        const bounds = one.bounds.filter(({ operator }) => soft === "bound" || operator !== "bare");
        const versions = bounds.map(({ operator, version }) => [
          operator === "bare" ? ">=" : operator,
          version,
        ]);
        return { program: one.program, versions, activeflags: active };
      }
      default:
        return unreachable(one);
    }
  });
}
