import type { Port, Provider, Style, SystemDependency } from "../port/port.ts";
import { type Diagnostic, nearest, ok, type Result } from "../report.ts";
import type { PackageManager } from "./catalogue.ts";
import { isRecord, isTexts } from "./decode.ts";
import table from "./providers.yml";

const MANAGERS = ["apt", "apk", "dnf"] as const;

/** Where packages are looked up: names differ between managers, and now and then between releases. */
export type Shelf = {
  readonly manager: PackageManager;
  readonly base: string;
  /** `pinned`: what is installed comes from the lists that the base was made from, or not at all. */
  readonly lists: "pinned" | "latest";
};

type Neutral = {
  readonly usual: ReadonlyMap<PackageManager, Provider>;
  /** Run packages that have another name on one release, by manager and the base's name. */
  readonly on: ReadonlyMap<string, readonly string[]>;
  /** What GoboLinux and OpenBSD call it. */
  readonly foreign: readonly string[];
};

/** Decoded when it is first asked for: most runs need none of it. */
let decoded: Table | undefined;
function providers(): Table {
  decoded ??= decodeTable(table);
  return decoded;
}

/** The names that a recipe may use under `depends.system`, in byte order. */
export function neutralNames(): readonly string[] {
  return [...providers().neutral.keys()];
}

/**
 * The neutral name of what GoboLinux or OpenBSD call so, choices in a pkgpath aside; undefined when no base supplies it.
 * Versions that exist side by side have names of their own: `GTK+` 3.24 is `GTK+3`.
 */
export function suppliedAs(pkgpath: string, version = ""): string | undefined {
  const folder = pkgpath.replace(/,.*/s, "").toLowerCase();
  const { meanings } = providers();
  return meanings.get(`${folder}${version.replace(/[^0-9].*/s, "")}`) ?? meanings.get(folder);
}

/** The neutral name that a user means who may say that one or a foreign one; what nobody knows as it is. */
export function neutralFor(name: string): string {
  return providers().neutral.has(name) ? name : (suppliedAs(name) ?? name);
}

/** What a check of a source's own (pkg-config's or CMake's name) means, and what GoboLinux calls it. */
export function suppliedFor(
  module: string,
): { readonly neutral: string; readonly program: string | undefined } | undefined {
  const plain = module.toLowerCase().replace(/^x11-xcb$/, "libx11");
  const unversioned = plain.replace(/[+-]?[0-9]+(?:\.[0-9]+)*$/, "");
  // libxml-2.0 is libxml2.
  const joined = plain.replace(/-([0-9])\.[0-9]+$/, "$1");
  const tried = [plain, joined, unversioned, `lib${plain}`, `lib${unversioned}`, plain.replace(/^lib/, "")];
  const { neutral: known, meanings } = providers();
  const neutral = tried.find((name) => known.has(name)) ?? meanings.get(plain) ?? meanings.get(joined);
  if (neutral === undefined) return undefined;
  const program = known.get(neutral)?.foreign.find((name) => !name.includes("/"));
  return { neutral, program };
}

/** Compilers, make and what unpacks distfiles. */
export function toolPackages(manager: PackageManager): readonly string[] {
  return providers().tools.get(manager) ?? [];
}

/** What a build style runs, so that a port need not declare it. */
export function stylePackages(style: Style, manager: PackageManager): readonly string[] {
  return providers().styles.get(style)?.get(manager) ?? [];
}

/** What a dialect's recipes count on without a word. */
export function dialectPackages(dialect: Port["dialect"], manager: PackageManager): readonly string[] {
  return providers().dialects.get(dialect)?.get(manager) ?? [];
}

/** A package by the manager's own name, and the dependency that asks for it. */
export type Wanted = { readonly name: string; readonly by: SystemDependency };

/** The packages behind system dependencies, in their order; every unknown name is told. */
export function wantedPackages(
  system: readonly SystemDependency[],
  { shelf, part }: { readonly shelf: Shelf; readonly part: "build" | "run" },
): Result<readonly Wanted[]> {
  const wanted: Wanted[] = [];
  const problems: Diagnostic[] = [];
  for (const by of system) {
    if (by.kind === "native") {
      if (by.manager === shelf.manager) wanted.push(...by[part].map((name) => ({ name, by })));
      continue;
    }
    if (part === "build" && by.for === "run") continue;
    const neutral = providers().neutral.get(by.name);
    const names = neutral && packagesOf(neutral, shelf, part);
    if (!neutral) problems.push(unknownNeutral(by.name, by));
    else if (!names) problems.push(unknownTo(shelf.manager, by.name, by));
    else wanted.push(...names.map((name) => ({ name, by })));
  }
  return problems.length > 0 ? { ok: false, error: problems } : ok(wanted);
}

/** Undefined where nobody has said what the manager calls it. */
function packagesOf(
  neutral: Neutral,
  { manager, base }: Shelf,
  part: "build" | "run",
): readonly string[] | undefined {
  const deviation = part === "run" ? neutral.on.get(`${manager} ${base}`) : undefined;
  return deviation ?? neutral.usual.get(manager)?.[part];
}

function unknownTo(manager: PackageManager, name: string, { span }: SystemDependency): Diagnostic {
  return {
    severity: "error",
    code: "base/unnamed-package",
    blame: "recipe",
    message: `what \`${manager}\` calls \`${name}\` is not known`,
    span,
    help: `name the packages themselves, as in \`{${manager}: {build: [${name}-devel], run: [${name}]}}\``,
  };
}

/** Of a port, or of any of its packages: names that no base can have a package for, each at its place. */
export function unknownPackages({
  depends,
  packages,
}: Pick<Port, "depends" | "packages">): readonly Diagnostic[] {
  const system = [depends, ...packages.map((one) => one.depends)].flatMap((one) => one.system);
  return system.flatMap((by) =>
    by.kind === "neutral" && !providers().neutral.has(by.name) ? [unknownNeutral(by.name, by)] : [],
  );
}

function unknownNeutral(name: string, { span }: SystemDependency): Diagnostic {
  const meant = providers().meanings.get(name.toLowerCase()) ?? nearest(name, neutralNames());
  return {
    severity: "error",
    code: "base/unknown-package",
    blame: "recipe",
    message: `\`${name}\` is not a library or tool that bases are known to supply`,
    span,
    help: meant
      ? `did you mean \`${meant}\`?`
      : `name the packages themselves, as in \`{apt: {build: [lib${name}-dev], run: [lib${name}1]}}\``,
  };
}

type Table = {
  readonly neutral: ReadonlyMap<string, Neutral>;
  /**
   * The neutral name of each foreign one, in lower case, as GoboLinux's own tools find a program; trees of thousands of
   * ports ask for each of their dependencies.
   */
  readonly meanings: ReadonlyMap<string, string>;
  readonly tools: ReadonlyMap<PackageManager, readonly string[]>;
  readonly styles: ReadonlyMap<string, ByManager>;
  readonly dialects: ReadonlyMap<string, ByManager>;
};

type ByManager = ReadonlyMap<PackageManager, readonly string[]>;

/** The table is ours: what is wrong in it is a bug of ours. */
function decodeTable(value: unknown): Table {
  const { neutral: entries, tools, styles, dialects } = recordOf(value, "providers.yml");
  const neutral = new Map(
    Object.entries(recordOf(entries, "neutral")).map(([name, entry]) => [name, decodeNeutral(name, entry)]),
  );
  const lists = (table: unknown, where: string) =>
    Object.entries(recordOf(table, where)).map(([name, one]) => [name, listsByManager(one, name)] as const);
  return {
    neutral,
    meanings: new Map(
      [...neutral].flatMap(([name, { foreign }]) =>
        foreign.flatMap((one) => [one, ...otherWorlds(one)]).map((one) => [one.toLowerCase(), name] as const),
      ),
    ),
    tools: listsByManager(tools, "tools"),
    styles: new Map(lists(styles, "styles")),
    dialects: new Map(lists(dialects, "dialects")),
  };
}

function decodeNeutral(name: string, value: unknown): Neutral {
  const entry = recordOf(value, name);
  const on = new Map<string, readonly string[]>();
  const usual = new Map<PackageManager, Provider>();
  for (const manager of MANAGERS) {
    if (entry[manager] === undefined) continue;
    const provider = recordOf(entry[manager], `${name}.${manager}`);
    usual.set(manager, {
      build: textsOf(provider["build"], `${name}.${manager}.build`),
      run: textsOf(provider["run"], `${name}.${manager}.run`),
    });
    for (const [base, deviation] of Object.entries(recordOf(provider["on"] ?? {}, name))) {
      const { run } = recordOf(deviation, `${name}.on.${base}`);
      on.set(`${manager} ${base}`, textsOf(run, `${name}.on.${base}.run`));
    }
  }
  const foreign = ["gobolinux", "openbsd"].flatMap((system) => textsOf(entry[system] ?? [], name));
  return { usual, on, foreign };
}

/** GoboLinux's `CPAN:XML::Parser` is OpenBSD's `textproc/p5-XML-Parser`. */
function otherWorlds(foreign: string): readonly string[] {
  const [, world, name] = /\/(p5|py3?)-(.+)$/.exec(foreign) ?? [];
  if (world === undefined) return [];
  return world === "p5" ? [`CPAN-${name}`] : [`PIP-${name}`, `PIP3-${name}`];
}

function listsByManager(value: unknown, where: string): ByManager {
  const lists = recordOf(value, where);
  return new Map(MANAGERS.map((manager) => [manager, textsOf(lists[manager], `${where}.${manager}`)]));
}

function recordOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Error(`providers.yml: ${where} is not a mapping`);
  return value;
}

function textsOf(value: unknown, where: string): readonly string[] {
  if (!isTexts(value)) throw new Error(`providers.yml: ${where} is not a list of names`);
  return value;
}
