import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type HostPath, hostPath, joinPath, WorldFailure } from "../../src/host/host.ts";
import {
  addToFolder,
  type PackRequest,
  packJob,
  readPublicKey,
  readSigningKey,
  type SigningKey,
  type StagedPackage,
  signFiles,
  verifyFiles,
  writeKey,
} from "../../src/package/package.ts";
import type { Port } from "../../src/port/port.ts";
import { never, recorder, rendered, temporaryFolder } from "../support.ts";
import {
  host,
  jobOf,
  packRequest,
  port,
  rules,
  subpackage,
  type TreeText,
  tool,
  writeTree,
} from "./support.ts";

const PROGRAM: TreeText = {
  "app/vendor/foo/bin/foo": "#!/bin/sh\necho foo\n",
  "app/vendor/foo/share/doc/README": "read me\n",
  "app/vendor/foo/share/doc/link": "→ README",
};

async function staged(
  one: Port,
  tree: TreeText,
  more: Partial<PackRequest> = {},
): Promise<readonly StagedPackage[]> {
  const fakeRoot = writeTree(temporaryFolder(), tree);
  const packed = await packJob(
    packRequest(jobOf(one), fakeRoot, more),
    { host, report: recorder().report },
    never,
  );
  if (!packed.ok) throw new Error(rendered(packed.error));
  return packed.value.packages;
}

async function newKey(name = "release"): Promise<{ readonly key: SigningKey; readonly folder: HostPath }> {
  const folder = temporaryFolder();
  const files = await writeKey({ folder, name }, host);
  if (!files.ok) throw new Error(rendered(files.error));
  const key = await readSigningKey(files.value.secret, host);
  if (!key.ok) throw new Error(rendered(key.error));
  return { key: key.value, folder };
}

async function laid(
  folder: HostPath,
  packages: readonly StagedPackage[],
  key: SigningKey | undefined,
): Promise<string> {
  const added = await addToFolder({ folder, folderName: "out", packages, key }, host, never);
  return added.ok ? rendered(added.value.warnings) : rendered(added.error);
}

const ARCHIVE = "foo-1.0--debian-12--x86_64.tar.gz";

async function signedFolder() {
  const { key, folder: keys } = await newKey();
  const folder = joinPath(temporaryFolder(), "out");
  expect(await laid(folder, await staged(port(), PROGRAM), key)).toBe("");
  return { folder, keys, key, archive: joinPath(folder, ARCHIVE) };
}

/** All troubles of a verification, as a person reads them. */
async function verified(files: readonly HostPath[], keys: readonly HostPath[]): Promise<string> {
  const read = await Promise.all(keys.map((key) => readPublicKey(key, host)));
  const trusted = read.flatMap((key) => (key.ok ? [key.value] : []));
  const answers = await verifyFiles({ files, keys: trusted }, host, never);
  return answers
    .map(
      ({ signer, checked, troubles }) =>
        `${signer?.name ?? "nobody"}: ${checked.join("; ")}\n${rendered(troubles)}`,
    )
    .join("");
}

test("folder: what a signed one holds", async () => {
  const { folder } = await signedFolder();
  expect(readdirSync(folder).sort()).toEqual([
    "SHA256",
    "SHA256.sig",
    ARCHIVE,
    "index.json",
    "release.asc",
    "release.pub",
  ]);
});

test("folder: signify verifies the archive and the list, tar reads the archive, gzip is content", async () => {
  const { folder, archive } = await signedFolder();
  const plain = join(temporaryFolder(), "plain.tar");
  tool("sh", ["-c", 'signify-openbsd -V -z -p release.pub -x "$1" -m "$2"', "sh", archive, plain], folder);
  expect(tool("signify-openbsd", ["-C", "-p", "release.pub", "-x", "SHA256.sig"], folder)).toBe(
    `Signature Verified\n${ARCHIVE}: OK\nindex.json: OK\n`,
  );
  expect(tool("tar", ["-tzf", archive]).split("\n")).toEqual([
    "foo/",
    "foo/Resources/",
    ...[
      "Architecture",
      "BuildInformation",
      "Dependencies",
      "Description",
      "FileHash",
      "Manifest.json",
      "PackingList",
    ].map((name) => `foo/Resources/${name}`),
    "foo/Resources/profile.sh",
    "foo/bin/",
    "foo/bin/foo",
    "foo/share/",
    "foo/share/doc/",
    "foo/share/doc/README",
    "foo/share/doc/link",
    "foo/Resources/FileHash.sig",
    "",
  ]);
  tool("gzip", ["-t", archive]);
});

test("folder: gpg verifies FileHash.sig with the same identity, and notes a change", async () => {
  const { folder, archive } = await signedFolder();
  const place = temporaryFolder();
  tool("tar", ["-xzf", archive, "-C", place]);
  const home = join(place, "gnupg");
  tool("mkdir", ["-m", "700", home]);
  const gpg = (...args: readonly string[]) =>
    tool("sh", ["-c", 'gpg --homedir "$0" --batch --no-tty --status-fd 1 "$@" 2>&1 || true', home, ...args]);
  gpg("--import", join(folder, "release.asc"));
  const files = ["FileHash.sig", "FileHash"].map((name) => join(place, "foo/Resources", name));
  expect(gpg("--trust-model", "always", "--verify", ...files)).toMatch(
    /GOODSIG [0-9A-F]+ release \(package signing\)/,
  );
  writeFileSync(files[1] ?? "", "changed");
  expect(gpg("--verify", ...files)).toMatch(/BADSIG [0-9A-F]+ release \(package signing\)/);
});

test("folder: two packs at different times and places, signed by one key: the same bytes", async () => {
  const { key } = await newKey();
  const folders = [joinPath(temporaryFolder(), "one"), joinPath(temporaryFolder(), "two")];
  const contents: (readonly Buffer[])[] = [];
  for (const folder of folders) {
    await laid(folder, await staged(port(), PROGRAM), key);
    contents.push(
      readdirSync(folder)
        .sort()
        .map((name) => readFileSync(join(folder, name))),
    );
  }
  expect(contents[0]?.length).toBe(6);
  expect(contents[0]).toEqual(contents[1]);
});

test("folder: verify tells the signer and what was checked", async () => {
  const { folder, archive, keys } = await signedFolder();
  const files = [archive, joinPath(folder, "SHA256.sig"), folder];
  expect(await verified(files, [joinPath(keys, "release.pub")])).toBe(
    [
      "release: its 11 files are as its FileHash says; the signature in front of it, and that of its contents (FileHash.sig), are right",
      "release: the 2 files that it lists are as it says",
      "release: the 2 files that it lists are as it says; its package is what the index says",
      "",
    ].join("\n"),
  );
});

test("folder: signing what is signed replaces the signature, and the contents keep their digest", async () => {
  const { folder, archive } = await signedFolder();
  const other = await newKey("other");
  const before = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  expect(await signFiles({ files: [folder], key: other.key }, host, never)).toEqual({
    ok: true,
    value: [archive],
  });
  const after = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  expect(after.packages[0].contentDigest).toBe(before.packages[0].contentDigest);
  expect(after.packages[0].sha256).not.toBe(before.packages[0].sha256);
  expect(await verified([folder], [joinPath(other.folder, "other.pub")])).toBe(
    "other: the 2 files that it lists are as it says; its package is what the index says\n",
  );
  expect(tool("signify-openbsd", ["-C", "-p", "other.pub", "-x", "SHA256.sig"], folder)).toContain(
    "index.json: OK",
  );
});

/** Changes one byte. */
function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

const tampered: readonly {
  readonly name: string;
  readonly change: (archive: string) => void;
  readonly said: RegExp;
}[] = [
  {
    name: "a byte of the entries",
    change: (archive) => flip(archive, readFileSync(archive).indexOf(0, 10) + 200),
    said: /error\[package\/damaged\]: .* the \d+ bytes from 0 behind its header are not those that were signed/,
  },
  {
    name: "the last byte",
    change: (archive) => flip(archive, -1),
    said: /error\[package\/damaged\]: .* the \d+ bytes from 0 behind its header are not those that were signed/,
  },
  {
    name: "the list of hashes in the header",
    change: (archive) => flip(archive, readFileSync(archive).indexOf("\n\n") + 3),
    said: /error\[package\/damaged\]: .* are not those that were signed/,
  },
  {
    name: "the date in the header",
    change: (archive) => flip(archive, readFileSync(archive).indexOf("date=") + 8),
    said: /error\[verify\/wrong-signature\]: the signature of .* is not that of the key `release`, though it has its number/,
  },
  {
    name: "the end cut off",
    change: (archive) => writeFileSync(archive, readFileSync(archive).subarray(0, -100)),
    said: /error\[package\/damaged\]: .* are not those that were signed/,
  },
  {
    name: "something appended",
    change: (archive) => writeFileSync(archive, Buffer.concat([readFileSync(archive), Buffer.from("more")])),
    said: /error\[package\/damaged\]: .* are not those that were signed/,
  },
  {
    name: "the signature in front taken away",
    change: (archive) => {
      const bytes = readFileSync(archive);
      const plain = Buffer.concat([
        Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
        bytes.subarray(bytes.indexOf(0, 10) + 1),
      ]);
      writeFileSync(archive, plain);
    },
    said: /error\[verify\/half-signed\]/,
  },
  {
    name: "not a package at all",
    change: (archive) => writeFileSync(archive, "hello"),
    said: /error\[package\/damaged\]: .* is no whole package: it does not begin as a package does/,
  },
  {
    name: "gone",
    change: (archive) => rmSync(archive),
    said: /error\[verify\/not-found\]/,
  },
];

for (const { name, change, said } of tampered) {
  test(`verify: ${name}`, async () => {
    const { archive, keys } = await signedFolder();
    // The first zero byte behind the comment ends the header; a date holds none.
    change(archive);
    expect(await verified([archive], [joinPath(keys, "release.pub")])).toMatch(said);
  });
}

test("verify: another key than the one that signed", async () => {
  const { archive } = await signedFolder();
  const other = await newKey("other");
  expect(await verified([archive], [joinPath(other.folder, "other.pub")])).toMatch(
    /^nobody: its 11 files are as its FileHash says\nerror\[verify\/wrong-key\]: .* is signed by the key [0-9a-f]{16}, which is none of the keys given: `other` \([0-9a-f]{16}\)/,
  );
});

test("verify: without a signature nothing is by the key that was given", async () => {
  const folder = temporaryFolder();
  const { key } = await newKey();
  expect(await laid(folder, await staged(port(), PROGRAM), undefined)).toBe("");
  const files = [joinPath(folder, ARCHIVE), folder];
  const severities = async (keys: readonly SigningKey[]) =>
    (await verifyFiles({ files, keys }, host, never)).map(({ troubles }) =>
      troubles.map(({ severity, code }) => `${severity} ${code}`),
    );
  expect(await severities([])).toEqual([["warning verify/unsigned"], ["warning verify/unsigned"]]);
  expect(await severities([key])).toEqual([["error verify/unsigned"], ["error verify/unsigned"]]);
});

test("verify: a key that only lies beside is named, and not trusted", async () => {
  const { archive } = await signedFolder();
  expect(await verified([archive], [])).toMatch(/^release: .*\nwarning\[verify\/unknown-signer\]/);
});

test("verify: a changed file and a missing one, by the signed list", async () => {
  const { folder, archive, keys } = await signedFolder();
  flip(archive, -1);
  rmSync(join(folder, "index.json"));
  const said = await verified([joinPath(folder, "SHA256.sig")], [joinPath(keys, "release.pub")]);
  expect(said).toMatch(/verify\/wrong-digest/);
  expect(said).toMatch(/verify\/missing-file/);
});

test("folder: another package is merged, and all are covered", async () => {
  const { folder, key } = await signedFolder();
  const bar = port({
    name: "bar",
    packages: [subpackage("", { fullpkgname: "bar-2", fullpkgpath: "devel/bar" })],
    prefix: "/app/vendor/bar",
  });
  expect(await laid(folder, await staged(bar, { "app/vendor/bar/bin/bar": "bar" }), key)).toBe("");
  expect(tool("signify-openbsd", ["-C", "-p", "release.pub", "-x", "SHA256.sig"], folder)).toBe(
    `Signature Verified\nbar-2--debian-12--x86_64.tar.gz: OK\n${ARCHIVE}: OK\nindex.json: OK\n`,
  );
});

test("folder: without a key, the signature of what was there before goes", async () => {
  const { folder } = await signedFolder();
  expect(await laid(folder, await staged(port(), PROGRAM), undefined)).toMatch(
    /^warning\[package\/signature-removed\]/,
  );
  expect(existsSync(join(folder, "SHA256.sig"))).toBe(false);
});

const refusals: readonly {
  readonly name: string;
  readonly spoil: (folder: string) => void;
  readonly said: RegExp;
}[] = [
  {
    name: "an index that is no JSON",
    spoil: (folder) => writeFileSync(join(folder, "index.json"), "{"),
    said: /error\[package\/unreadable-index\]: .*index\.json` is not an index of packages: .*JSON/,
  },
  {
    name: "an index of something else",
    spoil: (folder) =>
      writeFileSync(join(folder, "index.json"), '{"version": 1, "packages": [{"fullpkgname": 1}]}'),
    said: /error\[package\/unreadable-index\]: .*: `packages\[0\]\.fullpkgname` is not a text/,
  },
  ...(
    [
      ["file", "../../etc/passwd", "is not the name of a file"],
      ["file", "/etc/passwd", "is not the name of a file"],
      ["file", "line\\nbreak", "is not the name of a file"],
      ["fullpkgname", "/home/me", "is not the name of a file"],
      ["fullpkgname", "..", "is not the name of a file"],
      ["prefix", "/app/../..", "is not an absolute path without `.` and `..`"],
      ["prefix", "app", "is not an absolute path without `.` and `..`"],
    ] as const
  ).map(([key, value, what]) => ({
    name: `a row whose ${key} is \`${value}\``,
    spoil: (folder: string) => {
      const file = join(folder, "index.json");
      const spoilt = readFileSync(file, "utf8").replace(
        new RegExp(`"${key}": "[^"]*"`),
        `"${key}": "${value}"`,
      );
      writeFileSync(file, spoilt);
    },
    said: new RegExp(`error\\[package/unreadable-index\\]: .*: \`packages\\[0\\]\\.${key}\` ${what}`),
  })),
];

for (const { name, spoil, said } of refusals) {
  test(`folder: ${name}, and nothing is changed`, async () => {
    const { folder, key } = await signedFolder();
    spoil(folder);
    const before = readdirSync(folder).map((one) => readFileSync(join(folder, one), "latin1"));
    expect(await laid(folder, await staged(port(), PROGRAM), key)).toMatch(said);
    expect(readdirSync(folder).map((one) => readFileSync(join(folder, one), "latin1"))).toEqual(before);
  });
}

test("folder: a file is none", async () => {
  const out = joinPath(temporaryFolder(), "out");
  writeFileSync(out, "mine");
  expect(await laid(out, await staged(port(), PROGRAM), undefined)).toMatch(
    /^error\[package\/not-a-folder\]: `out` is a file; packages go into a folder/,
  );
  expect(readFileSync(out, "utf8")).toBe("mine");
});

test("folder: what a killed run left is mended by the next", async () => {
  const { folder, key, archive } = await signedFolder();
  // Killed after the first rename: the archive is a new one, the lists are the old ones; and its workplace is left.
  const changed = await staged(port(), { ...PROGRAM, "app/vendor/foo/new": "new" });
  writeFileSync(archive, readFileSync(changed[0]?.archive ?? ""));
  writeTree(folder, { [`.${changed[0]?.package.job}.part/half`]: "half" });
  expect(await laid(folder, changed, key)).toBe("");
  expect(readdirSync(folder).sort()).toEqual([
    "SHA256",
    "SHA256.sig",
    ARCHIVE,
    "index.json",
    "release.asc",
    "release.pub",
  ]);
  expect(tool("signify-openbsd", ["-C", "-p", "release.pub", "-x", "SHA256.sig"], folder)).toContain(
    `${ARCHIVE}: OK`,
  );
});

test("folder: a package that others replaced behind the index's back is no longer listed", async () => {
  const { folder, key, archive } = await signedFolder();
  flip(archive, -1);
  const bar = port({
    name: "bar",
    packages: [subpackage("", { fullpkgname: "bar-2", fullpkgpath: "devel/bar" })],
    prefix: "/app/vendor/bar",
  });
  expect(await laid(folder, await staged(bar, { "app/vendor/bar/bin/bar": "bar" }), key)).toMatch(
    /^warning\[package\/stale-row\]/,
  );
  expect(readFileSync(join(folder, "SHA256"), "utf8")).not.toContain(ARCHIVE);
});

/** One build with a pseudo-flavor that drops `x11`, one without. */
function withChoice(chosen: readonly string[]): Port {
  const core = subpackage("core", { files: rules("bin/foo", "share/**") });
  const x11 = subpackage("x11", { files: rules("bin/xfoo") });
  const isDropped = chosen.includes("no_x11");
  return port({
    flavors: { available: [], pseudo: ["no_x11"], chosen },
    packages: isDropped ? [core] : [core, x11],
    dropped: isDropped ? [x11] : [],
  });
}

const X11: TreeText = { ...PROGRAM, "app/vendor/foo/bin/xfoo": "x" };

test("folder: a pseudo-flavor leaves the other packages as they are, byte for byte", async () => {
  const [both, one] = [await staged(withChoice([]), X11), await staged(withChoice(["no_x11"]), X11)];
  expect(one.length).toBe(1);
  expect(readFileSync(one[0]?.archive ?? "")).toEqual(readFileSync(both[0]?.archive ?? ""));
  const folder = joinPath(temporaryFolder(), "out");
  expect(await laid(folder, both, undefined)).toBe("");
  expect(await laid(folder, one, undefined)).toBe("");
});

test("folder: a pseudo-flavor that changes another package is refused, with the files", async () => {
  const both = await staged(withChoice([]), X11);
  const changed: TreeText = {
    ...X11,
    "app/vendor/foo/bin/foo": "other",
    "app/vendor/foo/share/more": "more",
  };
  const one = await staged(withChoice(["no_x11"]), changed);
  const folder = joinPath(temporaryFolder(), "out");
  await laid(folder, both, undefined);
  const before = readFileSync(join(folder, "SHA256"), "utf8");
  const said = await laid(folder, one, undefined);
  expect(said).toMatch(/^error\[package\/not-equal\]: `foo-core-1.0` must not depend on what/);
  expect(said).toContain(
    "it does:\n  `foo/bin/foo`: content, mode 0755 and 0644\n  `foo/share/more`: only in that of `devel.foo-1.0,no_x11@debian-12@x86_64`\n  = help",
  );
  expect(readFileSync(join(folder, "SHA256"), "utf8")).toBe(before);
  expect(
    await laid(folder, await staged(withChoice(["no_x11"]), changed, { recipe: "a".repeat(64) }), undefined),
  ).toBe("");
});

test("folder: one that can't be made is the machine's refusal", async () => {
  const packages = await staged(port(), PROGRAM);
  // Not even root may write there.
  const folder = hostPath("/sys/tarwright-out");
  await expect(
    addToFolder({ folder, folderName: "out", packages, key: undefined }, host, never),
  ).rejects.toBeInstanceOf(WorldFailure);
});

test("folder: one below a file can't be made", async () => {
  const file = joinPath(temporaryFolder(), "file");
  writeFileSync(file, "");
  expect(await laid(joinPath(file, "out"), await staged(port(), PROGRAM), undefined)).toMatch(
    /^error\[package\/not-a-folder\]/,
  );
});
