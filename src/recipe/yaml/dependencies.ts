import { type Dependency, isPkgspec, parsePkgpath, type SystemDependency } from "../../port/port.ts";
import { type Located, quoted } from "../../report.ts";
import type { SystemKeys } from "./keys.ts";
import { tell, type Workplace } from "./workplace.ts";

/** A dependency as written: a pkgspec alone means a package of the same port, found once those have names. */
export type WrittenDependency =
  | { readonly kind: "port"; readonly dependency: Dependency }
  | { readonly kind: "sibling"; readonly spec: Located<string> };

/** Long specs cost time to take apart, and nobody writes them. */
const LENGTH_LIMIT = 500;

export function lowerDependencies(
  written: readonly Located<string>[] | undefined,
  workplace: Workplace,
): readonly WrittenDependency[] {
  return (written ?? []).flatMap((one) => lowerDependency(one, workplace) ?? []);
}

function lowerDependency(
  { value, span }: Located<string>,
  workplace: Workplace,
): WrittenDependency | undefined {
  const fault = (message: string, help: string) => {
    tell(workplace, span, { code: "yaml/dependency", message, help });
    return undefined;
  };
  if (value.length > LENGTH_LIMIT) {
    return fault(`a dependency of ${value.length} characters`, `write one of at most ${LENGTH_LIMIT}`);
  }
  if (!value.includes(":") && isPkgspec(value)) return { kind: "sibling", spec: { value, span } };
  const colon = value.indexOf(":");
  const spec = value.slice(0, Math.max(colon, 0));
  const pkgpath = value.slice(colon + 1);
  if (colon === 0)
    return fault(
      `${quoted(value)} has no pkgspec before its colon`,
      "write `PKGSPEC:FOLDER`, or the folder alone",
    );
  if (!parsePkgpath(pkgpath)) {
    return fault(`${quoted(pkgpath)} is not a pkgpath`, "write the port's folder in the tree: `devel/zlib`");
  }
  if (colon > 0 && !isPkgspec(spec)) {
    return fault(`${quoted(spec)} is not a pkgspec`, "write `zlib-*`, `zlib->=1.2` or `zlib->=1.2,<2`");
  }
  return { kind: "port", dependency: { spec, pkgpath, span } };
}

/** Of a build or a test: packages of the port itself don't exist yet. */
export function lowerForeign(
  written: readonly Located<string>[] | undefined,
  workplace: Workplace,
): readonly Dependency[] {
  return lowerDependencies(written, workplace).flatMap((one) => {
    if (one.kind === "port") return [one.dependency];
    tell(workplace, one.spec.span, {
      code: "yaml/dependency",
      message: `${quoted(one.spec.value)} names no port`,
      help: `write \`${one.spec.value}:FOLDER\` with the folder of the port that makes it`,
    });
    return [];
  });
}

export function lowerSystem(written: Located<SystemKeys> | undefined): readonly SystemDependency[] {
  return (written?.value ?? []).flatMap(({ value, span }): readonly SystemDependency[] => {
    if (typeof value === "string") return [{ kind: "neutral", name: value, span }];
    return (["apt", "apk", "dnf"] as const).flatMap((manager) => {
      const packages = value[manager]?.value;
      if (!packages) return [];
      const { build, run } = "length" in packages ? bothOf(packages) : packages;
      const names = (list: typeof build) => (list?.value ?? []).map((one) => one.value);
      return [{ kind: "native", manager, build: names(build), run: names(run), span }];
    });
  });
}

/** A bare list is needed for building and for running. */
function bothOf(packages: readonly Located<string>[]) {
  return { build: { value: packages }, run: { value: packages } };
}
