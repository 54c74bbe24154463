import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import "./chunks/chunk-WPF3TV6X.js";
import {
  openLister
} from "./chunks/chunk-QTICPXDT.js";
import "./chunks/chunk-7YCA7UBO.js";
import "./chunks/chunk-Y3UPHLZL.js";
import "./chunks/chunk-3CPQLCK4.js";
import "./chunks/chunk-ATK6FOIT.js";
import "./chunks/chunk-XT2I4UYB.js";
import "./chunks/chunk-GLREMW2F.js";
import "./chunks/chunk-PE6H4S2Z.js";
import "./chunks/chunk-YHAPECI5.js";
import "./chunks/chunk-4TNO2FL2.js";
import "./chunks/chunk-KRZTYYLC.js";

// src/worker.ts
import { parentPort, workerData } from "node:worker_threads";
var list = openLister(workerData);
parentPort?.on(
  "message",
  (entries) => parentPort?.postMessage(entries.map((entry) => list(entry)))
);
