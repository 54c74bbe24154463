import { joinPath, withScratch } from "../host/host.ts";
import { bestFor, type Package, updateCandidates } from "../port/port.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { type Arrival, type Changed, changeSite, type Means } from "./change.ts";
import { type Installed, readInstalled } from "./database.ts";
import { dependents, meant } from "./depart.ts";
import { pinKey, unpinKey } from "./pinned-key.ts";
import { type Place, readPlace } from "./place.ts";
import type { Trust } from "./release.ts";
import { resolve } from "./resolve.ts";
import { type Look, lookedAt, lookTwice } from "./second-look.ts";
import { type Selection, select } from "./selection.ts";
import type { Site } from "./site.ts";
import { recover } from "./transaction.ts";
import { trouble } from "./trouble.ts";
import type { Wish } from "./wish.ts";

export type UpdateRequest = {
  readonly site: Site;
  /** None: all that is installed. */
  readonly wishes: readonly Wish[];
  /** None: where each came from. */
  readonly places: readonly Place[];
  /** Undefined: the key that signed each when it was installed. */
  readonly trust: Trust | undefined;
  readonly setuid: "refuse" | "keep";
};

/** `to` is what takes its place. */
export type Updated = { readonly from: Installed; readonly to: Package };
export type Renewed = Changed & { readonly updated: readonly Updated[] };

/** Each by the newest of its candidates (updateCandidates), and what these need besides; all of it, or nothing. */
export async function updatePackages(
  request: UpdateRequest,
  means: Means,
  signal: AbortSignal,
): Promise<Result<Renewed>> {
  const { host } = means;
  const mended = await recover(request.site, host);
  if (!mended.ok) return mended;
  const before = await readInstalled(request.site, host);
  if (!before.ok) return before;
  const wanted = request.wishes.length === 0 ? ok(before.value) : meant(request.wishes, before.value);
  if (!wanted.ok) return wanted;
  return withScratch(joinPath(host.folders.cache, "installs"), host, async (scratch) => {
    const arrivals: Arrival[] = [];
    const updated: Updated[] = [];
    for (const group of groupsOf(wanted.value, request)) {
      const renewing = { ...means, scratch, before: before.value };
      const found = await lookTwice(() => renewalsOf(group, request, renewing, signal));
      if (!found.ok) return found;
      arrivals.push(...found.value.arrivals);
      updated.push(...found.value.updated);
    }
    const broken = brokenDependents(before.value, updated);
    if (broken.length > 0) return { ok: false, error: broken };
    const change = {
      arrivals,
      departures: updated.map(({ from }) => from),
      asked: [],
      basis: before.value,
      setuid: request.setuid,
    };
    const changed = await changeSite(request.site, change, means, signal);
    return changed.ok ? ok({ updated, ...changed.value }) : changed;
  });
}

/** Installed packages that are looked for at the same place, under the same trust, for the same base. */
type Group = { readonly from: string; readonly trust: Trust; readonly packages: readonly Installed[] };

function groupsOf(installed: readonly Installed[], { trust, places }: UpdateRequest): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const one of installed) {
    const from = places.length > 0 ? "" : one.from;
    const { base, arch } = one.package;
    const own: Trust = one.key ? { kind: "required", keys: [unpinKey(one.key)] } : { kind: "waived" };
    const key = [from, one.key?.public ?? "", base, arch].join("\n");
    const packages = [...(groups.get(key)?.packages ?? []), one];
    groups.set(key, { from, trust: trust ?? own, packages });
  }
  return [...groups.values()];
}

type Renewing = Means & {
  readonly scratch: Parameters<typeof select>[0]["scratch"];
  readonly before: readonly Installed[];
};

type Renewals = {
  readonly arrivals: readonly Arrival[];
  readonly updated: readonly Updated[];
};

async function renewalsOf(
  { from, trust, packages }: Group,
  request: UpdateRequest,
  { before, ...means }: Renewing,
  signal: AbortSignal,
): Promise<Look<Renewals>> {
  const place = request.places.length > 0 ? ok(undefined) : await readPlace(from, means.host);
  if (!place.ok) return { kind: "done", result: place };
  const places = place.value ? [place.value] : request.places;
  let updated: readonly Updated[] = [];
  const choose = (offered: readonly Package[], name: string) => {
    updated = packages.flatMap((one) => successor(one, offered));
    const leaving = new Set(updated.map((one) => one.from));
    const wishes = updated.map(
      ({ to }): Wish => ({ text: to.fullpkgname, accepts: (row) => row.file === to.file }),
    );
    const present = before
      .filter((one) => !leaving.has(one))
      .map((one) => ({ ...one.package, prefix: one.prefix }));
    const [first] = packages;
    const machine = { bases: first ? [first.package.base] : [], arch: first?.package.arch ?? "" };
    return resolve({ wishes, offered, present, place: name, ...machine });
  };
  const selected = await select({ places, trust, choose, ...means }, signal);
  if (!selected.ok) return { kind: "done", result: selected };
  const arrivals = await fetchNew(selected.value, { updated, from: places[0]?.name ?? from }, signal);
  if (!arrivals.ok) return lookedAt(arrivals, selected.value, signal);
  return { kind: "done", result: ok({ arrivals: arrivals.value, updated }) };
}

/** The newest candidate, unless it is what is there; of the same base, and at its own prefix or movable. */
function successor(one: Installed, offered: readonly Package[]): readonly Updated[] {
  const { base, arch, layout, contentDigest } = one.package;
  const [to] = updateCandidates(
    one.package,
    offered.filter((row) => row.base === base && row.arch === arch && row.layout === layout),
  );
  return to === undefined || to.contentDigest === contentDigest ? [] : [{ from: one, to }];
}

async function fetchNew(
  { source, release, choices }: Selection,
  { updated, from }: { readonly updated: readonly Updated[]; readonly from: string },
  signal: AbortSignal,
): Promise<Result<readonly Arrival[]>> {
  const arrivals: Arrival[] = [];
  for (const { row, why } of choices) {
    const archive = await source.archive(row, signal);
    if (!archive.ok) return archive;
    const old = updated.find(({ to }) => to.file === row.file)?.from;
    const isMoved = old !== undefined && old.prefix !== old.package.prefix;
    if (isMoved && row.relocatable.verdict === "no")
      return { ok: false, error: [stuck(row, old, row.relocatable.because)] };
    const record: Installed = {
      package: row,
      prefix: isMoved ? old.prefix : row.prefix,
      why: old?.why ?? (why === "asked" ? "asked" : "needed"),
      libraryPath: old?.libraryPath ?? "runpath",
      from,
      ...(release.signer ? { key: pinKey(release.signer) } : {}),
      ...(old?.linked ? { linked: old.linked } : {}),
    };
    const keys = release.signer && [release.signer];
    arrivals.push({ record, found: archive.value, keys });
  }
  return ok(arrivals);
}

/** Those that stay, and for which what comes is no longer what they need: by name, or by a library that is gone. */
function brokenDependents(before: readonly Installed[], updated: readonly Updated[]): readonly Diagnostic[] {
  const leaving = new Set(updated.map(({ from }) => from));
  const staying = before.filter((one) => !leaving.has(one));
  return updated.flatMap(({ from, to }) =>
    dependents(from, staying).flatMap((user) => {
      const depends = user.package.depends.filter((one) => bestFor([from.package], one));
      const isNamed = depends.every((one) => bestFor([to], one));
      const sonames = (row: Package) => row.libraries.provided.flatMap(({ soname }) => soname ?? []);
      const lost = user.package.libraries.needed.filter(
        (needed) => sonames(from.package).includes(needed) && !sonames(to).includes(needed),
      );
      if (isNamed && lost.length === 0) return [];
      return [breaks(user, { from, to }, lost)];
    }),
  );
}

function breaks(user: Installed, { from, to }: Updated, lost: readonly string[]): Diagnostic {
  const why =
    lost.length > 0
      ? `it links to ${lost.map((name) => `\`${name}\``).join(", ")}, which \`${to.fullpkgname}\` has not`
      : `it needs \`${from.package.fullpkgname}\`, and \`${to.fullpkgname}\` is not what it asks for`;
  return trouble(
    "install/needed",
    `\`${from.package.fullpkgname}\` can't be updated to \`${to.fullpkgname}\` without \`${user.package.fullpkgname}\`: ${why}`,
    `update both, when there is a \`${user.package.fullpkgname.replace(/-[0-9].*$/, "")}\` that was built against it`,
  );
}

function stuck(row: Package, { prefix }: Installed, because: string): Diagnostic {
  return trouble(
    "install/not-relocatable",
    `\`${row.fullpkgname}\` can't take the place at \`${prefix}\`: ${because}`,
    `remove the old one, and install the new one at \`${row.prefix}\``,
  );
}
