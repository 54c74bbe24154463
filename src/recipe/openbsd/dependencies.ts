// LIB_DEPENDS and its kin: `[pkgspec:]pkgpath[:target]`.

import { type Dependency, isPkgspec, parsePkgpath } from "../../port/port.ts";
import { type Located, quoted } from "../../report.ts";
import { type Scene, tell, wordsOf } from "./scene.ts";

/** The packages of the same build, and how others name them. */
export type Family = {
  readonly pkgpath: string;
  /** The flavors of this build, pseudo-flavors too; and without those. */
  readonly flavors: readonly string[];
  readonly trueFlavors: readonly string[];
  /** The choice is the one that the port makes by itself. */
  readonly isDefault: boolean;
  /** The subpackage that a path without one means. */
  readonly main: string;
  readonly members: readonly { readonly name: string; readonly fullpkgpath: string }[];
};

/** Long specs cost time to take apart, and nobody writes them. */
const LENGTH_LIMIT = 500;

const TARGETS = ["patch", "configure", "build"] as const;

/** The dependencies in a variable. What does not parse is reported. */
export function lowerDependencies(scene: Scene, variable: string, family: Family): readonly Dependency[] {
  return wordsOf(scene, variable).flatMap(
    (word) => lowerDependency(scene, { ...word, variable }, family) ?? [],
  );
}

function lowerDependency(
  scene: Scene,
  { value, span, variable }: Located<string> & { readonly variable: string },
  family: Family,
): Dependency | undefined {
  const fault = (message: string, help: string) => {
    tell(scene, span, {
      code: "openbsd/dependency",
      message: `${variable.replace(/-$/, "")}: ${message}`,
      help,
    });
    return undefined;
  };
  if (value.length > LENGTH_LIMIT) {
    return fault(`a dependency of ${value.length} characters`, `write one of at most ${LENGTH_LIMIT}`);
  }
  const parts = value.split(":");
  if (parts[0] === "") {
    return fault(
      `${quoted(value)} is an old style dependency`,
      "leave the leading colons out: `[pkgspec:]pkgpath`",
    );
  }
  const spec = parts[0]?.includes("/") || parts.length === 1 ? "" : (parts.shift() ?? "");
  const [pkgpath = "", target, ...more] = parts;
  const until = TARGETS.find((one) => one === target);
  if (more.length > 0 || (target !== undefined && !until)) {
    return fault(
      `${quoted(value)} has a wrong target`,
      `end it at the pkgpath, or in ${TARGETS.map((one) => `\`:${one}\``).join(", ")}`,
    );
  }
  if (until && !/^(BUILD|TEST)_/.test(variable)) {
    return fault(
      `${quoted(value)} asks for a folder of another build, and only \`BUILD_DEPENDS\` and \`TEST_DEPENDS\` may`,
      `leave \`:${until}\` out, or move it to one of these`,
    );
  }
  const path = parsePkgpath(pkgpath);
  if (!path) {
    return fault(
      `${quoted(pkgpath)} is not a pkgpath`,
      "write the port's folder in the tree: `devel/gettext`, `devel/foo,-sub,flavor`",
    );
  }
  if (spec !== "" && !isPkgspec(spec.replace(/\bSTEM(?=-)/g, "stem"))) {
    return fault(
      `${quoted(spec)} is not a pkgspec`,
      "write `foo-*`, `foo->=1.2,<2` or `foo-*-flavor`, see packages-specs(7)",
    );
  }
  const sibling = siblingOf(pkgpath, family);
  if (sibling.kind === "no-subpackage") {
    const names = family.members.filter(({ name }) => name !== "").map(({ name }) => `\`-${name}\``);
    return fault(
      `${quoted(pkgpath)} is this port itself, which has no subpackage ${quoted(sibling.name)}`,
      names.length === 0 ? "it has a single package" : `its subpackages are ${names.join(", ")}`,
    );
  }
  return { spec, pkgpath: sibling.pkgpath, ...(until ? { until } : {}), span };
}

type Sibling =
  | { readonly kind: "path"; readonly pkgpath: string }
  | { readonly kind: "no-subpackage"; readonly name: string };

/**
 * Packages of this build by their `fullpkgpath`, any other by the path as it is. `${BUILD_PKGPATH}` and `${BASE_PKGPATH}`
 * name this choice of flavors; a path without flavors means the default choice, which may be this one.
 */
function siblingOf(
  pkgpath: string,
  { pkgpath: own, flavors, trueFlavors, isDefault, main, members }: Family,
): Sibling {
  const path = parsePkgpath(pkgpath);
  const setOf = (all: readonly string[]) => [...new Set(all)].sort().join();
  const named = path?.flavors ?? "default";
  const isOurs =
    path?.folder === own &&
    (named === "default"
      ? isDefault || flavors.length === 0
      : [flavors, trueFlavors].some((ours) => setOf(ours) === setOf(named)));
  if (!isOurs || members.length === 0) return { kind: "path", pkgpath };
  const isSingle = members.some(({ name }) => name === "");
  const wanted = path.subpackage ?? (isSingle ? "" : main);
  const found = members.find(({ name }) => name === wanted);
  return found ? { kind: "path", pkgpath: found.fullpkgpath } : { kind: "no-subpackage", name: `-${wanted}` };
}
