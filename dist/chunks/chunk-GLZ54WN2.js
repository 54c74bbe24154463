import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  scanLibraries
} from "./chunk-E3PZM54P.js";
import {
  ENGINES,
  guestPath
} from "./chunk-IAVOJ42Z.js";
import {
  ARCHES,
  isArch
} from "./chunk-SYY5JVPJ.js";
import {
  hostPath,
  joinPath,
  nearest,
  ok,
  unreachable,
  withScratch,
  wrong
} from "./chunk-EWCNBGCJ.js";
import {
  __callDispose,
  __name,
  __using
} from "./chunk-7DL54TQM.js";

// src/base/catalogue.yml
var catalogue_default = { "debian-11": { "family": "debian", "manager": "apt", "arches": ["x86_64", "aarch64"], "build": "debian:11", "run": "debian:11", "made": { "origin": "Debian", "suite": "bullseye", "keyring": "debian-archive-keyring" }, "extensible": true }, "debian-12": { "family": "debian", "manager": "apt", "arches": ["x86_64", "aarch64"], "build": "debian:12", "run": "debian:12", "made": { "origin": "Debian", "suite": "bookworm", "keyring": "debian-archive-keyring" }, "extensible": true }, "debian-13": { "family": "debian", "manager": "apt", "arches": ["x86_64", "aarch64"], "build": "debian:13", "run": "debian:13", "made": { "origin": "Debian", "suite": "trixie", "keyring": "debian-archive-keyring" }, "extensible": true }, "ubuntu-22.04": { "family": "debian", "manager": "apt", "arches": ["x86_64", "aarch64"], "build": "ubuntu:22.04", "run": "ubuntu:22.04", "made": { "origin": "Ubuntu", "suite": "jammy", "keyring": "ubuntu-keyring" }, "extensible": true }, "ubuntu-24.04": { "family": "debian", "manager": "apt", "arches": ["x86_64", "aarch64"], "build": "ubuntu:24.04", "run": "ubuntu:24.04", "made": { "origin": "Ubuntu", "suite": "noble", "keyring": "ubuntu-keyring" }, "extensible": true }, "heroku-22": { "family": "debian", "manager": "apt", "arches": ["x86_64"], "build": "heroku/heroku:22-build", "run": "heroku/heroku:22", "extensible": false }, "heroku-24": { "family": "debian", "manager": "apt", "arches": ["x86_64", "aarch64"], "build": "heroku/heroku:24-build", "run": "heroku/heroku:24", "extensible": false }, "alpine-3.21": { "family": "alpine", "manager": "apk", "arches": ["x86_64", "aarch64"], "build": "alpine:3.21", "run": "alpine:3.21", "extensible": true }, "alpine-3.22": { "family": "alpine", "manager": "apk", "arches": ["x86_64", "aarch64"], "build": "alpine:3.22", "run": "alpine:3.22", "extensible": true } };

// src/base/decode.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
__name(isRecord, "isRecord");
function isText(value) {
  return typeof value === "string";
}
__name(isText, "isText");
function isTexts(value) {
  return Array.isArray(value) && value.every(isText);
}
__name(isTexts, "isTexts");
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
__name(parseJson, "parseJson");

// src/base/catalogue.ts
var CATALOGUE = decodeCatalogue(catalogue_default);
function baseNames() {
  return [...CATALOGUE.keys(), "host"];
}
__name(baseNames, "baseNames");
function findBase(text) {
  if (text === "host") return ok({ kind: "host" });
  const known = CATALOGUE.get(text);
  if (known) return ok(known);
  const named = /^([^=]*)=(.*)$/s.exec(text);
  const reference = named ? named[2] ?? "" : text;
  if (!named && !/[/:@]/.test(text)) return wrong(unknownBase(text));
  if (!REFERENCE.test(reference)) return wrong(unreadableReference(text, reference));
  const name = named ? named[1] ?? "" : nameOf(reference);
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) return wrong(unreadableName(name));
  if (name === "host") return wrong(takenName(reference));
  return ok({ kind: "image", name, reference, like: CATALOGUE.get(name) });
}
__name(findBase, "findBase");
function nameOfBase(text) {
  const entry = findBase(text);
  return entry.ok ? ok(entry.value.kind === "host" ? "host" : entry.value.name) : entry;
}
__name(nameOfBase, "nameOfBase");
var REFERENCE = /^(?:[a-zA-Z0-9.-]+(?::[0-9]+)?\/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;
function nameOf(reference) {
  const path = reference.replace(/@.*$/, "");
  const last = path.slice(path.lastIndexOf("/") + 1);
  return last.toLowerCase().replace(/[^a-z0-9.-]+/g, "-");
}
__name(nameOf, "nameOf");
function unknownBase(name) {
  const meant = nearest(name, baseNames());
  return request("base/unknown", `\`${name}\` is not a base that is known by name`, {
    help: meant ? `did you mean \`${meant}\`?` : `choose one of ${baseNames().join(", ")}, or name an image as \`NAME=REFERENCE\``
  });
}
__name(unknownBase, "unknownBase");
function unreadableReference(text, reference) {
  return request("base/reference", `\`${reference}\` is not the reference of an image`, {
    help: `write \`NAME=REFERENCE\`, as in \`mybase=registry.example.org/team/image:1.0\`; found \`${text}\``
  });
}
__name(unreadableReference, "unreadableReference");
function unreadableName(name) {
  return request("base/name", `\`${name}\` can't name a base`, {
    help: "use lower-case letters, digits, dots and dashes: the name becomes part of file names"
  });
}
__name(unreadableName, "unreadableName");
function takenName(reference) {
  return request("base/name-taken", "`host` names this machine, and can't be an image", {
    help: `give the image another name, as in \`mybase=${reference}\``
  });
}
__name(takenName, "takenName");
function request(code, message, { help }) {
  return { severity: "error", code, blame: "request", message, help };
}
__name(request, "request");
function decodeCatalogue(value) {
  if (!isRecord(value)) throw new Error("catalogue.yml is not a mapping");
  return new Map(Object.entries(value).map(([name, entry]) => [name, decodeEntry(name, entry)]));
}
__name(decodeCatalogue, "decodeCatalogue");
function decodeEntry(name, value) {
  if (!isRecord(value)) throw new Error(`catalogue.yml: ${name} is not a mapping`);
  const { family, manager, arches, build, run, made, extensible } = value;
  if (family !== "debian" && family !== "alpine" && family !== "redhat") throw unfit(name, "family");
  if (manager !== "apt" && manager !== "apk" && manager !== "dnf") throw unfit(name, "manager");
  if (!isTexts(arches) || !arches.every(isArch)) throw unfit(name, `arches (${ARCHES.join(", ")})`);
  if (!isText(build) || !isText(run)) throw unfit(name, "build or run");
  if (typeof extensible !== "boolean") throw unfit(name, "extensible");
  return {
    kind: "known",
    name,
    family,
    manager,
    arches: arches.filter(isArch),
    build,
    run,
    made: made === void 0 ? void 0 : decodeRecipe(name, made),
    extensible
  };
}
__name(decodeEntry, "decodeEntry");
function decodeRecipe(name, value) {
  if (!isRecord(value)) throw unfit(name, "made");
  const { origin, suite, keyring } = value;
  if (origin !== "Debian" && origin !== "Ubuntu") throw unfit(name, "made.origin");
  if (!isText(suite) || !isText(keyring)) throw unfit(name, "made");
  return { origin, suite, keyring };
}
__name(decodeRecipe, "decodeRecipe");
function unfit(name, key) {
  return new Error(`catalogue.yml: ${name}: ${key} is wrong`);
}
__name(unfit, "unfit");

// src/base/make.ts
import { createHash as createHash2 } from "node:crypto";
import { pipeline } from "node:stream/promises";

// src/base/box.ts
async function openWorkbox(engine, { root, name, upper }, signal) {
  const opened = await engine.open({ root, name, network: "host", hidden: [], upper }, signal);
  if (opened.kind === "opened") return ok(opened.buildbox);
  signal.throwIfAborted();
  return wrong({
    severity: "error",
    code: "base/engine-refused",
    blame: "world",
    message: `engine \`${engine.kind}\` opens no buildbox for ${name}: ${opened.why}`,
    help: opened.help
  });
}
__name(openWorkbox, "openWorkbox");
var TAIL_LINES = 50;
var SHOWN_LINES = 8;
async function runTask(box, { script, args, onLine, host }, signal) {
  const lines = lineSplitter(onLine);
  let output = "";
  const stdout = new TextDecoder();
  const exit = await box.run(
    {
      argv: ["/bin/sh", "-c", script, "sh", ...args],
      cwd: guestPath("/"),
      env: rootEnvironment(host),
      user: "root"
    },
    (chunk, stream) => {
      if (stream === "stdout") output += stdout.decode(chunk, { stream: true });
      lines.take(chunk, stream);
    },
    signal
  );
  signal.throwIfAborted();
  return { exit, output, tail: lines.tail() };
}
__name(runTask, "runTask");
function lineSplitter(onLine = () => void 0) {
  const streams = {
    stdout: { decoder: new TextDecoder(), rest: "" },
    stderr: { decoder: new TextDecoder(), rest: "" }
  };
  let tail = [];
  const take = /* @__PURE__ */ __name((chunk, name) => {
    const stream = streams[name];
    const cut = (stream.rest + stream.decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    stream.rest = cut.pop() ?? "";
    const lines = cut.map((line) => line.replace(new RegExp("\\p{Cc}", "gu"), " "));
    for (const line of lines) onLine(line);
    tail = [...tail, ...lines.filter((line) => line.trim())].slice(-TAIL_LINES);
  }, "take");
  const rests = /* @__PURE__ */ __name(() => [streams.stdout.rest, streams.stderr.rest].filter((rest) => rest.trim()), "rests");
  return { take, tail: /* @__PURE__ */ __name(() => [...tail, ...rests()].slice(-TAIL_LINES), "tail") };
}
__name(lineSplitter, "lineSplitter");
var SOURCE_DATE_EPOCH = "315532800";
var PROXIES = ["http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy"];
function rootEnvironment(host) {
  const proxies = [...PROXIES, ...PROXIES.map((name) => name.toUpperCase())].flatMap((name) => {
    const value = host.environment(name);
    return value === void 0 ? [] : [[name, value]];
  });
  return {
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    HOME: "/root",
    LC_ALL: "C",
    DEBIAN_FRONTEND: "noninteractive",
    SOURCE_DATE_EPOCH,
    ...Object.fromEntries(proxies)
  };
}
__name(rootEnvironment, "rootEnvironment");
function taskFailure(code, message, { end, help }) {
  const said = end.tail.slice(-SHOWN_LINES).map((line) => `
    ${line}`).join("");
  return {
    severity: "error",
    code,
    blame: "world",
    message: `${message} (${exitText(end.exit)})${said}`,
    ...help ? { help } : {}
  };
}
__name(taskFailure, "taskFailure");
function isNetworkTrouble({ tail }) {
  const words2 = /Failed to fetch|Could not (?:connect|resolve)|Unable to (?:connect|fetch)|Temporary failure resolving/;
  return tail.some((line) => words2.test(line));
}
__name(isNetworkTrouble, "isNetworkTrouble");
function exitText(exit) {
  switch (exit.kind) {
    case "exited":
      return `exit ${exit.status}`;
    case "killed":
      return `killed by ${exit.signal}`;
    case "not-found":
      return `no \`${exit.program}\` there`;
    case "engine-died":
      return exit.why;
    case "aborted":
      return "cancelled";
    default:
      return unreachable(exit);
  }
}
__name(exitText, "exitText");
async function mustCopy(copy, what) {
  const exit = await copy;
  if (statusOf(exit) === 0) return ok(void 0);
  return wrong(taskFailure("base/copy", `${what} can't be copied`, { end: { exit, output: "", tail: [] } }));
}
__name(mustCopy, "mustCopy");
function statusOf(exit) {
  return exit.kind === "exited" ? exit.status : void 0;
}
__name(statusOf, "statusOf");
async function commitUnlessThere(box, { engine, key }, signal) {
  return await engine.layer(key) ?? await box.commit(key, signal);
}
__name(commitUnlessThere, "commitUnlessThere");

// src/base/make-root.sh
var make_root_default = `# In a buildbox over the machine, as root: makes the root of a base. $1: suite; $2: sources.list, or empty for the
# maker's own choice; the rest: packages that the tools layer will want. Leaves /tarwright/root.tar, and in
# /tarwright/state what apt would fetch a second time.
set -eu
suite=$1
sources=$2
shift 2
state=/tarwright/state
mkdir -p $state/var/lib/apt/lists $state/var/cache/apt/archives $state/etc/apt/apt.conf.d

# Proxies and the like, not the machine's hooks and habits. They may hold a password: builds must not read them.
umask 077
apt-config dump | grep -E '^Acquire::(http|https|ftp|tor|Retries|ForceIPv|Check-|AllowInsecure|Max-)' \\
  >$state/etc/apt/apt.conf.d/90machine || true
# Lists of packages are kept for the layers to come: a fifth of the size.
echo 'Acquire::GzipIndexes "true";' >>$state/etc/apt/apt.conf.d/90machine
case $sources in
*://*@*) printf '%s\\n' "$sources" >$state/etc/apt/sources.list ;;
esac
umask 022
case $sources in
*mirror+file:*)
  mkdir -p $state/etc/apt/mirrors
  cp -r /etc/apt/mirrors/. $state/etc/apt/mirrors/
  ;;
esac

# Runs when the root is complete, outside of it, with its apt: one download for both layers.
cat >/tarwright/complete <<'HOOK'
set -eu
root=$1
shift
rm -f "$root/etc/resolv.conf" "$root/etc/hostname" "$root/etc/apt/apt.conf.d/99mmdebstrap"
[ ! -e "$root/etc/apt/sources.list" ] || sed -i 's#://[^/@ ]*@#://#' "$root/etc/apt/sources.list"
[ -n "\${MMDEBSTRAP_APT_CONFIG:-}" ] || exit 0
export APT_CONFIG="$MMDEBSTRAP_APT_CONFIG"
apt-get -qy --no-install-recommends --download-only install "$@"
mv "$root"/var/cache/apt/archives/*.deb /tarwright/state/var/cache/apt/archives/
find "$root/var/lib/apt/lists" -maxdepth 1 -type f ! -name lock -exec mv -t /tarwright/state/var/lib/apt/lists {} +
HOOK

by_mmdebstrap() {
  hooks=/usr/share/mmdebstrap/hooks/maybe-merged-usr
  [ -d $hooks ] && hooks="--hook-dir=$hooks" || hooks=
  mmdebstrap --verbose --mode=root --variant=minbase --format=tar $hooks \\
    --aptopt=$state/etc/apt/apt.conf.d/90machine \\
    --customize-hook="sh /tarwright/complete \\"\\$1\\" $*" \\
    "$suite" /tarwright/root.tar \${sources:+-}
}

# Reproducible as far as it goes: its logs and caches are left out.
by_debootstrap() {
  mirror=$(printf '%s\\n' "$sources" | sed -n 's/^deb \\(\\[[^]]*\\] \\)\\{0,1\\}\\([^ ]*\\) .*/\\2/p' | head -n 1)
  debootstrap --variant=minbase "$suite" /tarwright/root $mirror
  cd /tarwright/root
  [ -z "$sources" ] || printf '%s\\n' "$sources" >etc/apt/sources.list
  sh /tarwright/complete /tarwright/root "$@"
  rm -rf var/cache/apt/*.bin var/cache/apt/archives/*.deb var/lib/apt/lists/* var/log/*.log var/cache/ldconfig/* debootstrap
  tar -c --sort=name --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --clamp-mtime --one-file-system \\
    --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' -f /tarwright/root.tar .
}

if command -v mmdebstrap >/dev/null; then
  printf '%s\\n' "$sources" | by_mmdebstrap "$@"
else
  by_debootstrap "$@"
fi
rm -f /tarwright/complete
`;

// src/base/prepare-host.sh
var prepare_host_default = `# In a buildbox over the machine, as root: brings what makes a root of Debian's kind. Prints nothing on standard
# output but the indexes that apt knows, in the format $1. $2: package with the archive's keys.
# Exit: 11 not really root, 12 no apt here, 13 apt can't read its mirrors, 14 no mmdebstrap to be had, 15 no keys.
set -u
format=$1
keyring=$2
[ -O /usr/bin ] || exit 11
command -v apt-get >/dev/null || exit 12

# Unpacked, not installed: scripts need no set-up, and the triggers of a full machine take longer than the base.
bring() {
  rm -f /var/cache/apt/archives/*.deb
  apt-get -qy --no-install-recommends --download-only install "$@" >&2 || return 1
  for package in /var/cache/apt/archives/*.deb; do
    [ ! -e "$package" ] || dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C / || return 1
  done
}

# The machine may have other sources that can't be reached, or lists that are new enough.
reached=yes
apt-get -q -o APT::Update::Error-Mode=any update >&2 || reached=no
command -v mmdebstrap >/dev/null || bring mmdebstrap || command -v debootstrap >/dev/null || bring debootstrap || {
  [ $reached = yes ] && exit 14 || exit 13
}
dpkg-query -W "$keyring" >/dev/null 2>&1 || bring "$keyring" || {
  [ $reached = yes ] && exit 15 || exit 13
}
apt-get indextargets --format "$format" 'Created-By: Packages'
`;

// src/base/progress.ts
function installProgress(what, report) {
  let fetched = 0;
  let toFetch;
  let installed = 0;
  let toInstall;
  const tellBytes = /* @__PURE__ */ __name(() => report({
    kind: "progress",
    what: `${what}: fetch`,
    done: fetched,
    total: atLeast(fetched, toFetch),
    unit: "bytes"
  }), "tellBytes");
  const tellPackages = /* @__PURE__ */ __name(() => report({
    kind: "progress",
    what: `${what}: install`,
    done: installed,
    total: atLeast(installed, toInstall),
    unit: "packages"
  }), "tellPackages");
  return {
    line: /* @__PURE__ */ __name((line) => {
      const need = /^Need to get ([0-9.,]+) ?([kMG]?B)(?:\/[0-9.,]+ ?[kMG]?B)? of archives/.exec(line);
      if (need) toFetch = fetched + bytesOf(need[1], need[2]);
      const count = /\b(\d+) newly installed/.exec(line);
      if (count) toInstall = installed + Number(count[1]);
      const got = /^Get:\d+ .*\[([0-9.,]+) ([kMG]?B)\]$/.exec(line);
      if (got) {
        fetched += bytesOf(got[1], got[2]);
        tellBytes();
      }
      if (/^Setting up /.test(line)) {
        installed += 1;
        tellPackages();
      }
    }, "line"),
    finish: /* @__PURE__ */ __name(() => {
      toFetch = fetched;
      toInstall = installed;
      if (fetched > 0) tellBytes();
      if (installed > 0) tellPackages();
    }, "finish")
  };
}
__name(installProgress, "installProgress");
function atLeast(done, announced) {
  return announced !== void 0 && announced >= done ? announced : void 0;
}
__name(atLeast, "atLeast");
var UNITS = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };
function bytesOf(amount = "0", unit = "B") {
  return Math.round(Number(amount.replaceAll(",", "")) * (UNITS[unit] ?? 1));
}
__name(bytesOf, "bytesOf");

// src/base/providers.yml
var providers_default = { "neutral": { "acl": { "apt": { "build": ["libacl1-dev"], "run": ["libacl1"] }, "apk": { "build": ["acl-dev"], "run": ["acl-libs"] }, "dnf": { "build": ["libacl-devel"], "run": ["libacl"] }, "gobolinux": ["ACL"] }, "attr": { "apt": { "build": ["libattr1-dev"], "run": ["libattr1"] }, "apk": { "build": ["attr-dev"], "run": ["libattr"] }, "dnf": { "build": ["libattr-devel"], "run": ["libattr"] }, "gobolinux": ["Attr"] }, "autoconf": { "apt": { "build": ["autoconf"], "run": [] }, "apk": { "build": ["autoconf"], "run": [] }, "dnf": { "build": ["autoconf"], "run": [] }, "gobolinux": ["Autoconf"], "openbsd": ["devel/autoconf/2.69"] }, "automake": { "apt": { "build": ["automake"], "run": [] }, "apk": { "build": ["automake"], "run": [] }, "dnf": { "build": ["automake"], "run": [] }, "gobolinux": ["Automake"], "openbsd": ["devel/automake/1.16"] }, "bash": { "apt": { "build": ["bash"], "run": ["bash"] }, "apk": { "build": ["bash"], "run": ["bash"] }, "dnf": { "build": ["bash"], "run": ["bash"] }, "gobolinux": ["Bash"], "openbsd": ["shells/bash"] }, "bison": { "apt": { "build": ["bison"], "run": [] }, "apk": { "build": ["bison"], "run": [] }, "dnf": { "build": ["bison"], "run": [] }, "gobolinux": ["Bison"], "openbsd": ["devel/bison"] }, "brotli": { "apt": { "build": ["libbrotli-dev"], "run": ["libbrotli1"] }, "apk": { "build": ["brotli-dev"], "run": ["brotli-libs"] }, "dnf": { "build": ["brotli-devel"], "run": ["libbrotli"] }, "gobolinux": ["Brotli"], "openbsd": ["archivers/brotli"] }, "bzip2": { "apt": { "build": ["libbz2-dev"], "run": ["libbz2-1.0"] }, "apk": { "build": ["bzip2-dev"], "run": ["libbz2"] }, "dnf": { "build": ["bzip2-devel"], "run": ["bzip2-libs"] }, "gobolinux": ["BZip2"], "openbsd": ["archivers/bzip2"] }, "c-ares": { "apt": { "build": ["libc-ares-dev"], "run": ["libc-ares2"] }, "apk": { "build": ["c-ares-dev"], "run": ["c-ares"] }, "dnf": { "build": ["c-ares-devel"], "run": ["c-ares"] }, "gobolinux": ["C-Ares"], "openbsd": ["net/libcares"] }, "cairo": { "apt": { "build": ["libcairo2-dev"], "run": ["libcairo2"] }, "apk": { "build": ["cairo-dev"], "run": ["cairo"] }, "dnf": { "build": ["cairo-devel"], "run": ["cairo"] }, "gobolinux": ["Cairo"], "openbsd": ["graphics/cairo"] }, "cargo": { "apt": { "build": ["cargo", "rustc"], "run": [] }, "apk": { "build": ["cargo", "rust"], "run": [] }, "dnf": { "build": ["cargo", "rust"], "run": [] }, "gobolinux": ["Rust"], "openbsd": ["lang/rust"] }, "cmake": { "apt": { "build": ["cmake"], "run": [] }, "apk": { "build": ["cmake"], "run": [] }, "dnf": { "build": ["cmake"], "run": [] }, "gobolinux": ["CMake"], "openbsd": ["devel/cmake"] }, "curl": { "apt": { "build": ["libcurl4-openssl-dev"], "run": ["libcurl4"] }, "apk": { "build": ["curl-dev"], "run": ["libcurl"] }, "dnf": { "build": ["libcurl-devel"], "run": ["libcurl"] }, "gobolinux": ["CURL"], "openbsd": ["net/curl"] }, "db": { "apt": { "build": ["libdb5.3-dev"], "run": ["libdb5.3"] }, "apk": { "build": ["db-dev"], "run": ["db"] }, "dnf": { "build": ["libdb-devel"], "run": ["libdb"] }, "gobolinux": ["DB"], "openbsd": ["databases/db/v4"] }, "expat": { "apt": { "build": ["libexpat1-dev"], "run": ["libexpat1"] }, "apk": { "build": ["expat-dev"], "run": ["libexpat"] }, "dnf": { "build": ["expat-devel"], "run": ["expat"] }, "gobolinux": ["Expat"] }, "flex": { "apt": { "build": ["flex", "libfl-dev"], "run": [] }, "apk": { "build": ["flex", "flex-dev"], "run": [] }, "dnf": { "build": ["flex", "libfl-devel"], "run": [] }, "gobolinux": ["Flex"] }, "fontconfig": { "apt": { "build": ["libfontconfig-dev"], "run": ["libfontconfig1"] }, "apk": { "build": ["fontconfig-dev"], "run": ["fontconfig"] }, "dnf": { "build": ["fontconfig-devel"], "run": ["fontconfig"] }, "gobolinux": ["Fontconfig"] }, "freetype": { "apt": { "build": ["libfreetype-dev"], "run": ["libfreetype6"] }, "apk": { "build": ["freetype-dev"], "run": ["freetype"] }, "dnf": { "build": ["freetype-devel"], "run": ["freetype"] }, "gobolinux": ["Freetype"] }, "gdbm": { "apt": { "build": ["libgdbm-dev"], "run": ["libgdbm6"] }, "apk": { "build": ["gdbm-dev"], "run": ["gdbm"] }, "dnf": { "build": ["gdbm-devel"], "run": ["gdbm-libs"] }, "gobolinux": ["GDBM"], "openbsd": ["databases/gdbm"] }, "gettext": { "apt": { "build": ["gettext", "autopoint"], "run": [] }, "apk": { "build": ["gettext-dev"], "run": ["libintl"] }, "dnf": { "build": ["gettext-devel"], "run": [] }, "gobolinux": ["Gettext"], "openbsd": ["devel/gettext", "devel/gettext-tools"] }, "git": { "apt": { "build": ["git"], "run": ["git"] }, "apk": { "build": ["git"], "run": ["git"] }, "dnf": { "build": ["git"], "run": ["git"] }, "gobolinux": ["Git"], "openbsd": ["devel/git"] }, "glib": { "apt": { "build": ["libglib2.0-dev"], "run": ["libglib2.0-0"] }, "apk": { "build": ["glib-dev"], "run": ["glib"] }, "dnf": { "build": ["glib2-devel"], "run": ["glib2"] }, "gobolinux": ["GLib"], "openbsd": ["devel/glib2"] }, "gmp": { "apt": { "build": ["libgmp-dev"], "run": ["libgmp10"] }, "apk": { "build": ["gmp-dev"], "run": ["gmp"] }, "dnf": { "build": ["gmp-devel"], "run": ["gmp"] }, "gobolinux": ["GMP"], "openbsd": ["devel/gmp"] }, "gnutls": { "apt": { "build": ["libgnutls28-dev"], "run": ["libgnutls30"] }, "apk": { "build": ["gnutls-dev"], "run": ["gnutls"] }, "dnf": { "build": ["gnutls-devel"], "run": ["gnutls"] }, "gobolinux": ["GnuTLS"], "openbsd": ["security/gnutls"] }, "gperf": { "apt": { "build": ["gperf"], "run": [] }, "apk": { "build": ["gperf"], "run": [] }, "dnf": { "build": ["gperf"], "run": [] }, "gobolinux": ["Gperf"], "openbsd": ["devel/gperf"] }, "groff": { "apt": { "build": ["groff"], "run": ["groff-base"] }, "apk": { "build": ["groff"], "run": ["groff"] }, "dnf": { "build": ["groff"], "run": ["groff-base"] }, "gobolinux": ["Groff"], "openbsd": ["textproc/groff"] }, "help2man": { "apt": { "build": ["help2man"], "run": [] }, "apk": { "build": ["help2man"], "run": [] }, "dnf": { "build": ["help2man"], "run": [] }, "gobolinux": ["Help2man"], "openbsd": ["devel/help2man"] }, "icu": { "apt": { "build": ["libicu-dev"], "run": ["libicu72"], "on": { "debian-11": { "run": ["libicu67"] }, "debian-13": { "run": ["libicu76"] }, "ubuntu-22.04": { "run": ["libicu70"] }, "ubuntu-24.04": { "run": ["libicu74"] } } }, "apk": { "build": ["icu-dev"], "run": ["icu-libs"] }, "dnf": { "build": ["libicu-devel"], "run": ["libicu"] }, "gobolinux": ["ICU4C"], "openbsd": ["textproc/icu4c"] }, "imake": { "apt": { "build": ["xutils-dev"], "run": [] }, "apk": { "build": ["imake"], "run": [] }, "dnf": { "build": ["imake"], "run": [] }, "gobolinux": ["Imake"] }, "jansson": { "apt": { "build": ["libjansson-dev"], "run": ["libjansson4"] }, "apk": { "build": ["jansson-dev"], "run": ["jansson"] }, "dnf": { "build": ["jansson-devel"], "run": ["jansson"] }, "gobolinux": ["Jansson"], "openbsd": ["devel/jansson"] }, "json-c": { "apt": { "build": ["libjson-c-dev"], "run": ["libjson-c5"] }, "apk": { "build": ["json-c-dev"], "run": ["json-c"] }, "dnf": { "build": ["json-c-devel"], "run": ["json-c"] }, "gobolinux": ["JSON-C"], "openbsd": ["devel/json-c"] }, "libarchive": { "apt": { "build": ["libarchive-dev"], "run": ["libarchive13"] }, "apk": { "build": ["libarchive-dev"], "run": ["libarchive"] }, "dnf": { "build": ["libarchive-devel"], "run": ["libarchive"] }, "gobolinux": ["LibArchive"], "openbsd": ["archivers/libarchive"] }, "libcap": { "apt": { "build": ["libcap-dev"], "run": ["libcap2"] }, "apk": { "build": ["libcap-dev"], "run": ["libcap2"] }, "dnf": { "build": ["libcap-devel"], "run": ["libcap"] }, "gobolinux": ["Libcap"] }, "libedit": { "apt": { "build": ["libedit-dev"], "run": ["libedit2"] }, "apk": { "build": ["libedit-dev"], "run": ["libedit"] }, "dnf": { "build": ["libedit-devel"], "run": ["libedit"] }, "gobolinux": ["LibEdit"] }, "libevent": { "apt": { "build": ["libevent-dev"], "run": ["libevent-2.1-7"] }, "apk": { "build": ["libevent-dev"], "run": ["libevent"] }, "dnf": { "build": ["libevent-devel"], "run": ["libevent"] }, "gobolinux": ["LibEvent"], "openbsd": ["devel/libevent2"] }, "libffi": { "apt": { "build": ["libffi-dev"], "run": ["libffi8"], "on": { "debian-11": { "run": ["libffi7"] } } }, "apk": { "build": ["libffi-dev"], "run": ["libffi"] }, "dnf": { "build": ["libffi-devel"], "run": ["libffi"] }, "gobolinux": ["LibFFI"], "openbsd": ["devel/libffi"] }, "libgcrypt": { "apt": { "build": ["libgcrypt20-dev"], "run": ["libgcrypt20"] }, "apk": { "build": ["libgcrypt-dev"], "run": ["libgcrypt"] }, "dnf": { "build": ["libgcrypt-devel"], "run": ["libgcrypt"] }, "gobolinux": ["LibGCrypt"], "openbsd": ["security/libgcrypt"] }, "libiconv": { "apt": { "build": [], "run": [] }, "apk": { "build": [], "run": [] }, "dnf": { "build": [], "run": [] }, "gobolinux": ["LibIconv"], "openbsd": ["converters/libiconv"] }, "libidn2": { "apt": { "build": ["libidn2-dev"], "run": ["libidn2-0"] }, "apk": { "build": ["libidn2-dev"], "run": ["libidn2"] }, "dnf": { "build": ["libidn2-devel"], "run": ["libidn2"] }, "gobolinux": ["LibIDN2"], "openbsd": ["devel/libidn2"] }, "libjpeg": { "apt": { "build": ["libjpeg-dev"], "run": ["libjpeg62-turbo"], "on": { "ubuntu-22.04": { "run": ["libjpeg-turbo8"] }, "ubuntu-24.04": { "run": ["libjpeg-turbo8"] } } }, "apk": { "build": ["libjpeg-turbo-dev"], "run": ["libjpeg-turbo"] }, "dnf": { "build": ["libjpeg-turbo-devel"], "run": ["libjpeg-turbo"] }, "gobolinux": ["LibJPEG-Turbo"], "openbsd": ["graphics/jpeg"] }, "libpng": { "apt": { "build": ["libpng-dev"], "run": ["libpng16-16"] }, "apk": { "build": ["libpng-dev"], "run": ["libpng"] }, "dnf": { "build": ["libpng-devel"], "run": ["libpng"] }, "gobolinux": ["LibPNG"], "openbsd": ["graphics/png"] }, "libsodium": { "apt": { "build": ["libsodium-dev"], "run": ["libsodium23"] }, "apk": { "build": ["libsodium-dev"], "run": ["libsodium"] }, "dnf": { "build": ["libsodium-devel"], "run": ["libsodium"] }, "gobolinux": ["LibSodium"], "openbsd": ["security/libsodium"] }, "libssh2": { "apt": { "build": ["libssh2-1-dev"], "run": ["libssh2-1"] }, "apk": { "build": ["libssh2-dev"], "run": ["libssh2"] }, "dnf": { "build": ["libssh2-devel"], "run": ["libssh2"] }, "gobolinux": ["LibSSH2"], "openbsd": ["security/libssh2"] }, "libtool": { "apt": { "build": ["libtool", "libtool-bin", "libltdl-dev"], "run": ["libltdl7"] }, "apk": { "build": ["libtool", "libltdl"], "run": ["libltdl"] }, "dnf": { "build": ["libtool", "libtool-ltdl-devel"], "run": ["libtool-ltdl"] }, "gobolinux": ["Libtool"], "openbsd": ["devel/libtool"] }, "libunistring": { "apt": { "build": ["libunistring-dev"], "run": ["libunistring2"], "on": { "debian-13": { "run": ["libunistring5"] }, "ubuntu-24.04": { "run": ["libunistring5"] } } }, "apk": { "build": ["libunistring-dev"], "run": ["libunistring"] }, "dnf": { "build": ["libunistring-devel"], "run": ["libunistring"] }, "gobolinux": ["LibUnistring"], "openbsd": ["devel/libunistring"] }, "libuv": { "apt": { "build": ["libuv1-dev"], "run": ["libuv1"] }, "apk": { "build": ["libuv-dev"], "run": ["libuv"] }, "dnf": { "build": ["libuv-devel"], "run": ["libuv"] }, "gobolinux": ["LibUV"], "openbsd": ["devel/libuv"] }, "libx11": { "apt": { "build": ["libx11-dev"], "run": ["libx11-6"] }, "apk": { "build": ["libx11-dev"], "run": ["libx11"] }, "dnf": { "build": ["libX11-devel"], "run": ["libX11"] }, "gobolinux": ["LibX11"] }, "libxml2": { "apt": { "build": ["libxml2-dev"], "run": ["libxml2"] }, "apk": { "build": ["libxml2-dev"], "run": ["libxml2"] }, "dnf": { "build": ["libxml2-devel"], "run": ["libxml2"] }, "gobolinux": ["LibXML2"], "openbsd": ["textproc/libxml"] }, "libxslt": { "apt": { "build": ["libxslt1-dev"], "run": ["libxslt1.1"] }, "apk": { "build": ["libxslt-dev"], "run": ["libxslt"] }, "dnf": { "build": ["libxslt-devel"], "run": ["libxslt"] }, "gobolinux": ["LibXSLT"], "openbsd": ["textproc/libxslt"] }, "libyaml": { "apt": { "build": ["libyaml-dev"], "run": ["libyaml-0-2"] }, "apk": { "build": ["yaml-dev"], "run": ["yaml"] }, "dnf": { "build": ["libyaml-devel"], "run": ["libyaml"] }, "gobolinux": ["LibYAML"], "openbsd": ["textproc/libyaml"] }, "lua": { "apt": { "build": ["lua5.4", "liblua5.4-dev"], "run": ["liblua5.4-0"] }, "apk": { "build": ["lua5.4", "lua5.4-dev"], "run": ["lua5.4-libs"] }, "dnf": { "build": ["lua", "lua-devel"], "run": ["lua-libs"] }, "gobolinux": ["Lua"], "openbsd": ["lang/lua/5.4"] }, "lz4": { "apt": { "build": ["liblz4-dev"], "run": ["liblz4-1"] }, "apk": { "build": ["lz4-dev"], "run": ["lz4-libs"] }, "dnf": { "build": ["lz4-devel"], "run": ["lz4-libs"] }, "gobolinux": ["LZ4"], "openbsd": ["archivers/lz4"] }, "m4": { "apt": { "build": ["m4"], "run": [] }, "apk": { "build": ["m4"], "run": [] }, "dnf": { "build": ["m4"], "run": [] }, "gobolinux": ["M4"], "openbsd": ["devel/m4"] }, "meson": { "apt": { "build": ["meson", "ninja-build"], "run": [] }, "apk": { "build": ["meson", "samurai"], "run": [] }, "dnf": { "build": ["meson", "ninja-build"], "run": [] }, "gobolinux": ["Meson"], "openbsd": ["devel/meson"] }, "mpfr": { "apt": { "build": ["libmpfr-dev"], "run": ["libmpfr6"] }, "apk": { "build": ["mpfr-dev"], "run": ["mpfr4"] }, "dnf": { "build": ["mpfr-devel"], "run": ["mpfr"] }, "gobolinux": ["MPFR"], "openbsd": ["devel/mpfr"] }, "nasm": { "apt": { "build": ["nasm"], "run": [] }, "apk": { "build": ["nasm"], "run": [] }, "dnf": { "build": ["nasm"], "run": [] }, "gobolinux": ["NASM"], "openbsd": ["devel/nasm"] }, "ncurses": { "apt": { "build": ["libncurses-dev"], "run": ["libncursesw6", "libncurses6", "libtinfo6", "ncurses-base"] }, "apk": { "build": ["ncurses-dev"], "run": ["ncurses-libs", "ncurses-terminfo-base"] }, "dnf": { "build": ["ncurses-devel"], "run": ["ncurses-libs", "ncurses-base"] }, "gobolinux": ["Ncurses"] }, "nettle": { "apt": { "build": ["nettle-dev"], "run": ["libnettle8", "libhogweed6"] }, "apk": { "build": ["nettle-dev"], "run": ["nettle"] }, "dnf": { "build": ["nettle-devel"], "run": ["nettle"] }, "gobolinux": ["Nettle"], "openbsd": ["security/libnettle"] }, "nghttp2": { "apt": { "build": ["libnghttp2-dev"], "run": ["libnghttp2-14"] }, "apk": { "build": ["nghttp2-dev"], "run": ["nghttp2-libs"] }, "dnf": { "build": ["libnghttp2-devel"], "run": ["libnghttp2"] }, "gobolinux": ["NGHTTP2"], "openbsd": ["www/nghttp2"] }, "ninja": { "apt": { "build": ["ninja-build"], "run": [] }, "apk": { "build": ["samurai"], "run": [] }, "dnf": { "build": ["ninja-build"], "run": [] }, "gobolinux": ["Ninja"], "openbsd": ["devel/ninja"] }, "oniguruma": { "apt": { "build": ["libonig-dev"], "run": ["libonig5"] }, "apk": { "build": ["oniguruma-dev"], "run": ["oniguruma"] }, "dnf": { "build": ["oniguruma-devel"], "run": ["oniguruma"] }, "gobolinux": ["Oniguruma"], "openbsd": ["textproc/oniguruma"] }, "openssl": { "apt": { "build": ["libssl-dev"], "run": ["libssl3"], "on": { "debian-11": { "run": ["libssl1.1"] } } }, "apk": { "build": ["openssl-dev"], "run": ["libssl3", "libcrypto3"] }, "dnf": { "build": ["openssl-devel"], "run": ["openssl-libs"] }, "gobolinux": ["OpenSSL"] }, "pcre2": { "apt": { "build": ["libpcre2-dev"], "run": ["libpcre2-8-0", "libpcre2-16-0", "libpcre2-32-0", "libpcre2-posix3"], "on": { "debian-11": { "run": ["libpcre2-8-0", "libpcre2-16-0", "libpcre2-32-0", "libpcre2-posix2"] } } }, "apk": { "build": ["pcre2-dev"], "run": ["pcre2"] }, "dnf": { "build": ["pcre2-devel"], "run": ["pcre2"] }, "gobolinux": ["PCRE2"], "openbsd": ["devel/pcre2"] }, "perl": { "apt": { "build": ["perl", "libperl-dev"], "run": ["perl"] }, "apk": { "build": ["perl", "perl-dev"], "run": ["perl"] }, "dnf": { "build": ["perl", "perl-devel"], "run": ["perl"] }, "gobolinux": ["Perl"] }, "pkg-config": { "apt": { "build": ["pkg-config"], "run": [] }, "apk": { "build": ["pkgconf"], "run": [] }, "dnf": { "build": ["pkgconf-pkg-config"], "run": [] }, "gobolinux": ["Pkg-Config"] }, "python3": { "apt": { "build": ["python3", "python3-dev", "python3-venv"], "run": ["python3"] }, "apk": { "build": ["python3", "python3-dev"], "run": ["python3"] }, "dnf": { "build": ["python3", "python3-devel"], "run": ["python3"] }, "gobolinux": ["Python"], "openbsd": ["lang/python/3"] }, "readline": { "apt": { "build": ["libreadline-dev"], "run": ["libreadline8"] }, "apk": { "build": ["readline-dev"], "run": ["readline"] }, "dnf": { "build": ["readline-devel"], "run": ["readline"] }, "gobolinux": ["Readline"], "openbsd": ["devel/readline"] }, "ruby": { "apt": { "build": ["ruby", "ruby-dev"], "run": ["ruby"] }, "apk": { "build": ["ruby", "ruby-dev"], "run": ["ruby"] }, "dnf": { "build": ["ruby", "ruby-devel"], "run": ["ruby"] }, "gobolinux": ["Ruby"] }, "scons": { "apt": { "build": ["scons"], "run": [] }, "apk": { "build": ["scons"], "run": [] }, "dnf": { "build": ["python3-scons"], "run": [] }, "gobolinux": ["SCons"], "openbsd": ["devel/scons"] }, "sqlite": { "apt": { "build": ["libsqlite3-dev"], "run": ["libsqlite3-0"] }, "apk": { "build": ["sqlite-dev"], "run": ["sqlite-libs"] }, "dnf": { "build": ["sqlite-devel"], "run": ["sqlite-libs"] }, "gobolinux": ["SQLite"], "openbsd": ["databases/sqlite3"] }, "tcl": { "apt": { "build": ["tcl-dev"], "run": ["tcl"] }, "apk": { "build": ["tcl-dev"], "run": ["tcl"] }, "dnf": { "build": ["tcl-devel"], "run": ["tcl"] }, "gobolinux": ["Tcl"], "openbsd": ["lang/tcl/8.6"] }, "texinfo": { "apt": { "build": ["texinfo"], "run": [] }, "apk": { "build": ["texinfo"], "run": [] }, "dnf": { "build": ["texinfo"], "run": [] }, "gobolinux": ["Texinfo"], "openbsd": ["print/texinfo"] }, "util-linux": { "apt": { "build": ["libblkid-dev", "libmount-dev", "uuid-dev"], "run": ["libblkid1", "libmount1", "libuuid1"] }, "apk": { "build": ["util-linux-dev"], "run": ["libblkid", "libmount", "libuuid"] }, "dnf": { "build": ["libblkid-devel", "libmount-devel", "libuuid-devel"], "run": ["libblkid", "libmount", "libuuid"] }, "gobolinux": ["Util-Linux"] }, "xz": { "apt": { "build": ["liblzma-dev"], "run": ["liblzma5"] }, "apk": { "build": ["xz-dev"], "run": ["xz-libs"] }, "dnf": { "build": ["xz-devel"], "run": ["xz-libs"] }, "gobolinux": ["XZ-Utils"], "openbsd": ["archivers/xz"] }, "zlib": { "apt": { "build": ["zlib1g-dev"], "run": ["zlib1g"] }, "apk": { "build": ["zlib-dev"], "run": ["zlib"] }, "dnf": { "build": ["zlib-devel"], "run": ["zlib"] }, "gobolinux": ["ZLib"] }, "zstd": { "apt": { "build": ["libzstd-dev"], "run": ["libzstd1"] }, "apk": { "build": ["zstd-dev"], "run": ["zstd-libs"] }, "dnf": { "build": ["libzstd-devel"], "run": ["libzstd"] }, "gobolinux": ["ZSTD"], "openbsd": ["archivers/zstd"] } }, "tools": { "apt": ["build-essential", "pkg-config", "patch", "file", "bzip2", "lzip", "unzip", "xz-utils", "zstd"], "apk": ["build-base", "pkgconf", "bash", "patch", "file", "tar", "bzip2", "gzip", "lzip", "unzip", "xz", "zstd"], "dnf": ["gcc", "gcc-c++", "make", "pkgconf-pkg-config", "diffutils", "findutils", "patch", "file", "tar", "bzip2", "gzip", "lzip", "unzip", "xz", "zstd"] }, "styles": { "autoconf": { "apt": ["autoconf", "automake", "libtool", "autopoint"], "apk": ["autoconf", "automake", "libtool", "gettext-dev"], "dnf": ["autoconf", "automake", "libtool", "gettext-devel"] }, "cargo": { "apt": ["cargo", "rustc"], "apk": ["cargo", "rust"], "dnf": ["cargo", "rust"] }, "cmake": { "apt": ["cmake"], "apk": ["cmake"], "dnf": ["cmake"] }, "imake": { "apt": ["xutils-dev"], "apk": ["imake"], "dnf": ["imake"] }, "meson": { "apt": ["meson", "ninja-build"], "apk": ["meson", "samurai"], "dnf": ["meson", "ninja-build"] }, "perl": { "apt": ["perl"], "apk": ["perl", "perl-dev"], "dnf": ["perl", "perl-devel", "perl-ExtUtils-MakeMaker"] }, "python": { "apt": ["python3", "python3-dev", "python3-pip", "python3-setuptools", "python3-wheel"], "apk": ["python3", "python3-dev", "py3-pip", "py3-setuptools", "py3-wheel"], "dnf": ["python3", "python3-devel", "python3-pip", "python3-setuptools", "python3-wheel"] }, "scons": { "apt": ["scons"], "apk": ["scons"], "dnf": ["python3-scons"] }, "waf": { "apt": ["python3"], "apk": ["python3"], "dnf": ["python3"] } } };

// src/base/providers.ts
var MANAGERS = ["apt", "apk", "dnf"];
var TABLE = decodeTable(providers_default);
function neutralNames() {
  return [...TABLE.neutral.keys()];
}
__name(neutralNames, "neutralNames");
function toolPackages(manager) {
  return TABLE.tools.get(manager) ?? [];
}
__name(toolPackages, "toolPackages");
function stylePackages(style, manager) {
  return TABLE.styles.get(style)?.get(manager) ?? [];
}
__name(stylePackages, "stylePackages");
function wantedPackages(system, { shelf, part }) {
  const wanted = [];
  const problems = [];
  for (const by of system) {
    if (by.kind === "native") {
      if (by.manager === shelf.manager) wanted.push(...by[part].map((name) => ({ name, by })));
      continue;
    }
    const neutral = TABLE.neutral.get(by.name);
    if (!neutral) problems.push(unknownNeutral(by.name, by));
    else wanted.push(...packagesOf(neutral, shelf, part).map((name) => ({ name, by })));
  }
  return problems.length > 0 ? { ok: false, error: problems } : ok(wanted);
}
__name(wantedPackages, "wantedPackages");
function packagesOf(neutral, { manager, base }, part) {
  const deviation = part === "run" ? neutral.on.get(`${manager} ${base}`) : void 0;
  return deviation ?? neutral.usual.get(manager)?.[part] ?? [];
}
__name(packagesOf, "packagesOf");
function unknownNeutral(name, { span }) {
  const foreign = [...TABLE.neutral].find(([, { foreign: foreign2 }]) => foreign2.includes(name))?.[0];
  const meant = foreign ?? nearest(name, neutralNames());
  return {
    severity: "error",
    code: "base/unknown-package",
    blame: "recipe",
    message: `\`${name}\` is not a library or tool that bases are known to supply`,
    span,
    help: meant ? `did you mean \`${meant}\`?` : `name the packages themselves, as in \`{apt: {build: [lib${name}-dev], run: [lib${name}1]}}\``
  };
}
__name(unknownNeutral, "unknownNeutral");
function decodeTable(value) {
  const { neutral, tools, styles } = recordOf(value, "providers.yml");
  return {
    neutral: new Map(
      Object.entries(recordOf(neutral, "neutral")).map(([name, entry]) => [name, decodeNeutral(name, entry)])
    ),
    tools: listsByManager(tools, "tools"),
    styles: new Map(
      Object.entries(recordOf(styles, "styles")).map(([style, lists]) => [
        style,
        listsByManager(lists, style)
      ])
    )
  };
}
__name(decodeTable, "decodeTable");
function decodeNeutral(name, value) {
  const entry = recordOf(value, name);
  const on = /* @__PURE__ */ new Map();
  const usual = /* @__PURE__ */ new Map();
  for (const manager of MANAGERS) {
    const provider = recordOf(entry[manager], `${name}.${manager}`);
    usual.set(manager, {
      build: textsOf(provider["build"], `${name}.${manager}.build`),
      run: textsOf(provider["run"], `${name}.${manager}.run`)
    });
    for (const [base, deviation] of Object.entries(recordOf(provider["on"] ?? {}, name))) {
      const { run } = recordOf(deviation, `${name}.on.${base}`);
      on.set(`${manager} ${base}`, textsOf(run, `${name}.on.${base}.run`));
    }
  }
  const foreign = ["gobolinux", "openbsd"].flatMap((system) => textsOf(entry[system] ?? [], name));
  return { usual, on, foreign };
}
__name(decodeNeutral, "decodeNeutral");
function listsByManager(value, where) {
  const lists = recordOf(value, where);
  return new Map(MANAGERS.map((manager) => [manager, textsOf(lists[manager], `${where}.${manager}`)]));
}
__name(listsByManager, "listsByManager");
function recordOf(value, where) {
  if (!isRecord(value)) throw new Error(`providers.yml: ${where} is not a mapping`);
  return value;
}
__name(recordOf, "recordOf");
function textsOf(value, where) {
  if (!isTexts(value)) throw new Error(`providers.yml: ${where} is not a list of names`);
  return value;
}
__name(textsOf, "textsOf");

// src/base/sources.ts
var INDEX_FORMAT = "$(REPO_URI)	$(RELEASE)	$(ORIGIN)	$(CODENAME)";
function readIndexes(text) {
  return text.split("\n").flatMap((line) => {
    const [uri, suite, origin, codename] = line.split("	");
    if (!uri || !suite || origin === void 0 || codename === void 0) return [];
    return [{ uri, suite, origin, codename }];
  });
}
__name(readIndexes, "readIndexes");
function readSources(file) {
  return file.name.endsWith(".sources") ? readStanzas(file.text) : readLines(file.text);
}
__name(readSources, "readSources");
function sourcesFor({ origin, suite }, { sources, indexes }) {
  const lines = sources.flatMap((source) => {
    const index = indexes.find(
      (one) => one.origin === origin && withSlash(one.uri) === withSlash(source.uri) && one.suite === source.suite
    );
    const pocket = /^[a-z]+(|-updates|-security)$/.exec(index?.codename ?? "")?.[1];
    if (pocket === void 0) return [];
    const options = source.options.map(([name, value]) => `${name}=${value}`).join(" ");
    const bracket = options ? `[${options}] ` : "";
    return [`deb ${bracket}${source.uri} ${suite}${pocket} ${source.components.join(" ")}`];
  });
  return [...new Set(lines)];
}
__name(sourcesFor, "sourcesFor");
function withSlash(uri) {
  return uri.endsWith("/") ? uri : `${uri}/`;
}
__name(withSlash, "withSlash");
function readLines(text) {
  return text.split("\n").flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)\s+([^#]+)/.exec(line);
    if (!match) return [];
    const [, bracket = "", uri = "", suite = "", components = ""] = match;
    const options = words(bracket).flatMap((word) => {
      const at = word.indexOf("=");
      return at > 0 ? [[word.slice(0, at), word.slice(at + 1)]] : [];
    });
    return [
      { uri, suite, components: words(components), options: options.filter(([name]) => name !== "arch") }
    ];
  });
}
__name(readLines, "readLines");
var NOT_OPTIONS = /* @__PURE__ */ new Set(["types", "uris", "suites", "components", "enabled", "architectures"]);
var SHORT_NAMES = { languages: "lang", targets: "target" };
function readStanzas(text) {
  const uncommented = text.replace(/^#.*\n/gm, "");
  return uncommented.split(/\n\s*\n/).flatMap((stanza) => {
    const fields = new Map(
      [...stanza.matchAll(/^([A-Za-z][A-Za-z0-9-]*):(.*(?:\n[ \t].*)*)/gm)].map(
        ([, name = "", value = ""]) => [name.toLowerCase(), value.trim()]
      )
    );
    const listOf = /* @__PURE__ */ __name((name) => words(fields.get(name) ?? ""), "listOf");
    if (!listOf("types").includes("deb") || /^no$/i.test(fields.get("enabled") ?? "yes")) return [];
    const options = [...fields].filter(([name, value]) => !NOT_OPTIONS.has(name) && !/\s/.test(value)).map(([name, value]) => [SHORT_NAMES[name] ?? name, value]);
    return listOf("uris").flatMap(
      (uri) => listOf("suites").map((suite) => ({ uri, suite, components: listOf("components"), options }))
    );
  });
}
__name(readStanzas, "readStanzas");
function words(text) {
  return text.split(/\s+/).filter(Boolean);
}
__name(words, "words");

// src/base/bootstrap.ts
async function bootstrap(recipe, { base, engines, scratch, host, report }, signal) {
  var _stack = [];
  try {
    const what = `root of ${base.name}`;
    const maker = engines.find(({ kind }) => kind === "namespace");
    if (!maker) throw new Error("no engine namespace");
    const opened = await openWorkbox(
      maker,
      { root: { kind: "overlay", bottom: "host", layers: [] }, name: `the ${what}`, upper: "memory" },
      signal
    );
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    const progress = installProgress(what, report);
    const prepared = await runTask(
      box,
      { script: prepare_host_default, args: [INDEX_FORMAT, recipe.keyring], onLine: progress.line, host },
      signal
    );
    if (statusOf(prepared.exit) === NOT_ROOT) {
      return await bootstrapUnprivileged(recipe, { base, scratch, host, progress }, signal);
    }
    if (statusOf(prepared.exit) !== 0) return wrong(unprepared(base, recipe, prepared));
    const sources = sourcesFor(recipe, {
      sources: await machineSources(host),
      indexes: readIndexes(prepared.output)
    });
    const args = [recipe.suite, sources.join("\n"), ...toolPackages("apt")];
    const end = await runTask(box, { script: make_root_default, args, onLine: progress.line, host }, signal);
    if (statusOf(end.exit) !== 0) {
      return wrong(
        taskFailure(
          isNetworkTrouble(end) ? "base/unreachable" : "base/make",
          `the root of \`${base.name}\` can't be made`,
          {
            end,
            help: "check the network and apt's mirrors and proxies, then run it again"
          }
        )
      );
    }
    progress.finish();
    const out = joinPath(scratch, "out");
    const copied = await mustCopy(box.copyOut(guestPath("/tarwright"), out, signal), `the ${what}`);
    signal.throwIfAborted();
    if (!copied.ok) return copied;
    return ok({ tar: joinPath(out, "root.tar"), state: joinPath(out, "state") });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(bootstrap, "bootstrap");
var NOT_ROOT = 11;
async function bootstrapUnprivileged(recipe, {
  base,
  scratch,
  host,
  progress
}, signal) {
  const tar = joinPath(scratch, "root.tar");
  const env = { ...rootEnvironment(host), HOME: host.folders.home };
  const indexes = await host.query({
    program: "apt-get",
    args: ["indextargets", "--format", INDEX_FORMAT],
    env
  });
  const lines = lineSplitter(progress.line);
  const args = [
    "--verbose",
    "--mode=unshare",
    "--variant=minbase",
    "--format=tar",
    "--hook-dir=/usr/share/mmdebstrap/hooks/maybe-merged-usr",
    '--customize-hook=rm -f "$1/etc/resolv.conf" "$1/etc/hostname"',
    recipe.suite,
    tar,
    ...sourcesFor(recipe, { sources: await machineSources(host), indexes: readIndexes(indexes.stdout) })
  ];
  const exit = await host.run({ program: "mmdebstrap", args, env }, lines.take, signal);
  signal.throwIfAborted();
  const end = { exit, output: "", tail: lines.tail() };
  if (statusOf(exit) === 0) return ok({ tar, state: void 0 });
  return wrong(
    taskFailure("base/not-root", `the root of \`${base.name}\` can't be made by a plain user here`, {
      end,
      help: `install mmdebstrap and uidmap, or run \`sudo tarwright base create ${base.name}\``
    })
  );
}
__name(bootstrapUnprivileged, "bootstrapUnprivileged");
async function machineSources(host) {
  const folder = hostPath("/etc/apt/sources.list.d");
  const names = (await host.list(folder) ?? []).filter((name) => /\.(list|sources)$/.test(name));
  const files = [hostPath("/etc/apt/sources.list"), ...names.map((name) => joinPath(folder, name))];
  const texts = await Promise.all(
    files.map(async (name) => ({ name, text: await host.readText(name) ?? "" }))
  );
  return texts.flatMap(readSources);
}
__name(machineSources, "machineSources");
function unprepared({ name }, { keyring }, end) {
  const image = "or start docker or podman, to use the image of the base";
  switch (statusOf(end.exit)) {
    case 12:
      return taskFailure("base/no-apt", `the root of \`${name}\` can't be made: this machine has no apt`, {
        end,
        help: `make it on a machine with Debian or Ubuntu, ${image}`
      });
    case 13:
      return taskFailure("base/unreachable", `apt can't read its mirrors, so \`${name}\` can't be made`, {
        end,
        help: `check the network, and the mirrors and proxies in /etc/apt, ${image}`
      });
    case 15:
      return taskFailure("base/no-keyring", `\`${name}\` can't be made: apt has no package \`${keyring}\``, {
        end,
        help: `make it on a machine whose apt has \`${keyring}\`, ${image}`
      });
    default:
      return taskFailure(
        "base/no-maker",
        `\`${name}\` can't be made: apt has neither mmdebstrap nor debootstrap`,
        {
          end,
          help: `install mmdebstrap, ${image}`
        }
      );
  }
}
__name(unprepared, "unprepared");

// src/base/install-apk.sh
var install_apk_default = '# In a buildbox, as root: installs packages. $1 and $2 as for apt (neither matters here); the rest: packages.\n# Exit: 20 no lists to be had, 21 not installed.\nset -u\nshift 2\napk update || exit 20\napk add -- "$@" || exit 21\nrm -rf /var/cache/apk/*\n';

// src/base/install-apt.sh
var install_apt_default = '# In a buildbox, as root: installs packages, from the lists that are there or, where there are none, from new ones.\n# $1: `lean` leaves manuals out, `whole` does not; $2: `pinned` takes what is in the lists or nothing, `latest` reads them\n# anew when that fails; the rest: packages. Exit: 20 no lists to be had, 21 not installed.\nset -u\nextent=$1\nlists=$2\nshift 2\npolicy=/usr/sbin/policy-rc.d\n# Services must not start in a box.\nif [ ! -e $policy ]; then\n  printf \'#!/bin/sh\\nexit 101\\n\' >$policy\n  chmod 755 $policy\nelse\n  policy=\nfi\nhas_lists() {\n  ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1\n}\nif ! has_lists; then\n  lists=pinned\n  apt-get -q update\n  has_lists || exit 20\nfi\nexcludes=\nif [ "$extent" = lean ]; then\n  # A build reads no manuals; the layer is a third smaller without them.\n  for folder in man doc info locale; do\n    excludes="$excludes -o Dpkg::Options::=--path-exclude=/usr/share/$folder/*"\n  done\nfi\ninstall() {\n  set -f\n  apt-get -qy --no-install-recommends $excludes \\\n    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o Dpkg::Use-Pty=0 \\\n    -o Dpkg::Options::=--force-unsafe-io -o Dpkg::Options::=--force-confnew \\\n    install -- "$@"\n  set -- $?\n  set +f\n  return "$1"\n}\ninstall "$@" || { [ "$lists" = latest ] && apt-get -q update && install "$@"; } || exit 21\nrm -f $policy /var/cache/apt/archives/*.deb\n# Only the tools layer keeps the lists, for the layers on it.\n[ "$extent" = lean ] || rm -rf /var/lib/apt/lists/*\n';

// src/base/install-dnf.sh
var install_dnf_default = '# In a buildbox, as root: installs packages. $1 and $2 as for apt (the lists are always new); the rest: packages.\n# Exit: 20 no lists to be had, 21 not installed.\nset -u\nextent=$1\nshift 2\ndnf -q makecache || exit 20\ndocs=\n[ "$extent" = whole ] || docs=--nodocs\ndnf -y $docs --setopt=install_weak_deps=False install -- "$@" || exit 21\ndnf -q clean all\n';

// src/base/install.ts
var SCRIPTS = { apt: install_apt_default, apk: install_apk_default, dnf: install_dnf_default };
async function install(box, { host, report, ...installation }, signal) {
  const { manager, packages, extent, lists, what } = installation;
  const names = packages.map(({ name }) => name);
  const progress = installProgress(what, report);
  const end = await runTask(
    box,
    { script: SCRIPTS[manager], args: [extent, lists, ...names], onLine: progress.line, host },
    signal
  );
  if (statusOf(end.exit) === 0) {
    progress.finish();
    return ok(void 0);
  }
  const absent = absentPackages(manager, end.tail);
  if (absent.length === 0) return { ok: false, error: [explain(installation, end)] };
  const known = await knownPackages(box, { manager, host }, signal);
  return {
    ok: false,
    error: absent.map(
      (name) => unknownPackage(name, { known, what, span: packages.find((one) => one.name === name)?.span })
    )
  };
}
__name(install, "install");
var ABSENT = {
  apt: /^E: (?:Unable to locate package (\S+)|Package '(\S+)' has no installation candidate|Couldn't find any package by (?:glob|regex) '(\S+)')/,
  apk: /^\s+(\S+) \(no such package\):/,
  dnf: /^No match for argument: (\S+)/
};
function absentPackages(manager, lines) {
  const names = lines.flatMap(
    (line) => ABSENT[manager].exec(line)?.slice(1).filter(Boolean).slice(0, 1) ?? []
  );
  return [...new Set(names)];
}
__name(absentPackages, "absentPackages");
var LIST = {
  apt: "apt-cache pkgnames",
  apk: "apk search -q",
  dnf: "dnf -q repoquery --qf '%{name}\n'"
};
async function knownPackages(box, { manager, host }, signal) {
  const { output } = await runTask(box, { script: LIST[manager], args: [], host }, signal);
  return output.split("\n").filter(Boolean).sort();
}
__name(knownPackages, "knownPackages");
function unknownPackage(name, {
  known,
  what,
  span
}) {
  const meant = nearest(name, known);
  return {
    severity: "error",
    code: "base/no-package",
    blame: span ? "recipe" : "world",
    message: `\`${name}\` is not among the ${known.length} packages that are known for the ${what}`,
    ...span ? { span } : {},
    ...meant ? { help: `did you mean \`${meant}\`?` } : {}
  };
}
__name(unknownPackage, "unknownPackage");
function explain({ what, lists, base }, end) {
  if (lists === "pinned" && end.tail.some((line) => /^E: Failed to fetch .*\b404\b/.test(line))) {
    return taskFailure("base/outdated", `the ${what} are older than the mirror, which dropped a package`, {
      end,
      help: `make the base anew: \`tarwright base create ${base}\``
    });
  }
  return isNetworkTrouble(end) || statusOf(end.exit) === 20 ? taskFailure("base/unreachable", `the packages for the ${what} can't be fetched`, {
    end,
    help: "check the network and the package manager's mirrors and proxies, then run it again"
  }) : taskFailure("base/install", `the packages for the ${what} can't be installed`, { end });
}
__name(explain, "explain");

// src/base/inventory.ts
import { createHash } from "node:crypto";

// src/base/inventory.sh
var inventory_default = `# In a buildbox over a root of Debian's kind: tells its size in bytes, its packages, and with $1 \`hashes\` the digests
# of the archives that they came from (from the lists, so nothing is fetched).
set -eu
printf 'size %s\\n' "$(du -sb --exclude=/proc --exclude=/sys --exclude=/dev / | cut -f 1)"
dpkg-query -W -f 'package \${Package}\\n'
if [ "$1" = hashes ]; then
  dpkg-query -W -f '\${Package}:\${Architecture}=\${Version}\\n' | sed 's/:all=/=/' | xargs apt-cache -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= show --no-all-versions |
    awk '$1 == "Package:" { name = $2 } $1 == "Version:" { version = $2 } $1 == "Architecture:" { arch = $2 }
      $1 == "SHA256:" { print "hash", name, version, arch, $2 }'
fi
`;

// src/base/record.ts
async function readRecord(host, which) {
  const text = await host.readText(recordFile(host, which));
  return text === void 0 ? void 0 : decodeRecord(text);
}
__name(readRecord, "readRecord");
async function writeRecord(host, record) {
  await host.writeFile(recordFile(host, record), `${JSON.stringify({ version: VERSION, ...record })}
`);
}
__name(writeRecord, "writeRecord");
async function listRecords(host) {
  const folder = recordFolder(host);
  const files = (await host.list(folder) ?? []).filter((name) => name.endsWith(".json"));
  const records = await Promise.all(
    files.map(async (name) => decodeRecord(await host.readText(joinPath(folder, name)) ?? ""))
  );
  return records.filter((record) => record !== void 0);
}
__name(listRecords, "listRecords");
function tarOf(host, runKey) {
  return joinPath(recordFolder(host), `${runKey}.tar`);
}
__name(tarOf, "tarOf");
async function sweepTars(host) {
  const kept = new Set((await listRecords(host)).map(({ run }) => tarOf(host, run.key)));
  const names = (await host.list(recordFolder(host)) ?? []).filter((name) => name.endsWith(".tar"));
  const files = names.map((name) => joinPath(recordFolder(host), name));
  await Promise.all(files.filter((file) => !kept.has(file)).map((file) => host.remove(file)));
}
__name(sweepTars, "sweepTars");
var VERSION = 1;
function recordFolder(host) {
  return joinPath(host.folders.cache, "bases");
}
__name(recordFolder, "recordFolder");
function recordFile(host, { name, arch, engine }) {
  return joinPath(recordFolder(host), `${name}@${arch}@${engine}.json`);
}
__name(recordFile, "recordFile");
function decodeRecord(text) {
  const value = parseJson(text);
  if (!isRecord(value) || value["version"] !== VERSION) return void 0;
  const { name, arch, engine, digest } = value;
  const run = decodeLayer(value["run"]);
  const tools = decodeLayer(value["tools"]);
  if (!isText(name) || !isText(arch) || !isArch(arch) || !isRootDigest(digest) || !run || !tools)
    return void 0;
  const kind = ENGINES.find((one) => one === engine);
  return kind && { name, arch, engine: kind, digest, run, tools };
}
__name(decodeRecord, "decodeRecord");
function decodeLayer(value) {
  if (!isRecord(value)) return void 0;
  const { key, sizeBytes, packages } = value;
  if (!isText(key) || typeof sizeBytes !== "number" || !isTexts(packages)) return void 0;
  return { key, sizeBytes, packages };
}
__name(decodeLayer, "decodeLayer");
function isRootDigest(value) {
  return isText(value) && /^sha256:[0-9a-f]{64}$/.test(value);
}
__name(isRootDigest, "isRootDigest");

// src/base/inventory.ts
async function takeInventory(box, { depth, host }, signal) {
  const end = await runTask(box, { script: inventory_default, args: [depth], host }, signal);
  if (statusOf(end.exit) !== 0) {
    return wrong(taskFailure("base/inventory", "the packages of the root can't be listed", { end }));
  }
  const lines = end.output.split("\n");
  const after = /* @__PURE__ */ __name((word) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1)), "after");
  return ok({
    sizeBytes: Number(after("size")[0]),
    packages: [...new Set(after("package"))].sort(),
    hashes: [...new Set(after("hash"))].sort()
  });
}
__name(takeInventory, "takeInventory");
var MAKING = "tarwright root 1";
function digestOfPackages(hashes) {
  return digestOf([MAKING, ...hashes]);
}
__name(digestOfPackages, "digestOfPackages");
function digestOf(lines) {
  const digest = `sha256:${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
  if (!isRootDigest(digest)) throw new Error(`not a digest: ${digest}`);
  return digest;
}
__name(digestOf, "digestOf");

// src/base/make.ts
async function makeBase(making, signal) {
  const { base, host, report } = making;
  if (!base.made) return wrong(notMakeable(base, []));
  report({ kind: "note", message: `making base \`${base.name}\` from packages; this is done once` });
  const recipe = base.made;
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const made = await bootstrap(recipe, { ...making, scratch }, signal);
    if (!made.ok) return made;
    const { tar, state } = made.value;
    const runKey = `run-${await digestOfFile(host, tar)}`;
    const run = await making.engine.layer(runKey) ?? await making.engine.importTar(tar, runKey, signal);
    const record = await addTools({ run, runKey, state }, making, signal);
    if (record.ok) {
      await host.rename(tar, tarOf(host, runKey));
      await sweepTars(host);
    }
    return record;
  });
}
__name(makeBase, "makeBase");
async function addTools({ run, runKey, state }, { base, arch, engine, host, report }, signal) {
  var _stack = [];
  try {
    const what = `tools of ${base.name}`;
    const opened = await openWorkbox(engine, { root: run, name: `the ${what}`, upper: "memory" }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    const bare = await takeInventory(box, { depth: "names", host }, signal);
    if (!bare.ok) return bare;
    if (state) {
      const copied = await mustCopy(box.copyIn(state, guestPath("/"), "root", signal), "what apt has fetched");
      if (!copied.ok) return copied;
    }
    const packages = toolPackages("apt").map((name) => ({ name }));
    const installed = await install(
      box,
      { manager: "apt", packages, extent: "lean", lists: "pinned", what, base: base.name, host, report },
      signal
    );
    if (!installed.ok) return installed;
    const full = await takeInventory(box, { depth: "hashes", host }, signal);
    if (!full.ok) return full;
    const digest = digestOfPackages(full.value.hashes);
    const toolsKey = `tools-${digestOf([runKey, digest]).slice("sha256:".length)}`;
    await commitUnlessThere(box, { engine, key: toolsKey }, signal);
    const record = {
      name: base.name,
      arch,
      engine: engine.kind,
      digest,
      run: { key: runKey, sizeBytes: bare.value.sizeBytes, packages: bare.value.packages },
      tools: {
        key: toolsKey,
        sizeBytes: full.value.sizeBytes - bare.value.sizeBytes,
        packages: full.value.packages
      }
    };
    await writeRecord(host, record);
    return ok(record);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(addTools, "addTools");
async function digestOfFile(host, file) {
  const hash = createHash2("sha256");
  await pipeline(host.readStream(file), hash);
  return hash.digest("hex");
}
__name(digestOfFile, "digestOfFile");
function notMakeable({ name }, refusals) {
  const why = refusals.length > 0 ? `, and its image needs an engine (${refusals.join("; ")})` : "";
  return {
    severity: "error",
    code: "base/not-makeable",
    blame: refusals.length > 0 ? "world" : "request",
    message: `\`${name}\` can't be made here: only its publisher has what goes into it${why}`,
    help: "use its image: start docker or podman, and leave `--made` out"
  };
}
__name(notMakeable, "notMakeable");

// src/base/layers.ts
async function toolsLayer(ground, workshop, signal) {
  if (!ground.shelf || ground.engine.kind === "host") return ok(ground);
  const packages = toolPackages(ground.shelf.manager).map((name) => ({ name }));
  const below = { root: ground.tools, key: ground.keys.tools, installed: ground.installed.tools };
  const what = `tools of ${ground.base.name}`;
  const layer = await layerOn(below, { ground, packages, prefix: "tools", what }, workshop, signal);
  if (!layer.ok) return layer;
  const { root: tools, key } = layer.value;
  return ok({ ...ground, tools, keys: { ...ground.keys, tools: key } });
}
__name(toolsLayer, "toolsLayer");
async function buildRoot(ground, { system, style }, workshop, signal) {
  const shelf = ground.shelf ?? NO_SHELF;
  const wanted = wantedPackages(system, { shelf, part: "build" });
  if (!wanted.ok) return wanted;
  const packages = [
    ...stylePackages(style, shelf.manager).map((name) => ({ name })),
    ...wanted.value.map(({ name, by }) => ({ name, span: by.span }))
  ];
  const below = { root: ground.tools, key: ground.keys.tools, installed: ground.installed.tools };
  const what = `build dependencies on ${ground.base.name}`;
  const layer = await layerOn(below, { ground, packages, prefix: "build", what }, workshop, signal);
  return layer.ok ? ok(layer.value.root) : layer;
}
__name(buildRoot, "buildRoot");
async function runRoot(ground, system, workshop, signal) {
  const layer = await runLayer(ground, system, workshop, signal);
  return layer.ok ? ok(layer.value.root) : layer;
}
__name(runRoot, "runRoot");
async function runLayer(ground, system, workshop, signal) {
  const wanted = runWanted(ground, system);
  if (!wanted.ok) return wanted;
  const below = { root: ground.run, key: ground.keys.run, installed: ground.installed.run };
  if (!ground.base.extensible) return ok(below);
  const packages = wanted.value.map(({ name, by }) => ({ name, span: by.span }));
  const what = `run dependencies on ${ground.base.name}`;
  return await layerOn(below, { ground, packages, prefix: "use", what }, workshop, signal);
}
__name(runLayer, "runLayer");
function runPackages(ground, system) {
  const wanted = runWanted(ground, system);
  return wanted.ok ? ok([...new Set(wanted.value.map(({ name }) => name))].sort()) : wanted;
}
__name(runPackages, "runPackages");
function runWanted({ shelf }, system) {
  return wantedPackages(system, { shelf: shelf ?? NO_SHELF, part: "run" });
}
__name(runWanted, "runWanted");
var NO_SHELF = { manager: "apt", base: "host", lists: "pinned" };
async function layerOn(below, { ground, packages, prefix, what }, workshop, signal) {
  var _stack = [];
  try {
    const missing = packages.filter(({ name }) => !below.installed.has(name));
    if (missing.length === 0) return ok(below);
    const { engine, shelf, base } = ground;
    if (!shelf || engine.kind === "host")
      return { ok: false, error: missing.map((one) => notAddable(one, ground)) };
    const names = [...new Set(missing.map(({ name }) => name))].sort();
    const key = `${prefix}-${digestOf([below.key, ...names]).slice("sha256:".length)}`;
    const found = await engine.layer(key);
    if (found) return ok({ root: found, key });
    const { host, report } = workshop;
    const upper = prefix === "tools" ? "memory" : "disk";
    const opened = await openWorkbox(engine, { root: below.root, name: `the ${what}`, upper }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    if (prefix === "use" && shelf.manager === "apt" && ground.keys.run !== ground.keys.tools) {
      const lent = await lendLists(box, { ground, host }, signal);
      if (!lent.ok) return lent;
    }
    const installed = await install(
      box,
      {
        manager: shelf.manager,
        packages: missing,
        extent: prefix === "use" ? "whole" : "lean",
        lists: shelf.lists,
        what,
        base: base.name,
        host,
        report
      },
      signal
    );
    if (!installed.ok) return installed;
    return ok({ root: await commitUnlessThere(box, { engine, key }, signal), key });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(layerOn, "layerOn");
async function lendLists(box, { ground, host }, signal) {
  var _stack = [];
  try {
    const what = "apt's lists";
    const opened = await openWorkbox(ground.engine, { root: ground.tools, name: what, upper: "disk" }, signal);
    if (!opened.ok) return opened;
    const lender = __using(_stack, opened.value, true);
    return await withScratch(recordFolder(host), host, async (scratch) => {
      for (const folder of ["etc/apt", "var/lib/apt"]) {
        const lent = lender.copyOut(guestPath(`/${folder}`), joinPath(scratch, folder), signal);
        const copied = await mustCopy(lent, what);
        if (!copied.ok) return copied;
      }
      return await mustCopy(box.copyIn(scratch, guestPath("/"), "root", signal), what);
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(lendLists, "lendLists");
function notAddable({ name, span }, { engine, base }) {
  return {
    severity: "error",
    code: "base/not-installed",
    blame: "world",
    message: `\`${name}\` is not installed, and engine \`${engine.kind}\` can add nothing to base \`${base.name}\``,
    ...span ? { span } : {},
    help: `install it, or use another engine than \`${engine.kind}\``
  };
}
__name(notAddable, "notAddable");

// src/base/image.ts
async function openImage(base, { engine, arch, workshop }, signal) {
  const references = base.kind === "known" ? base : { build: base.reference, run: base.reference };
  workshop.report({ kind: "note", message: `base \`${base.name}\` is image \`${references.build}\`` });
  const build = await bring(references.build, { base, engine }, signal);
  if (!build.ok) return build;
  const run = references.run === references.build ? build : await bring(references.run, { base, engine }, signal);
  if (!run.ok) return run;
  const kind = await kindOf(base, { image: build.value, engine, workshop }, signal);
  if (!kind.ok) return kind;
  const { family, manager, extensible } = kind.value;
  const ground = {
    base: { name: base.name, family, digest: build.value.digest, extensible },
    arch,
    engine,
    run: run.value.root,
    tools: build.value.root,
    keys: { run: run.value.digest, tools: build.value.digest },
    shelf: manager && { manager, base: base.name, lists: "latest" },
    installed: { run: /* @__PURE__ */ new Set(), tools: /* @__PURE__ */ new Set() }
  };
  return await toolsLayer(ground, workshop, signal);
}
__name(openImage, "openImage");
async function bring(reference, { base, engine }, signal) {
  const answer = await engine.image(reference, signal);
  signal.throwIfAborted();
  switch (answer.kind) {
    case "present":
      if (!isRootDigest(answer.digest)) throw new Error(`not a digest: ${answer.digest}`);
      return ok({ root: answer.root, digest: answer.digest });
    case "unknown":
    case "unreachable":
      return wrong(notBrought(reference, base, answer));
    case "no-images":
      throw new Error(`engine ${engine.kind} was asked for an image`);
    default:
      return unreachable(answer);
  }
}
__name(bring, "bring");
function notBrought(reference, base, answer) {
  const isOwn = base.kind === "image" && answer.kind === "unknown";
  const canBeMade = base.kind === "known" && base.made !== void 0;
  return {
    severity: "error",
    code: answer.kind === "unknown" ? "base/image-unknown" : "base/image-unreachable",
    blame: isOwn ? "request" : "world",
    message: `image \`${reference}\` can't be pulled: ${answer.why}`,
    help: canBeMade ? `try again later, or add \`--made\` to make \`${base.name}\` here from packages` : isOwn ? "check the reference, and log in to its registry if it is not public" : "check the network and the registry, then run it again"
  };
}
__name(notBrought, "notBrought");
async function kindOf(base, {
  image,
  engine,
  workshop
}, signal) {
  var _stack = [];
  try {
    if (base.kind === "known") return ok(base);
    if (base.like) return ok(base.like);
    const { host } = workshop;
    const file = joinPath(host.folders.cache, "images", `${image.digest.replace(":", "-")}.json`);
    const remembered = managerOf(await host.readText(file) ?? "");
    if (remembered !== void 0) return ok(remembered);
    const opened = await openWorkbox(
      engine,
      { root: image.root, name: `base ${base.name}`, upper: "disk" },
      signal
    );
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    const end = await runTask(box, { script: ASK, args: [], host }, signal);
    if (statusOf(end.exit) !== 0) {
      return wrong(taskFailure("base/image", `no shell runs in image \`${base.reference}\``, { end }));
    }
    await host.writeFile(file, JSON.stringify({ manager: end.output.trim() }));
    return ok(KINDS[end.output.trim()] ?? OTHER);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(kindOf, "kindOf");
var ASK = "for manager in apt-get apk dnf; do command -v $manager >/dev/null && echo $manager && exit; done; exit 0";
var OTHER = { family: "host", manager: void 0, extensible: false };
var KINDS = {
  "apt-get": { family: "debian", manager: "apt", extensible: true },
  apk: { family: "alpine", manager: "apk", extensible: true },
  dnf: { family: "redhat", manager: "dnf", extensible: true }
};
function managerOf(text) {
  const value = parseJson(text);
  if (!isRecord(value) || !isText(value["manager"])) return void 0;
  return KINDS[value["manager"]] ?? OTHER;
}
__name(managerOf, "managerOf");

// src/base/machine.ts
var DATABASES = [
  { manager: "apt", file: "/var/lib/dpkg/status" },
  { manager: "apk", file: "/lib/apk/db/installed" },
  { manager: "dnf", file: "/var/lib/rpm/rpmdb.sqlite" }
];
async function lookAtMachine(host) {
  const system = await host.readText(hostPath("/etc/os-release")) ?? "";
  const field = /* @__PURE__ */ __name((name) => new RegExp(`^${name}="?([^"\\n]*)"?$`, "m").exec(system)?.[1], "field");
  const release = [field("ID") ?? "linux", field("VERSION_ID")].filter(Boolean).join("-");
  const libraries = (await host.readBytes(hostPath("/etc/ld.so.cache")))?.toString("latin1") ?? "";
  for (const { manager, file } of DATABASES) {
    const database = await host.readBytes(hostPath(file));
    if (!database) continue;
    const text = database.toString("latin1");
    return { release, manager, packages: installedIn(manager, text), state: [system, libraries, text] };
  }
  return { release, manager: void 0, packages: /* @__PURE__ */ new Set(), state: [system, libraries] };
}
__name(lookAtMachine, "lookAtMachine");
function installedIn(manager, database) {
  switch (manager) {
    case "apt":
      return new Set(
        database.split("\n\n").filter((stanza) => /^Status: \S+ \S+ installed$/m.test(stanza)).flatMap((stanza) => /^Package: (\S+)$/m.exec(stanza)?.[1] ?? [])
      );
    case "apk":
      return new Set([...database.matchAll(/^P:(\S+)$/gm)].map(([, name = ""]) => name));
    case "dnf":
      return /* @__PURE__ */ new Set();
  }
}
__name(installedIn, "installedIn");
var ROOT = { kind: "overlay", bottom: "host", layers: [] };
async function openMachine(name, { engine, arch, workshop }, signal) {
  const machine = await lookAtMachine(workshop.host);
  const digest = digestOf(machine.state);
  const { manager, release, packages } = machine;
  const ground = {
    base: { name, family: "host", digest, extensible: engine.kind !== "host" && manager !== void 0 },
    arch,
    engine,
    run: ROOT,
    tools: ROOT,
    keys: { run: digest, tools: digest },
    shelf: manager && { manager, base: release, lists: "latest" },
    installed: { run: packages, tools: packages }
  };
  return await hasTools(workshop.host) ? ok(ground) : await toolsLayer(ground, workshop, signal);
}
__name(openMachine, "openMachine");
async function hasTools(host) {
  const found = await Promise.all(
    ["cc", "make", "patch"].map((tool) => host.realPath(hostPath(`/usr/bin/${tool}`)))
  );
  return found.every((path) => path !== void 0);
}
__name(hasTools, "hasTools");

// src/base/open.ts
async function openBase(request3, workshop, signal) {
  const wanted = await keptSource(request3, workshop);
  const chosen = await chooseEngine({ ...request3, source: wanted }, workshop, signal);
  if (!chosen.ok) return chosen;
  const { engine, source } = chosen.value;
  const { arch } = request3;
  switch (source.kind) {
    case "machine":
      return await openMachine(source.name, { engine, arch, workshop }, signal);
    case "image":
      return await openImage(source.base, { engine, arch, workshop }, signal);
    case "made":
      return await openMade(source.base, { engine, arch, workshop }, signal);
    default:
      return unreachable(source);
  }
}
__name(openBase, "openBase");
async function keptSource({ name, arch, engine, source }, { host }) {
  if (source !== "auto" || engine !== "auto") return source;
  return await readRecord(host, { name, arch, engine: "namespace" }) ? "made" : source;
}
__name(keptSource, "keptSource");
async function chooseEngine(request3, workshop, signal) {
  const entry = findBase(request3.name);
  if (!entry.ok) return entry;
  if (request3.arch !== workshop.host.arch) return wrong(otherArch(request3, workshop.host.arch));
  const ways = waysOf(entry.value, request3.source);
  const allowed = ways.filter(({ engine }) => request3.engine === "auto" || engine === request3.engine);
  if (allowed.length === 0) return wrong(noWay(request3, ways));
  const refusals = [];
  for (const { engine: kind, source, only } of allowed) {
    if (only === "when-named" && request3.engine === "auto") continue;
    const engine = workshop.engines.find((one) => one.kind === kind);
    if (!engine) throw new Error(`no engine ${kind}`);
    const probe = await engine.probe(signal);
    signal.throwIfAborted();
    if (probe.kind === "unusable") {
      refusals.push({ kind, why: probe.why, help: probe.help });
    } else if (source.kind === "made" && !source.base.made) {
      return wrong(notMakeable(source.base, refusals.map(refusalText)));
    } else if (source.kind === "machine" && source.name !== "host") {
      const { release } = await lookAtMachine(workshop.host);
      return release === source.name ? ok({ engine, source }) : wrong(otherMachine(source.name, release));
    } else {
      return ok({ engine, source });
    }
  }
  return wrong(noEngine(request3.name, refusals));
}
__name(chooseEngine, "chooseEngine");
function waysOf(entry, wanted) {
  if (entry.kind === "host") {
    const source = { kind: "machine", name: "host" };
    return [
      { engine: "namespace", source },
      { engine: "host", source }
    ];
  }
  const image = { kind: "image", base: entry };
  const images = [
    { engine: "docker", source: image },
    { engine: "podman", source: image }
  ];
  if (entry.kind === "image") return wanted === "made" ? [] : images;
  const made = { kind: "made", base: entry };
  const machine = { engine: "host", source: { kind: "machine", name: entry.name }, only: "when-named" };
  if (wanted === "auto") return [...images, { engine: "namespace", source: made }, machine];
  return ["namespace", "docker", "podman"].map((engine) => ({ engine, source: made }));
}
__name(waysOf, "waysOf");
async function openMade(base, { engine, arch, workshop }, signal) {
  const { host } = workshop;
  const known = await readRecord(host, { name: base.name, arch, engine: engine.kind });
  const found = known && await groundOf(known, base, engine);
  if (found) return ok(found);
  const made = await makeBase({ base, arch, engine, ...workshop }, signal);
  if (!made.ok) return made;
  const ground = await groundOf(made.value, base, engine);
  if (!ground) throw new Error(`the layers of ${base.name} are gone as soon as they were made`);
  return ok(ground);
}
__name(openMade, "openMade");
async function groundOf(record, base, engine) {
  const run = await engine.layer(record.run.key);
  const tools = await engine.layer(record.tools.key);
  if (!run || !tools) return void 0;
  const { name, family, extensible, manager } = base;
  return {
    base: { name, family, digest: record.digest, extensible },
    arch: record.arch,
    engine,
    run,
    tools,
    keys: { run: record.run.key, tools: record.tools.key },
    shelf: { manager, base: name, lists: "pinned" },
    installed: { run: new Set(record.run.packages), tools: new Set(record.tools.packages) }
  };
}
__name(groundOf, "groundOf");
function refusalText({ kind, why }) {
  return `${kind}: ${why}`;
}
__name(refusalText, "refusalText");
function noEngine(name, refusals) {
  const easiest = refusals.find(({ kind }) => kind === "namespace") ?? refusals[0];
  return {
    severity: "error",
    code: "base/no-engine",
    blame: "world",
    message: `no engine can open \`${name}\` here: ${refusals.map(refusalText).join("; ")}`,
    ...easiest ? { help: easiest.help } : {}
  };
}
__name(noEngine, "noEngine");
function noWay({ name, engine, source }, ways) {
  const able = ways.map((way) => `\`${way.engine}\``).join(", ");
  return source === "made" && ways.length === 0 ? request2("base/image-only", `\`${name}\` is an image, and can't be made from packages`, {
    help: "leave `--made` out"
  }) : request2("base/engine", `engine \`${engine}\` can't open \`${name}\``, { help: `use one of ${able}` });
}
__name(noWay, "noWay");
function otherArch({ name, arch }, machine) {
  return request2(
    "base/arch",
    `this machine is ${machine}: a buildbox of \`${name}\` for ${arch} can't run on it`,
    {
      help: `build it on a machine that is ${arch}`
    }
  );
}
__name(otherArch, "otherArch");
function otherMachine(name, release) {
  return request2(
    "base/other-machine",
    `engine \`host\` builds in what runs here, which is \`${release}\`, not \`${name}\``,
    {
      help: `use \`--base host\`, or run it inside a container of \`${name}\``
    }
  );
}
__name(otherMachine, "otherMachine");
function request2(code, message, { help }) {
  return { severity: "error", code, blame: "request", message, help };
}
__name(request2, "request");

// src/base/stock.ts
async function createBase({ name, arch, engine }, workshop, signal) {
  const chosen = await chooseEngine({ name, arch, engine, source: "made" }, workshop, signal);
  if (!chosen.ok) return chosen;
  const { source, engine: into } = chosen.value;
  if (source.kind !== "made") return wrong(notListed(name));
  return await makeBase({ base: source.base, arch, engine: into, ...workshop }, signal);
}
__name(createBase, "createBase");
async function listBases({ host, engines }) {
  const records = await listRecords(host);
  const present = await Promise.all(
    records.map(async ({ engine: kind, run, tools }) => {
      const engine = engines.find((one) => one.kind === kind);
      return engine !== void 0 && !!await engine.layer(run.key) && !!await engine.layer(tools.key);
    })
  );
  const made = records.filter((_, index) => present[index]);
  return baseNames().map((name) => {
    const entry = findBase(name);
    const known = entry.ok && entry.value.kind === "known" ? entry.value : void 0;
    return {
      name,
      image: known?.build,
      isMakeable: known?.made !== void 0,
      made: made.filter((record) => record.name === name)
    };
  });
}
__name(listBases, "listBases");
async function exportBase({ name, arch, out }, { host }) {
  const known = findBase(name);
  if (!known.ok) return known;
  for (const engine of ["namespace", "docker", "podman"]) {
    const record = await readRecord(host, { name, arch, engine });
    if (!record || !await host.status(tarOf(host, record.run.key))) continue;
    await host.copyFile(tarOf(host, record.run.key), out);
    return ok(record);
  }
  return wrong(notMade(name));
}
__name(exportBase, "exportBase");
function notListed(name) {
  return {
    severity: "error",
    code: "base/nothing-to-make",
    blame: "request",
    message: `\`${name}\` is the machine itself: there is nothing to make`,
    help: "use it as it is: `--base host`"
  };
}
__name(notListed, "notListed");
function notMade(name) {
  return {
    severity: "error",
    code: "base/not-made",
    blame: "request",
    message: `no root of \`${name}\` was made here`,
    help: `make it first: \`tarwright base create ${name}\``
  };
}
__name(notMade, "notMade");

// src/base/collect-libraries.sh
var collect_libraries_default = `# In a buildbox, as root: lays what the loader may find (glibc's or musl's) below $1, with the links that lead there.
set -eu
mkdir -p "$1"
cd /
settings=$(ls -d etc/ld.so.conf etc/ld.so.conf.d/*.conf etc/ld-musl-*.path 2>/dev/null || :)
# Under their real names: what lies behind a link would be taken twice.
named=$(sed -n 's#^[[:space:]]*\\(/[^[:space:]]*\\).*#\\1#p' $settings </dev/null | xargs -r readlink -f | cut -c 2-)
folders=$(ls -d lib lib32 lib64 usr/lib usr/lib32 usr/lib64 usr/local/lib $named 2>/dev/null || :)
{
  printf '%s\\n' $settings
  find $folders \\( -type l -o -name '*.so' -o -name '*.so.*' \\) -print
} | sort -u | tar -c -T - -f - | tar -x -C "$1" -f -
`;

// src/base/libraries.ts
async function runLibraries(ground, system, workshop, signal) {
  const layer = await runLayer(ground, system, workshop, signal);
  if (!layer.ok) return layer;
  const { host } = workshop;
  const file = joinPath(host.folders.cache, "libraries", `${layer.value.key.replace(":", "-")}.json`);
  const known = decodeLibraries(await host.readText(file) ?? "");
  if (known) return ok(known);
  const scanned = await scan(layer.value.root, { ground, host }, signal);
  if (scanned.ok) await host.writeFile(file, JSON.stringify(scanned.value));
  return scanned;
}
__name(runLibraries, "runLibraries");
async function scan(root, { ground, host }, signal) {
  if (root.kind === "overlay") {
    const bottom = root.bottom === "host" ? hostPath("/") : root.bottom;
    return ok(await scanLibraries([bottom, ...root.layers], host));
  }
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const copied = await copyLibraries(root, { ground, host, copy: joinPath(scratch, "libraries") }, signal);
    return copied.ok ? ok(await scanLibraries([joinPath(scratch, "libraries")], host)) : copied;
  });
}
__name(scan, "scan");
async function copyLibraries(root, { ground, host, copy }, signal) {
  var _stack = [];
  try {
    const what = "the libraries of the base";
    const opened = await openWorkbox(ground.engine, { root, name: what, upper: "disk" }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    const collected = "/tarwright-libraries";
    const end = await runTask(box, { script: collect_libraries_default, args: [collected], host }, signal);
    if (statusOf(end.exit) !== 0) {
      return wrong(taskFailure("base/inventory", `${what} can't be collected`, { end }));
    }
    return await mustCopy(box.copyOut(guestPath(collected), copy, signal), what);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(copyLibraries, "copyLibraries");
function decodeLibraries(text) {
  const value = parseJson(text);
  if (!isRecord(value)) return void 0;
  const { folders, libraries } = value;
  if (!Array.isArray(folders) || !folders.every(isFolder)) return void 0;
  if (!Array.isArray(libraries) || !libraries.every(isLibrary)) return void 0;
  return { folders, libraries };
}
__name(decodeLibraries, "decodeLibraries");
function isFolder(value) {
  return isRecord(value) && isText(value["path"]) && isText(value["real"]);
}
__name(isFolder, "isFolder");
function isLibrary(value) {
  if (!isRecord(value)) return false;
  const { path, soname, elfClass, machine, versions } = value;
  return isText(path) && (soname === void 0 || isText(soname)) && (elfClass === 32 || elfClass === 64) && typeof machine === "number" && isTexts(versions);
}
__name(isLibrary, "isLibrary");

export {
  nameOfBase,
  buildRoot,
  runRoot,
  runPackages,
  runLibraries,
  openBase,
  createBase,
  listBases,
  exportBase
};
