// Archives that nobody of good will makes, and what is left on the disk after each: nothing.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hostPath, joinPath } from "../../src/host/host.ts";
import { type ArchiveMember, writeArchive } from "../../src/package/archive.ts";
import { type PublicKey, packJob, signFiles, unpackPackage } from "../../src/package/package.ts";
import { keyOfSeed } from "../../src/package/signify.ts";
import type { ArchiveEntry } from "../../src/package/tar.ts";
import type { Package } from "../../src/port/port.ts";
import { never, rendered, temporaryFolder } from "../support.ts";
import { host, jobOf, packRequest, port, writeTree } from "./support.ts";

const key = keyOfSeed(Buffer.alloc(32, 7), "release");
const stranger = keyOfSeed(Buffer.alloc(32, 8), "stranger");

type Member = Omit<ArchiveEntry, "modified" | "mode"> & { readonly mode?: number; readonly text?: string };

const file = (path: string, text = "", mode = 0o644): Member =>
  ({ kind: "file", path, mode, text, sizeBytes: text.length }) as Member;
const folder = (path: string): Member => ({ kind: "folder", path: `${path}/`, mode: 0o755 }) as Member;
const link = (path: string, target: string): Member =>
  ({ kind: "link", path, target, mode: 0o777 }) as Member;
const hardLink = (path: string, target: string): Member =>
  ({ kind: "hard-link", path, target, mode: 0o644 }) as Member;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** An archive with these members and a FileHash that is right about them; its row. */
async function crafted(members: readonly Member[], more: Partial<Package> = {}): Promise<Attempt> {
  const hashes = members
    .flatMap((one) => {
      const { path, kind, text, target } = one as Member & { readonly target?: string };
      if (kind === "file") return [`${sha256(text ?? "")} ${path.slice(4)}`];
      if (kind === "link") return [`${sha256(target ?? "")} ${path.slice(4)}`];
      return kind === "hard-link" ? [`${sha256("a")} ${path.slice(4)}`] : [];
    })
    .sort((a, b) => (a.slice(65) < b.slice(65) ? -1 : 1));
  const list = `GoboLinux FileHash, version 2.1, SHA-256\n${hashes.map((line) => `${line}\n`).join("")}`;
  const all = [folder("foo"), folder("foo/Resources"), file("foo/Resources/FileHash", list), ...members];
  const archive = joinPath(temporaryFolder(), "foo-1.0--debian-12--x86_64.tar.gz");
  const written = await writeArchive(
    {
      members: all.map(
        ({ text, ...entry }): ArchiveMember => ({
          entry: { ...entry, modified: 0 } as ArchiveEntry,
          content: () => (text ? [Buffer.from(text, "latin1")] : []),
        }),
      ),
      sourceDateEpoch: 0,
      compression: "gz",
      file: archive,
    },
    host,
    never,
  );
  if (!written.ok) throw new Error("not written");
  return { archive, row: { ...(await goodRow()), ...written.value, ...fileRow(archive), ...more } };
}

/** Of an archive, with a signature of `key` in it. */
async function signed({ archive, row: one }: Attempt): Promise<Attempt> {
  const answer = await signFiles({ files: [hostPath(archive)], key }, host, never);
  if (!answer.ok) throw new Error(rendered(answer.error));
  return { archive, row: { ...one, ...fileRow(archive) } };
}

function fileRow(archive: string) {
  const content = readFileSync(archive);
  return { sha256: createHash("sha256").update(content).digest("hex"), sizeBytes: content.length };
}

let row: Package | undefined;
async function goodRow(): Promise<Package> {
  if (row) return row;
  const fakeRoot = writeTree(temporaryFolder(), { "app/vendor/foo/bin/foo": "#!/bin/sh\necho foo\n" });
  const packed = await packJob(
    packRequest(jobOf(port()), fakeRoot),
    { host, report: () => undefined },
    never,
  );
  if (!packed.ok || !packed.value.packages[0]) throw new Error("not packed");
  row = packed.value.packages[0].package;
  return row;
}

type Attempt = { readonly archive: string; readonly row: Package };

async function unpacked(
  { archive, row: one }: Attempt,
  { keys, setuid = "refuse" }: { keys?: readonly PublicKey[]; setuid?: "refuse" | "keep" } = {},
) {
  const trust = keys ? ({ kind: "keys", keys } as const) : ({ kind: "index" } as const);
  const into = temporaryFolder();
  const answer = await unpackPackage(
    { archive: hostPath(archive), row: one, folder: into, trust, setuid },
    host,
    never,
  );
  return { into, answer, said: answer.ok ? "" : rendered(answer.error) };
}

const refused: readonly {
  readonly name: string;
  readonly members: readonly Member[];
  readonly why: string;
}[] = [
  { name: "a name with `..`", members: [file("foo/../../evil", "x")], why: "leads out of the package" },
  { name: "an absolute name", members: [file("/tmp/evil", "x")], why: "leads out of the package" },
  { name: "a name with a dot", members: [file("foo/./a", "x")], why: "`foo/./a` is not a plain name" },
  { name: "another top folder", members: [folder("bar"), file("bar/a", "x")], why: "does not lie in `foo`" },
  {
    name: "a link to an absolute place",
    members: [link("foo/etc", "/etc")],
    why: "`foo/etc` is a link to `/etc`, outside",
  },
  {
    name: "a link that climbs out",
    members: [link("foo/up", "../../x")],
    why: "is a link to `../../x`, outside",
  },
  {
    name: "links that climb out together",
    members: [
      folder("foo/a"),
      folder("foo/a/b"),
      link("foo/a/b/top", "../.."),
      link("foo/out", "a/b/top/../x"),
    ],
    why: "is a link to `a/b/top/../x`, outside",
  },
  {
    name: "the prefix, and out of it through a link",
    members: [link("foo/here", "."), link("foo/out", "/app/vendor/foo/here/../x")],
    why: "outside of the package",
  },
  {
    name: "links that lead to themselves",
    members: [link("foo/a", "b"), link("foo/b", "a")],
    why: "outside of the package",
  },
  {
    name: "a file that stands on a link",
    members: [link("foo/lib", "share"), file("foo/lib/a", "x")],
    why: "`foo/lib/a` does not lie in a folder of the package",
  },
  { name: "a name twice", members: [file("foo/a", "x"), file("foo/a", "x")], why: "`foo/a` is in it twice" },
  {
    name: "a hard link to a file of the machine",
    members: [hardLink("foo/a", "../../etc/passwd")],
    why: "leads out of the package",
  },
  {
    name: "a hard link to nothing",
    members: [hardLink("foo/a", "foo/b")],
    why: "`foo/a` is another name of nothing",
  },
  { name: "a set-user-ID file", members: [file("foo/su", "x", 0o4755)], why: "would run as its owner" },
  { name: "a set-group-ID file", members: [file("foo/sg", "x", 0o2755)], why: "would run as its owner" },
  { name: "a name that is not UTF-8", members: [file("foo/\xff", "x")], why: "is not UTF-8" },
];
for (const { name, members, why } of refused) {
  test(`unpack: refused: ${name}`, async () => {
    const { into, said } = await unpacked(await crafted(members));
    expect(said).toContain("error[package/damaged]");
    expect(said).toContain(why);
    expect(host.scan(into)?.entries).toEqual([]);
    expect(existsSync("/tmp/evil")).toBe(false);
  });
}

const sound = [
  file("foo/a", "a", 0o600),
  folder("foo/bin"),
  file("foo/bin/tool", "#!/bin/sh\n", 0o755),
  link("foo/bin/other", "../a"),
  link("foo/home", "/app/vendor/foo"),
  hardLink("foo/z", "foo/a"),
];

test("unpack: files, folders and links as they are in the archive, and nothing else", async () => {
  const { into, answer, said } = await unpacked(await signed(await crafted(sound)), { keys: [key] });
  expect(said).toBe("");
  expect(host.scan(into)?.entries.map(({ path, target }) => `${path}${target && ` -> ${target}`}`)).toEqual([
    "foo",
    "foo/Resources",
    "foo/Resources/FileHash",
    "foo/Resources/FileHash.sig",
    "foo/a",
    "foo/bin",
    "foo/bin/other -> ../a",
    "foo/bin/tool",
    "foo/home -> /app/vendor/foo",
    "foo/z",
  ]);
  const [a, z, tool, bin] = ["a", "z", "bin/tool", "bin"].map((path) => statSync(join(into, "foo", path)));
  expect([a?.mode, tool?.mode].map((mode) => (mode ?? 0) & 0o7777)).toEqual([0o600, 0o755]);
  expect([a?.mtimeMs, bin?.mtimeMs, z?.ino]).toEqual([0, 0, a?.ino]);
  expect(answer.ok && answer.value).toMatchObject({
    folder: joinPath(into, "foo"),
    prefix: "/app/vendor/foo",
  });
});

test("unpack: set-user-ID, for whoever asks for it", async () => {
  const { into, said } = await unpacked(await crafted([file("foo/su", "x", 0o4755)]), { setuid: "keep" });
  expect(said).toBe("");
  expect(statSync(join(into, "foo/su")).mode & 0o7777).toBe(0o4755);
});

const untrue: readonly {
  readonly name: string;
  readonly attempt: () => Promise<Attempt>;
  readonly keys?: readonly PublicKey[];
  readonly said: string;
}[] = [
  {
    name: "another digest than its row's",
    attempt: () => crafted(sound, { sha256: "0".repeat(64) }),
    said: "error[package/changed]",
  },
  {
    name: "another content than its row's",
    attempt: () => crafted(sound, { contentDigest: "0".repeat(64) }),
    said: "and its index says 0000",
  },
  {
    name: "more bytes than its row promises",
    attempt: () => crafted([file("foo/zeros", "\0".repeat(1 << 24))], { tarBytes: 4096 }),
    said: "it holds more than the 8192 bytes that it should",
  },
  {
    name: "no signature, and a key to trust",
    attempt: () => crafted(sound),
    keys: [key],
    said: "error[verify/unsigned]",
  },
  {
    name: "a signature by another key",
    attempt: async () => signed(await crafted(sound)),
    keys: [stranger],
    said: "error[verify/wrong-key]",
  },
  {
    name: "a list of hashes that tells of other content",
    attempt: () => crafted([...sound, hardLink("foo/zz", "foo/bin/tool")]),
    said: "error[package/wrong-hash]",
  },
];
for (const { name, attempt, keys, said } of untrue) {
  test(`unpack: refused: ${name}`, async () => {
    const { into, said: found } = await unpacked(await attempt(), keys ? { keys } : {});
    expect(found).toContain(said);
    expect(host.scan(into)?.entries).toEqual([]);
  });
}

test("unpack: refused: a signed archive in which a byte was changed, digest and all", async () => {
  const { archive, row: one } = await signed(await crafted(sound));
  const bytes = readFileSync(archive);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 600) ^ 1, bytes.length - 600);
  writeFileSync(archive, bytes);
  const { into, said } = await unpacked({ archive, row: { ...one, ...fileRow(archive) } }, { keys: [key] });
  expect(said).toContain("are not those that were signed");
  expect(host.scan(into)?.entries).toEqual([]);
});

test("unpack: a file where a link stands in the folder goes nowhere", async () => {
  const { archive, row: one } = await crafted(sound);
  const into = writeTree(temporaryFolder(), { "elsewhere/": "", foo: "→ elsewhere" });
  const unpacking = { archive: hostPath(archive), row: one, folder: into, setuid: "refuse" } as const;
  await expect(unpackPackage({ ...unpacking, trust: { kind: "index" } }, host, never)).rejects.toThrow(
    "EEXIST",
  );
  expect(host.scan(joinPath(into, "elsewhere"))?.entries).toEqual([]);
});
