// A root file system for tests, of this machine's own programs and their libraries: no download, a few megabytes.

import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type HostPath, joinPath } from "../../src/host/host.ts";

const PROGRAMS = [
  ...[
    "sh",
    "cat",
    "chmod",
    "chown",
    "cp",
    "cut",
    "dd",
    "echo",
    "env",
    "grep",
    "head",
    "id",
    "ln",
    "ls",
    "mkdir",
  ],
  ...[
    "printf",
    "readlink",
    "rm",
    "sed",
    "seq",
    "setsid",
    "sha256sum",
    "sleep",
    "stat",
    "sync",
    "tail",
    "tar",
    "touch",
  ],
  ...["tr", "true", "uname", "wc"],
];

/** Writes `small-root.tar` into `folder`. It has a set-uid program, `/usr/bin/set-uid-id`, that tries to lift who runs it. */
export function smallRoot(folder: HostPath): HostPath {
  const root = joinPath(folder, "small-root");
  for (const name of [
    "etc",
    "dev",
    "proc",
    "sys",
    "root",
    "tmp",
    "var/tmp",
    "usr/bin",
    "usr/sbin",
    "usr/lib",
    "usr/lib64",
  ])
    mkdirSync(join(root, name), { recursive: true });
  for (const name of ["bin", "sbin", "lib", "lib64"]) symlinkSync(`usr/${name}`, join(root, name));
  for (const program of PROGRAMS) copyProgram(program, root, program);
  copyProgram("id", root, "set-uid-id");
  chmodSync(join(root, "usr/bin/set-uid-id"), 0o4755);
  for (const name of ["tmp", "var/tmp"]) chmodSync(join(root, name), 0o1777);
  writeFileSync(join(root, "etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
  writeFileSync(join(root, "etc/group"), "root:x:0:\n");
  writeFileSync(join(root, "etc/shadow"), "root:*:::::::\n", { mode: 0o640 });
  const tar = joinPath(folder, "small-root.tar");
  execFileSync("tar", ["-c", "--owner=0", "--group=0", "-f", tar, "-C", root, "."]);
  return tar;
}

function copyProgram(program: string, root: string, name: string): void {
  const file = execFileSync("sh", ["-c", 'command -p -v "$1" || true', "sh", `/usr/bin/${program}`])
    .toString()
    .trim();
  const from = file || `/bin/${program}`;
  cpSync(from, join(root, "usr/bin", name), { dereference: true });
  for (const [, library = ""] of execFileSync("ldd", [from])
    .toString()
    .matchAll(/(\/\S+) \(/g)) {
    const to = join(root, library.replace(/^\/lib/, "/usr/lib"));
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    cpSync(library, to, { dereference: true });
  }
}
