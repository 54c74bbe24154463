import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  BASE_LOCK_NAME,
  openCatalogue,
  readBaseLock
} from "./chunk-V57KGXLJ.js";
import {
  readOwnBases
} from "./chunk-VIWBSZHV.js";
import {
  openEngines
} from "./chunk-DUQGCMRN.js";
import {
  ok,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/workshop.ts
var SETTINGS_NAME = "tarwright.yml";
async function openWorkshop({
  host,
  report
}) {
  const folder = await projectFolder({ host });
  const [settings, locked] = await Promise.all([
    readSource(joinPath(folder, SETTINGS_NAME), { host }),
    readSource(baseLockFile(folder), { host })
  ]);
  const own = settings ? readOwnBases(settings) : ok([]);
  const lock = locked ? readBaseLock(locked) : ok(/* @__PURE__ */ new Map());
  const catalogue = own.ok ? openCatalogue(own.value, folder) : own;
  if (!catalogue.ok || !lock.ok) {
    return wrong(...catalogue.ok ? [] : catalogue.error, ...lock.ok ? [] : lock.error);
  }
  return ok({ host, report, engines: openEngines(host), catalogue: catalogue.value, lock: lock.value });
}
async function projectFolder({ host }) {
  const { working } = host.folders;
  for (let folder = working; ; folder = joinPath(folder, "..")) {
    for (const name of [SETTINGS_NAME, BASE_LOCK_NAME]) {
      if ((await host.status(joinPath(folder, name)))?.kind === "file") return folder;
    }
    if (folder === "/") return working;
  }
}
function baseLockFile(folder) {
  return joinPath(folder, BASE_LOCK_NAME);
}
async function readSource(file, { host }) {
  const text = await host.readText(file);
  return text === void 0 ? void 0 : { name: shownPath(file, host.folders.working), text };
}

export {
  openWorkshop,
  projectFolder,
  baseLockFile
};
