import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HostPath, hostPath } from "../../src/host/host.ts";
import { type LibrarySet, packJob, scanLibraries } from "../../src/package/package.ts";
import type { Port, Subpackage } from "../../src/port/port.ts";
import { never, recorder, rendered, temporaryFolder } from "../support.ts";
import {
  host,
  jobOf,
  packRequest,
  port,
  spanOf,
  subpackage,
  type TreeText,
  tool,
  writeTree,
} from "./support.ts";

let base: LibrarySet;
/** What compiler and linker make, by name. */
let made: string;

const SOURCES: TreeText = {
  "greet.c": "int greet(void) { return 42; }\n",
  "main.c": "int greet(void); int main(void) { return greet(); }\n",
  "alone.c": "int main(void) { return 0; }\n",
  "math.c": "#include <zlib.h>\nint main(int n, char **v) { return crc32(0, (void *)v, n) != 0; }\n",
  // A reference that only a write into the code can mend.
  "text.s": '.text\n.globl word\nword: .quad outside\n.section .note.GNU-stack,""\n',
};

const STEPS: readonly (readonly string[])[] = [
  ["-shared", "-fPIC", "-Wl,-soname,libgreet.so.1", "-o", "libgreet.so.1.2", "greet.c"],
  ["-shared", "-fPIC", "-o", "libnameless.so.1", "greet.c"],
  ["-shared", "-Wl,-z,notext", "-o", "text.so", "text.s"],
  ["-no-pie", "-o", "fixed", "alone.c"],
  ["-Wl,-z,norelro", "-o", "norelro", "alone.c"],
  ["-Wl,-z,execstack", "-o", "execstack", "alone.c"],
  ["-o", "plain", "alone.c"],
  ["-o", "hello", "main.c", "libgreet.so.1.2"],
  ["-o", "sums", "math.c", "-l:libz.so.1"],
  ["-o", "open", "alone.c", "-Wl,-rpath,/tmp/lib::lib:/build/work/x:$ORIGIN/../open"],
];

beforeAll(async () => {
  base = await scanLibraries([hostPath("/")], host);
  made = writeTree(mkdtempSync(join(tmpdir(), "tarwright-test-")), SOURCES);
  // Only the header's declaration is needed, not its package.
  writeFileSync(join(made, "zlib.h"), "unsigned long crc32(unsigned long, const void *, unsigned);\n");
  for (const step of STEPS) tool("gcc", ["-I.", "-w", ...step], made);
  const foreign = readFileSync(join(made, "plain"));
  foreign.writeUInt16LE(8, 18);
  writeFileSync(join(made, "foreign"), foreign);
  writeFileSync(join(made, "cut"), foreign.subarray(0, 100));
});

/** Path below the prefix → text, or `=NAME` of what was made. */
function fakeRoot(tree: TreeText): HostPath {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(tree)) {
    if (!content.startsWith("=")) continue;
    const file = join(folder, "app/vendor/foo", path);
    mkdirSync(join(file, ".."), { recursive: true });
    cpSync(join(made, content.slice(1)), file);
  }
  const texts = Object.entries(tree).filter(([, content]) => !content.startsWith("="));
  return writeTree(folder, Object.fromEntries(texts.map(([path, text]) => [`app/vendor/foo/${path}`, text])));
}

afterAll(() => rmSync(made, { recursive: true }));

type Case = {
  readonly name: string;
  readonly tree: TreeText;
  readonly mode?: Readonly<Record<string, number>>;
  readonly port?: Partial<Port>;
  readonly package?: Partial<Subpackage>;
  readonly found: readonly string[];
};

async function audited({ tree, mode = {}, port: parts, package: one }: Case): Promise<readonly string[]> {
  const root = fakeRoot(tree);
  for (const [path, bits] of Object.entries(mode)) chmodSync(join(root, "app/vendor/foo", path), bits);
  const job = jobOf(port({ packages: [subpackage("", one ?? {})], ...parts }));
  const system = job.port.packages.flatMap(({ depends }) => depends.system);
  const systemPackages = system.map((by) => ({ name: "zlib1g", by }));
  const request = packRequest(job, root, { libraries: base, systemPackages });
  const result = await packJob(request, { host, report: recorder().report }, never);
  const findings = result.ok ? result.value.audits.flatMap((audit) => audit.findings) : result.error;
  return findings.map(({ severity, code, message }) => `${severity} ${code.slice(6)}: ${message}`);
}

const zlib = { kind: "neutral", name: "zlib", span: spanOf("zlib") } as const;
const cases: readonly Case[] = [
  {
    name: "what is right in every way",
    tree: {
      "lib/libgreet.so.1.2": "=libgreet.so.1.2",
      "lib/libgreet.so.1": "→ libgreet.so.1.2",
      "bin/plain": "=plain",
      "bin/script": "#!/bin/sh\n",
      "bin/found": "#!/usr/bin/env -S sh -e\n",
      "bin/own": "#! /app/vendor/foo/bin/plain\n",
    },
    found: [],
  },
  {
    name: "a library that nothing linked with it would find",
    tree: { "lib/libgreet.so.1.2": "=libgreet.so.1.2", "lib/libnameless.so.1": "=libnameless.so.1" },
    found: [
      "warning soname: `lib/libgreet.so.1.2` is `libgreet.so.1` to what is linked with it, and no such link lies beside it",
      "warning soname: `lib/libnameless.so.1` has no soname: programs would be linked to its file name",
    ],
  },
  {
    name: "how it was linked",
    tree: { "bin/a": "=fixed", "bin/b": "=norelro", "bin/c": "=execstack", "lib/d.so": "=text.so" },
    found: [
      "warning textrel: `lib/d.so` has text relocations: the loader must write into the code",
      "warning execstack: `bin/c` asks for an executable stack",
      "warning pie: `bin/a` is linked to a fixed address, not as PIE",
      "warning relro: `bin/b` leaves relocated data writable (no RELRO)",
    ],
  },
  {
    name: "another machine's, and a piece of a file",
    tree: { "bin/a": "=foreign", "bin/b": "=cut" },
    port: {
      audit: new Map([
        ["missing-library", "off"],
        ["interpreter", "off"],
      ]),
    },
    found: [
      "error architecture: `bin/a` is made for another architecture than x86_64",
      "warning malformed: `bin/b` begins as an ELF file, but can't be loaded: an offset is out of range",
    ],
  },
  {
    name: "folders that libraries are searched in",
    tree: { "bin/a": "=open", "open/": "" },
    mode: { open: 0o777 },
    found: [
      "error runpath: `bin/a` of `foo-1.0` searches libraries in `/tmp/lib`, to which anybody may write",
      "error runpath: `bin/a` of `foo-1.0` searches libraries in the folder in which it is started (an empty part of its RUNPATH)",
      "error runpath: `bin/a` of `foo-1.0` searches libraries in `lib`, relative to the folder in which it is started",
      "error runpath: `bin/a` of `foo-1.0` searches libraries in `/build/work/x`, where it was built",
      "error runpath: `bin/a` of `foo-1.0` searches libraries in `/app/vendor/foo/open`, to which anybody may write",
      "warning world-writable: `open` is writable by everybody; in the package, only by the owner",
      "warning build-path: the path of the build is left in `bin/a` (`/build/work/x`)",
    ],
  },
  {
    name: "what starts scripts",
    tree: {
      "bin/a": "#!/usr/bin/no-such -x\n",
      "sbin/b": "#!/usr/bin/env no-such\n",
      "share/c": "#!/opt/no-such\n",
      "share/text": "##!/opt/no-such\n",
    },
    found: [
      "error shebang: `bin/a` is started by `/usr/bin/no-such`, which is neither in the base `debian-12` nor in a package that is beside it",
      "error shebang: `sbin/b` is started by `no-such`, which is neither in the base `debian-12` nor in a package that is beside it",
      "warning shebang: `share/c` is started by `/opt/no-such`, which is neither in the base `debian-12` nor in a package that is beside it",
    ],
  },
  {
    name: "links that lead nowhere, and files that everybody may write",
    tree: {
      "lib/libfoo.so": "→ libfoo.so.1",
      lib64: "→ lib",
      "lib/real": "x",
      "share/far": "→ ../lib64/../lib64/real",
      "share/farther": "→ ../lib64/none",
      "share/circle": "→ round",
      "share/round": "→ circle",
      "share/ok": "→ ../etc",
      "etc/rc": "x",
      "etc/up": "→ ..",
    },
    mode: { "etc/rc": 0o666 },
    found: [
      "warning dangling-link: `lib/libfoo.so` is a link to `libfoo.so.1`, which is in no package",
      "warning dangling-link: `share/circle` is a link to `round`, which is in no package",
      "warning dangling-link: `share/farther` is a link to `../lib64/none`, which is in no package",
      "warning dangling-link: `share/round` is a link to `circle`, which is in no package",
      "warning world-writable: `etc/rc` is writable by everybody; in the package, only by the owner",
    ],
  },
  {
    name: "paths of the build, in the files that others build with",
    tree: {
      "lib/libfoo.la": "dependency_libs=' -L/build/work/foo-1.0/src -lz'\n",
      "lib/pkgconfig/foo.pc": "prefix=/app/vendor/foo\nLibs: -L/build/port/lib\n",
      "lib/cmake/foo/foo.cmake": 'set(FOO "https://example.org/build/worker")\n',
    },
    found: [
      "warning build-path: the path of the build is left in `lib/libfoo.la`, `lib/pkgconfig/foo.pc` (`/build/work/foo-1.0/src`)",
    ],
  },
  {
    name: "wantlib as it should be",
    tree: { "bin/sums": "=sums" },
    package: { wantlib: ["c", "z>=1"], depends: { lib: [], run: [], system: [zlib] } },
    found: [],
  },
  {
    name: "wantlib that lacks one, has one too many, and one that is nowhere",
    tree: { "bin/sums": "=sums" },
    package: { wantlib: ["crypt", "nowhere", "z>=2"] },
    found: [
      "warning wantlib: `wantlib` names `crypt`, with which nothing in the package is linked",
      "warning wantlib: `wantlib` names `nowhere`, which neither the base `debian-12` nor a package that it depends on has",
      "warning wantlib: `wantlib` names `z>=2`, which neither the base `debian-12` nor a package that it depends on has",
    ],
  },
  {
    name: "a recipe that lacks a library of its list",
    tree: { "bin/sums": "=sums" },
    package: { wantlib: ["c"] },
    found: ["warning wantlib: `wantlib` lacks `z`, with which the package is linked"],
  },
  {
    name: "another dialect's list is of another system",
    tree: { "bin/sums": "=sums" },
    port: { dialect: "openbsd" },
    package: { wantlib: ["nowhere"] },
    found: [],
  },
  {
    name: "a system library that nothing is linked with",
    tree: { "bin/plain": "=plain" },
    package: { depends: { lib: [], run: [], system: [zlib] } },
    found: ["warning extra-dependency: `zlib` is a dependency, but nothing in the package is linked with it"],
  },
  {
    name: "the recipe's levels, an error too",
    tree: { "bin/a": "=fixed", "share/c": "#!/opt/no-such\n" },
    port: {
      audit: new Map([
        ["pie", "error"],
        ["shebang", "off"],
      ]),
    },
    found: ["error pie: `bin/a` is linked to a fixed address, not as PIE"],
  },
];

for (const one of cases) {
  test(`audit: ${one.name}`, async () => expect(await audited(one)).toEqual(one.found));
}

test("audit: what is missing is offered under the name that bases know it by", async () => {
  const tree = { "bin/a": "#!/usr/bin/env no-such\n", "bin/b": "#!/no-such/either\n", "bin/hello": "=hello" };
  const supply = (missing: string) => (missing === "either" ? undefined : `known-${missing}`);
  const request = packRequest(jobOf(port()), fakeRoot(tree), { libraries: base, supply });
  const result = await packJob(request, { host, report: recorder().report }, never);
  if (result.ok) throw new Error("it is refused");
  const lead = "the base's package in `depends: system`, or a port in `depends: lib`";
  expect(result.error.map(({ help }) => help)).toEqual([
    `declare what brings \`libgreet.so.1\`: ${lead}, or build with \`--need known-libgreet\``,
    `declare what brings \`no-such\`: ${lead}, or build with \`--need known-no-such\``,
    `declare what brings \`/no-such/either\`: ${lead}`,
  ]);
});

test("audit: which package of the base brings a library", () => {
  const owners = new Map(base.libraries.map((library) => [library.soname, library.package]));
  expect([owners.get("libc.so.6"), owners.get("libz.so.1")]).toEqual(["libc6", "zlib1g"]);
  const named = base.libraries.find(({ soname }) => soname === "libc.so.6")?.path ?? "";
  expect(tool("dpkg", ["-S", named.replace("/usr", "")]).split(":")[0]).toBe("libc6");
});

test("audit: apk's own list of what brings a library", async () => {
  const root = writeTree(temporaryFolder(), {
    "etc/ld-musl-x86_64.path": "/lib:/usr/lib\n",
    "lib/apk/db/installed":
      "P:musl\nV:1.2\nF:lib\nR:ld-musl-x86_64.so.1\n\nP:zlib\nF:usr/lib\nR:libz.so.1\nF:usr/bin\nR:z\n",
  });
  for (const name of ["lib/ld-musl-x86_64.so.1", "usr/lib/libz.so.1"]) {
    mkdirSync(join(root, name, ".."), { recursive: true });
    cpSync(join(made, "libgreet.so.1.2"), join(root, name));
  }
  const found = await scanLibraries([root], host);
  expect(found.libraries.map(({ path, package: owner }) => [path, owner])).toEqual([
    ["/lib/ld-musl-x86_64.so.1", "musl"],
    ["/usr/lib/libz.so.1", "zlib"],
  ]);
});

test("audit: a dependency for all packages of a job is needed when one of them needs it", async () => {
  const packages = ["core", "doc"].map((name) =>
    subpackage(name, {
      files: [{ pattern: name === "core" ? "bin" : "share", span: spanOf(name) }],
      depends: { lib: [], run: [], system: [zlib] },
      wantlib: ["z"],
    }),
  );
  const tree = { "bin/sums": "=sums", "share/doc": "text" };
  expect(await audited({ name: "", tree, port: { packages }, found: [] })).toEqual([]);
});

test("audit: what is declared, and what is linked, for the report", async () => {
  const job = jobOf(port({ packages: [subpackage("", { wantlib: ["crypt", "nowhere"] })] }));
  const request = packRequest(job, fakeRoot({ "bin/sums": "=sums" }), { libraries: base });
  const result = await packJob(request, { host, report: recorder().report }, never);
  if (!result.ok) throw new Error(rendered(result.error));
  expect(result.value.audits[0]?.declarations).toEqual({
    links: ["z"],
    wantlib: { missing: ["z"], extra: ["crypt"], bogus: ["nowhere"] },
    depends: { missing: [], extra: [], bogus: [] },
  });
  expect(result.value.audits[0]?.links.map(({ needed, versions, from }) => [needed, versions, from])).toEqual(
    [
      ["libz.so.1", [], { kind: "base", path: expect.stringMatching(/libz.so.1$/), package: "zlib1g" }],
      ["libc.so.6", expect.arrayContaining(["GLIBC_2.34"]), expect.objectContaining({ package: "libc6" })],
    ],
  );
});
