import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  loadLister
} from "./chunks/chunk-MWMM6AYK.js";

// src/worker.ts
import { parentPort, workerData } from "node:worker_threads";
var openLister = await loadLister();
var list = openLister(workerData);
parentPort?.on(
  "message",
  (entries) => parentPort?.postMessage(entries.map((entry) => list(entry)))
);
