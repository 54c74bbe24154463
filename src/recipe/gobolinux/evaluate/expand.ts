// Words to values: bash(1), EXPANSION, without what would need the machine.

import type { Operation, Parameter, Part, Quoting, Range, Script, Word } from "../shell/syntax.ts";
import { expandBraces } from "./braces.ts";
import { cut, recase, replace, slice } from "./operations.ts";
import { type Pattern, type PatternPiece, patternOf } from "./patterns.ts";
import { type Scope, spend, type Unknown, unknownAt, type Value, variableValue } from "./scope.ts";

/** `split` text came from a bare expansion: blanks in it separate fields. `break` separates elements. */
type Piece = { readonly text: string; readonly nature: "bare" | "quoted" | "split" } | "break";

/** Runs the commands of a substitution: what they print, if that is known. */
type Substitute = (script: Script, scope: Scope, range: Range) => string | Unknown;

/** What expanding needs besides the word. */
export type Expander = { readonly scope: Scope; readonly substitute: Substitute };

/** Of an assignment: one text, never split. */
export function expandText(word: Word, expander: Expander): string | Unknown {
  const { scope } = expander;
  if (hasHome(word, "assignment")) return unknownAt(scope, word);
  const pieces = expandParts(word.parts, expander);
  if (!isKnown(pieces)) return pieces;
  const text = pieces.map((piece) => (piece === "break" ? " " : piece.text)).join("");
  return spend(scope, text.length, word) ? text : unknownAt(scope, word);
}

/** Of a list or a command: the fields it becomes, none for an empty bare variable. */
export function expandFields(words: readonly Word[], expander: Expander): readonly Field[] | Unknown {
  const fields: Field[] = [];
  for (const word of words) {
    const expanded = expandBraces(word, MOST_WORDS);
    if (!expanded) {
      spend(expander.scope, Number.POSITIVE_INFINITY, word);
      return unknownAt(expander.scope, word);
    }
    for (const one of expanded) {
      const pieces = hasHome(one, "word") ? unknownAt(expander.scope, one) : expandParts(one.parts, expander);
      if (!isKnown(pieces)) return pieces;
      for (const text of fieldsOf(pieces)) {
        if (!spend(expander.scope, text.length, word)) return unknownAt(expander.scope, word);
        fields.push({ text, word });
      }
    }
  }
  return fields;
}

export type Field = { readonly text: string; readonly word: Word };

const MOST_WORDS = 10_000;

/** For patterns it still counts where quotes were. */
export function expandPattern(word: Word, expander: Expander): Pattern | Unknown {
  const pieces = expandParts(word.parts, expander);
  if (!isKnown(pieces)) return pieces;
  const pattern = patternOf(
    pieces.map((piece): PatternPiece => {
      if (piece === "break") return { text: " ", quoting: "quoted" };
      return { text: piece.text, quoting: piece.nature === "quoted" ? "quoted" : "bare" };
    }),
  );
  return pattern ?? unknownAt(expander.scope, word);
}

export function isKnown<T>(value: T | Unknown): value is T {
  return !(typeof value === "object" && value !== null && "kind" in value && value.kind === "unknown");
}

/** `~/x`, and in an assignment `x:~/y`: somebody's home. */
function hasHome({ parts }: Word, place: "word" | "assignment"): boolean {
  return parts.some(
    (part, index) =>
      part.kind === "text" &&
      part.quoting === "bare" &&
      ((index === 0 && part.text.startsWith("~")) || (place === "assignment" && part.text.includes(":~"))),
  );
}

function expandParts(parts: readonly Part[], expander: Expander): readonly Piece[] | Unknown {
  const pieces: Piece[] = [];
  for (const part of parts) {
    const expanded = expandPart(part, expander);
    if (!isKnown(expanded)) return expanded;
    for (const piece of expanded) pieces.push(piece);
  }
  return pieces;
}

function expandPart(part: Part, expander: Expander): readonly Piece[] | Unknown {
  const { scope } = expander;
  switch (part.kind) {
    case "text":
      return [{ text: part.text, nature: part.quoting }];
    case "variable":
      return expandParameter(part.parameter, part.quoting, expander);
    case "command": {
      const output = expander.substitute(part.script, scope, part.range);
      return typeof output === "string" ? [pieceOf(output.replace(/\n+$/, ""), part.quoting)] : output;
    }
    default:
      return unknownAt(scope, part.range);
  }
}

function pieceOf(text: string, quoting: Quoting): Piece {
  return { text, nature: quoting === "quoted" ? "quoted" : "split" };
}

function expandParameter(
  parameter: Parameter,
  quoting: Quoting,
  expander: Expander,
): readonly Piece[] | Unknown {
  const { scope } = expander;
  const { operation, range, elements, name } = parameter;
  const value = variableValue(scope, name, range);
  if (value?.kind === "unknown") return value;
  const texts = selected(value, elements);
  if (!texts) return unknownAt(scope, range);
  if (operation?.kind === "default")
    return expandDefault({ ...parameter, operation }, { texts, quoting }, expander);
  const operated = operation ? operate(operation, { texts, elements }, expander) : texts;
  if (!operated) return unknownAt(scope, range);
  if (
    !spend(
      scope,
      operated.reduce((sum, text) => sum + text.length, 0),
      range,
    )
  )
    return unknownAt(scope, range);
  return piecesOf(operated, elements, quoting);
}

function piecesOf(
  texts: readonly string[],
  elements: Parameter["elements"],
  quoting: Quoting,
): readonly Piece[] {
  if (quoting === "quoted" && elements === "joined") return [pieceOf(texts.join(" "), quoting)];
  return texts.flatMap((text, index): readonly Piece[] =>
    index === 0 ? [pieceOf(text, quoting)] : ["break", pieceOf(text, quoting)],
  );
}

/** The texts that a subscript picks; a variable that is not set is an empty text, and a list without elements. */
function selected(value: Value | undefined, elements: Parameter["elements"]): readonly string[] | undefined {
  if (value?.kind === "unknown") return undefined;
  const all = !value ? [] : value.kind === "text" ? [value.text] : value.elements.map((one) => one.value);
  if (elements === "each" || elements === "joined") return all;
  if (elements === "first") return all.slice(0, 1).length > 0 ? all.slice(0, 1) : [""];
  const index = /^\d{1,6}$/.test(elements.index) ? Number(elements.index) : undefined;
  return index === undefined ? undefined : [all[index] ?? ""];
}

/** On each element; undefined when something about it can't be known. */
function operate(
  operation: Exclude<Operation, { readonly kind: "default" }>,
  { texts, elements }: { readonly texts: readonly string[]; readonly elements: Parameter["elements"] },
  expander: Expander,
): readonly string[] | undefined {
  const isList = elements === "each" || elements === "joined";
  if (operation.kind === "length" && isList) return [String(texts.length)];
  if (operation.kind === "slice" && isList) return undefined;
  const operated = texts.map((text) => operateOn(text, operation, expander));
  const known = operated.filter((one) => one !== undefined);
  return known.length === operated.length ? known : undefined;
}

function operateOn(
  text: string,
  operation: Exclude<Operation, { readonly kind: "default" }>,
  expander: Expander,
): string | undefined {
  switch (operation.kind) {
    case "length":
      return String([...text].length);
    case "case":
      return recase(text, operation.to, operation.letters);
    case "slice":
      return slice(text, operation.offset, operation.length);
    case "cut": {
      const pattern = expandPattern(operation.pattern, expander);
      return isKnown(pattern) ? cut(text, { ...operation, pattern }) : undefined;
    }
    case "replace": {
      const pattern = expandPattern(operation.pattern, expander);
      const word = expandText(operation.word, expander);
      // Bash 5.2 gives `&` a meaning here that older ones do not.
      if (!isKnown(pattern) || typeof word !== "string" || word.includes("&")) return undefined;
      return replace(text, { where: operation.where, pattern, word });
    }
    default:
      return undefined;
  }
}

type DefaultParameter = Parameter & {
  readonly operation: Extract<Parameter["operation"], { readonly kind: "default" }>;
};

function expandDefault(
  { name, operation, range, elements }: DefaultParameter,
  { texts, quoting }: { readonly texts: readonly string[]; readonly quoting: Quoting },
  expander: Expander,
): readonly Piece[] | Unknown {
  const { scope } = expander;
  const isList = elements === "each" || elements === "joined";
  const isSet = isList ? texts.length > 0 : isNamed(scope, name, elements);
  const counts = operation.empty === "counts" ? isSet : texts.join(" ") !== "";
  const { operator, word } = operation;
  if (operator === "+" ? !counts : counts) {
    return operator === "+" ? [pieceOf("", quoting)] : piecesOf(texts, elements, quoting);
  }
  // To assign, or to give up, in the middle of a word.
  if (operator === "=" || operator === "?") return unknownAt(scope, range);
  const pieces = expandParts(word.parts, expander);
  if (!isKnown(pieces) || quoting === "quoted") return pieces;
  return pieces.map((piece) =>
    piece === "break" || piece.nature === "quoted" ? piece : { text: piece.text, nature: "split" },
  );
}

function isNamed(scope: Scope, name: string, elements: Parameter["elements"]): boolean {
  const value = scope.variables.get(name)?.value;
  if (!value) return scope.provided.text(name) !== undefined;
  const index = typeof elements === "object" ? Number(elements.index) : 0;
  return value.kind === "list" ? index < value.elements.length : index === 0;
}

/** Blanks of bare expansions separate; quotes make a field even of nothing. */
function fieldsOf(pieces: readonly Piece[]): readonly string[] {
  const fields: string[] = [];
  let field: string | undefined;
  const end = () => {
    if (field !== undefined) fields.push(field);
    field = undefined;
  };
  for (const piece of pieces) {
    if (piece === "break") end();
    else if (piece.nature !== "split") {
      if (piece.nature === "quoted" || piece.text !== "") field = (field ?? "") + piece.text;
    } else {
      const [first = "", ...rest] = piece.text.split(/[ \t\n]+/);
      if (first !== "") field = (field ?? "") + first;
      for (const next of rest) {
        end();
        if (next !== "") field = next;
      }
    }
  }
  end();
  return fields;
}
