import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  pkgpathOf
} from "./chunk-VIWBSZHV.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  openTree,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/ports-tree.ts
var PORTS_OPTIONS = {
  "ports-dir": {
    type: "string",
    help: "the OpenBSD ports tree that modules come from; default: the nearest parent that is one"
  },
  "bsd-port-mk": { type: "string", help: "a file to read in place of every `bsd.port.mk`" }
};
function portsChoice(args) {
  const [portsDir, bsdPortFile] = [args.text("ports-dir"), args.text("bsd-port-mk")];
  return {
    ...portsDir === void 0 ? {} : { portsDir },
    ...bsdPortFile === void 0 ? {} : { bsdPortFile }
  };
}
async function inPortsTree({ folder, request }, { portsDir, bsdPortFile }, host) {
  const root = portsDir === void 0 ? await portsAbove(folder, host) : namedTree(portsDir, host);
  if (root && !await isPortsTree(root, host)) {
    const message = `\`${portsDir}\` holds no \`${MARK}\``;
    return wrong(usage("usage/ports-dir", message, "name the top of an OpenBSD ports tree"));
  }
  const text = bsdPortFile === void 0 ? void 0 : await host.readText(joinPath(host.folders.working, bsdPortFile));
  if (bsdPortFile !== void 0 && text === void 0) {
    return wrong(
      usage("usage/bsd-port-mk", `there is no file \`${bsdPortFile}\``, "name a makefile; it may be empty")
    );
  }
  const inside = root && folder.startsWith(`${root}/`) ? folder.slice(root.length + 1) : "";
  const portsTree = root && root !== folder ? { portsTree: { folder: root, name: portsDir ?? root } } : {};
  const asked = { ...request, flavors: "default", ...openPortsTree(portsTree) };
  const placed = {
    ...request,
    pkgpath: inside || (root === folder ? "" : pkgpathOf(openTree(folder), asked)),
    ...bsdPortFile !== void 0 && text !== void 0 ? { bsdPortMk: { name: bsdPortFile, text } } : {}
  };
  return ok({ folder, inside, request: placed, ...portsTree });
}
function openPortsTree({ portsTree }) {
  return portsTree ? { portsTree: { tree: openTree(portsTree.folder), name: portsTree.name } } : {};
}
function pathsIn({ inside, request }, folder) {
  return { folder, pkgpath: [inside, folder].filter(Boolean).join("/") || request.pkgpath };
}
var MARK = "infrastructure/mk/bsd.port.mk";
function namedTree(portsDir, host) {
  return joinPath(host.folders.working, portsDir);
}
async function portsAbove(folder, host) {
  for (let here = folder; ; here = joinPath(here, "..")) {
    if (await isPortsTree(here, host)) return here;
    if (joinPath(here, "..") === here) return void 0;
  }
}
async function isPortsTree(folder, host) {
  return (await host.status(joinPath(folder, MARK)))?.kind === "file";
}

export {
  PORTS_OPTIONS,
  portsChoice,
  inPortsTree,
  openPortsTree,
  pathsIn
};
