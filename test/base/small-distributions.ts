// Two small distributions of a few packages: real dnf, rpm and apk, with a repository inside the root. What is in the
// packages is ours, since nothing of Fedora's or Alpine's own can be had from the registries that tests may ask.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash, createSign, generateKeyPairSync } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildRoot, type Ground, type Workshop } from "../../src/base/base.ts";
import { guestPath } from "../../src/engine/engine.ts";
import { type HostPath, joinPath } from "../../src/host/host.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

/** A root's tar file as `docker save` would write an image of it. */
export function saveAsImage(root: HostPath): HostPath {
  const folder = temporaryFolder();
  const layer = execFileSync("sha256sum", [root], { encoding: "utf8" }).slice(0, 64);
  const rootfs = { type: "layers", diff_ids: [`sha256:${layer}`] };
  writeFileSync(join(folder, "config.json"), JSON.stringify({ architecture: "amd64", os: "linux", rootfs }));
  copyFileSync(root, join(folder, "layer.tar"));
  writeFileSync(
    join(folder, "manifest.json"),
    JSON.stringify([{ Config: "config.json", Layers: ["layer.tar"] }]),
  );
  const image = joinPath(temporaryFolder(), "image.tar");
  execFileSync("tar", ["-c", "-f", image, "-C", folder, "config.json", "layer.tar", "manifest.json"]);
  return image;
}

/** Debian's files with dnf and rpm, and no dpkg: what rpm's record says is all that is installed. */
export async function smallFedora(ground: Ground, workshop: Workshop): Promise<HostPath> {
  const span = { source: { name: "port.yml", text: " " }, start: 0, end: 1 };
  const tools = ["createrepo-c", "dnf", "rpm"];
  const needs = [{ kind: "native", manager: "apt", build: tools, run: [], span }] as const;
  const root = await buildRoot(ground, { system: needs, style: "script", dialect: "yaml" }, workshop, never);
  if (!root.ok) throw new Error(rendered(root.error));
  const spec = { root: root.value, name: "test", network: "none", hidden: [], upper: "disk" } as const;
  const opened = await ground.engine.open(spec, never);
  if (opened.kind === "refused") throw new Error(opened.why);
  await using box = opened.buildbox;
  const argv = ["/bin/sh", "-c", FEDORA] as const;
  const env = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C", HOME: "/root" };
  let said = "";
  const sink = (chunk: Uint8Array) => {
    said += Buffer.from(chunk).toString();
  };
  const exit = await box.run({ argv, cwd: guestPath("/"), env, user: "root" }, sink, never);
  if (exit.kind !== "exited" || exit.status !== 0) throw new Error(said);
  const out = joinPath(temporaryFolder(), "out");
  await box.copyOut(guestPath("/out"), out, never);
  return joinPath(out, "root.tar");
}

const FEDORA = `
set -eu
mkdir -p /srv/repo /root/rpm /etc/yum.repos.d /etc/rpm /out
echo '%_dbpath /var/lib/rpm' >/etc/rpm/macros
make_rpm() {
  cat >/root/rpm/it.spec <<SPEC
Name: $1
Version: $2
Release: $3
Summary: $1
License: MIT
$4
%description
$1
%install
mkdir -p %{buildroot}/usr/share/small %{buildroot}/etc/small
echo $1-$2 >%{buildroot}/usr/share/small/$1
echo default >%{buildroot}/etc/small/$1.conf
%files
/usr/share/small/$1
%config(noreplace) /etc/small/$1.conf
SPEC
  rpmbuild -bb --quiet --define '_rpmdir /srv/repo' --define '_topdir /root/rpm/top' --define 'debug_package %{nil}' /root/rpm/it.spec
}
for tool in dnf gcc gcc-c++ make pkgconf-pkg-config diffutils findutils patch file tar bzip2 gzip lzip unzip xz zstd; do
  make_rpm $tool 1.0 1 ''
done
make_rpm libgreet 1.4 2 'Provides: libgreet.so.1()(64bit)'
make_rpm greet 2.0 1 'Requires: libgreet.so.1()(64bit)'
make_rpm wanted 1.0 1 ''
make_rpm wanted 2.0 1 ''
make_rpm epochal 3.1 4 'Epoch: 2'
make_rpm extra 0.1 1 ''
make_rpm extra2 0.1 1 'Requires: extra'
createrepo_c -q /srv/repo
printf '[small]\\nname=small\\nbaseurl=file:///srv/repo\\ngpgcheck=0\\n' >/etc/yum.repos.d/small.repo
dnf -q -y install dnf extra2 wanted
echo changed >/etc/small/extra.conf
rm -rf /root/rpm /usr/bin/dpkg* /var/lib/dpkg /usr/bin/apt* /var/lib/apt/lists /usr/share/doc
tar -c --one-file-system --exclude=./proc --exclude=./sys --exclude=./dev --exclude=./out --exclude=./build \\
  --exclude=./tarwright -f /out/root.tar -C / .
`;

type Entry = { readonly path: string; readonly mode?: string; readonly content: string | Buffer };

/**
 * A segment of an apk of format 2 (apk-package(5)): a gzip of a tar archive, of which only the last one has an end. Each
 * file has its SHA-1 in a header of its own.
 */
function segment(entries: readonly Entry[], place: "last" | "before"): Buffer {
  const folder = temporaryFolder();
  const form = place === "last" ? "--format=posix" : "--format=ustar";
  const options = [form, "--owner=root:0", "--group=root:0", "--mtime=@1700000000", "-b1", "--no-recursion"];
  const pack = (more: readonly string[], paths: readonly string[]) =>
    execFileSync("tar", ["-c", ...options, ...more, "-C", folder, ...paths], {
      maxBuffer: 2 ** 26,
    }).subarray(0, -1024);
  const parts = entries.map(({ path, mode = "644", content }) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: Number.parseInt(mode, 8) });
    if (place === "before") return pack([], [path]);
    const sum = createHash("sha1").update(content).digest("hex");
    const above = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
    const header = `--pax-option=APK-TOOLS.checksum.SHA1:=${sum}`;
    return Buffer.concat([pack([], above), pack([header], [path])]);
  });
  return gzipSync(Buffer.concat(place === "last" ? [...parts, Buffer.alloc(1024)] : parts));
}

type Apk = { readonly version?: string; readonly more?: string; readonly files?: readonly Entry[] };

/** Into the unpacked root of an Alpine: a key, and a repository with tools and a few packages. */
function fillRepository(root: HostPath): void {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(join(root, "etc/apk/keys/small.rsa.pub"), publicKey.export({ type: "spki", format: "pem" }));
  const repository = join(root, "srv/repo/x86_64");
  mkdirSync(repository, { recursive: true });
  const signed = (bytes: Buffer) => {
    const content = createSign("RSA-SHA1").update(bytes).sign(privateKey);
    return Buffer.concat([segment([{ path: ".SIGN.RSA.small.rsa.pub", content }], "before"), bytes]);
  };
  const put = (name: string, { version = "1.0-r0", more = "", files = [] }: Apk) => {
    const own = [
      { path: `usr/share/small/${name}`, content: `${name}-${version}\n` },
      { path: `etc/${name}.conf`, content: "default\n" },
    ];
    const last = segment([...own, ...files], "last");
    const hash = createHash("sha256").update(last).digest("hex");
    const about = `pkgname = ${name}\npkgver = ${version}\npkgdesc = ${name}\nurl = https://example.org\nsize = 1\narch = x86_64\nlicense = MIT\n${more}datahash = ${hash}\n`;
    const control = segment([{ path: ".PKGINFO", content: about }], "before");
    writeFileSync(join(repository, `${name}-${version}.apk`), Buffer.concat([signed(control), last]));
  };
  for (const tool of "build-base pkgconf bash patch file bzip2 gzip lzip unzip xz zstd".split(" "))
    put(tool, {});
  put("tar", { files: gnuTar() });
  put("libgreet", { version: "1.4-r2", more: "provides = so:libgreet.so.1=1\n" });
  put("greet", { version: "2.0-r1", more: "depend = so:libgreet.so.1\n" });
  put("wanted", {});
  put("wanted", { version: "2.0-r0" });
  put("extra", {});
  put("extra2", { more: "depend = extra\n" });
  const index = "cd /srv/repo/x86_64 && apk index -o /tmp/index.tar.gz *.apk && rm -rf /var/cache/apk/*";
  execFileSync("chroot", [root, "/bin/sh", "-c", index], { stdio: "pipe" });
  writeFileSync(join(repository, "APKINDEX.tar.gz"), signed(readFileSync(join(root, "tmp/index.tar.gz"))));
  writeFileSync(join(root, "etc/apk/repositories"), "/srv/repo\n");
}

/** This machine's, with its loader and libraries. */
function gnuTar(): readonly Entry[] {
  const loader = "lib64/ld-linux-x86-64.so.2";
  const listed = execFileSync(`/${loader}`, ["--list", "/usr/bin/tar"], { encoding: "utf8" });
  const libraries = [...listed.matchAll(/=> (\/\S+)/g)].map(([, path = ""]) => path);
  return [loader, "usr/bin/tar", ...libraries.map((path) => path.slice(1))].map((path) => ({
    path: path.replace(/^lib\/x86_64-linux-gnu/, "usr/lib/x86_64-linux-gnu"),
    mode: "755",
    content: readFileSync(`/${path}`),
  }));
}

/** From the file of one of Alpine's own minimal roots. */
export function smallAlpine(archive: string): HostPath {
  const root = temporaryFolder();
  execFileSync("tar", ["-x", "-p", "-f", archive, "-C", root]);
  fillRepository(root);
  const install = "apk update && apk add extra2 wanted && echo changed >/etc/extra.conf";
  const inside = spawnSync("chroot", [root, "/bin/sh", "-c", install], { encoding: "utf8" });
  if (inside.status !== 0) throw new Error(inside.stdout + inside.stderr);
  const tar = joinPath(temporaryFolder(), "root.tar");
  execFileSync("tar", ["-c", "-f", tar, "-C", root, "."]);
  return tar;
}
