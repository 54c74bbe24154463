// A small root that stands for one that was made here: what is of one day and of one machine is on it, too.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Workshop } from "../../src/base/base.ts";
import { digestOf } from "../../src/base/inventory.ts";
import { type MadeRecord, writeRecord } from "../../src/base/record.ts";
import { guestPath } from "../../src/engine/engine.ts";
import { type HostPath, joinPath, type Store } from "../../src/host/host.ts";
import { fileDigest } from "../../src/package/package.ts";
import { openBox, sh, specOf } from "../engine/boxes.ts";
import { smallRoot } from "../engine/small-root.ts";
import { machine, requestOf, workshopOf } from "../made-base.ts";
import { never, temporaryFolder } from "../support.ts";

export const DIGEST = digestOf(["a small root"]);
export const LIST = `sha256:${"1".repeat(64)}`;

/** A machine with its cache in `folder/cache/tarwright`, and what is noted there. */
export function machineWith(store: Store, folder: HostPath = temporaryFolder()) {
  const notes: string[] = [];
  const host = { ...machine(joinPath(folder, "cache/tarwright")), store };
  const workshop = workshopOf(host, (event) => void (event.kind === "note" && notes.push(event.message)));
  return { workshop, notes, ...settingOf(workshop) };
}

function settingOf(workshop: Workshop) {
  const entry = workshop.catalogue.find("debian-12");
  const engine = workshop.engines.find(({ kind }) => kind === "namespace");
  if (!entry.ok || entry.value.kind !== "known" || !engine) throw new Error("no debian-12 here");
  const request = requestOf("debian-12", workshop.host);
  return { request, storing: { ...workshop, base: entry.value, engine, arch: request.arch } };
}

/** What the real programs would tell of a real root. */
const PROGRAMS = { "dpkg-query": "#!/bin/sh\necho package base-files\n", du: "#!/bin/sh\necho 7\n" };

/** As `debian-12` would be once tools are laid on it, with what is of one day and of one machine. */
const layTools = (day: string) => `
echo compiler >/usr/bin/cc; ln -s cc /usr/bin/c89; chown 7:8 /usr/bin/cc; chmod 4711 /usr/bin/cc
mkdir -p /etc/apt/apt.conf.d /var/lib/apt/lists /var/cache/ldconfig
echo ${day} >/var/lib/apt/lists/mirror_Packages; echo ${day} >/var/cache/ldconfig/aux-cache; echo ${day} >/etc/passwd-
echo 'Acquire::http::Proxy "http://me:${day}@proxy";' >/etc/apt/apt.conf.d/90machine
echo 'deb https://me:${day}@deb.example.org/debian bookworm main' >/etc/apt/sources.list
`;

/** A machine that has made `debian-12`, synced to a list. */
export async function makeOn(
  day: string,
  { folder, store }: { readonly folder: HostPath; readonly store: Store },
) {
  smallRoot(folder);
  const bin = joinPath(folder, "small-root/usr/bin");
  for (const [name, text] of Object.entries(PROGRAMS)) writeFileSync(join(bin, name), text, { mode: 0o755 });
  const tar = joinPath(folder, "run.tar");
  const owned = ["--owner=0", "--group=0", "--sort=name", "--mtime=@315532800"];
  execFileSync("tar", ["-c", ...owned, "-f", tar, "-C", joinPath(folder, "small-root"), "."]);
  const here = machineWith(store, folder);
  const { engine, arch, host } = here.storing;
  const run = `run-${await fileDigest(tar, host, never)}`;
  const root = await engine.importTar(tar, { key: run }, never);
  await using box = await openBox(engine, specOf(root));
  await sh(box, layTools(day), { user: "root", cwd: guestPath("/") });
  await box.commit("tools-1", never);
  const layer = (key: string) => ({ key, sizeBytes: 7, packages: ["base-files"] });
  const record: MadeRecord = {
    name: "debian-12",
    arch,
    engine: "namespace",
    digest: DIGEST,
    run: layer(run),
    tools: layer("tools-1"),
    list: LIST,
  };
  await host.makeFolder(joinPath(host.folders.cache, "bases"));
  await host.copyFile(tar, joinPath(host.folders.cache, `bases/${run}.tar`));
  await writeRecord(host, record);
  return { ...here, record };
}
