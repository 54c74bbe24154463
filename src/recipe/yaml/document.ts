// From text to one YAML document without the parts of YAML that a recipe has no use for.

import { isAlias, type Node, parseAllDocuments, visit, type YAMLError } from "yaml";
import { type Diagnostic, ok, type Result, type Source, type Span, wrong } from "../../report.ts";
import { spanOf } from "./decode.ts";

/** No recipe is longer: a port with a thousand crates has 200 KB. */
const TEXT_LIMIT = 512 * 1024;

/** yaml compiles a regular expression as long as the indentation; 100,000 columns end the process. */
const INDENT_LIMIT = 1000;
const TOO_DEEP = new RegExp(`^(?:[-?:]? ){${INDENT_LIMIT}}`, "m");

/** Wrong text can be wrong at every character: after so many the first ones are enough. */
const SYNTAX_ERRORS_SHOWN = 10;

/** The root node, or what is wrong with the text as YAML. */
export function readDocument(source: Source): Result<Node> {
  const untouchable = refuseText(source);
  if (untouchable) return wrong(untouchable);
  const documents = parseAllDocuments(source.text, {
    version: "1.2",
    schema: "core",
    // Told by the decoder, which knows both places; yaml compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const [first, second] = "empty" in documents ? [] : documents;
  if (!first?.contents) return wrong(emptyDocument(source));
  const errors = causesOf(first.errors).slice(0, SYNTAX_ERRORS_SHOWN);
  if (errors.length > 0) return { ok: false, error: errors.map((error) => syntaxError(source, error)) };
  if (second) {
    const start = second.range[0];
    return wrong(
      fault(
        { source, start, end: start + 3 },
        "yaml/documents",
        "a second document starts here, expected one",
        {
          help: "give each port a folder and a `port.yml` of its own",
        },
      ),
    );
  }
  const refused = refuseExtras(first.contents, source);
  return refused.length > 0 ? { ok: false, error: refused } : ok(first.contents);
}

/** What must not reach the parser. */
function refuseText(source: Source): Diagnostic | undefined {
  const { text } = source;
  if (text.length > TEXT_LIMIT) {
    return fault(undefined, "yaml/size", `\`${source.name}\` is longer than ${TEXT_LIMIT / 1024} KiB`, {
      help: "keep sources and patches in files of their own beside `port.yml`",
    });
  }
  if (text.startsWith("\uFEFF")) {
    return fault({ source, start: 0, end: 1 }, "yaml/encoding", "the text starts with a byte order mark", {
      help: "save it as UTF-8 without BOM",
    });
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]/.exec(text);
  if (control) {
    const span = { source, start: control.index, end: control.index + 1 };
    const code = (control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return control[0] === "\uFFFD"
      ? fault(span, "yaml/encoding", "this is not UTF-8", { help: "save the file as UTF-8" })
      : fault(span, "yaml/encoding", `the control character U+${code} stands here`, { help: "remove it" });
  }
  const indent = TOO_DEEP.exec(text);
  if (!indent) return undefined;
  const span = { source, start: indent.index, end: indent.index + 1 };
  return fault(span, "yaml/depth", `this line is indented by more than ${INDENT_LIMIT} columns`, {
    help: "indent by two blanks a level",
  });
}

function emptyDocument(source: Source): Diagnostic {
  return fault({ source, start: 0, end: 0 }, "yaml/empty", "there is nothing in this file, expected a port", {
    help: "start with `name:`, `version:`, `comment:` and `build:`",
  });
}

/** Anchors could repeat parts without bound, tags could change types: data that people review has neither. */
function refuseExtras(root: Node, source: Source): readonly Diagnostic[] {
  // What starts one stands where a value may start: most ports have no such place, and need no walk.
  if (!/(?:^|[\s[{,:])[&*!]/.test(source.text)) return [];
  const refused: Diagnostic[] = [];
  visit(root, {
    Node: (_key, node) => {
      if (isAlias(node) || node.anchor !== undefined) {
        const span = isAlias(node) ? spanOf(node, source) : anchorSpan(node, source);
        const what = isAlias(node) ? `alias \`*${node.source}\`` : `anchor \`&${node.anchor}\``;
        refused.push(
          fault(span, "yaml/alias", `${what}: aliases are not read`, { help: "write the value out" }),
        );
      } else if (node.tag !== undefined && !STANDARD_TAGS.has(node.tag)) {
        refused.push(
          fault(tagSpan(node, source), "yaml/tag", `\`${node.tag}\` is a tag, and tags are not read`, {
            help: "write the value without it",
          }),
        );
      }
    },
  });
  return refused;
}

/** Those that say what a node is anyway; `!!str 1.10` is as good as quotes. */
const STANDARD_TAGS = new Set(
  ["str", "int", "float", "bool", "null", "map", "seq"].map((tag) => `tag:yaml.org,2002:${tag}`),
);

/** An anchor stands before its node, with nothing but blanks, line ends or a tag between. */
function anchorSpan(node: Node, source: Source): Span {
  const { start } = spanOf(node, source);
  const mark = `&${node.anchor}`;
  const at = source.text.lastIndexOf(mark, start);
  return at === -1 ? spanOf(node, source) : { source, start: at, end: at + mark.length };
}

/** A tag stands before its node, with nothing but blanks, line ends or an anchor between. */
function tagSpan(node: Node, source: Source): Span {
  const { start } = spanOf(node, source);
  const [written = ""] =
    /![^\s,[\]{}]*(?=(\s+&\S+)?\s*$)/.exec(source.text.slice(Math.max(0, start - 500), start)) ?? [];
  const at = written === "" ? start : source.text.lastIndexOf(written, start - written.length);
  return { source, start: at, end: at + Math.max(1, written.length) };
}

/** Where the stack ended decides what else is wrong; of several errors at one place the first is the cause. */
function causesOf(errors: readonly YAMLError[]): readonly YAMLError[] {
  const tooDeep = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  return tooDeep ? [tooDeep] : errors.filter(({ pos }, index) => errors[index - 1]?.pos[0] !== pos[0]);
}

function syntaxError(source: Source, { code, message, pos }: YAMLError): Diagnostic {
  const [start, end] = pos;
  // Where the stack ends is no place in the recipe: it differs from run to run.
  if (code === "RESOURCE_EXHAUSTION") {
    return fault(undefined, "yaml/depth", `\`${source.name}\` nests lists or maps too deeply`, {
      help: "nest less deeply",
    });
  }
  const said = `${message.charAt(0).toLowerCase()}${message.slice(1)}`.replace(/\.$/, "");
  return fault({ source, start, end }, "yaml/syntax", `this is not YAML: ${said}`, {
    help: SYNTAX_HELP[code] ?? "mend the text here or on the line before",
  });
}

const SYNTAX_HELP: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  TAB_AS_INDENT: "indent with blanks instead of tabs",
  BAD_INDENT: "give entries of one list or map the same indentation",
  BAD_SCALAR_START: "quote the value",
  BLOCK_AS_IMPLICIT_KEY: "quote values that hold `: `",
  MISSING_CHAR: "close the quote or bracket that was opened before",
};

function fault(
  span: Span | undefined,
  code: Diagnostic["code"],
  message: string,
  { help }: { readonly help: string },
): Diagnostic {
  return { severity: "error", code, blame: "recipe", message, ...(span ? { span } : {}), help };
}
