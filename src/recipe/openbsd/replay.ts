// Reads on where nothing new would be learned: a stretch that was read for another port, and asks for what is the same in
// this one, does again what it did then.

import type { Branches } from "./branches.ts";
import type { Wanted } from "./evaluation.ts";
import type { Line } from "./lines.ts";
import type { Scope } from "./scope.ts";
import type { Stream } from "./stream.ts";
import {
  distrust,
  type Present,
  Recorder,
  type RuleStep,
  type Step,
  type Stretch,
  type Stretches,
  StretchesByReader,
} from "./stretches.ts";

type Parts = {
  readonly scope: Scope;
  readonly branches: Branches;
  readonly isTarget: (name: string) => boolean;
  /** Deals with what is said of rules. */
  readonly say: (step: RuleStep) => void;
  readonly wanted: Wanted;
  /** Whether the lines from here on are to be put off. */
  readonly isPutOff: (line: Line, stream: Stream) => boolean;
};

type Recording = {
  readonly recorder: Recorder;
  readonly stream: Stream;
  readonly stretches: Stretches;
  readonly begin: Line;
  /** Of open `.if`s: at the beginning, and where there were fewest. */
  readonly depth: number;
  least: number;
  readonly lines: number;
  readonly spent: number;
};

/** Stretches end at the same places, however a text is read: in parts of so many characters. */
const PART = 1500;

function partOf({ span }: Line): number {
  return Math.floor(span.start / PART);
}

/** No stretch of a person's makefile does as much. */
const STEPS_LIMIT = 5000;

export class Replay {
  readonly #parts: Parts;
  readonly #present: Present;
  #recording: Recording | undefined;

  constructor(parts: Parts) {
    const { scope, branches, isTarget } = parts;
    this.#parts = parts;
    const glance: Present["glance"] = (test, before) => branches.glance(test, before);
    this.#present = { table: scope.table, isTarget, fixed: scope.fixed, glance };
  }

  /** Whether the next lines are dealt with. Called before each line, since it also watches what the lines do. */
  takes(stream: Stream): boolean {
    this.#record(stream);
    return this.#goesAgain(stream);
  }

  /** Whether the next lines are dealt with, since they are known to do what they did before. */
  #goesAgain(stream: Stream): boolean {
    const { line } = stream;
    const { scope, branches, isPutOff } = this.#parts;
    if (!line || line.isReadAlways || stream.isOwn || stream.opens === "turn" || scope.recorder) return false;
    if (!scope.isOrderly || !branches.isReading || isPutOff(line, stream)) return false;
    line.stretches ??= new StretchesByReader();
    const stretches = line.stretches.of(this.#parts.wanted);
    const stretch = stretches.find(this.#present, branches.depth);
    if (stretch) this.#goAgain(stretch, stream);
    else this.#beginRecording(line, { stream, stretches });
    return stretch !== undefined;
  }

  #goAgain(stretch: Stretch, stream: Stream): void {
    for (const step of stretch.steps) {
      // The commands of a rule are taken with its head.
      if (this.#parts.scope.isStopped && step.kind !== "commands") return;
      this.#doAgain(step);
    }
    this.#parts.branches.change(stretch);
    this.#parts.scope.spend(stretch.spent);
    this.#parts.scope.countLines(stretch.lines);
    stream.line = stretch.next;
  }

  #doAgain(step: Step): void {
    const { scope } = this.#parts;
    switch (step.kind) {
      // What was put once is known to be in order, and is not fixed.
      case "put":
        scope.table.set(step.name, step.variable);
        break;
      case "offer":
        scope.table.offer(step.name, step.variable);
        break;
      case "append":
        scope.append(step.name, step.assigned);
        break;
      case "remove":
        scope.remove(step.name);
        break;
      default:
        this.#parts.say(step);
    }
  }

  #beginRecording(line: Line, place: Pick<Recording, "stream" | "stretches">): void {
    const recorder = new Recorder(line);
    this.#parts.scope.record(recorder);
    const depth = this.#parts.branches.depth;
    this.#recording = {
      ...place,
      recorder,
      begin: line,
      depth,
      least: depth,
      lines: this.#parts.scope.lines,
      spent: this.#parts.scope.spent,
    };
  }

  /** Follows the recording, if there is one, and ends it where it has to end. */
  #record(stream: Stream): void {
    const { recorder } = this.#parts.scope;
    const recording = this.#recording;
    if (!recorder || !recording) return;
    const { depth } = this.#parts.branches;
    recording.least = Math.min(recording.least, depth);
    if (recorder.isSpoiled || recorder.steps.length + recorder.inputs.length > STEPS_LIMIT) {
      distrust(recorder.line);
      this.#parts.scope.record(undefined);
      return;
    }
    if (stream !== recording.stream) return;
    const { line } = stream;
    if (line && !this.#isAtEnd(line, recording) && !this.#parts.isPutOff(line, stream)) {
      recorder.line = line;
      return;
    }
    this.#parts.scope.record(undefined);
    if (!this.#parts.branches.isReading) return;
    const way: Stretch = {
      depth: recording.depth,
      steps: recorder.steps,
      changed: recorder.changed,
      next: line,
      lines: this.#parts.scope.lines - recording.lines,
      spent: this.#parts.scope.spent - recording.spent - recorder.spentAgain,
      closed: recording.depth - recording.least,
      opened: this.#parts.branches.openAbove(recording.least),
    };
    recording.stretches.keep(way, recorder.inputs);
  }

  #isAtEnd(line: Line, { begin, depth }: Recording): boolean {
    if (line === begin) return false;
    if (line.isReadAlways || this.#parts.branches.depth < depth) return true;
    return this.#parts.branches.depth === depth && partOf(line) !== partOf(begin);
  }
}
