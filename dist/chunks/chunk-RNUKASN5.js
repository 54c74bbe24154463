import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  WorldFailure,
  renderDiagnostic,
  unreachable
} from "./chunk-EWCNBGCJ.js";
import {
  __name
} from "./chunk-7DL54TQM.js";

// package.json
var package_default = { version: "0.1.0" };

// src/command/failure.ts
function failureDiagnostic(error, signal) {
  if (error instanceof WorldFailure) return worldDiagnostic(error);
  const isAbort = error === signal.reason || error instanceof Error && error.name === "AbortError";
  if (!signal.aborted || !isAbort) return void 0;
  return {
    severity: "error",
    code: "run/cancelled",
    blame: "world",
    message: "cancelled; nothing was left half-done"
  };
}
__name(failureDiagnostic, "failureDiagnostic");
var MENDS = {
  ENOSPC: [
    "no space is left on the device",
    "free some space, or choose another disk (`XDG_CACHE_HOME`, `TMPDIR`, `--out`)"
  ],
  EDQUOT: [
    "the disk quota is used up",
    "free some space, or choose another disk (`XDG_CACHE_HOME`, `TMPDIR`, `--out`)"
  ],
  EACCES: ["permission denied", "change the permissions, or choose another place"],
  EPERM: ["operation not permitted", "change the owner or the permissions, or choose another place"],
  EROFS: ["the file system is read-only", "choose a place that can be written"],
  EISDIR: ["a folder stands where a file is expected", "name a file"],
  ENOTDIR: ["a file stands where a folder is expected", "name a folder, or remove the file"],
  EEXIST: ["something else is there already", "remove it, or choose another place"],
  EMFILE: ["too many open files", "raise the limit: `ulimit -n 4096`"],
  EIO: ["the disk reports an error", "check the disk"]
};
function worldDiagnostic({ code, path, message }) {
  const [what, help] = MENDS[code] ?? [message, void 0];
  return {
    severity: "error",
    code: "host/file",
    blame: "world",
    message: `\`${path}\`: ${what}`,
    ...help ? { help } : {}
  };
}
__name(worldDiagnostic, "worldDiagnostic");

// src/command/terminal.ts
var CALM_MS = 100;
function terminalSink(screen) {
  const bold = /* @__PURE__ */ __name((text) => screen.color === "always" ? `\x1B[1m${text}\x1B[0m` : text, "bold");
  const progress = progressLine(screen);
  let atLineStart = true;
  const line = /* @__PURE__ */ __name((text) => {
    progress.clear();
    screen.write(`${atLineStart ? "" : "\n"}${text}
`);
    atLineStart = true;
  }, "line");
  return (event) => {
    switch (event.kind) {
      case "diagnostic":
        return line(renderDiagnostic(event.diagnostic, screen.color).trimEnd());
      case "note":
        return line(event.message);
      case "progress":
        return progress.show(event);
      case "job-started":
        return line(bold(event.job));
      case "phase-started":
        return line(bold(`==> ${event.phase}`));
      case "command-started":
        return line(`$ ${event.command}`);
      case "output":
        progress.clear();
        atLineStart = event.chunk.at(-1) === 10;
        return screen.write(screen.kind === "terminal" ? withoutControls(event.chunk) : event.chunk);
      case "phase-finished":
        return event.outcome === "done" ? void 0 : line(bold(`==> ${event.phase} failed`));
      case "job-finished":
        return void 0;
      default:
        return unreachable(event);
    }
  };
}
__name(terminalSink, "terminalSink");
function withoutControls(chunk) {
  return chunk.map(
    (byte) => byte < 32 && byte !== 10 && byte !== 9 || byte === 127 ? 63 : byte
  );
}
__name(withoutControls, "withoutControls");
function progressLine(screen) {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  let quarter = "";
  const clear = /* @__PURE__ */ __name(() => {
    if (isDrawn) screen.write("\r\x1B[K");
    isDrawn = false;
  }, "clear");
  const show = /* @__PURE__ */ __name((event) => {
    const isLast = event.total !== void 0 && event.done >= event.total;
    if (screen.kind === "plain") {
      const reached = `${event.what} ${event.total ? Math.floor(4 * event.done / event.total) : 0}`;
      if (reached !== quarter && event.total) screen.write(`${progressText(event)}
`);
      quarter = reached;
      return;
    }
    if (!isLast && screen.now() - drawnAt < CALM_MS) return;
    drawnAt = screen.now();
    clear();
    screen.write(progressText(event));
    isDrawn = true;
  }, "show");
  return { clear, show };
}
__name(progressLine, "progressLine");
function progressText({ what, done, total, unit }) {
  const amount = /* @__PURE__ */ __name((value) => unit === "bytes" ? `${(value / 1e6).toFixed(1)} MB` : String(value), "amount");
  const of = total === void 0 ? "" : ` of ${amount(total)}`;
  return `${what}: ${amount(done)}${of}${unit === "bytes" ? "" : ` ${unit}`}`;
}
__name(progressText, "progressText");

// src/command/command.ts
var VERBS = {
  base: {
    summary: "makes, lists and exports the roots that builds start from",
    load: /* @__PURE__ */ __name(async () => (await import("./base-7NNBKKIC.js")).verb, "load")
  },
  build: {
    summary: "builds a port into signed packages",
    load: /* @__PURE__ */ __name(async () => (await import("./build-VL5UCVH3.js")).verb, "load")
  },
  buildbox: {
    summary: "lists, enters and removes the buildboxes that were kept",
    load: /* @__PURE__ */ __name(async () => (await import("./buildbox-SZSD6MJZ.js")).verb, "load")
  },
  check: {
    summary: "lints recipes: all problems at once",
    load: /* @__PURE__ */ __name(async () => (await import("./check-54PAF4QO.js")).verb, "load")
  },
  keygen: {
    summary: "makes a signing key",
    load: /* @__PURE__ */ __name(async () => (await import("./keygen-APCDAHHL.js")).verb, "load")
  },
  list: {
    summary: "reads a tree of ports: one JSON line an entry, or OpenBSD's INDEX",
    load: /* @__PURE__ */ __name(async () => (await import("./list-33EWVBGN.js")).verb, "load")
  },
  show: {
    summary: "shows a port as it was understood",
    load: /* @__PURE__ */ __name(async () => (await import("./show-7PXEH4I2.js")).verb, "load")
  },
  sign: {
    summary: "signs packages and folders of packages",
    load: /* @__PURE__ */ __name(async () => (await import("./sign-A2LXIU7J.js")).verb, "load")
  },
  verify: {
    summary: "checks signatures and contents, and tells the signer",
    load: /* @__PURE__ */ __name(async () => (await import("./verify-XSQ3LUUZ.js")).verb, "load")
  }
};
async function loadBuildPort() {
  const { buildPort } = await import("./build-port-4XYSOCDG.js");
  return buildPort;
}
__name(loadBuildPort, "loadBuildPort");
function helpText() {
  const width = Math.max(...Object.keys(VERBS).map(({ length }) => length));
  const rows = Object.entries(VERBS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}
`);
  return `usage: tarwright COMMAND [ARGUMENTS] [--json]

${rows.join("")}
\`tarwright COMMAND --help\` shows its options
`;
}
__name(helpText, "helpText");

export {
  package_default,
  failureDiagnostic,
  terminalSink,
  VERBS,
  loadBuildPort,
  helpText
};
