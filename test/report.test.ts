import { expect, test } from "vitest";
import {
  type Diagnostic,
  diagnosticJson,
  exitStatus,
  nearest,
  placeOf,
  quoted,
  quotedList,
  renderAnnotation,
  renderDiagnostic,
  type Source,
  type Span,
  sortDiagnostics,
} from "../src/report.ts";

/** The place of `part` in `text`. */
function at(text: string, part: string, name = "foo/port.yml"): Span {
  const start = text.indexOf(part);
  return { source: { name, text }, start, end: start + part.length };
}

function diagnostic(parts: Partial<Diagnostic>): Diagnostic {
  return { severity: "error", code: "yaml/value", blame: "recipe", message: "it is wrong", ...parts };
}

const ESCAPE = "\u001b";

const terminal: readonly { readonly name: string; readonly told: Diagnostic; readonly text: string }[] = [
  {
    name: "no place",
    told: diagnostic({ help: "mend it" }),
    text: "error[yaml/value]: it is wrong\n  = help: mend it\n",
  },
  {
    name: "place, excerpt, caret and help",
    told: diagnostic({ span: at('name: foo\nversoin: "1.0"\n', "versoin"), help: "did you mean `version`?" }),
    text: `foo/port.yml:2:1: error[yaml/value]: it is wrong
  |
2 | versoin: "1.0"
  | ^^^^^^^
  = help: did you mean \`version\`?
`,
  },
  {
    name: "a warning, and another place",
    told: diagnostic({
      severity: "warning",
      span: at("a: 1\nb: 2\n", "b"),
      related: [{ message: "the first one", span: at("a: 1\nb: 2\n", "a") }],
    }),
    text: `foo/port.yml:2:1: warning[yaml/value]: it is wrong
  |
2 | b: 2
  | ^
  = note: foo/port.yml:1:1: the first one
  |
1 | a: 1
  | ^
`,
  },
  {
    name: "line numbers widen the gutter",
    told: diagnostic({ span: at(`${"\n".repeat(99)}x`, "x") }),
    text: "foo/port.yml:100:1: error[yaml/value]: it is wrong\n    |\n100 | x\n    | ^\n",
  },
  {
    name: "several lines are marked on the first",
    told: diagnostic({ span: at("a: [b,\n  c]\nd\n", "[b,\n  c]") }),
    text: "foo/port.yml:1:4: error[yaml/value]: it is wrong\n  |\n1 | a: [b,\n  |    ^^^\n",
  },
  {
    name: "the end of a file without a last line end",
    told: diagnostic({ span: { source: { name: "f", text: "a: [" }, start: 4, end: 4 } }),
    text: "f:1:5: error[yaml/value]: it is wrong\n  |\n1 | a: [\n  |     ^\n",
  },
  {
    name: "behind the last line end",
    told: diagnostic({ span: { source: { name: "f", text: "a\n" }, start: 2, end: 2 } }),
    text: "f:2:1: error[yaml/value]: it is wrong\n  |\n2 | \n  | ^\n",
  },
  {
    name: "an empty file",
    told: diagnostic({ span: { source: { name: "f", text: "" }, start: 0, end: 0 } }),
    text: "f:1:1: error[yaml/value]: it is wrong\n  |\n1 | \n  | ^\n",
  },
  {
    name: "tabs count as one column",
    told: diagnostic({ span: at("\tX =\ty", "y") }),
    text: "foo/port.yml:1:6: error[yaml/value]: it is wrong\n  |\n1 |  X = y\n  |      ^\n",
  },
  {
    name: "line ends of Windows",
    told: diagnostic({ span: at("a\r\nbc\r\nd\r\n", "bc") }),
    text: "foo/port.yml:2:1: error[yaml/value]: it is wrong\n  |\n2 | bc \n  | ^^\n",
  },
  {
    name: "characters of two units are one column",
    told: diagnostic({ span: at("a🙂b🙂🙂c", "🙂🙂") }),
    text: "foo/port.yml:1:4: error[yaml/value]: it is wrong\n  |\n1 | a🙂b🙂🙂c\n  |    ^^\n",
  },
  {
    name: "escape sequences of a recipe, its name and its messages don't reach the terminal",
    told: diagnostic({
      message: `a${ESCAPE}[31mb`,
      help: `c\u009bd\u007f`,
      span: at(`x${ESCAPE}]0;pwned\u0007y`, "y", `a${ESCAPE}b`),
    }),
    text: "a b:1:12: error[yaml/value]: a [31mb\n  |\n1 | x ]0;pwned y\n  |            ^\n  = help: c d \n",
  },
  {
    name: "text can't be turned around",
    told: diagnostic({ span: at("a\u202eb\u2066c", "c") }),
    text: "foo/port.yml:1:5: error[yaml/value]: it is wrong\n  |\n1 | a b c\n  |     ^\n",
  },
  {
    name: "a message of two lines",
    told: diagnostic({ message: "first\nsecond" }),
    text: "error[yaml/value]: first\nsecond\n",
  },
];

for (const { name, told, text } of terminal) {
  test(`terminal: ${name}`, () => expect(renderDiagnostic(told, "never")).toBe(text));
}

test("terminal: a long line is cut around the place", () => {
  const text = `${"a".repeat(5000)}X${"b".repeat(5000)}`;
  const lines = renderDiagnostic(diagnostic({ span: at(text, "X") }), "never").split("\n");
  expect(lines[0]).toBe("foo/port.yml:1:5001: error[yaml/value]: it is wrong");
  expect(lines[2]).toBe(`1 | ${"a".repeat(80)}X${"b".repeat(79)}`);
  expect(lines[3]).toBe(`  | ${" ".repeat(80)}^`);
});

test("terminal: a long mark ends where the line is cut", () => {
  const lines = renderDiagnostic(diagnostic({ span: at("x".repeat(900), "x".repeat(900)) }), "never").split(
    "\n",
  );
  expect(lines[3]).toBe(`  | ${"^".repeat(160)}`);
});

test("terminal: in colour", () => {
  const told = diagnostic({ severity: "warning", span: at("a", "a"), help: "b" });
  expect(renderDiagnostic(told, "always")).toBe(
    `foo/port.yml:1:1: ${ESCAPE}[1;33mwarning[yaml/value]${ESCAPE}[0m: it is wrong\n  |\n1 | a\n  | ${ESCAPE}[1;31m^${ESCAPE}[0m\n  = ${ESCAPE}[1mhelp${ESCAPE}[0m: b\n`,
  );
});

const annotations: readonly { readonly name: string; readonly told: Diagnostic; readonly text: string }[] = [
  {
    name: "on one line",
    told: diagnostic({ span: at("a\nbc: d", "bc"), help: "mend it" }),
    text: "::error file=foo/port.yml,line=2,endLine=2,col=1,endColumn=3,title=yaml/value::it is wrong%0Ahelp: mend it\n",
  },
  {
    name: "over lines, without columns",
    told: diagnostic({ severity: "warning", span: at("a\nb", "a\nb") }),
    text: "::warning file=foo/port.yml,line=1,endLine=2,title=yaml/value::it is wrong\n",
  },
  {
    name: "without a place",
    told: diagnostic({}),
    text: "::error title=yaml/value::it is wrong\n",
  },
  {
    name: "nothing breaks out of it",
    told: diagnostic({ message: "100%\r\n::set-env name=a::b", span: at("x", "x", "a:b,c=d%\n") }),
    text: "::error file=a%3Ab%2Cc=d%25%0A,line=1,endLine=1,col=1,endColumn=2,title=yaml/value::100%25%0D%0A::set-env name=a::b\n",
  },
];

for (const { name, told, text } of annotations) {
  test(`annotation: ${name}`, () => expect(renderAnnotation(told)).toBe(text));
}

test("json: facts that are absent are absent keys", () => {
  expect(diagnosticJson(diagnostic({ related: [] }))).toEqual({
    severity: "error",
    code: "yaml/value",
    message: "it is wrong",
  });
  const text = "a: 1\nb: 2\n";
  expect(
    diagnosticJson(
      diagnostic({ span: at(text, "2"), help: "h", related: [{ message: "m", span: at(text, "a") }] }),
    ),
  ).toEqual({
    severity: "error",
    code: "yaml/value",
    message: "it is wrong",
    file: "foo/port.yml",
    line: 2,
    column: 4,
    endLine: 2,
    endColumn: 5,
    help: "h",
    related: [{ message: "m", file: "foo/port.yml", line: 1 }],
  });
});

test("sort: by source, place and code, then as they came; without a place last", () => {
  const [a, b] = [at("12345", "1", "a"), at("12345", "1", "b")];
  const sorted = sortDiagnostics([
    diagnostic({ message: "second without place" }),
    diagnostic({ message: "b", span: b }),
    diagnostic({ message: "later", span: { ...a, start: 3 } }),
    diagnostic({ message: "z", span: a }),
    diagnostic({ message: "B", span: { ...a, source: { ...a.source, name: "B" } } }),
    diagnostic({ message: "y", span: a }),
    diagnostic({ code: "yaml/alias", message: "zz", span: a }),
    diagnostic({ message: "first without place" }),
  ]);
  expect(sorted.map(({ message }) => message)).toEqual([
    "B",
    "zz",
    "z",
    "y",
    "later",
    "b",
    "second without place",
    "first without place",
  ]);
});

const exits: readonly { readonly told: readonly Partial<Diagnostic>[]; readonly status: number }[] = [
  { told: [], status: 0 },
  { told: [{ severity: "warning" }, { severity: "warning", blame: "world" }], status: 0 },
  { told: [{ blame: "recipe" }], status: 1 },
  { told: [{ blame: "request" }, { blame: "recipe" }, { blame: "world" }], status: 2 },
  { told: [{ blame: "world" }, { blame: "recipe" }], status: 1 },
  { told: [{ blame: "world" }, { severity: "warning", blame: "recipe" }], status: 3 },
];

for (const { told, status } of exits) {
  const name = told.map(({ severity = "error", blame = "recipe" }) => `${severity} of ${blame}`).join(", ");
  test(`exit status ${status}: ${name || "nothing"}`, () => {
    expect(exitStatus(told.map((one) => diagnostic(one)))).toBe(status);
  });
}

const words: readonly (readonly [word: string, known: readonly string[], meant: string | undefined])[] = [
  ["versoin", ["version", "revision"], "version"],
  ["Version", ["version"], "version"],
  ["prebuild", ["build", "pre-build"], "pre-build"],
  ["crpto", ["crypto", "debug"], "crypto"],
  ["b", ["a", "c"], undefined],
  ["zzz", ["name", "version"], undefined],
  ["name", [], undefined],
  ["ab", ["ba"], "ba"],
  ["", ["a"], undefined],
  ["aa", ["ab", "ac"], "ab"],
];

for (const [word, known, meant] of words) {
  test(`nearest: \`${word}\` among ${known.join(" ") || "nothing"}`, () => {
    expect(nearest(word, known)).toBe(meant);
  });
}

test("quoted: one line, no control characters, not too long", () => {
  expect(quoted("a b")).toBe("`a b`");
  expect(quoted("a\n\u001bb\t")).toBe("`a\\n\\u001bb\\t`");
  expect(quoted("x".repeat(80))).toBe(`\`${"x".repeat(80)}\``);
  expect(quoted("🙂".repeat(81))).toBe(`\`${"🙂".repeat(79)}…\``);
});

test("quoted list: a few are all shown, of many the first and how many more", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
  expect(quotedList([])).toBe("");
  expect(quotedList(["a", "b\n"])).toBe("`a`, `b\\n`");
  expect(quotedList(names)).toBe("`a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`");
  expect(quotedList([...names, "i", "j"])).toBe(`${quotedList(names)} and 2 more`);
});

const places: readonly (readonly [text: string, offset: number, line: number, column: number])[] = [
  ["", 0, 1, 1],
  ["abc", 2, 1, 3],
  ["a\nb", 1, 1, 2],
  ["a\nb", 2, 2, 1],
  ["a\n\nb", 3, 3, 1],
  ["🙂x", 2, 1, 2],
  ["a\n", 2, 2, 1],
  ["\n\n\n", 3, 4, 1],
];

for (const [text, offset, line, column] of places) {
  test(`place of ${offset} in ${JSON.stringify(text)}`, () => {
    const source: Source = { name: "f", text };
    expect(placeOf(source, offset)).toEqual({ line, column });
    // Again, from what is remembered.
    expect(placeOf(source, offset)).toEqual({ line, column });
  });
}
