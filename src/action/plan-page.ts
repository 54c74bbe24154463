// The page of a plan: how much there is to do, and why.

import type { Plan } from "../plan/plan.ts";
import { type Diagnostic, diagnosticJson } from "../report.ts";
import { bullets, code, escaped, list, page } from "./markup.ts";

export function planPage({
  plan,
  diagnostics,
}: {
  /** Undefined when none could be made. */
  readonly plan: Plan | undefined;
  readonly diagnostics: readonly Diagnostic[];
}): string {
  const rows = diagnostics.map(diagnosticJson);
  const told = [
    ...list(
      "Errors",
      rows.filter(({ severity }) => severity === "error"),
    ),
    ...list(
      "Warnings",
      rows.filter(({ severity }) => severity === "warning"),
    ),
  ];
  if (!plan) return page("No plan", told);
  const toRun = plan.jobs.flatMap(({ id, verdict }) =>
    verdict.kind === "run"
      ? [() => `${code(id)} in shard ${code(verdict.shard)}: ${escaped(verdict.reason, "line")}`]
      : [],
  );
  return page(`Planned: ${toRun.length} of ${plan.jobs.length} jobs run, the others are released already`, [
    ...told,
    ...bullets("To build", toRun),
  ]);
}
