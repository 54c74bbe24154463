import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPage,
  shardPage
} from "../chunks/chunk-ZY6DSXIT.js";
import {
  choiceOf,
  readInputs,
  takeSecret
} from "../chunks/chunk-HQSWBYCB.js";
import {
  ENGINES
} from "../chunks/chunk-DUQGCMRN.js";
import {
  act,
  summarize
} from "../chunks/chunk-IU7QSKH5.js";
import {
  COMPRESSIONS
} from "../chunks/chunk-ZEHBRBCQ.js";
import {
  loadBuildPort,
  loadBuildShard,
  loadPublishPackages
} from "../chunks/chunk-AM22JFQA.js";
import {
  usage
} from "../chunks/chunk-YIRBREFZ.js";
import {
  ok
} from "../chunks/chunk-2DPMJAPF.js";
import {
  joinPath
} from "../chunks/chunk-IMGLSV2N.js";
import {
  getInput,
  setOutput
} from "../chunks/chunk-TG2SN3TN.js";

// src/action/shard-inputs.ts
function readShardInputs(host) {
  const given = [...DECIDED, "signing-key"].filter((name) => getInput(name) !== "");
  takeSecret("signing-key");
  const token = takeSecret("token");
  const engine = choiceOf("engine", {
    allowed: ["auto", ...ENGINES],
    otherwise: "auto"
  });
  const compression = choiceOf("compression", { allowed: COMPRESSIONS, otherwise: "gz" });
  const troubles = [
    ...given.map(decided),
    ...engine.ok ? [] : engine.error,
    ...compression.ok ? [] : compression.error
  ];
  if (!engine.ok || !compression.ok || troubles.length > 0) return { ok: false, error: troubles };
  const place = (name) => joinPath(host.folders.working, getInput(name));
  const folder = (name) => getInput(name) === "" ? void 0 : place(name);
  const releasePlace = {
    // Only the workflow's own: what others publish is a dependency by its own right.
    repository: host.environment("GITHUB_REPOSITORY") ?? "",
    tag: getInput("tag"),
    token,
    publicKey: place("public-key")
  };
  const roots = getInput("roots-digest") === "" ? void 0 : folder("roots");
  return ok({
    plan: place("plan"),
    planDigest: getInput("plan-digest") || void 0,
    shard: getInput("shard"),
    artifacts: folder("artifacts"),
    roots: roots && { folder: roots, digest: getInput("roots-digest") },
    released: getInput("public-key") === "" ? void 0 : { kind: "release", place: releasePlace },
    out: joinPath(host.folders.working, getInput("out") || "out"),
    engine: engine.value,
    distdir: joinPath(host.folders.cache, "distfiles"),
    compression: compression.value,
    parallel: host.processors
  });
}
var DECIDED = [
  "port",
  "version",
  "flavor",
  "subpackages",
  "base",
  "arch",
  "prefix",
  "configure-options",
  "dependencies",
  "allow-shell"
];
function decided(name) {
  if (name === "signing-key") return KEY_WITH_PLAN;
  return usage(
    "usage/decided",
    `the input \`${name}\` can't be given with \`plan\`, which has decided it`,
    "leave it out here, and give it to the step that plans"
  );
}
var KEY_WITH_PLAN = usage(
  "usage/key-with-plan",
  "a signing key is given to a step that builds by a plan",
  "give it to the job that publishes alone; builds leave their packages unsigned"
);

// src/action/build.ts
var isPlanned = getInput("plan") !== "";
act({
  run: isPlanned ? buildByPlan : buildByName,
  otherwise: (step) => isPlanned ? toldShard(step, { jobs: [], diagnostics: [] }, "") : told(step, { built: void 0, diagnostics: [] })
});
async function buildByName(step) {
  const request = await readInputs(step.context.host);
  if (!request.ok) return told(step, { built: void 0, diagnostics: request.error });
  const { build, publish } = request.value;
  const buildPort = await loadBuildPort();
  const answer = await buildPort(build, step.context);
  if (!answer.built || !publish) return told(step, answer);
  const publishPackages = await loadPublishPackages();
  const { releases, diagnostics } = await publishPackages(publish, step.context);
  const report = step.context.report;
  for (const { tag, url } of releases) report({ kind: "note", message: `published ${tag}: ${url}` });
  return told(step, { ...answer, diagnostics: [...answer.diagnostics, ...diagnostics] });
}
function told({ log, tally }, answer) {
  const { built } = answer;
  const packages = built?.packages ?? [];
  return {
    diagnostics: answer.diagnostics,
    finish: async (diagnostics) => {
      if (built) {
        tellPackages(packages, built.folder);
        setOutput("fingerprint", built.fingerprint);
        setOutput("cache-hit", isHit(tally()));
      }
      await summarize(
        buildPage({ port: getInput("port"), diagnostics, failure: log.failure(), packages })
      );
    }
  };
}
async function buildByPlan(step) {
  const request = readShardInputs(step.context.host);
  if (!request.ok) return toldShard(step, { jobs: [], diagnostics: request.error }, "");
  const buildShard = await loadBuildShard();
  return toldShard(step, await buildShard(request.value, step.context), request.value.out);
}
function toldShard({ tally }, { jobs, diagnostics: found }, folder) {
  return {
    diagnostics: found,
    finish: async (diagnostics) => {
      if (jobs.length > 0) {
        tellPackages(
          jobs.flatMap(({ packages }) => packages),
          folder
        );
        setOutput("cache-hit", isHit(tally()));
      }
      await summarize(shardPage({ shard: getInput("shard"), jobs, diagnostics }));
    }
  };
}
function tellPackages(packages, folder) {
  setOutput("packages", packages);
  setOutput("fullpkgnames", packages.map(({ fullpkgname }) => fullpkgname).join("\n"));
  setOutput("directory", folder);
}
function isHit({ restored, absent }) {
  return restored > 0 && absent === 0;
}
