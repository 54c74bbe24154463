import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  COMPARED_NAME,
  RECORD_NAME,
  readPlan,
  readRecord
} from "./chunk-N4JPXZRE.js";
import {
  fileDigest,
  readIndex
} from "./chunk-G3IN5NY2.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/deliveries.ts
var DEEPEST = 2;
async function readDeliveries(folder, plan, host, signal) {
  const jobs = new Map(plan.jobs.map((job) => [job.id, job]));
  const deliveries = [];
  const diagnostics = [];
  for (const place of await jobFolders(folder, DEEPEST, host)) {
    const read = await readDelivery(place, jobs, host, signal);
    if (!read.ok) diagnostics.push(...read.error);
    else if (read.value) deliveries.push(read.value);
  }
  return { deliveries, diagnostics };
}
async function jobFolders(folder, depth, host) {
  const names = await host.list(folder) ?? [];
  if (names.includes(RECORD_NAME)) return [folder];
  if (depth === 0) return [];
  const below = [];
  for (const name of names) {
    const place = joinPath(folder, name);
    if ((await host.status(place))?.kind === "folder")
      below.push(...await jobFolders(place, depth - 1, host));
  }
  return below;
}
async function readDelivery(folder, jobs, host, signal) {
  const file = joinPath(folder, RECORD_NAME);
  const name = shownPath(file, host.folders.working);
  const isFile = (await host.status(file))?.kind === "file";
  const read = readRecord(isFile ? await host.readText(file) ?? "" : "", name);
  if (!read.ok) return read;
  const record = read.value;
  const planned = jobs.get(record.job);
  if (!planned) return ok(void 0);
  if (planned.verdict.kind !== "run" || planned.fingerprint !== record.fingerprint) {
    return wrong(strange(`\`${name}\` is of \`${record.job}\`, which this plan does not run like that`));
  }
  if (record.end.kind !== "built") return ok({ record, folder, packages: [], compared: [] });
  const { files, compared } = record.end;
  const believe = (part) => believed({ record, planned, ...part }, host, signal);
  const packages = await believe({ folder, files, expected: planned.packages });
  if (!packages.ok) return packages;
  const beside = joinPath(folder, COMPARED_NAME);
  const others = await believe({ folder: beside, files: compared, expected: planned.compared });
  return others.ok ? ok({ record, folder, packages: packages.value, compared: others.value }) : others;
}
async function believed({
  folder,
  files,
  expected,
  record,
  planned
}, host, signal) {
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  const packages = [];
  const troubles = [];
  for (const recorded of files) {
    const archive = joinPath(folder, recorded.file);
    const why = (await host.status(archive))?.kind === "file" ? void 0 : "it is not there";
    const found = why ?? await fileDigest(archive, host, signal);
    const row = index.value?.packages.find((one) => one.file === recorded.file);
    if (found !== recorded.sha256) troubles.push(changed(record, recorded, why ?? `its SHA-256 is ${found}`));
    else if (!row || !isOf(row, recorded.sha256, planned)) {
      const place = shownPath(folder, host.folders.working);
      troubles.push(strange(`the index in \`${place}\` tells something else of \`${recorded.file}\``));
    } else packages.push({ package: row, archive });
  }
  const made = packages.map((one) => one.package.fullpkgname).sort();
  const wanted = expected.map(({ fullpkgname }) => fullpkgname).sort();
  if (troubles.length === 0 && made.join() !== wanted.join()) {
    troubles.push(
      strange(`\`${record.job}\` was planned to leave ${namesOf(wanted)}, and left ${namesOf(made)}`)
    );
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(packages);
}
function namesOf(names) {
  return names.join(", ") || "nothing";
}
function isOf(row, sha256, { id, fingerprint }) {
  return row.sha256 === sha256 && row.job === id && row.fingerprint === fingerprint;
}
function changed({ job }, { file, sha256 }, why) {
  return {
    severity: "error",
    code: "plan/changed-artifact",
    blame: "world",
    message: `\`${file}\` is not what \`${job}\` left: its record says ${sha256}, and ${why}`,
    help: "find out who changed the artifact, then run the job again; nothing of it was used"
  };
}
function strange(message) {
  return {
    severity: "error",
    code: "plan/strange-artifact",
    blame: "world",
    message,
    help: "run the whole workflow again, so that its plan and its artifacts belong together; nothing of it was used"
  };
}

// src/command/plan-file.ts
import { createHash } from "node:crypto";
async function openPlan({ plan: file, planDigest }, host) {
  const name = shownPath(file, host.folders.working);
  const text = await host.readText(file);
  if (text === void 0) {
    const help = "write one with `tarwright plan PATHS… --json`";
    return wrong(usage("usage/no-plan", `there is no plan \`${name}\``, help));
  }
  const found = createHash("sha256").update(text).digest("hex");
  if (planDigest !== void 0 && found !== planDigest) {
    const message = `\`${name}\` is not the plan of this run: expected SHA-256 ${planDigest}, found ${found}`;
    return wrong(usage("usage/other-plan", message, "hand on the file as the plan job has left it"));
  }
  return readPlan(text, name);
}

export {
  readDeliveries,
  openPlan
};
