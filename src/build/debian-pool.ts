// Where the source files of Debian and its kin lie, as this machine's apt is configured: sources.list(5).

import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";

/** An archive with a pool: `uri` ends with a slash. */
export type Archive = { readonly uri: string; readonly components: readonly string[] };

type Source = {
  readonly uris: readonly string[];
  readonly components: readonly string[];
  readonly signedBy: string;
};

/** The archives of `sources.list`, `sources.list.d/*.list` and `*.sources` below `aptFolder`, each once, in apt's order. */
export async function archivesOf(host: Host, aptFolder: HostPath): Promise<readonly Archive[]> {
  const below = joinPath(aptFolder, "sources.list.d");
  const names = (await host.list(below)) ?? [];
  const lines = [joinPath(aptFolder, "sources.list"), ...endingIn(".list", below, names)];
  const stanzas = endingIn(".sources", below, names);
  const sources = [
    ...(await Promise.all(lines.map(async (file) => parseLines((await host.readText(file)) ?? "")))),
    ...(await Promise.all(stanzas.map(async (file) => parseStanzas((await host.readText(file)) ?? "")))),
  ].flat();
  const found = new Map<string, Set<string>>();
  for (const { uris, components, signedBy } of sources) {
    for (const uri of await mirrorsBehind(host, uris)) {
      if (!isDistribution(uri, signedBy)) continue;
      const all = found.get(uri) ?? new Set();
      for (const component of components) all.add(component);
      found.set(uri, all);
    }
  }
  const archives = [...found].map(([uri, components]): Archive => ({ uri, components: [...components] }));
  return archives.filter(({ components }) => components.includes("main"));
}

function endingIn(suffix: string, folder: HostPath, names: readonly string[]): readonly HostPath[] {
  return names.filter((name) => name.endsWith(suffix)).map((name) => joinPath(folder, name));
}

/**
 * Third-party archives have no upstream sources: only those are asked that end in the name of a distribution or are
 * signed with its key ring.
 */
function isDistribution(uri: string, signedBy: string): boolean {
  const last = new URL(uri).pathname.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return /^(debian|ubuntu)(-[a-z-]+)?$/.test(last) || /(debian|ubuntu)-archive-keyring/.test(signedBy);
}

/** `deb [arch=amd64 signed-by=/k.gpg] http://mirror/debian bookworm main contrib`. */
function parseLines(text: string): readonly Source[] {
  return text.split("\n").flatMap((line): Source[] => {
    const match = /^\s*deb(?:-src)?\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
    if (!match) return [];
    const [, options = "", uri = "", , components = ""] = match;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1] ?? "";
    return [{ uris: [uri], components: wordsOf(components), signedBy }];
  });
}

/** deb822: stanzas of `Key: value`, where an indented line goes on with the value. */
function parseStanzas(text: string): readonly Source[] {
  const kept = text.split("\n").filter((line) => !line.startsWith("#"));
  return kept
    .join("\n")
    .split(/\n\s*\n/)
    .flatMap((stanza): Source[] => {
      const fields = new Map<string, string>();
      for (const [, key = "", value = ""] of stanza.matchAll(/^([^\s:]+):((?:.*)(?:\n[ \t]+.*)*)/gm)) {
        fields.set(key.toLowerCase(), value.trim());
      }
      const field = (key: string) => fields.get(key) ?? "";
      if (!/\bdeb(-src)?\b/.test(field("types")) || /^(no|false|off|0)$/i.test(field("enabled"))) return [];
      return [
        {
          uris: wordsOf(field("uris")),
          components: wordsOf(field("components")),
          signedBy: field("signed-by"),
        },
      ];
    });
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** `mirror+file:` names a list of mirrors, best first (apt-transport-mirror(1)); what is not HTTP is left out. */
async function mirrorsBehind(host: Host, uris: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(
    uris.map(async (uri) => {
      const list = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(uri)?.[1];
      if (list === undefined) return [uri];
      const text = (await host.readText(hostPath(list))) ?? "";
      return text.split("\n").map((line) => line.replace(/#.*/, "").trim().split(/\s/)[0] ?? "");
    }),
  );
  return lists
    .flat()
    .filter((uri) => /^https?:\/\/./.test(uri) && URL.canParse(uri))
    .map((uri) => `${uri.replace(/\/+$/, "")}/`);
}

/** Where `foo_1.2.orig.tar.gz` may lie; none when that is no name of a source file (Debian policy 5.6.1, `Source`). */
export function poolUrls(archives: readonly Archive[], file: string): readonly URL[] {
  const source = /^([a-z0-9][a-z0-9+.-]+)_[A-Za-z0-9.+~_-]+$/.exec(file)?.[1];
  if (source === undefined) return [];
  const initial = source.startsWith("lib") ? source.slice(0, 4) : source.slice(0, 1);
  return archives.flatMap(({ uri, components }) => {
    // The security archive has its pool one folder lower.
    const pool = /\/debian-security\/$/.test(uri) ? "pool/updates" : "pool";
    return components.map((component) => new URL(`${pool}/${component}/${initial}/${source}/${file}`, uri));
  });
}
