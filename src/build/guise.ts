// A build that is done again under other circumstances, so that a comparison of the results tells what they depend on.

import { guestPath } from "../engine/engine.ts";
import { type Host, joinPath } from "../host/host.ts";
import type { Circumstance } from "../port/port.ts";
import { type Bench, copyInto, quietly } from "./bench.ts";
import { BUILD_FOLDER, baseEnvironment, type Environment } from "./environment.ts";
import source from "./guise.c";

/** `other`: another host name, time and order of folders than the usual ones. */
export type Circumstances = "usual" | "other";

/** Of the buildbox. */
export const HOST_NAMES: Readonly<Record<Circumstances, string>> = { usual: "tarwright", other: "elsewhere" };

export type Varied = Extract<Circumstance, "host-name" | "time" | "folder-order">;

export type Guise = {
  /** Variables of every command that builds. */
  readonly environment: Environment;
  readonly varied: readonly Varied[];
};

export const NO_GUISE: Guise = { environment: {}, varied: [] };

const FOLDER = guestPath(`${BUILD_FOLDER}/guise`);

/**
 * Compiles, with the buildbox's own compiler, what every program of the build then loads first. Where there is none, or
 * programs load nothing, only the host name is another.
 */
export async function makeGuise(bench: Bench, host: Host, signal: AbortSignal): Promise<Guise> {
  const folder = await host.makeTemporary("guise-");
  try {
    await host.writeFile(joinPath(folder, "guise.c"), source);
    const trouble = await copyInto(bench, [{ from: folder, to: FOLDER, owner: "build" }], signal);
    if (trouble) return HOST_NAME_ONLY;
  } finally {
    await host.remove(folder);
  }
  const library = guestPath(`${FOLDER}/guise.so`);
  // Tried at once: a library that can't be loaded would be a complaint of every program.
  const script = 'cc -O1 -shared -fPIC -o "$1" guise.c -ldl && ! LD_PRELOAD="$1" true 2>&1 | grep -q .';
  const exit = await quietly(
    bench,
    { argv: ["/bin/sh", "-c", script, "sh", library], cwd: FOLDER, env: baseEnvironment([]), user: "build" },
    signal,
  );
  if (exit.kind !== "exited" || exit.status !== 0) {
    const message =
      "there is no compiler in the buildbox: its time and the order of its folders stay the same";
    bench.report({ kind: "note", message });
    return HOST_NAME_ONLY;
  }
  return { environment: { LD_PRELOAD: library }, varied: ["host-name", "time", "folder-order"] };
}

const HOST_NAME_ONLY: Guise = { environment: {}, varied: ["host-name"] };
