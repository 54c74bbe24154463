// OpenBSD's ports: a Makefile, evaluated with a ports tree's bsd.port.mk or our own, and lowered to the model.

import { PLACES } from "../../port/port.ts";
import { type Diagnostic, distinctDiagnostics, ok, quoted, wrong } from "../../report.ts";
import { fillPrefix } from "../prefix.ts";
import type { PortReading, PortRequest, Reading, Tree } from "../reading.ts";
import { evaluateMakefile } from "./evaluate.ts";
import type { Evaluation, MakeRequest } from "./evaluation.ts";
import { folderOf } from "./includes.ts";
import { indexLines } from "./index-lines.ts";
import { writeLists } from "./list-writer.ts";
import { lowerPort, releaseIn } from "./lower.ts";
import { obstaclesOf } from "./obstacles.ts";
import { portFiles } from "./port-files.ts";
import type { Scene } from "./scene.ts";
import { FAKED_HOOK, FAKED_TARGETS } from "./scripts.ts";
import { needsShell, refusedCommands } from "./variables.ts";
import { makeRequestFor } from "./world.ts";

/** Those that are asked for are many, and of one port. */
const NO_NAMES: readonly string[] = [];

export function readOpenbsdPort(tree: Tree, request: PortRequest): Reading<PortReading> {
  const asked = withX11(makeRequestFor(tree, request));
  // Rules are read where they are wanted: as they stand for the buildbox.
  const named = evaluateMakefile(asked, NO_NAMES);
  const unread = [...named.problems(), ...refusedCommands(named)];
  // What could be read whole is lowered all the same, so that everything is told at once.
  if (hasErrors(unread) && !isWhole(named)) {
    return { ok: false, error: distinctDiagnostics(unread), needsShell: needsShell(asked, named) };
  }
  if (!named.isDefined("MULTI_PACKAGES")) return wrong(noPort(asked));
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic) => void problems.push(problem);
  const scene = (evaluation: Evaluation): Scene => {
    const source = asked.files.read(asked.makefile) ?? { name: asked.makefile, text: "" };
    const curdir = folderOf(asked.makefile);
    const files = portFiles(tree, { request, files: asked.files, curdir });
    return { evaluation, files, curdir, start: { source, start: 0, end: 0 }, report };
  };
  const prefix = fillPrefix(request, releaseIn({ ...scene(named), report: ignore }), report);
  const inBox = (fixed: MakeRequest["environment"]) =>
    evaluateMakefile({
      ...asked,
      environment: { ...asked.environment, ...boxEnvironment(prefix) },
      fixed: { ...PERL_FOLDERS, ...fixed },
    });
  const built = inBox({});
  const own = (built.expand("PREFIX") ?? prefix).trim();
  const faked = installs(built)
    ? inBox({ PREFIX: `${PLACES.fakeRoot}${own}`, TRUEPREFIX: own, DESTDIR: PLACES.fakeRoot })
    : built;
  const port = lowerPort(scene(built), { request, prefix, faked });
  // A value that can't be had shows only when it is asked for; what was made without it is nobody's mistake.
  if (built.isStopped()) problems.length = 0;
  // A command may name where things are when the port is built here.
  const all = distinctDiagnostics([
    ...unread,
    ...problems,
    ...[built, faked].flatMap((one) => [...one.problems(), ...refusedCommands(one)]),
  ]);
  if (hasErrors(all)) return { ok: false, error: all, needsShell: needsShell(asked, built, faked) };
  return ok({
    port,
    variables: () => variablesOf(named),
    index: () => indexLines(scene(named)),
    writeLists: (writing) => writeLists({ ...scene(built), report: ignore }, { ...writing, prefix }),
    obstacles: obstaclesOf(scene(built), port),
    warnings: all,
  });
}

/** Read to its end, with a mistake here and there: no value is missing that others are made of. */
function isWhole({ isStopped, unanswered, isDefined }: Evaluation): boolean {
  return !isStopped() && unanswered().length === 0 && isDefined("MULTI_PACKAGES");
}

/** Reading it again costs as much as the first time. */
function installs({ targets, names }: Evaluation): boolean {
  const rules = targets();
  return FAKED_TARGETS.some((name) => rules.has(name)) || names().some((name) => FAKED_HOOK.test(name));
}

/** The second reading tells of it. */
function ignore(): void {
  return;
}

/** OpenBSD builds no port without X11, which here is one of the base's own packages. */
function withX11({ files, ...request }: MakeRequest): MakeRequest {
  const isThere = (path: string) =>
    [X11BASE, BOX_X11BASE].some((one) => path === one || path === `${one}/man/mandoc.db`);
  return { ...request, files: { ...files, exists: (path) => isThere(path) || files.exists(path) } };
}

const X11BASE = "/usr/X11R6";
const BOX_X11BASE = "/usr";

/** Software comes with Makefiles of its own. */
function noPort({ files, makefile }: MakeRequest): Diagnostic {
  return {
    severity: "error",
    code: "openbsd/no-port",
    blame: "request",
    message: `${quoted(files.read(makefile)?.name ?? makefile)} does not read \`bsd.port.mk\``,
    help: "end it with `.include <bsd.port.mk>`, or name another folder",
  };
}

/** Where perl looks for modules, in this program's packages; what is compiled lies beside the rest. */
const PERL_FOLDERS = { P5SITE: "lib/perl5", P5ARCH: "lib/perl5" };

/** Where things are when the port is built here. `/usr/local` is OpenBSD's word for where ports go. */
function boxEnvironment(prefix: string): MakeRequest["environment"] {
  return {
    LOCALBASE: prefix,
    X11BASE: BOX_X11BASE,
    BASESYSCONFDIR: `${prefix}/etc`,
    VARBASE: `${prefix}/var`,
    RCDIR: `${prefix}/etc/rc.d`,
    WRKDIR: PLACES.work,
    WRKINST: PLACES.fakeRoot,
    DISTDIR: PLACES.distfiles,
    // With its path: makefiles that automake writes take any other name for one beside the source.
    _INSTALL: `${PLACES.tools}/install`,
    // Programs of the dialect's own come first, and what the buildbox sets stays set.
    PORTPATH: `${PLACES.tools}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
    SETENV: "/usr/bin/env",
    INSTALL_COPY: "-c",
    INSTALL_STRIP: "-s",
    BINMODE: "755",
    NONBINMODE: "644",
    SHAREMODE: "644",
    MANMODE: "644",
    DIRMODE: "755",
    SHAREOWN: "root",
    SHAREGRP: "root",
    BINOWN: "root",
    BINGRP: "root",
    MANOWN: "root",
    MANGRP: "root",
  };
}

function variablesOf({ names, expand }: Evaluation): Readonly<Record<string, string>> {
  return Object.fromEntries(names().map((name) => [name, expand(name) ?? ""]));
}

function hasErrors(problems: readonly Diagnostic[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
