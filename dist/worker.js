import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  loadThread
} from "./chunks/chunk-AM22JFQA.js";

// src/worker.ts
import { parentPort, workerData } from "node:worker_threads";
var answer = await loadThread(workerData);
parentPort?.on(
  "message",
  (entries) => parentPort?.postMessage(entries.map((entry) => answer(entry)))
);
