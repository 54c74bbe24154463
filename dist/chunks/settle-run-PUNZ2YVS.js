import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openPlan,
  readDeliveries
} from "./chunk-IMKJZ4W2.js";
import {
  fetchLists
} from "./chunk-J3RR6IDN.js";
import "./chunk-VS34WUXN.js";
import "./chunk-BJVC5VNM.js";
import {
  account,
  compareRows
} from "./chunk-LNXXVXK4.js";
import {
  readPublicKey,
  readSignedIndex
} from "./chunk-UCWNRDAO.js";
import "./chunk-HA5EIUJH.js";
import "./chunk-ATK6FOIT.js";
import "./chunk-PE6H4S2Z.js";
import {
  joinPath,
  ok,
  withScratch
} from "./chunk-YHAPECI5.js";
import "./chunk-4TNO2FL2.js";
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
  const released = await releasedRows(release, context);
  if (!released.ok) return released;
  const made = read.deliveries.flatMap(({ packages }) => packages.map((one) => one.package));
  return ok({
    plan: plan.value,
    comparisons: compareRows(made, released.value),
    account: sum.account,
    deliveries: [...read.deliveries].sort((a, b) => placeOf(a) - placeOf(b)),
    diagnostics: [...read.diagnostics, ...sum.diagnostics, ...failures(sum.account)]
  });
}
__name(settleRun, "settleRun");
async function releasedRows(release, context) {
  if (!release) return ok([]);
  const { host, signal } = context;
  return await withScratch(joinPath(host.folders.cache, "released"), host, async (folder) => {
    const fetched = await fetchLists(release, folder, context);
    if (!fetched.ok || fetched.value === "none") return fetched.ok ? ok([]) : fetched;
    const key = await readPublicKey(release.publicKey, host);
    if (!key.ok) return key;
    return await readSignedIndex({ place: folder, keys: [key.value] }, host, signal);
  });
}
__name(releasedRows, "releasedRows");
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
