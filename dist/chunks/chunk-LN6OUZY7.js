import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  ownKeys,
  readKeys,
  readRing
} from "./chunk-PWPF3FX3.js";
import {
  LOCK_NAME,
  environmentOf,
  installPackages,
  lackingSystem,
  messagesOf,
  profilePlaces,
  readLock,
  readPlace,
  shadowed,
  siteOf,
  systemRoot,
  unpinKey,
  wishesOf
} from "./chunk-3TF42OF7.js";
import {
  basesOf
} from "./chunk-V57KGXLJ.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  commandLine,
  ok,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/install-request.ts
async function installRequest(words, host) {
  const troubles = [];
  const checked = (read) => {
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return void 0;
  };
  const aim = checked(await aimOf(words, host));
  const froms = words.from.length > 0 || aim?.kind !== "locked" ? words.from : [aim.lock.from];
  const places = checked(await placesOf(froms, host));
  const trust = checked(await trustOf(words, aim, host));
  const prefix = checked(prefixOf(words.prefix, host));
  const linking = checked(linkingOf(words.link));
  if (!aim || !places || !trust || !linking || troubles.length > 0) return { ok: false, error: troubles };
  const site = siteOf(words.site, host);
  const { arch, libraryPath, setuid } = words;
  const seen = systemRoot(site);
  const bases = words.base === void 0 ? await basesOf(seen, host) : [words.base];
  if (bases.length === 0) return wrong(unknownBase(seen));
  const chosen = { aim, site, places, trust, bases, arch, prefix, libraryPath, setuid, linking };
  return ok({ ...chosen, tools: void 0 });
}
async function aimOf({ specs, lock }, host) {
  const file = joinPath(host.folders.working, LOCK_NAME);
  if (lock === "frozen") {
    if (specs.length > 0) {
      const help = `leave the names out: \`${LOCK_NAME}\` has them`;
      return wrong(usage("usage/option", "`--frozen` installs what is locked, and nothing else", help));
    }
    const read = await readLock(file, host);
    return read.ok ? ok({ kind: "locked", lock: read.value }) : read;
  }
  if (specs.length === 0) {
    const help = "name them: `tarwright install joe --from OWNER/REPO`";
    return wrong(usage("usage/no-package", "no package is named", help));
  }
  const wishes = wishesOf(specs);
  if (!wishes.ok) return wishes;
  return ok({ kind: "newest", wishes: wishes.value, remember: lock === "write" ? file : void 0 });
}
async function placesOf(texts, host) {
  const places = [];
  const troubles = [];
  for (const text of texts) {
    const place = await readPlace(text, host);
    if (place.ok) places.push(place.value);
    else troubles.push(...place.error);
  }
  if (texts.length === 0) {
    const help = "name it: `--from OWNER/REPO`, an `https://` address, or a folder";
    troubles.push(usage("usage/no-place", "where the packages come from is not said", help));
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(places);
}
async function trustOf({ keys: files, keyring, signature }, aim, host) {
  const named = await readKeys(files, host);
  const ring = await readRing(keyring, host);
  if (!named.ok || !ring.ok) {
    return { ok: false, error: [named, ring].flatMap((one) => one.ok ? [] : one.error) };
  }
  const given = [...named.value, ...ring.value?.keys ?? []];
  const isNamed = files.length > 0 || keyring !== void 0;
  if (signature === "waived") {
    if (!isNamed) return ok({ kind: "waived" });
    const what = `\`${keyring === void 0 ? "--key" : "--keyring"}\``;
    const help = "leave one of them out";
    return wrong(
      usage("usage/option", `${what} and \`--insecure-no-signature\` contradict each other`, help)
    );
  }
  const pinned = aim?.kind === "locked" && aim.lock.key ? unpinKey(aim.lock.key) : void 0;
  const isOther = ({ point }) => point !== pinned?.point;
  if (pinned && (named.value.some(isOther) || ring.value && given.every(isOther))) {
    return wrong(otherThanPinned(given, pinned));
  }
  const keys = pinned ? [pinned] : isNamed ? given : await ownKeys(host);
  return keys.length > 0 ? ok({ kind: "required", keys }) : wrong(noKey());
}
function prefixOf(text, host) {
  const prefix = text === void 0 ? void 0 : joinPath(host.folders.working, text);
  if (prefix !== "/") return ok(prefix);
  return wrong(usage("usage/value", "`--prefix` can't be `/`", "name a folder: `--prefix /opt/{name}`"));
}
function linkingOf(link) {
  if (link === void 0) return ok("none");
  if (link === "") return ok({ tree: void 0 });
  if (/^(?:\/(?!\.{1,2}(?:\/|$))[^/\p{Cc}]+)+$/u.test(link)) return ok({ tree: link });
  const help = "name a folder as seen from the root: `--link=/usr/local`; `--link` alone takes the usual one";
  return wrong(usage("usage/value", `\`--link\` can't be \`${link}\``, help));
}
function unknownBase(root) {
  const message = `which system \`${root}\` holds is not known: its \`etc/os-release\` does not say`;
  return usage("usage/unknown-base", message, "name what it is compatible with: `--base debian-12`");
}
function otherThanPinned(given, pinned) {
  const found = given.map(({ keyNumber }) => keyNumber).join(", ");
  const message = `\`${LOCK_NAME}\` pins the key ${pinned.keyNumber}, and \`--key\` gives ${found}`;
  return usage("usage/other-key", message, "leave `--key` out, or lock again with the new key");
}
function noKey() {
  return usage(
    "usage/no-public-key",
    "no public key was given, so nobody knows whose packages to believe",
    "get it from the publisher, and name it: `--key NAME.pub`; `--insecure-no-signature` believes whoever has the place"
  );
}

// src/command/installed-tests.ts
function testsOf(used, { programs, libraries }) {
  const names = used.map((one) => one.package.fullpkgname);
  const tests = /* @__PURE__ */ new Map();
  for (const { package: row, prefix } of used) {
    if (!row.testScript) continue;
    const { shell, text, fullpkgnames } = row.testScript;
    const variables = [`NAME=${row.name}`, `VERSION=${row.version}`, `PREFIX=${prefix}`, "LC_ALL=C.UTF-8"];
    const lines = [
      `#!/usr/bin/env ${shell}`,
      commandLine({ program: "export", args: variables }),
      front("PATH", programs),
      front("LD_LIBRARY_PATH", libraries),
      'cd "$(mktemp -d)"',
      "set -e",
      text.endsWith("\n") ? text : `${text}
`
    ];
    tests.set(row.job, {
      job: row.job,
      lacking: fullpkgnames.filter((name) => !names.includes(name)),
      program: lines.filter((line) => line !== "").join("\n")
    });
  }
  return [...tests.values()];
}
function front(variable, folders) {
  if (folders.length === 0) return "";
  const words = commandLine({ program: folders.join(":"), args: [] });
  return `export ${variable}=${words}"\${${variable}:+:$${variable}}"`;
}

// src/command/install-packages.ts
async function installWanted(words, { tools, context }) {
  const { host, report, signal } = context;
  const request = await installRequest(words, host);
  if (!request.ok) return { installed: void 0, diagnostics: request.error };
  const arrived = await installPackages({ ...request.value, tools }, { host, report }, signal);
  if (!arrived.ok) return { installed: void 0, diagnostics: arrived.error };
  return answerOf(arrived.value, request.value.site, host);
}
async function answerOf(arrived, site, host) {
  const { chosen, installed, from, signer } = arrived;
  const used = [...installed, ...chosen.filter((one) => !isAmong(one, installed))];
  const environment = environmentOf(used);
  const hidden = await shadowed(used, environment, { site, host });
  const rows = chosen.map((one) => one.package);
  const fresh = chosen.filter(({ outcome }) => outcome === "installed");
  const lacking = await lackingSystem(rows, site, host);
  return {
    installed: {
      packages: chosen.map((one) => ({
        fullpkgname: one.package.fullpkgname,
        version: one.package.version,
        contentDigest: one.package.contentDigest,
        prefix: one.prefix,
        outcome: one.outcome
      })),
      from,
      signer,
      environment,
      shadowed: hidden,
      messages: await messagesOf(fresh, { site, host }),
      tests: testsOf(chosen, environment),
      script: installed.length > 0 ? profilePlaces(site).own : void 0
    },
    diagnostics: [...arrived.warnings, ...incomplete(used), ...shadows(hidden), ...lacking]
  };
}
function isAmong(one, installed) {
  return installed.some((other) => other.package.file === one.package.file && other.prefix === one.prefix);
}
function incomplete(used) {
  const { incomplete: names } = environmentOf(used);
  return names.map((name) => ({
    severity: "warning",
    code: "install/libraries-not-found",
    blame: "request",
    message: `programs of \`${name}\` find their libraries only with \`LD_LIBRARY_PATH\`, which \`--library-path runpath\` leaves alone`,
    help: "set it where you start them, as the package's own `Resources/profile.sh` does"
  }));
}
function shadows(sonames) {
  if (sonames.length === 0) return [];
  return [
    {
      severity: "warning",
      code: "install/shadowed-libraries",
      blame: "request",
      message: `with \`LD_LIBRARY_PATH\` as it is exported, every program gets the packages' own ${sonames.map((name) => `\`${name}\``).join(", ")} instead of the system's`,
      help: "if another program breaks, unset `LD_LIBRARY_PATH` for it; a package that is built with `runpath: auto` needs no export"
    }
  ];
}

export {
  placesOf,
  installWanted,
  incomplete
};
