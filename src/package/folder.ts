import { type Host, type HostPath, joinPath } from "../host/host.ts";
import type { JobId, Package, PackageIndex } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { compressionOf, readArchive } from "./archive-reader.ts";
import { differences } from "./difference.ts";
import { fileDigest } from "./digest.ts";
import { readIndex } from "./index-file.ts";
import type { SigningKey } from "./keys.ts";
import { rowsThatHold, writeListing } from "./listing.ts";
import type { StagedPackage } from "./pack.ts";
import { damagedArchive, signArchive } from "./sign-archive.ts";
import { SIGNED_SUMS_NAME } from "./sums.ts";

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
  /** What another choice of flavors had made in the same way, as it must. */
  readonly equal: readonly EqualPackage[];
  readonly warnings: readonly Diagnostic[];
};

/** A package that two jobs made, byte for byte; the other one's id. */
export type EqualPackage = { readonly fullpkgname: string; readonly job: JobId; readonly other: JobId };

/**
 * Signs the packages, if there is a key, and lays them into the folder; then index.json, SHA256, SHA256.sig and the
 * public key, which cover all packages in it. Refused before anything is changed: a folder that is a file, an index
 * that can't be read, a package that differs where the choice of flavors must not change it.
 */
export async function addToFolder(
  addition: FolderAddition,
  host: Host,
  signal: AbortSignal,
): Promise<Result<FolderContent>> {
  const { folder, packages, key } = addition;
  const before = await readFolder(addition, host);
  if (!before.ok) return before;
  const rows = before.value?.packages ?? [];
  const unequal = await unequalPackages(addition, rows, { host, signal });
  if (unequal.length > 0) return { ok: false, error: unequal };
  // Beside the others, so that each takes its place by one rename; the same name each time, so that none is left over.
  const workplace = joinPath(folder, `.${packages[0]?.package.job ?? "none"}.part`);
  await host.remove(workplace);
  await host.makeFolder(workplace);
  try {
    const prepared = await prepare({ packages, key, workplace }, host, signal);
    if (!prepared.ok) return prepared;
    // Read again: another job may have been laid here in the meantime.
    const now = await readIndex(folder, host);
    if (!now.ok) return now;
    const placed = await place(
      { ...addition, workplace, added: prepared.value, rows: now.value?.packages ?? [] },
      host,
      signal,
    );
    return ok({ ...placed, equal: equalPackages(addition, rows) });
  } finally {
    await host.remove(workplace);
  }
}

/** What lies in a folder that packages are to be added to: empty, an index that can be read, or why they can't. */
export async function readFolder(
  { folder, folderName }: Pick<FolderAddition, "folder" | "folderName">,
  host: Host,
): Promise<Result<PackageIndex | undefined>> {
  // What is not there yet will be made, but nothing can be made below a file.
  for (let above = folder; ; above = joinPath(above, "..")) {
    const status = await host.status((await host.realPath(above)) ?? above);
    if (status && status.kind !== "folder") return wrong(notFolder(folderName));
    if (status) return await readIndex(folder, host);
  }
}

type Preparing = Pick<FolderAddition, "packages" | "key"> & { readonly workplace: HostPath };

/** The archives as they will lie in the folder, signed if there is a key; their rows. */
async function prepare(
  { packages, key, workplace }: Preparing,
  host: Host,
  signal: AbortSignal,
): Promise<Result<readonly Package[]>> {
  const rows: Package[] = [];
  for (const { package: row, archive } of packages) {
    const target = joinPath(workplace, row.file);
    if (key && compressionOf(row.file) === "gz") {
      const signed = await signArchive({ archive, target, key }, host, signal);
      if (!signed.ok) return signed;
    } else {
      await host.shareFile(archive, target);
    }
    rows.push(await rowOf(row, target, { host, signal }));
  }
  return ok(rows);
}

type Means = { readonly host: Host; readonly signal: AbortSignal };

/** A row that tells of a file as it is now. */
export async function rowOf(row: Package, file: HostPath, { host, signal }: Means): Promise<Package> {
  const sha256 = (await fileDigest(file, host, signal)) ?? "";
  return { ...row, sha256, sizeBytes: (await host.status(file))?.sizeBytes ?? 0 };
}

type Placing = FolderAddition & {
  readonly workplace: HostPath;
  readonly added: readonly Package[];
  readonly rows: readonly Package[];
};

async function place(
  { folder, key, workplace, added, rows }: Placing,
  host: Host,
  signal: AbortSignal,
): Promise<Omit<FolderContent, "equal">> {
  const names = new Set(added.map(({ file }) => file));
  const kept = await rowsThatHold(
    { folder, rows: rows.filter(({ file }) => !names.has(file)) },
    host,
    signal,
  );
  const signature = joinPath(folder, SIGNED_SUMS_NAME);
  const isUnsigned = !key && (await host.status(signature)) !== undefined;
  // A list that nobody signed must not stand beside the signature of another.
  if (isUnsigned) await host.remove(signature);
  for (const { file } of added) await host.rename(joinPath(workplace, file), joinPath(folder, file));
  await writeListing({ folder, rows: [...kept.rows, ...added], key }, host, signal);
  return { added, warnings: [...kept.warnings, ...(isUnsigned ? [signatureGone(signature)] : [])] };
}

/**
 * What only the choice of flavors can have changed, though it must not: name and recipe are the same. `rows` are of
 * packages that lie in the folder.
 */
export async function unequalPackages(
  { folder, packages }: Pick<FolderAddition, "folder" | "packages">,
  rows: readonly Package[],
  { host, signal }: Means,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { package: row, archive } of packages) {
    const other = twinOf(row, rows);
    if (!other || other.contentDigest === row.contentDigest) continue;
    const there = joinPath(folder, other.file);
    if ((await fileDigest(there, host, signal)) !== other.sha256) continue;
    const [ours, theirs] = [
      await readArchive(archive, { host }, signal),
      await readArchive(there, { host }, signal),
    ];
    if (ours.kind !== "read" || theirs.kind !== "read") {
      const why = [ours, theirs].flatMap((one) => (one.kind === "damaged" ? [one.why] : []));
      found.push(damagedArchive(there, why.join("; ")));
      continue;
    }
    const lines = differences(
      { name: `\`${other.job}\``, archive: theirs.archive },
      { name: `\`${row.job}\``, archive: ours.archive },
    );
    found.push(unequal(row, other, lines));
  }
  return found;
}

/** The row that must be equal: the same package, from another choice of flavors of the same recipe. */
function twinOf(row: Package, rows: readonly Package[]): Package | undefined {
  const other = rows.find(({ file }) => file === row.file);
  if (!other || other.recipe !== row.recipe || other.job === row.job) return undefined;
  return isBuiltWithSame(row, other) ? other : undefined;
}

/** Whether what both were built with was the same; the choice of flavors decides what else was there. */
export function isBuiltWithSame(
  { ingredients }: Pick<Package, "ingredients">,
  other: Pick<Package, "ingredients">,
): boolean {
  const known = new Map(
    other.ingredients.dependencies.map(({ fullpkgname, fingerprint }) => [fullpkgname, fingerprint]),
  );
  return ingredients.dependencies.every(
    ({ fullpkgname, fingerprint }) => (known.get(fullpkgname) ?? fingerprint) === fingerprint,
  );
}

function equalPackages(
  { packages }: Pick<FolderAddition, "packages">,
  rows: readonly Package[],
): readonly EqualPackage[] {
  return packages.flatMap(({ package: row }) => {
    const other = twinOf(row, rows);
    if (other?.contentDigest !== row.contentDigest) return [];
    return [{ fullpkgname: row.fullpkgname, job: row.job, other: other.job }];
  });
}

function unequal(row: Package, other: Package, lines: readonly string[]): Diagnostic {
  return {
    severity: "error",
    code: "package/not-equal",
    blame: "recipe",
    message: [
      `\`${row.fullpkgname}\` must not depend on what \`${row.job}\` and \`${other.job}\` differ in, but it does:`,
      ...lines,
    ].join("\n  "),
    help: "a pseudo-flavor may drop packages, never change them: make it a true flavor, or let all builds of these files be alike",
  };
}

function notFolder(name: string): Diagnostic {
  return {
    severity: "error",
    code: "package/not-a-folder",
    blame: "request",
    message: `\`${name}\` is a file; packages go into a folder`,
    help: "name another folder with `--out`, or remove the file",
  };
}

function signatureGone(file: HostPath): Diagnostic {
  return {
    severity: "warning",
    code: "package/signature-removed",
    blame: "request",
    message: `\`${file}\` was removed: it covered other packages than are there now, and there is no key to sign with`,
    help: "sign the folder: `tarwright sign FOLDER --key KEY`",
  };
}
