// What an evaluated Makefile offers to those who read it: values, targets, and where each was written.

import type { Diagnostic, Span } from "../../report.ts";
import type { ShellCommand } from "../reading.ts";

/**
 * A reading of one Makefile with everything that it includes. Values are expanded when they are asked for, as make does.
 * Nothing here is a getter: V8 gives each object that is written with one a shape of its own, which keeps all that the
 * getter sees until the next full collection, and thousands of ports are read.
 */
export type Evaluation = {
  /** The value of a variable, fully expanded; undefined when nothing sets it. */
  readonly expand: (name: string) => string | undefined;
  /** Any text with its `${…}` expanded, undefined variables to nothing: a recipe line, a fragment of one. */
  readonly substitute: (text: string) => string;
  readonly isDefined: (name: string) => boolean;
  /** Where the variable got its value, the last assignment; undefined when it came from outside the files. */
  readonly placeOf: (name: string) => Span | undefined;
  /** Where the port's own files set it or add to it, in that order. */
  readonly ownPlacesOf: (name: string) => readonly Span[];
  /** Variables that files set, by the order in which their names first came; those of a loop that waits come together. */
  readonly names: () => readonly string[];
  /** Those that the port's own files name in an assignment, be it one that was passed over, and that have a value. */
  readonly ownNames: () => readonly string[];
  /** Targets by name, in the order in which they appear. */
  readonly targets: () => ReadonlyMap<string, MakeTarget>;
  /** Whether something was so wrong that the rest was not read, or values are missing. */
  readonly isStopped: () => boolean;
  /** What was wrong so far, in reading or in expanding; expanding more may add to it. */
  readonly problems: () => readonly Diagnostic[];
  /** Commands that values need and nobody has answered; what they give is empty until then. */
  readonly unanswered: () => readonly ShellCommand[];
};

export type MakeTarget = {
  readonly name: string;
  readonly sources: readonly string[];
  /** As written, nothing expanded; the first block of commands wins, as in make. */
  readonly commands: readonly MakeCommand[];
  readonly span: Span;
};

/** A line of a target's recipe, without its tab. */
export type MakeCommand = { readonly text: string; readonly span: Span };

/**
 * Variables that will be asked for. What makes rules, and what sets variables that neither these nor the files themselves
 * ask for, is read when somebody does after all, and what is wrong with it told then.
 */
export type Wanted = "everything" | readonly string[];

export type MakeRequest = {
  readonly files: MakeFiles;
  /** Absolute path of the Makefile, in make's own spelling: `/usr/ports/editors/vim/Makefile`. */
  readonly makefile: string;
  /** Weaker than what the Makefile sets. */
  readonly environment: Readonly<Record<string, string>>;
  /** Set before anything is read, as make's own variables are. */
  readonly variables: Readonly<Record<string, string>>;
  /** Stronger than what the Makefile sets, as on make's command line. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Output of a command, without its last newline; undefined for one that nobody has run. */
  readonly answer: (command: string) => string | undefined;
};

/** The files that make sees, by absolute path in its own spelling. */
export type MakeFiles = {
  /** `name` is what diagnostics call it. Asked again for the same file it gives the same object. */
  readonly read: (path: string) => { readonly name: string; readonly text: string } | undefined;
  readonly exists: (path: string) => boolean;
  /** What `.include <name>` reads. */
  readonly system: (name: string) => string | undefined;
};
