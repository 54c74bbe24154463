import { type HostPath, joinPath } from "../host/host.ts";
import { ARCHES, type Arch, type Family, isArch } from "../port/port.ts";
import type { OwnBase } from "../recipe/recipe.ts";
import { type Diagnostic, nearest, ok, type Result, wrong } from "../report.ts";
import table from "./catalogue.yml";
import { isRecord, isText, isTexts } from "./decode.ts";

export type PackageManager = "apt" | "apk" | "dnf";

/** What Debian calls an architecture, in the names of its packages. */
export const DEBIAN_ARCHES: Readonly<Record<Arch, string>> = { x86_64: "amd64", aarch64: "arm64" };

/** How a root is made here, from the distribution's own archive. */
export type Recipe = {
  /** As the archive's Release file names itself; also tells the machine's own mirrors of it from others. */
  readonly origin: "Debian" | "Ubuntu";
  readonly suite: string;
  /** The package that has the archive's keys. */
  readonly keyring: string;
  /** File with the packages that the root shall hold, exactly; otherwise those that every system of the suite has. */
  readonly packages?: HostPath;
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
      /** References; a base may be one that can only be made here. */
      readonly images: { readonly build: string; readonly run: string } | undefined;
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

const KNOWN: ReadonlyMap<string, KnownBase> = decodeCatalogue(table);

/** What can be a base here: those of the table, and the project's own. */
export type Catalogue = {
  /** In the table's order, then the project's; `host` last. */
  readonly names: readonly string[];
  /** The project's own. */
  readonly own: readonly string[];
  /** The entry that a user means by `host`, one of the names, `NAME=REFERENCE`, or a reference alone. */
  readonly find: (text: string) => Result<Entry>;
};

/** The project's own go before those of the table, or tell what is wrong with them; their files are named from `folder`. */
export function openCatalogue(own: readonly OwnBase[], folder: HostPath): Result<Catalogue> {
  const entries = own.map((one) => entryOf(one, folder));
  const problems = entries.flatMap((entry) => (entry.ok ? [] : entry.error));
  if (problems.length > 0) return { ok: false, error: problems };
  const known = new Map([
    ...KNOWN,
    ...entries.flatMap((entry) => (entry.ok ? [[entry.value.name, entry.value] as const] : [])),
  ]);
  const names = [...known.keys(), "host"];
  const find = (text: string) => findBase(text, { known, names });
  return ok({ names, own: own.map(({ name }) => name.value), find });
}

function entryOf(
  { name, like, image, runImage, packages, isFixed }: OwnBase,
  folder: HostPath,
): Result<KnownBase> {
  const model = KNOWN.get(like.value);
  if (!model) return wrong({ ...unknownBase(like.value, [...KNOWN.keys()]), span: like.span });
  const references = [image, runImage].flatMap((one) => (one && !REFERENCE.test(one.value) ? [one] : []));
  if (references.length > 0) {
    return wrong(...references.map(({ value, span }) => ({ ...unreadableReference(value, value), span })));
  }
  if (packages && !model.made) return wrong({ ...onlyPublished(model), span: packages.span });
  return ok({
    ...model,
    name: name.value,
    images: image && { build: image.value, run: (runImage ?? image).value },
    made: packages &&
      model.made && {
        ...model.made,
        packages: joinPath(folder, packages.value),
      },
    extensible: model.extensible && !isFixed,
  });
}

type Names = { readonly known: ReadonlyMap<string, KnownBase>; readonly names: readonly string[] };

function findBase(text: string, { known, names }: Names): Result<Entry> {
  if (text === "host") return ok({ kind: "host" });
  const found = known.get(text);
  if (found) return ok(found);
  const named = /^([^=]*)=(.*)$/s.exec(text);
  const reference = named ? (named[2] ?? "") : text;
  if (!named && !/[/:@]/.test(text)) return wrong(unknownBase(text, names));
  if (!REFERENCE.test(reference)) return wrong(unreadableReference(text, reference));
  const name = named ? (named[1] ?? "") : nameOf(reference);
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) return wrong(unreadableName(name));
  if (name === "host") return wrong(takenName(reference));
  return ok({ kind: "image", name, reference, like: known.get(name) });
}

/** What jobs and packages call the base that a user means. */
export function nameOfBase(text: string, catalogue: Catalogue): Result<string> {
  const entry = catalogue.find(text);
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

function unknownBase(name: string, names: readonly string[]): Diagnostic {
  const meant = nearest(name, names);
  return request("base/unknown", `\`${name}\` is not a base that is known by name`, {
    help: meant
      ? `did you mean \`${meant}\`?`
      : `choose one of ${names.join(", ")}, or name an image as \`NAME=REFERENCE\``,
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

/** Only roots of Debian's kind are made from nothing; others begin as an image. */
function onlyPublished({ name, manager }: KnownBase): Diagnostic {
  return manager === "apt"
    ? request("base/not-makeable", `\`${name}\` can't be made from packages: only its publisher has them`, {
        help: "be `like:` the distribution that it stands on, as `ubuntu-24.04` for `heroku-24`",
      })
    : request("base/not-makeable", `a root like \`${name}\` begins as an image: none is made from packages`, {
        help: "name an `image:` instead, and sync it: `tarwright base sync NAME --packages FILE`",
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
    images: { build, run },
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
