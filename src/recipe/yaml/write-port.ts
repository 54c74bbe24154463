// A new `port.yml`.

import { Document, isMap, isSeq, visit } from "yaml";
import type { Style } from "../../port/port.ts";
import type { BuildSystem } from "../writing/build-system.ts";
import type { MakefileFacts } from "../writing/makefile-facts.ts";
import type { RecipeDraft, RecipeFiles } from "../writing/recipe-draft.ts";

const STYLES: Readonly<Record<BuildSystem, Style>> = {
  configure: "gnu",
  autogen: "autoconf",
  cmake: "cmake",
  meson: "meson",
  perl: "perl",
  python: "python",
  cargo: "cargo",
  scons: "scons",
  waf: "waf",
  cabal: "script",
  xmkmf: "imake",
  makefile: "make",
};

export function writeYamlPort(draft: RecipeDraft): RecipeFiles {
  const { name, version, facts, needs, bases } = draft;
  const { comment = name, homepage, license } = facts;
  const keys = {
    name,
    version,
    comment,
    ...(homepage === undefined ? {} : { homepage }),
    ...(license === undefined ? {} : { license }),
    distfiles: [distfileOf(draft)],
    bases,
    build: buildOf(draft),
    ...(needs.length === 0
      ? {}
      : { depends: { system: [...new Set(needs.map((one) => one.neutral))].sort() } }),
  };
  const document = new Document(keys);
  visit(document, {
    Seq: (key, node) => {
      if (isSeq(node) && node.items.every((one) => !isMap(one))) node.flow = key !== undefined;
    },
    // A version is text, whatever it looks like.
    Pair: (_, { key, value }) => {
      if (String(key) === "version" && value && typeof value === "object" && "type" in value)
        Object.assign(value, { type: "QUOTE_DOUBLE" });
    },
  });
  return new Map([["port.yml", document.toString({ lineWidth: 0, flowCollectionPadding: false })]]);
}

/** Its version stands in one place: the next one is another number there, and other digests. */
function distfileOf({ url, file, version, sizeBytes, sha256 }: RecipeDraft) {
  const usual = url.replace(/[?#].*$/, "").replace(/^.*\//, "");
  return {
    url: template(url, version),
    ...(file === usual ? {} : { file: template(file, version) }),
    size: sizeBytes,
    sha256,
  };
}

/** Braces of the URL's own would be taken for fields. */
function template(text: string, version: string): string {
  return /[{}]/.test(text) || version.length < 2 ? text : text.replaceAll(version, "{version}");
}

/** What a name must not have: a digit after a dash. */
export function portName(name: string): string {
  return name.replace(/-+(?=[0-9]|$)/g, "").replace(/--+/g, "-");
}

/** A script stands in for what a style has no words for: folders that a makefile must be told, sources that lie deeper. */
function buildOf({ detected, makefile }: RecipeDraft) {
  const { system, folder } = detected;
  const style = STYLES[system];
  const isPlain = folder === "" && (makefile === undefined || isUsual(makefile)) && system !== "cabal";
  const scripts = isPlain ? undefined : scriptsOf(system, folder, makefile);
  if (!scripts) return { style };
  return { style: "script" as const, script: scripts };
}

/** `make install DESTDIR=… PREFIX=…` is all that it takes. */
function isUsual({ folders, destdir, hasInstall }: MakefileFacts): boolean {
  return destdir === "used" && hasInstall && folders.every(({ name }) => ["PREFIX", "prefix"].includes(name));
}

const FOLDERS = {
  prefix: "$PREFIX",
  settings: "$PREFIX/etc",
  programs: "$PREFIX/bin",
  libraries: "$PREFIX/lib",
  headers: "$PREFIX/include",
  manuals: "$PREFIX/share/man",
} as const;

/** Undefined where a person must say how. */
function scriptsOf(system: BuildSystem, folder: string, makefile: MakefileFacts | undefined) {
  const inside = folder === "" ? "" : `cd '${folder}'\n`;
  switch (system) {
    case "makefile": {
      const { folders = [], destdir = "used" } = makefile ?? {};
      const staged = destdir === "used" ? "" : "$DESTDIR";
      const set = (before: string) =>
        folders.map(({ name, means }) => ` ${name}="${before}${FOLDERS[means]}"`).join("");
      const given = destdir === "used" ? ' DESTDIR="$DESTDIR"' : "";
      return {
        build: `${inside}make -j"$JOBS"${set("")}\n`,
        fake: `${inside}make install${given}${set(staged)}\n`,
      };
    }
    case "configure":
      return {
        configure: `${inside}./configure --prefix="$PREFIX"\n`,
        build: `${inside}make -j"$JOBS"\n`,
        fake: `${inside}make install DESTDIR="$DESTDIR"\n`,
      };
    case "cmake":
      return {
        configure: `cmake -S '${folder}' -B _build -DCMAKE_INSTALL_PREFIX="$PREFIX" -DCMAKE_BUILD_TYPE=Release\n`,
        build: 'cmake --build _build -j"$JOBS"\n',
        fake: "cmake --install _build\n",
      };
    case "cabal":
      return {
        configure: `${inside}runhaskell Setup configure --prefix="$PREFIX"\n`,
        build: `${inside}runhaskell Setup build\n`,
        fake: `${inside}runhaskell Setup copy --destdir="$DESTDIR"\n`,
      };
    default:
      return undefined;
  }
}
