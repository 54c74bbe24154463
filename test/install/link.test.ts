// Links in the system tree, versions side by side, settings: installed and removed by the verbs, seen by the real tools.

import { existsSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { type Host, hostPath, openHost } from "../../src/host/host.ts";
import {
  installPackages,
  parseWish,
  readInstalled,
  readPlace,
  recover,
  rootSite,
} from "../../src/install/install.ts";
import { type Ran, runIn } from "../command/verbs.ts";
import { host, tool, writeTree } from "../package/support.ts";
import { never, rendered, temporaryFolder } from "../support.ts";
import { type Published, release, releaseOf } from "./published.ts";

beforeEach(() => {
  vi.stubEnv("XDG_CONFIG_HOME", temporaryFolder());
  vi.stubEnv("XDG_CACHE_HOME", temporaryFolder());
});

const said = (ran: Ran) => rendered(ran.diagnostics);
const FOR = ["--base", "debian-12", "--arch", "x86_64", "--root", "."] as const;

const joe = (version: string, more: Partial<Published> = {}): Published => ({
  name: "Joe",
  version,
  layout: "programs",
  files: {
    "bin/joe": `#!/bin/sh\necho joe ${version}\n`,
    "sbin/joed": "#!/bin/sh\n",
    "lib/libjoe.so.1": version,
    "lib/libjoe.so": "→ libjoe.so.1",
    "share/man/man1/joe.1": "joe",
    "man/man5/joerc.5": "joerc",
    "Resources/Defaults/Settings/joe/joerc": `default of ${version}\n`,
    "doc/README": "not linked",
  },
  ...more,
});

/** Links below a root, as `PATH → TARGET`; other files of the system tree as `PATH`. */
function seen(root: string): readonly string[] {
  const found = host.scan(hostPath(root))?.entries ?? [];
  return found
    .filter(({ path, status }) => status.kind !== "folder" && !/^Programs\/[^/]+\/[0-9]|^var\//.test(path))
    .map(({ path, status, target }) => (status.kind === "link" ? `${path} → ${target}` : path));
}

const LINKS = (version: string) => [
  `Programs/Joe/Current → ${version}`,
  "Programs/Joe/Settings/joe/joerc",
  `System/Index/bin/joe → ../../../Programs/Joe/${version}/bin/joe`,
  `System/Index/bin/joed → ../../../Programs/Joe/${version}/sbin/joed`,
  `System/Index/lib/libjoe.so → ../../../Programs/Joe/${version}/lib/libjoe.so`,
  `System/Index/lib/libjoe.so.1 → ../../../Programs/Joe/${version}/lib/libjoe.so.1`,
  `System/Index/share/man/man1/joe.1 → ../../../../../Programs/Joe/${version}/share/man/man1/joe.1`,
  `System/Index/share/man/man5/joerc.5 → ../../../../../Programs/Joe/${version}/man/man5/joerc.5`,
  "System/Settings/joe/joerc → ../../../Programs/Joe/Settings/joe/joerc",
];

async function site(...packages: readonly Published[]) {
  const { folder, key } = await releaseOf(...packages);
  const root = temporaryFolder();
  const install = (...words: readonly string[]) =>
    runIn(root, "install", ...words, "--from", folder, "--key", key, ...FOR);
  const remove = (...words: readonly string[]) => runIn(root, "remove", ...words, "--root", ".");
  return { root, folder, key, install, remove };
}

test("install --link: two versions side by side, the last one current; each remove gives back what was before", async () => {
  const { root, install, remove } = await site(joe("3.6"), joe("3.7"));
  expect(said(await install("Joe-3.6", "--link"))).toBe("");
  expect(seen(root)).toEqual(LINKS("3.6"));
  expect(tool(join(root, "System/Index/bin/joe"), [])).toBe("joe 3.6\n");
  expect(said(await install("Joe-3.7", "--link"))).toBe("");
  expect(seen(root)).toEqual(LINKS("3.7"));
  expect(tool(join(root, "Programs/Joe/3.6/bin/joe"), [])).toBe("joe 3.6\n");
  // Linked again, it is the current one again.
  expect(said(await install("Joe-3.6", "--link"))).toBe("");
  expect(seen(root).filter((path) => path.includes("Current"))).toEqual(["Programs/Joe/Current → 3.6"]);
  expect(said(await remove("Joe-3.6"))).toBe("");
  expect(seen(root)).toEqual(LINKS("3.7"));
  expect(readFileSync(join(root, "Programs/Joe/Settings/joe/joerc"), "utf8")).toBe("default of 3.7\n");
  expect(said(await remove("Joe-3.7"))).toBe("");
  expect(seen(root)).toEqual([]);
  expect(existsSync(join(root, "System"))).toBe(false);
  expect(existsSync(join(root, "Programs"))).toBe(false);
});

test("install --link: without it nothing is linked, and what is linked stays so", async () => {
  const { root, install } = await site(joe("3.6"), joe("3.7"));
  await install("Joe-3.6", "--link");
  expect(said(await install("Joe-3.7"))).toBe("");
  expect(seen(root)).toEqual(LINKS("3.6"));
});

test("install --link: layout vendor, in a tree of one's choice; folders that were there stay", async () => {
  const { root, install, remove } = await site({ name: "foo" });
  writeTree(root, { "opt/all/bin/": "" });
  expect(said(await install("foo", "--link=/opt/all"))).toBe("");
  expect(seen(root)).toContain("opt/all/bin/foo → ../../../app/vendor/foo/bin/foo");
  await remove("foo");
  expect(seen(root)).toEqual([]);
  expect(existsSync(join(root, "opt/all/bin"))).toBe(true);
});

test("install --link: two programs bring one name: the first keeps it, and when it goes the other has it", async () => {
  const { root, install, remove } = await site(
    joe("3.6"),
    joe("1.0", { name: "Jupp", files: { "bin/joe": "#!/bin/sh\n", "bin/jupp": "#!/bin/sh\n" } }),
  );
  await install("Joe", "--link");
  const ran = await install("Jupp", "--link");
  expect(said(ran)).toBe(
    "warning[install/link-conflict]: `Jupp-1.0` has no link at `/System/Index/bin/joe`, which is `Joe-3.6`'s\n  = help: call it by its own path; `tarwright remove Joe-3.6` makes room for the link\n",
  );
  expect(readlinkSync(join(root, "System/Index/bin/joe"))).toContain("Joe/3.6");
  expect(existsSync(join(root, "System/Index/bin/jupp"))).toBe(true);
  await remove("Joe");
  expect(readlinkSync(join(root, "System/Index/bin/joe"))).toContain("Jupp/1.0");
});

const inTheWay: readonly {
  readonly name: string;
  readonly put: (root: string) => void;
  readonly left: string;
}[] = [
  {
    name: "a file",
    put: (root) => void writeTree(root, { "System/Index/bin/joe": "mine" }),
    left: "/System/Index/bin/joe",
  },
  {
    name: "a link of somebody's",
    put: (root) => {
      writeTree(root, { "System/Index/bin/": "" });
      symlinkSync("/mine", join(root, "System/Index/bin/joe"));
    },
    left: "/System/Index/bin/joe",
  },
  {
    name: "a file where a folder must be",
    put: (root) => void writeTree(root, { "System/Index/share/man": "mine" }),
    left: "/System/Index/share/man/man1/joe.1",
  },
];

for (const { name, put, left } of inTheWay) {
  test(`install --link: ${name} is in the way: it stays, is told, and is there after remove`, async () => {
    const { root, install, remove } = await site(joe("3.6"));
    put(root);
    const before = seen(root);
    const ran = await install("Joe", "--link");
    expect(
      ran.diagnostics.every(
        ({ code, severity }) => code === "install/link-in-the-way" && severity === "warning",
      ),
    ).toBe(true);
    expect(said(ran)).toContain(`\`Joe-3.6\` has no link at \`${left}\``);
    expect(seen(root)).toContain("Programs/Joe/Current → 3.6");
    await remove("Joe");
    expect(seen(root)).toEqual(before);
  });
}

test("install --link: what somebody made of a link since is his, and stays", async () => {
  const { root, install, remove } = await site(joe("3.6"));
  await install("Joe", "--link");
  rmSync(join(root, "System/Index/bin/joe"));
  writeFileSync(join(root, "System/Index/bin/joe"), "mine");
  await remove("Joe");
  expect(seen(root)).toEqual(["System/Index/bin/joe"]);
});

const brokenLinks: readonly {
  readonly name: string;
  readonly harm: (link: string) => void;
  readonly what: string;
}[] = [
  { name: "removed", harm: rmSync, what: "missing" },
  {
    name: "a file instead",
    harm: (link) => {
      rmSync(link);
      writeFileSync(link, "mine");
    },
    what: "another kind",
  },
  {
    name: "leads elsewhere",
    harm: (link) => {
      rmSync(link);
      symlinkSync("/bin/true", link);
    },
    what: "another target",
  },
];

for (const { name, harm, what } of brokenLinks) {
  test(`verify --installed: sees a link of the system tree that is ${name}`, async () => {
    const { root, install } = await site(joe("3.6"), joe("3.7"));
    await install("Joe-3.6", "--link");
    await install("Joe-3.7", "--link");
    const verify = async () => await runIn(root, "verify", "--installed", "--root", ".");
    const before = await verify();
    expect(said(before)).toBe("");
    expect(before.text).toMatch(
      /^Joe-3\.7: as it was installed in .* files and folders, 8 links to them\)$/m,
    );
    harm(join(root, "System/Index/bin/joe"));
    expect(said(await verify())).toBe(
      `error[install/changed]: \`Joe-3.7\` is not as it was installed:\n  the link \`/System/Index/bin/joe\`: ${what}\n  = help: move away what is there now, then install it with \`--link\` again\n`,
    );
  });
}

test("installed: tells which version is the current one", async () => {
  const { root, install } = await site(joe("3.6"), joe("3.7"), { name: "foo" });
  for (const name of ["Joe-3.7", "Joe-3.6"]) await install(name, "--link");
  await install("foo");
  const { text } = await runIn(root, "installed", "--root", ".");
  const lines = text?.split("\n").map((line) => line.replace(/, from .*/, "")) ?? [];
  expect(lines.map((line) => line.replace(/^(\S+) .*\(/, "$1 "))).toEqual([
    "Joe-3.6 /Programs/Joe/3.6, asked, current",
    "Joe-3.7 /Programs/Joe/3.7, asked, not current",
    "foo-1.0 /app/vendor/foo, asked",
    "",
  ]);
});

test("install --link: a tree that a link leads out of the root is refused", async () => {
  const { root, install } = await site(joe("3.6"));
  writeTree(root, { "System/": "" });
  symlinkSync(temporaryFolder(), join(root, "System/Index"));
  const ran = await install("Joe", "--link");
  expect(ran.diagnostics.map(({ code }) => code)).toContain("install/link-in-root");
  expect(seen(root).filter((path) => path.startsWith("Programs"))).toEqual([]);
});

const settings: readonly {
  readonly name: string;
  readonly edit?: (file: string) => void;
  readonly next?: string;
  readonly after: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
  readonly left: readonly string[];
}[] = [
  {
    name: "unchanged: it follows the new default",
    after: { joerc: "default of 3.7\n" },
    codes: [],
    left: [],
  },
  {
    name: "changed: it stays, the new default lies beside",
    edit: (file) => writeFileSync(file, "mine\n"),
    after: { joerc: "mine\n", "joerc.tarwright-default": "default of 3.7\n" },
    codes: ["install/setting-kept"],
    left: ["Programs/Joe/Settings/joe/joerc"],
  },
  {
    name: "changed, and the default is the same as before: nothing is said",
    edit: (file) => writeFileSync(file, "mine\n"),
    next: "default of 3.6\n",
    after: { joerc: "mine\n" },
    codes: [],
    left: ["Programs/Joe/Settings/joe/joerc"],
  },
  {
    name: "removed: it stays away",
    edit: (file) => rmSync(file),
    after: {},
    codes: [],
    left: [],
  },
];

for (const { name, edit, next, after, codes, left } of settings) {
  test(`settings of a program: ${name}`, async () => {
    const other = joe("3.7");
    const files = { ...other.files, ...(next ? { "Resources/Defaults/Settings/joe/joerc": next } : {}) };
    const { root, install, remove } = await site(joe("3.6"), { ...other, files });
    await install("Joe-3.6", "--link");
    const folder = join(root, "Programs/Joe/Settings/joe");
    edit?.(join(folder, "joerc"));
    const ran = await install("Joe-3.7", "--link");
    expect(ran.diagnostics.map(({ code }) => code)).toEqual(codes);
    const names = host.scan(hostPath(folder))?.entries.map(({ path }) => path) ?? [];
    expect(Object.fromEntries(names.map((one) => [one, readFileSync(join(folder, one), "utf8")]))).toEqual(
      after,
    );
    await remove("Joe-3.7");
    await remove("Joe-3.6");
    expect(seen(root)).toEqual(left);
  });
}

test("update: a linked package's successor is linked in its place", async () => {
  const { root, folder, key, install } = await site({ name: "foo" });
  await install("foo", "--link");
  const { publish } = await import("./published.ts");
  await publish(folder, {
    name: "foo",
    version: "2.0",
    files: { "bin/foo": "#!/bin/sh\necho 2\n", "bin/more": "#!/bin/sh\n" },
  });
  const ran = await runIn(root, "update", "--key", key, "--root", ".");
  expect(said(ran)).toBe("");
  expect(tool(join(root, "usr/local/bin/foo"), [])).toBe("2\n");
  expect(existsSync(join(root, "usr/local/bin/more"))).toBe(true);
});

class Killed extends Error {}

/** Once `left` steps that change the disk were taken, this process does nothing more, not even clear up. */
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
  return {
    ...real,
    rename: step(real.rename),
    writeFile: step(real.writeFile),
    createFile: step(real.createFile),
    makeLink: step(real.makeLink),
    copyFile: step(real.copyFile),
    remove: step(real.remove),
    makeFolder: step(real.makeFolder),
    processMark: async () => "1-0",
  };
}

test("install --link: killed before each of its steps, the next command finds all of it or nothing", async () => {
  const { root, folder, install } = await site(joe("3.6"), joe("3.7"));
  await install("Joe-3.6", "--link");
  writeFileSync(join(root, "Programs/Joe/Settings/joe/joerc"), "mine\n");
  const place = await readPlace(folder, host);
  const wish = parseWish("Joe-3.7");
  if (!place.ok || !wish.ok) throw new Error("no place");
  const request = {
    aim: { kind: "newest", wishes: [wish.value], remember: undefined },
    site: rootSite(root),
    places: [place.value],
    trust: { kind: "required", keys: [release] },
    bases: ["debian-12"],
    arch: "x86_64",
    prefix: undefined,
    libraryPath: undefined,
    setuid: "refuse",
    linking: { tree: undefined },
    tools: undefined,
  } as const;
  const before = seen(root);
  const copy = temporaryFolder();
  tool("cp", ["-a", `${root}/.`, copy]);
  const outcomes = { old: 0, new: 0 };
  for (let left = 0, end: unknown; end === undefined; left += 1) {
    tool("sh", ["-c", 'rm -rf "$1" && cp -a "$2" "$1"', "sh", root, copy]);
    const means = { host: mortal(left), report: () => undefined };
    end = await installPackages(request, means, never).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    expect(await recover(request.site, host)).toEqual({ ok: true, value: undefined });
    const installed = await readInstalled(request.site, host);
    const isNew = installed.ok && installed.value.length === 2;
    const { old, new: fresh } = outcomes;
    Object.assign(outcomes, isNew ? { new: fresh + 1 } : { old: old + 1 });
    const expected = LINKS("3.7").flatMap((path) => [
      path,
      ...(path === "Programs/Joe/Settings/joe/joerc" ? [`${path}.tarwright-default`] : []),
    ]);
    expect(seen(root)).toEqual(isNew ? expected : before);
    expect(readFileSync(join(root, "Programs/Joe/Settings/joe/joerc"), "utf8")).toBe("mine\n");
  }
  expect(outcomes.old).toBeGreaterThan(20);
  expect(outcomes.new).toBeGreaterThan(3);
});
