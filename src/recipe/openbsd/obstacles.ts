// What building does not do: such a port is read and shown, and refused by `build` before anything is fetched.

import type { Port } from "../../port/port.ts";
import { type Diagnostic, quoted, type Span } from "../../report.ts";
import { placeOf, type Scene, saysNot, variableOf } from "./scene.ts";
import { moduleOf } from "./scripts.ts";

/** Variables that mean something which building does not do. */
const UNHEEDED: readonly (readonly [variable: string, why: string, help: string])[] = [
  [
    "FAKE_AS_ROOT",
    "nothing is installed with root's rights here",
    "leave it out: owners and modes are the packing list's to say",
  ],
  ["IS_INTERACTIVE", "nobody is there to answer questions", "answer them in the port's own rules"],
  [
    "EXTRACT_FILES",
    "archives are unpacked whole",
    "leave it out, and remove what is too much in `post-extract`",
  ],
  ["MTREE_FILE", "the folders to install into are always the same", "make the folders in `pre-install`"],
];

function unheeded(scene: Scene): readonly Diagnostic[] {
  return UNHEEDED.filter(
    ([name]) => scene.evaluation.ownPlacesOf(name).length > 0 && !saysNot(scene, name),
  ).map(([name, why, help]) => ({
    severity: "error",
    code: "openbsd/not-built",
    blame: "recipe",
    message: `\`${name}\` says ${quoted(variableOf(scene, name).value.trim())}: ${why}`,
    span: placeOf(scene, [name]),
    help,
  }));
}

export function obstaclesOf(scene: Scene, port: Port): readonly Diagnostic[] {
  const { ignored, depends } = port;
  const half = depends.build.find(({ until }) => until !== undefined);
  const modules = buildingModules(scene).map(
    (name) => `the module ${quoted(name)}, which builds in a way of its own`,
  );
  const found: readonly (readonly [string, Span])[] = [
    ...(half
      ? [[`a dependency on a port that is built only in part (\`:${half.until}\`)`, half.span] as const]
      : []),
    ...modules.map((what) => [what, placeOf(scene, ["MODULES", "CONFIGURE_STYLE"])] as const),
    ...(isWithoutWay(scene, port)
      ? [
          [
            `CONFIGURE_STYLE ${quoted(variableOf(scene, "CONFIGURE_STYLE").value.trim())}`,
            port.build.style.span,
          ] as const,
        ]
      : []),
  ];
  return [
    ...(ignored ? [ignoredPort(port.name, ignored)] : []),
    ...unheeded(scene),
    ...found.map(
      ([what, span]): Diagnostic => ({
        severity: "error",
        code: "openbsd/not-built",
        blame: "recipe",
        message: `${what}: ports with this are read, but not built`,
        span,
        help: "give the port rules of its own (`do-configure`, `do-build`, `do-install`), or write a `port.yml`",
      }),
    ),
  ];
}

function ignoredPort(name: string, { value, span }: NonNullable<Port["ignored"]>): Diagnostic {
  return {
    severity: "error",
    code: "openbsd/ignored",
    blame: "recipe",
    message: `\`${name}\` is not to be built: ${value}`,
    span,
    help: "build another version or flavor, or for another architecture",
  };
}

/** These are what a build style does. */
const STYLED = [
  "cmake",
  "meson",
  "ninja",
  "perl",
  "cpan",
  "cargo",
  "scons",
  "waf",
  "python",
  "imake",
  "gnu",
  "simple",
];
const RULES = ["do-extract", "do-patch", "do-configure", "do-build", "do-install"];

/** Modules of a tree that bring rules for a phase, such as Ruby's. */
function buildingModules({ evaluation }: Scene): readonly string[] {
  const names = RULES.flatMap((rule) => {
    const target = evaluation.targets().get(rule);
    const name = target && target.commands.length > 0 ? moduleOf(target.span) : undefined;
    return name === undefined || STYLED.includes(name) ? [] : [name];
  });
  return [...new Set(names)];
}

/** A style that is not known, in a port that does not say all itself. */
function isWithoutWay({ evaluation }: Scene, { build }: Port): boolean {
  if (build.style.value !== "script") return false;
  const isDone = (rule: string, phase: "build" | "fake") =>
    evaluation.targets().has(rule) || (build.skips ?? []).includes(phase);
  return (
    !isDone("do-build", "build") || !evaluation.targets().has("do-configure") || !isDone("do-install", "fake")
  );
}
