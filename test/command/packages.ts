// A folder with one unsigned package, for verbs that work on packages.

import { type HostPath, hostPath, joinPath } from "../../src/host/host.ts";
import { addToFolder, packJob } from "../../src/package/package.ts";
import { host, jobOf, packRequest, port, writeTree } from "../package/support.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

/** Answers its archive. */
export async function packedIn(folder: string): Promise<HostPath> {
  const fakeRoot = writeTree(temporaryFolder(), {
    "app/vendor/foo/bin/foo": "#!/bin/sh\necho foo\n",
    "app/vendor/foo/share/a": "a",
  });
  const packed = await packJob(
    packRequest(jobOf(port()), fakeRoot),
    { host, report: () => undefined },
    never,
  );
  if (!packed.ok) throw new Error(rendered(packed.error));
  const { packages } = packed.value;
  const added = await addToFolder(
    { folder: hostPath(folder), folderName: "out", packages, key: undefined },
    host,
    never,
  );
  if (!added.ok) throw new Error(rendered(added.error));
  return joinPath(hostPath(folder), added.value.added[0]?.file ?? "");
}
