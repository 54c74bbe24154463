// What is built, how: the lists and switches of a Recipe as the steps of a port.

import type { Build, Installed, ManifestEntry, Member, Patch } from "../../port/port.ts";
import { quoted } from "../../report.ts";
import { lowerHooks } from "./hooks.ts";
import { type Settings, wordsOf } from "./settings.ts";
import type { RecipeType } from "./styles.ts";

export type Building = {
  readonly type: RecipeType;
  readonly flavors: readonly string[];
  readonly patches: readonly Patch[];
  /** Programs that it names as its dependencies. */
  readonly programs: readonly string[];
};

export function lowerBuild({ type, flavors, patches, programs }: Building, settings: Settings): Build {
  const texts = (name: string) => settings.list(name).map(({ value }) => value);
  const chosen = flavors.flatMap((flavor) => texts(`with_${flavor}`));
  const optionsOf = (name: string) => [...texts(name), ...(type.options === name ? chosen : [])];
  const lists = ["configure_options", "cmake_options", "meson_options", "python_options"];
  const configure = [...lists, "waf_options", "cabal_options", "perl_options"].flatMap(optionsOf);
  const { functions } = settings.evaluated;
  const isAutogen = settings.isYes("autogen_before_configure") && type.style.value === "gnu";
  const scripts = lowerHooks({ functions, flavors, patches, programs, span: type.style.span });
  return {
    style: isAutogen ? { ...type.style, value: "autoconf" } : type.style,
    installs: "at-prefix",
    configure,
    make: lowerMake([...optionsOf("make_variables"), ...optionsOf("scons_variables")], settings),
    scripts,
    ...lowerSurroundings(settings),
    ...(type.style.value === "manifest" ? { manifest: lowerManifest(settings, chosen) } : {}),
  };
}

function lowerMake(variables: readonly string[], settings: Settings): Build["make"] {
  const texts = (name: string) => settings.list(name).map(({ value }) => value);
  const [build, install] = [texts("build_variables"), texts("install_variables")];
  const installTargets = wordsOf(settings, "install_target");
  const file = settings.text("makefile")?.value;
  const program = wordsOf(settings, "make").map((word) => (word === "ColorMake" ? "make" : word));
  return {
    variables,
    targets: wordsOf(settings, "build_target"),
    ...(installTargets.length > 0 ? { installTargets } : {}),
    ...(build.length > 0 ? { buildVariables: build } : {}),
    ...(install.length > 0 ? { installVariables: install } : {}),
    ...(file === undefined || file === "Makefile" ? {} : { file }),
    ...(program.length > 0 && program.join(" ") !== "make" ? { program } : {}),
  };
}

function lowerSurroundings(settings: Settings): Partial<Build> {
  const texts = (...names: readonly string[]) =>
    names.flatMap((name) => settings.list(name).map(({ value }) => value));
  const environment = texts("environment");
  const configureEnvironment = texts("configure_variables", "cmake_variables", "meson_variables");
  const program = settings.text("configure")?.value;
  const folder = settings.text("dir") ?? settings.list("dirs")[0];
  return {
    ...(folder ? { folder } : {}),
    ...(folder?.value.includes("/") ? { patchedFolder: folder.value.replace(/\/.*/s, "") } : {}),
    ...(environment.length > 0 ? { environment } : {}),
    ...(program === undefined ? {} : { configureProgram: program }),
    ...(configureEnvironment.length > 0 ? { configureEnvironment } : {}),
    ...(settings.isYes("override_default_options") ? { defaultArguments: "left-out" } : {}),
    ...(settings.isYes("needs_build_directory") ? { place: "folder-beside" } : {}),
  };
}

/** `source:destination`, cut at the first colon. */
function lowerManifest(settings: Settings, chosen: readonly string[]): readonly ManifestEntry[] {
  const added = chosen.map((value) => ({ value, span: settings.span }));
  return [...settings.list("manifest"), ...added].flatMap(({ value, span }) => {
    const cut = value.indexOf(":");
    if (cut > 0) return [{ from: value.slice(0, cut), to: value.slice(cut + 1), span }];
    settings.report({
      code: "gobo/manifest",
      message: `${quoted(value)} does not say where the file goes`,
      span,
      help: "write `source:destination`: `bin/foo:bin`",
    });
    return [];
  });
}

/** The parts of a meta recipe. */
export function lowerMembers(settings: Settings): readonly Member[] {
  return settings.list("include").flatMap(({ value, span }) => {
    const [, name, version] = /^(.+?)-{2,}(\S+)$/.exec(value) ?? [];
    if (name !== undefined && version !== undefined) return [{ name, version, span }];
    settings.report({
      code: "gobo/include",
      message: `${quoted(value)} does not name a recipe`,
      span,
      help: "write `Name--Version`",
    });
    return [];
  });
}

export function lowerInstalled(settings: Settings, resources: string | undefined): Installed | undefined {
  const texts = (name: string) => settings.list(name).map(({ value }) => value);
  const [documents, outside] = [texts("docs"), texts("unmanaged_files")];
  const message = settings.text("post_install_message")?.value;
  const installed = {
    ...(documents.length > 0 ? { documents } : {}),
    ...(outside.length > 0 ? { outside } : {}),
    ...(message === undefined ? {} : { message }),
    ...(resources === undefined ? {} : { resources }),
  };
  return Object.keys(installed).length > 0 ? installed : undefined;
}
