// What may be published: packages as they lie in folders, each looked at before anything is sent.

import { type Host, type HostPath, joinPath } from "../host/host.ts";
import {
  fileDigest,
  type PublicKey,
  readIndex,
  rowOf,
  type SigningKey,
  signArchive,
  signerOf,
} from "../package/package.ts";
import type { Package, Permit } from "../port/port.ts";
import { type Diagnostic, ok, type Result, type Span } from "../report.ts";
import { isAssetName } from "./files.ts";
import type { PublishedPackage } from "./wanted.ts";

export type Gathering = {
  /** Folders of packages, or of such folders, as `download-artifact` leaves them. */
  readonly folders: readonly { readonly folder: HostPath; readonly name: string }[];
  readonly key: SigningKey;
  /** Others whose packages may be published too. */
  readonly trusted: readonly PublicKey[];
  /** Where what is signed now is written; the folders stay as they are. */
  readonly scratch: HostPath;
};

/** GitHub takes files below 2 GiB. */
const MOST_BYTES = 2 ** 31 - 1;

type Found = { readonly row: Package; readonly file: HostPath };

/** Reads the folders and signs what nobody has signed; everything that hinders is told at once. */
export async function gatherPackages(
  gathering: Gathering,
  host: Host,
  signal: AbortSignal,
): Promise<Result<readonly PublishedPackage[]>> {
  const found = await findPackages(gathering, host, signal);
  if (!found.ok) return found;
  const troubles = found.value.flatMap(({ row }) => [...unfit(row), ...twin(row, found.value)]);
  if (troubles.length > 0) return { ok: false, error: troubles };
  const packages: PublishedPackage[] = [];
  const unique = new Map(found.value.map((one) => [one.row.file, one]));
  for (const one of unique.values()) {
    const signed = await signedPackage(one, gathering, host, signal);
    if (signed.ok) packages.push(signed.value);
    else troubles.push(...signed.error);
  }
  // The signature made it longer.
  troubles.push(...packages.flatMap(({ row }) => tooLarge(row.file, row.sizeBytes)));
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(packages);
}

async function findPackages(
  { folders }: Gathering,
  host: Host,
  signal: AbortSignal,
): Promise<Result<readonly Found[]>> {
  const found: Found[] = [];
  const troubles: Diagnostic[] = [];
  for (const { folder, name } of folders) {
    const places = await indexedFolders(folder, host);
    if (places.length === 0) troubles.push(noPackages(name));
    for (const place of places) {
      const index = await readIndex(place, host);
      if (!index.ok) {
        troubles.push(...index.error);
        continue;
      }
      const rows = index.value?.packages ?? [];
      if (rows.length === 0) troubles.push(noPackages(name));
      for (const row of rows) {
        const file = joinPath(place, row.file);
        const large = tooLarge(row.file, (await host.status(file))?.sizeBytes ?? 0);
        if (large.length > 0) {
          troubles.push(...large);
          continue;
        }
        const sha256 = await fileDigest(file, host, signal);
        if (sha256 === row.sha256) found.push({ row, file });
        else troubles.push(otherFile(file, sha256 === undefined ? "is not there" : "is another one"));
      }
    }
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(found);
}

/** The folder itself, or those in it. */
async function indexedFolders(folder: HostPath, host: Host): Promise<readonly HostPath[]> {
  const isIndexed = async (one: HostPath) => (await host.status(joinPath(one, "index.json"))) !== undefined;
  if (await isIndexed(folder)) return [folder];
  const found: HostPath[] = [];
  for (const name of (await host.list(folder)) ?? []) {
    const below = joinPath(folder, name);
    if (await isIndexed(below)) found.push(below);
  }
  return found;
}

async function signedPackage(
  { row, file }: Found,
  { key, trusted, scratch }: Gathering,
  host: Host,
  signal: AbortSignal,
): Promise<Result<PublishedPackage>> {
  const signer = await signerOf(file, [key, ...trusted], host);
  switch (signer.kind) {
    case "signed":
    case "listed":
      return ok({ row, file });
    case "unsigned": {
      const target = joinPath(scratch, row.file);
      const signed = await signArchive({ archive: file, target, key }, host, signal);
      return signed.ok ? ok({ row: await rowOf(row, target, { host, signal }), file: target }) : signed;
    }
    case "stranger":
      return { ok: false, error: [strangeSigner(file, signer.keyNumber)] };
    case "damaged":
      return { ok: false, error: [otherFile(file, signer.why)] };
  }
}

function unfit(row: Package): readonly Diagnostic[] {
  return [
    ...(row.base === "host" ? [builtOnHost(row)] : []),
    ...(row.origin?.permit.kind === "withheld" ? [withheld(row, row.origin.permit)] : []),
    // The name stands in the buildpack's list too, a line of words.
    ...(isAssetName(row.file) && isAssetName(row.fullpkgname) ? [] : [unfitName(row)]),
  ];
}

/** One name, two files: told once, at the second. */
function twin(row: Package, all: readonly Found[]): readonly Diagnostic[] {
  const first = all.find((one) => one.row.file === row.file)?.row;
  if (first === undefined || first === row || first.contentDigest === row.contentDigest) return [];
  return [
    diagnostic(
      "release/twice",
      `\`${row.file}\` comes twice, with different contents: from \`${first.job}\` and from \`${row.job}\``,
      "publish one of the two, or give their ports names of their own",
    ),
  ];
}

function diagnostic(code: `release/${string}`, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}

function noPackages(name: string): Diagnostic {
  return diagnostic(
    "release/no-packages",
    `there are no packages in \`${name}\`, nor in a folder in it, that an \`index.json\` tells of`,
    "name the folder that `build` wrote, or one that holds such folders",
  );
}

function otherFile(file: HostPath, what: string): Diagnostic {
  return diagnostic(
    "release/other-file",
    `\`${file}\` is not the file that its index tells of: ${what}`,
    "build it again, or hand the folder over once more",
  );
}

function builtOnHost(row: Package): Diagnostic {
  return diagnostic(
    "release/base-host",
    `\`${row.fullpkgname}\` was built on the bare machine: nobody can tell where it would run`,
    "build it for a base, as `debian-12`",
  );
}

function withheld(row: Package, permit: Extract<Permit, { kind: "withheld" }>): Diagnostic {
  return {
    ...diagnostic(
      "release/not-permitted",
      `\`${row.fullpkgname}\` may not be handed on, as its recipe says in line ${permit.line}: ${permit.because}`,
      "leave it out; whoever wants it builds it from the recipe",
    ),
    span: spanOf(permit),
  };
}

/** The recipe is not here: its line is enough to show, at its place. */
function spanOf({ recipe, line, column, text }: Extract<Permit, { kind: "withheld" }>): Span {
  const above = "\n".repeat(Math.min(Math.max(line, 1) - 1, 1_000_000));
  const start = above.length + [...text].slice(0, Math.max(column, 1) - 1).join("").length;
  return { source: { name: recipe, text: above + text }, start, end: above.length + text.length };
}

function unfitName({ file }: Package): Diagnostic {
  return diagnostic(
    "release/file-name",
    `GitHub would change the name \`${file}\``,
    "use only letters, digits, `.`, `_`, `+` and `-` in the names and versions of ports and bases",
  );
}

function strangeSigner(file: HostPath, keyNumber: string): Diagnostic {
  return diagnostic(
    "release/other-signer",
    `\`${file}\` is signed by the key ${keyNumber}, which is neither yours nor trusted here`,
    "name its public key with `--trust`, or sign it again: `tarwright sign`",
  );
}

function tooLarge(file: string, sizeBytes: number): readonly Diagnostic[] {
  if (sizeBytes <= MOST_BYTES) return [];
  return [
    diagnostic(
      "release/too-large",
      `\`${file}\` has ${sizeBytes} bytes, and GitHub takes no file of 2 GiB (${2 ** 31} bytes) or more`,
      "no tag changes that: cut the port into packages, or compress better (`--compression xz`)",
    ),
  ];
}
