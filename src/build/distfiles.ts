// Brings distfiles into the cache: each from the first of its places that has it right.

import { pipeline } from "node:stream/promises";
import {
  type DownloadSetting,
  type DownloadTrouble,
  download,
  type Host,
  type HostPath,
  hostPath,
  joinPath,
  Meter,
  type Received,
  WorldFailure,
} from "../host/host.ts";
import type { Digest, Distfile, DistfileUrl } from "../port/port.ts";
import { type Report, unreachable } from "../report.ts";
import { archivesOf, poolUrls } from "./debian-pool.ts";

export type FetchSetting = {
  readonly portFolder: HostPath;
  /** Files are kept in it by digest: `sha256/<hex>`, and `sha256/<hex>.part` until they are whole. */
  readonly cache: HostPath;
  /** `/etc/apt`: tells where `debian:` files lie. */
  readonly aptFolder: HostPath;
  readonly host: Host;
  readonly report: Report;
};

/** A distfile on this machine whose size and digests are right. */
export type FetchedDistfile = { readonly distfile: Distfile; readonly file: HostPath };

/** One place that was tried, and why it did not serve. */
export type Attempt = { readonly from: string; readonly why: AttemptTrouble };

export type AttemptTrouble =
  | DownloadTrouble
  | { readonly kind: "absent" }
  | { readonly kind: "unasked"; readonly why: string }
  | { readonly kind: "outside-port" }
  | { readonly kind: "no-pool"; readonly why: string }
  | { readonly kind: "wrong-digest"; readonly expected: Digest; readonly found: string };

export type FetchFailure = { readonly distfile: Distfile; readonly attempts: readonly Attempt[] };

export type FetchOutcome =
  | { readonly kind: "fetched"; readonly files: readonly FetchedDistfile[] }
  /** All that could not be had, in the port's order. */
  | { readonly kind: "failed"; readonly failures: readonly FetchFailure[] }
  | { readonly kind: "aborted" };

/** More at once would only make each slower and the servers unhappy. */
const PARALLEL = 3;

/** Moves a file that came with its recipe still to be written to where the build of it will look first. */
export async function keepDistfile(
  file: HostPath,
  { sha256, cache }: { readonly sha256: string; readonly cache: HostPath },
  host: Host,
): Promise<HostPath> {
  const kept = joinPath(cache, "sha256", sha256);
  await host.makeFolder(joinPath(kept, ".."));
  await host.rename(file, kept);
  return kept;
}

/** A few at a time; what was fetched before is checked again, not fetched. A file at hand is always read itself. */
export async function fetchDistfiles(
  distfiles: readonly Distfile[],
  setting: FetchSetting,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const results = new Array<FetchedDistfile | FetchFailure>(distfiles.length);
  const queue = distfiles.entries();
  const worker = async () => {
    for (const [at, distfile] of queue) results[at] = await fetchOne(distfile, setting, signal);
  };
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
  if (signal.aborted) return { kind: "aborted" };
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  const failures = results.filter((result) => "attempts" in result);
  if (failures.length > 0) return { kind: "failed", failures };
  return { kind: "fetched", files: results.filter((result) => "file" in result) };
}

/** A place, made concrete: where the bytes come from. */
type Place =
  | { readonly kind: "web"; readonly from: string; readonly url: URL }
  | { readonly kind: "file"; readonly from: string; readonly file: HostPath }
  | { readonly kind: "none"; readonly from: string; readonly why: AttemptTrouble };

/** Places are asked in the recipe's order; the cache stands before the first that is far away. */
async function fetchOne(
  distfile: Distfile,
  setting: FetchSetting,
  signal: AbortSignal,
): Promise<FetchedDistfile | FetchFailure> {
  const [key] = distfile.digests;
  const folder = key && joinPath(setting.cache, key.algorithm);
  const kept = key && folder && joinPath(folder, key.hex);
  const stored = key ? `distfile-${key.algorithm}-${key.hex}` : "";
  const attempts: Attempt[] = [];
  const firstFar = distfile.urls.find(isFar);
  for (const url of distfile.urls) {
    if (url === firstFar && kept && (await isCached(distfile, { kept, stored }, setting))) {
      return { distfile, file: kept };
    }
    for (const place of await placesOf(url, setting)) {
      const got =
        folder && kept ? await bring(place, { distfile, kept, folder, setting }, signal) : undigested(place);
      if (got.kind === "got") {
        if (place.kind === "web") await setting.host.store.keep(stored, got.file);
        return { distfile, file: got.file };
      }
      attempts.push({ from: place.from, why: got });
      if (got.kind === "unasked") {
        setting.report({ kind: "note", message: `\`${place.from}\` is passed over: ${got.why}` });
      }
      // A file at hand that was changed without its digest: nothing else may stand in for it unseen.
      if (place.kind === "file") return { distfile, attempts };
    }
  }
  return { distfile, attempts };
}

/** A file at hand is read each time: it may have been changed since. */
function isFar({ kind }: DistfileUrl): boolean {
  return kind === "web" || kind === "debian";
}

/** In the cache itself, or in the store behind it; neither is believed. */
async function isCached(
  distfile: Distfile,
  { kept, stored }: { readonly kept: HostPath; readonly stored: string },
  { host }: FetchSetting,
): Promise<boolean> {
  if (await isRight(kept, distfile, host)) return true;
  return (await host.store.restore(stored, kept)) === "restored" && (await isRight(kept, distfile, host));
}

/** Only a file of the port itself may go without digest; it is used where it lies. */
function undigested(place: Place): { readonly kind: "got"; readonly file: HostPath } | AttemptTrouble {
  if (place.kind === "none") return place.why;
  if (place.kind === "file") return { kind: "got", file: place.file };
  throw new Error(`a distfile from the web without digest: ${place.from}`);
}

async function placesOf(url: DistfileUrl, setting: FetchSetting): Promise<readonly Place[]> {
  const { host, portFolder, aptFolder } = setting;
  switch (url.kind) {
    case "web":
      return [addressPlace(url.url)];
    case "file":
      return [await filePlace(url.path, hostPath(url.path), host)];
    case "port":
      return [await portPlace(url.path, portFolder, host)];
    case "debian": {
      const from = `debian:${url.file}`;
      const archives = await archivesOf(host, aptFolder);
      const places = poolUrls(archives, url.file).map(webPlace);
      if (places.length > 0) return places;
      const why =
        archives.length === 0
          ? `no archive of Debian or Ubuntu is configured in \`${aptFolder}\``
          : `\`${url.file}\` is not the name of a source file, such as \`foo_1.2.orig.tar.gz\``;
      return [{ kind: "none", from, why: { kind: "no-pool", why } }];
    }
    default:
      return unreachable(url);
  }
}

/** Old lists of mirrors name `ftp:` servers, and recipes of other dialects may write anything. */
function addressPlace(text: string): Place {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return { kind: "none", from: text, why: { kind: "unasked", why: "it is no address" } };
  const place = webPlace(url);
  if (/^https?:$/.test(url.protocol)) return place;
  const why = `\`${url.protocol}\` is not spoken here, only \`https:\` and \`http:\``;
  return { kind: "none", from: place.from, why: { kind: "unasked", why } };
}

function webPlace(url: URL): Place & { readonly kind: "web" } {
  const shown = new URL(url);
  // Passwords belong in no message.
  shown.username = "";
  shown.password = "";
  return { kind: "web", from: shown.href, url };
}

async function filePlace(from: string, file: HostPath, host: Host): Promise<Place> {
  const real = await host.realPath(file);
  if (real === undefined || (await host.status(real))?.kind !== "file") {
    return { kind: "none", from, why: { kind: "absent" } };
  }
  return { kind: "file", from, file: real };
}

/** A port's own path never leads out of its folder, links included. */
async function portPlace(path: string, portFolder: HostPath, host: Host): Promise<Place> {
  const folder = (await host.realPath(portFolder)) ?? portFolder;
  const inside = (file: HostPath) => file.startsWith(`${folder}/`);
  const wanted = joinPath(folder, path);
  const place = inside(wanted) ? await filePlace(path, wanted, host) : undefined;
  if (place?.kind === "none") return place;
  if (place?.kind === "file" && inside(place.file)) return place;
  return { kind: "none", from: path, why: { kind: "outside-port" } };
}

type Bringing = {
  readonly distfile: Distfile;
  readonly kept: HostPath;
  readonly folder: HostPath;
  readonly setting: FetchSetting;
};

/**
 * Works in a folder of its own, so that two runs at once don't write into one part file. What a broken-off download
 * left is taken over from `<hex>.part`, and put back there when this one breaks off too.
 */
async function bring(
  place: Place,
  { distfile, kept, folder, setting }: Bringing,
  signal: AbortSignal,
): Promise<{ readonly kind: "got"; readonly file: HostPath } | AttemptTrouble> {
  if (place.kind === "none") return place.why;
  const { host, report } = setting;
  const own = await host.makeTemporary(".fetching-", folder);
  const part = joinPath(own, "part");
  const leftOver = hostPath(`${kept}.part`);
  try {
    if (place.kind === "file") {
      const meter = new Meter(distfile);
      await pipeline(host.readStream(place.file), meter.through(), host.writeStream(part, "new"), { signal });
      const wrong = differenceOf(distfile, meter.received());
      if (wrong) return wrong;
    } else {
      await moveIfThere(leftOver, part, host);
      const trouble = await downloadRight(place.url, { wanted: distfile, part, host, report }, signal);
      if (trouble) return trouble;
    }
    const { sizeBytes } = (await host.status(part)) ?? { sizeBytes: 0 };
    await host.rename(part, kept);
    report({ kind: "progress", what: distfile.file, done: sizeBytes, total: sizeBytes, unit: "bytes" });
    return { kind: "got", file: kept };
  } finally {
    if (place.kind === "web") await moveIfThere(part, leftOver, host);
    await host.remove(own);
  }
}

/** Another run may take it first. */
async function moveIfThere(from: HostPath, to: HostPath, host: Host): Promise<void> {
  try {
    await host.rename(from, to);
  } catch (error) {
    if (!(error instanceof WorldFailure && error.code === "ENOENT")) throw error;
  }
}

/** Leaves in the part file what is right, or the beginning of what may be; nothing that is known to be wrong. */
async function downloadRight(
  url: URL,
  setting: DownloadSetting & { readonly wanted: Distfile },
  signal: AbortSignal,
): Promise<AttemptTrouble | undefined> {
  const { wanted: distfile, part, host } = setting;
  const answer = await download(url, setting, signal);
  const wrong = answer.kind === "received" ? differenceOf(distfile, answer.received) : answer;
  if (wrong?.kind !== "wrong-size" && wrong?.kind !== "wrong-digest") return wrong;
  await host.remove(part);
  // Pieces that don't belong together: once more, in one.
  if (answer.kind === "received" && answer.pieces === "several") return downloadRight(url, setting, signal);
  return wrong;
}

async function isRight(file: HostPath, distfile: Distfile, host: Host): Promise<boolean> {
  const status = await host.status(file);
  if (status?.kind !== "file") return false;
  const meter = new Meter(distfile);
  for await (const chunk of host.readStream(file)) meter.add(chunk);
  if (differenceOf(distfile, meter.received()) === undefined) return true;
  await host.remove(file);
  return false;
}

function differenceOf({ sizeBytes, digests }: Distfile, received: Received): AttemptTrouble | undefined {
  if (sizeBytes !== undefined && received.sizeBytes !== sizeBytes) {
    return { kind: "wrong-size", found: received.sizeBytes, expected: sizeBytes };
  }
  for (const [at, expected] of digests.entries()) {
    const found = received.digests[at]?.hex ?? "";
    if (found !== expected.hex) return { kind: "wrong-digest", expected, found };
  }
  return undefined;
}
