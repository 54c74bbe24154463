import manifest from "../../package.json" with { type: "json" };
import type { FetchedDistfile } from "../build/build.ts";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { fileDigest } from "../package/package.ts";
import type { Origin, Permit, Port } from "../port/port.ts";
import { placeOf } from "../report.ts";
import type { Stage } from "./stage.ts";
import type { Context } from "./verb.ts";

/** What stands in the index for those who publish: the recipe, its sources and this machine are not there any more. */
export async function originOf(
  { job: { port }, distfiles, dependencies }: Stage,
  { portFolder, sourceDateEpoch }: { readonly portFolder: HostPath; readonly sourceDateEpoch: number },
  { host, signal }: Context,
): Promise<Origin> {
  const sha256 = async (file: HostPath) => (await fileDigest(file, host, signal)) ?? "";
  const { homepage, license } = port;
  const run = runOf(host);
  return {
    ...(homepage === undefined ? {} : { homepage }),
    ...(license === undefined ? {} : { license }),
    permit: permitOf(port),
    distfiles: await Promise.all(
      distfiles.map(async ({ distfile, file }) => ({
        file: distfile.file,
        ...urlOf(distfile),
        sha256: await sha256(file),
      })),
    ),
    patches: await Promise.all(
      port.patches.map(async ({ path }) => ({ path, sha256: await sha256(joinPath(portFolder, path)) })),
    ),
    builtWith: dependencies.present.map(({ package: { fullpkgname, contentDigest } }) => ({
      fullpkgname,
      contentDigest,
    })),
    sourceDateEpoch,
    builder: { version: manifest.version, ...(run ? { run } : {}) },
  };
}

/** Upstream's own place, whatever mirror it came from. */
function urlOf({ urls }: FetchedDistfile["distfile"]): { readonly url?: string } {
  const web = urls.find(({ kind }) => kind === "web");
  return web?.kind === "web" ? { url: web.url } : {};
}

function permitOf({ permit }: Port): Permit {
  const { value, span } = permit.package;
  if (value === true) return { kind: "granted" };
  const { line, column } = placeOf(span.source, span.start);
  const text = span.source.text.split("\n")[line - 1] ?? "";
  return { kind: "withheld", because: value, recipe: span.source.name, line, column, text };
}

/** As the runner tells it; SLSA's names for these are in `release/`. */
function runOf({ environment }: Host): Origin["builder"]["run"] {
  const [server, repository, ref, commit, id, attempt, workflow] = [
    "GITHUB_SERVER_URL",
    "GITHUB_REPOSITORY",
    "GITHUB_REF",
    "GITHUB_SHA",
    "GITHUB_RUN_ID",
    "GITHUB_RUN_ATTEMPT",
    "GITHUB_WORKFLOW_REF",
  ].map(environment);
  if (!server || !repository || !commit || !id || !workflow) return undefined;
  return {
    url: `${server}/${repository}/actions/runs/${id}/attempts/${attempt ?? "1"}`,
    workflow: `${server}/${workflow}`,
    source: `git+${server}/${repository}@${ref ?? ""}`,
    commit,
  };
}
