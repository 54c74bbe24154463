// Which build system an archive has, by the names of its files.

/** Words of GoboLinux's recipe types, where it has one. */
export type BuildSystem =
  | "configure"
  | "autogen"
  | "cmake"
  | "meson"
  | "perl"
  | "python"
  | "cargo"
  | "scons"
  | "waf"
  | "cabal"
  | "xmkmf"
  | "makefile";

export type Detected = {
  readonly system: BuildSystem;
  /** The file that tells of it, in the archive. */
  readonly evidence: string;
  /** Below the archive's top folder; mostly `""`. */
  readonly folder: string;
};

/** In this order: a source that has several is best built by the first. What is made for a release comes before what it was made of. */
const SIGNS: readonly (readonly [RegExp, BuildSystem])[] = [
  [/^configure$/, "configure"],
  [/^meson\.build$/, "meson"],
  [/^CMakeLists\.txt$/, "cmake"],
  [/^configure\.(?:ac|in)$/, "autogen"],
  [/^(?:Makefile|Build)\.PL$/, "perl"],
  [/^(?:pyproject\.toml|setup\.py)$/, "python"],
  [/^Cargo\.toml$/, "cargo"],
  [/^SConstruct$/, "scons"],
  [/^wscript$/, "waf"],
  [/^(?:Setup\.l?hs|[\w-]+\.cabal)$/, "cabal"],
  [/^Imakefile$/, "xmkmf"],
  [/^(?:GNUmakefile|[Mm]akefile)$/, "makefile"],
];

/** Where sources lie that have nothing at their top; the others follow by their names. */
const LIKELY = ["src", "source", "unix", "build"];
const MOST_FOLDERS_DEEP = 2;

/** Undefined when nothing is known of how it is built: scripts, data, programs. */
export function detectBuildSystem(files: readonly string[], top: string): Detected | undefined {
  const below = top === "" ? "" : `${top}/`;
  const names = new Map<string, Set<string>>();
  for (const file of files.filter((one) => one.startsWith(below))) {
    const inner = file.slice(below.length);
    const cut = inner.lastIndexOf("/");
    const folder = cut === -1 ? "" : inner.slice(0, cut);
    if (folder !== "" && folder.split("/").length > MOST_FOLDERS_DEEP) continue;
    names.set(folder, (names.get(folder) ?? new Set()).add(inner.slice(cut + 1)));
  }
  const ranks = (folder: string) => [depthOf(folder), rankOf(folder)] as const;
  const folders = [...names.keys()].sort((a, b) => {
    const [[depthA, rankA], [depthB, rankB]] = [ranks(a), ranks(b)];
    return depthA - depthB || rankA - rankB || (a < b ? -1 : 1);
  });
  for (const folder of folders) {
    const found = signIn(names.get(folder) ?? new Set());
    if (found)
      return { ...found, evidence: folder === "" ? found.evidence : `${folder}/${found.evidence}`, folder };
  }
  return undefined;
}

function depthOf(folder: string): number {
  return folder === "" ? 0 : folder.split("/").length;
}

function rankOf(folder: string): number {
  const at = LIKELY.indexOf(folder.toLowerCase());
  return at === -1 ? LIKELY.length : at;
}

function signIn(names: ReadonlySet<string>): Pick<Detected, "system" | "evidence"> | undefined {
  for (const [sign, system] of SIGNS) {
    const evidence = [...names].sort().find((name) => sign.test(name));
    if (evidence !== undefined) return { system, evidence };
  }
  return undefined;
}

/** The archive's only top folder, or `""`. */
export function topOf(files: readonly string[]): string {
  const tops = new Set(files.map((file) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "")));
  const [top = ""] = tops;
  return tops.size === 1 ? top : "";
}
