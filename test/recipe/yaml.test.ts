import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hostPath, openTree } from "../../src/host/host.ts";
import { type PortRequest, readPort } from "../../src/recipe/recipe.ts";
import { rendered } from "../support.ts";
import { golden, printable } from "./golden.ts";

const top = join(import.meta.dirname, "yaml");

function read(folder: string) {
  const request: PortRequest = { folder: "", treeName: "foo", pkgpath: "devel/foo", flavors: "default" };
  const asked = join(folder, "request.json");
  const { appended = 0, ...more } = existsSync(asked) ? JSON.parse(readFileSync(asked, "utf8")) : {};
  const tree = openTree(hostPath(folder));
  const text = (path: string) => `${tree.read(path)}${"#".repeat(appended)}`;
  return readPort(appended > 0 ? { ...tree, read: text } : tree, { ...request, ...more });
}

for (const name of readdirSync(join(top, "good"))) {
  test(`yaml: ${name}`, () => {
    const folder = join(top, "good", name);
    const reading = read(folder);
    if (!reading.ok) throw new Error(rendered(reading.error));
    const { port, variables, warnings } = reading.value;
    golden(
      join(folder, "port.json"),
      printable({ port, variables: variables(), warnings: rendered(warnings) }),
    );
  });
}

for (const name of readdirSync(join(top, "bad"))) {
  test(`yaml: refuses ${name}`, () => {
    const folder = join(top, "bad", name);
    const reading = read(folder);
    golden(join(folder, "errors.txt"), reading.ok ? "none\n" : rendered(reading.error));
    expect(reading.ok).toBe(false);
  });
}
