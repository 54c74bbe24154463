import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explainOutcome } from "../../src/build/build.ts";
import { hostPath } from "../../src/host/host.ts";
import { rendered, temporaryFolder } from "../support.ts";
import {
  archive,
  build,
  expectGolden,
  type Fetched,
  fetched,
  has,
  listing,
  portFolder,
  type Tree,
  WRITTEN,
} from "./workshop.ts";

/** Shows what the source folder holds by installing it. */
const SHOW = { style: "manifest" } as const;
const SHOWN = "app/vendor/foo";

async function extracted(distfiles: readonly Fetched[]) {
  const built = await build(SHOW, { distfiles });
  const files = built.outcome.kind === "built" ? listing(join(built.fakeRoot, SHOWN)) : [];
  return { ...built, files };
}

for (const [suffix, tool] of [
  [".tar", "tar"],
  [".tar.gz", "gzip"],
  [".tgz", "gzip"],
  [".tar.bz2", "bzip2"],
  [".tar.xz", "xz"],
  [".tar.zst", "zstd"],
  [".tar.lz", "lzip"],
  [".zip", "unzip"],
] as const) {
  test.skipIf(!has(tool))(`extract: ${suffix}`, async () => {
    const tree: Tree = { "foo-1.0/a": "a", "foo-1.0/b/c": { run: "c" }, "foo-1.0/d": { link: "b/c" } };
    const { outcome, files, log } = await extracted([archive(`foo-1.0${suffix}`, tree)]);
    expect(outcome, log).toMatchObject({ kind: "built", sourceDateEpoch: WRITTEN });
    expect(files).toEqual(["a", "b/c", "d b/c"]);
  });
}

type Layout = {
  readonly name: string;
  readonly distfiles: () => readonly Fetched[];
  readonly files: readonly string[];
};

function plain(name: string, subdir = ""): Fetched {
  const file = hostPath(join(temporaryFolder(), "0123456789abcdef"));
  writeFileSync(file, name, { mode: 0o600 });
  return fetched(file, name, subdir);
}

const layouts: readonly Layout[] = [
  {
    name: "plain files make the source folder",
    distfiles: () => [plain("a.c"), plain("b.c")],
    files: ["a.c", "b.c"],
  },
  {
    name: "plain files go beside what an archive brings, and below",
    distfiles: () => [archive("foo.tar.gz", { "bar/a": "" }), plain("b"), plain("c", "d/e")],
    files: ["a", "b", "d/e/c"],
  },
  {
    name: "a file beside the only folder is no folder",
    distfiles: () => [archive("foo.tar.gz", { "bar/a": "", "package.xml": "" })],
    files: ["a"],
  },
  {
    name: "without one folder at the top, the source is all of it",
    distfiles: () => [archive("foo.tar.gz", { "x/a": "", "y/b": "" })],
    files: ["x/a", "y/b"],
  },
  {
    name: "of several folders the one that is called like the port",
    distfiles: () => [archive("foo.tar.gz", { "docs/a": "", "foo-1.0/b": "" })],
    files: ["b"],
  },
  {
    name: "a second archive with the same folder joins the first",
    distfiles: () => [
      archive("foo.tar.gz", { "foo-1.0/a": "" }),
      archive("more.tar.gz", { "foo-1.0/b": "" }),
    ],
    files: ["a", "b"],
  },
  {
    name: "subdir takes the content of an archive's folder",
    distfiles: () => [
      archive("lib.tar.gz", { "lib-2/b": "", "lib-2/.c": "" }, "third/lib"),
      archive("foo.tar.gz", { "foo-1.0/a": "", "foo-1.0/third/lib/keep": "" }),
    ],
    files: ["a", "third/lib/.c", "third/lib/b", "third/lib/keep"],
  },
];

for (const { name, distfiles, files } of layouts) {
  test(`extract: ${name}`, async () => {
    const { outcome, log, ...rest } = await extracted(distfiles());
    expect(outcome, log).toMatchObject({ kind: "built" });
    expect(rest.files).toEqual(files);
  });
}

test("extract: an archive is known by its bytes, not by its name", async () => {
  const { file } = archive("foo.tar.xz", { "foo-1.0/a": "a" });
  expect((await extracted([fetched(file, "foo.tar.gz")])).files).toEqual(["a"]);
});

/** Archives that no packer would make, written by hand: name, type flag, link. */
function forged(members: readonly (readonly [name: string, type: string, link: string])[]): Buffer {
  const blocks = members.map(([name, type, link]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write("0000644\0", 100);
    header.write("0000000\0".repeat(2), 108);
    header.write("00000000000\0", 124);
    header.write("07346545000\0", 136);
    header.write("        ", 148);
    header.write(type, 156);
    header.write(link, 157);
    header.write("ustar\x0000", 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return header;
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function written(name: string, content: Uint8Array): Fetched {
  const file = hostPath(join(temporaryFolder(), "archive"));
  writeFileSync(file, content);
  return fetched(file, name);
}

function evilZip(): Fetched {
  const folder = temporaryFolder();
  const script =
    "import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w') as z: z.writestr('../evil', 'x')\n";
  execFileSync("python3", ["-c", script, join(folder, "evil.zip")]);
  return fetched(hostPath(join(folder, "evil.zip")), "evil.zip");
}

const good = ["foo-1.0/a", "0", ""] as const;

const bad: readonly {
  readonly name: string;
  readonly distfile: () => Fetched;
  readonly troubles: readonly object[];
}[] = [
  {
    name: "a name with `..`, after good ones",
    distfile: () => written("foo.tar", forged([good, ["foo-1.0/../../evil", "0", ""]])),
    troubles: [{ kind: "leaves", member: "foo-1.0/../../evil" }],
  },
  {
    name: "an absolute name",
    distfile: () => written("foo.tar", forged([["/etc/passwd", "0", ""]])),
    troubles: [{ kind: "leaves", member: "/etc/passwd" }],
  },
  {
    name: "a name that a real tar keeps under -P",
    distfile: () => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, "evil"), "");
      execFileSync("tar", [
        "-C",
        folder,
        "-czf",
        join(folder, "a.tar.gz"),
        "--transform=s,^,../,",
        "-P",
        "evil",
      ]);
      return fetched(hostPath(join(folder, "a.tar.gz")), "a.tar.gz");
    },
    troubles: [{ kind: "leaves", member: "../evil" }],
  },
  {
    name: "links that lead out, and one that does not",
    distfile: () =>
      written(
        "foo.tar",
        forged([
          ["foo-1.0/fine", "2", "../foo-1.0/a"],
          ["foo-1.0/up", "2", "../../b"],
          ["foo-1.0/absolute", "2", "/etc/passwd"],
          ["foo-1.0/hard", "1", "../b"],
        ]),
      ),
    troubles: [
      { kind: "link-leaves", member: "foo-1.0/up", target: "../../b" },
      { kind: "link-leaves", member: "foo-1.0/absolute", target: "/etc/passwd" },
      { kind: "link-leaves", member: "foo-1.0/hard", target: "../b" },
    ],
  },
  {
    name: "devices and pipes",
    distfile: () =>
      written(
        "foo.tar",
        forged([
          ["foo-1.0/null", "3", ""],
          ["foo-1.0/sda", "4", ""],
          ["foo-1.0/pipe", "6", ""],
        ]),
      ),
    troubles: [
      { kind: "special", member: "foo-1.0/null", type: "a device" },
      { kind: "special", member: "foo-1.0/sda", type: "a device" },
      { kind: "special", member: "foo-1.0/pipe", type: "a pipe" },
    ],
  },
  {
    name: "no archive at all",
    distfile: () => written("foo.tar", Buffer.from("<html>not found</html>".repeat(100))),
    troubles: [{ kind: "unreadable" }],
  },
  {
    name: "cut off in the midst",
    distfile: () => {
      const { file } = archive("foo.tar.gz", { "foo-1.0/a": "a".repeat(10_000) });
      execFileSync("truncate", ["-s", "100", file]);
      return fetched(file, "foo.tar.gz");
    },
    troubles: [{ kind: "unreadable", why: "gzip: stdin: unexpected end of file" }],
  },
  {
    name: "a zip with `..`",
    distfile: evilZip,
    troubles: [{ kind: "leaves", member: "../evil" }],
  },
];

for (const { name, distfile, troubles } of bad) {
  test(`extract: refused: ${name}`, async () => {
    const { outcome, events, fakeRoot } = await extracted([distfile()]);
    expect(outcome).toMatchObject({ kind: "archive-wrong", troubles });
    expect(events.filter(({ kind }) => kind === "phase-started").length).toBe(1);
    expect(events.at(-1)).toMatchObject({ kind: "phase-finished", phase: "extract", outcome: "failed" });
    expect(existsSync(fakeRoot)).toBe(false);
  });
}

test("extract: what is wrong is told at the distfile's place, member by member", async () => {
  const distfile = written(
    "foo-1.0.tar",
    forged([
      ["../evil", "0", ""],
      ["x/null", "3", ""],
    ]),
  );
  const { outcome } = await extracted([distfile]);
  expectGolden("an archive that is not safe", rendered(explainOutcome(outcome)).replace(/\/tmp\S*/, "LOG"));
});

test("extract: a recipe that extracts by itself finds the distfiles", async () => {
  const { file } = archive("foo.tar.gz", { a: "a" });
  const { outcome, log, fakeRoot } = await build(
    {
      ...SHOW,
      scripts: {
        extract: 'mkdir foo-1.0; tar -C foo-1.0 -xf "$DISTDIR/foo.tar.gz"; cp "$PORTDIR/b" foo-1.0/',
      },
    },
    { distfiles: [fetched(file, "foo.tar.gz")], portFolder: portFolder({ b: "b" }) },
  );
  expect(outcome, log).toMatchObject({ kind: "built", sourceDateEpoch: 315_532_800 });
  expect(listing(join(fakeRoot, SHOWN))).toEqual(["a", "b"]);
});
