#!/usr/bin/env node
import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  package_default
} from "./chunk-HA5EIUJH.js";
import {
  VERBS,
  helpText,
  terminalSink,
  unknownVerb
} from "./chunk-AM22JFQA.js";
import {
  failureDiagnostic
} from "./chunk-PDQX6LE3.js";
import {
  parseArguments,
  verbHelp
} from "./chunk-4B4EVV3V.js";
import {
  EXIT,
  diagnosticJson,
  exitStatus,
  newCancel,
  openHost,
  plainText,
  renderDiagnostic,
  sortDiagnostics
} from "./chunk-2DPMJAPF.js";

// src/cli.ts
var WORKER = new URL("../worker.js", import.meta.url);
async function main(argv, signal) {
  const [name = "--help", ...rest] = argv;
  if (name === "--version") return say(`tarwright ${package_default.version}
`);
  if (name === "--help" || name === "help") return say(helpText());
  const form = rest.includes("--json") ? "json" : "person";
  const chosen = Object.hasOwn(VERBS, name) ? VERBS[name] : void 0;
  if (!chosen) return show({ diagnostics: [unknownVerb(name)] }, form);
  const verb = await chosen.load();
  if (rest.includes("--help")) return say(verbHelp(verb));
  return show(await answer(name, verb, rest, { form, signal }), form);
}
async function answer(name, verb, argv, { form, signal }) {
  const args = parseArguments(name, verb, argv);
  if (!args.ok) return { diagnostics: args.error };
  try {
    const host = openHost(void 0, WORKER);
    const output = (text) => void say(text);
    return await verb.run(args.value, { host, form, signal, report: screenSink(host), output });
  } catch (error) {
    const diagnostic = failureDiagnostic(error, signal);
    if (!diagnostic) throw error;
    return { diagnostics: [diagnostic] };
  }
}
function screenSink(host) {
  const { stderr } = process;
  return terminalSink({
    write: (text) => void stderr.write(text),
    kind: stderr.isTTY ? "terminal" : "plain",
    color: wantsColor(),
    now: host.now
  });
}
function show({ diagnostics, text, json }, form) {
  const sorted = sortDiagnostics(diagnostics);
  const status = exitStatus(sorted);
  process.exitCode = status;
  if (form === "person") {
    if (text !== void 0) say(plainText(text));
    for (const one of sorted) process.stderr.write(renderDiagnostic(one, wantsColor()));
  } else if (json !== void 0) {
    say(`${JSON.stringify(json)}
`);
    for (const one of sorted) process.stderr.write(`${JSON.stringify(diagnosticJson(one))}
`);
  } else if (status !== EXIT.done) {
    say(`${JSON.stringify({ errors: sorted.map(diagnosticJson) })}
`);
  }
  return status;
}
function say(text) {
  process.stdout.write(text);
  return EXIT.done;
}
function wantsColor() {
  return process.stderr.isTTY && !process.env["NO_COLOR"] ? "always" : "never";
}
var cancel = newCancel();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => cancel.abort());
process.stdout.on(
  "error",
  (error) => process.exit(error.code === "EPIPE" ? process.exitCode : EXIT.world)
);
process.stderr.on("error", ({ code }) => {
  if (code === "EPIPE") cancel.abort();
});
main(process.argv.slice(2), cancel.signal).then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    const stack = error instanceof Error ? error.stack : String(error);
    process.stderr.write(
      `${stack}

tarwright ${package_default.version}: this is a bug in tarwright, not in your recipe
`
    );
    process.exitCode = EXIT.bug;
  }
);
