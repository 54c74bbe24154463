// What can be wrong with single files of a package: how they were linked, what starts them, where they lead.

import path from "node:path/posix";
import type { Arch } from "../port/port.ts";
import type { Checked, Finding } from "./audit.ts";
import { filesOf } from "./audit-links.ts";
import type { Elf } from "./elf.ts";
import { isLibraryName } from "./libraries.ts";
import { type LinkedFile, type Offer, pathBelow } from "./linkage.ts";
import { forOnce, nameList, shownName } from "./shown.ts";

export function fileFindings(checked: Checked, elves: readonly LinkedFile[]): readonly Finding[] {
  return [
    ...wrongArchitecture(checked, elves),
    ...malformed(checked),
    ...hardening(elves),
    ...unreachableSonames(checked, elves),
    ...lostInterpreters(checked),
    ...danglingLinks(checked),
    ...worldWritable(checked),
    ...buildPaths(checked),
  ];
}

/** `e_machine`, class and byte order of what the kernel of an architecture starts. */
const MACHINES: Readonly<Record<Arch, Pick<Elf, "machine" | "elfClass" | "byteOrder">>> = {
  x86_64: { machine: 62, elfClass: 64, byteOrder: "little" },
  aarch64: { machine: 183, elfClass: 64, byteOrder: "little" },
};

function isLoaded(type: Elf["type"]): boolean {
  return type === "executable" || type === "shared";
}

/** Objects are parts to link, maybe for other machines; only what can be loaded must fit. */
function wrongArchitecture({ subject }: Checked, elves: readonly LinkedFile[]): readonly Finding[] {
  const wanted = MACHINES[subject.arch];
  const strange = elves.filter(
    ({ elf }) =>
      isLoaded(elf.type) &&
      (elf.machine !== wanted.machine ||
        elf.elfClass !== wanted.elfClass ||
        elf.byteOrder !== wanted.byteOrder),
  );
  return found("architecture", filesOf(strange), {
    message: (files, { are }) => `${files} ${are} made for another architecture than ${subject.arch}`,
    help: "build it with the buildbox's own compiler, or leave out what is not for this architecture",
  });
}

function malformed({ contents }: Checked): readonly Finding[] {
  return [...contents].flatMap(([file, { elf }]): Finding[] =>
    elf.kind !== "malformed"
      ? []
      : [
          {
            check: "malformed",
            message: `\`${shownName(file)}\` begins as an ELF file, but can't be loaded: ${elf.why}`,
            help: "look whether the build cut it off, or leave it out",
          },
        ],
  );
}

function hardening(elves: readonly LinkedFile[]): readonly Finding[] {
  const filesWith = (matches: (elf: Elf) => boolean) => filesOf(elves.filter(({ elf }) => matches(elf)));
  return [
    ...found(
      "textrel",
      filesWith(({ textRelocations }) => textRelocations === "present"),
      {
        message: (files, { have }) =>
          `${files} ${have} text relocations: the loader must write into the code`,
        help: "compile everything that goes into it with `-fPIC`",
      },
    ),
    ...found(
      "execstack",
      filesWith(({ stack }) => stack === "executable"),
      {
        message: (files, { ask }) => `${files} ${ask} for an executable stack`,
        help: "link with `-Wl,-z,noexecstack`, or mark assembler sources with `.note.GNU-stack`",
      },
    ),
    ...found(
      "pie",
      filesWith(({ type }) => type === "executable"),
      {
        message: (files, { are }) => `${files} ${are} linked to a fixed address, not as PIE`,
        help: "compile with `-fPIE` and link with `-pie`",
      },
    ),
    ...found(
      "relro",
      filesWith(({ type, relro }) => type !== "object" && relro === "absent"),
      {
        message: (files, { leave }) => `${files} ${leave} relocated data writable (no RELRO)`,
        help: "link with `-Wl,-z,relro`",
      },
    ),
  ];
}

/**
 * Where a library lies under another name than its soname, a link of that name must stand beside it: nothing that is
 * linked with it would find it. Plug-ins are loaded by their path, so only names with a version count.
 */
function unreachableSonames({ own, others }: Checked, elves: readonly LinkedFile[]): readonly Finding[] {
  const beside = [own, ...others].filter(({ prefix }) => prefix === own.prefix);
  return elves.flatMap(({ file, elf: { soname } }): Finding[] => {
    const name = path.basename(file);
    if (!isLibraryName(name) || !/\.so\.[0-9]/.test(name)) return [];
    if (soname === undefined) {
      const message = `\`${shownName(file)}\` has no soname: programs would be linked to its file name`;
      return [{ check: "soname", message, help: "link it with `-Wl,-soname,` and its name" }];
    }
    const wanted = path.join(path.dirname(file), soname);
    if (name === soname || beside.some(({ files }) => files.has(wanted))) return [];
    return [
      {
        check: "soname",
        message: `\`${shownName(file)}\` is \`${shownName(soname)}\` to what is linked with it, and no such link lies beside it`,
        help: `make the link in \`post-fake\`: \`ln -s ${name} ${soname}\``,
      },
    ];
  });
}

/** Commands must start; of scripts elsewhere, samples and hooks say, nobody knows whether they are for this machine. */
function lostInterpreters(checked: Checked): readonly Finding[] {
  const { contents, subject } = checked;
  const isThere = finderOf(checked);
  const lost = [...contents].flatMap(([file, { interpreter }]) => {
    const program = interpreter === undefined ? undefined : lostProgram(interpreter, checked, isThere);
    return program === undefined ? [] : [{ file, program }];
  });
  return [...new Set(lost.map(({ program }) => program))].flatMap((program) => {
    const files = filesOf(lost.filter((one) => one.program === program));
    const isCommand = (file: string) => /^s?bin\/[^/]+$/.test(file);
    const texts = {
      message: (names: string, { are }: Verbs) =>
        `${names} ${are} started by \`${shownName(program)}\`, which is neither in the base \`${subject.base}\` nor in a package that is beside it`,
      help: `declare what brings \`${shownName(program)}\`: ${subject.words.system}${forOnce(path.basename(program), subject)}`,
    };
    return [
      ...found("shebang", files.filter(isCommand), texts),
      ...found(
        "shebang",
        files.filter((file) => !isCommand(file)),
        texts,
      ).map((finding): Finding => ({ ...finding, level: "warning" })),
    ];
  });
}

type Finder = (absolute: string) => boolean;

/** Whether a program is there, in the base or in a package. */
function finderOf({ own, others, base }: Checked): Finder {
  const programs = new Set(base.programs);
  const real = new Map(base.programFolders.map((folder) => [folder.path, folder.real]));
  return (absolute) =>
    programs.has(`${real.get(path.dirname(absolute))}/${path.basename(absolute)}`) ||
    [own, ...others].some((offer) => leadsSomewhere(offer, absolute));
}

/** What `#!` names, if it is nowhere; of `env`, the program that it is to find. */
function lostProgram(line: string, { own, others, base }: Checked, isThere: Finder): string | undefined {
  const [program = "", ...words] = line.split(/[ \t]+/).filter(Boolean);
  if (!isThere(program)) return program;
  if (path.basename(program) !== "env") return undefined;
  // env(1): `-S` splits, other options and assignments come before the program.
  const wanted = words.find((word) => !word.startsWith("-") && !word.includes("="));
  if (wanted === undefined) return undefined;
  const folders = [
    ...[own, ...others].flatMap(({ prefix }) => [`${prefix}/bin`, `${prefix}/sbin`]),
    ...base.programFolders.map((folder) => folder.path),
  ];
  const places = wanted.includes("/") ? [wanted] : folders.map((folder) => `${folder}/${wanted}`);
  return places.some(isThere) ? undefined : wanted;
}

/** Links that leave the prefix are refused before there is an audit; these lead to nothing inside. */
function danglingLinks({ entries, own, others }: Checked): readonly Finding[] {
  const offers = [own, ...others];
  const links = new Map(
    entries.flatMap(({ status, path: where, target }) =>
      status.kind === "link" ? [[path.join(own.prefix, where), target] as const] : [],
    ),
  );
  const dangling = [...links].filter(([link]) => {
    const end = followed(link, links);
    return (
      !offers.some(({ prefix }) => prefix === end) && !offers.some((offer) => leadsSomewhere(offer, end))
    );
  });
  return dangling.map(([link, target]) => ({
    check: "dangling-link",
    message: `\`${shownName(pathBelow(own.prefix, link) ?? link)}\` is a link to \`${shownName(target)}\`, which is in no package`,
    help: "mend or remove it in `post-fake`",
  }));
}

/** Where a path ends when all links on the way are followed, as many as the kernel does (path_resolution(7)). */
function followed(start: string, links: ReadonlyMap<string, string>): string {
  let end = start;
  for (let count = 0; count <= 40; count += 1) {
    const parts = end.split("/");
    const ways = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
    const link = ways.find((way) => links.has(way));
    if (link === undefined) return end;
    end = path.resolve(path.dirname(link), links.get(link) ?? "", `.${end.slice(link.length)}`);
  }
  // A circle: nothing lies there.
  return "";
}

function leadsSomewhere({ prefix, files }: Offer, absolute: string): boolean {
  const below = pathBelow(prefix, absolute);
  return below !== undefined && files.has(below);
}

function worldWritable({ entries }: Checked): readonly Finding[] {
  const open = entries.filter(({ status }) => status.kind !== "link" && (status.mode & 0o002) !== 0);
  return found(
    "world-writable",
    open.map(({ path: where }) => where),
    {
      message: (files, { are }) => `${files} ${are} writable by everybody; in the package, only by the owner`,
      help: "take the bit away in `post-fake`: `chmod o-w FILE`",
    },
  );
}

function buildPaths({ contents }: Checked): readonly Finding[] {
  const left = [...contents].flatMap(([file, { buildPath }]) =>
    buildPath === undefined ? [] : [{ file, buildPath }],
  );
  const [first] = left;
  const example = first ? ` (\`${first.buildPath}\`)` : "";
  return found("build-path", filesOf(left), {
    message: (files) => `the path of the build is left in ${files}${example}`,
    help: "keep it out (`-ffile-prefix-map`), or replace it in `post-fake`",
  });
}

/** The few verbs that follow a list of files. */
type Verbs = Readonly<Record<"are" | "have" | "ask" | "leave", string>>;
const ONE: Verbs = { are: "is", have: "has", ask: "asks", leave: "leaves" };
const MANY: Verbs = { are: "are", have: "have", ask: "ask", leave: "leave" };

/** One finding for all files that have it; none for none. */
function found(
  check: Finding["check"],
  files: readonly string[],
  texts: { readonly message: (files: string, verbs: Verbs) => string; readonly help: string },
): readonly Finding[] {
  if (files.length === 0) return [];
  const verbs = files.length === 1 ? ONE : MANY;
  return [{ check, message: texts.message(nameList(files), verbs), help: texts.help }];
}
