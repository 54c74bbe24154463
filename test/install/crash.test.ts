// An update is killed before each of its steps on the disk, and the next command finds all of the old or all of the new.

import { join } from "node:path";
import { expect, test } from "vitest";
import { type Host, hostPath, openHost } from "../../src/host/host.ts";
import {
  installPackages,
  parseWish,
  readInstalled,
  readPlace,
  recover,
  rootSite,
  updatePackages,
} from "../../src/install/install.ts";
import { host, tool } from "../package/support.ts";
import { never, rendered, temporaryFolder } from "../support.ts";
import { publish, release, releaseOf } from "./published.ts";

const trust = { kind: "required", keys: [release] } as const;
const means = { host, report: () => undefined };

class Killed extends Error {}

/** Steps that change the disk. Once `left` of them were taken, this process does nothing more, not even clear up. */
function mortal(left: number): Host {
  let taken = 0;
  const step = <A extends readonly unknown[], R>(action: (...args: A) => R) => {
    return (...args: A): R => {
      if (taken >= left) throw new Killed();
      taken += 1;
      return action(...args);
    };
  };
  const real = openHost();
  const { rename, writeFile, createFile, remove, makeFolder } = real;
  return {
    ...real,
    rename: step(rename),
    writeFile: step(writeFile),
    createFile: step(createFile),
    remove: step(remove),
    makeFolder: step(makeFolder),
    // Gone when the next one looks.
    processMark: async () => "1-0",
  };
}

/** Every file and link below a root, by its digest. */
function content(root: string): string {
  const script =
    "find . -path ./var/lib/tarwright/transaction.json -o -type f -print0 -o -type l -print0 | sort -z | xargs -0 sha256sum";
  return tool("sh", ["-c", script], root);
}

async function prepared() {
  const { folder } = await releaseOf(
    { name: "lib", files: { "lib/a": "1", "lib/b": "1", "share/only-old": "old" } },
    { name: "foo", depends: ["lib-*:devel/lib"] },
  );
  const root = temporaryFolder();
  const place = await readPlace(folder, host);
  const wish = parseWish("foo");
  if (!place.ok || !wish.ok) throw new Error("no place");
  const site = rootSite(root);
  const request = {
    aim: { kind: "newest", wishes: [wish.value], remember: undefined },
    site,
    places: [place.value],
    trust,
    bases: ["debian-12"],
    arch: "x86_64",
    prefix: undefined,
    libraryPath: undefined,
    setuid: "refuse",
    linking: "none",
    tools: undefined,
  } as const;
  const installed = await installPackages(request, means, never);
  if (!installed.ok) throw new Error(rendered(installed.error));
  // A file of the user's own keeps one of the folders from being moved as a whole.
  await host.writeFile(hostPath(join(root, "app/vendor/lib/etc/mine")), "mine");
  // One of the package's that was edited goes out of the way, and stays.
  await host.writeFile(hostPath(join(root, "app/vendor/lib/lib/b")), "edited");
  await publish(folder, {
    name: "lib",
    version: "1.1",
    files: { "lib/a": "2", "lib/b": "2", "share/only-new": "new" },
  });
  await publish(folder, { name: "foo", version: "1.1", depends: ["lib-*:devel/lib"] });
  return { site, root, places: [place.value] };
}

test("update: killed before each of its steps, it leaves the old or the new, and what the user made or edited", async () => {
  const { site, root, places } = await prepared();
  const request = { site, wishes: [], places, trust, setuid: "refuse" } as const;
  const before = content(root);
  const copy = temporaryFolder();
  tool("cp", ["-a", `${root}/.`, copy]);
  const outcomes = { old: 0, new: 0 };
  for (let left = 0, end: unknown; end === undefined; left += 1) {
    tool("sh", ["-c", 'rm -rf "$1" && cp -a "$2" "$1"', "sh", root, copy]);
    const killed = { ...means, host: mortal(left) };
    end = await updatePackages(request, killed, never).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    expect(await recover(site, host)).toEqual({ ok: true, value: undefined });
    const installed = await readInstalled(site, host);
    const names = installed.ok ? installed.value.map((one) => one.package.fullpkgname).join(" ") : "";
    if (names === "foo-1.0 lib-1.0") {
      expect(content(root)).toBe(before);
      outcomes.old += 1;
    } else {
      expect(names).toBe("foo-1.1 lib-1.1");
      const [a, mine] = ["lib/a", "etc/mine"].map((path) => join(root, "app/vendor/lib", path));
      expect(tool("cat", [a ?? "", mine ?? ""])).toBe("2mine");
      expect(tool("sh", ["-c", "cat lib/b*"], join(root, "app/vendor/lib"))).toBe("2edited");
      expect(
        host.scan(hostPath(join(root, "app/vendor/lib/share")))?.entries.map(({ path }) => path),
      ).toEqual(["only-new"]);
      outcomes.new += 1;
    }
    expect(
      host.scan(root)?.entries.filter(({ path }) => /(^|\/)\.tarwright-|transaction/.test(path)),
    ).toEqual([]);
  }
  expect(outcomes.old).toBeGreaterThan(15);
  expect(outcomes.new).toBeGreaterThan(3);
});
