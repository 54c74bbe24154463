import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  bullets,
  code,
  escaped,
  list,
  page,
  table
} from "./chunk-IU7QSKH5.js";
import {
  diagnosticJson
} from "./chunk-2DPMJAPF.js";

// src/action/summary.ts
function buildPage(run) {
  const { errors, warnings } = bySeverity(run.diagnostics);
  return page(`${errors.length > 0 ? "Not built" : "Built"}: ${code(run.port)}`, [
    ...run.failure ? failureBlocks({ ...run.failure, lastLines: run.failure.lastOutput }) : [],
    ...list("Errors", errors),
    ...table(run.packages.map((row) => ({ package: row, reason: "", link: void 0 }))),
    ...list("Warnings", warnings)
  ]);
}
function releasePage(run) {
  const { errors, warnings } = bySeverity(run.diagnostics);
  const blocks = run.releases.flatMap(({ tag, url, files, published }) => {
    const sent = files.filter(({ change }) => change === "uploaded" || change === "replaced").length;
    const head = `<a href="${escaped(url, "line")}">${code(tag)}</a>: ${sent} files uploaded, ${files.length - sent} as they were`;
    return [head, ...table(published.map((row) => ({ package: row, reason: "", link: void 0 })))];
  });
  return page(errors.length > 0 ? "Not all published" : "Published", [
    ...list("Errors", errors),
    ...blocks,
    ...list("Warnings", warnings)
  ]);
}
function shardPage(run) {
  const records = run.jobs.map(({ record }) => record);
  const told = records.flatMap(({ end }) => end.kind === "failed" ? end.diagnostics : []);
  const { errors, warnings } = bySeverity(run.diagnostics);
  const others = errors.filter(({ message }) => !told.some((one) => one.message === message));
  const isBuilt = records.every(({ end }) => end.kind === "built") && others.length === 0;
  return page(`${isBuilt ? "Built" : "Not all built"}: shard ${code(run.shard)}`, [
    ...recordBlocks(records),
    ...list("Errors", others),
    ...table(
      run.jobs.flatMap(
        ({ record, packages }) => packages.map((row) => ({ package: row, reason: record.reason, link: void 0 }))
      )
    ),
    ...comparedBlocks(records),
    ...list("Warnings", warnings)
  ]);
}
function recordBlocks(records) {
  const failures = records.flatMap(({ job, repeat, end }) => {
    if (end.kind !== "failed") return [];
    const again = `Do it again: ${code(repeat)}`;
    return [...failureBlocks({ job, ...end }), ...list("Errors", end.diagnostics), again];
  });
  const skipped = records.flatMap(
    ({ job, end }) => end.kind === "skipped" ? [() => `${code(job)} for want of ${end.because.map(code).join(", ")}`] : []
  );
  return [...failures, ...bullets("Skipped", skipped)];
}
function comparedBlocks(records) {
  return bullets(
    "Made again, to be compared with what others leave",
    records.flatMap(
      ({ job, end }) => end.kind === "built" && end.compared.length > 0 ? [() => `${code(job)}: ${end.compared.map(({ file }) => code(file)).join(", ")}`] : []
    )
  );
}
function failureBlocks({
  job,
  phase,
  lastLines
}) {
  const failed = `${code(job)} failed in the phase ${code(phase)}.`;
  if (lastLines.trim() === "") return [failed];
  return [`${failed} Its last lines:`, `<pre>${escaped(lastLines, "lines")}</pre>`];
}
function bySeverity(diagnostics) {
  const of = (severity) => diagnostics.filter((one) => one.severity === severity).map(diagnosticJson);
  return { errors: of("error"), warnings: of("warning") };
}

export {
  buildPage,
  releasePage,
  shardPage,
  recordBlocks,
  comparedBlocks
};
