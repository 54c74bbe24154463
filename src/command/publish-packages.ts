import manifest from "../../package.json" with { type: "json" };
import { type Host, type HostPath, joinPath, type Repository, withScratch } from "../host/host.ts";
import { type PublicKey, readPublicKey, type SigningKey } from "../package/package.ts";
import {
  explainRelease,
  gatherPackages,
  groupByTag,
  publishRelease,
  type ReleaseAnswer,
} from "../release/release.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import { isCancelled } from "./failure.ts";
import { chooseKey, type KeyChoice } from "./signing-key.ts";
import { type Context, NO_PUBLISHING_KEY, NO_TAG, usage } from "./verb.ts";

export type PublishRequest = {
  /** As the user typed them: of packages, or of such folders. */
  readonly folders: readonly string[];
  /** `OWNER/NAME`. */
  readonly repository: string;
  /** May be a template. */
  readonly tag: string;
  readonly token: string;
  readonly key: KeyChoice;
  /** Files with public keys. */
  readonly trusted: readonly string[];
  readonly way: "publish" | "dry-run";
};

/** One for each tag that succeeded, in their order. */
export type PublishAnswer = {
  readonly releases: readonly ReleaseAnswer[];
  readonly diagnostics: readonly Diagnostic[];
};

/** An hour is the longest of GitHub's limits; a little more, for its clock. */
const PATIENCE_MS = 65 * 60_000;

/** Packages of folders onto releases; safe to run again, and again. */
export async function publishPackages(request: PublishRequest, context: Context): Promise<PublishAnswer> {
  const { host } = context;
  const prepared = await prepare(request, host);
  if (!prepared.ok) return { releases: [], diagnostics: prepared.error };
  const scratch = joinPath(host.folders.cache, "publish");
  return await withScratch(scratch, host, (folder) =>
    publishFrom(folder, { ...request, ...prepared.value }, context),
  );
}

type Prepared = {
  readonly repo: Repository;
  readonly signingKey: SigningKey;
  readonly keys: readonly PublicKey[];
};

/** Everything about the request itself that is wrong, all at once. */
async function prepare(request: PublishRequest, host: Host): Promise<Result<Prepared>> {
  const repo = repositoryOf(request.repository);
  const key = await publishingKey(request.key, host);
  const keys: PublicKey[] = [];
  const troubles: Diagnostic[] = [
    ...(repo.ok ? [] : repo.error),
    ...(key.ok ? [] : key.error),
    ...(request.folders.length === 0 ? [NO_FOLDER] : []),
    ...(request.tag === "" ? [NO_TAG] : []),
    ...(request.token === "" ? [NO_TOKEN] : []),
  ];
  for (const name of request.trusted) {
    const read = await readPublicKey(joinPath(host.folders.working, name), host);
    if (read.ok) keys.push(read.value);
    else troubles.push(...read.error);
  }
  if (!repo.ok || !key.ok || troubles.length > 0) return { ok: false, error: troubles };
  return ok({ repo: repo.value, signingKey: key.value, keys });
}

/** `OWNER/NAME`, as GitHub takes it. */
export function repositoryOf(text: string): Result<Repository> {
  const [, owner = "", name = ""] = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/.exec(text) ?? [];
  if (owner !== "" && name !== "." && name !== "..") return ok({ owner, name });
  return wrong(
    usage(
      "usage/repository",
      `\`${text}\` is not a repository on GitHub`,
      "name it as OWNER/NAME with `--repo`",
    ),
  );
}

/** The user's own key serves, if there is one; none is made for a release, whose readers must know it beforehand. */
async function publishingKey(choice: KeyChoice, host: Host): Promise<Result<SigningKey>> {
  const own = joinPath(host.folders.config, "tarwright.sec");
  if (choice.kind === "own" && !(await host.status(own))) return wrong(NO_PUBLISHING_KEY);
  const chosen = await chooseKey(choice, host);
  if (!chosen.ok) return chosen;
  return chosen.value.key ? ok(chosen.value.key) : wrong(NO_PUBLISHING_KEY);
}

const NO_FOLDER = usage(
  "usage/no-folder",
  "nobody says which packages are to be published",
  "name the folder that `build` wrote (the input `packages`)",
);

const NO_TOKEN = usage(
  "usage/no-token",
  "GitHub lets nobody write a release without a token",
  "set `GITHUB_TOKEN`, or in a workflow give the input `token`",
);

async function publishFrom(
  scratch: HostPath,
  request: PublishRequest & Prepared,
  { host, report, signal }: Context,
): Promise<PublishAnswer> {
  const { repo, signingKey: key, keys: trusted } = request;
  const named = request.folders.map((name) => ({ name, folder: joinPath(host.folders.working, name) }));
  const packages = await gatherPackages({ folders: named, key, trusted, scratch }, host, signal);
  if (!packages.ok) return { releases: [], diagnostics: packages.error };
  const groups = groupByTag(packages.value, request.tag);
  if (!groups.ok) return { releases: [], diagnostics: groups.error };
  const onWait = (why: string, durationMs: number) =>
    report({ kind: "note", message: `${why}; going on in ${Math.ceil(durationMs / 1000)} s` });
  const github = host.github({ repository: repo, token: request.token, patienceMs: PATIENCE_MS, onWait });
  const sha = host.environment("GITHUB_SHA");
  const commit = host.environment("GITHUB_REPOSITORY") === request.repository ? sha : undefined;
  const serverUrl = host.environment("GITHUB_SERVER_URL") ?? "https://github.com";
  const releases: ReleaseAnswer[] = [];
  const diagnostics: Diagnostic[] = [];
  const { way } = request;
  const common = { repository: repo, key, trusted, serverUrl, commit, version: manifest.version, way };
  for (const [tag, group] of groups.value) {
    try {
      const wanted = { ...common, tag, packages: group };
      const answer = await publishRelease(wanted, { github, host, report }, signal);
      if (answer.kind === "done") releases.push(answer.value);
      else diagnostics.push(explainRelease(tag, answer.trouble));
    } catch (error) {
      if (way === "dry-run" || !isCancelled(error, signal)) throw error;
      return { releases, diagnostics: [...diagnostics, cancelledAt(tag)] };
    }
  }
  return { releases, diagnostics };
}

/** Something may have been sent; the order in which it goes is what keeps readers safe. */
function cancelledAt(tag: string): Diagnostic {
  return {
    severity: "error",
    code: "run/cancelled",
    blame: "world",
    message: `cancelled; the release ${quoted(tag)} may be half done, but no signed list in it names a file that is not there`,
    help: "run the same command again: it goes on where it stopped",
  };
}
