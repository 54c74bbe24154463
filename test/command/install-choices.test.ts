import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { joinPath } from "../../src/host/host.ts";
import { filesOf, type Published, publish, releaseOf, serveFiles } from "../install/published.ts";
import { host, tool } from "../package/support.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { type Ran, runIn } from "./verbs.ts";

beforeEach(() => {
  vi.stubEnv("XDG_CONFIG_HOME", temporaryFolder());
  vi.stubEnv("XDG_CACHE_HOME", temporaryFolder());
});

const FOR = ["--base", "debian-12", "--arch", "x86_64", "--root", "."] as const;
const said = (ran: Ran) => rendered(ran.diagnostics);
const names = async (root: string) =>
  ((await runIn(root as never, "installed", "--root", ".")).text ?? "")
    .split("\n")
    .map((line) => line.split(" ")[0])
    .filter(Boolean);

const versions: readonly Published[] = [
  { name: "joe", version: "3.7" },
  { name: "joe", version: "4.4" },
  { name: "joe", version: "4.6" },
  { name: "joe", version: "4.6", flavor: "no_x11" },
  { name: "joe", version: "4.7rc1" },
  { name: "joe", version: "5.0" },
];
const chosen: readonly { readonly spec: string; readonly name: string }[] = [
  { spec: "joe", name: "joe-5.0" },
  { spec: "Joe", name: "joe-5.0" },
  { spec: "joe@^4.6", name: "joe-4.6" },
  { spec: "joe@~4.4", name: "joe-4.4" },
  { spec: "joe@<4", name: "joe-3.7" },
  { spec: "joe@4.x", name: "joe-4.6" },
  { spec: "joe-4.*-no_x11", name: "joe-4.6-no_x11" },
  { spec: "joe->=4,<4.5", name: "joe-4.4" },
  { spec: "joe-4.7rc1", name: "joe-4.7rc1" },
  { spec: "devel/joe,no_x11", name: "joe-4.6-no_x11" },
];
test("install: what a spec chooses", async () => {
  const { folder, key } = await releaseOf(...versions);
  for (const { spec, name } of chosen) {
    const root = temporaryFolder();
    const ran = await runIn(root, "install", spec, "--from", folder, "--key", key, ...FOR);
    expect([spec, said(ran)]).toEqual([spec, ""]);
    expect([spec, ...(await names(root))]).toEqual([spec, name]);
  }
});

const refused: readonly { readonly name: string; readonly args: readonly string[]; readonly said: string }[] =
  [
    { name: "an unknown name", args: ["jo"], said: "error[install/not-found]" },
    {
      name: "a version that is not there",
      args: ["joe@^6"],
      said: "has no package `joe@^6` for `debian-12`",
    },
    {
      name: "another base",
      args: ["joe", "--base", "alpine-3.22"],
      said: "only for `debian-12` on `x86_64`",
    },
    {
      name: "what is no spec",
      args: ["joe@what"],
      said: "error[install/not-a-spec]: `joe@what` names no package",
    },
    {
      name: "two of one stem",
      args: ["joe-3.7", "joe-5.0"],
      said: "`joe-3.7` and `joe-5.0` can't be installed side by side",
    },
    { name: "nothing", args: [], said: "error[usage/no-package]" },
    {
      name: "plain http to another machine",
      args: ["joe", "--from", "http://example.org/x"],
      said: "error[install/plain-http]",
    },
  ];
test("install: refused, with what would do", async () => {
  const { folder, key } = await releaseOf(...versions);
  for (const { name, args, said: expected } of refused) {
    const root = temporaryFolder();
    const ran = await runIn(root, "install", "--from", folder, "--key", key, ...FOR, ...args);
    expect([name, said(ran)]).toEqual([name, expect.stringContaining(expected)]);
    expect(host.scan(root)?.entries).toEqual([]);
  }
});

test("install: the same file in two packages is refused, with both names", async () => {
  const { folder, key } = await releaseOf({ name: "one" });
  await publish(folder, { name: "two", more: { fullpkgname: "two-1.0" } });
  const root = temporaryFolder();
  expect(said(await runIn(root, "install", "one", "--from", folder, "--key", key, ...FOR))).toBe("");
  const shared = await runIn(
    root,
    "install",
    "two",
    "--from",
    folder,
    "--key",
    key,
    ...FOR,
    "--prefix",
    "/app/vendor/one",
  );
  expect(said(shared)).toMatch(
    /`two-1.0` brings `.*\/app\/vendor\/one\/Resources\/Architecture`, which is `one-1.0`'s/,
  );
  expect(await names(root)).toEqual(["one-1.0"]);
});

test("install: elsewhere, what can lie elsewhere; what can't says why", async () => {
  const { folder, key } = await releaseOf(
    { name: "free" },
    { name: "fixed", files: { "etc/fixedrc": "data=/app/vendor/fixed/share\n" } },
  );
  const root = temporaryFolder();
  const moved = await runIn(
    root,
    "install",
    "free",
    "--from",
    folder,
    "--key",
    key,
    ...FOR,
    "--prefix",
    "/opt/{name}",
  );
  expect(said(moved)).toBe("");
  expect(tool(join(root, "opt/free/bin/free"), [])).toBe("free 1.0\n");
  expect(readFileSync(join(root, "var/lib/tarwright/profile.sh"), "utf8")).toContain("'/opt/free/bin'");
  const stuck = await runIn(
    root,
    "install",
    "fixed",
    "--from",
    folder,
    "--key",
    key,
    ...FOR,
    "--prefix",
    "/opt/{name}",
  );
  expect(said(stuck)).toContain(
    "error[install/not-relocatable]: `fixed-1.0` can't be installed at `/opt/fixed`: `etc/fixedrc` names its prefix `/app/vendor/fixed`",
  );
});

test("install: --lock pins, --frozen repeats it, and nothing else will do", async () => {
  const { folder, key } = await releaseOf({ name: "lib" }, { name: "foo", depends: ["lib-*:devel/lib"] });
  const root = temporaryFolder();
  await runIn(root, "install", "foo", "--from", folder, "--key", key, ...FOR, "--lock");
  const lock = JSON.parse(readFileSync(join(root, "tarwright.lock"), "utf8"));
  expect(lock.packages.map((one: { file: string; why: string }) => [one.file, one.why])).toEqual([
    ["lib-1.0--debian-12--x86_64.tar.gz", "needed"],
    ["foo-1.0--debian-12--x86_64.tar.gz", "asked"],
  ]);
  expect(lock.key.id).toMatch(/^[0-9a-f]{16}$/);
  const other = ["--base", "debian-12", "--arch", "x86_64", "--root", "other"];
  expect(said(await runIn(root, "install", "--frozen", ...other))).toBe("");
  expect(tool(join(root, "other/app/vendor/foo/bin/foo"), [])).toBe("foo 1.0\n");
  await publish(folder, { name: "lib", files: { "share/changed": "changed" } });
  const third = ["--base", "debian-12", "--arch", "x86_64", "--root", "third"];
  expect(said(await runIn(root, "install", "--frozen", ...third))).toContain(
    "error[install/frozen]: `lib-1.0` is locked as `lib-1.0--debian-12--x86_64.tar.gz` with the SHA-256",
  );
});

test("update: newer ones by their place, under the key that signed what is there", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  const root = temporaryFolder();
  await runIn(root, "install", "foo", "--from", folder, "--key", key, ...FOR);
  expect((await runIn(root, "update", "--root", ".")).text).toBe("everything is as new as it can be\n");
  await publish(folder, { name: "foo", version: "1.1" });
  const updated = await runIn(root, "update", "--root", ".");
  expect(said(updated)).toBe("");
  expect(updated.text).toBe("foo-1.0: updated to foo-1.1\n");
  expect(tool(join(root, "app/vendor/foo/bin/foo"), [])).toBe("foo 1.1\n");
  expect(await names(root)).toEqual(["foo-1.1"]);
});

test("update: a release that is published to meanwhile is read once more, from its signed list", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  const before = temporaryFolder();
  let asked = 0;
  const server = await serveFiles((path) => {
    if (path === "/SHA256.sig") asked += 1;
    // The lists of one release, and the archive of the next.
    return filesOf(asked === 2 && !path.endsWith(".tar.gz") ? before : folder)(path);
  });
  const root = temporaryFolder();
  await runIn(root, "install", "foo", "--from", server.url, "--key", key, ...FOR);
  await publish(folder, { name: "foo", version: "1.1" });
  tool("cp", ["-a", `${folder}/.`, before]);
  await publish(folder, { name: "foo", version: "1.1", files: { "bin/foo": "#!/bin/sh\necho new\n" } });
  const updated = await runIn(root, "update", "--root", ".");
  expect(said(updated)).toBe("");
  expect(tool(join(root, "app/vendor/foo/bin/foo"), [])).toBe("new\n");
  expect(server.requests.filter((path) => path.includes("foo-1.1"))).toHaveLength(2);
});

const departing = [
  {
    verb: "update",
    args: [],
    left: ["bin/foo", "etc/foorc", "etc/foorc.tarwright-saved.1", "l.tarwright-saved"],
  },
  { verb: "remove", args: ["foo"], left: ["etc/foorc.tarwright-saved.1", "l.tarwright-saved"] },
] as const;
for (const { verb, args, left } of departing) {
  test(`${verb}: what somebody edited is kept beside, and told`, async () => {
    const { folder, key } = await releaseOf({
      name: "foo",
      files: { "bin/foo": "#!/bin/sh\n", "etc/foorc": "a", "var/old": "b", l: "→ var/old" },
    });
    const root = temporaryFolder();
    await runIn(root, "install", "foo", "--from", folder, "--key", key, ...FOR);
    const at = (path: string) => join(root, "app/vendor/foo", path);
    writeFileSync(at("etc/foorc"), "mine");
    writeFileSync(at("etc/foorc.tarwright-saved"), "older");
    tool("sh", ["-ec", 'ln -sfn /elsewhere "$1"; chmod 700 "$2"', "sh", at("l"), at("var/old")]);
    await publish(folder, {
      name: "foo",
      version: "1.1",
      files: { "bin/foo": "#!/bin/sh\n", "etc/foorc": "new" },
    });
    const ran = await runIn(root, verb, ...args, "--root", ".");
    const warned = ran.diagnostics.map(({ severity, code, message }) => [severity, code, message]);
    const kept = (path: string, as: string) => [
      "warning",
      "install/kept-aside",
      `\`${at(path)}\` was changed since it was installed: it is kept as \`${at(as)}\``,
    ];
    expect(warned).toEqual([
      kept("etc/foorc", "etc/foorc.tarwright-saved.1"),
      kept("l", "l.tarwright-saved"),
    ]);
    expect(readFileSync(at("etc/foorc.tarwright-saved.1"), "utf8")).toBe("mine");
    expect(readFileSync(at("etc/foorc.tarwright-saved"), "utf8")).toBe("older");
    const files = host.scan(at("") as never)?.entries.filter((one) => one.status.kind !== "folder") ?? [];
    const paths = files.map(({ path }) => path).filter((path) => !path.startsWith("Resources/"));
    expect(paths.sort()).toEqual([...left, "etc/foorc.tarwright-saved"].sort());
    expect(said(await runIn(root, "verify", "--installed", "--root", "."))).toBe("");
  });
}

test("verify --installed: every change is told by its name", async () => {
  const { folder, key } = await releaseOf({
    name: "foo",
    files: { "bin/foo": "#!/bin/sh\n", a: "a", b: "b", l: "→ a" },
  });
  const root = temporaryFolder();
  await runIn(root, "install", "foo", "--from", folder, "--key", key, ...FOR);
  const at = (path: string) => join(root, "app/vendor/foo", path);
  writeFileSync(at("a"), "x");
  tool("sh", ["-c", 'rm "$1" && ln -sf b "$2" && chmod 600 "$3"', "sh", at("b"), at("l"), at("bin/foo")]);
  const text = said(await runIn(root, "verify", "--installed", "--root", "."));
  expect(
    text
      .split("\n")
      .slice(1, 5)
      .map((line) => line.replace(/^.*\/foo\//, "")),
  ).toEqual(["a`: changed", "b`: missing", "bin/foo`: another mode", "l`: another target"]);
});

/** A repository as a browser sees it, and GitHub's API for who must ask it. */
async function repository(releases: Readonly<Record<string, string>>, latest: string) {
  const page = /^\/o\/r\/releases\/(latest|tag\/.*|download\/([^/]+)\/(.*))$/;
  const server = await serveFiles((path) => {
    if (path.startsWith("/api/repos/o/r/releases"))
      return JSON.stringify(Object.keys(releases).map(releaseJson));
    const [, what = "", tag = "", file = ""] = page.exec(path) ?? [];
    if (what === "latest") return { location: `/o/r/releases/tag/${latest}` };
    if (what.startsWith("tag/")) return "a page";
    const folder = releases[decodeURIComponent(tag)];
    return folder === undefined ? undefined : filesOf(folder)(file);
  });
  vi.stubEnv("GITHUB_SERVER_URL", server.url);
  vi.stubEnv("GITHUB_API_URL", `${server.url}/api`);
  return server;
}

function releaseJson(tag: string, id: number) {
  const url = "https://uploads.example.org/assets{?name,label}";
  return {
    id: id + 1,
    tag_name: tag,
    draft: false,
    upload_url: url,
    html_url: "https://example.org",
    body: "",
  };
}

test("install: OWNER/REPO is its newest release that has it, and GitHub's API is asked only when it must be", async () => {
  const [old, recent] = [await releaseOf({ name: "foo" }), await releaseOf({ name: "bar" })];
  const server = await repository({ "v2+1": recent.folder, v1: old.folder }, "v2+1");
  const root = temporaryFolder();
  const bar = await runIn(root, "install", "bar", "--from", "o/r", "--key", recent.key, ...FOR, "--lock");
  expect(said(bar)).toBe("");
  expect(JSON.parse(readFileSync(join(root, "tarwright.lock"), "utf8")).from).toBe("o/r@v2+1");
  expect(server.requests.filter((path) => path.startsWith("/api"))).toEqual([]);
  const foo = await runIn(root, "install", "foo", "--from", "o/r", "--key", old.key, ...FOR);
  expect(said(foo)).toBe("");
  expect(server.requests.filter((path) => path.startsWith("/api"))).toHaveLength(1);
  const tagged = await runIn(root, "install", "foo", "--from", "o/r@v2+1", "--key", old.key, ...FOR);
  expect(said(tagged)).toContain("`o/r@v2+1` has no package `foo`");
});

test("install: a newest release whose tag is no text is told, and nothing breaks", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  await repository({ v1: folder }, "%zz");
  const ran = await runIn(temporaryFolder(), "install", "foo", "--from", "o/r", "--key", key, ...FOR);
  expect(said(ran)).toContain("the server leads to a release that can't be named: `%zz`");
});

test("install: a mirror serves what the first place has not", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  const mirror = await serveFiles(filesOf(folder));
  const first = await serveFiles((path) => (path.endsWith(".tar.gz") ? undefined : filesOf(folder)(path)));
  const root = temporaryFolder();
  const ran = await runIn(
    root,
    "install",
    "foo",
    "--from",
    first.url,
    "--from",
    mirror.url,
    "--key",
    key,
    ...FOR,
  );
  expect(said(ran)).toBe("");
  expect(mirror.requests).toEqual(["/foo-1.0--debian-12--x86_64.tar.gz"]);
});

test("install: a release that is published to meanwhile is read once more, from its signed list", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  const before = temporaryFolder();
  tool("cp", ["-a", `${folder}/.`, before]);
  await publish(folder, { name: "foo", files: { "bin/foo": "#!/bin/sh\necho new\n" } });
  // The old lists, and then only what is new.
  const server = await serveFiles((path, n) =>
    filesOf(n === 0 && !path.endsWith(".tar.gz") ? before : folder)(path),
  );
  const root = temporaryFolder();
  const ran = await runIn(root, "install", "foo", "--from", server.url, "--key", key, ...FOR);
  expect(said(ran)).toBe("");
  expect(tool(join(root, "app/vendor/foo/bin/foo"), [])).toBe("new\n");
});

/** A program that finds `libz.so.1` of its own only by LD_LIBRARY_PATH. */
function linked(prefix: string): void {
  const script = [
    'cd "$1" && mkdir -p bin lib && echo "int greet(void) { return 42; }" > lib/z.c',
    "gcc -shared -fPIC -Wl,-soname,libz.so.1 -o lib/libz.so.1 lib/z.c && rm lib/z.c",
    'echo "int greet(void); int main(void) { return greet(); }" > bin/main.c',
    "gcc -o bin/foo bin/main.c lib/libz.so.1 && rm bin/main.c",
  ];
  tool("sh", ["-ec", script.join("; "), "sh", prefix]);
}

test("install: LD_LIBRARY_PATH is somebody's choice, with what it hides", async () => {
  const { folder, key } = await releaseOf({ name: "foo", files: { a: "a" }, fill: linked });
  const root = temporaryFolder();
  const args = ["install", "foo", "--from", folder, "--key", key, ...FOR];
  expect(said(await runIn(root, ...args))).toContain(
    "error[install/library-path]: `foo-1.0` finds its libraries only when `LD_LIBRARY_PATH` names `/app/vendor/foo/lib`",
  );
  expect(host.scan(root)?.entries).toEqual([]);
  await host.makeFolder(joinPath(root, "usr/lib"));
  linked(join(root, "usr"));
  const exported = await runIn(root, ...args, "--library-path", "export");
  expect(exported.json).toMatchObject({
    environment: { libraries: ["/app/vendor/foo/lib"], shadowed: ["libz.so.1"] },
  });
  expect(said(exported)).toContain(
    "every program gets the packages' own `libz.so.1` instead of the system's",
  );
  const script = join(root, "var/lib/tarwright/profile.sh");
  const set = tool("dash", ["-euc", '. "$0"; echo "$LD_LIBRARY_PATH"', script]);
  expect(set.trim().split(":")[0]).toBe("/app/vendor/foo/lib");
});
