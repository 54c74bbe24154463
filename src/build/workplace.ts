// Where a port's commands run, and with which make.

import { type GuestPath, guestPath } from "../engine/engine.ts";
import type { Build, Phase } from "../port/port.ts";
import { ask, type Bench } from "./bench.ts";
import { OUTSIDE, WORK } from "./environment.ts";
import type { JobTrouble } from "./outcome.ts";

/** The folder that the recipe names for its sources, where it names one. */
export function namedFolders({ folder, patchedFolder }: Build): {
  readonly source?: GuestPath;
  readonly patched?: GuestPath;
} {
  const patched = patchedFolder ?? folder?.value;
  return {
    ...(folder ? { source: inWork(folder.value) } : {}),
    ...(patched === undefined ? {} : { patched: inWork(patched) }),
  };
}

function inWork(path: string): GuestPath {
  return guestPath(path === "." || path === "" ? WORK : `${WORK}/${path}`);
}

/** Where the configure script runs, when the recipe names a folder for that. */
export function configureFolder({ configureFolder: path }: Build): GuestPath | undefined {
  return path === undefined ? undefined : inWork(path);
}

/** Where it is built: in the source folder or in one beside it. */
export function placeIn({ style, place, buildFolder }: Build, source: GuestPath): GuestPath {
  const usual = ["cmake", "meson"].includes(style.value) ? "folder-beside" : "source-folder";
  if ((place ?? usual) === "source-folder") return source;
  return buildFolder === undefined ? OUTSIDE : guestPath(`${WORK}/${buildFolder}`);
}

export type MakeProgram = readonly [string, ...string[]];

export function makeProgram({ program: [program = "make", ...args] = [] }: Build["make"]): MakeProgram {
  return [program, ...args];
}

/** A folder that the recipe names may not be among what was unpacked. */
export async function missingFolder(
  { phase, folder }: { readonly phase: Phase; readonly folder: GuestPath },
  { build, bench }: { readonly build: Build; readonly bench: Bench },
  signal: AbortSignal,
): Promise<JobTrouble | undefined> {
  const named = build.folder;
  if (!named || (await ask(bench, ["test", "-d", folder], signal)) !== undefined) return undefined;
  if (signal.aborted) return { kind: "aborted", phase };
  const found = (await ask(bench, ["ls", WORK], signal)) ?? "";
  const names = found.split("\n").filter(Boolean);
  return { kind: "no-folder", phase, folder: folder.slice(WORK.length + 1), found: names, span: named.span };
}
