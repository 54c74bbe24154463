import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { archivesOf, poolUrls } from "../../src/build/debian-pool.ts";
import { openHost } from "../../src/host/host.ts";
import { temporaryFolder } from "../support.ts";

type Case = {
  readonly name: string;
  /** File below the apt folder and content; `APT` becomes that folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly uris: readonly string[];
  /** Of the first archive. */
  readonly components?: readonly string[];
};

const cases: readonly Case[] = [
  {
    name: "one-line format, with options, comments and sources",
    files: {
      "sources.list": `# deb http://commented/debian stable main
deb [arch=amd64 signed-by=/k.gpg] http://one.example/debian bookworm main # here
deb-src http://two.example/debian/ bookworm main contrib
deb http://one.example/debian bookworm-updates main contrib
  deb [ trusted=yes ] https://three.example/ubuntu noble universe main
deb cdrom:[Debian]/ bookworm main
deb ftp://four.example/debian bookworm main
deb broken
`,
    },
    uris: ["http://one.example/debian/", "http://two.example/debian/", "https://three.example/ubuntu/"],
    components: ["main", "contrib"],
  },
  {
    name: "deb822: stanzas, comments, several URIs, disabled",
    files: {
      "sources.list.d/debian.sources": `Types: deb
# a comment between
URIs: http://one.example/debian
 http://two.example/debian
Suites: bookworm
Components: main

Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main
Enabled: no
 
Types: deb deb-src
uris: http://three.example/debian-security
Suites: bookworm-security
Components: main
`,
    },
    uris: [
      "http://one.example/debian/",
      "http://two.example/debian/",
      "http://three.example/debian-security/",
    ],
  },
  {
    name: "third parties are left out, a distribution's key ring tells a mirror",
    files: {
      "sources.list.d/a.list": "deb https://packages.example/apt cloud-bookworm main\n",
      "sources.list.d/b.sources":
        "Types: deb\nURIs: https://docker.example/linux/debian\nSuites: bookworm\nComponents: stable\n",
      "sources.list.d/c.sources":
        "Types: deb\nURIs: http://mirror.example/os\nSuites: bookworm\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n",
      "sources.list.d/ignored.list.bak": "deb http://old.example/debian bookworm main\n",
    },
    uris: ["http://mirror.example/os/"],
  },
  {
    name: "a list of mirrors",
    files: {
      "sources.list.d/ubuntu.sources":
        "Types: deb\nURIs: mirror+file:APT/mirrors.txt\nSuites: noble\nComponents: main universe\n",
      "mirrors.txt":
        "http://near.example/ubuntu/\tpriority:1\n# far\nhttps://far.example/ubuntu/\tpriority:2\n",
    },
    uris: ["http://near.example/ubuntu/", "https://far.example/ubuntu/"],
  },
  { name: "no apt at all", files: {}, uris: [] },
];

for (const { name, files, uris, components } of cases) {
  test(`debian pool: ${name}`, async () => {
    const folder = temporaryFolder();
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content.replaceAll("APT", folder));
    }
    const archives = await archivesOf(openHost(), folder);
    expect(archives.map(({ uri }) => uri)).toEqual(uris);
    if (components) expect(archives[0]?.components).toEqual(components);
  });
}

const archive = { uri: "http://m.example/debian/", components: ["main", "contrib"] };

const pools: readonly (readonly [file: string, urls: readonly string[]])[] = [
  ["hello_2.10.orig.tar.gz", ["main/h/hello/", "contrib/h/hello/"]],
  ["libpng1.6_1.6.39.orig.tar.gz", ["main/libp/libpng1.6/", "contrib/libp/libpng1.6/"]],
  ["0ad_0.0.26.orig.tar.xz", ["main/0/0ad/", "contrib/0/0ad/"]],
  ["g++-x_1:2~rc1.orig.tar.xz", []],
  ["../../etc/passwd", []],
  ["hello-2.10.tar.gz", []],
];

for (const [file, urls] of pools) {
  test(`debian pool: places of ${file}`, () => {
    expect(poolUrls([archive], file).map(String)).toEqual(
      urls.map((at) => `http://m.example/debian/pool/${at}${file}`),
    );
  });
}

test("debian pool: the security archive has its own", () => {
  const security = { uri: "http://m.example/debian-security/", components: ["main"] };
  const [url] = poolUrls([security], "hello_2.10.orig.tar.gz");
  expect(url?.pathname).toBe("/debian-security/pool/updates/main/h/hello/hello_2.10.orig.tar.gz");
});
