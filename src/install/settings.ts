// Settings of programs, as GoboLinux's UpdateSettings treats them: each version brings defaults, and what the user made of
// them stays.

import posix from "node:path/posix";
import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import type { Known } from "./database.ts";
import { type Bench, beside, digestAt } from "./lay-bench.ts";
import { at } from "./placement.ts";
import { locate } from "./site.ts";
import { programFolder } from "./system-tree.ts";
import { trouble } from "./trouble.ts";

export type Settling = {
  /** Of each program the version that is linked. */
  readonly current: readonly Known[];
  /** Where its files lie by now, by content. */
  readonly trees: ReadonlyMap<string, HostPath>;
  /** Those that were linked just now, by content; another one falls back to what it was. */
  readonly fresh: ReadonlySet<string>;
  /** As in `Laid`. */
  readonly laid: ReadonlyMap<string, string>;
};

export type Settled = {
  /** Files below the settings of each program, by its folder. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** The same, with their whole paths. */
  readonly places: readonly string[];
  readonly laid: ReadonlyMap<string, string>;
};

const DEFAULTS = "Resources/Defaults/Settings/";

/** New ones are laid, unchanged ones follow the new default, changed ones stay and get it beside; those of nobody go. */
export async function planSettings(
  bench: Bench,
  { current, trees, fresh, laid }: Settling,
): Promise<Result<Settled>> {
  const next = new Map<string, string>();
  const files = new Map<string, string[]>();
  for (const one of current) {
    if (one.package.layout !== "programs") continue;
    const folder = programFolder(one);
    for (const entry of one.entries) {
      if (entry.kind !== "file" || !entry.path.startsWith(DEFAULTS)) continue;
      const inner = Buffer.from(entry.path.slice(DEFAULTS.length), "latin1").toString();
      const path = `${folder}/Settings/${inner}`;
      const tree = trees.get(one.package.contentDigest);
      if (!tree) throw new Error(`${one.package.fullpkgname} lies nowhere`);
      const source = at(tree, entry.path);
      const arrives = fresh.has(one.package.contentDigest);
      const setting = { path, source, sha256: entry.sha256, known: laid.get(path), arrives };
      const settled = await settle(bench, setting);
      if (!settled.ok) return settled;
      next.set(path, settled.value.known);
      if (settled.value.beside !== undefined) next.set(settled.value.beside, entry.sha256);
      if (settled.value.file === "there") files.set(folder, [...(files.get(folder) ?? []), inner]);
    }
  }
  const programs = new Set(current.map(programFolder));
  for (const [path, known] of laid) {
    if (next.has(path)) continue;
    const isInUse = [...programs].some((folder) => path.startsWith(`${folder}/`));
    // A version that has no such default may still be told by it.
    if (isInUse && BESIDE.test(path)) {
      if (await isThere(bench, path)) next.set(path, known);
    } else if (isInUse) {
      next.set(path, known);
      const folder = path.replace(/\/Settings\/.*$/s, "");
      const inner = path.slice(`${folder}/Settings/`.length);
      if (await isThere(bench, path)) files.set(folder, [...(files.get(folder) ?? []), inner]);
    } else await clear(bench, path, known);
  }
  const places = [...files].flatMap(([folder, names]) => names.map((name) => `${folder}/Settings/${name}`));
  return ok({ files, places, laid: next });
}

type Setting = {
  readonly path: string;
  readonly source: HostPath;
  readonly sha256: string;
  /** Of the default that was there before. */
  readonly known: string | undefined;
  readonly arrives: boolean;
};

const BESIDE = /\.tarwright-default(?:\.[0-9]+)?$/;

type SettledFile = {
  /** `turned-down`: the user has removed it. */
  readonly file: "there" | "turned-down";
  /** Of the default that the file is held against from now on. */
  readonly known: string;
  /** Where the new default lies, when it is not the file itself. */
  readonly beside?: string;
};

async function settle(
  bench: Bench,
  { path, source, sha256, known, arrives }: Setting,
): Promise<Result<SettledFile>> {
  const { host, site } = bench;
  const located = await locate(site, path, host);
  if (!located.ok) return located;
  const place = located.value;
  const right = { file: "there", known: sha256 } as const;
  const there = await host.status(place);
  if (!there && known !== undefined) return ok({ file: "turned-down", known: sha256 });
  const found = there ? await digestAt(place, host) : undefined;
  if (!there || found === known) {
    if (found === sha256) return ok(right);
    if (there) bench.moves.push({ from: place, to: await beside(bench, place, "old-setting") });
    await lay(bench, source, place);
    return ok(right);
  }
  if (found === sha256 || known === sha256) return ok(right);
  if (!arrives) return ok({ file: "there", known: known ?? sha256 });
  const name = await freeName(place, { sha256, host });
  if (!name) return ok(right);
  await lay(bench, source, name);
  bench.warnings.push(kept(path, name));
  return ok({ ...right, beside: `${posix.dirname(path)}/${posix.basename(name)}` });
}

async function lay(bench: Bench, source: HostPath, place: HostPath): Promise<void> {
  const made = await beside(bench, place, "setting");
  await bench.host.copyFile(source, made);
  bench.moves.push({ from: made, to: place });
}

/** Undefined when the default lies beside already. */
async function freeName(
  place: HostPath,
  { sha256, host }: { readonly sha256: string; readonly host: Host },
): Promise<HostPath | undefined> {
  for (let count = 0; ; count += 1) {
    const name = hostPath(`${place}.tarwright-default${count === 0 ? "" : `.${count}`}`);
    if (!(await host.status(name))) return name;
    if ((await digestAt(name, host)) === sha256) return undefined;
  }
}

async function isThere({ site, host }: Bench, path: string): Promise<boolean> {
  const place = await locate(site, path, host);
  return place.ok && (await host.status(place.value)) !== undefined;
}

/** The last version is gone: what is still the default goes with it. */
async function clear(bench: Bench, path: string, known: string): Promise<void> {
  const { site, host } = bench;
  const place = await locate(site, path, host);
  if (!place.ok) return;
  const found = await digestAt(place.value, host);
  if (found === known)
    bench.moves.push({ from: place.value, to: await beside(bench, place.value, "old-setting") });
  else if (found !== undefined) bench.warnings.push(left(path, joinPath(place.value, "..")));
}

function kept(path: string, name: HostPath): Diagnostic {
  return {
    ...trouble(
      "install/setting-kept",
      `\`${path}\` was changed by you, and stays; the new default lies beside it as \`${posix.basename(name)}\``,
      "compare the two, take over what you want, then remove the default",
    ),
    severity: "warning",
  };
}

function left(path: string, folder: HostPath): Diagnostic {
  return {
    ...trouble(
      "install/setting-left",
      `\`${path}\` was changed by you, and stays though its program is gone`,
      `remove \`${folder}\` when nobody needs it any more`,
    ),
    severity: "warning",
  };
}
