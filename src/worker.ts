// What each worker thread of `list` runs: it is told the job once, then answers orders until it is ended.

import { parentPort, workerData } from "node:worker_threads";
import { loadLister } from "./command/command.ts";

const openLister = await loadLister();
const list = openLister(workerData);
parentPort?.on("message", (entries: readonly Parameters<typeof list>[0][]) =>
  parentPort?.postMessage(entries.map((entry) => list(entry))),
);
