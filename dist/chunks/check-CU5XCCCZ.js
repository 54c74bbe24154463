import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openPacked
} from "./chunk-AZHTISH2.js";
import {
  NO_SHELL,
  SHELL_OPTIONS,
  shellOver
} from "./chunk-6GGPSXUG.js";
import "./chunk-NXLANKJP.js";
import "./chunk-V7LP4YZU.js";
import "./chunk-FFIYGVKZ.js";
import "./chunk-UCWNRDAO.js";
import {
  PORTS_OPTIONS,
  inPortsTree,
  locate,
  openPortsTree,
  pathsIn,
  portFolders,
  portsChoice,
  readPort
} from "./chunk-GLREMW2F.js";
import {
  usage
} from "./chunk-PE6H4S2Z.js";
import {
  diagnosticJson,
  exitStatus,
  joinPath,
  openTree,
  sortDiagnostics
} from "./chunk-YHAPECI5.js";
import "./chunk-4TNO2FL2.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

// src/command/check.ts
var verb = {
  usage: "check PATHS… [--ports-dir D] [--bsd-port-mk F] [--allow-shell]",
  options: { ...PORTS_OPTIONS, ...SHELL_OPTIONS },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: /* @__PURE__ */ __name(async (args, context) => {
    const choice = portsChoice(args);
    const shell = args.has("allow-shell") ? shellOver({}, context) : NO_SHELL;
    const checks = await Promise.all(
      args.positionals.map((argument) => checkArgument(argument, { choice, shell }, context))
    );
    const ports = [...new Set(checks.flatMap((one) => one.ports))];
    const diagnostics = sortDiagnostics(distinct(checks.flatMap((one) => one.diagnostics)));
    const count = `${ports.length} port${ports.length === 1 ? "" : "s"} checked`;
    return {
      diagnostics,
      text: exitStatus(diagnostics) === 0 ? `${count}: no problems
` : `${count}
`,
      json: { ports, diagnostics: diagnostics.map(diagnosticJson) }
    };
  }, "run")
};
async function checkArgument(named, { choice, shell }, context) {
  const { host } = context;
  const opened = await openPacked(named, context);
  if (!opened.ok) return { ports: [], diagnostics: opened.error };
  const argument = opened.value;
  const located = await locate(argument, host);
  if (!located) {
    const message = `there is nothing at \`${argument}\``;
    return {
      ports: [],
      diagnostics: [usage("usage/no-port", message, "name recipes, or folders with recipes")]
    };
  }
  const placed = await inPortsTree(located, choice, host);
  if (!placed.ok) return { ports: [], diagnostics: placed.error };
  const { folder, request } = placed.value;
  const [tree, ports] = [openTree(folder), openPortsTree(placed.value)];
  const folders = [...new Set(portFolders(tree).map((one) => one.folder))];
  const checks = [];
  for (const inner of folders.length === 0 ? [""] : folders) {
    const port = { ...request, ...ports, ...pathsIn(placed.value, inner) };
    const settled = await shell.read(
      (answers) => checkPort(tree, { ...port, shell: answers }),
      joinPath(folder, inner)
    );
    checks.push(...settled.ok ? settled.value.problems : settled.error);
  }
  const shown = /* @__PURE__ */ __name((inner) => [request.treeName, inner].filter((part) => part !== "").join("/"), "shown");
  return { ports: folders.map(shown), diagnostics: checks };
}
__name(checkArgument, "checkArgument");
function checkPort(tree, port) {
  const plain = readPort(tree, { ...port, flavors: "default" });
  if (!plain.ok) return { problems: plain.error, needsShell: plain.needsShell };
  const { available, pseudo } = plain.value.port.flavors;
  const readings = [...available, ...pseudo].map((flavor) => readPort(tree, { ...port, flavors: [flavor] }));
  const others = readings.flatMap(
    (reading) => reading.ok ? reading.value.warnings : reading.error.filter(({ code }) => code !== PORT_RULE)
  );
  const asking = readings.find(({ needsShell }) => needsShell);
  return { problems: [...plain.value.warnings, ...others], needsShell: asking?.needsShell };
}
__name(checkPort, "checkPort");
var PORT_RULE = "openbsd/port-error";
function distinct(diagnostics) {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(diagnosticJson(one)), one])).values()];
}
__name(distinct, "distinct");
export {
  verb
};
