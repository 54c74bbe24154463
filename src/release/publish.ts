// One release, from whatever state it is in to what it should be.

import type { GitHub, GitHubRelease, Host, Repository } from "../host/host.ts";
import type { PublicKey, SigningKey } from "../package/package.ts";
import type { Package } from "../port/port.ts";
import type { Report } from "../report.ts";
import { type Claim, type ClaimReading, isSignedList, readClaim } from "./claim.ts";
import { converge, isPassing } from "./converge.ts";
import { isWaitingName, type SeenAsset, type WantedFile, waitingName } from "./files.ts";
import { type Attempt, done, failed, pauseMs, type ReleaseTrouble } from "./outcome.ts";
import { uploadProgress } from "./progress.ts";
import { sightOf } from "./sight.ts";
import { helpfulTemplate } from "./tags.ts";
import { findTarget, isOurs, makeTarget, type Target } from "./target.ts";
import { type PublishedPackage, tooMany, type WantedRelease, wantedRelease } from "./wanted.ts";

export type ReleaseRequest = {
  readonly repository: Repository;
  readonly tag: string;
  readonly packages: readonly PublishedPackage[];
  readonly key: SigningKey;
  readonly trusted: readonly PublicKey[];
  /** `GITHUB_SERVER_URL`. */
  readonly serverUrl: string;
  /** The commit that a new tag points to; undefined for the default branch's newest. */
  readonly commit: string | undefined;
  /** Of Tarwright. */
  readonly version: string;
  readonly way: "publish" | "dry-run";
};

export type ReleaseMeans = { readonly github: GitHub; readonly host: Host; readonly report: Report };

/** What was done to a file, or would be. */
export type FileChange = {
  readonly name: string;
  readonly change: "uploaded" | "replaced" | "unchanged" | "kept";
  readonly sizeBytes: number;
};

export type ReleaseAnswer = {
  readonly tag: string;
  readonly url: string;
  /** Before: `none` was made. */
  readonly was: "none" | "draft" | "published";
  readonly files: readonly FileChange[];
  /** Of all its packages, and of those that this run has brought. */
  readonly rows: readonly Package[];
  readonly published: readonly Package[];
};

/** Safe to run again after any end, a kill included; the second of two equal runs changes nothing. */
export async function publishRelease(
  request: ReleaseRequest,
  means: ReleaseMeans,
  signal: AbortSignal,
): Promise<Attempt<ReleaseAnswer>> {
  let first: Pick<ReleaseAnswer, "was" | "files"> | undefined;
  let last: ReleaseTrouble = { kind: "restless", why: "it changes again and again" };
  for (let attempt = 0; ; attempt += 1) {
    const round = await oneRound(request, means, signal);
    const pause = pauseMs(attempt);
    if (round.kind === "failed") {
      if (!mayPass(round.trouble) || pause === undefined) return round;
      last = round.trouble;
    } else {
      const { end, wanted, release, ...before } = round.value;
      first ??= before;
      if (end === "whole") {
        return done({
          ...first,
          published: request.packages.map(({ row }) => row),
          tag: request.tag,
          url: release?.pageUrl ?? releaseUrl(request),
          rows: wanted.rows,
        });
      }
      if (pause === undefined) return failed(last);
    }
    if (pause >= TOLD_MS) {
      const message = `the release ${request.tag} does not look as it should yet; looking again in ${pause / 1000} s`;
      means.report({ kind: "note", message });
    }
    await means.host.wait(pause, signal);
  }
}

/** Whoever waits longer wants to know why. */
const TOLD_MS = 4000;

/** A trouble that a look from the start may end: an answer that was lost, a listing that lags. */
function mayPass(trouble: ReleaseTrouble): boolean {
  if (trouble.kind === "api") return isPassing(trouble.trouble) && !trouble.during.startsWith("make ");
  return trouble.kind === "lost";
}

type Round = Pick<ReleaseAnswer, "was" | "files"> & {
  readonly end: "whole" | "again";
  readonly wanted: WantedRelease;
  readonly release: GitHubRelease | undefined;
};

async function oneRound(
  request: ReleaseRequest,
  means: ReleaseMeans,
  signal: AbortSignal,
): Promise<Attempt<Round>> {
  const { github } = means;
  const target = await findTarget(request.tag, github, signal);
  if (target.kind === "failed") return target;
  const plan = await planFor(target.value?.release, request, means, signal);
  if (plan.kind === "failed") return plan;
  const { wanted, seen, lists } = plan.value;
  const before = {
    was: target.value?.release.state ?? ("none" as const),
    files: changesOf(wanted.files, seen),
    wanted,
  };
  if (request.way === "dry-run") return done({ ...before, end: "whole", release: target.value?.release });
  const made = target.value ? done(target.value) : await makeTarget(makingOf(request, means), signal);
  if (made.kind === "failed") return made;
  const { release } = made.value;
  const sending = wanted.files.filter((file) => file.content !== "kept" && !isThere(file, seen));
  const progress = uploadProgress(request.tag, sending, means.report);
  const converged = await converge({ ...means, release, wanted: wanted.files, lists, progress }, signal);
  if (converged.kind === "failed") return converged;
  if (converged.value !== "whole") return done({ ...before, release, end: "again" });
  const published = await openToAll(made.value, wanted.files, means, signal);
  if (published.kind === "failed") return published;
  return done({ ...before, release: published.value.release, end: published.value.end });
}

/** Two assets for each; and all of them could be replaced at once, when the new ones wait beside the old. */
const EASY_PACKAGES = 240;

type Plan = {
  readonly wanted: WantedRelease;
  readonly seen: readonly SeenAsset[];
  readonly lists: ReadonlySet<string>;
};

async function planFor(
  release: GitHubRelease | undefined,
  request: ReleaseRequest,
  { github }: ReleaseMeans,
  signal: AbortSignal,
): Promise<Attempt<Plan>> {
  const look = release ? await sightOf(github, release.id).look(signal) : undefined;
  if (look?.kind === "failed")
    return failed({ kind: "api", during: "list the assets", trouble: look.trouble });
  const seen = look?.seen ?? [];
  const keys = [request.key, ...request.trusted];
  const reading = await readClaim(seen, { github, keys }, signal);
  if (reading.kind === "failed") return reading;
  const claim = claimToKeep(reading.value, release, request);
  if (claim.kind === "failed") return claim;
  const wanted = wantedRelease({ ...request, claim: claim.value, downloadUrl: downloadUrl(request) });
  const count = tooMany(wanted.files, seen);
  if (count !== undefined) {
    const template = helpfulTemplate(wanted.rows, EASY_PACKAGES);
    return failed({ kind: "too-many", count, template });
  }
  const lists = seen.filter(isSignedList);
  const own = wanted.files.filter(({ role }) => role === "signature");
  return done({ wanted, seen, lists: new Set([...lists, ...own].map(({ sha256 }) => sha256)) });
}

/** Rows of others stay, if a key that we trust vouches for them; if there are none, it is no matter who signed. */
function claimToKeep(
  reading: ClaimReading,
  release: GitHubRelease | undefined,
  { packages }: ReleaseRequest,
): Attempt<Claim> {
  if (reading.kind === "signed") return done(reading.claim);
  // In a draft that nobody signed, an index is what a killed run has left.
  if (reading.kind === "unsigned" && release?.state !== "published") return done(NO_CLAIM);
  const own = new Set(packages.map(({ row }) => row.file));
  if (reading.rows?.every(({ file }) => own.has(file))) return done(NO_CLAIM);
  const why = reading.kind === "unsigned" ? "it has no signed list" : reading.why;
  return failed({ kind: "unverified", why });
}

const NO_CLAIM: Claim = { rows: [], sums: [], provenance: [] };

function isThere({ name, sha256 }: WantedFile, seen: readonly SeenAsset[]): boolean {
  const names = [name, waitingName({ name, sha256 })];
  return seen.some((one) => one.state === "uploaded" && one.sha256 === sha256 && names.includes(one.name));
}

function changesOf(wanted: readonly WantedFile[], seen: readonly SeenAsset[]): readonly FileChange[] {
  return wanted.map((file): FileChange => {
    const at = seen.find(({ name }) => name === file.name);
    const change =
      file.content === "kept"
        ? "kept"
        : isThere(file, seen)
          ? "unchanged"
          : at?.state === "uploaded"
            ? "replaced"
            : "uploaded";
    return {
      name: file.name,
      change,
      sizeBytes: file.content === "kept" ? (at?.sizeBytes ?? 0) : file.sizeBytes,
    };
  });
}

/** Publishes a draft that is whole, and removes drafts that are one too many. */
async function openToAll(
  { release, others }: Target,
  wanted: readonly WantedFile[],
  { github }: ReleaseMeans,
  signal: AbortSignal,
): Promise<Attempt<Pick<Round, "end" | "release">>> {
  for (const draft of others.filter(isOurs)) {
    const removed = await removeTwin(draft, wanted, github, signal);
    if (removed.kind === "failed") return removed;
  }
  if (release.state === "published") return done({ end: "whole", release });
  const published = await github.publishDraft(release.id, signal);
  if (published.kind === "answered" && published.value.state === "published") {
    return done({ end: "whole", release: published.value });
  }
  // Its tag is taken by another release, or nobody knows: what is there now, decides.
  if (published.kind === "answered" || isPassing(published)) return done({ end: "again", release });
  return failed({ kind: "api", during: "publish the draft", trouble: published });
}

/** A draft of ours that holds nothing of its own: another run made it when it did not see the first one. */
async function removeTwin(
  draft: GitHubRelease,
  wanted: readonly WantedFile[],
  github: GitHub,
  signal: AbortSignal,
): Promise<Attempt<void>> {
  const look = await sightOf(github, draft.id).look(signal);
  if (look.kind === "failed") {
    if (look.trouble.kind === "refused" && look.trouble.status === 404) return done(undefined);
    return failed({ kind: "api", during: "list the assets", trouble: look.trouble });
  }
  const isSigned = look.seen.some(isSignedList);
  const roles = new Map(wanted.map(({ name, role }) => [name, role]));
  const digests = new Map(wanted.map(({ name, sha256 }) => [name, sha256]));
  const isElsewhere = ({ name, sha256 }: SeenAsset) =>
    isWaitingName(name) || digests.get(name) === sha256 || (roles.get(name) ?? "payload") !== "payload";
  if (isSigned && !look.seen.every(isElsewhere)) return done(undefined);
  const removed = await github.removeRelease(draft.id, signal);
  if (removed.kind === "answered" || isPassing(removed)) return done(undefined);
  return failed({ kind: "api", during: "remove a second draft", trouble: removed });
}

function makingOf(request: ReleaseRequest, { github, host }: ReleaseMeans) {
  const { tag, commit, key } = request;
  const body = `Packages built by Tarwright, signed by the key \`${key.name}\` (${key.keyNumber}).

\`\`\`sh
signify-openbsd -C -p ${key.name}.pub -x SHA256.sig
\`\`\``;
  return { tag, body, target: commit, github, host };
}

function encodedTag(tag: string): string {
  return tag.split("/").map(encodeURIComponent).join("/");
}

function downloadUrl({ serverUrl, repository: { owner, name }, tag }: ReleaseRequest): string {
  return `${serverUrl}/${owner}/${name}/releases/download/${encodedTag(tag)}`;
}

function releaseUrl({ serverUrl, repository: { owner, name }, tag }: ReleaseRequest): string {
  return `${serverUrl}/${owner}/${name}/releases/tag/${encodedTag(tag)}`;
}
