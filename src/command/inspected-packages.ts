import { BUILD_FOLDERS } from "../build/build.ts";
import { type HostPath, joinPath } from "../host/host.ts";
import {
  type Inspected,
  inspectFolder,
  type Offer,
  readIndex,
  unpackAlone,
  unpackPackage,
} from "../package/package.ts";
import type { Package } from "../port/port.ts";
import { ok, type Result, wrong } from "../report.ts";
import { type Context, usage } from "./verb.ts";

/** What a PACKAGE or DIR argument names, and the packages that lie beside it. */
export type InspectedPackages = {
  readonly packages: readonly Inspected[];
  /** Rows of the folder that their dependencies are looked for in. */
  readonly rows: readonly Package[];
};

type Naming = {
  /** As the user typed it. */
  readonly argument: string;
  /** Where packages that they depend on lie; default: beside the archive. */
  readonly dependenciesFrom: HostPath | undefined;
  readonly scratch: HostPath;
};

/** Unpacks an archive, or all that the index of a folder lists; a folder without index holds unpacked packages. */
export async function openPackages(
  { argument, dependenciesFrom, scratch }: Naming,
  { host, signal }: Context,
): Promise<Result<InspectedPackages>> {
  const named = joinPath(host.folders.working, argument);
  const status = await host.status((await host.realPath(named)) ?? named);
  if (!status || argument === "") return wrong(nothingThere(argument));
  const isArchive = status.kind === "file";
  const beside = isArchive ? joinPath(named, "..") : named;
  const index = await readIndex(dependenciesFrom ?? beside, host);
  if (!index.ok) return index;
  const rows = index.value?.packages ?? [];
  const folder = isArchive
    ? await unpackAlone({ archive: named, folder: scratch }, host, signal)
    : await unpackListed(named, scratch, { host, signal });
  if (!folder.ok) return folder;
  const inspected = await inspectFolder(folder.value, { host, buildFolders: BUILD_FOLDERS }, signal);
  return inspected.ok ? ok({ packages: inspected.value, rows }) : inspected;
}

/** The folder with what the archives of a folder hold; the folder itself when it has no index. */
async function unpackListed(
  folder: HostPath,
  scratch: HostPath,
  { host, signal }: Pick<Context, "host" | "signal">,
): Promise<Result<HostPath>> {
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  if (!index.value) return ok(folder);
  for (const row of index.value.packages) {
    const unpacking = {
      archive: joinPath(folder, row.file),
      row,
      // Packages of one job share a prefix; those of two bases may have one name.
      folder: joinPath(scratch, row.file),
      trust: { kind: "index" },
      setuid: "keep",
    } as const;
    const unpacked = await unpackPackage(unpacking, host, signal);
    if (!unpacked.ok) return unpacked;
  }
  return ok(scratch);
}

/** What a row offers to others; of its files nothing is known without its archive. */
export function offerOfRow(row: Package): Offer {
  return { ...row, libraries: row.libraries.provided, files: new Set() };
}

function nothingThere(argument: string) {
  return usage(
    "usage/no-package",
    `there is nothing at \`${argument}\``,
    "name a package, or a folder of them",
  );
}
