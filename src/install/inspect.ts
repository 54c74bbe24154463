import { createHash } from "node:crypto";
import posix from "node:path/posix";
import { type Host, type HostPath, joinPath, type ScannedEntry, type ScannedFolder } from "../host/host.ts";
import { ok, type Result } from "../report.ts";
import type { Installed, InstalledEntry, Known } from "./database.ts";
import { readLaid } from "./laid.ts";
import { locate, type Site } from "./site.ts";
import { currentOf, programFolder } from "./system-tree.ts";

/** What of an installed package is not as it was installed; paths are below its prefix. */
export type Inspection = {
  readonly known: Known;
  readonly place: HostPath;
  readonly changes: readonly { readonly path: string; readonly what: Difference }[];
  /** Of the links to it in the system tree; paths as seen from the site. */
  readonly links: { readonly count: number; readonly changes: Inspection["changes"] };
};

export type Difference = "missing" | "another kind" | "changed" | "another mode" | "another target";

/** Every file by its digest, every link by its target, all by kind and mode. */
export async function inspectPackage(
  site: Site,
  { known, installed }: { readonly known: Known; readonly installed: readonly Installed[] },
  host: Host,
): Promise<Result<Inspection>> {
  const place = await locate(site, known.prefix, host);
  if (!place.ok) return place;
  const isCurrent = currentOf(installed).some((one) => one.prefix === known.prefix);
  const links = isCurrent ? await inspectLinks(site, known, host) : ok({ count: 0, changes: [] });
  if (!links.ok) return links;
  const changes = differences(known.entries, host.scan(place.value));
  return ok({ known, place: place.value, changes, links: links.value });
}

/** Those that were made for it, and lead to it or to the settings of its program. */
async function inspectLinks(site: Site, known: Known, host: Host): Promise<Result<Inspection["links"]>> {
  const laid = await readLaid(site, host);
  if (!laid.ok) return laid;
  const settings = `${programFolder(known)}/Settings`;
  const own = [...laid.value.links].filter(([path, target]) => {
    const end = posix.resolve(posix.dirname(path), target);
    const leadsTo = (folder: string) => end === folder || end.startsWith(`${folder}/`);
    return leadsTo(known.prefix) || leadsTo(settings);
  });
  const changes: { readonly path: string; readonly what: Difference }[] = [];
  for (const [path, target] of own) {
    const folder = await locate(site, posix.dirname(path), host);
    const link = folder.ok ? joinPath(folder.value, posix.basename(path)) : undefined;
    const status = link && (await host.status(link));
    if (!link || !status) changes.push({ path, what: "missing" });
    else if (status.kind !== "link") changes.push({ path, what: "another kind" });
    else if ((await host.readLink(link)) !== target) changes.push({ path, what: "another target" });
  }
  return ok({ count: own.length, changes });
}

/** Of a tree from the list of what should be in it. What else is there is not looked at. */
export function differences(
  entries: readonly InstalledEntry[],
  scanned: ScannedFolder | undefined,
): Inspection["changes"] {
  const found = new Map((scanned?.entries ?? []).map((entry) => [entry.path, entry]));
  const digests = new Map(
    entries.flatMap((one) => (one.kind === "file" ? [[one.path, one.sha256] as const] : [])),
  );
  return entries.flatMap((entry) => {
    if (entry.path === "") return scanned ? [] : [{ path: "", what: "missing" as const }];
    const there = found.get(entry.path);
    const what = there && scanned ? difference(entry, there, { digests, scanned }) : "missing";
    return what ? [{ path: entry.path, what }] : [];
  });
}

type Seen = { readonly digests: ReadonlyMap<string, string>; readonly scanned: ScannedFolder };

function difference(
  entry: InstalledEntry,
  there: ScannedEntry,
  { digests, scanned }: Seen,
): Difference | undefined {
  const kind = entry.kind === "hard-link" ? "file" : entry.kind;
  if (there.status.kind !== kind) return "another kind";
  if (entry.kind === "link") return there.target === entry.target ? undefined : "another target";
  const digest =
    entry.kind === "folder" ? undefined : digests.get(entry.kind === "file" ? entry.path : entry.target);
  if (digest !== undefined && digestOf(entry.path, scanned) !== digest) return "changed";
  return there.status.mode === entry.mode ? undefined : "another mode";
}

function digestOf(path: string, scanned: ScannedFolder): string {
  const hash = createHash("sha256");
  for (const chunk of scanned.read(path)) hash.update(chunk);
  return hash.digest("hex");
}
