// What a release says of its packages, read by others: SPDX, in-toto, the buildpack's shell.

import { execFileSync } from "node:child_process";
import { createPublicKey, verify } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseIndex } from "../../src/package/package.ts";
import type { Package } from "../../src/port/port.ts";
import { buildpackFiles } from "../../src/release/buildpack.ts";
import { provenanceLine, subjectOf } from "../../src/release/provenance.ts";
import { billOfMaterials } from "../../src/release/spdx.ts";
import { temporaryFolder } from "../support.ts";
import { makeKey, packInto, type Sketch } from "./packages.ts";

async function rowsOf(folder: string, ...sketches: readonly Sketch[]): Promise<readonly Package[]> {
  for (const sketch of sketches) await packInto(join(folder, "out"), sketch);
  const index = parseIndex(readFileSync(join(folder, "out/index.json"), "utf8"));
  if (index.kind !== "index") throw new Error(index.why);
  return index.index.packages;
}

const RUN = {
  url: "https://github.com/o/r/actions/runs/1/attempts/1",
  workflow: "https://github.com/o/r/.github/workflows/ports.yml@refs/heads/main",
  source: "git+https://github.com/o/r@refs/heads/main",
  commit: "c".repeat(40),
};
const BUILT_WITH = [{ fullpkgname: "zlib-1.3", contentDigest: "a".repeat(64) }];

test("spdx: every element is related, every relation leads to an element", async () => {
  const [row] = await rowsOf(temporaryFolder(), { name: "foo", origin: { builtWith: BUILT_WITH } });
  if (!row) throw new Error("no row");
  const bill = JSON.parse(billOfMaterials({ ...row, systemPackages: ["libc6"] }, "0.1.0"));
  const ids = ["SPDXRef-DOCUMENT", ...bill.packages.map(({ SPDXID }: { SPDXID: string }) => SPDXID)];
  type Relation = { spdxElementId: string; relationshipType: string; relatedSpdxElement: string };
  const relations: readonly Relation[] = bill.relationships;
  expect(
    relations.map((one) => `${one.spdxElementId} ${one.relationshipType} ${one.relatedSpdxElement}`),
  ).toEqual([
    "SPDXRef-DOCUMENT DESCRIBES SPDXRef-Package",
    "SPDXRef-Package GENERATED_FROM SPDXRef-Source-0",
    "SPDXRef-Package DEPENDS_ON SPDXRef-System-0",
    "SPDXRef-Built-With-0 BUILD_DEPENDENCY_OF SPDXRef-Package",
  ]);
  expect(
    [...new Set(relations.flatMap((one) => [one.spdxElementId, one.relatedSpdxElement]))].sort(),
  ).toEqual(ids.sort());
  expect(ids.every((id) => /^SPDXRef-[A-Za-z0-9.-]+$/.test(id))).toBe(true);
  expect(bill).toMatchObject({
    spdxVersion: "SPDX-2.3",
    creationInfo: { created: "2017-07-14T02:40:00Z", creators: ["Tool: tarwright-0.1.0"] },
    packages: [
      {
        name: "foo-1.0",
        licenseDeclared: "MIT",
        checksums: [{ algorithm: "SHA256", checksumValue: row.sha256 }],
      },
      {
        downloadLocation: "https://example.org/foo-1.0.tar.gz",
        checksums: [{ checksumValue: "d".repeat(64) }],
      },
      { name: "libc6" },
      { name: "zlib-1.3" },
    ],
  });
});

test("provenance: a signed in-toto statement that names all that went in", async () => {
  const folder = temporaryFolder();
  const key = await makeKey(folder, "mine");
  const builder = { version: "0.1.0", run: RUN };
  const [row] = await rowsOf(folder, { name: "foo", origin: { builtWith: BUILT_WITH, builder } });
  if (!row) throw new Error("no row");
  const [line = ""] = provenanceLine(row, key);
  expect(subjectOf(line)).toBe(row.sha256);
  const { payloadType, payload, signatures } = JSON.parse(line);
  const body = Buffer.from(payload, "base64");
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${body.length} `),
    body,
  ]);
  const point = Buffer.from(key.point, "hex").toString("base64url");
  const publicKey = createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519", x: point } });
  expect(verify(null, signed, publicKey, Buffer.from(signatures[0].sig, "base64"))).toBe(true);
  const statement = JSON.parse(body.toString());
  expect(statement).toMatchObject({
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: row.file, digest: { sha256: row.sha256 } }],
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: { runDetails: { builder: { id: RUN.workflow }, metadata: { invocationId: RUN.url } } },
  });
  expect(statement.predicate.buildDefinition.resolvedDependencies).toEqual([
    { uri: RUN.source, digest: { gitCommit: RUN.commit } },
    { name: "base", uri: "urn:tarwright:base:debian-12", digest: { sha256: "0".repeat(64) } },
    {
      name: "foo-1.0.tar.gz",
      uri: "https://example.org/foo-1.0.tar.gz",
      digest: { sha256: "d".repeat(64) },
    },
    { name: "patches/fix.patch", digest: { sha256: "e".repeat(64) } },
    { name: "zlib-1.3", uri: "urn:tarwright:package:zlib-1.3", digest: { sha256: "a".repeat(64) } },
  ]);
});

test("provenance: nobody tells how a package was built that came from no recipe", async () => {
  const folder = temporaryFolder();
  const key = await makeKey(folder, "mine");
  const [row] = await rowsOf(folder, { name: "foo" });
  if (!row) throw new Error("no row");
  const { origin: _none, ...bare } = row;
  expect(provenanceLine(bare, key)).toEqual([]);
});

/** A buildpack's functions as its scripts may call them, and what a download finds. */
function stage(folder: string, installer: string) {
  for (const name of ["app", "cache", "bin"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "installer.sh"), installer);
  const curl = '#!/bin/sh\nfor last; do :; done\nwhile [ "$1" != -o ]; do shift; done\n';
  writeFileSync(join(folder, "bin/curl"), `${curl}cp "${folder}/out/\${last##*/}" "$2"\n`);
  chmodSync(join(folder, "bin/curl"), 0o755);
  const script = `
set -u
BUILD_DIR=${folder}/app CACHE_DIR=${folder}/cache INSTALLER_DIR=. BASE=$1
print_action() { echo "$@"; }
dependency_require() { local PACKAGE; PACKAGE="$1"; . ${folder}/installer.sh; }
[ "$BASE" = none ] || STACK=$BASE
dependency_require "$2"
`;
  return (base: string, name: string) =>
    execFileSync("sh", ["-c", script, "sh", base, name], {
      encoding: "utf8",
      env: { PATH: `${folder}/bin:/usr/bin:/bin` },
    });
}

const URL_OF = "https://github.com/o/r/releases/download/packages";

test("buildpack: a package for the app's stack, after what it needs, under the name of the port or its own", async () => {
  const folder = temporaryFolder();
  const rows = await rowsOf(
    folder,
    { name: "foo", base: "heroku-24" },
    { name: "foo", version: "2.0", base: "heroku-24" },
    { name: "foo", base: "heroku-22" },
    { name: "bar", base: "heroku-24" },
  );
  const foo = rows.find(({ file }) => file.startsWith("foo-2.0--heroku-24"));
  const needy = rows.map((row) =>
    row.name === "bar"
      ? {
          ...row,
          depends: [{ spec: "foo-*", pkgpath: "devel/foo", contentDigest: foo?.contentDigest ?? "" }],
        }
      : row,
  );
  const files = new Map(buildpackFiles(needy, URL_OF).map(({ name, text }) => [name, text]));
  expect(
    files
      .get("index")
      ?.split("\n")
      .map((line) => line.split(" ").slice(0, 2).join(" ")),
  ).toEqual(
    ["bar", "bar-1.0", "foo", "foo-1.0", "foo-2.0"]
      .map((name) => `${name} ${URL_OF}/modular-buildpack.sh`)
      .concat(""),
  );
  const install = stage(folder, files.get("modular-buildpack.sh") ?? "");
  expect(install("heroku-24", "bar")).toMatch(
    /^Installing foo-2\.0--heroku-24.*\nInstalling bar-1\.0--heroku-24.*\n$/,
  );
  const vendor = join(folder, "app/vendor");
  expect(execFileSync(join(vendor, "foo/bin/foo"), { encoding: "utf8" })).toContain("foo 2.0");
  expect(execFileSync(join(vendor, "bar/bin/bar"), { encoding: "utf8" })).toContain("bar 1.0");
  expect(readFileSync(join(folder, "app/.profile.d/bar.sh"), "utf8")).toContain("/app/vendor/bar/bin");
  expect(install("heroku-22", "foo")).toContain("Installing foo-1.0--heroku-22");
  expect(() => install("heroku-18", "foo")).toThrow("Command failed");
});

test("buildpack: what is not what was published is not unpacked", async () => {
  const folder = temporaryFolder();
  const rows = await rowsOf(folder, { name: "foo" });
  const installer = buildpackFiles(rows, URL_OF).find(({ name }) => name === "modular-buildpack.sh");
  const install = stage(folder, installer?.text ?? "");
  writeFileSync(join(folder, "out", rows[0]?.file ?? ""), "another");
  expect(() => install("none", "foo")).toThrow("Command failed");
  expect(existsSync(join(folder, "app/vendor"))).toBe(false);
});

test("buildpack: nothing for packages that live elsewhere", async () => {
  const [row] = await rowsOf(temporaryFolder(), { name: "foo" });
  if (!row) throw new Error("no row");
  expect(buildpackFiles([{ ...row, prefix: "/usr/local" }], URL_OF)).toEqual([]);
});
