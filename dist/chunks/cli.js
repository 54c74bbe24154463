#!/usr/bin/env node
import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  package_default
} from "./chunk-HA5EIUJH.js";
import {
  VERBS,
  helpText,
  terminalSink
} from "./chunk-ZN2KDXKE.js";
import {
  failureDiagnostic
} from "./chunk-WDR2BFNN.js";
import {
  parseArguments,
  verbHelp
} from "./chunk-SJTYQ5KZ.js";
import {
  EXIT,
  diagnosticJson,
  exitStatus,
  nearest,
  newCancel,
  openHost,
  renderDiagnostic,
  sortDiagnostics
} from "./chunk-6LPI6B3G.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

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
  return show(await answer(name, verb, rest, { host: openHost(void 0, WORKER), form, signal }), form);
}
__name(main, "main");
async function answer(name, verb, argv, { host, form, signal }) {
  const args = parseArguments(name, verb, argv);
  if (!args.ok) return { diagnostics: args.error };
  const context = { host, form, signal, report: screenSink(host), output: /* @__PURE__ */ __name((text) => void say(text), "output") };
  try {
    return await verb.run(args.value, context);
  } catch (error) {
    const diagnostic = failureDiagnostic(error, signal);
    if (!diagnostic) throw error;
    return { diagnostics: [diagnostic] };
  }
}
__name(answer, "answer");
function screenSink(host) {
  const { stderr } = process;
  return terminalSink({
    write: /* @__PURE__ */ __name((text) => void stderr.write(text), "write"),
    kind: stderr.isTTY ? "terminal" : "plain",
    color: wantsColor(),
    now: host.now
  });
}
__name(screenSink, "screenSink");
function show({ diagnostics, text, json }, form) {
  const sorted = sortDiagnostics(diagnostics);
  const errors = sorted.filter(({ severity }) => severity === "error");
  if (form === "person") {
    if (text !== void 0) say(text);
    for (const one of sorted) process.stderr.write(renderDiagnostic(one, wantsColor()));
  } else if (json !== void 0) {
    say(`${JSON.stringify(json)}
`);
    for (const one of sorted) process.stderr.write(`${JSON.stringify(diagnosticJson(one))}
`);
  } else if (errors.length > 0) {
    say(`${JSON.stringify({ errors: sorted.map(diagnosticJson) })}
`);
  }
  return exitStatus(sorted);
}
__name(show, "show");
function say(text) {
  process.stdout.write(text);
  return EXIT.done;
}
__name(say, "say");
function wantsColor() {
  return process.stderr.isTTY && !process.env["NO_COLOR"] ? "always" : "never";
}
__name(wantsColor, "wantsColor");
function unknownVerb(name) {
  const meant = nearest(name, Object.keys(VERBS));
  const message = `\`${name}\` is not a command of tarwright`;
  const help = meant ? `did you mean \`${meant}\`?` : "`tarwright --help` lists them";
  return { severity: "error", code: "usage/unknown-command", blame: "request", message, help };
}
__name(unknownVerb, "unknownVerb");
var cancel = newCancel();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => cancel.abort());
process.stdout.on(
  "error",
  (error) => process.exit(error.code === "EPIPE" ? 0 : EXIT.world)
);
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
