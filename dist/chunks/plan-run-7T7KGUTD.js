import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  makePlan
} from "./chunk-JCMCDZ5U.js";
import {
  fetchLists
} from "./chunk-J3RR6IDN.js";
import "./chunk-VS34WUXN.js";
import "./chunk-BJVC5VNM.js";
import "./chunk-NXLANKJP.js";
import {
  packRoots
} from "./chunk-V7LP4YZU.js";
import "./chunk-LNXXVXK4.js";
import {
  openEngines
} from "./chunk-FFIYGVKZ.js";
import "./chunk-UCWNRDAO.js";
import "./chunk-HA5EIUJH.js";
import "./chunk-Y3UPHLZL.js";
import "./chunk-ATK6FOIT.js";
import "./chunk-GLREMW2F.js";
import "./chunk-PE6H4S2Z.js";
import {
  joinPath,
  ok
} from "./chunk-YHAPECI5.js";
import "./chunk-4TNO2FL2.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

// src/command/plan-run.ts
import { createHash } from "node:crypto";
async function planRun(request, context) {
  const { release, folder, ...wanted } = request;
  const lists = joinPath(folder, "released");
  const fetched = release ? await fetchLists(release, lists, context) : ok("none");
  if (!fetched.ok) return fetched;
  const released = fetched.value === "there" ? lists : void 0;
  const publicKeys = release ? [release.publicKey] : [];
  const planned = await makePlan({ ...wanted, released, publicKeys }, context);
  if (!planned.ok) return planned;
  const { plan, warnings } = planned.value;
  const roots = await handOn(plan, joinPath(folder, "roots"), context);
  if (!roots.ok) return roots;
  const text = `${JSON.stringify(plan)}
`;
  const file = joinPath(folder, "plan.json");
  await context.host.writeFile(file, text);
  const digest = createHash("sha256").update(text).digest("hex");
  return ok({ plan, file, digest, roots: roots.value, warnings });
}
__name(planRun, "planRun");
async function handOn({ bases, shards }, folder, { host, report, signal }) {
  const wanted = bases.filter(
    ({ name, arch, source }) => source === "made" && shards.some((shard) => shard.base === name && shard.arch === arch)
  );
  if (wanted.length === 0) return ok(void 0);
  const digest = await packRoots(wanted, folder, { host, report, engines: openEngines(host) }, signal);
  return digest.ok ? ok({ folder, digest: digest.value }) : digest;
}
__name(handOn, "handOn");
export {
  planRun
};
