import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  nearest,
  renderDiagnostic,
  unreachable
} from "./chunk-2DPMJAPF.js";

// src/command/terminal.ts
var CALM_MS = 100;
function terminalSink(screen) {
  const bold = (text) => screen.color === "always" ? `\x1B[1m${text}\x1B[0m` : text;
  const progress = progressLine(screen);
  let atLineStart = true;
  const line = (text) => {
    progress.clear();
    screen.write(`${atLineStart ? "" : "\n"}${text}
`);
    atLineStart = true;
  };
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
function withoutControls(chunk) {
  return chunk.map(
    (byte) => byte < 32 && byte !== 10 && byte !== 9 || byte === 127 ? 63 : byte
  );
}
function progressLine(screen) {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  let began = { what: "", atMs: 0, done: 0 };
  let quarter = "";
  const clear = () => {
    if (isDrawn) screen.write("\r\x1B[K");
    isDrawn = false;
  };
  const show = (event) => {
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
  };
  return { clear, show };
}
function timeLeft({ done, total, unit }, began) {
  const [elapsedMs, made] = [began.nowMs - began.atMs, done - began.done];
  if (unit !== "bytes" || total === void 0 || done >= total || made <= 0 || elapsedMs < 2e3) return "";
  const seconds = Math.ceil((total - done) * elapsedMs / made / 1e3);
  return seconds < 100 ? `, ${seconds} s left` : `, ${Math.ceil(seconds / 60)} min left`;
}
function progressText({ what, done, total, unit, files }) {
  const amount = (value) => unit === "bytes" ? `${(value / 1e6).toFixed(1)} MB` : String(value);
  const of = total === void 0 ? "" : ` of ${amount(total)}`;
  const count = files ? `${files.done} of ${files.total} files, ` : "";
  return `${what}: ${count}${amount(done)}${of}${unit === "bytes" ? "" : ` ${unit}`}`;
}

// src/command/command.ts
var VERBS = {
  base: {
    summary: "makes, syncs, compares, pins, lists and exports the roots that builds start from",
    load: async () => (await import("./base-YGQLUNZ6.js")).verb
  },
  build: {
    summary: "builds a port into signed packages",
    load: async () => (await import("./build-2NQNTBN2.js")).verb
  },
  buildbox: {
    summary: "makes, lists, enters and removes buildboxes, those that were kept too",
    load: async () => (await import("./buildbox-E4HTOT4J.js")).verb
  },
  check: {
    summary: "lints recipes: all problems at once",
    load: async () => (await import("./check-TKYKZWKV.js")).verb
  },
  "get-recipe": {
    summary: "brings a GoboLinux recipe here, to change it or to hand it on",
    load: async () => (await import("./get-recipe-T3F4TEBH.js")).verb
  },
  install: {
    summary: "installs packages and what they need, once their signatures hold",
    load: async () => (await import("./install-RDX7VMXF.js")).verb
  },
  installed: {
    summary: "lists what is installed",
    load: async () => (await import("./installed-ABBHKWE6.js")).verb
  },
  keygen: {
    summary: "makes a signing key",
    load: async () => (await import("./keygen-AGVDCTIE.js")).verb
  },
  "lib-depends": {
    summary: "tells what packages link to, and what is missing, extra or bogus in their recipe",
    load: async () => (await import("./lib-depends-PEMOVN3H.js")).verb
  },
  list: {
    summary: "reads a tree of ports: one JSON line an entry, or OpenBSD's INDEX",
    load: async () => (await import("./list-W67EWXAJ.js")).verb
  },
  "make-plist": {
    summary: "writes packing lists, or brings them up to date, from what a build installs",
    load: async () => (await import("./make-plist-54MASWR7.js")).verb
  },
  "make-recipe": {
    summary: "writes a recipe for an archive, ready to be built",
    load: async () => (await import("./make-recipe-NZIAPKW6.js")).verb
  },
  "new-version": {
    summary: "writes the recipe of a port's next version",
    load: async () => (await import("./new-version-6NTOYQ46.js")).verb
  },
  package: {
    summary: "makes a package of an installed program",
    load: async () => (await import("./package-tree-CNYRACVK.js")).verb
  },
  plan: {
    summary: "tells what would be built, where, in which order, and why",
    load: async () => (await import("./plan-RWFDMPXN.js")).verb
  },
  publish: {
    summary: "puts packages on a GitHub release, and makes it whole",
    load: async () => (await import("./publish-5HKTNXJM.js")).verb
  },
  rebuild: {
    summary: "builds a published package again, and tells whether it comes out the same",
    load: async () => (await import("./rebuild-XRMOTDDN.js")).verb
  },
  "recipe-store": {
    summary: "packs GoboLinux recipes to hand on, with a report of each",
    load: async () => (await import("./recipe-store-FNSOB66J.js")).verb
  },
  remove: {
    summary: "takes installed packages away",
    load: async () => (await import("./remove-45M4KLXA.js")).verb
  },
  show: {
    summary: "shows a port as it was understood",
    load: async () => (await import("./show-QKIH64OA.js")).verb
  },
  sign: {
    summary: "signs packages and folders of packages",
    load: async () => (await import("./sign-XWQ7FL3W.js")).verb
  },
  update: {
    summary: "puts newer packages in the place of those that are installed",
    load: async () => (await import("./update-2NIDT7P7.js")).verb
  },
  verify: {
    summary: "checks signatures and contents, and tells the signer",
    load: async () => (await import("./verify-EP3UGEHA.js")).verb
  }
};
async function loadBuildPort() {
  const { buildPort } = await import("./build-port-BQG3LYNS.js");
  return buildPort;
}
async function loadBuildShard() {
  const { buildShard } = await import("./build-shard-SW63EPOR.js");
  return buildShard;
}
async function loadPlanRun() {
  const { planRun } = await import("./plan-run-EVRITQKO.js");
  return planRun;
}
async function loadSettleRun() {
  const { settleRun } = await import("./settle-run-EC6RPSBM.js");
  return settleRun;
}
async function loadPublishPackages() {
  const { publishPackages } = await import("./publish-packages-NCWCA5M3.js");
  return publishPackages;
}
async function loadInstallWanted() {
  const { installWanted } = await import("./install-packages-E6M3ZYRL.js");
  return installWanted;
}
async function loadThread({ kind, job }) {
  switch (kind) {
    case "list": {
      const { openLister } = await import("./lister-ZDH255OT.js");
      const list = openLister(job);
      return (entry) => list(entry);
    }
    case "read": {
      const { openReader } = await import("./port-reader-5PFWMRPS.js");
      return openReader(job);
    }
    default:
      return unreachable(kind);
  }
}
function helpText() {
  const width = Math.max(...Object.keys(VERBS).map(({ length }) => length));
  const rows = Object.entries(VERBS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}
`);
  return `usage: tarwright COMMAND [ARGUMENTS] [--json]

${rows.join("")}
\`tarwright COMMAND --help\` shows its options
`;
}
function unknownVerb(name) {
  const meant = nearest(name, Object.keys(VERBS));
  const help = meant ? `did you mean \`${meant}\`?` : "`tarwright --help` lists them";
  return usage("usage/unknown-command", `\`${name}\` is not a command of tarwright`, help);
}

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
  helpText,
  unknownVerb
};
