// What a logical line says: an assignment, a directive, a rule, a command. Follows parse.c and parsevar.c of OpenBSD make.
// It depends on nothing but the line's text; whether it is reached is the reader's.

import { type Bare, Pieces } from "./condition-pieces.ts";
import { withoutComment } from "./logical-lines.ts";
import { parseName, parseTemplate, type Template } from "./template.ts";
import { isBlank, unescapeOnly, wordsOf } from "./words.ts";

export type Statement =
  | { readonly kind: "command"; readonly text: string }
  | { readonly kind: "if" | "elif"; readonly condition: Pieces; readonly text: string }
  | { readonly kind: "else" | "endif" }
  | { readonly kind: "for"; readonly names: readonly string[]; readonly list: Template }
  | {
      readonly kind: "include";
      readonly way: "system" | "quoted";
      readonly name: Template;
    }
  /** System V's, without a dot: several names, blanks between; `absent` says what a missing file is. */
  | { readonly kind: "include-list"; readonly names: Template; readonly absent: "fault" | "passed-over" }
  | { readonly kind: "undef"; readonly name: string }
  | { readonly kind: "poison"; readonly name: string; readonly poison: "set" | "empty" | "undefined" }
  | Assignment
  | {
      readonly kind: "rule";
      readonly head: Template;
      /** What the head says when there is nothing to expand in it. */
      readonly plain: RuleHead | undefined;
      readonly command: string | undefined;
    }
  | { readonly kind: "faulty"; readonly message: string };

/** Before and behind the operator; undefined where there is none. */
export type RuleHead = {
  readonly text: string;
  readonly operator: "::" | ":" | "!" | undefined;
  readonly names: readonly string[];
  readonly sources: string;
};

export type Assignment = {
  readonly kind: "assignment";
  readonly name: string | Template;
  readonly append: "append" | "replace";
  /** `optional`: only when it is not defined yet. */
  readonly when: "always" | "optional";
  readonly text: string;
} & (
  | { readonly value: "lazy"; readonly template: undefined }
  /**
   * The text is expanded at once, so it is read with the line. `deferred` is `!!=`: the command runs when the value is
   * first asked for.
   */
  | { readonly value: "expanded" | "output" | "expanded-output" | "deferred"; readonly template: Template }
);

/**
 * Names that stand before an assignment sign where a line begins, also where conditions are false, and in the lines that
 * continue a value (`LDFLAGS="…"` in CONFIGURE_ENV): what a reader of the file would look up. None that are computed.
 */
export function assignedNames(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*([A-Za-z_][A-Za-z0-9_.+-]*?)[ \t]*[?:!+]*=/gm)].map(
    ([, name = ""]) => name,
  );
}

export function statementOf(line: string): Statement {
  if (line.startsWith("\t")) return { kind: "command", text: line.slice(1) };
  const text = withoutComment(line);
  if (text.startsWith(".")) {
    const directive = directiveOf(text.slice(1).replace(/^[ \t\n\v\f\r]+/, ""));
    if (directive) return directive;
  }
  return sysvInclude(text) ?? plainAssignment(text) ?? assignmentOf(text) ?? ruleOf(line, text);
}

const BARE: Readonly<Record<string, Bare>> = {
  "": { question: "defined", sense: "plain" },
  def: { question: "defined", sense: "plain" },
  ndef: { question: "defined", sense: "negated" },
  make: { question: "make", sense: "plain" },
  nmake: { question: "make", sense: "negated" },
};

/** `if`, `ifdef`, `elifmake` and so on. */
const CONDITIONALS: ReadonlyMap<string, { readonly kind: "if" | "elif"; readonly bare: Bare }> = new Map(
  (["if", "elif"] as const).flatMap((kind) =>
    Object.entries(BARE).map(([suffix, bare]) => [`${kind}${suffix}`, { kind, bare }] as const),
  ),
);

/** `text` is what follows the dot. */
export function directiveOf(text: string): Statement | undefined {
  const word = /^[a-z]*/.exec(text)?.[0] ?? "";
  const rest = text.slice(word.length);
  // `.foo:` is a target, `.c.o` a pair of suffixes.
  if (rest.startsWith(".") || rest.startsWith(":")) return undefined;
  const conditional = CONDITIONALS.get(word);
  if (conditional) {
    const { kind, bare } = conditional;
    const expression = rest.replace(/^[ \t]+/, "");
    return { kind, condition: new Pieces(expression, bare), text: expression };
  }
  switch (word) {
    case "else":
    case "endif":
      return { kind: word };
    case "for":
      return loopOf(rest);
    case "include":
      return includeOf(rest);
    case "undef":
      return { kind: "undef", name: /[^ \t\n\v\f\r]*/.exec(rest.trimStart())?.[0] ?? "" };
    case "poison":
      return poisonOf(rest);
    default:
      return undefined;
  }
}

function loopOf(rest: string): Statement {
  const names: string[] = [];
  const word = /[ \t\n\v\f\r]*([^ \t\n\v\f\r]+)/y;
  for (let name = word.exec(rest)?.[1]; name !== undefined; name = word.exec(rest)?.[1]) {
    if (name !== "in") {
      names.push(name);
      continue;
    }
    if (names.length === 0) break;
    const list = rest.slice(word.lastIndex).replace(/^[ \t\n\v\f\r]+/, "");
    return { kind: "for", names, list: parseTemplate(list) };
  }
  return { kind: "faulty", message: "syntax error in `.for`: write `.for NAME in WORDS`" };
}

function includeOf(rest: string): Statement {
  const text = rest.trimStart();
  const closer = text.startsWith("<") ? ">" : text.startsWith('"') ? '"' : undefined;
  if (closer === undefined) return { kind: "faulty", message: '`.include` needs its file in `"` or `<`' };
  const end = text.indexOf(closer, 1);
  if (end === -1)
    return { kind: "faulty", message: `unclosed \`.include\` filename: \`${closer}\` expected` };
  return {
    kind: "include",
    way: closer === ">" ? "system" : "quoted",
    name: parseTemplate(text.slice(1, end)),
  };
}

function sysvInclude(text: string): Statement | undefined {
  const [all, word] = /^(include|sinclude|-include)[ \t\n\v\f\r]/.exec(text) ?? [];
  if (all === undefined || text.includes(":")) return undefined;
  const names = parseTemplate(text.slice(all.length));
  return { kind: "include-list", names, absent: word === "include" ? "fault" : "passed-over" };
}

function poisonOf(rest: string): Statement {
  const pattern = /^\s*(!?)\s*(defined|empty|)\s*(\(?)\s*([^\s)]*)(\)?)\s*(#.*)?$/;
  const [, not, what, open, name = "", close] = pattern.exec(rest) ?? [];
  const isSound = name !== "" && (open === "(") === (close === ")");
  if (isSound && what === "" && not === "") return { kind: "poison", name, poison: "set" };
  if (isSound && what === "empty" && not === "") return { kind: "poison", name, poison: "empty" };
  if (isSound && what === "defined" && not === "!") return { kind: "poison", name, poison: "undefined" };
  return { kind: "faulty", message: "`.poison` takes NAME, `empty(NAME)` or `!defined(NAME)`" };
}

/** Most of them: what `assignmentOf` takes apart too, seen at a glance. */
function plainAssignment(text: string): Assignment | undefined {
  const [all, name = "", sign = ""] =
    /^([A-Za-z0-9_.-]+)[ \t\n\v\f\r]*([+?:]?)=[ \t\n\v\f\r]*/.exec(text) ?? [];
  const means = all === undefined ? undefined : SIGNS[sign];
  if (all === undefined || !means) return undefined;
  return assignmentTo(name, means, text.slice(all.length));
}

function assignmentTo(name: Assignment["name"], { append, when, value }: Means, text: string): Assignment {
  return value === "lazy"
    ? { kind: "assignment", name, append, when, value, text, template: undefined }
    : { kind: "assignment", name, append, when, value, text, template: parseTemplate(text) };
}

const SIGNS: Readonly<Record<string, Means>> = {
  "": { append: "replace", when: "always", value: "lazy" },
  "+": { append: "append", when: "always", value: "lazy" },
  "?": { append: "replace", when: "optional", value: "lazy" },
  ":": { append: "replace", when: "always", value: "expanded" },
};

function assignmentOf(text: string): Assignment | undefined {
  if (!text.includes("=")) return undefined;

  const { name, end } = parseName(text, 0, (char, at) => isBlank(char) || beginsOperator(text, at));
  let at = end;
  while (isBlank(text[at])) at += 1;
  const operator = operatorAt(text, at);
  if (!operator) return undefined;
  at = operator.end;
  while (isBlank(text[at])) at += 1;
  return assignmentTo(name, operator.means, text.slice(at));
}

function beginsOperator(text: string, start: number): boolean {
  if (text.startsWith(":sh", start)) return true;
  let at = start;
  while ("?:!+".includes(text[at] ?? " ")) at += 1;
  return text[at] === "=";
}

type Means = Pick<Assignment, "append" | "when" | "value">;

/** Signs up to the `=`, in any order that make allows. */
function operatorAt(
  text: string,
  start: number,
): { readonly means: Means; readonly end: number } | undefined {
  let signs = "";
  let at = start;
  for (; text[at] !== "="; at += 1) {
    const sign = text[at];
    if (sign === ":" && text.startsWith("sh", at + 1)) {
      const equals = text.indexOf("=", at);
      if (equals === -1) return undefined;
      return { means: { append: "replace", when: "always", value: "output" }, end: equals + 1 };
    }
    if (sign === undefined || !"?:!+".includes(sign)) return undefined;
    signs += sign;
  }
  const means = meaningOf(signs);
  return means && { means, end: at + 1 };
}

function meaningOf(signs: string): Means | undefined {
  const count = (sign: string) => signs.split(sign).length - 1;
  const [appends, optionals, colons, shouts] = [count("+"), count("?"), count(":"), count("!")];
  if (appends > 1 || optionals > 1 || colons > 1 || shouts > 2) return undefined;
  if (appends === 1 && (optionals === 1 || shouts === 2)) return undefined;
  return {
    append: appends === 1 ? "append" : "replace",
    when: optionals === 1 ? "optional" : "always",
    value:
      shouts === 2
        ? "deferred"
        : shouts === 1
          ? colons === 1
            ? "expanded-output"
            : "output"
          : colons === 1
            ? "expanded"
            : "lazy",
  };
}

/** The command behind a `;` is taken from the line with its comments. */
function ruleOf(line: string, stripped: string): Statement {
  const operator = /[:!]/.exec(stripped)?.index ?? stripped.length;
  const semicolon = stripped.indexOf(";", operator + 1);
  const text = semicolon === -1 ? stripped : stripped.slice(0, semicolon);
  const command = semicolon === -1 ? "" : line.slice(line.indexOf(";", semicolon) + 1);
  return {
    kind: "rule",
    head: parseTemplate(text),
    plain: text.includes("$") ? undefined : ruleHead(text),
    command: command.replace(/^[ \t\n\v\f\r]+/, "") || undefined,
  };
}

/** `text` is expanded. */
export function ruleHead(text: string): RuleHead {
  const colon = ruleOperatorAt(text);
  if (colon === undefined) return { text, operator: undefined, names: [], sources: "" };
  const operator = text[colon] === "!" ? "!" : text[colon + 1] === ":" ? "::" : ":";
  const sources = text.slice(colon + operator.length);
  return { text, operator, names: wordsOf(text.slice(0, colon)), sources };
}

/** What is left of references (`$@`, or the text of one behind two dollars) is passed over whole. */
function ruleOperatorAt(text: string): number | undefined {
  for (const { 0: found, index } of text.matchAll(
    /\$(?:\{(?:[^{}]|\{[^{}]*\})*\}|\([^()]*\)|[^({]|$)|[:!]/g,
  )) {
    if (!found.startsWith("$")) return index;
  }
  return undefined;
}

/** The words of a loop, with their quotes, but `\"` and `\'` without the backslash. */
export function loopWord(word: string): string {
  return unescapeOnly(word, "\"'");
}
