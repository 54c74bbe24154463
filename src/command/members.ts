// The ports of which a meta recipe is the sum.

import { portFolderFiles } from "../build/build.ts";
import { type HostPath, joinPath } from "../host/host.ts";
import type { FolderFile } from "../plan/plan.ts";
import type { Dependency, Port } from "../port/port.ts";
import { ok, type Result } from "../report.ts";
import { type OpenedPort, openPort, type PortChoice, type Reader } from "./port-argument.ts";
import type { Context } from "./verb.ts";

/** Each in the recipes around the whole, or else where programs are looked for; none for most ports. */
export async function openMembers(
  { port, folder }: Pick<OpenedPort, "port" | "folder">,
  choice: PortChoice,
  reader: Reader,
): Promise<Result<readonly OpenedPort[]>> {
  const opened: OpenedPort[] = [];
  // What the whole is called in a plan is not what they are called.
  const { pkgpath: _, ...own } = choice;
  for (const { name, version } of port.members ?? []) {
    const beside: HostPath = joinPath(folder, "../..", name, version);
    const isBeside = (await reader.host.status(joinPath(beside, "Recipe")))?.kind === "file";
    const member = isBeside
      ? await openPort(beside, own, reader)
      : await openPort(name, { ...own, version }, reader);
    if (!member.ok) return member;
    opened.push(member.value);
  }
  return ok(opened);
}

/** Each below a folder of its own, so that none is taken for a file of the whole. */
export async function filesOfMembers(
  members: readonly Pick<OpenedPort, "port" | "folder">[],
  leftOut: readonly HostPath[],
  { host, signal }: Pick<Context, "host" | "signal">,
): Promise<readonly FolderFile[]> {
  const files: FolderFile[] = [];
  for (const { port, folder: portFolder } of members) {
    const all = await portFolderFiles({ portFolder, leftOut }, host, signal);
    files.push(...all.map((file) => ({ ...file, path: `${port.pkgpath}-${port.version}//${file.path}` })));
  }
  return files;
}

/** What its members need, the whole needs; not what they are to each other. */
export function withNeeds(whole: Port, members: readonly Port[]): Port {
  const isMember = ({ pkgpath }: Dependency) => members.some((one) => one.pkgpath === pkgpath);
  const others = (all: readonly Dependency[]) => all.filter((one) => !isMember(one));
  const lib = members.flatMap(({ packages }) => packages.flatMap(({ depends }) => others(depends.lib)));
  return {
    ...whole,
    depends: {
      build: [...whole.depends.build, ...members.flatMap(({ depends }) => others(depends.build))],
      test: whole.depends.test,
      system: [...whole.depends.system, ...members.flatMap(({ depends }) => depends.system)],
    },
    packages: whole.packages.map((one) => ({
      ...one,
      depends: { ...one.depends, lib: [...others(one.depends.lib), ...lib] },
    })),
  };
}
