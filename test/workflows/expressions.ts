// GitHub's own lexer, parser and evaluator of expressions, with the functions that only a runner can answer.

import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from "@actions/workflow-parser";
import type { MappingToken, TemplateToken } from "@actions/workflow-parser/templates/tokens/index";

/** What an expression sees: `github`, `needs`, `matrix`, …; plain values. */
export type Contexts = Readonly<Record<string, unknown>>;

/** What the functions of the same name answer; they are allowed in conditions only. */
export type Status = { readonly success: boolean; readonly failure: boolean; readonly cancelled: boolean };

export function evaluate(expression: string, contexts: Contexts, status?: Status): unknown {
  const answers: Readonly<Record<string, boolean>> = status ? { ...status, always: true } : {};
  const functions = Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }));
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse();
  const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const result = new Evaluator(tree, dictionary, new Map(functions.map((one) => [one.name, one]))).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer) ?? "null");
}

/** As GitHub turns a condition's value into yes or no. */
export function isTrue(value: unknown): boolean {
  return !(value === null || value === false || value === "" || value === 0);
}

/** A part of a workflow with all its expressions replaced by their values. */
export function valueIn(token: TemplateToken | undefined, contexts: Contexts): unknown {
  if (token === undefined) return undefined;
  if (isBasicExpression(token)) return evaluate(token.expression, contexts);
  if (isSequence(token)) return [...each(token)].map((one) => valueIn(one, contexts));
  if (isMapping(token)) return Object.fromEntries(pairsOf(token, contexts));
  if (isString(token) || isNumber(token) || isBoolean(token)) return token.value;
  return null;
}

/** As GitHub writes a value into an input, a variable or an output. */
export function textOf(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

/** The values of a mapping as texts. */
export function textsOf(
  token: TemplateToken | undefined,
  contexts: Contexts,
): Readonly<Record<string, string>> {
  if (token === undefined || !isMapping(token)) return {};
  return Object.fromEntries(pairsOf(token, contexts).map(([name, value]) => [name, textOf(value)]));
}

function pairsOf(token: MappingToken, contexts: Contexts): readonly (readonly [string, unknown])[] {
  const pairs: (readonly [string, unknown])[] = [];
  for (let at = 0; at < token.count; at += 1) {
    const { key, value } = token.get(at);
    pairs.push([key.toString(), valueIn(value, contexts)]);
  }
  return pairs;
}

function* each(token: { readonly count: number; readonly get: (at: number) => TemplateToken }) {
  for (let at = 0; at < token.count; at += 1) yield token.get(at);
}
