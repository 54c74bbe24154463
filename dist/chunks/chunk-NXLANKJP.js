import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  guestPath
} from "./chunk-FFIYGVKZ.js";
import {
  rt
} from "./chunk-UCWNRDAO.js";
import {
  Meter,
  PLACES,
  WorldFailure,
  commandLine,
  download,
  hostPath,
  isArchive,
  joinPath,
  unreachable
} from "./chunk-YHAPECI5.js";
import {
  __callDispose,
  __name,
  __using
} from "./chunk-KRZTYYLC.js";

// src/build/environment.ts
var BUILD_FOLDER = guestPath("/build");
var PORT = guestPath(PLACES.port);
var WORK = guestPath(PLACES.work);
var OUTSIDE = guestPath("/build/work/.build");
var FAKE_ROOT = guestPath(PLACES.fakeRoot);
var HOME = guestPath("/build/home");
var DISTFILES = guestPath(PLACES.distfiles);
var HOOK_FILES = guestPath("/build/hooks");
var BUILD_FOLDERS = [PORT, WORK, FAKE_ROOT, HOME, DISTFILES, HOOK_FILES];
var EARLIEST_EPOCH = 315532800;
function buildEnvironment({ port, prefix }, { dependencies, sourceDateEpoch }) {
  const prefixes = [...new Set(dependencies.map((dependency) => dependency.prefix))];
  const below2 = /* @__PURE__ */ __name((...folders2) => prefixes.flatMap((one) => folders2.map((folder) => `${one}/${folder}`)).join(":"), "below");
  const flags = "-O2 -ffile-prefix-map=/build/work=.";
  const folders = runpathFolders({ port, prefix }, dependencies);
  const runpath = port.build.style.value === "cmake" ? [] : folders.map((folder) => `-Wl,-rpath,${folder}`);
  return {
    ...baseEnvironment(prefixes),
    ...withoutEmpty({
      CPPFLAGS: prefixes.map((one) => `-I${one}/include`).join(" "),
      LDFLAGS: [...prefixes.map((one) => `-L${one}/lib`), ...runpath].join(" "),
      PKG_CONFIG_PATH: below2("lib/pkgconfig", "share/pkgconfig"),
      CMAKE_PREFIX_PATH: prefixes.join(":"),
      ACLOCAL_PATH: below2("share/aclocal")
    }),
    SOURCE_DATE_EPOCH: String(sourceDateEpoch),
    CFLAGS: flags,
    CXXFLAGS: flags,
    RUSTFLAGS: [
      "--remap-path-prefix=/build/work=.",
      "--remap-path-prefix=/build/home=.",
      // What is Rust's own is linked into the program; a folder of libraries is only worth naming where there are some.
      ...(dependencies.some(({ libraryFolders }) => libraryFolders.length > 0) ? runpath : []).map(
        (flag) => `-Clink-arg=${flag}`
      )
    ].join(" "),
    PERL_MM_USE_DEFAULT: "1",
    PIP_NO_INDEX: port.network === "build" ? "0" : "1",
    PIP_DISABLE_PIP_VERSION_CHECK: "1"
  };
}
__name(buildEnvironment, "buildEnvironment");
function runpathFolders({ port, prefix }, dependencies) {
  if (port.runpath !== "auto") return [];
  return [.../* @__PURE__ */ new Set([`${prefix}/lib`, ...dependencies.flatMap(({ libraryFolders }) => libraryFolders)])];
}
__name(runpathFolders, "runpathFolders");
function withoutEmpty(variables) {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}
__name(withoutEmpty, "withoutEmpty");
function baseEnvironment(prefixes) {
  const below2 = /* @__PURE__ */ __name((folder) => prefixes.map((one) => `${one}/${folder}`), "below");
  const system = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin"];
  return {
    PATH: [...below2("bin"), ...system].join(":"),
    HOME,
    USER: "build",
    LOGNAME: "build",
    SHELL: "/bin/sh",
    TERM: "dumb",
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
    PYTHONHASHSEED: "0",
    ...withoutEmpty({
      LD_LIBRARY_PATH: below2("lib").join(":"),
      PERL5LIB: below2("lib/perl5").join(":"),
      PYTHONPATH: below2("lib/python3/dist-packages").join(":")
    })
  };
}
__name(baseEnvironment, "baseEnvironment");
function scriptEnvironment({ port, prefix, arch }, source, parallel) {
  return {
    NAME: port.name,
    VERSION: port.version,
    FLAVORS: port.flavors.chosen.join(" "),
    ARCH: arch,
    PREFIX: prefix,
    DESTDIR: FAKE_ROOT,
    SRCDIR: source,
    PORTDIR: PORT,
    DISTDIR: DISTFILES,
    JOBS: String(parallel)
  };
}
__name(scriptEnvironment, "scriptEnvironment");

// src/build/styles.ts
var UNCONFIGURED = ["make", "script", "manifest", "meta"];
function unusedOptions({ build }, options) {
  const { value: style, span } = build.style;
  if (options.length === 0 || !UNCONFIGURED.includes(style)) return [];
  const message = `style \`${style}\` has nothing that takes configure options: they would have no effect`;
  const help = "leave them out, or choose what they should do with a flavor";
  return [{ severity: "error", code: "build/unused-options", blame: "request", message, span, help }];
}
__name(unusedOptions, "unusedOptions");
function styleCommands(phase, facts) {
  const { port, prefix } = facts.job;
  const table = STYLE_TABLE[port.build.style.value]({
    prefix,
    source: facts.source,
    jobs: `-j${facts.parallel}`,
    options: [...port.build.configure, ...facts.configureOptions],
    ...port.build.make,
    runpath: port.runpath,
    runpathFolders: runpathFolders(facts.job, facts.dependencies),
    offline: port.network === "build" ? [] : ["--offline"]
  });
  return table[phase] ?? [];
}
__name(styleCommands, "styleCommands");
var DESTDIR = `DESTDIR=${FAKE_ROOT}`;
function run(program, ...args) {
  return { argv: [program, ...args] };
}
__name(run, "run");
function shell(script, ...args) {
  return run("sh", "-ec", script, "sh", ...args);
}
__name(shell, "shell");
function make({ jobs, variables, targets }, install) {
  return {
    build: [run("make", jobs, ...variables, ...targets)],
    check: [run("make", jobs, "check", ...variables)],
    fake: [run("make", ...install, DESTDIR, ...variables)]
  };
}
__name(make, "make");
function gnu(facts) {
  const configure = run("./configure", `--prefix=${facts.prefix}`, ...facts.options);
  return { configure: [configure], ...make(facts, ["install"]) };
}
__name(gnu, "gnu");
function cmake({ prefix, source, jobs, options, variables, targets, ...facts }) {
  const rpath = {
    auto: [`-DCMAKE_INSTALL_RPATH=${facts.runpathFolders.join(";")}`],
    keep: [],
    none: ["-DCMAKE_SKIP_INSTALL_RPATH=ON"]
  }[facts.runpath];
  const configure = [
    ...["-S", source, "-B", OUTSIDE, `-DCMAKE_INSTALL_PREFIX=${prefix}`, "-DCMAKE_INSTALL_LIBDIR=lib"],
    ...["-DCMAKE_BUILD_TYPE=Release", ...rpath, "-DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF"],
    ...["-DFETCHCONTENT_FULLY_DISCONNECTED=ON", ...options]
  ];
  const targeted = targets.flatMap((target) => ["--target", target]);
  const native = variables.length > 0 ? ["--", ...variables] : [];
  return {
    configure: [run("cmake", ...configure)],
    build: [run("cmake", "--build", OUTSIDE, jobs, ...targeted, ...native)],
    check: [run("ctest", "--test-dir", OUTSIDE, "--output-on-failure", jobs)],
    fake: [{ ...run("cmake", "--install", OUTSIDE), env: { DESTDIR: FAKE_ROOT } }]
  };
}
__name(cmake, "cmake");
function meson({ prefix, source, jobs, options, targets }) {
  const setup = [`--prefix=${prefix}`, "--libdir=lib", "--buildtype=release", "--wrap-mode=nodownload"];
  return {
    configure: [run("meson", "setup", ...setup, ...options, OUTSIDE, source)],
    build: [run("meson", "compile", "-C", OUTSIDE, jobs, ...targets)],
    check: [run("meson", "test", "-C", OUTSIDE, "--print-errorlogs")],
    fake: [{ ...run("meson", "install", "-C", OUTSIDE, "--no-rebuild"), env: { DESTDIR: FAKE_ROOT } }]
  };
}
__name(meson, "meson");
function makefile(facts) {
  const prefixes = [`PREFIX=${facts.prefix}`, `prefix=${facts.prefix}`];
  return make({ ...facts, variables: [...prefixes, ...facts.variables] }, ["install"]);
}
__name(makefile, "makefile");
function imake(facts) {
  const folders = [`BINDIR=${facts.prefix}/bin`, `MANPATH=${facts.prefix}/share/man`];
  const variables = [...folders, ...facts.variables];
  return {
    configure: [run("xmkmf", "-a", ...facts.options)],
    ...make({ ...facts, variables }, ["install", "install.man"])
  };
}
__name(imake, "imake");
function python({ prefix, options }) {
  const quiet = ["--no-deps", "--no-cache-dir"];
  const settings = options.map((option) => `--config-settings=${option}`);
  const wheel = ["wheel", ...quiet, "--no-build-isolation", "--wheel-dir", OUTSIDE, ...settings, "."];
  const install = 'for wheel in "$0"/*.whl; do set -- "$@" "$(basename "$wheel" | cut -d- -f1)"; done; exec python3 -m pip install "$@"';
  const from = ["--no-index", `--find-links=${OUTSIDE}`, "--ignore-installed", "--no-warn-script-location"];
  const into = [`--root=${FAKE_ROOT}`, `--prefix=${prefix}`, "--no-compile"];
  return {
    build: [run("python3", "-m", "pip", ...wheel)],
    fake: [
      {
        ...run("sh", "-ec", install, OUTSIDE, ...quiet, ...from, ...into),
        env: { DEB_PYTHON_INSTALL_LAYOUT: "deb_system" }
      }
    ]
  };
}
__name(python, "python");
function perl({ prefix, jobs, options, variables }) {
  const either = /* @__PURE__ */ __name((makefile2, build, ...args) => shell(`if [ -f Makefile.PL ]; then exec ${makefile2}; else exec ${build}; fi`, ...args), "either");
  return {
    configure: [
      either(
        'perl Makefile.PL INSTALL_BASE="$@" NO_PACKLIST=1 NO_PERLLOCAL=1',
        'perl Build.PL --create_packlist 0 --install_base "$@"',
        prefix,
        ...options
      )
    ],
    build: [either('make "$@"', "./Build", jobs, ...variables)],
    check: [either('make test "$@"', "./Build test", ...variables)],
    fake: [either(`make install ${DESTDIR} "$@"`, `./Build install --destdir ${FAKE_ROOT}`, ...variables)]
  };
}
__name(perl, "perl");
function scons({ prefix, jobs, options, variables, targets }) {
  const all = [`PREFIX=${prefix}`, `prefix=${prefix}`, ...options, ...variables];
  return {
    build: [run("scons", jobs, ...all, ...targets)],
    fake: [run("scons", "install", DESTDIR, ...all)]
  };
}
__name(scons, "scons");
function waf({ prefix, jobs, options, targets }) {
  return {
    configure: [
      run("python3", "./waf", "configure", `--prefix=${prefix}`, `--libdir=${prefix}/lib`, ...options)
    ],
    build: [run("python3", "./waf", "build", jobs, ...targets)],
    fake: [run("python3", "./waf", "install", `--destdir=${FAKE_ROOT}`)]
  };
}
__name(waf, "waf");
function cargo({ prefix, jobs, options, offline }) {
  const locked = ["--locked", ...offline, jobs, ...options];
  const into = ["--path", ".", "--no-track", "--root", `${FAKE_ROOT}${prefix}`];
  return {
    build: [run("cargo", "build", "--release", ...locked)],
    check: [run("cargo", "test", "--release", ...locked)],
    fake: [run("cargo", "install", ...into, ...locked)]
  };
}
__name(cargo, "cargo");
var STYLE_TABLE = {
  gnu,
  autoconf: /* @__PURE__ */ __name((facts) => {
    const { configure = [], ...rest } = gnu(facts);
    return { configure: [run("autoreconf", "-fi"), ...configure], ...rest };
  }, "autoconf"),
  cmake,
  meson,
  make: makefile,
  imake,
  python,
  perl,
  scons,
  waf,
  cargo,
  script: /* @__PURE__ */ __name(() => ({}), "script"),
  manifest: /* @__PURE__ */ __name(({ prefix }) => ({
    fake: [shell('mkdir -p "$1" && cp -R -P -p . "$1"', `${FAKE_ROOT}${prefix}`)]
  }), "manifest"),
  meta: /* @__PURE__ */ __name(() => ({}), "meta")
};

// src/build/distfiles.ts
import { pipeline } from "node:stream/promises";

// src/build/debian-pool.ts
async function archivesOf(host, aptFolder) {
  const below2 = joinPath(aptFolder, "sources.list.d");
  const names = await host.list(below2) ?? [];
  const lines = [joinPath(aptFolder, "sources.list"), ...endingIn(".list", below2, names)];
  const stanzas = endingIn(".sources", below2, names);
  const sources = [
    ...await Promise.all(lines.map(async (file) => parseLines(await host.readText(file) ?? ""))),
    ...await Promise.all(stanzas.map(async (file) => parseStanzas(await host.readText(file) ?? "")))
  ].flat();
  const found = /* @__PURE__ */ new Map();
  for (const { uris, components, signedBy } of sources) {
    for (const uri of await mirrorsBehind(host, uris)) {
      if (!isDistribution(uri, signedBy)) continue;
      const all = found.get(uri) ?? /* @__PURE__ */ new Set();
      for (const component of components) all.add(component);
      found.set(uri, all);
    }
  }
  const archives = [...found].map(([uri, components]) => ({ uri, components: [...components] }));
  return archives.filter(({ components }) => components.includes("main"));
}
__name(archivesOf, "archivesOf");
function endingIn(suffix, folder, names) {
  return names.filter((name) => name.endsWith(suffix)).map((name) => joinPath(folder, name));
}
__name(endingIn, "endingIn");
function isDistribution(uri, signedBy) {
  const last = new URL(uri).pathname.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return /^(debian|ubuntu)(-[a-z-]+)?$/.test(last) || /(debian|ubuntu)-archive-keyring/.test(signedBy);
}
__name(isDistribution, "isDistribution");
function parseLines(text) {
  return text.split("\n").flatMap((line) => {
    const match = /^\s*deb(?:-src)?\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
    if (!match) return [];
    const [, options = "", uri = "", , components = ""] = match;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1] ?? "";
    return [{ uris: [uri], components: wordsOf(components), signedBy }];
  });
}
__name(parseLines, "parseLines");
function parseStanzas(text) {
  const kept = text.split("\n").filter((line) => !line.startsWith("#"));
  return kept.join("\n").split(/\n\s*\n/).flatMap((stanza) => {
    const fields = /* @__PURE__ */ new Map();
    for (const [, key = "", value = ""] of stanza.matchAll(/^([^\s:]+):((?:.*)(?:\n[ \t]+.*)*)/gm)) {
      fields.set(key.toLowerCase(), value.trim());
    }
    const field = /* @__PURE__ */ __name((key) => fields.get(key) ?? "", "field");
    if (!/\bdeb(-src)?\b/.test(field("types")) || /^(no|false|off|0)$/i.test(field("enabled"))) return [];
    return [
      {
        uris: wordsOf(field("uris")),
        components: wordsOf(field("components")),
        signedBy: field("signed-by")
      }
    ];
  });
}
__name(parseStanzas, "parseStanzas");
function wordsOf(text) {
  return text.split(/\s+/).filter((word) => word !== "");
}
__name(wordsOf, "wordsOf");
async function mirrorsBehind(host, uris) {
  const lists = await Promise.all(
    uris.map(async (uri) => {
      const list = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(uri)?.[1];
      if (list === void 0) return [uri];
      const text = await host.readText(hostPath(list)) ?? "";
      return text.split("\n").map((line) => line.replace(/#.*/, "").trim().split(/\s/)[0] ?? "");
    })
  );
  return lists.flat().filter((uri) => /^https?:\/\/./.test(uri) && URL.canParse(uri)).map((uri) => `${uri.replace(/\/+$/, "")}/`);
}
__name(mirrorsBehind, "mirrorsBehind");
function poolUrls(archives, file) {
  const source = /^([a-z0-9][a-z0-9+.-]+)_[A-Za-z0-9.+~_-]+$/.exec(file)?.[1];
  if (source === void 0) return [];
  const initial = source.startsWith("lib") ? source.slice(0, 4) : source.slice(0, 1);
  return archives.flatMap(({ uri, components }) => {
    const pool = /\/debian-security\/$/.test(uri) ? "pool/updates" : "pool";
    return components.map((component) => new URL(`${pool}/${component}/${initial}/${source}/${file}`, uri));
  });
}
__name(poolUrls, "poolUrls");

// src/build/distfiles.ts
var PARALLEL = 3;
async function fetchDistfiles(distfiles, setting, signal) {
  const results = new Array(distfiles.length);
  const queue = distfiles.entries();
  const worker = /* @__PURE__ */ __name(async () => {
    for (const [at, distfile] of queue) results[at] = await fetchOne(distfile, setting, signal);
  }, "worker");
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
  if (signal.aborted) return { kind: "aborted" };
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  const failures = results.filter((result) => "attempts" in result);
  if (failures.length > 0) return { kind: "failed", failures };
  return { kind: "fetched", files: results.filter((result) => "file" in result) };
}
__name(fetchDistfiles, "fetchDistfiles");
async function fetchOne(distfile, setting, signal) {
  const [key] = distfile.digests;
  const folder = key && joinPath(setting.cache, key.algorithm);
  const kept = key && folder && joinPath(folder, key.hex);
  const stored = key ? `distfile-${key.algorithm}-${key.hex}` : "";
  const attempts = [];
  const firstFar = distfile.urls.find(isFar);
  for (const url of distfile.urls) {
    if (url === firstFar && kept && await isCached(distfile, { kept, stored }, setting)) {
      return { distfile, file: kept };
    }
    for (const place of await placesOf(url, setting)) {
      const got = folder && kept ? await bring(place, { distfile, kept, folder, setting }, signal) : undigested(place);
      if (got.kind === "got") {
        if (place.kind === "web") await setting.host.store.keep(stored, got.file);
        return { distfile, file: got.file };
      }
      attempts.push({ from: place.from, why: got });
      if (got.kind === "unasked") {
        setting.report({ kind: "note", message: `\`${place.from}\` is passed over: ${got.why}` });
      }
      if (place.kind === "file") return { distfile, attempts };
    }
  }
  return { distfile, attempts };
}
__name(fetchOne, "fetchOne");
function isFar({ kind }) {
  return kind === "web" || kind === "debian";
}
__name(isFar, "isFar");
async function isCached(distfile, { kept, stored }, { host }) {
  if (await isRight(kept, distfile, host)) return true;
  return await host.store.restore(stored, kept) === "restored" && await isRight(kept, distfile, host);
}
__name(isCached, "isCached");
function undigested(place) {
  if (place.kind === "none") return place.why;
  if (place.kind === "file") return { kind: "got", file: place.file };
  throw new Error(`a distfile from the web without digest: ${place.from}`);
}
__name(undigested, "undigested");
async function placesOf(url, setting) {
  const { host, portFolder, aptFolder } = setting;
  switch (url.kind) {
    case "web":
      return [addressPlace(url.url)];
    case "file":
      return [await filePlace(url.path, hostPath(url.path), host)];
    case "port":
      return [await portPlace(url.path, portFolder, host)];
    case "debian": {
      const from = `debian:${url.file}`;
      const archives = await archivesOf(host, aptFolder);
      const places = poolUrls(archives, url.file).map(webPlace);
      if (places.length > 0) return places;
      const why = archives.length === 0 ? `no archive of Debian or Ubuntu is configured in \`${aptFolder}\`` : `\`${url.file}\` is not the name of a source file, such as \`foo_1.2.orig.tar.gz\``;
      return [{ kind: "none", from, why: { kind: "no-pool", why } }];
    }
    default:
      return unreachable(url);
  }
}
__name(placesOf, "placesOf");
function addressPlace(text) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (!url) return { kind: "none", from: text, why: { kind: "unasked", why: "it is no address" } };
  const place = webPlace(url);
  if (/^https?:$/.test(url.protocol)) return place;
  const why = `\`${url.protocol}\` is not spoken here, only \`https:\` and \`http:\``;
  return { kind: "none", from: place.from, why: { kind: "unasked", why } };
}
__name(addressPlace, "addressPlace");
function webPlace(url) {
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  return { kind: "web", from: shown.href, url };
}
__name(webPlace, "webPlace");
async function filePlace(from, file, host) {
  const real = await host.realPath(file);
  if (real === void 0 || (await host.status(real))?.kind !== "file") {
    return { kind: "none", from, why: { kind: "absent" } };
  }
  return { kind: "file", from, file: real };
}
__name(filePlace, "filePlace");
async function portPlace(path2, portFolder, host) {
  const folder = await host.realPath(portFolder) ?? portFolder;
  const inside = /* @__PURE__ */ __name((file) => file.startsWith(`${folder}/`), "inside");
  const wanted = joinPath(folder, path2);
  const place = inside(wanted) ? await filePlace(path2, wanted, host) : void 0;
  if (place?.kind === "none") return place;
  if (place?.kind === "file" && inside(place.file)) return place;
  return { kind: "none", from: path2, why: { kind: "outside-port" } };
}
__name(portPlace, "portPlace");
async function bring(place, { distfile, kept, folder, setting }, signal) {
  if (place.kind === "none") return place.why;
  const { host, report } = setting;
  const own = await host.makeTemporary(".fetching-", folder);
  const part = joinPath(own, "part");
  const leftOver = hostPath(`${kept}.part`);
  try {
    if (place.kind === "file") {
      const meter = new Meter(distfile);
      await pipeline(host.readStream(place.file), meter.through(), host.writeStream(part, "new"), { signal });
      const wrong = differenceOf(distfile, meter.received());
      if (wrong) return wrong;
    } else {
      await moveIfThere(leftOver, part, host);
      const trouble = await downloadRight(place.url, { wanted: distfile, part, host, report }, signal);
      if (trouble) return trouble;
    }
    const { sizeBytes } = await host.status(part) ?? { sizeBytes: 0 };
    await host.rename(part, kept);
    report({ kind: "progress", what: distfile.file, done: sizeBytes, total: sizeBytes, unit: "bytes" });
    return { kind: "got", file: kept };
  } finally {
    if (place.kind === "web") await moveIfThere(part, leftOver, host);
    await host.remove(own);
  }
}
__name(bring, "bring");
async function moveIfThere(from, to, host) {
  try {
    await host.rename(from, to);
  } catch (error) {
    if (!(error instanceof WorldFailure && error.code === "ENOENT")) throw error;
  }
}
__name(moveIfThere, "moveIfThere");
async function downloadRight(url, setting, signal) {
  const { wanted: distfile, part, host } = setting;
  const answer = await download(url, setting, signal);
  const wrong = answer.kind === "received" ? differenceOf(distfile, answer.received) : answer;
  if (wrong?.kind !== "wrong-size" && wrong?.kind !== "wrong-digest") return wrong;
  await host.remove(part);
  if (answer.kind === "received" && answer.pieces === "several") return downloadRight(url, setting, signal);
  return wrong;
}
__name(downloadRight, "downloadRight");
async function isRight(file, distfile, host) {
  const status = await host.status(file);
  if (status?.kind !== "file") return false;
  const meter = new Meter(distfile);
  for await (const chunk of host.readStream(file)) meter.add(chunk);
  if (differenceOf(distfile, meter.received()) === void 0) return true;
  await host.remove(file);
  return false;
}
__name(isRight, "isRight");
function differenceOf({ sizeBytes, digests }, received) {
  if (sizeBytes !== void 0 && received.sizeBytes !== sizeBytes) {
    return { kind: "wrong-size", found: received.sizeBytes, expected: sizeBytes };
  }
  for (const [at, expected] of digests.entries()) {
    const found = received.digests[at]?.hex ?? "";
    if (found !== expected.hex) return { kind: "wrong-digest", expected, found };
  }
  return void 0;
}
__name(differenceOf, "differenceOf");

// src/build/distfiles-explained.ts
function explainFetch(failures) {
  return failures.map(({ distfile, attempts }) => {
    const rest = attempts.map((attempt) => `
  ${sentenceOf(attempt)}`).join("");
    const verdict = verdictOf(distfile, attempts);
    return { severity: "error", ...verdict, message: `${verdict.message}${rest}` };
  });
}
__name(explainFetch, "explainFetch");
function verdictOf({ file, span, digestSpan }, attempts) {
  const kinds = new Set(attempts.map(({ why }) => why.kind));
  if (kinds.has("wrong-digest")) {
    return {
      code: "build/wrong-digest",
      blame: "recipe",
      message: `\`${file}\` has another digest than the recipe says`,
      help: "find out from upstream which one is right: mend the digest, or remove the place that serves another file",
      span: digestSpan
    };
  }
  if (kinds.has("wrong-size")) {
    return {
      code: "build/wrong-size",
      blame: "recipe",
      message: `\`${file}\` has another size than the recipe says`,
      help: "find out from upstream which one is right: mend the size, or remove the place that serves another file",
      span
    };
  }
  if (kinds.has("truncated")) {
    return {
      code: "build/truncated-download",
      blame: "world",
      message: `the download of \`${file}\` was cut off each time`,
      help: "run it again: it goes on where it was cut off; or add a mirror to the recipe",
      span
    };
  }
  if (kinds.has("outside-port")) {
    return {
      code: "build/outside-port",
      blame: "recipe",
      message: `\`${file}\` is not inside the port's folder`,
      help: "a path of a distfile stays below the folder of the recipe, links included; copy the file there",
      span
    };
  }
  if (attempts.length > 0 && attempts.every(({ why }) => why.kind === "unasked")) {
    return {
      code: "build/unavailable",
      blame: "recipe",
      message: `\`${file}\` has no place that can be asked`,
      help: "add a place that begins with `https://` to the recipe",
      span
    };
  }
  const mine = attempts.every(({ why }) => why.kind === "absent");
  return {
    code: "build/unavailable",
    blame: mine ? "recipe" : "world",
    message: `\`${file}\` is at none of its places`,
    help: mine ? "put the file there, or mend the path" : "check the network, or add a mirror to the recipe",
    span
  };
}
__name(verdictOf, "verdictOf");
function sentenceOf({ from, why }) {
  return `\`${from}\`: ${reasonOf(why)}`;
}
__name(sentenceOf, "sentenceOf");
function reasonOf(why) {
  switch (why.kind) {
    case "unreachable":
      return `no answer: ${why.why}`;
    case "status":
      return `the server answers ${why.status}`;
    case "truncated":
      return `cut off after ${why.found} of ${why.expected ?? "an unknown number of"} bytes`;
    case "wrong-size":
      return `expected ${why.expected} bytes, found ${why.found}`;
    case "wrong-digest":
      return `expected ${why.expected.algorithm} ${why.expected.hex}, found ${why.found}`;
    case "absent":
      return "there is no such file";
    case "outside-port":
      return "leads out of the port's folder";
    case "no-pool":
    case "unasked":
      return why.why;
    default:
      return unreachable(why);
  }
}
__name(reasonOf, "reasonOf");

// src/build/bench.ts
async function runCommand({ buildbox, log, report }, exec, signal) {
  const [program, ...args] = exec.argv;
  const command2 = commandLine({ program, args });
  report({ kind: "command-started", command: command2 });
  await log.write(Buffer.from(`$ ${command2}
`));
  const stop = new AbortController();
  const running = buildbox.start(plainly(exec), AbortSignal.any([signal, stop.signal]));
  running.stdin.end();
  try {
    await Promise.all([running.stdout, running.stderr].map((stream) => copyToLog(stream, { log, report })));
  } catch (error) {
    stop.abort();
    await running.exit;
    throw error;
  }
  return troubleOf(await running.exit, exec.argv);
}
__name(runCommand, "runCommand");
async function copyInto(bench, copies, signal) {
  for (const { from, to, owner } of copies) {
    const copied = await bench.buildbox.copyIn(from, to, owner, signal);
    const trouble = await troubleOfCopy(copied, ["cp", "-R", from, to], bench);
    if (trouble) return trouble;
  }
  return void 0;
}
__name(copyInto, "copyInto");
async function troubleOfCopy(copied, argv, { log }) {
  const trouble = troubleOf(copied, argv);
  if (trouble?.kind === "command-failed") {
    await log.write(Buffer.from(`$ ${trouble.command}
${copied.said ?? ""}
`));
  }
  return trouble;
}
__name(troubleOfCopy, "troubleOfCopy");
async function layPackages(bench, packages, signal) {
  if (packages.length === 0) return void 0;
  const copies = packages.map(
    ({ folder, prefix }) => ({ from: folder, to: guestPath(prefix), owner: "root" })
  );
  const prefixes = packages.map(({ prefix }) => prefix);
  const open = {
    argv: ["chmod", "-R", "u+rwX,go+rX", ...prefixes],
    cwd: guestPath("/"),
    env: baseEnvironment([]),
    user: "root"
  };
  return await copyInto(bench, copies, signal) ?? troubleOf(await quietly(bench, open, signal), open.argv);
}
__name(layPackages, "layPackages");
async function quietly({ buildbox, log }, exec, signal) {
  const said = [];
  const exit = await buildbox.run(exec, (chunk) => void said.push(chunk), signal);
  await log.write(Buffer.concat(said));
  return exit;
}
__name(quietly, "quietly");
async function copyToLog(stream, { log, report }) {
  for await (const chunk of stream) {
    report({ kind: "output", chunk });
    await log.write(chunk);
  }
}
__name(copyToLog, "copyToLog");
function troubleOf(exit, argv) {
  const [program, ...args] = argv;
  switch (exit.kind) {
    case "engine-died":
    case "aborted":
      return exit;
    case "exited":
      if (exit.status === 0) return void 0;
      return { kind: "command-failed", command: commandLine({ program, args }), exit };
    default:
      return { kind: "command-failed", command: commandLine({ program, args }), exit };
  }
}
__name(troubleOf, "troubleOf");
function plainly(exec) {
  return { ...exec, argv: ["sh", "-c", 'umask 022; exec "$@" 2>&1', "sh", ...exec.argv] };
}
__name(plainly, "plainly");

// src/build/log.ts
import { once } from "node:events";
import { finished } from "node:stream/promises";
var TAIL_BYTES = 16384;
var TAIL_LINES = 20;
var GATHERED_BYTES = 65536;
var GATHERED_MS = 500;
async function openLog(file, host) {
  await host.makeFolder(joinPath(file, ".."));
  const stream = host.writeStream(file, "new");
  const failures = [];
  stream.on("error", (error) => void failures.push(error));
  const refuse = /* @__PURE__ */ __name(() => {
    for (const failure of failures) throw failure;
  }, "refuse");
  let gathered = [];
  let gatheredBytes = 0;
  let flushed = host.now();
  let end = Buffer.alloc(0);
  const flush = /* @__PURE__ */ __name(() => {
    const all = Buffer.concat(gathered);
    gathered = [];
    gatheredBytes = 0;
    flushed = host.now();
    end = Buffer.concat([end, all.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
    return stream.write(all);
  }, "flush");
  return {
    file,
    write: /* @__PURE__ */ __name(async (chunk) => {
      refuse();
      gathered.push(chunk);
      gatheredBytes += chunk.length;
      const isDue = gatheredBytes >= GATHERED_BYTES || host.now() - flushed >= GATHERED_MS;
      if (isDue && !flush()) await once(stream, "drain");
    }, "write"),
    tail: /* @__PURE__ */ __name(() => {
      flush();
      return lastLines(end.toString("utf8"));
    }, "tail"),
    close: /* @__PURE__ */ __name(async () => {
      refuse();
      flush();
      stream.end();
      await finished(stream);
    }, "close")
  };
}
__name(openLog, "openLog");
function lastLines(text) {
  const plain = text.replace(/\u001b(\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(\u0007|\u001b\\)|.)/g, "").replace(/\r+\n/g, "\n").replace(/[^\n]*\r/g, "").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
  return plain.trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
}
__name(lastLines, "lastLines");

// src/build/unpack.ts
import { Readable } from "node:stream";
import { pipeline as pipeline2 } from "node:stream/promises";

// src/build/archive.ts
import path from "node:path";
var MOST_TROUBLES = 10;
var ArchiveInspector = class {
  static {
    __name(this, "ArchiveInspector");
  }
  #parser;
  #troubles = [];
  #tops = /* @__PURE__ */ new Set();
  #unreadable;
  #newest = 0;
  constructor() {
    this.#parser = new rt({ strict: false, brotli: false, zstd: false });
    this.#parser.on("entry", (entry) => this.#see(entry));
    this.#parser.on("ignoredEntry", (entry) => this.#see(entry));
    this.#parser.on("warn", (code, message) => {
      if (code !== "TAR_ENTRY_INFO") this.#unreadable = { kind: "unreadable", why: String(message) };
    });
  }
  /** Returns once the headers in this piece are judged: hand it on only when there are no troubles. */
  inspect(chunk) {
    if (this.#troubles.length < MOST_TROUBLES) this.#parser.write(chunk);
  }
  end() {
    if (this.#troubles.length < MOST_TROUBLES) this.#parser.end();
  }
  get isClean() {
    return this.#troubles.length === 0 && !this.#unreadable;
  }
  get inspected() {
    const troubles = this.#unreadable ? [...this.#troubles, this.#unreadable] : this.#troubles;
    return { troubles, tops: [...this.#tops], newest: this.#newest };
  }
  #trouble(trouble) {
    if (this.#troubles.length < MOST_TROUBLES) this.#troubles.push(trouble);
  }
  #see(entry) {
    const { path: member, type, linkpath = "", mtime } = entry;
    entry.resume();
    if (leaves(member)) this.#trouble({ kind: "leaves", member });
    const target = type === "SymbolicLink" ? path.posix.join(path.posix.dirname(member), linkpath) : linkpath;
    if (linkpath.startsWith("/") || leaves(path.posix.normalize(target))) {
      this.#trouble({ kind: "link-leaves", member, target: linkpath });
    }
    const name = SPECIAL.get(type);
    if (name !== void 0) this.#trouble({ kind: "special", member, type: name });
    const [top = "", ...rest] = member.split("/").filter((part) => part !== "." && part !== "");
    if (top !== "" && (rest.length > 0 || type === "Directory")) this.#tops.add(top);
    const seconds = Math.floor((mtime?.getTime() ?? 0) / 1e3);
    if (FILES.includes(type) && seconds > this.#newest) this.#newest = seconds;
  }
};
var FILES = ["File", "OldFile", "ContiguousFile"];
var SPECIAL = /* @__PURE__ */ new Map([
  ["CharacterDevice", "a device"],
  ["BlockDevice", "a device"],
  ["FIFO", "a pipe"]
]);
function leaves(name) {
  return name.startsWith("/") || name.split("/").includes("..");
}
__name(leaves, "leaves");

// src/build/hints.ts
var DISK_FULL = /No space left on device|Disk quota exceeded|Wrote only \d+ of \d+ bytes/;
function tellsDiskFull(printed) {
  return DISK_FULL.test(printed);
}
__name(tellsDiskFull, "tellsDiskFull");
var HINTS = [
  {
    pattern: DISK_FULL,
    help: /* @__PURE__ */ __name(() => "the disk is full: free some space where the buildbox lies, then run it again", "help")
  },
  {
    pattern: /internal compiler error|Segmentation fault signal terminated program|Killed signal terminated program/,
    help: /* @__PURE__ */ __name(() => "the compiler itself broke down: give it more memory, fewer jobs (`--jobs 1`) or less to optimise", "help")
  },
  {
    pattern: /\.\/configure: (?:not found|No such file)/,
    help: /* @__PURE__ */ __name(() => "the source has no `configure`: say `style: autoconf` if it is to be made, or another style", "help")
  },
  {
    pattern: /fatal error: ([^\s:]+): No such file or directory/,
    help: /* @__PURE__ */ __name(([, header]) => `the base lacks the header \`${header}\`: name the library that has it under \`depends.system\``, "help")
  },
  {
    pattern: /cannot find -l([^\s:]+)/,
    help: /* @__PURE__ */ __name(([, library]) => `the base lacks the library \`${library}\`: name it under \`depends.system\``, "help")
  },
  {
    pattern: /(?:No package '([^']+)' found|Dependency "?([^\s"]+)"? not found|Could NOT find ([A-Za-z0-9_]+))/,
    help: /* @__PURE__ */ __name(([, package_, dependency, found]) => `\`${package_ ?? dependency ?? found}\` is not there: name it under \`depends.system\`, or its port under \`depends.lib\``, "help")
  },
  {
    pattern: /(?:^|: )([A-Za-z0-9_.+-]+): (?:command not found|not found)$/m,
    help: /* @__PURE__ */ __name(([, tool]) => `the base lacks the program \`${tool}\`: name the package that has it under \`depends.system\``, "help")
  },
  {
    pattern: /Could not resolve host|Temporary failure in name resolution|Network is unreachable/,
    help: /* @__PURE__ */ __name(() => "a build has no network: list what it downloads under `distfiles`, or say `network: build`", "help")
  }
];
function hintFor(tail, exit, job) {
  if (deniedPaths(tail).some((path2) => isAbout(path2, job.prefix))) {
    return `the prefix \`${job.prefix}\` itself can't be written to: install into \`$DESTDIR$PREFIX\``;
  }
  for (const { pattern, help } of HINTS) {
    const match = pattern.exec(tail);
    if (match) return help(match, job);
  }
  const killed = exit.kind === "killed" ? exit.signal === "SIGKILL" : exit.kind === "exited" && exit.status === 137;
  return killed ? "it was killed, most likely for want of memory: raise `limits.memory`, or use fewer jobs" : void 0;
}
__name(hintFor, "hintFor");
function deniedPaths(tail) {
  const lines = tail.split("\n").filter((line) => /Permission denied|Read-only file system/.test(line));
  return lines.flatMap((line) => line.match(/\/[^\s'"`:\u2018\u2019]+/g) ?? []);
}
__name(deniedPaths, "deniedPaths");
function isAbout(path2, prefix) {
  return `${path2}/`.startsWith(`${prefix}/`) || `${prefix}/`.startsWith(`${path2}/`);
}
__name(isAbout, "isAbout");

// src/build/unpack.ts
async function unpackArchive(bench, unpacking, signal) {
  const { file, host } = unpacking;
  const format = formatOf(await host.readRange(file, 0, 6));
  if (format === "zip") return await unpackZip(bench, unpacking, signal);
  const decoder = DECODERS[format];
  return await flow(bench, { ...unpacking, ...decoder ? { decoder } : {}, input: "file" }, signal);
}
__name(unpackArchive, "unpackArchive");
function formatOf(start) {
  const hex = start.toString("hex");
  return MAGIC.find(([magic]) => hex.startsWith(magic))?.[1] ?? "tar";
}
__name(formatOf, "formatOf");
var MAGIC = [
  ["1f8b", "gzip"],
  // compress(1); gzip reads it too.
  ["1f9d", "gzip"],
  ["425a68", "bzip2"],
  ["fd377a585a00", "xz"],
  ["28b52ffd", "zstd"],
  ["4c5a4950", "lzip"],
  ["504b0304", "zip"]
];
var DECODERS = {
  gzip: ["gzip", "-dc"],
  bzip2: ["bzip2", "-dc"],
  xz: ["xz", "-dc"],
  zstd: ["zstd", "-dcq"],
  // xz reads lzip's files from version 5.4 on, and is there more often.
  lzip: ["sh", "-c", "command -v lzip >/dev/null && exec lzip -dc; exec xz -dc"],
  tar: void 0
};
async function unpackZip(bench, unpacking, signal) {
  const { file, env } = unpacking;
  const archive = guestPath(`${BUILD_FOLDER}/archive.zip`);
  const beside = `${BUILD_FOLDER}/archive`;
  const copied = await copyInto(bench, [{ from: file, to: archive, owner: "build" }], signal);
  if (copied) return copied;
  const names = await namesInZip(bench, { archive, env }, signal);
  if (names.kind !== "names") return names;
  const leaving = names.names.filter(leaves).map((member) => ({ kind: "leaves", member }));
  if (leaving.length > 0) return { kind: "archive-wrong", troubles: leaving };
  const script = 'unzip -qq -o "$1" -d "$2" >&2 || test $? = 1; tar -C "$2" -cf - .; rm -rf "$1" "$2"';
  return await flow(
    bench,
    { ...unpacking, decoder: ["sh", "-ec", script, "sh", archive, beside], input: "none" },
    signal
  );
}
__name(unpackZip, "unpackZip");
async function namesInZip({ buildbox, log }, { archive, env }, signal) {
  const exec = { argv: ["unzip", "-Z1", archive], cwd: BUILD_FOLDER, env, user: "build" };
  const chunks = [];
  const errors = [];
  const exit = await buildbox.run(
    exec,
    (chunk, stream) => void (stream === "stdout" ? chunks : errors).push(Buffer.from(chunk)),
    signal
  );
  const said = Buffer.concat(errors);
  await log.write(said);
  const trouble = troubleOf(exit, exec.argv);
  if (trouble) return unreadable(trouble, said.toString());
  return { kind: "names", names: Buffer.concat(chunks).toString().split("\n") };
}
__name(namesInZip, "namesInZip");
async function flow(bench, flowing, signal) {
  const { file, name, into, env, host, decoder, input } = flowing;
  const { buildbox, log, report } = bench;
  const quoted = commandOf([name]);
  const command2 = decoder ? `${commandOf(decoder)} < ${quoted} | tar -xf -` : `tar -xf ${quoted}`;
  report({ kind: "command-started", command: command2 });
  await log.write(Buffer.from(`$ ${command2}
`));
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const tar = { argv: ["tar", "-xof", "-"], cwd: into, env, user: "build" };
  const unpacking = buildbox.start(plainly(tar), either);
  const decoding = decoder && buildbox.start({ argv: decoder, cwd: BUILD_FOLDER, env, user: "build" }, either);
  const inspector = new ArchiveInspector();
  const archive = input === "file" ? host.readStream(file) : Readable.from([]);
  const said = decoding ? textOf(decoding.stderr) : "";
  try {
    await Promise.all([
      decoding && feed(archive, decoding.stdin),
      passOn(decoding?.stdout ?? archive, inspector, unpacking),
      copyToLog(unpacking.stdout, { log, report }),
      copyToLog(unpacking.stderr, { log, report })
    ]);
  } catch (error) {
    stop.abort();
    await Promise.all([unpacking.exit, decoding?.exit]);
    throw error;
  }
  const decoded = decoder && decoding && troubleOf(await decoding.exit, decoder);
  const unpacked = troubleOf(await unpacking.exit, tar.argv);
  await log.write(Buffer.from(await said));
  if (signal.aborted) return { kind: "aborted" };
  if (decoded) return unreadable(decoded, await said);
  const { inspected } = inspector;
  if (inspected.troubles.length > 0) return { kind: "archive-wrong", troubles: inspected.troubles };
  if (unpacked?.kind === "command-failed") return { ...unpacked, command: command2 };
  return unpacked ?? { kind: "unpacked", inspected };
}
__name(flow, "flow");
function unreadable(trouble, said) {
  if (trouble.kind !== "command-failed") return trouble;
  const { exit } = trouble;
  if (exit.kind !== "exited" || exit.status >= 126 || tellsDiskFull(said)) return trouble;
  return { kind: "archive-wrong", troubles: [{ kind: "unreadable", why: said.trim().split("\n")[0] ?? "" }] };
}
__name(unreadable, "unreadable");
async function textOf(stream) {
  let text = "";
  for await (const chunk of stream) text = (text + String(chunk)).slice(0, 4096);
  return text;
}
__name(textOf, "textOf");
async function passOn(source, inspector, { stdin }) {
  for await (const chunk of source) {
    inspector.inspect(chunk);
    if (inspector.isClean && stdin.writable && !stdin.write(chunk)) await drained(stdin);
  }
  inspector.end();
  stdin.end();
}
__name(passOn, "passOn");
async function drained(sink) {
  await new Promise((resolve) => {
    const done = /* @__PURE__ */ __name(() => {
      sink.off("drain", done).off("close", done);
      resolve();
    }, "done");
    sink.once("drain", done).once("close", done);
  });
}
__name(drained, "drained");
async function feed(source, sink) {
  try {
    await pipeline2(source, sink);
  } catch (error) {
    if (error instanceof WorldFailure) throw error;
    const { code } = error;
    const closed = ["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"];
    if (code === void 0 || !closed.includes(code)) throw error;
  }
}
__name(feed, "feed");
function commandOf([program, ...args]) {
  return commandLine({ program, args });
}
__name(commandOf, "commandOf");

// src/build/extract.ts
function plainSource({ port }) {
  return guestPath(`${WORK}/${port.name}-${port.version}`);
}
__name(plainSource, "plainSource");
async function extract(job, extraction, signal) {
  const archives = extraction.distfiles.filter(({ distfile }) => isArchive(distfile.file));
  const plain = extraction.distfiles.filter(({ distfile }) => !isArchive(distfile.file));
  const usual = archives.filter(({ distfile }) => distfile.subdir === "");
  const below2 = archives.filter(({ distfile }) => distfile.subdir !== "");
  const seen = [];
  for (const one of usual) {
    const unpacked = await unpackInto(one, { ...extraction, into: WORK }, signal);
    if (unpacked.kind !== "unpacked") return unpacked;
    seen.push(unpacked.inspected);
  }
  const source = sourceOf(job, seen[0]);
  for (const one of below2) {
    const unpacked = await unpackBelow(one, { ...extraction, source }, signal);
    if (unpacked.kind !== "unpacked") return unpacked;
    seen.push(unpacked.inspected);
  }
  if (plain.length > 0 || seen.length === 0) {
    const trouble = await layFiles(plain, { ...extraction, source }, signal);
    if (trouble) return trouble;
  }
  const sourceDateEpoch = Math.max(EARLIEST_EPOCH, ...seen.map(({ newest }) => newest));
  return { kind: "extracted", source, sourceDateEpoch };
}
__name(extract, "extract");
function sourceOf(job, first) {
  if (!first) return plainSource(job);
  const { tops } = first;
  const named = `${job.port.name}-${job.port.version}`;
  const top = tops.length === 1 ? tops[0] : tops.find((one) => one === named);
  return top === void 0 ? WORK : guestPath(`${WORK}/${top}`);
}
__name(sourceOf, "sourceOf");
async function unpackInto({ distfile, file }, { bench, env, host, into }, signal) {
  const unpacked = await unpackArchive(bench, { file, name: distfile.file, into, env, host }, signal);
  if (unpacked.kind !== "archive-wrong") return unpacked;
  return { ...unpacked, file: distfile.file, span: distfile.span };
}
__name(unpackInto, "unpackInto");
async function unpackBelow(one, below2, signal) {
  const { bench, source } = below2;
  const beside = guestPath(`${WORK}/.beside`);
  const made = await runCommand(bench, command(below2, "mkdir", beside), signal);
  if (made) return made;
  const unpacked = await unpackInto(one, { ...below2, into: beside }, signal);
  if (unpacked.kind !== "unpacked") return unpacked;
  const { tops } = unpacked.inspected;
  const from = tops.length === 1 ? `${beside}/${tops[0]}` : beside;
  const script = 'mkdir -p "$2"; cp -R -P -p "$1/." "$2"; rm -rf "$3"';
  const moving = command(below2, "sh", "-ec", script, "sh", from, `${source}/${one.distfile.subdir}`, beside);
  return await runCommand(bench, moving, signal) ?? unpacked;
}
__name(unpackBelow, "unpackBelow");
async function layFiles(files, below2, signal) {
  const { bench, source } = below2;
  if (files.length === 0) return await runCommand(bench, command(below2, "mkdir", "-p", source), signal);
  const placed = files.map(({ distfile: { subdir, file: name }, file }) => {
    const to = guestPath(subdir === "" ? `${source}/${name}` : `${source}/${subdir}/${name}`);
    return { from: file, to, owner: "build" };
  });
  return await copyInto(bench, placed, signal);
}
__name(layFiles, "layFiles");
function command({ env }, program, ...args) {
  return { argv: [program, ...args], cwd: WORK, env, user: "build" };
}
__name(command, "command");

// src/build/phases.ts
var BUILDING = ["extract", "patch", "configure", "build", "check", "fake"];
async function runPhases(task, signal) {
  const { host, report } = task.setting;
  let sources = { source: WORK, sourceDateEpoch: EARLIEST_EPOCH };
  for (const phase of BUILDING) {
    const step = { ...task, sources };
    if (!hasWork(phase, step)) continue;
    const job = task.job.id;
    const began = host.now();
    report({ kind: "phase-started", job, phase });
    await task.bench.log.write(Buffer.from(`==> ${phase}
`));
    const ended = await runPhase(phase, step, signal);
    const outcome = ended.kind === "phased" ? "done" : "failed";
    report({ kind: "phase-finished", job, phase, outcome, durationMs: host.now() - began });
    if (ended.kind !== "phased") return ended;
    sources = ended.sources;
  }
  return { kind: "phased", sources };
}
__name(runPhases, "runPhases");
function hasWork(phase, step) {
  const { port } = step.job;
  if (phase === "check" && step.setting.check === "skip") return false;
  const hooks = [`pre-${phase}`, phase, `post-${phase}`];
  if (hooks.some((hook) => port.build.scripts.has(hook))) return true;
  switch (phase) {
    case "extract":
      return true;
    case "patch":
      return port.patches.length > 0;
    default:
      return styleCommands(phase, factsOf(step)).length > 0;
  }
}
__name(hasWork, "hasWork");
async function runPhase(phase, step, signal) {
  const before = await runHook(`pre-${phase}`, phase, step, signal);
  if (before) return before;
  const ended = step.job.port.build.scripts.has(phase) ? await runInstead(phase, step, signal) : await runDefault(phase, step, signal);
  if (ended.kind !== "phased") return ended;
  const after = await runHook(`post-${phase}`, phase, { ...step, ...ended }, signal);
  return after ?? ended;
}
__name(runPhase, "runPhase");
async function runInstead(phase, step, signal) {
  const { job, bench, sources } = step;
  const trouble = await runHook(phase, phase, step, signal);
  if (trouble) return trouble;
  if (phase !== "extract") return { kind: "phased", sources };
  const source = plainSource(job);
  const made = await runCommand(bench, execOf(step, ["mkdir", "-p", source]), signal);
  if (made) return jobTrouble(made, phase, job.port.build.style.span);
  return { kind: "phased", sources: { ...sources, source } };
}
__name(runInstead, "runInstead");
async function runDefault(phase, step, signal) {
  const { job, setting, bench, sources } = step;
  const { span } = job.port.build.style;
  switch (phase) {
    case "extract": {
      const extraction = {
        bench,
        distfiles: setting.distfiles,
        env: environmentOf(step),
        host: setting.host
      };
      const ended = await extract(job, extraction, signal);
      if (ended.kind === "extracted") return { kind: "phased", sources: ended };
      return ended.kind === "archive-wrong" ? ended : jobTrouble(ended, phase, span);
    }
    case "patch":
      for (const patch of job.port.patches) {
        const trouble = await applyPatch(patch, step, signal);
        if (trouble) return trouble;
      }
      return { kind: "phased", sources };
    default:
      for (const { argv, env } of styleCommands(phase, factsOf(step))) {
        const trouble = await runCommand(bench, execOf(step, argv, env), signal);
        if (trouble) return jobTrouble(trouble, phase, span);
      }
      return { kind: "phased", sources };
  }
}
__name(runDefault, "runDefault");
async function applyPatch(patch, step, signal) {
  const file = guestPath(`${PORT}/${patch.path}`);
  const options = ["--batch", "--forward", "--fuzz=2", "--no-backup-if-mismatch", "--reject-file=-"];
  const exec = execOf(step, ["patch", `-p${patch.strip}`, ...options, "-i", file]);
  const trouble = await runCommand(step.bench, exec, signal);
  if (trouble?.kind !== "command-failed") return trouble && jobTrouble(trouble, "patch", patch.span);
  const { exit, command: command2 } = trouble;
  if (exit.kind === "exited" && exit.status === 1) return { kind: "patch-failed", patch, command: command2 };
  return jobTrouble(trouble, "patch", patch.span);
}
__name(applyPatch, "applyPatch");
async function runHook(hook, phase, step, signal) {
  const { job, setting, bench, sources } = step;
  const script = job.port.build.scripts.get(hook);
  if (!script) return void 0;
  const variables = scriptEnvironment(job, sources.source, setting.parallel);
  const exec = execOf(step, [script.shell, "-e", `${HOOK_FILES}/${hook}`], variables);
  const trouble = await runCommand(bench, exec, signal);
  return trouble && jobTrouble(trouble, phase, script.span);
}
__name(runHook, "runHook");
function jobTrouble(trouble, phase, span) {
  return trouble.kind === "command-failed" ? { ...trouble, kind: "phase-failed", phase, span } : { ...trouble, phase };
}
__name(jobTrouble, "jobTrouble");
function execOf(step, argv, env = {}) {
  return { argv, cwd: step.sources.source, env: { ...environmentOf(step), ...env }, user: "build" };
}
__name(execOf, "execOf");
function environmentOf({ job, setting, sources }) {
  const { dependencies } = setting;
  return buildEnvironment(job, { dependencies, sourceDateEpoch: sources.sourceDateEpoch });
}
__name(environmentOf, "environmentOf");
function factsOf({ job, setting, sources }) {
  const { parallel, configureOptions, dependencies } = setting;
  return { job, source: sources.source, parallel, configureOptions, dependencies };
}
__name(factsOf, "factsOf");

// src/build/port-folder.ts
import { createHash } from "node:crypto";
import { pipeline as pipeline3 } from "node:stream/promises";
async function copyPortFolder(folder, to, host) {
  await host.makeFolder(to);
  await host.changeMode(to, 493);
  for await (const { path: path2, file, kind, mode } of entriesOf(folder, host)) {
    const beside = joinPath(to, path2);
    if (kind === "folder") await host.makeFolder(beside);
    else if (kind === "file") await host.copyFile(file, beside);
    else await host.makeLink(await host.readLink(file), beside);
    if (kind !== "link") await host.changeMode(beside, mode);
  }
}
__name(copyPortFolder, "copyPortFolder");
async function portFolderFiles(folder, host, signal) {
  const files = [];
  for await (const { path: path2, file, kind, mode } of entriesOf(folder, host)) {
    const hash = createHash("sha256");
    if (kind === "file") await pipeline3(host.readStream(file), hash, { signal });
    if (kind === "link") hash.update(await host.readLink(file));
    files.push({ path: path2, kind, mode: kind === "link" ? 493 : mode, sha256: hash.digest("hex") });
  }
  return files;
}
__name(portFolderFiles, "portFolderFiles");
async function* entriesOf({ portFolder, leftOut }, host) {
  const foreign = await Promise.all(leftOut.map((folder) => host.realPath(folder)));
  const top = await host.realPath(portFolder) ?? portFolder;
  async function* below2(folder, path2) {
    for (const name of (await host.list(folder) ?? []).toSorted()) {
      const file = joinPath(folder, name);
      if (name === ".git" || foreign.includes(file)) continue;
      const status = await host.status(file);
      if (!status || status.kind === "other") continue;
      const entry = { path: path2 + name, file, kind: status.kind };
      const executable = status.kind === "folder" || (status.mode & 64) !== 0;
      yield { ...entry, mode: executable ? 493 : 420 };
      if (status.kind === "folder") yield* below2(file, `${path2}${name}/`);
    }
  }
  __name(below2, "below");
  yield* below2(top, "");
}
__name(entriesOf, "entriesOf");

// src/build/job.ts
async function runJob(job, setting, signal) {
  try {
    return await openAndRun(job, setting, signal);
  } catch (error) {
    if (signal.aborted) return { kind: "aborted", job };
    throw error;
  }
}
__name(runJob, "runJob");
async function openAndRun(job, setting, signal) {
  var _stack = [];
  try {
    const { engine, root, hidden, host, logFile, report } = setting;
    const { network, limits } = job.port;
    const spec = {
      root,
      name: job.id,
      network: network === "build" ? "host" : "none",
      hidden,
      ...limits.memoryBytes === void 0 ? {} : { memoryBytes: limits.memoryBytes },
      upper: "disk"
    };
    const opened = await engine.open(spec, signal);
    if (opened.kind === "refused") return { ...opened, kind: "engine-refused", job };
    const buildbox = __using(_stack, opened.buildbox, true);
    const log = await openLog(logFile, host);
    try {
      for (const message of buildbox.caveats) report({ kind: "note", message });
      const outcome = await runIn({ buildbox, log, report }, { job, setting }, signal);
      const isGone = outcome.kind === "aborted" || outcome.kind === "engine-died";
      return isGone || setting.onEnd === "remove" ? outcome : { ...outcome, enter: await buildbox.keep() };
    } finally {
      await log.close();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(openAndRun, "openAndRun");
async function runIn(bench, { job, setting }, signal) {
  const { host, fakeRoot } = setting;
  const began = host.now();
  const { timeMs } = job.port.limits;
  const either = timeMs === void 0 ? signal : AbortSignal.any([signal, host.deadline(timeMs)]);
  const task = { job, setting, bench };
  const furnished = await furnish(task, either);
  const ended = furnished ?? await runPhases(task, either);
  const trouble = ended.kind === "phased" ? await takeFakeRoot(task, either) : ended;
  if (signal.aborted) return { kind: "aborted", job };
  const scene = { job, log: bench.log.file, tail: bench.log.tail() };
  if (trouble?.kind === "aborted")
    return { ...scene, kind: "timed-out", phase: trouble.phase, limitMs: timeMs ?? 0 };
  if (trouble) return { ...scene, ...trouble };
  if (ended.kind !== "phased") throw new Error(`no trouble and no fake root: ${ended.kind}`);
  const { sourceDateEpoch } = ended.sources;
  return { kind: "built", job, fakeRoot, sourceDateEpoch, durationMs: host.now() - began };
}
__name(runIn, "runIn");
async function furnish({ job, setting, bench }, signal) {
  const { host, dependencies, fakeRoot } = setting;
  const skeleton = await host.makeTemporary("buildbox-", joinPath(fakeRoot, ".."));
  try {
    for (const folder of [HOME, WORK, FAKE_ROOT, DISTFILES, HOOK_FILES]) {
      await host.makeFolder(below(skeleton, folder));
    }
    for (const [hook, { text }] of job.port.build.scripts) {
      await host.writeFile(
        joinPath(below(skeleton, HOOK_FILES), hook),
        text.endsWith("\n") ? text : `${text}
`
      );
    }
    await copyPortFolder(setting, below(skeleton, PORT), host);
    const copies = [
      { from: skeleton, to: BUILD_FOLDER, owner: "build" },
      ...distfilesFor(job, setting.distfiles)
    ];
    const trouble = await copyInto(bench, copies, signal) ?? await layPackages(bench, dependencies, signal);
    return trouble && copyTrouble(trouble, "extract");
  } finally {
    await host.remove(skeleton);
  }
}
__name(furnish, "furnish");
function below(skeleton, folder) {
  return joinPath(skeleton, folder.slice(BUILD_FOLDER.length + 1));
}
__name(below, "below");
function distfilesFor({ port }, distfiles) {
  const isAsked = [...port.build.scripts.values()].some(({ text }) => text.includes("DISTDIR"));
  if (!isAsked) return [];
  return distfiles.map(({ distfile, file }) => {
    return { from: file, to: guestPath(`${DISTFILES}/${distfile.file}`), owner: "build" };
  });
}
__name(distfilesFor, "distfilesFor");
async function takeFakeRoot({ job, setting, bench }, signal) {
  const { host, fakeRoot } = setting;
  const exit = await bench.buildbox.copyOut(FAKE_ROOT, fakeRoot, signal);
  const trouble = await troubleOfCopy(exit, ["cp", "-R", FAKE_ROOT, fakeRoot], bench);
  const folder = `.${job.prefix}/share/info`;
  const top = await host.realPath(fakeRoot);
  const real = await host.realPath(joinPath(fakeRoot, folder));
  if (top && real === joinPath(top, folder)) await host.remove(joinPath(real, "dir"));
  return trouble && copyTrouble(trouble, "fake");
}
__name(takeFakeRoot, "takeFakeRoot");
function copyTrouble(trouble, phase) {
  return trouble.kind === "command-failed" ? { ...trouble, kind: "copy-failed", phase } : { ...trouble, phase };
}
__name(copyTrouble, "copyTrouble");

// src/build/outcome-explained.ts
function explainOutcome(outcome) {
  switch (outcome.kind) {
    case "built":
    case "aborted":
      return [];
    case "engine-refused":
      return [noBuildbox(outcome)];
    default:
      return [{ severity: "error", ...withScene(verdictOf2(outcome), outcome) }];
  }
}
__name(explainOutcome, "explainOutcome");
function verdictOf2(outcome) {
  const { job, tail } = outcome;
  switch (outcome.kind) {
    case "phase-failed": {
      const { phase, command: command2, exit, span } = outcome;
      const printed = lastOf(command2, tail);
      const help = hintFor(printed, exit, job);
      const full = tellsDiskFull(printed);
      return {
        code: full ? "build/disk-full" : "build/phase-failed",
        blame: full ? "world" : "recipe",
        message: `the ${phase} phase failed: the command ${endOf(exit)}
  ${command2}${indented(printed)}`,
        span,
        ...help ? { help } : {}
      };
    }
    case "patch-failed": {
      const { patch, command: command2 } = outcome;
      return {
        code: "build/patch-failed",
        blame: "recipe",
        message: `\`${patch.path}\` does not apply
  ${command2}${indented(lastOf(command2, tail))}`,
        span: patch.span,
        help: "make the patch anew against this version, or mend its `-p` level"
      };
    }
    case "archive-wrong": {
      const { file, span, troubles } = outcome;
      const lines = troubles.map((trouble) => `
  ${sentenceOf2(trouble)}`).join("");
      const isUnreadable = troubles.some(({ kind }) => kind === "unreadable");
      return {
        code: isUnreadable ? "build/archive-unreadable" : "build/archive-unsafe",
        blame: "recipe",
        message: `\`${file}\` ${isUnreadable ? "can't be unpacked" : "holds what no archive of sources should"}${lines}`,
        span,
        help: "make sure that this is the file upstream meant to publish; nothing of it was used"
      };
    }
    case "copy-failed": {
      const { phase, command: command2, exit } = outcome;
      const way = phase === "fake" ? "out of" : "into";
      const printed = lastOf(command2, tail);
      const help = tellsDiskFull(printed) ? "the disk is full: free some space, then run it again" : void 0;
      return {
        code: "build/copy-failed",
        blame: "world",
        message: `files could not be copied ${way} the buildbox: the copy ${endOf(exit)}
  ${command2}${indented(printed)}`,
        help: help ?? "look at what the copy said, and for files that can't be read"
      };
    }
    case "timed-out":
      return {
        code: "build/timed-out",
        blame: "recipe",
        message: `the ${outcome.phase} phase was stopped: the job took longer than ${outcome.limitMs / 1e3} seconds${indented(tail)}`,
        span: job.port.span,
        help: RAISE_LIMIT
      };
    case "engine-died":
      return diedIn(outcome.phase, outcome.why);
    default:
      return unreachable(outcome);
  }
}
__name(verdictOf2, "verdictOf");
function explainTest(outcome) {
  switch (outcome.kind) {
    case "passed":
    case "aborted":
      return [];
    case "engine-refused":
      return [noBuildbox(outcome)];
    case "engine-died":
      return [{ severity: "error", ...diedIn("test", outcome.why) }];
    case "timed-out": {
      const message = `the test phase was stopped: it took longer than ${outcome.limitMs / 1e3} seconds${indented(outcome.tail)}`;
      const verdict = {
        code: "build/timed-out",
        blame: "recipe",
        message,
        span: outcome.script.span
      };
      return [{ severity: "error", ...withScene({ ...verdict, help: RAISE_LIMIT }, outcome) }];
    }
    case "command-failed": {
      const { job, command: command2, exit, tail, script } = outcome;
      const printed = lastOf(command2, tail);
      const help = hintFor(printed, exit, job);
      const message = `the test phase failed: the script ${endOf(exit)}${indented(printed)}`;
      const verdict = { code: "build/test-failed", blame: "recipe", message, span: script.span };
      return [{ severity: "error", ...withScene({ ...verdict, ...help ? { help } : {} }, outcome) }];
    }
    default:
      return unreachable(outcome);
  }
}
__name(explainTest, "explainTest");
var RAISE_LIMIT = "raise `limits.time`, or find out what it waits for";
function noBuildbox({ why, help }) {
  const message = `the buildbox could not be opened: ${why}`;
  return { severity: "error", code: "build/no-buildbox", blame: "world", message, help };
}
__name(noBuildbox, "noBuildbox");
function diedIn(phase, why) {
  return {
    code: "build/engine-died",
    blame: "world",
    message: `the buildbox went away in the ${phase} phase: ${why}`,
    help: "run it again; nothing of this build is kept"
  };
}
__name(diedIn, "diedIn");
function withScene(verdict, { log, enter }) {
  const box = enter === void 0 ? "" : `
  enter the buildbox: ${enter}`;
  return { ...verdict, message: `${verdict.message}
  the whole log: ${log}${box}` };
}
__name(withScene, "withScene");
function endOf(exit) {
  switch (exit.kind) {
    case "exited":
      return `ended with status ${exit.status}`;
    case "killed":
      return `was killed by ${exit.signal}`;
    case "not-found":
      return `was not found: \`${exit.program}\``;
    case "aborted":
      return "was stopped";
    default:
      return unreachable(exit);
  }
}
__name(endOf, "endOf");
function lastOf(command2, tail) {
  const line = `$ ${command2}`;
  const at = tail.lastIndexOf(line);
  return at === -1 ? tail : tail.slice(at + line.length).replace(/^\n/, "");
}
__name(lastOf, "lastOf");
function indented(text) {
  return text === "" ? "" : `
${text.replace(/^/gm, "  | ")}`;
}
__name(indented, "indented");
function sentenceOf2(trouble) {
  switch (trouble.kind) {
    case "leaves":
      return `\`${trouble.member}\` would lie outside of the source folder`;
    case "link-leaves":
      return `\`${trouble.member}\` is a link to \`${trouble.target}\`, outside of the source folder`;
    case "special":
      return `\`${trouble.member}\` is ${trouble.type}`;
    case "unreadable":
      return trouble.why;
    default:
      return unreachable(trouble);
  }
}
__name(sentenceOf2, "sentenceOf");

// src/build/package-test.ts
async function testPackage(job, setting, signal) {
  try {
    return await openAndTest(job, setting, signal);
  } catch (error) {
    if (signal.aborted) return { kind: "aborted" };
    throw error;
  }
}
__name(testPackage, "testPackage");
async function openAndTest(job, setting, signal) {
  var _stack = [];
  try {
    const { engine, root, hidden, host, logFile, script, report } = setting;
    const { memoryBytes, timeMs } = job.port.limits;
    const memory = memoryBytes === void 0 ? {} : { memoryBytes };
    const spec = { root, name: `${job.id}.test`, network: "none", hidden, ...memory, upper: "disk" };
    const opened = await engine.open(spec, signal);
    if (opened.kind === "refused") return { ...opened, kind: "engine-refused" };
    const buildbox = __using(_stack, opened.buildbox, true);
    const log = await openLog(logFile, host);
    const either = timeMs === void 0 ? signal : AbortSignal.any([signal, host.deadline(timeMs)]);
    try {
      const trouble = await runTest(job, { ...setting, bench: { buildbox, log, report } }, either);
      if (signal.aborted) return { kind: "aborted" };
      const scene = { job, script, log: logFile, tail: log.tail() };
      if (trouble?.kind === "aborted") return { ...scene, kind: "timed-out", limitMs: timeMs ?? 0 };
      if (trouble?.kind === "command-failed") return { ...scene, ...trouble };
      return trouble ?? { kind: "passed" };
    } finally {
      await log.close();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(openAndTest, "openAndTest");
async function runTest(job, { host, script, packages, bench }, signal) {
  const file = guestPath(`${HOME}/test`);
  const prefixes = [...new Set(packages.map(({ prefix }) => prefix))];
  const env = {
    ...baseEnvironment(prefixes),
    NAME: job.port.name,
    VERSION: job.port.version,
    PREFIX: job.prefix
  };
  const exec = { argv: [script.shell, "-e", file], cwd: HOME, env, user: "build" };
  const folder = await host.makeTemporary("test-");
  try {
    await host.writeFile(
      joinPath(folder, "test"),
      script.text.endsWith("\n") ? script.text : `${script.text}
`
    );
    const trouble = await copyInto(bench, [{ from: folder, to: HOME, owner: "build" }], signal) ?? await layPackages(bench, packages, signal);
    if (trouble) return trouble;
  } finally {
    await host.remove(folder);
  }
  return await runCommand(bench, exec, signal);
}
__name(runTest, "runTest");

export {
  fetchDistfiles,
  explainFetch,
  reasonOf,
  BUILD_FOLDERS,
  baseEnvironment,
  unusedOptions,
  copyPortFolder,
  portFolderFiles,
  runJob,
  explainOutcome,
  explainTest,
  testPackage
};
