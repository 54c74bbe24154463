// The Node.js that GitHub's runner gives to `using: node24`: this one, that of $NODE24, or one kept in the user's cache.
import { homedir } from "node:os";
import { join } from "node:path";

export const node24Package = `node-linux-${process.arch}`;
export const node24Folder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), ".cache"),
  "tarwright-tests",
  "node24",
);

export function node24() {
  if (process.env.NODE24) return process.env.NODE24;
  if (process.versions.node.startsWith("24.")) return process.execPath;
  return join(node24Folder, "node_modules", node24Package, "bin", "node");
}
