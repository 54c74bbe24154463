// A line of Resources/Dependencies, read as Compile does; and what its author meant where that is something else.

/** `>= 1.2`. A version that stands alone (`bare`) is what the author had. */
export type Bound = { readonly operator: Operator | "bare"; readonly version: string };

const OPERATORS = [">", "<", "<=", ">=", "=", "!="] as const;
export type Operator = (typeof OPERATORS)[number];

/** One of the programs that would do. Offsets are in the line. */
export type Alternative =
  /** Blank, a comment, or flags that are only declared. */
  | { readonly kind: "nothing"; readonly flags: readonly string[] }
  | {
      readonly kind: "program";
      /** `CPAN:XML::Parser` names a package of another world. */
      readonly program: string;
      /** All must hold. */
      readonly bounds: readonly Bound[];
      /** It counts only with one of these; `cross` and `!cross` among them. */
      readonly flags: readonly string[];
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "wrong";
      readonly problem: "operator" | "too-many-words";
      /** The operator that is none. */
      readonly found: string;
      /** As Compile shows it. */
      readonly text: string;
      readonly start: number;
      readonly end: number;
    };

/** Each alternative between `|`, which separates before comments begin. */
export function parseDependencyLine(line: string): readonly Alternative[] {
  let start = 0;
  return line.split("|").map((piece) => {
    const at = start;
    start += piece.length + 1;
    return parseAlternative(piece, at);
  });
}

function parseAlternative(piece: string, offset: number): Alternative {
  const text = piece.replace(/#.*/s, "");
  const trimmed = text.trim();
  const start = offset + text.length - text.trimStart().length;
  const end = start + trimmed.length;
  if (trimmed === "" || trimmed.startsWith("[")) return { kind: "nothing", flags: declaredFlags(trimmed) };
  const [program = "", ...words] = trimmed.replace(/([A-Za-z0-9])([>=<!])/g, "$1 $2").split(/\s+/);
  const { rest, flags } = splitFlags(words.join(" "));
  const bounds: Bound[] = [];
  for (const written of rest.split(",")) {
    const [first, second, ...more] = written.split(/\s+/).filter(Boolean);
    if (first === undefined) continue;
    const wrong = { kind: "wrong", text: piece.trim(), start, end } as const;
    if (more.length > 0) return { ...wrong, problem: "too-many-words", found: written.trim() };
    if (second === undefined) bounds.push({ operator: "bare", version: first });
    else if (isOperator(first)) bounds.push({ operator: first, version: second });
    else return { ...wrong, problem: "operator", found: first };
  }
  return { kind: "program", program, bounds, flags, start, end };
}

function isOperator(text: string): text is Operator {
  return (OPERATORS as readonly string[]).includes(text);
}

/** Flags count only at the very end. */
function splitFlags(text: string): { readonly rest: string; readonly flags: readonly string[] } {
  if (!text.endsWith("]")) return { rest: text, flags: [] };
  const [rest = "", flags = ""] = text.split("[");
  return { rest, flags: flags.slice(0, -1).split(",") };
}

function declaredFlags(text: string): readonly string[] {
  const [, inner = ""] = /^\[([^\]]*)\]/.exec(text) ?? [];
  return inner.split(/[\s,]+/).filter(Boolean);
}

/** What a line asks for, without its flags. */
export type Asked = { readonly program: string; readonly bounds: readonly Bound[] };

/**
 * What the author of a line meant that Compile refuses or takes for something else: `Qt >= 3.3 < 4` without a comma,
 * `=>`, `==`, an operator that touches its version. Undefined for lines that say what they mean, and for prose.
 */
export function meantBy(alternative: Alternative, line: string): Asked | undefined {
  if (alternative.kind === "nothing") return undefined;
  const text = line.slice(alternative.start, alternative.end).replace(/\[[^[\]]*\]$/, "");
  const [, program, rest = ""] = /^([^\s<>=!,]+)(.*)$/s.exec(text) ?? [];
  const clauses = [...rest.matchAll(CLAUSE)];
  const bounds = clauses.map(([, operator, version, bare]) =>
    bare === undefined
      ? { operator: operatorMeant(operator ?? ""), version: version ?? "" }
      : bareBound(bare),
  );
  const known = bounds.filter((bound): bound is Bound => bound.operator !== undefined);
  const bares = known.filter(({ operator }) => operator === "bare").length;
  const isProse = bares > 1 || (bares > 0 && alternative.kind === "wrong");
  const hasMore = rest.replace(CLAUSE, "").replace(/[\s,]/g, "") !== "";
  if (program === undefined || isProse || hasMore || known.length < bounds.length) return undefined;
  const meant = { program, bounds: known };
  return alternative.kind === "program" && isSame(alternative, meant) ? undefined : meant;
}

/** An operator with its version, or a version alone. */
const CLAUSE = /([<>=!]+(?:\s+=)?)\s*([^\s<>=!,]+)|([^\s<>=!,]+)/g;

function bareBound(version: string): Bound {
  return { operator: "bare", version };
}

const MEANT: Readonly<Record<string, Operator>> = { "=>": ">=", "==": "=", "=<": "<=", "<>": "!=" };

function operatorMeant(written: string): Operator | undefined {
  const operator = written.replace(/\s+/g, "");
  return isOperator(operator) ? operator : MEANT[operator];
}

function isSame(a: Asked, b: Asked): boolean {
  return a.program === b.program && JSON.stringify(a.bounds) === JSON.stringify(b.bounds);
}
