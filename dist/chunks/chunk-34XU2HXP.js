import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  explainRelease,
  gatherPackages,
  groupByTag,
  publishRelease
} from "./chunk-B2J73SKI.js";
import {
  chooseKey
} from "./chunk-YYJQCZB6.js";
import {
  readPublicKey
} from "./chunk-G3IN5NY2.js";
import {
  package_default
} from "./chunk-HA5EIUJH.js";
import {
  isCancelled
} from "./chunk-PDQX6LE3.js";
import {
  NO_PUBLISHING_KEY,
  NO_TAG,
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  quoted,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/publish-packages.ts
var PATIENCE_MS = 65 * 6e4;
async function publishPackages(request, context) {
  const { host } = context;
  const prepared = await prepare(request, host);
  if (!prepared.ok) return { releases: [], diagnostics: prepared.error };
  const scratch = joinPath(host.folders.cache, "publish");
  return await withScratch(
    scratch,
    host,
    (folder) => publishFrom(folder, { ...request, ...prepared.value }, context)
  );
}
async function prepare(request, host) {
  const repo = repositoryOf(request.repository);
  const key = await publishingKey(request.key, host);
  const keys = [];
  const troubles = [
    ...repo.ok ? [] : repo.error,
    ...key.ok ? [] : key.error,
    ...request.folders.length === 0 ? [NO_FOLDER] : [],
    ...request.tag === "" ? [NO_TAG] : [],
    ...request.token === "" ? [NO_TOKEN] : []
  ];
  for (const name of request.trusted) {
    const read = await readPublicKey(joinPath(host.folders.working, name), host);
    if (read.ok) keys.push(read.value);
    else troubles.push(...read.error);
  }
  if (!repo.ok || !key.ok || troubles.length > 0) return { ok: false, error: troubles };
  return ok({ repo: repo.value, signingKey: key.value, keys });
}
function repositoryOf(text) {
  const [, owner = "", name = ""] = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/.exec(text) ?? [];
  if (owner !== "" && name !== "." && name !== "..") return ok({ owner, name });
  return wrong(
    usage(
      "usage/repository",
      `\`${text}\` is not a repository on GitHub`,
      "name it as OWNER/NAME with `--repo`"
    )
  );
}
async function publishingKey(choice, host) {
  const own = joinPath(host.folders.config, "tarwright.sec");
  if (choice.kind === "own" && !await host.status(own)) return wrong(NO_PUBLISHING_KEY);
  const chosen = await chooseKey(choice, host);
  if (!chosen.ok) return chosen;
  return chosen.value.key ? ok(chosen.value.key) : wrong(NO_PUBLISHING_KEY);
}
var NO_FOLDER = usage(
  "usage/no-folder",
  "nobody says which packages are to be published",
  "name the folder that `build` wrote (the input `packages`)"
);
var NO_TOKEN = usage(
  "usage/no-token",
  "GitHub lets nobody write a release without a token",
  "set `GITHUB_TOKEN`, or in a workflow give the input `token`"
);
async function publishFrom(scratch, request, { host, report, signal }) {
  const { repo, signingKey: key, keys: trusted } = request;
  const named = request.folders.map((name) => ({ name, folder: joinPath(host.folders.working, name) }));
  const packages = await gatherPackages({ folders: named, key, trusted, scratch }, host, signal);
  if (!packages.ok) return { releases: [], diagnostics: packages.error };
  const groups = groupByTag(packages.value, request.tag);
  if (!groups.ok) return { releases: [], diagnostics: groups.error };
  const onWait = (why, durationMs) => report({ kind: "note", message: `${why}; going on in ${Math.ceil(durationMs / 1e3)} s` });
  const github = host.github({ repository: repo, token: request.token, patienceMs: PATIENCE_MS, onWait });
  const sha = host.environment("GITHUB_SHA");
  const commit = host.environment("GITHUB_REPOSITORY") === request.repository ? sha : void 0;
  const serverUrl = host.environment("GITHUB_SERVER_URL") ?? "https://github.com";
  const releases = [];
  const diagnostics = [];
  const { way } = request;
  const common = { repository: repo, key, trusted, serverUrl, commit, version: package_default.version, way };
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
function cancelledAt(tag) {
  return {
    severity: "error",
    code: "run/cancelled",
    blame: "world",
    message: `cancelled; the release ${quoted(tag)} may be half done, but no signed list in it names a file that is not there`,
    help: "run the same command again: it goes on where it stopped"
  };
}

export {
  publishPackages,
  repositoryOf
};
