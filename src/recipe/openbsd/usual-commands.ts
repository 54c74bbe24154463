// What bsd.port.mk does around a port's own rules, as far as no build style does it: as shell commands.

import { PLACES } from "../../port/port.ts";
import type { Span } from "../../report.ts";
import { shellWord } from "../shell-word.ts";
import { placeOf, type Scene, splitWords, subpackagesOf, variableOf } from "./scene.ts";

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

/** EXTRACT_CASES, where the port has some of its own, and behind them the usual ways. */
export function extractCommands(scene: Scene): readonly ShellLine[] {
  const own = scene.evaluation.ownPlacesOf("EXTRACT_CASES");
  if (own.length === 0) return [];
  const [span] = own;
  const archives = splitWords(variableOf(scene, "EXTRACT_ONLY").value);
  if (archives.length === 0 || !span) return [];
  const file = `${PLACES.distfiles}/$archive`;
  const usual = [
    `*.zip) unzip -oq ${file} -d ${PLACES.work} ;;`,
    ...["xz:xz", "lz:lzip", "bz2:bzip2", "zst:zstd"].map((one) => {
      const [suffix, program] = one.split(":");
      return `*.t*${suffix}) ${program} -dc ${file} | tar -xf - ;;`;
    }),
    "*.tbz) bzip2 -dc FILE | tar -xf - ;;".replace("FILE", () => file),
    `*.tar) tar -xf ${file} ;;`,
    "*.tar.gz | *.tgz) gzip -dc FILE | tar -xf - ;;".replace("FILE", () => file),
    `*.gz) gzip -dc ${file} > $(basename $archive .gz) ;;`,
    `*) gzip -dc ${file} | tar -xf - ;;`,
  ];
  const cases = [variableOf(scene, "EXTRACT_CASES").value.trim(), ...usual].join("\n");
  const loop = `for archive in ${archives.map(quoted).join(" ")}; do case $archive in\n${cases}\nesac; done`;
  return [{ text: `cd ${PLACES.work}\n${loop}`, span }];
}

/** PATCHFILES: distribution patches, compressed or not, unless the port has rules for them. */
export function distributionPatches(scene: Scene): readonly ShellLine[] {
  const { evaluation } = scene;
  if (evaluation.targets.has("do-distpatch") || evaluation.targets.has("do-patch")) return [];
  const files = splitWords(variableOf(scene, "_LIST_PATCHFILES").value);
  const strip = variableOf(scene, "PATCH_DIST_STRIP").value.trim() || "-p0";
  const folder = variableOf(scene, "WRKDIST").value.trim();
  const span = placeOf(scene, ["PATCHFILES"]);
  return files.map((name) => {
    const file = quoted(`${PLACES.distfiles}/${name}`);
    const suffix = name.slice(name.lastIndexOf(".") + 1);
    const program = { gz: "gzip", Z: "gzip", bz2: "bzip2", xz: "xz", zst: "zstd" }[suffix];
    const text = program === undefined ? `cat ${file}` : `${program} -dc ${file}`;
    return { text: `${text} | patch -d ${quoted(folder)} --batch --forward -E ${strip}`, span };
  });
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
