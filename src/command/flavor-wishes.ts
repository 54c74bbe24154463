import type { Candidate, FlavorWish } from "../plan/plan.ts";
import type { Arch } from "../port/port.ts";
import { type Diagnostic, nearest, ok, quoted, type Result, wrong } from "../report.ts";
import { usage } from "./verb.ts";

type Wishing = {
  readonly candidates: readonly Candidate[];
  readonly pseudo: readonly string[];
  /** Any that is planned for. */
  readonly arch: Arch;
};

export type WishOf = (candidate: Candidate) => FlavorWish;

/**
 * `all`, `default`, `no_x11;no_x11 static` (of each port what it has), or `editors/vim=default;no_x11` for one port.
 * The last line that speaks of a port counts.
 */
export function parseWishes(lines: readonly string[], { candidates, pseudo, arch }: Wishing): Result<WishOf> {
  const troubles: Diagnostic[] = [...unknownFlavors(pseudo, { candidates, arch })];
  let general: FlavorWish = { kind: "listed", choices: ["default"] };
  const own = new Map<Candidate, FlavorWish>();
  for (const line of lines) {
    const [, path, text = line] = /^([^=;\s]+)=(.*)$/s.exec(line) ?? [];
    const wish = wishOf(text, pseudo);
    if (!wish) troubles.push(mixed(line));
    else if (path === undefined) {
      general = wish.kind === "all" ? wish : { ...wish, kind: "where known" };
      const asked =
        wish.kind === "all" ? [] : wish.choices.flatMap((choice) => (choice === "default" ? [] : choice));
      troubles.push(...unknownFlavors(asked, { candidates, arch }));
    } else {
      const meant = candidates.filter(({ pkgpath }) => pkgpath === path || pkgpath.endsWith(`/${path}`));
      if (meant.length === 0) troubles.push(unknownPort(path, candidates));
      for (const candidate of meant) own.set(candidate, wish);
    }
  }
  if (pseudo.length > 0 && ![general, ...own.values()].some(({ kind }) => kind === "all"))
    troubles.push(IDLE_PSEUDO);
  if (troubles.length > 0) return { ok: false, error: troubles };
  return ok((candidate) => own.get(candidate) ?? general);
}

function wishOf(
  text: string,
  pseudo: readonly string[],
): Extract<FlavorWish, { kind: "all" | "listed" }> | undefined {
  const choices = text.split(";").map((choice) => choice.trim());
  if (choices.includes("all")) return choices.length === 1 ? { kind: "all", pseudo } : undefined;
  return {
    kind: "listed",
    choices: choices.map((choice) => (choice === "default" ? choice : choice.split(/\s+/).filter(Boolean))),
  };
}

/** A flavor that no port has at all is a mistake, not an axis that some don't vary on. */
function unknownFlavors(
  asked: readonly string[],
  { candidates, arch }: Omit<Wishing, "pseudo">,
): readonly Diagnostic[] {
  if (asked.length === 0) return [];
  const ports = candidates.flatMap((candidate) => {
    const port = candidate.read("default", arch);
    return port.ok ? [port.value] : [];
  });
  const known = [
    ...new Set(ports.flatMap(({ flavors }) => [...flavors.available, ...flavors.pseudo])),
  ].sort();
  // Ports that can't be read have flavors that nobody knows.
  if (ports.length < candidates.length) return [];
  return [...new Set(asked)]
    .filter((flavor) => !known.includes(flavor))
    .map((flavor) => {
      const meant = nearest(flavor, known);
      const help = meant
        ? `did you mean \`${meant}\`?`
        : `the ports have ${known.join(", ") || "none at all"}`;
      return usage("usage/flavors", `${quoted(flavor)} is a flavor of no port`, help);
    });
}

const IDLE_PSEUDO = usage(
  "usage/flavors",
  "`--pseudo` is given, but `all` is not: it names pseudo-flavors that count among all flavors",
  "add `--flavors all`, or list the choices that you want",
);

function unknownPort(path: string, candidates: readonly Candidate[]): Diagnostic {
  const meant = nearest(
    path,
    candidates.map(({ pkgpath }) => pkgpath),
  );
  const message = `\`--flavors\` speaks of ${quoted(path)}, which is not among the ports`;
  return usage("usage/flavors", message, meant ? `did you mean \`${meant}\`?` : "name one of the ports");
}

function mixed(line: string): Diagnostic {
  const message = `\`--flavors\` can't be ${quoted(line)}: \`all\` leaves nothing to list`;
  return usage("usage/flavors", message, "write `all`, or the choices");
}

/** Words of options and inputs that hold several. */
export function wordsOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.split(/[\s,]+/)).filter(Boolean))];
}

/** Lines of options and inputs. */
export function linesOf(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split(/\r?\n/))
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Each word as one of few. */
export function eachOneOf<T>(
  words: readonly string[],
  read: (word: string) => Result<T>,
): Result<readonly T[]> {
  const results = words.map(read);
  const troubles = results.flatMap((one) => (one.ok ? [] : one.error));
  return troubles.length > 0 ? wrong(...troubles) : ok(results.flatMap((one) => (one.ok ? [one.value] : [])));
}
