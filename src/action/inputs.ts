// The step's inputs, as the runner gives them, parsed at the door.

import { basename } from "node:path";
import * as core from "@actions/core";
import { type BuildRequest, KEY_IN_REACH, oneOf, splitWords, usage } from "../command/command.ts";
import { ENGINES } from "../engine/engine.ts";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { parseSigningKey, readPublicKey } from "../package/package.ts";
import { ARCHES, COMPRESSIONS, isArch, LAYOUTS } from "../port/port.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";

/** Every problem at once. To be called first: from here on the secrets are masked, and no longer in the environment. */
export async function readInputs(host: Host): Promise<Result<BuildRequest>> {
  const key = takeSecret("signing-key");
  takeSecret("token");
  const troubles: Diagnostic[] = [];
  const checked = <T>(read: Result<T>, otherwise: T): T => {
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return otherwise;
  };
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
  if (choice("publish", ["none", "release"], "none") === "release") troubles.push(NO_RELEASES);
  const publicKey = core.getInput("public-key");
  const name = publicKey === "" ? "signing-key" : basename(publicKey, ".pub");
  troubles.push(...(publicKey === "" ? [] : await strangeKey(folder("public-key", ""), { key, name }, host)));
  const request: BuildRequest = {
    port,
    version: core.getInput("version") || undefined,
    flavors: words("flavor") ?? "default",
    subpackages: words("subpackages") ?? [],
    base: core.getInput("base") || undefined,
    arch: choice("arch", ARCHES, isArch(host.arch) ? host.arch : "x86_64"),
    prefix: core.getInput("prefix") || undefined,
    layout: choice("layout", LAYOUTS, "vendor"),
    engine,
    source: "auto",
    only: undefined,
    planned: undefined,
    out: folder("out", "out"),
    distdir: joinPath(host.folders.cache, "distfiles"),
    dependenciesFrom: core.getInput("dependencies") ? folder("dependencies", "") : undefined,
    key: key === "" ? { kind: "none" } : { kind: "text", text: key, name },
    configureOptions: checked(
      splitWords("the input `configure-options`", core.getInput("configure-options")),
      [],
    ),
    compression: choice("compression", COMPRESSIONS, "gz"),
    check: "skip",
    parallel: host.processors,
    onEnd: "remove",
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}

/** That the key is the one whose public half the repository holds. */
async function strangeKey(
  file: HostPath,
  { key, name }: { readonly key: string; readonly name: string },
  host: Host,
): Promise<readonly Diagnostic[]> {
  const known = await readPublicKey(file, host);
  if (!known.ok) return known.error;
  const given = key === "" ? undefined : parseSigningKey(key, name);
  if (!given?.ok || given.value.point === known.value.point) return [];
  const message = `the input \`signing-key\` is key ${given.value.keyNumber}, and \`public-key\` is of key ${known.value.keyNumber}`;
  return [usage("usage/other-key", message, "give the two halves of one key")];
}

const NO_RELEASES = usage(
  "usage/no-releases",
  "the input `publish` is `release`, and publishing releases is not part of this version",
  "leave `publish` at `none`, and upload the folder that the output `directory` names",
);

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
