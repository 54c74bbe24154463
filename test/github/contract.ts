// GitHub's own description of its API (api.json; scripts/github-api.mjs refreshes it), as a judge of both sides: what a
// client asks for, and what the double answers.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import * as formats from "ajv-formats";

type Content = Readonly<Record<string, { readonly schema: { readonly properties?: object } }>>;
type Parameter = { readonly $ref?: string; readonly name: string; readonly in: string };
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
};
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
};

const description = JSON.parse(readFileSync(join(import.meta.dirname, "api.json"), "utf8")) as Description;
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default.default(ajv);
ajv.addSchema(description, "github");

/** GitHub gives these to anybody, whatever an operation's description says. */
const ERRORS = [401, 403, 404, 422, 429];

export type Route = {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What is wrong with the request, by the description. */
  readonly faultsOfRequest: (query: URLSearchParams, body: unknown) => readonly string[];
  readonly faultsOfAnswer: (status: number, body: unknown) => readonly string[];
};

type Compiled = {
  readonly method: string;
  readonly pattern: RegExp;
  readonly pointer: string;
  readonly operation: Operation;
};

const routes: readonly Compiled[] = Object.entries(description.paths)
  .flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      // A tag may have slashes.
      pattern: new RegExp(`^${path.replace("{tag}", "(?<tag>.+)").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
      pointer: `#/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${method}`,
      operation,
    })),
  )
  .sort((a, b) => variables(a) - variables(b));

function variables({ pattern }: Compiled): number {
  return pattern.source.split("(?<").length;
}

/** Undefined for what releases need not: no client of ours should ask for it. */
export function routeOf(method: string, path: string): Route | undefined {
  const found = routes.find((one) => one.method === method && one.pattern.test(path));
  if (!found) return undefined;
  const { operation, pointer } = found;
  const groups = Object.entries(found.pattern.exec(path)?.groups ?? {});
  return {
    operation: operation.operationId,
    parameters: Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)])),
    faultsOfRequest: (query, body) => faultsOfRequest({ operation, pointer, query, body }),
    faultsOfAnswer: (status, body) => faultsOfAnswer({ operation, pointer, status, body }),
  };
}

function faultsOfRequest(request: {
  readonly operation: Operation;
  readonly pointer: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}): readonly string[] {
  const { operation, pointer, query, body } = request;
  const allowed = (operation.parameters ?? [])
    .map((one) => (one.$ref ? description.components.parameters[lastOf(one.$ref)] : one))
    .flatMap((one) => (one?.in === "query" ? [one.name] : []));
  const unknown = [...query.keys()].filter((name) => !allowed.includes(name));
  const found = unknown.map((name) => `unknown parameter ${name}`);
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (schema && body !== undefined) {
    const known = Object.keys(schema.properties ?? {});
    found.push(
      ...Object.keys(body ?? {}).flatMap((name) => (known.includes(name) ? [] : [`unknown field ${name}`])),
    );
    found.push(...faults(`${pointer}/requestBody/content/application~1json/schema`, body));
  }
  return found.map((fault) => `${operation.operationId}, request: ${fault}`);
}

function faultsOfAnswer(answer: {
  readonly operation: Operation;
  readonly pointer: string;
  readonly status: number;
  readonly body: unknown;
}): readonly string[] {
  const { operation, pointer, status, body } = answer;
  const said = operation.responses[String(status)];
  if (!said && ERRORS.includes(status)) return [];
  const found = said ? [] : [`status ${status} is not documented`];
  const place = said?.$ref ?? `${pointer}/responses/${status}`;
  if (said && (said.content || said.$ref) && body !== undefined) {
    found.push(...faults(`${place}/content/application~1json/schema`, body));
  }
  return found.map((fault) => `${operation.operationId}, answer ${status}: ${fault}`);
}

const compiled = new Map<string, ValidateFunction>();

function faults(pointer: string, value: unknown): readonly string[] {
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `github${encodeURI(pointer)}` });
  compiled.set(pointer, validate);
  return validate(value) ? [] : [ajv.errorsText(validate.errors)];
}

function lastOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
