// The files that a release should hold: packages, what tells of them, the lists, and the signature over all.

import { createHash } from "node:crypto";
import type { HostPath } from "../host/host.ts";
import {
  formatIndex,
  formatSums,
  INDEX_NAME,
  SIGNED_SUMS_NAME,
  type SigningKey,
  SUMS_NAME,
  type Sum,
  signEmbedded,
} from "../package/package.ts";
import type { Package } from "../port/port.ts";
import { buildpackFiles, INSTALLER_NAME, REPOSITORY_NAME } from "./buildpack.ts";
import type { Claim } from "./claim.ts";
import type { SeenAsset, WantedFile } from "./files.ts";
import { ownRebuildLine, PROVENANCE_NAME, provenanceLine, subjectOf } from "./provenance.ts";
import { billName, billOfMaterials } from "./spdx.ts";

/** A package as it will be published: its row tells of the file as it is now. */
export type PublishedPackage = { readonly row: Package; readonly file: HostPath };

export type Making = {
  readonly packages: readonly PublishedPackage[];
  readonly claim: Claim;
  readonly key: SigningKey;
  /** `https://github.com/OWNER/NAME/releases/download/TAG`. */
  readonly downloadUrl: string;
  /** Of Tarwright. */
  readonly version: string;
};

/** Written anew each time, from the rows. */
const LISTING_NAMES = [
  INDEX_NAME,
  REPOSITORY_NAME,
  INSTALLER_NAME,
  PROVENANCE_NAME,
  SUMS_NAME,
  SIGNED_SUMS_NAME,
];

export type WantedRelease = {
  readonly files: readonly WantedFile[];
  readonly rows: readonly Package[];
};

/** The same packages and claim make the same bytes. */
export function wantedRelease({ packages, claim, key, downloadUrl, version }: Making): WantedRelease {
  const own = packages.flatMap((one) => payload(one, version));
  const ownNames = new Set(own.map(({ name }) => name));
  const isKept = ({ file }: { readonly file: string }) => !ownNames.has(file);
  const keptRows = claim.rows.filter(isKept);
  const keptSums = claim.sums.filter((sum) => isKept(sum) && !LISTING_NAMES.includes(sum.file));
  const rows = [...keptRows, ...packages.map(({ row }) => row)];
  const keptDigests = new Set(keptRows.map(({ sha256 }) => sha256));
  const provenance = [
    ...claim.provenance.filter((line) => keptDigests.has(subjectOf(line) ?? "")),
    ...packages.flatMap(({ row }) => [...provenanceLine(row, key), ...ownRebuildLine(row, key)]),
  ].sort();
  const listing = [
    textFile(INDEX_NAME, formatIndex(rows)),
    ...buildpackFiles(rows, downloadUrl).map(({ name, text }) => textFile(name, text)),
    ...(provenance.length > 0 ? [textFile(PROVENANCE_NAME, `${provenance.join("\n")}\n`)] : []),
  ];
  const sums = formatSums([...keptSums, ...[...own, ...listing].map(sumOf)]);
  return {
    rows,
    files: [
      ...keptSums.map(keptFile),
      ...own,
      ...listing,
      textFile(SUMS_NAME, sums),
      { ...textFile(SIGNED_SUMS_NAME, signEmbedded(sums, key)), role: "signature" },
    ],
  };
}

function payload({ row, file }: PublishedPackage, version: string): readonly WantedFile[] {
  const { sha256, sizeBytes } = row;
  const contentType = row.file.endsWith(".gz") ? "application/gzip" : "application/octet-stream";
  const archive: WantedFile = {
    name: row.file,
    sha256,
    sizeBytes,
    contentType,
    content: { file, sizeBytes },
    role: "payload",
  };
  const bill = textFile(billName(row), billOfMaterials(row, version));
  return [archive, { ...bill, contentType: "application/spdx+json", role: "payload" }];
}

function textFile(name: string, text: string): WantedFile {
  const content = Buffer.from(text);
  return {
    name,
    sha256: createHash("sha256").update(content).digest("hex"),
    sizeBytes: content.length,
    contentType: name.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8",
    content,
    role: "listing",
  };
}

function keptFile({ file, sha256 }: Sum): WantedFile {
  const contentType = "application/octet-stream";
  return { name: file, sha256, sizeBytes: 0, contentType, content: "kept", role: "payload" };
}

function sumOf({ name, sha256 }: WantedFile): Sum {
  return { file: name, sha256 };
}

/** GitHub's limit. */
const MOST_ASSETS = 1000;

/** How many assets the release would hold at once, while files wait beside those that they replace; undefined: few enough. */
export function tooMany(wanted: readonly WantedFile[], seen: readonly SeenAsset[]): number | undefined {
  const names = new Set(seen.map(({ name }) => name));
  const digests = new Map(seen.map(({ name, sha256 }) => [name, sha256]));
  const beside = wanted.filter(({ name, sha256 }) => names.has(name) && digests.get(name) !== sha256);
  for (const { name } of wanted) names.add(name);
  const count = names.size + beside.length;
  return count > MOST_ASSETS ? count : undefined;
}
