import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openPlan,
  readDeliveries
} from "./chunk-U5Q6OMPM.js";
import {
  fetchRows
} from "./chunk-QZJIVEFS.js";
import {
  account,
  compareRows
} from "./chunk-3LZEUFBF.js";
import {
  ok
} from "./chunk-QAFE3GEV.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

// src/command/settle-run.ts
async function settleRun({ artifacts, release, ...file }, context) {
  const { host, signal } = context;
  const plan = await openPlan(file, host);
  if (!plan.ok) return plan;
  const read = await readDeliveries(artifacts, plan.value, host, signal);
  const ends = read.deliveries.map(({ record: { job, end } }) => ({ job, outcome: end.kind }));
  const sum = account(plan.value, ends);
  const places = new Map(plan.value.jobs.map(({ id }, at) => [id, at]));
  const placeOf = /* @__PURE__ */ __name(({ record }) => places.get(record.job) ?? 0, "placeOf");
  const made = read.deliveries.flatMap(({ packages }) => packages.map((one) => one.package));
  const released = release ? await fetchRows(release, made, context) : ok([]);
  if (!released.ok) return released;
  return ok({
    plan: plan.value,
    comparisons: compareRows(made, released.value),
    account: sum.account,
    deliveries: [...read.deliveries].sort((a, b) => placeOf(a) - placeOf(b)),
    diagnostics: [...read.diagnostics, ...sum.diagnostics, ...failures(sum.account)]
  });
}
__name(settleRun, "settleRun");
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
