import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type HostPath, joinPath, openHost } from "../../src/host/host.ts";
import { unpackForeign } from "../../src/package/package.ts";
import { never, temporaryFolder } from "../support.ts";

/** What real tar makes of a script's folder. */
function tarOf(script: string): Buffer {
  const folder = temporaryFolder();
  execFileSync("sh", ["-ec", script], { cwd: folder });
  return execFileSync("tar", ["-cf", "-", "."], { cwd: folder, maxBuffer: 1 << 26 });
}

async function unpack(content: Buffer, mostBytes = 1 << 20) {
  const folder: HostPath = temporaryFolder();
  const archive = joinPath(temporaryFolder(), "archive");
  writeFileSync(archive, content);
  return { folder, outcome: await unpackForeign({ archive, folder, mostBytes }, openHost(), never) };
}

const LONG = "n".repeat(120);

test("files, folders, links inside, long and foreign names", async () => {
  const script = `mkdir -p a/b; echo text >a/b/f; chmod 700 a/b/f; ln -s ../a/b/f a/l; echo é >a/é; echo long >a/${LONG}; : >a/empty`;
  const { folder, outcome } = await unpack(tarOf(script));
  expect(outcome).toEqual({ kind: "unpacked" });
  expect(readFileSync(join(folder, "a/b/f"), "utf8")).toBe("text\n");
  expect(statSync(join(folder, "a/b/f")).mode & 0o777).toBe(0o755);
  expect(readlinkSync(join(folder, "a/l"))).toBe("../a/b/f");
  expect(readFileSync(join(folder, "a/é"), "utf8")).toBe("é\n");
  expect(readFileSync(join(folder, `a/${LONG}`), "utf8")).toBe("long\n");
  expect(statSync(join(folder, "a/empty")).size).toBe(0);
});

test("zeros behind the end of a gzip are no harm", async () => {
  const { folder, outcome } = await unpack(Buffer.concat([gzipSync(tarOf("echo x >f")), Buffer.alloc(4096)]));
  expect(outcome).toEqual({ kind: "unpacked" });
  expect(existsSync(join(folder, "f"))).toBe(true);
});

const refused: readonly { readonly what: string; readonly content: () => Buffer; readonly why: RegExp }[] = [
  {
    what: "a bomb",
    content: () => gzipSync(tarOf("head -c 8000000 /dev/zero >f")),
    why: /more than the 1048576 bytes/,
  },
  {
    what: "an endless end",
    content: () => gzipSync(Buffer.concat([tarOf(":"), Buffer.alloc(8_000_000)])),
    why: /more than the 1048576 bytes/,
  },
  {
    what: "a gzip that is cut off",
    content: () => gzipSync(tarOf("echo x >f")).subarray(0, 60),
    why: /can't be uncompressed/,
  },
  {
    what: "a bzip2 that is cut off",
    content: () => execFileSync("bzip2", { input: tarOf("echo x >f") }).subarray(0, 60),
    why: /bzip2/,
  },
  {
    what: "a tar that is cut off",
    content: () => tarOf("head -c 90000 /dev/urandom >f").subarray(0, 40_000),
    why: /./,
  },
  { what: "a pipe", content: () => tarOf("mkfifo p"), why: /`p` is neither file, folder nor link/ },
];

for (const { what, content, why } of refused) {
  test(`${what} is refused`, async () => {
    const { outcome } = await unpack(content());
    expect(outcome).toMatchObject({ kind: "damaged", why: expect.stringMatching(why) });
  });
}
