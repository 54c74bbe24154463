import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  baseEnvironment,
  copyPortFolder
} from "./chunk-IXKQB4NW.js";
import {
  openWorkshop
} from "./chunk-CUGB43QZ.js";
import {
  openBase
} from "./chunk-V57KGXLJ.js";
import {
  guestPath
} from "./chunk-DUQGCMRN.js";
import {
  isArch
} from "./chunk-ZEHBRBCQ.js";
import {
  ok,
  quoted,
  unreachable,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";
import {
  __callDispose,
  __using
} from "./chunk-A3PTDN6N.js";

// src/command/port-shell.ts
var SHELL_OPTIONS = {
  "allow-shell": { type: "boolean", help: "run the commands that values of a Makefile need, in a buildbox" }
};
var NO_SHELL = { read: async (read) => ok(read(/* @__PURE__ */ new Map())) };
function shellOver({ base, arch, engine, source }, context) {
  const { arch: machine } = context.host;
  const request = {
    name: base ?? "host",
    arch: arch ?? (isArch(machine) ? machine : "x86_64"),
    engine: engine ?? "auto",
    source: source ?? "auto"
  };
  let opener;
  return {
    read: async (read, portFolder) => {
      var _stack = [];
      try {
        const answers = /* @__PURE__ */ new Map();
        const reading = read(answers);
        if (!reading.needsShell) return ok(reading);
        opener ??= boxOpener(request, context);
        const open = await opener;
        if (!open.ok) return open;
        const box = await open.value(portFolder);
        if (!box.ok) return box;
        const buildbox = __using(_stack, box.value, true);
        const { folder } = reading.needsShell;
        const copied = await copyPort(portFolder, { buildbox, folder, context });
        return copied.ok ? await settle(reading, { read, answers, desk: { buildbox, context } }) : copied;
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  };
}
async function boxOpener(request, { host, report, signal }) {
  const workshop = await openWorkshop({ host, report });
  if (!workshop.ok) return workshop;
  const ground = await openBase(request, workshop.value, signal);
  if (!ground.ok) return ground;
  const { engine, tools } = ground.value;
  if (engine.kind === "host") return wrong(noIsolation(request));
  const { working, home } = host.folders;
  const spec = { root: tools, name: "shell", network: "none", memoryBytes: MEMORY, upper: "disk" };
  return ok(async (portFolder) => {
    const hidden = [portFolder, working, home];
    const opened = await engine.open({ ...spec, hidden }, signal);
    if (opened.kind === "opened") return ok(opened.buildbox);
    signal.throwIfAborted();
    return wrong(refused(`engine \`${engine.kind}\` opens no buildbox: ${opened.why}`, opened.help));
  });
}
async function copyPort(portFolder, { buildbox, folder, context }) {
  const { host, signal } = context;
  const scratch = await host.makeTemporary("shell-");
  try {
    const copy = joinPath(scratch, "port");
    await copyPortFolder({ portFolder, leftOut: [host.folders.cache] }, copy, host);
    const copied = await buildbox.copyIn(copy, guestPath(folder), "root", signal);
    signal.throwIfAborted();
    if (copied.kind === "exited" && copied.status === 0) return ok(void 0);
    const why = copied.said ?? (copied.kind === "engine-died" ? copied.why : copied.kind);
    return wrong(refused(`the port's folder can't be copied into a buildbox: ${why}`, "read what it says"));
  } finally {
    await host.remove(scratch);
  }
}
async function settle(first, { read, answers, desk }) {
  let reading = first;
  while (reading.needsShell) {
    const { commands, folder } = reading.needsShell;
    const [asked] = commands;
    if (answers.size >= COMMANDS_LIMIT) {
      const help = "write some of the values down";
      return wrong(
        trouble(asked, "openbsd/too-much", `more than ${COMMANDS_LIMIT} commands are asked for`, help)
      );
    }
    if (answers.has(asked.command)) throw new Error(`asked again: ${asked.command}`);
    const said = await runCommand(asked, folder, desk);
    if (!said.ok) return said;
    answers.set(asked.command, said.value);
    reading = read(answers);
  }
  return ok(reading);
}
var COMMANDS_LIMIT = 100;
var TIME_LIMIT_MS = 6e4;
var OUTPUT_LIMIT = 64 * 1024;
var MEMORY = 2 * 1024 ** 3;
async function runCommand(asked, folder, desk) {
  const { host, report, signal } = desk.context;
  const { command } = asked;
  report({ kind: "command-started", command });
  const tooMuch = new AbortController();
  const deadline = host.deadline(TIME_LIMIT_MS);
  const printed = { stdout: [], stderr: [], bytes: 0 };
  const exec = {
    argv: ["/bin/sh", "-c", command],
    cwd: guestPath(folder),
    env: { ...baseEnvironment([]), HOME: "/nonexistent" },
    user: "build"
  };
  const exit = await desk.buildbox.run(
    exec,
    (chunk, stream) => {
      printed.bytes += chunk.length;
      if (printed.bytes > OUTPUT_LIMIT) tooMuch.abort();
      else printed[stream].push(chunk);
    },
    AbortSignal.any([signal, deadline, tooMuch.signal])
  );
  signal.throwIfAborted();
  const shown = quoted(command);
  if (printed.bytes > OUTPUT_LIMIT) {
    const message = `the command ${shown} prints more than ${OUTPUT_LIMIT / 1024} KiB`;
    return wrong(trouble(asked, "openbsd/command", message, "a value is short: write it down"));
  }
  if (exit.kind === "exited" && exit.status === 0) return ok(Buffer.concat(printed.stdout).toString());
  if (exit.kind === "engine-died")
    return wrong(refused(`the buildbox went away: ${exit.why}`, "run it again"));
  const last = Buffer.concat(printed.stderr).toString().trim().split("\n").at(-1);
  const said = last ? `: ${quoted(last)}` : "";
  const help = "a buildbox has no network, and the port's folder only; mend the command, or write the value down";
  return wrong(trouble(asked, "openbsd/command", `the command ${shown} ${endOf(exit)}${said}`, help));
}
function endOf(exit) {
  switch (exit.kind) {
    case "exited":
      return `ended with status ${exit.status}`;
    case "killed":
      return `was killed by ${exit.signal}`;
    case "not-found":
      return `needs \`${exit.program}\`, which is not there`;
    case "aborted":
      return `did not end within ${TIME_LIMIT_MS / 1e3} seconds`;
    default:
      return unreachable(exit);
  }
}
function trouble({ span }, code, message, help) {
  return { severity: "error", code, blame: "recipe", message, span, help };
}
function refused(message, help) {
  return { severity: "error", code: "buildbox/refused", blame: "world", message, help };
}
function noIsolation({ engine }) {
  return {
    severity: "error",
    code: "buildbox/no-isolation",
    blame: engine === "host" ? "request" : "world",
    message: "commands of a recipe are run apart from the machine only, and engine `host` keeps nothing apart",
    help: engine === "host" ? "choose another engine" : "see why with `tarwright base list`, or write the values down"
  };
}

export {
  SHELL_OPTIONS,
  NO_SHELL,
  shellOver
};
