// What tests of whole plans share: ports of a few lines, planned for one base, and what a release has of them.

import {
  type Candidate,
  type FlavorWish,
  type Plan,
  type Platform,
  planPorts,
  recipeDigest,
  variantsOf,
} from "../../src/plan/plan.ts";
import type { JobId, Package, RootDigest } from "../../src/port/port.ts";
import { readPort } from "../../src/recipe/recipe.ts";
import { type Diagnostic, ok, type Result, renderDiagnostic } from "../../src/report.ts";

export const platformOf = (digit: string): Platform => ({
  base: {
    name: "debian-12",
    family: "debian",
    digest: `sha256:${digit.repeat(64)}` as RootDigest,
    extensible: true,
  },
  arch: "x86_64",
  wanted: "debian-12",
  source: "image",
});

/** Folder → what its recipe says besides the usual. */
export type Ports = Readonly<Record<string, string>>;

function candidatesOf(ports: Ports): readonly Candidate[] {
  return Object.entries(ports).map(([folder, recipe]): Candidate => {
    const name = folder.slice(folder.lastIndexOf("/") + 1);
    const version = recipe.includes("version:") ? "" : 'version: "1.0"\n';
    const text = `name: ${name}\n${version}comment: ${name}\nbuild: {style: meta}\n${recipe}\n`;
    const tree = {
      read: (path: string) => (path === "port.yml" ? text : undefined),
      exists: (path: string) =>
        path === "port.yml" ? ("file" as const) : path === "" ? ("folder" as const) : ("nothing" as const),
      list: (path: string) => (path === "" ? ["port.yml"] : []),
    };
    return {
      pkgpath: folder,
      folder: `ports/${folder}`,
      files: [],
      read: (flavors) => {
        const reading = readPort(tree, { folder: "", treeName: `ports/${folder}`, pkgpath: folder, flavors });
        return reading.ok ? ok(reading.value.port) : reading;
      },
    };
  });
}

export type Asked = {
  readonly wish?: FlavorWish;
  readonly release?: readonly Package[];
  readonly digit?: string;
  readonly configureOptions?: readonly string[];
  readonly subpackages?: readonly string[];
  /** Ports that are asked for; all, unless said. */
  readonly seeds?: readonly string[];
  /** Whether what can't be had is left out. */
  readonly going?: "keep" | "stop";
};

export const DEFAULT: FlavorWish = { kind: "listed", choices: ["default"] };

export function plan(ports: Ports, asked: Asked = {}): Result<Plan, readonly Diagnostic[]> {
  const { wish = DEFAULT, release = [], digit = "a", configureOptions = [], subpackages = [] } = asked;
  const candidates = candidatesOf(ports);
  const platform = platformOf(digit);
  const seeded = candidates.filter(({ pkgpath }) => asked.seeds?.includes(pkgpath) ?? true);
  const seeds = seeded.flatMap((candidate) => {
    const variants = variantsOf(candidate, { wish, arch: "x86_64" });
    if (!variants.ok) throw new Error(variants.error.map(({ message }) => message).join("\n"));
    return variants.value.map((variant) => ({ variant, platform }));
  });
  const planned = planPorts({
    candidates,
    seeds,
    platforms: [platform],
    layout: "vendor",
    subpackages,
    configureOptions,
    release,
    supplies: (pkgpath) => pkgpath === "devel/gmake",
    ranks: 8,
    runners: 256,
    tag: undefined,
    commands: "refused",
    leftOut: asked.going === "keep" ? [] : undefined,
  });
  return planned.ok ? ok(planned.value.plan) : planned;
}

export function planned(ports: Ports, asked: Asked = {}): Plan {
  const found = plan(ports, asked);
  if (!found.ok) throw new Error(found.error.map((one) => renderDiagnostic(one, "never")).join("\n"));
  return found.value;
}

export const id = (name: string) => `${name}@debian-12@x86_64` as JobId;
export const idsOf = ({ jobs }: Plan) => jobs.map((job) => job.id);
export const whyOf = ({ jobs }: Plan) =>
  Object.fromEntries(
    jobs.map(({ pkgpath, verdict }) => [pkgpath, verdict.kind === "fresh" ? "fresh" : verdict.reason]),
  );

/** What a release has once a plan was built. */
export function released({ jobs, bases }: Plan, ports: Ports): readonly Package[] {
  const [base] = bases;
  return jobs.flatMap((job) => {
    const candidate = candidatesOf(ports).find(({ pkgpath }) => pkgpath === job.pkgpath);
    const port = candidate?.read(job.flavors, "x86_64");
    if (!port?.ok) throw new Error(`no port for ${job.id}`);
    return job.packages.map(({ fullpkgname, subpackage }): Package => {
      const own = port.value.packages.find(({ name }) => name === subpackage);
      return {
        fullpkgname,
        name: port.value.name,
        version: port.value.version,
        fullpkgpath: own?.fullpkgpath ?? "",
        flavors: job.flavors,
        pseudoFlavors: port.value.flavors.pseudo,
        base: job.base,
        baseDigest: base?.digest ?? "",
        arch: job.arch,
        layout: job.layout,
        prefix: job.prefix,
        file: `${fullpkgname}.tar.gz`,
        sha256: "f".repeat(64),
        contentDigest: fullpkgname,
        depends: [],
        recipe: recipeDigest({
          job: { ...job, port: port.value, base: platformOf("a").base },
          files: [],
          dependencies: [],
          configureOptions: [],
        }),
        fingerprint: job.fingerprint,
        ingredients: UNKNOWN,
        buildTimeMs: 60_000,
      } as Partial<Package> as Package;
    });
  });
}

/** Unlike those of any job: every change is told, whatever else is. */
const UNKNOWN: Package["ingredients"] = {
  generation: 1,
  port: "",
  distfiles: "",
  patches: "",
  folder: "",
  options: "",
  dependencies: [],
};
