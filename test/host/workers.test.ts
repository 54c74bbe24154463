import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { openWorkers } from "../../src/host/workers.ts";
import { never, temporaryFolder } from "../support.ts";

/** Answers late orders first; dies of a `bad` one. */
const PROGRAM = `
import { parentPort, workerData } from "node:worker_threads";
parentPort.on("message", (order) => {
  if (order === "bad") throw new Error("no such order");
  setTimeout(() => parentPort.postMessage(workerData + order), order === "slow" ? 300 : 0);
});
`;

function workers(program = PROGRAM) {
  const file = join(temporaryFolder(), "program.mjs");
  writeFileSync(file, program);
  return openWorkers(pathToFileURL(file), 3);
}

async function answers(orders: readonly string[], signal = never): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const { answer } of workers().spread<string, string>({ job: "did ", orders }, signal))
    all.push(answer);
  return all;
}

test("workers: answers come in the order of the orders", async () => {
  const orders = ["slow", ...Array.from({ length: 20 }, (_, at) => `order ${at}`)];
  expect(await answers(orders)).toEqual(orders.map((order) => `did ${order}`));
});

test("workers: a thread that dies ends the work with its error", async () => {
  await expect(answers(["a", "bad", "b", "c", "d"])).rejects.toThrow("no such order");
});

test("workers: an abort ends the work", async () => {
  await expect(answers(["slow"], AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
});

test("workers: without a program there are none", () => {
  expect(openWorkers(undefined, 8).count).toBe(1);
});
