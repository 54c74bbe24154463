import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type HostPath, hostPath, joinPath } from "../../src/host/host.ts";
import {
  type LibrarySet,
  type PackRequest,
  type PresentPackage,
  packJob,
  scanLibraries,
} from "../../src/package/package.ts";
import type { Job, Package, Port } from "../../src/port/port.ts";
import { never, recorder, rendered, temporaryFolder } from "../support.ts";
import {
  host,
  jobOf,
  packRequest,
  port,
  rules,
  spanOf,
  subpackage,
  type TreeText,
  tool,
  writeTree,
} from "./support.ts";

const place = { host, report: recorder().report };

let base: LibrarySet;
beforeAll(async () => {
  base = await scanLibraries([hostPath("/")], host);
});

test("libraries: what the machine's own loader knows", () => {
  const cached = [...tool("/sbin/ldconfig", ["-p"]).matchAll(/^\t(\S+) \(.*x86-64.*\) => (\S+)$/gm)];
  const names = new Set(base.libraries.map(({ path }) => path.slice(path.lastIndexOf("/") + 1)));
  expect(
    cached.map(([, name = ""]) => name).filter((name) => /^(lib|ld)/.test(name) && !names.has(name)),
  ).toEqual([]);
  expect(JSON.parse(JSON.stringify(base))).toEqual(base);
});

test("libraries: links, includes and layers stay inside the root", async () => {
  const elf = readFileSync(
    `/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/libc.so.6`,
  ).toString("latin1");
  const bottom = writeTree(temporaryFolder(), {
    "etc/ld.so.conf": "include ld.so.conf.d/*.conf # all\n",
    "etc/ld.so.conf.d/a.conf": "/opt/lib\n",
    "etc/ld.so.conf.d/b.ignored": "/not\n",
    lib: "→ usr/lib",
    "usr/lib/text.so": "no library",
    "opt/lib": "→ /srv/lib",
    "srv/lib/libout.so.1": "→ /lib/x86_64-linux-gnu/libz.so.1",
  });
  const top = temporaryFolder();
  mkdirSync(join(top, "srv/lib"), { recursive: true });
  writeFileSync(join(top, "srv/lib/libc.so.6"), elf, "latin1");
  const { folders, libraries } = await scanLibraries([bottom, top], host);
  expect(folders).toEqual([
    { path: "/opt/lib", real: "/srv/lib" },
    { path: "/lib", real: "/usr/lib" },
    { path: "/usr/lib", real: "/usr/lib" },
  ]);
  expect(libraries.map(({ path, soname }) => ({ path, soname }))).toEqual([
    { path: "/srv/lib/libc.so.6", soname: "libc.so.6" },
  ]);
});

/** Compiles and links into a fake root; `flags` are for the program. */
function compiled(flags: readonly string[], libraryName = "libgreet.so.1"): HostPath {
  const folder = temporaryFolder();
  const root = join(folder, "fake/app/vendor/foo");
  for (const path of ["bin", "lib"]) mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(folder, "greet.c"), "int greet(void) { return 42; }\n");
  writeFileSync(join(folder, "main.c"), "int greet(void); int main(void) { return greet(); }\n");
  tool(
    "gcc",
    ["-shared", "-fPIC", `-Wl,-soname,${libraryName}`, "-o", join(root, "lib", libraryName), "greet.c"],
    folder,
  );
  tool("gcc", ["-o", join(root, "bin/foo"), "main.c", join(root, "lib", libraryName), ...flags], folder);
  return hostPath(join(folder, "fake"));
}

async function packed(job: Job, fakeRoot: HostPath, more: Partial<PackRequest> = {}) {
  const result = await packJob(packRequest(job, fakeRoot, { libraries: base, ...more }), place, never);
  if (!result.ok) throw new Error(rendered(result.error));
  return result.value;
}

function unpacked(archive: string): HostPath {
  const folder = temporaryFolder();
  tool("tar", ["-xzf", archive, "-C", folder]);
  return folder;
}

test("pack: a library of its own, found by RUNPATH", async () => {
  const job = jobOf(port());
  const { packages, audits } = await packed(job, compiled(["-Wl,-rpath,$ORIGIN/../lib"]));
  const [staged] = packages;
  expect(audits[0]?.verdict).toBe("clean");
  expect(audits[0]?.links.map(({ file, needed, from }) => [file, needed, from.kind])).toEqual([
    ["bin/foo", "libgreet.so.1", "package"],
    ["bin/foo", "libc.so.6", "base"],
  ]);
  expect(staged?.package.libraries).toMatchObject({
    provided: [{ path: "lib/libgreet.so.1", soname: "libgreet.so.1", elfClass: 64, versions: [] }],
    needed: ["libc.so.6"],
  });
  const resources = join(unpacked(staged?.archive ?? ""), "foo/Resources");
  expect(readFileSync(join(resources, "profile.sh"), "utf8")).not.toContain("LD_LIBRARY_PATH");
  expect(readFileSync(join(resources, "BuildInformation"), "utf8")).toMatch(
    /^# bin\/foo\n# {3}libgreet.so.1 => lib\/libgreet.so.1\n# {3}libc.so.6 => debian-12 \/lib\/\S+\/libc.so.6 \(libc6\)\n$/,
  );
});

test("pack: a library whose name says nothing of it is known by its soname, under each of its names", async () => {
  const fakeRoot = compiled(["-Wl,-rpath,/app/vendor/foo/lib"], "libgreet-1.0");
  const lib = join(fakeRoot, "app/vendor/foo/lib");
  renameSync(join(lib, "libgreet-1.0"), join(lib, "libgreet-1.0.5"));
  symlinkSync("libgreet-1.0.5", join(lib, "libgreet-1.0"));
  const { packages, audits } = await packed(jobOf(port()), fakeRoot);
  expect(audits[0]?.verdict).toBe("clean");
  expect(audits[0]?.links[0]).toMatchObject({ from: { kind: "package", path: "lib/libgreet-1.0" } });
  expect(packages[0]?.package.libraries.provided.map(({ path }) => path)).toEqual([
    "lib/libgreet-1.0",
    "lib/libgreet-1.0.5",
  ]);
});

test("pack: a recipe of GoboLinux's may set set-user-ID bits; the package is without them", async () => {
  const fakeRoot = writeTree(temporaryFolder(), { "app/vendor/foo/bin/su": "x" });
  chmodSync(join(fakeRoot, "app/vendor/foo/bin/su"), 0o4711);
  const { packages, remarks } = await packed(jobOf(port({ dialect: "gobolinux" })), fakeRoot);
  expect(remarks.map(({ severity, code, message }) => `${severity} ${code}: ${message}`)).toEqual([
    "warning package/setuid: packed without their set-user-ID or set-group-ID bits: `bin/su`",
  ]);
  const listed = tool("tar", ["-tvzf", packages[0]?.archive ?? ""]);
  expect(listed).toMatch(/^-rwx--x--x .* foo\/bin\/su$/m);
});

test("pack: a library of its own, found only by LD_LIBRARY_PATH: the profile sets it, and clobbers nothing", async () => {
  const { packages } = await packed(jobOf(port()), compiled([]));
  const profile = join(unpacked(packages[0]?.archive ?? ""), "foo/Resources/profile.sh");
  for (const shell of ["dash", "bash"]) {
    const said = tool(shell, [
      "-euc",
      'unset LD_LIBRARY_PATH; PATH=/bin; . "$0"; . "$0"; echo "$PATH|$LD_LIBRARY_PATH"; LD_LIBRARY_PATH=/mine; . "$0"; echo "$LD_LIBRARY_PATH"',
      profile,
    ]);
    expect(said).toBe("/app/vendor/foo/bin:/bin|/app/vendor/foo/lib\n/app/vendor/foo/lib:/mine\n");
  }
});

const relocations: readonly {
  readonly name: string;
  readonly fakeRoot: () => HostPath;
  readonly relocatable: Package["relocatable"];
}[] = [
  {
    name: "its libraries are found from where it lies",
    fakeRoot: () => compiled(["-Wl,-rpath,$ORIGIN/../lib"]),
    relocatable: { verdict: "yes" },
  },
  {
    name: "a RUNPATH that names the prefix",
    fakeRoot: () => compiled(["-Wl,-rpath,/app/vendor/foo/lib"]),
    relocatable: { verdict: "no", because: "`bin/foo` names its prefix `/app/vendor/foo`" },
  },
  {
    name: "libraries that nothing but a variable leads to",
    fakeRoot: () => compiled([]),
    relocatable: {
      verdict: "no",
      because: "its libraries are found through `LD_LIBRARY_PATH` only, not by a RUNPATH of `$ORIGIN`",
    },
  },
  {
    name: "a text, far inside and across two pieces of it, and an absolute link",
    fakeRoot: () =>
      writeTree(temporaryFolder(), {
        "app/vendor/foo/etc/foorc": `${"#".repeat(1024 * 1024 - 6)}/app/vendor/foo/share`,
        "app/vendor/foo/share/a": "a",
        "app/vendor/foo/share/b": "→ /app/vendor/foo/share/a",
      }),
    relocatable: { verdict: "no", because: "`etc/foorc`, `share/b` name its prefix `/app/vendor/foo`" },
  },
];
for (const { name, fakeRoot, relocatable } of relocations) {
  test(`pack: relocatable or not: ${name}`, async () => {
    const { packages } = await packed(jobOf(port()), fakeRoot());
    expect(packages[0]?.package.relocatable).toEqual(relocatable);
    const manifest = join(unpacked(packages[0]?.archive ?? ""), "foo/Resources/Manifest.json");
    expect(JSON.parse(readFileSync(manifest, "utf8"))).toMatchObject({ relocatable });
  });
}

/** The rows that a finished library port would have in an index. */
async function libraryPresent(fakeRoot: HostPath): Promise<PresentPackage> {
  const lib = port({
    name: "greet",
    pkgpath: "devel/greet",
    prefix: "/app/vendor/greet",
    packages: [subpackage("", { fullpkgname: "greet-1.0", fullpkgpath: "devel/greet" })],
  });
  const { packages } = await packed(jobOf(lib), fakeRoot);
  const row = packages[0]?.package;
  if (!row) throw new Error("no package");
  return { package: row, folder: joinPath(fakeRoot, "app/vendor/greet") };
}

function splitLibrary(fakeRoot: HostPath): HostPath {
  const other = temporaryFolder();
  mkdirSync(join(other, "app/vendor/greet"), { recursive: true });
  tool("mv", [join(fakeRoot, "app/vendor/foo/lib"), join(other, "app/vendor/greet/lib")]);
  return other;
}

test("pack: a library of a declared dependency", async () => {
  const fakeRoot = compiled(["-Wl,-rpath,/app/vendor/greet/lib"]);
  const present = await libraryPresent(splitLibrary(fakeRoot));
  const dependency = { spec: "greet-*", pkgpath: "devel/greet", span: spanOf("greet") };
  const declared = port({
    packages: [subpackage("", { depends: { lib: [dependency], run: [], system: [] } })],
  });
  const { packages, audits } = await packed(jobOf(declared), fakeRoot, {
    dependencyPackages: [present],
  });
  expect(audits[0]?.verdict).toBe("clean");
  expect(packages[0]?.package.depends).toEqual([
    { spec: "greet-*", pkgpath: "devel/greet", contentDigest: present.package.contentDigest },
  ]);
  expect(packages[0]?.package.relocatable.verdict).toBe("no");
  const resources = join(unpacked(packages[0]?.archive ?? ""), "foo/Resources");
  expect(readFileSync(join(resources, "Dependencies"), "utf8")).toBe("greet >= 1.0\n");
  expect(readFileSync(join(resources, "BuildInformation"), "utf8")).toMatch(/\ngreet 1.0\n$/);
});

type Refusal = {
  readonly name: string;
  readonly port?: Partial<Port>;
  readonly fakeRoot: () => HostPath;
  readonly more?: () => Promise<Partial<PackRequest>>;
  readonly said: RegExp;
};

function treeOf(tree: TreeText): () => HostPath {
  return () => writeTree(temporaryFolder(), tree);
}

const refusals: readonly Refusal[] = [
  {
    name: "a library that is nowhere",
    fakeRoot: () => {
      const fakeRoot = compiled([]);
      splitLibrary(fakeRoot);
      return fakeRoot;
    },
    said: /^ports\/foo\/port.yml:1:1: error\[audit\/missing-library\]: `bin\/foo` of `foo-1.0` needs `libgreet.so.1`, which is neither in the package, nor in one that it depends on, nor in the base `debian-12`\n/,
  },
  {
    name: "a library of a package that is there but not declared",
    fakeRoot: () => {
      const fakeRoot = compiled([]);
      splitLibrary(fakeRoot);
      return fakeRoot;
    },
    more: async () => ({ dependencyPackages: [await libraryPresent(splitLibrary(compiled([])))] }),
    said: /error\[audit\/undeclared-library\]: `bin\/foo` of `foo-1.0` needs `libgreet.so.1` of `greet-1.0`, on which the package does not depend/,
  },
  {
    name: "a version of a library that the base does not have",
    fakeRoot: () => compiled(["-Wl,-rpath,$ORIGIN/../lib"]),
    more: async () => ({
      libraries: {
        ...base,
        libraries: base.libraries.map((one) => ({
          ...one,
          versions: one.versions.filter((version) => version !== "GLIBC_2.34"),
        })),
      },
    }),
    said: /error\[audit\/missing-version\]: `bin\/foo` of `foo-1.0` needs `GLIBC_2.34` of `libc.so.6`, which the one of the base `debian-12` does not define/,
  },
  {
    name: "an interpreter that the base does not have",
    fakeRoot: () => compiled(["-Wl,-rpath,$ORIGIN/../lib", "-Wl,--dynamic-linker,/opt/ld.so"]),
    said: /error\[audit\/interpreter\]: `bin\/foo` of `foo-1.0` is started by `\/opt\/ld.so`, which is not in the base `debian-12`/,
  },
  {
    name: "a RUNPATH outside of the prefix",
    fakeRoot: () => compiled(["-Wl,-rpath,/build/foo/lib:$ORIGIN/../../other"]),
    said: /^(?=[\s\S]*error\[audit\/runpath\]: .* searches libraries in `\/app\/vendor\/other`)[\s\S]*error\[audit\/runpath\]: .* searches libraries in `\/build\/foo\/lib`/,
  },
  {
    name: "files outside of the prefix",
    fakeRoot: treeOf({
      "app/vendor/foo/bin/foo": "x",
      "etc/foo.conf": "x",
      "etc/more": "x",
      "app/vendor/bar/x": "x",
    }),
    said: /error\[package\/outside-prefix\]: the fake phase installed outside of the prefix `\/app\/vendor\/foo`: `\/app\/vendor\/bar`, `\/etc`/,
  },
  { name: "nothing at all", fakeRoot: () => temporaryFolder(), said: /error\[package\/nothing-installed\]/ },
  {
    name: "a set-user-ID program",
    fakeRoot: () => {
      const folder = writeTree(temporaryFolder(), { "app/vendor/foo/bin/su": "x" });
      chmodSync(join(folder, "app/vendor/foo/bin/su"), 0o4755);
      return folder;
    },
    said: /error\[package\/setuid\]: a package may not hold set-user-ID or set-group-ID files: `bin\/su`/,
  },
  {
    name: "a named pipe",
    fakeRoot: () => {
      const folder = writeTree(temporaryFolder(), { "app/vendor/foo/bin/foo": "x" });
      tool("mkfifo", [join(folder, "app/vendor/foo/pipe")]);
      return folder;
    },
    said: /error\[package\/special-file\]: .*: `pipe`/,
  },
  {
    name: "links that leave the prefix, but not those that come back",
    fakeRoot: treeOf({
      "app/vendor/foo/abs": "→ /etc/passwd",
      "app/vendor/foo/lib/rel": "→ ../../../etc",
      "app/vendor/foo/lib/fine": "→ /app/vendor/foo/abs",
      "app/vendor/foo/lib/also": "→ ../../foo/abs",
    }),
    said: /^(?!.*fine)(?!.*also).*error\[package\/link-leaves-prefix\]: `abs` is a link to `\/etc\/passwd`[\s\S]*`lib\/rel` is a link to `..\/..\/..\/etc`/,
  },
  {
    name: "a name with a line break",
    fakeRoot: treeOf({ "app/vendor/foo/a\nb": "x" }),
    said: /error\[package\/newline-in-name\]: .*: `a\?b`/,
  },
  {
    name: "a file where the metadata lies",
    fakeRoot: treeOf({ "app/vendor/foo/Resources/FileHash": "x" }),
    said: /error\[package\/reserved-name\]: the fake phase installed `Resources\/FileHash`, where the package's metadata lies/,
  },
  {
    name: "two packages with one place for their metadata",
    port: {
      packages: ["a", "b"].map((name) =>
        subpackage(name, { fullpkgname: `foo-1.${name}`, files: rules(name) }),
      ),
    },
    fakeRoot: treeOf({ "app/vendor/foo/a": "x", "app/vendor/foo/b": "x" }),
    said: /error\[package\/same-metadata\]: `foo-1.b` would keep its metadata in `Resources\/foo`/,
  },
];

for (const { name, port: parts, fakeRoot, more, said } of refusals) {
  test(`pack: refused: ${name}`, async () => {
    const request = packRequest(jobOf(port(parts)), fakeRoot(), { libraries: base, ...(await more?.()) });
    const result = await packJob(request, place, never);
    expect(result.ok ? "packed" : rendered(result.error)).toMatch(said);
  });
}

test("pack: the recipe sets the level of a check", async () => {
  const fakeRoot = compiled(["-Wl,-rpath,/elsewhere:$ORIGIN/../lib", "-Wl,-z,execstack"]);
  const audit = new Map([
    ["runpath", "warning"],
    ["execstack", "off"],
  ] as const);
  const { audits, packages } = await packed(jobOf(port({ audit })), fakeRoot);
  expect(audits[0]?.verdict).toBe("warnings");
  expect(audits[0]?.findings.map(({ severity, code }) => [severity, code])).toEqual([
    ["warning", "audit/runpath"],
  ]);
  expect(packages[0]?.package.audit.verdict).toBe("warnings");
});

test("pack: the path of the build, left in a file, is a warning", async () => {
  const tree = {
    "app/vendor/foo/lib/foo.pc": "prefix=/build/work/foo-1.0\n",
    "app/vendor/foo/lib/fine": "/build/workers, /build/other and /builder\n",
  };
  const { audits } = await packed(jobOf(port()), writeTree(temporaryFolder(), tree));
  expect(audits[0]?.findings.map(({ code, message }) => [code, message])).toEqual([
    ["audit/build-path", "the path of the build is left in `lib/foo.pc` (`/build/work/foo-1.0`)"],
  ]);
});

test("pack: what lies in the archive: order, modes, times, hard links inside one package", async () => {
  const folder = writeTree(temporaryFolder(), {
    "app/vendor/foo/bin/foo": "#!/bin/sh\n",
    "app/vendor/foo/bin/xfoo": "x",
    "app/vendor/foo/share/private": "secret",
    "app/vendor/foo/empty/": "",
  });
  const at = (path: string) => join(folder, "app/vendor/foo", path);
  linkSync(at("bin/foo"), at("bin/again"));
  linkSync(at("bin/foo"), at("share/other"));
  chmodSync(at("share/private"), 0o400);
  chmodSync(at("bin/xfoo"), 0o777);
  chmodSync(at("share"), 0o2775);
  const packages = [
    subpackage("core", { files: rules("bin/foo", "bin/again", "empty") }),
    subpackage("data", { files: rules("bin/x*", "share/**") }),
  ];
  const { packages: found } = await packed(jobOf(port({ packages })), folder);
  const listing = found.map(({ archive }) =>
    tool("tar", ["-tvzf", archive, "--utc", "--full-time"])
      .replace(/ +\d+ (\d{4})/g, " $1")
      .split("\n")
      .filter((line) => !line.includes("/Resources/foo-")),
  );
  const time = "2017-07-14 02:40:00";
  expect(listing).toEqual([
    [
      `drwxr-xr-x root/root ${time} foo/`,
      `drwxr-xr-x root/root ${time} foo/Resources/`,
      `drwxr-xr-x root/root ${time} foo/bin/`,
      `-rwxr-xr-x root/root ${time} foo/bin/again`,
      `hrwxr-xr-x root/root ${time} foo/bin/foo link to foo/bin/again`,
      `drwxr-xr-x root/root ${time} foo/empty/`,
      "",
    ],
    [
      `drwxr-xr-x root/root ${time} foo/`,
      `drwxr-xr-x root/root ${time} foo/Resources/`,
      `drwxr-xr-x root/root ${time} foo/bin/`,
      `-rwxr-xr-x root/root ${time} foo/bin/xfoo`,
      `drwxr-xr-x root/root ${time} foo/share/`,
      `-rwxr-xr-x root/root ${time} foo/share/other`,
      `-rw------- root/root ${time} foo/share/private`,
      "",
    ],
  ]);
});

test("pack: layout programs", async () => {
  const folder = writeTree(temporaryFolder(), { "Programs/Foo/1.0/bin/foo": "x" });
  const job = jobOf(port(), { layout: "programs", prefix: "/Programs/Foo/1.0" });
  const { packages } = await packed(job, folder);
  expect(packages[0]?.package.file).toBe("foo-1.0--programs--debian-12--x86_64.tar.gz");
  expect(tool("tar", ["-tzf", packages[0]?.archive ?? ""]).split("\n")[0]).toBe("Programs/Foo/1.0/");
});

test("pack: the metadata", async () => {
  const folder = writeTree(temporaryFolder(), {
    "app/vendor/foo/bin/foo": "x",
    "app/vendor/foo/bin/link": "→ foo",
  });
  linkSync(join(folder, "app/vendor/foo/bin/foo"), join(folder, "app/vendor/foo/bin/hard"));
  const one = port({
    homepage: "https://example.org/foo",
    flavors: { available: ["crypto", "debug"], pseudo: ["no_x11"], chosen: ["crypto", "no_x11"] },
    packages: [
      subpackage("", {
        fullpkgname: "foo-1.0-crypto",
        fullpkgpath: "devel/foo,crypto",
        description: "A long\ntext.",
      }),
    ],
  });
  const asked = { kind: "neutral", name: "zlib", span: spanOf("zlib") } as const;
  const { packages } = await packed(jobOf(one), folder, {
    systemPackages: ["libz1", "libc6", "libz1"].map((name) => ({ name, by: asked })),
  });
  const tree = joinPath(unpacked(packages[0]?.archive ?? ""), "foo");
  const names = [
    "Architecture",
    "BuildInformation",
    "Dependencies",
    "Description",
    "FileHash",
    "Manifest.json",
    "PackingList",
    "profile.sh",
  ];
  const all = names
    .map((name) => `==> ${name}\n${readFileSync(join(tree, "Resources", name), "utf8")}`)
    .join("");
  const golden = join(import.meta.dirname, "metadata.golden");
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(golden, all);
  expect(all).toBe(readFileSync(golden, "utf8"));
  tool(
    "sh",
    ["-c", `tail -n +2 Resources/FileHash | grep -v ' bin/link$' | sed 's/ /  /' | sha256sum -c --quiet`],
    tree,
  );
  // Where the choice of flavors stands; the package itself knows only what its name tells.
  expect(packages[0]?.package.flavors).toEqual(["crypto", "no_x11"]);
});

test("pack: a package whose name does not vary with flavors knows nothing of them", async () => {
  const folder = writeTree(temporaryFolder(), { "app/vendor/foo/share/doc": "x" });
  const doc = (chosen: readonly string[]) =>
    port({
      flavors: { available: ["crypto"], pseudo: [], chosen },
      packages: [
        subpackage("doc", {
          fullpkgname: "foo-doc-1.0",
          fullpkgpath: ["devel/foo,-doc", ...chosen].join(","),
          files: rules("share"),
        }),
      ],
      dropped: [subpackage("core")],
    });
  const digests = [];
  for (const chosen of [[], ["crypto"]]) {
    digests.push((await packed(jobOf(doc(chosen)), folder)).packages[0]?.package.contentDigest);
  }
  expect(digests[0]).toBe(digests[1]);
});
