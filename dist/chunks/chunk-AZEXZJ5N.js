import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openPlan,
  readDeliveries
} from "./chunk-4P5CJYJY.js";
import {
  fetchLists,
  fetchReleased,
  notReleased
} from "./chunk-XR3QMUYF.js";
import {
  buildPort
} from "./chunk-ZX5BBB2K.js";
import {
  takeRoot
} from "./chunk-V57KGXLJ.js";
import {
  COMPARED_NAME,
  RECORD_NAME,
  formatRecord,
  recordedErrors
} from "./chunk-N4JPXZRE.js";
import {
  openEngines
} from "./chunk-DUQGCMRN.js";
import {
  addToFolder,
  readIndex,
  readPublicKey,
  readSignedIndex
} from "./chunk-G3IN5NY2.js";
import {
  phaseWatch
} from "./chunk-UB2EGJOB.js";
import {
  failureDiagnostic
} from "./chunk-PDQX6LE3.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  commandLine,
  ok,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/job-folder.ts
async function layOut(job, built, folder, context) {
  const beside = joinPath(folder, COMPARED_NAME);
  await context.host.remove(beside);
  const packages = await lay(job.packages, { built, folder }, context);
  if (!packages.ok) return packages;
  const compared = await lay(job.compared, { built, folder: beside }, context);
  return compared.ok ? ok({ packages: packages.value, compared: compared.value }) : compared;
}
async function lay(wanted, { built, folder }, { host, signal }) {
  const names = wanted.map(({ fullpkgname }) => fullpkgname);
  const packages = built.packages.filter(({ fullpkgname }) => names.includes(fullpkgname)).map((row) => ({ package: row, archive: joinPath(built.folder, row.file) }));
  if (packages.length === 0) return ok([]);
  const added = await addToFolder({ folder, folderName: folder, packages, key: void 0 }, host, signal);
  if (!added.ok) return added;
  return ok(added.value.added.map((row) => ({ package: row, archive: joinPath(folder, row.file) })));
}
function recordedFile({ package: { file, sha256, sizeBytes } }) {
  return { file, sha256, sizeBytes };
}

// src/command/build-shard.ts
async function buildShard(request, context) {
  const { host, signal } = context;
  const opened = await openShard(request, context);
  if (!opened.ok) return { jobs: [], diagnostics: opened.error };
  const { plan, shard } = opened.value;
  const rooted = await takeRoots(opened.value, request, context);
  if (!rooted.ok) return { jobs: [], diagnostics: rooted.error };
  const { deliveries, diagnostics } = request.artifacts ? await readDeliveries(request.artifacts, plan, host, signal) : { deliveries: [], diagnostics: [] };
  const ends = new Map(
    deliveries.map(({ record, packages }) => [record.job, { outcome: record.end, packages }])
  );
  const jobs = [];
  const found = [...diagnostics];
  for (const job of plan.jobs.filter(({ id }) => shard.jobs.includes(id)).sort(inOrderOf(shard))) {
    const end = await endOf(job, { request, plan, ends }, context);
    ends.set(job.id, end);
    found.push(...end.diagnostics);
    const record = await writeRecord(job, end, { request, plan }, context);
    jobs.push({ record, packages: end.packages.map((one) => one.package) });
  }
  return { jobs, diagnostics: found };
}
async function openShard(request, { host }) {
  const plan = await openPlan(request, host);
  if (!plan.ok) return plan;
  const { shards } = plan.value;
  const wanted = shards.find(({ name }) => name === request.shard);
  if (wanted) return ok({ plan: plan.value, shard: wanted });
  const names = shards.slice(0, 10).map(({ name }) => name);
  const more = shards.length > names.length ? ", …" : "";
  const help = names.length > 0 ? `choose one of ${names.join(", ")}${more}` : "nothing is to be built";
  return wrong(usage("usage/shard", `the plan has no shard \`${request.shard}\``, help));
}
async function takeRoots({ plan, shard }, { roots }, { host, report, signal }) {
  const base = plan.bases.find(({ name, arch }) => name === shard.base && arch === shard.arch);
  if (!roots || base?.source !== "made") return ok(void 0);
  return await takeRoot(base, roots, { host, report, engines: openEngines(host) }, signal);
}
async function endOf(job, scene, context) {
  const because = blameOf(job, scene);
  if (because.length > 0) {
    return { outcome: { kind: "skipped", because }, packages: [], diagnostics: [skipped(job, because)] };
  }
  const { host } = context;
  const watch = phaseWatch();
  const began = host.now();
  const report = (event) => {
    watch.see(event);
    context.report(event);
  };
  const { left, diagnostics } = await build(job, scene, { ...context, report });
  const durationMs = Math.round(host.now() - began);
  if (left) {
    const [files, compared] = [left.packages.map(recordedFile), left.compared.map(recordedFile)];
    return { outcome: { kind: "built", durationMs, files, compared }, packages: left.packages, diagnostics };
  }
  const failure = watch.failure();
  const outcome = {
    kind: "failed",
    durationMs,
    // What comes before the first phase is fetching, and opening the base.
    phase: failure?.phase ?? "fetch",
    lastLines: lastLines(failure?.lastOutput ?? ""),
    diagnostics: recordedErrors(diagnostics)
  };
  return { outcome, packages: [], diagnostics };
}
function blameOf({ needs }, { plan, ends }) {
  const fresh = new Set(plan.jobs.filter(({ verdict }) => verdict.kind === "fresh").map(({ id }) => id));
  const blamed = needs.flatMap((need) => {
    const outcome = ends.get(need)?.outcome;
    if (fresh.has(need) || outcome?.kind === "built") return [];
    return outcome?.kind === "skipped" ? outcome.because : [need];
  });
  return [...new Set(blamed)].sort();
}
async function build(job, scene, context) {
  const { host, signal } = context;
  try {
    return await withScratch(joinPath(host.folders.cache, "jobs"), host, async (scratch) => {
      const laid = await layDependencies(job, { ...scene, folder: joinPath(scratch, "packages") }, context);
      if (!laid.ok) return { left: void 0, diagnostics: laid.error };
      const made = joinPath(scratch, "made");
      const request = requestOf(job, { ...scene, dependencies: laid.value, made });
      const { built, diagnostics } = await buildPort(request, context);
      if (!built) return { left: void 0, diagnostics };
      const left = await layOut(job, built, joinPath(scene.request.out, job.id), context);
      return left.ok ? { left: left.value, diagnostics } : { left: void 0, diagnostics: left.error };
    });
  } catch (error) {
    const diagnostic = signal.aborted ? void 0 : failureDiagnostic(error, signal);
    if (!diagnostic) throw error;
    return { left: void 0, diagnostics: [diagnostic] };
  }
}
async function layDependencies({ needs, released }, { ends, request, folder }, context) {
  const made = needs.flatMap((need) => ends.get(need)?.packages ?? []);
  const fetched = await releasedPackages(
    released,
    { ...request, folder: joinPath(folder, "..", "released") },
    context
  );
  if (!fetched.ok) return fetched;
  const packages = [...made, ...fetched.value];
  if (packages.length === 0) return ok(void 0);
  const { host, signal } = context;
  const added = await addToFolder({ folder, folderName: folder, packages, key: void 0 }, host, signal);
  return added.ok ? ok(folder) : added;
}
async function releasedPackages(files, { released, folder }, context) {
  if (files.length === 0) return ok([]);
  if (!released) return wrong(...files.map(({ file, sha256 }) => notReleased(file, sha256)));
  if (released.kind === "folder") return await packagesIn(released.folder, files, context);
  const found = [];
  for (const [number, tag] of [...new Set(files.map((file) => file.tag ?? released.place.tag))].entries()) {
    const own = files.filter((file) => (file.tag ?? released.place.tag) === tag);
    const place = { ...released.place, tag };
    const fetched = await fetchPackages(own, { place, folder: joinPath(folder, String(number)) }, context);
    if (!fetched.ok) return fetched;
    found.push(...fetched.value);
  }
  return ok(found);
}
async function fetchPackages(files, { place, folder }, context) {
  const lists = await fetchLists(place, folder, context);
  if (!lists.ok) return lists;
  const key = await readPublicKey(place.publicKey, context.host);
  if (!key.ok) return key;
  const signed = await readSignedIndex({ place: folder, keys: [key.value] }, context.host, context.signal);
  if (!signed.ok) return signed;
  const fetched = await fetchReleased(files, { place, folder }, context);
  return fetched.ok ? await packagesIn(folder, files, context) : fetched;
}
async function packagesIn(folder, files, { host }) {
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  const found = [];
  const troubles = [];
  for (const { file, sha256 } of files) {
    const row = index.value?.packages.find((one) => one.file === file && one.sha256 === sha256);
    if (row) found.push({ package: row, archive: joinPath(folder, file) });
    else troubles.push(notReleased(file, sha256));
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(found);
}
function requestOf(job, {
  plan,
  request,
  dependencies,
  made
}) {
  const base = baseOf(job, plan);
  return {
    port: job.folder,
    version: job.version,
    recipes: [],
    flavors: job.flavors,
    subpackages: [...job.packages, ...job.compared].map(({ subpackage }) => subpackage).filter((name) => name !== ""),
    base: base.wanted,
    arch: job.arch,
    prefix: job.layout === "vendor" ? job.prefix : void 0,
    layout: job.layout,
    engine: request.engine,
    source: base.source === "made" ? "made" : "auto",
    only: job.id,
    planned: { digest: base.digest, fingerprint: job.fingerprint, pkgpath: job.pkgpath },
    out: made,
    distdir: request.distdir,
    dependenciesFrom: dependencies,
    key: { kind: "none" },
    configureOptions: job.configureOptions,
    compression: request.compression,
    check: "skip",
    parallel: request.parallel,
    commands: plan.commands,
    dependencies: "found",
    checkouts: "refused",
    needs: [],
    onEnd: "remove",
    purpose: "deliver",
    verify: "nothing",
    compareFlavors: []
  };
}
function baseOf({ base, arch }, { bases }) {
  const found = bases.find((one) => one.name === base && one.arch === arch);
  if (!found) throw new Error(`a plan without the base ${base} of its jobs`);
  return found;
}
async function writeRecord(job, { outcome }, { request, plan }, { host }) {
  const record = {
    version: 1,
    job: job.id,
    fingerprint: job.fingerprint,
    reason: job.verdict.kind === "run" ? job.verdict.reason : "",
    repeat: repeatLine(job, plan),
    end: outcome
  };
  await host.writeFile(joinPath(request.out, job.id, RECORD_NAME), formatRecord(record));
  return record;
}
function repeatLine(job, plan) {
  const base = baseOf(job, plan);
  const args = [
    ["build", job.folder, "--flavor", job.flavors.join(" "), "--base", base.wanted],
    base.source === "made" ? ["--made"] : [],
    job.layout === "vendor" ? ["--prefix", job.prefix] : ["--layout", job.layout],
    job.configureOptions.length > 0 ? ["--configure-options", wordsLine(job.configureOptions)] : [],
    plan.commands === "allowed" ? ["--allow-shell"] : [],
    job.needs.length + job.released.length > 0 ? ["--deps-from", "out"] : []
  ];
  return commandLine({ program: "tarwright", args: args.flat() });
}
function wordsLine([program = "", ...args]) {
  return commandLine({ program, args });
}
function lastLines(output) {
  return output.split("\n").slice(-MOST_LINES).join("\n").slice(-MOST_CHARACTERS);
}
var MOST_LINES = 40;
var MOST_CHARACTERS = 4096;
function inOrderOf({ jobs }) {
  return (a, b) => jobs.indexOf(a.id) - jobs.indexOf(b.id);
}
function skipped({ id }, because) {
  return {
    severity: "warning",
    code: "build/skipped",
    blame: "recipe",
    message: `\`${id}\` was skipped: it needs packages of ${because.map((one) => `\`${one}\``).join(", ")}, which left none`,
    help: "mend what failed; this job then runs by itself"
  };
}

export {
  buildShard
};
