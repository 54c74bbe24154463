// The variables of one reading, and what `${…}` stands for among them. Follows var.c of OpenBSD make.

import type { Diagnostic, Span } from "../../report.ts";
import { quoted } from "../../report.ts";
import type { ShellCommand } from "../reading.ts";
import { BUILT_IN } from "./built-in.ts";
import type { MakeRequest } from "./evaluation.ts";
import { applyModifier, type Surroundings } from "./modifiers.ts";
import { isDynamicName, type Modifier, parseTemplate, type Reference, type Template } from "./template.ts";

/** What a variable was set to: another assignment puts another in its place. Readings share those of their lines. */
export type Variable = {
  readonly text: string;
  /** Read from the text when it is first needed. */
  template: Template | undefined;
  readonly origin: "file" | "environment" | "make";
  readonly span: Span | undefined;
  /** A command (`!!=`) that stands for its output once somebody asks. */
  readonly isCommand: boolean;
  /** It is being expanded. */
  isInUse: boolean;
};

/** `keep`: a reference to nothing stays as text and may resolve later, as `:=` wants it. */
export type Mode = "drop" | "keep";

export type Poison = "set" | "empty" | "undefined";

/** A person's Makefile stays far below; what doubles a value a hundred times does not. In UTF-16 units. */
const EXPANSION_LIMIT = 32 * 1024 * 1024;
const VALUE_LIMIT = 4 * 1024 * 1024;
const SEARCH_COST = 32;
/** What it takes to expand a variable, however short it is, as if it were so much text. */
const EXPANSION_COST = 32;
const DEPTH_LIMIT = 300;
const PROBLEMS_LIMIT = 500;

export class Scope {
  readonly variables: Map<string, Variable>;
  readonly poisons = new Map<string, Poison>();
  readonly problems: Diagnostic[] = [];
  readonly unanswered: ShellCommand[] = [];
  /** What is read now, for what goes wrong in it. */
  where: Span | undefined;
  /** The variable that is not set and so made the last condition malformed. */
  undefinedOperand: string | undefined;
  /** Reading goes no further once this is true, and what is asked for after it is empty. */
  isStopped = false;
  #spent = 0;
  #depth = 0;
  readonly #answer: (command: string) => string | undefined;
  readonly #surroundings: Readonly<Record<Mode, Surroundings>>;

  constructor({ environment, answer }: Pick<MakeRequest, "environment" | "answer">) {
    this.variables = new Map(SYSTEM_VARIABLES);
    // sys.mk says `CC ?= cc`, so the environment goes before it; but the shell is the system's own.
    for (const [name, text] of Object.entries(environment)) {
      if (name !== "SHELL") this.variables.set(name, fresh(text, "environment", undefined));
    }
    this.#answer = answer;
    const surroundings = (mode: Mode): Surroundings => ({
      argument: (template) => this.argument(template, mode),
      run: (command) => this.output(command),
      complain: (message) => this.complain("openbsd/modifier", message),
    });
    this.#surroundings = { drop: surroundings("drop"), keep: surroundings("keep") };
  }

  find(name: string): Variable | undefined {
    return this.variables.get(name);
  }

  isDefined(name: string): boolean {
    if (this.poisons.get(name) === "set") this.complain("openbsd/poison", poisonMessage(name, "referenced"));
    return this.find(name) !== undefined;
  }

  /** Before anything is read. */
  define(name: string, text: string): void {
    this.variables.set(name, fresh(text, "make", undefined));
  }

  /** The list of the files that were read. */
  appendRead(path: string): void {
    const list = this.variables.get("MAKEFILE_LIST")?.text;
    this.define("MAKEFILE_LIST", list === undefined ? path : `${list} ${path}`);
  }

  /** The value just set is a command; it stands for its output when somebody asks. */
  defer(name: string): void {
    const variable = this.variables.get(name);
    if (variable?.origin === "file") this.variables.set(name, { ...variable, isCommand: true });
  }

  poison(name: string, poison: Poison): void {
    this.poisons.set(name, poison);
    const origin = this.variables.get(name)?.origin;
    if (poison === "set" && origin !== undefined && origin !== "environment")
      this.complain("openbsd/poison", `poisoned variable ${quoted(name)} is already set`);
  }

  /** As if these variables were not there. */
  hiding<T>(names: readonly string[], action: () => T): T {
    if (!names.some((name) => this.variables.has(name))) return action();
    const hidden = names.map((name) => [name, this.variables.get(name)] as const);
    for (const name of names) this.variables.delete(name);
    const result = action();
    for (const [name, variable] of hidden) {
      if (variable) this.variables.set(name, variable);
    }
    return result;
  }

  /** `template` is what `text` reads as, if that is known. */
  set(name: string, { text, template, span }: Assigned): void {
    this.put(name, { text, template, origin: "file", span, isCommand: false, isInUse: false });
  }

  append(name: string, { text, template, span }: Assigned): void {
    const variable = this.find(name);
    if (variable) this.set(name, { text: `${variable.text} ${text}`, span });
    else this.set(name, { text, template, span });
  }

  /** As `set`; the same `variable` may be put into several scopes, one after the other. */
  put(name: string, variable: Variable): void {
    if (isDynamicName(name)) {
      this.complain("openbsd/dynamic-variable", `${quoted(`$${name}`)} belongs to the target that is made`);
      return;
    }
    if (this.poisons.get(name) === "set") this.complain("openbsd/poison", poisonMessage(name, "set"));
    if (variable.text.length > VALUE_LIMIT) {
      this.stop("openbsd/too-much", "a value is longer than 4 MiB", "look for a value that doubles");
      return;
    }
    this.variables.set(name, variable);
  }

  remove(name: string): void {
    this.variables.delete(name);
  }

  expand(template: Template, mode: Mode): string {
    if (template.length === 0) return "";
    if (template.length === 1 && typeof template[0] === "string") return template[0];
    let text = "";
    for (const part of template) text += typeof part === "string" ? part : this.#standsFor(part, mode);
    return this.#bounded(text);
  }

  /** As `expand`, but what is undefined in the text itself is dropped in both modes. */
  argument(template: Template, mode: Mode): string {
    if (template.length === 0) return "";
    if (template.length === 1 && typeof template[0] === "string") return template[0];
    let text = "";
    for (const part of template) text += typeof part === "string" ? part : (this.value(part, mode) ?? "");
    return this.#bounded(text);
  }

  expandText(text: string, mode: Mode): string {
    return text.includes("$") ? this.expand(parseTemplate(text), mode) : text;
  }

  #standsFor(reference: Reference, mode: Mode): string {
    const value = this.value(reference, mode);
    if (value !== undefined) return value;
    if (mode === "drop") return "";
    // Make copies the dollar and goes on behind it, so that what nests in the reference is expanded.
    return `$${this.expandText(reference.raw.slice(1), mode)}`;
  }

  /** Undefined when the variable is, or when a modifier is unknown. */
  value(reference: Reference, mode: Mode): string | undefined {
    if (this.isStopped) return "";
    if (reference.fault === "unclosed") {
      this.complain("openbsd/unclosed", `the variable specification ${quoted(reference.raw)} is not closed`);
      return undefined;
    }
    if (reference.isDynamic) return reference.raw;
    const name = typeof reference.name === "string" ? reference.name : this.argument(reference.name, mode);
    let value = this.valueOf(name, mode);
    if (reference.fault === "unknown-modifier") {
      this.doubt("openbsd/modifier", `${quoted(reference.raw)} has a modifier that make does not know`);
      return undefined;
    }
    for (const modifier of reference.modifiers) {
      if (value === undefined) return undefined;
      value = this.modified(modifier, value, mode);
    }
    return value;
  }

  modified(modifier: Modifier, value: string, mode: Mode): string | undefined {
    // An expression may look at a character once for each of its own parts.
    const isSearch = modifier.kind === "substitute" && modifier.way === "expression";
    this.spend(isSearch ? SEARCH_COST * value.length : value.length);
    const result = applyModifier(modifier, value, this.#surroundings[mode]);
    return result === undefined ? undefined : this.#bounded(result);
  }

  valueOf(name: string, mode: Mode): string | undefined {
    let variable = this.variables.get(name);
    if (this.poisons.size > 0) this.#checkPoison(name, variable);
    if (variable === undefined) return undefined;
    if (variable.isCommand) {
      variable = { ...variable, text: this.output(variable.text), template: undefined, isCommand: false };
      this.variables.set(name, variable);
    }
    variable.template ??= parseTemplate(variable.text);
    const { template } = variable;
    if (template.length === 0) return "";
    const [first] = template;
    if (template.length === 1 && typeof first === "string") return first;
    if (variable.isInUse) {
      this.stop("openbsd/recursive", `variable ${quoted(name)} is recursive`);
      return "";
    }
    return this.#expandedValue(variable, template, mode);
  }

  #expandedValue(variable: Variable, template: Template, mode: Mode): string {
    const outer = this.where;
    this.where = variable.span ?? outer;
    if (this.#depth >= DEPTH_LIMIT) {
      this.stop("openbsd/too-much", `variables are nested more than ${DEPTH_LIMIT} deep`);
      return "";
    }
    // Values that double to nothing would never end either.
    this.spend(EXPANSION_COST);
    variable.isInUse = true;
    this.#depth += 1;
    const value = this.expand(template, mode);
    this.#depth -= 1;
    variable.isInUse = false;
    this.where = outer;
    return value;
  }

  #checkPoison(name: string, variable: Variable | undefined): void {
    const poison = this.poisons.get(name);
    if (poison === "set") this.complain("openbsd/poison", poisonMessage(name, "referenced"));
    if (poison === "undefined" && !variable) {
      this.complain("openbsd/poison", `poisoned variable ${quoted(name)} is not defined`);
    }
    if (poison === "empty" && variable?.text === "") {
      this.complain("openbsd/poison", `poisoned variable ${quoted(name)} is empty`);
    }
  }

  /** As make takes a command's output: without its last newline, other newlines as blanks. */
  output(command: string): string {
    const said = this.#answer(command);
    if (said !== undefined) return said.replace(/\n$/, "").replaceAll("\n", " ");
    if (this.where) this.unanswered.push({ command, span: this.where });
    return "";
  }

  /** Something that makes the reading worthless, though more may be found. */
  complain(code: Diagnostic["code"], message: string, help?: string): void {
    this.#tell("error", code, message, help);
  }

  /** Something that make mentions and goes on. */
  doubt(code: Diagnostic["code"], message: string): void {
    this.#tell("warning", code, message);
  }

  stop(code: Diagnostic["code"], message: string, help?: string): void {
    if (!this.isStopped) this.complain(code, message, help);
    this.isStopped = true;
  }

  #tell(severity: Diagnostic["severity"], code: Diagnostic["code"], message: string, help?: string): void {
    const span = this.where;
    const isKnown = this.problems.some((one) => one.message === message && one.span?.start === span?.start);
    if (isKnown) return;
    if (this.problems.length >= PROBLEMS_LIMIT) this.isStopped = true;
    else {
      const found = { severity, code, blame: "recipe", message } as const;
      this.problems.push({ ...found, ...(span ? { span } : {}), ...(help ? { help } : {}) });
    }
  }

  #bounded(text: string): string {
    if (text.length > VALUE_LIMIT) {
      this.stop(
        "openbsd/too-much",
        "a value is longer than 4 MiB",
        "look for variables that double each other",
      );
      return "";
    }
    this.spend(text.length);
    return text;
  }

  spend(length: number): void {
    this.#spent += length;
    if (this.#spent > EXPANSION_LIMIT) {
      this.stop(
        "openbsd/too-much",
        "the values add up to more than 32 MiB of text",
        "look for a value that doubles",
      );
    }
  }
}

/** Shared by all readings: who sets one puts another in its place. */
const SYSTEM_VARIABLES: ReadonlyMap<string, Variable> = new Map(
  Object.entries(BUILT_IN).map(([name, text]) => [name, fresh(text, "make", undefined)] as const),
);

export type Assigned = {
  readonly text: string;
  readonly template?: Template | undefined;
  readonly span: Span | undefined;
};

function fresh(text: string, origin: Variable["origin"], span: Span | undefined): Variable {
  return { text, template: undefined, origin, span, isCommand: false, isInUse: false };
}

function poisonMessage(name: string, what: "referenced" | "set"): string {
  return `poisoned variable ${quoted(name)} has been ${what}`;
}
