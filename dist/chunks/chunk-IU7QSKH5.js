import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  package_default
} from "./chunk-HA5EIUJH.js";
import {
  terminalSink
} from "./chunk-AM22JFQA.js";
import {
  phaseWatch
} from "./chunk-UB2EGJOB.js";
import {
  failureDiagnostic
} from "./chunk-PDQX6LE3.js";
import {
  EXIT,
  exitStatus,
  newCancel,
  openHost,
  renderAnnotation,
  runnerStore,
  sortDiagnostics
} from "./chunk-2DPMJAPF.js";
import {
  error,
  summary
} from "./chunk-TG2SN3TN.js";

// src/action/step.ts
import { randomUUID } from "node:crypto";
import { resolve as resolve2 } from "node:path";

// src/action/log.ts
import { isAbsolute, relative, resolve } from "node:path";
var MOST_ANNOTATIONS = 10;
function runnerLog(setting) {
  const stream = obedience(setting);
  const terminal = terminalSink({ write: stream.show, kind: "plain", color: "always", now: setting.now });
  const annotations = { error: 0, warning: 0, note: 0 };
  const watch = phaseWatch();
  const tell = (diagnostic) => {
    terminal({ kind: "diagnostic", diagnostic });
    if (annotations[diagnostic.severity] === MOST_ANNOTATIONS) return;
    annotations[diagnostic.severity] += 1;
    stream.command(renderAnnotation(inWorkspace(diagnostic, setting)));
  };
  const report = (event) => {
    watch.see(event);
    switch (event.kind) {
      case "diagnostic":
        tell(event.diagnostic);
        break;
      case "phase-started":
        stream.command(`::group::${plain(event.phase)}
`);
        break;
      case "phase-finished":
        stream.command("::endgroup::\n");
        break;
      default:
        terminal(event);
    }
  };
  return { report, tell, failure: watch.failure, close: stream.close };
}
function obedience({ write, token }) {
  let atLineStart = true;
  let isStopped = false;
  const show = (chunk) => {
    if (chunk.length === 0) return;
    if (typeof chunk !== "string" && !isStopped) {
      write(`::stop-commands::${token}
`);
      isStopped = true;
    }
    write(typeof chunk === "string" ? defused(chunk) : chunk);
    atLineStart = chunk.at(-1) === (typeof chunk === "string" ? "\n" : 10);
  };
  const close = () => {
    if (!atLineStart) write("\n");
    if (isStopped) write(`::${token}::
`);
    isStopped = false;
    atLineStart = true;
  };
  const command = (line) => {
    close();
    write(line);
  };
  return { show, command, close };
}
function defused(text) {
  return text.replaceAll("##[", "# #[").replace(/^([^\p{L}\p{N}\p{P}\p{S}]*):(?=:)/gmu, "$1: ");
}
function inWorkspace(diagnostic, { workspace, working }) {
  const { span } = diagnostic;
  if (!span) return diagnostic;
  const path = relative(workspace, resolve(working, span.source.name));
  if (path.startsWith("..") || isAbsolute(path)) return diagnostic;
  return { ...diagnostic, span: { ...span, source: { ...span.source, name: path } } };
}
function plain(title) {
  return title.replace(/[^\x20-\x7e]/g, " ");
}

// src/action/step.ts
var LAST_MOMENT_MS = 6500;
var WORKER = new URL("../worker.js", import.meta.url);
function act(work) {
  const store = runnerStore();
  const host = openHost(store, WORKER);
  const { working } = host.folders;
  const cancel = newCancel();
  const log = runnerLog({
    write: (text) => void process.stdout.write(text),
    token: randomUUID(),
    now: host.now,
    workspace: resolve2(process.env["GITHUB_WORKSPACE"] ?? working),
    working
  });
  const context = {
    host,
    report: log.report,
    output: () => void 0,
    form: "person",
    signal: cancel.signal
  };
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      cancel.abort();
      setTimeout(() => process.exit(EXIT.world), LAST_MOMENT_MS).unref();
    });
  }
  finish(work, { context, log, tally: store.tally }).catch((error2) => {
    log.report({ kind: "note", message: error2 instanceof Error ? String(error2.stack) : String(error2) });
    log.close();
    error(`tarwright ${package_default.version}: this is a bug in tarwright, not in your recipe`);
    process.exitCode = EXIT.bug;
  });
}
async function finish(work, step) {
  const done = await workDone(work, step);
  const byPlace = sortDiagnostics(done.diagnostics);
  const diagnostics = [
    ...byPlace.filter(({ severity }) => severity === "error"),
    ...byPlace.filter(({ severity }) => severity === "warning"),
    ...byPlace.filter(({ severity }) => severity === "note")
  ];
  for (const one of diagnostics) step.log.tell(one);
  step.log.close();
  await done.finish(diagnostics);
  process.exitCode = exitStatus(diagnostics);
}
async function workDone(work, step) {
  try {
    return await work.run(step);
  } catch (error2) {
    const diagnostic = failureDiagnostic(error2, step.context.signal);
    if (!diagnostic) throw error2;
    return { ...work.otherwise(step), diagnostics: [diagnostic] };
  }
}
async function summarize(page2) {
  if (process.env["GITHUB_STEP_SUMMARY"]) await summary.addRaw(page2).write();
}

// src/action/markup.ts
var MOST_BYTES = 1024 * 1024;
var MOST_ROWS = 100;
function list(title, diagnostics) {
  return bullets(
    title,
    diagnostics.map(({ code: name, message, help, file, line, column }) => () => {
      const where = file === void 0 ? "" : `${code(`${file}:${line}:${column}`)} `;
      return `${where}${code(name)} ${escaped(message, "line")}${help ? ` (${escaped(help, "line")})` : ""}`;
    })
  );
}
function bullets(title, rows) {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ROWS).map((row) => `- ${row()}`);
  return [[`**${title}**`, "", ...shown, ...moreThan(rows.length)].join("\n")];
}
function cut(rows) {
  return [...rows.slice(0, MOST_ROWS), ...moreThan(rows.length)];
}
function moreThan(count) {
  return count > MOST_ROWS ? [`- ${count - MOST_ROWS} more`] : [];
}
function table(rows) {
  if (rows.length === 0) return [];
  const lines = rows.map(({ package: one, reason, link }) => {
    const size = one.sizeBytes < 1e6 ? `${(one.sizeBytes / 1e3).toFixed(1)} kB` : `${(one.sizeBytes / 1e6).toFixed(1)} MB`;
    const cells = [
      one.fullpkgname,
      one.flavors.join(" "),
      one.base,
      one.arch,
      size,
      `${(one.buildTimeMs / 1e3).toFixed(1)} s`,
      reason,
      one.contentDigest.slice(0, 16)
    ].map((cell) => cell === "" ? "" : code(cell));
    return `| ${[...cells, link === void 0 ? "" : `<a href="${escaped(link, "line")}">file</a>`].join(" | ")} |`;
  });
  const head = [
    "| package | flavor | base | arch | size | time | reason | digest | link |",
    "|---|---|---|---|--:|--:|---|---|---|"
  ];
  return [[...head, ...lines].join("\n")];
}
function code(text) {
  return `<code>${escaped(text, "line")}</code>`;
}
function escaped(text, form) {
  const visible = text.replace(new RegExp("\\p{Cc}\\[[0-9;]*[A-Za-z]", "gu"), "").replace(new RegExp("(?!\\n)\\p{Cc}", "gu"), " ");
  const flat = form === "line" ? visible.replaceAll("\n", " ") : visible;
  return flat.replace(/[^\p{L}\p{N} \n]/gu, (char) => `&#${char.codePointAt(0)};`);
}
function page(title, blocks) {
  const note = "\n\nThe rest is in the log.\n";
  let text = "";
  let room = MOST_BYTES - Buffer.byteLength(note);
  for (const block of [`### ${title}`, ...blocks]) {
    const whole = `${block}

`;
    const bytes = Buffer.byteLength(whole);
    if (bytes > room) return `${text}${block.startsWith("| ") ? rowsFor(block, room) : ""}${note}`;
    text += whole;
    room -= bytes;
  }
  return text;
}
function rowsFor(block, room) {
  let bytes = 0;
  const rows = block.split("\n").map((row) => `${row}
`);
  const fitting = rows.findIndex((row) => {
    bytes += Buffer.byteLength(row);
    return bytes > room;
  });
  return rows.slice(0, fitting).join("");
}

export {
  act,
  summarize,
  list,
  bullets,
  cut,
  table,
  code,
  escaped,
  page
};
