import { createHash } from "node:crypto";
import type { Host, HostPath, ScannedEntry, ScannedFolder } from "../host/host.ts";
import { ok, type Result } from "../report.ts";
import type { InstalledEntry, Known } from "./database.ts";
import { locate, type Site } from "./site.ts";

/** What of an installed package is not as it was installed; paths are below its prefix. */
export type Inspection = {
  readonly known: Known;
  readonly place: HostPath;
  readonly changes: readonly { readonly path: string; readonly what: Difference }[];
};

export type Difference = "missing" | "another kind" | "changed" | "another mode" | "another target";

/** Every file by its digest, every link by its target, all by kind and mode. */
export async function inspectPackage(site: Site, known: Known, host: Host): Promise<Result<Inspection>> {
  const place = await locate(site, known.prefix, host);
  if (!place.ok) return place;
  return ok({ known, place: place.value, changes: differences(known.entries, host.scan(place.value)) });
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
