import { type Engine, guestPath } from "../engine/engine.ts";
import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import { type Diagnostic, ok, type Report, type Result, wrong } from "../report.ts";
import {
  isNetworkTrouble,
  lineSplitter,
  mustCopy,
  openWorkbox,
  rootEnvironment,
  runTask,
  statusOf,
  type TaskEnd,
  taskFailure,
} from "./box.ts";
import type { KnownBase, Recipe } from "./catalogue.ts";
import makeScript from "./make-root.sh";
import prepareScript from "./prepare-host.sh";
import { installProgress, type Progress } from "./progress.ts";
import { toolPackages } from "./providers.ts";
import { INDEX_FORMAT, readIndexes, readSources, sourcesFor } from "./sources.ts";

export type Bootstrap = {
  readonly base: KnownBase;
  readonly engines: readonly Engine[];
  /** An empty folder of the caller's. */
  readonly scratch: HostPath;
  readonly host: Host;
  readonly report: Report;
};

export type Bootstrapped = {
  /** The root; the same bytes whenever the same packages go into it. */
  readonly tar: HostPath;
  /** Lists, archives and settings of apt as they lie below `/`, so that nothing need be fetched twice. */
  readonly state: HostPath | undefined;
};

/** Makes a root in a box over the machine, which itself is not changed; its results lie in the scratch folder. */
export async function bootstrap(
  recipe: Recipe,
  { base, engines, scratch, host, report }: Bootstrap,
  signal: AbortSignal,
): Promise<Result<Bootstrapped>> {
  const what = `root of ${base.name}`;
  const maker = engines.find(({ kind }) => kind === "namespace");
  if (!maker) throw new Error("no engine namespace");
  const opened = await openWorkbox(
    maker,
    { root: { kind: "overlay", bottom: "host", layers: [] }, name: `the ${what}`, upper: "memory" },
    signal,
  );
  if (!opened.ok) return opened;
  await using box = opened.value;
  const progress = installProgress(what, report);
  const prepared = await runTask(
    box,
    { script: prepareScript, args: [INDEX_FORMAT, recipe.keyring], onLine: progress.line, host },
    signal,
  );
  if (statusOf(prepared.exit) === NOT_ROOT) {
    return await bootstrapUnprivileged(recipe, { base, scratch, host, progress }, signal);
  }
  if (statusOf(prepared.exit) !== 0) return wrong(unprepared(base, recipe, prepared));
  const sources = sourcesFor(recipe, {
    sources: await machineSources(host),
    indexes: readIndexes(prepared.output),
  });
  const args = [recipe.suite, sources.join("\n"), ...toolPackages("apt")];
  const end = await runTask(box, { script: makeScript, args, onLine: progress.line, host }, signal);
  if (statusOf(end.exit) !== 0) {
    return wrong(
      taskFailure(
        isNetworkTrouble(end) ? "base/unreachable" : "base/make",
        `the root of \`${base.name}\` can't be made`,
        {
          end,
          help: "check the network and apt's mirrors and proxies, then run it again",
        },
      ),
    );
  }
  progress.finish();
  const out = joinPath(scratch, "out");
  const copied = await mustCopy(box.copyOut(guestPath("/tarwright"), out, signal), `the ${what}`);
  signal.throwIfAborted();
  if (!copied.ok) return copied;
  return ok({ tar: joinPath(out, "root.tar"), state: joinPath(out, "state") });
}

/** What prepare-host.sh says of a box whose root is not the machine's. */
const NOT_ROOT = 11;

/**
 * A plain user's box over the machine can't write to what root owns, so nothing can be brought into it: only the
 * machine's own mmdebstrap, which makes a user namespace for itself, can do it (mmdebstrap(1), `--mode=unshare`).
 */
async function bootstrapUnprivileged(
  recipe: Recipe,
  {
    base,
    scratch,
    host,
    progress,
  }: Pick<Bootstrap, "base" | "scratch" | "host"> & { readonly progress: Progress },
  signal: AbortSignal,
): Promise<Result<Bootstrapped>> {
  const tar = joinPath(scratch, "root.tar");
  const env = { ...rootEnvironment(host), HOME: host.folders.home };
  const indexes = await host.query({
    program: "apt-get",
    args: ["indextargets", "--format", INDEX_FORMAT],
    env,
  });
  const lines = lineSplitter(progress.line);
  const args = [
    "--verbose",
    "--mode=unshare",
    "--variant=minbase",
    "--format=tar",
    "--hook-dir=/usr/share/mmdebstrap/hooks/maybe-merged-usr",
    '--customize-hook=rm -f "$1/etc/resolv.conf" "$1/etc/hostname"',
    recipe.suite,
    tar,
    ...sourcesFor(recipe, { sources: await machineSources(host), indexes: readIndexes(indexes.stdout) }),
  ];
  const exit = await host.run({ program: "mmdebstrap", args, env }, lines.take, signal);
  signal.throwIfAborted();
  const end = { exit, output: "", tail: lines.tail() };
  if (statusOf(exit) === 0) return ok({ tar, state: undefined });
  return wrong(
    taskFailure("base/not-root", `the root of \`${base.name}\` can't be made by a plain user here`, {
      end,
      help: `install mmdebstrap and uidmap, or run \`sudo tarwright base create ${base.name}\``,
    }),
  );
}

async function machineSources(host: Host) {
  const folder = hostPath("/etc/apt/sources.list.d");
  const names = ((await host.list(folder)) ?? []).filter((name) => /\.(list|sources)$/.test(name));
  const files = [hostPath("/etc/apt/sources.list"), ...names.map((name) => joinPath(folder, name))];
  const texts = await Promise.all(
    files.map(async (name) => ({ name, text: (await host.readText(name)) ?? "" })),
  );
  return texts.flatMap(readSources);
}

/** The exit statuses of prepare-host.sh. */
function unprepared({ name }: KnownBase, { keyring }: Recipe, end: TaskEnd): Diagnostic {
  const image = "or start docker or podman, to use the image of the base";
  switch (statusOf(end.exit)) {
    case 12:
      return taskFailure("base/no-apt", `the root of \`${name}\` can't be made: this machine has no apt`, {
        end,
        help: `make it on a machine with Debian or Ubuntu, ${image}`,
      });
    case 13:
      return taskFailure("base/unreachable", `apt can't read its mirrors, so \`${name}\` can't be made`, {
        end,
        help: `check the network, and the mirrors and proxies in /etc/apt, ${image}`,
      });
    case 15:
      return taskFailure("base/no-keyring", `\`${name}\` can't be made: apt has no package \`${keyring}\``, {
        end,
        help: `make it on a machine whose apt has \`${keyring}\`, ${image}`,
      });
    default:
      return taskFailure(
        "base/no-maker",
        `\`${name}\` can't be made: apt has neither mmdebstrap nor debootstrap`,
        {
          end,
          help: `install mmdebstrap, ${image}`,
        },
      );
  }
}
