import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type HostPath, hostPath } from "../../src/host/host.ts";
import { addToFolder, packJob } from "../../src/package/package.ts";
import type { RootDigest } from "../../src/port/port.ts";
import { exitStatus } from "../../src/report.ts";
import { host, jobOf, packRequest, port, tool, writeTree } from "../package/support.ts";
import { never, rendered } from "../support.ts";
import { folderOf, runIn } from "./verbs.ts";

const SOURCE =
  "unsigned long crc32(unsigned long, void *, unsigned);\nint main(void) { return crc32(0, 0, 0); }\n";
const digest = `sha256:${"0".repeat(64)}` as RootDigest;
const machine = { name: "host", family: "host", digest, extensible: false } as const;

/** A folder with `out/`: one package, with a program that links zlib, for the machine itself. */
async function packedProgram(mend: (elf: Buffer) => Buffer = (elf) => elf): Promise<HostPath> {
  const folder = folderOf({ "main.c": SOURCE });
  const program = join(folder, "fake/app/vendor/foo/bin/foo");
  mkdirSync(join(program, ".."), { recursive: true });
  tool("gcc", ["-o", program, "main.c", "-l:libz.so.1"], folder);
  writeFileSync(program, mend(readFileSync(program)));
  // What it links to is looked for by the verb; here it is only packed.
  const audit = new Map([
    ["missing-library", "off"],
    ["interpreter", "off"],
  ] as const);
  const job = jobOf(port({ audit }), { base: machine });
  const packed = await packJob(
    packRequest(job, hostPath(join(folder, "fake"))),
    { host, report: () => undefined },
    never,
  );
  if (!packed.ok) throw new Error(rendered(packed.error));
  const { packages } = packed.value;
  const out = { folder: hostPath(join(folder, "out")), folderName: "out", packages, key: undefined };
  const added = await addToFolder(out, host, never);
  if (!added.ok) throw new Error(rendered(added.error));
  return folder;
}

const FILE = "out/foo-1.0--host--x86_64.tar.gz";

/** A path of the machine's own, wherever its libraries lie. */
function withoutPlaces(text = ""): string {
  return text.replace(/=> \/\S+\//g, "=> …/");
}

const CLEAN = `foo-1.0(devel/foo) on host: clean
  libc.so.6 => …/libc.so.6 (libc6)  GLIBC_2.34
  libz.so.1 => …/libz.so.1 (zlib1g)
  WANTLIB: z
  relocatable: yes
`;

test("lib-depends: an archive, a folder of them, an archive alone, and what was unpacked", async () => {
  const folder = await packedProgram();
  const texts = [await runIn(folder, "lib-depends", FILE), await runIn(folder, "lib-depends", "out")];
  rmSync(join(folder, "out/index.json"));
  texts.push(await runIn(folder, "lib-depends", FILE));
  tool("tar", ["-xzf", FILE], folder);
  texts.push(await runIn(folder, "lib-depends", "foo"));
  expect(texts.map(({ text, diagnostics }) => [withoutPlaces(text), diagnostics])).toEqual(
    texts.map(() => [CLEAN, []]),
  );
});

const RECIPE = `name: foo
version: "1.0"
comment: an example
build: {style: script}
wantlib: [crypt, nowhere]
depends: {system: [xz]}
`;

test("lib-depends: what its recipe lacks, and has too much, at its line", async () => {
  const folder = await packedProgram();
  writeTree(folder, { "foo/port.yml": RECIPE });
  const { text, json, diagnostics } = await runIn(folder, "lib-depends", "out", "--port", "foo");
  expect(text).toContain("  Missing: z\n  Extra:   crypt xz\n  Bogus:   nowhere\n  WANTLIB: z\n");
  expect(rendered(diagnostics)).toContain(
    `foo/port.yml:5:11: warning[audit/wantlib]: \`wantlib\` lacks \`z\``,
  );
  expect(rendered(diagnostics)).toContain(
    "foo/port.yml:5:18: warning[audit/wantlib]: `wantlib` names `nowhere`, which neither",
  );
  expect(rendered(diagnostics)).toContain(
    "foo/port.yml:6:20: warning[audit/extra-dependency]: `xz` is a dependency, but nothing in the package is linked with it",
  );
  expect(exitStatus(diagnostics)).toBe(0);
  expect(json).toMatchObject({
    packages: [
      {
        fullpkgname: "foo-1.0",
        verdict: "warnings",
        relocatable: { verdict: "yes" },
        links: [
          { file: "bin/foo", needed: "libz.so.1", versions: [], from: { kind: "base", package: "zlib1g" } },
          { file: "bin/foo", needed: "libc.so.6", versions: ["GLIBC_2.2.5", "GLIBC_2.34"] },
        ],
        wantlib: { missing: ["z"], extra: ["crypt"], bogus: ["nowhere"] },
        depends: { missing: [], extra: ["xz"], bogus: [] },
      },
    ],
  });
});

function replaced(from: string, to: string): (elf: Buffer) => Buffer {
  return (elf) => Buffer.from(elf.toString("latin1").replaceAll(from, to), "latin1");
}

test("lib-depends: a package of a newer system, with the version that it would need", async () => {
  const folder = await packedProgram(replaced("GLIBC_2.34", "GLIBC_9.99"));
  const { diagnostics, text } = await runIn(folder, "lib-depends", "out");
  expect(rendered(diagnostics)).toMatch(
    /^error\[audit\/missing-version\]: `bin\/foo` of `foo-1.0` needs `GLIBC_9.99` of `libc.so.6`, which the one of the base `host` does not define; it goes up to `GLIBC_2\.\d+`\n/,
  );
  expect(text).toMatch(/on host: failed\n/);
  expect(exitStatus(diagnostics)).toBe(1);
});

test("lib-depends: a library that nothing has", async () => {
  const folder = await packedProgram(replaced("libz.so.1", "libq.so.9"));
  const { diagnostics, text } = await runIn(folder, "lib-depends", "out");
  expect(diagnostics.map(({ code }) => code)).toEqual(["audit/missing-library"]);
  expect(text).toContain("  libq.so.9 => not found\n  Missing: libq.so.9\n");
});

const wrongUsage: readonly {
  readonly name: string;
  readonly argv: readonly string[];
  readonly code: string;
}[] = [
  { name: "nothing there", argv: ["none"], code: "usage/no-package" },
  { name: "no package in it", argv: ["fake"], code: "package/no-package" },
  { name: "no archive", argv: ["main.c"], code: "package/damaged" },
  { name: "another port's recipe", argv: ["out", "--port", "bar"], code: "usage/other-port" },
  { name: "no such base", argv: ["out", "--base", "debian-99"], code: "base/unknown" },
  { name: "no such engine", argv: ["out", "--engine", "dokcer"], code: "usage/value" },
];

for (const { name, argv, code } of wrongUsage) {
  test(`lib-depends: ${name}`, async () => {
    const folder = await packedProgram();
    writeTree(folder, { "bar/port.yml": RECIPE.replace("name: foo", "name: bar") });
    const { diagnostics } = await runIn(folder, "lib-depends", ...argv);
    expect(diagnostics.map((one) => one.code)).toEqual([code]);
  });
}
