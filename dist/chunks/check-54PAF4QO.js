import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  locate,
  portFolders,
  readPort
} from "./chunk-LITV7OFZ.js";
import "./chunk-SYY5JVPJ.js";
import {
  usage
} from "./chunk-JYP3FUYP.js";
import {
  diagnosticJson,
  exitStatus,
  openTree,
  sortDiagnostics
} from "./chunk-EWCNBGCJ.js";
import {
  __name
} from "./chunk-7DL54TQM.js";

// src/command/check.ts
var verb = {
  usage: "check PATHS…",
  options: {},
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: /* @__PURE__ */ __name(async ({ positionals }, { host }) => {
    const checks = await Promise.all(positionals.map((argument) => checkArgument(argument, host)));
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
async function checkArgument(argument, host) {
  const located = await locate(argument, host);
  if (!located) {
    const message = `there is nothing at \`${argument}\``;
    return {
      ports: [],
      diagnostics: [usage("usage/no-port", message, "name recipes, or folders with recipes")]
    };
  }
  const { folder, treeName, name } = located;
  const tree = openTree(folder);
  const folders = portFolders(tree);
  const checks = (folders.length === 0 ? [""] : folders).map(
    (inner) => checkPort(tree, { folder: inner, treeName, pkgpath: inner || name })
  );
  const shown = /* @__PURE__ */ __name((inner) => [treeName, inner].filter((part) => part !== "").join("/"), "shown");
  return { ports: folders.map(shown), diagnostics: checks.flat() };
}
__name(checkArgument, "checkArgument");
function checkPort(tree, port) {
  const plain = readPort(tree, { ...port, flavors: "default" });
  if (!plain.ok) return plain.error;
  const { available, pseudo } = plain.value.port.flavors;
  const others = [...available, ...pseudo].flatMap((flavor) => {
    const reading = readPort(tree, { ...port, flavors: [flavor] });
    return reading.ok ? reading.value.warnings : reading.error;
  });
  return [...plain.value.warnings, ...others];
}
__name(checkPort, "checkPort");
function distinct(diagnostics) {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(diagnosticJson(one)), one])).values()];
}
__name(distinct, "distinct");
export {
  verb
};
