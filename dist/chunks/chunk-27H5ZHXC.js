import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  reasonOf
} from "./chunk-IXKQB4NW.js";
import {
  fileDigest,
  unpackForeign
} from "./chunk-G3IN5NY2.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  download,
  ok,
  openTree,
  quoted,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/recipe-clone.ts
async function cloneRecipes(url, cache, { host, signal }) {
  const head = await git(["ls-remote", "--exit-code", "--", url, "HEAD"], { host, signal });
  if (head.kind !== "said") return wrong(troubleOf(head, url));
  const known = /^([0-9a-f]{40,64})\s/.exec(head.text)?.[1];
  const kept = known === void 0 ? void 0 : joinPath(cache, `git-${known}`);
  if (kept && await host.status(kept)) return ok(kept);
  await host.makeFolder(cache);
  return await withScratch(cache, host, async (scratch) => {
    const tree = joinPath(scratch, "tree");
    const cloned = await git([...CLONE, "--", url, tree], { host, signal });
    if (cloned.kind !== "said") return wrong(troubleOf(cloned, url));
    const commit = await git(["-C", tree, "rev-parse", "HEAD"], { host, signal });
    if (commit.kind !== "said") return wrong(troubleOf(commit, url));
    await host.remove(joinPath(tree, ".git"));
    return ok(await settle(tree, joinPath(cache, `git-${commit.text.trim()}`), host));
  });
}
async function settle(folder, kept, host) {
  try {
    await host.rename(folder, kept);
  } catch (error) {
    if (!await host.status(kept)) throw error;
  }
  return kept;
}
var CLONE = ["clone", "--quiet", "--depth=1", "--single-branch", "--no-tags", "--template="];
var KEPT_VARIABLES = ["HOME", "SSH_AUTH_SOCK", "XDG_CONFIG_HOME"].concat(
  ["http_proxy", "https_proxy", "no_proxy", "all_proxy"].flatMap((one) => [one, one.toUpperCase()])
);
var MOST_SAID = 64 * 1024;
async function git(args, fetching) {
  return await runGit(args, "https:ssh:file", fetching);
}
async function runGit(args, protocols, fetching) {
  const variables = {
    GIT_TERMINAL_PROMPT: "0",
    GIT_ALLOW_PROTOCOL: protocols,
    GIT_SSH_COMMAND: "ssh -o BatchMode=yes"
  };
  return await runTool(["git", "-c", "core.hooksPath=/dev/null", ...args], variables, fetching);
}
async function runTool([program, ...args], variables, { host, signal }) {
  const kept = KEPT_VARIABLES.flatMap((name) => {
    const value = host.environment(name);
    return value === void 0 ? [] : [[name, value]];
  });
  const env = {
    ...Object.fromEntries(kept),
    PATH: host.environment("PATH") ?? "/usr/bin:/bin",
    LC_ALL: "C",
    ...variables
  };
  const said = { stdout: "", stderr: "" };
  const exit = await host.run(
    { program, args, env },
    (chunk, stream) => {
      said[stream] = `${said[stream]}${Buffer.from(chunk).toString()}`.slice(-MOST_SAID);
    },
    signal
  );
  signal.throwIfAborted();
  if (exit.kind === "not-found") return { kind: "no-tool", tool: program };
  if (exit.kind === "exited" && exit.status === 0) return { kind: "said", text: said.stdout };
  const lines = said.stderr.split("\n").filter(Boolean);
  const why = lines.find((line) => /^(?:fatal|ERROR): /.test(line)) ?? lines.at(-1) ?? "it gave no reason";
  return { kind: "refused", why: withoutLogin(why.replace(/^(?:fatal|ERROR): /, "")) };
}
function withoutLogin(text) {
  return text.replace(/:\/\/[^/@\s]*@/g, "://");
}
function troubleOf(said, url) {
  if (said.kind === "no-tool") {
    return {
      severity: "error",
      code: "recipes/no-git",
      blame: "world",
      message: `\`git\`, which brings ${quoted(withoutLogin(url))}, is not on the PATH`,
      help: "install it (`apt-get install git`), or name a folder or a tar archive of the recipes"
    };
  }
  return {
    severity: "error",
    code: "recipes/not-fetched",
    blame: "world",
    message: `${quoted(withoutLogin(url))} could not be had: ${quoted(said.why)}`,
    help: "mend the address, or try again when the network is back"
  };
}

// src/command/recipe-places.ts
var LOCAL_RECIPES = "LocalRecipes";
async function bringPort({ port, recipes }, context) {
  const opened = await openPacked(port, context);
  const folders = [];
  const troubles = opened.ok ? [] : [...opened.error];
  for (const one of recipes) {
    const brought = await bring(one, context);
    if (brought.ok) folders.push({ named: withoutLogin(one), folder: brought.value });
    else troubles.push(...brought.error);
  }
  return opened.ok && troubles.length === 0 ? ok({ port: opened.value, recipes: folders }) : { ok: false, error: troubles };
}
async function openPacked(argument, context) {
  const named = packedName(argument);
  const file = joinPath(context.host.folders.working, argument);
  if (!named || await kindOf(file, context.host) !== "file") return ok(argument);
  const tree = await unpackRecipes({ file, named: argument }, context);
  if (!tree.ok) return tree;
  const folder = joinPath(tree.value, named.program, named.version);
  if (openTree(folder).exists("Recipe") === "file") return ok(folder);
  const why = `it has no \`${named.program}/${named.version}/Recipe\`, which its name promises`;
  return wrong(damaged(argument, why));
}
function packedName(argument) {
  const name = argument.replace(/^.*\//s, "");
  const [, program, version] = /^([A-Za-z0-9][\w+.-]*?)--([A-Za-z0-9][\w+.-]*?)--recipe\.tar\.\w+$/.exec(name) ?? [];
  return program === void 0 || version === void 0 ? void 0 : { program, version };
}
var ARCHIVE = /\.(?:tar(?:\.(?:gz|bz2|xz|zst))?|tgz|tbz2?|txz)$/;
async function bring(named, context) {
  const { host } = context;
  const cache = cacheOf(host);
  const here = joinPath(host.folders.working, named);
  if (await kindOf(here, host) === "file" && ARCHIVE.test(named))
    return await unpackRecipes({ file: here, named }, context);
  if (await host.status(here)) return ok(named);
  if (/^[\w.-]+@[\w.-]+:[^:]/.test(named)) return await cloneRecipes(named, cache, context);
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(named)) return ok(named);
  const url = URL.canParse(named) ? new URL(named) : void 0;
  const isArchive = ARCHIVE.test(url?.pathname ?? "");
  if (url && isArchive && (url.protocol === "https:" || isLoopback(url)))
    return await fetchTar(url, named, context);
  if (url && !isArchive && ["https:", "ssh:", "file:"].includes(url.protocol))
    return await cloneRecipes(named, cache, context);
  const message = `recipes can't be brought from ${quoted(withoutLogin(named))}`;
  const help = "`https://`, `ssh://` or `file://` of a git repository, or `https://….tar.bz2`";
  return wrong(usage("usage/recipes-address", message, help));
}
function isLoopback({ protocol, hostname }) {
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
function cacheOf(host) {
  return joinPath(host.folders.cache, "recipes");
}
async function kindOf(file, host) {
  const real = await host.realPath(file);
  return real === void 0 ? void 0 : (await host.status(real))?.kind;
}
var MOST_BYTES = 2 * 1024 ** 3;
async function fetchTar(url, named, context) {
  const { host, report, signal } = context;
  const cache = cacheOf(host);
  await host.makeFolder(cache);
  return await withScratch(cache, host, async (scratch) => {
    const part = joinPath(scratch, "archive");
    const file = url.pathname.replace(/^.*\//, "");
    const wanted = { file, mostBytes: MOST_BYTES, digests: [] };
    const answer = await download(url, { wanted, part, host, report }, signal);
    if (answer.kind === "received") return await unpackRecipes({ file: part, named }, context);
    return wrong({
      severity: "error",
      code: "recipes/not-fetched",
      blame: "world",
      message: `${quoted(withoutLogin(named))} could not be had: ${reasonOf(answer)}`,
      help: "mend the address, or try again when the network is back"
    });
  });
}
async function unpackRecipes({ file, named }, { host, signal }) {
  const cache = cacheOf(host);
  const digest = await fileDigest(file, host, signal);
  if (digest === void 0) throw new Error(`${file} is gone`);
  const kept = joinPath(cache, `tar-${digest}`);
  if (await host.status(kept)) return ok(topOf(kept));
  await host.makeFolder(cache);
  return await withScratch(cache, host, async (scratch) => {
    const folder = joinPath(scratch, "tree");
    await host.makeFolder(folder);
    const unpacked = await unpackForeign({ archive: file, folder, mostBytes: MOST_BYTES }, host, signal);
    if (unpacked.kind === "no-tool") return wrong(unpacked.diagnostic);
    if (unpacked.kind === "damaged") return wrong(damaged(named, unpacked.why));
    return ok(topOf(await settle(folder, kept, host)));
  });
}
function topOf(folder) {
  const tree = openTree(folder);
  const [only, ...others] = tree.list("");
  if (only === void 0 || others.length > 0) return folder;
  const isProgram = tree.list(only).some((name) => tree.exists(`${only}/${name}/Recipe`) === "file");
  return isProgram ? folder : joinPath(folder, only);
}
function damaged(named, why) {
  return {
    severity: "error",
    code: "recipes/damaged",
    blame: "request",
    message: `${quoted(withoutLogin(named))} can't be unpacked: ${why}`,
    help: "fetch it again, or ask whoever made it for another one"
  };
}

export {
  runGit,
  runTool,
  withoutLogin,
  troubleOf,
  LOCAL_RECIPES,
  bringPort,
  openPacked
};
