// The machine that a port is read for, as OpenBSD names it, and what it says when the tree's makefiles ask.

export type Machine = { readonly machine: string; readonly arch: string };

const MACHINES: Readonly<Record<string, Machine>> = {
  x86_64: { machine: "amd64", arch: "amd64" },
  aarch64: { machine: "arm64", arch: "aarch64" },
};

const DEFAULT: Machine = { machine: "amd64", arch: "amd64" };

/** `arch` as `uname -m` says it on Linux. */
export function machineOf(arch: string | undefined): Machine {
  return MACHINES[arch ?? ""] ?? DEFAULT;
}

/** OpenBSD's release at the time of the tree's makefiles that ask for it. */
const RELEASE = "5.9";

/**
 * What the commands print that the tree's own makefiles run while they are read: they ask for the machine, for its
 * processors (one, so that nothing depends on where it is read), and for installed packages (there are none).
 */
export function answerCommand(command: string, { machine, arch }: Machine): string | undefined {
  const text = command.trim().replace(/\s+/g, " ");
  const answer = FIXED.get(text);
  if (answer !== undefined) return answer;
  if (text === "uname -m") return `${machine}\n`;
  if (text === "uname -p" || text === "arch -s") return `${arch}\n`;
  const added = /^echo \$\(\( ?`sysctl -n hw\.ncpu(?:online)?` ?\+ ?([0-9]+) ?\)\)$/.exec(text)?.[1];
  if (added !== undefined) return `${1 + Number(added)}\n`;
  // `(pkg_info -qe SPEC && echo YES) || echo NO`: SPEC is installed or not.
  const absent = /^\( ?pkg_info -q?e "[^"`$]*" && echo \w+ ?\) \|\| echo (\w+)$/.exec(text)?.[1];
  return absent === undefined ? undefined : `${absent}\n`;
}

const FIXED: ReadonlyMap<string, string> = new Map([
  ["uname -r", `${RELEASE}\n`],
  ["uname -s", "OpenBSD\n"],
  ["uname", "OpenBSD\n"],
  ["sysctl -n hw.ncpu", "1\n"],
  ["sysctl -n hw.ncpuonline", "1\n"],
]);
