// What a Recipe's build runs: real bash reads the Recipe in the buildbox, and takes Compile's steps with it.

import type { Hook, Patch, Script } from "../../port/port.ts";
import type { Span } from "../../report.ts";
import { shellWord } from "../shell-word.ts";
import type { FunctionText } from "./evaluate/scope.ts";
import prelude from "./prelude.sh";
import steps from "./steps.sh";

export type Stepping = {
  readonly functions: ReadonlyMap<string, FunctionText>;
  readonly flavors: readonly string[];
  readonly patches: readonly Patch[];
  /** Programs that it names as its dependencies. */
  readonly programs: readonly string[];
  /** Where the Recipe says what type it is. */
  readonly span: Span;
};

/** The steps that are the Recipe's own in any case; those of its type stand in for its `do_…` functions. */
const STEPS: readonly (readonly [Hook, readonly string[]])[] = [
  ["pre-patch", ["pre_patch"]],
  ["pre-configure", ["pre_build"]],
  ["pre-fake", ["pre_install"]],
];

/** Compile's order, each in the phase that it belongs to. */
export function lowerHooks({
  functions,
  flavors,
  patches,
  programs,
  span,
}: Stepping): ReadonlyMap<Hook, Script> {
  const named = (names: readonly string[]) =>
    names
      .flatMap((name) => [name, ...flavors.map((flavor) => `using_${flavor}_${name}`)])
      .flatMap((name) => functions.get(name) ?? []);
  // Recipes that look at the archives themselves find them where the buildbox has them.
  const archives = [...functions.values()].some(({ span: { source, start, end } }) =>
    /\b(?:compileArchivesDir|archivesdir)\b/.test(source.text.slice(start, end)),
  );
  const opening = [
    prelude,
    steps,
    ...(archives ? ["compileArchivesDir=$DISTDIR archivesdir=$DISTDIR"] : []),
    ...(programs.length > 0 ? [`Dependency_Paths ${[...new Set(programs)].map(shellWord).join(" ")}`] : []),
    "",
  ].join("\n");
  const script = (text: string, at: Span): Script => ({ text: `${opening}${text}`, shell: "bash", span: at });
  const scripts = new Map<Hook, Script>();
  for (const [hook, names] of STEPS) {
    const [first] = named(names);
    if (first) scripts.set(hook, script(`Enter\nCall ${names[0]} || exit 1\n`, first.nameSpan));
  }
  const unpack = functions.get("do_unpack");
  if (unpack)
    scripts.set(
      "extract",
      script('compileArchivesDir=$DISTDIR\nEnter\ncd "$WORKDIR" && do_unpack || exit 1\n', unpack.nameSpan),
    );
  const patch = functions.get("do_patch");
  if (patch) scripts.set("patch", script('Enter\ncd "$basedir" && do_patch || exit 1\n', patch.nameSpan));
  const [marked, ...more] = patches.filter(({ form }) => form === "markers");
  if (marked && !patch) {
    const files = [marked, ...more].map(({ path }) => shellWord(path)).join(" ");
    scripts.set("post-patch", script(`Enter\nApply_Marked_Patches ${files} || exit 1\n`, marked.span));
  }
  const placed = (name: string) => functions.get(name)?.nameSpan ?? span;
  return scripts
    .set("configure", script("Enter\ndo_configuration || exit 1\n", placed("do_configuration")))
    .set("build", script('Enter\n[ "$do_build" = no ] || do_build || exit 1\n', placed("do_build")))
    .set("fake", script(INSTALL, placed("do_install")))
    .set("post-fake", script(AFTERWARDS, placed("pre_link")));
}

const INSTALL = `Enter
if [ "$do_install" != no ]; then do_install "$app" "$version" || exit 1; fi
Gather
if [ "$do_install" != no ]; then Strip_Gobo_Programs; fi
Install_Extras
`;

/** What `post_install` does to a machine is lost with the buildbox, so that it may fail. */
const AFTERWARDS = `Enter
Call pre_link || exit 1
(Call post_install) || Log_Warning "post_install failed, and what it should do is left to the installation"
Gather
Finish
`;
