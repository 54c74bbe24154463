import { createHash } from "node:crypto";
import type { Buildbox } from "../engine/engine.ts";
import type { Host } from "../host/host.ts";
import type { RootDigest } from "../port/port.ts";
import { ok, type Result, wrong } from "../report.ts";
import { runTask, statusOf, taskFailure } from "./box.ts";
import script from "./inventory.sh";
import { isRootDigest } from "./record.ts";

export type Inventory = {
  readonly sizeBytes: number;
  /** Names, sorted. */
  readonly packages: readonly string[];
  /** `name version arch digest` of each package's archive or header, sorted; empty unless asked for. */
  readonly hashes: readonly string[];
};

/** What an open box holds. */
export async function takeInventory(
  box: Buildbox,
  { depth, host }: { readonly depth: "names" | "hashes"; readonly host: Host },
  signal: AbortSignal,
): Promise<Result<Inventory>> {
  const end = await runTask(box, { script, args: [depth], host }, signal);
  if (statusOf(end.exit) !== 0) {
    return wrong(taskFailure("base/inventory", "the packages of the root can't be listed", { end }));
  }
  const lines = end.output.split("\n");
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  return ok({
    sizeBytes: Number(after("size")[0]),
    packages: [...new Set(after("package"))].sort(),
    hashes: [...new Set(after("hash"))].sort(),
  });
}

/** How roots are made here; part of their digests, since equal packages may be laid out in another way by another. */
const MAKING = "tarwright root 1";

/** A made root is what its packages are. */
export function digestOfPackages(hashes: readonly string[]): RootDigest {
  return digestOf([MAKING, ...hashes]);
}

export function digestOf(lines: readonly string[]): RootDigest {
  const digest = `sha256:${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
  if (!isRootDigest(digest)) throw new Error(`not a digest: ${digest}`);
  return digest;
}
