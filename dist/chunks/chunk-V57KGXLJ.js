import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  ENGINES,
  guestPath
} from "./chunk-DUQGCMRN.js";
import {
  fileDigest,
  scanLibraries
} from "./chunk-G3IN5NY2.js";
import {
  ARCHES,
  isArch
} from "./chunk-ZEHBRBCQ.js";
import {
  nearest,
  ok,
  sortDiagnostics,
  unreachable,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  hostPath,
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";
import {
  __callDispose,
  __using
} from "./chunk-A3PTDN6N.js";

// src/base/catalogue.yml
var catalogue_default = JSON.parse('{"debian-11":{"family":"debian","manager":"apt","arches":["x86_64","aarch64"],"libc":"glibc","build":"debian:11","run":"debian:11","made":{"origin":"Debian","suite":"bullseye","keyring":"debian-archive-keyring"},"extensible":true},"debian-12":{"family":"debian","manager":"apt","arches":["x86_64","aarch64"],"libc":"glibc","build":"debian:12","run":"debian:12","made":{"origin":"Debian","suite":"bookworm","keyring":"debian-archive-keyring"},"extensible":true},"debian-13":{"family":"debian","manager":"apt","arches":["x86_64","aarch64"],"libc":"glibc","build":"debian:13","run":"debian:13","made":{"origin":"Debian","suite":"trixie","keyring":"debian-archive-keyring"},"extensible":true},"ubuntu-22.04":{"family":"debian","manager":"apt","arches":["x86_64","aarch64"],"libc":"glibc","build":"ubuntu:22.04","run":"ubuntu:22.04","made":{"origin":"Ubuntu","suite":"jammy","keyring":"ubuntu-keyring"},"extensible":true},"ubuntu-24.04":{"family":"debian","manager":"apt","arches":["x86_64","aarch64"],"libc":"glibc","build":"ubuntu:24.04","run":"ubuntu:24.04","made":{"origin":"Ubuntu","suite":"noble","keyring":"ubuntu-keyring"},"extensible":true},"ubuntu-26.04":{"family":"debian","manager":"apt","arches":["x86_64","aarch64"],"libc":"glibc","build":"ubuntu:26.04","run":"ubuntu:26.04","made":{"origin":"Ubuntu","suite":"resolute","keyring":"ubuntu-keyring"},"extensible":true},"heroku-22":{"family":"debian","manager":"apt","arches":["x86_64"],"libc":"glibc","build":"heroku/heroku:22-build","run":"heroku/heroku:22","extensible":false},"heroku-24":{"family":"debian","manager":"apt","arches":["x86_64","aarch64"],"libc":"glibc","build":"heroku/heroku:24-build","run":"heroku/heroku:24","extensible":false},"heroku-26":{"family":"debian","manager":"apt","arches":["x86_64","aarch64"],"libc":"glibc","build":"heroku/heroku:26-build","run":"heroku/heroku:26","extensible":false},"alpine-3.21":{"family":"alpine","manager":"apk","arches":["x86_64","aarch64"],"libc":"musl","build":"alpine:3.21","run":"alpine:3.21","extensible":true},"alpine-3.22":{"family":"alpine","manager":"apk","arches":["x86_64","aarch64"],"libc":"musl","build":"alpine:3.22","run":"alpine:3.22","extensible":true},"alpine-3.23":{"family":"alpine","manager":"apk","arches":["x86_64","aarch64"],"libc":"musl","build":"alpine:3.23","run":"alpine:3.23","extensible":true},"almalinux-8":{"family":"redhat","manager":"dnf","arches":["x86_64","aarch64"],"libc":"glibc","build":"almalinux:8","run":"almalinux:8","extensible":true},"almalinux-9":{"family":"redhat","manager":"dnf","arches":["x86_64","aarch64"],"libc":"glibc","build":"almalinux:9","run":"almalinux:9","extensible":true},"almalinux-10":{"family":"redhat","manager":"dnf","arches":["x86_64","aarch64"],"libc":"glibc","build":"almalinux:10","run":"almalinux:10","extensible":true},"fedora-43":{"family":"redhat","manager":"dnf","arches":["x86_64","aarch64"],"libc":"glibc","build":"fedora:43","run":"fedora:43","extensible":true},"fedora-44":{"family":"redhat","manager":"dnf","arches":["x86_64","aarch64"],"libc":"glibc","build":"fedora:44","run":"fedora:44","extensible":true}}');

// src/base/decode.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isText(value) {
  return typeof value === "string";
}
function isTexts(value) {
  return Array.isArray(value) && value.every(isText);
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}

// src/base/catalogue.ts
var DEBIAN_ARCHES = { x86_64: "amd64", aarch64: "arm64" };
var KNOWN = decodeCatalogue(catalogue_default);
function openCatalogue(own, folder) {
  const entries = own.map((one) => entryOf(one, folder));
  const problems = entries.flatMap((entry) => entry.ok ? [] : entry.error);
  if (problems.length > 0) return { ok: false, error: problems };
  const known = new Map([
    ...KNOWN,
    ...entries.flatMap((entry) => entry.ok ? [[entry.value.name, entry.value]] : [])
  ]);
  const names = [...known.keys(), "host"];
  const find = (text) => findBase(text, { known, names });
  return ok({ names, own: own.map(({ name }) => name.value), find });
}
function entryOf({ name, like, image, runImage, packages, isFixed }, folder) {
  const model = KNOWN.get(like.value);
  if (!model) return wrong({ ...unknownBase(like.value, [...KNOWN.keys()]), span: like.span });
  const references = [image, runImage].flatMap((one) => one && !REFERENCE.test(one.value) ? [one] : []);
  if (references.length > 0) {
    return wrong(...references.map(({ value, span }) => ({ ...unreadableReference(value, value), span })));
  }
  if (packages && !model.made) return wrong({ ...onlyPublished(model), span: packages.span });
  return ok({
    ...model,
    name: name.value,
    images: image && { build: image.value, run: (runImage ?? image).value },
    made: packages && model.made && {
      ...model.made,
      packages: joinPath(folder, packages.value)
    },
    extensible: model.extensible && !isFixed
  });
}
function findBase(text, { known, names }) {
  if (text === "host") return ok({ kind: "host" });
  const found = known.get(text);
  if (found) return ok(found);
  const named = /^([^=]*)=(.*)$/s.exec(text);
  const reference = named ? named[2] ?? "" : text;
  if (!named && !/[/:@]/.test(text)) return wrong(unknownBase(text, names));
  if (!REFERENCE.test(reference)) return wrong(unreadableReference(text, reference));
  const name = named ? named[1] ?? "" : nameOf(reference);
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) return wrong(unreadableName(name));
  if (name === "host") return wrong(takenName(reference));
  return ok({ kind: "image", name, reference, like: known.get(name) });
}
function nameOfBase(text, catalogue) {
  const entry = catalogue.find(text);
  return entry.ok ? ok(entry.value.kind === "host" ? "host" : entry.value.name) : entry;
}
var REFERENCE = /^(?:[a-zA-Z0-9.-]+(?::[0-9]+)?\/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;
function nameOf(reference) {
  const path = reference.replace(/@.*$/, "");
  const last = path.slice(path.lastIndexOf("/") + 1);
  return last.toLowerCase().replace(/[^a-z0-9.-]+/g, "-");
}
function unknownBase(name, names) {
  const meant = nearest(name, names);
  return request("base/unknown", `\`${name}\` is not a base that is known by name`, {
    help: meant ? `did you mean \`${meant}\`?` : `choose one of ${names.join(", ")}, or name an image as \`NAME=REFERENCE\``
  });
}
function unreadableReference(text, reference) {
  return request("base/reference", `\`${reference}\` is not the reference of an image`, {
    help: `write \`NAME=REFERENCE\`, as in \`mybase=registry.example.org/team/image:1.0\`; found \`${text}\``
  });
}
function unreadableName(name) {
  return request("base/name", `\`${name}\` can't name a base`, {
    help: "use lower-case letters, digits, dots and dashes: the name becomes part of file names"
  });
}
function onlyPublished({ name, manager }) {
  return manager === "apt" ? request("base/not-makeable", `\`${name}\` can't be made from packages: only its publisher has them`, {
    help: "be `like:` the distribution that it stands on, as `ubuntu-24.04` for `heroku-24`"
  }) : request("base/not-makeable", `a root like \`${name}\` begins as an image: none is made from packages`, {
    help: "name an `image:` instead, and sync it: `tarwright base sync NAME --packages FILE`"
  });
}
function takenName(reference) {
  return request("base/name-taken", "`host` names this machine, and can't be an image", {
    help: `give the image another name, as in \`mybase=${reference}\``
  });
}
function request(code, message, { help }) {
  return { severity: "error", code, blame: "request", message, help };
}
function decodeCatalogue(value) {
  if (!isRecord(value)) throw new Error("catalogue.yml is not a mapping");
  return new Map(Object.entries(value).map(([name, entry]) => [name, decodeEntry(name, entry)]));
}
function decodeEntry(name, value) {
  if (!isRecord(value)) throw new Error(`catalogue.yml: ${name} is not a mapping`);
  const { family, manager, arches, libc, build, run, made, extensible } = value;
  if (family !== "debian" && family !== "alpine" && family !== "redhat") throw unfit(name, "family");
  if (manager !== "apt" && manager !== "apk" && manager !== "dnf") throw unfit(name, "manager");
  if (!isTexts(arches) || !arches.every(isArch)) throw unfit(name, `arches (${ARCHES.join(", ")})`);
  if (libc !== "glibc" && libc !== "musl") throw unfit(name, "libc");
  if (!isText(build) || !isText(run)) throw unfit(name, "build or run");
  if (typeof extensible !== "boolean") throw unfit(name, "extensible");
  return {
    kind: "known",
    name,
    family,
    manager,
    arches: arches.filter(isArch),
    libc,
    images: { build, run },
    made: made === void 0 ? void 0 : decodeRecipe(name, made),
    extensible
  };
}
function decodeRecipe(name, value) {
  if (!isRecord(value)) throw unfit(name, "made");
  const { origin, suite, keyring } = value;
  if (origin !== "Debian" && origin !== "Ubuntu") throw unfit(name, "made.origin");
  if (!isText(suite) || !isText(keyring)) throw unfit(name, "made");
  return { origin, suite, keyring };
}
function unfit(name, key) {
  return new Error(`catalogue.yml: ${name}: ${key} is wrong`);
}

// src/base/providers.yml
var providers_default = JSON.parse('{"neutral":{"a2ps":{"apt":{"build":["a2ps"],"run":["a2ps"]},"gobolinux":["A2PS"]},"acl":{"apt":{"build":["libacl1-dev"],"run":["libacl1"]},"apk":{"build":["acl-dev"],"run":["acl-libs"]},"dnf":{"build":["libacl-devel"],"run":["libacl"]},"gobolinux":["ACL","LibACL"]},"adwaita-icon-theme":{"apt":{"build":["adwaita-icon-theme"],"run":["adwaita-icon-theme"]},"apk":{"build":["adwaita-icon-theme"],"run":["adwaita-icon-theme"]},"dnf":{"build":["adwaita-icon-theme"],"run":["adwaita-icon-theme"]},"gobolinux":["Adwaita-Icon-Theme"],"openbsd":["x11/gnome/adwaita-icon-theme"]},"allegro4":{"apt":{"build":["liballegro4-dev"],"run":["liballegro4.4"]},"openbsd":["games/allegro"]},"alsa-lib":{"apt":{"build":["libasound2-dev"],"run":["libasound2"]},"apk":{"build":["alsa-lib-dev"],"run":["alsa-lib"]},"dnf":{"build":["alsa-lib-devel"],"run":["alsa-lib"]},"gobolinux":["ALSA-Lib"]},"ant":{"apt":{"build":["ant"],"run":["ant"]},"apk":{"build":["apache-ant"],"run":["apache-ant"]},"dnf":{"build":["ant"],"run":["ant"]},"gobolinux":["Ant"],"openbsd":["devel/apache-ant"]},"apr":{"apt":{"build":["libapr1-dev"],"run":["libapr1"]},"apk":{"build":["apr-dev"],"run":["apr"]},"dnf":{"build":["apr-devel"],"run":["apr"]},"gobolinux":["APR"],"openbsd":["devel/apr"]},"apr-util":{"apt":{"build":["libaprutil1-dev"],"run":["libaprutil1"]},"apk":{"build":["apr-util-dev"],"run":["apr-util"]},"dnf":{"build":["apr-util-devel"],"run":["apr-util"]},"gobolinux":["APR-Util"],"openbsd":["devel/apr-util"]},"asciidoc":{"apt":{"build":["asciidoc"],"run":[]},"apk":{"build":["asciidoc"],"run":[]},"dnf":{"build":["asciidoc"],"run":[]},"gobolinux":["Asciidoc","AsciiDoc"],"openbsd":["textproc/asciidoc"]},"aspell":{"apt":{"build":["libaspell-dev"],"run":["libaspell15"]},"apk":{"build":["aspell-dev"],"run":["aspell-libs"]},"dnf":{"build":["aspell-devel"],"run":["aspell"]},"gobolinux":["Aspell"],"openbsd":["textproc/aspell/core"]},"at-spi2-core":{"apt":{"build":["libatspi2.0-dev"],"run":["libatspi2.0-0"]},"apk":{"build":["at-spi2-core-dev"],"run":["at-spi2-core"]},"dnf":{"build":["at-spi2-core-devel"],"run":["at-spi2-core"]},"gobolinux":["AT-SPI2-Core"],"openbsd":["devel/at-spi2-core","devel/at-spi2-atk"]},"atk":{"apt":{"build":["libatk1.0-dev"],"run":["libatk1.0-0"]},"apk":{"build":["at-spi2-core-dev"],"run":["at-spi2-core"]},"dnf":{"build":["atk-devel"],"run":["atk"]},"gobolinux":["ATK"],"openbsd":["devel/atk"]},"atkmm":{"apt":{"build":["libatkmm-1.6-dev"],"run":["libatkmm-1.6-1v5"]},"dnf":{"build":["atkmm-devel"],"run":["atkmm"]},"gobolinux":["ATKMM"]},"attr":{"apt":{"build":["libattr1-dev"],"run":["libattr1"]},"apk":{"build":["attr-dev"],"run":["libattr"]},"dnf":{"build":["libattr-devel"],"run":["libattr"]},"gobolinux":["Attr","ATTR","LibAttr"]},"audiofile":{"apt":{"build":["libaudiofile-dev"],"run":["libaudiofile1"]},"apk":{"build":["audiofile-dev"],"run":["audiofile"]},"dnf":{"build":["audiofile-devel"],"run":["audiofile"]},"gobolinux":["Audiofile","AudioFile","LibAudiofile"],"openbsd":["audio/libaudiofile","devel/libaudiofile"]},"autoconf":{"apt":{"build":["autoconf"],"run":[]},"apk":{"build":["autoconf"],"run":[]},"dnf":{"build":["autoconf"],"run":[]},"gobolinux":["Autoconf"],"openbsd":["devel/autoconf/2.69","devel/metaauto","devel/autoconf/2.13","devel/autoconf/2.52","devel/autoconf/2.54","devel/autoconf/2.56","devel/autoconf/2.57","devel/autoconf/2.58","devel/autoconf/2.59","devel/autoconf/2.60","devel/autoconf/2.61","devel/autoconf/2.62","devel/autoconf/2.63","devel/autoconf/2.64","devel/autoconf/2.65","devel/autoconf/2.67","devel/autoconf/2.68","devel/autoconf/2.71","devel/autoconf/2.72"]},"automake":{"apt":{"build":["automake"],"run":[]},"apk":{"build":["automake"],"run":[]},"dnf":{"build":["automake"],"run":[]},"gobolinux":["Automake"],"openbsd":["devel/automake/1.16","devel/automake/1.15","devel/automake/1.4","devel/automake/1.8","devel/automake/1.9","devel/automake/1.10","devel/automake/1.11","devel/automake/1.12","devel/automake/1.13","devel/automake/1.14","devel/automake/1.17"]},"avahi":{"apt":{"build":["libavahi-client-dev","libavahi-glib-dev"],"run":["libavahi-client3","libavahi-glib1"]},"apk":{"build":["avahi-dev"],"run":["avahi-libs"]},"dnf":{"build":["avahi-devel"],"run":["avahi-libs","avahi-glib"]},"gobolinux":["Avahi"],"openbsd":["net/avahi"]},"babl":{"apt":{"build":["libbabl-dev"],"run":["libbabl-0.1-0"]},"apk":{"build":["babl-dev"],"run":["babl"]},"dnf":{"build":["babl-devel"],"run":["babl"]},"gobolinux":["BABL"],"openbsd":["graphics/babl"]},"bash":{"apt":{"build":["bash"],"run":["bash"]},"apk":{"build":["bash"],"run":["bash"]},"dnf":{"build":["bash"],"run":["bash"]},"gobolinux":["Bash"],"openbsd":["shells/bash"]},"bc":{"apt":{"build":["bc"],"run":["bc"]},"apk":{"build":["bc"],"run":["bc"]},"dnf":{"build":["bc"],"run":["bc"]},"gobolinux":["BC"]},"binutils":{"apt":{"build":["binutils-dev"],"run":[]},"apk":{"build":["binutils-dev"],"run":[]},"dnf":{"build":["binutils-devel"],"run":[]},"gobolinux":["BinUtils","Binutils"]},"bison":{"apt":{"build":["bison"],"run":[]},"apk":{"build":["bison"],"run":[]},"dnf":{"build":["bison"],"run":[]},"gobolinux":["Bison"],"openbsd":["devel/bison"]},"blas":{"apt":{"build":["libblas-dev","liblapack-dev"],"run":["libblas3","liblapack3"]},"apk":{"build":["openblas-dev"],"run":["openblas"]},"dnf":{"build":["blas-devel","lapack-devel"],"run":["blas","lapack"]},"gobolinux":["BLAS","LAPACK"],"openbsd":["math/blas","math/lapack"]},"bluez":{"apt":{"build":["libbluetooth-dev"],"run":["libbluetooth3"]},"apk":{"build":["bluez-dev"],"run":["bluez-libs"]},"dnf":{"build":["bluez-libs-devel"],"run":["bluez-libs"]},"gobolinux":["Bluez-Libs","BlueZ"]},"boost":{"apt":{"build":["libboost-all-dev"],"run":["libboost-system1.74.0","libboost-filesystem1.74.0","libboost-thread1.74.0","libboost-program-options1.74.0","libboost-regex1.74.0","libboost-iostreams1.74.0","libboost-date-time1.74.0","libboost-serialization1.74.0"],"on":{"debian-13":{"run":["libboost-system1.83.0","libboost-filesystem1.83.0","libboost-thread1.83.0","libboost-program-options1.83.0","libboost-regex1.83.0","libboost-iostreams1.83.0","libboost-date-time1.83.0","libboost-serialization1.83.0"]},"ubuntu-24.04":{"run":["libboost-system1.83.0","libboost-filesystem1.83.0","libboost-thread1.83.0","libboost-program-options1.83.0","libboost-regex1.83.0","libboost-iostreams1.83.0","libboost-date-time1.83.0","libboost-serialization1.83.0"]}}},"apk":{"build":["boost-dev"],"run":["boost-libs"]},"dnf":{"build":["boost-devel"],"run":["boost"]},"gobolinux":["Boost"],"openbsd":["devel/boost"]},"brotli":{"apt":{"build":["libbrotli-dev"],"run":["libbrotli1"]},"apk":{"build":["brotli-dev"],"run":["brotli-libs"]},"dnf":{"build":["brotli-devel"],"run":["libbrotli"]},"gobolinux":["Brotli"],"openbsd":["archivers/brotli"]},"bzip2":{"apt":{"build":["libbz2-dev"],"run":["libbz2-1.0"]},"apk":{"build":["bzip2-dev"],"run":["libbz2"]},"dnf":{"build":["bzip2-devel"],"run":["bzip2-libs"]},"gobolinux":["BZip2","Bzip2"],"openbsd":["archivers/bzip2"]},"c-ares":{"apt":{"build":["libc-ares-dev"],"run":["libc-ares2"]},"apk":{"build":["c-ares-dev"],"run":["c-ares"]},"dnf":{"build":["c-ares-devel"],"run":["c-ares"]},"gobolinux":["C-Ares"],"openbsd":["net/libcares"]},"cabextract":{"apt":{"build":["cabextract"],"run":["cabextract"]},"apk":{"build":["cabextract"],"run":["cabextract"]},"dnf":{"build":["cabextract"],"run":["cabextract"]},"gobolinux":["Cabextract"],"openbsd":["archivers/cabextract"]},"cairo":{"apt":{"build":["libcairo2-dev"],"run":["libcairo2"]},"apk":{"build":["cairo-dev"],"run":["cairo"]},"dnf":{"build":["cairo-devel"],"run":["cairo"]},"gobolinux":["Cairo"],"openbsd":["graphics/cairo"]},"cairomm":{"apt":{"build":["libcairomm-1.0-dev"],"run":["libcairomm-1.0-1v5"]},"apk":{"build":["cairomm-dev"],"run":["cairomm"]},"dnf":{"build":["cairomm-devel"],"run":["cairomm"]},"gobolinux":["Cairomm"],"openbsd":["graphics/cairomm"]},"camlp4":{"apt":{"build":["camlp4"],"run":[]},"openbsd":["lang/ocaml-camlp4"]},"cargo":{"apt":{"build":["cargo","rustc"],"run":[]},"apk":{"build":["cargo","rust"],"run":[]},"dnf":{"build":["cargo","rust"],"run":[]},"gobolinux":["Rust"],"openbsd":["lang/rust"]},"cdparanoia":{"apt":{"build":["libcdparanoia-dev"],"run":["libcdparanoia0"]},"apk":{"build":["cdparanoia-dev"],"run":["cdparanoia-libs"]},"dnf":{"build":["cdparanoia-devel"],"run":["cdparanoia-libs"]},"gobolinux":["Cdparanoia-III","Cdparanoia"],"openbsd":["audio/cdparanoia"]},"cdrkit":{"apt":{"build":["genisoimage","wodim"],"run":["genisoimage","wodim"]},"openbsd":["sysutils/cdrtools"]},"check":{"apt":{"build":["check"],"run":[]},"apk":{"build":["check-dev"],"run":[]},"dnf":{"build":["check-devel"],"run":[]},"gobolinux":["Check"],"openbsd":["devel/check"]},"cmake":{"apt":{"build":["cmake"],"run":[]},"apk":{"build":["cmake"],"run":[]},"dnf":{"build":["cmake"],"run":[]},"gobolinux":["CMake","Cmake"],"openbsd":["devel/cmake"]},"coreutils":{"apt":{"build":["coreutils"],"run":["coreutils"]},"apk":{"build":["coreutils"],"run":["coreutils"]},"dnf":{"build":["coreutils"],"run":["coreutils"]},"gobolinux":["CoreUtils","Coreutils"],"openbsd":["sysutils/coreutils"]},"cppunit":{"apt":{"build":["libcppunit-dev"],"run":["libcppunit-1.15-0"]},"apk":{"build":["cppunit-dev"],"run":["cppunit"]},"dnf":{"build":["cppunit-devel"],"run":["cppunit"]},"gobolinux":["CPPUnit","CppUnit"],"openbsd":["devel/cppunit"]},"cunit":{"apt":{"build":["libcunit1-dev"],"run":[]},"apk":{"build":["cunit-dev"],"run":[]},"dnf":{"build":["CUnit-devel"],"run":[]},"gobolinux":["CUnit"],"openbsd":["devel/cunit"]},"cups":{"apt":{"build":["libcups2-dev"],"run":["libcups2"]},"apk":{"build":["cups-dev"],"run":["cups-libs"]},"dnf":{"build":["cups-devel"],"run":["cups-libs"]},"gobolinux":["CUPS"],"openbsd":["print/cups"]},"curl":{"apt":{"build":["libcurl4-openssl-dev"],"run":["libcurl4"]},"apk":{"build":["curl-dev"],"run":["libcurl"]},"dnf":{"build":["libcurl-devel"],"run":["libcurl"]},"gobolinux":["CURL","Curl","cURL","LibCURL"],"openbsd":["net/curl"]},"cyrus-sasl":{"apt":{"build":["libsasl2-dev"],"run":["libsasl2-2"]},"apk":{"build":["cyrus-sasl-dev"],"run":["libsasl"]},"dnf":{"build":["cyrus-sasl-devel"],"run":["cyrus-sasl-lib"]},"gobolinux":["Cyrus-SASL","Cyrus-Sasl"],"openbsd":["security/cyrus-sasl2"]},"db":{"apt":{"build":["libdb5.3-dev"],"run":["libdb5.3"]},"apk":{"build":["db-dev"],"run":["db"]},"dnf":{"build":["libdb-devel"],"run":["libdb"]},"gobolinux":["DB","BerkeleyDB","Db"],"openbsd":["databases/db/v4"]},"dbus":{"apt":{"build":["libdbus-1-dev"],"run":["libdbus-1-3"]},"apk":{"build":["dbus-dev"],"run":["dbus-libs"]},"dnf":{"build":["dbus-devel"],"run":["dbus-libs"]},"gobolinux":["DBus","D-Bus"],"openbsd":["x11/dbus"]},"dbus-glib":{"apt":{"build":["libdbus-glib-1-dev"],"run":["libdbus-glib-1-2"]},"apk":{"build":["dbus-glib-dev"],"run":["dbus-glib"]},"dnf":{"build":["dbus-glib-devel"],"run":["dbus-glib"]},"gobolinux":["DBus-GLib","DBus-Glib"],"openbsd":["x11/dbus-glib"]},"dbus-python":{"apt":{"build":["python3-dbus"],"run":["python3-dbus"]},"apk":{"build":["py3-dbus"],"run":["py3-dbus"]},"dnf":{"build":["python3-dbus"],"run":["python3-dbus"]},"gobolinux":["DBus-Python"],"openbsd":["x11/dbus-python"]},"dconf":{"apt":{"build":["libdconf-dev"],"run":["libdconf1"]},"apk":{"build":["dconf-dev"],"run":["dconf"]},"dnf":{"build":["dconf-devel"],"run":["dconf"]},"openbsd":["devel/dconf"]},"dejagnu":{"apt":{"build":["dejagnu"],"run":[]},"apk":{"build":["dejagnu"],"run":[]},"dnf":{"build":["dejagnu"],"run":[]},"gobolinux":["DejaGNU"],"openbsd":["devel/dejagnu"]},"desktop-file-utils":{"apt":{"build":["desktop-file-utils"],"run":["desktop-file-utils"]},"apk":{"build":["desktop-file-utils"],"run":["desktop-file-utils"]},"dnf":{"build":["desktop-file-utils"],"run":["desktop-file-utils"]},"gobolinux":["Desktop-File-Utils"],"openbsd":["devel/desktop-file-utils"]},"devil":{"apt":{"build":["libdevil-dev"],"run":["libdevil1c2"]},"apk":{"build":["devil-dev"],"run":["devil"]},"dnf":{"build":["DevIL-devel"],"run":["DevIL"]},"gobolinux":["DevIL"],"openbsd":["graphics/devil"]},"dialog":{"apt":{"build":["dialog"],"run":["dialog"]},"apk":{"build":["dialog"],"run":["dialog"]},"dnf":{"build":["dialog"],"run":["dialog"]},"gobolinux":["Dialog"],"openbsd":["misc/dialog"]},"directfb":{"apt":{"build":["libdirectfb-dev"],"run":["libdirectfb-1.7-7"]},"gobolinux":["DirectFB"],"openbsd":["devel/directfb"]},"docbook-xml":{"apt":{"build":["docbook-xml"],"run":["docbook-xml"]},"apk":{"build":["docbook-xml"],"run":["docbook-xml"]},"dnf":{"build":["docbook-dtds"],"run":["docbook-dtds"]},"gobolinux":["DocBook-XML"],"openbsd":["textproc/docbook"]},"docbook-xsl":{"apt":{"build":["docbook-xsl"],"run":["docbook-xsl"]},"apk":{"build":["docbook-xsl"],"run":["docbook-xsl"]},"dnf":{"build":["docbook-style-xsl"],"run":["docbook-style-xsl"]},"gobolinux":["DocBook-XSL","DocBook-XSL-Stylesheets"],"openbsd":["textproc/docbook-xsl"]},"doxygen":{"apt":{"build":["doxygen"],"run":[]},"apk":{"build":["doxygen"],"run":[]},"dnf":{"build":["doxygen"],"run":[]},"gobolinux":["Doxygen"],"openbsd":["devel/doxygen"]},"e2fsprogs":{"apt":{"build":["libext2fs-dev"],"run":["libext2fs2"]},"apk":{"build":["e2fsprogs-dev"],"run":["e2fsprogs-libs"]},"dnf":{"build":["e2fsprogs-devel"],"run":["e2fsprogs-libs"]},"gobolinux":["E2FSProgs","E2fsprogs"],"openbsd":["sysutils/e2fsprogs"]},"efivar":{"apt":{"build":["libefivar-dev","libefiboot-dev"],"run":["libefivar1","libefiboot1"]},"openbsd":["sysutils/efivar"]},"efl":{"apt":{"build":["libefl-all-dev"],"run":["libevas1","libecore1","libelementary1"]},"apk":{"build":["efl-dev"],"run":["efl"]},"dnf":{"build":["efl-devel"],"run":["efl"]},"gobolinux":["EFL"]},"eigen":{"apt":{"build":["libeigen3-dev"],"run":[]},"apk":{"build":["eigen-dev"],"run":[]},"dnf":{"build":["eigen3-devel"],"run":[]},"gobolinux":["Eigen"],"openbsd":["math/eigen3"]},"emacs":{"apt":{"build":["emacs-nox"],"run":["emacs-nox"]},"apk":{"build":["emacs-nox"],"run":["emacs-nox"]},"dnf":{"build":["emacs-nw"],"run":["emacs-nw"]},"gobolinux":["Emacs"],"openbsd":["editors/emacs"]},"enca":{"apt":{"build":["libenca-dev","enca"],"run":["libenca0","enca"]},"openbsd":["converters/enca"]},"enchant":{"apt":{"build":["libenchant-2-dev"],"run":["libenchant-2-2"]},"apk":{"build":["enchant2-dev"],"run":["enchant2-libs"]},"dnf":{"build":["enchant2-devel"],"run":["enchant2"]},"gobolinux":["Enchant"],"openbsd":["textproc/enchant"]},"evolution-data-server":{"apt":{"build":["evolution-data-server-dev"],"run":["evolution-data-server"]},"apk":{"build":["evolution-data-server-dev"],"run":["evolution-data-server"]},"dnf":{"build":["evolution-data-server-devel"],"run":["evolution-data-server"]},"gobolinux":["Evolution-Data-Server"],"openbsd":["databases/evolution-data-server"]},"exiv2":{"apt":{"build":["libexiv2-dev"],"run":["libexiv2-27"],"on":{"debian-13":{"run":["libexiv2-28"]}}},"apk":{"build":["exiv2-dev"],"run":["exiv2-libs"]},"dnf":{"build":["exiv2-devel"],"run":["exiv2-libs"]},"gobolinux":["Exiv2"],"openbsd":["graphics/exiv2"]},"exo":{"apt":{"build":["libexo-2-dev"],"run":["libexo-2-0"]},"apk":{"build":["exo-dev"],"run":["exo"]},"dnf":{"build":["exo-devel"],"run":["exo"]},"gobolinux":["EXO","Exo"],"openbsd":["x11/xfce4/libexo"]},"expat":{"apt":{"build":["libexpat1-dev"],"run":["libexpat1"]},"apk":{"build":["expat-dev"],"run":["libexpat"]},"dnf":{"build":["expat-devel"],"run":["expat"]},"gobolinux":["Expat"]},"faad2":{"apt":{"build":["libfaad-dev"],"run":["libfaad2"]},"apk":{"build":["faad2-dev"],"run":["faad2-libs"]},"dnf":{"build":["faad2-devel"],"run":["faad2-libs"]},"gobolinux":["Faad2","FAAD2"],"openbsd":["audio/faad"]},"fam":{"apt":{"build":["libgamin-dev"],"run":["libgamin0"]},"gobolinux":["FAM","Fam","Gamin"]},"festival":{"apt":{"build":["festival","festival-dev"],"run":["festival"]},"openbsd":["audio/festival/core"]},"ffmpeg":{"apt":{"build":["libavcodec-dev","libavformat-dev","libavutil-dev","libswscale-dev","libswresample-dev","libavfilter-dev","libavdevice-dev"],"run":["libavcodec59","libavformat59","libavutil57","libswscale6","libswresample4","libavfilter8","libavdevice59"],"on":{"debian-11":{"run":["libavcodec58","libavformat58","libavutil56","libswscale5","libswresample3","libavfilter7","libavdevice58"]},"ubuntu-22.04":{"run":["libavcodec58","libavformat58","libavutil56","libswscale5","libswresample3","libavfilter7","libavdevice58"]},"ubuntu-24.04":{"run":["libavcodec60","libavformat60","libavutil58","libswscale7","libswresample4","libavfilter9","libavdevice60"]},"debian-13":{"run":["libavcodec61","libavformat61","libavutil59","libswscale8","libswresample5","libavfilter10","libavdevice61"]}}},"apk":{"build":["ffmpeg-dev"],"run":["ffmpeg-libs"]},"gobolinux":["FFmpeg","FFMpeg"],"openbsd":["graphics/ffmpeg"]},"fftw":{"apt":{"build":["libfftw3-dev"],"run":["libfftw3-double3","libfftw3-single3"]},"apk":{"build":["fftw-dev"],"run":["fftw-double-libs","fftw-single-libs"]},"dnf":{"build":["fftw-devel"],"run":["fftw-libs"]},"gobolinux":["FFTW"],"openbsd":["math/fftw3"]},"file":{"apt":{"build":["libmagic-dev"],"run":["libmagic1"]},"apk":{"build":["file-dev"],"run":["libmagic"]},"dnf":{"build":["file-devel"],"run":["file-libs"]},"gobolinux":["File"],"openbsd":["devel/libmagic"]},"flac":{"apt":{"build":["libflac-dev","libflac++-dev"],"run":["libflac12","libflac++10"],"on":{"debian-11":{"run":["libflac8","libflac++6v5"]},"ubuntu-22.04":{"run":["libflac8","libflac++6v5"]},"debian-13":{"run":["libflac14","libflac++11"]}}},"apk":{"build":["flac-dev"],"run":["flac-libs"]},"dnf":{"build":["flac-devel"],"run":["flac-libs"]},"gobolinux":["Flac","FLAC"],"openbsd":["audio/flac"]},"flex":{"apt":{"build":["flex","libfl-dev"],"run":[]},"apk":{"build":["flex","flex-dev"],"run":[]},"dnf":{"build":["flex","libfl-devel"],"run":[]},"gobolinux":["Flex"]},"fltk":{"apt":{"build":["libfltk1.3-dev"],"run":["libfltk1.3"]},"apk":{"build":["fltk-dev"],"run":["fltk"]},"dnf":{"build":["fltk-devel"],"run":["fltk"]},"gobolinux":["FLTK"],"openbsd":["x11/fltk"]},"fluidsynth":{"apt":{"build":["libfluidsynth-dev"],"run":["libfluidsynth3"]},"apk":{"build":["fluidsynth-dev"],"run":["fluidsynth-libs"]},"dnf":{"build":["fluidsynth-devel"],"run":["fluidsynth-libs"]},"gobolinux":["FluidSynth"],"openbsd":["audio/fluidsynth"]},"fontconfig":{"apt":{"build":["libfontconfig-dev"],"run":["libfontconfig1"]},"apk":{"build":["fontconfig-dev"],"run":["fontconfig"]},"dnf":{"build":["fontconfig-devel"],"run":["fontconfig"]},"gobolinux":["Fontconfig"]},"freeglut":{"apt":{"build":["freeglut3-dev"],"run":["libglut3.12"],"on":{"debian-11":{"run":["freeglut3"]},"ubuntu-22.04":{"run":["freeglut3"]}}},"apk":{"build":["freeglut-dev"],"run":["freeglut"]},"dnf":{"build":["freeglut-devel"],"run":["freeglut"]},"gobolinux":["FreeGLUT","Freeglut"],"openbsd":["graphics/freeglut"]},"freetds":{"apt":{"build":["freetds-dev"],"run":["libct4","libsybdb5"]},"apk":{"build":["freetds-dev"],"run":["freetds"]},"dnf":{"build":["freetds-devel"],"run":["freetds-libs"]},"gobolinux":["FreeTDS"],"openbsd":["databases/freetds"]},"freetype":{"apt":{"build":["libfreetype-dev"],"run":["libfreetype6"]},"apk":{"build":["freetype-dev"],"run":["freetype"]},"dnf":{"build":["freetype-devel"],"run":["freetype"]},"gobolinux":["Freetype","FreeType","Freetype2"],"openbsd":["print/freetype"]},"fribidi":{"apt":{"build":["libfribidi-dev"],"run":["libfribidi0"]},"apk":{"build":["fribidi-dev"],"run":["fribidi"]},"dnf":{"build":["fribidi-devel"],"run":["fribidi"]},"gobolinux":["Fribidi","FriBidi"],"openbsd":["devel/fribidi"]},"ftgl":{"apt":{"build":["libftgl-dev"],"run":["libftgl2"]},"apk":{"build":["ftgl-dev"],"run":["ftgl"]},"dnf":{"build":["ftgl-devel"],"run":["ftgl"]},"gobolinux":["FTGL"],"openbsd":["graphics/ftgl"]},"fuse":{"apt":{"build":["libfuse-dev"],"run":["libfuse2"]},"apk":{"build":["fuse-dev"],"run":["fuse"]},"dnf":{"build":["fuse-devel"],"run":["fuse-libs"]},"gobolinux":["Fuse","FUSE"]},"fuse3":{"apt":{"build":["libfuse3-dev"],"run":["libfuse3-3"]},"apk":{"build":["fuse3-dev"],"run":["fuse3-libs"]},"dnf":{"build":["fuse3-devel"],"run":["fuse3-libs"]},"gobolinux":["Fuse3"]},"gail":{"apt":{"build":["libgail-dev"],"run":["libgail18"]},"dnf":{"build":["gtk2-devel"],"run":["gtk2"]},"gobolinux":["Gail"]},"gawk":{"apt":{"build":["gawk"],"run":["gawk"]},"apk":{"build":["gawk"],"run":["gawk"]},"dnf":{"build":["gawk"],"run":["gawk"]},"gobolinux":["Gawk","GAWK"],"openbsd":["lang/gawk"]},"gcc":{"apt":{"build":["gcc","g++"],"run":["libstdc++6","libgcc-s1","libgomp1"]},"apk":{"build":["gcc","g++"],"run":["libstdc++","libgcc","libgomp"]},"dnf":{"build":["gcc","gcc-c++"],"run":["libstdc++","libgcc","libgomp"]},"gobolinux":["GCC","LibStdC++"]},"gconf":{"apt":{"build":["libgconf2-dev"],"run":["libgconf-2-4"]},"gobolinux":["GConf"],"openbsd":["devel/gconf2"]},"gdal":{"apt":{"build":["libgdal-dev"],"run":["libgdal32"]},"apk":{"build":["gdal-dev"],"run":["gdal"]},"dnf":{"build":["gdal-devel"],"run":["gdal-libs"]},"gobolinux":["GDAL"],"openbsd":["geo/gdal"]},"gdbm":{"apt":{"build":["libgdbm-dev"],"run":["libgdbm6"]},"apk":{"build":["gdbm-dev"],"run":["gdbm"]},"dnf":{"build":["gdbm-devel"],"run":["gdbm-libs"]},"gobolinux":["GDBM"],"openbsd":["databases/gdbm"]},"gdk-pixbuf":{"apt":{"build":["libgdk-pixbuf-2.0-dev"],"run":["libgdk-pixbuf-2.0-0"]},"apk":{"build":["gdk-pixbuf-dev"],"run":["gdk-pixbuf"]},"dnf":{"build":["gdk-pixbuf2-devel"],"run":["gdk-pixbuf2"]},"gobolinux":["GDK-Pixbuf"],"openbsd":["graphics/gdk-pixbuf2"]},"gegl":{"apt":{"build":["libgegl-dev"],"run":["libgegl-0.4-0"]},"apk":{"build":["gegl-dev"],"run":["gegl"]},"dnf":{"build":["gegl04-devel"],"run":["gegl04"]},"gobolinux":["GEGL"],"openbsd":["graphics/gegl"]},"geoip":{"apt":{"build":["libgeoip-dev"],"run":["libgeoip1"]},"apk":{"build":["geoip-dev"],"run":["geoip"]},"dnf":{"build":["GeoIP-devel"],"run":["GeoIP"]},"gobolinux":["GeoIP"],"openbsd":["net/GeoIP"]},"geos":{"apt":{"build":["libgeos-dev"],"run":["libgeos-c1v5"]},"apk":{"build":["geos-dev"],"run":["geos"]},"dnf":{"build":["geos-devel"],"run":["geos"]},"gobolinux":["GEOS"],"openbsd":["geo/geos"]},"gettext":{"apt":{"build":["gettext","autopoint"],"run":[]},"apk":{"build":["gettext-dev"],"run":["libintl"]},"dnf":{"build":["gettext-devel"],"run":[]},"gobolinux":["Gettext","GetText"],"openbsd":["devel/gettext","devel/gettext-tools"]},"ghc":{"apt":{"build":["ghc"],"run":[]},"apk":{"build":["ghc"],"run":[]},"dnf":{"build":["ghc"],"run":[]},"gobolinux":["GHC"],"openbsd":["lang/ghc"]},"ghostscript":{"apt":{"build":["libgs-dev","ghostscript"],"run":["libgs10"],"on":{"debian-11":{"run":["libgs9"]},"ubuntu-22.04":{"run":["libgs9"]}}},"apk":{"build":["ghostscript-dev","ghostscript"],"run":["ghostscript"]},"dnf":{"build":["libgs-devel","ghostscript"],"run":["libgs"]},"gobolinux":["Ghostscript","GhostScript"],"openbsd":["print/ghostscript/gnu"]},"giflib":{"apt":{"build":["libgif-dev"],"run":["libgif7"]},"apk":{"build":["giflib-dev"],"run":["giflib"]},"dnf":{"build":["giflib-devel"],"run":["giflib"]},"gobolinux":["GIFLib","LibUngif","LibGIF"],"openbsd":["graphics/giflib"]},"git":{"apt":{"build":["git"],"run":["git"]},"apk":{"build":["git"],"run":["git"]},"dnf":{"build":["git"],"run":["git"]},"gobolinux":["Git"],"openbsd":["devel/git"]},"gkrellm":{"apt":{"build":["gkrellm","libgtk2.0-dev"],"run":["gkrellm"]},"openbsd":["sysutils/gkrellm/gkrellm"]},"glew":{"apt":{"build":["libglew-dev"],"run":["libglew2.2"],"on":{"debian-11":{"run":["libglew2.1"]}}},"apk":{"build":["glew-dev"],"run":["glew"]},"dnf":{"build":["glew-devel"],"run":["libGLEW"]},"gobolinux":["GLEW"],"openbsd":["graphics/glew"]},"glib":{"apt":{"build":["libglib2.0-dev"],"run":["libglib2.0-0"]},"apk":{"build":["glib-dev"],"run":["glib"]},"dnf":{"build":["glib2-devel"],"run":["glib2"]},"gobolinux":["GLib","Glib"],"openbsd":["devel/glib2"]},"glibc":{"apt":{"build":["libc6-dev"],"run":["libc6"]},"apk":{"build":["musl-dev"],"run":["musl"]},"dnf":{"build":["glibc-devel"],"run":["glibc"]},"gobolinux":["Glibc"]},"glibmm":{"apt":{"build":["libglibmm-2.4-dev"],"run":["libglibmm-2.4-1v5"]},"apk":{"build":["glibmm-dev"],"run":["glibmm"]},"dnf":{"build":["glibmm24-devel"],"run":["glibmm24"]},"gobolinux":["GLibmm","Glibmm","GLibMM"],"openbsd":["devel/glib2mm"]},"glu":{"apt":{"build":["libglu1-mesa-dev"],"run":["libglu1-mesa"]},"apk":{"build":["glu-dev"],"run":["glu"]},"dnf":{"build":["mesa-libGLU-devel"],"run":["mesa-libGLU"]},"gobolinux":["GLU","Mesa-GLU"]},"gmime":{"apt":{"build":["libgmime-3.0-dev"],"run":["libgmime-3.0-0"]},"apk":{"build":["gmime-dev"],"run":["gmime"]},"dnf":{"build":["gmime30-devel"],"run":["gmime30"]},"gobolinux":["GMime"],"openbsd":["mail/gmime"]},"gmp":{"apt":{"build":["libgmp-dev"],"run":["libgmp10"]},"apk":{"build":["gmp-dev"],"run":["gmp"]},"dnf":{"build":["gmp-devel"],"run":["gmp"]},"gobolinux":["GMP"],"openbsd":["devel/gmp"]},"gnome-desktop":{"apt":{"build":["libgnome-desktop-3-dev"],"run":["libgnome-desktop-3-20"]},"apk":{"build":["gnome-desktop-dev"],"run":["gnome-desktop"]},"dnf":{"build":["gnome-desktop3-devel"],"run":["gnome-desktop3"]},"gobolinux":["Gnome-Desktop"],"openbsd":["x11/gnome/desktop"]},"gnupg":{"apt":{"build":["gnupg"],"run":["gnupg"]},"apk":{"build":["gnupg"],"run":["gnupg"]},"dnf":{"build":["gnupg2"],"run":["gnupg2"]},"gobolinux":["GnuPG"],"openbsd":["security/gnupg","security/gnupg2"]},"gnuplot":{"apt":{"build":["gnuplot-nox"],"run":["gnuplot-nox"]},"apk":{"build":["gnuplot"],"run":["gnuplot"]},"dnf":{"build":["gnuplot"],"run":["gnuplot"]},"gobolinux":["GNUPlot","Gnuplot"],"openbsd":["math/gnuplot"]},"gnutls":{"apt":{"build":["libgnutls28-dev"],"run":["libgnutls30"]},"apk":{"build":["gnutls-dev"],"run":["gnutls"]},"dnf":{"build":["gnutls-devel"],"run":["gnutls"]},"gobolinux":["GnuTLS","GNUTLS"],"openbsd":["security/gnutls"]},"gobject-introspection":{"apt":{"build":["libgirepository1.0-dev","gobject-introspection"],"run":["libgirepository-1.0-1"]},"apk":{"build":["gobject-introspection-dev"],"run":["gobject-introspection"]},"dnf":{"build":["gobject-introspection-devel"],"run":["gobject-introspection"]},"gobolinux":["GObject-Introspection"],"openbsd":["devel/gobject-introspection"]},"gocr":{"apt":{"build":["gocr"],"run":["gocr"]},"openbsd":["graphics/gocr"]},"gperf":{"apt":{"build":["gperf"],"run":[]},"apk":{"build":["gperf"],"run":[]},"dnf":{"build":["gperf"],"run":[]},"gobolinux":["Gperf"],"openbsd":["devel/gperf"]},"gpgme":{"apt":{"build":["libgpgme-dev"],"run":["libgpgme11"]},"apk":{"build":["gpgme-dev"],"run":["gpgme"]},"dnf":{"build":["gpgme-devel"],"run":["gpgme"]},"gobolinux":["GPGME"],"openbsd":["security/gpgme"]},"gpm":{"apt":{"build":["libgpm-dev"],"run":["libgpm2"]},"apk":{"build":["gpm-dev"],"run":["gpm-libs"]},"dnf":{"build":["gpm-devel"],"run":["gpm-libs"]},"gobolinux":["GPM"]},"gpsd":{"apt":{"build":["libgps-dev"],"run":["libgps28"]},"apk":{"build":["gpsd-dev"],"run":["gpsd-libs"]},"dnf":{"build":["gpsd-devel"],"run":["gpsd-libs"]},"gobolinux":["GPSD"],"openbsd":["misc/gpsd"]},"graphviz":{"apt":{"build":["libgraphviz-dev","graphviz"],"run":["graphviz"]},"apk":{"build":["graphviz-dev"],"run":["graphviz-libs"]},"dnf":{"build":["graphviz-devel"],"run":["graphviz"]},"gobolinux":["Graphviz","GraphViz"],"openbsd":["math/graphviz"]},"grep":{"apt":{"build":["grep"],"run":["grep"]},"apk":{"build":["grep"],"run":["grep"]},"dnf":{"build":["grep"],"run":["grep"]},"gobolinux":["Grep"]},"groff":{"apt":{"build":["groff"],"run":["groff-base"]},"apk":{"build":["groff"],"run":["groff"]},"dnf":{"build":["groff"],"run":["groff-base"]},"gobolinux":["Groff"],"openbsd":["textproc/groff"]},"gsettings-desktop-schemas":{"apt":{"build":["gsettings-desktop-schemas-dev"],"run":["gsettings-desktop-schemas"]},"apk":{"build":["gsettings-desktop-schemas-dev"],"run":["gsettings-desktop-schemas"]},"dnf":{"build":["gsettings-desktop-schemas-devel"],"run":["gsettings-desktop-schemas"]},"gobolinux":["GSettings-Desktop-Schemas"],"openbsd":["devel/gsettings-desktop-schemas"]},"gsl":{"apt":{"build":["libgsl-dev"],"run":["libgsl27"],"on":{"debian-11":{"run":["libgsl25"]},"debian-13":{"run":["libgsl28"]}}},"apk":{"build":["gsl-dev"],"run":["gsl"]},"dnf":{"build":["gsl-devel"],"run":["gsl"]},"gobolinux":["GSL"],"openbsd":["math/gsl"]},"gst-libav":{"apt":{"build":["gstreamer1.0-libav"],"run":["gstreamer1.0-libav"]},"apk":{"build":["gst-libav"],"run":["gst-libav"]},"gobolinux":["GST-Libav"],"openbsd":["multimedia/gstreamer1/plugins-libav"]},"gst-plugins-base":{"apt":{"build":["libgstreamer-plugins-base1.0-dev"],"run":["libgstreamer-plugins-base1.0-0"]},"apk":{"build":["gst-plugins-base-dev"],"run":["gst-plugins-base"]},"dnf":{"build":["gstreamer1-plugins-base-devel"],"run":["gstreamer1-plugins-base"]},"gobolinux":["GST-Plugins-Base"],"openbsd":["multimedia/gstreamer1/plugins-base"]},"gst-plugins-good":{"apt":{"build":["gstreamer1.0-plugins-good"],"run":["gstreamer1.0-plugins-good"]},"apk":{"build":["gst-plugins-good"],"run":["gst-plugins-good"]},"dnf":{"build":["gstreamer1-plugins-good"],"run":["gstreamer1-plugins-good"]},"gobolinux":["GST-Plugins-Good"],"openbsd":["multimedia/gstreamer1/plugins-good"]},"gstreamer":{"apt":{"build":["libgstreamer1.0-dev"],"run":["libgstreamer1.0-0"]},"apk":{"build":["gstreamer-dev"],"run":["gstreamer"]},"dnf":{"build":["gstreamer1-devel"],"run":["gstreamer1"]},"gobolinux":["GStreamer"],"openbsd":["multimedia/gstreamer1/core"]},"gtest":{"apt":{"build":["googletest","libgtest-dev"],"run":[]},"apk":{"build":["gtest-dev"],"run":[]},"dnf":{"build":["gtest-devel"],"run":[]},"gobolinux":["GTest","GoogleTest"],"openbsd":["devel/gtest"]},"gtk-doc":{"apt":{"build":["gtk-doc-tools"],"run":[]},"apk":{"build":["gtk-doc"],"run":[]},"dnf":{"build":["gtk-doc"],"run":[]},"gobolinux":["GTK-Doc"],"openbsd":["textproc/gtk-doc"]},"gtk2":{"apt":{"build":["libgtk2.0-dev"],"run":["libgtk2.0-0"]},"apk":{"build":["gtk+2.0-dev"],"run":["gtk+2.0"]},"dnf":{"build":["gtk2-devel"],"run":["gtk2"]},"gobolinux":["GTK+","GTK+2"],"openbsd":["x11/gtk+2"]},"gtk3":{"apt":{"build":["libgtk-3-dev"],"run":["libgtk-3-0"]},"apk":{"build":["gtk+3.0-dev"],"run":["gtk+3.0"]},"dnf":{"build":["gtk3-devel"],"run":["gtk3"]},"gobolinux":["GTK3","GTK+3"],"openbsd":["x11/gtk+3"]},"gtk4":{"apt":{"build":["libgtk-4-dev"],"run":["libgtk-4-1"]},"apk":{"build":["gtk4.0-dev"],"run":["gtk4.0"]},"dnf":{"build":["gtk4-devel"],"run":["gtk4"]},"gobolinux":["GTK4","GTK+4"],"openbsd":["x11/gtk+4"]},"gtkmm":{"apt":{"build":["libgtkmm-3.0-dev"],"run":["libgtkmm-3.0-1v5"]},"apk":{"build":["gtkmm3-dev"],"run":["gtkmm3"]},"dnf":{"build":["gtkmm30-devel"],"run":["gtkmm30"]},"openbsd":["x11/gtk3mm"]},"gtkmm2":{"apt":{"build":["libgtkmm-2.4-dev"],"run":["libgtkmm-2.4-1v5"]},"gobolinux":["GTKMM","GTKmm"],"openbsd":["x11/gtkmm"]},"gtksourceview":{"apt":{"build":["libgtksourceview-3.0-dev"],"run":["libgtksourceview-3.0-1"]},"apk":{"build":["gtksourceview-dev"],"run":["gtksourceview"]},"dnf":{"build":["gtksourceview3-devel"],"run":["gtksourceview3"]},"gobolinux":["GTKSourceView"],"openbsd":["x11/gtksourceview3"]},"gtkspell":{"apt":{"build":["libgtkspell3-3-dev"],"run":["libgtkspell3-3-0"]},"apk":{"build":["gtkspell3-dev"],"run":["gtkspell3"]},"dnf":{"build":["gtkspell3-devel"],"run":["gtkspell3"]},"openbsd":["textproc/gtkspell3"]},"guile":{"apt":{"build":["guile-3.0-dev"],"run":["guile-3.0-libs"]},"apk":{"build":["guile-dev"],"run":["guile-libs"]},"dnf":{"build":["guile30-devel"],"run":["guile30"]},"openbsd":["lang/guile2"]},"gzip":{"apt":{"build":["gzip"],"run":["gzip"]},"apk":{"build":["gzip"],"run":["gzip"]},"dnf":{"build":["gzip"],"run":["gzip"]},"gobolinux":["GZip","Gzip"]},"harfbuzz":{"apt":{"build":["libharfbuzz-dev"],"run":["libharfbuzz0b"]},"apk":{"build":["harfbuzz-dev"],"run":["harfbuzz"]},"dnf":{"build":["harfbuzz-devel"],"run":["harfbuzz"]},"gobolinux":["HarfBuzz"],"openbsd":["devel/harfbuzz"]},"haskell-async":{"apt":{"build":["libghc-async-dev"],"run":[]},"openbsd":["devel/hs-async"]},"haskell-blaze-builder":{"apt":{"build":["libghc-blaze-builder-dev"],"run":[]},"openbsd":["devel/hs-blaze-builder"]},"haskell-contravariant":{"apt":{"build":["libghc-contravariant-dev"],"run":[]},"openbsd":["devel/hs-contravariant"]},"haskell-csv":{"apt":{"build":["libghc-csv-dev"],"run":[]},"openbsd":["devel/hs-csv"]},"haskell-data-default":{"apt":{"build":["libghc-data-default-dev"],"run":[]},"openbsd":["devel/hs-data-default"]},"haskell-dlist":{"apt":{"build":["libghc-dlist-dev"],"run":[]},"openbsd":["devel/hs-dlist"]},"haskell-hashable":{"apt":{"build":["libghc-hashable-dev"],"run":[]},"openbsd":["devel/hs-hashable"]},"haskell-hunit":{"apt":{"build":["libghc-hunit-dev"],"run":[]},"openbsd":["devel/hs-HUnit"]},"haskell-microlens":{"apt":{"build":["libghc-microlens-dev"],"run":[]},"openbsd":["devel/hs-microlens"]},"haskell-microlens-mtl":{"apt":{"build":["libghc-microlens-mtl-dev"],"run":[]},"openbsd":["devel/hs-microlens-mtl"]},"haskell-microlens-th":{"apt":{"build":["libghc-microlens-th-dev"],"run":[]},"openbsd":["devel/hs-microlens-th"]},"haskell-mmorph":{"apt":{"build":["libghc-mmorph-dev"],"run":[]},"openbsd":["devel/hs-mmorph"]},"haskell-monad-control":{"apt":{"build":["libghc-monad-control-dev"],"run":[]},"openbsd":["devel/hs-monad-control"]},"haskell-old-locale":{"apt":{"build":["libghc-old-locale-dev"],"run":[]},"openbsd":["devel/hs-old-locale"]},"haskell-old-time":{"apt":{"build":["libghc-old-time-dev"],"run":[]},"openbsd":["devel/hs-old-time"]},"haskell-primitive":{"apt":{"build":["libghc-primitive-dev"],"run":[]},"openbsd":["devel/hs-primitive"]},"haskell-random":{"apt":{"build":["libghc-random-dev"],"run":[]},"openbsd":["devel/hs-random"]},"haskell-safe":{"apt":{"build":["libghc-safe-dev"],"run":[]},"openbsd":["devel/hs-safe"]},"haskell-scientific":{"apt":{"build":["libghc-scientific-dev"],"run":[]},"openbsd":["devel/hs-scientific"]},"haskell-syb":{"apt":{"build":["libghc-syb-dev"],"run":[]},"openbsd":["devel/hs-syb"]},"haskell-transformers-base":{"apt":{"build":["libghc-transformers-base-dev"],"run":[]},"openbsd":["devel/hs-transformers-base"]},"haskell-unliftio-core":{"apt":{"build":["libghc-unliftio-core-dev"],"run":[]},"openbsd":["devel/hs-unliftio-core"]},"haskell-unordered-containers":{"apt":{"build":["libghc-unordered-containers-dev"],"run":[]},"openbsd":["devel/hs-unordered-containers"]},"haskell-utf8-string":{"apt":{"build":["libghc-utf8-string-dev"],"run":[]},"openbsd":["devel/hs-utf8-string"]},"haskell-vector":{"apt":{"build":["libghc-vector-dev"],"run":[]},"openbsd":["devel/hs-vector"]},"haskell-zlib":{"apt":{"build":["libghc-zlib-dev"],"run":[]},"openbsd":["archivers/hs-zlib"]},"hdf5":{"apt":{"build":["libhdf5-dev"],"run":["libhdf5-103-1"]},"apk":{"build":["hdf5-dev"],"run":["hdf5"]},"dnf":{"build":["hdf5-devel"],"run":["hdf5"]},"gobolinux":["HDF5"],"openbsd":["math/hdf5"]},"help2man":{"apt":{"build":["help2man"],"run":[]},"apk":{"build":["help2man"],"run":[]},"dnf":{"build":["help2man"],"run":[]},"gobolinux":["Help2man"],"openbsd":["devel/help2man"]},"hicolor-icon-theme":{"apt":{"build":["hicolor-icon-theme"],"run":["hicolor-icon-theme"]},"apk":{"build":["hicolor-icon-theme"],"run":["hicolor-icon-theme"]},"dnf":{"build":["hicolor-icon-theme"],"run":["hicolor-icon-theme"]},"gobolinux":["Hicolor-Icon-Theme"],"openbsd":["x11/hicolor-icon-theme"]},"hiredis":{"apt":{"build":["libhiredis-dev"],"run":["libhiredis0.14"]},"apk":{"build":["hiredis-dev"],"run":["hiredis"]},"dnf":{"build":["hiredis-devel"],"run":["hiredis"]},"gobolinux":["Hiredis"],"openbsd":["databases/libhiredis"]},"hunspell":{"apt":{"build":["libhunspell-dev"],"run":["libhunspell-1.7-0"]},"apk":{"build":["hunspell-dev"],"run":["libhunspell"]},"dnf":{"build":["hunspell-devel"],"run":["hunspell"]},"gobolinux":["Hunspell"],"openbsd":["textproc/hunspell"]},"icon-naming-utils":{"apt":{"build":["icon-naming-utils"],"run":[]},"openbsd":["x11/icon-naming-utils"]},"icu":{"apt":{"build":["libicu-dev"],"run":["libicu72"],"on":{"debian-11":{"run":["libicu67"]},"debian-13":{"run":["libicu76"]},"ubuntu-22.04":{"run":["libicu70"]},"ubuntu-24.04":{"run":["libicu74"]}}},"apk":{"build":["icu-dev"],"run":["icu-libs"]},"dnf":{"build":["libicu-devel"],"run":["libicu"]},"gobolinux":["ICU4C","ICU","LibICU4C"],"openbsd":["textproc/icu4c"]},"ilmbase":{"apt":{"build":["libimath-dev"],"run":["libimath-3-1-29"]},"apk":{"build":["imath-dev"],"run":["imath"]},"dnf":{"build":["imath-devel"],"run":["imath"]},"gobolinux":["IlmBase"],"openbsd":["graphics/ilmbase"]},"imagemagick":{"apt":{"build":["libmagickwand-dev"],"run":["libmagickwand-6.q16-6"],"on":{"debian-13":{"run":["libmagickwand-7.q16-10"]}}},"apk":{"build":["imagemagick-dev"],"run":["imagemagick-libs"]},"dnf":{"build":["ImageMagick-devel"],"run":["ImageMagick-libs"]},"gobolinux":["ImageMagick"],"openbsd":["graphics/ImageMagick"]},"imake":{"apt":{"build":["xutils-dev"],"run":[]},"apk":{"build":["imake"],"run":[]},"dnf":{"build":["imake"],"run":[]},"gobolinux":["Imake"],"openbsd":["devel/imake","devel/imake-cf"]},"imlib2":{"apt":{"build":["libimlib2-dev"],"run":["libimlib2"]},"apk":{"build":["imlib2-dev"],"run":["imlib2"]},"dnf":{"build":["imlib2-devel"],"run":["imlib2"]},"gobolinux":["Imlib2"],"openbsd":["graphics/imlib2"]},"intltool":{"apt":{"build":["intltool"],"run":[]},"apk":{"build":["intltool"],"run":[]},"dnf":{"build":["intltool"],"run":[]},"gobolinux":["Intltool"],"openbsd":["textproc/intltool"]},"iso-codes":{"apt":{"build":["iso-codes"],"run":["iso-codes"]},"apk":{"build":["iso-codes-dev"],"run":["iso-codes"]},"dnf":{"build":["iso-codes-devel"],"run":["iso-codes"]},"gobolinux":["ISO-Codes"],"openbsd":["devel/iso-codes"]},"itstool":{"apt":{"build":["itstool"],"run":[]},"apk":{"build":["itstool"],"run":[]},"dnf":{"build":["itstool"],"run":[]},"gobolinux":["ITSTool"],"openbsd":["textproc/itstool"]},"jack":{"apt":{"build":["libjack-jackd2-dev"],"run":["libjack-jackd2-0"]},"apk":{"build":["jack-dev"],"run":["jack"]},"dnf":{"build":["jack-audio-connection-kit-devel"],"run":["jack-audio-connection-kit"]},"gobolinux":["JACK","Jack-Audio-Connection-Kit"],"openbsd":["audio/jack"]},"jansson":{"apt":{"build":["libjansson-dev"],"run":["libjansson4"]},"apk":{"build":["jansson-dev"],"run":["jansson"]},"dnf":{"build":["jansson-devel"],"run":["jansson"]},"gobolinux":["Jansson"],"openbsd":["devel/jansson"]},"java":{"apt":{"build":["default-jdk-headless"],"run":["default-jre-headless"]},"apk":{"build":["openjdk21-jdk"],"run":["openjdk21-jre-headless"]},"dnf":{"build":["java-latest-openjdk-devel"],"run":["java-latest-openjdk-headless"]},"gobolinux":["OpenJDK","Sun-JDK","JDK","JRE"],"openbsd":["devel/jdk/1.7","devel/jdk/1.8"]},"json-c":{"apt":{"build":["libjson-c-dev"],"run":["libjson-c5"]},"apk":{"build":["json-c-dev"],"run":["json-c"]},"dnf":{"build":["json-c-devel"],"run":["json-c"]},"gobolinux":["JSON-C"],"openbsd":["devel/json-c","devel/libjson"]},"json-glib":{"apt":{"build":["libjson-glib-dev"],"run":["libjson-glib-1.0-0"]},"apk":{"build":["json-glib-dev"],"run":["json-glib"]},"dnf":{"build":["json-glib-devel"],"run":["json-glib"]},"gobolinux":["JSON-GLib"],"openbsd":["devel/json-glib"]},"kerberos":{"apt":{"build":["libkrb5-dev"],"run":["libkrb5-3","libgssapi-krb5-2"]},"apk":{"build":["krb5-dev"],"run":["krb5-libs"]},"dnf":{"build":["krb5-devel"],"run":["krb5-libs"]},"gobolinux":["Kerberos","MIT-Kerberos"]},"ladspa":{"apt":{"build":["ladspa-sdk"],"run":[]},"apk":{"build":["ladspa-dev"],"run":[]},"dnf":{"build":["ladspa-devel"],"run":[]},"gobolinux":["LADSPA"],"openbsd":["audio/ladspa"]},"lame":{"apt":{"build":["libmp3lame-dev"],"run":["libmp3lame0"]},"apk":{"build":["lame-dev"],"run":["lame-libs"]},"dnf":{"build":["lame-devel"],"run":["lame-libs"]},"gobolinux":["Lame","LAME"],"openbsd":["audio/lame"]},"lcms2":{"apt":{"build":["liblcms2-dev"],"run":["liblcms2-2"]},"apk":{"build":["lcms2-dev"],"run":["lcms2"]},"dnf":{"build":["lcms2-devel"],"run":["lcms2"]},"gobolinux":["LCMS2","LCMS"],"openbsd":["graphics/lcms2"]},"libaio":{"apt":{"build":["libaio-dev"],"run":["libaio1"]},"apk":{"build":["libaio-dev"],"run":["libaio"]},"dnf":{"build":["libaio-devel"],"run":["libaio"]},"gobolinux":["LibAIO"]},"libao":{"apt":{"build":["libao-dev"],"run":["libao4"]},"apk":{"build":["libao-dev"],"run":["libao"]},"dnf":{"build":["libao-devel"],"run":["libao"]},"gobolinux":["LibAO"],"openbsd":["audio/libao"]},"libarchive":{"apt":{"build":["libarchive-dev"],"run":["libarchive13"]},"apk":{"build":["libarchive-dev"],"run":["libarchive"]},"dnf":{"build":["libarchive-devel"],"run":["libarchive"]},"gobolinux":["LibArchive","Libarchive"],"openbsd":["archivers/libarchive"]},"libart":{"apt":{"build":["libart-2.0-dev"],"run":["libart-2.0-2"]},"apk":{"build":["libart-lgpl-dev"],"run":["libart-lgpl"]},"dnf":{"build":["libart_lgpl-devel"],"run":["libart_lgpl"]},"gobolinux":["LibART_LGPL"],"openbsd":["graphics/libart"]},"libass":{"apt":{"build":["libass-dev"],"run":["libass9"]},"apk":{"build":["libass-dev"],"run":["libass"]},"dnf":{"build":["libass-devel"],"run":["libass"]},"gobolinux":["LibASS"],"openbsd":["multimedia/libass"]},"libassuan":{"apt":{"build":["libassuan-dev"],"run":["libassuan0"]},"apk":{"build":["libassuan-dev"],"run":["libassuan"]},"dnf":{"build":["libassuan-devel"],"run":["libassuan"]},"gobolinux":["LibAssuan"],"openbsd":["security/libassuan"]},"libbsd":{"apt":{"build":["libbsd-dev"],"run":["libbsd0"]},"apk":{"build":["libbsd-dev"],"run":["libbsd"]},"dnf":{"build":["libbsd-devel"],"run":["libbsd"]},"gobolinux":["LibBSD"]},"libcaca":{"apt":{"build":["libcaca-dev"],"run":["libcaca0"]},"apk":{"build":["libcaca-dev"],"run":["libcaca"]},"dnf":{"build":["libcaca-devel"],"run":["libcaca"]},"gobolinux":["LibCaca"],"openbsd":["graphics/libcaca"]},"libcanberra":{"apt":{"build":["libcanberra-dev","libcanberra-gtk3-dev"],"run":["libcanberra0","libcanberra-gtk3-0"]},"apk":{"build":["libcanberra-dev"],"run":["libcanberra","libcanberra-gtk3"]},"dnf":{"build":["libcanberra-devel"],"run":["libcanberra","libcanberra-gtk3"]},"gobolinux":["LibCanberra"],"openbsd":["audio/libcanberra"]},"libcap":{"apt":{"build":["libcap-dev"],"run":["libcap2"]},"apk":{"build":["libcap-dev"],"run":["libcap2"]},"dnf":{"build":["libcap-devel"],"run":["libcap"]},"gobolinux":["Libcap","LibCap"]},"libcddb":{"apt":{"build":["libcddb2-dev"],"run":["libcddb2"]},"apk":{"build":["libcddb-dev"],"run":["libcddb"]},"dnf":{"build":["libcddb-devel"],"run":["libcddb"]},"gobolinux":["LibCDDB"],"openbsd":["audio/libcddb"]},"libcdio":{"apt":{"build":["libcdio-dev"],"run":["libcdio19"]},"apk":{"build":["libcdio-dev"],"run":["libcdio"]},"dnf":{"build":["libcdio-devel"],"run":["libcdio"]},"gobolinux":["LibCDIO","LibCdio"],"openbsd":["audio/libcdio"]},"libconfig":{"apt":{"build":["libconfig-dev","libconfig++-dev"],"run":["libconfig9","libconfig++9v5"]},"apk":{"build":["libconfig-dev"],"run":["libconfig"]},"dnf":{"build":["libconfig-devel"],"run":["libconfig"]},"gobolinux":["LibConfig"],"openbsd":["devel/libconfig"]},"libdaemon":{"apt":{"build":["libdaemon-dev"],"run":["libdaemon0"]},"apk":{"build":["libdaemon-dev"],"run":["libdaemon"]},"dnf":{"build":["libdaemon-devel"],"run":["libdaemon"]},"gobolinux":["LibDaemon"],"openbsd":["devel/libdaemon"]},"libdatrie":{"apt":{"build":["libdatrie-dev"],"run":["libdatrie1"]},"apk":{"build":["libdatrie-dev"],"run":["libdatrie"]},"dnf":{"build":["libdatrie-devel"],"run":["libdatrie"]},"gobolinux":["LibDatrie"],"openbsd":["devel/libdatrie"]},"libdbi":{"apt":{"build":["libdbi-dev"],"run":["libdbi1"]},"apk":{"build":["libdbi-dev"],"run":["libdbi"]},"dnf":{"build":["libdbi-devel"],"run":["libdbi"]},"gobolinux":["LibDBI"],"openbsd":["databases/libdbi"]},"libdnet":{"apt":{"build":["libdumbnet-dev"],"run":["libdumbnet1"]},"apk":{"build":["libdnet-dev"],"run":["libdnet"]},"dnf":{"build":["libdnet-devel"],"run":["libdnet"]},"gobolinux":["LibDNet"],"openbsd":["net/libdnet"]},"libdrm":{"apt":{"build":["libdrm-dev"],"run":["libdrm2"]},"apk":{"build":["libdrm-dev"],"run":["libdrm"]},"dnf":{"build":["libdrm-devel"],"run":["libdrm"]},"gobolinux":["LibDRM"]},"libdv":{"apt":{"build":["libdv4-dev"],"run":["libdv4"]},"apk":{"build":["libdv-dev"],"run":["libdv"]},"dnf":{"build":["libdv-devel"],"run":["libdv"]},"gobolinux":["LibDV"],"openbsd":["multimedia/libdv"]},"libdvdnav":{"apt":{"build":["libdvdnav-dev"],"run":["libdvdnav4"]},"apk":{"build":["libdvdnav-dev"],"run":["libdvdnav"]},"dnf":{"build":["libdvdnav-devel"],"run":["libdvdnav"]},"gobolinux":["LibDVDNav"],"openbsd":["multimedia/libdvdnav"]},"libdvdread":{"apt":{"build":["libdvdread-dev"],"run":["libdvdread8"]},"apk":{"build":["libdvdread-dev"],"run":["libdvdread"]},"dnf":{"build":["libdvdread-devel"],"run":["libdvdread"]},"gobolinux":["LibDVDRead"],"openbsd":["multimedia/libdvdread","devel/libdvdread"]},"libebml":{"apt":{"build":["libebml-dev"],"run":["libebml5"]},"apk":{"build":["libebml-dev"],"run":["libebml"]},"dnf":{"build":["libebml-devel"],"run":["libebml"]},"gobolinux":["LibEBML"],"openbsd":["multimedia/libebml"]},"libedit":{"apt":{"build":["libedit-dev"],"run":["libedit2"]},"apk":{"build":["libedit-dev"],"run":["libedit"]},"dnf":{"build":["libedit-devel"],"run":["libedit"]},"gobolinux":["LibEdit"]},"libegl":{"apt":{"build":["libegl-dev"],"run":["libegl1"]},"apk":{"build":["mesa-dev"],"run":["mesa-egl"]},"dnf":{"build":["mesa-libEGL-devel"],"run":["libglvnd-egl"]}},"libestr":{"apt":{"build":["libestr-dev"],"run":["libestr0"]},"openbsd":["devel/libestr"]},"libevdev":{"apt":{"build":["libevdev-dev"],"run":["libevdev2"]},"apk":{"build":["libevdev-dev"],"run":["libevdev"]},"dnf":{"build":["libevdev-devel"],"run":["libevdev"]},"gobolinux":["LibEvdev"]},"libevent":{"apt":{"build":["libevent-dev"],"run":["libevent-2.1-7"]},"apk":{"build":["libevent-dev"],"run":["libevent"]},"dnf":{"build":["libevent-devel"],"run":["libevent"]},"gobolinux":["LibEvent","Libevent"],"openbsd":["devel/libevent2"]},"libexif":{"apt":{"build":["libexif-dev"],"run":["libexif12"]},"apk":{"build":["libexif-dev"],"run":["libexif"]},"dnf":{"build":["libexif-devel"],"run":["libexif"]},"gobolinux":["LibExif"],"openbsd":["graphics/libexif"]},"libffi":{"apt":{"build":["libffi-dev"],"run":["libffi8"],"on":{"debian-11":{"run":["libffi7"]}}},"apk":{"build":["libffi-dev"],"run":["libffi"]},"dnf":{"build":["libffi-devel"],"run":["libffi"]},"gobolinux":["LibFFI","Libffi"],"openbsd":["devel/libffi"]},"libgcrypt":{"apt":{"build":["libgcrypt20-dev"],"run":["libgcrypt20"]},"apk":{"build":["libgcrypt-dev"],"run":["libgcrypt"]},"dnf":{"build":["libgcrypt-devel"],"run":["libgcrypt"]},"gobolinux":["LibGCrypt","LibGcrypt"],"openbsd":["security/libgcrypt"]},"libgd":{"apt":{"build":["libgd-dev"],"run":["libgd3"]},"apk":{"build":["gd-dev"],"run":["libgd"]},"dnf":{"build":["gd-devel"],"run":["gd"]},"gobolinux":["LibGD","GD"],"openbsd":["graphics/gd"]},"libgee":{"apt":{"build":["libgee-0.8-dev"],"run":["libgee-0.8-2"]},"apk":{"build":["libgee-dev"],"run":["libgee"]},"dnf":{"build":["libgee-devel"],"run":["libgee"]},"gobolinux":["LibGee"],"openbsd":["devel/libgee"]},"libgl":{"apt":{"build":["libgl-dev"],"run":["libgl1"]},"apk":{"build":["mesa-dev"],"run":["mesa-gl"]},"dnf":{"build":["mesa-libGL-devel"],"run":["libglvnd-glx"]}},"libglade":{"apt":{"build":["libglade2-dev"],"run":["libglade2-0"]},"apk":{"build":["libglade-dev"],"run":["libglade"]},"dnf":{"build":["libglade2-devel"],"run":["libglade2"]},"gobolinux":["LibGlade"],"openbsd":["devel/libglade2"]},"libgles":{"apt":{"build":["libgles-dev"],"run":["libgles2"]},"apk":{"build":["mesa-dev"],"run":["mesa-gles"]},"dnf":{"build":["libglvnd-devel"],"run":["libglvnd-gles"]}},"libgnomecanvas":{"apt":{"build":["libgnomecanvas2-dev"],"run":["libgnomecanvas2-0"]},"dnf":{"build":["libgnomecanvas-devel"],"run":["libgnomecanvas"]},"gobolinux":["LibGnomecanvas","LibGnomeCanvas"],"openbsd":["graphics/libgnomecanvas"]},"libgpg-error":{"apt":{"build":["libgpg-error-dev"],"run":["libgpg-error0"]},"apk":{"build":["libgpg-error-dev"],"run":["libgpg-error"]},"dnf":{"build":["libgpg-error-devel"],"run":["libgpg-error"]},"gobolinux":["LibGPG-Error"],"openbsd":["security/libgpg-error"]},"libgphoto2":{"apt":{"build":["libgphoto2-dev"],"run":["libgphoto2-6"]},"apk":{"build":["libgphoto2-dev"],"run":["libgphoto2"]},"dnf":{"build":["libgphoto2-devel"],"run":["libgphoto2"]},"gobolinux":["LibGPhoto2"],"openbsd":["graphics/libgphoto2"]},"libgsf":{"apt":{"build":["libgsf-1-dev"],"run":["libgsf-1-114"]},"apk":{"build":["libgsf-dev"],"run":["libgsf"]},"dnf":{"build":["libgsf-devel"],"run":["libgsf"]},"gobolinux":["LibGSF"],"openbsd":["devel/libgsf"]},"libical":{"apt":{"build":["libical-dev"],"run":["libical3"]},"apk":{"build":["libical-dev"],"run":["libical"]},"dnf":{"build":["libical-devel"],"run":["libical"]},"gobolinux":["LibICal"],"openbsd":["textproc/libical"]},"libice":{"apt":{"build":["libice-dev"],"run":["libice6"]},"apk":{"build":["libice-dev"],"run":["libice"]},"dnf":{"build":["libICE-devel"],"run":["libICE"]}},"libiconv":{"apt":{"build":[],"run":[]},"apk":{"build":[],"run":[]},"dnf":{"build":[],"run":[]},"gobolinux":["LibIconv","LibIConv"],"openbsd":["converters/libiconv"]},"libid3tag":{"apt":{"build":["libid3tag0-dev"],"run":["libid3tag0"]},"apk":{"build":["libid3tag-dev"],"run":["libid3tag"]},"dnf":{"build":["libid3tag-devel"],"run":["libid3tag"]},"gobolinux":["LibID3Tag"],"openbsd":["audio/libid3tag"]},"libidn":{"apt":{"build":["libidn-dev"],"run":["libidn12"],"on":{"debian-11":{"run":["libidn11"]}}},"apk":{"build":["libidn-dev"],"run":["libidn"]},"dnf":{"build":["libidn-devel"],"run":["libidn"]},"gobolinux":["LibIDN"],"openbsd":["devel/libidn"]},"libidn2":{"apt":{"build":["libidn2-dev"],"run":["libidn2-0"]},"apk":{"build":["libidn2-dev"],"run":["libidn2"]},"dnf":{"build":["libidn2-devel"],"run":["libidn2"]},"gobolinux":["LibIDN2"],"openbsd":["devel/libidn2"]},"libjpeg":{"apt":{"build":["libjpeg-dev"],"run":["libjpeg62-turbo"],"on":{"ubuntu-22.04":{"run":["libjpeg-turbo8"]},"ubuntu-24.04":{"run":["libjpeg-turbo8"]}}},"apk":{"build":["libjpeg-turbo-dev"],"run":["libjpeg-turbo"]},"dnf":{"build":["libjpeg-turbo-devel"],"run":["libjpeg-turbo"]},"gobolinux":["LibJPEG-Turbo","JPEG","LibJPEG","Libjpeg-Turbo"],"openbsd":["graphics/jpeg","graphics/libjpeg-turbo"]},"libksba":{"apt":{"build":["libksba-dev"],"run":["libksba8"]},"apk":{"build":["libksba-dev"],"run":["libksba"]},"dnf":{"build":["libksba-devel"],"run":["libksba"]},"gobolinux":["LibKSBA"],"openbsd":["security/libksba"]},"libltdl":{"apt":{"build":["libltdl-dev"],"run":["libltdl7"]},"apk":{"build":["libtool"],"run":["libltdl"]},"dnf":{"build":["libtool-ltdl-devel"],"run":["libtool-ltdl"]}},"libmad":{"apt":{"build":["libmad0-dev"],"run":["libmad0"]},"apk":{"build":["libmad-dev"],"run":["libmad"]},"dnf":{"build":["libmad-devel"],"run":["libmad"]},"gobolinux":["LibMad","LibMAD"],"openbsd":["audio/libmad"]},"libmatroska":{"apt":{"build":["libmatroska-dev"],"run":["libmatroska7"]},"apk":{"build":["libmatroska-dev"],"run":["libmatroska"]},"dnf":{"build":["libmatroska-devel"],"run":["libmatroska"]},"gobolinux":["LibMatroska"],"openbsd":["multimedia/libmatroska"]},"libmcrypt":{"apt":{"build":["libmcrypt-dev"],"run":["libmcrypt4"]},"openbsd":["security/libmcrypt"]},"libmemcached":{"apt":{"build":["libmemcached-dev"],"run":["libmemcached11"]},"apk":{"build":["libmemcached-dev"],"run":["libmemcached-libs"]},"dnf":{"build":["libmemcached-devel"],"run":["libmemcached-libs"]},"gobolinux":["LibMemcached"],"openbsd":["databases/libmemcached"]},"libmicrohttpd":{"apt":{"build":["libmicrohttpd-dev"],"run":["libmicrohttpd12"]},"apk":{"build":["libmicrohttpd-dev"],"run":["libmicrohttpd"]},"dnf":{"build":["libmicrohttpd-devel"],"run":["libmicrohttpd"]},"gobolinux":["LibMicroHTTPD"],"openbsd":["www/libmicrohttpd"]},"libmng":{"apt":{"build":["libmng-dev"],"run":["libmng1"]},"apk":{"build":["libmng-dev"],"run":["libmng"]},"dnf":{"build":["libmng-devel"],"run":["libmng"]},"gobolinux":["LibMNG"],"openbsd":["graphics/libmng"]},"libmodplug":{"apt":{"build":["libmodplug-dev"],"run":["libmodplug1"]},"apk":{"build":["libmodplug-dev"],"run":["libmodplug"]},"dnf":{"build":["libmodplug-devel"],"run":["libmodplug"]},"gobolinux":["LibModPlug"],"openbsd":["audio/libmodplug"]},"libmpc":{"apt":{"build":["libmpc-dev"],"run":["libmpc3"]},"apk":{"build":["mpc1-dev"],"run":["mpc1"]},"dnf":{"build":["libmpc-devel"],"run":["libmpc"]},"gobolinux":["MPC"],"openbsd":["devel/libmpc"]},"libmpd":{"apt":{"build":["libmpd-dev"],"run":["libmpd1"]},"apk":{"build":["libmpd-dev"],"run":["libmpd"]},"dnf":{"build":["libmpd-devel"],"run":["libmpd"]},"gobolinux":["LibMPD"],"openbsd":["audio/libmpd"]},"libmpdclient":{"apt":{"build":["libmpdclient-dev"],"run":["libmpdclient2"]},"apk":{"build":["libmpdclient-dev"],"run":["libmpdclient"]},"dnf":{"build":["libmpdclient-devel"],"run":["libmpdclient"]},"gobolinux":["LibMPDClient"],"openbsd":["audio/libmpdclient"]},"libmpeg2":{"apt":{"build":["libmpeg2-4-dev"],"run":["libmpeg2-4"]},"apk":{"build":["libmpeg2-dev"],"run":["libmpeg2"]},"dnf":{"build":["libmpeg2-devel"],"run":["libmpeg2"]},"gobolinux":["LibMPEG2"],"openbsd":["graphics/libmpeg2"]},"libmspack":{"apt":{"build":["libmspack-dev"],"run":["libmspack0"]},"apk":{"build":["libmspack-dev"],"run":["libmspack"]},"dnf":{"build":["libmspack-devel"],"run":["libmspack"]},"gobolinux":["LibMSPack"],"openbsd":["archivers/libmspack"]},"libmtp":{"apt":{"build":["libmtp-dev"],"run":["libmtp9"]},"apk":{"build":["libmtp-dev"],"run":["libmtp"]},"dnf":{"build":["libmtp-devel"],"run":["libmtp"]},"gobolinux":["LibMTP"],"openbsd":["audio/libmtp"]},"libnet":{"apt":{"build":["libnet1-dev"],"run":["libnet1"]},"apk":{"build":["libnet-dev"],"run":["libnet"]},"dnf":{"build":["libnet-devel"],"run":["libnet"]},"gobolinux":["LibNet"],"openbsd":["net/libnet/1.1"]},"libnl":{"apt":{"build":["libnl-3-dev","libnl-genl-3-dev","libnl-route-3-dev"],"run":["libnl-3-200","libnl-genl-3-200","libnl-route-3-200"]},"apk":{"build":["libnl3-dev"],"run":["libnl3"]},"dnf":{"build":["libnl3-devel"],"run":["libnl3"]},"gobolinux":["LibNL"]},"libnotify":{"apt":{"build":["libnotify-dev"],"run":["libnotify4"]},"apk":{"build":["libnotify-dev"],"run":["libnotify"]},"dnf":{"build":["libnotify-devel"],"run":["libnotify"]},"gobolinux":["LibNotify"],"openbsd":["devel/libnotify"]},"libogg":{"apt":{"build":["libogg-dev"],"run":["libogg0"]},"apk":{"build":["libogg-dev"],"run":["libogg"]},"dnf":{"build":["libogg-devel"],"run":["libogg"]},"gobolinux":["LibOGG","LibOgg"],"openbsd":["audio/libogg"]},"libpano13":{"apt":{"build":["libpano13-dev"],"run":["libpano13-3"]},"dnf":{"build":["libpano13-devel"],"run":["libpano13"]},"gobolinux":["LibPano13"],"openbsd":["graphics/libpano13"]},"libpaper":{"apt":{"build":["libpaper-dev"],"run":["libpaper1"]},"apk":{"build":["libpaper-dev"],"run":["libpaper"]},"dnf":{"build":["libpaper-devel"],"run":["libpaper"]},"gobolinux":["LibPaper"],"openbsd":["print/libpaper"]},"libpcap":{"apt":{"build":["libpcap0.8-dev"],"run":["libpcap0.8"]},"apk":{"build":["libpcap-dev"],"run":["libpcap"]},"dnf":{"build":["libpcap-devel"],"run":["libpcap"]},"gobolinux":["LibPCap","Libpcap"]},"libpeas":{"apt":{"build":["libpeas-dev"],"run":["libpeas-1.0-0"]},"apk":{"build":["libpeas-dev"],"run":["libpeas"]},"dnf":{"build":["libpeas-devel"],"run":["libpeas"]},"gobolinux":["LibPeas"],"openbsd":["x11/gnome/libpeas"]},"libpng":{"apt":{"build":["libpng-dev"],"run":["libpng16-16"]},"apk":{"build":["libpng-dev"],"run":["libpng"]},"dnf":{"build":["libpng-devel"],"run":["libpng"]},"gobolinux":["LibPNG","Libpng"],"openbsd":["graphics/png"]},"libproxy":{"apt":{"build":["libproxy-dev"],"run":["libproxy1v5"]},"apk":{"build":["libproxy-dev"],"run":["libproxy"]},"dnf":{"build":["libproxy-devel"],"run":["libproxy"]},"gobolinux":["LibProxy"],"openbsd":["net/libproxy"]},"libraw":{"apt":{"build":["libraw-dev"],"run":["libraw20"]},"apk":{"build":["libraw-dev"],"run":["libraw"]},"dnf":{"build":["LibRaw-devel"],"run":["LibRaw"]},"gobolinux":["LibRaw"],"openbsd":["graphics/libraw"]},"libraw1394":{"apt":{"build":["libraw1394-dev"],"run":["libraw1394-11"]},"apk":{"build":["libraw1394-dev"],"run":["libraw1394"]},"dnf":{"build":["libraw1394-devel"],"run":["libraw1394"]},"gobolinux":["LibRaw1394"]},"librsvg":{"apt":{"build":["librsvg2-dev"],"run":["librsvg2-2"]},"apk":{"build":["librsvg-dev"],"run":["librsvg"]},"dnf":{"build":["librsvg2-devel"],"run":["librsvg2"]},"gobolinux":["LibRSVG"],"openbsd":["x11/gnome/librsvg"]},"librsync":{"apt":{"build":["librsync-dev"],"run":["librsync2"]},"apk":{"build":["librsync-dev"],"run":["librsync"]},"dnf":{"build":["librsync-devel"],"run":["librsync"]},"gobolinux":["LibRSync"],"openbsd":["net/librsync"]},"libsamplerate":{"apt":{"build":["libsamplerate0-dev"],"run":["libsamplerate0"]},"apk":{"build":["libsamplerate-dev"],"run":["libsamplerate"]},"dnf":{"build":["libsamplerate-devel"],"run":["libsamplerate"]},"gobolinux":["LibSamplerate"],"openbsd":["audio/libsamplerate"]},"libsecret":{"apt":{"build":["libsecret-1-dev"],"run":["libsecret-1-0"]},"apk":{"build":["libsecret-dev"],"run":["libsecret"]},"dnf":{"build":["libsecret-devel"],"run":["libsecret"]},"gobolinux":["LibSecret"],"openbsd":["devel/libsecret","x11/gnome/libsecret"]},"libshout":{"apt":{"build":["libshout3-dev"],"run":["libshout3"]},"apk":{"build":["libshout-dev"],"run":["libshout"]},"dnf":{"build":["libshout-devel"],"run":["libshout"]},"gobolinux":["LibShout"],"openbsd":["net/libshout"]},"libsigc++":{"apt":{"build":["libsigc++-2.0-dev"],"run":["libsigc++-2.0-0v5"]},"apk":{"build":["libsigc++-dev"],"run":["libsigc++"]},"dnf":{"build":["libsigc++20-devel"],"run":["libsigc++20"]},"gobolinux":["LibSigc++"],"openbsd":["devel/libsigc++-2"]},"libsm":{"apt":{"build":["libsm-dev"],"run":["libsm6"]},"apk":{"build":["libsm-dev"],"run":["libsm"]},"dnf":{"build":["libSM-devel"],"run":["libSM"]}},"libsndfile":{"apt":{"build":["libsndfile1-dev"],"run":["libsndfile1"]},"apk":{"build":["libsndfile-dev"],"run":["libsndfile"]},"dnf":{"build":["libsndfile-devel"],"run":["libsndfile"]},"gobolinux":["LibSndfile"],"openbsd":["audio/libsndfile"]},"libsodium":{"apt":{"build":["libsodium-dev"],"run":["libsodium23"]},"apk":{"build":["libsodium-dev"],"run":["libsodium"]},"dnf":{"build":["libsodium-devel"],"run":["libsodium"]},"gobolinux":["LibSodium"],"openbsd":["security/libsodium"]},"libsoup":{"apt":{"build":["libsoup2.4-dev"],"run":["libsoup2.4-1"]},"apk":{"build":["libsoup-dev"],"run":["libsoup"]},"dnf":{"build":["libsoup-devel"],"run":["libsoup"]},"gobolinux":["LibSoup"],"openbsd":["devel/libsoup"]},"libspectre":{"apt":{"build":["libspectre-dev"],"run":["libspectre1"]},"apk":{"build":["libspectre-dev"],"run":["libspectre"]},"dnf":{"build":["libspectre-devel"],"run":["libspectre"]},"gobolinux":["LibSpectre"],"openbsd":["print/libspectre"]},"libspiro":{"apt":{"build":["libspiro-dev"],"run":["libspiro1"]},"apk":{"build":["libspiro-dev"],"run":["libspiro"]},"dnf":{"build":["libspiro-devel"],"run":["libspiro"]},"gobolinux":["LibSpiro"],"openbsd":["graphics/libspiro"]},"libssh":{"apt":{"build":["libssh-dev"],"run":["libssh-4"]},"apk":{"build":["libssh-dev"],"run":["libssh"]},"dnf":{"build":["libssh-devel"],"run":["libssh"]},"gobolinux":["LibSSH"],"openbsd":["security/libssh"]},"libssh2":{"apt":{"build":["libssh2-1-dev"],"run":["libssh2-1"]},"apk":{"build":["libssh2-dev"],"run":["libssh2"]},"dnf":{"build":["libssh2-devel"],"run":["libssh2"]},"gobolinux":["LibSSH2"],"openbsd":["security/libssh2"]},"libtasn1":{"apt":{"build":["libtasn1-6-dev"],"run":["libtasn1-6"]},"apk":{"build":["libtasn1-dev"],"run":["libtasn1"]},"dnf":{"build":["libtasn1-devel"],"run":["libtasn1"]},"gobolinux":["LibTASN1"],"openbsd":["security/libtasn1"]},"libtheora":{"apt":{"build":["libtheora-dev"],"run":["libtheora0"]},"apk":{"build":["libtheora-dev"],"run":["libtheora"]},"dnf":{"build":["libtheora-devel"],"run":["libtheora"]},"gobolinux":["LibTheora"],"openbsd":["multimedia/libtheora"]},"libtirpc":{"apt":{"build":["libtirpc-dev"],"run":["libtirpc3"]},"apk":{"build":["libtirpc-dev"],"run":["libtirpc"]},"dnf":{"build":["libtirpc-devel"],"run":["libtirpc"]},"gobolinux":["LibTIRPC"]},"libtool":{"apt":{"build":["libtool","libtool-bin","libltdl-dev"],"run":["libltdl7"]},"apk":{"build":["libtool","libltdl"],"run":["libltdl"]},"dnf":{"build":["libtool","libtool-ltdl-devel"],"run":["libtool-ltdl"]},"gobolinux":["Libtool","LibTool"],"openbsd":["devel/libtool"]},"libtorrent-rasterbar":{"apt":{"build":["libtorrent-rasterbar-dev"],"run":["libtorrent-rasterbar2.0"]},"apk":{"build":["libtorrent-rasterbar-dev"],"run":["libtorrent-rasterbar"]},"gobolinux":["LibTorrent-Rasterbar"],"openbsd":["net/libtorrent-rasterbar"]},"libunistring":{"apt":{"build":["libunistring-dev"],"run":["libunistring2"],"on":{"debian-13":{"run":["libunistring5"]},"ubuntu-24.04":{"run":["libunistring5"]}}},"apk":{"build":["libunistring-dev"],"run":["libunistring"]},"dnf":{"build":["libunistring-devel"],"run":["libunistring"]},"gobolinux":["LibUnistring"],"openbsd":["devel/libunistring"]},"libusb":{"apt":{"build":["libusb-1.0-0-dev"],"run":["libusb-1.0-0"]},"apk":{"build":["libusb-dev"],"run":["libusb"]},"dnf":{"build":["libusb1-devel"],"run":["libusb1"]},"gobolinux":["LibUSB"],"openbsd":["devel/libusb1"]},"libusb-compat":{"apt":{"build":["libusb-dev"],"run":["libusb-0.1-4"]},"apk":{"build":["libusb-compat-dev"],"run":["libusb-compat"]},"dnf":{"build":["libusb-compat-0.1-devel"],"run":["libusb-compat-0.1"]},"gobolinux":["LibUSB-Compat"],"openbsd":["devel/libusb-compat"]},"libuv":{"apt":{"build":["libuv1-dev"],"run":["libuv1"]},"apk":{"build":["libuv-dev"],"run":["libuv"]},"dnf":{"build":["libuv-devel"],"run":["libuv"]},"gobolinux":["LibUV"],"openbsd":["devel/libuv"]},"libv4l":{"apt":{"build":["libv4l-dev"],"run":["libv4l-0"]},"apk":{"build":["v4l-utils-dev"],"run":["v4l-utils-libs"]},"dnf":{"build":["libv4l-devel"],"run":["libv4l"]},"gobolinux":["LibV4L"],"openbsd":["multimedia/libv4l"]},"libvncserver":{"apt":{"build":["libvncserver-dev"],"run":["libvncserver1","libvncclient1"]},"apk":{"build":["libvncserver-dev"],"run":["libvncserver"]},"dnf":{"build":["libvncserver-devel"],"run":["libvncserver"]},"gobolinux":["LibVNCServer"],"openbsd":["net/libvncserver"]},"libvorbis":{"apt":{"build":["libvorbis-dev"],"run":["libvorbis0a","libvorbisenc2","libvorbisfile3"]},"apk":{"build":["libvorbis-dev"],"run":["libvorbis"]},"dnf":{"build":["libvorbis-devel"],"run":["libvorbis"]},"gobolinux":["LibVorbis"],"openbsd":["audio/libvorbis"]},"libvpx":{"apt":{"build":["libvpx-dev"],"run":["libvpx7"],"on":{"debian-11":{"run":["libvpx6"]},"ubuntu-24.04":{"run":["libvpx9"]},"debian-13":{"run":["libvpx9"]}}},"apk":{"build":["libvpx-dev"],"run":["libvpx"]},"dnf":{"build":["libvpx-devel"],"run":["libvpx"]},"gobolinux":["LibVPX"],"openbsd":["multimedia/libvpx"]},"libwebp":{"apt":{"build":["libwebp-dev"],"run":["libwebp7","libwebpmux3","libwebpdemux2"],"on":{"debian-11":{"run":["libwebp6","libwebpmux3","libwebpdemux2"]}}},"apk":{"build":["libwebp-dev"],"run":["libwebp","libwebpmux","libwebpdemux"]},"dnf":{"build":["libwebp-devel"],"run":["libwebp"]},"gobolinux":["LibWebP"],"openbsd":["graphics/libwebp"]},"libwnck":{"apt":{"build":["libwnck-3-dev"],"run":["libwnck-3-0"]},"apk":{"build":["libwnck3-dev"],"run":["libwnck3"]},"dnf":{"build":["libwnck3-devel"],"run":["libwnck3"]},"openbsd":["x11/gnome/libwnck3"]},"libwpd":{"apt":{"build":["libwpd-dev"],"run":["libwpd-0.10-10"]},"apk":{"build":["libwpd-dev"],"run":["libwpd"]},"dnf":{"build":["libwpd-devel"],"run":["libwpd"]},"gobolinux":["LibWPD"],"openbsd":["textproc/libwpd"]},"libwww-perl":{"apt":{"build":["libwww-perl"],"run":["libwww-perl"]},"apk":{"build":["perl-libwww"],"run":["perl-libwww"]},"dnf":{"build":["perl-libwww-perl"],"run":["perl-libwww-perl"]},"openbsd":["www/p5-libwww"]},"libx11":{"apt":{"build":["libx11-dev"],"run":["libx11-6"]},"apk":{"build":["libx11-dev"],"run":["libx11"]},"dnf":{"build":["libX11-devel"],"run":["libX11"]},"gobolinux":["LibX11"]},"libx11-xcb":{"apt":{"build":["libx11-xcb-dev"],"run":["libx11-xcb1"]},"apk":{"build":["libx11-dev"],"run":["libx11"]},"dnf":{"build":["libX11-devel"],"run":["libX11-xcb"]}},"libxau":{"apt":{"build":["libxau-dev"],"run":["libxau6"]},"apk":{"build":["libxau-dev"],"run":["libxau"]},"dnf":{"build":["libXau-devel"],"run":["libXau"]},"gobolinux":["LibXau"]},"libxaw":{"apt":{"build":["libxaw7-dev"],"run":["libxaw7"]},"apk":{"build":["libxaw-dev"],"run":["libxaw"]},"dnf":{"build":["libXaw-devel"],"run":["libXaw"]},"gobolinux":["LibXaw"]},"libxcb":{"apt":{"build":["libxcb1-dev"],"run":["libxcb1"]},"apk":{"build":["libxcb-dev"],"run":["libxcb"]},"dnf":{"build":["libxcb-devel"],"run":["libxcb"]},"gobolinux":["LibXCB"]},"libxcomposite":{"apt":{"build":["libxcomposite-dev"],"run":["libxcomposite1"]},"apk":{"build":["libxcomposite-dev"],"run":["libxcomposite"]},"dnf":{"build":["libXcomposite-devel"],"run":["libXcomposite"]},"gobolinux":["LibXcomposite"]},"libxcursor":{"apt":{"build":["libxcursor-dev"],"run":["libxcursor1"]},"apk":{"build":["libxcursor-dev"],"run":["libxcursor"]},"dnf":{"build":["libXcursor-devel"],"run":["libXcursor"]},"gobolinux":["LibXcursor"]},"libxdamage":{"apt":{"build":["libxdamage-dev"],"run":["libxdamage1"]},"apk":{"build":["libxdamage-dev"],"run":["libxdamage"]},"dnf":{"build":["libXdamage-devel"],"run":["libXdamage"]},"gobolinux":["LibXdamage"]},"libxdg-basedir":{"apt":{"build":["libxdg-basedir-dev"],"run":["libxdg-basedir1"]},"apk":{"build":["libxdg-basedir-dev"],"run":["libxdg-basedir"]},"dnf":{"build":["libxdg-basedir-devel"],"run":["libxdg-basedir"]},"gobolinux":["LibXDG-Basedir"],"openbsd":["devel/libxdg-basedir"]},"libxdmcp":{"apt":{"build":["libxdmcp-dev"],"run":["libxdmcp6"]},"apk":{"build":["libxdmcp-dev"],"run":["libxdmcp"]},"dnf":{"build":["libXdmcp-devel"],"run":["libXdmcp"]},"gobolinux":["LibXdmcp"]},"libxext":{"apt":{"build":["libxext-dev"],"run":["libxext6"]},"apk":{"build":["libxext-dev"],"run":["libxext"]},"dnf":{"build":["libXext-devel"],"run":["libXext"]},"gobolinux":["LibXext"]},"libxfce4ui":{"apt":{"build":["libxfce4ui-2-dev"],"run":["libxfce4ui-2-0"]},"apk":{"build":["libxfce4ui-dev"],"run":["libxfce4ui"]},"dnf":{"build":["libxfce4ui-devel"],"run":["libxfce4ui"]},"gobolinux":["LibXFCE4UI"],"openbsd":["x11/xfce4/libxfce4ui"]},"libxfce4util":{"apt":{"build":["libxfce4util-dev"],"run":["libxfce4util7"]},"apk":{"build":["libxfce4util-dev"],"run":["libxfce4util"]},"dnf":{"build":["libxfce4util-devel"],"run":["libxfce4util"]},"gobolinux":["LibXFCE4Util"],"openbsd":["x11/xfce4/libxfce4util"]},"libxfixes":{"apt":{"build":["libxfixes-dev"],"run":["libxfixes3"]},"apk":{"build":["libxfixes-dev"],"run":["libxfixes"]},"dnf":{"build":["libXfixes-devel"],"run":["libXfixes"]},"gobolinux":["LibXfixes"]},"libxft":{"apt":{"build":["libxft-dev"],"run":["libxft2"]},"apk":{"build":["libxft-dev"],"run":["libxft"]},"dnf":{"build":["libXft-devel"],"run":["libXft"]},"gobolinux":["LibXft"]},"libxi":{"apt":{"build":["libxi-dev"],"run":["libxi6"]},"apk":{"build":["libxi-dev"],"run":["libxi"]},"dnf":{"build":["libXi-devel"],"run":["libXi"]},"gobolinux":["LibXi"]},"libxinerama":{"apt":{"build":["libxinerama-dev"],"run":["libxinerama1"]},"apk":{"build":["libxinerama-dev"],"run":["libxinerama"]},"dnf":{"build":["libXinerama-devel"],"run":["libXinerama"]},"gobolinux":["LibXinerama"]},"libxkbcommon":{"apt":{"build":["libxkbcommon-dev"],"run":["libxkbcommon0"]},"apk":{"build":["libxkbcommon-dev"],"run":["libxkbcommon"]},"dnf":{"build":["libxkbcommon-devel"],"run":["libxkbcommon"]},"gobolinux":["LibXKBCommon","LibXkbcommon"],"openbsd":["x11/xkbcommon"]},"libxkbfile":{"apt":{"build":["libxkbfile-dev"],"run":["libxkbfile1"]},"apk":{"build":["libxkbfile-dev"],"run":["libxkbfile"]},"dnf":{"build":["libxkbfile-devel"],"run":["libxkbfile"]},"gobolinux":["LibXkbfile"]},"libxklavier":{"apt":{"build":["libxklavier-dev"],"run":["libxklavier16"]},"apk":{"build":["libxklavier-dev"],"run":["libxklavier"]},"dnf":{"build":["libxklavier-devel"],"run":["libxklavier"]},"gobolinux":["LibXklavier"],"openbsd":["x11/libxklavier"]},"libxml2":{"apt":{"build":["libxml2-dev"],"run":["libxml2"]},"apk":{"build":["libxml2-dev"],"run":["libxml2"]},"dnf":{"build":["libxml2-devel"],"run":["libxml2"]},"gobolinux":["LibXML2","Libxml2"],"openbsd":["textproc/libxml"]},"libxmu":{"apt":{"build":["libxmu-dev"],"run":["libxmu6"]},"apk":{"build":["libxmu-dev"],"run":["libxmu"]},"dnf":{"build":["libXmu-devel"],"run":["libXmu"]},"gobolinux":["LibXmu"]},"libxpm":{"apt":{"build":["libxpm-dev"],"run":["libxpm4"]},"apk":{"build":["libxpm-dev"],"run":["libxpm"]},"dnf":{"build":["libXpm-devel"],"run":["libXpm"]},"gobolinux":["LibXpm"]},"libxrandr":{"apt":{"build":["libxrandr-dev"],"run":["libxrandr2"]},"apk":{"build":["libxrandr-dev"],"run":["libxrandr"]},"dnf":{"build":["libXrandr-devel"],"run":["libXrandr"]},"gobolinux":["LibXrandr"]},"libxrender":{"apt":{"build":["libxrender-dev"],"run":["libxrender1"]},"apk":{"build":["libxrender-dev"],"run":["libxrender"]},"dnf":{"build":["libXrender-devel"],"run":["libXrender"]},"gobolinux":["LibXrender"]},"libxres":{"apt":{"build":["libxres-dev"],"run":["libxres1"]},"apk":{"build":["libxres-dev"],"run":["libxres"]},"dnf":{"build":["libXres-devel"],"run":["libXres"]},"gobolinux":["LibXRes"]},"libxscrnsaver":{"apt":{"build":["libxss-dev"],"run":["libxss1"]},"apk":{"build":["libxscrnsaver-dev"],"run":["libxscrnsaver"]},"dnf":{"build":["libXScrnSaver-devel"],"run":["libXScrnSaver"]},"gobolinux":["LibXScrnSaver"]},"libxslt":{"apt":{"build":["libxslt1-dev"],"run":["libxslt1.1"]},"apk":{"build":["libxslt-dev"],"run":["libxslt"]},"dnf":{"build":["libxslt-devel"],"run":["libxslt"]},"gobolinux":["LibXSLT"],"openbsd":["textproc/libxslt"]},"libxslt-tools":{"apt":{"build":["xsltproc"],"run":["xsltproc"]},"apk":{"build":["libxslt"],"run":["libxslt"]},"dnf":{"build":["libxslt"],"run":["libxslt"]}},"libxt":{"apt":{"build":["libxt-dev"],"run":["libxt6"]},"apk":{"build":["libxt-dev"],"run":["libxt"]},"dnf":{"build":["libXt-devel"],"run":["libXt"]},"gobolinux":["LibXt"]},"libxtst":{"apt":{"build":["libxtst-dev"],"run":["libxtst6"]},"apk":{"build":["libxtst-dev"],"run":["libxtst"]},"dnf":{"build":["libXtst-devel"],"run":["libXtst"]},"gobolinux":["LibXtst"]},"libxv":{"apt":{"build":["libxv-dev"],"run":["libxv1"]},"apk":{"build":["libxv-dev"],"run":["libxv"]},"dnf":{"build":["libXv-devel"],"run":["libXv"]},"gobolinux":["LibXv"]},"libxvmc":{"apt":{"build":["libxvmc-dev"],"run":["libxvmc1"]},"apk":{"build":["libxvmc-dev"],"run":["libxvmc"]},"dnf":{"build":["libXvMC-devel"],"run":["libXvMC"]},"gobolinux":["LibXvMC"]},"libxxf86vm":{"apt":{"build":["libxxf86vm-dev"],"run":["libxxf86vm1"]},"apk":{"build":["libxxf86vm-dev"],"run":["libxxf86vm"]},"dnf":{"build":["libXxf86vm-devel"],"run":["libXxf86vm"]},"gobolinux":["LibXxf86vm"]},"libyaml":{"apt":{"build":["libyaml-dev"],"run":["libyaml-0-2"]},"apk":{"build":["yaml-dev"],"run":["yaml"]},"dnf":{"build":["libyaml-devel"],"run":["libyaml"]},"gobolinux":["LibYAML"],"openbsd":["textproc/libyaml"]},"libzip":{"apt":{"build":["libzip-dev"],"run":["libzip4"],"on":{"debian-13":{"run":["libzip5"]}}},"apk":{"build":["libzip-dev"],"run":["libzip"]},"dnf":{"build":["libzip-devel"],"run":["libzip"]},"gobolinux":["LibZip"],"openbsd":["archivers/libzip"]},"link-grammar":{"apt":{"build":["liblink-grammar-dev"],"run":["liblink-grammar5"]},"gobolinux":["Link-Grammar"]},"linux-headers":{"apt":{"build":["linux-libc-dev"],"run":[]},"apk":{"build":["linux-headers"],"run":[]},"dnf":{"build":["kernel-headers"],"run":[]},"gobolinux":["Linux","Linux-Headers"]},"linux-pam":{"apt":{"build":["libpam0g-dev"],"run":["libpam0g"]},"apk":{"build":["linux-pam-dev"],"run":["linux-pam"]},"dnf":{"build":["pam-devel"],"run":["pam-libs"]},"gobolinux":["Linux-PAM"]},"lsof":{"apt":{"build":["lsof"],"run":["lsof"]},"apk":{"build":["lsof"],"run":["lsof"]},"dnf":{"build":["lsof"],"run":["lsof"]},"gobolinux":["Lsof"]},"lua":{"apt":{"build":["lua5.4","liblua5.4-dev"],"run":["liblua5.4-0"]},"apk":{"build":["lua5.4","lua5.4-dev"],"run":["lua5.4-libs"]},"dnf":{"build":["lua","lua-devel"],"run":["lua-libs"]},"gobolinux":["Lua","Lua5"],"openbsd":["lang/lua/5.4"]},"lua-5.1":{"apt":{"build":["liblua5.1-0-dev","lua5.1"],"run":["liblua5.1-0"]},"apk":{"build":["lua5.1-dev"],"run":["lua5.1-libs"]},"dnf":{"build":["compat-lua-devel"],"run":["compat-lua-libs"]},"openbsd":["lang/lua/5.1","lang/lua"]},"lua-5.3":{"apt":{"build":["liblua5.3-dev","lua5.3"],"run":["liblua5.3-0"]},"apk":{"build":["lua5.3","lua5.3-dev"],"run":["lua5.3-libs"]},"openbsd":["lang/lua/5.3"]},"lua-lpeg":{"apt":{"build":["lua-lpeg"],"run":["lua-lpeg"]},"apk":{"build":["lua5.4-lpeg"],"run":["lua5.4-lpeg"]},"dnf":{"build":["lua-lpeg"],"run":["lua-lpeg"]},"openbsd":["devel/lpeg"]},"luajit":{"apt":{"build":["libluajit-5.1-dev"],"run":["libluajit-5.1-2"]},"apk":{"build":["luajit-dev"],"run":["luajit"]},"dnf":{"build":["luajit-devel"],"run":["luajit"]},"gobolinux":["LuaJIT"],"openbsd":["lang/luajit"]},"lz4":{"apt":{"build":["liblz4-dev"],"run":["liblz4-1"]},"apk":{"build":["lz4-dev"],"run":["lz4-libs"]},"dnf":{"build":["lz4-devel"],"run":["lz4-libs"]},"gobolinux":["LZ4"],"openbsd":["archivers/lz4"]},"lzip":{"apt":{"build":["lzip"],"run":["lzip"]},"apk":{"build":["lzip"],"run":["lzip"]},"dnf":{"build":["lzip"],"run":["lzip"]},"openbsd":["archivers/lzip/lunzip","archivers/lzip/lzip"]},"lzo":{"apt":{"build":["liblzo2-dev"],"run":["liblzo2-2"]},"apk":{"build":["lzo-dev"],"run":["lzo"]},"dnf":{"build":["lzo-devel"],"run":["lzo"]},"gobolinux":["LZO"],"openbsd":["archivers/lzo2"]},"m4":{"apt":{"build":["m4"],"run":[]},"apk":{"build":["m4"],"run":[]},"dnf":{"build":["m4"],"run":[]},"gobolinux":["M4"],"openbsd":["devel/m4"]},"make":{"apt":{"build":["make"],"run":[]},"apk":{"build":["make"],"run":[]},"dnf":{"build":["make"],"run":[]},"gobolinux":["Make"],"openbsd":["devel/gmake"]},"mariadb":{"apt":{"build":["libmariadb-dev"],"run":["libmariadb3"]},"apk":{"build":["mariadb-connector-c-dev"],"run":["mariadb-connector-c"]},"dnf":{"build":["mariadb-connector-c-devel"],"run":["mariadb-connector-c"]},"gobolinux":["MySQL","MariaDB"],"openbsd":["databases/mariadb"]},"mesa":{"apt":{"build":["libgl-dev","libegl-dev","libgles-dev","libgbm-dev"],"run":["libgl1","libegl1","libgles2","libgbm1"]},"apk":{"build":["mesa-dev"],"run":["mesa-gl","mesa-egl","mesa-gles","mesa-gbm"]},"dnf":{"build":["mesa-libGL-devel","mesa-libEGL-devel","mesa-libgbm-devel"],"run":["libglvnd-glx","libglvnd-egl","mesa-libgbm"]},"gobolinux":["Mesa"]},"meson":{"apt":{"build":["meson","ninja-build"],"run":[]},"apk":{"build":["meson","samurai"],"run":[]},"dnf":{"build":["meson","ninja-build"],"run":[]},"gobolinux":["Meson","PIP3-Meson"],"openbsd":["devel/meson"]},"mhash":{"apt":{"build":["libmhash-dev"],"run":["libmhash2"]},"openbsd":["security/mhash"]},"minizip":{"apt":{"build":["libminizip-dev"],"run":["libminizip1"]},"apk":{"build":["minizip-dev"],"run":["minizip"]},"gobolinux":["Minizip"]},"mkvtoolnix":{"apt":{"build":["mkvtoolnix"],"run":["mkvtoolnix"]},"openbsd":["multimedia/mkvtoolnix"]},"motif":{"apt":{"build":["libmotif-dev"],"run":["libxm4"]},"apk":{"build":["motif-dev"],"run":["motif"]},"dnf":{"build":["motif-devel"],"run":["motif"]},"gobolinux":["OpenMotif","Motif","Lesstif","LessTif"],"openbsd":["x11/openmotif"]},"mpfr":{"apt":{"build":["libmpfr-dev"],"run":["libmpfr6"]},"apk":{"build":["mpfr-dev"],"run":["mpfr4"]},"dnf":{"build":["mpfr-devel"],"run":["mpfr"]},"gobolinux":["MPFR"],"openbsd":["devel/mpfr"]},"mpg123":{"apt":{"build":["libmpg123-dev"],"run":["libmpg123-0"]},"apk":{"build":["mpg123-dev"],"run":["mpg123-libs"]},"dnf":{"build":["mpg123-devel"],"run":["mpg123-libs"]},"gobolinux":["Mpg123","MPG123"],"openbsd":["audio/mpg123"]},"mplayer":{"apt":{"build":["mplayer"],"run":["mplayer"]},"openbsd":["x11/mplayer"]},"mtdev":{"apt":{"build":["libmtdev-dev"],"run":["libmtdev1"]},"apk":{"build":["mtdev-dev"],"run":["mtdev"]},"dnf":{"build":["mtdev-devel"],"run":["mtdev"]},"gobolinux":["MTDev"]},"musicbrainz5":{"apt":{"build":["libmusicbrainz5-dev"],"run":["libmusicbrainz5-2"]},"apk":{"build":["libmusicbrainz-dev"],"run":["libmusicbrainz"]},"dnf":{"build":["libmusicbrainz5-devel"],"run":["libmusicbrainz5"]},"gobolinux":["LibMusicBrainz"],"openbsd":["audio/libmusicbrainz5"]},"nasm":{"apt":{"build":["nasm"],"run":[]},"apk":{"build":["nasm"],"run":[]},"dnf":{"build":["nasm"],"run":[]},"gobolinux":["NASM"],"openbsd":["devel/nasm"]},"ncurses":{"apt":{"build":["libncurses-dev"],"run":["libncursesw6","libncurses6","libtinfo6","ncurses-base"]},"apk":{"build":["ncurses-dev"],"run":["ncurses-libs","ncurses-terminfo-base"]},"dnf":{"build":["ncurses-devel"],"run":["ncurses-libs","ncurses-base"]},"gobolinux":["Ncurses","NcursesW","NCurses"]},"neon":{"apt":{"build":["libneon27-dev"],"run":["libneon27"]},"apk":{"build":["neon-dev"],"run":["neon"]},"dnf":{"build":["neon-devel"],"run":["neon"]},"gobolinux":["Neon"],"openbsd":["net/neon"]},"net-snmp":{"apt":{"build":["libsnmp-dev"],"run":["libsnmp40"]},"apk":{"build":["net-snmp-dev"],"run":["net-snmp-libs"]},"dnf":{"build":["net-snmp-devel"],"run":["net-snmp-libs"]},"gobolinux":["Net-SNMP"],"openbsd":["net/net-snmp"]},"netcdf":{"apt":{"build":["libnetcdf-dev"],"run":["libnetcdf19"]},"apk":{"build":["netcdf-dev"],"run":["netcdf"]},"dnf":{"build":["netcdf-devel"],"run":["netcdf"]},"gobolinux":["NetCDF"],"openbsd":["math/netcdf"]},"netpbm":{"apt":{"build":["libnetpbm-dev","netpbm"],"run":["libnetpbm11","netpbm"]},"apk":{"build":["netpbm-dev","netpbm"],"run":["netpbm"]},"dnf":{"build":["netpbm-devel","netpbm-progs"],"run":["netpbm","netpbm-progs"]},"gobolinux":["NetPBM","Netpbm"],"openbsd":["graphics/netpbm"]},"nettle":{"apt":{"build":["nettle-dev"],"run":["libnettle8","libhogweed6"]},"apk":{"build":["nettle-dev"],"run":["nettle"]},"dnf":{"build":["nettle-devel"],"run":["nettle"]},"gobolinux":["Nettle"],"openbsd":["security/libnettle"]},"newt":{"apt":{"build":["libnewt-dev"],"run":["libnewt0.52"]},"apk":{"build":["newt-dev"],"run":["newt"]},"dnf":{"build":["newt-devel"],"run":["newt"]},"gobolinux":["Newt"]},"nghttp2":{"apt":{"build":["libnghttp2-dev"],"run":["libnghttp2-14"]},"apk":{"build":["nghttp2-dev"],"run":["nghttp2-libs"]},"dnf":{"build":["libnghttp2-devel"],"run":["libnghttp2"]},"gobolinux":["NGHTTP2"],"openbsd":["www/nghttp2"]},"ninja":{"apt":{"build":["ninja-build"],"run":[]},"apk":{"build":["samurai"],"run":[]},"dnf":{"build":["ninja-build"],"run":[]},"gobolinux":["Ninja"],"openbsd":["devel/ninja"]},"nodejs":{"apt":{"build":["nodejs"],"run":["nodejs"]},"apk":{"build":["nodejs"],"run":["nodejs"]},"dnf":{"build":["nodejs"],"run":["nodejs"]},"gobolinux":["NodeJS","Node"],"openbsd":["lang/node"]},"nspr":{"apt":{"build":["libnspr4-dev"],"run":["libnspr4"]},"apk":{"build":["nspr-dev"],"run":["nspr"]},"dnf":{"build":["nspr-devel"],"run":["nspr"]},"gobolinux":["NSPR"],"openbsd":["devel/nspr"]},"nss":{"apt":{"build":["libnss3-dev"],"run":["libnss3"]},"apk":{"build":["nss-dev"],"run":["nss"]},"dnf":{"build":["nss-devel"],"run":["nss"]},"gobolinux":["NSS"],"openbsd":["security/nss"]},"ocaml":{"apt":{"build":["ocaml"],"run":[]},"apk":{"build":["ocaml"],"run":[]},"dnf":{"build":["ocaml"],"run":[]},"gobolinux":["OCaml"],"openbsd":["lang/ocaml"]},"ocaml-findlib":{"apt":{"build":["ocaml-findlib"],"run":[]},"apk":{"build":["ocaml-findlib"],"run":[]},"dnf":{"build":["ocaml-findlib"],"run":[]},"gobolinux":["Findlib"],"openbsd":["sysutils/findlib"]},"ocrad":{"apt":{"build":["ocrad"],"run":["ocrad"]},"openbsd":["graphics/ocrad"]},"ogmtools":{"apt":{"build":["ogmtools"],"run":["ogmtools"]},"openbsd":["multimedia/ogmtools"]},"oniguruma":{"apt":{"build":["libonig-dev"],"run":["libonig5"]},"apk":{"build":["oniguruma-dev"],"run":["oniguruma"]},"dnf":{"build":["oniguruma-devel"],"run":["oniguruma"]},"gobolinux":["Oniguruma"],"openbsd":["textproc/oniguruma"]},"openal":{"apt":{"build":["libopenal-dev"],"run":["libopenal1"]},"apk":{"build":["openal-soft-dev"],"run":["openal-soft-libs"]},"dnf":{"build":["openal-soft-devel"],"run":["openal-soft"]},"gobolinux":["OpenAL","OpenAL-Soft"],"openbsd":["audio/openal"]},"openexr":{"apt":{"build":["libopenexr-dev"],"run":["libopenexr-3-1-30"],"on":{"debian-11":{"run":["libopenexr25"]},"ubuntu-22.04":{"run":["libopenexr25"]}}},"apk":{"build":["openexr-dev"],"run":["openexr-libiex","openexr-libilmthread","openexr-libopenexr"]},"dnf":{"build":["openexr-devel"],"run":["openexr-libs"]},"gobolinux":["OpenEXR"],"openbsd":["graphics/openexr"]},"openjpeg":{"apt":{"build":["libopenjp2-7-dev"],"run":["libopenjp2-7"]},"apk":{"build":["openjpeg-dev"],"run":["openjpeg"]},"dnf":{"build":["openjpeg2-devel"],"run":["openjpeg2"]},"gobolinux":["OpenJPEG"],"openbsd":["graphics/openjpeg"]},"openldap":{"apt":{"build":["libldap-dev"],"run":["libldap-2.5-0"],"on":{"debian-11":{"run":["libldap-2.4-2"]},"debian-13":{"run":["libldap2"]},"ubuntu-24.04":{"run":["libldap2"]}}},"apk":{"build":["openldap-dev"],"run":["libldap"]},"dnf":{"build":["openldap-devel"],"run":["openldap"]},"gobolinux":["OpenLDAP","OpenLdap"],"openbsd":["databases/openldap"]},"openssh":{"apt":{"build":["openssh-client"],"run":["openssh-client"]},"apk":{"build":["openssh-client-default"],"run":["openssh-client-default"]},"dnf":{"build":["openssh-clients"],"run":["openssh-clients"]},"gobolinux":["OpenSSH"]},"openssl":{"apt":{"build":["libssl-dev"],"run":["libssl3"],"on":{"debian-11":{"run":["libssl1.1"]}}},"apk":{"build":["openssl-dev"],"run":["libssl3","libcrypto3"]},"dnf":{"build":["openssl-devel"],"run":["openssl-libs"]},"gobolinux":["OpenSSL"]},"opus":{"apt":{"build":["libopus-dev"],"run":["libopus0"]},"apk":{"build":["opus-dev"],"run":["opus"]},"dnf":{"build":["opus-devel"],"run":["opus"]},"gobolinux":["Opus"],"openbsd":["audio/opus"]},"opusfile":{"apt":{"build":["libopusfile-dev"],"run":["libopusfile0"]},"apk":{"build":["opusfile-dev"],"run":["opusfile"]},"dnf":{"build":["opusfile-devel"],"run":["opusfile"]},"gobolinux":["OpusFile","Opusfile"],"openbsd":["audio/opusfile"]},"orc":{"apt":{"build":["liborc-0.4-dev"],"run":["liborc-0.4-0"]},"apk":{"build":["orc-dev"],"run":["orc"]},"dnf":{"build":["orc-devel"],"run":["orc"]},"gobolinux":["ORC","Orc"],"openbsd":["devel/orc"]},"p11-kit":{"apt":{"build":["libp11-kit-dev"],"run":["libp11-kit0"]},"apk":{"build":["p11-kit-dev"],"run":["p11-kit"]},"dnf":{"build":["p11-kit-devel"],"run":["p11-kit"]},"gobolinux":["P11-Kit"],"openbsd":["security/p11-kit"]},"p7zip":{"apt":{"build":["p7zip-full"],"run":["p7zip-full"]},"apk":{"build":["7zip"],"run":["7zip"]},"gobolinux":["P7Zip"],"openbsd":["archivers/p7zip"]},"pango":{"apt":{"build":["libpango1.0-dev"],"run":["libpango-1.0-0","libpangocairo-1.0-0","libpangoft2-1.0-0"]},"apk":{"build":["pango-dev"],"run":["pango"]},"dnf":{"build":["pango-devel"],"run":["pango"]},"gobolinux":["Pango"],"openbsd":["devel/pango"]},"pangomm":{"apt":{"build":["libpangomm-1.4-dev"],"run":["libpangomm-1.4-1v5"]},"apk":{"build":["pangomm-dev"],"run":["pangomm"]},"dnf":{"build":["pangomm-devel"],"run":["pangomm"]},"gobolinux":["Pangomm","PangoMM"],"openbsd":["devel/pangomm"]},"pciutils":{"apt":{"build":["libpci-dev"],"run":["libpci3"]},"apk":{"build":["pciutils-dev"],"run":["pciutils-libs"]},"dnf":{"build":["pciutils-devel"],"run":["pciutils-libs"]},"gobolinux":["PCIUtils"],"openbsd":["sysutils/pciutils"]},"pcre":{"apt":{"build":["libpcre3-dev"],"run":["libpcre3"]},"apk":{"build":["pcre-dev"],"run":["pcre"]},"dnf":{"build":["pcre-devel"],"run":["pcre"]},"gobolinux":["PCRE"],"openbsd":["devel/pcre"]},"pcre2":{"apt":{"build":["libpcre2-dev"],"run":["libpcre2-8-0","libpcre2-16-0","libpcre2-32-0","libpcre2-posix3"],"on":{"debian-11":{"run":["libpcre2-8-0","libpcre2-16-0","libpcre2-32-0","libpcre2-posix2"]}}},"apk":{"build":["pcre2-dev"],"run":["pcre2"]},"dnf":{"build":["pcre2-devel"],"run":["pcre2"]},"gobolinux":["PCRE2"],"openbsd":["devel/pcre2"]},"perl":{"apt":{"build":["perl","libperl-dev"],"run":["perl"]},"apk":{"build":["perl","perl-dev"],"run":["perl"]},"dnf":{"build":["perl","perl-devel"],"run":["perl"]},"gobolinux":["Perl"]},"perl-algorithm-diff":{"apt":{"build":["libalgorithm-diff-perl"],"run":["libalgorithm-diff-perl"]},"dnf":{"build":["perl-Algorithm-Diff"],"run":["perl-Algorithm-Diff"]},"openbsd":["devel/p5-Algorithm-Diff"]},"perl-aliased":{"apt":{"build":["libaliased-perl"],"run":["libaliased-perl"]},"dnf":{"build":["perl-aliased"],"run":["perl-aliased"]},"openbsd":["devel/p5-aliased"]},"perl-any-moose":{"apt":{"build":["libany-moose-perl"],"run":["libany-moose-perl"]},"dnf":{"build":["perl-Any-Moose"],"run":["perl-Any-Moose"]},"openbsd":["devel/p5-Any-Moose"]},"perl-anyevent":{"apt":{"build":["libanyevent-perl"],"run":["libanyevent-perl"]},"dnf":{"build":["perl-AnyEvent"],"run":["perl-AnyEvent"]},"openbsd":["devel/p5-AnyEvent"]},"perl-apache-session":{"apt":{"build":["libapache-session-perl"],"run":["libapache-session-perl"]},"dnf":{"build":["perl-Apache-Session"],"run":["perl-Apache-Session"]},"openbsd":["www/p5-Apache-Session"]},"perl-appconfig":{"apt":{"build":["libappconfig-perl"],"run":["libappconfig-perl"]},"dnf":{"build":["perl-AppConfig"],"run":["perl-AppConfig"]},"openbsd":["devel/p5-AppConfig"]},"perl-archive-zip":{"apt":{"build":["libarchive-zip-perl"],"run":["libarchive-zip-perl"]},"dnf":{"build":["perl-Archive-Zip"],"run":["perl-Archive-Zip"]},"openbsd":["archivers/p5-Archive-Zip"]},"perl-authen-ntlm":{"apt":{"build":["libauthen-ntlm-perl"],"run":["libauthen-ntlm-perl"]},"dnf":{"build":["perl-Authen-NTLM"],"run":["perl-Authen-NTLM"]},"openbsd":["security/p5-Authen-NTLM"]},"perl-authen-sasl":{"apt":{"build":["libauthen-sasl-perl"],"run":["libauthen-sasl-perl"]},"dnf":{"build":["perl-Authen-SASL"],"run":["perl-Authen-SASL"]},"openbsd":["security/p5-Authen-SASL"]},"perl-b-hooks-endofscope":{"apt":{"build":["libb-hooks-endofscope-perl"],"run":["libb-hooks-endofscope-perl"]},"dnf":{"build":["perl-B-Hooks-EndOfScope"],"run":["perl-B-Hooks-EndOfScope"]},"openbsd":["devel/p5-B-Hooks-EndOfScope"]},"perl-berkeleydb":{"apt":{"build":["libberkeleydb-perl"],"run":["libberkeleydb-perl"]},"dnf":{"build":["perl-BerkeleyDB"],"run":["perl-BerkeleyDB"]},"openbsd":["databases/p5-BerkeleyDB"]},"perl-bit-vector":{"apt":{"build":["libbit-vector-perl"],"run":["libbit-vector-perl"]},"dnf":{"build":["perl-Bit-Vector"],"run":["perl-Bit-Vector"]},"openbsd":["math/p5-Bit-Vector"]},"perl-boolean":{"apt":{"build":["libboolean-perl"],"run":["libboolean-perl"]},"dnf":{"build":["perl-boolean"],"run":["perl-boolean"]},"openbsd":["devel/p5-boolean"]},"perl-bsd-resource":{"apt":{"build":["libbsd-resource-perl"],"run":["libbsd-resource-perl"]},"dnf":{"build":["perl-BSD-Resource"],"run":["perl-BSD-Resource"]},"openbsd":["devel/p5-BSD-Resource"]},"perl-cache-cache":{"apt":{"build":["libcache-cache-perl"],"run":["libcache-cache-perl"]},"dnf":{"build":["perl-Cache-Cache"],"run":["perl-Cache-Cache"]},"openbsd":["devel/p5-Cache-Cache"]},"perl-cache-fastmmap":{"apt":{"build":["libcache-fastmmap-perl"],"run":["libcache-fastmmap-perl"]},"dnf":{"build":["perl-Cache-FastMmap"],"run":["perl-Cache-FastMmap"]},"openbsd":["devel/p5-Cache-FastMmap"]},"perl-cache-memcached":{"apt":{"build":["libcache-memcached-perl"],"run":["libcache-memcached-perl"]},"dnf":{"build":["perl-Cache-Memcached"],"run":["perl-Cache-Memcached"]},"openbsd":["devel/p5-Cache-Memcached"]},"perl-cairo":{"apt":{"build":["libcairo-perl"],"run":["libcairo-perl"]},"dnf":{"build":["perl-Cairo"],"run":["perl-Cairo"]},"openbsd":["graphics/p5-Cairo"]},"perl-capture-tiny":{"apt":{"build":["libcapture-tiny-perl"],"run":["libcapture-tiny-perl"]},"dnf":{"build":["perl-Capture-Tiny"],"run":["perl-Capture-Tiny"]},"openbsd":["sysutils/p5-Capture-Tiny"]},"perl-carp-assert":{"apt":{"build":["libcarp-assert-perl"],"run":["libcarp-assert-perl"]},"dnf":{"build":["perl-Carp-Assert"],"run":["perl-Carp-Assert"]},"openbsd":["devel/p5-Carp-Assert"]},"perl-carp-clan":{"apt":{"build":["libcarp-clan-perl"],"run":["libcarp-clan-perl"]},"dnf":{"build":["perl-Carp-Clan"],"run":["perl-Carp-Clan"]},"openbsd":["devel/p5-Carp-Clan"]},"perl-catalyst":{"apt":{"build":["libcatalyst-perl"],"run":["libcatalyst-perl"]},"dnf":{"build":["perl-Catalyst-Runtime"],"run":["perl-Catalyst-Runtime"]},"openbsd":["www/p5-Catalyst-Runtime"]},"perl-catalyst-action-renderview":{"apt":{"build":["libcatalyst-action-renderview-perl"],"run":["libcatalyst-action-renderview-perl"]},"dnf":{"build":["perl-Catalyst-Action-RenderView"],"run":["perl-Catalyst-Action-RenderView"]},"openbsd":["www/p5-Catalyst-Action-RenderView"]},"perl-catalyst-devel":{"apt":{"build":["libcatalyst-devel-perl"],"run":["libcatalyst-devel-perl"]},"dnf":{"build":["perl-Catalyst-Devel"],"run":["perl-Catalyst-Devel"]},"openbsd":["www/p5-Catalyst-Devel"]},"perl-catalyst-model-dbic-schema":{"apt":{"build":["libcatalyst-model-dbic-schema-perl"],"run":["libcatalyst-model-dbic-schema-perl"]},"dnf":{"build":["perl-Catalyst-Model-DBIC-Schema"],"run":["perl-Catalyst-Model-DBIC-Schema"]},"openbsd":["databases/p5-Catalyst-Model-DBIC-Schema"]},"perl-catalyst-plugin-authentication":{"apt":{"build":["libcatalyst-plugin-authentication-perl"],"run":["libcatalyst-plugin-authentication-perl"]},"dnf":{"build":["perl-Catalyst-Plugin-Authentication"],"run":["perl-Catalyst-Plugin-Authentication"]},"openbsd":["security/p5-Catalyst-Plugin-Authentication"]},"perl-catalyst-plugin-authorization-roles":{"apt":{"build":["libcatalyst-plugin-authorization-roles-perl"],"run":["libcatalyst-plugin-authorization-roles-perl"]},"dnf":{"build":["perl-Catalyst-Plugin-Authorization-Roles"],"run":["perl-Catalyst-Plugin-Authorization-Roles"]},"openbsd":["security/p5-Catalyst-Plugin-Authorization-Roles"]},"perl-catalyst-plugin-configloader":{"apt":{"build":["libcatalyst-plugin-configloader-perl"],"run":["libcatalyst-plugin-configloader-perl"]},"dnf":{"build":["perl-Catalyst-Plugin-ConfigLoader"],"run":["perl-Catalyst-Plugin-ConfigLoader"]},"openbsd":["www/p5-Catalyst-Plugin-ConfigLoader"]},"perl-catalyst-plugin-session":{"apt":{"build":["libcatalyst-plugin-session-perl"],"run":["libcatalyst-plugin-session-perl"]},"dnf":{"build":["perl-Catalyst-Plugin-Session"],"run":["perl-Catalyst-Plugin-Session"]},"openbsd":["www/p5-Catalyst-Plugin-Session"]},"perl-catalyst-plugin-session-state-cookie":{"apt":{"build":["libcatalyst-plugin-session-state-cookie-perl"],"run":["libcatalyst-plugin-session-state-cookie-perl"]},"dnf":{"build":["perl-Catalyst-Plugin-Session-State-Cookie"],"run":["perl-Catalyst-Plugin-Session-State-Cookie"]},"openbsd":["www/p5-Catalyst-Plugin-Session-State-Cookie"]},"perl-catalyst-view-tt":{"apt":{"build":["libcatalyst-view-tt-perl"],"run":["libcatalyst-view-tt-perl"]},"dnf":{"build":["perl-Catalyst-View-TT"],"run":["perl-Catalyst-View-TT"]},"openbsd":["textproc/p5-Catalyst-View-TT"]},"perl-cgi-application":{"apt":{"build":["libcgi-application-perl"],"run":["libcgi-application-perl"]},"dnf":{"build":["perl-CGI-Application"],"run":["perl-CGI-Application"]},"openbsd":["www/p5-CGI-Application"]},"perl-cgi-psgi":{"apt":{"build":["libcgi-psgi-perl"],"run":["libcgi-psgi-perl"]},"dnf":{"build":["perl-CGI-PSGI"],"run":["perl-CGI-PSGI"]},"openbsd":["www/p5-CGI-PSGI"]},"perl-cgi-simple":{"apt":{"build":["libcgi-simple-perl"],"run":["libcgi-simple-perl"]},"dnf":{"build":["perl-CGI-Simple"],"run":["perl-CGI-Simple"]},"openbsd":["www/p5-CGI-Simple"]},"perl-class-accessor":{"apt":{"build":["libclass-accessor-perl"],"run":["libclass-accessor-perl"]},"dnf":{"build":["perl-Class-Accessor"],"run":["perl-Class-Accessor"]},"openbsd":["devel/p5-Class-Accessor"]},"perl-class-accessor-chained":{"apt":{"build":["libclass-accessor-chained-perl"],"run":["libclass-accessor-chained-perl"]},"dnf":{"build":["perl-Class-Accessor-Chained"],"run":["perl-Class-Accessor-Chained"]},"openbsd":["devel/p5-Class-Accessor-Chained"]},"perl-class-accessor-lite":{"apt":{"build":["libclass-accessor-lite-perl"],"run":["libclass-accessor-lite-perl"]},"dnf":{"build":["perl-Class-Accessor-Lite"],"run":["perl-Class-Accessor-Lite"]},"openbsd":["devel/p5-Class-Accessor-Lite"]},"perl-class-data-inheritable":{"apt":{"build":["libclass-data-inheritable-perl"],"run":["libclass-data-inheritable-perl"]},"dnf":{"build":["perl-Class-Data-Inheritable"],"run":["perl-Class-Data-Inheritable"]},"openbsd":["devel/p5-Class-Data-Inheritable"]},"perl-class-dbi":{"apt":{"build":["libclass-dbi-perl"],"run":["libclass-dbi-perl"]},"dnf":{"build":["perl-Class-DBI"],"run":["perl-Class-DBI"]},"openbsd":["databases/p5-Class-DBI"]},"perl-class-dbi-loader":{"apt":{"build":["libclass-dbi-loader-perl"],"run":["libclass-dbi-loader-perl"]},"dnf":{"build":["perl-Class-DBI-Loader"],"run":["perl-Class-DBI-Loader"]},"openbsd":["databases/p5-Class-DBI-Loader"]},"perl-class-errorhandler":{"apt":{"build":["libclass-errorhandler-perl"],"run":["libclass-errorhandler-perl"]},"dnf":{"build":["perl-Class-ErrorHandler"],"run":["perl-Class-ErrorHandler"]},"openbsd":["devel/p5-Class-ErrorHandler"]},"perl-class-inspector":{"apt":{"build":["libclass-inspector-perl"],"run":["libclass-inspector-perl"]},"dnf":{"build":["perl-Class-Inspector"],"run":["perl-Class-Inspector"]},"openbsd":["devel/p5-Class-Inspector"]},"perl-class-isa":{"apt":{"build":["libclass-isa-perl"],"run":["libclass-isa-perl"]},"dnf":{"build":["perl-Class-ISA"],"run":["perl-Class-ISA"]},"openbsd":["devel/p5-Class-ISA"]},"perl-class-load":{"apt":{"build":["libclass-load-perl"],"run":["libclass-load-perl"]},"dnf":{"build":["perl-Class-Load"],"run":["perl-Class-Load"]},"openbsd":["devel/p5-Class-Load"]},"perl-class-returnvalue":{"apt":{"build":["libclass-returnvalue-perl"],"run":["libclass-returnvalue-perl"]},"dnf":{"build":["perl-Class-ReturnValue"],"run":["perl-Class-ReturnValue"]},"openbsd":["devel/p5-Class-ReturnValue"]},"perl-class-std":{"apt":{"build":["libclass-std-perl"],"run":["libclass-std-perl"]},"dnf":{"build":["perl-Class-Std"],"run":["perl-Class-Std"]},"openbsd":["devel/p5-Class-Std"]},"perl-class-xsaccessor":{"apt":{"build":["libclass-xsaccessor-perl"],"run":["libclass-xsaccessor-perl"]},"dnf":{"build":["perl-Class-XSAccessor"],"run":["perl-Class-XSAccessor"]},"openbsd":["devel/p5-Class-XSAccessor"]},"perl-clone":{"apt":{"build":["libclone-perl"],"run":["libclone-perl"]},"dnf":{"build":["perl-Clone"],"run":["perl-Clone"]},"openbsd":["devel/p5-Clone"]},"perl-common-sense":{"apt":{"build":["libcommon-sense-perl"],"run":["libcommon-sense-perl"]},"dnf":{"build":["perl-common-sense"],"run":["perl-common-sense"]},"openbsd":["devel/p5-common-sense"]},"perl-config-general":{"apt":{"build":["libconfig-general-perl"],"run":["libconfig-general-perl"]},"dnf":{"build":["perl-Config-General"],"run":["perl-Config-General"]},"openbsd":["devel/p5-Config-General"]},"perl-config-inifiles":{"apt":{"build":["libconfig-inifiles-perl"],"run":["libconfig-inifiles-perl"]},"dnf":{"build":["perl-Config-IniFiles"],"run":["perl-Config-IniFiles"]},"openbsd":["devel/p5-Config-IniFiles"]},"perl-config-tiny":{"apt":{"build":["libconfig-tiny-perl"],"run":["libconfig-tiny-perl"]},"dnf":{"build":["perl-Config-Tiny"],"run":["perl-Config-Tiny"]},"openbsd":["devel/p5-Config-Tiny"]},"perl-convert-asn1":{"apt":{"build":["libconvert-asn1-perl"],"run":["libconvert-asn1-perl"]},"dnf":{"build":["perl-Convert-ASN1"],"run":["perl-Convert-ASN1"]},"openbsd":["converters/p5-Convert-ASN1"]},"perl-crypt-cbc":{"apt":{"build":["libcrypt-cbc-perl"],"run":["libcrypt-cbc-perl"]},"dnf":{"build":["perl-Crypt-CBC"],"run":["perl-Crypt-CBC"]},"openbsd":["security/p5-Crypt-CBC"]},"perl-crypt-des":{"apt":{"build":["libcrypt-des-perl"],"run":["libcrypt-des-perl"]},"dnf":{"build":["perl-Crypt-DES"],"run":["perl-Crypt-DES"]},"openbsd":["security/p5-Crypt-DES"]},"perl-crypt-rijndael":{"apt":{"build":["libcrypt-rijndael-perl"],"run":["libcrypt-rijndael-perl"]},"dnf":{"build":["perl-Crypt-Rijndael"],"run":["perl-Crypt-Rijndael"]},"openbsd":["security/p5-Crypt-Rijndael"]},"perl-crypt-ssleay":{"apt":{"build":["libcrypt-ssleay-perl"],"run":["libcrypt-ssleay-perl"]},"dnf":{"build":["perl-Crypt-SSLeay"],"run":["perl-Crypt-SSLeay"]},"openbsd":["security/p5-Crypt-SSLeay"]},"perl-curses":{"apt":{"build":["libcurses-perl"],"run":["libcurses-perl"]},"dnf":{"build":["perl-Curses"],"run":["perl-Curses"]},"openbsd":["devel/p5-Curses"]},"perl-curses-ui":{"apt":{"build":["libcurses-ui-perl"],"run":["libcurses-ui-perl"]},"dnf":{"build":["perl-Curses-UI"],"run":["perl-Curses-UI"]},"openbsd":["devel/p5-Curses-UI"]},"perl-data-buffer":{"apt":{"build":["libdata-buffer-perl"],"run":["libdata-buffer-perl"]},"dnf":{"build":["perl-Data-Buffer"],"run":["perl-Data-Buffer"]},"openbsd":["devel/p5-Data-Buffer"]},"perl-data-dump":{"apt":{"build":["libdata-dump-perl"],"run":["libdata-dump-perl"]},"dnf":{"build":["perl-Data-Dump"],"run":["perl-Data-Dump"]},"openbsd":["devel/p5-Data-Dump"]},"perl-data-formvalidator":{"apt":{"build":["libdata-formvalidator-perl"],"run":["libdata-formvalidator-perl"]},"dnf":{"build":["perl-Data-FormValidator"],"run":["perl-Data-FormValidator"]},"openbsd":["devel/p5-Data-FormValidator"]},"perl-data-optlist":{"apt":{"build":["libdata-optlist-perl"],"run":["libdata-optlist-perl"]},"dnf":{"build":["perl-Data-OptList"],"run":["perl-Data-OptList"]},"openbsd":["devel/p5-Data-OptList"]},"perl-data-page":{"apt":{"build":["libdata-page-perl"],"run":["libdata-page-perl"]},"dnf":{"build":["perl-Data-Page"],"run":["perl-Data-Page"]},"openbsd":["databases/p5-Data-Page"]},"perl-data-visitor":{"apt":{"build":["libdata-visitor-perl"],"run":["libdata-visitor-perl"]},"dnf":{"build":["perl-Data-Visitor"],"run":["perl-Data-Visitor"]},"openbsd":["devel/p5-Data-Visitor"]},"perl-date-calc":{"apt":{"build":["libdate-calc-perl"],"run":["libdate-calc-perl"]},"dnf":{"build":["perl-Date-Calc"],"run":["perl-Date-Calc"]},"openbsd":["devel/p5-Date-Calc"]},"perl-date-manip":{"apt":{"build":["libdate-manip-perl"],"run":["libdate-manip-perl"]},"dnf":{"build":["perl-Date-Manip"],"run":["perl-Date-Manip"]},"openbsd":["converters/p5-DateManip"]},"perl-datetime":{"apt":{"build":["libdatetime-perl"],"run":["libdatetime-perl"]},"dnf":{"build":["perl-DateTime"],"run":["perl-DateTime"]},"openbsd":["devel/p5-DateTime"]},"perl-datetime-format-builder":{"apt":{"build":["libdatetime-format-builder-perl"],"run":["libdatetime-format-builder-perl"]},"dnf":{"build":["perl-DateTime-Format-Builder"],"run":["perl-DateTime-Format-Builder"]},"openbsd":["devel/p5-DateTime-Format-Builder"]},"perl-datetime-format-iso8601":{"apt":{"build":["libdatetime-format-iso8601-perl"],"run":["libdatetime-format-iso8601-perl"]},"dnf":{"build":["perl-DateTime-Format-ISO8601"],"run":["perl-DateTime-Format-ISO8601"]},"openbsd":["devel/p5-DateTime-Format-ISO8601"]},"perl-datetime-format-mail":{"apt":{"build":["libdatetime-format-mail-perl"],"run":["libdatetime-format-mail-perl"]},"dnf":{"build":["perl-DateTime-Format-Mail"],"run":["perl-DateTime-Format-Mail"]},"openbsd":["devel/p5-DateTime-Format-Mail"]},"perl-datetime-format-mysql":{"apt":{"build":["libdatetime-format-mysql-perl"],"run":["libdatetime-format-mysql-perl"]},"dnf":{"build":["perl-DateTime-Format-MySQL"],"run":["perl-DateTime-Format-MySQL"]},"openbsd":["devel/p5-DateTime-Format-MySQL"]},"perl-datetime-format-natural":{"apt":{"build":["libdatetime-format-natural-perl"],"run":["libdatetime-format-natural-perl"]},"dnf":{"build":["perl-DateTime-Format-Natural"],"run":["perl-DateTime-Format-Natural"]},"openbsd":["devel/p5-DateTime-Format-Natural"]},"perl-datetime-format-sqlite":{"apt":{"build":["libdatetime-format-sqlite-perl"],"run":["libdatetime-format-sqlite-perl"]},"dnf":{"build":["perl-DateTime-Format-SQLite"],"run":["perl-DateTime-Format-SQLite"]},"openbsd":["devel/p5-DateTime-Format-SQLite"]},"perl-datetime-format-strptime":{"apt":{"build":["libdatetime-format-strptime-perl"],"run":["libdatetime-format-strptime-perl"]},"dnf":{"build":["perl-DateTime-Format-Strptime"],"run":["perl-DateTime-Format-Strptime"]},"openbsd":["devel/p5-DateTime-Format-Strptime"]},"perl-datetime-format-w3cdtf":{"apt":{"build":["libdatetime-format-w3cdtf-perl"],"run":["libdatetime-format-w3cdtf-perl"]},"dnf":{"build":["perl-DateTime-Format-W3CDTF"],"run":["perl-DateTime-Format-W3CDTF"]},"openbsd":["devel/p5-DateTime-Format-W3CDTF"]},"perl-datetime-locale":{"apt":{"build":["libdatetime-locale-perl"],"run":["libdatetime-locale-perl"]},"dnf":{"build":["perl-DateTime-Locale"],"run":["perl-DateTime-Locale"]},"openbsd":["devel/p5-DateTime-Locale"]},"perl-datetime-timezone":{"apt":{"build":["libdatetime-timezone-perl"],"run":["libdatetime-timezone-perl"]},"dnf":{"build":["perl-DateTime-TimeZone"],"run":["perl-DateTime-TimeZone"]},"openbsd":["devel/p5-DateTime-TimeZone"]},"perl-dbd-mysql":{"apt":{"build":["libdbd-mysql-perl"],"run":["libdbd-mysql-perl"]},"dnf":{"build":["perl-DBD-mysql"],"run":["perl-DBD-mysql"]},"openbsd":["databases/p5-DBD-mysql"]},"perl-dbd-pg":{"apt":{"build":["libdbd-pg-perl"],"run":["libdbd-pg-perl"]},"dnf":{"build":["perl-DBD-Pg"],"run":["perl-DBD-Pg"]},"openbsd":["databases/p5-DBD-Pg"]},"perl-dbd-sqlite":{"apt":{"build":["libdbd-sqlite3-perl"],"run":["libdbd-sqlite3-perl"]},"apk":{"build":["perl-dbd-sqlite"],"run":["perl-dbd-sqlite"]},"dnf":{"build":["perl-DBD-SQLite"],"run":["perl-DBD-SQLite"]},"openbsd":["databases/p5-DBD-SQLite"]},"perl-dbi":{"apt":{"build":["libdbi-perl"],"run":["libdbi-perl"]},"dnf":{"build":["perl-DBI"],"run":["perl-DBI"]},"openbsd":["databases/p5-DBI"]},"perl-dbix-class":{"apt":{"build":["libdbix-class-perl"],"run":["libdbix-class-perl"]},"dnf":{"build":["perl-DBIx-Class"],"run":["perl-DBIx-Class"]},"openbsd":["databases/p5-DBIx-Class"]},"perl-devel-globaldestruction":{"apt":{"build":["libdevel-globaldestruction-perl"],"run":["libdevel-globaldestruction-perl"]},"dnf":{"build":["perl-Devel-GlobalDestruction"],"run":["perl-Devel-GlobalDestruction"]},"openbsd":["devel/p5-Devel-GlobalDestruction"]},"perl-devel-stacktrace":{"apt":{"build":["libdevel-stacktrace-perl"],"run":["libdevel-stacktrace-perl"]},"dnf":{"build":["perl-Devel-StackTrace"],"run":["perl-Devel-StackTrace"]},"openbsd":["devel/p5-Devel-StackTrace"]},"perl-devel-symdump":{"apt":{"build":["libdevel-symdump-perl"],"run":["libdevel-symdump-perl"]},"dnf":{"build":["perl-Devel-Symdump"],"run":["perl-Devel-Symdump"]},"openbsd":["devel/p5-Devel-Symdump"]},"perl-digest-hmac":{"apt":{"build":["libdigest-hmac-perl"],"run":["libdigest-hmac-perl"]},"dnf":{"build":["perl-Digest-HMAC"],"run":["perl-Digest-HMAC"]},"openbsd":["security/p5-Digest-HMAC"]},"perl-directory-scratch":{"apt":{"build":["libdirectory-scratch-perl"],"run":["libdirectory-scratch-perl"]},"dnf":{"build":["perl-Directory-Scratch"],"run":["perl-Directory-Scratch"]},"openbsd":["devel/p5-Directory-Scratch"]},"perl-email-address":{"apt":{"build":["libemail-address-perl"],"run":["libemail-address-perl"]},"dnf":{"build":["perl-Email-Address"],"run":["perl-Email-Address"]},"openbsd":["mail/p5-Email-Address"]},"perl-email-date-format":{"apt":{"build":["libemail-date-format-perl"],"run":["libemail-date-format-perl"]},"dnf":{"build":["perl-Email-Date-Format"],"run":["perl-Email-Date-Format"]},"openbsd":["mail/p5-Email-Date-Format"]},"perl-email-simple":{"apt":{"build":["libemail-simple-perl"],"run":["libemail-simple-perl"]},"dnf":{"build":["perl-Email-Simple"],"run":["perl-Email-Simple"]},"openbsd":["mail/p5-Email-Simple"]},"perl-email-valid":{"apt":{"build":["libemail-valid-perl"],"run":["libemail-valid-perl"]},"dnf":{"build":["perl-Email-Valid"],"run":["perl-Email-Valid"]},"openbsd":["mail/p5-Email-Valid"]},"perl-error":{"apt":{"build":["liberror-perl"],"run":["liberror-perl"]},"dnf":{"build":["perl-Error"],"run":["perl-Error"]},"openbsd":["devel/p5-Error"]},"perl-exception-class":{"apt":{"build":["libexception-class-perl"],"run":["libexception-class-perl"]},"dnf":{"build":["perl-Exception-Class"],"run":["perl-Exception-Class"]},"openbsd":["devel/p5-Exception-Class"]},"perl-exporter-lite":{"apt":{"build":["libexporter-lite-perl"],"run":["libexporter-lite-perl"]},"dnf":{"build":["perl-Exporter-Lite"],"run":["perl-Exporter-Lite"]},"openbsd":["devel/p5-Exporter-Lite"]},"perl-extutils-depends":{"apt":{"build":["libextutils-depends-perl"],"run":["libextutils-depends-perl"]},"dnf":{"build":["perl-ExtUtils-Depends"],"run":["perl-ExtUtils-Depends"]},"openbsd":["devel/p5-ExtUtils-Depends"]},"perl-extutils-pkgconfig":{"apt":{"build":["libextutils-pkgconfig-perl"],"run":["libextutils-pkgconfig-perl"]},"dnf":{"build":["perl-ExtUtils-PkgConfig"],"run":["perl-ExtUtils-PkgConfig"]},"openbsd":["devel/p5-ExtUtils-PkgConfig"]},"perl-fennec-lite":{"apt":{"build":["libfennec-lite-perl"],"run":["libfennec-lite-perl"]},"dnf":{"build":["perl-Fennec-Lite"],"run":["perl-Fennec-Lite"]},"openbsd":["devel/p5-Fennec-Lite"]},"perl-file-copy-recursive":{"apt":{"build":["libfile-copy-recursive-perl"],"run":["libfile-copy-recursive-perl"]},"dnf":{"build":["perl-File-Copy-Recursive"],"run":["perl-File-Copy-Recursive"]},"openbsd":["devel/p5-File-Copy-Recursive"]},"perl-file-find-rule":{"apt":{"build":["libfile-find-rule-perl"],"run":["libfile-find-rule-perl"]},"dnf":{"build":["perl-File-Find-Rule"],"run":["perl-File-Find-Rule"]},"openbsd":["devel/p5-File-Find-Rule"]},"perl-file-homedir":{"apt":{"build":["libfile-homedir-perl"],"run":["libfile-homedir-perl"]},"dnf":{"build":["perl-File-HomeDir"],"run":["perl-File-HomeDir"]},"openbsd":["devel/p5-File-HomeDir"]},"perl-file-mmagic":{"apt":{"build":["libfile-mmagic-perl"],"run":["libfile-mmagic-perl"]},"dnf":{"build":["perl-File-MMagic"],"run":["perl-File-MMagic"]},"openbsd":["misc/p5-File-MMagic"]},"perl-file-remove":{"apt":{"build":["libfile-remove-perl"],"run":["libfile-remove-perl"]},"dnf":{"build":["perl-File-Remove"],"run":["perl-File-Remove"]},"openbsd":["devel/p5-File-Remove"]},"perl-file-sharedir":{"apt":{"build":["libfile-sharedir-perl"],"run":["libfile-sharedir-perl"]},"dnf":{"build":["perl-File-ShareDir"],"run":["perl-File-ShareDir"]},"openbsd":["devel/p5-File-ShareDir"]},"perl-file-slurp":{"apt":{"build":["libfile-slurp-perl"],"run":["libfile-slurp-perl"]},"dnf":{"build":["perl-File-Slurp"],"run":["perl-File-Slurp"]},"openbsd":["devel/p5-File-Slurp"]},"perl-file-tail":{"apt":{"build":["libfile-tail-perl"],"run":["libfile-tail-perl"]},"dnf":{"build":["perl-File-Tail"],"run":["perl-File-Tail"]},"openbsd":["devel/p5-File-Tail"]},"perl-file-which":{"apt":{"build":["libfile-which-perl"],"run":["libfile-which-perl"]},"dnf":{"build":["perl-File-Which"],"run":["perl-File-Which"]},"openbsd":["sysutils/p5-File-Which"]},"perl-finance-quote":{"apt":{"build":["libfinance-quote-perl"],"run":["libfinance-quote-perl"]},"dnf":{"build":["perl-Finance-Quote"],"run":["perl-Finance-Quote"]},"openbsd":["misc/p5-Finance-Quote"]},"perl-freezethaw":{"apt":{"build":["libfreezethaw-perl"],"run":["libfreezethaw-perl"]},"dnf":{"build":["perl-FreezeThaw"],"run":["perl-FreezeThaw"]},"openbsd":["devel/p5-FreezeThaw"]},"perl-gd":{"apt":{"build":["libgd-perl"],"run":["libgd-perl"]},"dnf":{"build":["perl-GD"],"run":["perl-GD"]},"openbsd":["graphics/p5-GD"]},"perl-geo-constants":{"apt":{"build":["libgeo-constants-perl"],"run":["libgeo-constants-perl"]},"dnf":{"build":["perl-Geo-Constants"],"run":["perl-Geo-Constants"]},"openbsd":["geo/p5-Geo-Constants"]},"perl-geo-functions":{"apt":{"build":["libgeo-functions-perl"],"run":["libgeo-functions-perl"]},"dnf":{"build":["perl-Geo-Functions"],"run":["perl-Geo-Functions"]},"openbsd":["geo/p5-Geo-Functions"]},"perl-graph":{"apt":{"build":["libgraph-perl"],"run":["libgraph-perl"]},"dnf":{"build":["perl-Graph"],"run":["perl-Graph"]},"openbsd":["devel/p5-Graph"]},"perl-hash-merge":{"apt":{"build":["libhash-merge-perl"],"run":["libhash-merge-perl"]},"dnf":{"build":["perl-Hash-Merge"],"run":["perl-Hash-Merge"]},"openbsd":["devel/p5-Hash-Merge"]},"perl-hook-lexwrap":{"apt":{"build":["libhook-lexwrap-perl"],"run":["libhook-lexwrap-perl"]},"dnf":{"build":["perl-Hook-LexWrap"],"run":["perl-Hook-LexWrap"]},"openbsd":["devel/p5-Hook-LexWrap"]},"perl-html-form":{"apt":{"build":["libhtml-form-perl"],"run":["libhtml-form-perl"]},"dnf":{"build":["perl-HTML-Form"],"run":["perl-HTML-Form"]},"openbsd":["www/p5-HTML-Form"]},"perl-html-format":{"apt":{"build":["libhtml-format-perl"],"run":["libhtml-format-perl"]},"dnf":{"build":["perl-HTML-Format"],"run":["perl-HTML-Format"]},"openbsd":["www/p5-HTML-Format"]},"perl-html-mason":{"apt":{"build":["libhtml-mason-perl"],"run":["libhtml-mason-perl"]},"dnf":{"build":["perl-HTML-Mason"],"run":["perl-HTML-Mason"]},"openbsd":["www/p5-HTML-Mason"]},"perl-html-parser":{"apt":{"build":["libhtml-parser-perl"],"run":["libhtml-parser-perl"]},"dnf":{"build":["perl-HTML-Parser"],"run":["perl-HTML-Parser"]},"openbsd":["www/p5-HTML-Parser"]},"perl-html-scrubber":{"apt":{"build":["libhtml-scrubber-perl"],"run":["libhtml-scrubber-perl"]},"dnf":{"build":["perl-HTML-Scrubber"],"run":["perl-HTML-Scrubber"]},"openbsd":["www/p5-HTML-Scrubber"]},"perl-html-tableextract":{"apt":{"build":["libhtml-tableextract-perl"],"run":["libhtml-tableextract-perl"]},"dnf":{"build":["perl-HTML-TableExtract"],"run":["perl-HTML-TableExtract"]},"openbsd":["www/p5-HTML-TableExtract"]},"perl-html-tagset":{"apt":{"build":["libhtml-tagset-perl"],"run":["libhtml-tagset-perl"]},"dnf":{"build":["perl-HTML-Tagset"],"run":["perl-HTML-Tagset"]},"openbsd":["www/p5-HTML-Tagset"]},"perl-html-template":{"apt":{"build":["libhtml-template-perl"],"run":["libhtml-template-perl"]},"dnf":{"build":["perl-HTML-Template"],"run":["perl-HTML-Template"]},"openbsd":["www/p5-HTML-Template"]},"perl-html-tidy":{"apt":{"build":["libhtml-tidy-perl"],"run":["libhtml-tidy-perl"]},"dnf":{"build":["perl-HTML-Tidy"],"run":["perl-HTML-Tidy"]},"openbsd":["www/p5-HTML-Tidy"]},"perl-html-tree":{"apt":{"build":["libhtml-tree-perl"],"run":["libhtml-tree-perl"]},"dnf":{"build":["perl-HTML-Tree"],"run":["perl-HTML-Tree"]},"openbsd":["www/p5-HTML-Tree"]},"perl-html-treebuilder-xpath":{"apt":{"build":["libhtml-treebuilder-xpath-perl"],"run":["libhtml-treebuilder-xpath-perl"]},"dnf":{"build":["perl-HTML-TreeBuilder-XPath"],"run":["perl-HTML-TreeBuilder-XPath"]},"openbsd":["www/p5-HTML-TreeBuilder-XPath"]},"perl-http-body":{"apt":{"build":["libhttp-body-perl"],"run":["libhttp-body-perl"]},"dnf":{"build":["perl-HTTP-Body"],"run":["perl-HTTP-Body"]},"openbsd":["www/p5-HTTP-Body"]},"perl-http-cookies":{"apt":{"build":["libhttp-cookies-perl"],"run":["libhttp-cookies-perl"]},"dnf":{"build":["perl-HTTP-Cookies"],"run":["perl-HTTP-Cookies"]},"openbsd":["www/p5-HTTP-Cookies"]},"perl-http-daemon":{"apt":{"build":["libhttp-daemon-perl"],"run":["libhttp-daemon-perl"]},"dnf":{"build":["perl-HTTP-Daemon"],"run":["perl-HTTP-Daemon"]},"openbsd":["www/p5-HTTP-Daemon"]},"perl-http-date":{"apt":{"build":["libhttp-date-perl"],"run":["libhttp-date-perl"]},"dnf":{"build":["perl-HTTP-Date"],"run":["perl-HTTP-Date"]},"openbsd":["www/p5-HTTP-Date"]},"perl-http-message":{"apt":{"build":["libhttp-message-perl"],"run":["libhttp-message-perl"]},"dnf":{"build":["perl-HTTP-Message"],"run":["perl-HTTP-Message"]},"openbsd":["www/p5-HTTP-Message"]},"perl-http-server-simple":{"apt":{"build":["libhttp-server-simple-perl"],"run":["libhttp-server-simple-perl"]},"dnf":{"build":["perl-HTTP-Server-Simple"],"run":["perl-HTTP-Server-Simple"]},"openbsd":["www/p5-HTTP-Server-Simple"]},"perl-image-exiftool":{"apt":{"build":["libimage-exiftool-perl"],"run":["libimage-exiftool-perl"]},"dnf":{"build":["perl-Image-ExifTool"],"run":["perl-Image-ExifTool"]},"openbsd":["graphics/p5-Image-ExifTool"]},"perl-image-size":{"apt":{"build":["libimage-size-perl"],"run":["libimage-size-perl"]},"dnf":{"build":["perl-Image-Size"],"run":["perl-Image-Size"]},"openbsd":["graphics/p5-Image-Size"]},"perl-inline":{"apt":{"build":["libinline-perl"],"run":["libinline-perl"]},"dnf":{"build":["perl-Inline"],"run":["perl-Inline"]},"openbsd":["devel/p5-Inline"]},"perl-io-aio":{"apt":{"build":["libio-aio-perl"],"run":["libio-aio-perl"]},"dnf":{"build":["perl-IO-AIO"],"run":["perl-IO-AIO"]},"openbsd":["devel/p5-IO-AIO"]},"perl-io-capture":{"apt":{"build":["libio-capture-perl"],"run":["libio-capture-perl"]},"dnf":{"build":["perl-IO-Capture"],"run":["perl-IO-Capture"]},"openbsd":["devel/p5-IO-Capture"]},"perl-io-captureoutput":{"apt":{"build":["libio-captureoutput-perl"],"run":["libio-captureoutput-perl"]},"dnf":{"build":["perl-IO-CaptureOutput"],"run":["perl-IO-CaptureOutput"]},"openbsd":["devel/p5-IO-CaptureOutput"]},"perl-io-compress":{"apt":{"build":["libio-compress-perl"],"run":["libio-compress-perl"]},"dnf":{"build":["perl-IO-Compress"],"run":["perl-IO-Compress"]},"openbsd":["archivers/p5-IO-Compress"]},"perl-io-multiplex":{"apt":{"build":["libio-multiplex-perl"],"run":["libio-multiplex-perl"]},"dnf":{"build":["perl-IO-Multiplex"],"run":["perl-IO-Multiplex"]},"openbsd":["devel/p5-IO-Multiplex"]},"perl-io-socket-inet6":{"apt":{"build":["libio-socket-inet6-perl"],"run":["libio-socket-inet6-perl"]},"dnf":{"build":["perl-IO-Socket-INET6"],"run":["perl-IO-Socket-INET6"]},"openbsd":["net/p5-IO-Socket-INET6"]},"perl-io-socket-ssl":{"apt":{"build":["libio-socket-ssl-perl"],"run":["libio-socket-ssl-perl"]},"dnf":{"build":["perl-IO-Socket-SSL"],"run":["perl-IO-Socket-SSL"]},"openbsd":["security/p5-IO-Socket-SSL"]},"perl-io-string":{"apt":{"build":["libio-string-perl"],"run":["libio-string-perl"]},"dnf":{"build":["perl-IO-String"],"run":["perl-IO-String"]},"openbsd":["devel/p5-IO-String"]},"perl-io-stringy":{"apt":{"build":["libio-stringy-perl"],"run":["libio-stringy-perl"]},"dnf":{"build":["perl-IO-stringy"],"run":["perl-IO-stringy"]},"openbsd":["devel/p5-IO-stringy"]},"perl-io-tee":{"apt":{"build":["libio-tee-perl"],"run":["libio-tee-perl"]},"dnf":{"build":["perl-IO-Tee"],"run":["perl-IO-Tee"]},"openbsd":["devel/p5-IO-Tee"]},"perl-ipc-run":{"apt":{"build":["libipc-run-perl"],"run":["libipc-run-perl"]},"dnf":{"build":["perl-IPC-Run"],"run":["perl-IPC-Run"]},"openbsd":["devel/p5-IPC-Run"]},"perl-ipc-run3":{"apt":{"build":["libipc-run3-perl"],"run":["libipc-run3-perl"]},"dnf":{"build":["perl-IPC-Run3"],"run":["perl-IPC-Run3"]},"openbsd":["devel/p5-IPC-Run3"]},"perl-jcode":{"apt":{"build":["libjcode-perl"],"run":["libjcode-perl"]},"dnf":{"build":["perl-Jcode"],"run":["perl-Jcode"]},"openbsd":["converters/p5-Jcode"]},"perl-json":{"apt":{"build":["libjson-perl"],"run":["libjson-perl"]},"dnf":{"build":["perl-JSON"],"run":["perl-JSON"]},"openbsd":["converters/p5-JSON"]},"perl-json-any":{"apt":{"build":["libjson-any-perl"],"run":["libjson-any-perl"]},"dnf":{"build":["perl-JSON-Any"],"run":["perl-JSON-Any"]},"openbsd":["converters/p5-JSON-Any"]},"perl-json-maybexs":{"apt":{"build":["libjson-maybexs-perl"],"run":["libjson-maybexs-perl"]},"dnf":{"build":["perl-JSON-MaybeXS"],"run":["perl-JSON-MaybeXS"]},"openbsd":["converters/p5-JSON-MaybeXS"]},"perl-json-xs":{"apt":{"build":["libjson-xs-perl"],"run":["libjson-xs-perl"]},"dnf":{"build":["perl-JSON-XS"],"run":["perl-JSON-XS"]},"openbsd":["converters/p5-JSON-XS"]},"perl-lingua-en-inflect":{"apt":{"build":["liblingua-en-inflect-perl"],"run":["liblingua-en-inflect-perl"]},"dnf":{"build":["perl-Lingua-EN-Inflect"],"run":["perl-Lingua-EN-Inflect"]},"openbsd":["textproc/p5-Lingua-EN-Inflect"]},"perl-lingua-en-inflect-number":{"apt":{"build":["liblingua-en-inflect-number-perl"],"run":["liblingua-en-inflect-number-perl"]},"dnf":{"build":["perl-Lingua-EN-Inflect-Number"],"run":["perl-Lingua-EN-Inflect-Number"]},"openbsd":["textproc/p5-Lingua-EN-Inflect-Number"]},"perl-list-moreutils":{"apt":{"build":["liblist-moreutils-perl"],"run":["liblist-moreutils-perl"]},"dnf":{"build":["perl-List-MoreUtils"],"run":["perl-List-MoreUtils"]},"openbsd":["devel/p5-List-MoreUtils"]},"perl-locale-gettext":{"apt":{"build":["liblocale-gettext-perl"],"run":["liblocale-gettext-perl"]},"dnf":{"build":["perl-Locale-gettext"],"run":["perl-Locale-gettext"]},"openbsd":["devel/p5-Locale-gettext"]},"perl-locale-maketext-lexicon":{"apt":{"build":["liblocale-maketext-lexicon-perl"],"run":["liblocale-maketext-lexicon-perl"]},"dnf":{"build":["perl-Locale-Maketext-Lexicon"],"run":["perl-Locale-Maketext-Lexicon"]},"openbsd":["devel/p5-Locale-Maketext-Lexicon"]},"perl-log-dispatch":{"apt":{"build":["liblog-dispatch-perl"],"run":["liblog-dispatch-perl"]},"dnf":{"build":["perl-Log-Dispatch"],"run":["perl-Log-Dispatch"]},"openbsd":["devel/p5-Log-Dispatch"]},"perl-log-log4perl":{"apt":{"build":["liblog-log4perl-perl"],"run":["liblog-log4perl-perl"]},"dnf":{"build":["perl-Log-Log4perl"],"run":["perl-Log-Log4perl"]},"openbsd":["devel/p5-Log-Log4perl"]},"perl-lwp-protocol-https":{"apt":{"build":["liblwp-protocol-https-perl"],"run":["liblwp-protocol-https-perl"]},"dnf":{"build":["perl-LWP-Protocol-https"],"run":["perl-LWP-Protocol-https"]},"openbsd":["www/p5-LWP-Protocol-https"]},"perl-mail-imapclient":{"apt":{"build":["libmail-imapclient-perl"],"run":["libmail-imapclient-perl"]},"dnf":{"build":["perl-Mail-IMAPClient"],"run":["perl-Mail-IMAPClient"]},"openbsd":["mail/p5-Mail-IMAPClient"]},"perl-mime-charset":{"apt":{"build":["libmime-charset-perl"],"run":["libmime-charset-perl"]},"dnf":{"build":["perl-MIME-Charset"],"run":["perl-MIME-Charset"]},"openbsd":["mail/p5-MIME-Charset"]},"perl-mime-lite":{"apt":{"build":["libmime-lite-perl"],"run":["libmime-lite-perl"]},"dnf":{"build":["perl-MIME-Lite"],"run":["perl-MIME-Lite"]},"openbsd":["mail/p5-MIME-Lite"]},"perl-mime-tools":{"apt":{"build":["libmime-tools-perl"],"run":["libmime-tools-perl"]},"dnf":{"build":["perl-MIME-tools"],"run":["perl-MIME-tools"]},"openbsd":["mail/p5-MIME-tools"]},"perl-mime-types":{"apt":{"build":["libmime-types-perl"],"run":["libmime-types-perl"]},"dnf":{"build":["perl-MIME-Types"],"run":["perl-MIME-Types"]},"openbsd":["mail/p5-MIME-Types"]},"perl-mldbm":{"apt":{"build":["libmldbm-perl"],"run":["libmldbm-perl"]},"dnf":{"build":["perl-MLDBM"],"run":["perl-MLDBM"]},"openbsd":["devel/p5-MLDBM"]},"perl-module-build":{"apt":{"build":["libmodule-build-perl"],"run":["libmodule-build-perl"]},"dnf":{"build":["perl-Module-Build"],"run":["perl-Module-Build"]},"openbsd":["devel/p5-Module-Build"]},"perl-module-build-tiny":{"apt":{"build":["libmodule-build-tiny-perl"],"run":["libmodule-build-tiny-perl"]},"dnf":{"build":["perl-Module-Build-Tiny"],"run":["perl-Module-Build-Tiny"]},"openbsd":["devel/p5-Module-Build-Tiny"]},"perl-module-implementation":{"apt":{"build":["libmodule-implementation-perl"],"run":["libmodule-implementation-perl"]},"dnf":{"build":["perl-Module-Implementation"],"run":["perl-Module-Implementation"]},"openbsd":["devel/p5-Module-Implementation"]},"perl-module-install":{"apt":{"build":["libmodule-install-perl"],"run":["libmodule-install-perl"]},"dnf":{"build":["perl-Module-Install"],"run":["perl-Module-Install"]},"openbsd":["devel/p5-Module-Install"]},"perl-module-pluggable":{"apt":{"build":["libmodule-pluggable-perl"],"run":["libmodule-pluggable-perl"]},"dnf":{"build":["perl-Module-Pluggable"],"run":["perl-Module-Pluggable"]},"openbsd":["devel/p5-Module-Pluggable"]},"perl-module-runtime":{"apt":{"build":["libmodule-runtime-perl"],"run":["libmodule-runtime-perl"]},"dnf":{"build":["perl-Module-Runtime"],"run":["perl-Module-Runtime"]},"openbsd":["devel/p5-Module-Runtime"]},"perl-moo":{"apt":{"build":["libmoo-perl"],"run":["libmoo-perl"]},"dnf":{"build":["perl-Moo"],"run":["perl-Moo"]},"openbsd":["devel/p5-Moo"]},"perl-moose":{"apt":{"build":["libmoose-perl"],"run":["libmoose-perl"]},"dnf":{"build":["perl-Moose"],"run":["perl-Moose"]},"openbsd":["devel/p5-Moose"]},"perl-moosex-emulate-class-accessor-fast":{"apt":{"build":["libmoosex-emulate-class-accessor-fast-perl"],"run":["libmoosex-emulate-class-accessor-fast-perl"]},"dnf":{"build":["perl-MooseX-Emulate-Class-Accessor-Fast"],"run":["perl-MooseX-Emulate-Class-Accessor-Fast"]},"openbsd":["devel/p5-MooseX-Emulate-Class-Accessor-Fast"]},"perl-moosex-nonmoose":{"apt":{"build":["libmoosex-nonmoose-perl"],"run":["libmoosex-nonmoose-perl"]},"dnf":{"build":["perl-MooseX-NonMoose"],"run":["perl-MooseX-NonMoose"]},"openbsd":["devel/p5-MooseX-NonMoose"]},"perl-moosex-role-parameterized":{"apt":{"build":["libmoosex-role-parameterized-perl"],"run":["libmoosex-role-parameterized-perl"]},"dnf":{"build":["perl-MooseX-Role-Parameterized"],"run":["perl-MooseX-Role-Parameterized"]},"openbsd":["devel/p5-MooseX-Role-Parameterized"]},"perl-moosex-types":{"apt":{"build":["libmoosex-types-perl"],"run":["libmoosex-types-perl"]},"dnf":{"build":["perl-MooseX-Types"],"run":["perl-MooseX-Types"]},"openbsd":["devel/p5-MooseX-Types"]},"perl-moosex-types-path-class":{"apt":{"build":["libmoosex-types-path-class-perl"],"run":["libmoosex-types-path-class-perl"]},"dnf":{"build":["perl-MooseX-Types-Path-Class"],"run":["perl-MooseX-Types-Path-Class"]},"openbsd":["devel/p5-MooseX-Types-Path-Class"]},"perl-mp3-info":{"apt":{"build":["libmp3-info-perl"],"run":["libmp3-info-perl"]},"dnf":{"build":["perl-MP3-Info"],"run":["perl-MP3-Info"]},"openbsd":["audio/p5-MP3-Info"]},"perl-mro-compat":{"apt":{"build":["libmro-compat-perl"],"run":["libmro-compat-perl"]},"dnf":{"build":["perl-MRO-Compat"],"run":["perl-MRO-Compat"]},"openbsd":["devel/p5-MRO-Compat"]},"perl-namespace-autoclean":{"apt":{"build":["libnamespace-autoclean-perl"],"run":["libnamespace-autoclean-perl"]},"dnf":{"build":["perl-namespace-autoclean"],"run":["perl-namespace-autoclean"]},"openbsd":["devel/p5-namespace-autoclean"]},"perl-namespace-clean":{"apt":{"build":["libnamespace-clean-perl"],"run":["libnamespace-clean-perl"]},"dnf":{"build":["perl-namespace-clean"],"run":["perl-namespace-clean"]},"openbsd":["devel/p5-namespace-clean"]},"perl-net-cidr":{"apt":{"build":["libnet-cidr-perl"],"run":["libnet-cidr-perl"]},"dnf":{"build":["perl-Net-CIDR"],"run":["perl-Net-CIDR"]},"openbsd":["net/p5-Net-CIDR"]},"perl-net-dns":{"apt":{"build":["libnet-dns-perl"],"run":["libnet-dns-perl"]},"dnf":{"build":["perl-Net-DNS"],"run":["perl-Net-DNS"]},"openbsd":["net/p5-Net-DNS"]},"perl-net-frame":{"apt":{"build":["libnet-frame-perl"],"run":["libnet-frame-perl"]},"dnf":{"build":["perl-Net-Frame"],"run":["perl-Net-Frame"]},"openbsd":["net/p5-Net-Frame"]},"perl-net-idn-encode":{"apt":{"build":["libnet-idn-encode-perl"],"run":["libnet-idn-encode-perl"]},"dnf":{"build":["perl-Net-IDN-Encode"],"run":["perl-Net-IDN-Encode"]},"openbsd":["converters/p5-Net-IDN-Encode"]},"perl-net-oauth":{"apt":{"build":["libnet-oauth-perl"],"run":["libnet-oauth-perl"]},"dnf":{"build":["perl-Net-OAuth"],"run":["perl-Net-OAuth"]},"openbsd":["net/p5-Net-OAuth"]},"perl-net-pcap":{"apt":{"build":["libnet-pcap-perl"],"run":["libnet-pcap-perl"]},"dnf":{"build":["perl-Net-Pcap"],"run":["perl-Net-Pcap"]},"openbsd":["net/p5-Net-Pcap"]},"perl-net-server":{"apt":{"build":["libnet-server-perl"],"run":["libnet-server-perl"]},"dnf":{"build":["perl-Net-Server"],"run":["perl-Net-Server"]},"openbsd":["devel/p5-Net-Server"]},"perl-net-snmp":{"apt":{"build":["libnet-snmp-perl"],"run":["libnet-snmp-perl"]},"dnf":{"build":["perl-Net-SNMP"],"run":["perl-Net-SNMP"]},"openbsd":["net/p5-Net-SNMP"]},"perl-number-compare":{"apt":{"build":["libnumber-compare-perl"],"run":["libnumber-compare-perl"]},"dnf":{"build":["perl-Number-Compare"],"run":["perl-Number-Compare"]},"openbsd":["devel/p5-Number-Compare"]},"perl-object-signature":{"apt":{"build":["libobject-signature-perl"],"run":["libobject-signature-perl"]},"dnf":{"build":["perl-Object-Signature"],"run":["perl-Object-Signature"]},"openbsd":["devel/p5-Object-Signature"]},"perl-package-stash":{"apt":{"build":["libpackage-stash-perl"],"run":["libpackage-stash-perl"]},"dnf":{"build":["perl-Package-Stash"],"run":["perl-Package-Stash"]},"openbsd":["devel/p5-Package-Stash"]},"perl-padwalker":{"apt":{"build":["libpadwalker-perl"],"run":["libpadwalker-perl"]},"dnf":{"build":["perl-PadWalker"],"run":["perl-PadWalker"]},"openbsd":["devel/p5-PadWalker"]},"perl-params-util":{"apt":{"build":["libparams-util-perl"],"run":["libparams-util-perl"]},"dnf":{"build":["perl-Params-Util"],"run":["perl-Params-Util"]},"openbsd":["devel/p5-Params-Util"]},"perl-params-validate":{"apt":{"build":["libparams-validate-perl"],"run":["libparams-validate-perl"]},"dnf":{"build":["perl-Params-Validate"],"run":["perl-Params-Validate"]},"openbsd":["devel/p5-Params-Validate"]},"perl-parse-recdescent":{"apt":{"build":["libparse-recdescent-perl"],"run":["libparse-recdescent-perl"]},"dnf":{"build":["perl-Parse-RecDescent"],"run":["perl-Parse-RecDescent"]},"openbsd":["devel/p5-Parse-RecDescent"]},"perl-path-class":{"apt":{"build":["libpath-class-perl"],"run":["libpath-class-perl"]},"dnf":{"build":["perl-Path-Class"],"run":["perl-Path-Class"]},"openbsd":["devel/p5-Path-Class"]},"perl-path-tiny":{"apt":{"build":["libpath-tiny-perl"],"run":["libpath-tiny-perl"]},"dnf":{"build":["perl-Path-Tiny"],"run":["perl-Path-Tiny"]},"openbsd":["devel/p5-Path-Tiny"]},"perl-plack":{"apt":{"build":["libplack-perl"],"run":["libplack-perl"]},"dnf":{"build":["perl-Plack"],"run":["perl-Plack"]},"openbsd":["www/p5-Plack"]},"perl-pod-coverage":{"apt":{"build":["libpod-coverage-perl"],"run":["libpod-coverage-perl"]},"dnf":{"build":["perl-Pod-Coverage"],"run":["perl-Pod-Coverage"]},"openbsd":["devel/p5-Pod-Coverage"]},"perl-poe":{"apt":{"build":["libpoe-perl"],"run":["libpoe-perl"]},"dnf":{"build":["perl-POE"],"run":["perl-POE"]},"openbsd":["devel/p5-POE"]},"perl-ppi":{"apt":{"build":["libppi-perl"],"run":["libppi-perl"]},"dnf":{"build":["perl-PPI"],"run":["perl-PPI"]},"openbsd":["textproc/p5-PPI"]},"perl-proc-daemon":{"apt":{"build":["libproc-daemon-perl"],"run":["libproc-daemon-perl"]},"dnf":{"build":["perl-Proc-Daemon"],"run":["perl-Proc-Daemon"]},"openbsd":["devel/p5-Proc-Daemon"]},"perl-proc-processtable":{"apt":{"build":["libproc-processtable-perl"],"run":["libproc-processtable-perl"]},"dnf":{"build":["perl-Proc-ProcessTable"],"run":["perl-Proc-ProcessTable"]},"openbsd":["sysutils/p5-Proc-ProcessTable"]},"perl-readonly":{"apt":{"build":["libreadonly-perl"],"run":["libreadonly-perl"]},"dnf":{"build":["perl-Readonly"],"run":["perl-Readonly"]},"openbsd":["devel/p5-Readonly"]},"perl-regexp-common":{"apt":{"build":["libregexp-common-perl"],"run":["libregexp-common-perl"]},"dnf":{"build":["perl-Regexp-Common"],"run":["perl-Regexp-Common"]},"openbsd":["textproc/p5-Regexp-Common"]},"perl-regexp-ipv6":{"apt":{"build":["libregexp-ipv6-perl"],"run":["libregexp-ipv6-perl"]},"dnf":{"build":["perl-Regexp-IPv6"],"run":["perl-Regexp-IPv6"]},"openbsd":["devel/p5-Regexp-IPv6"]},"perl-rose-datetime":{"apt":{"build":["librose-datetime-perl"],"run":["librose-datetime-perl"]},"dnf":{"build":["perl-Rose-DateTime"],"run":["perl-Rose-DateTime"]},"openbsd":["databases/p5-Rose-DateTime"]},"perl-rose-object":{"apt":{"build":["librose-object-perl"],"run":["librose-object-perl"]},"dnf":{"build":["perl-Rose-Object"],"run":["perl-Rose-Object"]},"openbsd":["databases/p5-Rose-Object"]},"perl-scope-guard":{"apt":{"build":["libscope-guard-perl"],"run":["libscope-guard-perl"]},"dnf":{"build":["perl-Scope-Guard"],"run":["perl-Scope-Guard"]},"openbsd":["devel/p5-Scope-Guard"]},"perl-set-object":{"apt":{"build":["libset-object-perl"],"run":["libset-object-perl"]},"dnf":{"build":["perl-Set-Object"],"run":["perl-Set-Object"]},"openbsd":["devel/p5-Set-Object"]},"perl-soap-lite":{"apt":{"build":["libsoap-lite-perl"],"run":["libsoap-lite-perl"]},"dnf":{"build":["perl-SOAP-Lite"],"run":["perl-SOAP-Lite"]},"openbsd":["www/p5-SOAP-Lite"]},"perl-socket6":{"apt":{"build":["libsocket6-perl"],"run":["libsocket6-perl"]},"dnf":{"build":["perl-Socket6"],"run":["perl-Socket6"]},"openbsd":["net/p5-Socket6"]},"perl-spreadsheet-writeexcel":{"apt":{"build":["libspreadsheet-writeexcel-perl"],"run":["libspreadsheet-writeexcel-perl"]},"dnf":{"build":["perl-Spreadsheet-WriteExcel"],"run":["perl-Spreadsheet-WriteExcel"]},"openbsd":["misc/p5-Spreadsheet-WriteExcel"]},"perl-string-crc32":{"apt":{"build":["libstring-crc32-perl"],"run":["libstring-crc32-perl"]},"dnf":{"build":["perl-String-CRC32"],"run":["perl-String-CRC32"]},"openbsd":["devel/p5-String-CRC32"]},"perl-string-shellquote":{"apt":{"build":["libstring-shellquote-perl"],"run":["libstring-shellquote-perl"]},"dnf":{"build":["perl-String-ShellQuote"],"run":["perl-String-ShellQuote"]},"openbsd":["textproc/p5-String-ShellQuote"]},"perl-sub-exporter":{"apt":{"build":["libsub-exporter-perl"],"run":["libsub-exporter-perl"]},"dnf":{"build":["perl-Sub-Exporter"],"run":["perl-Sub-Exporter"]},"openbsd":["devel/p5-Sub-Exporter"]},"perl-sub-install":{"apt":{"build":["libsub-install-perl"],"run":["libsub-install-perl"]},"dnf":{"build":["perl-Sub-Install"],"run":["perl-Sub-Install"]},"openbsd":["devel/p5-Sub-Install"]},"perl-sub-name":{"apt":{"build":["libsub-name-perl"],"run":["libsub-name-perl"]},"dnf":{"build":["perl-Sub-Name"],"run":["perl-Sub-Name"]},"openbsd":["devel/p5-Sub-Name"]},"perl-sub-override":{"apt":{"build":["libsub-override-perl"],"run":["libsub-override-perl"]},"dnf":{"build":["perl-Sub-Override"],"run":["perl-Sub-Override"]},"openbsd":["devel/p5-Sub-Override"]},"perl-task-weaken":{"apt":{"build":["libtask-weaken-perl"],"run":["libtask-weaken-perl"]},"dnf":{"build":["perl-Task-Weaken"],"run":["perl-Task-Weaken"]},"openbsd":["devel/p5-Task-Weaken"]},"perl-template":{"apt":{"build":["libtemplate-perl"],"run":["libtemplate-perl"]},"dnf":{"build":["perl-Template"],"run":["perl-Template"]},"openbsd":["textproc/p5-Template"]},"perl-template-provider-encoding":{"apt":{"build":["libtemplate-provider-encoding-perl"],"run":["libtemplate-provider-encoding-perl"]},"dnf":{"build":["perl-Template-Provider-Encoding"],"run":["perl-Template-Provider-Encoding"]},"openbsd":["textproc/p5-Template-Provider-Encoding"]},"perl-term-readkey":{"apt":{"build":["libterm-readkey-perl"],"run":["libterm-readkey-perl"]},"dnf":{"build":["perl-Term-ReadKey"],"run":["perl-Term-ReadKey"]},"openbsd":["devel/p5-Term-ReadKey"]},"perl-term-readline-gnu":{"apt":{"build":["libterm-readline-gnu-perl"],"run":["libterm-readline-gnu-perl"]},"dnf":{"build":["perl-Term-ReadLine-Gnu"],"run":["perl-Term-ReadLine-Gnu"]},"openbsd":["devel/p5-Term-ReadLine-Gnu"]},"perl-test-base":{"apt":{"build":["libtest-base-perl"],"run":["libtest-base-perl"]},"dnf":{"build":["perl-Test-Base"],"run":["perl-Test-Base"]},"openbsd":["devel/p5-Test-Base"]},"perl-test-cpan-meta":{"apt":{"build":["libtest-cpan-meta-perl"],"run":["libtest-cpan-meta-perl"]},"dnf":{"build":["perl-Test-CPAN-Meta"],"run":["perl-Test-CPAN-Meta"]},"openbsd":["devel/p5-Test-CPAN-Meta"]},"perl-test-deep":{"apt":{"build":["libtest-deep-perl"],"run":["libtest-deep-perl"]},"dnf":{"build":["perl-Test-Deep"],"run":["perl-Test-Deep"]},"openbsd":["devel/p5-Test-Deep"]},"perl-test-differences":{"apt":{"build":["libtest-differences-perl"],"run":["libtest-differences-perl"]},"dnf":{"build":["perl-Test-Differences"],"run":["perl-Test-Differences"]},"openbsd":["devel/p5-Test-Differences"]},"perl-test-distribution":{"apt":{"build":["libtest-distribution-perl"],"run":["libtest-distribution-perl"]},"dnf":{"build":["perl-Test-Distribution"],"run":["perl-Test-Distribution"]},"openbsd":["devel/p5-Test-Distribution"]},"perl-test-exception":{"apt":{"build":["libtest-exception-perl"],"run":["libtest-exception-perl"]},"dnf":{"build":["perl-Test-Exception"],"run":["perl-Test-Exception"]},"openbsd":["devel/p5-Test-Exception"]},"perl-test-fatal":{"apt":{"build":["libtest-fatal-perl"],"run":["libtest-fatal-perl"]},"dnf":{"build":["perl-Test-Fatal"],"run":["perl-Test-Fatal"]},"openbsd":["devel/p5-Test-Fatal"]},"perl-test-harness":{"apt":{"build":["libtest-harness-perl"],"run":["libtest-harness-perl"]},"dnf":{"build":["perl-Test-Harness"],"run":["perl-Test-Harness"]},"openbsd":["devel/p5-Test-Harness"]},"perl-test-leaktrace":{"apt":{"build":["libtest-leaktrace-perl"],"run":["libtest-leaktrace-perl"]},"dnf":{"build":["perl-Test-LeakTrace"],"run":["perl-Test-LeakTrace"]},"openbsd":["devel/p5-Test-LeakTrace"]},"perl-test-longstring":{"apt":{"build":["libtest-longstring-perl"],"run":["libtest-longstring-perl"]},"dnf":{"build":["perl-Test-LongString"],"run":["perl-Test-LongString"]},"openbsd":["devel/p5-Test-LongString"]},"perl-test-manifest":{"apt":{"build":["libtest-manifest-perl"],"run":["libtest-manifest-perl"]},"dnf":{"build":["perl-Test-Manifest"],"run":["perl-Test-Manifest"]},"openbsd":["devel/p5-Test-Manifest"]},"perl-test-memory-cycle":{"apt":{"build":["libtest-memory-cycle-perl"],"run":["libtest-memory-cycle-perl"]},"dnf":{"build":["perl-Test-Memory-Cycle"],"run":["perl-Test-Memory-Cycle"]},"openbsd":["devel/p5-Test-Memory-Cycle"]},"perl-test-mockmodule":{"apt":{"build":["libtest-mockmodule-perl"],"run":["libtest-mockmodule-perl"]},"dnf":{"build":["perl-Test-MockModule"],"run":["perl-Test-MockModule"]},"openbsd":["devel/p5-Test-MockModule"]},"perl-test-mockobject":{"apt":{"build":["libtest-mockobject-perl"],"run":["libtest-mockobject-perl"]},"dnf":{"build":["perl-Test-MockObject"],"run":["perl-Test-MockObject"]},"openbsd":["devel/p5-Test-MockObject"]},"perl-test-mocktime":{"apt":{"build":["libtest-mocktime-perl"],"run":["libtest-mocktime-perl"]},"dnf":{"build":["perl-Test-MockTime"],"run":["perl-Test-MockTime"]},"openbsd":["devel/p5-Test-MockTime"]},"perl-test-most":{"apt":{"build":["libtest-most-perl"],"run":["libtest-most-perl"]},"dnf":{"build":["perl-Test-Most"],"run":["perl-Test-Most"]},"openbsd":["devel/p5-Test-Most"]},"perl-test-nowarnings":{"apt":{"build":["libtest-nowarnings-perl"],"run":["libtest-nowarnings-perl"]},"dnf":{"build":["perl-Test-NoWarnings"],"run":["perl-Test-NoWarnings"]},"openbsd":["devel/p5-Test-NoWarnings"]},"perl-test-output":{"apt":{"build":["libtest-output-perl"],"run":["libtest-output-perl"]},"dnf":{"build":["perl-Test-Output"],"run":["perl-Test-Output"]},"openbsd":["devel/p5-Test-Output"]},"perl-test-pod":{"apt":{"build":["libtest-pod-perl"],"run":["libtest-pod-perl"]},"dnf":{"build":["perl-Test-Pod"],"run":["perl-Test-Pod"]},"openbsd":["devel/p5-Test-Pod"]},"perl-test-pod-coverage":{"apt":{"build":["libtest-pod-coverage-perl"],"run":["libtest-pod-coverage-perl"]},"dnf":{"build":["perl-Test-Pod-Coverage"],"run":["perl-Test-Pod-Coverage"]},"openbsd":["devel/p5-Test-Pod-Coverage"]},"perl-test-requires":{"apt":{"build":["libtest-requires-perl"],"run":["libtest-requires-perl"]},"dnf":{"build":["perl-Test-Requires"],"run":["perl-Test-Requires"]},"openbsd":["devel/p5-Test-Requires"]},"perl-test-sharedfork":{"apt":{"build":["libtest-sharedfork-perl"],"run":["libtest-sharedfork-perl"]},"dnf":{"build":["perl-Test-SharedFork"],"run":["perl-Test-SharedFork"]},"openbsd":["devel/p5-Test-SharedFork"]},"perl-test-spelling":{"apt":{"build":["libtest-spelling-perl"],"run":["libtest-spelling-perl"]},"dnf":{"build":["perl-Test-Spelling"],"run":["perl-Test-Spelling"]},"openbsd":["devel/p5-Test-Spelling"]},"perl-test-taint":{"apt":{"build":["libtest-taint-perl"],"run":["libtest-taint-perl"]},"dnf":{"build":["perl-Test-Taint"],"run":["perl-Test-Taint"]},"openbsd":["devel/p5-Test-Taint"]},"perl-test-tcp":{"apt":{"build":["libtest-tcp-perl"],"run":["libtest-tcp-perl"]},"dnf":{"build":["perl-Test-TCP"],"run":["perl-Test-TCP"]},"openbsd":["net/p5-Test-TCP"]},"perl-test-trap":{"apt":{"build":["libtest-trap-perl"],"run":["libtest-trap-perl"]},"dnf":{"build":["perl-Test-Trap"],"run":["perl-Test-Trap"]},"openbsd":["devel/p5-Test-Trap"]},"perl-test-warn":{"apt":{"build":["libtest-warn-perl"],"run":["libtest-warn-perl"]},"dnf":{"build":["perl-Test-Warn"],"run":["perl-Test-Warn"]},"openbsd":["devel/p5-Test-Warn"]},"perl-test-warnings":{"apt":{"build":["libtest-warnings-perl"],"run":["libtest-warnings-perl"]},"dnf":{"build":["perl-Test-Warnings"],"run":["perl-Test-Warnings"]},"openbsd":["devel/p5-Test-Warnings"]},"perl-test-www-mechanize-catalyst":{"apt":{"build":["libtest-www-mechanize-catalyst-perl"],"run":["libtest-www-mechanize-catalyst-perl"]},"dnf":{"build":["perl-Test-WWW-Mechanize-Catalyst"],"run":["perl-Test-WWW-Mechanize-Catalyst"]},"openbsd":["devel/p5-Test-WWW-Mechanize-Catalyst"]},"perl-text-autoformat":{"apt":{"build":["libtext-autoformat-perl"],"run":["libtext-autoformat-perl"]},"dnf":{"build":["perl-Text-Autoformat"],"run":["perl-Text-Autoformat"]},"openbsd":["textproc/p5-Text-Autoformat"]},"perl-text-csv":{"apt":{"build":["libtext-csv-perl"],"run":["libtext-csv-perl"]},"dnf":{"build":["perl-Text-CSV"],"run":["perl-Text-CSV"]},"openbsd":["textproc/p5-Text-CSV"]},"perl-text-diff":{"apt":{"build":["libtext-diff-perl"],"run":["libtext-diff-perl"]},"dnf":{"build":["perl-Text-Diff"],"run":["perl-Text-Diff"]},"openbsd":["textproc/p5-Text-Diff"]},"perl-text-markdown":{"apt":{"build":["libtext-markdown-perl"],"run":["libtext-markdown-perl"]},"dnf":{"build":["perl-Text-Markdown"],"run":["perl-Text-Markdown"]},"openbsd":["textproc/p5-Text-Markdown"]},"perl-text-template":{"apt":{"build":["libtext-template-perl"],"run":["libtext-template-perl"]},"dnf":{"build":["perl-Text-Template"],"run":["perl-Text-Template"]},"openbsd":["textproc/p5-Text-Template"]},"perl-tie-ixhash":{"apt":{"build":["libtie-ixhash-perl"],"run":["libtie-ixhash-perl"]},"dnf":{"build":["perl-Tie-IxHash"],"run":["perl-Tie-IxHash"]},"openbsd":["devel/p5-Tie-IxHash"]},"perl-timedate":{"apt":{"build":["libtimedate-perl"],"run":["libtimedate-perl"]},"apk":{"build":["perl-timedate"],"run":["perl-timedate"]},"dnf":{"build":["perl-TimeDate"],"run":["perl-TimeDate"]},"openbsd":["devel/p5-Time-TimeDate"]},"perl-tk":{"apt":{"build":["perl-tk"],"run":["perl-tk"]},"dnf":{"build":["perl-Tk"],"run":["perl-Tk"]},"openbsd":["x11/p5-Tk"]},"perl-tree-simple":{"apt":{"build":["libtree-simple-perl"],"run":["libtree-simple-perl"]},"dnf":{"build":["perl-Tree-Simple"],"run":["perl-Tree-Simple"]},"openbsd":["devel/p5-Tree-Simple"]},"perl-try-tiny":{"apt":{"build":["libtry-tiny-perl"],"run":["libtry-tiny-perl"]},"dnf":{"build":["perl-Try-Tiny"],"run":["perl-Try-Tiny"]},"openbsd":["devel/p5-Try-Tiny"]},"perl-type-tiny":{"apt":{"build":["libtype-tiny-perl"],"run":["libtype-tiny-perl"]},"dnf":{"build":["perl-Type-Tiny"],"run":["perl-Type-Tiny"]},"openbsd":["devel/p5-Type-Tiny"]},"perl-unicode-map":{"apt":{"build":["libunicode-map-perl"],"run":["libunicode-map-perl"]},"dnf":{"build":["perl-Unicode-Map"],"run":["perl-Unicode-Map"]},"openbsd":["converters/p5-Unicode-Map"]},"perl-unicode-map8":{"apt":{"build":["libunicode-map8-perl"],"run":["libunicode-map8-perl"]},"dnf":{"build":["perl-Unicode-Map8"],"run":["perl-Unicode-Map8"]},"openbsd":["converters/p5-Unicode-Map8"]},"perl-unicode-string":{"apt":{"build":["libunicode-string-perl"],"run":["libunicode-string-perl"]},"dnf":{"build":["perl-Unicode-String"],"run":["perl-Unicode-String"]},"openbsd":["converters/p5-Unicode-String"]},"perl-universal-require":{"apt":{"build":["libuniversal-require-perl"],"run":["libuniversal-require-perl"]},"dnf":{"build":["perl-Universal-require"],"run":["perl-Universal-require"]},"openbsd":["devel/p5-Universal-require"]},"perl-unix-syslog":{"apt":{"build":["libunix-syslog-perl"],"run":["libunix-syslog-perl"]},"dnf":{"build":["perl-Unix-Syslog"],"run":["perl-Unix-Syslog"]},"openbsd":["sysutils/p5-Unix-Syslog"]},"perl-uri":{"apt":{"build":["liburi-perl"],"run":["liburi-perl"]},"dnf":{"build":["perl-URI"],"run":["perl-URI"]},"gobolinux":["Perl-URI"],"openbsd":["www/p5-URI"]},"perl-uri-find":{"apt":{"build":["liburi-find-perl"],"run":["liburi-find-perl"]},"dnf":{"build":["perl-URI-Find"],"run":["perl-URI-Find"]},"openbsd":["www/p5-URI-Find"]},"perl-www-mechanize":{"apt":{"build":["libwww-mechanize-perl"],"run":["libwww-mechanize-perl"]},"dnf":{"build":["perl-WWW-Mechanize"],"run":["perl-WWW-Mechanize"]},"openbsd":["www/p5-WWW-Mechanize"]},"perl-www-shorten":{"apt":{"build":["libwww-shorten-perl"],"run":["libwww-shorten-perl"]},"dnf":{"build":["perl-WWW-Shorten"],"run":["perl-WWW-Shorten"]},"openbsd":["www/p5-WWW-Shorten"]},"perl-xml-dom":{"apt":{"build":["libxml-dom-perl"],"run":["libxml-dom-perl"]},"dnf":{"build":["perl-XML-DOM"],"run":["perl-XML-DOM"]},"openbsd":["textproc/p5-XML-DOM"]},"perl-xml-libxml":{"apt":{"build":["libxml-libxml-perl"],"run":["libxml-libxml-perl"]},"dnf":{"build":["perl-XML-LibXML"],"run":["perl-XML-LibXML"]},"openbsd":["textproc/p5-XML-LibXML"]},"perl-xml-namespacesupport":{"apt":{"build":["libxml-namespacesupport-perl"],"run":["libxml-namespacesupport-perl"]},"dnf":{"build":["perl-XML-NamespaceSupport"],"run":["perl-XML-NamespaceSupport"]},"openbsd":["textproc/p5-XML-NamespaceSupport"]},"perl-xml-parser":{"apt":{"build":["libxml-parser-perl"],"run":["libxml-parser-perl"]},"dnf":{"build":["perl-XML-Parser"],"run":["perl-XML-Parser"]},"gobolinux":["Perl-XML-Parser"],"openbsd":["textproc/p5-XML-Parser"]},"perl-xml-rss":{"apt":{"build":["libxml-rss-perl"],"run":["libxml-rss-perl"]},"dnf":{"build":["perl-XML-RSS"],"run":["perl-XML-RSS"]},"openbsd":["textproc/p5-XML-RSS"]},"perl-xml-sax":{"apt":{"build":["libxml-sax-perl"],"run":["libxml-sax-perl"]},"dnf":{"build":["perl-XML-SAX"],"run":["perl-XML-SAX"]},"openbsd":["textproc/p5-XML-SAX"]},"perl-xml-sax-writer":{"apt":{"build":["libxml-sax-writer-perl"],"run":["libxml-sax-writer-perl"]},"dnf":{"build":["perl-XML-SAX-Writer"],"run":["perl-XML-SAX-Writer"]},"openbsd":["textproc/p5-XML-SAX-Writer"]},"perl-xml-simple":{"apt":{"build":["libxml-simple-perl"],"run":["libxml-simple-perl"]},"dnf":{"build":["perl-XML-Simple"],"run":["perl-XML-Simple"]},"gobolinux":["Perl-XML-Simple"],"openbsd":["textproc/p5-XML-Simple"]},"perl-xml-treepp":{"apt":{"build":["libxml-treepp-perl"],"run":["libxml-treepp-perl"]},"dnf":{"build":["perl-XML-TreePP"],"run":["perl-XML-TreePP"]},"openbsd":["textproc/p5-XML-TreePP"]},"perl-xml-twig":{"apt":{"build":["libxml-twig-perl"],"run":["libxml-twig-perl"]},"dnf":{"build":["perl-XML-Twig"],"run":["perl-XML-Twig"]},"openbsd":["textproc/p5-XML-Twig"]},"perl-xml-writer":{"apt":{"build":["libxml-writer-perl"],"run":["libxml-writer-perl"]},"apk":{"build":["perl-xml-writer"],"run":["perl-xml-writer"]},"dnf":{"build":["perl-XML-Writer"],"run":["perl-XML-Writer"]},"gobolinux":["Perl-XML-Writer"],"openbsd":["textproc/p5-XML-Writer"]},"perl-xml-xpath":{"apt":{"build":["libxml-xpath-perl"],"run":["libxml-xpath-perl"]},"dnf":{"build":["perl-XML-XPath"],"run":["perl-XML-XPath"]},"openbsd":["textproc/p5-XML-XPath"]},"perl-yaml":{"apt":{"build":["libyaml-perl"],"run":["libyaml-perl"]},"dnf":{"build":["perl-YAML"],"run":["perl-YAML"]},"openbsd":["devel/p5-YAML"]},"perl-yaml-syck":{"apt":{"build":["libyaml-syck-perl"],"run":["libyaml-syck-perl"]},"dnf":{"build":["perl-YAML-Syck"],"run":["perl-YAML-Syck"]},"openbsd":["devel/p5-YAML-Syck"]},"perl-yaml-tiny":{"apt":{"build":["libyaml-tiny-perl"],"run":["libyaml-tiny-perl"]},"dnf":{"build":["perl-YAML-Tiny"],"run":["perl-YAML-Tiny"]},"openbsd":["devel/p5-YAML-Tiny"]},"phonon":{"apt":{"build":["libphonon4qt5-dev"],"run":["libphonon4qt5-4"]},"apk":{"build":["phonon-dev"],"run":["phonon"]},"dnf":{"build":["phonon-qt5-devel"],"run":["phonon-qt5"]},"openbsd":["multimedia/phonon"]},"php":{"apt":{"build":["php-cli"],"run":["php-cli"]},"dnf":{"build":["php-cli"],"run":["php-cli"]},"gobolinux":["PHP"],"openbsd":["lang/php"]},"physfs":{"apt":{"build":["libphysfs-dev"],"run":["libphysfs1"]},"apk":{"build":["physfs-dev"],"run":["physfs"]},"dnf":{"build":["physfs-devel"],"run":["physfs"]},"gobolinux":["PhysFS"],"openbsd":["devel/physfs"]},"pidgin":{"apt":{"build":["pidgin-dev"],"run":["pidgin"]},"openbsd":["net/pidgin"]},"pixman":{"apt":{"build":["libpixman-1-dev"],"run":["libpixman-1-0"]},"apk":{"build":["pixman-dev"],"run":["pixman"]},"dnf":{"build":["pixman-devel"],"run":["pixman"]},"gobolinux":["Pixman"]},"pkg-config":{"apt":{"build":["pkg-config"],"run":[]},"apk":{"build":["pkgconf"],"run":[]},"dnf":{"build":["pkgconf-pkg-config"],"run":[]},"gobolinux":["Pkg-Config","Pkgconfig","PkgConfig","PKGConfig","Pkg-config"]},"polkit":{"apt":{"build":["libpolkit-gobject-1-dev"],"run":["libpolkit-gobject-1-0"]},"apk":{"build":["polkit-dev"],"run":["polkit-libs"]},"dnf":{"build":["polkit-devel"],"run":["polkit-libs"]},"gobolinux":["PolKit","Polkit"],"openbsd":["sysutils/polkit"]},"poppler":{"apt":{"build":["libpoppler-dev","libpoppler-glib-dev"],"run":["libpoppler126","libpoppler-glib8"]},"apk":{"build":["poppler-dev"],"run":["poppler","poppler-glib"]},"dnf":{"build":["poppler-devel","poppler-glib-devel"],"run":["poppler","poppler-glib"]},"gobolinux":["Poppler"],"openbsd":["print/poppler"]},"popt":{"apt":{"build":["libpopt-dev"],"run":["libpopt0"]},"apk":{"build":["popt-dev"],"run":["popt"]},"dnf":{"build":["popt-devel"],"run":["popt"]},"gobolinux":["Popt"],"openbsd":["devel/popt"]},"portaudio":{"apt":{"build":["portaudio19-dev"],"run":["libportaudio2"]},"apk":{"build":["portaudio-dev"],"run":["portaudio"]},"dnf":{"build":["portaudio-devel"],"run":["portaudio"]},"gobolinux":["PortAudio"],"openbsd":["audio/portaudio-svn"]},"portmidi":{"apt":{"build":["libportmidi-dev"],"run":["libportmidi0"]},"apk":{"build":["portmidi-dev"],"run":["portmidi"]},"dnf":{"build":["portmidi-devel"],"run":["portmidi"]},"gobolinux":["PortMidi"],"openbsd":["audio/portmidi"]},"postgresql":{"apt":{"build":["libpq-dev"],"run":["libpq5"]},"apk":{"build":["libpq-dev"],"run":["libpq"]},"dnf":{"build":["libpq-devel"],"run":["libpq"]},"gobolinux":["PostgreSQL"],"openbsd":["databases/postgresql"]},"proj":{"apt":{"build":["libproj-dev"],"run":["libproj25"]},"apk":{"build":["proj-dev"],"run":["proj"]},"dnf":{"build":["proj-devel"],"run":["proj"]},"gobolinux":["PROJ"],"openbsd":["geo/proj"]},"protobuf":{"apt":{"build":["libprotobuf-dev","protobuf-compiler"],"run":["libprotobuf32"],"on":{"debian-11":{"run":["libprotobuf23"]},"ubuntu-22.04":{"run":["libprotobuf23"]}}},"apk":{"build":["protobuf-dev"],"run":["libprotobuf"]},"dnf":{"build":["protobuf-devel","protobuf-compiler"],"run":["protobuf"]},"gobolinux":["Protobuf"],"openbsd":["devel/protobuf"]},"pulseaudio":{"apt":{"build":["libpulse-dev"],"run":["libpulse0"]},"apk":{"build":["pulseaudio-dev"],"run":["libpulse"]},"dnf":{"build":["pulseaudio-libs-devel"],"run":["pulseaudio-libs"]},"gobolinux":["PulseAudio"],"openbsd":["audio/pulseaudio"]},"pygame":{"apt":{"build":["python3-pygame"],"run":["python3-pygame"]},"apk":{"build":["py3-pygame"],"run":["py3-pygame"]},"dnf":{"build":["python3-pygame"],"run":["python3-pygame"]},"gobolinux":["PyGame"],"openbsd":["devel/pygame"]},"pygobject":{"apt":{"build":["python3-gi","python-gi-dev"],"run":["python3-gi"]},"apk":{"build":["py3-gobject3","py3-gobject3-dev"],"run":["py3-gobject3"]},"dnf":{"build":["python3-gobject","python3-gobject-devel"],"run":["python3-gobject"]},"gobolinux":["PyGObject"],"openbsd":["devel/py-gobject3"]},"python":{"apt":{"build":["python-is-python3","python3-dev"],"run":["python-is-python3"]},"apk":{"build":["python3","python3-dev"],"run":["python3"]},"dnf":{"build":["python-unversioned-command","python3-devel"],"run":["python-unversioned-command"]}},"python-babel":{"apt":{"build":["python3-babel"],"run":["python3-babel"]},"dnf":{"build":["python3-babel"],"run":["python3-babel"]},"openbsd":["devel/py-babel"]},"python-cairo":{"apt":{"build":["python3-cairo"],"run":["python3-cairo"]},"dnf":{"build":["python3-cairo"],"run":["python3-cairo"]},"openbsd":["graphics/py-cairo"]},"python-chardet":{"apt":{"build":["python3-chardet"],"run":["python3-chardet"]},"openbsd":["textproc/py-chardet"]},"python-cheetah":{"apt":{"build":["python3-cheetah"],"run":["python3-cheetah"]},"openbsd":["devel/py-cheetah"]},"python-configobj":{"apt":{"build":["python3-configobj"],"run":["python3-configobj"]},"openbsd":["devel/py-configobj"]},"python-coverage":{"apt":{"build":["python3-coverage"],"run":["python3-coverage"]},"dnf":{"build":["python3-coverage"],"run":["python3-coverage"]},"openbsd":["devel/py-coverage"]},"python-dateutil":{"apt":{"build":["python3-dateutil"],"run":["python3-dateutil"]},"dnf":{"build":["python3-dateutil"],"run":["python3-dateutil"]},"openbsd":["devel/py-dateutil"]},"python-decorator":{"apt":{"build":["python3-decorator"],"run":["python3-decorator"]},"dnf":{"build":["python3-decorator"],"run":["python3-decorator"]},"openbsd":["devel/py-decorator"]},"python-dns":{"apt":{"build":["python3-dns"],"run":["python3-dns"]},"openbsd":["net/py-dns"]},"python-dnspython":{"apt":{"build":["python3-dnspython"],"run":["python3-dnspython"]},"openbsd":["net/py-dnspython"]},"python-docutils":{"apt":{"build":["python3-docutils"],"run":["python3-docutils"]},"dnf":{"build":["python3-docutils"],"run":["python3-docutils"]},"openbsd":["textproc/py-docutils"]},"python-feedparser":{"apt":{"build":["python3-feedparser"],"run":["python3-feedparser"]},"openbsd":["textproc/py-feedparser"]},"python-flask":{"apt":{"build":["python3-flask"],"run":["python3-flask"]},"dnf":{"build":["python3-flask"],"run":["python3-flask"]},"openbsd":["www/py-flask"]},"python-genshi":{"apt":{"build":["python3-genshi"],"run":["python3-genshi"]},"openbsd":["www/py-genshi"]},"python-gevent":{"apt":{"build":["python3-gevent"],"run":["python3-gevent"]},"openbsd":["devel/py-gevent"]},"python-greenlet":{"apt":{"build":["python3-greenlet"],"run":["python3-greenlet"]},"openbsd":["devel/py-greenlet"]},"python-html2text":{"apt":{"build":["python3-html2text"],"run":["python3-html2text"]},"openbsd":["converters/py-html2text"]},"python-httplib2":{"apt":{"build":["python3-httplib2"],"run":["python3-httplib2"]},"dnf":{"build":["python3-httplib2"],"run":["python3-httplib2"]},"openbsd":["www/py-httplib2"]},"python-ipykernel":{"apt":{"build":["python3-ipykernel"],"run":["python3-ipykernel"]},"openbsd":["devel/py-ipykernel"]},"python-iso8601":{"apt":{"build":["python3-iso8601"],"run":["python3-iso8601"]},"openbsd":["textproc/py-iso8601"]},"python-jinja2":{"apt":{"build":["python3-jinja2"],"run":["python3-jinja2"]},"apk":{"build":["py3-jinja2"],"run":["py3-jinja2"]},"dnf":{"build":["python3-jinja2"],"run":["python3-jinja2"]},"openbsd":["www/py-jinja2"]},"python-ldap":{"apt":{"build":["python3-ldap"],"run":["python3-ldap"]},"openbsd":["databases/py-ldap"]},"python-lockfile":{"apt":{"build":["python3-lockfile"],"run":["python3-lockfile"]},"apk":{"build":["py3-lockfile"],"run":["py3-lockfile"]},"dnf":{"build":["python3-lockfile"],"run":["python3-lockfile"]},"openbsd":["sysutils/py-lockfile"]},"python-lxml":{"apt":{"build":["python3-lxml"],"run":["python3-lxml"]},"apk":{"build":["py3-lxml"],"run":["py3-lxml"]},"dnf":{"build":["python3-lxml"],"run":["python3-lxml"]},"openbsd":["textproc/py-lxml"]},"python-mako":{"apt":{"build":["python3-mako"],"run":["python3-mako"]},"openbsd":["www/py-mako"]},"python-markupsafe":{"apt":{"build":["python3-markupsafe"],"run":["python3-markupsafe"]},"openbsd":["textproc/py-MarkupSafe"]},"python-matplotlib":{"apt":{"build":["python3-matplotlib"],"run":["python3-matplotlib"]},"apk":{"build":["py3-matplotlib"],"run":["py3-matplotlib"]},"dnf":{"build":["python3-matplotlib"],"run":["python3-matplotlib"]},"openbsd":["graphics/py-matplotlib"]},"python-mock":{"apt":{"build":["python3-mock"],"run":["python3-mock"]},"apk":{"build":["py3-mock"],"run":["py3-mock"]},"dnf":{"build":["python3-mock"],"run":["python3-mock"]},"openbsd":["devel/py-mock"]},"python-msgpack":{"apt":{"build":["python3-msgpack"],"run":["python3-msgpack"]},"dnf":{"build":["python3-msgpack"],"run":["python3-msgpack"]},"openbsd":["net/py-msgpack"]},"python-mutagen":{"apt":{"build":["python3-mutagen"],"run":["python3-mutagen"]},"openbsd":["audio/py-mutagen"]},"python-netifaces":{"apt":{"build":["python3-netifaces"],"run":["python3-netifaces"]},"apk":{"build":["py3-netifaces"],"run":["py3-netifaces"]},"dnf":{"build":["python3-netifaces"],"run":["python3-netifaces"]},"openbsd":["net/py-netifaces"]},"python-nose":{"apt":{"build":["python3-nose"],"run":["python3-nose"]},"dnf":{"build":["python3-nose"],"run":["python3-nose"]},"openbsd":["devel/py-nose"]},"python-numpy":{"apt":{"build":["python3-numpy"],"run":["python3-numpy"]},"apk":{"build":["py3-numpy"],"run":["py3-numpy"]},"dnf":{"build":["python3-numpy"],"run":["python3-numpy"]},"openbsd":["math/py-numpy"]},"python-opengl":{"apt":{"build":["python3-opengl"],"run":["python3-opengl"]},"dnf":{"build":["python3-pyopengl"],"run":["python3-pyopengl"]},"openbsd":["graphics/py-opengl"]},"python-openssl":{"apt":{"build":["python3-openssl"],"run":["python3-openssl"]},"openbsd":["security/py-openssl"]},"python-paramiko":{"apt":{"build":["python3-paramiko"],"run":["python3-paramiko"]},"dnf":{"build":["python3-paramiko"],"run":["python3-paramiko"]},"openbsd":["security/py-paramiko"]},"python-paste":{"apt":{"build":["python3-paste"],"run":["python3-paste"]},"openbsd":["www/py-paste"]},"python-pbr":{"apt":{"build":["python3-pbr"],"run":["python3-pbr"]},"openbsd":["devel/py-pbr"]},"python-pexpect":{"apt":{"build":["python3-pexpect"],"run":["python3-pexpect"]},"dnf":{"build":["python3-pexpect"],"run":["python3-pexpect"]},"openbsd":["devel/py-pexpect"]},"python-pillow":{"apt":{"build":["python3-pil"],"run":["python3-pil"]},"apk":{"build":["py3-pillow"],"run":["py3-pillow"]},"dnf":{"build":["python3-pillow"],"run":["python3-pillow"]},"openbsd":["graphics/py-Pillow"]},"python-pip":{"apt":{"build":["python3-pip"],"run":[]},"apk":{"build":["py3-pip"],"run":[]},"dnf":{"build":["python3-pip"],"run":[]},"gobolinux":["PIP3","PIP"],"openbsd":["devel/py-pip"]},"python-prettytable":{"apt":{"build":["python3-prettytable"],"run":["python3-prettytable"]},"dnf":{"build":["python3-prettytable"],"run":["python3-prettytable"]},"openbsd":["textproc/py-prettytable"]},"python-psutil":{"apt":{"build":["python3-psutil"],"run":["python3-psutil"]},"apk":{"build":["py3-psutil"],"run":["py3-psutil"]},"dnf":{"build":["python3-psutil"],"run":["python3-psutil"]},"openbsd":["sysutils/py-psutil"]},"python-psycopg2":{"apt":{"build":["python3-psycopg2"],"run":["python3-psycopg2"]},"dnf":{"build":["python3-psycopg2"],"run":["python3-psycopg2"]},"openbsd":["databases/py-psycopg2"]},"python-py":{"apt":{"build":["python3-py"],"run":["python3-py"]},"openbsd":["devel/py-py"]},"python-pygments":{"apt":{"build":["python3-pygments"],"run":["python3-pygments"]},"apk":{"build":["py3-pygments"],"run":["py3-pygments"]},"dnf":{"build":["python3-pygments"],"run":["python3-pygments"]},"openbsd":["textproc/py-pygments"]},"python-pytest":{"apt":{"build":["python3-pytest"],"run":[]},"apk":{"build":["py3-pytest"],"run":[]},"dnf":{"build":["python3-pytest"],"run":[]},"openbsd":["devel/py-test"]},"python-reportlab":{"apt":{"build":["python3-reportlab"],"run":["python3-reportlab"]},"dnf":{"build":["python3-reportlab"],"run":["python3-reportlab"]},"openbsd":["print/py-reportlab"]},"python-requests":{"apt":{"build":["python3-requests"],"run":["python3-requests"]},"dnf":{"build":["python3-requests"],"run":["python3-requests"]},"openbsd":["www/py-requests"]},"python-routes":{"apt":{"build":["python3-routes"],"run":["python3-routes"]},"openbsd":["www/py-routes"]},"python-simplejson":{"apt":{"build":["python3-simplejson"],"run":["python3-simplejson"]},"dnf":{"build":["python3-simplejson"],"run":["python3-simplejson"]},"openbsd":["devel/py-simplejson"]},"python-sip":{"apt":{"build":["python3-sip"],"run":["python3-sip"]},"openbsd":["devel/py-sip"]},"python-six":{"apt":{"build":["python3-six"],"run":["python3-six"]},"dnf":{"build":["python3-six"],"run":["python3-six"]},"openbsd":["devel/py-six"]},"python-sphinx":{"apt":{"build":["python3-sphinx"],"run":["python3-sphinx"]},"dnf":{"build":["python3-sphinx"],"run":["python3-sphinx"]},"openbsd":["textproc/py-sphinx"]},"python-sqlalchemy":{"apt":{"build":["python3-sqlalchemy"],"run":["python3-sqlalchemy"]},"dnf":{"build":["python3-sqlalchemy"],"run":["python3-sqlalchemy"]},"openbsd":["databases/py-sqlalchemy"]},"python-sqlobject":{"apt":{"build":["python3-sqlobject"],"run":["python3-sqlobject"]},"openbsd":["databases/py-sqlobject"]},"python-tempita":{"apt":{"build":["python3-tempita"],"run":["python3-tempita"]},"openbsd":["www/py-tempita"]},"python-tornado":{"apt":{"build":["python3-tornado"],"run":["python3-tornado"]},"dnf":{"build":["python3-tornado"],"run":["python3-tornado"]},"openbsd":["www/py-tornado"]},"python-traitlets":{"apt":{"build":["python3-traitlets"],"run":["python3-traitlets"]},"openbsd":["devel/py-traitlets"]},"python-twisted":{"apt":{"build":["python3-twisted"],"run":["python3-twisted"]},"dnf":{"build":["python3-twisted"],"run":["python3-twisted"]},"openbsd":["devel/py-twisted/core"]},"python-tz":{"apt":{"build":["python3-tz"],"run":["python3-tz"]},"apk":{"build":["py3-tz"],"run":["py3-tz"]},"dnf":{"build":["python3-pytz"],"run":["python3-pytz"]},"openbsd":["devel/py-tz"]},"python-unittest2":{"apt":{"build":["python3-unittest2"],"run":["python3-unittest2"]},"openbsd":["devel/py-unittest2"]},"python-urwid":{"apt":{"build":["python3-urwid"],"run":["python3-urwid"]},"dnf":{"build":["python3-urwid"],"run":["python3-urwid"]},"openbsd":["devel/py-urwid"]},"python-virtualenv":{"apt":{"build":["python3-virtualenv"],"run":["python3-virtualenv"]},"openbsd":["devel/py-virtualenv"]},"python-webob":{"apt":{"build":["python3-webob"],"run":["python3-webob"]},"openbsd":["www/py-webob"]},"python-webtest":{"apt":{"build":["python3-webtest"],"run":["python3-webtest"]},"openbsd":["www/py-webtest"]},"python-xdg":{"apt":{"build":["python3-xdg"],"run":["python3-xdg"]},"openbsd":["devel/py-xdg"]},"python-yaml":{"apt":{"build":["python3-yaml"],"run":["python3-yaml"]},"apk":{"build":["py3-yaml"],"run":["py3-yaml"]},"dnf":{"build":["python3-PyYAML"],"run":["python3-PyYAML"]},"openbsd":["textproc/py-yaml"]},"python-yenc":{"apt":{"build":["python3-yenc"],"run":["python3-yenc"]},"openbsd":["news/py-yenc"]},"python-zmq":{"apt":{"build":["python3-zmq"],"run":["python3-zmq"]},"dnf":{"build":["python3-zmq"],"run":["python3-zmq"]},"openbsd":["net/py-zmq"]},"python3":{"apt":{"build":["python3","python3-dev","python3-venv"],"run":["python3"]},"apk":{"build":["python3","python3-dev"],"run":["python3"]},"dnf":{"build":["python3","python3-devel"],"run":["python3"]},"gobolinux":["Python","Python3"],"openbsd":["lang/python/3"]},"qca2":{"apt":{"build":["libqca-qt5-2-dev"],"run":["libqca-qt5-2"]},"apk":{"build":["qca-dev"],"run":["qca"]},"dnf":{"build":["qca-qt5-devel"],"run":["qca-qt5"]},"gobolinux":["QCA"],"openbsd":["security/qca2"]},"qt5":{"apt":{"build":["qtbase5-dev"],"run":["libqt5core5a","libqt5gui5","libqt5widgets5","libqt5network5"]},"apk":{"build":["qt5-qtbase-dev"],"run":["qt5-qtbase"]},"dnf":{"build":["qt5-qtbase-devel"],"run":["qt5-qtbase","qt5-qtbase-gui"]},"gobolinux":["Qt5"],"openbsd":["x11/qt5/qtbase"]},"qt6":{"apt":{"build":["qt6-base-dev"],"run":["libqt6core6","libqt6gui6","libqt6widgets6","libqt6network6"]},"apk":{"build":["qt6-qtbase-dev"],"run":["qt6-qtbase"]},"dnf":{"build":["qt6-qtbase-devel"],"run":["qt6-qtbase","qt6-qtbase-gui"]},"gobolinux":["Qt6"],"openbsd":["x11/qt6/qtbase"]},"raptor":{"apt":{"build":["libraptor2-dev"],"run":["libraptor2-0"]},"apk":{"build":["raptor2-dev"],"run":["raptor2"]},"dnf":{"build":["raptor2-devel"],"run":["raptor2"]},"gobolinux":["Raptor"],"openbsd":["textproc/raptor"]},"rasqal":{"apt":{"build":["librasqal3-dev"],"run":["librasqal3"]},"apk":{"build":["rasqal-dev"],"run":["rasqal"]},"dnf":{"build":["rasqal-devel"],"run":["rasqal"]},"gobolinux":["Rasqal"],"openbsd":["textproc/rasqal"]},"readline":{"apt":{"build":["libreadline-dev"],"run":["libreadline8"]},"apk":{"build":["readline-dev"],"run":["readline"]},"dnf":{"build":["readline-devel"],"run":["readline"]},"gobolinux":["Readline"],"openbsd":["devel/readline"]},"rrdtool":{"apt":{"build":["librrd-dev"],"run":["librrd8"]},"apk":{"build":["rrdtool-dev"],"run":["librrd"]},"dnf":{"build":["rrdtool-devel"],"run":["rrdtool"]},"gobolinux":["RRDTool"],"openbsd":["net/rrdtool"]},"rsync":{"apt":{"build":["rsync"],"run":["rsync"]},"apk":{"build":["rsync"],"run":["rsync"]},"dnf":{"build":["rsync"],"run":["rsync"]},"gobolinux":["RSync","Rsync"],"openbsd":["net/rsync"]},"ruby":{"apt":{"build":["ruby","ruby-dev"],"run":["ruby"]},"apk":{"build":["ruby","ruby-dev"],"run":["ruby"]},"dnf":{"build":["ruby","ruby-devel"],"run":["ruby"]},"gobolinux":["Ruby"],"openbsd":["lang/ruby/2.2"]},"samba":{"apt":{"build":["libsmbclient-dev"],"run":["libsmbclient"]},"apk":{"build":["samba-dev"],"run":["samba-client-libs"]},"dnf":{"build":["libsmbclient-devel"],"run":["libsmbclient"]},"gobolinux":["Samba"],"openbsd":["net/samba"]},"sane-backends":{"apt":{"build":["libsane-dev"],"run":["libsane1"]},"apk":{"build":["sane-dev"],"run":["sane"]},"dnf":{"build":["sane-backends-devel"],"run":["sane-backends-libs"]},"gobolinux":["Sane-Backends"],"openbsd":["graphics/sane-backends"]},"scons":{"apt":{"build":["scons"],"run":[]},"apk":{"build":["scons"],"run":[]},"dnf":{"build":["python3-scons"],"run":[]},"gobolinux":["SCons","PIP3-SCons"],"openbsd":["devel/scons"]},"screen":{"apt":{"build":["screen"],"run":["screen"]},"apk":{"build":["screen"],"run":["screen"]},"dnf":{"build":["screen"],"run":["screen"]},"gobolinux":["Screen"]},"sdl":{"apt":{"build":["libsdl1.2-dev"],"run":["libsdl1.2debian"]},"apk":{"build":["sdl12-compat-dev"],"run":["sdl12-compat"]},"dnf":{"build":["sdl12-compat-devel"],"run":["sdl12-compat"]},"gobolinux":["SDL"],"openbsd":["devel/sdl"]},"sdl-gfx":{"apt":{"build":["libsdl-gfx1.2-dev"],"run":["libsdl-gfx1.2-5"]},"apk":{"build":["sdl_gfx-dev"],"run":["sdl_gfx"]},"dnf":{"build":["SDL_gfx-devel"],"run":["SDL_gfx"]},"gobolinux":["SDL_gfx"],"openbsd":["devel/sdl-gfx"]},"sdl-image":{"apt":{"build":["libsdl-image1.2-dev"],"run":["libsdl-image1.2"]},"apk":{"build":["sdl_image-dev"],"run":["sdl_image"]},"dnf":{"build":["SDL_image-devel"],"run":["SDL_image"]},"gobolinux":["SDL_image"],"openbsd":["devel/sdl-image"]},"sdl-mixer":{"apt":{"build":["libsdl-mixer1.2-dev"],"run":["libsdl-mixer1.2"]},"apk":{"build":["sdl_mixer-dev"],"run":["sdl_mixer"]},"dnf":{"build":["SDL_mixer-devel"],"run":["SDL_mixer"]},"gobolinux":["SDL_mixer"],"openbsd":["devel/sdl-mixer"]},"sdl-net":{"apt":{"build":["libsdl-net1.2-dev"],"run":["libsdl-net1.2"]},"apk":{"build":["sdl_net-dev"],"run":["sdl_net"]},"dnf":{"build":["SDL_net-devel"],"run":["SDL_net"]},"gobolinux":["SDL_net"],"openbsd":["devel/sdl-net"]},"sdl-ttf":{"apt":{"build":["libsdl-ttf2.0-dev"],"run":["libsdl-ttf2.0-0"]},"apk":{"build":["sdl_ttf-dev"],"run":["sdl_ttf"]},"dnf":{"build":["SDL_ttf-devel"],"run":["SDL_ttf"]},"gobolinux":["SDL_ttf"],"openbsd":["devel/sdl-ttf"]},"sdl2":{"apt":{"build":["libsdl2-dev"],"run":["libsdl2-2.0-0"]},"apk":{"build":["sdl2-dev"],"run":["sdl2"]},"dnf":{"build":["SDL2-devel"],"run":["SDL2"]},"gobolinux":["SDL2"],"openbsd":["devel/sdl2"]},"sdl2-image":{"apt":{"build":["libsdl2-image-dev"],"run":["libsdl2-image-2.0-0"]},"apk":{"build":["sdl2_image-dev"],"run":["sdl2_image"]},"dnf":{"build":["SDL2_image-devel"],"run":["SDL2_image"]},"gobolinux":["SDL2_image"],"openbsd":["devel/sdl2-image"]},"sdl2-mixer":{"apt":{"build":["libsdl2-mixer-dev"],"run":["libsdl2-mixer-2.0-0"]},"apk":{"build":["sdl2_mixer-dev"],"run":["sdl2_mixer"]},"dnf":{"build":["SDL2_mixer-devel"],"run":["SDL2_mixer"]},"gobolinux":["SDL2_mixer"],"openbsd":["devel/sdl2-mixer"]},"sdl2-ttf":{"apt":{"build":["libsdl2-ttf-dev"],"run":["libsdl2-ttf-2.0-0"]},"apk":{"build":["sdl2_ttf-dev"],"run":["sdl2_ttf"]},"dnf":{"build":["SDL2_ttf-devel"],"run":["SDL2_ttf"]},"gobolinux":["SDL2_ttf"],"openbsd":["devel/sdl2-ttf"]},"sed":{"apt":{"build":["sed"],"run":["sed"]},"apk":{"build":["sed"],"run":["sed"]},"dnf":{"build":["sed"],"run":["sed"]},"gobolinux":["Sed"],"openbsd":["textproc/gsed"]},"shadow":{"apt":{"build":["passwd"],"run":["passwd"]},"apk":{"build":["shadow"],"run":["shadow"]},"dnf":{"build":["shadow-utils"],"run":["shadow-utils"]},"gobolinux":["Shadow"]},"shared-mime-info":{"apt":{"build":["shared-mime-info"],"run":["shared-mime-info"]},"apk":{"build":["shared-mime-info"],"run":["shared-mime-info"]},"dnf":{"build":["shared-mime-info"],"run":["shared-mime-info"]},"gobolinux":["Shared-Mime-Info"],"openbsd":["misc/shared-mime-info"]},"sharutils":{"apt":{"build":["sharutils"],"run":["sharutils"]},"apk":{"build":["sharutils"],"run":["sharutils"]},"dnf":{"build":["sharutils"],"run":["sharutils"]},"gobolinux":["Sharutils"],"openbsd":["archivers/sharutils"]},"slang":{"apt":{"build":["libslang2-dev"],"run":["libslang2"]},"apk":{"build":["slang-dev"],"run":["slang"]},"dnf":{"build":["slang-devel"],"run":["slang"]},"gobolinux":["SLang","S-Lang","Slang"],"openbsd":["devel/libslang"]},"smpeg":{"apt":{"build":["libsmpeg-dev"],"run":["libsmpeg0"]},"openbsd":["devel/smpeg"]},"snappy":{"apt":{"build":["libsnappy-dev"],"run":["libsnappy1v5"]},"apk":{"build":["snappy-dev"],"run":["snappy"]},"dnf":{"build":["snappy-devel"],"run":["snappy"]},"gobolinux":["Snappy"],"openbsd":["archivers/snappy"]},"sndio":{"apt":{"build":["libsndio-dev"],"run":["libsndio7.0"]},"apk":{"build":["sndio-dev"],"run":["sndio-libs"]},"openbsd":["audio/sndio"]},"sound-theme-freedesktop":{"apt":{"build":["sound-theme-freedesktop"],"run":["sound-theme-freedesktop"]},"dnf":{"build":["sound-theme-freedesktop"],"run":["sound-theme-freedesktop"]},"openbsd":["audio/sound-theme-freedesktop"]},"soundtouch":{"apt":{"build":["libsoundtouch-dev"],"run":["libsoundtouch1"]},"apk":{"build":["soundtouch-dev"],"run":["soundtouch"]},"dnf":{"build":["soundtouch-devel"],"run":["soundtouch"]},"gobolinux":["SoundTouch"],"openbsd":["audio/soundtouch"]},"speex":{"apt":{"build":["libspeex-dev","libspeexdsp-dev"],"run":["libspeex1","libspeexdsp1"]},"apk":{"build":["speex-dev","speexdsp-dev"],"run":["speex","speexdsp"]},"dnf":{"build":["speex-devel","speexdsp-devel"],"run":["speex","speexdsp"]},"gobolinux":["Speex"],"openbsd":["audio/speex"]},"sqlite":{"apt":{"build":["libsqlite3-dev"],"run":["libsqlite3-0"]},"apk":{"build":["sqlite-dev"],"run":["sqlite-libs"]},"dnf":{"build":["sqlite-devel"],"run":["sqlite-libs"]},"gobolinux":["SQLite","SQLite3","Sqlite"],"openbsd":["databases/sqlite3"]},"startup-notification":{"apt":{"build":["libstartup-notification0-dev"],"run":["libstartup-notification0"]},"apk":{"build":["startup-notification-dev"],"run":["startup-notification"]},"dnf":{"build":["startup-notification-devel"],"run":["startup-notification"]},"gobolinux":["Startup-Notification"],"openbsd":["devel/startup-notification"]},"subversion":{"apt":{"build":["libsvn-dev","subversion"],"run":["libsvn1","subversion"]},"apk":{"build":["subversion-dev","subversion"],"run":["subversion-libs","subversion"]},"dnf":{"build":["subversion-devel","subversion"],"run":["subversion-libs","subversion"]},"gobolinux":["Subversion"],"openbsd":["devel/subversion"]},"swig":{"apt":{"build":["swig"],"run":[]},"apk":{"build":["swig"],"run":[]},"dnf":{"build":["swig"],"run":[]},"gobolinux":["SWIG","Swig"],"openbsd":["devel/swig"]},"systemd":{"apt":{"build":["libsystemd-dev"],"run":["libsystemd0"]},"dnf":{"build":["systemd-devel"],"run":["systemd-libs"]},"gobolinux":["Systemd"]},"taglib":{"apt":{"build":["libtag1-dev"],"run":["libtag1v5"]},"apk":{"build":["taglib-dev"],"run":["taglib"]},"dnf":{"build":["taglib-devel"],"run":["taglib"]},"gobolinux":["TagLib"],"openbsd":["audio/taglib"]},"tar":{"apt":{"build":["tar"],"run":["tar"]},"apk":{"build":["tar"],"run":["tar"]},"dnf":{"build":["tar"],"run":["tar"]},"gobolinux":["Tar"],"openbsd":["archivers/gtar"]},"tcl":{"apt":{"build":["tcl-dev"],"run":["tcl"]},"apk":{"build":["tcl-dev"],"run":["tcl"]},"dnf":{"build":["tcl-devel"],"run":["tcl"]},"gobolinux":["Tcl"],"openbsd":["lang/tcl/8.6","lang/tcl/8.5"]},"tcpdump":{"apt":{"build":["tcpdump"],"run":["tcpdump"]},"apk":{"build":["tcpdump"],"run":["tcpdump"]},"dnf":{"build":["tcpdump"],"run":["tcpdump"]},"gobolinux":["TCPDump"]},"tdb":{"apt":{"build":["libtdb-dev"],"run":["libtdb1"]},"apk":{"build":["tdb-dev"],"run":["tdb-libs"]},"dnf":{"build":["libtdb-devel"],"run":["libtdb"]},"gobolinux":["TDB"],"openbsd":["databases/tdb"]},"telepathy-glib":{"apt":{"build":["libtelepathy-glib-dev"],"run":["libtelepathy-glib0"]},"dnf":{"build":["telepathy-glib-devel"],"run":["telepathy-glib"]},"gobolinux":["Telepathy-GLib"],"openbsd":["net/telepathy/telepathy-glib"]},"tesseract":{"apt":{"build":["libtesseract-dev","tesseract-ocr"],"run":["libtesseract5","tesseract-ocr"]},"dnf":{"build":["tesseract-devel"],"run":["tesseract"]},"openbsd":["graphics/tesseract/tesseract"]},"texinfo":{"apt":{"build":["texinfo"],"run":[]},"apk":{"build":["texinfo"],"run":[]},"dnf":{"build":["texinfo"],"run":[]},"gobolinux":["Texinfo"],"openbsd":["print/texinfo"]},"texlive":{"apt":{"build":["texlive-latex-base"],"run":["texlive-latex-base"]},"apk":{"build":["texlive"],"run":["texlive"]},"dnf":{"build":["texlive-latex"],"run":["texlive-latex"]},"gobolinux":["TexLive","TeXLive"],"openbsd":["print/texlive/base"]},"tiff":{"apt":{"build":["libtiff-dev"],"run":["libtiff6"],"on":{"debian-11":{"run":["libtiff5"]},"ubuntu-22.04":{"run":["libtiff5"]}}},"apk":{"build":["tiff-dev"],"run":["tiff"]},"dnf":{"build":["libtiff-devel"],"run":["libtiff"]},"gobolinux":["TIFF","LibTIFF"],"openbsd":["graphics/tiff"]},"tk":{"apt":{"build":["tk-dev"],"run":["tk"]},"apk":{"build":["tk-dev"],"run":["tk"]},"dnf":{"build":["tk-devel"],"run":["tk"]},"gobolinux":["Tk"],"openbsd":["x11/tk/8.6","x11/tk/8.5"]},"tor":{"apt":{"build":["tor"],"run":["tor"]},"apk":{"build":["tor"],"run":["tor"]},"dnf":{"build":["tor"],"run":["tor"]},"gobolinux":["Tor"],"openbsd":["net/tor"]},"udev":{"apt":{"build":["libudev-dev"],"run":["libudev1"]},"apk":{"build":["eudev-dev"],"run":["eudev-libs"]},"dnf":{"build":["systemd-devel"],"run":["systemd-libs"]},"gobolinux":["Udev","Eudev","LibUdev"]},"unixodbc":{"apt":{"build":["unixodbc-dev"],"run":["libodbc2"],"on":{"debian-11":{"run":["libodbc1"]},"ubuntu-22.04":{"run":["libodbc1"]}}},"apk":{"build":["unixodbc-dev"],"run":["unixodbc"]},"dnf":{"build":["unixODBC-devel"],"run":["unixODBC"]},"gobolinux":["UnixODBC"],"openbsd":["databases/iodbc"]},"unzip":{"apt":{"build":["unzip"],"run":["unzip"]},"apk":{"build":["unzip"],"run":["unzip"]},"dnf":{"build":["unzip"],"run":["unzip"]},"gobolinux":["Unzip","UnZip"],"openbsd":["archivers/unzip"]},"uriparser":{"apt":{"build":["liburiparser-dev"],"run":["liburiparser1"]},"apk":{"build":["uriparser-dev"],"run":["uriparser"]},"dnf":{"build":["uriparser-devel"],"run":["uriparser"]},"gobolinux":["UriParser"],"openbsd":["www/uriparser"]},"util-linux":{"apt":{"build":["libblkid-dev","libmount-dev","uuid-dev"],"run":["libblkid1","libmount1","libuuid1"]},"apk":{"build":["util-linux-dev"],"run":["libblkid","libmount","libuuid"]},"dnf":{"build":["libblkid-devel","libmount-devel","libuuid-devel"],"run":["libblkid","libmount","libuuid"]},"gobolinux":["Util-Linux","LibUUID","UtilLinux"]},"util-macros":{"apt":{"build":["xutils-dev"],"run":[]},"apk":{"build":["util-macros"],"run":[]},"dnf":{"build":["xorg-x11-util-macros"],"run":[]},"gobolinux":["Util-macros","Util-Macros"]},"vala":{"apt":{"build":["valac"],"run":[]},"apk":{"build":["vala"],"run":[]},"dnf":{"build":["vala"],"run":[]},"gobolinux":["Vala"],"openbsd":["lang/vala"]},"vorbis-tools":{"apt":{"build":["vorbis-tools"],"run":["vorbis-tools"]},"apk":{"build":["vorbis-tools"],"run":["vorbis-tools"]},"dnf":{"build":["vorbis-tools"],"run":["vorbis-tools"]},"openbsd":["audio/vorbis-tools"]},"vte":{"apt":{"build":["libvte-2.91-dev"],"run":["libvte-2.91-0"]},"apk":{"build":["vte3-dev"],"run":["vte3"]},"dnf":{"build":["vte291-devel"],"run":["vte291"]},"gobolinux":["VTE"],"openbsd":["x11/gnome/vte3"]},"wavpack":{"apt":{"build":["libwavpack-dev"],"run":["libwavpack1"]},"apk":{"build":["wavpack-dev"],"run":["wavpack-libs"]},"dnf":{"build":["wavpack-devel"],"run":["wavpack-libs"]},"gobolinux":["WavPack"],"openbsd":["audio/wavpack"]},"wayland":{"apt":{"build":["libwayland-dev"],"run":["libwayland-client0","libwayland-server0","libwayland-cursor0"]},"apk":{"build":["wayland-dev"],"run":["wayland-libs-client","wayland-libs-server","wayland-libs-cursor"]},"dnf":{"build":["wayland-devel"],"run":["libwayland-client","libwayland-server","libwayland-cursor"]},"gobolinux":["Wayland"]},"wayland-protocols":{"apt":{"build":["wayland-protocols"],"run":[]},"apk":{"build":["wayland-protocols"],"run":[]},"dnf":{"build":["wayland-protocols-devel"],"run":[]},"gobolinux":["Wayland-Protocols"]},"webkitgtk":{"apt":{"build":["libwebkit2gtk-4.0-dev"],"run":["libwebkit2gtk-4.0-37"]},"gobolinux":["WebKitGTK"],"openbsd":["www/webkitgtk4"]},"wget":{"apt":{"build":["wget"],"run":["wget"]},"apk":{"build":["wget"],"run":["wget"]},"dnf":{"build":["wget"],"run":["wget"]},"gobolinux":["Wget"],"openbsd":["net/wget"]},"wv":{"apt":{"build":["libwv-dev"],"run":["libwv-1.2-4"]},"dnf":{"build":["wv-devel"],"run":["wv"]},"gobolinux":["WV"],"openbsd":["textproc/wv"]},"wxwidgets":{"apt":{"build":["libwxgtk3.2-dev"],"run":["libwxgtk3.2-1","libwxbase3.2-1"]},"apk":{"build":["wxwidgets-dev"],"run":["wxwidgets"]},"dnf":{"build":["wxGTK-devel"],"run":["wxGTK"]},"gobolinux":["WxGTK","WxWidgets"],"openbsd":["x11/wxWidgets"]},"x264":{"apt":{"build":["libx264-dev"],"run":["libx264-164"]},"apk":{"build":["x264-dev"],"run":["x264-libs"]},"gobolinux":["X264"],"openbsd":["multimedia/x264"]},"xaw3d":{"apt":{"build":["libxaw3dxft8-dev"],"run":["libxaw3dxft6"]},"openbsd":["x11/Xaw3d"]},"xcb-util":{"apt":{"build":["libxcb-util-dev"],"run":["libxcb-util1"]},"apk":{"build":["xcb-util-dev"],"run":["xcb-util"]},"dnf":{"build":["xcb-util-devel"],"run":["xcb-util"]},"gobolinux":["XCB-Util"]},"xcb-util-keysyms":{"apt":{"build":["libxcb-keysyms1-dev"],"run":["libxcb-keysyms1"]},"apk":{"build":["xcb-util-keysyms-dev"],"run":["xcb-util-keysyms"]},"dnf":{"build":["xcb-util-keysyms-devel"],"run":["xcb-util-keysyms"]},"gobolinux":["XCB-Util-Keysyms"]},"xcb-util-wm":{"apt":{"build":["libxcb-icccm4-dev","libxcb-ewmh-dev"],"run":["libxcb-icccm4","libxcb-ewmh2"]},"apk":{"build":["xcb-util-wm-dev"],"run":["xcb-util-wm"]},"dnf":{"build":["xcb-util-wm-devel"],"run":["xcb-util-wm"]},"gobolinux":["XCB-Util-WM"]},"xdg-utils":{"apt":{"build":["xdg-utils"],"run":["xdg-utils"]},"apk":{"build":["xdg-utils"],"run":["xdg-utils"]},"dnf":{"build":["xdg-utils"],"run":["xdg-utils"]},"gobolinux":["XDG-Utils"],"openbsd":["devel/xdg-utils"]},"xfce4-panel":{"apt":{"build":["libxfce4panel-2.0-dev"],"run":["libxfce4panel-2.0-4"]},"apk":{"build":["xfce4-panel-dev"],"run":["xfce4-panel"]},"dnf":{"build":["xfce4-panel-devel"],"run":["xfce4-panel"]},"gobolinux":["XFCE4-Panel"],"openbsd":["x11/xfce4/xfce4-panel"]},"xfconf":{"apt":{"build":["libxfconf-0-dev"],"run":["libxfconf-0-3"]},"apk":{"build":["xfconf-dev"],"run":["xfconf"]},"dnf":{"build":["xfconf-devel"],"run":["xfconf"]},"gobolinux":["XFConf"],"openbsd":["x11/xfce4/xfconf"]},"xine-lib":{"apt":{"build":["libxine2-dev"],"run":["libxine2"]},"apk":{"build":["xine-lib-dev"],"run":["xine-lib"]},"gobolinux":["Xine-Lib"],"openbsd":["multimedia/xine-lib"]},"xmlto":{"apt":{"build":["xmlto"],"run":[]},"apk":{"build":["xmlto"],"run":[]},"dnf":{"build":["xmlto"],"run":[]},"gobolinux":["XMLTO"],"openbsd":["textproc/xmlto"]},"xorg-libraries":{"apt":{"build":["libice-dev","libsm-dev","libx11-dev","libxaw7-dev","libxext-dev","libxft-dev","libxmu-dev","libxpm-dev","libxrender-dev","libxt-dev"],"run":["libice6","libsm6","libx11-6","libxaw7","libxext6","libxft2","libxmu6","libxpm4","libxrender1","libxt6"]},"apk":{"build":["libice-dev","libsm-dev","libx11-dev","libxaw-dev","libxext-dev","libxft-dev","libxmu-dev","libxpm-dev","libxrender-dev","libxt-dev"],"run":["libice","libsm","libx11","libxaw","libxext","libxft","libxmu","libxpm","libxrender","libxt"]},"dnf":{"build":["libICE-devel","libSM-devel","libX11-devel","libXaw-devel","libXext-devel","libXft-devel","libXmu-devel","libXpm-devel","libXrender-devel","libXt-devel"],"run":["libICE","libSM","libX11","libXaw","libXext","libXft","libXmu","libXpm","libXrender","libXt"]},"gobolinux":["Xorg","XFree86","Xorg-Lib"]},"xorgproto":{"apt":{"build":["x11proto-dev"],"run":[]},"apk":{"build":["xorgproto"],"run":[]},"dnf":{"build":["xorg-x11-proto-devel"],"run":[]},"gobolinux":["XorgProto","Xorg-Proto","XProto"]},"xtrans":{"apt":{"build":["xtrans-dev"],"run":[]},"apk":{"build":["xtrans"],"run":[]},"dnf":{"build":["xorg-x11-xtrans-devel"],"run":[]},"gobolinux":["Xtrans","XTrans"]},"xvidcore":{"apt":{"build":["libxvidcore-dev"],"run":["libxvidcore4"]},"apk":{"build":["xvidcore-dev"],"run":["xvidcore"]},"gobolinux":["XviD","XVidCore"],"openbsd":["multimedia/xvidcore"]},"xz":{"apt":{"build":["liblzma-dev"],"run":["liblzma5"]},"apk":{"build":["xz-dev"],"run":["xz-libs"]},"dnf":{"build":["xz-devel"],"run":["xz-libs"]},"gobolinux":["XZ-Utils","XZ","LZMA","LZMA-Utils","XZUtils"],"openbsd":["archivers/xz"]},"xz-tools":{"apt":{"build":["xz-utils"],"run":["xz-utils"]},"apk":{"build":["xz"],"run":["xz"]},"dnf":{"build":["xz"],"run":["xz"]}},"yajl":{"apt":{"build":["libyajl-dev"],"run":["libyajl2"]},"openbsd":["devel/libyajl"]},"yasm":{"apt":{"build":["yasm"],"run":[]},"apk":{"build":["yasm"],"run":[]},"dnf":{"build":["yasm"],"run":[]},"gobolinux":["Yasm"],"openbsd":["devel/yasm"]},"yelp-tools":{"apt":{"build":["yelp-tools"],"run":[]},"apk":{"build":["yelp-tools"],"run":[]},"dnf":{"build":["yelp-tools"],"run":[]},"gobolinux":["Yelp-Tools"],"openbsd":["x11/gnome/yelp-tools"]},"zeromq":{"apt":{"build":["libzmq3-dev"],"run":["libzmq5"]},"apk":{"build":["zeromq-dev"],"run":["zeromq"]},"dnf":{"build":["zeromq-devel"],"run":["zeromq"]},"gobolinux":["ZeroMQ"],"openbsd":["net/zeromq"]},"zip":{"apt":{"build":["zip"],"run":["zip"]},"apk":{"build":["zip"],"run":["zip"]},"dnf":{"build":["zip"],"run":["zip"]},"gobolinux":["Zip"],"openbsd":["archivers/zip"]},"zlib":{"apt":{"build":["zlib1g-dev"],"run":["zlib1g"]},"apk":{"build":["zlib-dev"],"run":["zlib"]},"dnf":{"build":["zlib-devel"],"run":["zlib"]},"gobolinux":["ZLib","Zlib"]},"zstd":{"apt":{"build":["libzstd-dev"],"run":["libzstd1"]},"apk":{"build":["zstd-dev"],"run":["zstd-libs"]},"dnf":{"build":["libzstd-devel"],"run":["libzstd"]},"gobolinux":["ZSTD"],"openbsd":["archivers/zstd"]}},"tools":{"apt":["build-essential","pkg-config","patch","file","bzip2","lzip","unzip","xz-utils","zstd"],"apk":["build-base","pkgconf","bash","patch","file","tar","bzip2","gzip","lzip","unzip","xz","zstd"],"dnf":["gcc","gcc-c++","make","pkgconf-pkg-config","diffutils","findutils","patch","file","tar","bzip2","gzip","lzip","unzip","xz","zstd"]},"dialects":{"gobolinux":{"apt":["autoconf","automake","bc","bison","flex","gawk","gettext","groff-base","libfl-dev","libtool","m4","perl","python3","texinfo"],"apk":["autoconf","automake","bc","bison","flex","flex-dev","gawk","gettext-dev","groff","libtool","m4","perl","python3","texinfo"],"dnf":["autoconf","automake","bc","bison","flex","gawk","gettext-devel","groff-base","libtool","m4","perl","python3","texinfo"]},"openbsd":{"apt":["autotools-dev","bmake","libbsd-dev","libmd-dev","bison","flex","m4","bc","ed","less","pax","groff-base","texinfo","libfl-dev"],"apk":["bmake","bison","flex","flex-dev","m4","bc","ed","less","groff","texinfo"],"dnf":["bison","flex","m4","bc","ed","less","groff-base"]}},"styles":{"autoconf":{"apt":["autoconf","automake","libtool","autopoint"],"apk":["autoconf","automake","libtool","gettext-dev"],"dnf":["autoconf","automake","libtool","gettext-devel"]},"cargo":{"apt":["cargo","rustc"],"apk":["cargo","rust"],"dnf":["cargo","rust"]},"cmake":{"apt":["cmake"],"apk":["cmake"],"dnf":["cmake"]},"imake":{"apt":["xutils-dev"],"apk":["imake"],"dnf":["imake"]},"meson":{"apt":["meson","ninja-build"],"apk":["meson","samurai"],"dnf":["meson","ninja-build"]},"perl":{"apt":["perl"],"apk":["perl","perl-dev"],"dnf":["perl","perl-devel","perl-ExtUtils-MakeMaker"]},"python":{"apt":["python3","python3-dev","python3-pip","python3-setuptools","python3-wheel"],"apk":["python3","python3-dev","py3-pip","py3-setuptools","py3-wheel"],"dnf":["python3","python3-devel","python3-pip","python3-setuptools","python3-wheel"]},"scons":{"apt":["scons"],"apk":["scons"],"dnf":["python3-scons"]},"waf":{"apt":["python3"],"apk":["python3"],"dnf":["python3"]}}}');

// src/base/providers.ts
var MANAGERS = ["apt", "apk", "dnf"];
var decoded;
function providers() {
  decoded ??= decodeTable(providers_default);
  return decoded;
}
function neutralNames() {
  return [...providers().neutral.keys()];
}
function suppliedAs(pkgpath, version = "") {
  const folder = pkgpath.replace(/,.*/s, "").toLowerCase();
  const { meanings } = providers();
  return meanings.get(`${folder}${version.replace(/[^0-9].*/s, "")}`) ?? meanings.get(folder);
}
function neutralFor(name) {
  return providers().neutral.has(name) ? name : suppliedAs(name) ?? name;
}
function suppliedFor(module) {
  const plain = module.toLowerCase().replace(/^x11-xcb$/, "libx11");
  const unversioned = plain.replace(/[+-]?[0-9]+(?:\.[0-9]+)*$/, "");
  const joined = plain.replace(/-([0-9])\.[0-9]+$/, "$1");
  const tried = [plain, joined, unversioned, `lib${plain}`, `lib${unversioned}`, plain.replace(/^lib/, "")];
  const { neutral: known, meanings } = providers();
  const neutral = tried.find((name) => known.has(name)) ?? meanings.get(plain) ?? meanings.get(joined);
  if (neutral === void 0) return void 0;
  const program = known.get(neutral)?.foreign.find((name) => !name.includes("/"));
  return { neutral, program };
}
function toolPackages(manager) {
  return providers().tools.get(manager) ?? [];
}
function stylePackages(style, manager) {
  return providers().styles.get(style)?.get(manager) ?? [];
}
function dialectPackages(dialect, manager) {
  return providers().dialects.get(dialect)?.get(manager) ?? [];
}
function wantedPackages(system, { shelf, part }) {
  const wanted = [];
  const problems = [];
  for (const by of system) {
    if (by.kind === "native") {
      if (by.manager === shelf.manager) wanted.push(...by[part].map((name) => ({ name, by })));
      continue;
    }
    if (part === "build" && by.for === "run") continue;
    const neutral = providers().neutral.get(by.name);
    const names = neutral && packagesOf(neutral, shelf, part);
    if (!neutral) problems.push(unknownNeutral(by.name, by));
    else if (!names) problems.push(unknownTo(shelf.manager, by.name, by));
    else wanted.push(...names.map((name) => ({ name, by })));
  }
  return problems.length > 0 ? { ok: false, error: problems } : ok(wanted);
}
function packagesOf(neutral, { manager, base }, part) {
  const deviation = part === "run" ? neutral.on.get(`${manager} ${base}`) : void 0;
  return deviation ?? neutral.usual.get(manager)?.[part];
}
function unknownTo(manager, name, { span }) {
  return {
    severity: "error",
    code: "base/unnamed-package",
    blame: "recipe",
    message: `what \`${manager}\` calls \`${name}\` is not known`,
    span,
    help: `name the packages themselves, as in \`{${manager}: {build: [${name}-devel], run: [${name}]}}\``
  };
}
function unknownPackages({
  depends,
  packages
}) {
  const system = [depends, ...packages.map((one) => one.depends)].flatMap((one) => one.system);
  return system.flatMap(
    (by) => by.kind === "neutral" && !providers().neutral.has(by.name) ? [unknownNeutral(by.name, by)] : []
  );
}
function unknownNeutral(name, { span }) {
  const meant = providers().meanings.get(name.toLowerCase()) ?? nearest(name, neutralNames());
  return {
    severity: "error",
    code: "base/unknown-package",
    blame: "recipe",
    message: `\`${name}\` is not a library or tool that bases are known to supply`,
    span,
    help: meant ? `did you mean \`${meant}\`?` : `name the packages themselves, as in \`{apt: {build: [lib${name}-dev], run: [lib${name}1]}}\``
  };
}
function decodeTable(value) {
  const { neutral: entries, tools, styles, dialects } = recordOf(value, "providers.yml");
  const neutral = new Map(
    Object.entries(recordOf(entries, "neutral")).map(([name, entry]) => [name, decodeNeutral(name, entry)])
  );
  const lists = (table, where) => Object.entries(recordOf(table, where)).map(([name, one]) => [name, listsByManager(one, name)]);
  return {
    neutral,
    meanings: new Map(
      [...neutral].flatMap(
        ([name, { foreign }]) => foreign.flatMap((one) => [one, ...otherWorlds(one)]).map((one) => [one.toLowerCase(), name])
      )
    ),
    tools: listsByManager(tools, "tools"),
    styles: new Map(lists(styles, "styles")),
    dialects: new Map(lists(dialects, "dialects"))
  };
}
function decodeNeutral(name, value) {
  const entry = recordOf(value, name);
  const on = /* @__PURE__ */ new Map();
  const usual = /* @__PURE__ */ new Map();
  for (const manager of MANAGERS) {
    if (entry[manager] === void 0) continue;
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
function otherWorlds(foreign) {
  const [, world, name] = /\/(p5|py3?)-(.+)$/.exec(foreign) ?? [];
  if (world === void 0) return [];
  return world === "p5" ? [`CPAN-${name}`] : [`PIP-${name}`, `PIP3-${name}`];
}
function listsByManager(value, where) {
  const lists = recordOf(value, where);
  return new Map(MANAGERS.map((manager) => [manager, textsOf(lists[manager], `${where}.${manager}`)]));
}
function recordOf(value, where) {
  if (!isRecord(value)) throw new Error(`providers.yml: ${where} is not a mapping`);
  return value;
}
function textsOf(value, where) {
  if (!isTexts(value)) throw new Error(`providers.yml: ${where} is not a list of names`);
  return value;
}

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
function lineSplitter(onLine = () => void 0) {
  const streams = {
    stdout: { decoder: new TextDecoder(), rest: "" },
    stderr: { decoder: new TextDecoder(), rest: "" }
  };
  let tail = [];
  const take = (chunk, name) => {
    const stream = streams[name];
    const cut = (stream.rest + stream.decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    stream.rest = cut.pop() ?? "";
    const lines = cut.map((line) => line.replace(new RegExp("\\p{Cc}", "gu"), " "));
    for (const line of lines) onLine(line);
    tail = [...tail, ...lines.filter((line) => line.trim())].slice(-TAIL_LINES);
  };
  const rests = () => [streams.stdout.rest, streams.stderr.rest].filter((rest) => rest.trim());
  return { take, tail: () => [...tail, ...rests()].slice(-TAIL_LINES) };
}
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
function isNetworkTrouble({ tail }) {
  const words2 = /Failed to fetch|Could not (?:connect|resolve)|Unable to (?:connect|fetch)|Temporary failure resolving/;
  return tail.some((line) => words2.test(line));
}
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
async function mustCopy(copy, what) {
  const exit = await copy;
  if (statusOf(exit) === 0) return ok(void 0);
  return wrong(taskFailure("base/copy", `${what} can't be copied`, { end: { exit, output: "", tail: [] } }));
}
function statusOf(exit) {
  return exit.kind === "exited" ? exit.status : void 0;
}
async function commitUnlessThere(box, { engine, key }, signal) {
  return await engine.layer(key) ?? await box.commit(key, signal);
}

// src/base/list-packages.sh
var list_packages_default = `# In a buildbox over any root: one line a package, name and version, from whatever keeps the list there.
set -eu
if command -v dpkg-query >/dev/null; then
  dpkg-query -W -f '\${db:Status-Status} \${Package} \${Version}\\n' | sed -n 's/^installed //p'
elif [ -f /lib/apk/db/installed ]; then
  sed -n 's/^P:/ /p; s/^V://p' /lib/apk/db/installed | while read -r name && read -r version; do
    printf '%s %s\\n' "$name" "$version"
  done
elif command -v rpm >/dev/null; then
  rpm -qa --queryformat '%{NAME} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\\n' | grep -v '^gpg-pubkey '
fi
`;

// src/base/installed.ts
async function listPackages(box, { what, host }, signal) {
  const end = await runTask(box, { script: list_packages_default, args: [], host }, signal);
  if (statusOf(end.exit) !== 0)
    return wrong(taskFailure("base/inventory", `${what} can't be listed`, { end }));
  const rows = end.output.split("\n").filter(Boolean);
  const packages = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const [name = "", version = ""] = row.split(" ");
    const before = packages.get(name);
    packages.set(name, before === void 0 || before === version ? version : `${before} ${version}`);
  }
  return ok(packages);
}

// src/base/collect-libraries.sh
var collect_libraries_default = `# In a buildbox, as root: lays what the loader may find (glibc's or musl's) below $1, with the links that lead there, the
# package manager's lists of files, and an empty file for each program.
set -eu
mkdir -p "$1"
cd /
settings=$(ls -d etc/ld.so.conf etc/ld.so.conf.d/*.conf etc/ld-musl-*.path 2>/dev/null || :)
# Under their real names: what lies behind a link would be taken twice.
named=$(sed -n 's#^[[:space:]]*\\(/[^[:space:]]*\\).*#\\1#p' $settings </dev/null | xargs -r readlink -f | cut -c 2-)
folders=$(ls -d lib lib32 lib64 usr/lib usr/lib32 usr/lib64 usr/local/lib $named 2>/dev/null || :)
lists=$(ls var/lib/dpkg/info/*.list lib/apk/db/installed 2>/dev/null || :)
{
  printf '%s\\n' $settings $lists
  find $folders \\( -type l -o -name '*.so' -o -name '*.so.*' \\) -print
} | sort -u | tar -c -T - -f - | tar -x -C "$1" -f -
# rpm's record is a binary file: it tells itself who brings what, which is written down as dpkg's lists are.
if command -v rpm >/dev/null; then
  owned=$1/var/lib/dpkg/info
  mkdir -p "$owned"
  rpm -qa --queryformat '[%{=NAME} %{FILENAMES}\\n]' | while read -r name file; do
    case $file in *.so | *.so.*) printf '%s\\n' "$file" >>"$owned/$name.list" ;; esac
  done
fi
for folder in bin sbin usr/bin usr/sbin usr/local/bin usr/local/sbin; do
  if [ -L "$folder" ]; then
    tar -c -f - "$folder" | tar -x -C "$1" -f -
  elif [ -d "$folder" ]; then
    mkdir -p "$1/$folder"
    for program in "$folder"/*; do
      # Through its links: one that leads nowhere is no program.
      if [ -f "$program" ]; then : >"$1/$program"; fi
    done
  fi
done
`;

// src/base/cross-prepare.sh
var cross_prepare_default = `# In a buildbox over the tools of a base of Debian's kind, as root: lets apt know another architecture, $1, too.
# Exit: 20 no lists to be had, 21 the mirror has no such architecture.
set -u
dpkg --add-architecture "$1" || exit 20
apt-get -q -o APT::Update::Error-Mode=any update || exit 20
apt-cache show --no-all-versions "libc6:$1" >/dev/null || exit 21
`;

// src/base/cross-unpack.sh
var cross_unpack_default = `# In a buildbox over the tools of a base of Debian's kind, as root: unpacks packages of another architecture, $1, with
# what they need, into a root that nobody runs meanwhile. The rest: packages to add to the root that was unpacked before,
# or none for that root itself. Leaves /tarwright/root.tar; says \`hash NAME VERSION ARCHITECTURE SHA256\` for each
# package, and \`size BYTES\`.
set -eu
arch=$1
shift
status=/var/lib/tarwright-$arch.status
root=/tarwright/root
archives=/tarwright/archives
mkdir -p $root/var/lib/dpkg/info $archives/partial
[ -e "$status" ] || : >"$status"

# As apt of that architecture would see a machine that has what is unpacked so far.
apt() {
  program=$1
  shift
  "$program" -q -o APT::Architecture="$arch" -o APT::Architectures="$arch" -o Dir::State::status="$status" \\
    -o Dir::State::extended_states=/dev/null -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \\
    -o Dir::Cache::archives=$archives "$@"
}
if [ $# = 0 ]; then
  # What debootstrap calls minbase.
  # shellcheck disable=SC2046
  set -- apt $(apt apt-cache dumpavail | awk '
    /^Package:/ { name = $2; wanted = 0 } /^Essential: yes/ || /^Priority: required/ { wanted = 1 }
    /^$/ { if (wanted) print name; wanted = 0 }' | sort -u)
fi
apt apt-get -y --no-install-recommends --download-only -- install "$@" >&2

# Where the tools have one folder for both, the target has, too: no package says so.
for folder in bin sbin lib lib32 lib64; do
  if [ -L "/$folder" ]; then
    mkdir -p "$root/usr/$folder"
    ln -s "usr/$folder" "$root/$folder"
  fi
done
for package in $archives/*.deb; do
  [ -e "$package" ] || continue
  name=$(dpkg-deb -f "$package" Package)
  owner=$name
  if [ "$(dpkg-deb -f "$package" Multi-Arch)" = same ]; then owner=$name:$arch; fi
  dpkg-deb --fsys-tarfile "$package" | tar -x -p --numeric-owner --keep-directory-symlink -C $root
  dpkg-deb --fsys-tarfile "$package" | tar -t | sed 's#^\\./#/#; s#\\(.\\)/$#\\1#' >"$root/var/lib/dpkg/info/$owner.list"
  { dpkg-deb -f "$package" | sed '1a Status: install ok installed'; echo; } >>"$status"
  echo "hash $(dpkg-deb -f "$package" Package Version Architecture | sed 's/.*: //' | tr '\\n' ' ')$(sha256sum <"$package" | cut -d ' ' -f 1)"
done
cp "$status" $root/var/lib/dpkg/status

# What scripts of packages would do that programs can't do without.
accounts=$root/usr/share/base-passwd
if [ -e $accounts/passwd.master ]; then
  mkdir -p $root/etc
  cp $accounts/passwd.master $root/etc/passwd
  cp $accounts/group.master $root/etc/group
fi
if [ -e $root/usr/bin/mawk ]; then ln -sf mawk $root/usr/bin/awk; fi
if [ -e $root/bin/dash ]; then ln -sf dash $root/bin/sh; fi
printf 'size %s\\n' "$(du -sb $root | cut -f 1)"
tar -c --sort=name --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --clamp-mtime -C $root -f /tarwright/root.tar .
rm -rf $root $archives
`;

// src/base/install-apk.sh
var install_apk_default = '# In a buildbox, as root: installs packages. $1 and $2 as for apt (neither matters here); the rest: packages.\n# Exit: 20 no lists to be had, 21 not installed.\nset -u\nshift 2\napk update || exit 20\napk add -- "$@" || exit 21\nrm -rf /var/cache/apk/*\n';

// src/base/install-apt.sh
var install_apt_default = '# In a buildbox, as root: installs packages, from the lists that are there or, where there are none, from new ones.\n# $1: `lean` leaves manuals out, `whole` does not; $2: `pinned` takes what is in the lists or nothing, `latest` reads them\n# anew when that fails; $3: another architecture that is built for, or -; the rest: packages. `NAME:target` is of that\n# architecture, unless it is a tool. Exit: 20 no lists to be had, 21 not installed.\nset -u\nextent=$1\nlists=$2\nforeign=$3\nshift 3\npolicy=/usr/sbin/policy-rc.d\n# Services must not start in a box.\nif [ ! -e $policy ]; then\n  printf \'#!/bin/sh\\nexit 101\\n\' >$policy\n  chmod 755 $policy\nelse\n  policy=\nfi\nhas_lists() {\n  ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1\n}\nif ! has_lists; then\n  lists=pinned\n  apt-get -q update\n  has_lists || exit 20\nfi\nexcludes=\nif [ "$extent" = lean ]; then\n  # A build reads no manuals; the layer is a third smaller without them.\n  for folder in man doc info locale; do\n    excludes="$excludes -o Dpkg::Options::=--path-exclude=/usr/share/$folder/*"\n  done\nfi\ninstall() {\n  set -f\n  apt-get -qy --no-install-recommends $excludes \\\n    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o Dpkg::Use-Pty=0 \\\n    -o Dpkg::Options::=--force-unsafe-io -o Dpkg::Options::=--force-confnew \\\n    install -- "$@"\n  set -- $?\n  set +f\n  return "$1"\n}\n# Debian says of most which they are; of the others their names do.\nof_target() {\n  case $(apt-cache show --no-all-versions "$1:$foreign" 2>/dev/null | sed -n \'s/^\\(Multi-Arch\\|Architecture\\): //p\' | tr \'\\n\' \' \') in\n  *same*) echo "$1:$foreign" ;;\n  # Of what fits all, apt knows no other architecture.\n  \'\' | *foreign* | *all*) echo "$1" ;;\n  *) case $1 in lib* | *-dev) echo "$1:$foreign" ;; *) echo "$1" ;; esac ;;\n  esac\n}\nfor package; do\n  shift\n  case $package in *:target) package=$(of_target "${package%:target}") ;; esac\n  set -- "$@" "$package"\ndone\ninstall "$@" || { [ "$lists" = latest ] && apt-get -q update && install "$@"; } || exit 21\nrm -f $policy /var/cache/apt/archives/*.deb\n# Only the tools layer keeps the lists, for the layers on it.\n[ "$extent" = lean ] || rm -rf /var/lib/apt/lists/*\n';

// src/base/install-dnf.sh
var install_dnf_default = '# In a buildbox, as root: installs packages. $1 and $2 as for apt (the lists are always new); the rest: packages.\n# Exit: 20 no lists to be had, 21 not installed.\nset -u\nextent=$1\nshift 2\ndnf -q makecache || exit 20\ndocs=\n[ "$extent" = whole ] || docs=--nodocs\ndnf -y $docs --setopt=install_weak_deps=False install -- "$@" || exit 21\ndnf -q clean all\n';

// src/base/progress.ts
function installProgress(what, report) {
  let fetched = 0;
  let toFetch;
  let installed = 0;
  let toInstall;
  const tellBytes = () => report({
    kind: "progress",
    what: `${what}: fetch`,
    done: fetched,
    total: atLeast(fetched, toFetch),
    unit: "bytes"
  });
  const tellPackages = () => report({
    kind: "progress",
    what: `${what}: install`,
    done: installed,
    total: atLeast(installed, toInstall),
    unit: "packages"
  });
  return {
    line: (line) => {
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
      const step = STEP.exec(line)?.slice(1).filter(Boolean).map(Number);
      if (step) {
        [installed, toInstall] = [step[0] ?? 0, step[1]];
        tellPackages();
      }
    },
    finish: () => {
      toFetch = fetched;
      toInstall = installed;
      if (fetched > 0) tellBytes();
      if (installed > 0) tellPackages();
    }
  };
}
var STEP = /^(?:[([] *(\d+)\/(\d+)[)\]] [A-Z][a-z]+ing | {2}(?:Install|Upgrad|Downgrad|Reinstall|Eras|Remov)ing +: .* (\d+)\/(\d+) *$)/;
function atLeast(done, announced) {
  return announced !== void 0 && announced >= done ? announced : void 0;
}
var UNITS = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };
function bytesOf(amount = "0", unit = "B") {
  return Math.round(Number(amount.replaceAll(",", "")) * (UNITS[unit] ?? 1));
}

// src/base/install.ts
var FOR_TARGET = ":target";
var SCRIPTS = { apt: install_apt_default, apk: install_apk_default, dnf: install_dnf_default };
async function install(box, { host, report, ...installation }, signal) {
  const { manager, packages, extent, lists, foreign, what } = installation;
  const names = packages.map(({ name }) => name);
  const progress = installProgress(what, report);
  const end = await runTask(
    box,
    {
      script: SCRIPTS[manager],
      args: [extent, lists, ...manager === "apt" ? [foreign ?? "-"] : [], ...names],
      onLine: progress.line,
      host
    },
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
      (name) => unknownPackage(name, { known, what, span: packages.find((one) => isNamed(one.name, name))?.span })
    )
  };
}
function isNamed(asked, said) {
  return asked === said || asked === said.replace(/(?::[a-z0-9]+)?$/, FOR_TARGET);
}
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
var LIST = {
  apt: "apt-cache pkgnames",
  apk: "apk search -q",
  dnf: "dnf -q repoquery --qf '%{name}\n'"
};
async function knownPackages(box, { manager, host }, signal) {
  const { output } = await runTask(box, { script: LIST[manager], args: [], host }, signal);
  return output.split("\n").filter(Boolean).sort();
}
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
function explain({ what, lists, base, foreign }, end) {
  if (lists === "pinned" && end.tail.some((line) => /^E: Failed to fetch .*\b404\b/.test(line))) {
    return taskFailure("base/outdated", `the ${what} are older than the mirror, which dropped a package`, {
      end,
      help: `make the base anew: \`tarwright base create ${base}\`${foreign ? ", with the same `--arch`" : ""}`
    });
  }
  return isNetworkTrouble(end) || statusOf(end.exit) === 20 ? taskFailure("base/unreachable", `the packages for the ${what} can't be fetched`, {
    end,
    help: "check the network and the package manager's mirrors and proxies, then run it again"
  }) : taskFailure("base/install", `the packages for the ${what} can't be installed`, { end });
}

// src/base/inventory.ts
import { createHash } from "node:crypto";

// src/base/inventory.sh
var inventory_default = `# In a buildbox over any root: tells its size in bytes, its packages, and with $1 \`hashes\` the digests of the archives
# that they came from: apt's from its lists, so that nothing is fetched; the others keep them with what is installed.
set -eu
size() {
  # Alpine's du knows less.
  du -sb --exclude=/proc --exclude=/sys --exclude=/dev / 2>/dev/null ||
    find / -maxdepth 1 -mindepth 1 ! -name proc ! -name sys ! -name dev -exec du -sk {} + | awk '{ sum += $1 } END { print sum * 1024 }'
}
printf 'size %s\\n' "$(size | cut -f 1)"
if command -v dpkg-query >/dev/null; then
  dpkg-query -W -f 'package \${Package}\\n'
  [ "$1" != hashes ] || dpkg-query -W -f '\${Package}:\${Architecture}=\${Version}\\n' | sed 's/:all=/=/' |
    xargs apt-cache -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= show --no-all-versions |
    awk '$1 == "Package:" { name = $2 } $1 == "Version:" { version = $2 } $1 == "Architecture:" { arch = $2 }
      $1 == "SHA256:" { print "hash", name, version, arch, $2 }'
elif [ -f /lib/apk/db/installed ]; then
  sed -n 's/^P:/package /p' /lib/apk/db/installed
  [ "$1" != hashes ] || awk '/^C:/ { sum = substr($0, 3) } /^P:/ { name = substr($0, 3) } /^V:/ { version = substr($0, 3) }
    /^A:/ { print "hash", name, version, substr($0, 3), sum }' /lib/apk/db/installed
else
  rpm -qa --queryformat 'package %{NAME}\\n' | grep -v ' gpg-pubkey$'
  [ "$1" != hashes ] || rpm -qa --queryformat 'hash %{NAME} %{EPOCHNUM}:%{VERSION}-%{RELEASE} %{ARCH} %{SHA256HEADER}\\n' |
    grep -v '^hash gpg-pubkey '
fi
`;

// src/base/record.ts
async function readRecord(host, which) {
  const text = await host.readText(recordFile(host, which));
  return text === void 0 ? void 0 : decodeRecord(text);
}
async function writeRecord(host, record) {
  await host.writeFile(recordFile(host, record), `${formatRecord(record)}
`);
}
function formatRecord(record) {
  return JSON.stringify({ version: VERSION, ...record });
}
async function listRecords(host) {
  const folder = recordFolder(host);
  const files = (await host.list(folder) ?? []).filter((name) => name.endsWith(".json"));
  const records = await Promise.all(
    files.map(async (name) => decodeRecord(await host.readText(joinPath(folder, name)) ?? ""))
  );
  return records.filter((record) => record !== void 0);
}
function tarOf(host, runKey) {
  return joinPath(recordFolder(host), `${runKey}.tar`);
}
async function sweepTars(host) {
  const kept = new Set((await listRecords(host)).map(({ run }) => tarOf(host, run.key)));
  const names = (await host.list(recordFolder(host)) ?? []).filter((name) => name.endsWith(".tar"));
  const files = names.map((name) => joinPath(recordFolder(host), name));
  await Promise.all(files.filter((file) => !kept.has(file)).map((file) => host.remove(file)));
}
var VERSION = 1;
function recordFolder(host) {
  return joinPath(host.folders.cache, "bases");
}
function recordFile(host, { name, arch, engine }) {
  return joinPath(recordFolder(host), `${name}@${arch}@${engine}.json`);
}
function decodeRecord(text) {
  const value = parseJson(text);
  if (!isRecord(value) || value["version"] !== VERSION) return void 0;
  const { name, arch, engine, digest } = value;
  const run = decodeLayer(value["run"]);
  const tools = decodeLayer(value["tools"]);
  if (!isText(name) || !isText(arch) || !isArch(arch) || !isRootDigest(digest) || !run || !tools)
    return void 0;
  const kind = ENGINES.find((one) => one === engine);
  const { list, below } = value;
  if (below !== void 0 && !isText(below)) return void 0;
  if (list !== void 0 && !isText(list)) return void 0;
  return kind && {
    ...{ name, arch, engine: kind, digest, run, tools },
    ...list === void 0 ? {} : { list },
    ...below === void 0 ? {} : { below },
    ...value["lists"] === "latest" ? { lists: "latest" } : {}
  };
}
function decodeLayer(value) {
  if (!isRecord(value)) return void 0;
  const { key, sizeBytes, packages } = value;
  if (!isText(key) || typeof sizeBytes !== "number" || !isTexts(packages)) return void 0;
  return { key, sizeBytes, packages };
}
function isRootDigest(value) {
  return isText(value) && /^sha256:[0-9a-f]{64}$/.test(value);
}

// src/base/inventory.ts
async function takeInventory(box, { depth, host }, signal) {
  const end = await runTask(box, { script: inventory_default, args: [depth], host }, signal);
  if (statusOf(end.exit) !== 0) {
    return wrong(taskFailure("base/inventory", "the packages of the root can't be listed", { end }));
  }
  const lines = end.output.split("\n");
  const after = (word) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  return ok({
    sizeBytes: Number(after("size")[0]),
    packages: [...new Set(after("package"))].sort(),
    hashes: [...new Set(after("hash"))].sort()
  });
}
var MAKING = "tarwright root 1";
function digestOfPackages(hashes) {
  return digestOf([MAKING, ...hashes]);
}
function digestOf(lines) {
  const digest = `sha256:${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
  if (!isRootDigest(digest)) throw new Error(`not a digest: ${digest}`);
  return digest;
}

// src/base/cross.ts
async function openCross(opening, signal) {
  const { native, base, arch, workshop } = opening;
  const { engine } = native;
  const known = await readRecord(workshop.host, { name: base.name, arch, engine: engine.kind });
  const found = known?.below === native.keys.tools ? await crossGround(known, opening) : void 0;
  if (found) return ok(found);
  const made = await makeCross(opening, signal);
  if (!made.ok) return made;
  const ground = await crossGround(made.value, opening);
  if (!ground) throw new Error(`the layers of ${base.name} for ${arch} are gone as soon as they were made`);
  return ok(ground);
}
async function crossGround(record, { native, arch }) {
  const { engine } = native;
  const [run, tools] = await Promise.all([engine.layer(record.run.key), engine.layer(record.tools.key)]);
  if (!run || !tools) return void 0;
  return {
    ...native,
    base: { ...native.base, digest: record.digest },
    arch,
    run,
    tools,
    keys: { run: record.run.key, tools: record.tools.key },
    installed: { run: new Set(record.run.packages), tools: new Set(record.tools.packages) },
    cross: { machine: native.arch }
  };
}
async function makeCross(opening, signal) {
  var _stack = [];
  try {
    const { native, base, arch, workshop } = opening;
    const { host, report } = workshop;
    const what = `${arch} tools of ${base.name}`;
    report({
      kind: "note",
      message: `making base \`${base.name}\` for ${arch} from packages; this is done once`
    });
    const opened = await openWorkbox(
      native.engine,
      { root: native.tools, name: `the ${what}`, upper: "disk" },
      signal
    );
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    const foreign = DEBIAN_ARCHES[arch];
    const prepared = await runTask(box, { script: cross_prepare_default, args: [foreign], host }, signal);
    if (statusOf(prepared.exit) !== 0) {
      return wrong(
        taskFailure("base/unreachable", `the packages of \`${base.name}\` for ${arch} can't be listed`, {
          end: prepared,
          help: "check the network, and whether the mirror has that architecture, then run it again"
        })
      );
    }
    const compiler = compilerOf(arch);
    const packages = [`gcc-${compiler}`, `g++-${compiler}`, `libc6-dev:${foreign}`].map((name) => ({ name }));
    const installed = await install(
      box,
      { manager: "apt", packages, extent: "lean", lists: "pinned", what, base: base.name, host, report },
      signal
    );
    if (!installed.ok) return installed;
    const run = await unpackInto(box, { engine: native.engine, base, arch, host, names: [] }, signal);
    if (!run.ok) return run;
    await runTask(box, { script: "rm -rf /tarwright", args: [], host }, signal);
    const full = await takeInventory(box, { depth: "hashes", host }, signal);
    if (!full.ok) return full;
    const digest = digestOfPackages([...run.value.hashes, ...full.value.hashes]);
    const toolsKey = `cross-${digestOf([native.keys.tools, arch, digest]).slice("sha256:".length)}`;
    await commitUnlessThere(box, { engine: native.engine, key: toolsKey }, signal);
    const record = {
      ...{ name: base.name, arch, engine: native.engine.kind, digest, below: native.keys.tools },
      run: { key: run.value.key, sizeBytes: run.value.sizeBytes, packages: run.value.packages },
      tools: { key: toolsKey, sizeBytes: full.value.sizeBytes, packages: full.value.packages }
    };
    await writeRecord(host, record);
    await sweepTars(host);
    return ok(record);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function compilerOf(arch) {
  return `${arch.replace("_", "-")}-linux-gnu`;
}
async function unpackInto(box, { engine, base, arch, host, names, over }, signal) {
  const end = await runTask(
    box,
    { script: cross_unpack_default, args: [DEBIAN_ARCHES[arch], ...names], host },
    signal
  );
  if (statusOf(end.exit) !== 0) {
    const what = names.length > 0 ? names.map((name) => `\`${name}\``).join(", ") : `\`${base.name}\``;
    return wrong(
      taskFailure(
        isNetworkTrouble(end) ? "base/unreachable" : "base/install",
        `${what} can't be unpacked for ${arch}`,
        { end }
      )
    );
  }
  const lines = end.output.split("\n");
  const after = (word) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const hashes = after("hash").sort();
  const packages = [...new Set(hashes.map((line) => line.replace(/ .*/s, "")))].sort();
  const key = over?.key ?? `foreign-${digestOf(hashes).slice("sha256:".length)}`;
  const root = await engine.layer(key) ?? await withScratch(recordFolder(host), host, async (scratch) => {
    const copy = box.copyOut(guestPath("/tarwright"), joinPath(scratch, "out"), signal);
    const copied = await mustCopy(copy, `what is unpacked for ${arch}`);
    if (!copied.ok) return copied;
    const tar = joinPath(scratch, "out/root.tar");
    if (!over) await host.copyFile(tar, tarOf(host, key));
    return await engine.importTar(tar, { key, ...over }, signal);
  });
  if ("ok" in root) return root;
  return ok({ root, key, sizeBytes: Number(after("size")[0]), packages, hashes });
}
async function crossRunLayer(ground, names, { host }, signal) {
  var _stack = [];
  try {
    const { engine, run, keys, base, arch } = ground;
    const missing = [...new Set(names)].filter((name2) => !ground.installed.run.has(name2)).sort();
    if (missing.length === 0) return ok({ root: run, key: keys.run });
    const name = `run dependencies on ${base.name} for ${arch}`;
    const key = `use-${digestOf([keys.run, keys.tools, ...missing]).slice("sha256:".length)}`;
    const found = await engine.layer(key);
    if (found) return ok({ root: found, key });
    const opened = await openWorkbox(engine, { root: ground.tools, name, upper: "disk" }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    const over = { below: run, key };
    return await unpackInto(box, { engine, base, arch, host, names: missing, over }, signal);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function noCross({ name, arch }, machine, why) {
  return {
    severity: "error",
    code: "base/no-cross",
    blame: "request",
    message: `\`${name}\` can't be built for ${arch} on this machine, which is ${machine}: ${why}`,
    help: `build it on a machine that is ${arch}, or for a base of Debian's: \`--base debian-12\``
  };
}

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
async function buildRoot(ground, { system, style, dialect }, workshop, signal) {
  const shelf = ground.shelf ?? NO_SHELF;
  const wanted = wantedPackages(system, { shelf, part: "build" });
  if (!wanted.ok) return wanted;
  const isAddable = ground.shelf !== void 0 && ground.engine.kind !== "host";
  const wish = (name) => ground.cross ? `${name}${FOR_TARGET}` : name;
  const usual = (isAddable ? dialectPackages(dialect, shelf.manager) : []).map((name) => ({
    name: wish(name)
  }));
  const packages = [
    ...stylePackages(style, shelf.manager).map((name) => ({ name })),
    ...(ground.cross ? TARGET_PACKAGES[style] ?? [] : []).map((name) => ({ name: wish(name) })),
    ...wanted.value.map(({ name, by }) => ({ name: wish(name), span: by.span }))
  ];
  const tools = { root: ground.tools, key: ground.keys.tools, installed: ground.installed.tools };
  const common = {
    ground,
    packages: usual,
    prefix: "dialect",
    what: `what ${dialect} recipes count on`
  };
  const below = await layerOn(tools, common, workshop, signal);
  if (!below.ok) return below;
  const what = `build dependencies on ${ground.base.name}`;
  const declared = { ground, packages, prefix: "build", what };
  const layer = await layerOn({ ...tools, ...below.value }, declared, workshop, signal);
  return layer.ok ? ok(layer.value.root) : layer;
}
var TARGET_PACKAGES = { cargo: ["libstd-rust-dev"] };
async function runRoot(ground, system, workshop, signal) {
  const layer = await runLayer(ground, system, workshop, signal);
  return layer.ok ? ok(layer.value.root) : layer;
}
async function runLayer(ground, system, workshop, signal) {
  const wanted = runPackages(ground, system);
  if (!wanted.ok) return wanted;
  const below = { root: ground.run, key: ground.keys.run, installed: ground.installed.run };
  if (!ground.base.extensible) return ok(below);
  if (ground.cross) {
    return await crossRunLayer(
      ground,
      wanted.value.map(({ name }) => name),
      workshop,
      signal
    );
  }
  const packages = wanted.value.map(({ name, by }) => ({ name, span: by.span }));
  const what = `run dependencies on ${ground.base.name}`;
  return await layerOn(below, { ground, packages, prefix: "use", what }, workshop, signal);
}
function runPackages({ shelf }, system) {
  return wantedPackages(system, { shelf: shelf ?? NO_SHELF, part: "run" });
}
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
        ...ground.cross ? { foreign: DEBIAN_ARCHES[ground.arch] } : {},
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
function decodeLibraries(text) {
  const value = parseJson(text);
  if (!isRecord(value)) return void 0;
  const { folders, libraries, programFolders, programs } = value;
  if (!Array.isArray(folders) || !folders.every(isFolder)) return void 0;
  if (!Array.isArray(libraries) || !libraries.every(isLibrary)) return void 0;
  if (!Array.isArray(programFolders) || !programFolders.every(isFolder) || !isTexts(programs))
    return void 0;
  return { folders, libraries, programFolders, programs };
}
function isFolder(value) {
  return isRecord(value) && isText(value["path"]) && isText(value["real"]);
}
function isLibrary(value) {
  if (!isRecord(value)) return false;
  const { path, soname, elfClass, machine, versions, package: owner } = value;
  return isText(path) && (soname === void 0 || isText(soname)) && (owner === void 0 || isText(owner)) && (elfClass === 32 || elfClass === 64) && typeof machine === "number" && isTexts(versions);
}

// src/base/lock.ts
var BASE_LOCK_NAME = "tarwright-bases.lock";
function lockKey({ name, arch }) {
  return `${name}@${arch}`;
}
function readBaseLock(source) {
  const value = parseJson(source.text);
  const bases = isRecord(value) && value["version"] === VERSION2 ? value["bases"] : void 0;
  if (!isRecord(bases)) return wrong(unreadable(source));
  const entries = Object.entries(bases).map(([key, entry]) => [key, decodeLocked(entry)]);
  const lock = entries.flatMap(([key, entry]) => entry ? [[key, entry]] : []);
  return lock.length === entries.length ? ok(new Map(lock)) : wrong(unreadable(source));
}
var VERSION2 = 1;
function decodeLocked(value) {
  if (!isRecord(value) || !isRootDigest(value["digest"])) return void 0;
  const { digest } = value;
  const images = value["images"] === void 0 ? {} : decodeImages(value["images"]);
  const tars = value["tars"] === void 0 ? {} : decodeTars(value["tars"]);
  return images && tars && { digest, ...images, ...tars };
}
function decodeImages(value) {
  if (!isRecord(value)) return void 0;
  const { build, run, runDigest } = value;
  if (!isText(build) || !isText(run) || !isRootDigest(runDigest)) return void 0;
  return { images: { build, run, runDigest } };
}
function decodeTars(value) {
  if (!isRecord(value)) return void 0;
  const { run, tools, list } = value;
  if (!isSha256(run) || !isSha256(tools)) return void 0;
  if (list === void 0) return { tars: { run, tools } };
  return isText(list) ? { tars: { run, tools, list } } : void 0;
}
function isSha256(value) {
  return isText(value) && /^[0-9a-f]{64}$/.test(value);
}
function formatBaseLock(lock) {
  const bases = Object.fromEntries([...lock].sort(([a], [b]) => a < b ? -1 : 1));
  return `${JSON.stringify({ version: VERSION2, bases }, void 0, 2)}
`;
}
function checkLocked({ base, arch, run }, lock) {
  const locked2 = lock.get(lockKey({ name: base.name, arch }));
  if (!locked2) return [];
  if (locked2.digest !== base.digest)
    return [moved(base.name, { found: base.digest, expected: locked2.digest })];
  const runDigest = locked2.images?.runDigest;
  if (run === void 0 || runDigest === void 0 || run === runDigest) return [];
  return [moved(base.name, { found: run, expected: runDigest })];
}
function moved(name, { found, expected }) {
  return {
    severity: "error",
    code: "base/other-root",
    blame: "world",
    message: `the root of \`${name}\` is ${found} here, and \`${BASE_LOCK_NAME}\` has ${expected}`,
    help: `bring the root that was locked (\`base export\`, \`base create --from\`), or take the new one: \`tarwright base lock ${name}\``
  };
}
function unreadable(source) {
  return {
    severity: "error",
    code: "base/lock",
    blame: "request",
    message: `\`${source.name}\` can't be read as a lock of bases`,
    span: { source, start: 0, end: 0 },
    help: "take the one of your version control, or remove it and lock anew: `tarwright base lock NAME…`"
  };
}

// src/base/image.ts
async function openImage(base, { engine, arch, workshop }, signal) {
  const references = referencesOf(base, { arch, workshop });
  workshop.report({ kind: "note", message: `base \`${base.name}\` is image \`${references.build}\`` });
  const build = await bring(references.build, { base, engine }, signal);
  if (!build.ok) return build;
  const run = references.run === references.build ? build : await bring(references.run, { base, engine }, signal);
  if (!run.ok) return run;
  const kind = await kindOf(base, { image: build.value, engine, workshop }, signal);
  if (!kind.ok) return kind;
  const { family, manager, extensible } = kind.value;
  const opened = { name: base.name, family, digest: build.value.digest, extensible };
  const moved2 = checkLocked({ base: opened, arch, run: run.value.digest }, workshop.lock);
  if (moved2.length > 0) return { ok: false, error: moved2 };
  const ground = {
    base: opened,
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
async function resolveImage(base, { engine, arch, workshop }, signal) {
  const { build } = referencesOf(base, { arch, workshop });
  const image = await bring(build, { base, engine }, signal);
  if (!image.ok) return image;
  const kind = await kindOf(base, { image: image.value, engine, workshop }, signal);
  if (!kind.ok) return kind;
  const { family, extensible } = kind.value;
  const resolved = { name: base.name, family, digest: image.value.digest, extensible };
  const moved2 = checkLocked({ base: resolved, arch }, workshop.lock);
  return moved2.length > 0 ? { ok: false, error: moved2 } : ok(resolved);
}
async function pinImage(base, { engine, arch, workshop }, signal) {
  const references = referencesOf(base, { arch, workshop });
  const build = await bring(references.build, { base, engine }, signal);
  if (!build.ok) return build;
  const run = await bring(references.run, { base, engine }, signal);
  if (!run.ok) return run;
  const images = {
    build: pinnedReference(references.build, build.value),
    run: pinnedReference(references.run, run.value),
    runDigest: run.value.digest
  };
  return ok({ digest: build.value.digest, images });
}
function pinnedReference(reference, { digest, root }) {
  if (root.kind === "image" && root.reference === digest) return reference;
  return `${reference.replace(/@.*$/, "").replace(/:[^:/]*$/, "")}@${digest}`;
}
function referencesOf(base, { arch, workshop: { lock } }) {
  const locked2 = lock.get(lockKey({ name: base.name, arch }))?.images;
  if (locked2) return locked2;
  if (base.kind === "image") return { build: base.reference, run: base.reference };
  if (!base.images) throw new Error(`${base.name} has no image`);
  return base.images;
}
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

// src/base/machine.ts
var DATABASES = [
  { manager: "apt", file: "/var/lib/dpkg/status" },
  { manager: "apk", file: "/lib/apk/db/installed" },
  { manager: "dnf", file: "/var/lib/rpm/rpmdb.sqlite" },
  { manager: "dnf", file: "/usr/lib/sysimage/rpm/rpmdb.sqlite" },
  // Of rpm before 4.16, as AlmaLinux 8 has it.
  { manager: "dnf", file: "/var/lib/rpm/Packages" }
];
async function lookAtMachine(host) {
  const system = await host.readText(hostPath("/etc/os-release")) ?? "";
  const release = releaseOf(system);
  const libraries = (await host.readBytes(hostPath("/etc/ld.so.cache")))?.toString("latin1") ?? "";
  const found = await readDatabase(hostPath("/"), host);
  if (!found) return { release, manager: void 0, packages: /* @__PURE__ */ new Set(), state: [system, libraries] };
  const { manager, text } = found;
  return { release, manager, packages: installedIn(manager, text), state: [system, libraries, text] };
}
async function readDatabase(root, host) {
  for (const { manager, file } of DATABASES) {
    const place = joinPath(root, `.${file}`);
    const database = await host.readBytes(place);
    if (database) return { manager, file: place, text: database.toString("latin1") };
  }
  return void 0;
}
async function lackingPackages(root, wanted, host) {
  const found = await readDatabase(root, host);
  if (!found || found.manager === "dnf") return void 0;
  const { manager, text } = found;
  const there = /* @__PURE__ */ new Set([...installedIn(manager, text), ...providedIn(manager, text)]);
  const names = wanted.filter((name) => PACKAGE_NAME.test(name) && !there.has(name));
  if (names.length === 0) return void 0;
  const command = manager === "apt" ? "apt-get install" : "apk add";
  return { names, command: `${command} ${names.join(" ")}` };
}
async function packagesBelow(root, host) {
  const found = await readDatabase(root, host);
  if (!found) return void 0;
  if (found.manager === "dnf") return await packagesOfRpm(found.file, host);
  const [stanzas, name, version] = found.manager === "apt" ? [installedStanzas(found.text), /^Package: (\S+)$/m, /^Version: (\S+)$/m] : [found.text.split("\n\n"), /^P:(\S+)$/m, /^V:(\S+)$/m];
  const rows = stanzas.flatMap((stanza) => {
    const one = name.exec(stanza)?.[1];
    return one === void 0 ? [] : [[one, version.exec(stanza)?.[1] ?? ""]];
  });
  return new Map(rows.sort(([a], [b]) => a < b ? -1 : 1));
}
async function packagesOfRpm(file, host) {
  const format = "%{NAME} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\\n";
  const args = ["--dbpath", joinPath(file, ".."), "-qa", "--queryformat", format];
  const env = { PATH: host.environment("PATH") ?? "/usr/bin:/bin", LC_ALL: "C" };
  const { exit, stdout } = await host.query({ program: "rpm", args, env });
  if (exit.kind !== "exited" || exit.status !== 0) return void 0;
  const rows = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("gpg-pubkey "));
  return new Map(rows.sort().map((row) => [row.replace(/ .*/, ""), row.replace(/^[^ ]* /, "")]));
}
var PACKAGE_NAME = /^[A-Za-z0-9][A-Za-z0-9+._:-]*$/;
function providedIn(manager, database) {
  const lists = manager === "apt" ? installedStanzas(database).flatMap((one) => /^Provides: (.*)$/m.exec(one)?.[1]?.split(",") ?? []) : [...database.matchAll(/^p:(.*)$/gm)].flatMap(([, list = ""]) => list.split(" "));
  return lists.map((one) => one.trim().replace(/[ =(].*$/, ""));
}
var UNTOLD = "linux";
function releaseOf(system) {
  const field = (name) => new RegExp(`^${name}=(["']?)([^"'\\n]*)\\1$`, "m").exec(system)?.[2];
  return [field("ID") ?? UNTOLD, field("VERSION_ID")].filter(Boolean).join("-");
}
async function basesOf(root, host) {
  const system = await describe(root, host) ?? await describe(hostPath("/"), host) ?? "";
  const release = releaseOf(system);
  if (release === UNTOLD) return [];
  const stack = stackOn(release, host);
  const shorter = [...release.matchAll(/\./g)].map(({ index }) => release.slice(0, index));
  return [...stack ? [stack] : [], release, ...shorter.reverse()];
}
async function describe(root, host) {
  const own = await host.readText(joinPath(root, "etc/os-release"));
  return own ?? await host.readText(joinPath(root, "usr/lib/os-release"));
}
function stackOn(release, host) {
  const stack = host.environment("STACK") ?? "";
  const [, number] = /^heroku-([0-9]+)$/.exec(stack) ?? [];
  return number !== void 0 && release === `ubuntu-${number}.04` ? stack : void 0;
}
function installedIn(manager, database) {
  switch (manager) {
    case "apt":
      return new Set(
        installedStanzas(database).flatMap((stanza) => /^Package: (\S+)$/m.exec(stanza)?.[1] ?? [])
      );
    case "apk":
      return new Set([...database.matchAll(/^P:(\S+)$/gm)].map(([, name = ""]) => name));
    case "dnf":
      return /* @__PURE__ */ new Set();
  }
}
function installedStanzas(database) {
  return database.split("\n\n").filter((stanza) => /^Status: \S+ \S+ installed$/m.test(stanza));
}
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
async function hasTools(host) {
  const found = await Promise.all(
    ["cc", "make", "patch"].map((tool) => host.realPath(hostPath(`/usr/bin/${tool}`)))
  );
  return found.every((path) => path !== void 0);
}

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
  root=/tarwright/root
  mirror=$(printf '%s\\n' "$sources" | sed -n 's/^deb \\(\\[[^]]*\\] \\)\\{0,1\\}\\([^ ]*\\) .*/\\2/p' | head -n 1)
  debootstrap --variant=minbase "$suite" $root $mirror
  cd $root
  [ -z "$sources" ] || printf '%s\\n' "$sources" >etc/apt/sources.list
  # It knows one suite: what was mended since the release comes by apt, and the lists stay for the layers to come.
  cp $state/etc/apt/apt.conf.d/90machine etc/apt/apt.conf.d/99tarwright
  printf '#!/bin/sh\\nexit 101\\n' >usr/sbin/policy-rc.d
  chmod 755 usr/sbin/policy-rc.d
  mount -t proc proc proc
  chroot . apt-get -q update
  chroot . apt-get -qy --no-install-recommends -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confnew dist-upgrade
  umount proc
  rm -f usr/sbin/policy-rc.d etc/apt/apt.conf.d/99tarwright
  find var/lib/apt/lists -maxdepth 1 -type f ! -name lock -exec mv -t $state/var/lib/apt/lists {} +
  sh /tarwright/complete $root
  rm -rf var/cache/apt/*.bin var/cache/apt/archives/*.deb var/lib/apt/lists/* var/lib/apt/extended_states var/log/*.log \\
    var/log/apt/* var/cache/ldconfig/* var/lib/dpkg/*-old var/cache/debconf/*-old etc/*- debootstrap
  [ ! -e etc/machine-id ] || : >etc/machine-id
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

// src/base/sources.ts
var INDEX_FORMAT = "$(REPO_URI)	$(RELEASE)	$(ORIGIN)	$(CODENAME)";
function readIndexes(text) {
  return text.split("\n").flatMap((line) => {
    const [uri, suite, origin, codename] = line.split("	");
    if (!uri || !suite || origin === void 0 || codename === void 0) return [];
    return [{ uri, suite, origin, codename }];
  });
}
function readSources(file) {
  return file.name.endsWith(".sources") ? readStanzas(file.text) : readLines(file.text);
}
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
function withSlash(uri) {
  return uri.endsWith("/") ? uri : `${uri}/`;
}
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
    const listOf2 = (name) => words(fields.get(name) ?? "");
    if (!listOf2("types").includes("deb") || /^no$/i.test(fields.get("enabled") ?? "yes")) return [];
    const options = [...fields].filter(([name, value]) => !NOT_OPTIONS.has(name) && !/\s/.test(value)).map(([name, value]) => [SHORT_NAMES[name] ?? name, value]);
    return listOf2("uris").flatMap(
      (uri) => listOf2("suites").map((suite) => ({ uri, suite, components: listOf2("components"), options }))
    );
  });
}
function words(text) {
  return text.split(/\s+/).filter(Boolean);
}

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
async function machineSources(host) {
  const folder = hostPath("/etc/apt/sources.list.d");
  const names = (await host.list(folder) ?? []).filter((name) => /\.(list|sources)$/.test(name));
  const files = [hostPath("/etc/apt/sources.list"), ...names.map((name) => joinPath(folder, name))];
  const texts = await Promise.all(
    files.map(async (name) => ({ name, text: await host.readText(name) ?? "" }))
  );
  return texts.flatMap(readSources);
}
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

// src/base/lend-tar.sh
var lend_tar_default = `# In a buildbox over a root with tools, as root: leaves GNU's tar, its loader and its libraries in $1, to be run in a root
# that has another tar, or none: \`$1/loader --library-path $1/lib $1/tar\`. Exit: 23 no such tar here.
set -eu
mkdir -p "$1/lib"
for tar in /usr/bin/tar /bin/tar; do
  [ ! -e $tar ] || ! $tar --version | grep -q GNU || break
done
$tar --version | grep -q GNU || exit 23
# The one that it names: a system may have those of two C libraries.
loader=$(tr '\\000' '\\n' <$tar | grep -m 1 '^/lib[^ ]*/ld-')
cp -L $tar "$1/tar"
cp -L "$loader" "$1/loader"
"$loader" --list $tar | sed -n 's/.* => \\(\\/[^ ]*\\).*/\\1/p' | while read -r library; do
  cp -L "$library" "$1/lib/"
done
`;

// src/base/lend.ts
async function lend({ engine, tools, base }, { manager, ...lending }, signal) {
  const lender = { engine, tools, what: `what the tools of ${base.name} lend` };
  return manager === "apt" ? await lendLists2(lender, lending, signal) : await lendTar(lender, lending, signal);
}
async function lendLists2({ engine, tools, what }, { scratch }, signal) {
  var _stack = [];
  try {
    const opened = await openWorkbox(engine, { root: tools, name: what, upper: "disk" }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    const state = joinPath(scratch, "lent");
    for (const folder of ["etc/apt", "var/lib/apt/lists"]) {
      const copied = await mustCopy(
        box.copyOut(guestPath(`/${folder}`), joinPath(state, folder), signal),
        what
      );
      if (!copied.ok) return copied;
    }
    return ok(state);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function lendTar({ engine, tools, what }, { scratch, host }, signal) {
  var _stack = [];
  try {
    const opened = await openWorkbox(engine, { root: tools, name: what, upper: "disk" }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    const end = await runTask(box, { script: lend_tar_default, args: [LENT], host }, signal);
    if (statusOf(end.exit) !== 0) return wrong(taskFailure("base/sync", `${what} can't be gathered`, { end }));
    const folder = joinPath(scratch, "lent");
    const copied = await mustCopy(box.copyOut(guestPath(LENT), folder, signal), what);
    return copied.ok ? ok(folder) : copied;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var LENT = "/tarwright/lent";
function lentTar(folder) {
  return [`${folder}/loader`, "--library-path", `${folder}/lib`, `${folder}/tar`];
}

// src/base/pack.ts
import { createHash as createHash2 } from "node:crypto";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
var OWN_TAR = ["tar"];
async function packBox(box, { file, by, form: form2, times, without, host }, signal) {
  const whole = ["--one-file-system", "--numeric-owner", "--xattrs", "--sort=name"];
  const clamp = times === "kept" ? [] : [`--mtime=@${SOURCE_DATE_EPOCH}`, "--clamp-mtime"];
  const headers = ["--format=posix", "--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime"];
  const left = ["./proc", "./sys", "./dev", ...without].map((name) => `--exclude=${name}`);
  const argv = [...by, "-c", ...whole, ...clamp, ...headers, ...left, "-f", "-", "-C", "/", "."];
  const packer = box.start({ argv, cwd: guestPath("/"), env: rootEnvironment(host), user: "root" }, signal);
  packer.stdin.end();
  const said = lastOf(packer.stderr);
  const hash = createHash2("sha256");
  const watch = new PassThrough();
  watch.on("data", (chunk) => hash.update(chunk));
  const zip = form2 === "gzip" ? createGzip({ level: 1 }) : new PassThrough();
  await pipeline(packer.stdout, zip, watch, host.writeStream(file, "new"), { signal });
  const exit = await packer.exit;
  signal.throwIfAborted();
  if (exit.kind !== "exited" || exit.status !== 0) return { ok: false, error: said() };
  return ok(hash.digest("hex"));
}
function lastOf(stream) {
  let text = "";
  stream.on("data", (chunk) => {
    text = (text + chunk.toString()).slice(-1024);
  });
  return () => text.trim().split("\n").at(-1) ?? "";
}

// src/base/package-list.ts
function isVersion(found, listed, manager) {
  if (manager !== "dnf" || listed === void 0) return found === listed;
  const isWhole = listed.includes(":");
  const plain = (version) => version.replace(isWhole ? /^0:/ : /^[0-9]+:/, "");
  return found.split(" ").some((one) => plain(one) === plain(listed));
}
function readPackageList(source, { manager, arch }) {
  const problems = [];
  const packages = /* @__PURE__ */ new Map();
  for (const { text, span } of linesOf(source)) {
    if (isHeading(text)) continue;
    const row = firstMatch(FORMS[manager], text);
    if (!row) {
      problems.push(unread(text, span));
      continue;
    }
    const [name, foreign] = splitArch(row.name, { manager, arch });
    if (foreign !== void 0) problems.push(otherArch(name, { foreign, arch, span }));
    if (!row.isThere || foreign !== void 0) continue;
    const other = packages.get(name);
    if (other && other.version !== row.version) problems.push(twice(name, { span, first: other.span }));
    packages.set(name, row.version === void 0 ? { name, span } : { name, version: row.version, span });
  }
  if (problems.length === 0 && packages.size === 0) problems.push(empty(source));
  return problems.length > 0 ? { ok: false, error: sortDiagnostics(problems) } : ok([...packages.values()]);
}
function linesOf(source) {
  let start = 0;
  return source.text.split("\n").flatMap((line) => {
    const begin = start;
    start += line.length + 1;
    const text = line.replace(/(^|\s)#.*$/, "").trim();
    if (text === "") return [];
    const from = begin + line.indexOf(text);
    return [{ text, span: { source, start: from, end: from + text.length } }];
  });
}
function isHeading(text) {
  return /^(Listing\.\.\.|Desired=|\| Status=|\|\/ Err\?=|\|\|\/ Name|[+=-]{3}|Installed [Pp]ackages$|gpg-pubkey-|WARNING: )/.test(
    text
  );
}
function firstMatch(forms, text) {
  for (const form2 of forms) {
    const row = form2(text);
    if (row) return row;
  }
  return void 0;
}
var NAME = "[A-Za-z0-9][A-Za-z0-9+._-]*(?::[a-z0-9-]+)?";
var VERSION3 = "[A-Za-z0-9][A-Za-z0-9.+:~_^-]*";
function form(pattern) {
  const expression = new RegExp(`^${pattern}$`);
  return (line) => {
    const match = expression.exec(line);
    const name = match?.[1];
    if (name === void 0) return void 0;
    const version = match?.[2];
    return { name, isThere: true, ...version === void 0 ? {} : { version } };
  };
}
var RPM_ARCH = "x86_64|aarch64|i[3-6]86|noarch";
function ofRpm(pattern, groups) {
  const expression = new RegExp(`^${pattern}$`);
  return (line) => {
    const match = expression.exec(line);
    if (!match) return void 0;
    const group = (name) => match[groups.indexOf(name) + 1] ?? "";
    const arch = group("arch") === "noarch" ? "all" : group("arch");
    return { name: `${group("name")}:${arch}`, version: group("version"), isThere: true };
  };
}
var PLAIN = [
  form(`(${NAME})`),
  form(`(${NAME})\\s*={1,2}\\s*(${VERSION3})`),
  form(`(${NAME})\\s+(${VERSION3})`)
];
var FORMS = {
  apt: [
    // dpkg --get-selections: held is there, too.
    (line) => {
      const [, name, wish] = new RegExp(`^(${NAME})\\s+(install|hold|deinstall|purge)$`).exec(line) ?? [];
      return name === void 0 ? void 0 : { name, isThere: wish === "install" || wish === "hold" };
    },
    // Heroku's own word for what it lists.
    (line) => {
      const [, name, status] = new RegExp(`^(${NAME})\\s+\\(package status: ([a-z-]+)\\)$`).exec(line) ?? [];
      return name === void 0 ? void 0 : { name, isThere: status === "installed" };
    },
    // dpkg -l: wish, state, name, version, architecture, and what the package is.
    (line) => {
      const [, state, name, version] = new RegExp(`^[uirph]([ncHUFWti])[R ]?\\s+(${NAME})\\s+(${VERSION3})\\s+\\S+(?:\\s.*)?$`).exec(line) ?? [];
      if (name === void 0 || version === void 0) return void 0;
      return { name, version, isThere: state === "i" };
    },
    form(`(${NAME})/\\S*\\s+(${VERSION3})\\s+\\S+(?:\\s+\\[.*\\])?`),
    ...PLAIN
  ],
  apk: [form(`(${NAME}?)-([0-9][A-Za-z0-9._]*-r[0-9]+)(?:\\s.*)?`), ...PLAIN],
  dnf: [
    // rpm -qa, and dnf list --installed: with the architecture where apt has it.
    ofRpm(`(${NAME}?)-([^-\\s]+-[^-\\s]+)\\.(${RPM_ARCH})`, ["name", "version", "arch"]),
    ofRpm(`(${NAME}?)\\.(${RPM_ARCH})\\s+(${VERSION3})\\s+\\S+`, ["name", "arch", "version"]),
    ...PLAIN
  ]
};
function splitArch(name, { manager, arch }) {
  const [plain = name, tag] = name.split(":");
  if (tag === void 0 || tag === "all" || manager === "apk") return [plain, void 0];
  return [plain, tag === (manager === "apt" ? DEBIAN_ARCHES[arch] : arch) ? void 0 : tag];
}
function unread(text, span) {
  return problem("base/package-line", `\`${text}\` tells of no package`, {
    span,
    help: "write a name, `name=version`, or a line as `dpkg --get-selections`, `apk info -v` or `rpm -qa` print it"
  });
}
function otherArch(name, { foreign, arch, span }) {
  return problem("base/package-arch", `\`${name}\` is listed for ${foreign}, and the root is for ${arch}`, {
    span,
    help: "leave the line out: a root holds packages of one architecture"
  });
}
function twice(name, { span, first }) {
  return {
    ...problem("base/package-twice", `\`${name}\` is listed in two versions`, {
      span,
      help: "keep one of the two"
    }),
    related: [{ message: "the first one", span: first }]
  };
}
function empty(source) {
  return problem("base/package-line", "the list names no package", {
    span: { source, start: 0, end: 0 },
    help: "a root without packages is none; write one a line"
  });
}
function problem(code, message, { span, help }) {
  return { severity: "error", code, blame: "request", message, span, help };
}

// src/base/sync-apk.sh
var sync_apk_default = `# In a buildbox over a root of Alpine's kind, as root: what \`base sync\` does, step by step. The steps are those of
# sync-apt.sh. apk keeps the list itself, as its \`world\`: what is on it comes, and what nothing on it needs goes.
# Exit: 20 no lists to be had, 21 not installed.
set -uf
step=$1
shift
case $step in
look)
  apk update >&2 || exit 20
  # One that is installed stands there, too: that is no repository.
  apk policy "$@" | awk '
    /^[^ ].* policy:$/ { name = $1 }
    /^  [^ ].*:$/ { version = substr($1, 1, length($1) - 1) }
    /^    / && !/\\/db\\/installed$/ { print "offer", name, version }'
  ;;
known)
  apk search -q
  ;;
install)
  printf '%s\\n' "$@" | LC_ALL=C sort >/etc/apk/world
  apk --purge --no-progress add || exit 21
  ;;
purge) ;;
expel)
  for one in "$@"; do
    apk info -qr "$one" | sed "/^$/d; s/-[^-]*-r[0-9]*\\$//; s/^\\(.*\\)\\$/need \\1 $one/"
  done
  ;;
clean)
  set +f
  rm -rf /var/cache/apk/* /lib/apk/db/lock /var/log/apk.log
  ;;
esac
`;

// src/base/sync-apt.sh
var sync_apt_default = `# In a buildbox over a root of Debian's kind, as root, with apt's lists and settings in /tarwright/state: what \`base sync\`
# does, step by step. $1: the step; the rest: packages, as NAME or NAME=VERSION.
#   look: reads the lists anew; prints \`offer NAME VERSION\` for each package of the rest that some repository has
#   known: prints the names of all that the repositories have
#   install: brings them, in these versions
#   purge: keeps the packages of the rest, and what needs no word of theirs goes
#   expel: removes the packages of the rest, essential ones too, unless another needs them; prints \`need WHO WHAT\`
#   clean: leaves nothing of apt's work
# Exit: 20 no lists to be had, 21 not installed, 22 not removed.
set -u
step=$1
shift
state=/tarwright/state
export APT_CONFIG=/tarwright/apt.conf
if [ ! -e $APT_CONFIG ]; then
  # Settings of the root itself, and over them those that its tools were brought with.
  mkdir -p /tarwright/apt $state/etc/apt $state/var/lib/apt/lists/partial $state/var/cache/apt/archives/partial
  cp -a /etc/apt/. /tarwright/apt/
  cp -a $state/etc/apt/. /tarwright/apt/
  cat >$APT_CONFIG <<CONF
Dir::Etc "/tarwright/apt";
Dir::State::lists "$state/var/lib/apt/lists";
Dir::Cache::archives "$state/var/cache/apt/archives";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
APT::Install-Recommends "false";
APT::AutoRemove::RecommendsImportant "false";
APT::AutoRemove::SuggestsImportant "false";
Dpkg::Use-Pty "0";
Dpkg::Options { "--force-unsafe-io"; "--force-confnew"; };
CONF
  # Services must not start in a box.
  [ -e /usr/sbin/policy-rc.d ] || {
    printf '#!/bin/sh\\nexit 101\\n' >/usr/sbin/policy-rc.d
    chmod 755 /usr/sbin/policy-rc.d
    : >/tarwright/policy
  }
fi
set -f
case $step in
look)
  # Lists that are there serve where nobody can be reached.
  apt-get -q update || ls $state/var/lib/apt/lists | grep -q _Packages || exit 20
  apt-cache madison "$@" 2>/dev/null | sed -n 's/^ *\\([^ |]*\\) *| *\\([^ |]*\\) *|.*/offer \\1 \\2/p'
  ;;
known)
  apt-cache pkgnames
  ;;
install)
  apt-get -qy --allow-downgrades --allow-change-held-packages --allow-remove-essential install -- "$@" || exit 21
  ;;
purge)
  dpkg-query -W -f '\${db:Status-Status} \${binary:Package}\\n' | sed -n 's/^installed //p' | xargs apt-mark -qq auto || exit 22
  apt-mark -qq manual "$@" || exit 22
  apt-get -qy --purge autoremove || exit 22
  ;;
expel)
  # Those of which only settings are left, too.
  removed=$(dpkg-query -W -f '\${db:Status-Status} \${binary:Package}\\n' | sed -n 's/^config-files //p')
  force=--force-remove-essential
  ! dpkg --force-help | grep -q remove-protected || force="$force --force-remove-protected"
  [ "$#$removed" = 0 ] || dpkg --purge --abort-after=10000 $force -- "$@" $removed 2>&1 |
    sed -n -e '/ depends on /!d; s/[.;]$//; s/^ \\([^ ]*\\) depends on \\([^ ]*\\).*/need \\1 \\2/p'
  ;;
clean)
  set +f
  [ ! -e /tarwright/policy ] || rm -f /usr/sbin/policy-rc.d
  rm -rf $state/var/cache/apt/archives/*.deb /tarwright/apt /tarwright/apt.conf /tarwright/policy
  rm -rf /var/cache/apt/* /var/lib/apt/lists/* /var/lib/apt/extended_states
  rm -f /var/lib/dpkg/*-old /var/cache/debconf/*-old
  mkdir -p /var/cache/apt/archives/partial /var/lib/apt/lists/partial
  ;;
esac
`;

// src/base/sync-clean.sh
var sync_clean_default = "# In a buildbox over a root that will be packed for good, as root: leaves nothing of this day, or of the box, whoever manages its packages.\nset -u\nrm -rf /tmp/* /var/tmp/* /var/cache/ldconfig/*\nrm -f /etc/*- /var/lib/systemd/random-seed /var/lib/dbus/machine-id\n[ ! -d /var/log ] || find /var/log -type f -exec truncate -s 0 {} +\n[ ! -e /etc/machine-id ] || : >/etc/machine-id\nfor file in passwd group shadow gshadow; do\n  [ ! -e /etc/$file ] || sed -i '/^tarwright-build:/d' /etc/$file\ndone\n# Proxies and mirrors may have a login in them.\nrm -f /etc/apt/apt.conf.d/90machine\n[ ! -f /etc/apt/sources.list ] || sed -i 's#://[^/@ ]*@#://#' /etc/apt/sources.list\n# Keys that a package made for this one machine are no package's.\nrm -f /etc/ssh/ssh_host_*_key /etc/ssh/ssh_host_*_key.pub\n";

// src/base/sync-dnf.sh
var sync_dnf_default = `# In a buildbox over a root of Fedora's kind, as root: what \`base sync\` does, step by step. The steps are those of
# sync-apt.sh. dnf brings; rpm removes, since dnf would take with it what needs an extra.
# Exit: 20 no lists to be had, 21 not installed, 22 not removed.
set -uf
step=$1
shift
case $step in
look)
  dnf -q makecache >&2 || exit 20
  dnf -q repoquery --arch "noarch,$(uname -m)" --qf 'offer %{name} %{epoch}:%{version}-%{release}\\n' "$@" | sed 's/ 0:/ /'
  ;;
known)
  dnf -q repoquery --qf '%{name}\\n'
  ;;
install)
  for word in "$@"; do
    shift
    case $word in *=*) word=\${word%%=*}-\${word#*=} ;; esac
    set -- "$@" "$word"
  done
  dnf -y --best --allowerasing --setopt=install_weak_deps=False --setopt=protected_packages= install "$@" || exit 21
  ;;
purge) ;;
expel)
  # Whatever another needs stays: rpm names what it gives, so who gives it is asked for.
  while [ $# -gt 0 ]; do
    said=$(rpm -e --test --allmatches "$@" 2>&1) && break
    needs=$(printf '%s\\n' "$said" | sed -n 's/^\\t\\(.*\\) is needed by (installed) \\(.*\\)$/\\1\\t\\2/p')
    [ "$needs" ] || { printf '%s\\n' "$said" >&2; exit 22; }
    stay=$(printf '%s\\n' "$needs" | while IFS='	' read -r what who; do
      rpm -q --qf '%{NAME}\\n' --whatprovides "\${what%% *}" | while read -r name; do
        printf '%s %s\\n' "$(rpm -q --qf '%{NAME}' "$who")" "$name"
      done
    done)
    less=
    for one in "$@"; do
      printf '%s\\n' "$stay" | grep -q " $one\\$" || less="$less $one"
    done
    printf '%s\\n' "$stay" | sed 's/^/need /'
    # A name that nobody gives would be asked for for ever.
    [ "$less" != " $*" ] || { printf '%s\\n' "$said" >&2; exit 22; }
    set -- $less
  done
  [ $# = 0 ] || rpm -e --allmatches "$@" >/tarwright/removed 2>&1 || { cat /tarwright/removed >&2; exit 22; }
  # What rpm keeps of settings that were changed.
  [ $# = 0 ] || sed -n 's/^warning: .* saved as \\(.*\\.rpmsave\\)$/\\1/p' /tarwright/removed | while read -r file; do
    rm -f "$file"
  done
  ;;
clean)
  set +f
  rm -rf /var/cache/dnf/* /var/cache/libdnf5/* /var/lib/dnf/history* /usr/lib/sysimage/libdnf5/transaction_history*
  rm -f /var/lib/rpm/__db* /var/lib/rpm/.rpm.lock /tarwright/removed
  ;;
esac
`;

// src/base/sync.ts
async function syncRoot(syncing, signal) {
  var _stack = [];
  try {
    const { name, manager, engine, root, lent, packages, scratch, host } = syncing;
    const unkept = withoutManager(syncing);
    if (unkept) return wrong(unkept);
    const what = `the packages of ${name}`;
    const opened = await openWorkbox(engine, { root, name: what, upper: "disk" }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    if (lent) {
      const copied = await mustCopy(box.copyIn(lent, guestPath(STATE), "root", signal), "what tools lend");
      if (!copied.ok) return copied;
    }
    const absent = await lookForAbsent(box, syncing, signal);
    if (!absent.ok) return absent;
    const changed = await change(box, syncing, signal);
    if (!changed.ok) return changed;
    const there = await listPackages(box, { what, host }, signal);
    if (!there.ok) return there;
    const differences = differencesOf(packages, { manager, there: there.value, neededBy: changed.value });
    if (differences.length > 0) return { ok: false, error: differences };
    const failed = await cleanRoot(box, { manager, host }, signal);
    if (failed) return wrong(taskFailure("base/sync", `${what} can't be finished`, { end: failed }));
    const newer = manager === "apt" ? joinPath(scratch, "state") : void 0;
    if (newer) {
      const taken = await mustCopy(box.copyOut(guestPath(STATE), newer, signal), "apt's lists");
      if (!taken.ok) return taken;
    }
    const tar = joinPath(scratch, "root.tar");
    const without = ["./tarwright", ...BOX_FOLDERS];
    const by = manager === "apt" ? OWN_TAR : lentTar(STATE);
    const packing = { file: tar, by, form: "tar", times: "long-past", without, host };
    const packed = await packBox(box, packing, signal);
    return packed.ok ? ok({ tar, state: newer }) : wrong(unpacked(name, packed.error));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function cleanRoot(box, { manager, host }, signal) {
  const cleaned = await runTask(box, { script: SCRIPTS2[manager], args: ["clean"], host }, signal);
  const swept = await runTask(box, { script: sync_clean_default, args: [], host }, signal);
  return [cleaned, swept].find(({ exit }) => statusOf(exit) !== 0);
}
var BOX_FOLDERS = ["./build", "./etc/resolv.conf", "./etc/hostname", "./.dockerenv"];
var STATE = "/tarwright/state";
var SCRIPTS2 = { apt: sync_apt_default, apk: sync_apk_default, dnf: sync_dnf_default };
var KEEPERS = {
  apt: ["apt"],
  apk: ["apk-tools"],
  dnf: ["dnf", "dnf5"]
};
function withoutManager({ name, manager, packages }) {
  const keepers = KEEPERS[manager];
  if (packages.some((one) => keepers.includes(one.name))) return void 0;
  const which = keepers.map((one) => `\`${one}\``).join(" or ");
  return {
    severity: "error",
    code: "base/no-manager",
    blame: "request",
    message: `the list of \`${name}\` leaves out ${which}, and without it nothing can be laid on the root`,
    help: `add ${which} to the list`
  };
}
async function runStep(box, { step, names, syncing }, signal) {
  const { name, manager, host, report } = syncing;
  const script = SCRIPTS2[manager];
  const progress = installProgress(`packages of ${name}`, report);
  const end = await runTask(box, { script, args: [step, ...names], onLine: progress.line, host }, signal);
  if (statusOf(end.exit) === 0) progress.finish();
  return end;
}
async function lookForAbsent(box, syncing, signal) {
  const { name, manager, packages, host } = syncing;
  const what = `the packages of ${name}`;
  const there = await listPackages(box, { what, host }, signal);
  if (!there.ok) return there;
  const names = packages.map((one) => one.name);
  const end = await runStep(box, { step: "look", names, syncing }, signal);
  if (statusOf(end.exit) !== 0) return wrong(refused(name, end));
  const offers = /* @__PURE__ */ new Map();
  for (const [, one = "", version = ""] of end.output.matchAll(/^offer (\S+) (\S+)$/gm)) {
    offers.set(one, [...offers.get(one) ?? [], version]);
  }
  const absent = packages.filter((one) => {
    const versions = [...offers.get(one.name) ?? [], ...there.value.get(one.name)?.split(" ") ?? []];
    return one.version === void 0 ? versions.length === 0 : !versions.some((version) => isVersion(version, one.version, manager));
  });
  if (absent.length === 0) return ok(void 0);
  const { output } = await runStep(box, { step: "known", names: [], syncing }, signal);
  const known = output.split("\n").filter(Boolean).sort();
  return { ok: false, error: absent.map((one) => gone(one, { known, offers: offers.get(one.name) ?? [] })) };
}
async function change(box, syncing, signal) {
  const { name, packages, host } = syncing;
  const names = packages.map((one) => one.name);
  const exact = packages.map((one) => one.version === void 0 ? one.name : `${one.name}=${one.version}`);
  for (const [step, words2] of [
    ["install", exact],
    ["purge", names]
  ]) {
    const end2 = await runStep(box, { step, names: words2, syncing }, signal);
    if (statusOf(end2.exit) !== 0) return wrong(refused(name, end2));
  }
  const there = await listPackages(box, { what: `the packages of ${name}`, host }, signal);
  if (!there.ok) return there;
  const wanted = new Set(names);
  const extra = [...there.value.keys()].filter((one) => !wanted.has(one));
  const end = await runStep(box, { step: "expel", names: extra, syncing }, signal);
  if (statusOf(end.exit) !== 0) return wrong(refused(name, end));
  const neededBy = /* @__PURE__ */ new Map();
  for (const [, who = "", needed = ""] of end.output.matchAll(/^need (\S+) (\S+)$/gm)) {
    const plain = needed.replace(/:.*/, "");
    neededBy.set(plain, [...neededBy.get(plain) ?? [], who.replace(/:.*/, "")]);
  }
  return ok(neededBy);
}
function differencesOf(packages, { manager, there, neededBy }) {
  const listed = packages.flatMap(({ name, version, span }) => {
    const found = there.get(name);
    if (found === void 0) {
      return [{ ...different(`\`${name}\` is listed, and can't stand beside the others`), span }];
    }
    if (version === void 0 || isVersion(found, version, manager)) return [];
    return [{ ...different(`\`${name}\` is listed in version ${version}, and ${found} is there`), span }];
  });
  const names = new Set(packages.map(({ name }) => name));
  const extra = [...there.keys()].filter((name) => !names.has(name)).sort();
  return [
    ...listed,
    ...extra.map((name) => {
      const by = [...new Set(neededBy.get(name))].map((one) => `\`${one}\``).join(", ");
      const why = by === "" ? "it can't be removed" : `${by} can't do without it`;
      return { ...different(`\`${name}\` is not listed, and ${why}`), help: `add \`${name}\` to the list` };
    })
  ];
}
function different(message) {
  return { severity: "error", code: "base/not-equal", blame: "request", message };
}
function gone({ name, version, span }, { known, offers }) {
  if (version !== void 0 && offers.length > 0) {
    return {
      severity: "error",
      code: "base/package-gone",
      blame: "request",
      message: `no repository has \`${name}\` in version ${version} any more`,
      span,
      help: `take ${[...new Set(offers)].join(" or ")}, leave the version out, or add a repository of old versions`
    };
  }
  const meant = nearest(name, known);
  return {
    severity: "error",
    code: "base/package-gone",
    blame: "request",
    message: `no repository has \`${name}\` any more`,
    span,
    help: meant ? `did you mean \`${meant}\`?` : "add the repository that has it to those that the root knows, or take it off the list"
  };
}
function refused(name, end) {
  return isNetworkTrouble(end) || statusOf(end.exit) === 20 ? taskFailure("base/unreachable", `the packages of \`${name}\` can't be fetched`, {
    end,
    help: "check the network, and the package manager's mirrors and proxies, then run it again"
  }) : taskFailure("base/sync", `the packages of \`${name}\` can't be brought together`, { end });
}
function unpacked(name, why) {
  return {
    severity: "error",
    code: "base/not-packed",
    blame: "world",
    message: `the root of \`${name}\` could not be packed: ${why}`,
    help: "look for space on the disk, then run it again"
  };
}

// src/base/target.ts
import { createHash as createHash3 } from "node:crypto";
async function readTarget(target, reader, signal) {
  const source = await sourceOf(target, reader.workshop, signal);
  return source.ok ? readPackageList(source.value, reader) : source;
}
function digestOfList(packages) {
  const lines = packages.map(({ name, version }) => version === void 0 ? name : `${name}=${version}`);
  return createHash3("sha256").update(lines.sort().join("\n")).digest("hex");
}
async function sourceOf(target, workshop, signal) {
  const { host } = workshop;
  switch (target.kind) {
    case "file": {
      const name = shownPath(target.file, host.folders.working);
      const text = await host.readText(target.file);
      return text === void 0 ? wrong(noFile(name)) : ok({ name, text });
    }
    case "image": {
      const packages = await packagesOfImage(target.reference, workshop, signal);
      return packages.ok ? ok(listing(target.reference, packages.value, target.versions)) : packages;
    }
    case "root": {
      const name = shownPath(target.folder, host.folders.working);
      const packages = await packagesBelow(target.folder, host);
      return packages ? ok(listing(name, packages, target.versions)) : wrong(noRecord(name));
    }
  }
}
function listing(name, packages, versions) {
  const lines = [...packages].map(([one, version]) => versions === "exact" ? `${one}=${version}` : one);
  return { name, text: lines.map((line) => `${line}
`).join("") };
}
async function packagesOfImage(reference, { host, engines }, signal) {
  const refusals = [];
  for (const engine of engines.filter(({ kind }) => kind === "docker" || kind === "podman")) {
    var _stack = [];
    try {
      const probe = await engine.probe(signal);
      if (probe.kind === "unusable") {
        refusals.push(`${engine.kind}: ${probe.why}`);
        continue;
      }
      const image = await engine.image(reference, signal);
      if (image.kind !== "present") {
        refusals.push(`${engine.kind}: ${image.kind === "no-images" ? "it keeps no images" : image.why}`);
        continue;
      }
      const what = `the packages of ${reference}`;
      const opened = await openWorkbox(engine, { root: image.root, name: what, upper: "disk" }, signal);
      if (!opened.ok) return opened;
      const box = __using(_stack, opened.value, true);
      return await listPackages(box, { what, host }, signal);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
  return wrong({
    severity: "error",
    code: "base/image-unreachable",
    blame: "world",
    message: `image \`${reference}\` can't be looked into: ${refusals.join("; ")}`,
    help: "start docker or podman, or write its list into a file and give that: `--packages FILE`"
  });
}
function noFile(name) {
  return {
    severity: "error",
    code: "base/no-list",
    blame: "request",
    message: `there is no file \`${name}\``,
    help: "give a file that lists packages, one a line"
  };
}
function noRecord(name) {
  return {
    severity: "error",
    code: "base/no-list",
    blame: "request",
    message: `no package manager has left a list of packages in \`${name}\` that can be read here`,
    help: "let its own tool list them (`rpm -qa`, `apk info -v`), and give that file: `--packages FILE`"
  };
}

// src/base/make.ts
async function makeBase(making, signal) {
  const { base, host, report } = making;
  if (!base.made) return wrong(notMakeable(base, []));
  report({ kind: "note", message: `making base \`${base.name}\` from packages; this is done once` });
  const recipe = base.made;
  const listed = await listOf(recipe, making, signal);
  if (!listed.ok) return listed;
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const made = await bootstrap(recipe, { ...making, scratch }, signal);
    if (!made.ok) return made;
    if (!listed.value) return await layOut(made.value, making, signal);
    const { root } = await importRun(made.value, making, signal);
    const inside = joinPath(scratch, "synced");
    await host.makeFolder(inside);
    const syncing = { ...making, name: base.name, manager: base.manager, root, packages: listed.value };
    const synced = await syncRoot({ ...syncing, lent: made.value.state, scratch: inside }, signal);
    if (!synced.ok) return synced;
    return await layOut({ ...synced.value, list: digestOfList(listed.value) }, making, signal);
  });
}
async function listOf({ packages }, { base, arch, workshop }, signal) {
  if (packages === void 0) return ok(void 0);
  return await readTarget(
    { kind: "file", file: packages },
    { manager: base.manager, arch, workshop },
    signal
  );
}
async function layOut(made, making, signal) {
  const { host } = making;
  const { root: run, key: runKey } = await importRun(made, making, signal);
  const { state, list } = made;
  const record = await addTools({ run, runKey, state, list }, making, signal);
  if (record.ok) {
    await host.rename(made.tar, tarOf(host, runKey));
    await sweepTars(host);
  }
  return record;
}
async function importRun({ tar }, { engine, host }, signal) {
  const key = `run-${await fileDigest(tar, host, signal)}`;
  return { key, root: await engine.layer(key) ?? await engine.importTar(tar, { key }, signal) };
}
async function addTools({ run, runKey, state, list }, { base, arch, engine, host, report }, signal) {
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
    const { manager } = base;
    const lists = manager === "apt" ? "pinned" : "latest";
    const packages = toolPackages(manager).map((one) => ({ name: one }));
    const installed = await install(
      box,
      { manager, packages, extent: "lean", lists, what, base: base.name, host, report },
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
      },
      ...list === void 0 ? {} : { list },
      ...lists === "latest" ? { lists } : {}
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

// src/base/packed-root.ts
async function packRoot({ root, name }, { file, form: form2, ...place }, signal) {
  var _stack = [];
  try {
    const { engine, host } = place;
    const spec = { root, name: `packing ${name}`, network: "none", hidden: [], upper: "memory" };
    const opened = await engine.open(spec, signal);
    if (opened.kind === "refused") return wrong(notPacked(opened.why));
    const box = __using(_stack, opened.buildbox, true);
    if (form2.kind === "lasting") {
      const failed = await cleanRoot(box, { manager: form2.manager, host }, signal);
      if (failed) return wrong(taskFailure("base/not-packed", `${name} can't be cleaned`, { end: failed }));
    }
    const tar = await tarIn(box, place, signal);
    if (!tar.ok) return tar;
    const packing = { file, by: tar.value, host };
    const packed = await packBox(box, { ...packing, ...WAYS[form2.kind] }, signal);
    return packed.ok ? packed : wrong(notPacked(packed.error));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var LENT2 = "/tarwright";
var WAYS = {
  "as-it-is": { form: "gzip", times: "kept", without: [`.${LENT2}`] },
  lasting: { form: "tar", times: "long-past", without: [`.${LENT2}`, ...BOX_FOLDERS] }
};
async function tarIn(box, { engine, tools, host }, signal) {
  const own = await runTask(box, { script: "tar --version | grep -q GNU", args: [], host }, signal);
  if (statusOf(own.exit) === 0) return ok(OWN_TAR);
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const lent = await lendTar({ engine, tools, what: "what the tools lend" }, { scratch, host }, signal);
    if (!lent.ok) return lent;
    const copied = await mustCopy(box.copyIn(lent.value, guestPath(LENT2), "root", signal), "a tar");
    return copied.ok ? ok(lentTar(LENT2)) : copied;
  });
}
function notPacked(why) {
  return {
    severity: "error",
    code: "base/not-packed",
    blame: "world",
    message: `a root could not be packed: ${why}`,
    help: "look for space on the disk, then run it again"
  };
}

// src/base/stored-root.ts
async function restoreRoot({ digest, tars }, storing, signal) {
  const { base, arch, engine, host, report } = storing;
  const run = await restoreLayer({ part: "run", sha256: tars.run }, storing, signal);
  const tools = run && await restoreLayer({ part: "tools", sha256: tars.tools }, storing, signal);
  if (!run || !tools) return ok(void 0);
  await host.remove(tarOf(host, tools.key));
  const bare = await lookInto(run, storing, signal);
  if (!bare.ok) return bare;
  const full = await lookInto(tools, storing, signal);
  if (!full.ok) return full;
  const { sizeBytes, packages } = bare.value;
  const record = {
    name: base.name,
    arch,
    engine: engine.kind,
    digest,
    run: { key: run.key, sizeBytes, packages },
    tools: {
      key: tools.key,
      sizeBytes: full.value.sizeBytes - sizeBytes,
      packages: full.value.packages
    },
    ...tars.list === void 0 ? {} : { list: tars.list },
    // Those of its own time would name packages that no mirror has any more.
    lists: "latest"
  };
  await writeRecord(host, record);
  report({ kind: "note", message: `the root of \`${base.name}\` comes from the cache, as it was locked` });
  return ok(record);
}
async function restoreLayer({ part, sha256 }, { engine, host }, signal) {
  const key = keyOf(part, sha256);
  const there = await engine.layer(key);
  if (there) return { key, root: there };
  const file = tarOf(host, key);
  await host.makeFolder(recordFolder(host));
  if (await host.store.restore(storeKey(key), file) === "absent") return void 0;
  const isFile = (await host.status(file))?.kind === "file";
  if (isFile && await fileDigest(file, host, signal) === sha256)
    return { key, root: await engine.importTar(file, { key }, signal) };
  await host.remove(file);
  return void 0;
}
function keyOf(part, sha256) {
  return `${part}-${sha256}`;
}
function storeKey(key) {
  return `base-${key}`;
}
async function lookInto({ root, key }, { engine, host }, signal) {
  var _stack = [];
  try {
    const opened = await openWorkbox(engine, { root, name: `looking into ${key}`, upper: "memory" }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    return await takeInventory(box, { depth: "names", host }, signal);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function keepRoot(record, expected, storing, signal) {
  const { base, arch, host, report } = storing;
  if (host.store.keeps === "nothing") return ok(void 0);
  return await packTools(record, storing, signal, async (tools, sha256) => {
    const found = tarsOf(record, sha256);
    const kept = tarOf(host, keyOf("tools", sha256));
    await host.rename(tools, kept);
    await host.store.keep(storeKey(record.run.key), tarOf(host, record.run.key));
    await host.store.keep(storeKey(keyOf("tools", sha256)), kept);
    await host.remove(kept);
    if (found.run === expected.run && found.tools === expected.tools) return;
    report({
      kind: "note",
      message: `the files of this root of \`${base.name}\` are others than \`${BASE_LOCK_NAME}\` has, though its packages are the same; the next run takes them from the cache if \`${lockKey({ name: base.name, arch })}\` has "tars": ${JSON.stringify(found)}`
    });
  });
}
async function lockTars(record, storing, signal) {
  const { host } = storing;
  if (!await host.status(tarOf(host, record.run.key))) return ok(void 0);
  return await packTools(record, storing, signal, async (_, sha256) => tarsOf(record, sha256));
}
function tarsOf({ run, list }, tools) {
  const made = { run: run.key.replace(/^run-/, ""), tools };
  return list === void 0 ? made : { ...made, list };
}
async function packTools({ name, tools: { key } }, { base, engine, host, report }, signal, use) {
  const root = await engine.layer(key);
  if (!root) throw new Error(`the tools of ${name} are gone`);
  report({ kind: "note", message: `packing the tools of \`${name}\`` });
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const file = joinPath(scratch, "tools.tar");
    const form2 = { kind: "lasting", manager: base.manager };
    const packed = await packRoot({ root, name: key }, { file, form: form2, engine, tools: root, host }, signal);
    return packed.ok ? ok(await use(file, packed.value)) : packed;
  });
}

// src/base/open.ts
async function openBase(request3, workshop, signal) {
  if (request3.arch !== workshop.host.arch) {
    const opening = await settleForeign(request3, workshop, signal);
    const ground = opening.ok ? await openCross(opening.value, signal) : opening;
    return ground.ok ? locked(ground.value, workshop) : ground;
  }
  const chosen = await settleSource(request3, workshop, signal);
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
async function settleForeign(request3, workshop, signal) {
  const machine = workshop.host.arch;
  const entry = workshop.catalogue.find(request3.name);
  if (!entry.ok) return entry;
  if (!isArch(machine)) return wrong(otherArch2(request3, machine));
  const base = entry.value;
  const why = whyNotCross(base, request3);
  if (base.kind !== "known" || why !== void 0) return wrong(noCross(request3, machine, why ?? ""));
  const here = { ...request3, arch: machine, engine: "namespace", source: "made" };
  const unlocked = { ...workshop, lock: /* @__PURE__ */ new Map() };
  const native = await openBase(here, unlocked, signal);
  return native.ok ? ok({ native: native.value, base, arch: request3.arch, workshop }) : native;
}
function whyNotCross(base, { engine, arch }) {
  if (base.kind === "host") return "the machine itself is its own base";
  if (base.kind === "image" || !base.made) return "its root can't be made here";
  if (!base.arches.includes(arch)) return "it does not exist for that architecture";
  if (base.made.origin !== "Debian") return `${base.made.origin}'s mirrors have one architecture each`;
  if (base.made.packages !== void 0)
    return "its packages are those of a list, which is for one architecture";
  if (engine !== "auto" && engine !== "namespace")
    return `engine \`${engine}\` keeps no roots that can't run here`;
  return void 0;
}
async function resolveBase(request3, workshop, signal) {
  const entry = workshop.catalogue.find(request3.name);
  if (!entry.ok) return entry;
  const pinned = entry.value.kind === "image" ? pinnedBase(entry.value) : void 0;
  if (pinned) {
    const moved2 = checkLocked({ base: pinned, arch: request3.arch }, workshop.lock);
    return moved2.length > 0 ? { ok: false, error: moved2 } : ok({ base: pinned, source: "image" });
  }
  const machine = isArch(workshop.host.arch) ? workshop.host.arch : request3.arch;
  const chosen = await settleSource({ ...request3, arch: machine }, workshop, signal);
  if (!chosen.ok) return chosen;
  const { engine, source } = chosen.value;
  if (source.kind === "image") {
    const base = await resolveImage(source.base, { engine, arch: machine, workshop }, signal);
    return base.ok ? ok({ base: base.value, source: "image" }) : base;
  }
  if (request3.arch !== machine) return wrong(otherArch2(request3, machine));
  const ground = await openBase(request3, workshop, signal);
  return ground.ok ? ok({ base: ground.value.base, source: source.kind }) : ground;
}
function pinnedBase({ name, reference, like }) {
  const digest = reference.slice(reference.indexOf("@") + 1);
  if (!like || !isRootDigest(digest)) return void 0;
  return { name, family: like.family, digest, extensible: like.extensible };
}
async function asKept(request3, { host }) {
  const { name, arch, engine } = request3;
  const kinds = engine === "auto" ? ["namespace", "docker", "podman"] : [engine];
  for (const kind of kinds) {
    const record = await readRecord(host, { name, arch, engine: kind });
    if (record?.list !== void 0) return { ...request3, engine: kind, source: "made" };
    if (record && engine === "auto" && kind === "namespace") return { ...request3, source: "made" };
  }
  return request3;
}
async function settleSource(request3, workshop, signal) {
  return await chooseEngine(await asKept(request3, workshop), workshop, signal);
}
async function chooseEngine(request3, workshop, signal) {
  const entry = workshop.catalogue.find(request3.name);
  if (!entry.ok) return entry;
  if (request3.arch !== workshop.host.arch) return wrong(otherArch2(request3, workshop.host.arch));
  const ways = waysOf(entry.value, request3.source);
  const allowed = ways.filter(({ engine }) => request3.engine === "auto" || engine === request3.engine);
  if (allowed.length === 0) return wrong(noWay(request3, ways));
  const refusals = [];
  for (const { engine: kind, source, only: only2 } of allowed) {
    if (only2 === "when-named" && request3.engine === "auto") continue;
    const engine = workshop.engines.find((one) => one.kind === kind);
    if (!engine) throw new Error(`no engine ${kind}`);
    const probe = await engine.probe(signal);
    signal.throwIfAborted();
    if (probe.kind === "unusable") {
      refusals.push({ kind, why: probe.why, help: probe.help });
    } else if (source.kind === "made" && !source.base.made && !await readRecord(workshop.host, { ...request3, engine: kind })) {
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
async function usableEngine({ name, engine }, { engines }, signal) {
  const refusals = [];
  for (const kind of ["namespace", "docker", "podman"]) {
    const found = engines.find((one) => one.kind === kind);
    if (!found || engine !== "auto" && engine !== kind) continue;
    const probe = await found.probe(signal);
    signal.throwIfAborted();
    if (probe.kind === "usable") return ok(found);
    refusals.push({ kind, why: probe.why, help: probe.help });
  }
  return wrong(noEngine(name, refusals));
}
function waysOf(entry, wanted) {
  if (entry.kind === "host") {
    const source = { kind: "machine", name: "host" };
    return [
      { engine: "namespace", source },
      { engine: "host", source }
    ];
  }
  const image = { kind: "image", base: entry };
  const hasImage = entry.kind === "image" || entry.images !== void 0;
  const images = hasImage ? [
    { engine: "docker", source: image },
    { engine: "podman", source: image }
  ] : [];
  if (entry.kind === "image") return wanted === "made" ? [] : images;
  const made = { kind: "made", base: entry };
  const machine = { engine: "host", source: { kind: "machine", name: entry.name }, only: "when-named" };
  if (wanted === "auto" && hasImage) return [...images, { engine: "namespace", source: made }, machine];
  return ["namespace", "docker", "podman"].map((engine) => ({ engine, source: made }));
}
async function openMade(base, { engine, arch, workshop }, signal) {
  const { host } = workshop;
  const known = await readRecord(host, { name: base.name, arch, engine: engine.kind });
  const list = await ownList(base, { arch, workshop }, signal);
  if (!list.ok) return list;
  const isCurrent = list.value === void 0 || known?.list === list.value;
  const found = known && isCurrent ? await groundOf(known, base, engine) : void 0;
  if (found) return locked(found, workshop);
  if (known?.list !== void 0 && list.value === void 0) return wrong(syncedGone(base));
  const made = await bringRoot({ base, arch, engine, workshop, ...workshop }, list.value, signal);
  if (!made.ok) return made;
  const ground = await groundOf(made.value, base, engine);
  if (!ground) throw new Error(`the layers of ${base.name} are gone as soon as they were made`);
  return locked(ground, workshop);
}
async function bringRoot(making, list, signal) {
  const { base, arch, workshop } = making;
  const locked2 = workshop.lock.get(lockKey({ name: base.name, arch }));
  const tars = locked2?.tars;
  if (!tars) return await makeBase(making, signal);
  if (list === void 0 || list === tars.list) {
    const restored = await restoreRoot({ ...locked2, tars }, making, signal);
    if (!restored.ok) return restored;
    if (restored.value) return ok(restored.value);
  }
  const made = await makeBase(making, signal);
  if (!made.ok || made.value.digest !== locked2.digest) return made;
  const kept = await keepRoot(made.value, tars, making, signal);
  return kept.ok ? made : kept;
}
async function ownList({ made, manager }, { arch, workshop }, signal) {
  if (made?.packages === void 0) return ok(void 0);
  const packages = await readTarget(
    { kind: "file", file: made.packages },
    { manager, arch, workshop },
    signal
  );
  return packages.ok ? ok(digestOfList(packages.value)) : packages;
}
function locked(ground, { lock }) {
  const moved2 = checkLocked({ base: ground.base, arch: ground.arch }, lock);
  return moved2.length > 0 ? { ok: false, error: moved2 } : ok(ground);
}
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
    shelf: { manager, base: name, lists: record.lists ?? "pinned" },
    installed: { run: new Set(record.run.packages), tools: new Set(record.tools.packages) }
  };
}
function syncedGone({ name }) {
  return {
    severity: "error",
    code: "base/synced-gone",
    blame: "world",
    message: `the root of \`${name}\` was synced to a list, and its layers are no longer there`,
    help: `sync it again (\`tarwright base sync ${name}\`), or make it as it was before: \`tarwright base create ${name}\``
  };
}
function refusalText({ kind, why }) {
  return `${kind}: ${why}`;
}
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
function noWay({ name, engine, source }, ways) {
  const able = ways.map((way) => `\`${way.engine}\``).join(", ");
  return source === "made" && ways.length === 0 ? request2("base/image-only", `\`${name}\` is an image, and can't be made from packages`, {
    help: "leave `--made` out"
  }) : request2("base/engine", `engine \`${engine}\` can't open \`${name}\``, { help: `use one of ${able}` });
}
function otherArch2({ name, arch }, machine) {
  return request2(
    "base/arch",
    `this machine is ${machine}: a buildbox of \`${name}\` for ${arch} can't run on it`,
    {
      help: `build it on a machine that is ${arch}`
    }
  );
}
function otherMachine(name, release) {
  return request2(
    "base/other-machine",
    `engine \`host\` builds in what runs here, which is \`${release}\`, not \`${name}\``,
    {
      help: `use \`--base host\`, or run it inside a container of \`${name}\``
    }
  );
}
function request2(code, message, { help }) {
  return { severity: "error", code, blame: "request", message, help };
}

// src/base/difference.ts
async function diffBases([from, to], workshop, signal) {
  const before = await contentsOf(from, workshop, signal);
  if (!before.ok) return before;
  const after = await contentsOf(to, workshop, signal);
  return after.ok ? ok(differenceOf(before.value, after.value)) : after;
}
async function contentsOf(request3, workshop, signal) {
  const ground = await openBase(request3, workshop, signal);
  if (!ground.ok) return ground;
  const libraries = await runLibraries(ground.value, [], workshop, signal);
  if (!libraries.ok) return libraries;
  const packages = await packagesOf2(ground.value, workshop, signal);
  return packages.ok ? ok({ packages: packages.value, libraries: libraries.value.libraries }) : packages;
}
async function packagesOf2({ engine, run, base }, { host }, signal) {
  var _stack = [];
  try {
    const what = `the packages of ${base.name}`;
    const opened = await openWorkbox(engine, { root: run, name: what, upper: "disk" }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    return await listPackages(box, { what, host }, signal);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function differenceOf(from, to) {
  const before = versionsBySoname(from.libraries);
  const after = versionsBySoname(to.libraries);
  const names = [.../* @__PURE__ */ new Set([...from.packages.keys(), ...to.packages.keys()])].sort();
  return {
    packages: {
      removed: only(from.packages, to.packages).map(([name, version]) => ({ name, version })),
      added: only(to.packages, from.packages).map(([name, version]) => ({ name, version })),
      changed: names.flatMap((name) => {
        const [old, now] = [from.packages.get(name), to.packages.get(name)];
        return old === void 0 || now === void 0 || old === now ? [] : [{ name, from: old, to: now }];
      })
    },
    libraries: {
      removed: only(before, after).map(([soname]) => soname),
      added: only(after, before).map(([soname]) => soname),
      changed: [...before].sort(byName).flatMap(([soname, versions]) => {
        const now = after.get(soname);
        if (!now) return [];
        const removed = [...versions].filter((version) => !now.has(version)).sort();
        const added = [...now].filter((version) => !versions.has(version)).sort();
        return removed.length + added.length === 0 ? [] : [{ soname, removed, added }];
      })
    }
  };
}
function only(these, others) {
  return [...these].filter(([name]) => !others.has(name)).sort(byName);
}
function byName([a], [b]) {
  return a < b ? -1 : 1;
}
function versionsBySoname(libraries) {
  const versions = /* @__PURE__ */ new Map();
  for (const { soname, path, versions: defined } of libraries) {
    const name = soname ?? path.slice(path.lastIndexOf("/") + 1);
    versions.set(name, /* @__PURE__ */ new Set([...versions.get(name) ?? [], ...defined]));
  }
  return versions;
}

// src/base/image-archive.ts
async function readImageArchive(place, { scratch, arch, host }, signal) {
  const isFolder2 = (await host.status(place))?.kind === "folder";
  const reading = { place, folder: isFolder2 ? place : scratch, arch, host };
  if (!isFolder2) {
    const args = ["-x", "--no-same-owner", "-f", place, "-C", scratch];
    const env = { PATH: host.environment("PATH") ?? "/usr/bin:/bin", LC_ALL: "C" };
    const exit = await host.run({ program: "tar", args, env }, () => void 0, signal);
    signal.throwIfAborted();
    if (exit.kind !== "exited" || exit.status !== 0) return wrong(unfit2("it is no tar archive", reading));
  }
  const archive = await readLayout(reading, signal) ?? await readSaved(reading, signal);
  return archive ?? wrong(unfit2("it has neither `index.json` nor `manifest.json`", reading));
}
async function readLayout(reading, signal) {
  const { folder, host } = reading;
  const top = await host.readText(joinPath(folder, "index.json"));
  if (top === void 0) return void 0;
  const listed = descriptorsOf(parseJson(top));
  const digests = [...new Set(listed.map(({ digest: digest2 }) => digest2))];
  const [first] = listed;
  if (!first) return wrong(unfit2("its index lists no image", reading));
  if (digests.length > 1 && listed.some(({ arch }) => arch === void 0)) {
    return wrong(unfit2(`it holds ${digests.length} images`, reading, "write a file with one of them"));
  }
  const chosen = await chooseManifest(listed, reading, signal);
  if (!chosen.ok) return chosen;
  const manifest = chosen.value.json;
  const rows = isRecord(manifest) && Array.isArray(manifest["layers"]) ? manifest["layers"] : [void 0];
  const layers = rows.map(descriptorOf).map((layer) => layer && { file: blob(folder, layer), digest: layer.digest });
  if (layers.includes(void 0)) return wrong(unfit2("its manifest tells of no layers", reading));
  const digest = digests.length === 1 ? first.digest : chosen.value.digest;
  return await checked({ digest, layers: layers.filter((layer) => layer !== void 0) }, reading, signal);
}
async function chooseManifest(listed, reading, signal) {
  for (const descriptor of listed) {
    if (descriptor.arch !== void 0 && descriptor.arch !== reading.arch) continue;
    const json = await readBlob(descriptor, reading, signal);
    if (!json.ok) return json;
    const inner = descriptorsOf(json.value);
    if (inner.length > 0) return await chooseManifest(inner, reading, signal);
    const arch = descriptor.arch ?? await archOf(json.value, reading, signal);
    if (arch === reading.arch) return ok({ digest: descriptor.digest, json: json.value });
  }
  return wrong(
    unfit2(`it holds nothing for ${reading.arch}`, reading, "save the image for this architecture")
  );
}
async function archOf(manifest, reading, signal) {
  const descriptor = isRecord(manifest) ? descriptorOf(manifest["config"]) : void 0;
  const config = descriptor && await readBlob(descriptor, reading, signal);
  const arch = config?.ok && isRecord(config.value) ? config.value["architecture"] : void 0;
  return isText(arch) ? arch : void 0;
}
function descriptorsOf(index) {
  const rows = isRecord(index) ? index["manifests"] : void 0;
  return Array.isArray(rows) ? rows.map(descriptorOf).filter((row) => row !== void 0) : [];
}
function descriptorOf(value) {
  if (!isRecord(value) || !isRootDigest(value["digest"])) return void 0;
  const platform = isRecord(value["platform"]) ? value["platform"] : {};
  const arch = platform["architecture"];
  return { digest: value["digest"], ...isText(arch) ? { arch } : {} };
}
function blob(folder, { digest }) {
  return joinPath(folder, "blobs/sha256", digest.slice("sha256:".length));
}
async function readBlob(descriptor, reading, signal) {
  const file = blob(reading.folder, descriptor);
  const found = await fileDigest(file, reading.host, signal);
  if (`sha256:${found}` !== descriptor.digest) return wrong(damaged(descriptor.digest, reading));
  return ok(parseJson(await reading.host.readText(file) ?? ""));
}
async function checked(archive, reading, signal) {
  for (const { file, digest } of archive.layers) {
    if (`sha256:${await fileDigest(file, reading.host, signal)}` !== digest) {
      return wrong(damaged(digest, reading));
    }
  }
  return ok(archive);
}
async function readSaved(reading, signal) {
  const { folder, host, arch } = reading;
  const text = await host.readText(joinPath(folder, "manifest.json"));
  if (text === void 0) return void 0;
  const rows = parseJson(text);
  const [image, more] = Array.isArray(rows) ? rows : [];
  if (more !== void 0) return wrong(unfit2("it holds several images", reading, "save one of them"));
  const config = isRecord(image) ? image["Config"] : void 0;
  const names = isRecord(image) ? image["Layers"] : void 0;
  if (!isText(config) || !Array.isArray(names) || ![config, ...names].every(isInside)) {
    return wrong(unfit2("its `manifest.json` tells of no layers", reading));
  }
  const described = parseJson(await host.readText(joinPath(folder, config)) ?? "");
  if (!isRecord(described) || described["architecture"] !== arch) {
    return wrong(unfit2(`it holds nothing for ${arch}`, reading, "save the image for this architecture"));
  }
  const rootfs = described["rootfs"];
  const digests = isRecord(rootfs) && Array.isArray(rootfs["diff_ids"]) ? rootfs["diff_ids"] : [];
  const digest = `sha256:${await fileDigest(joinPath(folder, config), host, signal)}`;
  if (!isRootDigest(digest) || digests.length !== names.length || !digests.every(isRootDigest)) {
    return wrong(unfit2("its configuration has no digests of its layers", reading));
  }
  const layers = await Promise.all(
    digests.map(async (layer, at) => {
      const named = joinPath(folder, String(names[at]));
      return { file: await host.realPath(named) ?? named, digest: layer };
    })
  );
  return await checked({ digest, layers }, reading, signal);
}
function isInside(name) {
  return isText(name) && /^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/.test(name) && !name.split("/").includes("..");
}
function unfit2(why, { place, host }, help) {
  return {
    severity: "error",
    code: "base/image-file",
    blame: "request",
    message: `\`${shownPath(place, host.folders.working)}\` can't be read as an image: ${why}`,
    help: help ?? "give an OCI layout, or a file that `docker save` or `podman save` has written"
  };
}
function damaged(digest, reading) {
  return unfit2(
    `what it calls ${digest} is not there, or is another file`,
    reading,
    "save or download it again"
  );
}

// src/base/unpack-image.sh
var unpack_image_default = `# In a buildbox over the machine, as root: lays the layers of an image over one another, /tarwright/layers/0 lowest, as
# the OCI image specification has it (layer.md: whiteouts), and leaves /tarwright/out/root.tar. $1: how many.
# Exit: 11 not really root.
set -eu
[ -O /usr/bin ] || exit 11
mkdir /tarwright/root /tarwright/out
cd /tarwright/root
at=0
while [ "$at" -lt "$1" ]; do
  layer=/tarwright/layers/$at
  # What a layer takes away is what those below it have brought, so it goes first.
  tar -t --quoting-style=literal -f "$layer" | grep '\\(^\\|/\\)\\.wh\\.' | while IFS= read -r path; do
    name=\${path##*/}
    case $path in */*) folder=./\${path%/*} ;; *) folder=. ;; esac
    [ -d "$folder" ] || continue
    if [ "$name" = .wh..wh..opq ]; then
      find "$folder" -mindepth 1 -delete
    else
      rm -rf -- "$folder/\${name#.wh.}"
    fi
  done
  # Every box has a /dev of its own.
  tar -x -p --numeric-owner --xattrs --xattrs-include='*' --recursive-unlink \\
    --exclude='.wh.*' --exclude='./dev/*' --exclude='dev/*' -f "$layer"
  rm -f "$layer"
  at=$((at + 1))
done
rm -f etc/resolv.conf etc/hostname .dockerenv
tar -c --sort=name --numeric-owner --xattrs --xattrs-include='*' --one-file-system \\
  --format=posix --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime \\
  -f /tarwright/out/root.tar .
`;

// src/base/from-image.ts
async function createFromImage(request3, places, workshop, signal) {
  const entry = workshop.catalogue.find(request3.name);
  if (!entry.ok) return entry;
  if (entry.value.kind !== "known") return wrong(unnamed(request3.name));
  const engine = await usableEngine(request3, workshop, signal);
  if (!engine.ok) return engine;
  const importing = { base: entry.value, arch: request3.arch, engine: engine.value, workshop };
  const run = await takeImage(places.run, importing, signal);
  if (!run.ok) return run;
  const build = places.build === void 0 ? run : await takeImage(places.build, importing, signal);
  if (!build.ok) return build;
  return await furnish({ run: run.value, build: build.value }, importing, signal);
}
async function takeImage(place, importing, signal) {
  const { engine, workshop } = importing;
  const { host } = workshop;
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const file = await bringFile(place, { scratch, workshop }, signal);
    if (!file.ok) return file;
    const unpacked2 = joinPath(scratch, "image");
    await host.makeFolder(unpacked2);
    const arch = ARCHITECTURES[importing.arch];
    const archive = await readImageArchive(file.value, { scratch: unpacked2, arch, host }, signal);
    if (!archive.ok) return archive;
    const tar = await flatten(archive.value, { place, scratch, workshop }, signal);
    if (!tar.ok) return tar;
    const key = `run-${await fileDigest(tar.value, host, signal)}`;
    const root = await engine.layer(key) ?? await engine.importTar(tar.value, { key }, signal);
    const sizeBytes = (await host.status(tar.value))?.sizeBytes ?? 0;
    await host.rename(tar.value, tarOf(host, key));
    return ok({ root, key, sizeBytes, digest: archive.value.digest });
  });
}
var ARCHITECTURES = { x86_64: "amd64", aarch64: "arm64" };
async function bringFile(place, { scratch, workshop }, signal) {
  const { host, engines } = workshop;
  const named = joinPath(host.folders.working, place);
  const real = await host.realPath(named);
  if (real) return ok(real);
  const refusals = [];
  const file = joinPath(scratch, "saved.tar");
  for (const engine of engines.filter(({ kind }) => kind === "docker" || kind === "podman")) {
    const probe = await engine.probe(signal);
    if (probe.kind === "unusable") {
      refusals.push(`${engine.kind}: ${probe.why}`);
      continue;
    }
    const image = await engine.saveImage(place, file, signal);
    if (image.kind === "present") return ok(file);
    refusals.push(`${engine.kind}: ${image.kind === "no-images" ? "it keeps no images" : image.why}`);
  }
  return wrong(nowhere(place, refusals));
}
async function flatten({ layers }, { place, scratch, workshop }, signal) {
  var _stack = [];
  try {
    const { engines, host } = workshop;
    const what = `the image ${place}`;
    const maker = engines.find(({ kind }) => kind === "namespace");
    if (!maker) throw new Error("no engine namespace");
    const root = { kind: "overlay", bottom: "host", layers: [] };
    const opened = await openWorkbox(maker, { root, name: what, upper: "disk" }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    for (const [at, { file }] of layers.entries()) {
      const copy = box.copyIn(file, guestPath(`/tarwright/layers/${at}`), "root", signal);
      const copied2 = await mustCopy(copy, what);
      if (!copied2.ok) return copied2;
    }
    const end = await runTask(box, { script: unpack_image_default, args: [String(layers.length)], host }, signal);
    if (statusOf(end.exit) === 11) {
      return wrong(
        taskFailure("base/not-root", `${what} can't be unpacked by a plain user here`, {
          end,
          help: "run it with `sudo`, or let docker or podman open the image"
        })
      );
    }
    if (statusOf(end.exit) !== 0) {
      return wrong(taskFailure("base/image-file", `${what} can't be unpacked`, { end }));
    }
    const out = joinPath(scratch, "out");
    const copied = await mustCopy(box.copyOut(guestPath("/tarwright/out"), out, signal), what);
    return copied.ok ? ok(joinPath(out, "root.tar")) : copied;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function furnish({ run, build }, importing, signal) {
  const { base, arch, engine, workshop } = importing;
  const { name, family, manager, extensible } = base;
  const inRun = await packagesIn(run, importing, signal);
  if (!inRun.ok) return inRun;
  const inBuild = build === run ? inRun : await packagesIn(build, importing, signal);
  if (!inBuild.ok) return inBuild;
  const ground = {
    base: { name, family, digest: build.digest, extensible },
    arch,
    engine,
    run: run.root,
    tools: build.root,
    keys: { run: run.key, tools: build.key },
    shelf: { manager, base: name, lists: "latest" },
    installed: { run: new Set(inRun.value), tools: new Set(inBuild.value) }
  };
  const furnished = await toolsLayer(ground, workshop, signal);
  if (!furnished.ok) return furnished;
  const record = {
    name,
    arch,
    engine: engine.kind,
    digest: build.digest,
    run: { key: run.key, sizeBytes: run.sizeBytes, packages: inRun.value },
    tools: {
      key: furnished.value.keys.tools,
      sizeBytes: build === run ? 0 : build.sizeBytes,
      packages: inBuild.value
    },
    lists: "latest"
  };
  await writeRecord(workshop.host, record);
  return ok(record);
}
async function packagesIn({ root }, { base, engine, workshop: { host } }, signal) {
  var _stack = [];
  try {
    const what = `the packages of ${base.name}`;
    const opened = await openWorkbox(engine, { root, name: what, upper: "disk" }, signal);
    if (!opened.ok) return opened;
    const box = __using(_stack, opened.value, true);
    const packages = await listPackages(box, { what, host }, signal);
    return packages.ok ? ok([...packages.value.keys()].sort()) : packages;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function unnamed(name) {
  return {
    severity: "error",
    code: "base/not-makeable",
    blame: "request",
    message: `\`${name}\` is no name that a root can be made under`,
    help: "name a base of `base list`, or add one of your own to `tarwright.yml`"
  };
}
function nowhere(place, refusals) {
  return {
    severity: "error",
    code: "base/image-unreachable",
    blame: "world",
    message: `\`${place}\` is no file here, and as an image it can't be had: ${refusals.join("; ")}`,
    help: "give a file or folder that is there, or start docker or podman"
  };
}

// src/base/hand-on.ts
import { createHash as createHash4 } from "node:crypto";
var LIST_NAME = "roots.json";
async function packRoots(wanted, folder, workshop, signal) {
  const { host, report } = workshop;
  await host.makeFolder(folder);
  const roots = [];
  for (const which of wanted) {
    const { record, engine, run, tools } = await madeHere(which, workshop, signal);
    report({
      kind: "note",
      message: `packing the root of \`${which.name}\` for the machines that build on it`
    });
    const parts = { run: { key: record.run.key, root: run }, tools: { key: record.tools.key, root: tools } };
    const ofRun = await packPart(parts.run, { engine, tools, folder, host }, signal);
    if (!ofRun.ok) return ofRun;
    const ofTools = await packPart(parts.tools, { engine, tools, folder, host }, signal);
    if (!ofTools.ok) return ofTools;
    roots.push({ record: formatRecord(record), run: ofRun.value, tools: ofTools.value });
  }
  const list = `${JSON.stringify({ version: 1, roots })}
`;
  await host.writeFile(joinPath(folder, LIST_NAME), list);
  return ok(createHash4("sha256").update(list).digest("hex"));
}
async function madeHere(which, { host, engines }, signal) {
  for (const engine of engines) {
    const record = await readRecord(host, { ...which, engine: engine.kind });
    if (!record || (await engine.probe(signal)).kind === "unusable") continue;
    const [run, tools] = [await engine.layer(record.run.key), await engine.layer(record.tools.key)];
    if (run && tools) return { record, engine, run, tools };
  }
  throw new Error(`no root of ${which.name} was made here`);
}
async function packPart({ key, root }, { folder, ...packing }, signal) {
  const file = `${key}.tar.gz`;
  const target = { ...packing, file: joinPath(folder, file), form: { kind: "as-it-is" } };
  const packed = await packRoot({ root, name: key }, target, signal);
  return packed.ok ? ok({ file, sha256: packed.value }) : packed;
}
async function takeRoot({ name, arch }, handed, { host, engines }, signal) {
  const list = await readList(handed, host);
  if (!list.ok) return list;
  const root = list.value.find(({ record }) => record.name === name && record.arch === arch);
  const engine = engines.find(({ kind }) => kind === root?.record.engine);
  if (!root || !engine) return wrong(notHanded(`it holds no root of \`${name}\` for ${arch}`, handed, host));
  for (const part of ["run", "tools"]) {
    const { key } = root.record[part];
    if (await engine.layer(key)) continue;
    const { file, sha256 } = root[part];
    const path = joinPath(handed.folder, file);
    const isFile = (await host.status(path))?.kind === "file";
    const found = isFile ? await fileDigest(path, host, signal) : void 0;
    if (found !== sha256) {
      return wrong(
        notHanded(
          `\`${file}\` has the SHA-256 ${found ?? "of nothing: it is not there"}, expected ${sha256}`,
          handed,
          host
        )
      );
    }
    await engine.importTar(path, { key }, signal);
  }
  await writeRecord(host, root.record);
  return ok(void 0);
}
async function readList({ folder, digest }, host) {
  const text = await host.readText(joinPath(folder, LIST_NAME)) ?? "";
  const found = createHash4("sha256").update(text).digest("hex");
  if (found !== digest) {
    return wrong(
      notHanded(`its \`${LIST_NAME}\` has the SHA-256 ${found}, expected ${digest}`, { folder }, host)
    );
  }
  const value = parseJson(text);
  const roots = isRecord(value) && Array.isArray(value["roots"]) ? value["roots"].map(decodeRoot) : [void 0];
  if (roots.includes(void 0))
    return wrong(notHanded("it was written by another version", { folder }, host));
  return ok(roots.filter((root) => root !== void 0));
}
function decodeRoot(value) {
  if (!isRecord(value)) return void 0;
  const record = isText(value["record"]) ? decodeRecord(value["record"]) : void 0;
  const [run, tools] = [decodeFile(value["run"]), decodeFile(value["tools"])];
  return record && run && tools && { record, run, tools };
}
function decodeFile(value) {
  if (!isRecord(value) || !isText(value["file"]) || !isText(value["sha256"])) return void 0;
  return { file: value["file"], sha256: value["sha256"] };
}
function notHanded(why, { folder }, host) {
  return {
    severity: "error",
    code: "base/not-handed-on",
    blame: "world",
    message: `\`${shownPath(folder, host.folders.working)}\` does not hold the roots that the plan speaks of: ${why}`,
    help: "hand on the folder as the plan job has left it, or plan again"
  };
}

// src/base/stock.ts
async function createBase({ name, arch, engine }, workshop, signal) {
  if (arch !== workshop.host.arch) {
    const opening = await settleForeign({ name, arch, engine, source: "made" }, workshop, signal);
    return opening.ok ? await makeCross(opening.value, signal) : opening;
  }
  const chosen = await chooseEngine({ name, arch, engine, source: "made" }, workshop, signal);
  if (!chosen.ok) return chosen;
  const { source, engine: into } = chosen.value;
  if (source.kind !== "made") return wrong(notListed(name));
  return await makeBase({ base: source.base, arch, engine: into, workshop, ...workshop }, signal);
}
async function listBases({ host, engines, catalogue }) {
  const records = await listRecords(host);
  const present = await Promise.all(
    records.map(async ({ engine: kind, run, tools }) => {
      const engine = engines.find((one) => one.kind === kind);
      return engine !== void 0 && !!await engine.layer(run.key) && !!await engine.layer(tools.key);
    })
  );
  const made = records.filter((_, index) => present[index]);
  return catalogue.names.map((name) => {
    const entry = catalogue.find(name);
    const known = entry.ok && entry.value.kind === "known" ? entry.value : void 0;
    return {
      name,
      known,
      isMakeable: known?.made !== void 0,
      made: made.filter((record) => record.name === name)
    };
  });
}
async function exportBase({ name, arch, out }, { host, catalogue }) {
  const known = catalogue.find(name);
  if (!known.ok) return known;
  for (const engine of ["namespace", "docker", "podman"]) {
    const record = await readRecord(host, { name, arch, engine });
    if (!record || !await host.status(tarOf(host, record.run.key))) continue;
    await host.copyFile(tarOf(host, record.run.key), out);
    return ok(record);
  }
  return wrong(notMade(name));
}
function notListed(name) {
  return {
    severity: "error",
    code: "base/nothing-to-make",
    blame: "request",
    message: `\`${name}\` is the machine itself: there is nothing to make`,
    help: "use it as it is: `--base host`"
  };
}
function notMade(name) {
  return {
    severity: "error",
    code: "base/not-made",
    blame: "request",
    message: `no root of \`${name}\` was made here`,
    help: `make it first: \`tarwright base create ${name}\``
  };
}

// src/base/sync-base.ts
async function syncBase(request3, target, workshop, signal) {
  const { host, catalogue } = workshop;
  const entry = catalogue.find(request3.name);
  if (!entry.ok) return entry;
  const base = entry.value;
  if (base.kind !== "known") return wrong(notSyncable(request3.name));
  const own = base.made?.packages;
  const { arch } = request3;
  if (target === "own") {
    if (own === void 0) return wrong(noTarget(base));
    const chosen = await chooseEngine({ ...request3, source: "made" }, workshop, signal);
    if (!chosen.ok) return chosen;
    return await makeBase({ base, arch, engine: chosen.value.engine, workshop, ...workshop }, signal);
  }
  const packages = await readTarget(target, { manager: base.manager, arch, workshop }, signal);
  if (!packages.ok) return packages;
  const source = base.made ? "made" : request3.source;
  const unlocked = { ...workshop, lock: /* @__PURE__ */ new Map() };
  const ground = await openBase({ ...request3, source }, unlocked, signal);
  if (!ground.ok) return ground;
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const { manager } = base;
    const lent = await lend(ground.value, { manager, scratch, host }, signal);
    if (!lent.ok) return lent;
    const { engine, run: root } = ground.value;
    const making = { base, arch, engine, workshop, ...workshop };
    const inside = joinPath(scratch, "synced");
    await host.makeFolder(inside);
    const syncing = { ...making, name: base.name, manager, root, packages: packages.value };
    const synced = await syncRoot({ ...syncing, lent: lent.value, scratch: inside }, signal);
    if (!synced.ok) return synced;
    return await layOut({ ...synced.value, list: digestOfList(packages.value) }, making, signal);
  });
}
function notSyncable(name) {
  return {
    severity: "error",
    code: "base/not-syncable",
    blame: "request",
    message: `\`${name}\` can't be synced to a list: only a base that has a name here can become another root`,
    help: "name one of `base list`, or add one of your own to `tarwright.yml`"
  };
}
function noTarget({ name }) {
  return {
    severity: "error",
    code: "base/no-list",
    blame: "request",
    message: `nobody says which packages \`${name}\` shall hold`,
    help: "give `--packages FILE`, `--from-image REFERENCE` or `--from-root FOLDER`"
  };
}

// src/base/pin.ts
async function lockBases(requests, workshop, signal) {
  const unlocked = { ...workshop, lock: /* @__PURE__ */ new Map() };
  const lock = new Map(workshop.lock);
  for (const request3 of requests) {
    const pinned = await pin(request3, unlocked, signal);
    if (!pinned.ok) return pinned;
    lock.set(lockKey({ ...request3, name: pinned.value.name }), pinned.value.locked);
  }
  return ok(lock);
}
async function pin(request3, workshop, signal) {
  const chosen = await settleSource(request3, workshop, signal);
  if (!chosen.ok) return chosen;
  const { engine, source } = chosen.value;
  if (source.kind === "image") {
    const locked2 = await pinImage(source.base, { engine, arch: request3.arch, workshop }, signal);
    return locked2.ok ? ok({ name: source.base.name, locked: locked2.value }) : locked2;
  }
  const ground = await openBase(request3, workshop, signal);
  if (!ground.ok) return ground;
  const { name, digest } = ground.value.base;
  const { arch } = request3;
  const record = await readRecord(workshop.host, { name, arch, engine: ground.value.engine.kind });
  if (source.kind !== "made" || !record || record.below !== void 0)
    return ok({ name, locked: { digest } });
  const storing = { base: source.base, arch, engine: ground.value.engine, ...workshop };
  const tars = await lockTars(record, storing, signal);
  if (!tars.ok) return tars;
  return ok({ name, locked: { digest, ...tars.value ? { tars: tars.value } : {} } });
}

export {
  openCatalogue,
  nameOfBase,
  suppliedAs,
  neutralFor,
  suppliedFor,
  unknownPackages,
  buildRoot,
  runRoot,
  runPackages,
  runLibraries,
  BASE_LOCK_NAME,
  readBaseLock,
  formatBaseLock,
  lackingPackages,
  basesOf,
  openBase,
  resolveBase,
  diffBases,
  createFromImage,
  packRoots,
  takeRoot,
  lockBases,
  createBase,
  listBases,
  exportBase,
  syncBase
};
