import { guestPath, type Root } from "../engine/engine.ts";
import { type Host, type HostPath, hostPath, joinPath, withScratch } from "../host/host.ts";
import { type LibrarySet, scanLibraries } from "../package/package.ts";
import type { SystemDependency } from "../port/port.ts";
import { ok, type Result, wrong } from "../report.ts";
import { mustCopy, openWorkbox, runTask, statusOf, taskFailure } from "./box.ts";
import script from "./collect-libraries.sh";
import { isRecord, isText, isTexts, parseJson } from "./decode.ts";
import type { Ground, Workshop } from "./ground.ts";
import { runLayer } from "./layers.ts";
import { recordFolder } from "./record.ts";

/** The shared libraries of `runRoot`, remembered under its content. */
export async function runLibraries(
  ground: Ground,
  system: readonly SystemDependency[],
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<LibrarySet>> {
  const layer = await runLayer(ground, system, workshop, signal);
  if (!layer.ok) return layer;
  const { host } = workshop;
  const file = joinPath(host.folders.cache, "libraries", `${layer.value.key.replace(":", "-")}.json`);
  const known = decodeLibraries((await host.readText(file)) ?? "");
  if (known) return ok(known);
  const scanned = await scan(layer.value.root, { ground, host }, signal);
  if (scanned.ok) await host.writeFile(file, JSON.stringify(scanned.value));
  return scanned;
}

async function scan(
  root: Root,
  { ground, host }: { readonly ground: Ground; readonly host: Host },
  signal: AbortSignal,
): Promise<Result<LibrarySet>> {
  if (root.kind === "overlay") {
    const bottom = root.bottom === "host" ? hostPath("/") : root.bottom;
    return ok(await scanLibraries([bottom, ...root.layers], host));
  }
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const copied = await copyLibraries(root, { ground, host, copy: joinPath(scratch, "libraries") }, signal);
    return copied.ok ? ok(await scanLibraries([joinPath(scratch, "libraries")], host)) : copied;
  });
}

async function copyLibraries(
  root: Root,
  { ground, host, copy }: { readonly ground: Ground; readonly host: Host; readonly copy: HostPath },
  signal: AbortSignal,
): Promise<Result<void>> {
  const what = "the libraries of the base";
  const opened = await openWorkbox(ground.engine, { root, name: what, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  const collected = "/tarwright-libraries";
  const end = await runTask(box, { script, args: [collected], host }, signal);
  if (statusOf(end.exit) !== 0) {
    return wrong(taskFailure("base/inventory", `${what} can't be collected`, { end }));
  }
  return await mustCopy(box.copyOut(guestPath(collected), copy, signal), what);
}

function decodeLibraries(text: string): LibrarySet | undefined {
  const value = parseJson(text);
  if (!isRecord(value)) return undefined;
  const { folders, libraries, programFolders, programs } = value;
  if (!Array.isArray(folders) || !folders.every(isFolder)) return undefined;
  if (!Array.isArray(libraries) || !libraries.every(isLibrary)) return undefined;
  if (!Array.isArray(programFolders) || !programFolders.every(isFolder) || !isTexts(programs))
    return undefined;
  return { folders, libraries, programFolders, programs };
}

function isFolder(value: unknown): value is LibrarySet["folders"][number] {
  return isRecord(value) && isText(value["path"]) && isText(value["real"]);
}

function isLibrary(value: unknown): value is LibrarySet["libraries"][number] {
  if (!isRecord(value)) return false;
  const { path, soname, elfClass, machine, versions, package: owner } = value;
  return (
    isText(path) &&
    (soname === undefined || isText(soname)) &&
    (owner === undefined || isText(owner)) &&
    (elfClass === 32 || elfClass === 64) &&
    typeof machine === "number" &&
    isTexts(versions)
  );
}
