// What the engine `host` makes on the machine, written down before it is there: a killed run leaves it, the next one
// removes it.

import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import { boxesOf } from "./open-folders.ts";
import { field, parseJson, texts } from "./record.ts";

export type Traces = {
  readonly owner: { readonly kind: "run"; readonly mark: string } | { readonly kind: "kept" };
  /** Outermost folders only. */
  readonly made: readonly HostPath[];
};

export async function readTraces(host: Host): Promise<Traces | undefined> {
  const value = parseJson((await host.readText(recordOf(host))) ?? "");
  const made = texts(field(value, "made"))?.map(hostPath);
  const mark = field(field(value, "owner"), "mark");
  return made && { owner: typeof mark === "string" ? { kind: "run", mark } : { kind: "kept" }, made };
}

export async function claim(traces: Traces, host: Host): Promise<void> {
  await host.writeFile(recordOf(host), `${JSON.stringify(traces)}\n`);
}

/** Makes a folder and what is missing above it; remembers that, if the machine is claimed. */
export async function makeFolder(folder: HostPath, host: Host): Promise<void> {
  let missing: HostPath | undefined;
  for (let at = folder; !(await host.status(at)); at = joinPath(at, "..")) missing = at;
  const traces = await readTraces(host);
  if (missing !== undefined && traces) await claim({ ...traces, made: [...traces.made, missing] }, host);
  await host.makeFolder(folder);
}

/** Removes it all, and what is in `buildFolder` too, for that may be the user's own. */
export async function clearTraces(buildFolder: HostPath, host: Host): Promise<void> {
  const traces = await readTraces(host);
  for (const made of [...(traces?.made ?? [])].reverse()) await host.remove(made);
  for (const name of (await host.list(buildFolder)) ?? []) await host.remove(joinPath(buildFolder, name));
  await host.remove(recordOf(host));
}

function recordOf(host: Host): HostPath {
  return joinPath(boxesOf(host), "host.json");
}
