// Whether a package will work where it is meant to run, against what is really there.

import type { ScannedEntry } from "../host/host.ts";
import type { Arch, AuditCheck, Dependency, Port } from "../port/port.ts";
import type { Diagnostic, Span } from "../report.ts";
import { fileFindings } from "./audit-files.ts";
import { linkFindings } from "./audit-links.ts";
import type { Contents } from "./contents.ts";
import { compareDeclared, type Declarations } from "./declared.ts";
import type { LibrarySet } from "./libraries.ts";
import { type Link, type LinkedFile, type Offer, resolveLinks } from "./linkage.ts";
import type { Supply } from "./shown.ts";

/** What the audit of one package found. */
export type AuditReport = {
  readonly fullpkgname: string;
  readonly verdict: "clean" | "warnings" | "failed";
  readonly links: readonly Link[];
  /** Folders that only `LD_LIBRARY_PATH` can make the loader search; absolute, in order. */
  readonly libraryPath: readonly string[];
  readonly declarations: Declarations;
  /** Severity as the recipe's `audit:` sets it; checks that are off are left out. */
  readonly findings: readonly Diagnostic[];
};

/** A dependency on another port; without place where only a finished package tells of it. */
export type DeclaredPort = Pick<Dependency, "spec" | "pkgpath"> & { readonly span?: Span };

/** What is said of a package: by its recipe, or by its own manifest. */
export type Subject = {
  /** Name of the base that it is meant to run on. */
  readonly base: string;
  readonly arch: Arch;
  readonly depends: {
    readonly lib: readonly DeclaredPort[];
    readonly run: readonly DeclaredPort[];
    /** By the recipe's name, with the base's packages that it stands for at run time. */
    readonly system: readonly {
      readonly name: string;
      readonly packages: readonly string[];
      readonly span?: Span;
    }[];
  };
  readonly wantlib: readonly string[];
  readonly wantlibSpans?: readonly Span[];
  readonly levels: Port["audit"];
  /** Whose words the messages use, and whose habits set the usual levels. */
  readonly dialect: Port["dialect"];
  /** Where the package is named in its recipe. */
  readonly span?: Span;
  readonly supply?: Supply;
};

export type AuditRequest = {
  readonly subject: Subject;
  readonly entries: readonly ScannedEntry[];
  readonly contents: Contents;
  readonly own: Offer;
  /** The other packages of the job, and those of other ports. */
  readonly others: readonly Offer[];
  /** Files of the other packages of the job: what is declared for all of them may be meant for these. */
  readonly beside: readonly LinkedFile[];
  readonly base: LibrarySet;
  /** Where a build has what is its own; absolute. */
  readonly buildFolders: readonly string[];
};

export type Checked = Omit<AuditRequest, "subject"> & {
  readonly subject: Subject & { readonly words: Words };
};

export type Finding = {
  readonly check: AuditCheck;
  readonly message: string;
  readonly help: string;
  /** Where else than at the package. */
  readonly span?: Span;
  /** Milder than the check usually is. */
  readonly level?: "warning";
};

export function auditPackage(request: AuditRequest): AuditReport {
  const { subject, contents, own } = request;
  const checked: Checked = { ...request, subject: { ...subject, words: WORDS[subject.dialect] } };
  const elves = linkedFiles(contents);
  const resolved = resolveLinks(elves, request);
  const declared = compareDeclared(checked, resolved);
  const findings = [
    ...linkFindings(checked, elves, resolved),
    ...fileFindings(checked, elves),
    ...declared.findings,
  ].flatMap((finding) => diagnosticOf(finding, subject));
  const severities = new Set(findings.map(({ severity }) => severity));
  return {
    fullpkgname: own.fullpkgname,
    verdict: severities.has("error") ? "failed" : severities.has("warning") ? "warnings" : "clean",
    links: resolved.map(({ link }) => link),
    libraryPath: [...new Set(resolved.flatMap(({ libraryPath }) => libraryPath ?? []))].sort(),
    declarations: declared.declarations,
    findings,
  };
}

export function linkedFiles(contents: Contents): readonly LinkedFile[] {
  return [...contents].flatMap(([file, { elf }]) => (elf.kind === "elf" ? [{ file, elf }] : []));
}

/** How a dialect calls the places where things are declared. */
type Words = { readonly lib: string; readonly system: string; readonly wantlib: string };

const WORDS: Readonly<Record<Port["dialect"], Words>> = {
  yaml: {
    lib: "`depends: lib`",
    system: "the base's package in `depends: system`, or a port in `depends: lib`",
    wantlib: "wantlib",
  },
  gobolinux: {
    lib: "`Resources/Dependencies`",
    system: "its program in `Resources/Dependencies`",
    wantlib: "wantlib",
  },
  openbsd: {
    lib: "`LIB_DEPENDS`",
    system: "its port in `LIB_DEPENDS` or `RUN_DEPENDS`",
    wantlib: "WANTLIB",
  },
};

type Level = "error" | "warning" | "off";

/** What may be harmless is a warning until the recipe says otherwise. */
const USUAL: Readonly<Record<AuditCheck, Level>> = {
  "missing-library": "error",
  "undeclared-library": "error",
  "missing-version": "error",
  interpreter: "error",
  runpath: "error",
  architecture: "error",
  shebang: "error",
  "build-path": "warning",
  execstack: "warning",
  textrel: "warning",
  pie: "warning",
  relro: "warning",
  soname: "warning",
  malformed: "warning",
  "dangling-link": "warning",
  "world-writable": "warning",
  wantlib: "warning",
  "extra-dependency": "warning",
};

/** Lists that were written for another system's libraries hold nothing against a package here. */
const USUALLY_OFF_ELSEWHERE: ReadonlySet<AuditCheck> = new Set(["wantlib", "extra-dependency"]);

function levelOf({ check, level }: Finding, { levels, dialect }: Subject): Level {
  const usual = dialect !== "yaml" && USUALLY_OFF_ELSEWHERE.has(check) ? "off" : USUAL[check];
  return levels.get(check) ?? level ?? usual;
}

function diagnosticOf(finding: Finding, subject: Subject): readonly Diagnostic[] {
  const { check, message, help } = finding;
  const level = levelOf(finding, subject);
  if (level === "off") return [];
  const code = `audit/${check}` as const;
  const span = finding.span ?? subject.span;
  return [{ severity: level, code, blame: "recipe", message, help, ...(span ? { span } : {}) }];
}
