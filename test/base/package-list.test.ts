// Lists of packages, as tools and publishers write them.

import { describe, expect, test } from "vitest";
import type { PackageManager } from "../../src/base/catalogue.ts";
import { isVersion, readPackageList } from "../../src/base/package-list.ts";
import { rendered } from "../support.ts";

function read(text: string, manager: PackageManager = "apt"): readonly string[] {
  const list = readPackageList({ name: "target.list", text }, { manager, arch: "x86_64" });
  if (!list.ok) throw new Error(rendered(list.error));
  return list.value.map(({ name, version }) => (version === undefined ? name : `${name} ${version}`));
}

describe("list: the forms that are read", () => {
  const cases: readonly {
    name: string;
    text: string;
    manager?: PackageManager;
    packages: readonly string[];
  }[] = [
    {
      name: "plain names",
      text: "apt\nlibstdc++6\n\n  zlib1g  \n",
      packages: ["apt", "libstdc++6", "zlib1g"],
    },
    { name: "comments", text: "# of ours\napt # needed\n", packages: ["apt"] },
    {
      name: "names and versions",
      text: "bash=5.2.15-2+b7\nlibc6 2.36-9+deb12u10\nzlib1g == 1:1.2.13.dfsg-1\n",
      packages: ["bash 5.2.15-2+b7", "libc6 2.36-9+deb12u10", "zlib1g 1:1.2.13.dfsg-1"],
    },
    {
      name: "dpkg --get-selections",
      text: "adduser\t\t\t\t\tinstall\nlibc6:amd64\t\t\t\tinstall\nlinux-image-amd64\thold\nold\tdeinstall\nolder\tpurge\n",
      packages: ["adduser", "libc6", "linux-image-amd64"],
    },
    {
      name: "dpkg -l",
      text: [
        "Desired=Unknown/Install/Remove/Purge/Hold",
        "| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend",
        "|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)",
        "||/ Name           Version      Architecture Description",
        "+++-==============-============-============-====================",
        "ii  libacl1:amd64  2.3.1-3      amd64        access control list - shared library",
        "rc  gone           1.0          all          of which settings are left",
        "hi  held           2.0~rc1      all          kept",
        "",
      ].join("\n"),
      packages: ["libacl1 2.3.1-3", "held 2.0~rc1"],
    },
    {
      name: "apt list --installed",
      text: "Listing...\nadduser/stable,now 3.134 all [installed,automatic]\nlibc6/stable,now 2.36-9 amd64 [installed]\n",
      packages: ["adduser 3.134", "libc6 2.36-9"],
    },
    {
      name: "Heroku's list of a stack",
      text: "# List of packages present in the final image.\nca-certificates\nca-certificates-java (package status: config-files)\ncoreutils (package status: installed)\nlibperl5.38t64\n",
      packages: ["ca-certificates", "coreutils", "libperl5.38t64"],
    },
    {
      name: "apk info -v, and apk list --installed",
      manager: "apk",
      text: "WARNING: opening from cache\nmusl-1.2.5-r0\nca-certificates-bundle-20240705-r0\nlibstdc++-13.2.1_git20240309-r0 x86_64 {gcc} (GPL-2.0) [installed]\nbusybox\n",
      packages: [
        "musl 1.2.5-r0",
        "ca-certificates-bundle 20240705-r0",
        "libstdc++ 13.2.1_git20240309-r0",
        "busybox",
      ],
    },
    {
      name: "rpm -qa, and dnf list --installed",
      manager: "dnf",
      text: "bash-5.1.8-9.el9.x86_64\ntzdata-2024a-1.el9.noarch\nInstalled Packages\nzlib.x86_64   1.2.11-40.el9   @baseos\njava-17-openjdk-headless-17.0.11.0.9-2.el9.x86_64\n",
      packages: [
        "bash 5.1.8-9.el9",
        "tzdata 2024a-1.el9",
        "zlib 1.2.11-40.el9",
        "java-17-openjdk-headless 17.0.11.0.9-2.el9",
      ],
    },
    {
      name: "what dnf 5 heads its list with, and the keys that rpm lists",
      manager: "dnf",
      text: "Installed packages\nzlib-ng-compat.x86_64 2.2.4-1.fc43 fedora\ngpg-pubkey-fd431d51-4ae0493b\nopenssl-1:3.5.1-2.fc43.x86_64\n",
      packages: ["zlib-ng-compat 2.2.4-1.fc43", "openssl 1:3.5.1-2.fc43"],
    },
    { name: "the same line twice", text: "apt\napt\n", packages: ["apt"] },
  ];
  for (const { name, text, manager, packages } of cases) {
    test(`list: ${name}`, () => {
      expect(read(text, manager)).toEqual(packages);
    });
  }
});

test("list: all that is wrong with it, each with its place", () => {
  const text = "apt\nlibc6:i386\n-rf /\nbash=5.2\nbash=5.1\n$(reboot)\n";
  const list = readPackageList({ name: "target.list", text }, { manager: "apt", arch: "x86_64" });
  expect(list.ok ? "" : rendered(list.error)).toMatchInlineSnapshot(`
    "target.list:2:1: error[base/package-arch]: \`libc6\` is listed for i386, and the root is for x86_64
      |
    2 | libc6:i386
      | ^^^^^^^^^^
      = help: leave the line out: a root holds packages of one architecture
    target.list:3:1: error[base/package-line]: \`-rf /\` tells of no package
      |
    3 | -rf /
      | ^^^^^
      = help: write a name, \`name=version\`, or a line as \`dpkg --get-selections\`, \`apk info -v\` or \`rpm -qa\` print it
    target.list:5:1: error[base/package-twice]: \`bash\` is listed in two versions
      |
    5 | bash=5.1
      | ^^^^^^^^
      = note: target.list:4:1: the first one
      |
    4 | bash=5.2
      | ^^^^^^^^
      = help: keep one of the two
    target.list:6:1: error[base/package-line]: \`$(reboot)\` tells of no package
      |
    6 | $(reboot)
      | ^^^^^^^^^
      = help: write a name, \`name=version\`, or a line as \`dpkg --get-selections\`, \`apk info -v\` or \`rpm -qa\` print it
    "
  `);
});

test("list: one that names nothing is none", () => {
  const list = readPackageList(
    { name: "target.list", text: "# later\n" },
    { manager: "apt", arch: "x86_64" },
  );
  expect(list).toMatchObject({
    ok: false,
    error: [{ code: "base/package-line", message: "the list names no package" }],
  });
});

test("list: rpm's are for an architecture, too", () => {
  const text = "glibc-2.34-100.el9.i686\nglibc-2.34-100.el9.x86_64\n";
  const list = readPackageList({ name: "target.list", text }, { manager: "dnf", arch: "x86_64" });
  expect(list).toMatchObject({ ok: false, error: [{ code: "base/package-arch" }] });
});

describe("list: versions", () => {
  const cases: readonly [found: string, listed: string, manager: PackageManager, same: boolean][] = [
    ["1:3.5-1", "3.5-1", "dnf", true],
    ["1:3.5-1", "1:3.5-1", "dnf", true],
    ["1:3.5-1", "2:3.5-1", "dnf", false],
    ["3.5-1", "0:3.5-1", "dnf", true],
    ["5.14.0-1 5.14.0-2", "5.14.0-2", "dnf", true],
    ["1:3.5-1", "3.5-1", "apt", false],
    ["3.5-r1", "3.5-r0", "apk", false],
  ];
  for (const [found, listed, manager, same] of cases) {
    test(`list: ${manager}'s ${found} ${same ? "is" : "is not"} ${listed}`, () => {
      expect(isVersion(found, listed, manager)).toBe(same);
    });
  }
});
