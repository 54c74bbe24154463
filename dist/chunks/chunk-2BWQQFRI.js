import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  dependencyText,
  pickVariables,
  portView
} from "./chunk-PLCPOUDO.js";
import {
  unknownSubpackage
} from "./chunk-3RF2CHTB.js";
import {
  openPortsTree
} from "./chunk-2CAK55AV.js";
import {
  pkgpathOf,
  readPort,
  readVariables
} from "./chunk-VIWBSZHV.js";
import {
  diagnosticJson,
  ok,
  openTree,
  sortDiagnostics,
  wrong
} from "./chunk-2DPMJAPF.js";

// src/command/openbsd-index.ts
function indexRows({ port, index }) {
  if (index) return index().map((line) => `${line}
`);
  return [...port.packages, ...port.dropped].map((one) => `${fields(port, one).join("|")}
`);
}
function fields(port, { fullpkgname, fullpkgpath, comment, depends }) {
  const category = port.pkgpath.includes("/") ? port.pkgpath.slice(0, port.pkgpath.indexOf("/")) : "";
  const packagePermitted = yesOrNo(port.permit.package.value);
  return [
    fullpkgname,
    fullpkgpath,
    port.prefix,
    comment,
    "/dev/null",
    // the file with the description
    "",
    // maintainer
    category,
    dependencies(depends.lib),
    dependencies(port.depends.build),
    dependencies(depends.run),
    "any",
    // architectures
    packagePermitted,
    // on CD-ROM
    packagePermitted,
    // by FTP
    yesOrNo(port.permit.distfiles.value)
  ];
}
function dependencies(all) {
  return [...new Set(all.map(dependencyText))].sort().join(" ");
}
function yesOrNo(permitted) {
  return permitted === true ? "y" : "n";
}

// src/command/lister.ts
function named(request, tree) {
  return request.pkgpath.includes("/") ? request : { ...request, pkgpath: pkgpathOf(tree, request) };
}
function openLister({
  folder,
  portsTree,
  form
}) {
  const tree = glancedTree(openTree(folder));
  const ports = portsTree && openPortsTree({ portsTree });
  return ({ request, ...rest }, answers) => {
    const shell = answers ? { shell: answers } : {};
    const asked = request.ok ? ok({ ...named({ ...request.value, ...ports }, tree), ...shell }) : request;
    const entry = { ...rest, request: asked };
    if (form.kind === "raw") return answerOf(entry.key, rawOf(asked, form.wanted, tree), form);
    const reading = readEntry(entry, tree);
    if (!reading.ok) return answerOf(entry.key, reading, form);
    if (form.kind === "index") return { text: indexRows(reading.value).join(""), failures: [] };
    return answerOf(entry.key, ok(portView(reading.value.port)), form);
  };
}
function glancedTree(tree) {
  return { ...tree, read: kept(TEXTS_KEPT, tree.read), exists: kept(PATHS_KEPT, tree.exists) };
}
var PATHS_KEPT = 64;
var TEXTS_KEPT = 8;
function kept(most, look) {
  const known = /* @__PURE__ */ new Map();
  return (path) => {
    let one = known.get(path);
    if (!one) {
      one = { found: look(path) };
      if (known.size >= most) known.clear();
      known.set(path, one);
    }
    return one.found;
  };
}
function answerOf(key, reading, form) {
  const { needsShell } = reading;
  if (reading.ok) return { text: `${JSON.stringify({ key, ...reading.value })}
`, failures: [] };
  if (form.kind === "index") return { text: "", failures: reading.error, needsShell };
  const errors = sortDiagnostics(reading.error).map(diagnosticJson);
  return { text: `${JSON.stringify({ key, errors })}
`, failures: [], needsShell };
}
function readEntry({ request, subpackage }, tree) {
  const reading = request.ok ? readPort(tree, request.value) : request;
  if (!reading.ok || subpackage === void 0) return reading;
  const { pkgpath, packages, dropped } = reading.value.port;
  const names = [...packages, ...dropped].map(({ name }) => name);
  return names.includes(subpackage) ? reading : wrong(unknownSubpackage(subpackage, { pkgpath, names }));
}
function rawOf(request, wanted, tree) {
  const reading = request.ok ? readVariables(tree, request.value, wanted) : request;
  const picked = reading.ok ? pickVariables(reading.value, wanted) : reading;
  if (!picked.ok) return picked;
  const { variables, unknown } = picked.value;
  return ok({ vars: variables, ...unknown.length > 0 ? { unknown } : {} });
}

export {
  openLister,
  answerOf
};
