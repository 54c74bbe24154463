import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  repositoryOf
} from "./chunk-34XU2HXP.js";
import {
  explainRelease
} from "./chunk-B2J73SKI.js";
import {
  readPublicKey,
  readSignedIndex
} from "./chunk-G3IN5NY2.js";
import {
  tagOf
} from "./chunk-ZEHBRBCQ.js";
import {
  ok,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/release-lists.ts
var PATIENCE_MS = 10 * 6e4;
var LISTS = ["index.json", "SHA256.sig"];
async function fetchLists(place, folder, context) {
  const opened = await openAssets(place, context);
  if (!opened.ok) return opened;
  const { assets, github } = opened.value;
  const found = LISTS.map(
    (name) => assets.find((asset) => asset.name === name && asset.state === "uploaded")
  );
  if (found.includes(void 0)) return ok("none");
  const fetched = await fetchAssets(
    found.filter((asset) => asset !== void 0),
    { folder, github, place },
    context
  );
  return fetched.ok ? ok("there") : fetched;
}
async function fetchRows(place, wanted, context) {
  const { host, signal } = context;
  const key = await readPublicKey(place.publicKey, host);
  if (!key.ok) return key;
  const rows = [];
  for (const tag of new Set(wanted.map((fields) => tagOf(fields, place.tag)))) {
    const read = await withScratch(joinPath(host.folders.cache, "released"), host, async (folder) => {
      const fetched = await fetchLists({ ...place, tag }, folder, context);
      if (!fetched.ok || fetched.value === "none") return fetched.ok ? ok([]) : fetched;
      return await readSignedIndex({ place: folder, keys: [key.value] }, host, signal);
    });
    if (!read.ok) return read;
    rows.push(...read.value);
  }
  return ok(rows);
}
async function fetchReleased(files, { place, folder }, context) {
  const opened = await openAssets(place, context);
  if (!opened.ok) return opened;
  const { assets, github } = opened.value;
  const wanted = files.map(({ file, sha256 }) => ({
    file,
    sha256,
    asset: assets.find(({ name }) => name === file)
  }));
  const missing = wanted.filter(
    ({ asset, sha256 }) => asset?.state !== "uploaded" || (asset.sha256 ?? sha256) !== sha256
  );
  if (missing.length > 0) return wrong(...missing.map(({ file, sha256 }) => notReleased(file, sha256)));
  return await fetchAssets(
    wanted.flatMap(({ asset }) => asset ?? []),
    { folder, github, place },
    context
  );
}
async function openAssets(place, { host, report, signal }) {
  const repository = repositoryOf(place.repository);
  if (!repository.ok) return repository;
  const onWait = (why, durationMs) => report({ kind: "note", message: `${why}; going on in ${Math.ceil(durationMs / 1e3)} s` });
  const token = place.token === "" ? void 0 : place.token;
  const github = host.github({ repository: repository.value, token, patienceMs: PATIENCE_MS, onWait });
  const release = await github.releaseByTag(place.tag, signal);
  if (release.kind === "refused" && release.status === 404) return ok({ github, assets: [] });
  const assets = release.kind === "answered" ? await github.assets(release.value.id, signal) : release;
  return assets.kind === "answered" ? ok({ github, assets: assets.value }) : wrong(unread(place, assets));
}
async function fetchAssets(assets, {
  folder,
  github,
  place
}, { host, signal }) {
  await host.makeFolder(folder);
  for (const { id, name } of assets) {
    const answer = await github.assetFile({ id, file: joinPath(folder, name) }, signal);
    if (answer.kind !== "answered") return wrong(unread(place, answer));
  }
  return ok(void 0);
}
function unread({ tag }, trouble) {
  return explainRelease(tag, { kind: "api", during: "read what is released", trouble });
}
function notReleased(file, sha256) {
  return {
    severity: "error",
    code: "build/not-released",
    blame: "world",
    message: `\`${file}\` with SHA-256 ${sha256} is no longer where the plan found it`,
    help: "plan again: the release was changed in between"
  };
}

export {
  fetchLists,
  fetchRows,
  fetchReleased,
  notReleased
};
