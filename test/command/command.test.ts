import { expect, test } from "vitest";
import { oneOf, parseArguments, splitWords, type Verb } from "../../src/command/command.ts";
import { failureDiagnostic } from "../../src/command/failure.ts";
import { type Screen, terminalSink } from "../../src/command/terminal.ts";
import { WorldFailure } from "../../src/host/host.ts";
import type { Event } from "../../src/report.ts";
import { never, rendered } from "../support.ts";

const words: readonly { name: string; text: string; expected: readonly string[] | string }[] = [
  { name: "blanks separate", text: "  --a  --b=c\t-d ", expected: ["--a", "--b=c", "-d"] },
  { name: "single quotes keep all", text: `'a "b" \\c'`, expected: [`a "b" \\c`] },
  { name: "double quotes obey four escapes", text: `"a\\"b\\\\c\\$d\\e"`, expected: [`a"b\\c$d\\e`] },
  { name: "parts of a word join", text: `--cflags="-O2 -g"' -x'\\ y`, expected: ["--cflags=-O2 -g -x y"] },
  { name: "an empty word", text: `a '' ""`, expected: ["a", "", ""] },
  { name: "nothing is expanded", text: "$HOME `id` *", expected: ["$HOME", "`id`", "*"] },
  { name: "nothing at all", text: "   ", expected: [] },
  {
    name: "an open quote",
    text: `a "b c`,
    expected: 'error[usage/value]: `--x` ends inside a quote or after a backslash: `"b c`',
  },
  {
    name: "a last backslash",
    text: "a\\",
    expected: "error[usage/value]: `--x` ends inside a quote or after a backslash: `\\`",
  },
];
for (const { name, text, expected } of words) {
  test(`splitWords: ${name}`, () => {
    const split = splitWords("`--x`", text);
    if (typeof expected === "string")
      expect(split.ok ? split.value : rendered(split.error)).toContain(expected);
    else expect(split).toEqual({ ok: true, value: expected });
  });
}

const verb: Verb = {
  usage: "try FILE [--base B]",
  options: {
    base: { type: "string", help: "which" },
    keep: { type: "boolean", help: "what" },
    file: { type: "string", multiple: true, help: "more" },
  },
  positionals: { least: 1, most: 2 },
  run: async () => ({ diagnostics: [] }),
};

const usages: readonly { name: string; argv: readonly string[]; message: string }[] = [
  {
    name: "nothing",
    argv: [],
    message:
      "error[usage/arguments]: `try` takes 1 to 2 arguments, found none\n  = help: tarwright try FILE [--base B]\n",
  },
  {
    name: "too much",
    argv: ["a", "b", "c"],
    message:
      "error[usage/arguments]: `try` takes 1 to 2 arguments, found `a` `b` `c`\n  = help: tarwright try FILE [--base B]\n",
  },
  {
    name: "a misspelt option",
    argv: ["a", "--bsae", "x"],
    message:
      "error[usage/unknown-option]: `--bsae` is not an option of `try`\n  = help: did you mean `--base`?\n",
  },
  {
    name: "an unknown option",
    argv: ["a", "--frobnicate"],
    message:
      "error[usage/unknown-option]: `--frobnicate` is not an option of `try`\n  = help: tarwright try FILE [--base B]\n",
  },
  {
    name: "a missing value",
    argv: ["a", "--base"],
    message: "error[usage/option]: `--base` needs a value\n  = help: tarwright try FILE [--base B]\n",
  },
  {
    name: "an option in place of a value",
    argv: ["a", "--base", "--keep"],
    message: "error[usage/option]: `--base` needs a value\n  = help: tarwright try FILE [--base B]\n",
  },
  {
    name: "a value too many",
    argv: ["a", "--keep=yes"],
    message: "error[usage/option]: `--keep` takes no value\n  = help: tarwright try FILE [--base B]\n",
  },
];
for (const { name, argv, message } of usages) {
  test(`parseArguments: ${name} is wrong usage`, () => {
    const parsed = parseArguments("try", verb, argv);
    expect(parsed.ok ? parsed.value : rendered(parsed.error)).toBe(message);
  });
}

const dashed: readonly { name: string; argv: readonly string[]; base: string | undefined }[] = [
  { name: "a value may begin with a dash", argv: ["a", "--base", "--disable-nls"], base: "--disable-nls" },
  { name: "a lone dash is a value", argv: ["a", "--base", "-"], base: "-" },
  { name: "after `--` nothing is an option", argv: ["--", "--base"], base: undefined },
];
for (const { name, argv, base } of dashed) {
  test(`parseArguments: ${name}`, () => {
    const parsed = parseArguments("try", verb, argv);
    expect(parsed.ok ? parsed.value.text("base") : rendered(parsed.error)).toBe(base);
  });
}

test("parseArguments: the last value counts, repeated ones are all there, the rest is positional", () => {
  const parsed = parseArguments("try", verb, [
    "a",
    "--base",
    "x",
    "--base=y",
    "--file",
    "1",
    "--file",
    "2",
    "--",
    "--b",
  ]);
  if (!parsed.ok) throw new Error(rendered(parsed.error));
  const { positionals, text, texts, has } = parsed.value;
  expect([positionals, text("base"), texts("file"), has("keep"), text("keep")]).toEqual([
    ["a", "--b"],
    "y",
    ["1", "2"],
    false,
    undefined,
  ]);
});

const choices: readonly { name: string; text: string; help: string }[] = [
  { name: "names the nearest", text: "vendro", help: "did you mean `vendor`?" },
  { name: "or all that is allowed", text: "opt", help: "choose one of `vendor`, `programs`" },
];
for (const { name, text, help } of choices) {
  test(`oneOf: ${name}`, () => {
    const read = oneOf("`--layout`", text, ["vendor", "programs"]);
    expect(read.ok ? read.value : rendered(read.error)).toBe(
      `error[usage/value]: \`--layout\` can't be \`${text}\`\n  = help: ${help}\n`,
    );
  });
}

test("failureDiagnostic: a full disk is told with its mend", () => {
  const failure = new WorldFailure({
    code: "ENOSPC",
    path: "/out/a",
    message: "ENOSPC: no space left on device",
  });
  const told = failureDiagnostic(failure, never);
  expect(told && rendered([told])).toBe(
    "error[host/file]: `/out/a`: no space is left on the device\n" +
      "  = help: free some space, or choose another disk (`XDG_CACHE_HOME`, `TMPDIR`, `--out`)\n",
  );
});

test("failureDiagnostic: a bug stays a bug, also while cancelling", () => {
  const cancelled = AbortSignal.abort();
  expect(failureDiagnostic(new TypeError("undefined is not a function"), never)).toBeUndefined();
  expect(failureDiagnostic(new TypeError("undefined is not a function"), cancelled)).toBeUndefined();
  expect(failureDiagnostic(cancelled.reason, cancelled)?.code).toBe("run/cancelled");
});

const bytes = (text: string) => new TextEncoder().encode(text);
const fetched = (done: number, total: number): Event => ({
  kind: "progress",
  what: "a.tar",
  done,
  total,
  unit: "bytes",
});
const screens: readonly {
  name: string;
  kind: Screen["kind"];
  events: readonly Event[];
  shown: string;
  /** Between two events. */
  passedMs?: number;
}[] = [
  {
    name: "a heading starts a line of its own",
    kind: "plain",
    events: [
      { kind: "output", chunk: bytes("half a line") },
      { kind: "phase-started", job: "j", phase: "build" },
    ],
    shown: "half a line\n==> build\n",
  },
  {
    name: "a build log can't steer a terminal",
    kind: "terminal",
    events: [{ kind: "output", chunk: bytes("\u001b]0;owned\u0007ok\r\u001b[2J\ttab\u009b1m\n") }],
    shown: "?]0;owned?ok??[2J\ttab\u009b1m\n",
  },
  {
    name: "a log that is no terminal is kept as it is",
    kind: "plain",
    events: [{ kind: "output", chunk: bytes("\u001b[1mok\u001b[0m\n") }],
    shown: "\u001b[1mok\u001b[0m\n",
  },
  {
    name: "progress without a terminal: a line each quarter",
    kind: "plain",
    events: [0, 10, 20, 30, 50, 90, 100].map((done) => fetched(done * 1e6, 1e8)),
    shown:
      "a.tar: 0.0 MB of 100.0 MB\na.tar: 30.0 MB of 100.0 MB\na.tar: 50.0 MB of 100.0 MB\na.tar: 90.0 MB of 100.0 MB\na.tar: 100.0 MB of 100.0 MB\n",
  },
  {
    name: "progress on a terminal: one line, calm, gone before the next",
    kind: "terminal",
    events: [fetched(0, 1e8), fetched(5e7, 1e8), fetched(1e8, 1e8), { kind: "note", message: "done" }],
    shown: "a.tar: 0.0 MB of 100.0 MB\r\u001b[Ka.tar: 100.0 MB of 100.0 MB\r\u001b[Kdone\n",
  },
  {
    name: "bytes of files, with the time that is left at this speed",
    kind: "terminal",
    passedMs: 10_000,
    events: [0, 10e6, 40e6].map((done, index) => ({
      kind: "progress",
      what: "uploading",
      done,
      total: 40e6,
      unit: "bytes",
      files: { done: index, total: 2 },
    })),
    shown:
      "uploading: 0 of 2 files, 0.0 MB of 40.0 MB" +
      "\r\u001b[Kuploading: 1 of 2 files, 10.0 MB of 40.0 MB, 30 s left" +
      "\r\u001b[Kuploading: 2 of 2 files, 40.0 MB of 40.0 MB",
  },
];
for (const { name, kind, events, shown, passedMs = 0 } of screens) {
  test(`terminalSink: ${name}`, () => {
    const written: Buffer[] = [];
    let time = 0;
    const report = terminalSink({
      write: (text) => void written.push(Buffer.from(text)),
      kind,
      color: "never",
      now: () => time,
    });
    for (const event of events) {
      report(event);
      time += passedMs;
    }
    expect(Buffer.concat(written).toString()).toBe(shown);
  });
}
