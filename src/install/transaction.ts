// Changes to a site that happen as a whole or not at all. What is new is made beside, then moved into place by renames
// that a journal names before the first of them; the change is done when the database is. Whoever finds the journal of
// a run that is gone takes the renames back, or, when the database was written already, clears up behind it.

import { createHash } from "node:crypto";
import { type Host, type HostPath, hostPath, joinPath, WorldFailure } from "../host/host.ts";
import { type JsonNode, readJson, shape } from "../package/package.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { databaseFile, formatInstalled, type Installed } from "./database.ts";
import type { Site } from "./site.ts";
import { trouble, worldTrouble } from "./trouble.ts";

/** A rename to a name that is free. */
export type Move = { readonly from: HostPath; readonly to: HostPath };

export type Change = {
  /** To be made before anything is moved, with those above. */
  readonly folders: readonly HostPath[];
  readonly moves: readonly Move[];
  /** Removed at the end if nothing is left in them, in this order. */
  readonly emptied: readonly HostPath[];
  readonly installed: readonly Installed[];
};

export type Transaction = {
  /** A new folder beside `place`, on its file system; it goes when the transaction ends. */
  readonly stageBeside: (place: HostPath) => Promise<HostPath>;
  /** All of it, or nothing; at most once. */
  readonly commit: (change: Change) => Promise<void>;
};

type Journal = Omit<Change, "installed"> & {
  /** Whose it is: the mark of a process. */
  readonly owner: string;
  /** The digest of the database when the change is done; `""` before it is decided. */
  readonly after: string;
  readonly staging: readonly HostPath[];
};

const NOTHING = { after: "", staging: [], folders: [], moves: [], emptied: [] } as const;

/** Mends first what a killed run has left. Refused while another one is at work there. */
export async function inTransaction<T>(
  site: Site,
  host: Host,
  use: (transaction: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  const recovered = await recover(site, host);
  if (!recovered.ok) return recovered;
  const owner = await host.processMark();
  const made = await missingFolders(site.state, host);
  let journal: Journal = { ...NOTHING, owner };
  const file = journalFile(site);
  if ((await host.createFile(file, JSON.stringify(journal), 0o644)) === "exists") return wrong(busy(site));
  const write = async (next: Journal) => {
    journal = next;
    await host.writeFile(file, JSON.stringify(journal));
  };
  try {
    return await use({
      stageBeside: async (place) => {
        const staging = await stagingBeside(place, owner, host);
        if (!journal.staging.includes(staging))
          await write({ ...journal, staging: [...journal.staging, staging] });
        await host.makeFolder(staging);
        return staging;
      },
      commit: async ({ installed, ...change }) => {
        const text = formatInstalled(installed);
        const folders = [
          ...new Set((await Promise.all(change.folders.map((one) => missingFolders(one, host)))).flat()),
        ];
        // By length: what is above comes first.
        folders.sort((a, b) => a.length - b.length);
        await write({ ...journal, ...change, folders, after: digestOf(text) });
        for (const folder of folders) await host.makeFolder(folder);
        for (const { from, to } of change.moves) await host.rename(from, to);
        await host.writeFile(databaseFile(site), text);
      },
    });
  } finally {
    await settle(site, journal, host);
    // What was refused leaves nothing behind, not even a place to remember it.
    for (const folder of made) await removeIfEmpty(folder, host);
  }
}

/** `folder` and those above it that are not there, deepest first. */
async function missingFolders(folder: HostPath, host: Host): Promise<readonly HostPath[]> {
  const missing: HostPath[] = [];
  for (let above = folder; !(await host.status(above)); above = joinPath(above, "..")) missing.push(above);
  return missing;
}

/** What a killed run has left is taken back, or brought to its end. Refused while its process lives. */
export async function recover(site: Site, host: Host): Promise<Result<void>> {
  const file = journalFile(site);
  const text = await host.readText(file);
  if (text === undefined) return ok(undefined);
  const reading = readJson(text, journalOf);
  if (reading.kind === "unreadable") return wrong(unreadable(file, reading.why));
  if (await host.isRunning(reading.value.owner)) return wrong(busy(site));
  await settle(site, reading.value, host);
  return ok(undefined);
}

async function settle(site: Site, journal: Journal, host: Host): Promise<void> {
  const now = (await host.readText(databaseFile(site))) ?? "";
  if (digestOf(now) !== journal.after) await undo(site, journal, host);
  for (const folder of journal.staging) await host.remove(folder);
  if (digestOf(now) === journal.after)
    for (const folder of journal.emptied) await removeIfEmpty(folder, host);
  await host.remove(journalFile(site));
}

/** In reverse. A rename was done when its end is there and its beginning is not. */
async function undo(site: Site, journal: Journal, host: Host): Promise<void> {
  for (const { from, to } of [...journal.moves].reverse()) {
    if ((await host.status(to)) && !(await host.status(from))) await host.rename(to, from);
  }
  for (const folder of [...journal.folders].reverse()) await removeIfEmpty(folder, host);
  // From here on nothing is to be taken back any more, even if this run is killed, too.
  await host.writeFile(journalFile(site), JSON.stringify({ ...journal, moves: [], folders: [] }));
}

async function removeIfEmpty(folder: HostPath, host: Host): Promise<void> {
  if ((await host.status(folder))?.kind === "folder" && (await host.list(folder))?.length === 0) {
    await host.remove(folder);
  }
}

/** In the nearest folder that is there: what is made in it can be renamed to `place`. */
async function stagingBeside(place: HostPath, owner: string, host: Host): Promise<HostPath> {
  let above = joinPath(place, "..");
  while ((await host.status((await host.realPath(above)) ?? above))?.kind !== "folder") {
    if (above === "/") throw new WorldFailure({ code: "ENOENT", path: place, message: "no such folder" });
    above = joinPath(above, "..");
  }
  return joinPath(above, `.tarwright-${owner}`);
}

function journalFile({ state }: Site): HostPath {
  return joinPath(state, "transaction.json");
}

function journalOf(node: JsonNode): Journal {
  const paths = (name: string) => shape.list(shape.field(node, name)).map(pathOf);
  return {
    owner: shape.text(shape.field(node, "owner")),
    after: shape.text(shape.field(node, "after")),
    staging: paths("staging"),
    folders: paths("folders"),
    emptied: paths("emptied"),
    moves: shape.list(shape.field(node, "moves")).map((move) => ({
      from: pathOf(shape.field(move, "from")),
      to: pathOf(shape.field(move, "to")),
    })),
  };
}

function pathOf(node: JsonNode): HostPath {
  return hostPath(shape.absolutePath(node));
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function busy({ folder }: Site): Diagnostic {
  return worldTrouble(
    "install/busy",
    `another run is changing what is installed in \`${folder}\``,
    "wait until it has ended, then try again",
  );
}

function unreadable(file: HostPath, why: string): Diagnostic {
  return trouble(
    "install/database",
    `\`${file}\`, the journal of a run that did not end, can't be read: ${why}`,
    "look at what it names, then remove it",
  );
}
