// Key rings: keys of keygen, signify and gpg; packages and programs that each of them signed; seen by gpg itself.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { releaseOf } from "../install/published.ts";
import { tool, writeTree } from "../package/support.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { type Ran, runIn } from "./verbs.ts";

beforeEach(() => {
  vi.stubEnv("XDG_CONFIG_HOME", temporaryFolder());
  vi.stubEnv("XDG_CACHE_HOME", temporaryFolder());
});

const said = (ran: Ran) => rendered(ran.diagnostics);
const FOR = ["--base", "debian-12", "--arch", "x86_64", "--root", "."] as const;

/** A key of gpg's own; `algorithm` as `--quick-generate-key` takes it. */
function gpgKey(algorithm: string, who: string) {
  const home = temporaryFolder();
  execFileSync("chmod", ["700", home]);
  const gpg = (...args: readonly string[]) =>
    execFileSync("gpg", ["--homedir", home, "--batch", "--no-tty", "--quiet", "--passphrase", "", ...args]);
  gpg("--quick-generate-key", who, algorithm, "sign", "never");
  const fingerprint =
    /^fpr:+([0-9A-F]{40}):/m.exec(gpg("--list-keys", "--with-colons").toString())?.[1] ?? "";
  return {
    fingerprint,
    armored: () => gpg("--armor", "--export"),
    binary: () => gpg("--export"),
    sign: (file: string) => void gpg("--armor", "--output", `${file}.sig`, "--detach-sign", file),
    revoke: () => {
      const certificate = readFileSync(join(home, "openpgp-revocs.d", `${fingerprint}.rev`), "utf8");
      writeFileSync(join(home, "revoke"), certificate.replace(/^:-/gm, "-"));
      gpg("--import", join(home, "revoke"));
    },
  };
}

/** A program of GoboLinux with its FileHash, by `algorithm`. */
function program(algorithm: "md5" | "sha1" | "sha256" = "sha1") {
  const folder = temporaryFolder();
  writeTree(folder, { "bin/joe": "#!/bin/sh\n", "bin/j": "→ joe", "Resources/Architecture": "x86_64\n" });
  const hash = (content: string) => createHash(algorithm).update(content).digest("hex");
  const lines = [
    ...(algorithm === "sha1" ? ["GoboLinux FileHash, version 2.1, SHA-1"] : []),
    `${hash("#!/bin/sh\n")}${algorithm === "md5" ? "  " : " "}bin/joe`,
    `${hash("joe")} bin/j`,
    `${hash("x86_64\n")} Resources/Architecture`,
  ];
  writeFileSync(join(folder, "Resources/FileHash"), `${lines.join("\n")}\n`);
  return folder;
}

const algorithms = ["rsa2048", "ed25519", "nistp256"] as const;

for (const algorithm of algorithms) {
  test(`verify --keyring: a program that gpg signed with ${algorithm}: the signer is named`, async () => {
    const key = gpgKey(algorithm, "Joe Packager <joe@example.org>");
    const ring = temporaryFolder();
    writeFileSync(join(ring, "joe.asc"), key.armored());
    const other = gpgKey("ed25519", "Another");
    writeFileSync(join(ring, "another.gpg"), other.binary());
    const folder = program();
    key.sign(join(folder, "Resources/FileHash"));
    const ran = await runIn(folder, "verify", folder, "--keyring", ring);
    expect(said(ran)).toBe("");
    expect(ran.text).toBe(
      `${folder}: right, signed by Joe Packager <joe@example.org> (${key.fingerprint})\n  its 3 files are as its FileHash says\n  FileHash.sig is right\n`,
    );
  });
}

for (const algorithm of ["md5", "sha1", "sha256"] as const) {
  test(`verify: a FileHash of ${algorithm}`, async () => {
    const folder = program(algorithm);
    const ran = await runIn(folder, "verify", folder);
    expect(ran.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning verify/unsigned",
    ]);
    writeFileSync(join(folder, "bin/joe"), "changed");
    writeFileSync(join(folder, "bin/new"), "");
    const changed = await runIn(folder, "verify", folder);
    expect(said(changed)).toContain("is not as it was signed: `bin/joe` changed\n");
    expect(said(changed)).toContain("is not as it was signed: `bin/new` is not in its list\n");
    expect(exitStatus(changed.diagnostics)).toBe(2);
  });
}

const wrongs: readonly {
  readonly name: string;
  readonly spoil: (folder: string, key: ReturnType<typeof gpgKey>) => void;
  readonly ring?: (key: ReturnType<typeof gpgKey>) => Buffer;
  readonly code: string;
}[] = [
  {
    name: "the list was changed",
    spoil: (folder) => {
      const file = join(folder, "Resources/FileHash");
      writeFileSync(file, readFileSync(file, "utf8").split("\n").reverse().join("\n").trimStart());
    },
    code: "verify/wrong-signature",
  },
  {
    name: "the signature is none",
    spoil: (folder) => writeFileSync(join(folder, "Resources/FileHash.sig"), "no signature"),
    code: "verify/wrong-signature",
  },
  {
    name: "a stranger signed",
    spoil: () => undefined,
    ring: () => gpgKey("ed25519", "Another").armored(),
    code: "verify/wrong-key",
  },
  {
    name: "the key was revoked",
    spoil: (_, key) => key.revoke(),
    code: "verify/wrong-signature",
  },
  {
    name: "the signature was taken away",
    spoil: (folder) => execFileSync("rm", [join(folder, "Resources/FileHash.sig")]),
    code: "verify/unsigned",
  },
];

for (const { name, spoil, ring: keyOf, code } of wrongs) {
  test(`verify --keyring: refused, ${name}`, async () => {
    const key = gpgKey("ed25519", "Joe Packager");
    const folder = program();
    key.sign(join(folder, "Resources/FileHash"));
    spoil(folder, key);
    const ring = temporaryFolder();
    writeFileSync(join(ring, "keys.asc"), keyOf ? keyOf(key) : key.armored());
    const ran = await runIn(folder, "verify", folder, "--keyring", ring);
    expect(ran.diagnostics.map((one) => one.code)).toEqual([code]);
    expect(exitStatus(ran.diagnostics)).toBe(2);
  });
}

test("verify --keyring: packages of our own, by signify's file or OpenPGP's alone", async () => {
  const { folder } = await releaseOf({ name: "foo" });
  for (const name of ["release.pub", "release.asc"]) {
    const ring = temporaryFolder();
    writeFileSync(join(ring, name), readFileSync(join(folder, name)));
    const ran = await runIn(
      ring,
      "verify",
      folder,
      join(folder, "foo-1.0--debian-12--x86_64.tar.gz"),
      "--keyring",
      ring,
    );
    expect(said(ran)).toBe("");
    expect(ran.text).toMatch(/: right, signed by release( \(package signing\))? \([0-9a-f]{16}\)\n/);
  }
});

test("install --keyring: who signed is named; a ring without his key refuses", async () => {
  const { folder } = await releaseOf({ name: "foo" });
  const [ring, others, root] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  writeFileSync(join(ring, "release.asc"), readFileSync(join(folder, "release.asc")));
  tool("signify-openbsd", ["-G", "-n", "-p", "other.pub", "-s", "other.sec"], ring);
  writeFileSync(join(others, "other.pub"), readFileSync(join(ring, "other.pub")));
  const refused = await runIn(root, "install", "foo", "--from", folder, "--keyring", others, ...FOR);
  expect(refused.diagnostics.map(({ code }) => code)).toEqual(["install/other-key"]);
  expect(existsSync(join(root, "app"))).toBe(false);
  const ran = await runIn(root, "install", "foo", "--from", folder, "--keyring", ring, ...FOR);
  expect(said(ran)).toBe("");
  expect(ran.text).toContain("signed by release (package signing) (");
});

const rings: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
}[] = [
  { name: "no key in it", files: { README: "keys of ours" }, codes: ["key/empty-ring"] },
  {
    name: "files that are no keys",
    files: { "a.pub": "x", "b.asc": "-----BEGIN PGP MESSAGE-----\n", "c.gpg": "\u0001" },
    codes: ["key/unreadable", "key/unreadable", "key/unreadable"],
  },
];

for (const { name, files, codes } of rings) {
  test(`verify --keyring: ${name}`, async () => {
    const ring = writeTree(temporaryFolder(), files);
    const ran = await runIn(ring, "verify", program(), "--keyring", ring);
    expect(ran.diagnostics.map(({ code }) => code)).toEqual(codes);
  });
}

test("verify --keyring: a folder of GoboLinux, whose FileHash alone is signed", async () => {
  const top = temporaryFolder();
  const folder = join(top, "Joe/3.6");
  mkdirSync(join(top, "Joe"));
  execFileSync("mv", [program("sha256"), folder]);
  const list = join(folder, "Resources/FileHash");
  const lines = readFileSync(list, "utf8")
    .trimEnd()
    .split("\n")
    .sort((a, b) => (a.slice(65) < b.slice(65) ? -1 : 1));
  writeFileSync(list, `GoboLinux FileHash, version 2.1, SHA-256\n${lines.join("\n")}\n`);
  const key = gpgKey("rsa2048", "Joe Packager");
  key.sign(list);
  const ring = temporaryFolder();
  writeFileSync(join(ring, "joe.asc"), key.armored());
  const ran = await runIn(top, "verify", folder, "--keyring", ring);
  expect(said(ran)).toBe("");
  expect(ran.json).toMatchObject({ verified: [{ kind: "program", signer: { name: "Joe Packager" } }] });
});
