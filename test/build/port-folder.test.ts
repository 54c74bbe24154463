import { chmodSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { portFolderFiles } from "../../src/build/build.ts";
import { type HostPath, joinPath, openHost } from "../../src/host/host.ts";
import { portFolder } from "./workshop.ts";

const filesOf = async (folder: HostPath) =>
  await portFolderFiles(
    { portFolder: folder, leftOut: [joinPath(folder, "out")] },
    openHost(),
    new AbortController().signal,
  );

const tree = () =>
  portFolder({ "port.yml": "name: foo", "files/a": "a", "files/b": { link: "a" }, "run.sh": "#!/bin/sh" });

const changes: readonly {
  readonly name: string;
  readonly change: (folder: HostPath) => void;
  readonly counts: boolean;
}[] = [
  { name: "a content", change: (folder) => writeFileSync(join(folder, "files/a"), "b"), counts: true },
  {
    name: "a name",
    change: (folder) => renameSync(join(folder, "files/a"), join(folder, "files/c")),
    counts: true,
  },
  { name: "what can be run", change: (folder) => chmodSync(join(folder, "run.sh"), 0o755), counts: true },
  {
    name: "the umask of a checkout",
    change: (folder) => chmodSync(join(folder, "run.sh"), 0o600),
    counts: false,
  },
  {
    name: "results",
    change: (folder) => renameSync(portFolder({ x: "x" }), join(folder, "out")),
    counts: false,
  },
];

for (const { name, change, counts } of changes) {
  test(`port folder: ${name} ${counts ? "counts" : "does not count"}`, async () => {
    const folder = tree();
    const before = await filesOf(folder);
    expect(before).toEqual(await filesOf(tree()));
    change(folder);
    expect(isDeepStrictEqual(await filesOf(folder), before)).toBe(!counts);
  });
}
