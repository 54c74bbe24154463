// A port as the verbs show it: the JSON that programs read, and the summary for a person.

import type { Dependency, Distfile, DistfileUrl, Port, SystemDependency } from "../port/port.ts";
import type { RawReading } from "../recipe/recipe.ts";
import { type Diagnostic, nearest, ok, type Result, unreachable } from "../report.ts";
import { usage } from "./verb.ts";

export function portView(port: Port) {
  const { dialect, pkgpath, name, version, flavors, packages, depends, distfiles, prefix, build } = port;
  return {
    dialect,
    pkgpath,
    name,
    version,
    flavors: { available: flavors.available, pseudo: flavors.pseudo, chosen: flavors.chosen },
    packages: packages.map((one) => ({
      subpackage: one.name,
      fullpkgname: one.fullpkgname,
      fullpkgpath: one.fullpkgpath,
      prefix: one.prefix ?? prefix,
      comment: one.comment,
      depends: { lib: one.depends.lib.map(dependencyText), run: one.depends.run.map(dependencyText) },
      wantlib: one.wantlib,
    })),
    depends: {
      build: depends.build.map(dependencyText),
      test: depends.test.map(dependencyText),
      system: allSystem(port).map(systemView),
    },
    distfiles: distfiles.map(distfileView),
    style: build.style.value,
  };
}

/** What the build needs of the base, and then what each package does, each once. */
function allSystem({ depends, packages }: Port): readonly SystemDependency[] {
  const all = [...depends.system, ...packages.flatMap((one) => one.depends.system)];
  return [...new Map(all.map((one) => [JSON.stringify(systemView(one)), one])).values()];
}

/** `spec:pkgpath`, as in a recipe; `spec:pkgpath:phase` for a folder of another port. */
export function dependencyText({ spec, pkgpath, until }: Dependency): string {
  return [spec, pkgpath, until ?? ""].filter(Boolean).join(":");
}

function systemView(dependency: SystemDependency) {
  switch (dependency.kind) {
    case "neutral":
      return dependency.name;
    case "native":
      return { [dependency.manager]: { build: dependency.build, run: dependency.run } };
    default:
      return unreachable(dependency);
  }
}

function distfileView({ file, urls, sizeBytes, digests }: Distfile) {
  return {
    file,
    urls: urls.map(urlText),
    ...(sizeBytes === undefined ? {} : { size: sizeBytes }),
    ...Object.fromEntries(digests.map(({ algorithm, hex }) => [algorithm, hex])),
  };
}

function urlText(url: DistfileUrl): string {
  switch (url.kind) {
    case "web":
      return url.url;
    case "file":
      return `file://${url.path.split("/").map(encodeURIComponent).join("/")}`;
    case "port":
      return url.path;
    case "debian":
      return `debian:${url.file}`;
    default:
      return unreachable(url);
  }
}

/** Rows of name and values, the names in one column; rows without values are left out. */
export function portText(port: Port): string {
  const view = portView(port);
  const system = view.depends.system.map((one) => (typeof one === "string" ? one : JSON.stringify(one)));
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["port", [`${view.name} ${view.version}: ${port.comment}`]],
    ["homepage", port.homepage === undefined ? [] : [port.homepage]],
    ["license", port.license === undefined ? [] : [port.license]],
    ["flavors", flavorTexts(port)],
    ["packages", view.packages.map(({ fullpkgname, comment }) => `${fullpkgname}: ${comment}`)],
    ["dropped", port.dropped.map(({ fullpkgname }) => fullpkgname)],
    ["not built", port.ignored ? [port.ignored.value] : []],
    ["prefix", [port.prefix]],
    ["bases", [port.bases.map(({ value }) => value).join(", ")]],
    ["style", [view.style]],
    ["needs to build", view.depends.build],
    ["needs to run", [...new Set(view.packages.flatMap(({ depends }) => [...depends.lib, ...depends.run]))]],
    ["needs of base", system],
    ["distfiles", view.distfiles.map(({ file, urls }) => `${file} from ${urls.join(", ")}`)],
    ["patches", port.patches.map(({ path }) => path)],
  ];
  const shown = rows.filter(([, values]) => values.some((value) => value !== ""));
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown
    .flatMap(([name, values]) =>
      values.map((value, index) => `${(index === 0 ? name : "").padEnd(width)}  ${value}\n`),
    )
    .join("");
}

/** The chosen ones are marked. */
function flavorTexts({ flavors }: Port): readonly string[] {
  return [...flavors.available, ...flavors.pseudo].map(
    (flavor) =>
      `${flavor}${flavors.pseudo.includes(flavor) ? " (pseudo)" : ""}${flavors.chosen.includes(flavor) ? " *" : ""}`,
  );
}

/** The names in `--raw=NAMES`, by commas or blanks; everything is wanted when there are none. */
export function wantedNames(names: string): readonly string[] {
  return names.split(/[\s,]+/).filter(Boolean);
}

/** What was wanted of a recipe's variables; all of them when nothing was. */
export function pickVariables(reading: RawReading, wanted: readonly string[]): Result<RawReading> {
  const { variables, unknown, absent } = reading;
  const known = [...Object.keys(variables), ...unknown];
  const missing = absent === "fault" ? wanted.filter((name) => !known.includes(name)) : [];
  if (missing.length > 0) return { ok: false, error: missing.map((name) => notSet(name, known)) };
  if (wanted.length === 0 || absent === "unset") return ok(reading);
  const picked = wanted.filter((name) => !unknown.includes(name)).map((name) => [name, variables[name]]);
  return ok({
    ...reading,
    variables: Object.fromEntries(picked),
    unknown: unknown.filter((name) => wanted.includes(name)),
  });
}

function notSet(name: string, known: readonly string[]): Diagnostic {
  const meant = nearest(name, known);
  return usage(
    "usage/unknown-variable",
    `the recipe does not set \`${name}\``,
    meant ? `did you mean \`${meant}\`?` : `it sets ${known.map((one) => `\`${one}\``).join(", ")}`,
  );
}
