import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  bringPort,
  openPacked,
  withoutLogin
} from "./chunk-27H5ZHXC.js";
import {
  NO_SHELL,
  SHELL_OPTIONS,
  shellOver
} from "./chunk-WBGVUFWN.js";
import {
  RECIPES,
  locate,
  locatePort
} from "./chunk-3RF2CHTB.js";
import {
  PORTS_OPTIONS,
  inPortsTree,
  openPortsTree,
  pathsIn,
  portsChoice
} from "./chunk-2CAK55AV.js";
import {
  unknownPackages
} from "./chunk-V57KGXLJ.js";
import {
  portFolders,
  readPort
} from "./chunk-VIWBSZHV.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  diagnosticJson,
  distinctDiagnostics,
  exitStatus,
  openTree,
  quoted,
  sortDiagnostics
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/check-online.ts
var PARALLEL = 4;
async function checkOnline(distfiles, { host, report, signal }) {
  const addresses = [...new Set(distfiles.flatMap(webAddresses))];
  const found = /* @__PURE__ */ new Map();
  const queue = addresses.entries();
  const worker = async () => {
    for (const [done, address] of queue) {
      report({ kind: "progress", what: "asking", done, total: addresses.length, unit: "files" });
      found.set(address, await ask(address, { host, signal }));
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return distfiles.flatMap((distfile) => troublesOf(distfile, found));
}
function webAddresses({ urls }) {
  return urls.flatMap(
    (one) => one.kind === "web" && URL.canParse(one.url) && /^https?:/.test(one.url) ? [one.url] : []
  );
}
async function ask(address, { host, signal }) {
  const url = new URL(address);
  const head = await host.head(url, {}, signal);
  if (head.kind === "answered") head.body.destroy();
  const isRefused = head.kind === "answered" && [400, 403, 405, 501].includes(head.status);
  const answer = isRefused ? await host.get(url, { range: "bytes=0-0" }, signal) : head;
  if (answer.kind === "unreachable") return { kind: "lost", why: answer.why };
  answer.body.destroy();
  const { status, headers } = answer;
  if (status !== 200 && status !== 206) return { kind: "lost", why: `status ${status}` };
  const length = status === 206 ? /\/([0-9]+)$/.exec(headers.get("content-range") ?? "")?.[1] : headers.get("content-length");
  return { kind: "there", sizeBytes: length === void 0 ? void 0 : Number(length) };
}
function troublesOf(distfile, found) {
  const { file, span, sizeBytes, urls } = distfile;
  const asked = webAddresses(distfile).map((address) => ({ address, reached: found.get(address) }));
  const lost = asked.flatMap(
    ({ address, reached }) => reached?.kind === "lost" ? [`${quoted(withoutLogin(address))}: ${reached.why}`] : []
  );
  const isNowhere = lost.length > 0 && lost.length === asked.length && urls.length === asked.length;
  const others = asked.flatMap(
    ({ address, reached }) => reached?.kind === "there" && sizeBytes !== void 0 && (reached.sizeBytes ?? sizeBytes) !== sizeBytes ? [`${quoted(withoutLogin(address))}: ${reached.sizeBytes}`] : []
  );
  return [
    ...lost.length === 0 ? [] : [
      {
        severity: isNowhere ? "error" : "warning",
        code: "check/lost-source",
        blame: "recipe",
        message: `${quoted(file)} is ${isNowhere ? "at none of its places" : "not at all of its places"}:
  ${lost.join("\n  ")}`,
        span,
        help: isNowhere ? "find out where it has gone, and name that place" : "replace these places, or remove them"
      }
    ],
    ...others.length === 0 ? [] : [
      {
        severity: "warning",
        code: "check/other-size",
        blame: "recipe",
        message: `${quoted(file)} has ${sizeBytes} bytes, and servers tell of another size:
  ${others.join("\n  ")}`,
        span,
        help: "look what is there now: another file, or a page that says sorry"
      }
    ]
  ];
}

// src/command/check.ts
var verb = {
  usage: "check PATHS… [--recipes DIR|URL]… [--online] [--ports-dir D] [--bsd-port-mk F] [--allow-shell]",
  options: {
    online: {
      type: "boolean",
      help: "ask servers, too, whether they have the sources; nothing is downloaded"
    },
    recipes: RECIPES,
    ...PORTS_OPTIONS,
    ...SHELL_OPTIONS
  },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const choice = portsChoice(args);
    const shell = args.has("allow-shell") ? shellOver({}, context) : NO_SHELL;
    const brought = await bringPort({ port: ".", recipes: args.texts("recipes") }, context);
    if (!brought.ok) return { diagnostics: brought.error };
    const { recipes } = brought.value;
    const checks = await Promise.all(
      args.positionals.map((argument) => checkArgument(argument, { choice, shell, recipes }, context))
    );
    const ports = [...new Set(checks.flatMap((one) => one.ports))];
    const sources = checks.flatMap((one) => one.distfiles);
    const online = args.has("online") ? await checkOnline(sources, context) : [];
    const diagnostics = sortDiagnostics(
      distinctDiagnostics([...checks.flatMap((one) => one.diagnostics), ...online])
    );
    const count = `${ports.length} port${ports.length === 1 ? "" : "s"} checked`;
    return {
      diagnostics,
      text: exitStatus(diagnostics) === 0 ? `${count}: no problems
` : `${count}
`,
      json: { ports, diagnostics: diagnostics.map(diagnosticJson) }
    };
  }
};
async function checkArgument(named, { choice, shell, recipes }, context) {
  const { host } = context;
  const failed = (diagnostics) => ({ ports: [], diagnostics, distfiles: [] });
  const opened = await openPacked(named, context);
  if (!opened.ok) return failed(opened.error);
  const argument = opened.value;
  const located = await locate(argument, host);
  if (!located && recipes.length === 0) {
    const message = `there is nothing at \`${argument}\``;
    return failed([usage("usage/no-port", message, "name recipes, or folders with recipes")]);
  }
  const placed = located ? await inPortsTree(located, choice, host) : await locatePort(argument, { ...choice, recipes }, host);
  if (!placed.ok) return failed(placed.error);
  const { folder, request } = placed.value;
  const [tree, ports] = [openTree(folder), openPortsTree(placed.value)];
  const folders = located ? [...new Set([...portFolders(tree)].map((one) => one.folder))] : [request.folder];
  const recipeTrees = recipes.map((one) => openTree(joinPath(host.folders.working, one.folder)));
  const distfiles = [];
  const checks = [];
  for (const inner of folders.length === 0 ? [""] : folders) {
    const paths = located ? pathsIn(placed.value, inner) : {};
    const port = { ...request, ...ports, ...paths, recipeTrees };
    const settled = await shell.read(
      (answers) => checkPort(tree, { ...port, shell: answers }),
      joinPath(folder, inner)
    );
    checks.push(...settled.ok ? settled.value.problems : settled.error);
    if (settled.ok) distfiles.push(...settled.value.distfiles);
  }
  const shown = (inner) => [request.treeName, inner].filter((part) => part !== "").join("/");
  return { ports: folders.map(shown), diagnostics: checks, distfiles };
}
function checkPort(tree, port) {
  const plain = readPort(tree, { ...port, flavors: "default" });
  if (!plain.ok) return { problems: plain.error, distfiles: [], needsShell: plain.needsShell };
  const { available, pseudo } = plain.value.port.flavors;
  const readings = [...available, ...pseudo].map((flavor) => readPort(tree, { ...port, flavors: [flavor] }));
  const others = readings.flatMap(
    (reading) => reading.ok ? reading.value.warnings : reading.error.filter(({ code }) => code !== PORT_RULE)
  );
  const asking = readings.find(({ needsShell }) => needsShell);
  const ports = [plain, ...readings].flatMap((reading) => reading.ok ? [reading.value.port] : []);
  const all = ports.flatMap((one) => one.distfiles);
  const distfiles = [...new Map(all.map((one) => [`${one.file} ${one.span.start}`, one])).values()];
  return {
    problems: [...plain.value.warnings, ...others, ...ports.flatMap(unknownPackages)],
    distfiles,
    needsShell: asking?.needsShell
  };
}
var PORT_RULE = "openbsd/port-error";
export {
  verb
};
