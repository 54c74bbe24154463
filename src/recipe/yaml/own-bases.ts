// `tarwright.yml`: the bases that a project adds to those that are known by name.

import type { Located, Result, Source } from "../../report.ts";
import { type Diagnostic, ok } from "../../report.ts";
import { type Decoded, decodeIn, type Fault, record, required, table } from "./decode.ts";
import { readDocument } from "./document.ts";
import { text, truth } from "./scalars.ts";

/** A base of the project's own; whether what it names is there, who opens it finds out. */
export type OwnBase = {
  readonly name: Located<string>;
  /** A base that is known by name, which this one is in all that is not said here. */
  readonly like: Located<string>;
  /** What is built in and, unless `runImage` is another, what runs. */
  readonly image: Located<string> | undefined;
  readonly runImage: Located<string> | undefined;
  /** A list of packages, from the folder of `tarwright.yml`: the root is made here, and holds exactly these. */
  readonly packages: Located<string> | undefined;
  /** Nothing can be added to what runs there. */
  readonly isFixed: boolean;
};

const BASE = record("a base", {
  like: required(text("the name of a base, as `debian-12`"), () => ""),
  image: text("the reference of an image"),
  "run-image": text("the reference of an image"),
  packages: text("a file that lists packages"),
  fixed: truth,
});

const SETTINGS = record("`tarwright.yml`", {
  bases: table({ plural: "bases", rule: baseName, least: 1 }, BASE),
});

/** Or everything that is wrong with the file. */
export function readOwnBases(source: Source): Result<readonly OwnBase[]> {
  const document = readDocument(source);
  if (!document.ok) return document;
  const problems: Diagnostic[] = [];
  const scene = { source, report: (problem: Diagnostic) => void problems.push(problem) };
  const bases = decodeIn(SETTINGS, document.value, { scene })?.value.bases?.value ?? [];
  for (const { value } of bases) problems.push(...withoutSource(value));
  return problems.length > 0
    ? { ok: false, error: problems.map((problem) => ({ ...problem, blame: "request" })) }
    : ok(bases.map(({ key, value }) => lower(key, value)));
}

type BaseKeys = Decoded<{
  like: ReturnType<typeof required<string>>;
}> & {
  readonly [K in "image" | "run-image" | "packages"]?: Located<string>;
} & { readonly fixed?: Located<true> };

function lower(name: Located<string>, keys: BaseKeys): OwnBase {
  return {
    name,
    like: keys.like,
    image: keys.image,
    runImage: keys["run-image"],
    packages: keys.packages,
    isFixed: keys.fixed !== undefined,
  };
}

/** It becomes a part of file names, and of ids in which `@` has a meaning. */
function baseName(name: string): Fault | undefined {
  if (/^[a-z0-9][a-z0-9.-]*$/.test(name) && name !== "host") return undefined;
  return {
    message: "can't name a base",
    help: "use lower-case letters, digits, dots and dashes; `host` is taken",
  };
}

function withoutSource({ image, packages, like, "run-image": runImage }: BaseKeys): readonly Diagnostic[] {
  const fault = (message: string, help: string, { span }: Located<string>): Diagnostic => ({
    severity: "error",
    code: "yaml/value",
    blame: "recipe",
    message,
    help,
    span,
  });
  if (image && packages) {
    const message = "a base is an image, or made from packages, and this one is both";
    return [fault(message, "leave `image:` or `packages:` out", packages)];
  }
  if (runImage && !image)
    return [fault("`run-image:` needs an `image:` to build in", "add `image:`", runImage)];
  if (!image && !packages) {
    return [fault("a base needs something that it is made of", "add `image:` or `packages:`", like)];
  }
  return [];
}
