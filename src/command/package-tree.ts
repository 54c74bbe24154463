import { createHash } from "node:crypto";
import { BUILD_FOLDERS } from "../build/build.ts";
import { ENGINES } from "../engine/engine.ts";
import { type HostPath, joinPath, openTree, shownPath, withScratch } from "../host/host.ts";
import {
  addToFolder,
  copyInstalled,
  FILE_HASHES,
  type Manifest,
  packJob,
  parseManifest,
} from "../package/package.ts";
import {
  COMPRESSIONS,
  type Job,
  jobId,
  type Layout,
  type Package,
  type Port,
  releaseOf,
} from "../port/port.ts";
import { readPort, type Tree } from "../recipe/recipe.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import { oneOf } from "./arguments.ts";
import { readBaseRequest } from "./base-request.ts";
import { openLibraries } from "./run-libraries.ts";
import { chooseKey, keyChoiceOf } from "./signing-key.ts";
import { type Answer, type Arguments, type Context, usage, type Verb } from "./verb.ts";

/** `package TREE`: CreatePackage of GoboLinux, for a program that is installed. */
export const verb: Verb = {
  usage: "package TREE [NAME] [VERSION] [--prefix P] [--base B] [--out DIR] [--key KEY] [OPTIONS]",
  options: {
    prefix: {
      type: "string",
      help: "where it will live; default: where it says that it lives, or where it lies",
    },
    base: { type: "string", help: "what it runs on; default: what it was built for, or host" },
    arch: { type: "string", help: "as uname -m has it; default: this machine's" },
    out: { type: "string", help: "folder for the package, merged when it exists; default: out" },
    compression: { type: "string", help: `${COMPRESSIONS.join(", ")}; default: gz` },
    filehash: { type: "string", help: `as of build: ${FILE_HASHES.join(", ")}` },
    key: { type: "string", help: "the secret key, NAME.sec; default: your own" },
    unsigned: { type: "boolean", help: "leave the package unsigned" },
    engine: { type: "string", help: `what opens the base: auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "make the base here, even where there is an image of it" },
  },
  positionals: { least: 1, most: 3 },
  run: async (args, context) => {
    const jobs = joinPath(context.host.folders.cache, "jobs");
    return await withScratch(jobs, context.host, async (scratch) => {
      const packed = await packTree(args, scratch, context);
      return packed.ok ? answerOf(packed.value, context) : { diagnostics: packed.error };
    });
  },
};

type Packed = {
  readonly packages: readonly Package[];
  readonly folder: HostPath;
  readonly signer: string | undefined;
  readonly warnings: readonly Diagnostic[];
};

async function packTree(args: Arguments, scratch: HostPath, context: Context): Promise<Result<Packed>> {
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
      error: [program, compression, fileHash, key].flatMap((one) => (one.ok ? [] : one.error)),
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
  const job: Job = { ...parts, id: jobId(parts), prefix };
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
      buildTimeMs: 0,
    },
    { host, report },
    signal,
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

/** There is no recipe to show: the port was put together from the tree. */
function withoutPlace({ span: _, ...told }: Diagnostic): Diagnostic {
  return told;
}

/** 1980-01-01, before which no build's clock stands either. */
const EARLIEST = 315_532_800;

/** No recipe made it: the job is told by its name alone, and what was packed by its content. */
function unplanned({ id }: Job) {
  const none = createHash("sha256").update("").digest("hex");
  const told = createHash("sha256").update(`installed ${id}`).digest("hex");
  const ingredients = { port: told, distfiles: none, patches: none, folder: none, options: none };
  return {
    fingerprint: told,
    recipe: told,
    ingredients: { generation: 1, ...ingredients, dependencies: [] },
  } as const;
}

type Program = {
  readonly tree: HostPath;
  readonly port: Port;
  readonly layout: Layout;
  readonly prefix: string;
  readonly manifest: Manifest | undefined;
  readonly warnings: readonly Diagnostic[];
};

/** A program by its folder: what it says of itself, or `/Programs/NAME/VERSION`, or what the user says. */
async function openProgram(argument: string, args: Arguments, { host }: Context): Promise<Result<Program>> {
  const named = joinPath(host.folders.working, argument);
  const tree = (await host.realPath(named)) ?? named;
  if (argument === "" || (await host.status(tree))?.kind !== "folder") return wrong(noTree(argument));
  const files = openTree(tree);
  const [, ...given] = args.positionals;
  const read = parseManifest(files.read("Resources/Manifest.json") ?? "");
  const manifest = read.ok ? read.value : undefined;
  const [, root, folder, released] = /^(.*)\/Programs\/([^/]+)\/([^/]+)$/.exec(tree) ?? [];
  const release = manifest && { name: stemIn(manifest), version: releaseOf(manifest.fullpkgname).version };
  const name = given[0] ?? release?.name ?? folder;
  const version = given[1] ?? release?.version ?? released;
  const isProgram =
    root !== undefined && args.text("prefix") === undefined && (!manifest || manifest.layout === "programs");
  const layout: Layout = isProgram ? "programs" : "vendor";
  const own = isProgram ? `/Programs/${folder}/${released}` : (manifest?.prefix ?? tree);
  const prefix = joinPath(host.folders.working, args.text("prefix") ?? own);
  if (name === undefined || version === undefined) return wrong(unnamed(argument));
  if (!NAME.test(name)) return wrong(misnamed("name", name));
  if (!VERSION.test(version)) return wrong(misnamed("version", version));
  const reading = readPort(describing(files, { name, version }), {
    folder: `${name}/${version}`,
    treeName: argument,
    pkgpath: name,
    flavors: "default",
    layout,
  });
  if (!reading.ok) return reading;
  const port = { ...reading.value.port, prefix, dropped: [] };
  const warnings = reading.value.warnings;
  return ok({ tree, port: manifest ? asItSays(port, manifest) : port, layout, prefix, manifest, warnings });
}

const NAME = /^[A-Za-z0-9][\w.+-]*$/;
const VERSION = /^[0-9A-Za-z][\w.+-]*$/;

function stemIn({ fullpkgname }: Manifest): string {
  return fullpkgname.replace(/-[0-9].*$/, "");
}

/** A recipe that builds nothing, with what the program says of itself. */
function describing(
  files: Tree,
  { name, version }: { readonly name: string; readonly version: string },
): Tree {
  const folder = `${name}/${version}`;
  const texts = new Map([[`${folder}/Recipe`, "recipe_type=meta\n"]]);
  for (const one of ["Description", "Dependencies"]) {
    const text = files.read(`Resources/${one}`);
    if (text !== undefined) texts.set(`${folder}/Resources/${one}`, text);
  }
  const below = (path: string) =>
    [...texts.keys()].filter((one) => one.startsWith(path === "" ? "" : `${path}/`));
  return {
    read: (path) => texts.get(path),
    exists: (path) => (texts.has(path) ? "file" : below(path).length > 0 ? "folder" : "nothing"),
    list: (path) => {
      const from = path === "" ? 0 : path.length + 1;
      return [...new Set(below(path).map((one) => one.slice(from).split("/")[0] ?? ""))].sort();
    },
  };
}

/** Names and needs as the package had them that it came from. */
function asItSays(port: Port, { fullpkgname, pkgpath, depends, systemPackages }: Manifest): Port {
  const { span } = port;
  const managers = systemPackages.length > 0 ? (["apt", "apk", "dnf"] as const) : [];
  const system = managers.map(
    (manager) => ({ kind: "native", manager, build: [], run: systemPackages, span }) as const,
  );
  const run = depends.map((one) => ({ spec: one.spec, pkgpath: one.pkgpath, span }));
  const [first] = port.packages;
  if (!first) throw new Error("a port without packages");
  const named = { ...first, fullpkgname, fullpkgpath: pkgpath, depends: { lib: [], run, system } };
  return { ...port, pkgpath: pkgpath.replace(/,.*$/, ""), packages: [named] };
}

function answerOf({ packages, folder, signer, warnings }: Packed, { host }: Context): Answer {
  const place = shownPath(folder, host.folders.working);
  const rows = packages.map(
    ({ file, contentDigest }) => `${place}/${file}  content ${contentDigest.slice(0, 16)}\n`,
  );
  const signed = signer ? `signed by ${signer}\n` : "unsigned\n";
  return { diagnostics: warnings, text: `${rows.join("")}${signed}`, json: { directory: folder, packages } };
}

function noTree(argument: string): Diagnostic {
  const help = "name the folder of an installed program: `/Programs/Joe/3.7`, `/app/vendor/joe`";
  return usage("usage/no-program", `there is no folder ${quoted(argument)}`, help);
}

function unnamed(argument: string): Diagnostic {
  const message = `nothing tells what program lies in ${quoted(argument)}`;
  return usage("usage/unnamed-tree", message, "say it: `package TREE NAME VERSION`");
}

function misnamed(what: "name" | "version", text: string): Diagnostic {
  const message = `${quoted(text)} is no ${what} that a package can have`;
  const help = "say another, of letters, digits and `+-._`: `package TREE NAME VERSION`";
  return usage("usage/misnamed-tree", message, help);
}

function specialFiles(argument: string, special: readonly string[]): Diagnostic {
  return {
    severity: "error",
    code: "package/special-file",
    blame: "request",
    message: `${quoted(argument)} holds what no package may: ${special.slice(0, 5).map(quoted).join(", ")}`,
    help: "remove devices, pipes and sockets",
  };
}
