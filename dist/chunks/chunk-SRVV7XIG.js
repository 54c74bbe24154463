import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answersTo
} from "./chunk-ZXHBQRC2.js";
import {
  NO_ANSWERS,
  openPlaces,
  openReader
} from "./chunk-LDLERFEP.js";
import {
  fetchRows
} from "./chunk-XR3QMUYF.js";
import {
  filesOfMembers,
  openMembers,
  withNeeds
} from "./chunk-WN4XTIIF.js";
import {
  NO_SHELL,
  shellOver
} from "./chunk-WBGVUFWN.js";
import {
  portFolderFiles
} from "./chunk-IXKQB4NW.js";
import {
  locate,
  locateIn,
  locatePort,
  noPortsBelow
} from "./chunk-3RF2CHTB.js";
import {
  inPortsTree
} from "./chunk-2CAK55AV.js";
import {
  openWorkshop
} from "./chunk-CUGB43QZ.js";
import {
  nameOfBase,
  resolveBase,
  suppliedAs,
  unknownPackages
} from "./chunk-V57KGXLJ.js";
import {
  portFolders
} from "./chunk-VIWBSZHV.js";
import {
  planPorts,
  variantsOf
} from "./chunk-N4JPXZRE.js";
import {
  readPublicKey,
  readSignedIndex
} from "./chunk-G3IN5NY2.js";
import {
  parseWishes
} from "./chunk-4D5T7RT6.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  asWarning,
  distinctDiagnostics,
  ok,
  openTree,
  quotedList,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/candidates.ts
async function readCandidates(request, host, signal) {
  const troubles = [];
  const places = /* @__PURE__ */ new Map();
  for (const path of request.paths) {
    const found2 = await placesAt(path, host);
    if (found2.length === 0) {
      troubles.push(noPortsBelow(path));
    }
    for (const place of found2) {
      const folder = joinPath(place.folder, place.request.folder);
      if (!places.has(folder)) places.set(folder, place);
    }
  }
  if (troubles.length > 0) return { ok: false, error: troubles };
  const opened = [];
  const { arches, layout, prefix } = request;
  const job = { arches, layout, ...prefix === void 0 ? {} : { prefix } };
  const spreading = { work: { kind: "read", job }, open: () => openReader(job) };
  const found = [...places.values()];
  const read = openPlaces();
  for await (const { order, answer } of answersTo(found, spreading, { host, signal })) {
    const some = order.map(
      (place, at) => candidateAt({ place, first: answer[at] ?? [], read }, request, { host, signal })
    );
    opened.push(...await Promise.all(some));
  }
  const settle = async () => {
    let answer = "none";
    for (const one of opened) if (await one.settle() === "answered") answer = "answered";
    return answer;
  };
  return ok({ candidates: opened.map(({ candidate }) => candidate), settle });
}
async function placesAt(path, host) {
  const located = await locate(path, host);
  if (!located) return [];
  const places = [];
  const around = askedOnce(host);
  for (const { folder: inner } of portFolders(openTree(located.folder))) {
    const port = inner === "" ? await locatePort(path, {}, host) : await inPortsTree(locateIn(located, inner), {}, around);
    if (!port.ok) continue;
    const { request } = port.value;
    const isNamed = request.folder !== "" || request.pkgpath.includes("/");
    const pkgpath = isNamed ? request.pkgpath : inner || request.pkgpath;
    places.push({ ...port.value, request: { ...request, pkgpath } });
  }
  return places;
}
function askedOnce(host) {
  const known = /* @__PURE__ */ new Map();
  const status = (file) => {
    const found = known.get(file) ?? host.status(file);
    known.set(file, found);
    return found;
  };
  return { ...host, status };
}
async function candidateAt({ place, first, read }, { arches, layout, prefix, leftOut, shell }, { host, signal }) {
  const folder = joinPath(place.folder, place.request.folder);
  const choiceOf = (flavors, arch) => ({
    flavors,
    arch,
    layout,
    ...prefix === void 0 ? {} : { prefix }
  });
  const known = /* @__PURE__ */ new Map();
  const asked = /* @__PURE__ */ new Map();
  const memberFiles = /* @__PURE__ */ new Map();
  const wholeOf = async (reading, choice) => {
    if (!reading.ok) return reading;
    const members = await openMembers({ port: reading.value, folder }, choice, { host, shell });
    if (!members.ok) return members;
    const whole = withNeeds(
      reading.value,
      members.value.map(({ port }) => port)
    );
    memberFiles.set(whole, await filesOfMembers(members.value, leftOut, { host, signal }));
    return ok(whole);
  };
  const settle = async () => {
    const open = [...asked];
    asked.clear();
    for (const [key, choice] of open) {
      const settled = await shell.read((answers) => read(place, choice, answers), folder);
      known.set(key, settled.ok ? await wholeOf(settled.value, choice) : settled);
    }
    return open.length > 0 ? "answered" : "none";
  };
  const keep = (choice, reading) => {
    const key = keyOf(choice);
    const isAsked = reading.ok ? reading.value.members : reading.needsShell && shell !== NO_SHELL;
    if (isAsked) asked.set(key, choice);
    known.set(key, reading);
    return reading;
  };
  for (const [at, arch] of arches.entries()) {
    const reading = first[at];
    if (reading) keep(choiceOf("default", arch), reading);
  }
  const candidate = {
    pkgpath: place.request.pkgpath,
    folder: shownPath(folder, host.folders.working),
    files: await portFolderFiles({ portFolder: folder, leftOut }, host, signal),
    memberFiles: (port) => memberFiles.get(port) ?? [],
    read: (flavors, arch) => {
      const choice = choiceOf(flavors, arch);
      return known.get(keyOf(choice)) ?? keep(choice, read(place, choice, NO_ANSWERS));
    }
  };
  return { candidate, settle };
}
function keyOf({ flavors, arch }) {
  return JSON.stringify([arch, flavors === "default" ? flavors : [...new Set(flavors)].sort()]);
}

// src/command/platforms.ts
async function resolvePlatforms(request, { variants, workshop }, signal) {
  const wantedOf = ({ port }) => request.bases.length > 0 ? request.bases : port.bases.map(({ value }) => value);
  const homeless = variants.filter((variant) => wantedOf(variant).length === 0);
  const wanted = [...new Set(variants.flatMap(wantedOf))];
  const troubles = [
    ...noBase(homeless),
    ...sameNames(wanted, workshop.catalogue),
    ...tooMany(wanted.length * request.arches.length)
  ];
  if (troubles.length > 0) return { ok: false, error: troubles };
  const platforms = [];
  for (const name of wanted) {
    for (const arch of request.arches) {
      const { engine, source } = request;
      const found = await resolveBase({ name, arch, engine, source }, workshop, signal);
      if (found.ok) platforms.push({ ...found.value, arch, wanted: name });
      else troubles.push(...found.error);
    }
  }
  if (troubles.length > 0) return { ok: false, error: distinctDiagnostics(troubles) };
  const of = (variant) => platforms.filter(({ arch, wanted: base }) => arch === variant.arch && wantedOf(variant).includes(base));
  return ok({ platforms, of });
}
function noBase(variants) {
  const ports = new Map(variants.map(({ candidate, port }) => [candidate, port]));
  const [first] = ports.values();
  if (!first) return [];
  const names = [...ports.keys()].map(({ pkgpath }) => pkgpath);
  const message = names.length === 1 ? `${quotedList(names)} says no base that it is meant for` : `${names.length} ports say no base that they are meant for: ${quotedList(names)}`;
  const told = usage("usage/base", message, "name some with `--bases`, or list them under `bases:`");
  return [names.length === 1 ? { ...told, span: first.span } : told];
}
function sameNames(wanted, catalogue) {
  const seen = /* @__PURE__ */ new Map();
  return wanted.flatMap((one) => {
    const name = nameOfBase(one, catalogue);
    if (!name.ok) return name.error;
    const other = seen.get(name.value);
    seen.set(name.value, one);
    if (other === void 0) return [];
    const message = `\`${other}\` and \`${one}\` are two bases of one name`;
    return [usage("usage/bases", message, "give one of them another name: `NAME=IMAGE`")];
  });
}
var MOST = 256;
function tooMany(count) {
  if (count <= MOST) return [];
  const message = `bases and architectures make ${count} combinations, and a matrix has at most ${MOST} legs`;
  return [usage("usage/bases", message, "plan for fewer bases at once")];
}

// src/command/make-plan.ts
async function makePlan(request, context) {
  const { host, signal } = context;
  const { working, cache } = host.folders;
  const { released } = request;
  const leftOut = [joinPath(working, "out"), cache, ...released.kind === "folder" ? [released.folder] : []];
  const [base] = request.bases;
  const shell = request.commands === "allowed" ? shellOver({ ...request, base }, context) : NO_SHELL;
  const [candidates, release] = await Promise.all([
    readCandidates({ ...request, leftOut, shell }, host, signal),
    released.kind === "folder" ? readRelease(released, context) : ok([])
  ]);
  if (!candidates.ok || !release.ok) {
    return wrong(...candidates.ok ? [] : candidates.error, ...release.ok ? [] : release.error);
  }
  for (; ; ) {
    const planned = await planOf(candidates.value.candidates, release.value, { request, context });
    if (await candidates.value.settle() === "none") return planned;
  }
}
async function planOf(candidates, release, { request, context }) {
  const wanted = wantedVariants(candidates, request);
  if (!wanted.ok) return wanted;
  const { variants, unread } = wanted.value;
  const workshop = await openWorkshop(context);
  if (!workshop.ok) return workshop;
  const found = await resolvePlatforms(request, { variants, workshop: workshop.value }, context.signal);
  if (!found.ok) return found;
  const { platforms, of } = found.value;
  const seeds = variants.flatMap((variant) => of(variant).map((platform) => ({ variant, platform })));
  const { released } = request;
  const place = released.kind === "release" ? released.place : void 0;
  const fetched = place ? await fetchRows(place, seeds.map(tagFields), context) : ok(release);
  if (!fetched.ok) return fetched;
  const planned = planPorts({
    ...request,
    candidates,
    seeds,
    platforms,
    release: fetched.value,
    tag: place?.tag,
    supplies: (pkgpath) => suppliedAs(pkgpath) !== void 0,
    leftOut: request.unreadable === "are left out" ? unread.map(leftOutFor) : void 0
  });
  if (!planned.ok) return planned;
  const { plan, warnings } = planned.value;
  return ok({ plan, warnings: [...unread.flatMap(({ troubles }) => troubles), ...warnings] });
}
function tagFields({ variant, platform }) {
  const { name, version } = variant.port;
  return { name, version, base: platform.base.name, arch: platform.arch };
}
function leftOutFor({ candidate: { pkgpath, folder }, troubles: [first] }) {
  return { pkgpath, folder, because: first?.message ?? "" };
}
function wantedVariants(candidates, { flavors, pseudo, arches, unreadable }) {
  const wishes = parseWishes(flavors, { candidates, pseudo, arch: arches[0] ?? "x86_64" });
  const stopping = wishes.ok ? [] : [...wishes.error];
  const variants = [];
  const unread = [];
  for (const candidate of candidates) {
    const wish = wishes.ok ? wishes.value(candidate) : { kind: "listed", choices: ["default"] };
    const troubles = [];
    for (const arch of arches) {
      const found = variantsOf(candidate, { wish, arch });
      const unknown = found.ok ? found.value.flatMap(({ port }) => unknownPackages(port)) : [];
      if (found.ok && unknown.length === 0) variants.push(...found.value);
      else troubles.push(...found.ok ? unknown : found.error);
    }
    const isRecipe = troubles.every(({ blame }) => blame === "recipe");
    if (unreadable === "stop the plan" || !isRecipe) stopping.push(...troubles);
    else if (troubles.length > 0)
      unread.push({ candidate, troubles: distinctDiagnostics(troubles).map(asWarning) });
  }
  return stopping.length > 0 ? { ok: false, error: distinctDiagnostics(stopping) } : ok({ variants, unread });
}
async function readRelease({ folder, publicKeys }, { host, signal }) {
  const keys = await readKeys(publicKeys, host);
  if (!keys.ok) return keys;
  if (keys.value.length === 0) {
    const message = "`--released` is believed only as far as a key says so, and there is none";
    return wrong(usage("usage/public-key", message, "give the publisher's public key with `--public-key`"));
  }
  return await readSignedIndex({ place: folder, keys: keys.value }, host, signal);
}
async function readKeys(given, host) {
  const { config } = host.folders;
  const own = (await host.list(config) ?? []).filter((name) => name.endsWith(".pub"));
  const files = given.length > 0 ? given : own.map((name) => joinPath(config, name));
  const results = await Promise.all(files.map((file) => readPublicKey(file, host)));
  const troubles = results.flatMap((one) => one.ok ? [] : one.error);
  return troubles.length > 0 ? wrong(...troubles) : ok(results.flatMap((one) => one.ok ? [one.value] : []));
}

export {
  makePlan
};
