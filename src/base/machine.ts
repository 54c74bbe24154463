// The machine's own file system as a base.

import type { Engine, Root } from "../engine/engine.ts";
import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import type { Arch } from "../port/port.ts";
import { ok, type Result } from "../report.ts";
import type { PackageManager } from "./catalogue.ts";
import type { Ground, Workshop } from "./ground.ts";
import { digestOf } from "./inventory.ts";
import { toolsLayer } from "./layers.ts";

/** What there is under `/`: which system, and its packages. */
export type Machine = {
  /** As the catalogue would name it: `debian-12`; `linux` when the machine does not say. */
  readonly release: string;
  readonly manager: PackageManager | undefined;
  readonly packages: ReadonlySet<string>;
  /** What says of its contents: its own description, the packages, and the loader's index of libraries. */
  readonly state: readonly string[];
};

/** Each manager's own record of what is installed. */
const DATABASES: readonly { readonly manager: PackageManager; readonly file: string }[] = [
  { manager: "apt", file: "/var/lib/dpkg/status" },
  { manager: "apk", file: "/lib/apk/db/installed" },
  { manager: "dnf", file: "/var/lib/rpm/rpmdb.sqlite" },
  { manager: "dnf", file: "/usr/lib/sysimage/rpm/rpmdb.sqlite" },
  // Of rpm before 4.16, as AlmaLinux 8 has it.
  { manager: "dnf", file: "/var/lib/rpm/Packages" },
];

export async function lookAtMachine(host: Host): Promise<Machine> {
  const system = (await host.readText(hostPath("/etc/os-release"))) ?? "";
  const release = releaseOf(system);
  // Libraries that no package brought are in it too.
  const libraries = (await host.readBytes(hostPath("/etc/ld.so.cache")))?.toString("latin1") ?? "";
  const found = await readDatabase(hostPath("/"), host);
  if (!found) return { release, manager: undefined, packages: new Set(), state: [system, libraries] };
  const { manager, text } = found;
  return { release, manager, packages: installedIn(manager, text), state: [system, libraries, text] };
}

type Database = { readonly manager: PackageManager; readonly file: HostPath; readonly text: string };

async function readDatabase(root: HostPath, host: Host): Promise<Database | undefined> {
  for (const { manager, file } of DATABASES) {
    const place = joinPath(root, `.${file}`);
    const database = await host.readBytes(place);
    if (database) return { manager, file: place, text: database.toString("latin1") };
  }
  return undefined;
}

/** Packages that the system below `root` has not, and the line that installs them. */
export type Lacking = { readonly names: readonly string[]; readonly command: string };

/** Of packages of one of its bases. Undefined when none is lacking, or nobody can say so: rpm's record is not read here. */
export async function lackingPackages(
  root: HostPath,
  wanted: readonly string[],
  host: Host,
): Promise<Lacking | undefined> {
  const found = await readDatabase(root, host);
  if (!found || found.manager === "dnf") return undefined;
  const { manager, text } = found;
  const there = new Set([...installedIn(manager, text), ...providedIn(manager, text)]);
  // The line is for a shell: what can't be a package's name is not put into it.
  const names = wanted.filter((name) => PACKAGE_NAME.test(name) && !there.has(name));
  if (names.length === 0) return undefined;
  const command = manager === "apt" ? "apt-get install" : "apk add";
  return { names, command: `${command} ${names.join(" ")}` };
}

/** Name → version of what is installed below `root`; undefined when no record of it can be read here. */
export async function packagesBelow(
  root: HostPath,
  host: Host,
): Promise<ReadonlyMap<string, string> | undefined> {
  const found = await readDatabase(root, host);
  if (!found) return undefined;
  if (found.manager === "dnf") return await packagesOfRpm(found.file, host);
  const [stanzas, name, version] =
    found.manager === "apt"
      ? [installedStanzas(found.text), /^Package: (\S+)$/m, /^Version: (\S+)$/m]
      : [found.text.split("\n\n"), /^P:(\S+)$/m, /^V:(\S+)$/m];
  const rows = stanzas.flatMap((stanza) => {
    const one = name.exec(stanza)?.[1];
    return one === undefined ? [] : [[one, version.exec(stanza)?.[1] ?? ""] as const];
  });
  return new Map(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Its record is a database: only rpm itself reads it, where this machine has one. */
async function packagesOfRpm(file: HostPath, host: Host): Promise<ReadonlyMap<string, string> | undefined> {
  const format = "%{NAME} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\\n";
  const args = ["--dbpath", joinPath(file, ".."), "-qa", "--queryformat", format];
  const env = { PATH: host.environment("PATH") ?? "/usr/bin:/bin", LC_ALL: "C" };
  const { exit, stdout } = await host.query({ program: "rpm", args, env });
  if (exit.kind !== "exited" || exit.status !== 0) return undefined;
  const rows = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("gpg-pubkey "));
  return new Map(rows.sort().map((row) => [row.replace(/ .*/, ""), row.replace(/^[^ ]* /, "")]));
}

const PACKAGE_NAME = /^[A-Za-z0-9][A-Za-z0-9+._:-]*$/;

/** Names that installed packages have besides their own. */
function providedIn(manager: "apt" | "apk", database: string): readonly string[] {
  const lists =
    manager === "apt"
      ? installedStanzas(database).flatMap((one) => /^Provides: (.*)$/m.exec(one)?.[1]?.split(",") ?? [])
      : [...database.matchAll(/^p:(.*)$/gm)].flatMap(([, list = ""]) => list.split(" "));
  return lists.map((one) => one.trim().replace(/[ =(].*$/, ""));
}

/** What os-release(5) takes a system for that does not say. */
const UNTOLD = "linux";

/** `debian-12`, from os-release(5). */
function releaseOf(system: string): string {
  const field = (name: string) => new RegExp(`^${name}=(["']?)([^"'\\n]*)\\1$`, "m").exec(system)?.[2];
  return [field("ID") ?? UNTOLD, field("VERSION_ID")].filter(Boolean).join("-");
}

/**
 * Names of the catalogue that the system below `root` may go by, its own first: a dyno's stack is Ubuntu too, and
 * `alpine-3.21.3` is an `alpine-3.21`. A root that says nothing yet becomes one like this machine's; none when that does
 * not say either.
 */
export async function basesOf(root: HostPath, host: Host): Promise<readonly string[]> {
  const system = (await describe(root, host)) ?? (await describe(hostPath("/"), host)) ?? "";
  const release = releaseOf(system);
  if (release === UNTOLD) return [];
  const stack = stackOn(release, host);
  const shorter = [...release.matchAll(/\./g)].map(({ index }) => release.slice(0, index));
  return [...(stack ? [stack] : []), release, ...shorter.reverse()];
}

/** The text of os-release(5), from either of its places. */
async function describe(root: HostPath, host: Host): Promise<string | undefined> {
  const own = await host.readText(joinPath(root, "etc/os-release"));
  return own ?? (await host.readText(joinPath(root, "usr/lib/os-release")));
}

/** `STACK` is this process's: it says nothing of a root that holds another system than `heroku-24`'s Ubuntu 24.04. */
function stackOn(release: string, host: Host): string | undefined {
  const stack = host.environment("STACK") ?? "";
  const [, number] = /^heroku-([0-9]+)$/.exec(stack) ?? [];
  return number !== undefined && release === `ubuntu-${number}.04` ? stack : undefined;
}

function installedIn(manager: PackageManager, database: string): ReadonlySet<string> {
  switch (manager) {
    case "apt":
      return new Set(
        installedStanzas(database).flatMap((stanza) => /^Package: (\S+)$/m.exec(stanza)?.[1] ?? []),
      );
    case "apk":
      return new Set([...database.matchAll(/^P:(\S+)$/gm)].map(([, name = ""]) => name));
    case "dnf":
      // A binary file: dnf itself finds out that there is nothing to do.
      return new Set();
  }
}

function installedStanzas(database: string): readonly string[] {
  return database.split("\n\n").filter((stanza) => /^Status: \S+ \S+ installed$/m.test(stanza));
}

const ROOT: Root = { kind: "overlay", bottom: "host", layers: [] };

/** `name` is `host`, or the catalogue's name of the very system that runs here. */
export async function openMachine(
  name: string,
  { engine, arch, workshop }: { readonly engine: Engine; readonly arch: Arch; readonly workshop: Workshop },
  signal: AbortSignal,
): Promise<Result<Ground>> {
  const machine = await lookAtMachine(workshop.host);
  const digest = digestOf(machine.state);
  const { manager, release, packages } = machine;
  const ground: Ground = {
    base: { name, family: "host", digest, extensible: engine.kind !== "host" && manager !== undefined },
    arch,
    engine,
    run: ROOT,
    tools: ROOT,
    keys: { run: digest, tools: digest },
    shelf: manager && { manager, base: release, lists: "latest" },
    installed: { run: packages, tools: packages },
  };
  return (await hasTools(workshop.host)) ? ok(ground) : await toolsLayer(ground, workshop, signal);
}

/** Whether the machine can build without a layer of tools, and so without a download. */
async function hasTools(host: Host): Promise<boolean> {
  const found = await Promise.all(
    ["cc", "make", "patch"].map((tool) => host.realPath(hostPath(`/usr/bin/${tool}`))),
  );
  return found.every((path) => path !== undefined);
}
