import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import { type BuildboxSpec, ENGINES, guestPath, type Kept, type LastCommand } from "./buildbox.ts";
import { boxesOf } from "./open-folders.ts";
import { field, parseJson, parseRoot, texts } from "./record.ts";

const RECORD = "kept.json";

/** By name. */
export async function listKept(host: Host): Promise<readonly Kept[]> {
  const names = (await host.list(boxesOf(host))) ?? [];
  const found = await Promise.all(names.map((name) => findKept(name, host)));
  return found.filter((kept) => kept !== undefined);
}

/** Undefined when no such box was kept. */
export async function findKept(name: string, host: Host): Promise<Kept | undefined> {
  if (safeName(name) !== name) return undefined;
  const text = await host.readText(joinPath(boxesOf(host), name, RECORD));
  return text === undefined ? undefined : parseKept(name, text);
}

export async function writeKept({ name, ...kept }: Kept, host: Host): Promise<void> {
  await host.writeFile(joinPath(boxesOf(host), name, RECORD), `${JSON.stringify(kept)}\n`, 0o600);
}

/** Where a kept box lies. */
export function keptFolder({ name }: Pick<Kept, "name">, host: Host): HostPath {
  return joinPath(boxesOf(host), name);
}

/** `name`, or with a number when a box of that name was kept before. */
export async function freeName(name: string, host: Host): Promise<string> {
  const safe = safeName(name);
  let free = safe;
  for (let count = 2; await host.status(joinPath(boxesOf(host), free)); count += 1) free = `${safe}.${count}`;
  return free;
}

/** As a file's name, and as a word of a shell. */
function safeName(name: string): string {
  return name.replace(/[^A-Za-z0-9._@,+-]/g, "_").replace(/^[.-]/, "_");
}

/** Undefined for what was not written by `writeKept`. */
function parseKept(name: string, text: string): Kept | undefined {
  const value = parseJson(text);
  const engine = ENGINES.find((kind) => kind === field(value, "engine"));
  const spec = parseSpec(field(value, "spec"));
  const last = parseLast(field(value, "last"));
  return engine && spec && { name, engine, spec, ...(last ? { last } : {}) };
}

function parseSpec(value: unknown): BuildboxSpec | undefined {
  const root = parseRoot(field(value, "root"));
  const name = field(value, "name");
  const hidden = texts(field(value, "hidden"));
  if (!root || typeof name !== "string" || !hidden) return undefined;
  return {
    root,
    name,
    network: field(value, "network") === "host" ? "host" : "none",
    hidden: hidden.map(hostPath),
    ...numbersOf(value),
    // What was in memory is on disk now.
    upper: "disk",
  };
}

const LIMITS = ["memoryBytes", "processes", "diskBytes", "timeMs"] as const;

function numbersOf(value: unknown): Partial<Record<(typeof LIMITS)[number], number>> {
  const found = LIMITS.map((name) => [name, field(value, name)] as const);
  return Object.fromEntries(found.filter(([, limit]) => typeof limit === "number"));
}

function parseLast(value: unknown): LastCommand | undefined {
  const cwd = field(value, "cwd");
  const env = field(value, "env");
  if (typeof cwd !== "string" || typeof env !== "object" || env === null) return undefined;
  return {
    cwd: guestPath(cwd),
    env: Object.fromEntries(Object.entries(env).map(([key, text]) => [key, String(text)])),
    user: field(value, "user") === "root" ? "root" : "build",
  };
}
