// The artifacts of one run, as upload-artifact 7 and download-artifact 8 keep and bring them: real files.

import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { minimatch } from "minimatch";

export type Artifacts = {
  /** Names, in the order of the uploads. */
  readonly names: () => readonly string[];
  /** Where the files of one lie: a test may look, and may forge. */
  readonly folder: (name: string) => string;
  readonly upload: Action;
  readonly download: Action;
};

export type Action = (step: {
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
}) => { readonly outputs: Readonly<Record<string, string>>; readonly failure?: string };

export function openArtifacts(store: string): Artifacts {
  const uploaded: string[] = [];
  const folder = (name: string) => join(store, name);

  const upload: Action = ({ workspace, inputs }) => {
    const { name = "artifact", path = "" } = inputs;
    const from = resolve(workspace, path);
    const files = filesOf(from);
    if (files.length === 0) {
      const failure = `No files were found with the provided path: ${path}. No artifacts will be uploaded.`;
      return inputs["if-no-files-found"] === "error" ? { outputs: {}, failure } : { outputs: {} };
    }
    if (/["<>|*?\r\n:\\/]/.test(name))
      return { outputs: {}, failure: `The artifact name is not valid: ${name}` };
    if (uploaded.includes(name)) {
      return { outputs: {}, failure: `Conflict: an artifact with this name already exists: ${name}` };
    }
    const top = files.length === 1 && files[0] === from ? dirname(from) : from;
    const hash = createHash("sha256");
    for (const file of files) {
      const target = join(folder(name), relative(top, file));
      mkdirSync(dirname(target), { recursive: true });
      cpSync(file, target, { dereference: true });
      // A zip file keeps no modes.
      chmodSync(target, 0o644);
      hash.update(readFileSync(file));
    }
    uploaded.push(name);
    return { outputs: { "artifact-id": String(uploaded.length), "artifact-digest": hash.digest("hex") } };
  };

  const download: Action = ({ workspace, inputs }) => {
    const { name = "", pattern = "", path = "" } = inputs;
    const found =
      name !== ""
        ? uploaded.filter((one) => one === name)
        : uploaded.filter((one) => pattern === "" || minimatch(one, pattern));
    if (name !== "" && found.length === 0) {
      return { outputs: {}, failure: `Unable to download artifact(s): Artifact '${name}' not found` };
    }
    const place = resolve(workspace, path);
    const isFlat = name !== "" || inputs["merge-multiple"] === "true" || found.length === 1;
    for (const one of found) {
      cpSync(folder(one), isFlat ? place : join(place, one), { recursive: true });
    }
    return { outputs: { "download-path": place } };
  };

  return { names: () => uploaded, folder, upload, download };
}

/** All files at or below `place`; what is hidden stays where it is. */
function filesOf(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .filter((name) => !basename(name).startsWith("."))
    .sort()
    .flatMap((name) => filesOf(join(place, name)));
}
