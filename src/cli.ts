#!/usr/bin/env node
// The command line: reads argv, chooses a verb, shows what it says, leaves with its status.

import manifest from "../package.json" with { type: "json" };
import {
  type Answer,
  type Context,
  failureDiagnostic,
  helpText,
  parseArguments,
  terminalSink,
  unknownVerb,
  VERBS,
  type Verb,
  verbHelp,
} from "./command/command.ts";
import { type Host, newCancel, openHost } from "./host/host.ts";
import {
  diagnosticJson,
  EXIT,
  type ExitStatus,
  exitStatus,
  plainText,
  renderDiagnostic,
  sortDiagnostics,
} from "./report.ts";

/** Built beside the chunks. */
const WORKER = new URL("../worker.js", import.meta.url);

async function main(argv: readonly string[], signal: AbortSignal): Promise<ExitStatus> {
  const [name = "--help", ...rest] = argv;
  if (name === "--version") return say(`tarwright ${manifest.version}\n`);
  if (name === "--help" || name === "help") return say(helpText());
  const form = rest.includes("--json") ? "json" : "person";
  const chosen = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!chosen) return show({ diagnostics: [unknownVerb(name)] }, form);
  const verb = await chosen.load();
  if (rest.includes("--help")) return say(verbHelp(verb));
  return show(await answer(name, verb, rest, { form, signal }), form);
}

async function answer(
  name: string,
  verb: Verb,
  argv: readonly string[],
  { form, signal }: Pick<Context, "form" | "signal">,
): Promise<Answer> {
  const args = parseArguments(name, verb, argv);
  if (!args.ok) return { diagnostics: args.error };
  try {
    const host = openHost(undefined, WORKER);
    const output = (text: string) => void say(text);
    return await verb.run(args.value, { host, form, signal, report: screenSink(host), output });
  } catch (error) {
    const diagnostic = failureDiagnostic(error, signal);
    if (!diagnostic) throw error;
    return { diagnostics: [diagnostic] };
  }
}

function screenSink(host: Host): Context["report"] {
  const { stderr } = process;
  return terminalSink({
    write: (text) => void stderr.write(text),
    kind: stderr.isTTY ? "terminal" : "plain",
    color: wantsColor(),
    now: host.now,
  });
}

function show({ diagnostics, text, json }: Answer, form: Context["form"]): ExitStatus {
  const sorted = sortDiagnostics(diagnostics);
  const status = exitStatus(sorted);
  // Before anything is written: a reader who is gone learns how it ended, too.
  process.exitCode = status;
  if (form === "person") {
    if (text !== undefined) say(plainText(text));
    for (const one of sorted) process.stderr.write(renderDiagnostic(one, wantsColor()));
  } else if (json !== undefined) {
    say(`${JSON.stringify(json)}\n`);
    for (const one of sorted) process.stderr.write(`${JSON.stringify(diagnosticJson(one))}\n`);
  } else if (status !== EXIT.done) {
    say(`${JSON.stringify({ errors: sorted.map(diagnosticJson) })}\n`);
  }
  return status;
}

function say(text: string): ExitStatus {
  process.stdout.write(text);
  return EXIT.done;
}

/** https://no-color.org */
function wantsColor(): "always" | "never" {
  return process.stderr.isTTY && !process.env["NO_COLOR"] ? "always" : "never";
}

const cancel = newCancel();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => cancel.abort());
// `tarwright list | head`: the reader went away, and that is its right.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? process.exitCode : EXIT.world),
);
// `tarwright build 2>&1 | head`: nobody waits for it any more. A log that can't be written otherwise stops nothing.
process.stderr.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") cancel.abort();
});
main(process.argv.slice(2), cancel.signal).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const stack = error instanceof Error ? error.stack : String(error);
    process.stderr.write(
      `${stack}\n\ntarwright ${manifest.version}: this is a bug in tarwright, not in your recipe\n`,
    );
    process.exitCode = EXIT.bug;
  },
);
