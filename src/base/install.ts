import type { Buildbox } from "../engine/engine.ts";
import type { Host } from "../host/host.ts";
import { type Diagnostic, nearest, ok, type Report, type Result, type Span } from "../report.ts";
import { isNetworkTrouble, runTask, statusOf, type TaskEnd, taskFailure } from "./box.ts";
import type { PackageManager } from "./catalogue.ts";
import apk from "./install-apk.sh";
import apt from "./install-apt.sh";
import dnf from "./install-dnf.sh";
import { installProgress } from "./progress.ts";

export type Installation = {
  readonly manager: PackageManager;
  /** Each with the place that asks for it, if a recipe does. */
  readonly packages: readonly { readonly name: string; readonly span?: Span }[];
  /** Manuals are left out of what only builds see. */
  readonly extent: "lean" | "whole";
  /** `pinned`: of the very lists that the base was made from. */
  readonly lists: "pinned" | "latest";
  /** Debian's name of the architecture that is built for, where it is another than the box's. */
  readonly foreign?: string;
  /** For people: `tools of debian-12`. */
  readonly what: string;
  /** Name of the base that it is for. */
  readonly base: string;
};

/** What follows the name of a package that what is built links with: a library is wanted for what is built for, a tool is not. */
export const FOR_TARGET = ":target";

const SCRIPTS: Readonly<Record<PackageManager, string>> = { apt, apk, dnf };

/** Installs packages in an open box, as root. */
export async function install(
  box: Buildbox,
  { host, report, ...installation }: Installation & { readonly host: Host; readonly report: Report },
  signal: AbortSignal,
): Promise<Result<void>> {
  const { manager, packages, extent, lists, foreign, what } = installation;
  const names = packages.map(({ name }) => name);
  const progress = installProgress(what, report);
  const end = await runTask(
    box,
    {
      script: SCRIPTS[manager],
      args: [extent, lists, ...(manager === "apt" ? [foreign ?? "-"] : []), ...names],
      onLine: progress.line,
      host,
    },
    signal,
  );
  if (statusOf(end.exit) === 0) {
    progress.finish();
    return ok(undefined);
  }
  const absent = absentPackages(manager, end.tail);
  if (absent.length === 0) return { ok: false, error: [explain(installation, end)] };
  const known = await knownPackages(box, { manager, host }, signal);
  return {
    ok: false,
    error: absent.map((name) =>
      unknownPackage(name, { known, what, span: packages.find((one) => isNamed(one.name, name))?.span }),
    ),
  };
}

/** Managers add the architecture to a name, or leave ours out. */
function isNamed(asked: string, said: string): boolean {
  return asked === said || asked === said.replace(/(?::[a-z0-9]+)?$/, FOR_TARGET);
}

/** How each manager says that there is no such package. */
const ABSENT: Readonly<Record<PackageManager, RegExp>> = {
  apt: /^E: (?:Unable to locate package (\S+)|Package '(\S+)' has no installation candidate|Couldn't find any package by (?:glob|regex) '(\S+)')/,
  apk: /^\s+(\S+) \(no such package\):/,
  dnf: /^No match for argument: (\S+)/,
};

function absentPackages(manager: PackageManager, lines: readonly string[]): readonly string[] {
  const names = lines.flatMap(
    (line) => ABSENT[manager].exec(line)?.slice(1).filter(Boolean).slice(0, 1) ?? [],
  );
  return [...new Set(names)];
}

const LIST: Readonly<Record<PackageManager, string>> = {
  apt: "apt-cache pkgnames",
  apk: "apk search -q",
  dnf: "dnf -q repoquery --qf '%{name}\n'",
};

async function knownPackages(
  box: Buildbox,
  { manager, host }: { readonly manager: PackageManager; readonly host: Host },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { output } = await runTask(box, { script: LIST[manager], args: [], host }, signal);
  return output.split("\n").filter(Boolean).sort();
}

function unknownPackage(
  name: string,
  {
    known,
    what,
    span,
  }: { readonly known: readonly string[]; readonly what: string; readonly span: Span | undefined },
): Diagnostic {
  const meant = nearest(name, known);
  return {
    severity: "error",
    code: "base/no-package",
    blame: span ? "recipe" : "world",
    message: `\`${name}\` is not among the ${known.length} packages that are known for the ${what}`,
    ...(span ? { span } : {}),
    ...(meant ? { help: `did you mean \`${meant}\`?` } : {}),
  };
}

function explain({ what, lists, base, foreign }: Installation, end: TaskEnd): Diagnostic {
  if (lists === "pinned" && end.tail.some((line) => /^E: Failed to fetch .*\b404\b/.test(line))) {
    return taskFailure("base/outdated", `the ${what} are older than the mirror, which dropped a package`, {
      end,
      help: `make the base anew: \`tarwright base create ${base}\`${foreign ? ", with the same `--arch`" : ""}`,
    });
  }
  return isNetworkTrouble(end) || statusOf(end.exit) === 20
    ? taskFailure("base/unreachable", `the packages for the ${what} can't be fetched`, {
        end,
        help: "check the network and the package manager's mirrors and proxies, then run it again",
      })
    : taskFailure("base/install", `the packages for the ${what} can't be installed`, { end });
}
