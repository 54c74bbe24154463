// ERRORS: what bsd.port.mk and the port itself found wrong, in OpenBSD's words.

import { type Located, nearest, quoted, type Span } from "../../report.ts";
import type { Evaluation } from "./evaluation.ts";
import { placeOf, type Stage, splitWords, tell, wordsOf as wordsIn } from "./scene.ts";
import { shellWords } from "./shell-words.ts";
import { wordsOf } from "./words.ts";

/** Reports each message: those that begin with `Fatal:` as errors, the others as the warnings that they are. */
export function reportErrors(scene: Stage): void {
  const { evaluation } = scene;
  const text = evaluation.expand("ERRORS") ?? "";
  const known = splitWords(evaluation.expand("FLAVORS") ?? "");
  const lines = evaluation.ownPlacesOf("ERRORS");
  for (const { value, more } of messagesOf(text).slice(0, MESSAGES_LIMIT)) {
    const [, fatal, message = value] = /^(?:(Fatal)|Warning):\s*(.*)$/s.exec(value) ?? [];
    if (isMootHere(message, evaluation)) continue;
    const { variable, help, blame } = mendOf(message, known) ?? {
      variable: "ERRORS",
      help: ownRule(known),
    };
    tell(scene, placeOfMessage(scene, { value, message, variable, lines }), {
      code: "openbsd/port-error",
      message: [message, ...more.map((line) => line.trim())].join("\n"),
      help,
      ...(fatal ? {} : { severity: "warning" as const }),
      ...(blame ? { blame } : {}),
    });
  }
}

/** A person stops reading long before. */
const MESSAGES_LIMIT = 500;

type Message = { readonly value: string; readonly more: readonly string[] };

/**
 * Words of the list; one that begins with blanks goes on with what the one before says. Without quotes, make has a
 * message for each word: they are told as the one that was meant.
 */
function messagesOf(text: string): readonly Message[] {
  const messages: { value: string; more: string[]; isBare: boolean }[] = [];
  for (const word of wordsOf(text)) {
    const isBare = !/^["']/.test(word);
    const last = messages.at(-1);
    const said = shellWords(word).join(" ");
    if (isBare && last?.isBare) last.value += ` ${said}`;
    else if (/^\s/.test(said) && last) last.more.push(said);
    else messages.push({ value: said, more: [], isBare });
  }
  return messages;
}

/** The rule or the module that a message is about; the one of `lines` that adds it; or where `variable` is set. */
function placeOfMessage(
  scene: Stage,
  {
    value,
    message,
    variable,
    lines,
  }: {
    readonly value: string;
    readonly message: string;
    readonly variable: string;
    readonly lines: readonly Span[];
  },
): Span {
  const { evaluation } = scene;
  const [, target] = /^you're not allowed to override (\S+)$/.exec(message) ?? [];
  // Rules are read when somebody asks for them.
  const rule = target === undefined ? undefined : evaluation.targets().get(target);
  const [, module] = /^Missing support for module (\S+)\.$/.exec(message) ?? [];
  const [, forge] = /^invalid choice for DIST_TUPLE: (\S+)$/.exec(message) ?? [];
  const named = wordsIn(scene, module === undefined ? "DIST_TUPLE" : "MODULES").find(({ value: word }) =>
    module === undefined ? word === forge : word.toLowerCase() === module,
  );
  // What its variables stand for comes later in most messages.
  const start = value.slice(0, 20);
  const said = lines.find(({ source, ...at }) => source.text.slice(at.start, at.end).includes(start));
  return rule?.span ?? named?.span ?? said ?? placeOf(scene, [variable, "ERRORS"]);
}

/** A rule of the port itself is most often about which flavors go together. */
function ownRule(known: readonly string[]): string {
  return known.length > 0
    ? `it is a rule of the port's own; its flavors are ${known.map((one) => `\`${one}\``).join(", ")}`
    : "it is a rule of the port's own: see where it adds to `ERRORS`";
}

/** Nobody asked for a main package, all of them are read; and each dependency is looked at by itself. */
function isMootHere(message: string, { ownPlacesOf }: Evaluation): boolean {
  return (
    (message === "Subpackage -main does not exist." && ownPlacesOf("SUBPACKAGE").length === 0) ||
    message.startsWith("old style depends")
  );
}

type Mend = { readonly variable: string; readonly help: string; readonly blame?: "request" };

/** For the messages of bsd.port.mk itself: which variable they are about, and what to do. */
function mendOf(message: string, known: readonly string[]): Mend | undefined {
  for (const [pattern, mend] of MENDS) {
    const found = pattern.exec(message);
    if (found) return mend(found[1] ?? "", known);
  }
  return undefined;
}

const MENDS: readonly (readonly [RegExp, (name: string, known: readonly string[]) => Mend])[] = [
  [
    /^Unknown flavor: (.*)/,
    (name, known) => {
      const meant = nearest(name, known);
      const choices = known.map((one) => `\`${one}\``).join(", ");
      return {
        variable: "FLAVORS",
        blame: "request",
        help: meant ? `did you mean \`${meant}\`?` : `choose among ${choices}`,
      };
    },
  ],
  [/^Unknown flavor\(s\)/, () => ({ variable: "FLAVORS", blame: "request", help: "leave `--flavor` out" })],
  [
    /^Missing comment for (.*)\.$/,
    (name) => ({
      variable: "MULTI_PACKAGES",
      help: `set \`COMMENT${name === "main package" ? "" : name}\` to a line of at most 60 characters`,
    }),
  ],
  [
    /^Missing support for module (.*)\.$/,
    (name) => ({
      variable: "MODULES",
      help: `read the port in its ports tree (\`--ports-dir\`), which has ${quoted(name)}, or remove the module`,
    }),
  ],
  [
    /^The licensing info/,
    () => ({
      variable: "PERMIT_PACKAGE_CDROM",
      help: "set `PERMIT_PACKAGE`, to `Yes` or to the reason why not",
    }),
  ],
  [
    /^CATEGORIES is mandatory/,
    () => ({ variable: "CATEGORIES", help: "set `CATEGORIES`, with the folder's own category among them" }),
  ],
  [
    /^one category in/,
    () => ({ variable: "CATEGORIES", help: "name the category that the port's folder lies in" }),
  ],
  [
    /^SUBPACKAGES should always/,
    () => ({ variable: "MULTI_PACKAGES", help: "write a dash before each name: `-main -x11`" }),
  ],
  [/^flavor should never/, () => ({ variable: "FLAVORS", help: "begin the flavor's name with a letter" })],
  [
    /^Variable (\S+) is obsolete/,
    (name) => ({ variable: name, help: "use what replaced it, see bsd.port.mk(5)" }),
  ],
  [
    /^you're not allowed/,
    () => ({ variable: "ERRORS", help: "use the hooks of other phases: `post-extract`, `post-install`, …" }),
  ],
  [
    /^using master as GH_TAGNAME/,
    () => ({ variable: "GH_TAGNAME", help: "name a tag; for what has none, the commit: `GH_COMMIT`" }),
  ],
  [
    /^invalid choice for DIST_TUPLE/,
    () => ({
      variable: "DIST_TUPLE",
      help: "write `codeberg`, `github`, `gitlab`, `gnome`, `kde` or `srht`, or set `SITES` of that name",
    }),
  ],
  [
    /^defining MAINTAINER to empty/,
    () => ({ variable: "MAINTAINER", help: "leave it out, or write `Name <address>`" }),
  ],
  [
    /^FULLPKGNAME(\S+) defined but no FULLPKGPATH/,
    (name) => ({
      variable: `FULLPKGNAME${name}`,
      help: `set \`FULLPKGPATH${name}\` too: \`\${PKGPATH},${name}\` when no flavor changes the package`,
    }),
  ],
  [
    /^(?:Subpackage (\S*) does not exist|empty SUBPACKAGE is invalid)/,
    () => ({ variable: "SUBPACKAGE", help: "name one of `MULTI_PACKAGES`, or leave it out" }),
  ],
  [
    /^(?:INSTALL|DEINSTALL|REQ) script support is obsolete/,
    () => ({ variable: "PKGDIR", help: "remove it from `pkg/`: packing lists have `@exec` and the like" }),
  ],
  [
    /(MODPY_VERSION|MODLUA_VERSION)/,
    (name) => ({ variable: name, help: "leave it out for the usual version, or name another" }),
  ],
  [/^specifying both GH_TAGNAME/, () => ({ variable: "GH_COMMIT", help: "leave one of the two out" })],
];

/** What an `IGNORE` says, without the quotes that its words stand in. */
export function ignoreText({ value }: Located<string>): string {
  return shellWords(value).join("; ");
}
