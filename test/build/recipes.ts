// A Recipe of GoboLinux, built for real over this machine.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type JobSetting, runJob } from "../../src/build/build.ts";
import { type HostPath, hostPath, joinPath, openHost, openTree } from "../../src/host/host.ts";
import { type Job, jobId, type RootDigest } from "../../src/port/port.ts";
import { readPort } from "../../src/recipe/recipe.ts";
import { never, rendered, temporaryFolder } from "../support.ts";
import { engineOf, type Fetched, listing, plant, type Tree } from "./workshop.ts";

type Layout = "vendor" | "programs";

type Making = {
  readonly recipe: string;
  /** Beside the Recipe. */
  readonly files?: Tree;
  readonly distfiles?: readonly Fetched[];
  readonly layout?: Layout;
  readonly flavors?: readonly string[];
  readonly options?: readonly string[];
  /** Recipes of the ports that it is the sum of. */
  readonly members?: readonly string[];
  readonly toolchain?: JobSetting["toolchain"];
};

/** The Recipe of `Foo` 1.0 as a fake root; what lies at its prefix. */
export async function made({ recipe, files = {}, distfiles = [], layout = "vendor", ...rest }: Making) {
  const { flavors = [], options: configureOptions = [], members = [], toolchain } = rest;
  const folder = temporaryFolder();
  const portAt = (place: string, text: string, beside: Tree = {}) => {
    plant(join(folder, place), { Recipe: text, ...beside });
    const request = { folder: place, treeName: "Recipes", pkgpath: "Foo", flavors, layout, arch: "x86_64" };
    const reading = readPort(openTree(folder), request);
    if (!reading.ok) throw new Error(rendered(reading.error));
    return { port: reading.value.port, portFolder: hostPath(join(folder, place)), distfiles: [] };
  };
  const { port, portFolder } = portAt("Foo/1.0", recipe, files);
  const base = { name: "host", family: "host", digest: "sha256:0" as RootDigest, extensible: true } as const;
  const decided = { port, base, arch: "x86_64", layout } as const;
  const job: Job = { ...decided, id: jobId(decided), prefix: port.prefix };
  const host = openHost();
  // How an archive is unpacked is the Recipe's to say.
  const told = distfiles.map(({ distfile, file }, index) => {
    const asked = port.distfiles[index];
    return { file, distfile: asked ? { ...asked, file: distfile.file } : distfile };
  });
  const setting: JobSetting = {
    engine: engineOf(host),
    root: { kind: "overlay", bottom: "host", layers: [] },
    distfiles: told,
    members: members.map((text, index) => portAt(`Part${index}/1.0`, text)),
    portFolder,
    leftOut: [],
    dependencies: [],
    configureOptions,
    check: "skip",
    onEnd: "remove",
    hidden: [],
    toolchain,
    parallel: 2,
    circumstances: "usual",
    logFile: joinPath(folder, "log"),
    fakeRoot: joinPath(folder, "fake"),
    host,
    report: () => undefined,
  };
  const outcome = await runJob(job, setting, never);
  const top: HostPath = joinPath(setting.fakeRoot, `.${port.prefix}`);
  const log = existsSync(setting.logFile) ? readFileSync(setting.logFile, "utf8") : "";
  const all = outcome.kind === "built" ? listing(setting.fakeRoot) : [];
  return { outcome, log, top, all, files: outcome.kind === "built" ? listing(top) : [] };
}
