import { createHash } from "node:crypto";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type HostPath, joinPath } from "../../src/host/host.ts";
import { type ArchiveMember, writeArchive } from "../../src/package/archive.ts";
import { type ArchiveEntry, BLOCK_BYTES, byArchiveOrder } from "../../src/package/tar.ts";
import { readTar } from "../../src/package/tar-reader.ts";
import { COMPRESSIONS } from "../../src/port/port.ts";
import { never, temporaryFolder } from "../support.ts";
import { host, tool } from "./support.ts";

const EPOCH = 2 ** 33 - 1;
const LONG = "long-".repeat(30);

/** Everything that archives get wrong. */
function nastyTree(): HostPath {
  const folder = joinPath(temporaryFolder(), "top");
  const at = (...parts: readonly string[]) => join(folder, ...parts);
  for (const path of ["a", "a-b", "a.b", "empty", LONG, `d/${LONG}/${LONG}`])
    mkdirSync(at(path), { recursive: true });
  for (const path of [
    "a/x",
    "a-b/x",
    "a.b/x",
    "a0",
    "z",
    `${LONG}/${LONG}`,
    "exactly",
    "-n",
    "blank s",
    "new\ttab",
  ]) {
    writeFileSync(at(path), path);
  }
  writeFileSync(at("exactly"), Buffer.alloc(1024, 7));
  writeFileSync(at("nothing"), "");
  writeFileSync(at("none"), "mode 0");
  writeFileSync(at("name-100".padEnd(100 - "top/".length, "-")), "as long as the field");
  writeFileSync(at("name-101".padEnd(101 - "top/".length, "-")), "one longer");
  writeFileSync(at("café"), "UTF-8");
  writeFileSync(Buffer.from(`${at("latin-")}\xe9`, "latin1"), "not UTF-8");
  symlinkSync("z", at("link"));
  symlinkSync("café", at("link-utf8"));
  symlinkSync(`${LONG}/${LONG}`, at("link-long"));
  symlinkSync(`${LONG}/${LONG}`, at(`${"link-".repeat(22)}long`));
  linkSync(at("z"), at("hard"));
  linkSync(at(LONG, LONG), at("hard-long"));
  for (let index = 0; index < 120; index += 1) linkSync(at("a0"), at(`a/hard-${index}`));
  chmodSync(at("none"), 0);
  chmodSync(at("z"), 0o4755);
  for (const path of ["z", "a", "nothing"]) utimesSync(at(path), 12, 12);
  utimesSync(at("exactly"), EPOCH + 5, EPOCH + 5);
  for (const { path, status } of host.scan(folder)?.entries ?? []) {
    // Fractions of a second have no place in our archives; GNU tar writes a record for each.
    const seconds = Math.floor(status.modifiedMs / 1000);
    if (status.kind === "link") tool("touch", ["-h", "-d", `@${seconds}`, at(path)]);
    else utimesSync(Buffer.from(`${folder}/${path}`, "latin1"), seconds, seconds);
  }
  utimesSync(folder, 12, 12);
  return folder;
}

/** The entries of a tree as they are, without any policy. */
function membersOf(folder: HostPath): readonly ArchiveMember[] {
  const scanned = host.scan(folder);
  const first = new Map<string, string>();
  const members = (scanned?.entries ?? []).map(({ path, status, target }): ArchiveMember => {
    const common = {
      path: `top/${path}`,
      mode: status.mode,
      modified: Math.min(status.modifiedMs / 1000, EPOCH),
    };
    const earlier = first.get(status.identity);
    if (status.kind === "file" && earlier === undefined) first.set(status.identity, common.path);
    const entry: ArchiveEntry =
      status.kind === "folder"
        ? { ...common, path: `${common.path}/`, kind: "folder" }
        : status.kind === "link"
          ? { ...common, kind: "link", target }
          : earlier === undefined
            ? { ...common, kind: "file", sizeBytes: status.sizeBytes }
            : { ...common, kind: "hard-link", target: earlier };
    return { entry, content: () => scanned?.read(path) ?? [] };
  });
  const top: ArchiveEntry = { kind: "folder", path: "top/", mode: 0o755, modified: 12 };
  return [{ entry: top, content: () => [] }, ...members];
}

function gnuTar(folder: HostPath, file: string): Buffer {
  tool("tar", [
    "--sort=name",
    "--format=posix",
    "--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime",
    `--mtime=@${EPOCH}`,
    "--clamp-mtime",
    "--owner=root:0",
    "--group=root:0",
    "--blocking-factor=1",
    "-C",
    join(folder, ".."),
    "-cf",
    file,
    "top",
  ]);
  return readFileSync(file);
}

test("archive: byte for byte that of GNU tar", async () => {
  const folder = nastyTree();
  const place = temporaryFolder();
  const theirs = gnuTar(folder, join(place, "theirs.tar"));
  const file = joinPath(place, "ours.tar.gz");
  const written = await writeArchive(
    { members: membersOf(folder), sourceDateEpoch: EPOCH, compression: "gz", file },
    host,
    never,
  );
  const ours = gunzipSync(readFileSync(file));
  expect(createHash("sha256").update(ours).digest("hex")).toBe(
    createHash("sha256").update(theirs).digest("hex"),
  );
  expect(written).toEqual({
    ok: true,
    value: {
      sha256: createHash("sha256").update(readFileSync(file)).digest("hex"),
      sizeBytes: readFileSync(file).length,
      contentDigest: createHash("sha256").update(theirs).digest("hex"),
      tarBytes: theirs.length,
    },
  });
});

for (const compression of COMPRESSIONS) {
  test(`archive: .tar.${compression} is the same twice, and tar reads it`, async () => {
    const members = membersOf(nastyTree());
    const place = temporaryFolder();
    const files = ["one", "two"].map((name) => joinPath(place, `${name}.tar.${compression}`));
    for (const file of files)
      expect(
        (await writeArchive({ members, sourceDateEpoch: EPOCH, compression, file }, host, never)).ok,
      ).toBe(true);
    const [one, two] = files.map((file) => readFileSync(file));
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
    const listed = tool("tar", ["-tf", files[0] ?? "", "--quoting-style=escape"])
      .trimEnd()
      .split("\n");
    expect(listed.length).toBe(members.length);
  });
}

test("archive: gzip is content with it", async () => {
  const file = joinPath(temporaryFolder(), "a.tar.gz");
  await writeArchive(
    { members: membersOf(nastyTree()), sourceDateEpoch: EPOCH, compression: "gz", file },
    host,
    never,
  );
  expect(tool("gzip", ["-t", file])).toBe("");
});

test("archive: a compressor that is missing is told", async () => {
  const members = membersOf(nastyTree());
  const file = joinPath(temporaryFolder(), "a.tar.xz");
  const bare = { ...host, environment: () => "/nonexistent" };
  const written = await writeArchive(
    { members, sourceDateEpoch: EPOCH, compression: "xz", file },
    bare,
    never,
  );
  expect(written).toMatchObject({
    ok: false,
    error: [
      {
        code: "package/no-compressor",
        blame: "world",
        message: "`xz`, which `.tar.xz` needs, is not on the PATH",
      },
    ],
  });
});

test("archive: what was written is read back, entry by entry", async () => {
  const members = membersOf(nastyTree());
  const file = joinPath(temporaryFolder(), "a.tar.gz");
  await writeArchive({ members, sourceDateEpoch: EPOCH, compression: "gz", file }, host, never);
  const found: ArchiveEntry[] = [];
  async function* chunks() {
    yield gunzipSync(readFileSync(file));
  }
  await readTar(chunks(), { entry: (entry) => void found.push(entry), content: () => undefined });
  expect(found).toEqual(members.map(({ entry }) => entry));
});

/** A pax header with this body. */
function paxHeader(body: string): Buffer {
  const block = Buffer.alloc(2 * BLOCK_BYTES);
  block.write(`${body.length.toString(8).padStart(11, "0")}\0`, 124);
  block.write("x", 156);
  block.write(body, BLOCK_BYTES, "latin1");
  return block;
}

for (const record of ["0 path=a\n", "00000 path=a\n", "3 path=a\n", "6 path=a\n"]) {
  test(`archive: a record that says it is shorter than its own start is not read for ever: ${record.trim()}`, async () => {
    async function* chunks() {
      yield Buffer.concat([paxHeader(record), Buffer.alloc(3 * BLOCK_BYTES)]);
    }
    const reading = readTar(chunks(), { entry: () => undefined, content: () => undefined });
    await expect(reading).rejects.toThrow("a pax header can't be read");
  });
}

test("archive: the order is that of a walk, not that of whole paths", () => {
  const paths = ["a-b/", "a/", "a/x", "a.b", "a", "a0"].map((path) => ({ path }));
  expect([...paths].sort(byArchiveOrder).map(({ path }) => path)).toEqual([
    "a",
    "a/",
    "a/x",
    "a-b/",
    "a.b",
    "a0",
  ]);
});
