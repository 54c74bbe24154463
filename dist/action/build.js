import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  failureDiagnostic,
  loadBuildPort,
  package_default,
  terminalSink
} from "../chunks/chunk-RNUKASN5.js";
import {
  error,
  getInput,
  setOutput,
  setSecret,
  summary
} from "../chunks/chunk-4S63LURS.js";
import {
  parseSigningKey,
  readPublicKey
} from "../chunks/chunk-E3PZM54P.js";
import {
  oneOf,
  splitWords
} from "../chunks/chunk-74IOWFN7.js";
import {
  ENGINES
} from "../chunks/chunk-IAVOJ42Z.js";
import {
  ARCHES,
  COMPRESSIONS,
  LAYOUTS,
  isArch
} from "../chunks/chunk-SYY5JVPJ.js";
import {
  KEY_IN_REACH,
  usage
} from "../chunks/chunk-JYP3FUYP.js";
import {
  EXIT,
  exitStatus,
  joinPath,
  ok,
  openHost,
  placeOf,
  renderAnnotation,
  runnerStore,
  sortDiagnostics
} from "../chunks/chunk-EWCNBGCJ.js";
import {
  __name
} from "../chunks/chunk-7DL54TQM.js";

// src/action/build.ts
import { randomUUID } from "node:crypto";
import { resolve as resolve2 } from "node:path";

// src/action/inputs.ts
import { basename } from "node:path";
async function readInputs(host2) {
  const key = takeSecret("signing-key");
  takeSecret("token");
  const troubles = [];
  const checked = /* @__PURE__ */ __name((read, otherwise) => {
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return otherwise;
  }, "checked");
  const choice = /* @__PURE__ */ __name((name2, allowed, otherwise) => checked(oneOf(`the input \`${name2}\``, getInput(name2) || otherwise, allowed), otherwise), "choice");
  const folder = /* @__PURE__ */ __name((name2, otherwise) => joinPath(host2.folders.working, getInput(name2) || otherwise), "folder");
  const engine = choice("engine", ["auto", ...ENGINES], "auto");
  const port = getInput("port");
  if (port === "")
    troubles.push(
      usage("usage/no-port", "the input `port` is empty", "name a folder that holds a `port.yml`")
    );
  if (key !== "" && engine === "host") troubles.push(KEY_IN_REACH);
  if (choice("publish", ["none", "release"], "none") === "release") troubles.push(NO_RELEASES);
  const publicKey = getInput("public-key");
  const name = publicKey === "" ? "signing-key" : basename(publicKey, ".pub");
  troubles.push(...publicKey === "" ? [] : await strangeKey(folder("public-key", ""), { key, name }, host2));
  const request = {
    port,
    version: getInput("version") || void 0,
    flavors: words("flavor") ?? "default",
    subpackages: words("subpackages") ?? [],
    base: getInput("base") || void 0,
    arch: choice("arch", ARCHES, isArch(host2.arch) ? host2.arch : "x86_64"),
    prefix: getInput("prefix") || void 0,
    layout: choice("layout", LAYOUTS, "vendor"),
    engine,
    source: "auto",
    only: void 0,
    out: folder("out", "out"),
    distdir: joinPath(host2.folders.cache, "distfiles"),
    dependenciesFrom: getInput("dependencies") ? folder("dependencies", "") : void 0,
    key: key === "" ? { kind: "none" } : { kind: "text", text: key, name },
    configureOptions: checked(
      splitWords("the input `configure-options`", getInput("configure-options")),
      []
    ),
    compression: choice("compression", COMPRESSIONS, "gz"),
    check: "skip",
    parallel: host2.processors,
    onEnd: "remove"
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}
__name(readInputs, "readInputs");
async function strangeKey(file, { key, name }, host2) {
  const known = await readPublicKey(file, host2);
  if (!known.ok) return known.error;
  const given = key === "" ? void 0 : parseSigningKey(key, name);
  if (!given?.ok || given.value.point === known.value.point) return [];
  const message = `the input \`signing-key\` is key ${given.value.keyNumber}, and \`public-key\` is of key ${known.value.keyNumber}`;
  return [usage("usage/other-key", message, "give the two halves of one key")];
}
__name(strangeKey, "strangeKey");
var NO_RELEASES = usage(
  "usage/no-releases",
  "the input `publish` is `release`, and publishing releases is not part of this version",
  "leave `publish` at `none`, and upload the folder that the output `directory` names"
);
function takeSecret(name) {
  const secret = getInput(name);
  for (const line of secret.split("\n").map((text) => text.trim())) if (line !== "") setSecret(line);
  delete process.env[`INPUT_${name.toUpperCase()}`];
  return secret;
}
__name(takeSecret, "takeSecret");
function words(name) {
  const found = getInput(name).split(/\s+/).filter(Boolean);
  return found.length > 0 ? found : void 0;
}
__name(words, "words");

// src/action/log.ts
import { isAbsolute, relative, resolve } from "node:path";
var MOST_ANNOTATIONS = 10;
var TAIL_BYTES = 16 * 1024;
function runnerLog(setting) {
  const stream = obedience(setting);
  const terminal = terminalSink({ write: stream.show, kind: "plain", color: "always", now: setting.now });
  const annotations = { error: 0, warning: 0 };
  let tail = Buffer.alloc(0);
  let failure;
  const tell = /* @__PURE__ */ __name((diagnostic) => {
    terminal({ kind: "diagnostic", diagnostic });
    if (annotations[diagnostic.severity] === MOST_ANNOTATIONS) return;
    annotations[diagnostic.severity] += 1;
    stream.command(renderAnnotation(inWorkspace(diagnostic, setting)));
  }, "tell");
  const report = /* @__PURE__ */ __name((event) => {
    switch (event.kind) {
      case "diagnostic":
        tell(event.diagnostic);
        break;
      case "phase-started":
        tail = Buffer.alloc(0);
        stream.command(`::group::${plain(event.phase)}
`);
        break;
      case "phase-finished":
        if (event.outcome === "failed") failure = { ...event, lastOutput: tail.toString() };
        stream.command("::endgroup::\n");
        break;
      case "output":
        tail = Buffer.concat([tail, event.chunk]).subarray(-TAIL_BYTES);
        terminal(event);
        break;
      default:
        terminal(event);
    }
  }, "report");
  return { report, tell, failure: /* @__PURE__ */ __name(() => failure, "failure"), close: stream.close };
}
__name(runnerLog, "runnerLog");
function obedience({ write, token }) {
  let atLineStart = true;
  let isStopped = false;
  const show = /* @__PURE__ */ __name((chunk) => {
    if (chunk.length === 0) return;
    if (typeof chunk !== "string" && !isStopped) {
      write(`::stop-commands::${token}
`);
      isStopped = true;
    }
    write(typeof chunk === "string" ? defused(chunk) : chunk);
    atLineStart = chunk.at(-1) === (typeof chunk === "string" ? "\n" : 10);
  }, "show");
  const close = /* @__PURE__ */ __name(() => {
    if (!atLineStart) write("\n");
    if (isStopped) write(`::${token}::
`);
    isStopped = false;
    atLineStart = true;
  }, "close");
  const command = /* @__PURE__ */ __name((line) => {
    close();
    write(line);
  }, "command");
  return { show, command, close };
}
__name(obedience, "obedience");
function defused(text) {
  return text.replaceAll("##[", "# #[").replace(/^([^\p{L}\p{N}\p{P}\p{S}]*):(?=:)/gmu, "$1: ");
}
__name(defused, "defused");
function inWorkspace(diagnostic, { workspace, working: working2 }) {
  const { span } = diagnostic;
  if (!span) return diagnostic;
  const path = relative(workspace, resolve(working2, span.source.name));
  if (path.startsWith("..") || isAbsolute(path)) return diagnostic;
  return { ...diagnostic, span: { ...span, source: { ...span.source, name: path } } };
}
__name(inWorkspace, "inWorkspace");
function plain(title) {
  return title.replace(/[^\x20-\x7e]/g, " ");
}
__name(plain, "plain");

// src/action/summary.ts
var MOST_BYTES = 1024 * 1024;
var MOST_ROWS = 100;
function summaryPage(run) {
  const errors = run.diagnostics.filter(({ severity }) => severity === "error");
  const warnings = run.diagnostics.filter(({ severity }) => severity === "warning");
  const blocks = [
    ...run.failure ? failureBlocks(run.failure) : [],
    ...errors.length > 0 ? [list("Errors", errors)] : [],
    ...run.packages.length > 0 ? [table(run.packages)] : [],
    ...warnings.length > 0 ? [list("Warnings", warnings)] : []
  ];
  return within(MOST_BYTES, [
    `### ${errors.length > 0 ? "Not built" : "Built"}: ${code(run.port)}`,
    ...blocks
  ]);
}
__name(summaryPage, "summaryPage");
function failureBlocks({ job, phase, lastOutput }) {
  return [
    `${code(job)} failed in the phase ${code(phase)}. Its last lines:`,
    `<pre>${escaped(lastOutput, "lines")}</pre>`
  ];
}
__name(failureBlocks, "failureBlocks");
function list(title, diagnostics) {
  const rows = diagnostics.slice(0, MOST_ROWS).map(({ code: name, message, help, span }) => {
    const place = span && placeOf(span.source, span.start);
    const where = span && place ? `${code(`${span.source.name}:${place.line}:${place.column}`)} ` : "";
    return `- ${where}${code(name)} ${escaped(message, "line")}${help ? ` (${escaped(help, "line")})` : ""}`;
  });
  const more = diagnostics.length - rows.length;
  return [`**${title}**`, "", ...rows, ...more > 0 ? [`- ${more} more`] : []].join("\n");
}
__name(list, "list");
function table(packages) {
  const rows = packages.map((one) => {
    const cells = [
      one.fullpkgname,
      one.flavors.join(" "),
      one.base,
      one.arch,
      one.sizeBytes < 1e6 ? `${(one.sizeBytes / 1e3).toFixed(1)} kB` : `${(one.sizeBytes / 1e6).toFixed(1)} MB`,
      `${(one.buildTimeMs / 1e3).toFixed(1)} s`,
      one.contentDigest.slice(0, 16)
    ];
    return `| ${cells.map((cell) => cell === "" ? "" : code(cell)).join(" | ")} |`;
  });
  const head = ["| package | flavor | base | arch | size | time | digest |", "|---|---|---|---|--:|--:|---|"];
  return [...head, ...rows].join("\n");
}
__name(table, "table");
function code(text) {
  return `<code>${escaped(text, "line")}</code>`;
}
__name(code, "code");
function escaped(text, form) {
  const visible = text.replace(new RegExp("\\p{Cc}\\[[0-9;]*[A-Za-z]", "gu"), "").replace(new RegExp("(?!\\n)\\p{Cc}", "gu"), " ");
  const flat = form === "line" ? visible.replaceAll("\n", " ") : visible;
  return flat.replace(/[^\p{L}\p{N} \n]/gu, (char) => `&#${char.codePointAt(0)};`);
}
__name(escaped, "escaped");
function within(mostBytes, blocks) {
  const note = "\n\nThe rest is in the log.\n";
  let page = "";
  for (const block of blocks) {
    if (Buffer.byteLength(`${page}${block}

${note}`) > mostBytes) return `${page}${note}`;
    page += `${block}

`;
  }
  return page;
}
__name(within, "within");

// src/action/build.ts
var LAST_MOMENT_MS = 6500;
var store = runnerStore();
var host = openHost(store);
var { working } = host.folders;
var cancel = new AbortController();
var log = runnerLog({
  write: /* @__PURE__ */ __name((text) => void process.stdout.write(text), "write"),
  token: randomUUID(),
  now: host.now,
  workspace: resolve2(process.env["GITHUB_WORKSPACE"] ?? working),
  working
});
async function main() {
  const answer = await build();
  const byPlace = sortDiagnostics(answer.diagnostics);
  const diagnostics = [
    ...byPlace.filter(({ severity }) => severity === "error"),
    ...byPlace.filter(({ severity }) => severity === "warning")
  ];
  for (const one of diagnostics) log.tell(one);
  log.close();
  await tellRunner({ ...answer, diagnostics });
  return exitStatus(diagnostics);
}
__name(main, "main");
async function build() {
  const request = await readInputs(host);
  if (!request.ok) return { built: void 0, diagnostics: request.error };
  const { report } = log;
  const context = { host, report, output: /* @__PURE__ */ __name(() => void 0, "output"), form: "person", signal: cancel.signal };
  try {
    const buildPort = await loadBuildPort();
    return await buildPort(request.value, context);
  } catch (error2) {
    const diagnostic = failureDiagnostic(error2, cancel.signal);
    if (!diagnostic) throw error2;
    return { built: void 0, diagnostics: [diagnostic] };
  }
}
__name(build, "build");
async function tellRunner({ built, diagnostics }) {
  const packages = built?.packages ?? [];
  if (built) {
    const { restored, absent } = store.tally();
    setOutput("packages", packages);
    setOutput("fullpkgnames", packages.map(({ fullpkgname }) => fullpkgname).join("\n"));
    setOutput("directory", built.folder);
    setOutput("fingerprint", built.fingerprint);
    setOutput("cache-hit", restored > 0 && absent === 0);
  }
  if (!process.env["GITHUB_STEP_SUMMARY"]) return;
  const page = summaryPage({ port: getInput("port"), diagnostics, failure: log.failure(), packages });
  await summary.addRaw(page).write();
}
__name(tellRunner, "tellRunner");
function stop() {
  cancel.abort();
  setTimeout(() => process.exit(EXIT.world), LAST_MOMENT_MS).unref();
}
__name(stop, "stop");
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
main().then(
  (status) => {
    process.exitCode = status;
  },
  (error2) => {
    log.report({ kind: "note", message: error2 instanceof Error ? String(error2.stack) : String(error2) });
    log.close();
    error(`tarwright ${package_default.version}: this is a bug in tarwright, not in your recipe`);
    process.exitCode = EXIT.bug;
  }
);
