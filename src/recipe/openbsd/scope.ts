// The variables of one reading, and what `${…}` stands for among them. Follows var.c of OpenBSD make.

import { type Diagnostic, quoted, type Span } from "../../report.ts";
import type { ShellCommand } from "../reading.ts";
import { CommandOutputs } from "./command-outputs.ts";
import type { MakeRequest } from "./evaluation.ts";
import { applyModifier, costOf, type Surroundings } from "./modifiers.ts";
import { type Poison, Poisons } from "./poisons.ts";
import { Problems } from "./problems.ts";
import { type Before, Glance, type Listener, type Recorder } from "./stretches.ts";
import { isDynamicName, type Modifier, parseTemplate, type Reference, type Template } from "./template.ts";
import {
  type Assigned,
  appended,
  appendedLater,
  fresh,
  lengthBehind,
  type Variable,
  variableOf,
} from "./variable.ts";
import { VariableTable } from "./variable-table.ts";

/** `keep`: a reference to nothing stays as text and may resolve later, as `:=` wants it. */
export type Mode = "drop" | "keep";

/** A person's Makefile stays far below; what doubles a value a hundred times does not. In UTF-16 units. */
const EXPANSION_LIMIT = 32 * 1024 * 1024;
const VALUE_LIMIT = 4 * 1024 * 1024;
/** To find the references in a text takes longer than to copy it. */
const PARSE_COST = 32;
/** To expand a variable, however short it is, as if it were so much text. */
const EXPANSION_COST = 32;
/** To say what is wrong, also once more. */
const TELLING_COST = 64;
const DEPTH_LIMIT = 300;
/** Longer values are modified anew. */
const KNOWN_LENGTH = 10_000;
/** The largest of OpenBSD's ports takes a fifth of it. */
const LINES_LIMIT = 100_000;

export class Scope {
  readonly table = new VariableTable();
  readonly #poisons = new Poisons();
  readonly #problems = new Problems();
  /** What is read now, for what goes wrong in it. */
  where: Span | undefined;
  /** The variable that is not set and so made the last condition malformed. */
  undefinedOperand: string | undefined;
  /** Reading goes no further once this is true, and what is asked for after it is empty. */
  isStopped = false;
  /** Who is told of all that is set, and who of all that is asked: the same, but while a condition is glanced at. */
  #recorder: Recorder | undefined;
  #listener: Listener | undefined;
  #spent = 0;
  /** The part of it for what was put off: it is read once, whoever asks. */
  #spentAside = 0;
  /** Those that are being expanded, each in the value of the one before. */
  #inUse: Variable[] = [];
  /** Of values, names and modifiers' arguments in each other. */
  #depth = 0;
  #lines = 0;
  #said = 0;
  readonly fixed = new Set<string>();
  readonly #outputs: CommandOutputs;
  readonly #surroundings: Readonly<Record<Mode, Surroundings>>;

  constructor({ environment, answer }: Pick<MakeRequest, "environment" | "answer">) {
    // sys.mk says `CC ?= cc`, so the environment goes before it; but the shell is the system's own.
    for (const [name, text] of Object.entries(environment)) {
      if (name !== "SHELL") this.table.set(name, fresh(text, "environment", undefined));
    }
    this.#outputs = new CommandOutputs(answer);
    const surroundings = (mode: Mode): Surroundings => ({
      argument: (template) => this.argument(template, mode),
      run: (command) => this.output(command),
      complain: (message) => this.complain("openbsd/modifier", message),
    });
    this.#surroundings = { drop: surroundings("drop"), keep: surroundings("keep") };
  }

  get problems(): readonly Diagnostic[] {
    return this.#problems.all;
  }

  get unanswered(): readonly ShellCommand[] {
    return this.#outputs.missing;
  }

  /** In the end, when nothing is read any more. */
  find(name: string): Variable | undefined {
    return this.table.get(name);
  }

  /** Where the variable that is referred to was set last, if a file did it. */
  placeOf({ name }: Reference): Span | undefined {
    return typeof name === "string" ? this.table.get(name)?.span : undefined;
  }

  isDefined(name: string): boolean {
    this.#complainOfPoison(this.#poisons.offenceOf("referenced", name));
    const variable = this.table.get(name);
    this.#listener?.ask(name, variable);
    return variable !== undefined;
  }

  /** Before anything is read. */
  define(name: string, text: string): void {
    this.table.set(name, fresh(text, "make", undefined));
  }

  /** Whatever is read: as on make's command line. */
  fix(name: string, text: string): void {
    this.table.set(name, fresh(text, "make", undefined));
    this.fixed.add(name);
  }

  /** The list of the files that were read. */
  appendRead(path: string): void {
    const list = this.table.get("MAKEFILE_LIST")?.text;
    this.table.set("MAKEFILE_LIST", fresh(list === undefined ? path : `${list} ${path}`, "make", undefined));
  }

  /** The value just set is a command; it stands for its output when somebody asks. */
  defer(name: string): void {
    const variable = this.table.get(name);
    this.spoil();
    if (variable?.origin === "file") this.table.set(name, { ...variable, isCommand: true });
  }

  poison(name: string, poison: Poison): void {
    this.spoil();
    this.#complainOfPoison(this.#poisons.add(name, { poison, variable: this.table.get(name) }));
  }

  /** As if these variables were not there. */
  hiding<T>(names: readonly string[], action: () => T): T {
    if (!this.#hasAny(names)) return action();
    this.spoil();
    return this.table.without(names, action);
  }

  #hasAny(names: readonly string[]): boolean {
    let isThere = false;
    for (const name of names) {
      const variable = this.table.get(name);
      this.#listener?.ask(name, variable);
      isThere ||= variable !== undefined;
    }
    return isThere;
  }

  /** `template` is what `text` reads as, if that is known. */
  set(name: string, assigned: Assigned): void {
    this.put(name, variableOf(assigned));
  }

  append(name: string, assigned: Assigned): void {
    const before = this.table.known(name);
    const result = before?.awaits ? appendedLater(before, assigned) : appended(before, assigned);
    if (!this.#mayPut(name, result)) return;
    this.#recorder?.append(name, assigned, { before, result });
    this.table.set(name, result);
  }

  /** As `set`; the same `variable` may be put into several scopes, one after the other. */
  put(name: string, variable: Variable): void {
    if (!this.#mayPut(name, variable)) return;
    this.#recorder?.put(name, variable);
    this.table.set(name, variable);
  }

  /** Only when nothing has set it. */
  offer(name: string, variable: Variable): void {
    if (isDynamicName(name) || !this.#poisons.areNone || variable.text.length > VALUE_LIMIT) {
      if (!this.isDefined(name)) this.put(name, variable);
      return;
    }
    this.#recorder?.offer(name, variable, this.table.known(name));
    this.table.offer(name, variable);
  }

  #mayPut(name: string, variable: Variable): boolean {
    if (this.fixed.size > 0 && this.fixed.has(name)) {
      // Where it is not fixed, the same line does something.
      this.spoil();
      return false;
    }
    if (isDynamicName(name)) {
      this.complain("openbsd/dynamic-variable", `${quoted(`$${name}`)} belongs to the target that is made`);
      return false;
    }
    if (!this.#poisons.areNone) this.#complainOfPoison(this.#poisons.offenceOf("set", name));
    const { text, awaits } = variable;
    if ((awaits ? lengthBehind(variable) : text.length) <= VALUE_LIMIT) return true;
    this.stop("openbsd/too-much", "a value is longer than 4 MiB", "look for a value that doubles");
    return false;
  }

  remove(name: string): void {
    if (this.fixed.has(name)) {
      this.spoil();
      return;
    }
    this.#recorder?.remove(name);
    this.table.remove(name);
  }

  /**
   * What `action` gives, if that is all that comes of it and it looks at nothing that was changed `before`. `charged`: it
   * need not be done again; otherwise it has cost nothing.
   */
  glance<T>(before: Before, cost: "charged" | "free", action: () => T): T | undefined {
    const [listener, spent, spentAside] = [this.#listener, this.#spent, this.#spentAside];
    const glance = new Glance(before);
    this.#listener = glance;
    const result = action();
    this.#listener = listener;
    if (cost === "free" || glance.isSpoiled) this.#spent = spent + this.#spentAside - spentAside;
    return glance.isSpoiled ? undefined : result;
  }

  get recorder(): Recorder | undefined {
    return this.#recorder;
  }

  get listener(): Listener | undefined {
    return this.#listener;
  }

  /** What happens now can't be done again without reading. */
  spoil(): void {
    this.#listener?.spoil();
  }

  record(recorder: Recorder | undefined): void {
    this.#recorder = recorder;
    this.#listener = recorder;
  }

  /** Nobody is told of what `action` asks and sets. */
  unheard<T>(action: () => T): T {
    const [recorder, listener] = [this.#recorder, this.#listener];
    this.record(undefined);
    const result = action();
    this.#recorder = recorder;
    this.#listener = listener;
    return result;
  }

  /** `action` reads what was put off, at earlier moments, whatever is being asked for now. */
  aside(action: () => void): void {
    const { where, undefinedOperand, table } = this;
    const inUse = this.#inUse;
    for (const variable of inUse) variable.isInUse = false;
    this.#inUse = [];
    const [spent, spentAside] = [this.#spent, this.#spentAside];
    this.unheard(() => table.lookBack(action));
    this.#spentAside = spentAside + this.#spent - spent;
    this.#inUse = inUse;
    for (const variable of inUse) variable.isInUse = true;
    this.where = where;
    this.undefinedOperand = undefinedOperand;
  }

  /** How often something was told, or a command asked for. */
  get said(): number {
    return this.#said;
  }

  countLines(lines: number): void {
    this.#lines += lines;
    if (this.#lines <= LINES_LIMIT) return;
    this.stop("openbsd/too-much", `more than ${LINES_LIMIT} lines are read`, "look for a loop over loops");
  }

  get lines(): number {
    return this.#lines;
  }

  /** So far, of what values may add up to. */
  get spent(): number {
    return this.#spent;
  }

  /** Whether only the variables and what is in them decide what comes of a line. */
  get isOrderly(): boolean {
    return this.#poisons.areNone && !this.isStopped;
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
    if (this.#isTooDeep()) return "";
    let text = "";
    this.#depth += 1;
    for (const part of template) text += typeof part === "string" ? part : (this.value(part, mode) ?? "");
    this.#depth -= 1;
    return this.#bounded(text);
  }

  expandText(text: string, mode: Mode): string {
    if (!text.includes("$")) return text;
    this.spend(PARSE_COST * text.length);
    return this.expand(parseTemplate(text), mode);
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
      const message = `the variable specification ${quoted(reference.raw)} is not closed`;
      this.complain("openbsd/unclosed", message, "close it with a brace");
      return undefined;
    }
    if (reference.isDynamic) return reference.raw;
    const name = typeof reference.name === "string" ? reference.name : this.argument(reference.name, mode);
    const value = this.valueOf(name, mode);
    if (reference.fault === "unknown-modifier") {
      this.doubt("openbsd/modifier", `${quoted(reference.raw)} has a modifier that make does not know`);
      return undefined;
    }
    return value === undefined || reference.modifiers.length === 0
      ? value
      : this.#modifiedAs(reference, value, mode);
  }

  #modifiedAs(reference: Reference, value: string, mode: Mode): string | undefined {
    const { known } = reference;
    if (known?.value === value) {
      this.spend(known.spent);
      return known.result;
    }
    const [before, said] = [this.#spent, this.#said];
    let result: string | undefined = value;
    for (const modifier of reference.modifiers) {
      if (result === undefined) break;
      result = this.modified(modifier, result, mode);
    }
    if (reference.isPlain && this.#said === said && !this.isStopped && value.length <= KNOWN_LENGTH)
      reference.known = { value, result, spent: this.#spent - before };
    return result;
  }

  modified(modifier: Modifier, value: string, mode: Mode): string | undefined {
    this.spend(costOf(modifier) * value.length);
    const result = applyModifier(modifier, value, this.#surroundings[mode]);
    return result === undefined ? undefined : this.#bounded(result);
  }

  valueOf(name: string, mode: Mode): string | undefined {
    let variable = this.table.get(name);
    this.#listener?.read(name, variable);
    if (!this.#poisons.areNone) this.#complainOfPoison(this.#poisons.faultOf(name, variable));
    if (variable === undefined) return name === ".VARIABLES" ? this.#names() : undefined;
    if (variable.isCommand) {
      const outer = this.where;
      this.where = variable.span ?? outer;
      variable = { ...variable, text: this.output(variable.text), template: undefined, isCommand: false };
      this.where = outer;
      this.table.set(name, variable);
    }
    // What waited was not measured before.
    if (variable.text.length > VALUE_LIMIT) return this.#bounded(variable.text);
    variable.template ??= parseTemplate(variable.text);
    const { template } = variable;
    if (template.length === 0) return "";
    const [first] = template;
    if (template.length === 1 && typeof first === "string") return first;
    if (variable.isInUse) {
      const help = "take the loop apart: a value is looked up when it is used, so that `:=` may serve";
      this.stop("openbsd/recursive", `variable ${quoted(name)} is recursive`, help);
      return "";
    }
    // Who listens wants to hear of all that is in it.
    if (mode === "keep" || this.#listener || !this.isOrderly) {
      return this.#expandedValue(variable, template, mode);
    }
    const { known } = variable;
    if (known?.era === this.table.era) {
      this.spend(known.spent);
      return known.value;
    }
    const [before, said] = [this.#spent, this.#said];
    const value = this.#expandedValue(variable, template, mode);
    if (this.#said === said) variable.known = { era: this.table.era, value, spent: this.#spent - before };
    return value;
  }

  /** Whatever is set by now, sorted: make's own order is that of a table of hashes. */
  #names(): string {
    this.spoil();
    const names = this.table.all().map(([name]) => name);
    return this.#bounded(names.sort().join(" "));
  }

  #expandedValue(variable: Variable, template: Template, mode: Mode): string {
    const outer = this.where;
    this.where = variable.span ?? outer;
    if (this.#isTooDeep()) return "";
    // Values that double to nothing would never end either.
    this.spend(EXPANSION_COST);
    variable.isInUse = true;
    this.#inUse.push(variable);
    this.#depth += 1;
    const value = this.expand(template, mode);
    this.#depth -= 1;
    this.#inUse.pop();
    variable.isInUse = false;
    this.where = outer;
    return value;
  }

  #complainOfPoison(message: string | undefined): void {
    if (message !== undefined) this.complain("openbsd/poison", message);
  }

  /** What a command prints. */
  output(command: string): string {
    this.spoil();
    this.#said += 1;
    return this.#outputs.of(command, this.where);
  }

  /** Something that makes the reading worthless, though more may be found. */
  complain(code: Diagnostic["code"], message: string, help?: string): void {
    this.spend(TELLING_COST * message.length);
    this.#tell("error", code, message, help);
  }

  /** Something that make mentions and goes on. */
  doubt(code: Diagnostic["code"], message: string): void {
    this.spend(TELLING_COST * message.length);
    this.#tell("warning", code, message);
  }

  stop(code: Diagnostic["code"], message: string, help?: string): void {
    this.spoil();
    if (this.#listener instanceof Glance) return;
    if (!this.isStopped) this.#tell("error", code, message, help);
    this.isStopped = true;
  }

  #tell(severity: Diagnostic["severity"], code: Diagnostic["code"], message: string, help?: string): void {
    this.spoil();
    this.#said += 1;
    if (this.#listener instanceof Glance) return;
    const problem = { severity, code, message, ...(help ? { help } : {}) };
    if (!this.#problems.add(problem, this.where)) this.isStopped = true;
  }

  #isTooDeep(): boolean {
    if (this.#depth < DEPTH_LIMIT) return false;
    const help = "look for a value that names the next one, and so on";
    this.stop("openbsd/too-much", `variables are nested more than ${DEPTH_LIMIT} deep`, help);
    return true;
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
