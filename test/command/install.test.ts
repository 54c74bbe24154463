import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { filesOf, publish, releaseOf, serveFiles, stranger } from "../install/published.ts";
import { host, tool } from "../package/support.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { type Ran, runIn } from "./verbs.ts";

beforeEach(() => {
  // A user without keys of his own.
  vi.stubEnv("XDG_CONFIG_HOME", temporaryFolder());
  vi.stubEnv("XDG_CACHE_HOME", temporaryFolder());
});

const FOR = ["--base", "debian-12", "--arch", "x86_64"] as const;

const said = (ran: Ran) => rendered(ran.diagnostics);
const tree = (root: string) => host.scan(root as never)?.entries.map(({ path }) => path) ?? [];

test("install: from a folder, with what it needs; it runs; it is listed, verified and removed again", async () => {
  const { folder, key } = await releaseOf({ name: "lib" }, { name: "foo", depends: ["lib-*:devel/lib"] });
  const root = temporaryFolder();
  const ran = await runIn(root, "install", "foo", "--from", folder, "--key", key, "--root", ".", ...FOR);
  expect(said(ran)).toBe("");
  expect(ran.text).toMatch(
    /^lib-1.0: installed at \/app\/vendor\/lib\nfoo-1.0: installed at \/app\/vendor\/foo\nfrom .*, signed by release \([0-9a-f]{16}\)\n\. .*\/var\/lib\/tarwright\/profile.sh\n$/,
  );
  expect(tool(join(root, "app/vendor/foo/bin/foo"), [])).toBe("foo 1.0\n");
  const again = await runIn(root, "install", "foo", "--from", folder, "--key", key, "--root", ".", ...FOR);
  expect(again.text).toContain("foo-1.0: is there already, at /app/vendor/foo\n");
  const listed = await runIn(root, "installed", "--root", ".");
  expect(listed.text).toMatch(/^foo-1.0 .*, asked, .*\nlib-1.0 .*, needed, .*\n$/);
  const verified = await runIn(root, "verify", "--installed", "--root", ".");
  expect(said(verified)).toBe("");
  expect(said(await runIn(root, "remove", "lib", "--root", "."))).toBe(
    "error[install/needed]: `lib-1.0` can't be removed: `foo-1.0` needs it\n  = help: remove them together: `tarwright remove lib-1.0 foo-1.0`\n",
  );
  const removed = await runIn(root, "remove", "foo", "--root", ".");
  expect(removed.text).toBe("foo-1.0: removed\nnobody needs these any more: tarwright remove lib-1.0\n");
  await runIn(root, "remove", "lib", "--root", ".");
  expect(tree(root).filter((path) => /foo|\/lib\/bin|profile/.test(path))).toEqual([]);
});

test("installed: a package has a line, whatever its comment looks like", async () => {
  const { folder, key } = await releaseOf({ name: "foo", more: { comment: "foo\nbar-2.0  a bar" } });
  const root = temporaryFolder();
  const ran = await runIn(root, "install", "foo", "--from", folder, "--key", key, "--root", ".", ...FOR);
  expect(said(ran)).toBe("");
  const listed = await runIn(root, "installed", "--root", ".");
  expect(listed.text).toMatch(/^foo-1.0 {2}foo bar-2.0 {2}a bar {2}\(.*\)\n$/);
});

test("install: from a server, over requests that name files alone", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  const server = await serveFiles(filesOf(folder));
  const root = temporaryFolder();
  const ran = await runIn(root, "install", "foo", "--from", server.url, "--key", key, "--root", ".", ...FOR);
  expect(said(ran)).toBe("");
  expect(server.requests).toEqual(["/SHA256.sig", "/index.json", "/foo-1.0--debian-12--x86_64.tar.gz"]);
});

test("install: the script for a shell sets the PATH, once", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  const root = temporaryFolder();
  await runIn(root, "install", "foo", "--from", folder, "--key", key, "--root", ".", ...FOR);
  const script = join(root, "var/lib/tarwright/profile.sh");
  const printed = tool("dash", ["-euc", 'PATH=/bin; . "$0"; . "$0"; echo "$PATH"', script]);
  expect(printed).toBe("/app/vendor/foo/bin:/bin\n");
  expect(readFileSync(join(root, "app/.profile.d/tarwright.sh"), "utf8")).toBe(readFileSync(script, "utf8"));
});

test("install: a dyno's build folder stands for /app", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  const app = temporaryFolder();
  const ran = await runIn(app, "install", "foo", "--from", folder, "--key", key, "--app", ".", ...FOR);
  expect(said(ran)).toBe("");
  expect(tool(join(app, "vendor/foo/bin/foo"), [])).toBe("foo 1.0\n");
  expect(readFileSync(join(app, ".profile.d/tarwright.sh"), "utf8")).toContain("'/app/vendor/foo/bin'");
});

const untrusted: readonly {
  readonly name: string;
  readonly args?: (key: string) => readonly string[];
  readonly spoil?: (folder: string) => void | Promise<void>;
  readonly said: string;
}[] = [
  { name: "no key at all", args: () => [], said: "error[usage/no-public-key]" },
  {
    name: "the key that lies beside the packages is none",
    args: () => [],
    said: "error[usage/no-public-key]",
  },
  {
    name: "signed by another key",
    spoil: async (folder) => void (await publish(folder, { name: "bar" }, stranger)),
    said: "error[install/other-key]",
  },
  {
    name: "no signature",
    spoil: (folder) => host.remove(join(folder, "SHA256.sig") as never),
    said: "error[install/unsigned]",
  },
  {
    name: "a list that was changed",
    spoil: (folder) => edit(join(folder, "SHA256.sig"), (text) => text.replace(/= ./, "= f")),
    said: "error[install/forged]",
  },
  {
    name: "an index that was changed",
    spoil: (folder) => edit(join(folder, "index.json"), (text) => text.replace("debian-12", "debian-13")),
    said: "error[install/torn-release]",
  },
  {
    name: "an archive that was changed",
    spoil: (folder) => edit(join(folder, "foo-1.0--debian-12--x86_64.tar.gz"), (text) => `${text}\0`),
    said: ": its SHA-256 is ",
  },
  {
    name: "an archive that was changed: what it should be is told",
    spoil: (folder) => edit(join(folder, "foo-1.0--debian-12--x86_64.tar.gz"), () => ""),
    said: "its SHA-256 is e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, expected ",
  },
];

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, "latin1")), "latin1");
}

for (const { name, args, spoil, said: expected } of untrusted) {
  test(`install: refused, and nothing is written: ${name}`, async () => {
    const { folder, key } = await releaseOf({ name: "foo" });
    await spoil?.(folder);
    const root = temporaryFolder();
    const keys = args?.(key) ?? ["--key", key];
    const ran = await runIn(root, "install", "foo", "--from", folder, "--root", ".", ...keys, ...FOR);
    expect(said(ran)).toContain(expected);
    expect(tree(root)).toEqual([]);
  });
}

test("install: without a signature only for whoever says so", async () => {
  const root = temporaryFolder();
  const folder = join(root, "release");
  await publish(folder, { name: "foo" }, undefined);
  const unsigned = await runIn(
    root,
    "install",
    "foo",
    "--from",
    folder,
    "--insecure-no-signature",
    "--root",
    "r",
    ...FOR,
  );
  expect(said(unsigned)).toBe("");
  expect(unsigned.text).toContain("NOT signed by anybody");
  expect(existsSync(join(root, "r/app/vendor/foo/bin/foo"))).toBe(true);
});
