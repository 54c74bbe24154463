import { openBase } from "../base/base.ts";
import { type HostPath, joinPath, shownPath, withScratch } from "../host/host.ts";
import { readIndex, type StagedPackage } from "../package/package.ts";
import type { Package, Port } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { type BuildRequest, prepare } from "./build-port.ts";
import { openDependencies } from "./dependencies.ts";
import { type TestStage, testPackages, untested } from "./make-packages.ts";
import { jobOf } from "./stage.ts";
import { type Answer, type Context, usage } from "./verb.ts";

/** `build PORT --test-only PLACE`: the test phase alone, with packages that were built or published before. */
export async function testOnly(place: string, request: BuildRequest, context: Context): Promise<Answer> {
  const jobs = joinPath(context.host.folders.cache, "jobs");
  return await withScratch(jobs, context.host, async (workspace) => {
    const tested = await testIn(workspace, place, { request, context });
    if (!tested.ok) return { diagnostics: tested.error };
    const { names, warnings } = tested.value;
    return {
      diagnostics: warnings,
      text: `${names.join(", ")}: the test passed\n`,
      json: { packages: names, test: "passed" },
    };
  });
}

type Tested = { readonly names: readonly string[]; readonly warnings: readonly Diagnostic[] };

async function testIn(
  workspace: HostPath,
  place: string,
  { request, context }: { readonly request: BuildRequest; readonly context: Context },
): Promise<Result<Tested>> {
  const { host, signal } = context;
  // Nothing is signed.
  const prepared = await prepare({ ...request, key: { kind: "none" } }, context);
  if (!prepared.ok) return prepared;
  const { opened, base, workshop } = prepared.value;
  const { port } = opened;
  const script = port.test;
  if (!script) return wrong({ ...noTest(port), span: port.span });
  const found = await packagesAt(place, { port, request, base: base.name }, context);
  if (!found.ok) return found;
  const { folder, packages } = found.value;
  const where = {
    from: request.dependenciesFrom ?? folder,
    workspace: joinPath(workspace, "dependencies"),
    base: base.name,
    arch: request.arch,
    machine: request.arch,
    check: "skip",
  } as const;
  // What it was built with is not there when it runs.
  const running: Port = { ...port, depends: { ...port.depends, build: [] } };
  const dependencies = await openDependencies(running, where, host, signal);
  if (!dependencies.ok) return dependencies;
  const { arch, engine, source } = request;
  const ground = await openBase({ name: base.wanted, arch, engine, source }, workshop, signal);
  if (!ground.ok) return ground;
  const system = [...port.depends.system, ...dependencies.value.supplied.map((one) => one.system)];
  const job = jobOf(request, { ...running, depends: { ...running.depends, system } }, ground.value);
  const stage: TestStage = { job, ground: ground.value, workshop, dependencies: dependencies.value };
  const hidden = [opened.folder, folder, host.folders.working, host.folders.home];
  const tested = await testPackages({ stage, workspace, hidden }, { packages, script }, context);
  if (!tested.ok) return tested;
  if (tested.value !== "passed") return wrong(untested({ job, ground: ground.value }));
  return ok({ names: packages.map((one) => one.package.fullpkgname), warnings: opened.warnings });
}

type Wanted = { readonly port: Port; readonly request: BuildRequest; readonly base: string };

type Found = { readonly folder: HostPath; readonly packages: readonly StagedPackage[] };

/** A package and those of the same job beside it, or all of the port that a folder has. */
async function packagesAt(
  place: string,
  { port, request, base }: Wanted,
  { host }: Context,
): Promise<Result<Found>> {
  const named = joinPath(host.folders.working, place);
  const status = await host.status((await host.realPath(named)) ?? named);
  if (!status) return wrong(usage("usage/no-package", `there is nothing at \`${place}\``, HELP));
  const folder = status.kind === "folder" ? named : joinPath(named, "..");
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  const names = new Set(port.packages.map(({ fullpkgname }) => fullpkgname));
  const isMeant = (row: Package) =>
    names.has(row.fullpkgname) &&
    row.base === base &&
    row.arch === request.arch &&
    row.layout === request.layout;
  const rows = (index.value?.packages ?? []).filter(isMeant);
  const chosen = status.kind === "folder" ? rows : ofJob(rows, shownPath(named, folder));
  if (chosen.length === 0) {
    const message = `no package of \`${port.pkgpath}\` for \`${base}\` is at \`${place}\``;
    return wrong(usage("usage/no-package", message, HELP));
  }
  return ok({
    folder,
    packages: chosen.map((row) => ({ package: row, archive: joinPath(folder, row.file) })),
  });
}

function ofJob(rows: readonly Package[], file: string): readonly Package[] {
  const named = rows.find((row) => row.file === file);
  return rows.filter(({ job }) => job === named?.job);
}

const HELP = "name the file of a package, or the folder with it, beside the `index.json` that tells of it";

function noTest({ pkgpath }: Port): Diagnostic {
  return usage("usage/no-test", `\`${pkgpath}\` has no test to run`, "write one under `test:`");
}
