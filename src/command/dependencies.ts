import { suppliedAs } from "../base/base.ts";
import type { Dependency as BuildDependency } from "../build/build.ts";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { type PresentPackage, readIndex, unpackPackage } from "../package/package.ts";
import {
  bestFor,
  compareVersions,
  type Dependency,
  foreignDependencies,
  fulfils,
  isForBuild,
  isTool,
  type Package,
  type Port,
  parseVersion,
  type SystemDependency,
} from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { usage } from "./verb.ts";

export type Dependencies = {
  /** Those that the port names and those that these need in turn, sorted by file. */
  readonly present: readonly PresentPackage[];
  /** Of these, the ones that the fingerprint of what is built with them names. */
  readonly named: readonly Package[];
  readonly unpacked: readonly BuildDependency[];
  /** Of these, what the buildbox has: not what packages only run with. */
  readonly built: readonly BuildDependency[];
  /** Those of which there is no package, and which the base supplies itself. */
  readonly supplied: readonly Supplied[];
};

export type Supplied = { readonly dependency: Dependency; readonly system: SystemDependency };

export type DependencyPlace = {
  /** Where packages of other ports lie; undefined when the user named no folder. */
  readonly from: HostPath | undefined;
  /** Where they are unpacked to. */
  readonly workspace: HostPath;
  readonly base: string;
  readonly arch: string;
  /** The architecture of what only the build itself runs. */
  readonly machine: string;
  /** Whether upstream's own tests run, which may need more. */
  readonly check: "run" | "skip";
};

/** Finds and unpacks the packages of other ports that a build needs; what is missing is told at its line. */
export async function openDependencies(
  port: Port,
  place: DependencyPlace,
  host: Host,
  signal: AbortSignal,
): Promise<Result<Dependencies>> {
  const wanted = foreignDependencies(port, place.check === "run" ? "with tests" : "without tests");
  if (wanted.length === 0) return ok({ present: [], named: [], unpacked: [], built: [], supplied: [] });
  const read = await rowsIn(place, host);
  if (!read.ok) return read;
  const { rows, tools } = read.value;
  const chosen = (dependency: Dependency) =>
    (isTool(port, dependency) ? bestFor(tools, dependency) : undefined) ?? bestFor(rows, dependency);
  const absent = wanted.filter((dependency) => !chosen(dependency));
  const supplied = absent.flatMap((dependency) => suppliedBy(dependency, port));
  const missing = absent.filter((dependency) => suppliedBy(dependency, port).length === 0);
  if (missing.length > 0)
    return { ok: false, error: missing.map((one) => missingDiagnostic(one, port, place)) };
  const packagesOf = (all: readonly Dependency[]) =>
    closure(
      all.flatMap((dependency) => chosen(dependency) ?? []),
      [...rows, ...tools],
    );
  const packages = packagesOf(wanted);
  const inBox = new Set(packagesOf(wanted.filter((one) => isForBuild(port, one))));
  const present: PresentPackage[] = [];
  const unpacked: BuildDependency[] = [];
  const built: BuildDependency[] = [];
  for (const row of packages) {
    const archive = joinPath(place.from ?? place.workspace, row.file);
    const tree = await unpackPackage(
      {
        archive,
        row,
        folder: joinPath(place.workspace, row.file),
        trust: { kind: "index" },
        setuid: "refuse",
      },
      host,
      signal,
    );
    if (!tree.ok) return tree;
    present.push({ package: row, folder: tree.value.folder });
    const dependency = { ...tree.value, libraryFolders: libraryFolders(row, port) };
    unpacked.push(dependency);
    if (inBox.has(row)) built.push(dependency);
  }
  const named = foreignDependencies(port, "without tests").flatMap((dependency) => chosen(dependency) ?? []);
  return ok({ present, named, unpacked, built, supplied });
}

type Rows = { readonly rows: readonly Package[]; readonly tools: readonly Package[] };

/** Packages for this base that lie in the folder: of the architecture that is built for, and of the machine's where that is another. */
async function rowsIn({ from, base, arch, machine }: DependencyPlace, host: Host): Promise<Result<Rows>> {
  if (from !== undefined && (await host.status((await host.realPath(from)) ?? from))?.kind !== "folder") {
    const help = "name the folder that holds `index.json` and the packages";
    return wrong(usage("usage/deps-from", `there is no folder \`${from}\``, help));
  }
  const index = from ? await readIndex(from, host) : ok(undefined);
  if (!index.ok) return index;
  const rows = (index.value?.packages ?? []).filter((row) => row.base === base);
  return ok({
    rows: rows.filter((row) => row.arch === arch),
    tools: machine === arch ? [] : rows.filter((row) => row.arch === machine),
  });
}

/** What a port needs that neither the folder nor the base has. */
export async function missingDependencies(
  port: Port,
  place: DependencyPlace,
  host: Host,
): Promise<Result<readonly Dependency[]>> {
  const read = await rowsIn(place, host);
  if (!read.ok) return read;
  const wanted = foreignDependencies(port, place.check === "run" ? "with tests" : "without tests");
  const { rows, tools } = read.value;
  const isThere = (one: Dependency) =>
    bestFor(rows, one) !== undefined || (isTool(port, one) && bestFor(tools, one) !== undefined);
  return ok(wanted.filter((one) => !isThere(one) && suppliedBy(one, port).length === 0));
}

/** Packages that are older than what the author of a recipe had: it may do all the same. */
export function olderThanMeant(
  port: Port,
  rows: readonly Pick<
    Package,
    "fullpkgname" | "fullpkgpath" | "flavors" | "pseudoFlavors" | "version" | "revision" | "epoch"
  >[],
): readonly Diagnostic[] {
  return foreignDependencies(port, "without tests").flatMap((dependency): readonly Diagnostic[] => {
    const { softMinimum, span } = dependency;
    const meant = softMinimum?.replace(/-r[0-9]+(?:p[0-9]+)?$/, "");
    const row = bestFor(rows, dependency);
    if (!row || meant === undefined || !/^[0-9]/.test(meant)) return [];
    if (compareVersions(parseVersion(row.version), parseVersion(meant)) >= 0) return [];
    return [
      {
        severity: "warning",
        code: "dependency/older",
        blame: "recipe",
        message: `\`${row.fullpkgname}\` is older than ${softMinimum}, which the recipe was written with`,
        span,
        help: "if the build fails, build a newer one first; write `>=` if an older one can't do",
      },
    ];
  });
}

/** Foreign recipes name ports where a base may have the same thing; at most one answer. */
function suppliedBy(dependency: Dependency, port: Port): readonly Supplied[] {
  const { pkgpath, spec, softMinimum, span } = dependency;
  const [, least] = /-(?:>=?|=)([0-9][^,|]*)/.exec(spec) ?? [];
  const name = suppliedAs(pkgpath, softMinimum ?? least);
  if (name === undefined) return [];
  const system: SystemDependency = { kind: "neutral", name, span };
  return [{ dependency, system: isForBuild(port, dependency) ? system : { ...system, for: "run" } }];
}

/** What programs of a port must search for the libraries of a package; the build's own dependencies are not theirs. */
function libraryFolders(row: Package, { packages }: Port): readonly string[] {
  const linked = packages.flatMap(({ depends }) => [...depends.lib, ...depends.run]);
  if (!linked.some((dependency) => fulfils(row, dependency))) return [];
  const folders = row.libraries.provided.map(({ path }) => `${row.prefix}/${path.replace(/\/?[^/]*$/, "")}`);
  // As far as the linker is led there: plug-ins are loaded by whoever knows them.
  return folders.includes(`${row.prefix}/lib`) ? [`${row.prefix}/lib`] : [];
}

/** With what they depend on in turn, as far as it lies in the same folder. */
function closure(first: readonly Package[], rows: readonly Package[]): readonly Package[] {
  const found = new Map<string, Package>();
  const queue = [...first];
  for (let row = queue.shift(); row; row = queue.shift()) {
    if (found.has(row.file)) continue;
    found.set(row.file, row);
    const digests = row.depends.map(({ contentDigest }) => contentDigest);
    queue.push(...rows.filter(({ contentDigest }) => digests.includes(contentDigest)));
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function missingDiagnostic(
  dependency: Dependency,
  { dialect }: Port,
  { from, base, arch }: DependencyPlace,
): Diagnostic {
  const name = [dependency.spec, dependency.pkgpath].filter(Boolean).join(":");
  const { pkgpath } = dependency;
  return {
    severity: "error",
    code: "dependency/missing",
    blame: "recipe",
    message: from
      ? `no package in \`${from}\` for ${base} on ${arch} fulfils \`${name}\``
      : `\`${name}\` is another port, and no folder with packages was named`,
    span: dependency.span,
    help:
      dialect === "gobolinux"
        ? `add \`--deps\` to build it first, if you have its recipe (\`tarwright get-recipe ${pkgpath}\` fetches one)`
        : `build \`${pkgpath}\` first, then name the folder of its packages with \`--deps-from\``,
  };
}
