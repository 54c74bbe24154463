// The step's inputs, as the runner gives them, parsed at the door.

import * as core from "@actions/core";
import {
  type BuildRequest,
  checking,
  KEY_IN_REACH,
  NO_PUBLISHING_KEY,
  NO_TAG,
  oneOf,
  type PublishRequest,
  splitWords,
  usage,
} from "../command/command.ts";
import { ENGINES } from "../engine/engine.ts";
import { type Host, joinPath } from "../host/host.ts";
import { ARCHES, COMPRESSIONS, isArch, LAYOUTS } from "../port/port.ts";
import { ok, type Result } from "../report.ts";
import { keyChoice } from "./key-input.ts";

export type Inputs = {
  readonly build: BuildRequest;
  /** What becomes of the packages afterwards; undefined when they only stay in their folder. */
  readonly publish: PublishRequest | undefined;
};

/** Every problem at once. To be called first: from here on the secrets are masked, and no longer in the environment. */
export async function readInputs(host: Host): Promise<Result<Inputs>> {
  const key = takeSecret("signing-key");
  const token = takeSecret("token");
  const { troubles, checked } = checking();
  const choice = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T =>
    checked(choiceOf(name, { allowed, otherwise }), otherwise);
  const folder = (name: string, otherwise: string) =>
    joinPath(host.folders.working, core.getInput(name) || otherwise);
  const engine = choice("engine", ["auto", ...ENGINES], "auto");
  const port = core.getInput("port");
  if (port === "")
    troubles.push(
      usage("usage/no-port", "the input `port` is empty", "name a folder that holds a `port.yml`"),
    );
  if (key !== "" && engine === "host") troubles.push(KEY_IN_REACH);
  const isPublished = choice("publish", ["none", "release"], "none") === "release";
  if (isPublished && key === "") troubles.push(NO_PUBLISHING_KEY);
  if (isPublished && core.getInput("tag") === "") troubles.push(NO_TAG);
  const signingKey = checked(await keyChoice(key, host), { kind: "none" });
  const request: BuildRequest = {
    port,
    version: core.getInput("version") || undefined,
    recipes: [],
    flavors: words("flavor") ?? "default",
    subpackages: words("subpackages") ?? [],
    base: core.getInput("base") || undefined,
    arch: choice("arch", ARCHES, isArch(host.arch) ? host.arch : "x86_64"),
    prefix: core.getInput("prefix") || undefined,
    layout: choice("layout", LAYOUTS, "vendor"),
    engine,
    ...UNASKED,
    out: folder("out", "out"),
    distdir: joinPath(host.folders.cache, "distfiles"),
    dependenciesFrom: core.getInput("dependencies") ? folder("dependencies", "") : undefined,
    key: signingKey,
    configureOptions: checked(
      splitWords("the input `configure-options`", core.getInput("configure-options")),
      [],
    ),
    compression: choice("compression", COMPRESSIONS, "gz"),
    parallel: host.processors,
    commands: choice("allow-shell", ["yes", "no"], "no") === "yes" ? "allowed" : "refused",
  };
  if (troubles.length > 0) return { ok: false, error: troubles };
  const publish: PublishRequest = {
    folders: [request.out],
    repository: host.environment("GITHUB_REPOSITORY") ?? "",
    tag: core.getInput("tag"),
    token,
    key: signingKey,
    trusted: [],
    way: "publish",
  };
  return ok({ build: request, publish: isPublished ? publish : undefined });
}

/** What a step has no input for. */
const UNASKED = {
  source: "auto",
  only: undefined,
  planned: undefined,
  check: "skip",
  purpose: "deliver",
  verify: "nothing",
  compareFlavors: [],
  dependencies: "found",
  checkouts: "refused",
  onEnd: "remove",
  needs: [],
} as const;

/** An input that is one of these words. */
export function choiceOf<T extends string>(
  name: string,
  { allowed, otherwise }: { readonly allowed: readonly T[]; readonly otherwise: T },
): Result<T> {
  return oneOf(`the input \`${name}\``, core.getInput(name) || otherwise, allowed);
}

/** Read, masked line by line (the runner masks only what it finds in one line), and taken out of the environment. */
export function takeSecret(name: string): string {
  const secret = core.getInput(name);
  for (const line of secret.split("\n").map((text) => text.trim())) if (line !== "") core.setSecret(line);
  delete process.env[`INPUT_${name.toUpperCase()}`];
  return secret;
}

function words(name: string): readonly string[] | undefined {
  const found = core.getInput(name).split(/\s+/).filter(Boolean);
  return found.length > 0 ? found : undefined;
}
