// Statements: what they set, as far as that follows from the text.

import { unreachable } from "../../../report.ts";
import { type Assignment, literalOf, type Range, type Script, type Statement } from "../shell/syntax.ts";
import { assignedIn } from "./assigned.ts";
import { runBuiltin, type Status, test } from "./builtins.ts";
import { type Expander, expandFields, expandPattern, expandText, type Field, isKnown } from "./expand.ts";
import { matches } from "./patterns.ts";
import {
  type Scope,
  scopeApart,
  setVariable,
  spanIn,
  spend,
  type Unknown,
  unknownAt,
  type Value,
  variableValue,
} from "./scope.ts";

/** Runs `script` in `scope`, which is changed. */
export function runScript(script: Script, scope: Scope): Status {
  let status: Status = "success";
  for (const statement of script) {
    if (scope.flow === "stopped") return status;
    if (!spend(scope, 0, statement)) return "unknown";
    status = runStatement(statement, scope);
  }
  return status;
}

function runStatement(statement: Statement, scope: Scope): Status {
  switch (statement.kind) {
    case "simple":
      return runSimple(statement, scope);
    case "chain":
      return runChain(statement, scope);
    case "group":
      return runScript(statement.body, scope);
    case "if":
      return runIf(statement, scope);
    case "for":
      return runFor(statement, scope);
    case "case":
      return runCase(statement, scope);
    case "function": {
      const { name, nameRange, body } = statement;
      scope.functions.delete(name);
      scope.functions.set(name, {
        name,
        body,
        span: spanIn(scope, statement),
        nameSpan: spanIn(scope, nameRange),
      });
      return "success";
    }
    case "condition":
      return runCondition(statement, scope);
    case "pipeline": {
      const [only] = statement.stages;
      if (!only || statement.stages.length > 1) return printUnknown(statement, scope);
      return opposite(runStatement(only, scope));
    }
    case "apart":
      return printUnknown(statement, scope);
    case "loop":
      return doubtful([statement], statement, scope);
    default:
      return unreachable(statement);
  }
}

function opposite(status: Status): Status {
  return status === "unknown" ? status : status === "success" ? "failure" : "success";
}

/** What a command prints is lost only where somebody reads it. */
function printUnknown(range: Range, scope: Scope): "unknown" {
  if (scope.output !== undefined) scope.output = unknownAt(scope, range);
  return "unknown";
}

/** `script` may run, or not, or several times: what it sets is unknown after it. */
function doubtful(script: Script, range: Range, scope: Scope): "unknown" {
  const unknown = unknownAt(scope, range);
  for (const { name, range: nameRange } of assignedIn(script)) {
    setVariable(scope, { name, value: unknown, range: nameRange, nameRange });
  }
  defineAll(script, scope);
  if (mayStop(script)) scope.doubt = unknown;
  return printUnknown(range, scope);
}

/** A function that may be defined counts as one: its name says what the Recipe can do. */
function defineAll(script: Script, scope: Scope): void {
  for (const statement of script) {
    if (statement.kind === "function") runStatement(statement, scope);
    else for (const inner of scriptsIn(statement)) defineAll(inner, scope);
  }
}

function mayStop(script: Script): boolean {
  return script.some(
    (statement) =>
      (statement.kind === "simple" && isStop(statement)) ||
      scriptsIn(statement).some((inner) => mayStop(inner)),
  );
}

function isStop({ words: [first] }: Extract<Statement, { readonly kind: "simple" }>): boolean {
  return ["return", "exit"].includes((first && literalOf(first)) ?? "");
}

function scriptsIn(statement: Statement): readonly Script[] {
  switch (statement.kind) {
    case "chain":
      return [[statement.first, ...statement.rest.map((one) => one.statement)]];
    case "group":
    case "for":
    case "loop":
      return [statement.body];
    case "if":
      return [...statement.branches.flatMap(({ condition, body }) => [condition, body]), statement.otherwise];
    case "case":
      return statement.arms.map(({ body }) => body);
    default:
      return [];
  }
}

type Kind<K extends Statement["kind"]> = Extract<Statement, { readonly kind: K }>;

function runChain({ first, rest }: Kind<"chain">, scope: Scope): Status {
  let status = runStatement(first, scope);
  for (const { after, statement } of rest) {
    if (scope.flow === "stopped") return status;
    if (status === "unknown") doubtful([statement], statement, scope);
    else if (status === after) status = runStatement(statement, scope);
  }
  return status;
}

function runIf(statement: Kind<"if">, scope: Scope): Status {
  const { branches, otherwise } = statement;
  for (const [index, { condition, body }] of branches.entries()) {
    const status = runScript(condition, scope);
    if (scope.flow === "stopped") return status;
    if (status === "success") return runScript(body, scope);
    if (status === "unknown") {
      const left = branches.slice(index + 1).flatMap((one) => [...one.condition, ...one.body]);
      return doubtful([...body, ...left, ...otherwise], statement, scope);
    }
  }
  return runScript(otherwise, scope);
}

function runFor(statement: Kind<"for">, scope: Scope): Status {
  const { name, nameRange, words, body } = statement;
  const fields = words && expandFields(words, expanderOf(scope));
  if (!fields || !isKnown(fields) || leavesLoops(body)) return doubtful([statement], statement, scope);
  let status: Status = "success";
  for (const { text, word } of fields) {
    if (scope.flow === "stopped" || scope.budget.exhausted) return status;
    setVariable(scope, { name, value: { kind: "text", text }, range: word, nameRange });
    status = runScript(body, scope);
  }
  return status;
}

function leavesLoops(script: Script): boolean {
  return script.some((statement) => {
    const [first] = statement.kind === "simple" ? statement.words : [];
    return (
      ["break", "continue"].includes((first && literalOf(first)) ?? "") ||
      scriptsIn(statement).some(leavesLoops)
    );
  });
}

function runCase(statement: Kind<"case">, scope: Scope): Status {
  const expander = expanderOf(scope);
  const subject = expandText(statement.subject, expander);
  if (typeof subject !== "string" || statement.arms.some(({ end }) => end !== ";;")) {
    return doubtful([statement], statement, scope);
  }
  for (const { patterns, body } of statement.arms) {
    for (const word of patterns) {
      const pattern = expandPattern(word, expander);
      // A long text against many stars takes long.
      if (!isKnown(pattern) || subject.length * pattern.length > 1e6)
        return doubtful([statement], statement, scope);
      if (matches(pattern, subject)) return runScript(body, scope);
    }
  }
  return "success";
}

/** `[[ … ]]`, whose right side is a pattern. */
function runCondition({ words }: Kind<"condition">, scope: Scope): Status {
  const expander = expanderOf(scope);
  const texts = words?.map((word) => expandText(word, expander));
  const known = texts?.filter((text) => typeof text === "string");
  if (!texts || !known || known.length < texts.length) return "unknown";
  const isPattern = ["=", "==", "!="].includes(known[1] ?? "") && known.length === 3;
  const bare = words?.[2]?.parts.some((part) => part.kind !== "text" || part.quoting === "bare");
  if (known[1] === "=~" || (isPattern && bare && /[*?[\\]/.test(known[2] ?? ""))) return "unknown";
  const answer = test(known);
  return answer === undefined ? "unknown" : answer ? "success" : "failure";
}

function runSimple(statement: Kind<"simple">, scope: Scope): Status {
  const { assignments, words, declarations, output } = statement;
  const [first] = words;
  if (!first) {
    const kinds = assignments.map((assignment) => assign(assignment, scope));
    // The status of the last command that ran inside of them.
    return kinds.includes("unknown") ? "unknown" : "success";
  }
  const fields = expandFields(words, expanderOf(scope));
  const name = literalOf(first);
  const special = name === undefined ? undefined : runSpecial(name, { statement, fields }, scope);
  if (special) return special;
  const ran =
    isKnown(fields) && output === "kept"
      ? runBuiltin(
          fields.map(({ text }) => text),
          archOf(scope),
        )
      : undefined;
  if (!ran || declarations.length > 0) {
    const called = name === undefined ? undefined : scope.functions.get(name);
    return called || assignedIn([statement]).length > 0
      ? doubtful(called ? [called.body] : [statement], statement, scope)
      : printUnknown(statement, scope);
  }
  if (typeof scope.output === "string") {
    if (!spend(scope, ran.output.length, statement)) return printUnknown(statement, scope);
    scope.output += ran.output;
  }
  return ran.status;
}

function archOf(scope: Scope): string | undefined {
  return scope.provided.text("arch");
}

/** Builtins that change the shell itself. */
function runSpecial(
  name: string,
  { statement, fields }: { readonly statement: Kind<"simple">; readonly fields: readonly Field[] | Unknown },
  scope: Scope,
): Status | undefined {
  switch (name) {
    case "export":
    case "readonly":
    case "declare":
    case "typeset":
      return declare(statement, fields, scope);
    case "local":
      return "failure";
    case "return":
    case "exit":
      scope.flow = "stopped";
      return "unknown";
    case "unset": {
      if (!isKnown(fields)) return undefined;
      const names = fields.slice(1).map(({ text }) => text);
      for (const one of names) (names[0] === "-f" ? scope.functions : scope.variables).delete(one);
      return "success";
    }
    default:
      return undefined;
  }
}

/** Options of `declare` that give a variable a nature are not followed. */
function declare(
  { declarations, words }: Kind<"simple">,
  fields: readonly Field[] | Unknown,
  scope: Scope,
): Status {
  const options = isKnown(fields) ? fields.slice(1).filter(({ text }) => text.startsWith("-")) : [];
  const isPlain = isKnown(fields) && options.every(({ text }) => /^-[axrgp]+$/.test(text));
  for (const assignment of declarations) {
    if (isPlain) assign(assignment, scope);
    else setTo(unknownAt(scope, words[0] ?? assignment), assignment, scope);
  }
  return "success";
}

function assign(assignment: Assignment, scope: Scope): "known" | "unknown" {
  const value = valueFor(assignment, scope);
  setTo(value, assignment, scope);
  return value.kind === "unknown" ? "unknown" : "known";
}

function setTo(value: Value, assignment: Assignment, scope: Scope): void {
  const { name, nameRange } = assignment;
  setVariable(scope, { name, value, range: assignment, nameRange });
}

function valueFor(assignment: Assignment, scope: Scope): Value {
  const { name, index, mode, value } = assignment;
  const before = variableValue(scope, name, assignment);
  if (before?.kind === "unknown" && (mode === "append" || index !== undefined)) return before;
  if (value.kind === "list") {
    const added = listOf(value.elements, scope);
    if (!isKnown(added) || mode === "set") return added;
    const elements = elementsOf(before, assignment, scope);
    if (!spend(scope, elements.length, assignment)) return unknownAt(scope, assignment);
    return { kind: "list", elements: [...elements, ...added.elements] };
  }
  const text = expandText(value.word, expanderOf(scope));
  if (typeof text !== "string") return text;
  if (index === undefined && before?.kind !== "list") {
    const whole = mode === "append" && before?.kind === "text" ? before.text + text : text;
    return spend(scope, whole.length, assignment)
      ? { kind: "text", text: whole }
      : unknownAt(scope, assignment);
  }
  return withElement({ assignment, before, text }, scope);
}

/** A text that is assigned to a list goes to its first element. */
function withElement(
  {
    assignment,
    before,
    text,
  }: { readonly assignment: Assignment; readonly before: Value | undefined; readonly text: string },
  scope: Scope,
): Value {
  const elements = elementsOf(before, assignment, scope);
  const { index = "0", mode } = assignment;
  const at = /^\d{1,6}$/.test(index) ? Number(index) : undefined;
  // A hole in a list, or an index that must be computed.
  if (at === undefined || at > elements.length || !spend(scope, elements.length, assignment))
    return unknownAt(scope, assignment);
  const span = spanIn(scope, assignment.value.kind === "scalar" ? assignment.value.word : assignment);
  const value = mode === "append" ? (elements[at]?.value ?? "") + text : text;
  return { kind: "list", elements: [...elements.slice(0, at), { value, span }, ...elements.slice(at + 1)] };
}

function elementsOf(value: Value | undefined, range: Range, scope: Scope) {
  if (value?.kind === "list") return value.elements;
  return value?.kind === "text" ? [{ value: value.text, span: spanIn(scope, range) }] : [];
}

function listOf(words: Extract<Assignment["value"], { kind: "list" }>["elements"], scope: Scope) {
  const indexed = words.find(({ start, end }) => /^\[[^\]]*\]\+?=/.test(scope.source.text.slice(start, end)));
  if (indexed) return unknownAt(scope, indexed);
  const fields = expandFields(words, expanderOf(scope));
  if (!isKnown(fields)) return fields;
  const elements = fields.map(({ text, word }) => ({ value: text, span: spanIn(scope, word) }));
  return { kind: "list" as const, elements };
}

function expanderOf(scope: Scope): Expander {
  return { scope, substitute };
}

function substitute(script: Script, scope: Scope, range: Range): string | Unknown {
  const apart = scopeApart(scope);
  const { exhausted } = scope.budget;
  runScript(script, apart);
  // Places in backquotes are of a text of its own.
  if (!exhausted && scope.budget.exhausted) scope.budget.exhausted = spanIn(scope, range);
  return typeof apart.output === "string" ? apart.output : unknownAt(scope, range);
}
