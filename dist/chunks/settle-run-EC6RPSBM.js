import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openPlan,
  readDeliveries
} from "./chunk-4P5CJYJY.js";
import {
  fetchRows
} from "./chunk-XR3QMUYF.js";
import {
  account,
  compareRows
} from "./chunk-N4JPXZRE.js";
import {
  isBuiltWithSame,
  unequalPackages
} from "./chunk-G3IN5NY2.js";
import {
  ok,
  quoted,
  quotedList
} from "./chunk-2DPMJAPF.js";

// src/command/compare-deliveries.ts
async function compareDeliveries(deliveries, { plan, released }, host, signal) {
  const makers = new Map(
    deliveries.flatMap((one) => one.packages.map(({ package: { file } }) => [file, one]))
  );
  const refused = /* @__PURE__ */ new Set();
  const diagnostics = [];
  for (const { record, packages, compared } of deliveries) {
    for (const own of compared) {
      const maker = makers.get(own.package.file);
      if (!maker) continue;
      const rows = maker.packages.map((one) => one.package);
      const unequal = await unequalPackages({ folder: maker.folder, packages: [own] }, rows, {
        host,
        signal
      });
      if (unequal.length > 0) for (const job of [record.job, maker.record.job]) refused.add(job);
      diagnostics.push(...unequal);
    }
    const changed = [...packages, ...compared].flatMap((own) => notAsReleased(own.package, plan, released));
    if (changed.length > 0) refused.add(record.job);
    diagnostics.push(...changed);
  }
  const held = withDependants(refused, plan);
  const after = [...held].filter((job) => !refused.has(job));
  return {
    deliveries: deliveries.map((one) => held.has(one.record.job) ? { ...one, packages: [] } : one),
    diagnostics: [...diagnostics, ...after.length > 0 ? [heldBack(after)] : []]
  };
}
function notAsReleased(row, { jobs }, released) {
  const there = released.find(({ file }) => file === row.file);
  if (!there || there.contentDigest === row.contentDigest || !isBuiltWithSame(row, there)) return [];
  const other = jobs.find((job) => job.verdict.kind === "fresh" && couldMake(job, row));
  return other ? [changedAlone(row, there, other)] : [];
}
function couldMake({ packages, compared, base, arch, layout }, row) {
  const isThere = base === row.base && arch === row.arch && layout === row.layout;
  return isThere && [...packages, ...compared].some(({ fullpkgname }) => fullpkgname === row.fullpkgname);
}
function withDependants(jobs, plan) {
  const all = new Set(jobs);
  for (const { id, needs } of plan.jobs) if (needs.some((need) => all.has(need))) all.add(id);
  return all;
}
function changedAlone(row, there, { id, folder }) {
  return {
    severity: "error",
    code: "package/not-equal",
    blame: "recipe",
    message: `\`${row.fullpkgname}\` must not depend on what \`${row.job}\` and \`${id}\` differ in, but it does: its content is ${row.contentDigest}, and ${there.contentDigest} in the release, which is what \`${id}\` makes`,
    help: `see which files differ with \`tarwright build ${folder} --compare-flavors\`; let all builds of them be alike, or give the package a name with the flavor`
  };
}
function heldBack(jobs) {
  return {
    severity: "warning",
    code: "plan/held-back",
    blame: "recipe",
    message: `nothing is handed on of what was built with packages of these jobs: ${quotedList(jobs)}`,
    help: "mend what differs; they are built again by the next run"
  };
}

// src/command/settle-run.ts
async function settleRun({ artifacts, release, ...file }, context) {
  const { host, signal } = context;
  const plan = await openPlan(file, host);
  if (!plan.ok) return plan;
  const read = await readDeliveries(artifacts, plan.value, host, signal);
  const all = read.deliveries.flatMap(({ packages, compared: compared2 }) => [...packages, ...compared2]);
  const released = release ? await fetchRows(
    release,
    all.map((one) => one.package),
    context
  ) : ok([]);
  if (!released.ok) return released;
  const rows = released.value;
  const compared = await compareDeliveries(
    read.deliveries,
    { plan: plan.value, released: rows },
    host,
    signal
  );
  const ends = read.deliveries.map(({ record: { job, end } }) => ({ job, outcome: end.kind }));
  const sum = account(plan.value, ends);
  const places = new Map(plan.value.jobs.map(({ id }, at) => [id, at]));
  const placeOf = ({ record }) => places.get(record.job) ?? 0;
  const made = compared.deliveries.flatMap(({ packages }) => packages.map((one) => one.package));
  return ok({
    plan: plan.value,
    comparisons: compareRows(made, rows),
    account: sum.account,
    deliveries: [...compared.deliveries].sort((a, b) => placeOf(a) - placeOf(b)),
    diagnostics: [
      ...read.diagnostics,
      ...compared.diagnostics,
      ...sum.diagnostics,
      ...failures(sum.account),
      ...missing(plan.value)
    ]
  });
}
function missing({ leftOut = [] }) {
  return leftOut.map(({ pkgpath, folder, because }) => ({
    severity: "error",
    code: "plan/left-out",
    blame: "recipe",
    message: `${quoted(pkgpath)} in \`${folder}\` was left out of the plan: ${because}`,
    help: "mend it; the job that planned tells where"
  }));
}
function failures({ failed, skipped, built, fresh }) {
  if (failed.length + skipped.length === 0) return [];
  const without = skipped.length > 0 ? `, and ${skipped.length} skipped that need one of them` : "";
  const all = built.length + fresh.length + failed.length + skipped.length;
  return [
    {
      severity: "error",
      code: "plan/not-all-built",
      blame: "recipe",
      message: `${failed.length} of ${all} jobs failed${without}: ${quotedList(failed)}`,
      help: "the summary has the last lines of each, and the command that does it again"
    }
  ];
}
export {
  settleRun
};
