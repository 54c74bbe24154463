// Lists of packages, as the package managers and the publishers of images write them: what a root shall hold.

import type { Arch } from "../port/port.ts";
import { type Diagnostic, ok, type Result, type Source, type Span, sortDiagnostics } from "../report.ts";
import { DEBIAN_ARCHES, type PackageManager } from "./catalogue.ts";

/** A package that shall be there; any version will do where none is named. */
export type ListedPackage = {
  readonly name: string;
  readonly version?: string;
  readonly span: Span;
};

/**
 * Whether a package that is there, or to be had, has the version that a list names. `rpm -qa` leaves epochs out: a
 * version without one means any. Of several that are there, with blanks between, one will do.
 */
export function isVersion(found: string, listed: string | undefined, manager: PackageManager): boolean {
  if (manager !== "dnf" || listed === undefined) return found === listed;
  const isWhole = listed.includes(":");
  const plain = (version: string) => version.replace(isWhole ? /^0:/ : /^[0-9]+:/, "");
  return found.split(" ").some((one) => plain(one) === plain(listed));
}

/** A line in one of the forms below: a package, or one that the list says is not there. */
type Row = { readonly name: string; readonly version?: string; readonly isThere: boolean };

type Form = (line: string) => Row | undefined;

/**
 * The packages of a list, in its order; what is wrong with any line, all at once. Read are, line by line and mixed as one
 * likes: plain names, `name=version`, `name version`, and for
 *
 * - apt: `dpkg --get-selections`, `dpkg -l`, `apt list --installed`, and Heroku's lists of its stacks, which say of what
 *   was removed `(package status: config-files)`
 * - apk: `apk info -v`, `apk list --installed`
 * - dnf: `rpm -qa`, `dnf list --installed`
 *
 * `#` begins a comment. A package for another architecture than the root's is told, since a root has one.
 */
export function readPackageList(
  source: Source,
  { manager, arch }: { readonly manager: PackageManager; readonly arch: Arch },
): Result<readonly ListedPackage[]> {
  const problems: Diagnostic[] = [];
  const packages = new Map<string, ListedPackage>();
  for (const { text, span } of linesOf(source)) {
    if (isHeading(text)) continue;
    const row = firstMatch(FORMS[manager], text);
    if (!row) {
      problems.push(unread(text, span));
      continue;
    }
    const [name, foreign] = splitArch(row.name, { manager, arch });
    if (foreign !== undefined) problems.push(otherArch(name, { foreign, arch, span }));
    if (!row.isThere || foreign !== undefined) continue;
    const other = packages.get(name);
    if (other && other.version !== row.version) problems.push(twice(name, { span, first: other.span }));
    packages.set(name, row.version === undefined ? { name, span } : { name, version: row.version, span });
  }
  if (problems.length === 0 && packages.size === 0) problems.push(empty(source));
  return problems.length > 0 ? { ok: false, error: sortDiagnostics(problems) } : ok([...packages.values()]);
}

function linesOf(source: Source): readonly { readonly text: string; readonly span: Span }[] {
  let start = 0;
  return source.text.split("\n").flatMap((line) => {
    const begin = start;
    start += line.length + 1;
    const text = line.replace(/(^|\s)#.*$/, "").trim();
    if (text === "") return [];
    const from = begin + line.indexOf(text);
    return [{ text, span: { source, start: from, end: from + text.length } }];
  });
}

/** Lines that tools put above their lists. */
function isHeading(text: string): boolean {
  return /^(Listing\.\.\.|Desired=|\| Status=|\|\/ Err\?=|\|\|\/ Name|[+=-]{3}|Installed [Pp]ackages$|gpg-pubkey-|WARNING: )/.test(
    text,
  );
}

function firstMatch(forms: readonly Form[], text: string): Row | undefined {
  for (const form of forms) {
    const row = form(text);
    if (row) return row;
  }
  return undefined;
}

const NAME = "[A-Za-z0-9][A-Za-z0-9+._-]*(?::[a-z0-9-]+)?";
const VERSION = "[A-Za-z0-9][A-Za-z0-9.+:~_^-]*";

/** A form from a pattern whose groups are a name and a version, if it has one. */
function form(pattern: string): Form {
  const expression = new RegExp(`^${pattern}$`);
  return (line) => {
    const match = expression.exec(line);
    const name = match?.[1];
    if (name === undefined) return undefined;
    const version = match?.[2];
    return { name, isThere: true, ...(version === undefined ? {} : { version }) };
  };
}

const RPM_ARCH = "x86_64|aarch64|i[3-6]86|noarch";

function ofRpm(pattern: string, groups: readonly ("name" | "version" | "arch")[]): Form {
  const expression = new RegExp(`^${pattern}$`);
  return (line) => {
    const match = expression.exec(line);
    if (!match) return undefined;
    const group = (name: (typeof groups)[number]) => match[groups.indexOf(name) + 1] ?? "";
    const arch = group("arch") === "noarch" ? "all" : group("arch");
    return { name: `${group("name")}:${arch}`, version: group("version"), isThere: true };
  };
}

const PLAIN: readonly Form[] = [
  form(`(${NAME})`),
  form(`(${NAME})\\s*={1,2}\\s*(${VERSION})`),
  form(`(${NAME})\\s+(${VERSION})`),
];

const FORMS: Readonly<Record<PackageManager, readonly Form[]>> = {
  apt: [
    // dpkg --get-selections: held is there, too.
    (line) => {
      const [, name, wish] = new RegExp(`^(${NAME})\\s+(install|hold|deinstall|purge)$`).exec(line) ?? [];
      return name === undefined ? undefined : { name, isThere: wish === "install" || wish === "hold" };
    },
    // Heroku's own word for what it lists.
    (line) => {
      const [, name, status] = new RegExp(`^(${NAME})\\s+\\(package status: ([a-z-]+)\\)$`).exec(line) ?? [];
      return name === undefined ? undefined : { name, isThere: status === "installed" };
    },
    // dpkg -l: wish, state, name, version, architecture, and what the package is.
    (line) => {
      const [, state, name, version] =
        new RegExp(`^[uirph]([ncHUFWti])[R ]?\\s+(${NAME})\\s+(${VERSION})\\s+\\S+(?:\\s.*)?$`).exec(line) ??
        [];
      if (name === undefined || version === undefined) return undefined;
      return { name, version, isThere: state === "i" };
    },
    form(`(${NAME})/\\S*\\s+(${VERSION})\\s+\\S+(?:\\s+\\[.*\\])?`),
    ...PLAIN,
  ],
  apk: [form(`(${NAME}?)-([0-9][A-Za-z0-9._]*-r[0-9]+)(?:\\s.*)?`), ...PLAIN],
  dnf: [
    // rpm -qa, and dnf list --installed: with the architecture where apt has it.
    ofRpm(`(${NAME}?)-([^-\\s]+-[^-\\s]+)\\.(${RPM_ARCH})`, ["name", "version", "arch"]),
    ofRpm(`(${NAME}?)\\.(${RPM_ARCH})\\s+(${VERSION})\\s+\\S+`, ["name", "arch", "version"]),
    ...PLAIN,
  ],
};

/** `libc6:i386` is another package than `libc6:amd64`. */
function splitArch(
  name: string,
  { manager, arch }: { readonly manager: PackageManager; readonly arch: Arch },
): readonly [name: string, foreign: string | undefined] {
  const [plain = name, tag] = name.split(":");
  if (tag === undefined || tag === "all" || manager === "apk") return [plain, undefined];
  return [plain, tag === (manager === "apt" ? DEBIAN_ARCHES[arch] : arch) ? undefined : tag];
}

type Told = { readonly span: Span };

function unread(text: string, span: Span): Diagnostic {
  return problem("base/package-line", `\`${text}\` tells of no package`, {
    span,
    help: "write a name, `name=version`, or a line as `dpkg --get-selections`, `apk info -v` or `rpm -qa` print it",
  });
}

function otherArch(
  name: string,
  { foreign, arch, span }: Told & { readonly foreign: string; readonly arch: string },
): Diagnostic {
  return problem("base/package-arch", `\`${name}\` is listed for ${foreign}, and the root is for ${arch}`, {
    span,
    help: "leave the line out: a root holds packages of one architecture",
  });
}

function twice(name: string, { span, first }: Told & { readonly first: Span }): Diagnostic {
  return {
    ...problem("base/package-twice", `\`${name}\` is listed in two versions`, {
      span,
      help: "keep one of the two",
    }),
    related: [{ message: "the first one", span: first }],
  };
}

function empty(source: Source): Diagnostic {
  return problem("base/package-line", "the list names no package", {
    span: { source, start: 0, end: 0 },
    help: "a root without packages is none; write one a line",
  });
}

function problem(
  code: `base/${string}`,
  message: string,
  { span, help }: Told & { readonly help: string },
): Diagnostic {
  return { severity: "error", code, blame: "request", message, span, help };
}
