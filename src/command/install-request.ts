// What `install` is asked for, in words, made into a request; shared by the command line and the Action.

import { basesOf } from "../base/base.ts";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import {
  type Aim,
  type InstallRequest,
  type LibraryPath,
  LOCK_NAME,
  type Place,
  readLock,
  readPlace,
  systemRoot,
  type Trust,
  unpinKey,
} from "../install/install.ts";
import type { PublicKey } from "../package/package.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { ownKeys, readKeys, readRing } from "./public-keys.ts";
import { type SiteWords, siteOf, wishesOf } from "./site-options.ts";
import { usage } from "./verb.ts";

export type InstallWords = {
  readonly specs: readonly string[];
  readonly from: readonly string[];
  /** Files. */
  readonly keys: readonly string[];
  /** A folder of them. */
  readonly keyring: string | undefined;
  readonly signature: "required" | "waived";
  readonly lock: "none" | "write" | "frozen";
  /** A folder, as it was written; undefined: `/` itself. */
  readonly site: SiteWords;
  /** Undefined: that of the site. */
  readonly base: string | undefined;
  readonly arch: string;
  readonly prefix: string | undefined;
  readonly libraryPath: LibraryPath | undefined;
  readonly setuid: "refuse" | "keep";
  /** The system tree that links are made in, `""` for the usual one; undefined: no links. */
  readonly link: string | undefined;
};

/** All that is wrong with the words, at once. */
export async function installRequest(words: InstallWords, host: Host): Promise<Result<InstallRequest>> {
  const troubles: Diagnostic[] = [];
  const checked = <T>(read: Result<T>): T | undefined => {
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return undefined;
  };
  const aim = checked(await aimOf(words, host));
  const froms = words.from.length > 0 || aim?.kind !== "locked" ? words.from : [aim.lock.from];
  const places = checked(await placesOf(froms, host));
  const trust = checked(await trustOf(words, aim, host));
  const prefix = checked(prefixOf(words.prefix, host));
  const linking = checked(linkingOf(words.link));
  if (!aim || !places || !trust || !linking || troubles.length > 0) return { ok: false, error: troubles };
  const site = siteOf(words.site, host);
  const { arch, libraryPath, setuid } = words;
  const seen = systemRoot(site);
  const bases = words.base === undefined ? await basesOf(seen, host) : [words.base];
  if (bases.length === 0) return wrong(unknownBase(seen));
  const chosen = { aim, site, places, trust, bases, arch, prefix, libraryPath, setuid, linking };
  return ok({ ...chosen, tools: undefined });
}

async function aimOf({ specs, lock }: InstallWords, host: Host): Promise<Result<Aim>> {
  const file: HostPath = joinPath(host.folders.working, LOCK_NAME);
  if (lock === "frozen") {
    if (specs.length > 0) {
      const help = `leave the names out: \`${LOCK_NAME}\` has them`;
      return wrong(usage("usage/option", "`--frozen` installs what is locked, and nothing else", help));
    }
    const read = await readLock(file, host);
    return read.ok ? ok({ kind: "locked", lock: read.value }) : read;
  }
  if (specs.length === 0) {
    const help = "name them: `tarwright install joe --from OWNER/REPO`";
    return wrong(usage("usage/no-package", "no package is named", help));
  }
  const wishes = wishesOf(specs);
  if (!wishes.ok) return wishes;
  return ok({ kind: "newest", wishes: wishes.value, remember: lock === "write" ? file : undefined });
}

export async function placesOf(texts: readonly string[], host: Host): Promise<Result<readonly Place[]>> {
  const places: Place[] = [];
  const troubles: Diagnostic[] = [];
  for (const text of texts) {
    const place = await readPlace(text, host);
    if (place.ok) places.push(place.value);
    else troubles.push(...place.error);
  }
  if (texts.length === 0) {
    const help = "name it: `--from OWNER/REPO`, an `https://` address, or a folder";
    troubles.push(usage("usage/no-place", "where the packages come from is not said", help));
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(places);
}

/** Keys that were given, or that a lock pins, or the user's own; never one from beside the packages. */
async function trustOf(
  { keys: files, keyring, signature }: InstallWords,
  aim: Aim | undefined,
  host: Host,
): Promise<Result<Trust>> {
  const named = await readKeys(files, host);
  const ring = await readRing(keyring, host);
  if (!named.ok || !ring.ok) {
    return { ok: false, error: [named, ring].flatMap((one) => (one.ok ? [] : one.error)) };
  }
  const given = [...named.value, ...(ring.value?.keys ?? [])];
  const isNamed = files.length > 0 || keyring !== undefined;
  if (signature === "waived") {
    if (!isNamed) return ok({ kind: "waived" });
    const what = `\`${keyring === undefined ? "--key" : "--keyring"}\``;
    const help = "leave one of them out";
    return wrong(
      usage("usage/option", `${what} and \`--insecure-no-signature\` contradict each other`, help),
    );
  }
  const pinned = aim?.kind === "locked" && aim.lock.key ? unpinKey(aim.lock.key) : undefined;
  // A key ring may hold others besides.
  const isOther = ({ point }: PublicKey) => point !== pinned?.point;
  if (pinned && (named.value.some(isOther) || (ring.value && given.every(isOther)))) {
    return wrong(otherThanPinned(given, pinned));
  }
  const keys = pinned ? [pinned] : isNamed ? given : await ownKeys(host);
  return keys.length > 0 ? ok({ kind: "required", keys }) : wrong(noKey());
}

/** A template from the working folder, as `build --prefix` has it. */
function prefixOf(text: string | undefined, host: Host): Result<string | undefined> {
  const prefix = text === undefined ? undefined : joinPath(host.folders.working, text);
  if (prefix !== "/") return ok(prefix);
  return wrong(usage("usage/value", "`--prefix` can't be `/`", "name a folder: `--prefix /opt/{name}`"));
}

/** A path as seen from the root. */
function linkingOf(link: string | undefined): Result<InstallRequest["linking"]> {
  if (link === undefined) return ok("none");
  if (link === "") return ok({ tree: undefined });
  if (/^(?:\/(?!\.{1,2}(?:\/|$))[^/\p{Cc}]+)+$/u.test(link)) return ok({ tree: link });
  const help = "name a folder as seen from the root: `--link=/usr/local`; `--link` alone takes the usual one";
  return wrong(usage("usage/value", `\`--link\` can't be \`${link}\``, help));
}

function unknownBase(root: HostPath): Diagnostic {
  const message = `which system \`${root}\` holds is not known: its \`etc/os-release\` does not say`;
  return usage("usage/unknown-base", message, "name what it is compatible with: `--base debian-12`");
}

function otherThanPinned(given: readonly PublicKey[], pinned: PublicKey): Diagnostic {
  const found = given.map(({ keyNumber }) => keyNumber).join(", ");
  const message = `\`${LOCK_NAME}\` pins the key ${pinned.keyNumber}, and \`--key\` gives ${found}`;
  return usage("usage/other-key", message, "leave `--key` out, or lock again with the new key");
}

function noKey(): Diagnostic {
  return usage(
    "usage/no-public-key",
    "no public key was given, so nobody knows whose packages to believe",
    "get it from the publisher, and name it: `--key NAME.pub`; `--insecure-no-signature` believes whoever has the place",
  );
}
