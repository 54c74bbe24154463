// Packages of installed programs: from trees by hand and from what `install` has put there, again and again.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { releaseOf } from "../install/published.ts";
import { tool, writeTree } from "../package/support.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { type Ran, runIn } from "./verbs.ts";

beforeEach(() => {
  vi.stubEnv("XDG_CONFIG_HOME", temporaryFolder());
  vi.stubEnv("XDG_CACHE_HOME", temporaryFolder());
});

const HOST = ["--base", "host", "--engine", "host"] as const;
type Row = { readonly file: string; readonly contentDigest: string; readonly fullpkgname: string };

function rowOf({ json, diagnostics }: Ran): Row {
  const [row] = (json as { readonly packages: readonly Row[] } | undefined)?.packages ?? [];
  if (!row) throw new Error(rendered(diagnostics));
  return row;
}

function members(archive: string): readonly string[] {
  return execFileSync("tar", ["-tzf", archive], { encoding: "utf8" }).trimEnd().split("\n");
}

const JOE = {
  "bin/joe": "#!/bin/sh\necho joe\n",
  "bin/j": "→ joe",
  "Resources/Description":
    "[Name] Joe\n[Summary] An editor\n[License] GPL 2\n[Homepage] https://example.org/joe\n",
  "Resources/Dependencies": "Ncurses >= 5.4\n",
  "Resources/Defaults/Settings/joe/joerc": "default\n",
  "Resources/FileHash": "old",
  "Resources/FileHash.sig": "old",
  "Resources/Architecture": "i686\n",
  "share/.git/config": "left over",
  "lib/python/a.pyc": "left over",
};

function programs(more: Readonly<Record<string, string>> = {}) {
  const root = temporaryFolder();
  const tree = join(root, "Programs/Joe/3.7");
  mkdirSync(tree, { recursive: true });
  writeTree(tree, { ...JOE, ...more });
  return { root, tree };
}

test("package: a program of GoboLinux, with its four files made anew; signed; gpg and signify verify it", async () => {
  const { root, tree } = programs();
  execFileSync("cp", ["-l", join(tree, "bin/joe"), join(tree, "bin/joe-twin")]);
  await runIn(root, "keygen", "packager");
  const ran = await runIn(root, "package", "Programs/Joe/3.7", "--key", "packager.sec", ...HOST);
  expect(rendered(ran.diagnostics.filter(({ severity }) => severity === "error"))).toBe("");
  const row = rowOf(ran);
  expect(row).toMatchObject({
    fullpkgname: "Joe-3.7",
    prefix: "/Programs/Joe/3.7",
    layout: "programs",
    comment: "An editor",
  });
  const archive = join(root, "out", row.file);
  expect(members(archive).filter((path) => !path.endsWith("/"))).toEqual([
    ...["Architecture", "BuildInformation", "Defaults/Settings/joe/joerc", "Dependencies", "Description"].map(
      (name) => `Programs/Joe/3.7/Resources/${name}`,
    ),
    ...["FileHash", "Manifest.json", "PackingList", "profile.sh"].map(
      (name) => `Programs/Joe/3.7/Resources/${name}`,
    ),
    ...["j", "joe", "joe-twin"].map((name) => `Programs/Joe/3.7/bin/${name}`),
    "Programs/Joe/3.7/Resources/FileHash.sig",
  ]);
  const out = temporaryFolder();
  tool("tar", ["-C", out, "-xzf", archive]);
  const resources = join(out, "Programs/Joe/3.7/Resources");
  expect(readFileSync(join(resources, "Architecture"), "utf8")).toBe("x86_64\n");
  mkdirSync(join(out, "gnupg"), { mode: 0o700 });
  const gpg = (...args: readonly string[]) =>
    tool("gpg", ["--homedir", join(out, "gnupg"), "--batch", "--no-tty", "--quiet", ...args]);
  gpg("--import", join(root, "packager.asc"));
  gpg("--verify", join(resources, "FileHash.sig"), join(resources, "FileHash"));
  tool("sh", ["-c", 'signify-openbsd -V -z -p packager.pub -x "$0" > /dev/null', archive], root);
  const verified = await runIn(root, "verify", join(out, "Programs/Joe/3.7"), "--keyring", ".");
  expect(rendered(verified.diagnostics)).toBe("");
});

test("package: the same tree makes the same bytes, whatever was installed with it; another time does not", async () => {
  const [one, other] = [programs(), programs()];
  for (const { tree } of [one, other]) {
    tool("find", [tree, "-exec", "touch", "-h", "-d", "@1000000000", "{}", "+"]);
    writeFileSync(join(tree, "Resources/FileHash"), String(Math.random()));
  }
  writeTree(other.tree, { "share/joe~": "of an editor", "bin/joe.tarwright-saved": "mine" });
  const bytes = async ({ root }: ReturnType<typeof programs>) => {
    const ran = await runIn(root, "package", "Programs/Joe/3.7", "--unsigned", ...HOST);
    return { row: rowOf(ran), archive: readFileSync(join(root, "out", rowOf(ran).file)) };
  };
  const [first, second] = [await bytes(one), await bytes(other)];
  expect(second.row.contentDigest).toBe(first.row.contentDigest);
  expect(second.archive.equals(first.archive)).toBe(true);
  utimesSync(join(one.tree, "bin/joe"), 1, 1);
  expect((await bytes(one)).row.contentDigest).not.toBe(first.row.contentDigest);
});

test("package: settings that were changed become their defaults again", async () => {
  const root = temporaryFolder();
  writeTree(root, {
    "opt/foo/bin/foo": "#!/bin/sh\n",
    "opt/foo/etc/foo.conf": "mine\n",
    "opt/foo/etc/other.conf": "no default of it\n",
    "opt/foo/Resources/Defaults/Settings/foo.conf": "default\n",
  });
  const ran = await runIn(
    root,
    "package",
    "opt/foo",
    "foo",
    "1.2",
    "--prefix",
    "/opt/foo",
    "--unsigned",
    ...HOST,
  );
  const row = rowOf(ran);
  expect(row).toMatchObject({ fullpkgname: "foo-1.2", prefix: "/opt/foo", layout: "vendor" });
  tool("tar", ["-xzf", join("out", row.file)], root);
  expect(readFileSync(join(root, "foo/etc/foo.conf"), "utf8")).toBe("default\n");
  expect(readFileSync(join(root, "foo/etc/other.conf"), "utf8")).toBe("no default of it\n");
});

test("package: what was installed keeps its name, its place and what it needs", async () => {
  const { folder, key } = await releaseOf({ name: "lib" }, { name: "foo", depends: ["lib-*:devel/lib"] });
  const root = temporaryFolder();
  const where = ["--base", "debian-12", "--arch", "x86_64", "--root", "."];
  await runIn(root, "install", "foo", "--from", folder, "--key", key, ...where);
  const packed = await runIn(root, "package", "app/vendor/foo", "--unsigned", ...HOST);
  const row = rowOf(packed);
  expect(row).toMatchObject({
    fullpkgname: "foo-1.0",
    prefix: "/app/vendor/foo",
    depends: [{ pkgpath: "devel/lib" }],
  });
  const out = temporaryFolder();
  tool("tar", ["-C", out, "-xzf", join(root, "out", row.file)]);
  expect(tool(join(out, "foo/bin/foo"), [])).toBe("foo 1.0\n");
});

const refused: readonly {
  readonly name: string;
  readonly argv: readonly string[];
  readonly codes: readonly string[];
}[] = [
  { name: "no folder", argv: ["nowhere"], codes: ["usage/no-program"] },
  { name: "no name", argv: ["opt/foo"], codes: ["usage/unnamed-tree"] },
  { name: "a name that leads elsewhere", argv: ["opt/foo", "x/../y", "1"], codes: ["usage/misnamed-tree"] },
  { name: "a version of two words", argv: ["opt/foo", "foo", "1 2"], codes: ["usage/misnamed-tree"] },
  { name: "a pipe in it", argv: ["opt/pipe", "foo", "1"], codes: ["package/special-file"] },
  {
    name: "a library that is nowhere",
    argv: ["opt/bad", "foo", "1", "--prefix", "/opt/bad"],
    codes: ["audit/missing-library"],
  },
  {
    name: "two wishes for a key",
    argv: ["opt/foo", "foo", "1", "--key", "x", "--unsigned"],
    codes: ["usage/option"],
  },
];

for (const { name, argv, codes } of refused) {
  test(`package: refused, ${name}`, async () => {
    const root = temporaryFolder();
    writeTree(root, {
      "opt/foo/bin/foo": "#!/bin/sh\n",
      "opt/pipe/a": "",
      "opt/bad/bin/": "",
      "t.c": "int f(void); int main(void) { return f(); }",
      "f.c": "int f(void) { return 0; }",
    });
    tool("mkfifo", ["opt/pipe/pipe"], root);
    tool(
      "sh",
      [
        "-c",
        "cc -shared -o libnowhere.so -Wl,-soname,libnowhere.so.7 f.c && cc -o opt/bad/bin/t t.c libnowhere.so",
      ],
      root,
    );
    const ran = await runIn(
      root,
      "package",
      ...argv,
      ...(argv.includes("--key") ? [] : ["--unsigned"]),
      ...HOST,
    );
    expect(ran.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(
      codes,
    );
  });
}

for (const [kind, spelling] of [
  ["sha1", "SHA-1"],
  ["md5", "MD5"],
] as const) {
  test(`package --filehash ${kind}: a list that old tools read, verified in the archive and in the tree`, async () => {
    const { root } = programs();
    await runIn(root, "keygen", "packager");
    const ran = await runIn(
      root,
      ...["package", "Programs/Joe/3.7", "--key", "packager.sec", "--filehash", kind],
      ...HOST,
    );
    const archive = join(root, "out", rowOf(ran).file);
    const verified = await runIn(root, "verify", archive, "--key", "packager.pub");
    expect(rendered(verified.diagnostics)).toBe("");
    expect(verified.text).toContain("its 12 files are as its FileHash says");
    const there = temporaryFolder();
    tool("tar", ["-xzf", archive, "-C", there]);
    const tree = join(there, "Programs/Joe/3.7");
    const list = readFileSync(join(tree, "Resources/FileHash"), "utf8");
    expect(list.split("\n")[0]).toBe(`GoboLinux FileHash, version 2.1, ${spelling}`);
    const sum = `tail -n +2 Resources/FileHash | grep -v ' bin/j$' | sed 's/ /  /' | ${kind}sum -c --quiet`;
    tool("sh", ["-c", sum], tree);
    expect(list).toContain(
      `${tool("sh", ["-c", `printf joe | ${kind}sum | cut -d ' ' -f 1`]).trim()} bin/j\n`,
    );
    expect(readFileSync(join(tree, "Resources/MetaData"), "utf8")).toBe("Name: Joe\nVersion: 3.7\n\n");
    // One byte of one file, in an archive that nobody has signed.
    const bare = await runIn(root, "package", "Programs/Joe/3.7", "--unsigned", "--filehash", kind, ...HOST);
    const spoilt = join(root, "out", rowOf(bare).file);
    tool("sh", [
      "-c",
      'gzip -dc "$1" | sed "s/echo joe/echo moe/" | gzip -n >"$1.new" && mv "$1.new" "$1"',
      "sh",
      spoilt,
    ]);
    const told = await runIn(root, "verify", spoilt);
    expect(rendered(told.diagnostics)).toContain("its `FileHash` tells of another content of `bin/joe`");
  });
}
