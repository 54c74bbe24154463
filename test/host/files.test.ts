import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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
