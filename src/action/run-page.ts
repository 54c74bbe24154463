// The page of a whole run: what failed and who is to blame, what was skipped, what was built, and how it differs.

import type { SettledRun } from "../command/command.ts";
import type { Comparison } from "../plan/plan.ts";
import { type Diagnostic, diagnosticJson } from "../report.ts";
import { bullets, code, cut, escaped, list, page, table } from "./markup.ts";
import { comparedBlocks, recordBlocks } from "./summary.ts";

export type RunPage = {
  /** Undefined when there was no plan to be read. */
  readonly run: SettledRun | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Of a package's file, once it is published. */
  readonly linkOf: (file: string) => string | undefined;
};

export function runPage({ run, diagnostics, linkOf }: RunPage): string {
  const severity = (wanted: Diagnostic["severity"]) =>
    diagnostics.filter((one) => one.severity === wanted).map(diagnosticJson);
  if (!run) return page("No plan", list("Errors", severity("error")));
  const { account, deliveries } = run;
  const isWhole = account.failed.length + account.skipped.length === 0 && severity("error").length === 0;
  return page(isWhole ? "All built" : "Not all built", [
    [
      `planned ${run.plan.jobs.length} = built ${account.built.length}`,
      `fresh ${account.fresh.length}`,
      `failed ${account.failed.length}`,
      `skipped ${account.skipped.length}`,
    ].join(" + "),
    ...blame(run),
    ...recordBlocks(deliveries.map(({ record }) => record)),
    ...list("Errors", severity("error")),
    ...table(
      deliveries.flatMap(({ record, packages }) =>
        packages.map(({ package: row }) => ({ package: row, reason: record.reason, link: linkOf(row.file) })),
      ),
    ),
    ...comparedBlocks(deliveries.map(({ record }) => record)),
    ...differences(run.comparisons),
    ...list("Warnings", severity("warning")),
  ]);
}

/** Each failed job, and what could not be built without it. */
function blame({ account }: SettledRun): readonly string[] {
  if (account.blame.length === 0) return [];
  const rows = account.blame.map(
    ({ job, dependants }) =>
      `| ${code(job)} | ${dependants.length} | ${dependants.slice(0, MOST_NAMES).map(code).join(", ")}${dependants.length > MOST_NAMES ? ", …" : ""} |`,
  );
  return [["| failed | skipped for it | which |", "|---|--:|---|", ...cut(rows)].join("\n")];
}

const MOST_NAMES = 10;

/** Against what is released: sizes, and names of libraries that others link to. */
function differences(comparisons: readonly Comparison[]): readonly string[] {
  return bullets(
    "Compared with what is released",
    comparisons.map(({ made, released, gone, come }) => () => {
      const size = made.installedBytes - released.installedBytes;
      const percent = released.installedBytes === 0 ? 0 : Math.round((100 * size) / released.installedBytes);
      const from = released.base === made.base ? released.version : `${released.version} on ${released.base}`;
      const names = [
        ...gone.map((name) => `${code(name)} is gone`),
        ...come.map((name) => `${code(name)} is new`),
      ];
      const sizes = `${released.installedBytes} → ${made.installedBytes} bytes (${size < 0 ? "" : "+"}${percent} %)`;
      return `${code(made.fullpkgname)} on ${code(made.base)}, before ${escaped(from, "line")}: ${[sizes, ...names].join("; ")}`;
    }),
  );
}
