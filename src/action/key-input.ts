// The signing key of a step, and its public half.

import { basename } from "node:path";
import * as core from "@actions/core";
import { type BuildRequest, usage } from "../command/command.ts";
import { type Host, joinPath } from "../host/host.ts";
import { parseSigningKey, readPublicKey } from "../package/package.ts";
import { ok, type Result, wrong } from "../report.ts";

/** The signing key, `text`; it must be the one whose public half the repository holds, if it holds one. */
export async function keyChoice(text: string, host: Host): Promise<Result<BuildRequest["key"]>> {
  const file = core.getInput("public-key");
  const name = file === "" ? "signing-key" : basename(file, ".pub");
  const choice = text === "" ? ({ kind: "none" } as const) : ({ kind: "text", text, name } as const);
  if (file === "") return ok(choice);
  const known = await readPublicKey(joinPath(host.folders.working, file), host);
  if (!known.ok) return known;
  const given = text === "" ? undefined : parseSigningKey(text, name);
  if (!given?.ok || given.value.point === known.value.point) return ok(choice);
  const message = `the input \`signing-key\` is key ${given.value.keyNumber}, and \`public-key\` is of key ${known.value.keyNumber}`;
  return wrong(usage("usage/other-key", message, "give the two halves of one key"));
}
