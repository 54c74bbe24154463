import { fulfils, type Package } from "../port/port.ts";
import { type Diagnostic, nearest, ok, type Result } from "../report.ts";
import { type Changed, changeSite, type Means } from "./change.ts";
import { type Installed, readInstalled } from "./database.ts";
import type { Site } from "./site.ts";
import { recover } from "./transaction.ts";
import { trouble } from "./trouble.ts";
import type { Wish } from "./wish.ts";

/** What a removal did. */
export type Departed = Changed & {
  readonly removed: readonly Installed[];
  /** Came as somebody's dependency, and nobody needs them any more. */
  readonly unneeded: readonly Installed[];
};

/** Refused while others need one of them. Files that were put there or edited since stay. */
export async function removePackages(
  { site, wishes }: { readonly site: Site; readonly wishes: readonly Wish[] },
  means: Means,
  signal: AbortSignal,
): Promise<Result<Departed>> {
  const { host } = means;
  const mended = await recover(site, host);
  if (!mended.ok) return mended;
  const before = await readInstalled(site, host);
  if (!before.ok) return before;
  const found = meant(wishes, before.value);
  if (!found.ok) return found;
  const departures = found.value;
  const staying = before.value.filter((one) => !departures.includes(one));
  const needed = departures.flatMap((one) => {
    const users = dependents(one, staying).filter((user) => !isServed(user, one, staying));
    return users.length > 0 ? [stillNeeded(one, users)] : [];
  });
  if (needed.length > 0) return { ok: false, error: needed };
  const change = {
    arrivals: [],
    departures,
    asked: [],
    basis: before.value,
    setuid: "refuse",
  } as const;
  const changed = await changeSite(site, change, means, signal);
  if (!changed.ok) return changed;
  return ok({ ...changed.value, removed: departures, unneeded: unneeded(staying) });
}

/** The installed packages that the wishes stand for, each once; a wish that no package answers is told. */
export function meant(
  wishes: readonly Wish[],
  installed: readonly Installed[],
): Result<readonly Installed[]> {
  const troubles: Diagnostic[] = [];
  const found = new Set<Installed>();
  for (const wish of wishes) {
    const matching = installed.filter((one) => wish.accepts(one.package));
    if (matching.length === 0) troubles.push(notInstalled(wish, installed));
    for (const one of matching) found.add(one);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok([...found]);
}

/** Those that say they need it. */
export function dependents(one: Installed, among: readonly Installed[]): readonly Installed[] {
  return among.filter(({ package: row }) =>
    row.depends.some((dependency) => serves(one.package, dependency)),
  );
}

function serves(row: Package, dependency: Package["depends"][number]): boolean {
  return row.contentDigest === dependency.contentDigest || fulfils(row, dependency);
}

/** Whether another installed package serves what `user` needs of `one`. */
function isServed({ package: user }: Installed, one: Installed, staying: readonly Installed[]): boolean {
  return user.depends
    .filter((dependency) => serves(one.package, dependency))
    .every((dependency) => staying.some((other) => serves(other.package, dependency)));
}

function unneeded(installed: readonly Installed[]): readonly Installed[] {
  return installed.filter((one) => one.why === "needed" && dependents(one, installed).length === 0);
}

function notInstalled({ text }: Wish, installed: readonly Installed[]): Diagnostic {
  const names = installed.map((one) => one.package.fullpkgname);
  const meantName = nearest(
    text,
    names.map((name) => name.replace(/-[0-9].*$/, "")),
  );
  return trouble(
    "install/not-installed",
    `\`${text}\` is not installed`,
    meantName ? `did you mean \`${meantName}\`?` : "`tarwright installed` lists what is",
  );
}

function stillNeeded({ package: row }: Installed, users: readonly Installed[]): Diagnostic {
  const names = users.map((user) => user.package.fullpkgname);
  return trouble(
    "install/needed",
    `\`${row.fullpkgname}\` can't be removed: ${names.map((name) => `\`${name}\``).join(", ")} ${names.length === 1 ? "needs" : "need"} it`,
    `remove them together: \`tarwright remove ${[row.fullpkgname, ...names].join(" ")}\``,
  );
}
