import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { type Engine, guestPath, type Root } from "../engine/engine.ts";
import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import type { Arch } from "../port/port.ts";
import { type Diagnostic, ok, type Report, type Result, wrong } from "../report.ts";
import { commitUnlessThere, openWorkbox, runTask, statusOf, type TaskEnd, taskFailure } from "./box.ts";
import type { KnownBase, Recipe } from "./catalogue.ts";
import { install, renewalOf } from "./install.ts";
import { digestOf, digestOfPackages, takeInventory } from "./inventory.ts";
import makeScript from "./make-root.sh";
import prepareScript from "./prepare-host.sh";
import { installProgress } from "./progress.ts";
import { toolPackages } from "./providers.ts";
import { type MadeRecord, recordFolder, sweepTars, tarOf, writeRecord } from "./record.ts";
import { INDEX_FORMAT, readIndexes, readSources, sourcesFor } from "./sources.ts";

export type Making = {
  readonly base: KnownBase;
  readonly arch: Arch;
  /** Which will have the root in its store. */
  readonly engine: Engine;
  readonly engines: readonly Engine[];
  readonly host: Host;
  readonly report: Report;
};

/** Makes the root of a base from its distribution's archive, and the tools layer on it. */
export async function makeBase(making: Making, signal: AbortSignal): Promise<Result<MadeRecord>> {
  const { base, host, report } = making;
  if (!base.made) return wrong(notMakeable(base, []));
  report({ kind: "note", message: `making base \`${base.name}\` from packages; this is done once` });
  const scratch = await host.makeTemporary("making-", recordFolder(host));
  try {
    const made = await bootstrap(base.made, { ...making, scratch }, signal);
    if (!made.ok) return made;
    const tar = joinPath(scratch, "out", "root.tar");
    const runKey = `run-${await digestOfFile(host, tar)}`;
    const run = (await making.engine.layer(runKey)) ?? (await making.engine.importTar(tar, runKey, signal));
    const record = await addTools({ run, runKey, state: joinPath(scratch, "out", "state") }, making, signal);
    if (record.ok) {
      await host.rename(tar, tarOf(host, runKey));
      await sweepTars(host);
    }
    return record;
  } finally {
    await host.remove(scratch);
  }
}

/** Leaves `out/root.tar` and `out/state` in the scratch folder. */
async function bootstrap(
  recipe: Recipe,
  { base, engines, scratch, host, report }: Making & { readonly scratch: HostPath },
  signal: AbortSignal,
): Promise<Result<void>> {
  const what = `root of ${base.name}`;
  // The machine itself is not changed: what makes roots is brought into a box over it.
  const maker = engines.find(({ kind }) => kind === "namespace");
  if (!maker) throw new Error("no engine namespace");
  const opened = await openWorkbox(
    maker,
    { root: { kind: "overlay", bottom: "host", layers: [] }, name: `the ${what}` },
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
  if (statusOf(prepared.exit) !== 0) return wrong(unprepared(base, recipe, prepared));
  const sources = sourcesFor(recipe, {
    sources: await machineSources(host),
    indexes: readIndexes(prepared.output),
  });
  const args = [recipe.suite, sources.join("\n"), ...toolPackages("apt")];
  const end = await runTask(box, { script: makeScript, args, onLine: progress.line, host }, signal);
  if (statusOf(end.exit) !== 0) {
    return wrong(
      taskFailure("base/make", `the root of \`${base.name}\` can't be made`, {
        end,
        help: "check the network and apt's mirrors and proxies, then run it again",
      }),
    );
  }
  progress.finish();
  const copied = await box.copyOut(guestPath("/tarwright"), joinPath(scratch, "out"), signal);
  signal.throwIfAborted();
  if (statusOf(copied) !== 0) {
    const end = { exit: copied, output: "", tail: [] };
    return wrong(taskFailure("base/make", `the root of \`${base.name}\` can't be copied out`, { end }));
  }
  return ok(undefined);
}

type RunLayer = {
  readonly run: Root;
  readonly runKey: string;
  /** Lists, archives and settings of apt, as they lie below `/`. */
  readonly state: HostPath;
};

async function addTools(
  { run, runKey, state }: RunLayer,
  { base, arch, engine, host, report }: Making,
  signal: AbortSignal,
): Promise<Result<MadeRecord>> {
  const what = `tools of ${base.name}`;
  const opened = await openWorkbox(engine, { root: run, name: `the ${what}` }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  const bare = await takeInventory(box, { depth: "names", host }, signal);
  if (!bare.ok) return bare;
  const copied = await box.copyIn(state, guestPath("/"), "root", signal);
  if (statusOf(copied) !== 0) {
    const end = { exit: copied, output: "", tail: [] };
    return wrong(taskFailure("base/make", `apt's lists can't be copied into the ${what}`, { end }));
  }
  const packages = toolPackages("apt").map((name) => ({ name }));
  const installed = await install(
    box,
    { manager: "apt", packages, extent: "lean", what, renewal: renewalOf(base.name), host, report },
    signal,
  );
  if (!installed.ok) return installed;
  const full = await takeInventory(box, { depth: "hashes", host }, signal);
  if (!full.ok) return full;
  const digest = digestOfPackages(full.value.hashes);
  const toolsKey = `tools-${digestOf([runKey, digest]).slice("sha256:".length)}`;
  await commitUnlessThere(box, { engine, key: toolsKey }, signal);
  const record: MadeRecord = {
    name: base.name,
    arch,
    engine: engine.kind,
    digest,
    run: { key: runKey, sizeBytes: bare.value.sizeBytes, packages: bare.value.packages },
    tools: {
      key: toolsKey,
      sizeBytes: full.value.sizeBytes - bare.value.sizeBytes,
      packages: full.value.packages,
    },
  };
  await writeRecord(host, record);
  return ok(record);
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

async function digestOfFile(host: Host, file: HostPath): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(host.readStream(file), hash);
  return hash.digest("hex");
}

/** `refusals` say why its image can't be used. */
export function notMakeable({ name }: KnownBase, refusals: readonly string[]): Diagnostic {
  const why = refusals.length > 0 ? `, and its image needs an engine (${refusals.join("; ")})` : "";
  return {
    severity: "error",
    code: "base/not-makeable",
    blame: refusals.length > 0 ? "world" : "request",
    message: `\`${name}\` can't be made here: only its publisher has what goes into it${why}`,
    help: "use its image: start docker or podman, and leave `--made` out",
  };
}

/** The exit statuses of prepare-host.sh. */
function unprepared({ name }: KnownBase, { keyring }: Recipe, end: TaskEnd): Diagnostic {
  const image = "or start docker or podman, to use the image of the base";
  switch (statusOf(end.exit)) {
    case 11:
      return taskFailure("base/not-root", `the root of \`${name}\` can only be made by root here`, {
        end,
        help: `run \`sudo tarwright base create ${name}\`, or install mmdebstrap and uidmap, ${image}`,
      });
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
