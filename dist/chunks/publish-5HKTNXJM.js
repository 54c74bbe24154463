import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  publishPackages
} from "./chunk-34XU2HXP.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/publish.ts
var verb = {
  usage: "publish DIR… --repo OWNER/NAME --tag TAG [--key KEY] [--trust PUB]… [--dry-run]",
  options: {
    repo: { type: "string", help: "the repository, OWNER/NAME; default: `GITHUB_REPOSITORY`" },
    tag: { type: "string", help: "the release's tag; fields: {port}, {version}, {base}, {arch}" },
    key: { type: "string", help: "the secret key, NAME.sec; default: your own, if you have one" },
    trust: {
      type: "string",
      multiple: true,
      help: "a public key, NAME.pub, whose packages may be published, and may stay in the release"
    },
    "dry-run": { type: "boolean", help: "tell what would happen, and change nothing" }
  },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const request = requestOf(args, context);
    const { releases, diagnostics } = await publishPackages(request, context);
    if (releases.length === 0) return { diagnostics };
    return {
      diagnostics,
      text: releases.map((one) => sentences(one, request.way)).join(""),
      json: { way: request.way, releases: releases.map(releaseJson) }
    };
  }
};
function requestOf(args, { host }) {
  const key = args.text("key");
  return {
    folders: args.positionals,
    repository: args.text("repo") ?? host.environment("GITHUB_REPOSITORY") ?? "",
    tag: args.text("tag") ?? "",
    // Not an option: others on the machine can read a program's arguments.
    token: host.environment("GITHUB_TOKEN") ?? host.environment("GH_TOKEN") ?? "",
    key: key === void 0 ? { kind: "own" } : { kind: "file", file: joinPath(host.folders.working, key) },
    trusted: args.texts("trust"),
    way: args.has("dry-run") ? "dry-run" : "publish"
  };
}
function sentences({ tag, url, was, files }, way) {
  const of = (...changes) => files.filter(({ change }) => changes.includes(change));
  const sent = of("uploaded", "replaced");
  const bytes = sent.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const counts = [
    `${sent.length} files uploaded (${(bytes / 1e6).toFixed(1)} MB)`,
    `${of("unchanged").length} unchanged`,
    `${of("kept").length} of others kept`
  ].join(", ");
  if (way === "publish")
    return `${tag}: ${was === "published" ? "brought up to date" : "published"}; ${counts}
  ${url}
`;
  const begin = {
    none: "would be made",
    draft: "would be published",
    published: "would be brought up to date"
  };
  const rows = files.map(({ name, change }) => `  ${change.padEnd(9)}  ${name}
`);
  return `${tag}: ${begin[was]}; ${counts}
${rows.join("")}`;
}
function releaseJson({ rows, published: _own, ...release }) {
  return { ...release, packages: rows };
}
export {
  verb
};
