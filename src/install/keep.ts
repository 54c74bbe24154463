// Packages that can lie anywhere, in the runner's tool cache: the next job on the same machine finds them there.

import { type Host, type HostPath, joinPath, type Tools } from "../host/host.ts";
import { unpackPackage, verifyTree } from "../package/package.ts";
import { type Package, stemOf } from "../port/port.ts";
import { ok, type Result } from "../report.ts";
import type { LibraryPath } from "./database.ts";
import type { Used } from "./environment.ts";
import type { Choice } from "./resolve.ts";
import type { Selection } from "./selection.ts";

/** A package in the tool cache. */
export type Kept = Used & { readonly outcome: "installed" | "present" };

export type Keeping = {
  readonly tools: Tools | undefined;
  readonly selection: Selection;
  readonly scratch: HostPath;
  readonly setuid: "refuse" | "keep";
  readonly host: Host;
};

/** What was kept is believed no more than what is fetched: a tree that is not as it was signed is fetched again. */
export async function keepPackages(
  choices: readonly Choice[],
  { tools, selection, scratch, setuid, host }: Keeping,
  signal: AbortSignal,
): Promise<Result<readonly Kept[]>> {
  const { release, source } = selection;
  const keys = release.signer && [release.signer];
  const kept: Kept[] = [];
  for (const [index, { row }] of choices.entries()) {
    if (!tools) break;
    const { name, version } = toolOf(row);
    const found = await tools.find(name, version);
    if (found && (await verifyTree({ folder: found, row, keys }, host)) === "right") {
      kept.push(used(row, found, host, "present"));
      continue;
    }
    const archive = await source.archive(row, signal);
    if (!archive.ok) return archive;
    const folder = joinPath(scratch, `kept-${index}`);
    const trust = keys ? ({ kind: "keys", keys } as const) : ({ kind: "index" } as const);
    const tree = await unpackPackage({ ...archive.value, row, folder, trust, setuid }, host, signal);
    if (!tree.ok) return tree;
    kept.push(used(row, await tools.keep(tree.value.folder, name, version), host, "installed"));
  }
  return ok(kept);
}

/** The cache finds whole versions of semver only, and other tools have names there, too. */
function toolOf({ fullpkgname, contentDigest }: Package): {
  readonly name: string;
  readonly version: string;
} {
  return { name: `tarwright-${stemOf(fullpkgname)}`, version: `0.0.0-d${contentDigest.slice(0, 16)}` };
}

function used(row: Package, prefix: HostPath, { scan }: Host, outcome: Kept["outcome"]): Kept {
  const libraryPath: LibraryPath = "runpath";
  return { package: row, prefix, entries: scan(prefix)?.entries ?? [], libraryPath, outcome };
}
