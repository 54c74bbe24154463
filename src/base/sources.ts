// The machine's own apt sources, read so that a base is made from the mirror that its owner chose (sources.list(5)).

/** One `deb` entry; `options` by their names in sources.list's brackets, in their order. */
export type AptSource = {
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
  readonly options: readonly (readonly [name: string, value: string])[];
};

/** What apt knows of a suite that it has read: who publishes it, and its name whatever it is called in the sources. */
export type AptIndex = {
  readonly uri: string;
  readonly suite: string;
  readonly origin: string;
  readonly codename: string;
};

/** Arguments for `apt-get indextargets` whose output `readIndexes` reads. */
export const INDEX_FORMAT = "$(REPO_URI)\t$(RELEASE)\t$(ORIGIN)\t$(CODENAME)";

export function readIndexes(text: string): readonly AptIndex[] {
  return text.split("\n").flatMap((line) => {
    const [uri, suite, origin, codename] = line.split("\t");
    if (!uri || !suite || origin === undefined || codename === undefined) return [];
    return [{ uri, suite, origin, codename }];
  });
}

/** The entries of one file: `*.sources` in deb822's form, anything else in lines. */
export function readSources(file: { readonly name: string; readonly text: string }): readonly AptSource[] {
  return file.name.endsWith(".sources") ? readStanzas(file.text) : readLines(file.text);
}

/**
 * sources.list lines for another suite of the same publisher, on the same mirrors with the same options; empty when
 * none of the machine's sources is the publisher's. Backports and third parties that follow the publisher's suite
 * names are left out.
 */
export function sourcesFor(
  { origin, suite }: { readonly origin: string; readonly suite: string },
  { sources, indexes }: { readonly sources: readonly AptSource[]; readonly indexes: readonly AptIndex[] },
): readonly string[] {
  const lines = sources.flatMap((source) => {
    const index = indexes.find(
      (one) =>
        one.origin === origin && withSlash(one.uri) === withSlash(source.uri) && one.suite === source.suite,
    );
    const pocket = /^[a-z]+(|-updates|-security)$/.exec(index?.codename ?? "")?.[1];
    if (pocket === undefined) return [];
    const options = source.options.map(([name, value]) => `${name}=${value}`).join(" ");
    const bracket = options ? `[${options}] ` : "";
    return [`deb ${bracket}${source.uri} ${suite}${pocket} ${source.components.join(" ")}`];
  });
  return [...new Set(lines)];
}

function withSlash(uri: string): string {
  return uri.endsWith("/") ? uri : `${uri}/`;
}

function readLines(text: string): readonly AptSource[] {
  return text.split("\n").flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)\s+([^#]+)/.exec(line);
    if (!match) return [];
    const [, bracket = "", uri = "", suite = "", components = ""] = match;
    const options = words(bracket).flatMap((word) => {
      const at = word.indexOf("=");
      return at > 0 ? [[word.slice(0, at), word.slice(at + 1)] as const] : [];
    });
    return [
      { uri, suite, components: words(components), options: options.filter(([name]) => name !== "arch") },
    ];
  });
}

/** deb822's fields that are no options, or that an option can't say. */
const NOT_OPTIONS = new Set(["types", "uris", "suites", "components", "enabled", "architectures"]);

/** Options that have another name in brackets; the rest is the same in small letters. */
const SHORT_NAMES: Readonly<Record<string, string>> = { languages: "lang", targets: "target" };

function readStanzas(text: string): readonly AptSource[] {
  const uncommented = text.replace(/^#.*\n/gm, "");
  return uncommented.split(/\n\s*\n/).flatMap((stanza) => {
    const fields = new Map(
      [...stanza.matchAll(/^([A-Za-z][A-Za-z0-9-]*):(.*(?:\n[ \t].*)*)/gm)].map(
        ([, name = "", value = ""]) => [name.toLowerCase(), value.trim()] as const,
      ),
    );
    const listOf = (name: string) => words(fields.get(name) ?? "");
    if (!listOf("types").includes("deb") || /^no$/i.test(fields.get("enabled") ?? "yes")) return [];
    const options = [...fields]
      // A key written into the file itself has line breaks; the keyring package of the base has that key too.
      .filter(([name, value]) => !NOT_OPTIONS.has(name) && !/\s/.test(value))
      .map(([name, value]) => [SHORT_NAMES[name] ?? name, value] as const);
    return listOf("uris").flatMap((uri) =>
      listOf("suites").map((suite) => ({ uri, suite, components: listOf("components"), options })),
    );
  });
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}
