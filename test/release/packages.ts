// Small packages, built from trees as `build` would leave them, for tests that publish.

import { join } from "node:path";
import { type HostPath, hostPath } from "../../src/host/host.ts";
import {
  addToFolder,
  packJob,
  readSigningKey,
  type SigningKey,
  writeKey,
} from "../../src/package/package.ts";
import type { Origin, RootDigest } from "../../src/port/port.ts";
import { host, jobOf, packRequest, port, subpackage, writeTree } from "../package/support.ts";
import { never, rendered } from "../support.ts";

export type Sketch = {
  readonly name: string;
  readonly version?: string;
  readonly base?: string;
  readonly content?: string;
  /** Subpackages; one without a name when left out. */
  readonly packages?: readonly string[];
  readonly origin?: Partial<Origin>;
  readonly key?: SigningKey;
};

const ORIGIN: Origin = {
  homepage: "https://example.org/foo",
  license: "MIT",
  permit: { kind: "granted" },
  distfiles: [{ file: "foo-1.0.tar.gz", url: "https://example.org/foo-1.0.tar.gz", sha256: "d".repeat(64) }],
  patches: [{ path: "patches/fix.patch", sha256: "e".repeat(64) }],
  builtWith: [],
  sourceDateEpoch: 1_500_000_000,
  builder: { version: "0.1.0" },
};

/** Builds it into the folder, which may hold others. */
export async function packInto(folder: string, sketch: Sketch): Promise<HostPath> {
  const { name, version = "1.0", base = "debian-12", content = "", packages = [""], key } = sketch;
  const parts = packages.map((part) =>
    subpackage(part, {
      fullpkgname: part === "" ? `${name}-${version}` : `${name}-${part}-${version}`,
      fullpkgpath: part === "" ? `devel/${name}` : `devel/${name},-${part}`,
      files: [],
      ...(part === "" ? {} : { files: [{ pattern: `${part}/**`, span: port().span }] }),
    }),
  );
  const made = port({
    name,
    version,
    pkgpath: `devel/${name}`,
    packages: parts,
    prefix: `/app/vendor/${name}`,
  });
  const digest = `sha256:${"0".repeat(64)}` as RootDigest;
  const job = jobOf(made, { base: { name: base, family: "debian", digest, extensible: true } });
  const top = `app/vendor/${name}`;
  const files = packages.map((part) => [
    `${top}/${part === "" ? "bin" : part}/${name}`,
    `#!/bin/sh\necho ${name}${part} ${version} ${content}\n`,
  ]);
  const scratch = join(folder, "..", `fake-${name}-${version}-${base}-${content.length}`);
  const fakeRoot = writeTree(scratch, Object.fromEntries(files));
  const packed = await packJob(
    packRequest(job, fakeRoot, {
      staging: hostPath(`${scratch}-staging`),
      origin: { ...ORIGIN, ...sketch.origin },
    }),
    { host, report: () => undefined },
    never,
  );
  if (!packed.ok) throw new Error(rendered(packed.error));
  const addition = { folder: hostPath(folder), folderName: "out", packages: packed.value.packages, key };
  const added = await addToFolder(addition, host, never);
  if (!added.ok) throw new Error(rendered(added.error));
  return hostPath(folder);
}

export async function makeKey(folder: string, name: string): Promise<SigningKey> {
  const files = await writeKey({ folder: hostPath(folder), name }, host);
  if (!files.ok) throw new Error(rendered(files.error));
  const key = await readSigningKey(files.value.secret, host);
  if (!key.ok) throw new Error(rendered(key.error));
  return key.value;
}
