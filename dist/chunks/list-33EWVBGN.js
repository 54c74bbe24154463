import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  dependencyText,
  pickVariables,
  portView
} from "./chunk-UL7XCQI3.js";
import {
  locate,
  portFolders,
  readPort,
  unknownSubpackage
} from "./chunk-LITV7OFZ.js";
import {
  parsePkgpath
} from "./chunk-SYY5JVPJ.js";
import {
  usage
} from "./chunk-JYP3FUYP.js";
import {
  diagnosticJson,
  joinPath,
  ok,
  openTree,
  quoted,
  sortDiagnostics,
  wrong
} from "./chunk-EWCNBGCJ.js";
import {
  __name
} from "./chunk-7DL54TQM.js";

// src/command/openbsd-index.ts
function indexRows(port) {
  return [...port.packages, ...port.dropped].map((one) => `${fields(port, one).join("|")}
`);
}
__name(indexRows, "indexRows");
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
__name(fields, "fields");
function dependencies(all) {
  return [...new Set(all.map(dependencyText))].sort().join(" ");
}
__name(dependencies, "dependencies");
function yesOrNo(permitted) {
  return permitted === true ? "y" : "n";
}
__name(yesOrNo, "yesOrNo");

// src/command/list.ts
var verb = {
  usage: "list TREE [--entries FILE] [--raw[=NAMES]] [--index]",
  options: {
    entries: { type: "string", help: "file of entries `folder[,flavor…]`, one a line, instead of all ports" },
    raw: { type: "optional", help: "the recipes' own variables, expanded; all, or those named" },
    index: { type: "boolean", help: "write OpenBSD's INDEX instead of JSON lines" }
  },
  positionals: { least: 1, most: 1 },
  run: /* @__PURE__ */ __name(async (args, context) => {
    const opened = await openListing(args, context.host);
    return opened.ok ? list(opened.value, args, context) : { diagnostics: opened.error };
  }, "run")
};
async function openListing(args, host) {
  const [argument = "."] = args.positionals;
  const located = await locate(argument, host);
  if (!located) {
    return wrong(usage("usage/no-tree", `there is no folder \`${argument}\``, "name a folder of ports"));
  }
  const { folder, treeName, name } = located;
  const tree = openTree(folder);
  const file = args.text("entries");
  if (file === void 0) {
    const entries = portFolders(tree).map((inner) => {
      const key = inner || name;
      return { key, request: ok({ folder: inner, treeName, pkgpath: key, flavors: "default" }) };
    });
    return ok({ tree, entries });
  }
  const text = await host.readText(joinPath(host.folders.working, file));
  return text === void 0 ? wrong(usage("usage/no-entries", `there is no file \`${file}\``, "name a file with an entry a line")) : ok({ tree, entries: entriesOf(text).map((key) => entryOf(key, treeName)) });
}
__name(openListing, "openListing");
function entriesOf(text) {
  return text.split(/\r?\n/).map((line) => line.replace(/#.*/, "").trim()).filter(Boolean);
}
__name(entriesOf, "entriesOf");
function entryOf(key, treeName) {
  const path = parsePkgpath(key);
  if (!path) {
    const help = "write `folder` or `folder,flavor`";
    return { key, request: wrong(usage("usage/entry", `${quoted(key)} is not an entry`, help)) };
  }
  const { folder, flavors, subpackage } = path;
  const request = ok({ folder, treeName, pkgpath: folder, flavors });
  return { key, request, ...subpackage === void 0 ? {} : { subpackage } };
}
__name(entryOf, "entryOf");
function list({ tree, entries }, args, { output }) {
  const raw = args.text("raw");
  const failures = [];
  for (const entry of entries) {
    const reading = readEntry(entry, tree);
    if (!args.has("index")) output(`${JSON.stringify({ key: entry.key, ...lineOf(reading, raw) })}
`);
    else if (reading.ok) output(indexRows(reading.value.port).join(""));
    else failures.push(...reading.error);
  }
  return { diagnostics: failures };
}
__name(list, "list");
function readEntry({ request, subpackage }, tree) {
  const reading = request.ok ? readPort(tree, request.value) : request;
  if (!reading.ok || subpackage === void 0) return reading;
  const { pkgpath, packages, dropped } = reading.value.port;
  const names = [...packages, ...dropped].map(({ name }) => name);
  return names.includes(subpackage) ? reading : wrong(unknownSubpackage(subpackage, { pkgpath, names }));
}
__name(readEntry, "readEntry");
function lineOf(reading, raw) {
  const vars = raw !== void 0 && reading.ok ? pickVariables(reading.value.variables(), raw) : void 0;
  const errors = reading.ok ? vars?.ok === false ? vars.error : void 0 : reading.error;
  if (errors) return { errors: sortDiagnostics(errors).map(diagnosticJson) };
  if (vars?.ok) return { vars: vars.value };
  return reading.ok ? portView(reading.value.port) : {};
}
__name(lineOf, "lineOf");
export {
  verb
};
