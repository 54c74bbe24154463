import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);

// src/port/base.ts
var ARCHES = ["x86_64", "aarch64"];
function isArch(text) {
  return ARCHES.includes(text);
}

// src/port/flavors.ts
function flavorExtension({ available, chosen }) {
  return available.filter((flavor) => chosen.includes(flavor)).map((flavor) => `-${flavor}`).join("");
}
function troubleWith({ available, pseudo, chosen }, excludes) {
  const unknown = chosen.filter((flavor) => !available.includes(flavor) && !pseudo.includes(flavor)).map((flavor) => ({ kind: "unknown", flavor }));
  const excluded = excludes.filter(({ flavor, excluded: other }) => chosen.includes(flavor) && chosen.includes(other.value)).map(
    ({ flavor, excluded: other }) => ({
      kind: "excluded",
      flavor: other.value,
      by: flavor,
      rule: other
    })
  );
  return [...unknown, ...excluded];
}

// src/port/versions.ts
function parseVersion(text) {
  const [, beforeEpoch = text, epoch] = /^(.*)v([0-9]+)$/.exec(text) ?? [];
  const [, upstream = beforeEpoch, revision] = /^(.*)p([0-9]+)$/.exec(beforeEpoch) ?? [];
  return { upstream, revision: numberOf(revision), epoch: numberOf(epoch) };
}
function numberOf(digits) {
  return digits === void 0 ? void 0 : Number(digits);
}
function compareVersions(a, b) {
  return (a.epoch ?? -1) - (b.epoch ?? -1) || (a.upstream === b.upstream ? (a.revision ?? -1) - (b.revision ?? -1) : compareUpstream(a.upstream, b.upstream));
}
function deweyOf(upstream) {
  const parts = upstream.replace(/\.+$/, "").split(".");
  const [, digits, suffix = "", number = ""] = /^([0-9]+)(rc|alpha|beta|pre|pl)([0-9]*)$/.exec(parts.at(-1) ?? "") ?? [];
  return {
    parts: digits === void 0 ? parts : [...parts.slice(0, -1), digits],
    suffix,
    suffixNumber: Number(number)
  };
}
function compareUpstream(left, right) {
  const [a, b] = [deweyOf(left), deweyOf(right)];
  for (const [index, part] of a.parts.entries()) {
    const other = b.parts[index];
    if (other === void 0) return 1;
    const order = compareParts(part, other);
    if (order !== 0) return order;
  }
  return a.parts.length - b.parts.length || compareSuffixes(a, b);
}
function compareParts(a, b) {
  const [, numberA, letterA = ""] = /^([0-9]+)([a-z]?)$/.exec(a) ?? [];
  const [, numberB, letterB = ""] = /^([0-9]+)([a-z]?)$/.exec(b) ?? [];
  if (numberA === void 0 || numberB === void 0) return byText(a, b);
  return compareDigits(numberA, numberB) || byText(letterA, letterB);
}
function compareDigits(a, b) {
  const [shortA, shortB] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return shortA.length - shortB.length || byText(shortA, shortB);
}
var NEARNESS = { alpha: 0, beta: 1, rc: 2, pre: 2, "": 3, pl: 4 };
function compareSuffixes(a, b) {
  return a.suffix === b.suffix ? a.suffixNumber - b.suffixNumber : (NEARNESS[a.suffix] ?? 0) - (NEARNESS[b.suffix] ?? 0);
}
function byText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/port/names.ts
function packageName({ name, version, revision, epoch }) {
  return `${name}-${version}${revisionSuffix({ revision, epoch })}`;
}
function revisionSuffix({ revision, epoch }) {
  return `${revision === void 0 ? "" : `p${revision}`}${epoch === void 0 ? "" : `v${epoch}`}`;
}
function withRevision(name, { revision, epoch }) {
  return name.replace(/^(.*?-[0-9][^-]*)/, `$1${revisionSuffix({ revision, epoch })}`);
}
function fullpkgname(release, subpackage, flavors) {
  const name = subpackage === "" ? release.name : `${release.name}-${subpackage}`;
  return `${packageName({ ...release, name })}${flavorExtension(flavors)}`;
}
function fullpkgpath(pkgpath, subpackage, { available, chosen }) {
  const flavors = available.filter((flavor) => chosen.includes(flavor));
  return [pkgpath, ...subpackage === "" ? [] : [`-${subpackage}`], ...flavors].join(",");
}
function stemOf(name) {
  const cut = name.search(/-[0-9]/);
  return cut === -1 ? name : name.slice(0, cut);
}
function releaseOf(name) {
  const [text = ""] = name.slice(stemOf(name).length + 1).split("-");
  const { upstream: version, revision, epoch } = parseVersion(text);
  return {
    version,
    ...revision === void 0 ? {} : { revision },
    ...epoch === void 0 ? {} : { epoch }
  };
}
var COMPRESSIONS = ["gz", "zst", "xz", "bz2"];
function archiveName(parts) {
  const layout = parts.layout === "programs" ? "--programs" : "";
  return `${parts.fullpkgname}${layout}--${parts.base}--${parts.arch}.tar.${parts.compression}`;
}
function prefixOf(release, layout, vendorPrefix) {
  if (layout === "vendor") return vendorPrefix;
  const name = release.name.charAt(0).toUpperCase() + release.name.slice(1);
  return `/Programs/${name}/${release.version}`;
}

// src/port/pkgpath.ts
var FOLDER = /^[A-Za-z0-9_][A-Za-z0-9._+@-]*(\/[A-Za-z0-9_][A-Za-z0-9._+@-]*)*$/;
function parsePkgpath(text) {
  if (!text.includes(",")) {
    return FOLDER.test(text) ? { folder: text, subpackage: void 0, flavors: "default" } : void 0;
  }
  const [folder = "", ...choices] = text.split(",");
  if (!FOLDER.test(folder)) return void 0;
  const subpackages = choices.filter((choice) => choice.startsWith("-"));
  const flavors = choices.filter((choice) => !choice.startsWith("-") && choice !== "");
  if (subpackages.length > 1 || ![...subpackages, ...flavors].every((choice) => /^-?[A-Za-z_]/.test(choice))) {
    return void 0;
  }
  return {
    folder,
    subpackage: subpackages[0]?.slice(1),
    flavors: flavors.length === 0 && !choices.includes("") ? "default" : flavors
  };
}

// src/port/glob.ts
function isLiteral(pattern) {
  return !/[*?]/.test(pattern);
}
function matchesGlob(pattern, path) {
  return matchesRun(pattern.split("/"), path.split("/"), {
    isStar: (part) => part === "**",
    matches: matchesWildcards
  });
}
function matchesWildcards(pattern, text) {
  return matchesRun([...pattern], [...text], {
    isStar: (char) => char === "*",
    matches: (wanted, char) => wanted === "?" || wanted === char
  });
}
function matchesRun(pattern, subject, { isStar, matches }) {
  let [at, found] = [0, 0];
  let retry;
  while (found < subject.length) {
    const wanted = pattern[at];
    if (wanted !== void 0 && isStar(wanted)) {
      retry = { at, found };
      at += 1;
    } else if (wanted !== void 0 && matches(wanted, subject[found] ?? "")) {
      at += 1;
      found += 1;
    } else if (retry) {
      retry = { at: retry.at, found: retry.found + 1 };
      at = retry.at + 1;
      found = retry.found;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every(isStar);
}

// src/port/pkgspec.ts
function isPkgspec(spec) {
  return spec.split("|").every((branch) => parseBranch(branch) !== void 0);
}
function matchesPkgspec(spec, fullpkgname2) {
  return spec.split("|").some((text) => {
    const branch = parseBranch(text);
    return branch !== void 0 && matchesBranch(branch, fullpkgname2);
  });
}
function parseBranch(text) {
  const [, stem, bounds = "", flavors] = /^([^%]+?)-((?:>=|>|<=|<|=|!=)?[0-9][^%-]*|\*)(?:-([^%]+))?$/.exec(text) ?? [];
  if (stem === void 0) return void 0;
  const parsed = bounds === "*" ? [] : bounds.split(",").map(parseBound);
  const known = parsed.filter((bound) => bound !== void 0);
  const groups = flavors === void 0 ? [] : flavors.split(",").map((group) => group.split("-"));
  const named = groups.flat().every((flavor) => /^!?[^!]+$/.test(flavor));
  return known.length === parsed.length && named ? { stem, bounds: known, flavors: groups } : void 0;
}
function parseBound(text) {
  const [, operator = "=", version] = /^(>=|>|<=|<|=|!=)?([0-9].*)$/.exec(text) ?? [];
  return version === void 0 ? void 0 : { operator, version: parseVersion(version) };
}
function matchesBranch({ stem, bounds, flavors }, fullpkgname2) {
  const starts = [...fullpkgname2.matchAll(/-(?=[0-9])/g)].map((match) => match.index);
  const [first] = starts;
  if (first === void 0 || !starts.some((end) => matchesWildcards(stem, fullpkgname2.slice(0, end)))) {
    return false;
  }
  const [version = "", ...chosen] = fullpkgname2.slice(first + 1).split("-");
  return bounds.every((bound) => holds(bound, parseVersion(version))) && (flavors.length === 0 || flavors.some(
    (group) => group.every(
      (term) => term.startsWith("!") ? !chosen.includes(term.slice(1)) : chosen.includes(term)
    )
  ));
}
function holds({ operator, version }, found) {
  const comparable = version.revision === void 0 ? { ...found, revision: void 0 } : found;
  const order = compareVersions(comparable, version);
  switch (operator) {
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "!=":
      return order !== 0;
    default:
      return order === 0;
  }
}

// src/port/dependency.ts
function foreignDependencies(port, tests) {
  const parts = [port.depends.build];
  if (tests === "with tests") parts.push(port.depends.test);
  for (const { depends } of port.packages) parts.push(depends.lib, depends.run);
  const distinct = /* @__PURE__ */ new Map();
  for (const part of parts)
    for (const one of part) if (!isOwn(port, one.pkgpath)) distinct.set(`${one.spec}:${one.pkgpath}`, one);
  return [...distinct.values()];
}
function isForBuild({ depends, packages }, dependency) {
  const all = [...depends.build, ...depends.test, ...packages.flatMap((one) => one.depends.lib)];
  return all.some((one) => isSameDependency(one, dependency));
}
function isTool({ packages }, dependency) {
  const kept = packages.flatMap(({ depends }) => [...depends.lib, ...depends.run]);
  return !kept.some((one) => isSameDependency(one, dependency));
}
function isSameDependency(one, other) {
  return one.spec === other.spec && one.pkgpath === other.pkgpath;
}
function isOwn({ pkgpath, flavors }, named) {
  const path = named.startsWith(pkgpath) ? parsePkgpath(named) : void 0;
  if (path?.folder !== pkgpath) return false;
  const truly = flavors.chosen.filter((flavor) => flavors.available.includes(flavor));
  return path.flavors === "default" || setOf(path.flavors) === setOf(truly);
}
function setOf(flavors) {
  return [...new Set(flavors)].sort().join();
}
function bestFor(packages, dependency) {
  const found = packages.filter((one) => fulfils(one, dependency));
  if (found.length < 2) return found[0];
  const mains = found.filter(({ fullpkgpath: fullpkgpath2 }) => parsePkgpath(fullpkgpath2)?.subpackage === "main");
  return newestFirst(mains.length > 0 ? mains : found)[0];
}
function newestFirst(packages) {
  return [...packages].sort(
    (a, b) => compareVersions(versionOf(b), versionOf(a)) || a.fullpkgname.length - b.fullpkgname.length || (a.fullpkgname < b.fullpkgname ? -1 : a.fullpkgname > b.fullpkgname ? 1 : 0)
  );
}
function versionOf({
  version,
  revision,
  epoch
}) {
  return { upstream: version, revision, epoch };
}
function fulfils(found, { spec, pkgpath }) {
  const wanted = parsePkgpath(pkgpath);
  const place = pkgpath === found.fullpkgpath ? wanted : parsePkgpath(found.fullpkgpath);
  if (!wanted || !place) return false;
  return (wanted.folder === place.folder || wanted.folder.endsWith(`/${place.folder}`)) && (wanted.subpackage === void 0 || wanted.subpackage === place.subpackage) && (wanted.flavors === "default" || isChoice(wanted.flavors, found, place)) && (spec === "" || matchesPkgspec(withStem(spec, found.fullpkgname), found.fullpkgname));
}
function isChoice(wanted, found, place) {
  const flavors = place.flavors === "default" ? [] : place.flavors;
  const untold = [...found.flavors ?? [], ...found.pseudoFlavors ?? []];
  const told = wanted.filter((flavor) => flavors.includes(flavor) || !untold.includes(flavor));
  return setOf(told) === setOf(flavors);
}
function withStem(spec, fullpkgname2) {
  return spec.startsWith("STEM-") ? spec.replace("STEM", stemOf(fullpkgname2)) : spec;
}

// src/port/job.ts
var LAYOUTS = ["vendor", "programs"];
function jobId({
  port,
  base,
  arch,
  layout
}) {
  const path = port.pkgpath.replaceAll("/", ".");
  const flavors = port.flavors.chosen.map((flavor) => `,${flavor}`).join("");
  const text = `${path}-${port.version}${flavors}${layout === "programs" ? "+programs" : ""}@${base.name}@${arch}`;
  return text.replace(/[^A-Za-z0-9._+,@-]/g, "_");
}

// src/port/distfile.ts
var ARCHIVE = /\.(tar|tgz|tbz2?|txz|tlz|tzst|zip|(tar\.(gz|bz2?|xz|zst|lz|lzma|Z)))$/i;
function isArchive(file) {
  return ARCHIVE.test(file);
}

// src/port/model.ts
var SCRIPTED = ["extract", "patch", "configure", "build", "check", "fake"];
var HOOKS = SCRIPTED.flatMap((phase) => [
  `pre-${phase}`,
  phase,
  `post-${phase}`
]);
var STYLES = [
  "gnu",
  "autoconf",
  "cmake",
  "meson",
  "make",
  "imake",
  "python",
  "perl",
  "scons",
  "waf",
  "cargo",
  "script",
  "manifest",
  "meta"
];

// src/port/package.ts
var AUDIT_CHECKS = [
  "missing-library",
  "undeclared-library",
  "missing-version",
  "interpreter",
  "runpath",
  "architecture",
  "shebang",
  "build-path",
  "execstack",
  "textrel",
  "pie",
  "relro",
  "soname",
  "malformed",
  "dangling-link",
  "world-writable",
  "wantlib",
  "extra-dependency"
];
var CIRCUMSTANCES = ["folder-order", "host-name", "host-path", "parallelism", "time"];

// src/port/packaging.ts
function packagingOrder(packages) {
  const ordered = [];
  let left = packages;
  while (left.length > 0) {
    const ready = left.find((one) => neededSiblings(one, left).length === 0);
    if (!ready) return { kind: "loop", loop: loopAmong(left) };
    ordered.push(ready);
    left = left.filter((one) => one !== ready);
  }
  return { kind: "ordered", packages: ordered };
}
function neededSiblings({ depends }, siblings) {
  const paths = [...depends.lib, ...depends.run].map(({ pkgpath }) => pkgpath);
  return siblings.filter(({ fullpkgpath: fullpkgpath2 }) => paths.includes(fullpkgpath2));
}
function loopAmong(stuck) {
  const path = [];
  let next = stuck[0];
  while (next && !path.includes(next)) {
    path.push(next);
    next = neededSiblings(next, stuck)[0];
  }
  if (!next) throw new Error("a package that needs none of its siblings is not stuck");
  return [next, ...path.slice(path.indexOf(next) + 1)];
}

// src/port/packing.ts
var PACKING_KINDS = [
  "file",
  "dir",
  "bin",
  "so",
  "static-lib",
  "lib",
  "man",
  "mandir",
  "info",
  "shell",
  "rcscript",
  "fontdir",
  "sample"
];
function builtTree(paths) {
  const kinds = new Map(paths.map(({ path, kind }) => [path, kind]));
  const folders = /* @__PURE__ */ new Map();
  for (const { path } of paths) {
    const { folder, name } = split(path);
    const known = folders.get(folder);
    if (known) known.push(name);
    else folders.set(folder, [name]);
  }
  return { at: (path) => kinds.get(path), names: (folder) => folders.get(folder) ?? [] };
}
function counterpartOf({ kind, path }, tree) {
  const library = libraryName(path);
  if (library) {
    const paths = versionsOf(library, tree);
    const isNamed = paths.includes(path) && (paths.length === 1 || path === library);
    if (isNamed) return { kind: "same", paths };
    if (paths.length > 0) return { kind: "numbered", paths };
  }
  const places = pagePlaces(path);
  const found = places.find((place) => tree.at(place) !== void 0);
  if (found !== void 0) {
    const paths = kind === "info" ? [found, ...partsOf(found, tree)] : [found];
    return { kind: found === path ? "same" : "moved", paths };
  }
  return { kind: "absent", because: absenceOf({ kind, path }, tree) };
}
function libraryName(path) {
  return /^(.*\.so)(\.[0-9]+)*$/.exec(path)?.[1];
}
function listedLibrary(path, built) {
  const library = libraryName(path);
  if (library === void 0 || !/(^|\/)lib[^/]*$/.test(library)) return void 0;
  const names = built.filter((one) => libraryName(one.path) === library);
  const isNumbered = names.some(({ path: one }) => one !== library);
  return isNumbered && names.some(({ nature }) => nature === "shared-object") ? library : void 0;
}
function versionsOf(library, tree) {
  const { folder, name } = split(library);
  return tree.names(folder).filter((one) => one.startsWith(name) && /^(\.[0-9]+)*$/.test(one.slice(name.length))).map((one) => join(folder, one)).filter((one) => tree.at(one) !== "folder");
}
var COMPRESSED = ["", ".gz", ".xz", ".bz2", ".zst"];
function pagePlaces(path) {
  const [, place, plain = ""] = /^(?:share\/)?(man|info)\/(.+?)(?:\.(?:gz|xz|bz2|zst|Z))?$/.exec(path) ?? [];
  if (place === void 0) return [path];
  const [, folder, page] = /^((?:.+\/)?)cat[^/]+\/(.+)\.0$/.exec(plain) ?? [];
  const section = /\/?cat([^/]+)\//.exec(plain)?.[1];
  const names = page === void 0 ? [plain] : [plain, `${folder}man${section}/${page}.${section}`];
  const places = [`${place}/`, `share/${place}/`];
  return [path, ...names.flatMap((name) => places.flatMap((at) => COMPRESSED.map((end) => at + name + end)))];
}
function partsOf(page, tree) {
  const { folder, name } = split(page);
  const bare = name.replace(/\.(gz|xz|bz2|zst)$/, "");
  return tree.names(folder).filter((one) => one.startsWith(`${bare}-`) && /^[0-9]+(\.[a-z0-9]+)?$/.test(one.slice(bare.length + 1))).map((one) => join(folder, one));
}
function absenceOf({ kind, path }, tree) {
  if (path.endsWith(".la")) return "libtool-archive";
  if (kind === "rcscript") return "rc-script";
  if (kind === "dir" || kind === "mandir" || kind === "fontdir") return "empty-folder";
  if (/\.py[co]$|\/__pycache__$/.test(path)) return "precompiled";
  if (path === "lib/charset.alias" || path === "share/locale/locale.alias") return "iconv-alias";
  if (path.startsWith("share/doc/pkg-readmes/")) return "readme";
  const archive = /^(.*)\.a$/.exec(path)?.[1];
  if (archive !== void 0 && versionsOf(`${archive}.so`, tree).length > 0) return "static-library";
  return void 0;
}
function goesUnlisted(path) {
  return /(^|\/)info\/dir(\.gz)?$/.test(path) || /(^|\/)(\.packlist|perllocal\.pod)$/.test(path) || /(^|\/)__pycache__(\/|$)/.test(path) || path.endsWith(".la");
}
function split(path) {
  const slash = path.lastIndexOf("/");
  return { folder: path.slice(0, Math.max(0, slash)), name: path.slice(slash + 1) };
}
function join(folder, name) {
  return folder === "" ? name : `${folder}/${name}`;
}

// src/port/places.ts
var PLACES = {
  /** What lies beside the recipe. */
  port: "/build/port",
  /** Archives are unpacked here; the source folder is one in it, or this one itself. */
  work: "/build/work",
  /** Programs that a dialect counts on, first in the search path. */
  tools: "/build/tools",
  fakeRoot: "/build/fake",
  /** The distfiles, when the recipe's own script extracts them. */
  distfiles: "/build/distfiles"
};

// src/port/relations.ts
function conflictBetween(a, b) {
  return conflictSet(a).find((spec) => accepts(spec, b.fullpkgname)) ?? conflictSet(b).find((spec) => accepts(spec, a.fullpkgname));
}
function conflictSet({ fullpkgname: fullpkgname2, relations }) {
  const own = relations?.excludes === "name" ? fullpkgname2 : `${splitName(fullpkgname2).stem}-*`;
  return [own, ...relations?.conflicts ?? []];
}
function accepts(spec, fullpkgname2) {
  return spec === fullpkgname2 || matchesPkgspec(spec, fullpkgname2);
}
function updateCandidates(installed, offered) {
  const { stem, version } = splitName(installed.fullpkgname);
  const places = placesOf(installed);
  return offered.map((one) => ({ one, ...splitName(one.fullpkgname) })).filter(
    (other) => other.stem.toLowerCase() === stem.toLowerCase() && compareVersions(other.version, version) >= 0 && placesOf(other.one).some((place) => places.includes(place))
  ).sort((a, b) => compareVersions(b.version, a.version) || (a.one.fullpkgname < b.one.fullpkgname ? -1 : 1)).map(({ one }) => one);
}
function placesOf({ fullpkgpath: fullpkgpath2, relations }) {
  return [fullpkgpath2, ...relations?.formerPaths ?? []].flatMap((text) => {
    const path = parsePkgpath(text);
    if (!path) return [];
    const flavors = path.flavors === "default" ? [] : [...new Set(path.flavors)].sort();
    return [[path.folder, `-${path.subpackage ?? ""}`, ...flavors].join(",")];
  });
}
function splitName(fullpkgname2) {
  const [, stem = fullpkgname2, version = ""] = /^(.*?)-([0-9][^-]*)/.exec(fullpkgname2) ?? [];
  return { stem, version: parseVersion(version) };
}

// src/port/tags.ts
var TAG_FIELDS = {
  arch: ({ arch }) => arch,
  base: ({ base }) => base,
  port: ({ name }) => name,
  version: ({ version }) => version
};
function tagOf(row, template) {
  return template.replace(/\{([^}]*)\}/g, (whole, name) => TAG_FIELDS[name]?.(row) ?? whole);
}

export {
  ARCHES,
  isArch,
  flavorExtension,
  troubleWith,
  parseVersion,
  compareVersions,
  packageName,
  withRevision,
  fullpkgname,
  fullpkgpath,
  stemOf,
  releaseOf,
  COMPRESSIONS,
  archiveName,
  prefixOf,
  parsePkgpath,
  isLiteral,
  matchesGlob,
  matchesWildcards,
  isPkgspec,
  matchesPkgspec,
  foreignDependencies,
  isForBuild,
  isTool,
  isSameDependency,
  isOwn,
  bestFor,
  newestFirst,
  fulfils,
  isArchive,
  LAYOUTS,
  jobId,
  HOOKS,
  STYLES,
  AUDIT_CHECKS,
  CIRCUMSTANCES,
  packagingOrder,
  PACKING_KINDS,
  builtTree,
  counterpartOf,
  listedLibrary,
  goesUnlisted,
  PLACES,
  conflictBetween,
  updateCandidates,
  TAG_FIELDS,
  tagOf
};
