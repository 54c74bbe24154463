import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  renderDiagnostic,
  unreachable
} from "./chunk-CYW5HYYH.js";
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
    load: /* @__PURE__ */ __name(async () => (await import("./base-2U2OYICK.js")).verb, "load")
  },
  build: {
    summary: "builds a port into signed packages",
    load: /* @__PURE__ */ __name(async () => (await import("./build-C4LCRIUD.js")).verb, "load")
  },
  buildbox: {
    summary: "makes, lists, enters and removes buildboxes, those that were kept too",
    load: /* @__PURE__ */ __name(async () => (await import("./buildbox-6OKZUC4O.js")).verb, "load")
  },
  check: {
    summary: "lints recipes: all problems at once",
    load: /* @__PURE__ */ __name(async () => (await import("./check-HMADZYDD.js")).verb, "load")
  },
  "get-recipe": {
    summary: "brings a GoboLinux recipe here, to change it or to hand it on",
    load: /* @__PURE__ */ __name(async () => (await import("./get-recipe-RFU22JIL.js")).verb, "load")
  },
  install: {
    summary: "installs packages and what they need, once their signatures hold",
    load: /* @__PURE__ */ __name(async () => (await import("./install-CKCBBMYF.js")).verb, "load")
  },
  installed: {
    summary: "lists what is installed",
    load: /* @__PURE__ */ __name(async () => (await import("./installed-DIMJLNFP.js")).verb, "load")
  },
  keygen: {
    summary: "makes a signing key",
    load: /* @__PURE__ */ __name(async () => (await import("./keygen-KENKGABD.js")).verb, "load")
  },
  "lib-depends": {
    summary: "tells what packages link to, and what is missing, extra or bogus in their recipe",
    load: /* @__PURE__ */ __name(async () => (await import("./lib-depends-NVOY2EAD.js")).verb, "load")
  },
  list: {
    summary: "reads a tree of ports: one JSON line an entry, or OpenBSD's INDEX",
    load: /* @__PURE__ */ __name(async () => (await import("./list-GLFUXZOF.js")).verb, "load")
  },
  "make-plist": {
    summary: "writes packing lists, or brings them up to date, from what a build installs",
    load: /* @__PURE__ */ __name(async () => (await import("./make-plist-6WRHY6UU.js")).verb, "load")
  },
  "make-recipe": {
    summary: "writes a recipe for an archive, ready to be built",
    load: /* @__PURE__ */ __name(async () => (await import("./make-recipe-XDQCFNUG.js")).verb, "load")
  },
  "new-version": {
    summary: "writes the recipe of a port's next version",
    load: /* @__PURE__ */ __name(async () => (await import("./new-version-SCHIFHLP.js")).verb, "load")
  },
  package: {
    summary: "makes a package of an installed program",
    load: /* @__PURE__ */ __name(async () => (await import("./package-tree-7XABYKOZ.js")).verb, "load")
  },
  plan: {
    summary: "tells what would be built, where, in which order, and why",
    load: /* @__PURE__ */ __name(async () => (await import("./plan-VPFKXMRG.js")).verb, "load")
  },
  publish: {
    summary: "puts packages on a GitHub release, and makes it whole",
    load: /* @__PURE__ */ __name(async () => (await import("./publish-EKSF52NK.js")).verb, "load")
  },
  rebuild: {
    summary: "builds a published package again, and tells whether it comes out the same",
    load: /* @__PURE__ */ __name(async () => (await import("./rebuild-HMH76WD6.js")).verb, "load")
  },
  "recipe-store": {
    summary: "packs GoboLinux recipes to hand on, with a report of each",
    load: /* @__PURE__ */ __name(async () => (await import("./recipe-store-V6HIZPM7.js")).verb, "load")
  },
  remove: {
    summary: "takes installed packages away",
    load: /* @__PURE__ */ __name(async () => (await import("./remove-JLEDYINF.js")).verb, "load")
  },
  show: {
    summary: "shows a port as it was understood",
    load: /* @__PURE__ */ __name(async () => (await import("./show-E7SIY7WO.js")).verb, "load")
  },
  sign: {
    summary: "signs packages and folders of packages",
    load: /* @__PURE__ */ __name(async () => (await import("./sign-LAO6VEW4.js")).verb, "load")
  },
  update: {
    summary: "puts newer packages in the place of those that are installed",
    load: /* @__PURE__ */ __name(async () => (await import("./update-YCJNCRU6.js")).verb, "load")
  },
  verify: {
    summary: "checks signatures and contents, and tells the signer",
    load: /* @__PURE__ */ __name(async () => (await import("./verify-NACDL75K.js")).verb, "load")
  }
};
async function loadBuildPort() {
  const { buildPort } = await import("./build-port-P75OZPPZ.js");
  return buildPort;
}
__name(loadBuildPort, "loadBuildPort");
async function loadBuildShard() {
  const { buildShard } = await import("./build-shard-43CRUHX7.js");
  return buildShard;
}
__name(loadBuildShard, "loadBuildShard");
async function loadPlanRun() {
  const { planRun } = await import("./plan-run-SIAXJSCE.js");
  return planRun;
}
__name(loadPlanRun, "loadPlanRun");
async function loadSettleRun() {
  const { settleRun } = await import("./settle-run-EMMTSPX7.js");
  return settleRun;
}
__name(loadSettleRun, "loadSettleRun");
async function loadPublishPackages() {
  const { publishPackages } = await import("./publish-packages-7XMBLOJG.js");
  return publishPackages;
}
__name(loadPublishPackages, "loadPublishPackages");
async function loadInstallWanted() {
  const { installWanted } = await import("./install-packages-2GQ2ROLP.js");
  return installWanted;
}
__name(loadInstallWanted, "loadInstallWanted");
async function loadLister() {
  const { openLister } = await import("./lister-3XFVQDRL.js");
  return openLister;
}
__name(loadLister, "loadLister");
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
  loadLister,
  helpText
};
