// Roots of other families than Debian's, synced to lists: with the real dnf and rpm, which Debian has (minutes, and a
// mirror: `TARWRIGHT_BASE_PROOFS=1`), and with the real apk, which comes in `TARWRIGHT_ALPINE_ROOT`, the file of one of
// Alpine's minimal roots for x86_64.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  createFromImage,
  exportBase,
  packRoots,
  syncBase,
  takeRoot,
  type Workshop,
} from "../../src/base/base.ts";
import { type HostPath, joinPath } from "../../src/host/host.ts";
import { keptCache, machine, madeDebian, requestOf, workshopOf } from "../made-base.ts";
import { never, rendered, temporaryFolder } from "../support.ts";
import { saveAsImage, smallAlpine, smallFedora } from "./small-distributions.ts";

/** What syncing says, or nothing. */
async function sync(name: string, lines: readonly string[], workshop: Workshop): Promise<string> {
  const file = joinPath(temporaryFolder(), "target.packages");
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  const here = {
    ...workshop,
    host: { ...workshop.host, folders: { ...workshop.host.folders, working: joinPath(file, "..") } },
  };
  const request = { ...requestOf(name, workshop.host), source: "auto" } as const;
  const synced = await syncBase(request, { kind: "file", file }, here, never);
  return synced.ok ? "" : rendered(synced.error);
}

/** The synced root as it is handed out, and one of its files. */
async function exported(name: string, workshop: Workshop): Promise<(path: string) => string> {
  const out = joinPath(temporaryFolder(), "root.tar");
  const done = await exportBase({ ...requestOf(name, workshop.host), out }, workshop);
  if (!done.ok) throw new Error(rendered(done.error));
  return (path) => execFileSync("tar", ["-xOf", out, `./${path}`], { encoding: "utf8", stdio: "pipe" });
}

async function madeOf(name: string, root: HostPath): Promise<Workshop> {
  const workshop = workshopOf(machine(temporaryFolder()));
  const request = { ...requestOf(name, workshop.host), source: "auto" } as const;
  const made = await createFromImage(request, { run: saveAsImage(root), build: undefined }, workshop, never);
  expect(made.ok ? "" : rendered(made.error)).toBe("");
  return workshop;
}

const hasProofs = process.env["TARWRIGHT_BASE_PROOFS"] !== undefined;
describe.runIf(hasProofs)("sync: with dnf", () => {
  test("sync: a root of rpm's holds exactly the packages of a list, older ones, too", async () => {
    const debian = workshopOf(machine(keptCache));
    const workshop = await madeOf("fedora-43", await smallFedora(await madeDebian(debian), debian));
    const list = ["dnf", "greet-2.0-1.x86_64", "libgreet", "wanted=1.0-1", "epochal-3.1-4.x86_64"];
    expect(await sync("fedora-43", list, workshop)).toBe("");
    const read = await exported("fedora-43", workshop);
    expect(read("usr/share/small/wanted")).toBe("wanted-1.0\n");
    expect(read("usr/share/small/epochal")).toBe("epochal-3.1\n");
    for (const gone of ["usr/share/small/extra", "usr/share/small/extra2", "etc/small/extra.conf.rpmsave"])
      expect(() => read(gone)).toThrow(/Not found in archive/);

    const absent = ["dnf", "greet", "wanted-9-1.noarch", "wantd", "epochal=1:3.1-4"];
    expect(await sync("fedora-43", absent, workshop)).toBe(
      [
        "target.packages:3:1: error[base/package-gone]: no repository has `wanted` in version 9-1 any more",
        "  |\n3 | wanted-9-1.noarch\n  | ^^^^^^^^^^^^^^^^^",
        "  = help: take 1.0-1 or 2.0-1, leave the version out, or add a repository of old versions",
        "target.packages:4:1: error[base/package-gone]: no repository has `wantd` any more",
        "  |\n4 | wantd\n  | ^^^^^\n  = help: did you mean `wanted`?",
        "target.packages:5:1: error[base/package-gone]: no repository has `epochal` in version 1:3.1-4 any more",
        "  |\n5 | epochal=1:3.1-4\n  | ^^^^^^^^^^^^^^^",
        "  = help: take 2:3.1-4, leave the version out, or add a repository of old versions\n",
      ].join("\n"),
    );
    expect(await sync("fedora-43", ["dnf", "greet"], workshop)).toBe(
      "error[base/not-equal]: `libgreet` is not listed, and `greet` can't do without it\n  = help: add `libgreet` to the list\n",
    );
    expect(await sync("fedora-43", ["greet", "libgreet"], workshop)).toContain(
      "error[base/no-manager]: the list of `fedora-43` leaves out `dnf` or `dnf5`",
    );
  }, 900_000);
});

const alpine = process.env["TARWRIGHT_ALPINE_ROOT"];
describe.runIf(alpine)("sync: with apk", () => {
  test("sync: a root of apk's holds exactly the packages of a list, and is the same bytes again", async () => {
    const workshop = await madeOf("alpine-3.21", smallAlpine(alpine ?? ""));
    const own = "alpine-baselayout alpine-baselayout-data alpine-keys apk-tools busybox busybox-binsh";
    const base = `${own} ca-certificates-bundle libcrypto3 libssl3 musl ssl_client zlib`.split(" ");
    const list = [...base, "greet-2.0-r1", "libgreet", "wanted=1.0-r0"];
    expect(await sync("alpine-3.21", list, workshop)).toBe("");
    const read = await exported("alpine-3.21", workshop);
    const there = [...read("lib/apk/db/installed").matchAll(/^P:(.*)$/gm)].map(([, name]) => name);
    expect(there.sort()).toEqual([...base, "greet", "libgreet", "wanted"].sort());
    expect(read("usr/share/small/wanted")).toBe("wanted-1.0-r0\n");
    expect(() => read("etc/extra.conf")).toThrow(/Not found in archive/);

    expect(await sync("alpine-3.21", [...base, "wanted=9-r0", "wantd"], workshop)).toBe(
      [
        "target.packages:13:1: error[base/package-gone]: no repository has `wanted` in version 9-r0 any more",
        "   |\n13 | wanted=9-r0\n   | ^^^^^^^^^^^",
        "  = help: take 1.0-r0 or 2.0-r0, leave the version out, or add a repository of old versions",
        "target.packages:14:1: error[base/package-gone]: no repository has `wantd` any more",
        "   |\n14 | wantd\n   | ^^^^^\n  = help: did you mean `wanted`?\n",
      ].join("\n"),
    );
    expect(await sync("alpine-3.21", [...base, "greet"], workshop)).toBe(
      "error[base/not-equal]: `libgreet` is not listed, and `greet` can't do without it\n  = help: add `libgreet` to the list\n",
    );
    // It has a tar that knows nothing of what a root is packed with for other machines.
    const roots = joinPath(temporaryFolder(), "roots");
    const wanted = [{ name: "alpine-3.21", arch: "x86_64" }] as const;
    const handed = await packRoots(wanted, roots, workshop, never);
    if (!handed.ok) throw new Error(rendered(handed.error));
    const other = workshopOf(machine(temporaryFolder()));
    expect(await takeRoot(wanted[0], { folder: roots, digest: handed.value }, other, never)).toMatchObject({
      ok: true,
    });

    // What was refused has changed nothing, and the same list makes the same root.
    expect((await exported("alpine-3.21", workshop))("etc/apk/world")).toBe(read("etc/apk/world"));
  }, 900_000);
});

test.skipIf(hasProofs && alpine)(
  "sync: with dnf and rpm it takes minutes (TARWRIGHT_BASE_PROOFS=1), with apk a root of Alpine's (TARWRIGHT_ALPINE_ROOT=FILE)",
  () => undefined,
);
