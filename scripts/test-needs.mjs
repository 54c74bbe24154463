#!/usr/bin/env node
// Runs before the tests: what they need and npm doesn't bring is there afterwards, or one line says how to get it.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { node24, node24Folder, node24Package } from "./node24.mjs";

/** Command → the Debian package that brings it. */
const NEEDS = {
  bash: "bash",
  bzip2: "bzip2",
  gcc: "gcc",
  gpg: "gnupg",
  ip: "iproute2",
  lzip: "lzip",
  make: "make",
  mount: "mount",
  newuidmap: "uidmap",
  openssl: "openssl",
  patch: "patch",
  readelf: "binutils",
  setpriv: "util-linux",
  "signify-openbsd": "signify-openbsd",
  tar: "tar",
  unshare: "util-linux",
  unzip: "unzip",
  xz: "xz-utils",
  zip: "zip",
  zstd: "zstd",
};

function isThere(command) {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/sbin"];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      // Not in this folder: that is the answer.
      return false;
    }
  });
}

function run(program, args, env = {}) {
  const { status, error } = spawnSync(program, args, {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  if (status !== 0) {
    console.error(`\`${[program, ...args].join(" ")}\` ended with status ${status}`);
    process.exit(1);
  }
}

function missingPackages() {
  const commands = Object.keys(NEEDS).filter((command) => !isThere(command));
  // The headers of the C library: gcc alone compiles nothing.
  const libc = existsSync("/usr/include/stdio.h") ? [] : ["libc6-dev"];
  return [...new Set([...commands.map((command) => NEEDS[command]), ...libc])].sort();
}

const missing = missingPackages();
if (missing.length > 0) {
  const install = ["install", "-qq", "--yes", "--no-install-recommends", ...missing];
  if (process.getuid?.() !== 0 || !isThere("apt-get")) {
    console.error(`the tests need: sudo apt-get ${install.join(" ")}`);
    process.exit(1);
  }
  run("apt-get", ["update", "-qq"]);
  run("apt-get", install, { DEBIAN_FRONTEND: "noninteractive" });
}
if (!existsSync(node24())) {
  mkdirSync(node24Folder, { recursive: true });
  run("npm", ["install", "--prefix", node24Folder, "--no-save", "--ignore-scripts", `${node24Package}@24`]);
}
