// What a job of a plan leaves behind: its own packages, and beside them those that it made only to be compared.

import { type HostPath, joinPath } from "../host/host.ts";
import { addToFolder, type StagedPackage } from "../package/package.ts";
import { COMPARED_NAME, type PlannedJob, type RecordedFile } from "../plan/plan.ts";
import { ok, type Result } from "../report.ts";
import type { Built } from "./build-port.ts";
import type { Context } from "./verb.ts";

export type Left = {
  /** For other jobs, and to be published. */
  readonly packages: readonly StagedPackage[];
  /** Another job hands on packages of these names, which must be equal. */
  readonly compared: readonly StagedPackage[];
};

/** From where it was built to the job's folder, with an index for each kind. */
export async function layOut(
  job: PlannedJob,
  built: Built,
  folder: HostPath,
  context: Context,
): Promise<Result<Left>> {
  const beside = joinPath(folder, COMPARED_NAME);
  // Whatever an earlier build of the job has left there is not of this one.
  await context.host.remove(beside);
  const packages = await lay(job.packages, { built, folder }, context);
  if (!packages.ok) return packages;
  const compared = await lay(job.compared, { built, folder: beside }, context);
  return compared.ok ? ok({ packages: packages.value, compared: compared.value }) : compared;
}

async function lay(
  wanted: PlannedJob["packages"],
  { built, folder }: { readonly built: Built; readonly folder: HostPath },
  { host, signal }: Context,
): Promise<Result<readonly StagedPackage[]>> {
  const names = wanted.map(({ fullpkgname }) => fullpkgname);
  const packages = built.packages
    .filter(({ fullpkgname }) => names.includes(fullpkgname))
    .map((row) => ({ package: row, archive: joinPath(built.folder, row.file) }));
  if (packages.length === 0) return ok([]);
  const added = await addToFolder({ folder, folderName: folder, packages, key: undefined }, host, signal);
  if (!added.ok) return added;
  return ok(added.value.added.map((row) => ({ package: row, archive: joinPath(folder, row.file) })));
}

export function recordedFile({ package: { file, sha256, sizeBytes } }: StagedPackage): RecordedFile {
  return { file, sha256, sizeBytes };
}
