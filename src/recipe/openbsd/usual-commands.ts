// What bsd.port.mk does around a port's own rules, as far as no build style does it: as shell commands.

import { isArchive, PLACES } from "../../port/port.ts";
import type { Span } from "../../report.ts";
import { shellWord } from "../shell-word.ts";
import { placeOf, type Scene, saysYes, splitWords, subpackagesOf, variableOf } from "./scene.ts";

/** A command of its own, with variables filled in. */
export type ShellLine = { readonly text: string; readonly span: Span };

/** The folders that every port may install into, `make`, and away with those that stayed empty, `clear`. */
export function skeleton(does: "make" | "clear", prefix: string, span: Span): ShellLine {
  return { text: `${PLACES.tools}/fake-skeleton ${does} ${quoted(prefix)}`, span };
}

/** Sources name the place where OpenBSD's ports go; here that is the prefix. After the port's patches, which fit them. */
export function relocation(scene: Scene, prefix: string): readonly ShellLine[] {
  const folder = variableOf(scene, "WRKDIST").value.trim();
  // The port's own rules may make it later, or never.
  const text = `[ ! -d ${quoted(folder)} ] || ${PLACES.tools}/relocate ${quoted(folder)} ${quoted(prefix)}`;
  return folder === "" ? [] : [{ text, span: scene.start }];
}

/**
 * EXTRACT_CASES, where the port has some of its own, and behind them the usual ways: as well when the port unzips in a
 * way of its own, or has archives that the extract phase would only copy.
 */
export function extractCommands(scene: Scene): readonly ShellLine[] {
  const { evaluation } = scene;
  const archives = splitWords(variableOf(scene, "EXTRACT_ONLY").value);
  const own = ["EXTRACT_CASES", "UNZIP"].some((name) => evaluation.ownPlacesOf(name).length > 0);
  if (archives.length === 0 || (!own && archives.every(isArchive))) return [];
  const file = `${variableOf(scene, "FULLDISTDIR").value.trim()}/$archive`;
  const unzip = variableOf(scene, "UNZIP").value.trim() || "unzip";
  // A shell archive may stand below a letter.
  const shar = "sed -n -E '/^#(! *\\/bin\\/sh| This is a shell archive)/,$p' | sh";
  const untar = (suffixes: string, program: string) => `${suffixes}) ${program} -dc ${file} | tar -xf - ;;`;
  const usual = [
    `*.zip) ${unzip} -oq ${file} -d ${PLACES.work} ;;`,
    untar("*.tar.xz | *.txz | *.tar.lzma", "xz"),
    untar("*.tar.lz", "lzip"),
    untar("*.tar.bz2 | *.tbz2 | *.tbz", "bzip2"),
    untar("*.tar.zst | *.tzst", "zstd"),
    `*.tar) tar -xf ${file} ;;`,
    `*.shar.gz | *.shar.Z | *.sh.gz | *.sh.Z) gzip -dc ${file} | ${shar} ;;`,
    `*.shar | *.sh) ${shar} < ${file} ;;`,
    untar("*.tar.gz | *.tgz", "gzip"),
    `*.gz) gzip -dc ${file} > $(basename $archive .gz) ;;`,
    untar("*", "gzip"),
  ];
  return [
    {
      text: `cd ${PLACES.work}\n${caseLoop("archive", archives, [variableOf(scene, "EXTRACT_CASES").value, ...usual])}`,
      span: placeOf(scene, ["EXTRACT_CASES", "UNZIP", "EXTRACT_ONLY", "DISTFILES"]),
    },
  ];
}

/** Archives as they come from some people's machines can't be read, or not be written to. */
export function permissionCommands(scene: Scene): readonly ShellLine[] {
  if (!saysYes(scene, "FIX_EXTRACT_PERMISSIONS")) return [];
  return [{ text: `chmod -R a+rX,u+w ${PLACES.work}`, span: placeOf(scene, ["FIX_EXTRACT_PERMISSIONS"]) }];
}

/** PATCHFILES: distribution patches, compressed or not, unless the port has rules for them; PATCH_CASES come first. */
export function distributionPatches(scene: Scene): readonly ShellLine[] {
  const { evaluation } = scene;
  if (evaluation.targets().has("do-distpatch") || evaluation.targets().has("do-patch")) return [];
  const files = splitWords(variableOf(scene, "_LIST_PATCHFILES").value);
  if (files.length === 0) return [];
  const strip = variableOf(scene, "PATCH_DIST_STRIP").value.trim() || "-p0";
  const folder = variableOf(scene, "WRKDIST").value.trim();
  const patch = `patch -d ${quoted(folder)} --batch --forward -E ${strip}`;
  const own = evaluation.ownPlacesOf("PATCH_CASES").length > 0 ? variableOf(scene, "PATCH_CASES").value : "";
  const usual = [
    ...["gz | *.Z:gzip", "bz2:bzip2", "xz:xz", "lz:lzip", "zst:zstd"].map((one) => {
      const [suffix, program] = one.split(":");
      return `*.${suffix}) ${program} -dc $patchfile | ${patch} ;;`;
    }),
    `*) ${patch} < $patchfile ;;`,
  ];
  const loop = caseLoop("patchfile", files, [own, ...usual]);
  const from = variableOf(scene, "FULLDISTDIR").value.trim();
  // Of a pipe's end, as in make's shell; the loop ends with the first that fails.
  return [{ text: `cd ${quoted(from)}\n${loop}`, span: placeOf(scene, ["PATCHFILES"]) }];
}

function caseLoop(variable: string, words: readonly string[], cases: readonly string[]): string {
  const all = cases.map((one) => one.trim()).filter(Boolean);
  return `for ${variable} in ${words.map(quoted).join(" ")}; do case $${variable} in\n${all.join("\n")}\nesac; done`;
}

/** REORDER_DEPENDENCIES: what the sources come with is newer than what it was made from, whatever a patch touched. */
export function reorderCommands(scene: Scene): readonly ShellLine[] {
  const files = splitWords(variableOf(scene, "REORDER_DEPENDENCIES").value);
  if (files.length === 0) return [];
  const text = `cd ${variableOf(scene, "WRKSRC").value.trim()}
sed -e '/^#/d' ${files.map(quoted).join(" ")} | tsort | tac | while read -r file; do
  case $file in
    /*) find . -name "\${file#/}" -exec touch {} \\; ;;
    *) [ ! -e "$file" ] || touch "$file" ;;
  esac
done`;
  return [{ text, span: placeOf(scene, ["REORDER_DEPENDENCIES"]) }];
}

/** What tells an old configure script of machines that are younger than it, where the base has it. */
export function guessCommands(scene: Scene): readonly ShellLine[] {
  const { evaluation } = scene;
  const words = splitWords(variableOf(scene, "CONFIGURE_STYLE").value.toLowerCase());
  const folders = splitWords(variableOf(scene, "MODGNU_CONFIG_GUESS_DIRS").value);
  if (!words.includes("gnu") || evaluation.targets().has("do-configure") || folders.length === 0) return [];
  const text = `for folder in ${folders.map(quoted).join(" ")}; do for file in config.guess config.sub; do
  if [ -f "$folder/$file" ] && [ -f "/usr/share/misc/$file" ]; then
    chmod u+w "$folder/$file"
    cat "/usr/share/misc/$file" > "$folder/$file"
  fi
done; done`;
  return [{ text, span: placeOf(scene, ["MODGNU_CONFIG_GUESS_DIRS", "CONFIGURE_STYLE"]) }];
}

/** The styles that make configure scripts anew, as the module does it: after the port's own patches. */
export function autoconfCommands(scene: Scene): readonly ShellLine[] {
  const words = splitWords(variableOf(scene, "CONFIGURE_STYLE").value.toLowerCase());
  if (!words.includes("autoconf")) return [];
  const value = (name: string) => variableOf(scene, name).value.trim();
  const steps = [
    ...(words.includes("autoupdate") ? [value("AUTOUPDATE") || "autoupdate"] : []),
    value("AUTOCONF") || "autoconf",
    ...(words.includes("no-autoheader") ? [] : [value("AUTOHEADER") || "autoheader"]),
  ];
  const span = placeOf(scene, ["CONFIGURE_STYLE"]);
  return splitWords(value("AUTOCONF_DIR") || value("WRKSRC")).map((folder) => ({
    text: `cd ${folder}\n${steps.join("\n")}`,
    span,
  }));
}

/** Build.PL, whatever lies beside it. */
export function buildsWithBuild(scene: Scene): boolean {
  return splitWords(variableOf(scene, "CONFIGURE_STYLE").value.toLowerCase()).includes("modbuild");
}

/** The style takes Makefile.PL where there is one. */
export function buildCommands(scene: Scene): readonly ShellLine[] {
  const folder = variableOf(scene, "WRKSRC").value.trim();
  if (!buildsWithBuild(scene) || folder === "") return [];
  return [{ text: `rm -f ${quoted(`${folder}/Makefile.PL`)}`, span: placeOf(scene, ["CONFIGURE_STYLE"]) }];
}

/** What lies in `pkg/` besides packing lists: READMEs, and scripts that start daemons. */
export function readmeCommands(scene: Scene): readonly ShellLine[] {
  const { evaluation, files } = scene;
  const folder = variableOf(scene, "PKGDIR").value.trim();
  const root = PLACES.fakeRoot;
  const value = (name: string) => variableOf(scene, name).value.trim();
  const readmes = subpackagesOf(scene).flatMap((ending) => {
    const suffix = ending === "-" ? "" : ending;
    const file = `${folder}/README${suffix}`;
    if (!files.source(file)) return [];
    const isModern = evaluation.isDefined("PERMIT_PACKAGE");
    const name = isModern ? value(`PKGSTEM${ending}`) : value(`FULLPKGNAME${ending}`);
    const command = value(`SUBST_CMD${ending}`) || value("SUBST_CMD");
    return [`${command} -m 644 -c ${file} ${root}${value("LOCALBASE")}/share/doc/pkg-readmes/${name}`];
  });
  const daemons = files.matching(`${folder}/*.rc`).map((file) => {
    const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.rc$/, "");
    return `${value("SUBST_CMD")} -m 755 -c ${file} ${root}${value("RCDIR")}/${name}`;
  });
  const span = placeOf(scene, []);
  return [...readmes, ...daemons].map((text) => ({ text, span }));
}

function quoted(text: string): string {
  return /^[A-Za-z0-9_./@:+,=-]+$/.test(text) ? text : shellWord(text);
}
