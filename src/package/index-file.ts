import { type Host, type HostPath, joinPath } from "../host/host.ts";
import {
  CIRCUMSTANCES,
  type Ingredients,
  type JobId,
  type Origin,
  type Package,
  type PackageIndex,
  type Permit,
  type ProvidedLibrary,
  type Rebuild,
  type Relations,
  type TestScript,
} from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import {
  ABSOLUTE,
  count,
  digest,
  field,
  fileName,
  type JsonNode,
  list,
  matching,
  optional,
  PREFIX,
  readJson,
  text,
  WrongShape,
  word,
} from "./shape.ts";

export const INDEX_NAME = "index.json";

/** A folder's `index.json`; undefined when it has none, diagnostics when it is not one of ours. */
export async function readIndex(folder: HostPath, host: Host): Promise<Result<PackageIndex | undefined>> {
  const file = joinPath(folder, INDEX_NAME);
  if ((await host.status(file))?.kind === "folder") return wrong(unreadable(file, "it is a folder"));
  const text = await host.readText(file);
  if (text === undefined) return ok(undefined);
  const reading = parseIndex(text);
  return reading.kind === "index" ? ok(reading.index) : wrong(unreadable(file, reading.why));
}

export type IndexReading =
  | { readonly kind: "index"; readonly index: PackageIndex }
  | { readonly kind: "unreadable"; readonly why: string };

/** The text of an `index.json`; untrusted. */
export function parseIndex(text: string): IndexReading {
  const reading = readJson(text, indexOf);
  return reading.kind === "read" ? { kind: "index", index: reading.value } : reading;
}

function unreadable(file: HostPath, why: string): Diagnostic {
  return {
    severity: "error",
    code: "package/unreadable-index",
    blame: "request",
    message: `\`${file}\` is not an index of packages: ${why}`,
    help: "remove it, or name another folder; the packages beside it must then be built again",
  };
}

/** The same index makes the same bytes. */
export function formatIndex(packages: readonly Package[]): string {
  const sorted = [...packages].sort((a, b) => (a.file < b.file ? -1 : 1));
  return `${JSON.stringify({ version: 1, packages: sorted } satisfies PackageIndex, undefined, 2)}\n`;
}

function indexOf(top: JsonNode): PackageIndex {
  if (field(top, "version").value !== 1) throw new WrongShape("its version is not 1");
  return { version: 1, packages: list(field(top, "packages")).map(packageOf) };
}

/** A row, wherever it stands. */
export function packageOf(node: JsonNode): Package {
  const at = (name: string) => field(node, name);
  const libraries = at("libraries");
  const audit = at("audit");
  const revision = optional(node, "revision", count);
  const epoch = optional(node, "epoch", count);
  const pseudoFlavors = optional(node, "pseudoFlavors", (one) => list(one).map(text));
  const relations = optional(node, "relations", relationsOf);
  const origin = optional(node, "origin", originOf);
  const rebuild = optional(node, "rebuild", rebuildOf);
  const testScript = optional(node, "testScript", testScriptOf);
  return {
    fullpkgname: fileName(at("fullpkgname")),
    name: text(at("name")),
    version: text(at("version")),
    ...(revision === undefined ? {} : { revision }),
    ...(epoch === undefined ? {} : { epoch }),
    subpackage: text(at("subpackage")),
    fullpkgpath: text(at("fullpkgpath")),
    ...(relations === undefined ? {} : { relations }),
    comment: text(at("comment")),
    flavors: list(at("flavors")).map(text),
    ...(pseudoFlavors === undefined ? {} : { pseudoFlavors }),
    base: text(at("base")),
    baseDigest: text(at("baseDigest")),
    arch: text(at("arch")),
    layout: word(at("layout"), ["vendor", "programs"]),
    prefix: matching(at("prefix"), PREFIX, ABSOLUTE),
    file: fileName(at("file")),
    sha256: digest(at("sha256")),
    sizeBytes: count(at("sizeBytes")),
    contentDigest: digest(at("contentDigest")),
    tarBytes: count(at("tarBytes")),
    installedBytes: count(at("installedBytes")),
    depends: list(at("depends")).map(dependOf),
    systemPackages: list(at("systemPackages")).map(text),
    libraries: {
      provided: list(field(libraries, "provided")).map(libraryOf),
      needed: list(field(libraries, "needed")).map(text),
      path: list(field(libraries, "path")).map((node) => matching(node, PREFIX, ABSOLUTE)),
    },
    relocatable: relocatable(at("relocatable")),
    job: matching(at("job"), /^[A-Za-z0-9._+,@-]+$/, "the id of a job") as JobId,
    fingerprint: digest(at("fingerprint")),
    ingredients: ingredientsOf(at("ingredients")),
    recipe: text(at("recipe")),
    ...(origin === undefined ? {} : { origin }),
    buildTimeMs: count(at("buildTimeMs")),
    audit: {
      verdict: word(field(audit, "verdict"), ["clean", "warnings"]),
      warnings: list(field(audit, "warnings")).map(text),
    },
    test: word(at("test"), ["passed", "none"]),
    ...(testScript === undefined ? {} : { testScript }),
    ...(rebuild === undefined ? {} : { rebuild }),
  };
}

function testScriptOf(node: JsonNode): TestScript {
  return {
    shell: word(field(node, "shell"), ["sh", "bash"]),
    text: text(field(node, "text")),
    fullpkgnames: list(field(node, "fullpkgnames")).map(fileName),
  };
}

function rebuildOf(node: JsonNode): Rebuild {
  return { varied: list(field(node, "varied")).map((one) => word(one, CIRCUMSTANCES)) };
}

function ingredientsOf(node: JsonNode): Ingredients {
  const at = (name: string) => field(node, name);
  return {
    generation: count(at("generation")),
    port: digest(at("port")),
    distfiles: digest(at("distfiles")),
    patches: digest(at("patches")),
    folder: digest(at("folder")),
    options: digest(at("options")),
    dependencies: list(at("dependencies")).map((one) => ({
      fullpkgname: fileName(field(one, "fullpkgname")),
      fingerprint: digest(field(one, "fingerprint")),
    })),
  };
}

function relationsOf(node: JsonNode): Relations {
  return {
    conflicts: list(field(node, "conflicts")).map(text),
    excludes: word(field(node, "excludes"), ["stem", "name"]),
    formerPaths: list(field(node, "formerPaths")).map(text),
  };
}

function originOf(node: JsonNode): Origin {
  const at = (name: string) => field(node, name);
  const homepage = optional(node, "homepage", text);
  const license = optional(node, "license", text);
  const run = optional(at("builder"), "run", runOf);
  return {
    ...(homepage === undefined ? {} : { homepage }),
    ...(license === undefined ? {} : { license }),
    permit: permitOf(at("permit")),
    distfiles: list(at("distfiles")).map((one) => {
      const url = optional(one, "url", text);
      const file = text(field(one, "file"));
      return { file, ...(url === undefined ? {} : { url }), sha256: digest(field(one, "sha256")) };
    }),
    patches: list(at("patches")).map((one) => ({
      path: text(field(one, "path")),
      sha256: digest(field(one, "sha256")),
    })),
    builtWith: list(at("builtWith")).map((one) => ({
      fullpkgname: fileName(field(one, "fullpkgname")),
      contentDigest: digest(field(one, "contentDigest")),
    })),
    sourceDateEpoch: count(at("sourceDateEpoch")),
    builder: { version: text(field(at("builder"), "version")), ...(run === undefined ? {} : { run }) },
  };
}

function permitOf(node: JsonNode): Permit {
  const at = (name: string) => field(node, name);
  if (word(at("kind"), ["granted", "withheld"]) === "granted") return { kind: "granted" };
  return {
    kind: "withheld",
    because: text(at("because")),
    recipe: text(at("recipe")),
    line: count(at("line")),
    column: count(at("column")),
    text: text(at("text")),
  };
}

function runOf(node: JsonNode): NonNullable<Origin["builder"]["run"]> {
  const at = (name: string) => text(field(node, name));
  return { url: at("url"), workflow: at("workflow"), source: at("source"), commit: at("commit") };
}

export function dependOf(node: JsonNode): Package["depends"][number] {
  const contentDigest = optional(node, "contentDigest", digest);
  return {
    spec: text(field(node, "spec")),
    pkgpath: text(field(node, "pkgpath")),
    ...(contentDigest === undefined ? {} : { contentDigest }),
  };
}

function relocatable(node: JsonNode): Package["relocatable"] {
  const verdict = word(field(node, "verdict"), ["yes", "no"]);
  return verdict === "yes" ? { verdict } : { verdict, because: text(field(node, "because")) };
}

function libraryOf(node: JsonNode): ProvidedLibrary {
  const soname = optional(node, "soname", text);
  const elfClass = count(field(node, "elfClass"));
  if (elfClass !== 32 && elfClass !== 64) throw new WrongShape(`\`${node.where}.elfClass\` is not 32 or 64`);
  return {
    path: text(field(node, "path")),
    ...(soname === undefined ? {} : { soname }),
    elfClass,
    machine: count(field(node, "machine")),
    versions: list(field(node, "versions")).map(text),
  };
}
