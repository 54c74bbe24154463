// Reads a Makefile as OpenBSD make does: line by line, in order, through conditions, loops and includes. Runs nothing.

import { quoted, type Span, unreachable } from "../../report.ts";
import { Branches, isBranch } from "./branches.ts";
import type { Evaluation, MakeRequest, Wanted } from "./evaluation.ts";
import { folderOf, includedPath, includeHelp } from "./includes.ts";
import { type Line, type LoopBody, ownScriptOf, type Script, scriptOf } from "./lines.ts";
import { filledGap, fillLoop, loopAdditions, loopParts } from "./loops.ts";
import { PutOff } from "./put-off.ts";
import { Replay } from "./replay.ts";
import { Scope } from "./scope.ts";
import { type Assignment, assignedNames, loopWord, type Statement } from "./statements.ts";
import { hasMore, outerOf, type Stream } from "./stream.ts";
import type { Rule, RuleStep } from "./stretches.ts";
import { Targets } from "./targets.ts";
import type { Template } from "./template.ts";
import { type Variable, variableOf } from "./variable.ts";
import { wordsOf } from "./words.ts";

/** All that the files say, or as much as could be read; `problems()` tells what was wrong. */
export function evaluateMakefile(request: MakeRequest, wanted: Wanted = "everything"): Evaluation {
  const reading = new Reading(request, wanted);
  reading.run();
  return reading.evaluation();
}

const FILE_NAME = "name a file, or remove the line";

const END_RULE: RuleStep = { kind: "end-rule" };

const INCLUDES_LIMIT = 100;
const LOOPS_LIMIT = 100;
const FILE_LIMIT = 4 * 1024 * 1024 - 1;

/** One for each name, since a variable knows whether it is in use. */
function variableAt(line: Line, { name, text }: Assignment): Variable {
  if (line.variable && typeof name === "string") return line.variable;
  line.variable = variableOf({ text, span: line.span });
  return line.variable;
}

class Reading {
  readonly #request: MakeRequest;
  /** The port's, with the slash. */
  readonly #folder: string;
  readonly #scope: Scope;
  readonly #targets: Targets;
  readonly #streams: Stream[] = [];
  /** Of the port itself: its Makefile, what that includes from its own folder, and what its subfolders share. */
  readonly #ownTexts = new Set<string>();
  /** Names that those assign where they were read, also computed ones, with their places. */
  readonly #own = new Map<string, Span[]>();
  readonly #branches: Branches;
  readonly #replay: Replay;
  readonly #putOff: PutOff;

  constructor(request: MakeRequest, wanted: Wanted) {
    this.#request = request;
    this.#folder = `${folderOf(request.makefile)}/`;
    this.#scope = new Scope(request);
    this.#targets = new Targets(this.#scope);
    this.#branches = new Branches(this.#scope, {
      exists: (name) => this.#exists(name),
      make: () => false,
      target: (name) => this.#isTarget(name),
      commands: (name) => {
        this.#scope.spoil();
        this.#putOff.settleRules();
        return this.#targets.hasCommands(name);
      },
    });
    this.#putOff = new PutOff(wanted, {
      scope: this.#scope,
      targets: this.#targets,
      branches: this.#branches,
      streams: this.#streams,
      readOn: (stream) => this.#readOn(stream),
    });
    this.#replay = new Replay({
      wanted,
      scope: this.#scope,
      branches: this.#branches,
      isTarget: (name) => this.#putOff.isTarget(name),
      say: (step) => this.#putOff.say(step),
      isPutOff: (line, stream) => this.#putOff.isPutOff(line, stream),
    });
  }

  run(): void {
    const { variables, fixed = {} } = this.#request;
    for (const [name, text] of Object.entries(variables)) this.#scope.define(name, text);
    for (const [name, text] of Object.entries(fixed)) this.#scope.fix(name, text);
    const { makefile } = this.#request;
    if (!this.#open(makefile, "own")) {
      this.#scope.stop("openbsd/missing-makefile", `there is no file ${quoted(makefile)}`);
    }
    while (!this.#scope.isStopped) {
      const stream = this.#streams.at(-1);
      if (!stream) break;
      if (this.#replay.takes(stream) || this.#putOff.puts(stream)) continue;
      this.#readOn(stream);
    }
    this.#scope.record(undefined);
    if (!this.#putOff.isWaiting) this.#targets.finishCommands();
    this.#branches.check();
    this.#scope.where = undefined;
  }

  #readOn(stream: Stream): void {
    if (stream.line) this.#execute(stream.line, stream);
    else if (!hasMore(stream)) this.#streams.pop();
  }

  evaluation(): Evaluation {
    const [scope, targets, own] = [this.#scope, this.#targets, this.#own];
    const texts = () => [...this.#ownTexts, this.#sharedText()];
    return {
      expand: (name) => scope.valueOf(name, "drop"),
      substitute: (text) => scope.expandText(text, "drop"),
      isDefined: (name) => scope.find(name) !== undefined,
      placeOf: (name) => scope.find(name)?.span,
      ownPlacesOf: (name) => own.get(name) ?? [],
      names: () => scope.table.all().flatMap(([name, { origin }]) => (origin === "file" ? [name] : [])),
      ownNames: () => {
        const written = texts().flatMap(assignedNames);
        return [...new Set([...written, ...own.keys()])].filter((name) => scope.find(name));
      },
      targets: () => {
        this.#putOff.settleRules();
        return targets.all;
      },
      isStopped: () => scope.isStopped,
      problems: () => scope.problems,
      unanswered: () => scope.unanswered,
    };
  }

  #sharedText(): string {
    const { files, makefile } = this.#request;
    return files.read(`${makefile}.inc`)?.text ?? "";
  }

  #open(path: string, kind: "own" | "included"): boolean {
    const source = this.#request.files.read(path);
    if (!source) return false;
    if (source.text.length >= FILE_LIMIT) {
      const help = "keep what is no makefile in files of its own";
      this.#scope.stop("openbsd/too-much", `${quoted(source.name)} is longer than 4 MiB`, help);
      return true;
    }
    if (this.#streams.filter(({ opens }) => opens === "file").length >= INCLUDES_LIMIT) {
      const help = "look for a file that includes itself";
      this.#scope.stop("openbsd/include", `files include each other more than ${INCLUDES_LIMIT} deep`, help);
      return true;
    }
    this.#scope.spoil();
    this.#scope.appendRead(path);
    const isOwn = kind === "own" || path.startsWith(this.#folder);
    const script = isOwn ? ownScriptOf(source) : scriptOf(source);
    if (isOwn) this.#ownTexts.add(source.text);
    const outer = outerOf(this.#streams.at(-1));
    const line = script.firstLine();
    this.#streams.push({ script, turns: [], turn: 0, path, opens: "file", isOwn, outer, line });
    return true;
  }

  #execute(line: Line, stream: Stream): void {
    this.#scope.countLines(1);
    if (this.#scope.isStopped) return;
    stream.line = stream.script.lineAfter(line);
    this.#scope.where = line.span;
    this.#executeStatement(line.statement, line, stream);
  }

  #executeStatement(statement: Statement, line: Line, stream: Stream): void {
    switch (statement.kind) {
      case "assignment":
        this.#endRule();
        this.#assign(statement, line, stream);
        break;
      case "if":
      case "elif":
      case "else":
      case "endif":
        if (this.#branches.at(statement, line.span) === "skip") this.#skip(line, stream);
        break;
      case "for":
        this.#loop(statement, line, stream);
        break;
      case "include": {
        const name = this.#scope.expand(statement.name, "drop");
        this.#include(name, { way: statement.way, absent: "fault" }, stream);
        break;
      }
      case "include-list": {
        const names = wordsOf(this.#scope.expand(statement.names, "drop"));
        if (names.length === 0)
          this.#scope.complain("openbsd/syntax", "filename missing from an include", FILE_NAME);
        // The first is read first, so it is opened last.
        for (const name of names.toReversed())
          this.#include(name, { way: "system", absent: statement.absent }, stream);
        break;
      }
      case "undef":
        this.#scope.remove(statement.name);
        break;
      case "poison":
        // What was put off is read without it.
        this.#putOff.settleAll();
        this.#scope.poison(statement.name, statement.poison);
        break;
      case "command":
        this.#addCommands(line, stream);
        break;
      case "rule":
        this.#addRule(statement, line.span);
        if (stream.line?.statement.kind === "command") this.#addCommands(line, stream);
        break;
      case "faulty":
        this.#scope.complain("openbsd/syntax", statement.message);
        break;
      default:
        unreachable(statement);
    }
  }

  #endRule(): void {
    this.#scope.recorder?.endRule();
    this.#putOff.say(END_RULE);
  }

  #addCommands(line: Line, stream: Stream): void {
    const { commands, behind } = stream.script.commandsAt(line);
    this.#scope.countLines(commands.length);
    this.#scope.recorder?.commands(commands);
    this.#putOff.say({ kind: "commands", commands });
    stream.line = behind;
  }

  /** Its head is expanded anew when the stretch is gone again: many name the port's own folders. */
  #addRule(rule: Rule, span: Span): void {
    const scope = this.#scope;
    const { recorder, spent } = scope;
    scope.unheard(() => this.#putOff.say({ kind: "rule", rule, span }));
    if (!recorder) return;
    recorder.rule(rule, span);
    recorder.spentAgain += scope.spent - spent;
  }

  #isTarget(name: string): boolean {
    const answer = this.#putOff.isTarget(name);
    this.#scope.listener?.askTarget(name, answer);
    return answer;
  }

  /* Assignments. */

  #assign(statement: Assignment, line: Line, { isOwn }: Stream): void {
    const scope = this.#scope;
    const { span } = line;
    const name = typeof statement.name === "string" ? statement.name : scope.argument(statement.name, "drop");
    if (isOwn) this.#noteOwn(name, span);
    if (statement.value === "lazy" && statement.append === "replace") {
      const variable = variableAt(line, statement);
      if (statement.when === "optional") scope.offer(name, variable);
      else scope.put(name, variable);
      return;
    }
    if (statement.when === "optional" && scope.isDefined(name)) return;
    const assigned = this.#assigned(statement, name, span);
    if (statement.append === "append") scope.append(name, assigned);
    else scope.set(name, assigned);
    if (statement.value === "deferred") scope.defer(name);
  }

  #noteOwn(name: string, span: Span): void {
    const places = this.#own.get(name);
    if (places) places.push(span);
    else this.#own.set(name, [span]);
  }

  #assigned({ value, text, template }: Assignment, name: string, span: Span) {
    const scope = this.#scope;
    switch (value) {
      case "lazy":
        return { text, span };
      case "expanded": {
        // Set first, or the value could not refer to itself.
        if (!scope.isDefined(name)) scope.set(name, { text: "", template: [], span });
        return { text: scope.expand(template, "keep"), span };
      }
      case "output":
        return { text: scope.output(scope.expand(template, "drop")), span };
      case "expanded-output":
        return { text: scope.expandText(scope.output(scope.expand(template, "drop")), "keep"), span };
      case "deferred":
        return { text: scope.expand(template, "drop"), span };
      default:
        return unreachable(value);
    }
  }

  /** To the line that ends the skipped part, or to the end of the text. */
  #skip(from: Line, stream: Stream): void {
    const { script } = stream;
    let [last, isSkipped] = [from, true];
    while (isSkipped && !this.#scope.isStopped) {
      // What an included file left open is counted line by line.
      const known = this.#branches.isNested ? undefined : script.branchAfter(last);
      const line = known ?? script.conditionalAt(last.next);
      stream.line = line && script.lineAfter(line);
      if (!line) return;
      last = line;
      this.#scope.where = line.span;
      isSkipped = !isBranch(line.statement) || this.#branches.at(line.statement, line.span) === "skip";
    }
  }

  #exists(name: string): boolean {
    this.#scope.listener?.askFile();
    return this.#request.files.exists(name.startsWith("/") ? name : this.#folder + name);
  }

  /* Loops and includes. */

  #loop({ names, list }: Extract<Statement, { kind: "for" }>, { next }: Line, stream: Stream): void {
    const scope = this.#scope;
    const body = stream.script.bodyAt(next);
    if (!body) {
      scope.stop("openbsd/loop", "unexpected end of file in `.for` loop", "end it with `.endfor`");
      return;
    }
    if (body.depth > LOOPS_LIMIT) {
      const help = "look for a loop that nothing ends";
      scope.stop("openbsd/too-much", `loops are nested more than ${LOOPS_LIMIT} deep`, help);
      return;
    }
    const text = scope.hiding(names, () => scope.expand(list, "drop"));
    stream.line = stream.script.lineAfter(body);
    if (!stream.isOwn && this.#addsAll(body, names, text)) return;
    const known = body.lists.get(text);
    if (known) scope.spend(body.text.length * known.length);
    const turns = known ?? this.#turns(body, names, { list, text });
    const [script] = turns;
    if (!script) return;
    const line = script.firstLine();
    const { path, isOwn } = stream;
    const outer = outerOf(stream);
    this.#streams.push({ script, turns, turn: 0, path, opens: "turn", isOwn, outer, line });
  }

  /** Whether all that the loop does was done at once. */
  #addsAll(body: LoopBody, [variable = "", ...others]: readonly string[], list: string): boolean {
    const addition = others.length === 0 ? body.additionFor(variable) : undefined;
    if (!addition) return false;
    const scope = this.#scope;
    const words = wordsOf(list).map(loopWord);
    if (words.length === 0) return true;
    scope.spend(body.text.length * words.length);
    const text = loopAdditions(addition, words, scope);
    if (text === undefined) return false;
    const { name, span } = addition;
    scope.countLines(words.length);
    scope.where = span;
    this.#endRule();
    scope.append(name, { text, span });
    return true;
  }

  #turns(
    body: LoopBody,
    names: readonly string[],
    { list, text }: { readonly list: Template; readonly text: string },
  ): readonly Script[] {
    const scope = this.#scope;
    const words = wordsOf(text).map(loopWord);
    if (words.length % names.length !== 0) {
      const message = `wrong number of words in \`.for\` loop: ${words.length} for ${names.length} variables`;
      // The loop may be any module's, but the list is somebody's own.
      const place = list.map((part) => (typeof part === "string" ? undefined : scope.placeOf(part)));
      scope.where = place.find((span) => span !== undefined) ?? scope.where;
      scope.complain("openbsd/loop", message, `its list goes by ${names.length} words: add what is missing`);
      return [];
    }
    const turns: Script[] = [];
    const guard = names.length === 1 ? body.guardFor(names[0] ?? "") : undefined;
    const { said } = scope;
    let isPlain = !text.includes("$");
    for (let at = 0; at < words.length && !scope.isStopped; at += names.length) {
      if (guard && filledGap(guard, words[at] ?? "", scope) === "") continue;
      const turn = this.#turn(body, names, words.slice(at, at + names.length));
      if (!turn.script.isIdle) turns.push(turn.script);
      isPlain &&= turn.isPlain;
    }
    if (isPlain && scope.said === said && !scope.isStopped) body.lists.offer(text, turns);
    return turns;
  }

  /** `isPlain`: the same words make the same of it. */
  #turn(body: LoopBody, names: readonly string[], words: readonly string[]) {
    const all = words.length === 1 ? (words[0] ?? "") : words.join("\n");
    this.#scope.spend(body.text.length);
    const known = body.known(all);
    if (known) return { script: known, isPlain: true };
    let { text } = body;
    let isPlain = !all.includes("$");
    // From the last to the first, as make does: a word may bring a variable that comes before its own.
    for (let index = names.length - 1; index >= 0; index -= 1) {
      const name = names[index] ?? "";
      const parts = names.length === 1 ? body.partsFor(name) : loopParts(text, name);
      const filled = fillLoop(parts, words[index] ?? "", this.#scope);
      text = filled.text;
      isPlain = isPlain && filled.dependsOn === "words";
    }
    return { script: body.turn(text, isPlain ? all : undefined), isPlain };
  }

  #include(
    name: string,
    { way, absent }: { readonly way: "system" | "quoted"; readonly absent: "fault" | "passed-over" },
    stream: Stream,
  ): void {
    const { files, makefile } = this.#request;
    const path = includedPath({ name, way, from: stream.path, makefile }, files);
    if (path !== undefined && this.#open(path, "included")) return;
    if (absent === "fault") {
      this.#scope.stop("openbsd/include", `could not find ${quoted(name)}`, includeHelp(name, way));
    }
  }
}
