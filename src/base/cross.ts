// Roots for another architecture than this machine's: compilers that run here, and a target that is unpacked and not run.

import { type Buildbox, type Engine, guestPath, type Root } from "../engine/engine.ts";
import { type Host, joinPath, withScratch } from "../host/host.ts";
import type { Arch } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import {
  commitUnlessThere,
  isNetworkTrouble,
  mustCopy,
  openWorkbox,
  runTask,
  statusOf,
  taskFailure,
} from "./box.ts";
import { DEBIAN_ARCHES, type KnownBase } from "./catalogue.ts";
import prepareScript from "./cross-prepare.sh";
import unpackScript from "./cross-unpack.sh";
import type { Ground, Workshop } from "./ground.ts";
import { install } from "./install.ts";
import { digestOf, digestOfPackages, takeInventory } from "./inventory.ts";
import { type MadeRecord, readRecord, recordFolder, sweepTars, tarOf, writeRecord } from "./record.ts";

export type CrossOpening = {
  /** Of this machine's own architecture. */
  readonly native: Ground;
  readonly base: KnownBase;
  readonly arch: Arch;
  readonly workshop: Workshop;
};

/** The ground for builds of `arch` on this machine: native tools with a cross compiler, and the target beside them. */
export async function openCross(opening: CrossOpening, signal: AbortSignal): Promise<Result<Ground>> {
  const { native, base, arch, workshop } = opening;
  const { engine } = native;
  const known = await readRecord(workshop.host, { name: base.name, arch, engine: engine.kind });
  const found = known?.below === native.keys.tools ? await crossGround(known, opening) : undefined;
  if (found) return ok(found);
  const made = await makeCross(opening, signal);
  if (!made.ok) return made;
  const ground = await crossGround(made.value, opening);
  if (!ground) throw new Error(`the layers of ${base.name} for ${arch} are gone as soon as they were made`);
  return ok(ground);
}

async function crossGround(record: MadeRecord, { native, arch }: CrossOpening): Promise<Ground | undefined> {
  const { engine } = native;
  const [run, tools] = await Promise.all([engine.layer(record.run.key), engine.layer(record.tools.key)]);
  if (!run || !tools) return undefined;
  return {
    ...native,
    base: { ...native.base, digest: record.digest },
    arch,
    run,
    tools,
    keys: { run: record.run.key, tools: record.tools.key },
    installed: { run: new Set(record.run.packages), tools: new Set(record.tools.packages) },
    cross: { machine: native.arch },
  };
}

/** Makes both anew, from the lists of today. */
export async function makeCross(opening: CrossOpening, signal: AbortSignal): Promise<Result<MadeRecord>> {
  const { native, base, arch, workshop } = opening;
  const { host, report } = workshop;
  const what = `${arch} tools of ${base.name}`;
  report({
    kind: "note",
    message: `making base \`${base.name}\` for ${arch} from packages; this is done once`,
  });
  const opened = await openWorkbox(
    native.engine,
    { root: native.tools, name: `the ${what}`, upper: "disk" },
    signal,
  );
  if (!opened.ok) return opened;
  await using box = opened.value;
  const foreign = DEBIAN_ARCHES[arch];
  const prepared = await runTask(box, { script: prepareScript, args: [foreign], host }, signal);
  if (statusOf(prepared.exit) !== 0) {
    return wrong(
      taskFailure("base/unreachable", `the packages of \`${base.name}\` for ${arch} can't be listed`, {
        end: prepared,
        help: "check the network, and whether the mirror has that architecture, then run it again",
      }),
    );
  }
  const compiler = compilerOf(arch);
  const packages = [`gcc-${compiler}`, `g++-${compiler}`, `libc6-dev:${foreign}`].map((name) => ({ name }));
  const installed = await install(
    box,
    { manager: "apt", packages, extent: "lean", lists: "pinned", what, base: base.name, host, report },
    signal,
  );
  if (!installed.ok) return installed;
  const run = await unpackInto(box, { engine: native.engine, base, arch, host, names: [] }, signal);
  if (!run.ok) return run;
  // The tools are a layer that lasts.
  await runTask(box, { script: "rm -rf /tarwright", args: [], host }, signal);
  const full = await takeInventory(box, { depth: "hashes", host }, signal);
  if (!full.ok) return full;
  const digest = digestOfPackages([...run.value.hashes, ...full.value.hashes]);
  const toolsKey = `cross-${digestOf([native.keys.tools, arch, digest]).slice("sha256:".length)}`;
  await commitUnlessThere(box, { engine: native.engine, key: toolsKey }, signal);
  const record: MadeRecord = {
    ...{ name: base.name, arch, engine: native.engine.kind, digest, below: native.keys.tools },
    run: { key: run.value.key, sizeBytes: run.value.sizeBytes, packages: run.value.packages },
    tools: { key: toolsKey, sizeBytes: full.value.sizeBytes, packages: full.value.packages },
  };
  await writeRecord(host, record);
  await sweepTars(host);
  return ok(record);
}

/** As Debian spells it in the names of its cross compilers' packages. */
function compilerOf(arch: Arch): string {
  return `${arch.replace("_", "-")}-linux-gnu`;
}

type Unpacking = {
  readonly engine: Engine;
  readonly base: { readonly name: string };
  readonly arch: Arch;
  readonly host: Host;
  /** None for the target itself, which is named by its content. */
  readonly names: readonly string[];
  /** The target that they are unpacked over, and the name of what comes of it. */
  readonly over?: { readonly below: Root; readonly key: string };
};

type Unpacked = {
  readonly root: Root;
  readonly key: string;
  readonly sizeBytes: number;
  readonly packages: readonly string[];
  readonly hashes: readonly string[];
};

/** Unpacks packages of the other architecture in a box of this one, and takes them over as a root or a layer. */
async function unpackInto(
  box: Buildbox,
  { engine, base, arch, host, names, over }: Unpacking,
  signal: AbortSignal,
): Promise<Result<Unpacked>> {
  const end = await runTask(
    box,
    { script: unpackScript, args: [DEBIAN_ARCHES[arch], ...names], host },
    signal,
  );
  if (statusOf(end.exit) !== 0) {
    const what = names.length > 0 ? names.map((name) => `\`${name}\``).join(", ") : `\`${base.name}\``;
    return wrong(
      taskFailure(
        isNetworkTrouble(end) ? "base/unreachable" : "base/install",
        `${what} can't be unpacked for ${arch}`,
        { end },
      ),
    );
  }
  const lines = end.output.split("\n");
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const hashes = after("hash").sort();
  const packages = [...new Set(hashes.map((line) => line.replace(/ .*/s, "")))].sort();
  const key = over?.key ?? `foreign-${digestOf(hashes).slice("sha256:".length)}`;
  const root =
    (await engine.layer(key)) ??
    (await withScratch(recordFolder(host), host, async (scratch) => {
      const copy = box.copyOut(guestPath("/tarwright"), joinPath(scratch, "out"), signal);
      const copied = await mustCopy(copy, `what is unpacked for ${arch}`);
      if (!copied.ok) return copied;
      const tar = joinPath(scratch, "out/root.tar");
      // The target itself is what `base export` hands out.
      if (!over) await host.copyFile(tar, tarOf(host, key));
      return await engine.importTar(tar, { key, ...over }, signal);
    }));
  if ("ok" in root) return root;
  return ok({ root, key, sizeBytes: Number(after("size")[0]), packages, hashes });
}

/** The target with packages of its own architecture unpacked over it. */
export async function crossRunLayer(
  ground: Ground,
  names: readonly string[],
  { host }: Workshop,
  signal: AbortSignal,
): Promise<Result<{ readonly root: Root; readonly key: string }>> {
  const { engine, run, keys, base, arch } = ground;
  const missing = [...new Set(names)].filter((name) => !ground.installed.run.has(name)).sort();
  if (missing.length === 0) return ok({ root: run, key: keys.run });
  const name = `run dependencies on ${base.name} for ${arch}`;
  const key = `use-${digestOf([keys.run, keys.tools, ...missing]).slice("sha256:".length)}`;
  const found = await engine.layer(key);
  if (found) return ok({ root: found, key });
  const opened = await openWorkbox(engine, { root: ground.tools, name, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  const over = { below: run, key };
  return await unpackInto(box, { engine, base, arch, host, names: missing, over }, signal);
}

export function noCross(
  { name, arch }: { readonly name: string; readonly arch: Arch },
  machine: string,
  why: string,
): Diagnostic {
  return {
    severity: "error",
    code: "base/no-cross",
    blame: "request",
    message: `\`${name}\` can't be built for ${arch} on this machine, which is ${machine}: ${why}`,
    help: `build it on a machine that is ${arch}, or for a base of Debian's: \`--base debian-12\``,
  };
}
