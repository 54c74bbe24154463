import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hostPath, openTree } from "../../src/host/host.ts";
import { type PortRequest, portFolders, readPort, readVariables } from "../../src/recipe/recipe.ts";
import { rendered } from "../support.ts";
import { golden, printable } from "./golden.ts";

const top = join(import.meta.dirname, "gobolinux");

/** The first recipe of the folder, as its `request.json` asks for it. */
function open(folder: string) {
  const asked = join(folder, "request.json");
  const { appended = 0, ...more } = existsSync(asked) ? JSON.parse(readFileSync(asked, "utf8")) : {};
  const tree = openTree(hostPath(folder));
  const inner = [...portFolders(tree)][0]?.folder ?? "";
  const request: PortRequest = {
    folder: inner,
    treeName: "recipes",
    pkgpath: "x",
    flavors: "default",
    ...more,
  };
  const read = (path: string) => {
    const text = tree.read(path);
    return text === undefined ? undefined : `${text}${"#".repeat(appended)}`;
  };
  return { tree: appended > 0 ? { ...tree, read } : tree, request };
}

for (const name of readdirSync(join(top, "good"))) {
  test(`gobolinux: ${name}`, () => {
    const { tree, request } = open(join(top, "good", name));
    const reading = readPort(tree, request);
    if (!reading.ok) throw new Error(rendered(reading.error));
    const { port, warnings, obstacles = [] } = reading.value;
    const { arch: _, ...plain } = request;
    const raw = readVariables(tree, plain, []);
    const variables = raw.ok ? { ...raw.value, absent: undefined, warnings: undefined } : rendered(raw.error);
    // Every script begins with the same lines.
    const scripts = [...port.build.scripts].map(([hook, script]) => {
      const calls = script.text.slice(script.text.lastIndexOf("\nEnter\n") + 1);
      return [hook, { ...script, text: calls }] as const;
    });
    const shown = { ...port, build: { ...port.build, scripts: new Map(scripts) } };
    const said = {
      warnings: rendered(warnings).split("\n"),
      obstacles: obstacles.map(({ message }) => message),
    };
    golden(join(top, "good", name, "port.json"), printable({ port: shown, raw: variables, ...said }));
  });
}

for (const name of readdirSync(join(top, "bad"))) {
  test(`gobolinux: refuses ${name}`, () => {
    const { tree, request } = open(join(top, "bad", name));
    const reading = readPort(tree, request);
    golden(join(top, "bad", name, "errors.txt"), reading.ok ? "none\n" : rendered(reading.error));
    expect(reading.ok).toBe(false);
  });
}
