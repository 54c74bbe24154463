import { HOST_NAMES } from "../build/build.ts";
import { joinPath } from "../host/host.ts";
import { compareArchives, type DifferingFile, type StagedPackage } from "../package/package.ts";
import type { Port, Rebuild } from "../port/port.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { type Made, type Making, makePackages } from "./make-packages.ts";
import type { Context } from "./verb.ts";

/** Builds a job a second time, under other circumstances, and compares its packages with those of the first, byte for byte. */
export async function buildAgain(
  making: Making,
  { packages }: Pick<Made, "packages">,
  context: Context,
): Promise<Result<Rebuild>> {
  const { host, signal, report } = context;
  report({ kind: "note", message: "building it a second time, under other circumstances, to compare" });
  const again = await makePackages(otherwise(making), context);
  if (!again.ok) return again;
  const troubles: Diagnostic[] = [];
  for (const { package: row, archive } of packages) {
    const twin = again.value.packages.find((one) => one.package.fullpkgname === row.fullpkgname);
    if (!twin) throw new Error(`the second build has no ${row.fullpkgname}`);
    const found = await compareArchives({ files: [archive, twin.archive], hosts: HOSTS, host }, signal);
    if (!found.ok) return found;
    if (found.value.length > 0) troubles.push(notReproducible(row, found.value));
  }
  if (troubles.length > 0) return { ok: false, error: troubles };
  return ok({ varied: variedBy(again.value, making.stage.job.port) });
}

/** The buildbox's circumstances, and those that are another in every second build that can do with it. */
export function variedBy({ varied }: Pick<Made, "varied">, { build }: Port): Rebuild["varied"] {
  const others: Rebuild["varied"] = build.make.jobs === "one" ? ["host-path"] : ["host-path", "parallelism"];
  return [...others, ...varied].sort();
}

/** Another folder of this machine, one command more at once; and what `purpose` brings with it. */
function otherwise(making: Making): Making {
  return {
    ...making,
    workspace: joinPath(making.workspace, "second-build"),
    parallel: making.parallel + 1,
    onEnd: "remove",
    purpose: "compare",
  };
}

/** The host names of the first build and of the second. */
export const HOSTS = [HOST_NAMES.usual, HOST_NAMES.other] as const;

const SHOWN_FILES = 12;
const SHOWN_PLACES = 3;

/** What differs, file by file, and what to do about that which it looks like. */
export function notReproducible(
  { fullpkgname }: StagedPackage["package"],
  files: readonly DifferingFile[],
): Diagnostic {
  const rest = files.length - SHOWN_FILES;
  const causes = new Set(files.flatMap(({ differences }) => differences.map(({ cause }) => cause)));
  const helps = [...causes].sort().flatMap((cause) => HELP[cause] ?? []);
  return {
    severity: "error",
    code: "build/not-reproducible",
    blame: "recipe",
    message: [
      `\`${fullpkgname}\` is not the same when it is built again:`,
      ...files.slice(0, SHOWN_FILES).flatMap(fileLines),
      ...(rest > 0 ? [`and ${rest} more files`] : []),
    ].join("\n  "),
    help:
      helps.length > 0
        ? helps.join("; ")
        : "compare both builds with diffoscope, and look for what upstream takes in",
  };
}

function fileLines({ path, how, differences }: DifferingFile): readonly string[] {
  const places = differences.slice(0, SHOWN_PLACES).map(({ where, what, cause }) => {
    const kind = CAUSES[cause];
    return `  ${[...where, what].join(": ")}${kind === undefined ? "" : ` (${kind})`}`;
  });
  const rest = differences.length - places.length;
  return [`\`${path}\`: ${how}`, ...places, ...(rest > 0 ? [`  and at ${rest} more places`] : [])];
}

type Cause = DifferingFile["differences"][number]["cause"];

const CAUSES: Readonly<Record<Cause, string | undefined>> = {
  time: "a time",
  "host-name": "the host name",
  order: "an order",
  unknown: undefined,
};

const HELP: Readonly<Record<Cause, string | undefined>> = {
  time: "patch upstream to take `SOURCE_DATE_EPOCH` for the time, or to leave it out",
  "host-name": "patch upstream to leave the host name out",
  order:
    "sort what upstream lists (`LC_ALL=C sort`, `$(sort …)`), or build with `--jobs 1` if it comes from parallel work",
  unknown: undefined,
};
