// What was laid into the system tree for packages: links, folders for them, and settings.

import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { type JsonNode, readJson, shape } from "../package/package.ts";
import { ok, type Result, wrong } from "../report.ts";
import type { Site } from "./site.ts";
import { trouble } from "./trouble.ts";

/** Paths are absolute, as seen from the site. */
export type Laid = {
  /** Link → what it leads to. */
  readonly links: ReadonlyMap<string, string>;
  /** Those that were made for links and settings. */
  readonly folders: readonly string[];
  /** File → SHA-256 of the default that it was made of, or that the user has turned down. */
  readonly settings: ReadonlyMap<string, string>;
};

export function laidFile({ state }: Site): HostPath {
  return joinPath(state, "laid.json");
}

/** Nothing, when nothing was ever linked there. */
export async function readLaid(site: Site, host: Host): Promise<Result<Laid>> {
  const file = laidFile(site);
  const text = await host.readText(file);
  if (text === undefined) return ok({ links: new Map(), folders: [], settings: new Map() });
  const reading = readJson(text, laidOf);
  if (reading.kind === "read") return ok(reading.value);
  return wrong(
    trouble(
      "install/database",
      `\`${file}\` can't be read: ${reading.why}`,
      "restore it from a copy; without it nobody knows which links were made",
    ),
  );
}

/** `undefined` when there is nothing to remember. */
export function formatLaid({ links, folders, settings }: Laid): string | undefined {
  if (links.size + folders.length + settings.size === 0) return undefined;
  const byPath = (a: { readonly path: string }, b: { readonly path: string }) => (a.path < b.path ? -1 : 1);
  const lists = {
    links: [...links].map(([path, target]) => ({ path, target })).sort(byPath),
    folders: [...folders].sort(),
    settings: [...settings].map(([path, sha256]) => ({ path, sha256 })).sort(byPath),
  };
  return `${JSON.stringify({ version: 1, ...lists }, undefined, 1)}\n`;
}

function laidOf(node: JsonNode): Laid {
  const rows = <T>(name: string, value: (row: JsonNode) => T) =>
    new Map(
      shape
        .list(shape.field(node, name))
        .map((row) => [pathOf(shape.field(row, "path")), value(row)] as const),
    );
  return {
    links: rows("links", (row) => shape.text(shape.field(row, "target"))),
    folders: shape.list(shape.field(node, "folders")).map(pathOf),
    settings: rows("settings", (row) => shape.digest(shape.field(row, "sha256"))),
  };
}

function pathOf(node: JsonNode): string {
  return shape.matching(node, /^(?:\/(?!\.{1,2}(?:\/|$))[^/]+)+$/s, "an absolute path without `.` and `..`");
}
