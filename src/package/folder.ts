import type { Host, HostPath } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import type { Diagnostic, Result } from "../report.ts";
import type { SigningKey } from "./keys.ts";
import type { StagedPackage } from "./pack.ts";

export type FolderAddition = {
  /** Made if need be; what is in it stays, packages of the same file name are replaced. */
  readonly folder: HostPath;
  /** As the user typed it, for messages. */
  readonly folderName: string;
  readonly packages: readonly StagedPackage[];
  readonly key: SigningKey | undefined;
};

export type FolderContent = {
  /** The rows of what was added, with digest and size of the files as they lie there now. */
  readonly added: readonly Package[];
  readonly warnings: readonly Diagnostic[];
};

/**
 * Signs the packages, if there is a key, and lays them into the folder; then index.json, SHA256, SHA256.sig and the
 * public key, which cover all packages in it. Refused before anything is changed: a folder that is a file, an index
 * that can't be read, a package that differs where the choice of flavors must not change it.
 */
export async function addToFolder(
  _addition: FolderAddition,
  _host: Host,
  _signal: AbortSignal,
): Promise<Result<FolderContent>> {
  throw new Error("to come");
}
