import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  chooseKey
} from "./chunk-BJVC5VNM.js";
import {
  bringPort
} from "./chunk-AZHTISH2.js";
import {
  NO_SHELL,
  shellOver
} from "./chunk-6GGPSXUG.js";
import {
  BUILD_FOLDERS,
  explainFetch,
  explainOutcome,
  explainTest,
  fetchDistfiles,
  portFolderFiles,
  runJob,
  testPackage,
  unusedOptions
} from "./chunk-NXLANKJP.js";
import {
  buildRoot,
  nameOfBase,
  openBase,
  runLibraries,
  runPackages,
  runRoot,
  suppliedAs
} from "./chunk-V7LP4YZU.js";
import {
  fingerprint,
  recipeDigest
} from "./chunk-LNXXVXK4.js";
import {
  openEngines
} from "./chunk-FFIYGVKZ.js";
import {
  addToFolder,
  fileDigest,
  packJob,
  readFolder,
  readIndex,
  unpackPackage
} from "./chunk-UCWNRDAO.js";
import {
  package_default
} from "./chunk-HA5EIUJH.js";
import {
  openPort,
  unknownSubpackage
} from "./chunk-GLREMW2F.js";
import {
  KEY_IN_REACH,
  usage
} from "./chunk-PE6H4S2Z.js";
import {
  bestFor,
  compareVersions,
  foreignDependencies,
  fulfils,
  hostPath,
  jobId,
  joinPath,
  ok,
  parseVersion,
  placeOf,
  prefixOf,
  withScratch,
  wrong
} from "./chunk-YHAPECI5.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

// src/command/dependencies.ts
async function openDependencies(port, place, host, signal) {
  const wanted = foreignDependencies(port, place.check === "run" ? "with tests" : "without tests");
  if (wanted.length === 0) return ok({ present: [], named: [], unpacked: [], supplied: [] });
  const { from } = place;
  if (from !== void 0 && (await host.status(await host.realPath(from) ?? from))?.kind !== "folder") {
    const help = "name the folder that holds `index.json` and the packages";
    return wrong(usage("usage/deps-from", `there is no folder \`${from}\``, help));
  }
  const index = from ? await readIndex(from, host) : ok(void 0);
  if (!index.ok) return index;
  const rows = (index.value?.packages ?? []).filter(
    ({ base, arch }) => base === place.base && arch === place.arch
  );
  const absent = wanted.filter((dependency) => !bestFor(rows, dependency));
  const supplied = absent.flatMap(suppliedBy);
  const missing = absent.filter((dependency) => suppliedBy(dependency).length === 0);
  if (missing.length > 0) return { ok: false, error: missing.map((one) => missingDiagnostic(one, place)) };
  const packages = closure(
    wanted.flatMap((dependency) => bestFor(rows, dependency) ?? []),
    rows
  );
  const present = [];
  const unpacked = [];
  for (const row of packages) {
    const archive = joinPath(place.from ?? place.workspace, row.file);
    const tree = await unpackPackage(
      {
        archive,
        row,
        folder: joinPath(place.workspace, row.fullpkgname),
        trust: { kind: "index" },
        setuid: "refuse"
      },
      host,
      signal
    );
    if (!tree.ok) return tree;
    present.push({ package: row, folder: tree.value.folder });
    unpacked.push({ ...tree.value, libraryFolders: libraryFolders(row, port) });
  }
  const named = foreignDependencies(port, "without tests").flatMap(
    (dependency) => bestFor(rows, dependency) ?? []
  );
  return ok({ present, named, unpacked, supplied });
}
__name(openDependencies, "openDependencies");
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
__name(olderThanMeant, "olderThanMeant");
function suppliedBy({ pkgpath, span }) {
  const name = suppliedAs(pkgpath);
  return name === void 0 ? [] : [{ kind: "neutral", name, span }];
}
__name(suppliedBy, "suppliedBy");
function libraryFolders(row, { packages }) {
  const linked = packages.flatMap(({ depends }) => [...depends.lib, ...depends.run]);
  if (!linked.some((dependency) => fulfils(row, dependency))) return [];
  const folders = row.libraries.provided.map(({ path }) => `${row.prefix}/${path.replace(/\/?[^/]*$/, "")}`);
  return folders.includes(`${row.prefix}/lib`) ? [`${row.prefix}/lib`] : [];
}
__name(libraryFolders, "libraryFolders");
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
__name(closure, "closure");
function missingDiagnostic(dependency, { from, base, arch }) {
  const name = [dependency.spec, dependency.pkgpath].filter(Boolean).join(":");
  return {
    severity: "error",
    code: "dependency/missing",
    blame: "recipe",
    message: from ? `no package in \`${from}\` for ${base} on ${arch} fulfils \`${name}\`` : `\`${name}\` is another port, and no folder with packages was named`,
    span: dependency.span,
    help: `build \`${dependency.pkgpath}\` first, then name the folder of its packages with \`--deps-from\``
  };
}
__name(missingDiagnostic, "missingDiagnostic");

// src/command/origin.ts
async function originOf({ job: { port }, distfiles, dependencies }, { portFolder, sourceDateEpoch }, { host, signal }) {
  const sha256 = /* @__PURE__ */ __name(async (file) => await fileDigest(file, host, signal) ?? "", "sha256");
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
__name(originOf, "originOf");
function urlOf({ urls }) {
  const web = urls.find(({ kind }) => kind === "web");
  return web?.kind === "web" ? { url: web.url } : {};
}
__name(urlOf, "urlOf");
function permitOf({ permit }) {
  const { value, span } = permit.package;
  if (value === true) return { kind: "granted" };
  const { line, column } = placeOf(span.source, span.start);
  const text = span.source.text.split("\n")[line - 1] ?? "";
  return { kind: "withheld", because: value, recipe: span.source.name, line, column, text };
}
__name(permitOf, "permitOf");
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
__name(runOf, "runOf");

// src/command/stage.ts
async function openStage(request, { port, portFolder, leftOut, workspace }, { host, report, signal }) {
  const where = {
    from: request.dependenciesFrom,
    workspace: joinPath(workspace, "dependencies"),
    base: request.base.name,
    arch: request.arch,
    check: request.check
  };
  const dependencies = await openDependencies(port, where, host, signal);
  if (!dependencies.ok) return dependencies;
  const workshop = { host, report, engines: openEngines(host) };
  const [opened, fetched] = await Promise.all([
    openGround(request, supplying(port, dependencies.value), workshop, signal),
    fetchDistfiles(
      port.distfiles,
      { portFolder, cache: request.distdir, aptFolder: hostPath("/etc/apt"), host, report },
      signal
    )
  ]);
  if (fetched.kind === "aborted") signal.throwIfAborted();
  if (!opened.ok || fetched.kind !== "fetched") {
    const unfetched = fetched.kind === "failed" ? explainFetch(fetched.failures) : [];
    return { ok: false, error: [...opened.ok ? [] : opened.error, ...unfetched] };
  }
  const { ground, root } = opened.value;
  const job = jobOf(request, port, ground);
  const inputs = {
    job,
    files: await portFolderFiles({ portFolder, leftOut }, host, signal),
    dependencies: dependencies.value.named,
    configureOptions: request.configureOptions
  };
  return ok({
    // The fingerprint is that of the port as its recipe has it, wherever what it needs comes from.
    job: { ...job, port: supplying(port, dependencies.value) },
    ground,
    workshop,
    root,
    distfiles: fetched.files,
    dependencies: dependencies.value,
    ...fingerprint(inputs),
    recipe: recipeDigest(inputs)
  });
}
__name(openStage, "openStage");
function supplying(port, { supplied }) {
  return { ...port, depends: { ...port.depends, system: [...port.depends.system, ...supplied] } };
}
__name(supplying, "supplying");
async function openGround({ base, arch, engine, source }, port, workshop, signal) {
  const ground = await openBase({ name: base.wanted, arch, engine, source }, workshop, signal);
  if (!ground.ok) return ground;
  const needs = { system: systemDependencies(port), style: port.build.style.value };
  const root = await buildRoot(ground.value, needs, workshop, signal);
  return root.ok ? ok({ ground: ground.value, root: root.value }) : root;
}
__name(openGround, "openGround");
function systemDependencies(port) {
  return [...port.depends.system, ...port.packages.flatMap(({ depends }) => depends.system)];
}
__name(systemDependencies, "systemDependencies");
function jobOf({ arch, layout }, port, { base }) {
  const decided = { port, base, arch, layout };
  return { ...decided, id: jobId(decided), prefix: prefixOf(port, layout, port.prefix) };
}
__name(jobOf, "jobOf");

// src/command/make-packages.ts
async function makePackages(making, context) {
  const { stage, workspace } = making;
  const { host, signal } = context;
  const log = joinPath(host.folders.cache, "logs", `${stage.job.id}.log`);
  const outcome = await runJob(
    stage.job,
    {
      engine: stage.ground.engine,
      root: stage.root,
      distfiles: stage.distfiles,
      portFolder: making.portFolder,
      leftOut: making.leftOut,
      dependencies: stage.dependencies.unpacked,
      configureOptions: making.configureOptions,
      check: making.check,
      onEnd: making.onEnd,
      hidden: making.hidden,
      parallel: making.parallel,
      logFile: log,
      fakeRoot: joinPath(workspace, "fake"),
      host,
      report: context.report
    },
    signal
  );
  if (outcome.kind === "aborted") signal.throwIfAborted();
  if (outcome.kind !== "built") return { ok: false, error: explainOutcome(outcome) };
  const packed = await pack(making, outcome, context);
  if (!packed.ok) return packed;
  const wanted = packed.value.packages.filter(
    ({ package: { subpackage } }) => making.subpackages.length === 0 || making.subpackages.includes(subpackage)
  );
  const tested = await test(making, packed.value.packages, context);
  if (!tested.ok) return tested;
  const packages = wanted.map((staged) => ({
    ...staged,
    package: { ...staged.package, test: tested.value }
  }));
  return ok({ packages, warnings: packed.value.warnings, enter: outcome.enter, log });
}
__name(makePackages, "makePackages");
async function pack({ stage, portFolder, workspace, compression }, { fakeRoot, sourceDateEpoch, durationMs }, context) {
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
        staging: joinPath(workspace, "packages"),
        buildFolders: BUILD_FOLDERS,
        fingerprint: stage.fingerprint,
        ingredients: stage.ingredients,
        recipe: stage.recipe,
        buildTimeMs: Math.round(durationMs),
        origin: await originOf(stage, { portFolder, sourceDateEpoch }, context)
      },
      workshop,
      context.signal
    );
    if (!packed.ok) return packed;
    return ok({
      packages: packed.value.packages,
      warnings: packed.value.audits.flatMap(({ findings }) => findings)
    });
  });
}
__name(pack, "pack");
async function test(making, packages, context) {
  const script = making.stage.job.port.test;
  if (!script) return ok("none");
  return inPhase(
    "test",
    { stage: making.stage, context },
    () => runTest(making, { packages, script }, context)
  );
}
__name(test, "test");
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
  return outcome.kind === "passed" ? ok("passed") : { ok: false, error: explainTest(outcome) };
}
__name(runTest, "runTest");
async function inPhase(phase, { stage, context: { host, report } }, run) {
  const job = stage.job.id;
  const began = host.now();
  report({ kind: "phase-started", job, phase });
  const result = await run();
  const outcome = result.ok ? "done" : "failed";
  report({ kind: "phase-finished", job, phase, outcome, durationMs: host.now() - began });
  return result;
}
__name(inPhase, "inPhase");

// src/command/build-port.ts
async function buildPort(request, context) {
  const { host } = context;
  const jobs = joinPath(host.folders.cache, "jobs");
  return await withScratch(jobs, host, (workspace) => buildIn(workspace, request, context));
}
__name(buildPort, "buildPort");
async function buildIn(workspace, request, context) {
  const prepared = await prepare(request, context);
  if (!prepared.ok) return failed(prepared.error);
  const { opened, key } = prepared.value;
  const beforehand = [...opened.warnings, ...prepared.value.warnings];
  const { folder: portFolder, port } = opened;
  const leftOut = [request.out, request.distdir, context.host.folders.cache];
  const stage = await openStage(
    { ...request, base: prepared.value.base },
    { port, portFolder, leftOut, workspace },
    context
  );
  if (!stage.ok) return failed([...beforehand, ...stage.error]);
  const present = stage.value.dependencies.present.map((one) => one.package);
  const warnings = [...beforehand, ...olderThanMeant(port, present)];
  const { job, ground } = stage.value;
  const otherwise = request.planned ? unplanned(stage.value, request.planned) : [];
  if (otherwise.length > 0) return failed([...warnings, ...otherwise]);
  if (request.key.kind === "text" && ground.engine.kind === "host")
    return failed([...warnings, KEY_IN_REACH]);
  context.report({ kind: "job-started", job: job.id });
  const { working, home } = context.host.folders;
  const hidden = [portFolder, request.out, request.distdir, working, home];
  const making = { ...request, stage: stage.value, portFolder, leftOut, workspace, hidden };
  const made = await makePackages(making, context);
  context.report({ kind: "job-finished", job: job.id, outcome: made.ok ? "built" : "failed" });
  if (!made.ok) return failed([...warnings, ...made.error]);
  const folder = { folder: request.out, folderName: request.out, packages: made.value.packages, key };
  const added = await addToFolder(folder, context.host, context.signal);
  if (!added.ok) return failed([...warnings, ...added.error]);
  const built = {
    job,
    fingerprint: stage.value.fingerprint,
    packages: added.value.added,
    folder: request.out,
    signer: key?.name,
    log: made.value.log,
    enter: made.value.enter
  };
  return { built, diagnostics: [...warnings, ...made.value.warnings, ...added.value.warnings] };
}
__name(buildIn, "buildIn");
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
__name(unplanned, "unplanned");
function failed(diagnostics) {
  return { built: void 0, diagnostics };
}
__name(failed, "failed");
async function prepare(request, context) {
  const { host } = context;
  const { flavors, prefix, arch, layout } = request;
  const named = request.base === void 0 ? void 0 : namedBase(request.base);
  const asked = { flavors, arch, layout, ...prefix ? { prefix } : {} };
  const choice = {
    ...asked,
    ...named?.ok ? { base: named.value.name } : {},
    ...request.planned ? { pkgpath: request.planned.pkgpath } : {}
  };
  const shell = request.commands === "allowed" ? shellOver(request, context) : NO_SHELL;
  const [opened, given, folder] = await Promise.all([
    bringPort(request, context).then(
      (brought) => brought.ok ? openPort(
        brought.value.port,
        { ...choice, version: request.version, recipes: brought.value.recipes },
        { host, shell }
      ) : brought
    ),
    request.key.kind === "own" ? void 0 : chooseKey(request.key, host),
    readFolder({ folder: request.out, folderName: request.out }, host)
  ]);
  const base = named ?? (opened.ok ? defaultBase(opened.value.port) : void 0);
  const troubles = [
    ...opened.ok ? requestTroubles(request, opened.value.port) : opened.error,
    ...opened.ok ? [...opened.value.obstacles ?? [], ...unsureSources(opened.value.port)] : [],
    ...base && !base.ok ? base.error : [],
    ...opened.ok && base?.ok ? otherJob(request, opened.value.port, base.value.name) : [],
    ...given && !given.ok ? given.error : [],
    ...folder.ok ? [] : folder.error
  ];
  if (!opened.ok || !base?.ok || troubles.length > 0) return { ok: false, error: troubles };
  const key = given ?? await chooseKey(request.key, host);
  if (!key.ok) return key;
  return ok({ opened: opened.value, base: base.value, key: key.value.key, warnings: key.value.warnings });
}
__name(prepare, "prepare");
function namedBase(wanted) {
  const name = nameOfBase(wanted);
  return name.ok ? ok({ wanted, name: name.value }) : name;
}
__name(namedBase, "namedBase");
var FOREIGN_BASE = "debian-12";
function defaultBase(port) {
  const [first] = port.bases;
  if (first) return namedBase(first.value);
  if (port.dialect !== "yaml") return namedBase(FOREIGN_BASE);
  const message = `\`${port.pkgpath}\` says no base that it is meant for`;
  const help = "name one with `--base`, or list some under `bases:`";
  return wrong({ ...usage("usage/base", message, help), span: port.span });
}
__name(defaultBase, "defaultBase");
function unsureSources({ distfiles }) {
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
__name(unsureSources, "unsureSources");
function otherJob({ only, arch, layout }, port, base) {
  const id = jobId({ port, arch, layout, base: { name: base } });
  if (only === void 0 || only === id) return [];
  return [usage("usage/only", `\`--only ${only}\` is not this job`, `this one is \`${id}\``)];
}
__name(otherJob, "otherJob");
function requestTroubles({ version, subpackages, configureOptions }, port) {
  const troubles = [...unusedOptions(port, configureOptions)];
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
__name(requestTroubles, "requestTroubles");

export {
  buildPort
};
