/** What a login shell should know of a package. */
export type ProfileFacts = {
  readonly fullpkgname: string;
  /** Folders with programs; absolute. */
  readonly programs: readonly string[];
  /** Folders with libraries that nothing else makes the loader search; absolute. */
  readonly libraries: readonly string[];
};

/**
 * A POSIX shell script to be sourced: puts folders in front of what is set already, each once, and leaves nothing else
 * behind. It works under `set -eu`.
 */
export function profileScript({ fullpkgname, programs, libraries }: ProfileFacts): string {
  return [
    `# ${fullpkgname}: source this file in a POSIX shell.`,
    ...[...programs].reverse().map((folder) => prepend("PATH", folder)),
    ...[...libraries].reverse().map((folder) => prepend("LD_LIBRARY_PATH", folder)),
    "",
  ].join("\n");
}

function prepend(variable: string, folder: string): string {
  const word = `'${folder.replaceAll("'", `'\\''`)}'`;
  // An empty part would mean the current folder: no colon where nothing was set.
  return [
    `case ":\${${variable}-}:" in`,
    `  *:${word}:*) ;;`,
    `  *) export ${variable}=${word}"\${${variable}:+:\${${variable}}}" ;;`,
    "esac",
  ].join("\n");
}
