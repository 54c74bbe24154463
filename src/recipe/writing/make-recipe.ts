// A new recipe from an archive: what it is called, how it is built, written down in one of the dialects.

import { type Diagnostic, ok, quoted, quotedList, type Result, wrong } from "../../report.ts";
import { programName } from "../gobolinux/program-name.ts";
import { writeGoboRecipe } from "../gobolinux/write-recipe.ts";
import { portName, writeYamlPort } from "../yaml/write-port.ts";
import { detectBuildSystem, topOf } from "./build-system.ts";
import { factsOfMakefile } from "./makefile-facts.ts";
import { factsOf, tellsFacts } from "./project-facts.ts";
import type { RecipeDraft, RecipeFiles } from "./recipe-draft.ts";
import { nameOfSource } from "./source-name.ts";

export type RecipeIdentity = {
  readonly dialect: "gobolinux" | "yaml";
  readonly name: string;
  readonly version: string;
};

/** What the recipe of an address is called; what was given counts, whatever the address says. */
export function nameRecipe(
  url: string,
  given: { readonly dialect: RecipeIdentity["dialect"]; readonly name?: string; readonly version?: string },
): Result<RecipeIdentity> {
  const found = nameOfSource(url);
  const { dialect } = given;
  const spelled = dialect === "gobolinux" ? programName(found.name) : portName(found.name);
  const name = given.name ?? spelled;
  const version = given.version ?? found.version ?? "";
  const troubles: Diagnostic[] = [];
  if (!NAMES[dialect].test(name)) troubles.push(unnamed("name", name, url));
  if (!VERSION.test(version)) troubles.push(unnamed("version", version, url));
  return troubles.length > 0 ? { ok: false, error: troubles } : ok({ dialect, name, version });
}

/** They become folders, and parts of names; a digit after a dash begins the version in all but GoboLinux's. */
const NAMES = {
  gobolinux: /^[A-Za-z0-9](?:[\w+.]|-(?!-|$))*$/,
  yaml: /^[A-Za-z0-9](?:[\w+.]|-(?![-0-9]|$))*$/,
};
const VERSION = /^[0-9][\w.+]*$/;

function unnamed(what: "name" | "version", found: string, url: string): Diagnostic {
  const message =
    found === "" ? `${quoted(url)} tells no ${what}` : `${quoted(found)} can't be the ${what} of a recipe`;
  const help =
    what === "name"
      ? "say it: `make-recipe URL NAME VERSION`"
      : "say it: `make-recipe URL NAME VERSION`; it begins with a digit";
  return { severity: "error", code: "make-recipe/unnamed", blame: "request", message, help };
}

/** An archive that was looked into. */
export type SourceArchive = {
  readonly url: string;
  readonly file: string;
  readonly sizeBytes: number;
  readonly md5: string;
  readonly sha256: string;
  /** Names of its files. */
  readonly files: readonly string[];
  /** Those of them that `worthReading` asked for. */
  readonly texts: ReadonlyMap<string, string>;
};

/** Whether a file of an archive tells something; the top folder is not known before its end. */
export function worthReading(file: string): boolean {
  return tellsFacts(file);
}

export type MadeRecipe = {
  readonly files: RecipeFiles;
  /** Its build system, and the file that told. */
  readonly system: string;
  readonly evidence: string;
  /** Names that the archive's own checks ask for, and that no base is known to supply. */
  readonly unknownNeeds: readonly string[];
  readonly warnings: readonly Diagnostic[];
};

export type Making = {
  readonly identity: RecipeIdentity;
  readonly archive: SourceArchive;
  readonly bases: readonly string[];
  /** What bases supply under a name of pkg-config's or CMake's. */
  readonly supply: (need: string) => RecipeDraft["needs"][number] | undefined;
};

/** The files of the recipe; wrong when nothing tells how the archive is built. */
export function makeRecipe({ identity, archive, bases, supply }: Making): Result<MadeRecipe> {
  const top = topOf(archive.files);
  const detected = detectBuildSystem(archive.files, top);
  if (!detected) return wrong(unknownSystem(archive));
  const below = top === "" ? "" : `${top}/`;
  const texts = new Map(
    [...archive.texts]
      .filter(([file]) => file.startsWith(below))
      .map(([file, text]) => [file.slice(below.length), text] as const),
  );
  const source = nameOfSource(archive.url);
  const { needs, ...facts } = factsOf(texts, source, archive.url);
  const isMakefile = detected.system === "makefile";
  const makefile = isMakefile ? factsOfMakefile(texts.get(detected.evidence) ?? "") : undefined;
  const { name, version, dialect } = identity;
  const draft: RecipeDraft = {
    ...archive,
    name,
    version,
    top,
    detected,
    makefile,
    facts,
    needs: needs.flatMap((need) => supply(need) ?? []),
    bases,
  };
  return ok({
    files: dialect === "gobolinux" ? writeGoboRecipe(draft) : writeYamlPort(draft),
    system: detected.system,
    evidence: below + detected.evidence,
    unknownNeeds: needs.filter((need) => !supply(need)),
    warnings: makefile && !makefile.hasInstall ? [noInstall(below + detected.evidence)] : [],
  });
}

function unknownSystem({ file, files }: SourceArchive): Diagnostic {
  return {
    severity: "error",
    code: "make-recipe/unknown-build-system",
    blame: "request",
    message: `nothing in ${quoted(file)} tells how it is built: it holds ${quotedList(files)}`,
    help: "write the recipe by hand: a `port.yml` of style `script` or `manifest` builds anything",
  };
}

function noInstall(evidence: string): Diagnostic {
  return {
    severity: "warning",
    code: "make-recipe/no-install",
    blame: "request",
    message: `${quoted(evidence)} has no target \`install\``,
    help: "say in the recipe what goes where: `do_install` of a Recipe, `script: {fake: …}` of a port.yml",
  };
}
