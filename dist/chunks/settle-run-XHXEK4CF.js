import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openPlan,
  readDeliveries
} from "./chunk-33HX3Q4Q.js";
import {
  fetchRows
} from "./chunk-W6FZ6JSH.js";
import {
  account,
  compareRows
} from "./chunk-VVCIPI56.js";
import {
  unequalPackages
} from "./chunk-UDOBY6Y3.js";
import {
  ok
} from "./chunk-UXJUJLSS.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

// src/command/settle-run.ts
async function settleRun({ artifacts, release, ...file }, context) {
  const { host, signal } = context;
  const plan = await openPlan(file, host);
  if (!plan.ok) return plan;
  const read = await readDeliveries(artifacts, plan.value, host, signal);
  const compared = await compareDeliveries(read.deliveries, host, signal);
  const ends = read.deliveries.map(({ record: { job, end } }) => ({ job, outcome: end.kind }));
  const sum = account(plan.value, ends);
  const places = new Map(plan.value.jobs.map(({ id }, at) => [id, at]));
  const placeOf = /* @__PURE__ */ __name(({ record }) => places.get(record.job) ?? 0, "placeOf");
  const made = compared.deliveries.flatMap(({ packages }) => packages.map((one) => one.package));
  const released = release ? await fetchRows(release, made, context) : ok([]);
  if (!released.ok) return released;
  return ok({
    plan: plan.value,
    comparisons: compareRows(made, released.value),
    account: sum.account,
    deliveries: [...compared.deliveries].sort((a, b) => placeOf(a) - placeOf(b)),
    diagnostics: [...read.diagnostics, ...compared.diagnostics, ...sum.diagnostics, ...failures(sum.account)]
  });
}
__name(settleRun, "settleRun");
async function compareDeliveries(deliveries, host, signal) {
  const makers = new Map(
    deliveries.flatMap((one) => one.packages.map(({ package: { file } }) => [file, one]))
  );
  const kept = [];
  const diagnostics = [];
  for (const delivery of deliveries) {
    const unequal = [];
    for (const own of delivery.compared) {
      const maker = makers.get(own.package.file);
      if (!maker) continue;
      const rows = maker.packages.map((one) => one.package);
      const compared = { folder: maker.folder, packages: [own] };
      unequal.push(...await unequalPackages(compared, rows, { host, signal }));
    }
    diagnostics.push(...unequal);
    kept.push(unequal.length > 0 ? { ...delivery, packages: [] } : delivery);
  }
  return { deliveries: kept, diagnostics };
}
__name(compareDeliveries, "compareDeliveries");
function failures({ failed, skipped, built, fresh }) {
  if (failed.length + skipped.length === 0) return [];
  const names = failed.slice(0, MOST_NAMES).map((job) => `\`${job}\``);
  const more = failed.length > MOST_NAMES ? `, and ${failed.length - MOST_NAMES} more` : "";
  const without = skipped.length > 0 ? `, and ${skipped.length} skipped that need one of them` : "";
  const all = built.length + fresh.length + failed.length + skipped.length;
  return [
    {
      severity: "error",
      code: "plan/not-all-built",
      blame: "recipe",
      message: `${failed.length} of ${all} jobs failed${without}: ${names.join(", ")}${more}`,
      help: "the summary has the last lines of each, and the command that does it again"
    }
  ];
}
__name(failures, "failures");
var MOST_NAMES = 10;
export {
  settleRun
};
