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

/** In the box: `$1` is the folder, then come the variables, `NAME=value`, and the command. */
export const INSIDE = 'cd "$1" || exit 126; shift; umask 022; exec env -i -- "$@"';

export function variables(env: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(env).map(([name, value]) => `${name}=${value}`);
}

/**
 * On this machine: gives the command, from `$2` on, pipes of its own for output. What node makes are sockets, and
 * those can't be opened by name: `echo >/dev/stderr` would fail. `$1`: a folder for their names, as long as they have
 * some.
 */
export const PIPED =
  'out=$1/$$.out err=$1/$$.err; shift; mkfifo -m 666 "$out" "$err"; cat "$out" & cat "$err" >&2 & exec 3>"$out" 4>"$err"; rm "$out" "$err"; exec "$@" >&3 2>&4 3>&- 4>&-';
