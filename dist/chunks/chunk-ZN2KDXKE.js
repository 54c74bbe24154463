import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  renderDiagnostic,
  unreachable
} from "./chunk-6LPI6B3G.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

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
  let began = { what: "", atMs: 0, done: 0 };
  let quarter = "";
  const clear = /* @__PURE__ */ __name(() => {
    if (isDrawn) screen.write("\r\x1B[K");
    isDrawn = false;
  }, "clear");
  const show = /* @__PURE__ */ __name((event) => {
    const isLast = event.total !== void 0 && event.done >= event.total;
    if (began.what !== event.what) began = { what: event.what, atMs: screen.now(), done: event.done };
    if (screen.kind === "plain") {
      const { done, total } = event.files ?? event;
      const reached = `${event.what} ${total ? Math.floor(4 * done / total) : 0}`;
      if (reached !== quarter && event.total) screen.write(`${progressText(event)}
`);
      quarter = reached;
      return;
    }
    if (!isLast && screen.now() - drawnAt < CALM_MS) return;
    drawnAt = screen.now();
    clear();
    screen.write(`${progressText(event)}${timeLeft(event, { ...began, nowMs: screen.now() })}`);
    isDrawn = true;
  }, "show");
  return { clear, show };
}
__name(progressLine, "progressLine");
function timeLeft({ done, total, unit }, began) {
  const [elapsedMs, made] = [began.nowMs - began.atMs, done - began.done];
  if (unit !== "bytes" || total === void 0 || done >= total || made <= 0 || elapsedMs < 2e3) return "";
  const seconds = Math.ceil((total - done) * elapsedMs / made / 1e3);
  return seconds < 100 ? `, ${seconds} s left` : `, ${Math.ceil(seconds / 60)} min left`;
}
__name(timeLeft, "timeLeft");
function progressText({ what, done, total, unit, files }) {
  const amount = /* @__PURE__ */ __name((value) => unit === "bytes" ? `${(value / 1e6).toFixed(1)} MB` : String(value), "amount");
  const of = total === void 0 ? "" : ` of ${amount(total)}`;
  const count = files ? `${files.done} of ${files.total} files, ` : "";
  return `${what}: ${count}${amount(done)}${of}${unit === "bytes" ? "" : ` ${unit}`}`;
}
__name(progressText, "progressText");

// src/command/command.ts
var VERBS = {
  base: {
    summary: "makes, syncs, compares, pins, lists and exports the roots that builds start from",
    load: /* @__PURE__ */ __name(async () => (await import("./base-ZI4MGTJG.js")).verb, "load")
  },
  build: {
    summary: "builds a port into signed packages",
    load: /* @__PURE__ */ __name(async () => (await import("./build-XUPHEPTP.js")).verb, "load")
  },
  buildbox: {
    summary: "makes, lists, enters and removes buildboxes, those that were kept too",
    load: /* @__PURE__ */ __name(async () => (await import("./buildbox-G3XGR7LB.js")).verb, "load")
  },
  check: {
    summary: "lints recipes: all problems at once",
    load: /* @__PURE__ */ __name(async () => (await import("./check-737P6F7Q.js")).verb, "load")
  },
  "get-recipe": {
    summary: "brings a GoboLinux recipe here, to change it or to hand it on",
    load: /* @__PURE__ */ __name(async () => (await import("./get-recipe-4R6HKL6N.js")).verb, "load")
  },
  install: {
    summary: "installs packages and what they need, once their signatures hold",
    load: /* @__PURE__ */ __name(async () => (await import("./install-ZES5SOXZ.js")).verb, "load")
  },
  installed: {
    summary: "lists what is installed",
    load: /* @__PURE__ */ __name(async () => (await import("./installed-CETDRGYK.js")).verb, "load")
  },
  keygen: {
    summary: "makes a signing key",
    load: /* @__PURE__ */ __name(async () => (await import("./keygen-C7DT5SYM.js")).verb, "load")
  },
  "lib-depends": {
    summary: "tells what packages link to, and what is missing, extra or bogus in their recipe",
    load: /* @__PURE__ */ __name(async () => (await import("./lib-depends-IMHCOUVH.js")).verb, "load")
  },
  list: {
    summary: "reads a tree of ports: one JSON line an entry, or OpenBSD's INDEX",
    load: /* @__PURE__ */ __name(async () => (await import("./list-ZR3PKI5H.js")).verb, "load")
  },
  "make-plist": {
    summary: "writes packing lists, or brings them up to date, from what a build installs",
    load: /* @__PURE__ */ __name(async () => (await import("./make-plist-EQJCU7WZ.js")).verb, "load")
  },
  "make-recipe": {
    summary: "writes a recipe for an archive, ready to be built",
    load: /* @__PURE__ */ __name(async () => (await import("./make-recipe-7SZ5FKZL.js")).verb, "load")
  },
  "new-version": {
    summary: "writes the recipe of a port's next version",
    load: /* @__PURE__ */ __name(async () => (await import("./new-version-QKCQC2JM.js")).verb, "load")
  },
  package: {
    summary: "makes a package of an installed program",
    load: /* @__PURE__ */ __name(async () => (await import("./package-tree-RDAGKFBE.js")).verb, "load")
  },
  plan: {
    summary: "tells what would be built, where, in which order, and why",
    load: /* @__PURE__ */ __name(async () => (await import("./plan-VMOGWSCG.js")).verb, "load")
  },
  publish: {
    summary: "puts packages on a GitHub release, and makes it whole",
    load: /* @__PURE__ */ __name(async () => (await import("./publish-BNB3554O.js")).verb, "load")
  },
  rebuild: {
    summary: "builds a published package again, and tells whether it comes out the same",
    load: /* @__PURE__ */ __name(async () => (await import("./rebuild-INIYGSXZ.js")).verb, "load")
  },
  "recipe-store": {
    summary: "packs GoboLinux recipes to hand on, with a report of each",
    load: /* @__PURE__ */ __name(async () => (await import("./recipe-store-JXDF5SKG.js")).verb, "load")
  },
  remove: {
    summary: "takes installed packages away",
    load: /* @__PURE__ */ __name(async () => (await import("./remove-5UJXODUS.js")).verb, "load")
  },
  show: {
    summary: "shows a port as it was understood",
    load: /* @__PURE__ */ __name(async () => (await import("./show-XRHPQZB5.js")).verb, "load")
  },
  sign: {
    summary: "signs packages and folders of packages",
    load: /* @__PURE__ */ __name(async () => (await import("./sign-AGHRKEP7.js")).verb, "load")
  },
  update: {
    summary: "puts newer packages in the place of those that are installed",
    load: /* @__PURE__ */ __name(async () => (await import("./update-M6YRZ7GQ.js")).verb, "load")
  },
  verify: {
    summary: "checks signatures and contents, and tells the signer",
    load: /* @__PURE__ */ __name(async () => (await import("./verify-G3BNSI2J.js")).verb, "load")
  }
};
async function loadBuildPort() {
  const { buildPort } = await import("./build-port-ZJAOTKM3.js");
  return buildPort;
}
__name(loadBuildPort, "loadBuildPort");
async function loadBuildShard() {
  const { buildShard } = await import("./build-shard-26SJD46C.js");
  return buildShard;
}
__name(loadBuildShard, "loadBuildShard");
async function loadPlanRun() {
  const { planRun } = await import("./plan-run-3L6S5766.js");
  return planRun;
}
__name(loadPlanRun, "loadPlanRun");
async function loadSettleRun() {
  const { settleRun } = await import("./settle-run-DPGK4RN3.js");
  return settleRun;
}
__name(loadSettleRun, "loadSettleRun");
async function loadPublishPackages() {
  const { publishPackages } = await import("./publish-packages-ZZSJ6POQ.js");
  return publishPackages;
}
__name(loadPublishPackages, "loadPublishPackages");
async function loadInstallWanted() {
  const { installWanted } = await import("./install-packages-BBWBL3UZ.js");
  return installWanted;
}
__name(loadInstallWanted, "loadInstallWanted");
async function loadThread({ kind, job }) {
  switch (kind) {
    case "list": {
      const { openLister } = await import("./lister-HUU2QOVJ.js");
      const list = openLister(job);
      return (entry) => list(entry);
    }
    case "read": {
      const { openReader } = await import("./port-reader-Y4P7EYJG.js");
      return openReader(job);
    }
    default:
      return unreachable(kind);
  }
}
__name(loadThread, "loadThread");
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
  terminalSink,
  VERBS,
  loadBuildPort,
  loadBuildShard,
  loadPlanRun,
  loadSettleRun,
  loadPublishPackages,
  loadInstallWanted,
  loadThread,
  helpText
};
