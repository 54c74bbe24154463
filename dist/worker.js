import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  loadLister
} from "./chunks/chunk-EEG42ZUY.js";

// src/worker.ts
import { parentPort, workerData } from "node:worker_threads";
var openLister = await loadLister();
var list = openLister(workerData);
parentPort?.on(
  "message",
  (entries) => parentPort?.postMessage(entries.map((entry) => list(entry)))
);
