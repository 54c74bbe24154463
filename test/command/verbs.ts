// Runs verbs as the command line does.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Answer, parseArguments, VERBS } from "../../src/command/command.ts";
import { type HostPath, openHost } from "../../src/host/host.ts";
import { never, temporaryFolder } from "../support.ts";

/** `printed` is what went to standard output piece by piece. */
export type Ran = Answer & { readonly printed: string };

/** `argv` in `folder`. */
export async function runIn(folder: HostPath, ...argv: readonly string[]): Promise<Ran> {
  const [name = "", ...rest] = argv;
  const verb = await VERBS[name]?.load();
  if (!verb) throw new Error(`no verb ${name}`);
  const args = parseArguments(name, verb, rest);
  if (!args.ok) return { diagnostics: args.error, printed: "" };
  const host = openHost();
  const pieces: string[] = [];
  const answer = await verb.run(args.value, {
    host: { ...host, folders: { ...host.folders, working: folder } },
    report: () => undefined,
    output: (text) => void pieces.push(text),
    form: "json",
    signal: never,
  });
  return { ...answer, printed: pieces.join("") };
}

/** A folder with these files. */
export function folderOf(files: Readonly<Record<string, string>>): HostPath {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A small port; `more` are further lines. */
export function portText(name: string, more = ""): string {
  return `name: ${name}\nversion: "1.0"\ncomment: a port called ${name}\nbuild: {style: script}\n${more}`;
}
