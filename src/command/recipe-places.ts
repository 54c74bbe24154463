// Where recipes come from: folders, packed recipes and trees, git repositories. What is far away lies in the cache then.

import { reasonOf } from "../build/build.ts";
import { download, type Host, type HostPath, joinPath, openTree, withScratch } from "../host/host.ts";
import { fileDigest, unpackForeign } from "../package/package.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import { cloneRecipes, settle, withoutLogin } from "./recipe-clone.ts";
import { type Context, usage } from "./verb.ts";

/** A folder of recipes on this machine, and what the user calls it. */
export type RecipesFolder = { readonly named: string; readonly folder: string };

/** Where Compile looks first, and what is one's own lies. */
export const LOCAL_RECIPES = "LocalRecipes";

type Bringing = Pick<Context, "host" | "report" | "signal">;

/** A PORT argument and its `--recipes`, with all that was far away or packed brought to folders on this machine. */
export async function bringPort(
  { port, recipes }: { readonly port: string; readonly recipes: readonly string[] },
  context: Bringing,
): Promise<Result<{ readonly port: string; readonly recipes: readonly RecipesFolder[] }>> {
  const opened = await openPacked(port, context);
  const folders: RecipesFolder[] = [];
  const troubles: Diagnostic[] = opened.ok ? [] : [...opened.error];
  for (const one of recipes) {
    const brought = await bring(one, context);
    if (brought.ok) folders.push({ named: withoutLogin(one), folder: brought.value });
    else troubles.push(...brought.error);
  }
  return opened.ok && troubles.length === 0
    ? ok({ port: opened.value, recipes: folders })
    : { ok: false, error: troubles };
}

/** PORT, or, where it is a packed recipe, the folder of what is in it. */
export async function openPacked(argument: string, context: Bringing): Promise<Result<string>> {
  const named = packedName(argument);
  const file = joinPath(context.host.folders.working, argument);
  if (!named || (await kindOf(file, context.host)) !== "file") return ok(argument);
  const tree = await unpackRecipes({ file, named: argument }, context);
  if (!tree.ok) return tree;
  const folder = joinPath(tree.value, named.program, named.version);
  if (openTree(folder).exists("Recipe") === "file") return ok(folder);
  const why = `it has no \`${named.program}/${named.version}/Recipe\`, which its name promises`;
  return wrong(damaged(argument, why));
}

/** `Joe--3.1-r2--recipe.tar.bz2`, wherever it lies. */
function packedName(argument: string): { readonly program: string; readonly version: string } | undefined {
  const name = argument.replace(/^.*\//s, "");
  const [, program, version] =
    /^([A-Za-z0-9][\w+.-]*?)--([A-Za-z0-9][\w+.-]*?)--recipe\.tar\.\w+$/.exec(name) ?? [];
  return program === undefined || version === undefined ? undefined : { program, version };
}

const ARCHIVE = /\.(?:tar(?:\.(?:gz|bz2|xz|zst))?|tgz|tbz2?|txz)$/;

async function bring(named: string, context: Bringing): Promise<Result<string>> {
  const { host } = context;
  const cache = cacheOf(host);
  // A folder of that name is meant, whatever else it could be.
  const here = joinPath(host.folders.working, named);
  if ((await kindOf(here, host)) === "file" && ARCHIVE.test(named))
    return await unpackRecipes({ file: here, named }, context);
  if (await host.status(here)) return ok(named);
  if (/^[\w.-]+@[\w.-]+:[^:]/.test(named)) return await cloneRecipes(named, cache, context);
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(named)) return ok(named);
  const url = URL.canParse(named) ? new URL(named) : undefined;
  const isArchive = ARCHIVE.test(url?.pathname ?? "");
  if (url && isArchive && (url.protocol === "https:" || isLoopback(url)))
    return await fetchTar(url, named, context);
  if (url && !isArchive && ["https:", "ssh:", "file:"].includes(url.protocol))
    return await cloneRecipes(named, cache, context);
  const message = `recipes can't be brought from ${quoted(withoutLogin(named))}`;
  const help = "`https://`, `ssh://` or `file://` of a git repository, or `https://….tar.bz2`";
  return wrong(usage("usage/recipes-address", message, help));
}

/** Nobody sits between a machine and itself. */
function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

function cacheOf(host: Host): HostPath {
  return joinPath(host.folders.cache, "recipes");
}

async function kindOf(file: HostPath, host: Host) {
  const real = await host.realPath(file);
  return real === undefined ? undefined : (await host.status(real))?.kind;
}

/** All recipes of GoboLinux are a tenth of it, unpacked. */
const MOST_BYTES = 2 * 1024 ** 3;

async function fetchTar(url: URL, named: string, context: Bringing): Promise<Result<string>> {
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
      help: "mend the address, or try again when the network is back",
    });
  });
}

type Packed = { readonly file: HostPath; readonly named: string };

/** In the cache under the archive's own digest: the same is never unpacked twice, another never taken for it. */
async function unpackRecipes({ file, named }: Packed, { host, signal }: Bringing): Promise<Result<HostPath>> {
  const cache = cacheOf(host);
  const digest = await fileDigest(file, host, signal);
  if (digest === undefined) throw new Error(`${file} is gone`);
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

/** A forge puts a whole tree into one folder more, as `Recipes-master`. */
function topOf(folder: HostPath): HostPath {
  const tree = openTree(folder);
  const [only, ...others] = tree.list("");
  if (only === undefined || others.length > 0) return folder;
  const isProgram = tree.list(only).some((name) => tree.exists(`${only}/${name}/Recipe`) === "file");
  return isProgram ? folder : joinPath(folder, only);
}

function damaged(named: string, why: string): Diagnostic {
  return {
    severity: "error",
    code: "recipes/damaged",
    blame: "request",
    message: `${quoted(withoutLogin(named))} can't be unpacked: ${why}`,
    help: "fetch it again, or ask whoever made it for another one",
  };
}
