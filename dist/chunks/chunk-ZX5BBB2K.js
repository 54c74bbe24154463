import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  filesOfMembers,
  openMembers,
  withNeeds
} from "./chunk-WN4XTIIF.js";
import {
  bringPort,
  runGit,
  runTool,
  troubleOf
} from "./chunk-27H5ZHXC.js";
import {
  NO_SHELL,
  shellOver
} from "./chunk-WBGVUFWN.js";
import {
  BUILD_FOLDERS,
  HOST_NAMES,
  crossToolchain,
  explainFetch,
  explainOutcome,
  explainTest,
  fetchDistfiles,
  isNativeOnly,
  portFolderFiles,
  runJob,
  testPackage,
  unusedOptions
} from "./chunk-IXKQB4NW.js";
import {
  chooseKey
} from "./chunk-YYJQCZB6.js";
import {
  openPort,
  unknownSubpackage
} from "./chunk-3RF2CHTB.js";
import {
  openWorkshop
} from "./chunk-CUGB43QZ.js";
import {
  buildRoot,
  nameOfBase,
  neutralFor,
  openBase,
  runLibraries,
  runPackages,
  runRoot,
  suppliedAs,
  suppliedFor
} from "./chunk-V57KGXLJ.js";
import {
  lookUpRecipe
} from "./chunk-VIWBSZHV.js";
import {
  fingerprint,
  recipeDigest
} from "./chunk-N4JPXZRE.js";
import {
  addToFolder,
  compareArchives,
  fileDigest,
  packJob,
  readFolder,
  readIndex,
  unpackPackage
} from "./chunk-G3IN5NY2.js";
import {
  bestFor,
  compareVersions,
  foreignDependencies,
  fulfils,
  isArch,
  isForBuild,
  isTool,
  jobId,
  matchesPkgspec,
  parseVersion,
  prefixOf
} from "./chunk-ZEHBRBCQ.js";
import {
  package_default
} from "./chunk-HA5EIUJH.js";
import {
  KEY_IN_REACH,
  usage
} from "./chunk-YIRBREFZ.js";
import {
  asWarning,
  ok,
  openTree,
  placeOf,
  quoted,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  hostPath,
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/origin.ts
async function originOf({ job: { port }, distfiles, dependencies }, { portFolder, sourceDateEpoch }, { host, signal }) {
  const sha256 = async (file) => await fileDigest(file, host, signal) ?? "";
  const { homepage, license } = port;
  const run = runOf(host);
  return {
    ...homepage === void 0 ? {} : { homepage },
    ...license === void 0 ? {} : { license },
    permit: permitOf(port),
    distfiles: await Promise.all(
      distfiles.map(async ({ distfile, file }) => ({
        file: distfile.file,
        ...urlOf(distfile),
        sha256: await sha256(file)
      }))
    ),
    patches: await Promise.all(
      port.patches.map(async ({ path }) => ({ path, sha256: await sha256(joinPath(portFolder, path)) }))
    ),
    builtWith: dependencies.present.map(({ package: { fullpkgname, contentDigest } }) => ({
      fullpkgname,
      contentDigest
    })),
    sourceDateEpoch,
    builder: { version: package_default.version, ...run ? { run } : {} }
  };
}
function urlOf({ urls }) {
  const web = urls.find(({ kind }) => kind === "web");
  return web?.kind === "web" ? { url: web.url } : {};
}
function permitOf({ permit }) {
  const { value, span } = permit.package;
  if (value === true) return { kind: "granted" };
  const { line, column } = placeOf(span.source, span.start);
  const text = span.source.text.split("\n")[line - 1] ?? "";
  return { kind: "withheld", because: value, recipe: span.source.name, line, column, text };
}
function runOf({ environment }) {
  const [server, repository, ref, commit, id, attempt, workflow] = [
    "GITHUB_SERVER_URL",
    "GITHUB_REPOSITORY",
    "GITHUB_REF",
    "GITHUB_SHA",
    "GITHUB_RUN_ID",
    "GITHUB_RUN_ATTEMPT",
    "GITHUB_WORKFLOW_REF"
  ].map(environment);
  if (!server || !repository || !commit || !id || !workflow) return void 0;
  return {
    url: `${server}/${repository}/actions/runs/${id}/attempts/${attempt ?? "1"}`,
    workflow: `${server}/${workflow}`,
    source: `git+${server}/${repository}@${ref ?? ""}`,
    commit
  };
}

// src/command/dependencies.ts
async function openDependencies(port, place, host, signal) {
  const wanted = foreignDependencies(port, place.check === "run" ? "with tests" : "without tests");
  if (wanted.length === 0) return ok({ present: [], named: [], unpacked: [], built: [], supplied: [] });
  const read = await rowsIn(place, host);
  if (!read.ok) return read;
  const { rows, tools } = read.value;
  const chosen = (dependency) => (isTool(port, dependency) ? bestFor(tools, dependency) : void 0) ?? bestFor(rows, dependency);
  const absent = wanted.filter((dependency) => !chosen(dependency));
  const supplied = absent.flatMap((dependency) => suppliedBy(dependency, port));
  const missing = absent.filter((dependency) => suppliedBy(dependency, port).length === 0);
  if (missing.length > 0)
    return { ok: false, error: missing.map((one) => missingDiagnostic(one, port, place)) };
  const packagesOf = (all) => closure(
    all.flatMap((dependency) => chosen(dependency) ?? []),
    [...rows, ...tools]
  );
  const packages = packagesOf(wanted);
  const inBox = new Set(packagesOf(wanted.filter((one) => isForBuild(port, one))));
  const present = [];
  const unpacked = [];
  const built = [];
  for (const row of packages) {
    const archive = joinPath(place.from ?? place.workspace, row.file);
    const tree = await unpackPackage(
      {
        archive,
        row,
        folder: joinPath(place.workspace, row.file),
        trust: { kind: "index" },
        setuid: "refuse"
      },
      host,
      signal
    );
    if (!tree.ok) return tree;
    present.push({ package: row, folder: tree.value.folder });
    const dependency = { ...tree.value, libraryFolders: libraryFolders(row, port) };
    unpacked.push(dependency);
    if (inBox.has(row)) built.push(dependency);
  }
  const named = foreignDependencies(port, "without tests").flatMap((dependency) => chosen(dependency) ?? []);
  return ok({ present, named, unpacked, built, supplied });
}
async function rowsIn({ from, base, arch, machine }, host) {
  if (from !== void 0 && (await host.status(await host.realPath(from) ?? from))?.kind !== "folder") {
    const help = "name the folder that holds `index.json` and the packages";
    return wrong(usage("usage/deps-from", `there is no folder \`${from}\``, help));
  }
  const index = from ? await readIndex(from, host) : ok(void 0);
  if (!index.ok) return index;
  const rows = (index.value?.packages ?? []).filter((row) => row.base === base);
  return ok({
    rows: rows.filter((row) => row.arch === arch),
    tools: machine === arch ? [] : rows.filter((row) => row.arch === machine)
  });
}
async function missingDependencies(port, place, host) {
  const read = await rowsIn(place, host);
  if (!read.ok) return read;
  const wanted = foreignDependencies(port, place.check === "run" ? "with tests" : "without tests");
  const { rows, tools } = read.value;
  const isThere = (one) => bestFor(rows, one) !== void 0 || isTool(port, one) && bestFor(tools, one) !== void 0;
  return ok(wanted.filter((one) => !isThere(one) && suppliedBy(one, port).length === 0));
}
function olderThanMeant(port, rows) {
  return foreignDependencies(port, "without tests").flatMap((dependency) => {
    const { softMinimum, span } = dependency;
    const meant = softMinimum?.replace(/-r[0-9]+(?:p[0-9]+)?$/, "");
    const row = bestFor(rows, dependency);
    if (!row || meant === void 0 || !/^[0-9]/.test(meant)) return [];
    if (compareVersions(parseVersion(row.version), parseVersion(meant)) >= 0) return [];
    return [
      {
        severity: "warning",
        code: "dependency/older",
        blame: "recipe",
        message: `\`${row.fullpkgname}\` is older than ${softMinimum}, which the recipe was written with`,
        span,
        help: "if the build fails, build a newer one first; write `>=` if an older one can't do"
      }
    ];
  });
}
function suppliedBy(dependency, port) {
  const { pkgpath, spec, softMinimum, span } = dependency;
  const [, least] = /-(?:>=?|=)([0-9][^,|]*)/.exec(spec) ?? [];
  const name = suppliedAs(pkgpath, softMinimum ?? least);
  if (name === void 0) return [];
  const system = { kind: "neutral", name, span };
  return [{ dependency, system: isForBuild(port, dependency) ? system : { ...system, for: "run" } }];
}
function libraryFolders(row, { packages }) {
  const linked = packages.flatMap(({ depends }) => [...depends.lib, ...depends.run]);
  if (!linked.some((dependency) => fulfils(row, dependency))) return [];
  const folders = row.libraries.provided.map(({ path }) => `${row.prefix}/${path.replace(/\/?[^/]*$/, "")}`);
  return folders.includes(`${row.prefix}/lib`) ? [`${row.prefix}/lib`] : [];
}
function closure(first, rows) {
  const found = /* @__PURE__ */ new Map();
  const queue = [...first];
  for (let row = queue.shift(); row; row = queue.shift()) {
    if (found.has(row.file)) continue;
    found.set(row.file, row);
    const digests = row.depends.map(({ contentDigest }) => contentDigest);
    queue.push(...rows.filter(({ contentDigest }) => digests.includes(contentDigest)));
  }
  return [...found.values()].sort((a, b) => a.file < b.file ? -1 : 1);
}
function missingDiagnostic(dependency, { dialect }, { from, base, arch }) {
  const name = [dependency.spec, dependency.pkgpath].filter(Boolean).join(":");
  const { pkgpath } = dependency;
  return {
    severity: "error",
    code: "dependency/missing",
    blame: "recipe",
    message: from ? `no package in \`${from}\` for ${base} on ${arch} fulfils \`${name}\`` : `\`${name}\` is another port, and no folder with packages was named`,
    span: dependency.span,
    help: dialect === "gobolinux" ? `add \`--deps\` to build it first, if you have its recipe (\`tarwright get-recipe ${pkgpath}\` fetches one)` : `build \`${pkgpath}\` first, then name the folder of its packages with \`--deps-from\``
  };
}

// src/command/stage.ts
async function openStage(request, { port, portFolder, members, leftOut, workspace, workshop }, { host, report, signal }) {
  const where = {
    from: request.dependenciesFrom,
    workspace: joinPath(workspace, "dependencies"),
    base: request.base.name,
    arch: request.arch,
    machine: host.arch,
    check: request.check
  };
  const dependencies = await openDependencies(port, where, host, signal);
  if (!dependencies.ok) return dependencies;
  const folders = [
    { port, portFolder },
    ...members.map((one) => ({ port: one.port, portFolder: one.folder }))
  ];
  const [opened, fetched] = await Promise.all([
    openGround(request, supplying(port, dependencies.value), workshop, signal),
    fetchAll(folders, request.distdir, { host, report, signal })
  ]);
  if (!opened.ok || !fetched.ok)
    return { ok: false, error: [...opened.ok ? [] : opened.error, ...fetched.ok ? [] : fetched.error] };
  const [own, ...theirs] = fetched.value;
  const { ground, root } = opened.value;
  const job = jobOf(request, port, ground);
  const inputs = {
    job,
    files: [
      ...await portFolderFiles({ portFolder, leftOut }, host, signal),
      ...await filesOfMembers(members, leftOut, { host, signal })
    ],
    dependencies: dependencies.value.named,
    configureOptions: [...request.configureOptions, ...listOptions(request)]
  };
  return ok({
    // The fingerprint is that of the port as its recipe has it, wherever what it needs comes from.
    job: { ...job, port: supplying(port, dependencies.value) },
    ground,
    workshop,
    root,
    distfiles: own?.distfiles ?? [],
    members: theirs,
    dependencies: dependencies.value,
    ...fingerprint(inputs),
    recipe: recipeDigest(inputs)
  });
}
function listOptions({ fileHash = "sha256" }) {
  return fileHash === "sha256" ? [] : [`--filehash=${fileHash}`];
}
async function fetchAll(folders, cache, { host, report, signal }) {
  const fetched = [];
  const troubles = [];
  for (const { port, portFolder } of folders) {
    const setting = { portFolder, cache, aptFolder: hostPath("/etc/apt"), host, report };
    const answer = await fetchDistfiles(port.distfiles, setting, signal);
    if (answer.kind === "aborted") signal.throwIfAborted();
    if (answer.kind === "failed") troubles.push(...explainFetch(answer.failures));
    if (answer.kind === "fetched") fetched.push({ port, portFolder, distfiles: answer.files });
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(fetched);
}
function supplying(port, { supplied }) {
  if (supplied.length === 0) return port;
  const keys = new Set(supplied.map(({ dependency }) => keyOf(dependency)));
  const others = (all) => all.filter((one) => !keys.has(keyOf(one)));
  const packages = port.packages.map((one) => ({
    ...one,
    depends: { ...one.depends, lib: others(one.depends.lib), run: others(one.depends.run) }
  }));
  const system = [...port.depends.system, ...supplied.map((one) => one.system)];
  return { ...port, packages, depends: { ...port.depends, build: others(port.depends.build), system } };
}
function keyOf({ spec, pkgpath }) {
  return `${spec}:${pkgpath}`;
}
async function openGround({ base, arch, engine, source }, port, workshop, signal) {
  const ground = await openBase({ name: base.wanted, arch, engine, source }, workshop, signal);
  if (!ground.ok) return ground;
  const { dialect, build } = port;
  if (ground.value.cross && isNativeOnly(port))
    return wrong(nativeOnly(port, { machine: ground.value.cross.machine, arch }));
  const needs = { system: systemDependencies(port), style: build.style.value, dialect };
  const root = await buildRoot(ground.value, needs, workshop, signal);
  return root.ok ? ok({ ground: ground.value, root: root.value }) : root;
}
function nativeOnly({ build: { style } }, { machine, arch }) {
  return {
    severity: "error",
    code: "build/native-only",
    blame: "request",
    message: `\`ghc\` compiles for the machine that it runs on, which is ${machine}, and ${arch} is wanted`,
    span: style.span,
    help: `build it on a machine that is ${arch}`
  };
}
function systemDependencies(port) {
  return [...port.depends.system, ...port.packages.flatMap(({ depends }) => depends.system)];
}
function jobOf({ arch, layout }, port, { base }) {
  const decided = { port, base, arch, layout };
  return { ...decided, id: jobId(decided), prefix: prefixOf(port, layout, port.prefix) };
}

// src/command/make-packages.ts
async function fakeJob(making, { host, report, signal }) {
  const { stage, workspace } = making;
  const suffix = making.purpose === "compare" ? ".again" : "";
  const log = joinPath(host.folders.cache, "logs", `${stage.job.id}${suffix}.log`);
  const outcome = await runJob(
    stage.job,
    {
      engine: stage.ground.engine,
      root: stage.root,
      distfiles: stage.distfiles,
      members: stage.members,
      portFolder: making.portFolder,
      leftOut: making.leftOut,
      dependencies: stage.dependencies.built,
      configureOptions: making.configureOptions,
      check: making.check,
      onEnd: making.onEnd,
      hidden: making.hidden,
      toolchain: toolchainOf(stage),
      parallel: making.parallel,
      circumstances: making.purpose === "compare" ? "other" : "usual",
      logFile: log,
      fakeRoot: joinPath(workspace, "fake"),
      host,
      report
    },
    signal
  );
  if (outcome.kind === "aborted") signal.throwIfAborted();
  if (outcome.kind !== "built") return { ok: false, error: explainOutcome(outcome) };
  const { fakeRoot, sourceDateEpoch, durationMs, enter, varied } = outcome;
  return ok({ fakeRoot, sourceDateEpoch, durationMs, enter, log, varied });
}
function toolchainOf({ ground: { arch, cross } }) {
  return cross && crossToolchain({ machine: cross.machine, target: arch });
}
async function makePackages(making, context) {
  const faked = await fakeJob(making, context);
  if (!faked.ok) return faked;
  const packed = await pack(making, faked.value, context);
  if (!packed.ok) return packed;
  const wanted = packed.value.packages.filter(
    ({ package: { subpackage } }) => making.subpackages.length === 0 || making.subpackages.includes(subpackage)
  );
  const tested = await test(making, packed.value.packages, context);
  if (!tested.ok) return tested;
  const packages = wanted.map((staged) => ({
    ...staged,
    package: { ...staged.package, test: tested.value === "passed" ? "passed" : "none" }
  }));
  const { enter, log, varied } = faked.value;
  const { stage } = making;
  const skipped = tested.value === "not-runnable" ? [asWarning(untested(stage))] : [];
  const warnings = [...packed.value.warnings, ...skipped];
  return ok({ packages, warnings, enter, log, varied });
}
async function pack({ stage, portFolder, workspace, compression, fileHash }, { fakeRoot, sourceDateEpoch, durationMs }, context) {
  const { ground, job, workshop } = stage;
  const system = systemDependencies(job.port);
  return inPhase("package", { stage, context }, async () => {
    const libraries = await runLibraries(ground, system, workshop, context.signal);
    const systemPackages = runPackages(ground, system);
    if (!libraries.ok) return libraries;
    if (!systemPackages.ok) return systemPackages;
    const packed = await packJob(
      {
        job,
        fakeRoot,
        sourceDateEpoch,
        libraries: libraries.value,
        dependencyPackages: stage.dependencies.present,
        systemPackages: systemPackages.value,
        compression,
        ...fileHash ? { fileHash } : {},
        staging: joinPath(workspace, "packages"),
        buildFolders: BUILD_FOLDERS,
        fingerprint: stage.fingerprint,
        ingredients: stage.ingredients,
        recipe: stage.recipe,
        buildTimeMs: Math.round(durationMs),
        origin: await originOf(stage, { portFolder, sourceDateEpoch }, context),
        ...job.port.dialect === "gobolinux" ? { supply: (name) => suppliedFor(name)?.neutral } : {}
      },
      workshop,
      context.signal
    );
    if (!packed.ok) return packed;
    return ok({
      packages: packed.value.packages,
      warnings: [...packed.value.remarks, ...packed.value.audits.flatMap(({ findings }) => findings)]
    });
  });
}
async function test(making, packages, context) {
  const script = making.stage.job.port.test;
  if (!script || making.purpose === "compare") return ok("none");
  return await testPackages(making, { packages, script }, context);
}
function untested({ job, ground }) {
  return {
    severity: "error",
    code: "build/untested",
    blame: "world",
    message: `the test of \`${job.id}\` did not run: this machine is ${ground.cross?.machine}, and runs no programs for ${job.arch}`,
    ...job.port.test ? { span: job.port.test.span } : {},
    help: "let qemu-user run them (on Debian, install `qemu-user-static` and `binfmt-support`), or run it where they belong: `build PORT --test-only PACKAGE`"
  };
}
async function testPackages(testing, tested, context) {
  return await inPhase("test", { stage: testing.stage, context }, () => runTest(testing, tested, context));
}
async function runTest({ stage, workspace, hidden }, { packages, script }, { host, report, signal }) {
  const { ground, job, workshop, dependencies } = stage;
  const root = await runRoot(ground, systemDependencies(job.port), workshop, signal);
  if (!root.ok) return root;
  const folder = joinPath(workspace, "installed");
  const trees = new Map(dependencies.unpacked.map((tree) => [tree.folder, tree]));
  for (const { package: row, archive } of packages) {
    const tree = await unpackPackage(
      { archive, row, folder, trust: { kind: "index" }, setuid: "refuse" },
      host,
      signal
    );
    if (!tree.ok) return tree;
    trees.set(tree.value.folder, tree.value);
  }
  const logFile = joinPath(host.folders.cache, "logs", `${job.id}.test.log`);
  const setting = {
    engine: ground.engine,
    root: root.value,
    script,
    packages: [...trees.values()],
    hidden,
    logFile,
    host,
    report
  };
  const outcome = await testPackage(job, setting, signal);
  if (outcome.kind === "aborted") signal.throwIfAborted();
  if (outcome.kind === "engine-refused" && ground.cross) return ok("not-runnable");
  return outcome.kind === "passed" ? ok("passed") : { ok: false, error: explainTest(outcome) };
}
async function inPhase(phase, { stage, context: { host, report } }, run) {
  const job = stage.job.id;
  const began = host.now();
  report({ kind: "phase-started", job, phase });
  const result = await run();
  const outcome = result.ok ? "done" : "failed";
  report({ kind: "phase-finished", job, phase, outcome, durationMs: host.now() - began });
  return result;
}

// src/command/build-again.ts
async function buildAgain(making, { packages }, context) {
  const { host, signal, report } = context;
  report({ kind: "note", message: "building it a second time, under other circumstances, to compare" });
  const again = await makePackages(otherwise(making), context);
  if (!again.ok) return again;
  const troubles = [];
  for (const { package: row, archive } of packages) {
    const twin = again.value.packages.find((one) => one.package.fullpkgname === row.fullpkgname);
    if (!twin) throw new Error(`the second build has no ${row.fullpkgname}`);
    const found = await compareArchives({ files: [archive, twin.archive], hosts: HOSTS, host }, signal);
    if (!found.ok) return found;
    if (found.value.length > 0) troubles.push(notReproducible(row, found.value));
  }
  if (troubles.length > 0) return { ok: false, error: troubles };
  return ok({ varied: variedBy(again.value, making.stage.job.port) });
}
function variedBy({ varied }, { build }) {
  const others = build.make.jobs === "one" ? ["host-path"] : ["host-path", "parallelism"];
  return [...others, ...varied].sort();
}
function otherwise(making) {
  return {
    ...making,
    workspace: joinPath(making.workspace, "second-build"),
    parallel: making.parallel + 1,
    onEnd: "remove",
    purpose: "compare"
  };
}
var HOSTS = [HOST_NAMES.usual, HOST_NAMES.other];
var SHOWN_FILES = 12;
var SHOWN_PLACES = 3;
function notReproducible({ fullpkgname }, files) {
  const rest = files.length - SHOWN_FILES;
  const causes = new Set(files.flatMap(({ differences }) => differences.map(({ cause }) => cause)));
  const helps = [...causes].sort().flatMap((cause) => HELP[cause] ?? []);
  return {
    severity: "error",
    code: "build/not-reproducible",
    blame: "recipe",
    message: [
      `\`${fullpkgname}\` is not the same when it is built again:`,
      ...files.slice(0, SHOWN_FILES).flatMap(fileLines),
      ...rest > 0 ? [`and ${rest} more files`] : []
    ].join("\n  "),
    help: helps.length > 0 ? helps.join("; ") : "compare both builds with diffoscope, and look for what upstream takes in"
  };
}
function fileLines({ path, how, differences }) {
  const places = differences.slice(0, SHOWN_PLACES).map(({ where, what, cause }) => {
    const kind = CAUSES[cause];
    return `  ${[...where, what].join(": ")}${kind === void 0 ? "" : ` (${kind})`}`;
  });
  const rest = differences.length - places.length;
  return [`\`${path}\`: ${how}`, ...places, ...rest > 0 ? [`  and at ${rest} more places`] : []];
}
var CAUSES = {
  time: "a time",
  "host-name": "the host name",
  order: "an order",
  unknown: void 0
};
var HELP = {
  time: "patch upstream to take `SOURCE_DATE_EPOCH` for the time, or to leave it out",
  "host-name": "patch upstream to leave the host name out",
  order: "sort what upstream lists (`LC_ALL=C sort`, `$(sort …)`), or build with `--jobs 1` if it comes from parallel work",
  unknown: void 0
};

// src/command/build-dependencies.ts
async function buildDependencies(request, needing, { build, context }) {
  const { port, base } = needing;
  const folder = request.dependenciesFrom ?? request.out;
  await context.host.makeFolder(folder);
  const machine = context.host.arch;
  const place = { ...request, from: folder, workspace: needing.workspace, base, machine };
  const missing = await missingDependencies(port, place, context.host);
  if (!missing.ok) return missing;
  const warnings = [];
  const chain = [...needing.waiting, port.pkgpath];
  for (const dependency of missing.value) {
    if (chain.includes(dependency.pkgpath)) return wrong(circle(dependency, chain));
    const found = findRecipe(dependency, request, needing);
    if (!found.ok) return found;
    const answer = await build(
      {
        ...request,
        ...found.value,
        // What only the build runs is for where it runs.
        arch: isTool(port, dependency) && isArch(machine) ? machine : request.arch,
        flavors: "default",
        subpackages: [],
        prefix: void 0,
        only: void 0,
        planned: void 0,
        out: folder,
        dependenciesFrom: folder,
        configureOptions: [],
        needs: [],
        onEnd: "remove",
        compareFlavors: [],
        dependencies: { waiting: chain }
      },
      context
    );
    if (!answer.built) return { ok: false, error: answer.diagnostics };
    warnings.push(...answer.diagnostics);
  }
  return ok(warnings);
}
function findRecipe(dependency, { recipes }, { folder }) {
  const { pkgpath, spec, span } = dependency;
  const around = joinPath(folder, "../..");
  const places = [...recipes.filter((one) => !one.includes("://")), around];
  const trees = places.map((one) => openTree(joinPath(around, one)));
  const accepts = (version) => spec === "" || matchesPkgspec(spec, `${pkgpath}-${version.replace(/-r[0-9]+(?:p[0-9]+)?$/, "")}`);
  const found = lookUpRecipe(trees, { program: pkgpath, version: void 0, accepts });
  if (found.kind === "found")
    return ok({ port: found.program, version: found.version, recipes: [...recipes, around] });
  const message = found.kind === "no-version" ? `none of the versions of ${quoted(found.program)} here (${found.versions.join(", ")}) fulfils \`${spec}\`` : `${quoted(pkgpath)} has no recipe here`;
  return wrong({
    severity: "error",
    code: "dependency/no-recipe",
    blame: "recipe",
    message,
    span,
    help: `fetch one with \`tarwright get-recipe ${pkgpath}\`, or name a folder that has it with \`--recipes\``
  });
}
function circle({ pkgpath, span }, chain) {
  const path = [...chain.slice(chain.indexOf(pkgpath)), pkgpath].map((one) => `\`${one}\``).join(" → ");
  return {
    severity: "error",
    code: "dependency/circle",
    blame: "recipe",
    message: `to build \`${pkgpath}\` it would have to be there already: ${path}`,
    span,
    help: "build one of them without the other first, and name the folder of its package with `--deps-from`"
  };
}

// src/command/checkouts.ts
async function withCheckouts(port, { folder, allowed }, fetching) {
  const { checkouts = [] } = port;
  const [first] = checkouts;
  if (!first) return ok(port);
  if (allowed === "refused") return wrong(notAllowed(first));
  const distfiles = [];
  for (const [index, checkout] of checkouts.entries()) {
    const file = `${port.name}-${index + 1}.tar`;
    const made = await archiveOf(checkout, joinPath(folder, file), fetching);
    if (!made.ok) return made;
    const hex = await fileDigest(made.value, fetching.host, fetching.signal) ?? "";
    distfiles.push({
      file,
      urls: [{ kind: "file", path: made.value }],
      digests: [{ algorithm: "sha256", hex }],
      subdir: "",
      unpackedTo: port.build.folder?.value.split("/")[0] ?? `${port.name}-${port.version}`,
      span: checkout.span,
      digestSpan: checkout.span
    });
  }
  return ok({ ...port, distfiles: [...distfiles, ...port.distfiles] });
}
async function archiveOf(checkout, archive, fetching) {
  const tree = joinPath(archive, "..", "tree");
  await fetching.host.makeFolder(joinPath(archive, ".."));
  const seconds = await (checkout.system === "git" ? clone : exportTree)(checkout, tree, fetching);
  if (!seconds.ok) return seconds;
  const options = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--exclude=.git"];
  const mode = "--mode=u+rwX,go+rX,go-w";
  const tar = [
    "tar",
    ...options,
    mode,
    `--mtime=@${seconds.value}`,
    "-cf",
    archive,
    "-C",
    tree,
    "."
  ];
  const packed = await runTool(tar, {}, fetching);
  await fetching.host.remove(tree);
  return packed.kind === "said" ? ok(archive) : wrong(unfetched(checkout, packed));
}
async function clone(checkout, tree, fetching) {
  const { url, revision } = checkout;
  const branch = revision === void 0 ? [] : [`--branch=${revision}`];
  const deep = [
    "clone",
    "--quiet",
    "--depth=1",
    "--recurse-submodules",
    "--shallow-submodules",
    "--template="
  ];
  const cloned = await runGit([...deep, ...branch, "--", url, tree], protocolsFor(url), fetching);
  if (cloned.kind !== "said") return wrong(unfetched(checkout, cloned));
  const when = await runGit(["-C", tree, "log", "-1", "--format=%ct"], protocolsFor(url), fetching);
  return when.kind === "said" ? ok(when.text.trim()) : wrong(unfetched(checkout, when));
}
function protocolsFor(url) {
  return url.startsWith("file:") ? "file" : "https:ssh:git";
}
async function exportTree(checkout, tree, fetching) {
  const { system, url, revision = "HEAD" } = checkout;
  if (system !== "svn") {
    return wrong({
      severity: "error",
      code: "build/checkout-system",
      blame: "recipe",
      message: `sources of \`${system}\` can't be fetched`,
      span: checkout.span,
      help: "name an archive with `url`, or a repository of git or Subversion"
    });
  }
  const quiet = ["--quiet", "--non-interactive"];
  const exported = await runTool(["svn", "export", ...quiet, "-r", revision, "--", url, tree], {}, fetching);
  if (exported.kind !== "said") return wrong(unfetched(checkout, exported));
  const asked = [
    "svn",
    "info",
    "--non-interactive",
    "-r",
    revision,
    "--show-item",
    "last-changed-date"
  ];
  const when = await runTool([...asked, "--", url], {}, fetching);
  if (when.kind !== "said") return wrong(unfetched(checkout, when));
  return ok(String(Math.floor(Date.parse(when.text.trim()) / 1e3)));
}
function notAllowed({ system, url, span }) {
  return {
    severity: "error",
    code: "build/checkout",
    blame: "request",
    message: `the sources come from ${quoted(url)} as they are today, and no digest tells whether they are the right ones`,
    span,
    help: `add \`--allow-vcs\` to fetch them with \`${system}\` all the same`
  };
}
function unfetched(checkout, said) {
  if (said.kind === "no-tool") {
    return {
      severity: "error",
      code: "build/checkout-tool",
      blame: "world",
      message: `\`${said.tool}\`, which brings ${quoted(checkout.url)}, is not on the PATH`,
      span: checkout.span,
      help: `install it: \`apt-get install ${said.tool === "svn" ? "subversion" : said.tool}\``
    };
  }
  return { ...troubleOf(said, checkout.url), span: checkout.span };
}

// src/command/compare-choices.ts
async function compareChoices({ request, port, packages, workspace, build }, context) {
  const folder = joinPath(workspace, "compared");
  const laid = { folder, folderName: folder, packages, key: void 0 };
  const added = await addToFolder(laid, context.host, context.signal);
  if (!added.ok) return added;
  const equal = [];
  for (const flavors of choicesBeside(port.flavors, request.compareFlavors)) {
    const other = {
      ...request,
      flavors,
      out: folder,
      key: { kind: "none" },
      compareFlavors: [],
      only: void 0,
      planned: void 0,
      onEnd: "remove",
      verify: "nothing"
    };
    const { built, diagnostics } = await build(other, context);
    if (!built) return { ok: false, error: diagnostics };
    equal.push(...built.equal);
  }
  return ok(equal);
}
function choicesBeside({ available, pseudo, chosen }, wanted) {
  const named = chosen.filter((flavor) => available.includes(flavor));
  const all = [named, ...pseudo.map((flavor) => [...named, flavor])];
  const choices = wanted.flatMap(
    (words) => words.trim() === "" ? all : [words.split(/\s+/).filter(Boolean)]
  );
  const key = (flavors) => [...new Set(flavors)].sort().join(" ");
  const distinct = new Map(choices.map((flavors) => [key(flavors), flavors]));
  distinct.delete(key(chosen));
  return [...distinct.values()];
}

// src/command/build-port.ts
async function buildPort(request, context) {
  const { host } = context;
  const jobs = joinPath(host.folders.cache, "jobs");
  return await withScratch(jobs, host, (workspace) => buildIn(workspace, request, context));
}
async function buildIn(workspace, request, context) {
  const prepared = await prepare(request, context);
  if (!prepared.ok) return failed(prepared.error);
  const { opened, key } = prepared.value;
  const beforehand = [...opened.warnings, ...prepared.value.warnings];
  const { folder: portFolder, members } = opened;
  const sources = { folder: joinPath(workspace, "sources"), allowed: request.checkouts };
  const checkedOut = await withCheckouts(opened.port, sources, context);
  if (!checkedOut.ok) return failed([...beforehand, ...checkedOut.error]);
  const port = checkedOut.value;
  const leftOut = [request.out, request.distdir, context.host.folders.cache];
  const needed = await dependenciesOf(request, prepared.value, { workspace, context });
  if (!needed.ok) return failed([...beforehand, ...needed.error]);
  beforehand.push(...needed.value.warnings);
  const stage = await openStage(
    { ...request, dependenciesFrom: needed.value.from, base: prepared.value.base },
    { port, portFolder, members, leftOut, workspace, workshop: prepared.value.workshop },
    context
  );
  if (!stage.ok) return failed([...beforehand, ...stage.error]);
  const present = stage.value.dependencies.present.map((one) => one.package);
  const warnings = [...beforehand, ...olderThanMeant(port, present)];
  const { job, ground } = stage.value;
  const otherwise2 = request.planned ? unplanned(stage.value, request.planned) : [];
  if (otherwise2.length > 0) return failed([...warnings, ...otherwise2]);
  if (request.key.kind === "text" && ground.engine.kind === "host")
    return failed([...warnings, KEY_IN_REACH]);
  context.report({ kind: "job-started", job: job.id });
  const { working, home } = context.host.folders;
  const hidden = [portFolder, request.out, request.distdir, working, home];
  const making = { ...request, stage: stage.value, portFolder, leftOut, workspace, hidden };
  const made = await makePackages(making, context);
  context.report({ kind: "job-finished", job: job.id, outcome: made.ok ? "built" : "failed" });
  if (!made.ok) return failed([...warnings, ...made.error]);
  const again = request.verify === "reproducible" ? await buildAgain(making, made.value, context) : void 0;
  if (again && !again.ok) return failed([...warnings, ...again.error]);
  const packages = again ? made.value.packages.map((one) => ({ ...one, package: { ...one.package, rebuild: again.value } })) : made.value.packages;
  const comparing = { request, port, packages, workspace, build: buildPort };
  const compared = request.compareFlavors.length > 0 ? await compareChoices(comparing, context) : ok([]);
  if (!compared.ok) return failed([...warnings, ...compared.error]);
  const folder = { folder: request.out, folderName: request.out, packages, key };
  const added = await addToFolder(folder, context.host, context.signal);
  if (!added.ok) return failed([...warnings, ...added.error]);
  const built = {
    job,
    fingerprint: stage.value.fingerprint,
    packages: added.value.added,
    folder: request.out,
    portFolder,
    signer: key?.name,
    log: made.value.log,
    varied: request.purpose === "compare" ? variedBy(made.value, job.port) : [],
    enter: made.value.enter,
    equal: [...compared.value, ...added.value.equal]
  };
  return { built, diagnostics: [...warnings, ...made.value.warnings, ...added.value.warnings] };
}
async function dependenciesOf(request, { opened: { port, folder }, base }, { workspace, context }) {
  const { dependenciesFrom, out } = request;
  if (request.dependencies === "found") return ok({ from: dependenciesFrom, warnings: [] });
  const needing = { port, folder, base: base.name, workspace, waiting: request.dependencies.waiting };
  const built = await buildDependencies(request, needing, { build: buildPort, context });
  return built.ok ? ok({ from: dependenciesFrom ?? out, warnings: built.value }) : built;
}
function unplanned({ job, fingerprint: fingerprint2 }, planned) {
  if (job.base.digest !== planned.digest) {
    return [
      {
        severity: "error",
        code: "build/other-root",
        blame: "world",
        message: `the root of \`${job.base.name}\` is ${job.base.digest} here, and \`${job.id}\` was planned for ${planned.digest}`,
        help: "plan again: the base has moved in between"
      }
    ];
  }
  if (fingerprint2 === planned.fingerprint) return [];
  return [
    {
      severity: "error",
      code: "build/other-job",
      blame: "request",
      message: `\`${job.id}\` is not what was planned: its fingerprint is ${fingerprint2} here, and ${planned.fingerprint} in the plan`,
      help: "build it from the very files that the plan was made of, with the same version of Tarwright"
    }
  ];
}
function failed(diagnostics) {
  return { built: void 0, diagnostics };
}
async function prepare(request, context) {
  const { host } = context;
  const { flavors, prefix, arch, layout } = request;
  const workshop = await openWorkshop(context);
  if (!workshop.ok) return workshop;
  const { catalogue } = workshop.value;
  const named = request.base === void 0 ? void 0 : namedBase(request.base, catalogue);
  const asked = { flavors, arch, machine: host.arch, layout, ...prefix ? { prefix } : {} };
  const choice = {
    ...asked,
    ...named?.ok ? { base: named.value.name } : {},
    ...request.planned ? { pkgpath: request.planned.pkgpath } : {}
  };
  const shell = request.commands === "allowed" ? shellOver(request, context) : NO_SHELL;
  const [opened, given, folder] = await Promise.all([
    openWhole(request, choice, { context, shell }),
    request.key.kind === "own" ? void 0 : chooseKey(request.key, host),
    readFolder({ folder: request.out, folderName: request.out }, host)
  ]);
  const base = named ?? (opened.ok ? defaultBase(opened.value.port, catalogue) : void 0);
  const troubles = [
    ...opened.ok ? requestTroubles(request, opened.value) : opened.error,
    ...opened.ok ? [...opened.value.obstacles ?? [], ...unsureSources(opened.value)] : [],
    ...base && !base.ok ? base.error : [],
    ...opened.ok && base?.ok ? otherJob(request, opened.value.port, base.value.name) : [],
    ...given && !given.ok ? given.error : [],
    ...folder.ok ? [] : folder.error
  ];
  if (!opened.ok || !base?.ok || troubles.length > 0) return { ok: false, error: troubles };
  const key = given ?? await chooseKey(request.key, host);
  if (!key.ok) return key;
  return ok({
    opened: opened.value,
    base: base.value,
    workshop: workshop.value,
    key: key.value.key,
    warnings: key.value.warnings
  });
}
async function openWhole(request, choice, { context, shell }) {
  const brought = await bringPort(request, context);
  if (!brought.ok) return brought;
  const { port, recipes } = brought.value;
  const reader = { host: context.host, shell };
  const opened = await openPort(port, { ...choice, version: request.version, recipes }, reader);
  if (!opened.ok) return opened;
  const members = await openMembers(opened.value, { ...choice, recipes }, reader);
  if (!members.ok) return members;
  const ports = members.value.map((one) => one.port);
  return ok({
    ...opened.value,
    port: withAsked(withNeeds(opened.value.port, ports), request.needs),
    obstacles: [opened.value, ...members.value].flatMap(({ obstacles = [] }) => obstacles),
    warnings: [opened.value, ...members.value].flatMap(({ warnings }) => warnings),
    members: members.value
  });
}
function withAsked(port, needs) {
  const asked = needs.map((need) => ({ kind: "neutral", name: neutralFor(need), span: port.span }));
  return { ...port, depends: { ...port.depends, system: [...port.depends.system, ...asked] } };
}
function namedBase(wanted, catalogue) {
  const name = nameOfBase(wanted, catalogue);
  return name.ok ? ok({ wanted, name: name.value }) : name;
}
var FOREIGN_BASE = "debian-12";
function defaultBase(port, catalogue) {
  const [first] = port.bases;
  if (first) return namedBase(first.value, catalogue);
  if (port.dialect !== "yaml") return namedBase(FOREIGN_BASE, catalogue);
  const message = `\`${port.pkgpath}\` says no base that it is meant for`;
  const help = "name one with `--base`, or list some under `bases:`";
  return wrong({ ...usage("usage/base", message, help), span: port.span });
}
function unsureSources({ port, members }) {
  const distfiles = [port, ...members.map((one) => one.port)].flatMap((one) => one.distfiles);
  const unsure = distfiles.filter(
    ({ digests, urls }) => digests.length === 0 && urls.some(({ kind }) => kind !== "port")
  );
  return unsure.map(({ file, span }) => ({
    severity: "error",
    code: "build/no-digest",
    blame: "recipe",
    message: `nothing in the recipe tells whether \`${file}\` is the right file`,
    span,
    help: "add its digest to the recipe, taken from upstream's own list"
  }));
}
function otherJob({ only, arch, layout }, port, base) {
  const id = jobId({ port, arch, layout, base: { name: base } });
  if (only === void 0 || only === id) return [];
  return [usage("usage/only", `\`--only ${only}\` is not this job`, `this one is \`${id}\``)];
}
function requestTroubles({ version, subpackages, configureOptions }, { port, members }) {
  const unused = [port, ...members.map((one) => one.port)].map((one) => unusedOptions(one, configureOptions));
  const troubles = unused.every((one) => one.length > 0) ? [...unused[0] ?? []] : [];
  const revised = port.revision === void 0 ? port.version : `${port.version}-r${port.revision}`;
  if (version !== void 0 && version !== port.version && version !== revised) {
    const message = `\`${port.pkgpath}\` is at version ${port.version}, not ${version}`;
    troubles.push({
      ...usage("usage/version", message, "leave the version out, or name another port"),
      span: port.span
    });
  }
  const names = port.packages.map(({ name }) => name);
  for (const name of subpackages.filter((wanted) => !names.includes(wanted))) {
    troubles.push(unknownSubpackage(name, { pkgpath: port.pkgpath, names }));
  }
  return troubles;
}

export {
  openDependencies,
  openStage,
  jobOf,
  fakeJob,
  untested,
  testPackages,
  HOSTS,
  notReproducible,
  buildPort,
  prepare
};
