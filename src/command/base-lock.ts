import { BASE_LOCK_NAME, type BaseRequest, formatBaseLock, lockBases, type Workshop } from "../base/base.ts";
import { shownPath } from "../host/host.ts";
import type { Diagnostic } from "../report.ts";
import { readBaseRequest } from "./base-request.ts";
import { type Answer, type Arguments, type Context, usage } from "./verb.ts";
import { baseLockFile, projectFolder } from "./workshop.ts";

type Setting = { readonly args: Arguments; readonly context: Context; readonly workshop: Workshop };

/** `base lock [NAME…]`: without names, those of the lock and the project's own. */
export async function writeLock(
  names: readonly string[],
  { args, context, workshop }: Setting,
): Promise<Answer> {
  const { host, signal } = context;
  const known = [...workshop.lock.keys()].map((key) => key.replace(/@.*/, ""));
  const wanted = names.length > 0 ? names : [...new Set([...known, ...workshop.catalogue.own])];
  if (wanted.length === 0) return { diagnostics: [NO_NAMES] };
  const requests: BaseRequest[] = [];
  const troubles: Diagnostic[] = [];
  for (const name of wanted) {
    const request = readBaseRequest(name, args, context);
    if (request.ok) requests.push(request.value);
    else troubles.push(...request.error);
  }
  if (troubles.length > 0) return { diagnostics: troubles };
  const lock = await lockBases(requests, workshop, signal);
  if (!lock.ok) return { diagnostics: lock.error };
  const file = baseLockFile(await projectFolder(context));
  await host.writeFile(file, formatBaseLock(lock.value));
  const rows = [...lock.value].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    diagnostics: [],
    text: [
      ...rows.map(([key, { digest }]) => `${key}  ${digest}\n`),
      `written to ${shownPath(file, host.folders.working)}\n`,
    ].join(""),
    json: { file, bases: Object.fromEntries(rows) },
  };
}

const NO_NAMES = usage(
  "usage/arguments",
  `\`base lock\` takes the names of bases, and \`${BASE_LOCK_NAME}\` has none yet`,
  "name those that you build on: `tarwright base lock debian-12 heroku-24`",
);
