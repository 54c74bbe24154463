import { ARCHES, type Arch, type Family, isArch } from "../port/port.ts";
import { type Diagnostic, nearest, ok, type Result, wrong } from "../report.ts";
import table from "./catalogue.yml";
import { isRecord, isText, isTexts } from "./decode.ts";

export type PackageManager = "apt" | "apk" | "dnf";

/** How a root is made here, from the distribution's own archive. */
export type Recipe = {
  /** As the archive's Release file names itself; also tells the machine's own mirrors of it from others. */
  readonly origin: "Debian" | "Ubuntu";
  readonly suite: string;
  /** The package that has the archive's keys. */
  readonly keyring: string;
};

/** Where a base comes from, before anything was fetched or made. */
export type Entry =
  | { readonly kind: "host" }
  | {
      readonly kind: "known";
      readonly name: string;
      readonly family: Family;
      readonly manager: PackageManager;
      readonly arches: readonly Arch[];
      /** The C library that programs on it are linked with. */
      readonly libc: "glibc" | "musl";
      readonly build: string;
      readonly run: string;
      readonly made: Recipe | undefined;
      readonly extensible: boolean;
    }
  /** An image that the user named; `like` is the base of the catalogue that it was given the name of. */
  | {
      readonly kind: "image";
      readonly name: string;
      readonly reference: string;
      readonly like: KnownBase | undefined;
    };

export type KnownBase = Extract<Entry, { kind: "known" }>;

const CATALOGUE: ReadonlyMap<string, KnownBase> = decodeCatalogue(table);

/** The catalogue's names, in its order; `host` last. */
export function baseNames(): readonly string[] {
  return [...CATALOGUE.keys(), "host"];
}

/** The entry that a user means by `host`, a name of the catalogue, `NAME=REFERENCE`, or a reference alone. */
export function findBase(text: string): Result<Entry> {
  if (text === "host") return ok({ kind: "host" });
  const known = CATALOGUE.get(text);
  if (known) return ok(known);
  const named = /^([^=]*)=(.*)$/s.exec(text);
  const reference = named ? (named[2] ?? "") : text;
  if (!named && !/[/:@]/.test(text)) return wrong(unknownBase(text));
  if (!REFERENCE.test(reference)) return wrong(unreadableReference(text, reference));
  const name = named ? (named[1] ?? "") : nameOf(reference);
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) return wrong(unreadableName(name));
  if (name === "host") return wrong(takenName(reference));
  return ok({ kind: "image", name, reference, like: CATALOGUE.get(name) });
}

/** What jobs and packages call the base that a user means. */
export function nameOfBase(text: string): Result<string> {
  const entry = findBase(text);
  return entry.ok ? ok(entry.value.kind === "host" ? "host" : entry.value.name) : entry;
}

/** `registry.example.org:5000/team/app:1.2@sha256:…`, as the distribution specification's grammar has it. */
const REFERENCE =
  /^(?:[a-zA-Z0-9.-]+(?::[0-9]+)?\/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;

/** `ghcr.io/acme/stack:24-build` is `stack-24-build`: it becomes part of file names. */
function nameOf(reference: string): string {
  const path = reference.replace(/@.*$/, "");
  const last = path.slice(path.lastIndexOf("/") + 1);
  return last.toLowerCase().replace(/[^a-z0-9.-]+/g, "-");
}

function unknownBase(name: string): Diagnostic {
  const meant = nearest(name, baseNames());
  return request("base/unknown", `\`${name}\` is not a base that is known by name`, {
    help: meant
      ? `did you mean \`${meant}\`?`
      : `choose one of ${baseNames().join(", ")}, or name an image as \`NAME=REFERENCE\``,
  });
}

function unreadableReference(text: string, reference: string): Diagnostic {
  return request("base/reference", `\`${reference}\` is not the reference of an image`, {
    help: `write \`NAME=REFERENCE\`, as in \`mybase=registry.example.org/team/image:1.0\`; found \`${text}\``,
  });
}

function unreadableName(name: string): Diagnostic {
  return request("base/name", `\`${name}\` can't name a base`, {
    help: "use lower-case letters, digits, dots and dashes: the name becomes part of file names",
  });
}

function takenName(reference: string): Diagnostic {
  return request("base/name-taken", "`host` names this machine, and can't be an image", {
    help: `give the image another name, as in \`mybase=${reference}\``,
  });
}

function request(code: `base/${string}`, message: string, { help }: { readonly help: string }): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}

/** The table is ours: what is wrong in it is a bug of ours. */
function decodeCatalogue(value: unknown): ReadonlyMap<string, KnownBase> {
  if (!isRecord(value)) throw new Error("catalogue.yml is not a mapping");
  return new Map(Object.entries(value).map(([name, entry]) => [name, decodeEntry(name, entry)]));
}

function decodeEntry(name: string, value: unknown): KnownBase {
  if (!isRecord(value)) throw new Error(`catalogue.yml: ${name} is not a mapping`);
  const { family, manager, arches, libc, build, run, made, extensible } = value;
  if (family !== "debian" && family !== "alpine" && family !== "redhat") throw unfit(name, "family");
  if (manager !== "apt" && manager !== "apk" && manager !== "dnf") throw unfit(name, "manager");
  if (!isTexts(arches) || !arches.every(isArch)) throw unfit(name, `arches (${ARCHES.join(", ")})`);
  if (libc !== "glibc" && libc !== "musl") throw unfit(name, "libc");
  if (!isText(build) || !isText(run)) throw unfit(name, "build or run");
  if (typeof extensible !== "boolean") throw unfit(name, "extensible");
  return {
    kind: "known",
    name,
    family,
    manager,
    arches: arches.filter(isArch),
    libc,
    build,
    run,
    made: made === undefined ? undefined : decodeRecipe(name, made),
    extensible,
  };
}

function decodeRecipe(name: string, value: unknown): Recipe {
  if (!isRecord(value)) throw unfit(name, "made");
  const { origin, suite, keyring } = value;
  if (origin !== "Debian" && origin !== "Ubuntu") throw unfit(name, "made.origin");
  if (!isText(suite) || !isText(keyring)) throw unfit(name, "made");
  return { origin, suite, keyring };
}

function unfit(name: string, key: string): Error {
  return new Error(`catalogue.yml: ${name}: ${key} is wrong`);
}
