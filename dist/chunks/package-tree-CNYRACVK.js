import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openLibraries
} from "./chunk-SZNGAO7C.js";
import {
  BUILD_FOLDERS
} from "./chunk-IXKQB4NW.js";
import {
  chooseKey,
  keyChoiceOf
} from "./chunk-YYJQCZB6.js";
import {
  readBaseRequest
} from "./chunk-YZ26MRUZ.js";
import {
  readPort
} from "./chunk-VIWBSZHV.js";
import {
  ENGINES
} from "./chunk-DUQGCMRN.js";
import {
  FILE_HASHES,
  addToFolder,
  copyInstalled,
  packJob,
  parseManifest
} from "./chunk-G3IN5NY2.js";
import {
  COMPRESSIONS,
  jobId,
  releaseOf
} from "./chunk-ZEHBRBCQ.js";
import {
  oneOf
} from "./chunk-4B4EVV3V.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  openTree,
  quoted,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/package-tree.ts
import { createHash } from "node:crypto";
var verb = {
  usage: "package TREE [NAME] [VERSION] [--prefix P] [--base B] [--out DIR] [--key KEY] [OPTIONS]",
  options: {
    prefix: {
      type: "string",
      help: "where it will live; default: where it says that it lives, or where it lies"
    },
    base: { type: "string", help: "what it runs on; default: what it was built for, or host" },
    arch: { type: "string", help: "as uname -m has it; default: this machine's" },
    out: { type: "string", help: "folder for the package, merged when it exists; default: out" },
    compression: { type: "string", help: `${COMPRESSIONS.join(", ")}; default: gz` },
    filehash: { type: "string", help: `as of build: ${FILE_HASHES.join(", ")}` },
    key: { type: "string", help: "the secret key, NAME.sec; default: your own" },
    unsigned: { type: "boolean", help: "leave the package unsigned" },
    engine: { type: "string", help: `what opens the base: auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "make the base here, even where there is an image of it" }
  },
  positionals: { least: 1, most: 3 },
  run: async (args, context) => {
    const jobs = joinPath(context.host.folders.cache, "jobs");
    return await withScratch(jobs, context.host, async (scratch) => {
      const packed = await packTree(args, scratch, context);
      return packed.ok ? answerOf(packed.value, context) : { diagnostics: packed.error };
    });
  }
};
async function packTree(args, scratch, context) {
  const { host, report, signal } = context;
  const [argument = ""] = args.positionals;
  const program = await openProgram(argument, args, context);
  const compression = oneOf("`--compression`", args.text("compression") ?? "gz", COMPRESSIONS);
  const fileHash = oneOf("`--filehash`", args.text("filehash") ?? "sha256", FILE_HASHES);
  const choice = keyChoiceOf(args, host);
  const key = choice.ok ? await chooseKey(choice.value, host) : choice;
  if (!program.ok || !compression.ok || !fileHash.ok || !key.ok) {
    return {
      ok: false,
      error: [program, compression, fileHash, key].flatMap((one) => one.ok ? [] : one.error)
    };
  }
  const { tree, port, layout, prefix, manifest } = program.value;
  const request = readBaseRequest(args.text("base") ?? manifest?.base ?? "host", args, context);
  if (!request.ok) return request;
  const system = port.packages.flatMap((one) => one.depends.system);
  const opened = await openLibraries({ request: request.value, system }, context);
  if (!opened.ok) return opened;
  const { ground, libraries, systemPackages } = opened.value;
  const fakeRoot = joinPath(scratch, "fake");
  const into = joinPath(fakeRoot, `.${prefix}`);
  await host.makeFolder(into);
  const { newest, special } = copyInstalled({ tree, into }, host);
  if (special.length > 0) return wrong(specialFiles(argument, special));
  const parts = { port, base: ground.base, arch: request.value.arch, layout };
  const job = { ...parts, id: jobId(parts), prefix };
  const packed = await packJob(
    {
      job,
      fakeRoot,
      sourceDateEpoch: Math.max(newest, EARLIEST),
      libraries,
      dependencyPackages: [],
      systemPackages,
      compression: compression.value,
      fileHash: fileHash.value,
      staging: joinPath(scratch, "packages"),
      buildFolders: BUILD_FOLDERS,
      ...unplanned(job),
      buildTimeMs: 0
    },
    { host, report },
    signal
  );
  if (!packed.ok) return { ok: false, error: packed.error.map(withoutPlace) };
  const folder = joinPath(host.folders.working, args.text("out") ?? "out");
  const addition = { folder, folderName: folder, packages: packed.value.packages, key: key.value.key };
  const added = await addToFolder(addition, host, signal);
  if (!added.ok) return added;
  const audits = packed.value.audits.flatMap(({ findings }) => findings);
  const remarks = [...packed.value.remarks, ...audits].map(withoutPlace);
  const warnings = [...program.value.warnings, ...key.value.warnings, ...remarks, ...added.value.warnings];
  return ok({ packages: added.value.added, folder, signer: key.value.key?.name, warnings });
}
function withoutPlace({ span: _, ...told }) {
  return told;
}
var EARLIEST = 315532800;
function unplanned({ id }) {
  const none = createHash("sha256").update("").digest("hex");
  const told = createHash("sha256").update(`installed ${id}`).digest("hex");
  const ingredients = { port: told, distfiles: none, patches: none, folder: none, options: none };
  return {
    fingerprint: told,
    recipe: told,
    ingredients: { generation: 1, ...ingredients, dependencies: [] }
  };
}
async function openProgram(argument, args, { host }) {
  const named = joinPath(host.folders.working, argument);
  const tree = await host.realPath(named) ?? named;
  if (argument === "" || (await host.status(tree))?.kind !== "folder") return wrong(noTree(argument));
  const files = openTree(tree);
  const [, ...given] = args.positionals;
  const read = parseManifest(files.read("Resources/Manifest.json") ?? "");
  const manifest = read.ok ? read.value : void 0;
  const [, root, folder, released] = /^(.*)\/Programs\/([^/]+)\/([^/]+)$/.exec(tree) ?? [];
  const release = manifest && { name: stemIn(manifest), version: releaseOf(manifest.fullpkgname).version };
  const name = given[0] ?? release?.name ?? folder;
  const version = given[1] ?? release?.version ?? released;
  const isProgram = root !== void 0 && args.text("prefix") === void 0 && (!manifest || manifest.layout === "programs");
  const layout = isProgram ? "programs" : "vendor";
  const own = isProgram ? `/Programs/${folder}/${released}` : manifest?.prefix ?? tree;
  const prefix = joinPath(host.folders.working, args.text("prefix") ?? own);
  if (name === void 0 || version === void 0) return wrong(unnamed(argument));
  if (!NAME.test(name)) return wrong(misnamed("name", name));
  if (!VERSION.test(version)) return wrong(misnamed("version", version));
  const reading = readPort(describing(files, { name, version }), {
    folder: `${name}/${version}`,
    treeName: argument,
    pkgpath: name,
    flavors: "default",
    layout
  });
  if (!reading.ok) return reading;
  const port = { ...reading.value.port, prefix, dropped: [] };
  const warnings = reading.value.warnings;
  return ok({ tree, port: manifest ? asItSays(port, manifest) : port, layout, prefix, manifest, warnings });
}
var NAME = /^[A-Za-z0-9][\w.+-]*$/;
var VERSION = /^[0-9A-Za-z][\w.+-]*$/;
function stemIn({ fullpkgname }) {
  return fullpkgname.replace(/-[0-9].*$/, "");
}
function describing(files, { name, version }) {
  const folder = `${name}/${version}`;
  const texts = /* @__PURE__ */ new Map([[`${folder}/Recipe`, "recipe_type=meta\n"]]);
  for (const one of ["Description", "Dependencies"]) {
    const text = files.read(`Resources/${one}`);
    if (text !== void 0) texts.set(`${folder}/Resources/${one}`, text);
  }
  const below = (path) => [...texts.keys()].filter((one) => one.startsWith(path === "" ? "" : `${path}/`));
  return {
    read: (path) => texts.get(path),
    exists: (path) => texts.has(path) ? "file" : below(path).length > 0 ? "folder" : "nothing",
    list: (path) => {
      const from = path === "" ? 0 : path.length + 1;
      return [...new Set(below(path).map((one) => one.slice(from).split("/")[0] ?? ""))].sort();
    }
  };
}
function asItSays(port, { fullpkgname, pkgpath, depends, systemPackages }) {
  const { span } = port;
  const managers = systemPackages.length > 0 ? ["apt", "apk", "dnf"] : [];
  const system = managers.map(
    (manager) => ({ kind: "native", manager, build: [], run: systemPackages, span })
  );
  const run = depends.map((one) => ({ spec: one.spec, pkgpath: one.pkgpath, span }));
  const [first] = port.packages;
  if (!first) throw new Error("a port without packages");
  const named = { ...first, fullpkgname, fullpkgpath: pkgpath, depends: { lib: [], run, system } };
  return { ...port, pkgpath: pkgpath.replace(/,.*$/, ""), packages: [named] };
}
function answerOf({ packages, folder, signer, warnings }, { host }) {
  const place = shownPath(folder, host.folders.working);
  const rows = packages.map(
    ({ file, contentDigest }) => `${place}/${file}  content ${contentDigest.slice(0, 16)}
`
  );
  const signed = signer ? `signed by ${signer}
` : "unsigned\n";
  return { diagnostics: warnings, text: `${rows.join("")}${signed}`, json: { directory: folder, packages } };
}
function noTree(argument) {
  const help = "name the folder of an installed program: `/Programs/Joe/3.7`, `/app/vendor/joe`";
  return usage("usage/no-program", `there is no folder ${quoted(argument)}`, help);
}
function unnamed(argument) {
  const message = `nothing tells what program lies in ${quoted(argument)}`;
  return usage("usage/unnamed-tree", message, "say it: `package TREE NAME VERSION`");
}
function misnamed(what, text) {
  const message = `${quoted(text)} is no ${what} that a package can have`;
  const help = "say another, of letters, digits and `+-._`: `package TREE NAME VERSION`";
  return usage("usage/misnamed-tree", message, help);
}
function specialFiles(argument, special) {
  return {
    severity: "error",
    code: "package/special-file",
    blame: "request",
    message: `${quoted(argument)} holds what no package may: ${special.slice(0, 5).map(quoted).join(", ")}`,
    help: "remove devices, pipes and sockets"
  };
}
export {
  verb
};
