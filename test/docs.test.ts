// The documents say what is: tables that can be derived are derived (UPDATE_GOLDEN=1 writes them), names must exist.

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { VERBS } from "../src/command/command.ts";

const top = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(top, path), "utf8");

type Described = { readonly description: string; readonly default?: string; readonly required?: boolean };
type Action = Readonly<Record<"inputs" | "outputs", Record<string, Described>>>;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
  );
  return lines.join("\n");
}

async function commandRows(): Promise<readonly (readonly string[])[]> {
  return await Promise.all(
    Object.values(VERBS).map(async ({ summary, load }) => [`\`${(await load()).usage}\``, summary]),
  );
}

function inputRows({ inputs }: Action): readonly (readonly string[])[] {
  return Object.entries(inputs).map(([name, one]) => {
    const otherwise = one.required ? "required" : one.default === undefined ? "" : `\`${one.default}\``;
    return [`\`${name}\``, one.description, otherwise];
  });
}

function outputRows({ outputs }: Action): readonly (readonly string[])[] {
  return Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
}

type Derived = { readonly document: string; readonly name: string; readonly text: () => Promise<string> };

/** The tables of an action stand in the document of its task. */
function tablesOf(folder: string, document: string): readonly Derived[] {
  const action = parse(read(join(folder, "action.yml"))) as Action;
  const inputs = async () => table(["input", "what it is", "default"], inputRows(action));
  const outputs = async () => table(["output", "what it is"], outputRows(action));
  return [
    { document, name: "inputs", text: inputs },
    { document, name: "outputs", text: outputs },
  ];
}

/** Of a workflow that others call. */
function callTable(file: string, name: string): Derived {
  const { on } = parse(read(`.github/workflows/${file}`)) as {
    on: { workflow_call: Pick<Action, "inputs"> };
  };
  const rows = Object.entries(on.workflow_call.inputs).map(([input, { description, default: otherwise }]) => [
    `\`${input}\``,
    description,
    otherwise === undefined || otherwise === "" ? "" : `\`${otherwise}\``,
  ]);
  return {
    document: "docs/workflows.md",
    name,
    text: async () => table(["input", "what it is", "default"], rows),
  };
}

const tables: readonly Derived[] = [
  callTable("ports.yml", "ports"),
  ...tablesOf(".", "README.md"),
  ...(existsSync(join(top, "actions")) ? readdirSync(join(top, "actions")) : []).flatMap((name) =>
    tablesOf(join("actions", name), `docs/${name}.md`),
  ),
  {
    document: "README.md",
    name: "commands",
    text: async () => table(["command", "does"], await commandRows()),
  },
];

for (const { document, name, text } of tables) {
  test(`${document}: the table of ${name} is the real one`, async () => {
    const section = new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(<!-- /${name} -->)`);
    const wanted = `${await text()}\n`;
    if (process.env["UPDATE_GOLDEN"]) {
      writeFileSync(
        join(top, document),
        read(document).replace(section, (_, a, _old, b) => `${a}${wanted}${b}`),
      );
    }
    expect(section.exec(read(document))?.[2]).toBe(wanted);
  });
}

// Not into node_modules: engines that run beside the tests keep what comes and goes there.
const documents = readdirSync(top)
  .filter((name) => !["node_modules", ".git"].includes(name))
  .flatMap((name) =>
    statSync(join(top, name)).isDirectory()
      ? readdirSync(join(top, name), { recursive: true, encoding: "utf8" }).map((path) => join(name, path))
      : [name],
  )
  .filter((path) => path.endsWith(".md"));

/** As GitHub names the anchor of a heading. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

for (const document of documents) {
  test(`${document}: what it links to is there`, () => {
    const links = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const broken = links.filter((target) => {
      if (/^https?:/.test(target)) return false;
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? document : join(dirname(document), path);
      if (!existsSync(join(top, file))) return true;
      return anchor !== undefined && !anchorsOf(read(file)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
}

test("ARCHITECTURE.md: its modules are those of src/", () => {
  const named = [...read("ARCHITECTURE.md").matchAll(/^\| \d \|(.*?)\|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name.replace(/\/$/, "")),
  );
  const there = readdirSync(join(top, "src")).filter((name) => !name.endsWith(".d.ts"));
  expect(named.sort()).toEqual(there.sort());
});

test("README: the scripts it names are in package.json", () => {
  const { scripts } = JSON.parse(read("package.json")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const named = [...read("README.md").matchAll(/npm (?:run ([\w:-]+)|(cit|test))/g)].map(
    ([, script]) => script ?? "test",
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
