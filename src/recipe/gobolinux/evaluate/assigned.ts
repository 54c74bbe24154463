import { unreachable } from "../../../report.ts";
import {
  type Assigned,
  type Assignment,
  literalOf,
  type Script,
  type Statement,
  type Word,
} from "../shell/syntax.ts";

/** Builtins that set the variables whose names they are given. */
const SETTING: ReadonlySet<string> = new Set([
  "read",
  "mapfile",
  "readarray",
  "getopts",
  "let",
  "unset",
  "printf",
  "eval",
]);

/** The variables that `script` may set, wherever in it; not those that run in a shell of their own. */
export function assignedIn(script: Script): readonly Assigned[] {
  return script.flatMap(assignedBy);
}

function assignedBy(statement: Statement): readonly Assigned[] {
  switch (statement.kind) {
    case "simple":
      return [...statement.assignments, ...statement.declarations]
        .map(assignedOf)
        .concat(namedIn(statement.words));
    case "chain":
      return [statement.first, ...statement.rest.map((one) => one.statement)].flatMap(assignedBy);
    case "pipeline":
      return statement.stages.length === 1 ? statement.stages.flatMap(assignedBy) : [];
    case "group":
      return assignedIn(statement.body);
    case "if":
      return [
        ...statement.branches.flatMap(({ condition, body }) => [...condition, ...body]),
        ...statement.otherwise,
      ].flatMap(assignedBy);
    case "for":
      return [{ name: statement.name, range: statement.nameRange }, ...assignedIn(statement.body)];
    case "loop":
      return [...statement.names, ...assignedIn(statement.body)];
    case "case":
      return statement.arms.flatMap(({ body }) => assignedIn(body));
    case "function":
    case "apart":
    case "condition":
      return [];
    default:
      return unreachable(statement);
  }
}

function assignedOf({ name, nameRange }: Assignment): Assigned {
  return { name, range: nameRange };
}

/** `read a b`, `let a=1`, `eval "a=1"`: names that stand in the arguments of such builtins. */
function namedIn([first, ...words]: readonly Word[]): readonly Assigned[] {
  const command = first && literalOf(first);
  if (command === undefined || !SETTING.has(command)) return [];
  return words.flatMap((word) =>
    word.parts.flatMap((part) => (part.kind === "text" ? namesIn(part.text, command, word) : [])),
  );
}

function namesIn(text: string, command: string, word: Word): readonly Assigned[] {
  const names = command === "let" || command === "eval" ? /[A-Za-z_]\w*(?=\+?=|\[)/g : /^[A-Za-z_]\w*$/g;
  return [...text.matchAll(names)].map(([name]) => ({ name, range: { start: word.start, end: word.end } }));
}
