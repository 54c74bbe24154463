// What a release has, fetched with a token that may only read, and believed only as far as a key says so.

import type { ApiAnswer, GitHub, GitHubAsset, HostPath } from "../host/host.ts";
import { joinPath, withScratch } from "../host/host.ts";
import { readPublicKey, readSignedIndex } from "../package/package.ts";
import { type Package, type TagFields, tagOf } from "../port/port.ts";
import { explainRelease } from "../release/release.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { repositoryOf } from "./publish-packages.ts";
import type { Context } from "./verb.ts";

export type ReleasePlace = {
  /** `OWNER/NAME`. */
  readonly repository: string;
  /** May be a template. */
  readonly tag: string;
  readonly token: string;
  /** Of whoever signs what is published there. */
  readonly publicKey: HostPath;
};

/** Whoever waits for a runner waits no hour for a limit. */
const PATIENCE_MS = 10 * 60_000;

/** `index.json` and the list that vouches for it: all that tells of a release. */
const LISTS = ["index.json", "SHA256.sig"];

/** Brings the lists of a release into `folder`; where nothing was published yet, nothing. */
export async function fetchLists(
  place: ReleasePlace,
  folder: HostPath,
  context: Context,
): Promise<Result<"there" | "none">> {
  const opened = await openAssets(place, context);
  if (!opened.ok) return opened;
  const { assets, github } = opened.value;
  const found = LISTS.map((name) =>
    assets.find((asset) => asset.name === name && asset.state === "uploaded"),
  );
  if (found.includes(undefined)) return ok("none");
  const fetched = await fetchAssets(
    found.filter((asset) => asset !== undefined),
    { folder, github, place },
    context,
  );
  return fetched.ok ? ok("there") : fetched;
}

/** The rows of all releases that packages of these fields go to, as their signed lists have them. */
export async function fetchRows(
  place: ReleasePlace,
  wanted: readonly TagFields[],
  context: Context,
): Promise<Result<readonly Package[]>> {
  const { host, signal } = context;
  const key = await readPublicKey(place.publicKey, host);
  if (!key.ok) return key;
  const rows: Package[] = [];
  for (const tag of new Set(wanted.map((fields) => tagOf(fields, place.tag)))) {
    const read = await withScratch(joinPath(host.folders.cache, "released"), host, async (folder) => {
      const fetched = await fetchLists({ ...place, tag }, folder, context);
      if (!fetched.ok || fetched.value === "none") return fetched.ok ? ok([]) : fetched;
      return await readSignedIndex({ place: folder, keys: [key.value] }, host, signal);
    });
    if (!read.ok) return read;
    rows.push(...read.value);
  }
  return ok(rows);
}

export type WantedFile = { readonly file: string; readonly sha256: string };

/** Brings packages of a release into `folder`, each only if it has the digest that it should have. */
export async function fetchReleased(
  files: readonly WantedFile[],
  { place, folder }: { readonly place: ReleasePlace; readonly folder: HostPath },
  context: Context,
): Promise<Result<void>> {
  const opened = await openAssets(place, context);
  if (!opened.ok) return opened;
  const { assets, github } = opened.value;
  const wanted = files.map(({ file, sha256 }) => ({
    file,
    sha256,
    asset: assets.find(({ name }) => name === file),
  }));
  const missing = wanted.filter(
    ({ asset, sha256 }) => asset?.state !== "uploaded" || (asset.sha256 ?? sha256) !== sha256,
  );
  if (missing.length > 0) return wrong(...missing.map(({ file, sha256 }) => notReleased(file, sha256)));
  return await fetchAssets(
    wanted.flatMap(({ asset }) => asset ?? []),
    { folder, github, place },
    context,
  );
}

type Opened = { readonly github: GitHub; readonly assets: readonly GitHubAsset[] };

async function openAssets(place: ReleasePlace, { host, report, signal }: Context): Promise<Result<Opened>> {
  const repository = repositoryOf(place.repository);
  if (!repository.ok) return repository;
  const onWait = (why: string, durationMs: number) =>
    report({ kind: "note", message: `${why}; going on in ${Math.ceil(durationMs / 1000)} s` });
  const token = place.token === "" ? undefined : place.token;
  const github = host.github({ repository: repository.value, token, patienceMs: PATIENCE_MS, onWait });
  const release = await github.releaseByTag(place.tag, signal);
  if (release.kind === "refused" && release.status === 404) return ok({ github, assets: [] });
  const assets = release.kind === "answered" ? await github.assets(release.value.id, signal) : release;
  return assets.kind === "answered" ? ok({ github, assets: assets.value }) : wrong(unread(place, assets));
}

async function fetchAssets(
  assets: readonly GitHubAsset[],
  {
    folder,
    github,
    place,
  }: { readonly folder: HostPath; readonly github: GitHub; readonly place: ReleasePlace },
  { host, signal }: Context,
): Promise<Result<void>> {
  await host.makeFolder(folder);
  for (const { id, name } of assets) {
    const answer = await github.assetFile({ id, file: joinPath(folder, name) }, signal);
    if (answer.kind !== "answered") return wrong(unread(place, answer));
  }
  return ok(undefined);
}

function unread(
  { tag }: ReleasePlace,
  trouble: Exclude<ApiAnswer<unknown>, { kind: "answered" }>,
): Diagnostic {
  return explainRelease(tag, { kind: "api", during: "read what is released", trouble });
}

/** Between the plan and the build somebody changed the release. */
export function notReleased(file: string, sha256: string): Diagnostic {
  return {
    severity: "error",
    code: "build/not-released",
    blame: "world",
    message: `\`${file}\` with SHA-256 ${sha256} is no longer where the plan found it`,
    help: "plan again: the release was changed in between",
  };
}
