import { type Host, type HostPath, joinPath, type Tools, withScratch } from "../host/host.ts";
import type { PublicKey } from "../package/package.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { type Arrival, changeSite, type Means, UNCHANGED } from "./change.ts";
import { type Installed, type Known, type LibraryPath, readInstalled } from "./database.ts";
import { type Kept, keepPackages } from "./keep.ts";
import { formatLock, type Lock, lockedChoices, lockOfChoices, readLock } from "./lock.ts";
import { pinKey } from "./pinned-key.ts";
import type { Place } from "./place.ts";
import type { Trust } from "./release.ts";
import { type Choice, conflicts, type Present, resolve } from "./resolve.ts";
import { type Look, lookedAt, lookTwice } from "./second-look.ts";
import { type Selecting, type Selection, select } from "./selection.ts";
import { locate, type Site } from "./site.ts";
import { recover } from "./transaction.ts";
import { trouble } from "./trouble.ts";
import type { Wish } from "./wish.ts";

/** What is to be chosen, and how freely. */
export type Aim =
  | { readonly kind: "newest"; readonly wishes: readonly Wish[]; readonly remember: HostPath | undefined }
  | { readonly kind: "locked"; readonly lock: Lock };

export type InstallRequest = {
  readonly aim: Aim;
  readonly site: Site;
  /** The first decides; the others are mirrors of its release. */
  readonly places: readonly Place[];
  readonly trust: Trust;
  /** Names under which the machine's base goes. */
  readonly bases: readonly string[];
  readonly arch: string;
  /** Where to install what can lie elsewhere, with `{name}` for the port's; undefined for each package's own prefix. */
  readonly prefix: string | undefined;
  /** Undefined: nobody chose, which a package that needs a choice refuses. */
  readonly libraryPath: LibraryPath | undefined;
  readonly setuid: "refuse" | "keep";
  /** Whether links to them are made in a system tree; `undefined` as the tree is that of each one's layout. */
  readonly linking: "none" | { readonly tree: string | undefined };
  /** Where packages that can lie anywhere are kept instead; undefined: all go to the site. */
  readonly tools: Tools | undefined;
};

/** What an install did. */
export type Arrived = {
  /** All that was chosen, dependencies first. */
  readonly chosen: readonly Kept[];
  /** All that is at the site now. */
  readonly installed: readonly Known[];
  readonly signer: PublicKey | undefined;
  readonly from: string;
  readonly warnings: readonly Diagnostic[];
};

/** Nothing is written to the site before all that it takes is here and proven. */
export async function installPackages(
  request: InstallRequest,
  means: Means,
  signal: AbortSignal,
): Promise<Result<Arrived>> {
  const { host } = means;
  const mended = await recover(request.site, host);
  if (!mended.ok) return mended;
  return withScratch(joinPath(host.folders.cache, "installs"), host, async (scratch) => {
    return lookTwice(() => attempt(request, { ...means, scratch }, signal));
  });
}

type Scratch = Means & { readonly scratch: HostPath };

async function attempt(request: InstallRequest, means: Scratch, signal: AbortSignal): Promise<Look<Arrived>> {
  const done = (result: Result<Arrived>): Look<Arrived> => ({ kind: "done", result });
  const before = await readInstalled(request.site, means.host);
  if (!before.ok) return done(before);
  const present = before.value.map(presentOf);
  const choose: Selecting["choose"] = (offered, place) =>
    request.aim.kind === "locked"
      ? besidePresent(lockedChoices(request.aim.lock, { ...request, offered }), present)
      : resolve({ ...request, wishes: request.aim.wishes, offered, place, present });
  const selected = await select({ ...request, ...means, choose }, signal);
  if (!selected.ok) return done(selected);
  const { choices } = selected.value;
  const movable = request.tools ? choices.filter(({ row }) => row.relocatable.verdict === "yes") : [];
  const others = choices.filter((one) => !movable.includes(one));
  const news = others.filter(({ row }) => !isPresent(row, before.value, request));
  const hindrances = await unfit(news, request, means.host);
  if (hindrances.length > 0) return done({ ok: false, error: hindrances });
  const arrivals = await fetchArchives(news, { request, selection: selected.value }, signal);
  const keeping = { ...request, ...means, selection: selected.value };
  const kept = arrivals.ok ? await keepPackages(movable, keeping, signal) : arrivals;
  if (!arrivals.ok) return lookedAt(arrivals, selected.value, signal);
  if (!kept.ok) return lookedAt(kept, selected.value, signal);
  const arriving = {
    ...means,
    before: before.value,
    selection: selected.value,
    arrivals: arrivals.value,
    kept: kept.value,
  };
  return done(await arrive(request, arriving, signal));
}

/** Choices that were made on another day may not fit what is installed here. */
function besidePresent(
  chosen: Result<readonly Choice[]>,
  present: readonly Present[],
): Result<readonly Choice[]> {
  const troubles = chosen.ok ? conflicts(chosen.value, present) : [];
  return troubles.length > 0 ? { ok: false, error: troubles } : chosen;
}

function presentOf({ package: row, prefix }: Installed): Present {
  return { ...row, prefix };
}

function isPresent(row: Package, before: readonly Installed[], request: InstallRequest): boolean {
  return before.some(
    (one) => one.package.contentDigest === row.contentDigest && one.prefix === prefixFor(row, request),
  );
}

/** As `build --prefix` has it: `{name}` is the port's. */
function prefixFor(row: Package, { prefix }: Pick<InstallRequest, "prefix">): string {
  return prefix === undefined ? row.prefix : prefix.replaceAll("{name}", row.name);
}

/** What can't be installed as it was asked for, for reasons that need no archive. */
async function unfit(
  news: readonly Choice[],
  request: InstallRequest,
  host: Host,
): Promise<readonly Diagnostic[]> {
  const troubles: Diagnostic[] = [];
  for (const { row } of news) {
    const prefix = prefixFor(row, request);
    const place = await locate(request.site, prefix, host);
    if (!place.ok) troubles.push(...place.error);
    if (prefix !== row.prefix && row.relocatable.verdict === "no") {
      troubles.push(notRelocatable(row, prefix, row.relocatable.because));
    }
    if (row.libraries.path.length > 0 && request.libraryPath === undefined) troubles.push(undecided(row));
  }
  return troubles;
}

type Fetching = { readonly request: InstallRequest; readonly selection: Selection };

async function fetchArchives(
  news: readonly Choice[],
  { request, selection: { source, release } }: Fetching,
  signal: AbortSignal,
): Promise<Result<readonly Arrival[]>> {
  const arrivals: Arrival[] = [];
  for (const { row, why } of news) {
    const archive = await source.archive(row, signal);
    if (!archive.ok) return archive;
    const record: Installed = {
      package: row,
      prefix: prefixFor(row, request),
      why,
      libraryPath: request.libraryPath ?? "runpath",
      // A repository stays one: its next release is a newer one.
      from: request.places[0]?.name ?? source.name,
      ...(release.signer ? { key: pinKey(release.signer) } : {}),
    };
    const keys = release.signer && [release.signer];
    arrivals.push({ record, found: archive.value, keys });
  }
  return ok(arrivals);
}

type Arriving = Means & {
  readonly before: readonly Installed[];
  readonly selection: Selection;
  readonly arrivals: readonly Arrival[];
  readonly kept: readonly Kept[];
};

async function arrive(
  { site, aim, setuid, linking }: InstallRequest,
  { before, selection, arrivals, kept, ...means }: Arriving,
  signal: AbortSignal,
): Promise<Result<Arrived>> {
  const { release, source, choices } = selection;
  const isKept = new Set(kept.map((one) => one.package.file));
  const here = choices.filter(({ row }) => !isKept.has(row.file));
  const asked = here.filter(({ why }) => why === "asked").map(({ row }) => row.contentDigest);
  const contents = here.map(({ row }) => row.contentDigest);
  const change = {
    ...{ arrivals, departures: [], asked, basis: before, setuid },
    ...(linking === "none" ? {} : { linking: { ...linking, contents } }),
  };
  // A site that nothing is put into need not even be writable.
  const changed = here.length > 0 ? await changeSite(site, change, means, signal) : ok(UNCHANGED);
  if (!changed.ok) return changed;
  if (aim.kind === "newest" && aim.remember) {
    const locked = await lock(aim.remember, selection, means.host);
    if (!locked.ok) return locked;
  }
  const arrived = new Set(arrivals.map(({ record }) => record.package.file));
  const chosen = choices.flatMap(({ row }): readonly Kept[] => {
    const known = changed.value.installed.find((one) => one.package.contentDigest === row.contentDigest);
    const outcome = arrived.has(row.file) ? "installed" : "present";
    return known ? [{ ...known, outcome }] : kept.filter((one) => one.package.file === row.file);
  });
  const { installed, warnings } = changed.value;
  return ok({ installed, warnings, signer: release.signer, from: source.name, chosen });
}

async function lock(
  file: HostPath,
  { source, release, choices }: Selection,
  host: Host,
): Promise<Result<void>> {
  const earlier = (await host.status(file)) ? await readLock(file, host) : ok(undefined);
  if (!earlier.ok) return earlier;
  await host.writeFile(
    file,
    formatLock(lockOfChoices(earlier.value, { from: source.name, release, choices })),
  );
  return ok(undefined);
}

function notRelocatable({ fullpkgname, prefix: own }: Package, prefix: string, because: string): Diagnostic {
  return trouble(
    "install/not-relocatable",
    `\`${fullpkgname}\` can't be installed at \`${prefix}\`: ${because}`,
    `install it at \`${own}\` (leave \`--prefix\` out), or build it with \`--prefix ${prefix}\``,
  );
}

function undecided({ fullpkgname, libraries }: Package): Diagnostic {
  return trouble(
    "install/library-path",
    `\`${fullpkgname}\` finds its libraries only when \`LD_LIBRARY_PATH\` names \`${libraries.path.join(":")}\`, and then every other program finds them there, too`,
    "choose: `--library-path export`, or `--library-path runpath` and set it where you start its programs",
  );
}
