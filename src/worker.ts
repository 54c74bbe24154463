// What each worker thread runs: it is told its work once, then answers orders until it is ended.

import { parentPort, workerData } from "node:worker_threads";
import { loadThread } from "./command/command.ts";

const answer = await loadThread(workerData);
parentPort?.on("message", (entries: readonly never[]) =>
  parentPort?.postMessage(entries.map((entry) => answer(entry))),
);
