// Trees of recipes that lie in a git repository.

import { type Host, type HostPath, joinPath, withScratch } from "../host/host.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import type { Context } from "./verb.ts";

type Fetching = Pick<Context, "host" | "signal">;

/** The newest commit's files, in the cache under its name; fetched when they are not there yet. */
export async function cloneRecipes(
  url: string,
  cache: HostPath,
  { host, signal }: Fetching,
): Promise<Result<HostPath>> {
  const head = await git(["ls-remote", "--exit-code", "--", url, "HEAD"], { host, signal });
  if (head.kind !== "said") return wrong(troubleOf(head, url));
  const known = /^([0-9a-f]{40,64})\s/.exec(head.text)?.[1];
  const kept = known === undefined ? undefined : joinPath(cache, `git-${known}`);
  if (kept && (await host.status(kept))) return ok(kept);
  await host.makeFolder(cache);
  return await withScratch(cache, host, async (scratch) => {
    const tree = joinPath(scratch, "tree");
    const cloned = await git([...CLONE, "--", url, tree], { host, signal });
    if (cloned.kind !== "said") return wrong(troubleOf(cloned, url));
    // Between the question and the answer another one may have come.
    const commit = await git(["-C", tree, "rev-parse", "HEAD"], { host, signal });
    if (commit.kind !== "said") return wrong(troubleOf(commit, url));
    await host.remove(joinPath(tree, ".git"));
    return ok(await settle(tree, joinPath(cache, `git-${commit.text.trim()}`), host));
  });
}

/** Moves a finished folder to its name in the cache; another run may have been faster, with the same. */
export async function settle(folder: HostPath, kept: HostPath, host: Host): Promise<HostPath> {
  try {
    await host.rename(folder, kept);
  } catch (error) {
    if (!(await host.status(kept))) throw error;
  }
  return kept;
}

const CLONE = ["clone", "--quiet", "--depth=1", "--single-branch", "--no-tags", "--template="] as const;

/** What of the environment leads git through a proxy, or to the keys of ssh. */
const KEPT_VARIABLES = ["HOME", "SSH_AUTH_SOCK", "XDG_CONFIG_HOME"].concat(
  ["http_proxy", "https_proxy", "no_proxy", "all_proxy"].flatMap((one) => [one, one.toUpperCase()]),
);

/** What became of a tool that was run on this machine. */
export type Said =
  | { readonly kind: "said"; readonly text: string }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "no-tool"; readonly tool: string };

const MOST_SAID = 64 * 1024;

async function git(args: readonly string[], fetching: Fetching): Promise<Said> {
  return await runGit(args, "https:ssh:file", fetching);
}

/** It runs nothing that the repository brings, asks nobody, and speaks `protocols` only, with colons between. */
export async function runGit(args: readonly string[], protocols: string, fetching: Fetching): Promise<Said> {
  const variables = {
    GIT_TERMINAL_PROMPT: "0",
    GIT_ALLOW_PROTOCOL: protocols,
    GIT_SSH_COMMAND: "ssh -o BatchMode=yes",
  };
  return await runTool(["git", "-c", "core.hooksPath=/dev/null", ...args], variables, fetching);
}

/** With what leads to the network, and nothing else of this machine's environment. */
export async function runTool(
  [program, ...args]: readonly [string, ...string[]],
  variables: Readonly<Record<string, string>>,
  { host, signal }: Fetching,
): Promise<Said> {
  const kept = KEPT_VARIABLES.flatMap((name) => {
    const value = host.environment(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const env = {
    ...Object.fromEntries(kept),
    PATH: host.environment("PATH") ?? "/usr/bin:/bin",
    LC_ALL: "C",
    ...variables,
  };
  const said = { stdout: "", stderr: "" };
  const exit = await host.run(
    { program, args, env },
    (chunk, stream) => {
      said[stream] = `${said[stream]}${Buffer.from(chunk).toString()}`.slice(-MOST_SAID);
    },
    signal,
  );
  signal.throwIfAborted();
  if (exit.kind === "not-found") return { kind: "no-tool", tool: program };
  if (exit.kind === "exited" && exit.status === 0) return { kind: "said", text: said.stdout };
  const lines = said.stderr.split("\n").filter(Boolean);
  const why = lines.find((line) => /^(?:fatal|ERROR): /.test(line)) ?? lines.at(-1) ?? "it gave no reason";
  return { kind: "refused", why: withoutLogin(why.replace(/^(?:fatal|ERROR): /, "")) };
}

/** An address that may be shown. */
export function withoutLogin(text: string): string {
  return text.replace(/:\/\/[^/@\s]*@/g, "://");
}

export function troubleOf(said: Exclude<Said, { readonly kind: "said" }>, url: string): Diagnostic {
  if (said.kind === "no-tool") {
    return {
      severity: "error",
      code: "recipes/no-git",
      blame: "world",
      message: `\`git\`, which brings ${quoted(withoutLogin(url))}, is not on the PATH`,
      help: "install it (`apt-get install git`), or name a folder or a tar archive of the recipes",
    };
  }
  return {
    severity: "error",
    code: "recipes/not-fetched",
    blame: "world",
    message: `${quoted(withoutLogin(url))} could not be had: ${quoted(said.why)}`,
    help: "mend the address, or try again when the network is back",
  };
}
