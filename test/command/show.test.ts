import { join } from "node:path";
import { expect, test } from "vitest";
import { hostPath } from "../../src/host/host.ts";
import { exitStatus } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { folderOf, portText, runIn } from "./verbs.ts";

const top = hostPath(join(import.meta.dirname, "../.."));

test("show: the port in JSON", async () => {
  const { diagnostics, json } = await runIn(
    top,
    "show",
    "test/recipe/yaml/good/every-key",
    "--flavor",
    "no_x11 crypto",
  );
  expect(rendered(diagnostics)).toBe("");
  expect(json).toEqual({
    dialect: "yaml",
    pkgpath: "every-key",
    name: "foo",
    version: "1.0",
    flavors: { available: ["crypto", "debug"], pseudo: ["no_x11"], chosen: ["crypto", "no_x11"] },
    packages: [
      {
        subpackage: "core",
        fullpkgname: "foo-core-1.0p2v1-crypto",
        fullpkgpath: "every-key,-core,crypto",
        prefix: "/app/vendor/foo-1.0",
        comment: "foo core",
        depends: {
          lib: ["bar->=1.2:devel/bar,static", "keyring->=2:security/keyring"],
          run: ["shells/bash", "certs-*:security/certs"],
        },
        wantlib: ["z", "ncursesw", "crypto", "keyring"],
      },
      {
        subpackage: "doc",
        fullpkgname: "foo-doc-1.0p2v1",
        fullpkgpath: "every-key,-doc",
        prefix: "/app/vendor/foo-1.0",
        comment: "foo application",
        depends: { lib: ["bar->=1.2:devel/bar,static"], run: [] },
        wantlib: [],
      },
    ],
    depends: {
      build: ["zlib-*:devel/zlib", "devel/gmake", "nasm-*:devel/nasm", "devel/stub"],
      test: ["dejagnu-*:devel/dejagnu"],
      system: [
        "ncurses",
        { apt: { build: ["zlib1g-dev"], run: ["zlib1g"] } },
        { apk: { build: ["zlib-dev"], run: ["zlib-dev"] } },
        "openssl",
      ],
    },
    distfiles: [
      {
        file: "foo-1.0.tar.gz",
        urls: [
          "https://example.org/foo-1.0.tar.gz",
          "https://mirror.example.org/foo-1.0.tar.gz",
          "debian:foo_1.0.orig.tar.gz",
        ],
        size: 725946,
        sha256: "31e066137a962676e89f69d1b65382de95a7ef7d914b8cb956f41ea72e0f516b",
      },
      {
        file: "foo-data-1.0.zip",
        urls: ["https://example.org/download?name=foo&v=1.0"],
        sha512: "ab".repeat(64),
      },
      {
        file: "OLD.TAR.GZ",
        urls: ["http://example.org/OLD.TAR.GZ"],
        size: 10,
        md5: "0123456789abcdef0123456789abcdef",
      },
      {
        file: "foo-bar.tgz",
        urls: ["file:///srv/distfiles/foo%20bar_1.tgz"],
        sha256: "31e066137a962676e89f69d1b65382de95a7ef7d914b8cb956f41ea72e0f516b",
        md5: "0123456789abcdef0123456789abcdef",
      },
      {
        file: "foo_1.0.orig-docs.tar.xz",
        urls: ["debian:foo_1.0.orig-docs.tar.xz"],
        sha256: "31e066137a962676e89f69d1b65382de95a7ef7d914b8cb956f41ea72e0f516b",
      },
      { file: "main.c", urls: ["src/main.c"] },
      {
        file: "keys-1.0.tar.gz",
        urls: ["https://example.org/keys-1.0.tar.gz"],
        sha256: "31e066137a962676e89f69d1b65382de95a7ef7d914b8cb956f41ea72e0f516b",
      },
    ],
    style: "gnu",
  });
});

test("show: the port for a person", async () => {
  const folder = folderOf({
    "devel/foo/port.yml": portText(
      "foo",
      "homepage: https://example.org/\nbases: [debian-12, host]\nflavors: {crypto: {}, debug: {}}\n" +
        "pseudo-flavors: {no_doc: {drops: [doc]}}\npackages: {core: {files: [bin/**]}, doc: {files: [share/**]}}\n" +
        'depends: {build: [devel/gmake], run: ["bar-*:devel/bar"], system: [zlib]}\n',
    ),
  });
  const { text } = await runIn(folder, "show", "devel/foo/port.yml", "--flavor", "no_doc debug");
  expect(text).toBe(
    `port           foo 1.0: a port called foo
homepage       https://example.org/
flavors        crypto
               debug *
               no_doc (pseudo) *
packages       foo-core-1.0-debug: a port called foo
dropped        foo-doc-1.0-debug
prefix         /app/vendor/foo
bases          debian-12, host
style          script
needs to build devel/gmake
needs to run   bar-*:devel/bar
needs of base  zlib
`.replaceAll(/^(needs to build|.{14}) /gm, "$1  "),
  );
});

const raws: readonly { readonly name: string; readonly argv: readonly string[]; readonly json: unknown }[] = [
  {
    name: "all of them",
    argv: ["--raw"],
    json: {
      name: "foo",
      version: "1.0",
      comment: "a port called foo",
      build: { style: "script" },
      prefix: "/opt/foo-1.0",
      revision: 3,
      flavors: { no: {} },
    },
  },
  { name: "two of them, in their order", argv: ["--raw=revision,name"], json: { revision: 3, name: "foo" } },
  { name: "none named", argv: ["--raw=", "--flavor", "no"], json: expect.objectContaining({ name: "foo" }) },
];

for (const { name, argv, json } of raws) {
  test(`show --raw: ${name}`, async () => {
    const more = 'prefix: "/opt/{name}-{version}"\nrevision: 3\nflavors: {no: {}}\n';
    const ran = await runIn(folderOf({ "port.yml": portText("foo", more) }), "show", ...argv, ".");
    expect(rendered(ran.diagnostics)).toBe("");
    expect(ran.json).toEqual(json);
  });
}

const refusals: readonly {
  readonly name: string;
  readonly argv: readonly string[];
  readonly said: string;
  readonly status: number;
}[] = [
  {
    name: "no port there",
    argv: ["none"],
    said: "error[usage/no-port]: there is no port at `none`\n  = help: name a folder that holds a `port.yml`, or a program of the folder `Recipes`\n",
    status: 2,
  },
  {
    name: "an unknown flavor",
    argv: ["foo", "--flavor", "crypt"],
    said: `error[recipe/unknown-flavor]: \`crypt\` is not a flavor of \`foo\`
  = note: foo/port.yml:5:10: its flavors
  |
5 | flavors: {crypto: {}}
  |          ^^^^^^^^^^^^
  = help: did you mean \`crypto\`?
`,
    status: 2,
  },
  {
    name: "a wrong recipe",
    argv: ["wrong"],
    said: `wrong/port.yml:5:1: error[yaml/unknown-key]: \`licence\` is not a key of a port
  |
5 | licence: MIT
  | ^^^^^^^
  = help: did you mean \`license\`?
`,
    status: 1,
  },
  {
    name: "an architecture that is none",
    argv: ["foo", "--arch", "amd64"],
    said: "error[usage/value]: `--arch` can't be `amd64`\n  = help: choose one of `x86_64`, `aarch64`\n",
    status: 2,
  },
  {
    name: "a base that the port is not meant for: a warning",
    argv: ["foo", "--base", "alpine-3.20"],
    said: `foo/port.yml:6:9: warning[recipe/base]: \`foo\` is not said to run on \`alpine-3.20\`
  |
6 | bases: [debian-12]
  |         ^^^^^^^^^
  = help: add \`alpine-3.20\` to \`bases:\` when it does
`,
    status: 0,
  },
  {
    name: "a variable that is not set",
    argv: ["foo", "--raw=flavor"],
    said: "error[usage/unknown-variable]: the recipe does not set `flavor`\n  = help: did you mean `flavors`?\n",
    status: 2,
  },
];

for (const { name, argv, said, status } of refusals) {
  test(`show: ${name}`, async () => {
    const folder = folderOf({
      "foo/port.yml": portText("foo", "flavors: {crypto: {}}\nbases: [debian-12]\n"),
      "wrong/port.yml": portText("foo", "licence: MIT\n"),
    });
    const { diagnostics } = await runIn(folder, "show", ...argv);
    expect(rendered(diagnostics)).toBe(said);
    expect(exitStatus(diagnostics)).toBe(status);
  });
}
