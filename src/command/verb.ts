import type { Host } from "../host/host.ts";
import type { Diagnostic, Report } from "../report.ts";

/** What an entry hands to a verb. */
export type Context = {
  readonly host: Host;
  readonly report: Report;
  /** Standard output, for verbs that answer piece by piece. */
  readonly output: (text: string) => void;
  /** Who reads the answer. */
  readonly form: "person" | "json";
  readonly signal: AbortSignal;
};

/**
 * What a verb has to say at its end. The entry prints `text` for a person or `json` as one document, then the
 * diagnostics, sorted, and leaves with the exit status that they lead to.
 */
export type Answer = {
  readonly diagnostics: readonly Diagnostic[];
  readonly text?: string;
  readonly json?: unknown;
};

export type Option = {
  /** `optional`: alone, or with a value after `=`; `text` gives `""` when it stands alone. */
  readonly type: "string" | "boolean" | "optional";
  readonly multiple?: true;
  readonly short?: string;
};

export type Arguments = {
  readonly positionals: readonly string[];
  /** The last value given. */
  readonly text: (option: string) => string | undefined;
  readonly texts: (option: string) => readonly string[];
  readonly has: (option: string) => boolean;
};

export type Verb = {
  /** `build PORT [VERSION] [--base B]`: shown by `--help` and after wrong usage. */
  readonly usage: string;
  /** Option and its sentence, in the order of the help. */
  readonly options: Readonly<Record<string, Option & { readonly help: string }>>;
  readonly positionals: { readonly least: number; readonly most: number };
  readonly run: (args: Arguments, context: Context) => Promise<Answer>;
};

/** A diagnostic of wrong usage (exit 2). */
export function usage(code: `usage/${string}`, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}

/** Of a key that a secret holds; one in a file of the user's own is as safe as that user's other files. */
export const KEY_IN_REACH = usage(
  "usage/key-in-reach",
  "a signing key is given, and the engine `host` does not keep a build from reading it",
  "choose another engine, or sign in a job of its own that builds nothing",
);

export const NO_PUBLISHING_KEY = usage(
  "usage/no-publishing-key",
  "packages are published signed or not at all, and there is no key to sign with",
  "give one (`--key NAME.sec`, or the input `signing-key`); `tarwright keygen` makes one",
);

export const NO_TAG = usage(
  "usage/no-tag",
  "nobody says which release the packages go to",
  "name its tag, as `packages`, or a template, as `{base}` or `{port}-{version}`",
);
