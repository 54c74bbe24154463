// Programs for `sh -c` that start a command the same way whatever the engine.

import { commandLine } from "../host/host.ts";
import type { Exec } from "./buildbox.ts";

/**
 * In the box, on the user's terminal: a terminal of the box's own before it, for the shell of another pid namespace
 * can't control the user's. `$1`: the command as a line; then its words.
 */
const TERMINAL =
  'if [ -t 0 ] && [ -t 1 ] && command -v script >/dev/null; then exec script -qec "$1" /dev/null; fi; shift; exec "$@"';

export function onTerminal(exec: Exec): Exec {
  const [program, ...args] = exec.argv;
  return { ...exec, argv: ["/bin/sh", "-c", TERMINAL, "sh", commandLine({ program, args }), ...exec.argv] };
}

/** Of every box that is not asked to be another, so that builds are alike everywhere. */
export const HOST_NAME = "tarwright";

/** In the box: `$1` is the folder, then come the variables, `NAME=value`, and the command. */
export const INSIDE = 'cd "$1" || exit 126; shift; umask 022; exec env -i -- "$@"';

export function variables(env: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(env).map(([name, value]) => `${name}=${value}`);
}
