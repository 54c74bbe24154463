// What the last lines of a build log often mean.

import { suppliedFor } from "../base/base.ts";
import type { Exit } from "../host/host.ts";
import type { Job } from "../port/port.ts";

type Hint = {
  readonly pattern: RegExp;
  /** Undefined when what was found says nothing after all. */
  readonly help: (match: RegExpExecArray, job: Job) => string | undefined;
};

/** tar(1) has its own words for a write that found no room. */
const DISK_FULL = /No space left on device|Disk quota exceeded|Wrote only \d+ of \d+ bytes/;

/** Whether what a command printed says so: then neither the recipe nor the archive is to blame. */
export function tellsDiskFull(printed: string): boolean {
  return DISK_FULL.test(printed);
}

/** Names of programs that are words of other sentences as well. */
const COMMON: ReadonlySet<string> = new Set(["check", "config", "file", "linux", "make", "screen"]);

function isTelling(word: string): boolean {
  return word.length > 2 && !COMMON.has(word.toLowerCase());
}

/** The first that fits, in this order: what breaks the machine comes before what breaks a build. */
const HINTS: readonly Hint[] = [
  {
    pattern: DISK_FULL,
    help: () => "the disk is full: free some space where the buildbox lies, then run it again",
  },
  {
    pattern:
      /internal compiler error|Segmentation fault signal terminated program|Killed signal terminated program/,
    help: () =>
      "the compiler itself broke down: give it more memory, fewer jobs (`--jobs 1`) or less to optimise",
  },
  {
    pattern: /\.\/configure: (?:not found|No such file)/,
    help: () => "the source has no `configure`: say `style: autoconf` if it is to be made, or another style",
  },
  {
    pattern: /fatal error: ([^\s:]+): No such file or directory/,
    help: ([, header = ""], job) =>
      `the base lacks the header \`${header}\`: ${declareIt("the library that has it", header, job)}`,
  },
  {
    pattern: /(?:cannot find|could not find) -l([^\s:]+)/i,
    help: ([, library = ""], job) =>
      `the base lacks the library \`${library}\`: ${declareIt("it", library, job)}`,
  },
  {
    pattern:
      /(?:(?:No p|P)ackage '([^']+)'(?:, required by '[^']+', not)? found|Dependency "?([^\s"]+)"? not found|Could NOT find ([A-Za-z0-9_]+))/,
    help: ([, package_, dependency, found], job) => {
      const name = package_ ?? dependency ?? found ?? "";
      const orPort = job.port.dialect === "gobolinux" ? "" : ", or its port under `depends.lib`";
      return `\`${name}\` is not there: ${declareIt("it", name, job)}${orPort}`;
    },
  },
  {
    pattern: /configure: error: (?:cannot|could not|can't) find (?:the )?([A-Za-z0-9][A-Za-z0-9_+-]*)/i,
    help: ([, name = ""], job) => `\`${name}\` is not there: ${declareIt("it", name, job)}`,
  },
  {
    // "ncurses support missing/incomplete", "GNU Parted requires libuuid": the authors of scripts have words of their own.
    pattern: /(?:configure: error:|CMake Error at .*:\n|meson\.build:[0-9:]+ ERROR:)\s*(\S.*)/,
    help: ([, words = ""], job) => {
      const names = words.split(/[^A-Za-z0-9+]+/).filter(isTelling);
      const name = names.find((word) => suppliedFor(word) !== undefined);
      return name && `\`${name}\` may not be there: ${declareIt("it", name, job)}`;
    },
  },
  {
    pattern: /(?:^|: )([A-Za-z0-9_.+-]+): (?:command not found|not found)$/m,
    help: ([, tool = ""], job) =>
      `the base lacks the program \`${tool}\`: ${declareIt("the package that has it", tool, job)}`,
  },
  {
    // CMake's ExternalProject, which many use for what find_package() did not find.
    pattern: /Performing download step \([^)]*\) for '([^']+)'/,
    help: ([, name = ""], job) => `\`${name}\` would be downloaded: ${declareIt("it", name, job)}`,
  },
  {
    pattern: /Could not resolve host|Temporary failure in name resolution|Network is unreachable/,
    help: () => "a build has no network: list what it downloads under `distfiles`, or say `network: build`",
  },
];

/** Where the recipe says what it needs; and for this once, what may do without a change of it. */
function declareIt(what: string, missing: string, { port }: Job): string {
  if (port.dialect !== "gobolinux") return `name ${what} under \`depends.system\``;
  // `X11/Xlib.h`, `lzma.h`: a header is most often called like its library.
  const stem = missing.replace(/\/.*/s, "").replace(/\.h(?:pp|h)?$/, "");
  const name = suppliedFor(stem)?.neutral;
  const once = name === undefined ? "" : `, or build with \`--need ${name}\``;
  return `add ${what} to \`Resources/Dependencies\`${once}`;
}

/** An instruction that fits what a failed command printed last, if it says something well known. */
export function hintFor(tail: string, exit: Exit, job: Job): string | undefined {
  if (deniedPaths(tail).some((path) => isAbout(path, job.prefix))) {
    return `the prefix \`${job.prefix}\` itself can't be written to: install into \`$DESTDIR$PREFIX\``;
  }
  for (const { pattern, help } of HINTS) {
    // Scripts look for many things that they can do without before the one that they can't.
    const match = [...tail.matchAll(new RegExp(pattern, `${pattern.flags}g`))].at(-1);
    const told = match && help(match, job);
    if (told !== undefined) return told;
  }
  const killed =
    exit.kind === "killed" ? exit.signal === "SIGKILL" : exit.kind === "exited" && exit.status === 137;
  return killed
    ? "it was killed, most likely for want of memory: raise `limits.memory`, or use fewer jobs"
    : undefined;
}

function deniedPaths(tail: string): readonly string[] {
  const lines = tail.split("\n").filter((line) => /Permission denied|Read-only file system/.test(line));
  return lines.flatMap((line) => line.match(/\/[^\s'"`:\u2018\u2019]+/g) ?? []);
}

/** A makefile that knows no DESTDIR tries the prefix, or already one of the folders above. */
function isAbout(path: string, prefix: string): boolean {
  return `${path}/`.startsWith(`${prefix}/`) || `${prefix}/`.startsWith(`${path}/`);
}
