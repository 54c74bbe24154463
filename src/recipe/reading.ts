import type { BuiltFile, Layout, Port } from "../port/port.ts";
import type { Diagnostic, Source, Span } from "../report.ts";

/** A folder to read from, synchronously. Paths are relative, with `/`; `""` is the folder itself. */
export type Tree = {
  /** UTF-8 text; undefined when there is no such file. */
  readonly read: (path: string) => string | undefined;
  /** `link`: a link to a folder, which is read through, but not walked into: links may go round. */
  readonly exists: (path: string) => "file" | "folder" | "link" | "nothing";
  /** Names, sorted by code unit; empty when there is no such folder. */
  readonly list: (path: string) => readonly string[];
};

export type PortRequest = {
  /** Where the port lies in the tree. */
  readonly folder: string;
  /** The tree as the user typed it, for messages: sources are named `<treeName>/<path in the tree>`. */
  readonly treeName: string;
  /** Names of the folders that lead to the tree, where it lies somewhere: GoboLinux's recipes are named by theirs. */
  readonly treePath?: readonly string[];
  /** What the port is called by others: `editors/vim`. */
  readonly pkgpath: string;
  /** `default` is the port's own choice; a list is the user's, in any order. */
  readonly flavors: "default" | readonly string[];
  /** The base it is to be built for; one that the port isn't meant for is a warning. */
  readonly base?: string;
  /** As `uname -m` says it; some recipes differ by it. */
  readonly arch?: string;
  /** The architecture of the machine that it is built on; the same one when nobody says. */
  readonly machine?: string;
  /** Where its files will live decides what some recipes say; `vendor` when nobody says. */
  readonly layout?: Layout;
  /** For GoboLinux's dialect: further trees in which recipes that this one names may lie. */
  readonly recipeTrees?: readonly Tree[];
  /** For OpenBSD's dialect: where modules and `bsd.port.mk` are, when that is another tree than the port's. */
  readonly portsTree?: { readonly tree: Tree; readonly name: string };
  /** For OpenBSD's dialect: in place of the `bsd.port.mk` of any tree. */
  readonly bsdPortMk?: Source;
  /** What commands printed that a recipe needs to be read, by command. */
  readonly shell?: ReadonlyMap<string, string>;
  /** In place of the port's own prefix; may hold `{name}` and `{version}`. */
  readonly prefix?: string;
};

/** A command whose output a value is, and where that is written. */
export type ShellCommand = { readonly command: string; readonly span: Span };

/** The outcome `needs-shell`: what must be run before more can be read. */
export type NeedsShell = {
  /** In the order in which they were met: a later one may be put together from what an earlier one prints. */
  readonly commands: readonly [ShellCommand, ...ShellCommand[]];
  /** Where make runs them: the port's folder by the name that it has there. */
  readonly folder: string;
};

/** A `Result` that tells, where commands are all that is missing, which. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly needsShell?: undefined }
  | {
      readonly ok: false;
      readonly error: readonly Diagnostic[];
      readonly needsShell?: NeedsShell | undefined;
    };

/** A recipe's own names and what they stand for, in the recipe's order. */
export type Variables = Readonly<Record<string, unknown>>;

/** What `--raw` shows. */
export type RawReading = {
  /** The recipe's own variables, fully expanded. */
  readonly variables: Variables;
  /** Names of those whose values can't be known without running something. */
  readonly unknown: readonly string[];
  /** What a name means that is in neither: a mistake of who asks, or a variable that is not set. */
  readonly absent: "fault" | "unset";
  readonly warnings: readonly Diagnostic[];
};

/** A packing list as it should be, and as it is. */
export type WrittenList = {
  /** In the port's folder. */
  readonly path: string;
  readonly before?: string;
  readonly after: string;
};

/** Brings packing lists up to date with what a build installed. */
export type ListWriter = (writing: {
  /** Paths are below the port's prefix; folders and links are among them. */
  readonly built: readonly BuiltFile[];
  /** Folders that packages which this one needs bring along. */
  readonly foreignFolders: ReadonlySet<string>;
}) => { readonly lists: readonly WrittenList[]; readonly diagnostics: readonly Diagnostic[] };

export type PortReading = {
  readonly port: Port;
  /** Why it can be shown, but not built here yet; none for most. */
  readonly obstacles?: readonly Diagnostic[];
  /** The recipe's own variables, fully expanded. */
  readonly variables: () => Variables;
  /** Lines of INDEX, in a dialect that has one of its own. */
  readonly index?: () => readonly string[];
  /** In a dialect whose packages are lists of files. */
  readonly writeLists?: ListWriter;
  readonly warnings: readonly Diagnostic[];
};
