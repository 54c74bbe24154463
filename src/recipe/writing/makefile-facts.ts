// What a makefile of somebody's own says of where it installs: it is read, never run.

export type MakefileFacts = {
  /** Variables that must be set for it to install below one folder, and what they stand for. */
  readonly folders: readonly { readonly name: string; readonly means: keyof typeof MEANINGS }[];
  readonly hasInstall: boolean;
  /** Whether what is installed can be put below another root. */
  readonly destdir: "used" | "unknown";
};

/** In the order of preference. */
const MEANINGS = {
  prefix: ["PREFIX", "prefix", "INSTALL_PREFIX", "INSTALLDIR", "BASEDIR", "basedir"],
  settings: ["sysconfdir", "SYSCONFDIR", "ETCDIR"],
  programs: ["bindir", "BINDIR", "INSTALL_BIN"],
  libraries: ["libdir", "LIBDIR", "INSTALL_LIB"],
  headers: ["includedir", "INCLUDEDIR", "INCDIR"],
  manuals: ["mandir", "MANDIR", "INSTALL_MAN"],
} as const;

/** A folder that is put together from another variable follows that one. */
export function factsOfMakefile(text: string): MakefileFacts {
  const assigned = new Map<string, string>();
  for (const line of text.replace(/\\\n/g, " ").split("\n")) {
    const [, name, value = ""] =
      /^\s*(?:export\s+|override\s+)?([A-Za-z_]\w*)\s*(?:[?:+]|::)?=\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && !assigned.has(name)) assigned.set(name, value.replace(/#.*$/, "").trim());
  }
  const meanings = Object.keys(MEANINGS) as readonly (keyof typeof MEANINGS)[];
  return {
    folders: meanings.flatMap((means) =>
      MEANINGS[means]
        .filter((name) => assigned.has(name))
        .filter((name) => means === "prefix" || /^\/(?!.*\$)/.test(assigned.get(name) ?? ""))
        .filter((name) => !/\$[({]/.test(assigned.get(name) ?? ""))
        .map((name) => ({ name, means })),
    ),
    destdir: /\$[({]DESTDIR[)}]/.test(text) ? "used" : "unknown",
    hasInstall: /^install\b[^:=\n]*:(?!=)/m.test(text),
  };
}
