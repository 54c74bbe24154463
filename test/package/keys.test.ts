import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Host, type HostPath, joinPath } from "../../src/host/host.ts";
import { dearmored } from "../../src/package/openpgp-packets.ts";
import {
  defaultKey,
  parseSigningKey,
  readPublicKey,
  readSigningKey,
  writeKey,
} from "../../src/package/package.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { host, tool } from "./support.ts";

async function made(name = "release"): Promise<HostPath> {
  const folder = temporaryFolder();
  const files = await writeKey({ folder, name }, host);
  if (!files.ok) throw new Error(rendered(files.error));
  return folder;
}

test("keys: three files; the secret one is its owner's alone", async () => {
  const folder = await made();
  const mode = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8);
  expect(["release.sec", "release.pub", "release.asc"].map(mode)).toEqual(["600", "644", "644"]);
});

test("keys: signify signs and verifies with them", async () => {
  const folder = await made();
  writeFileSync(join(folder, "message"), "hello\n");
  tool("signify-openbsd", ["-S", "-s", "release.sec", "-m", "message"], folder);
  expect(tool("signify-openbsd", ["-V", "-p", "release.pub", "-m", "message"], folder)).toBe(
    "Signature Verified\n",
  );
});

test("keys: gpg imports the same identity", async () => {
  const folder = await made();
  mkdirSync(join(folder, "gnupg"), { mode: 0o700 });
  const gpg = (...args: readonly string[]) =>
    tool("gpg", ["--homedir", join(folder, "gnupg"), "--batch", "--no-tty", "--quiet", ...args]);
  gpg("--import", join(folder, "release.asc"));
  const listed = gpg("--list-keys", "--with-colons");
  expect(listed).toMatch(/^pub:-:255:22:[0-9A-F]{16}:315532800:::-:::scSC:/m);
  expect(listed).toMatch(/^uid:-::::315532800::[0-9A-F]{40}::release \(package signing\):/m);
});

test("keys: a key of signify's own is read, and signs", async () => {
  const folder = temporaryFolder();
  tool("signify-openbsd", ["-G", "-n", "-p", "theirs.pub", "-s", "theirs.sec"], folder);
  const secret = await readSigningKey(joinPath(folder, "theirs.sec"), host);
  const open = await readPublicKey(joinPath(folder, "theirs.pub"), host);
  if (!secret.ok || !open.ok) throw new Error("not read");
  const { secret: _, ...rest } = secret.value;
  expect(rest).toEqual(open.value);
});

test("keys: one that is there is never overwritten, whichever of its files it is", async () => {
  for (const name of ["release.sec", "release.pub", "release.asc"]) {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), "mine");
    const files = await writeKey({ folder, name: "release" }, host);
    expect(files.ok ? "made" : rendered(files.error)).toMatch(
      /^error\[key\/exists\]: `.*` is there already, and a key is never overwritten/,
    );
    expect(readFileSync(join(folder, name), "utf8")).toBe("mine");
  }
});

test("keys: of two that are made at once under one name, one is told", async () => {
  const folder = temporaryFolder();
  const both = await Promise.all([1, 2].map(() => writeKey({ folder, name: "release" }, host)));
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const secret = await readSigningKey(joinPath(folder, "release.sec"), host);
  const open = await readPublicKey(joinPath(folder, "release.pub"), host);
  expect(secret.ok && open.ok && secret.value.point === open.value.point).toBe(true);
});

test("keys: a name that is no name of a file", async () => {
  const files = await writeKey({ folder: temporaryFolder(), name: "../release" }, host);
  expect(files.ok ? "made" : rendered(files.error)).toMatch(/^error\[key\/name\]/);
});

const secretText = async () => readFileSync(join(await made(), "release.sec"), "utf8");

const unreadable: readonly {
  readonly name: string;
  readonly text: () => Promise<string>;
  readonly said: RegExp;
}[] = [
  {
    name: "nothing",
    text: async () => "",
    said: /^error\[key\/unreadable\]: the signing key is not a secret key of signify/,
  },
  {
    name: "something else",
    text: async () => "-----BEGIN PRIVATE KEY-----\nMC4C\n",
    said: /^error\[key\/unreadable\]/,
  },
  {
    name: "a public key",
    text: async () => readFileSync(join(await made(), "release.pub"), "utf8"),
    said: /^error\[key\/public\]/,
  },
  {
    name: "one with a passphrase",
    text: async () => {
      const [comment, line = ""] = (await secretText()).split("\n");
      const bytes = Buffer.from(line, "base64");
      bytes.writeUInt32BE(42, 4);
      return `${comment}\n${bytes.toString("base64")}\n`;
    },
    said: /^error\[key\/encrypted\]: the signing key is protected by a passphrase, which nobody can type here\n {2}= help: use a key without one: `tarwright keygen NAME`, or `signify -G -n /,
  },
  {
    name: "one with a wrong bit",
    text: async () => {
      const [comment, line = ""] = (await secretText()).split("\n");
      const bytes = Buffer.from(line, "base64");
      bytes[60] = (bytes[60] ?? 0) ^ 1;
      return `${comment}\n${bytes.toString("base64")}\n`;
    },
    said: /^error\[key\/damaged\]/,
  },
];

for (const { name, text, said } of unreadable) {
  test(`keys: not usable: ${name}`, async () => {
    const key = parseSigningKey(await text(), "release");
    expect(key.ok ? "read" : rendered(key.error)).toMatch(said);
  });
}

test("keys: a file that is not there, and a folder", async () => {
  const folder = temporaryFolder();
  const said = await Promise.all(
    [folder, joinPath(folder, "none.sec")].map((file) => readSigningKey(file, host)),
  );
  expect(said.map((one) => (one.ok ? "read" : rendered(one.error).split("\n")[0]))).toEqual([
    `error[key/not-found]: the key \`${folder}\` is a folder`,
    `error[key/not-found]: the key \`${folder}/none.sec\` is not there`,
  ]);
});

/** A machine with a config folder of its own. */
function machine(environment: Readonly<Record<string, string>>): Host {
  const config = joinPath(temporaryFolder(), "config");
  return { ...host, environment: (name) => environment[name], folders: { ...host.folders, config } };
}

test("keys: the user's own is made once, with a warning, and then found", async () => {
  const own = machine({});
  const [first, second] = [await defaultKey(own), await defaultKey(own)];
  if (!first.ok || !second.ok || first.value.kind !== "made" || second.value.kind !== "found")
    throw new Error("not made and found");
  expect(rendered([first.value.warning])).toMatch(
    /^warning\[key\/made\]: a signing key was made, since none was given: `.*\/config\/tarwright.sec`/,
  );
  expect(second.value.key.point).toBe(first.value.key.point);
});

test("keys: in CI none is made, but one that is there is used", async () => {
  const ci = machine({ CI: "true" });
  const none = await defaultKey(ci);
  expect(none.ok && none.value.kind).toBe("none");
  expect(existsSync(ci.folders.config)).toBe(false);
  await writeKey({ folder: ci.folders.config, name: "tarwright" }, ci);
  const found = await defaultKey(ci);
  expect(found.ok && found.value.kind).toBe("found");
});

test("keys: headers of an armored key are read once, however they are spelt", () => {
  const lines = "a: a: a: a: a: a: a: a: a\n".repeat(200);
  expect(dearmored(Buffer.from(`-----BEGIN PGP PUBLIC KEY BLOCK-----\n${lines}`))).toBeUndefined();
});
