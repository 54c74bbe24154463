import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { hostPath, joinPath, openHost } from "../../src/host/host.ts";
import { temporaryFolder } from "../support.ts";

const host = openHost();

function fileIn(folder = temporaryFolder()) {
  const file = joinPath(folder, "a");
  writeFileSync(file, "text", { mode: 0o640 });
  return file;
}

test("files: a file is shared as it is, and stays when its first place goes", async () => {
  const from = fileIn();
  const to = joinPath(from, "../b");
  await host.shareFile(from, to);
  expect(statSync(to).ino).toBe(statSync(from).ino);
  rmSync(from);
  expect(readFileSync(to, "utf8")).toBe("text");
});

test("files: over the border of a file system, a file is copied", async ({ skip }) => {
  const from = fileIn();
  if (!existsSync("/dev/shm") || statSync("/dev/shm").dev === statSync(from).dev)
    return skip("there is one file system only");
  const other = mkdtempSync("/dev/shm/tarwright-");
  onTestFinished(() => rmSync(other, { recursive: true }));
  const to = hostPath(`${other}/b`);
  await host.shareFile(from, to);
  expect([readFileSync(to, "utf8"), statSync(to).mode & 0o777]).toEqual(["text", 0o640]);
});

test("files: what is there already is not replaced by a file that is shared", async () => {
  const from = fileIn();
  await expect(host.shareFile(from, from)).rejects.toThrow("EEXIST");
});

test("files: what no text is as large as is refused unread, and so is what never ends", async () => {
  const huge = fileIn();
  const refused = expect.objectContaining({ name: "WorldFailure", code: "TOO_LARGE" });
  // Two limits of Node's own lie between: of a string, and of a file that is read whole.
  for (const mebibytes of [300, 600, 3072]) {
    truncateSync(huge, mebibytes * 1024 ** 2);
    await expect(host.readText(huge)).rejects.toEqual(refused);
    await expect(host.readBytes(huge)).rejects.toEqual(refused);
  }
  await expect(host.readBytes(hostPath("/dev/zero"))).rejects.toEqual(refused);
});

test("files: a pipe is read to its end, and what the kernel writes as it is read", async () => {
  const pipe = joinPath(temporaryFolder(), "pipe");
  spawnSync("mkfifo", [pipe]);
  spawn("sh", ["-c", '{ printf first; printf second; } > "$1"', "sh", pipe]);
  expect(await host.readText(pipe)).toBe("firstsecond");
  expect(await host.readText(hostPath("/proc/self/status"))).toMatch(/^Name:/);
});

test("files: where links go in a circle there is nothing, nor where a name is too long", async () => {
  const folder = temporaryFolder();
  const circle = joinPath(folder, "circle");
  symlinkSync("circle", circle);
  for (const nothing of [circle, joinPath(circle, "file"), joinPath(folder, "a".repeat(300))]) {
    expect(await host.readText(nothing)).toBeUndefined();
    expect(await host.realPath(nothing)).toBeUndefined();
    expect(await host.list(nothing)).toBeUndefined();
  }
  await expect(host.readText(folder)).rejects.toEqual(expect.objectContaining({ code: "EISDIR" }));
});

test("files: folders are made by many at once, and refused in a moment where none can be", async () => {
  const deep = joinPath(temporaryFolder(), "a/b/c/d");
  await Promise.all(Array.from({ length: 20 }, () => host.makeFolder(deep)));
  await host.makeFolder(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
  await expect(host.makeFolder(hostPath("/proc/tarwright/a"))).rejects.toEqual(
    expect.objectContaining({ name: "WorldFailure", code: "ENOENT" }),
  );
  await expect(host.makeFolder(joinPath(fileIn(), "a"))).rejects.toEqual(
    expect.objectContaining({ code: "ENOTDIR" }),
  );
});
