// The inputs of a step that builds a shard of a plan.

import * as core from "@actions/core";
import { type ShardRequest, usage } from "../command/command.ts";
import { ENGINES, type EngineKind } from "../engine/engine.ts";
import { type Host, joinPath } from "../host/host.ts";
import { COMPRESSIONS, type Compression } from "../port/port.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { choiceOf, takeSecret } from "./inputs.ts";

/** It takes no key: what signs builds nothing. */
export function readShardInputs(host: Host): Result<ShardRequest> {
  const given = [...DECIDED, "signing-key"].filter((name) => core.getInput(name) !== "");
  takeSecret("signing-key");
  const token = takeSecret("token");
  const engine = choiceOf<"auto" | EngineKind>("engine", {
    allowed: ["auto", ...ENGINES],
    otherwise: "auto",
  });
  const compression = choiceOf<Compression>("compression", { allowed: COMPRESSIONS, otherwise: "gz" });
  const troubles = [
    ...given.map(decided),
    ...(engine.ok ? [] : engine.error),
    ...(compression.ok ? [] : compression.error),
  ];
  if (!engine.ok || !compression.ok || troubles.length > 0) return { ok: false, error: troubles };
  const place = (name: string) => joinPath(host.folders.working, core.getInput(name));
  const folder = (name: string) => (core.getInput(name) === "" ? undefined : place(name));
  const releasePlace = {
    // Only the workflow's own: what others publish is a dependency by its own right.
    repository: host.environment("GITHUB_REPOSITORY") ?? "",
    tag: core.getInput("tag"),
    token,
    publicKey: place("public-key"),
  };
  const roots = core.getInput("roots-digest") === "" ? undefined : folder("roots");
  return ok({
    plan: place("plan"),
    planDigest: core.getInput("plan-digest") || undefined,
    shard: core.getInput("shard"),
    artifacts: folder("artifacts"),
    roots: roots && { folder: roots, digest: core.getInput("roots-digest") },
    released: core.getInput("public-key") === "" ? undefined : { kind: "release", place: releasePlace },
    out: joinPath(host.folders.working, core.getInput("out") || "out"),
    engine: engine.value,
    distdir: joinPath(host.folders.cache, "distfiles"),
    compression: compression.value,
    parallel: host.processors,
  });
}

/** What a plan has decided. */
const DECIDED = [
  "port",
  "version",
  "flavor",
  "subpackages",
  "base",
  "arch",
  "prefix",
  "configure-options",
  "dependencies",
  "allow-shell",
];

function decided(name: string): Diagnostic {
  if (name === "signing-key") return KEY_WITH_PLAN;
  return usage(
    "usage/decided",
    `the input \`${name}\` can't be given with \`plan\`, which has decided it`,
    "leave it out here, and give it to the step that plans",
  );
}

const KEY_WITH_PLAN = usage(
  "usage/key-with-plan",
  "a signing key is given to a step that builds by a plan",
  "give it to the job that publishes alone; builds leave their packages unsigned",
);
