import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  portFolderFiles
} from "./chunk-IXKQB4NW.js";
import {
  openPort
} from "./chunk-3RF2CHTB.js";
import {
  ok
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/members.ts
async function openMembers({ port, folder }, choice, reader) {
  const opened = [];
  const { pkgpath: _, ...own } = choice;
  for (const { name, version } of port.members ?? []) {
    const beside = joinPath(folder, "../..", name, version);
    const isBeside = (await reader.host.status(joinPath(beside, "Recipe")))?.kind === "file";
    const member = isBeside ? await openPort(beside, own, reader) : await openPort(name, { ...own, version }, reader);
    if (!member.ok) return member;
    opened.push(member.value);
  }
  return ok(opened);
}
async function filesOfMembers(members, leftOut, { host, signal }) {
  const files = [];
  for (const { port, folder: portFolder } of members) {
    const all = await portFolderFiles({ portFolder, leftOut }, host, signal);
    files.push(...all.map((file) => ({ ...file, path: `${port.pkgpath}-${port.version}//${file.path}` })));
  }
  return files;
}
function withNeeds(whole, members) {
  const isMember = ({ pkgpath }) => members.some((one) => one.pkgpath === pkgpath);
  const others = (all) => all.filter((one) => !isMember(one));
  const lib = members.flatMap(({ packages }) => packages.flatMap(({ depends }) => others(depends.lib)));
  return {
    ...whole,
    depends: {
      build: [...whole.depends.build, ...members.flatMap(({ depends }) => others(depends.build))],
      test: whole.depends.test,
      system: [...whole.depends.system, ...members.flatMap(({ depends }) => depends.system)]
    },
    packages: whole.packages.map((one) => ({
      ...one,
      depends: { ...one.depends, lib: [...others(one.depends.lib), ...lib] }
    }))
  };
}

export {
  openMembers,
  filesOfMembers,
  withNeeds
};
