import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  makePlan
} from "./chunk-SRVV7XIG.js";
import {
  packRoots
} from "./chunk-V57KGXLJ.js";
import {
  openEngines
} from "./chunk-DUQGCMRN.js";
import {
  ok
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/plan-run.ts
import { createHash } from "node:crypto";
async function planRun(request, context) {
  const { release, folder, ...wanted } = request;
  const released = release ? { kind: "release", place: release } : { kind: "nothing" };
  const planned = await makePlan({ ...wanted, released }, context);
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
async function handOn({ bases, shards }, folder, { host, report, signal }) {
  const wanted = bases.filter(
    ({ name, arch, source }) => source === "made" && shards.some((shard) => shard.base === name && shard.arch === arch)
  );
  if (wanted.length === 0) return ok(void 0);
  const digest = await packRoots(wanted, folder, { host, report, engines: openEngines(host) }, signal);
  return digest.ok ? ok({ folder, digest: digest.value }) : digest;
}
export {
  planRun
};
