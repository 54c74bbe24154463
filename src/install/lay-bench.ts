import { createHash } from "node:crypto";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import type { Diagnostic } from "../report.ts";
import type { Site } from "./site.ts";
import type { Move, Transaction } from "./transaction.ts";

/** What a plan is made with, and grows on. */
export type Bench = {
  readonly site: Site;
  readonly host: Host;
  readonly transaction: Transaction;
  count: number;
  readonly warnings: Diagnostic[];
  readonly moves: Move[];
};

/** A name of its own beside `place`, on its file system. */
export async function beside(bench: Bench, place: HostPath, what: string): Promise<HostPath> {
  bench.count += 1;
  return joinPath(await bench.transaction.stageBeside(place), `${what}-${bench.count}`);
}

/** Of a file; undefined when there is none. */
export async function digestAt(file: HostPath, host: Host): Promise<string | undefined> {
  if ((await host.status(file))?.kind !== "file") return undefined;
  const hash = createHash("sha256");
  for await (const chunk of host.readStream(file)) hash.update(chunk);
  return hash.digest("hex");
}
