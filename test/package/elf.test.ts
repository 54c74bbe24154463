import { spawnSync } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Elf, type ElfReading, readElf } from "../../src/package/elf.ts";

function fromBytes(bytes: Buffer): Promise<ElfReading> {
  return readElf({
    sizeBytes: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  });
}

/** What readelf says of a file, in our words. */
type Facts = Omit<Elf, "kind" | "machine" | "linkage" | "versionsNeeded"> & {
  readonly versionsNeeded: readonly (readonly [string, readonly string[]])[];
};

const TYPES: Readonly<Record<string, Elf["type"]>> = { EXEC: "executable", DYN: "shared", REL: "object" };

function readelfFacts(text: string): Facts {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);
  const [needs = ""] = /Version needs section[\s\S]*?(?=\n\n|$)/.exec(text) ?? [];
  const [definitions = ""] = /Version definition section[\s\S]*?(?=\n\n|$)/.exec(text) ?? [];
  const versionsNeeded = needs
    .split(/Version: \d+ +File: /)
    .slice(1)
    .map((part) => {
      const file = /^\S+/.exec(part)?.[0] ?? "";
      return [file, [...part.matchAll(/Name: (\S+)/g)].map(([, name = ""]) => name)] as const;
    });
  return {
    elfClass: text.includes("ELF64") ? 64 : 32,
    byteOrder: /Data: .*little endian/.test(text) ? "little" : "big",
    type: TYPES[all(/Type: +([A-Z]+)/g)[0] ?? ""] ?? "other",
    textRelocations: /\(TEXTREL\)|\(FLAGS\).*TEXTREL/.test(text) ? "present" : "absent",
    relro: /^ +GNU_RELRO /m.test(text) ? "present" : "absent",
    interpreter: all(/Requesting program interpreter: ([^\]]+)\]/g)[0],
    soname: all(/\(SONAME\)\s+Library soname: \[([^\]]*)\]/g)[0],
    rpath: all(/\(RPATH\)\s+Library rpath: \[([^\]]*)\]/g)[0],
    runpath: all(/\(RUNPATH\)\s+Library runpath: \[([^\]]*)\]/g)[0],
    stack: /GNU_STACK.*\n?.*RWE/.test(text) ? "executable" : "plain",
    needed: all(/\(NEEDED\)\s+Shared library: \[([^\]]*)\]/g),
    versionsNeeded,
    versionsDefined: [...definitions.matchAll(/Flags: (\S+) .*Name: (\S+)/g)]
      .filter(([, flags]) => flags !== "BASE")
      .map(([, , name = ""]) => name),
  };
}

function sample(folder: string, most: number): readonly string[] {
  const files = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .filter(isElf)
    .map((file) => realpathSync(file));
  return [...new Set(files)].filter((_, index) => index % Math.ceil(files.length / most) === 0);
}

function isElf(file: string): boolean {
  const start = Buffer.alloc(4);
  const handle = openSync(file, "r");
  readSync(handle, start, 0, 4, 0);
  closeSync(handle);
  return start.equals(Buffer.from("\x7fELF", "latin1"));
}

const folders = [
  "/usr/bin",
  "/usr/sbin",
  `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu`,
];

/** What readelf says of each file; it ends with 1 where it misses something, and still tells the rest. */
function readelf(files: readonly string[]): readonly string[] {
  const { stdout } = spawnSync("readelf", ["-hldVW", ...files], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], LC_ALL: "C" },
    maxBuffer: 1 << 29,
  });
  return files.length === 1 ? [stdout] : stdout.split(/^\nFile: .*$/m).slice(1);
}

async function expectAsReadelf(files: readonly string[]): Promise<void> {
  const said = readelf(files);
  expect(said.length).toBe(files.length);
  for (const [index, file] of files.entries()) {
    const reading = await fromBytes(readFileSync(file));
    if (reading.kind !== "elf") throw new Error(`${file}: ${JSON.stringify(reading)}`);
    const { kind: _, machine: __, linkage: ___, versionsNeeded, ...rest } = reading;
    const ours = { ...rest, versionsNeeded: [...versionsNeeded] };
    expect({ file, ...ours }).toEqual({ file, ...readelfFacts(said[index] ?? "") });
  }
}

for (const folder of folders) {
  test(`elf: as readelf reads ${folder}`, async () => {
    const files = sample(folder, 60);
    expect(files.length).toBeGreaterThan(20);
    await expectAsReadelf(files);
  });
}

/** A folder of which every ELF file is compared: minutes, so only where it is named. */
const whole = process.env["TARWRIGHT_ELF_ROOT"];
test.runIf(whole !== undefined)(`elf: as readelf reads all of ${whole}`, { timeout: 900_000 }, async () => {
  const files = readdirSync(whole ?? "", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isElf);
  expect(files.length).toBeGreaterThan(500);
  for (let at = 0; at < files.length; at += 100) await expectAsReadelf(files.slice(at, at + 100));
});

test("elf: all kinds of damage are values", async () => {
  const whole = readFileSync("/usr/bin/env");
  // A fixed sequence: the same damage in each run.
  let state = 12345;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const kinds = new Set<string>();
  for (let round = 0; round < 3000; round += 1) {
    const bytes = Buffer.from(whole.subarray(0, round % 3 === 0 ? next(whole.length) : whole.length));
    for (let count = next(20); count >= 0; count -= 1) {
      if (bytes.length > 64)
        bytes[round % 2 === 0 ? 16 + next(1000) : 16 + next(bytes.length - 16)] = next(256);
    }
    kinds.add((await fromBytes(bytes)).kind);
  }
  expect([...kinds].sort()).toEqual(["elf", "malformed"]);
});

/** A 64-bit file of which all is loaded, with these tags, and names of 512 KiB at 2048. */
function elfWith(tags: readonly (readonly [tag: number, value: number])[]): Buffer {
  const bytes = Buffer.alloc(1 << 21);
  bytes.write("\x7fELF\x02\x01\x01", 0, "latin1");
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(2, 56);
  const segment = (at: number, type: number, offset: number, size: number) => {
    bytes.writeUInt32LE(type, at);
    bytes.writeBigUInt64LE(BigInt(offset), at + 8);
    bytes.writeBigUInt64LE(BigInt(offset), at + 16);
    bytes.writeBigUInt64LE(BigInt(size), at + 32);
  };
  segment(64, 1, 0, bytes.length);
  const tagsAt = 1 << 20;
  segment(120, 2, tagsAt, bytes.length - tagsAt);
  for (const [index, [tag, value]] of [[5, 2048], [10, 1 << 19], ...tags].entries()) {
    bytes.writeBigUInt64LE(BigInt(tag ?? 0), tagsAt + index * 16);
    bytes.writeBigUInt64LE(BigInt(value ?? 0), tagsAt + 8 + index * 16);
  }
  return bytes;
}

/** A file with more version records than any has. */
function hostileVersions(): Buffer {
  const bytes = elfWith([[0x6ffffffc, 4096]]);
  for (let at = 4096; at + 20 < 1 << 20; at += 20) {
    bytes.writeUInt16LE(1, at + 2);
    bytes.writeUInt32LE(20, at + 16);
  }
  return bytes;
}

/** Three thousand files needed, and of each the same three thousand versions. */
function sharedVersions(): Buffer {
  const bytes = elfWith([[0x6ffffffe, 4096]]);
  for (let at = 4096, left = 3000; left > 0; at += 16, left -= 1) {
    bytes.writeUInt16LE(1, at + 2);
    bytes.writeUInt32LE(4096 + 3000 * 16 - at, at + 8);
    bytes.writeUInt32LE(left > 1 ? 16 : 0, at + 12);
  }
  for (let at = 4096 + 3000 * 16, left = 3000; left > 0; at += 16, left -= 1)
    bytes.writeUInt32LE(left > 1 ? 16 : 0, at + 12);
  return bytes;
}

/** Each of the libraries that are needed has the same name of half a megabyte. */
function hugeNames(count: number): Buffer {
  const bytes = elfWith(Array.from({ length: count }, () => [1, 0] as const));
  bytes.fill("a", 2048, 2048 + (1 << 19));
  return bytes;
}

const damaged: readonly { readonly name: string; readonly bytes: Buffer; readonly reading: ElfReading }[] = [
  { name: "nothing", bytes: Buffer.alloc(0), reading: { kind: "not-elf" } },
  { name: "a script", bytes: Buffer.from("#!/bin/sh\necho hello\n"), reading: { kind: "not-elf" } },
  {
    name: "the first 20 bytes",
    bytes: readFileSync("/usr/bin/env").subarray(0, 20),
    reading: { kind: "malformed", why: "an offset is out of range" },
  },
  {
    name: "a class that there is not",
    bytes: Buffer.concat([Buffer.from("\x7fELF\x09\x01", "latin1"), Buffer.alloc(60)]),
    reading: { kind: "malformed", why: "class 9" },
  },
  {
    name: "versions without end",
    bytes: hostileVersions(),
    reading: { kind: "malformed", why: "more than 4096 versions" },
  },
  {
    name: "versions that thousands of files share",
    bytes: sharedVersions(),
    reading: { kind: "malformed", why: "more than 4096 versions" },
  },
  {
    name: "names that would fill the memory, had each its own",
    bytes: hugeNames(4000),
    reading: { kind: "malformed", why: "a name of more than 16384 bytes" },
  },
  {
    name: "more libraries than any file needs",
    bytes: hugeNames(60_000),
    reading: { kind: "malformed", why: "more than 4096 names of a kind" },
  },
];

for (const { name, bytes, reading } of damaged) {
  test(`elf: ${name}`, async () => expect(await fromBytes(bytes)).toEqual(reading));
}
