import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openWorkshop
} from "./chunk-CUGB43QZ.js";
import {
  openBase,
  runLibraries,
  runPackages
} from "./chunk-V57KGXLJ.js";
import {
  ok
} from "./chunk-2DPMJAPF.js";

// src/command/run-libraries.ts
async function openLibraries({ request, system }, { host, report, signal }) {
  const workshop = await openWorkshop({ host, report });
  if (!workshop.ok) return workshop;
  const ground = await openBase(request, workshop.value, signal);
  if (!ground.ok) return ground;
  const libraries = await runLibraries(ground.value, system, workshop.value, signal);
  if (!libraries.ok) return libraries;
  const packages = runPackages(ground.value, system);
  if (!packages.ok) return packages;
  return ok({ ground: ground.value, libraries: libraries.value, systemPackages: packages.value });
}

export {
  openLibraries
};
