import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { filesOf, releaseOf, serveFiles } from "../install/published.ts";
import { writeTree } from "../package/support.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { type Ran, runIn } from "./verbs.ts";

beforeEach(() => {
  vi.stubEnv("XDG_CONFIG_HOME", temporaryFolder());
  vi.stubEnv("XDG_CACHE_HOME", temporaryFolder());
});

const said = (ran: Ran) => rendered(ran.diagnostics);

/** `bases`: of packages that all differ in nothing else; the one that is taken is named last. */
const machines: readonly {
  readonly system: string;
  readonly stack?: string;
  readonly bases: readonly string[];
  readonly takes: string;
}[] = [
  { system: 'ID=debian\nVERSION_ID="12"\n', bases: ["debian-13", "debian-12"], takes: "debian-12" },
  {
    system: "ID='ubuntu'\nVERSION_ID='24.04'\n",
    bases: ["ubuntu-22.04", "ubuntu-24.04"],
    takes: "ubuntu-24.04",
  },
  { system: "ID=alpine\nVERSION_ID=3.22.1\n", bases: ["alpine-3.21", "alpine-3.22"], takes: "alpine-3.22" },
  { system: 'ID="almalinux"\nVERSION_ID="9.6"\n', bases: ["almalinux-9"], takes: "almalinux-9" },
  {
    system: "ID=ubuntu\nVERSION_ID=24.04\n",
    stack: "heroku-24",
    bases: ["heroku-24", "heroku-22"],
    takes: "heroku-24",
  },
  // This process runs on a stack, the root holds something else.
  {
    system: "ID=debian\nVERSION_ID=12\n",
    stack: "heroku-24",
    bases: ["heroku-24", "debian-12"],
    takes: "debian-12",
  },
];
for (const place of ["etc", "usr/lib"]) {
  test(`install: the base is what os-release says, in ${place}, or the stack`, async () => {
    for (const { system, stack = "", bases, takes } of machines) {
      const { folder, key } = await releaseOf(...bases.map((base) => ({ name: "joe", base })));
      const root = temporaryFolder();
      writeTree(root, { [`${place}/os-release`]: system });
      vi.stubEnv("STACK", stack);
      const ran = await runIn(
        root,
        "install",
        "joe",
        "--from",
        folder,
        "--key",
        key,
        "--arch",
        "x86_64",
        "--root",
        ".",
      );
      expect([system, said(ran)]).toEqual([system, ""]);
      const installed = (await runIn(root, "installed", "--root", ".")).json as {
        installed: { package: { base: string } }[];
      };
      expect(installed.installed.map((one) => one.package.base)).toEqual([takes]);
    }
  });
}

const unknown = [
  { system: "PRETTY_NAME=x\n", said: "error[usage/unknown-base]: which system `" },
  { system: "ID=plan9\n", said: "not for `plan9` on `x86_64`, only for `debian-12` on `x86_64`" },
] as const;
test("install: a system that nobody knows is told, with `--base`", async () => {
  const { folder, key } = await releaseOf({ name: "joe" });
  for (const { system, said: expected } of unknown) {
    const root = temporaryFolder();
    writeTree(root, { "etc/os-release": system });
    const ran = await runIn(
      root,
      "install",
      "joe",
      "--from",
      folder,
      "--key",
      key,
      "--arch",
      "x86_64",
      "--root",
      ".",
    );
    expect(said(ran)).toContain(expected);
    expect(said(ran)).toContain("`--base");
  }
});

const systems = [
  {
    base: "debian-12",
    system: "ID=debian\nVERSION_ID=12\n",
    file: "var/lib/dpkg/status",
    record: [
      "Package: libssl3\nStatus: install ok installed\nProvides: libssl (= 3.0), tls\n",
      "Package: zlib1g\nStatus: deinstall ok config-files\n",
    ].join("\n"),
    wanted: ["libssl", "libssl3", "tls", "zlib1g"],
    line: "install it there: `apt-get install zlib1g`",
  },
  {
    base: "alpine-3.22",
    system: "ID=alpine\nVERSION_ID=3.22.1\n",
    file: "lib/apk/db/installed",
    record: "P:libssl3\np:so:libssl.so.3=3 cmd:x=1\n\nP:musl\n",
    wanted: ["libssl3", "musl", "so:libssl.so.3", "zlib"],
    line: "install it there: `apk add zlib`",
  },
  {
    base: "debian-12",
    system: "ID=debian\nVERSION_ID=12\n",
    file: "nothing",
    record: "",
    wanted: ["zlib1g"],
  },
  // The names of one base say nothing of another.
  {
    base: "debian-12",
    system: "ID=alpine\n",
    file: "lib/apk/db/installed",
    record: "P:musl\n",
    wanted: ["zlib1g"],
  },
] as const;
test("install: packages of the system that are missing are told, with the line that installs them", async () => {
  for (const { base, system, file, record, wanted, ...expected } of systems) {
    const { folder, key } = await releaseOf({ name: "joe", base, system: wanted });
    const root = temporaryFolder();
    writeTree(root, { "etc/os-release": system, [file]: record });
    const args = ["joe", "--from", folder, "--key", key, "--arch", "x86_64", "--base", base, "--root", "."];
    const ran = await runIn(root, "install", ...args);
    const told = ran.diagnostics.map(({ code, help }) => [code, help]);
    expect(told).toEqual("line" in expected ? [["install/system-packages", expected.line]] : []);
    expect(ran.text).toContain("joe-1.0: installed at");
  }
});

const logins = [
  { name: "a name and a password", written: "user:s%40cret", sent: "user:s@cret" },
  { name: "a password alone", written: ":s@cret", sent: ":s@cret" },
  { name: "a name with a stray %", written: "s%cret", sent: "s%cret:" },
] as const;
test("install: the login of an address is sent, and neither shown nor remembered", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  for (const { name, written, sent } of logins) {
    const server = await serveFiles((path, _, login) => (login === sent ? filesOf(folder)(path) : 401));
    const root = temporaryFolder();
    const place = server.url.replace("//", `//${written}@`);
    const args = ["install", "foo", "--key", key, "--base", "debian-12", "--arch", "x86_64", "--root", "."];
    const ran = await runIn(root, ...args, "--lock", "--from", place);
    expect([name, said(ran)]).toEqual([name, ""]);
    const later = await runIn(root, "update", "--root", ".");
    expect(said(later)).toContain(`${server.url}/: the server answered 401; where it wants a login, write`);
    expect(said(await runIn(root, "update", "--from", place, "--root", "."))).toBe("");
    const others = [place.replace("127.0.0.1", "example.org"), place.replace("http", "ftp"), `${place}x`];
    const told = [ran.text, ran.json, said(later), await runIn(root, "installed", "--root", ".")];
    for (const other of others) told.push(said(await runIn(root, ...args, "--from", other)));
    const kept = ["tarwright.lock", "var/lib/tarwright/installed.json"];
    const texts = [
      ...told.map((one) => JSON.stringify(one)),
      ...kept.map((file) => readFileSync(join(root, file), "utf8")),
    ];
    expect(texts.filter((text) => text.includes("cret"))).toEqual([]);
  }
});
