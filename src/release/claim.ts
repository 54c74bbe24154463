// What a release says of itself, believed only so far as a key that we trust vouches for it.

import { createHash } from "node:crypto";
import type { GitHub } from "../host/host.ts";
import {
  INDEX_NAME,
  type PublicKey,
  parseEmbedded,
  parseIndex,
  parseSums,
  SIGNED_SUMS_NAME,
  type Sum,
} from "../package/package.ts";
import type { Package } from "../port/port.ts";
import { isWaitingName, type SeenAsset, waitingName } from "./files.ts";
import { type Attempt, done, failed } from "./outcome.ts";
import { PROVENANCE_NAME } from "./provenance.ts";

export type Claim = {
  readonly rows: readonly Package[];
  readonly sums: readonly Sum[];
  /** Lines of the provenance file. */
  readonly provenance: readonly string[];
};

export type ClaimReading =
  | { readonly kind: "signed"; readonly claim: Claim }
  /** Nobody signed anything. `rows` of an index that may be there; undefined where it can't be read. */
  | { readonly kind: "unsigned"; readonly rows: readonly Package[] | undefined }
  /** A list is there, and nobody whom we trust vouches for it. */
  | { readonly kind: "unverified"; readonly why: string; readonly rows: readonly Package[] | undefined };

type Reading = { readonly github: GitHub; readonly keys: readonly PublicKey[] };

/** The signed list, or, where a run was killed while it replaced it, the one that waits for its place. */
export async function readClaim(
  seen: readonly SeenAsset[],
  reading: Reading,
  signal: AbortSignal,
): Promise<Attempt<ClaimReading>> {
  const place = { seen, reading };
  const current = seen.find(({ name, state }) => name === SIGNED_SUMS_NAME && state === "uploaded");
  if (current) {
    const list = await readList(current, reading, signal);
    if (list.kind === "failed") return list;
    if (list.value.kind === "sums") return claimOf(list.value.sums, place, signal);
    if (list.value.kind === "unverified") {
      const rows = await indexRows(place, signal);
      return rows.kind === "failed" ? rows : done({ ...list.value, rows: rows.value });
    }
  }
  const waiting: (readonly Sum[])[] = [];
  for (const asset of seen.filter(isWaitingList).sort((a, b) => b.id - a.id)) {
    const list = await readList(asset, reading, signal);
    if (list.kind === "failed") return list;
    if (list.value.kind === "sums") waiting.push(list.value.sums);
  }
  // One was put there when all its files were, and only a newer one takes files away from it.
  const sums = waiting.find((one) => one.every((sum) => find(sum, seen))) ?? waiting[0];
  if (sums) return claimOf(sums, place, signal);
  const rows = await indexRows(place, signal);
  return rows.kind === "failed" ? rows : done({ kind: "unsigned", rows: rows.value });
}

/** In its place, or waiting for it. */
export function isSignedList(asset: Pick<SeenAsset, "name" | "state">): boolean {
  return (asset.name === SIGNED_SUMS_NAME && asset.state === "uploaded") || isWaitingList(asset);
}

function isWaitingList({ name, state }: Pick<SeenAsset, "name" | "state">): boolean {
  return state === "uploaded" && name.startsWith(`${SIGNED_SUMS_NAME}.`) && isWaitingName(name);
}

/** The asset with this content, under its name or waiting for it. */
function find({ file, sha256 }: Sum, seen: readonly SeenAsset[]): SeenAsset | undefined {
  const names = [file, waitingName({ name: file, sha256 })];
  return seen.find((one) => one.state === "uploaded" && one.sha256 === sha256 && names.includes(one.name));
}

type List =
  | { readonly kind: "sums"; readonly sums: readonly Sum[] }
  | { readonly kind: "unverified"; readonly why: string }
  /** An upload that was cut short, for one. */
  | { readonly kind: "unreadable" };

async function readList(
  asset: SeenAsset,
  { github, keys }: Reading,
  signal: AbortSignal,
): Promise<Attempt<List>> {
  const text = await textOf(asset, github, signal);
  if (text.kind === "failed") return text;
  const embedded = parseEmbedded(text.value);
  const sums = embedded && parseSums(embedded.message);
  if (!embedded || !sums) return done({ kind: "unreadable" });
  if (keys.some((key) => embedded.verify(key) === "good")) return done({ kind: "sums", sums });
  // Of ours, and cut off at the end of a line.
  if (keys.some((key) => embedded.verify(key) === "bad")) return done({ kind: "unreadable" });
  const why = `its \`${asset.name}\` is signed by the key ${embedded.keyNumber}`;
  return done({ kind: "unverified", why });
}

type Place = { readonly seen: readonly SeenAsset[]; readonly reading: Reading };

async function claimOf(
  sums: readonly Sum[],
  { seen, reading }: Place,
  signal: AbortSignal,
): Promise<Attempt<ClaimReading>> {
  const text = async (name: string) => {
    const sum = sums.find(({ file }) => file === name);
    const asset = sum && find(sum, seen);
    return asset && (await textOf(asset, reading.github, signal));
  };
  const index = await text(INDEX_NAME);
  if (!index) return failed({ kind: "lost", names: [INDEX_NAME] });
  if (index.kind === "failed") return index;
  const parsed = parseIndex(index.value);
  if (parsed.kind === "unreadable") {
    const why = `its \`${INDEX_NAME}\` can't be read: ${parsed.why}`;
    return done({ kind: "unverified", why, rows: undefined });
  }
  const provenance = await text(PROVENANCE_NAME);
  if (provenance?.kind === "failed") return provenance;
  const lines = (provenance?.value ?? "").split("\n").filter((line) => line !== "");
  return done({ kind: "signed", claim: { rows: parsed.index.packages, sums, provenance: lines } });
}

/** Of an index that nobody vouches for; none where there is no index. */
async function indexRows(
  { seen, reading }: Place,
  signal: AbortSignal,
): Promise<Attempt<readonly Package[] | undefined>> {
  const asset = seen.find(({ name, state }) => name === INDEX_NAME && state === "uploaded");
  if (!asset) return done([]);
  const text = await textOf(asset, reading.github, signal);
  if (text.kind === "failed") return text;
  const parsed = parseIndex(text.value);
  return done(parsed.kind === "index" ? parsed.index.packages : undefined);
}

/** Checked against the digest that the asset was seen with: what comes may have been cut off. */
async function textOf(asset: SeenAsset, github: GitHub, signal: AbortSignal): Promise<Attempt<string>> {
  const answer = await github.assetBytes(asset.id, signal);
  const during = `read \`${asset.name}\``;
  if (answer.kind !== "answered") return failed({ kind: "api", during, trouble: answer });
  const sha256 = createHash("sha256").update(answer.value).digest("hex");
  if (sha256 === asset.sha256) return done(answer.value.toString());
  const trouble = { kind: "unreachable", why: "it did not arrive as GitHub has it" } as const;
  return failed({ kind: "api", during, trouble });
}
