// What the shell's text is made of: the part of bash(1)'s grammar that a Recipe can hold. Functions are parsed like
// everything else, so that they end where bash ends them, and are kept as text.

/** Half-open, in UTF-16 offsets of the text that is parsed. */
export type Range = { readonly start: number; readonly end: number };

/** `bare` text may be split, and stands for names of files; `quoted` text is only itself. */
export type Quoting = "bare" | "quoted";

export type Word = Range & { readonly parts: readonly Part[] };

export type Part =
  | { readonly kind: "text"; readonly text: string; readonly quoting: Quoting }
  | { readonly kind: "variable"; readonly parameter: Parameter; readonly quoting: Quoting }
  /** `$(…)` and backquotes. */
  | { readonly kind: "command"; readonly script: Script; readonly quoting: Quoting; readonly range: Range }
  /** Arithmetic, process substitution, a home folder: never known here. */
  | { readonly kind: "opaque"; readonly range: Range; readonly quoting: Quoting };

export type Parameter = {
  readonly name: string;
  readonly range: Range;
  /** `${v}`, `${v[@]}`, `${v[*]}`, `${v[2]}`. */
  readonly elements: "first" | "each" | "joined" | { readonly index: string };
  readonly operation?: Operation;
};

export type Operation =
  /** `${#v}` */
  | { readonly kind: "length" }
  /** `${v:-word}` and its kin; with a colon an empty value counts as none. */
  | {
      readonly kind: "default";
      readonly operator: "-" | "=" | "?" | "+";
      readonly empty: "counts" | "is-none";
      readonly word: Word;
    }
  /** `${v#pattern}`, `${v%%pattern}`. */
  | {
      readonly kind: "cut";
      readonly from: "start" | "end";
      readonly match: "shortest" | "longest";
      readonly pattern: Word;
    }
  /** `${v/pattern/word}`, `${v//pattern/word}`. */
  | {
      readonly kind: "replace";
      readonly where: "first" | "all" | "start" | "end";
      readonly pattern: Word;
      readonly word: Word;
    }
  /** `${v^^}`, `${v,}`. */
  | { readonly kind: "case"; readonly to: "upper" | "lower"; readonly letters: "first" | "all" }
  /** `${v:2:3}` with numbers. */
  | { readonly kind: "slice"; readonly offset: number; readonly length: number | undefined }
  | { readonly kind: "opaque" };

export type Script = readonly Statement[];

export type Assignment = Range & {
  readonly name: string;
  readonly nameRange: Range;
  readonly mode: "set" | "append";
  /** `a[index]=…` */
  readonly index?: string;
  readonly value: { readonly kind: "scalar"; readonly word: Word } | ListLiteral;
};

export type ListLiteral = Range & {
  readonly kind: "list";
  readonly elements: readonly Word[];
};

export type Statement = Range &
  (
    | {
        readonly kind: "simple";
        readonly assignments: readonly Assignment[];
        readonly words: readonly Word[];
        /** Arguments of `export` and its kin that assign. */
        readonly declarations: readonly Assignment[];
        readonly output: "kept" | "redirected";
      }
    | {
        readonly kind: "chain";
        readonly first: Statement;
        readonly rest: readonly { readonly after: "success" | "failure"; readonly statement: Statement }[];
      }
    /** More than one stage, or `!` before one. */
    | { readonly kind: "pipeline"; readonly stages: readonly Statement[]; readonly negation: "none" | "not" }
    /** What runs in a shell of its own changes nothing here. */
    | { readonly kind: "apart"; readonly body: Script }
    | { readonly kind: "group"; readonly body: Script }
    | {
        readonly kind: "if";
        readonly branches: readonly { readonly condition: Script; readonly body: Script }[];
        readonly otherwise: Script;
      }
    | {
        readonly kind: "for";
        readonly name: string;
        readonly nameRange: Range;
        /** Undefined: over the arguments. */
        readonly words: readonly Word[] | undefined;
        readonly body: Script;
      }
    /** `while`, `until`, `select`, `for ((…))`: never run here. */
    | { readonly kind: "loop"; readonly body: Script; readonly names: readonly Assigned[] }
    | {
        readonly kind: "case";
        readonly subject: Word;
        readonly arms: readonly {
          readonly patterns: readonly Word[];
          readonly body: Script;
          readonly end: ";;" | ";&" | ";;&";
        }[];
      }
    /** `[[ … ]]`, with its words where they stand alone, and `(( … ))`. */
    | { readonly kind: "condition"; readonly words: readonly Word[] | undefined }
    | {
        readonly kind: "function";
        readonly name: string;
        readonly nameRange: Range;
        readonly body: Statement;
      }
  );

export type Assigned = { readonly name: string; readonly range: Range };

/** Why a text is no shell script, where, and what to do. */
export type SyntaxTrouble = {
  readonly code: `gobo/${string}`;
  readonly message: string;
  readonly range: Range;
  readonly help: string;
};

/** Builtins whose arguments may assign. */
export const DECLARING: ReadonlySet<string> = new Set(["export", "declare", "typeset", "local", "readonly"]);

/** Of a word that is one piece of bare text; undefined for all others. */
export function literalOf({ parts }: Word): string | undefined {
  const [part] = parts;
  return parts.length === 1 && part?.kind === "text" && part.quoting === "bare" ? part.text : undefined;
}
