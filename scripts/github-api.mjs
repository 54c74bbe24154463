#!/usr/bin/env node
// Refreshes test/github/api.json, the part of GitHub's own OpenAPI description that releases need:
// `node scripts/github-api.mjs VERSION`, a version of the package @octokit/openapi.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const RELEASES = "/repos/{owner}/{repo}/releases";
/** Path → methods. */
const WANTED = {
  [RELEASES]: ["get", "post"],
  [`${RELEASES}/tags/{tag}`]: ["get"],
  [`${RELEASES}/{release_id}`]: ["get", "patch", "delete"],
  [`${RELEASES}/{release_id}/assets`]: ["get", "post"],
  [`${RELEASES}/assets/{asset_id}`]: ["get", "patch", "delete"],
};
/** Prose, and what only documentation shows. */
const LEFT_OUT = [
  "description",
  "summary",
  "example",
  "examples",
  "externalDocs",
  "tags",
  "x-github",
  "title",
];

/** Without the prose; the names below `properties` are names, whatever they are. */
function bare(value, names = false) {
  if (Array.isArray(value)) return value.map((one) => bare(one));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => names || !LEFT_OUT.includes(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, bare(one, !names && key === "properties")]));
}

function referencesIn(value) {
  if (typeof value !== "object" || value === null) return [];
  const own = typeof value.$ref === "string" ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

function subset(description, version) {
  const paths = Object.fromEntries(
    Object.entries(WANTED).map(([path, methods]) => [
      path,
      Object.fromEntries(methods.map((method) => [method, bare(description.paths[path][method])])),
    ]),
  );
  const components = {};
  const queue = referencesIn(paths);
  for (const reference of queue) {
    const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(reference);
    components[kind] ??= {};
    if (components[kind][name]) continue;
    components[kind][name] = bare(description.components[kind][name]);
    queue.push(...referencesIn(components[kind][name]));
  }
  const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    openapi: description.openapi,
    info: {
      title: "The part of GitHub's REST API that releases need",
      version: description.info.version,
      license: description.info.license,
      source: `@octokit/openapi ${version}, generated/api.github.com.json`,
    },
    paths,
    components: sorted(
      Object.fromEntries(Object.entries(components).map(([kind, all]) => [kind, sorted(all)])),
    ),
  };
}

const [version = "23.0.2"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "github-api-"));
try {
  execFileSync("npm", ["pack", `@octokit/openapi@${version}`, "--silent"], { cwd: folder, stdio: "inherit" });
  const member = "package/generated/api.github.com.json";
  execFileSync("tar", ["-xzf", `octokit-openapi-${version}.tgz`, member], { cwd: folder });
  const description = JSON.parse(readFileSync(join(folder, member), "utf8"));
  const target = resolve(dirname(fileURLToPath(import.meta.url)), "../test/github/api.json");
  writeFileSync(target, `${JSON.stringify(subset(description, version), undefined, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
