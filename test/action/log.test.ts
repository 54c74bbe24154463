import { expect, test } from "vitest";
import { runnerLog } from "../../src/action/log.ts";
import type { Diagnostic, Event } from "../../src/report.ts";

/** What a run with these events writes; colours are left out. */
function written(events: readonly Event[]): string {
  let text = "";
  const log = runnerLog({
    write: (chunk) => {
      text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("latin1");
    },
    token: "TOKEN",
    now: () => 0,
    workspace: "/repo",
    working: "/repo/sub",
  });
  for (const event of events) log.report(event);
  log.close();
  return text.replace(/\p{Cc}\[[0-9;]*m/gu, "");
}

const output = (text: string): Event => ({ kind: "output", chunk: Buffer.from(text, "latin1") });
const begin: Event = { kind: "phase-started", job: "a", phase: "build" };
const end: Event = { kind: "phase-finished", job: "a", phase: "build", outcome: "done", durationMs: 1 };
const mistake = (name: string): Diagnostic => ({
  severity: "error",
  code: "a/b",
  blame: "recipe",
  message: "wrong",
  span: { source: { name, text: "x" }, start: 0, end: 1 },
});

const cases: readonly { readonly name: string; readonly events: readonly Event[]; readonly log: string }[] = [
  { name: "a phase that prints nothing", events: [begin, end], log: "::group::build\n::endgroup::\n" },
  {
    name: "one region for all that a phase prints",
    events: [begin, output("a\n"), { kind: "command-started", command: "make" }, output("b\n"), end],
    log: "::group::build\n::stop-commands::TOKEN\na\n$ make\nb\n::TOKEN::\n::endgroup::\n",
  },
  {
    name: "a last line that is cut off",
    events: [begin, output("a\xc3"), end],
    log: "::group::build\n::stop-commands::TOKEN\na\xc3\n::TOKEN::\n::endgroup::\n",
  },
  {
    name: "a carriage return is no end of a line here, though it is one to the runner",
    events: [begin, output("a\r"), end],
    log: "::group::build\n::stop-commands::TOKEN\na\r\n::TOKEN::\n::endgroup::\n",
  },
  {
    name: "commands in our own lines",
    events: [
      { kind: "note", message: "::error::x\n \u0085\u2003::add-mask::x\nstd::string ##[error]x\r::debug::x" },
    ],
    log: ": :error::x\n \u0085\u2003: :add-mask::x\nstd::string # #[error]x\r: :debug::x\n",
  },
  {
    name: "a file below the workspace",
    events: [{ kind: "diagnostic", diagnostic: mistake("port.yml") }],
    log: `port.yml:1:1: error[a/b]: wrong
  |
1 | x
  | ^
::error file=sub/port.yml,line=1,endLine=1,col=1,endColumn=2,title=a/b::wrong
`,
  },
  {
    name: "a file elsewhere",
    events: [{ kind: "diagnostic", diagnostic: mistake("/other/port.yml") }],
    log: `/other/port.yml:1:1: error[a/b]: wrong
  |
1 | x
  | ^
::error file=/other/port.yml,line=1,endLine=1,col=1,endColumn=2,title=a/b::wrong
`,
  },
];

for (const { name, events, log } of cases) {
  test(`log: ${name}`, () => expect(written(events)).toBe(log));
}
