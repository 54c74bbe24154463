// A step's page in the job summary. Everything in it came from a recipe or a build, so nothing is taken as markup.

import type { LastPhase, PublishAnswer, ShardAnswer } from "../command/command.ts";
import type { JobRecord } from "../plan/plan.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, diagnosticJson } from "../report.ts";
import { bullets, code, escaped, list, page, table } from "./markup.ts";

/** Of a port that was built by its name: failures first, then a row for each package. */
export function buildPage(run: {
  readonly port: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly failure: LastPhase | undefined;
  readonly packages: readonly Package[];
}): string {
  const { errors, warnings } = bySeverity(run.diagnostics);
  return page(`${errors.length > 0 ? "Not built" : "Built"}: ${code(run.port)}`, [
    ...(run.failure ? failureBlocks({ ...run.failure, lastLines: run.failure.lastOutput }) : []),
    ...list("Errors", errors),
    ...table(run.packages.map((row) => ({ package: row, reason: "", link: undefined }))),
    ...list("Warnings", warnings),
  ]);
}

/** Of releases: what went wrong, and a row for each package that was brought. */
export function releasePage(run: {
  readonly releases: PublishAnswer["releases"];
  readonly diagnostics: readonly Diagnostic[];
}): string {
  const { errors, warnings } = bySeverity(run.diagnostics);
  const blocks = run.releases.flatMap(({ tag, url, files, published }) => {
    const sent = files.filter(({ change }) => change === "uploaded" || change === "replaced").length;
    const head = `<a href="${escaped(url, "line")}">${code(tag)}</a>: ${sent} files uploaded, ${files.length - sent} as they were`;
    return [head, ...table(published.map((row) => ({ package: row, reason: "", link: undefined })))];
  });
  return page(errors.length > 0 ? "Not all published" : "Published", [
    ...list("Errors", errors),
    ...blocks,
    ...list("Warnings", warnings),
  ]);
}

type Job = ShardAnswer["jobs"][number];

/** Of the jobs of a shard: what failed, what was skipped for that, then a row for each package. */
export function shardPage(run: {
  readonly shard: string;
  readonly jobs: readonly Job[];
  readonly diagnostics: readonly Diagnostic[];
}): string {
  const records = run.jobs.map(({ record }) => record);
  const told = records.flatMap(({ end }) => (end.kind === "failed" ? end.diagnostics : []));
  const { errors, warnings } = bySeverity(run.diagnostics);
  // What no job is to blame for: the plan, artifacts that were changed.
  const others = errors.filter(({ message }) => !told.some((one) => one.message === message));
  const isBuilt = records.every(({ end }) => end.kind === "built") && others.length === 0;
  return page(`${isBuilt ? "Built" : "Not all built"}: shard ${code(run.shard)}`, [
    ...recordBlocks(records),
    ...list("Errors", others),
    ...table(
      run.jobs.flatMap(({ record, packages }) =>
        packages.map((row) => ({ package: row, reason: record.reason, link: undefined })),
      ),
    ),
    ...comparedBlocks(records),
    ...list("Warnings", warnings),
  ]);
}

/** The failures, and what was skipped. */
export function recordBlocks(records: readonly JobRecord[]): readonly string[] {
  const failures = records.flatMap(({ job, repeat, end }) => {
    if (end.kind !== "failed") return [];
    const again = `Do it again: ${code(repeat)}`;
    return [...failureBlocks({ job, ...end }), ...list("Errors", end.diagnostics), again];
  });
  const skipped = records.flatMap(({ job, end }) =>
    end.kind === "skipped" ? [() => `${code(job)} for want of ${end.because.map(code).join(", ")}`] : [],
  );
  return [...failures, ...bullets("Skipped", skipped)];
}

/** What was made again, and is in no table. */
export function comparedBlocks(records: readonly JobRecord[]): readonly string[] {
  return bullets(
    "Made again, to be compared with what others leave",
    records.flatMap(({ job, end }) =>
      end.kind === "built" && end.compared.length > 0
        ? [() => `${code(job)}: ${end.compared.map(({ file }) => code(file)).join(", ")}`]
        : [],
    ),
  );
}

function failureBlocks({
  job,
  phase,
  lastLines,
}: {
  readonly job: string;
  readonly phase: string;
  readonly lastLines: string;
}): readonly string[] {
  const failed = `${code(job)} failed in the phase ${code(phase)}.`;
  if (lastLines.trim() === "") return [failed];
  return [`${failed} Its last lines:`, `<pre>${escaped(lastLines, "lines")}</pre>`];
}

function bySeverity(diagnostics: readonly Diagnostic[]) {
  const of = (severity: Diagnostic["severity"]) =>
    diagnostics.filter((one) => one.severity === severity).map(diagnosticJson);
  return { errors: of("error"), warnings: of("warning") };
}
