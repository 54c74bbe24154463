import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hostPath, openTree } from "../../src/host/host.ts";
import { type PortRequest, readPort } from "../../src/recipe/recipe.ts";
import { rendered } from "../support.ts";
import { golden, printable } from "./golden.ts";

const top = join(import.meta.dirname, "openbsd");

function read(folder: string) {
  const request: PortRequest = { folder: "", treeName: "foo", pkgpath: "devel/foo", flavors: "default" };
  const asked = join(folder, "request.json");
  const more = existsSync(asked) ? JSON.parse(readFileSync(asked, "utf8")) : {};
  return readPort(openTree(hostPath(folder)), { ...request, ...more });
}

for (const name of readdirSync(join(top, "good"))) {
  test(`openbsd: ${name}`, () => {
    const folder = join(top, "good", name);
    const reading = read(folder);
    if (!reading.ok) throw new Error(rendered(reading.error));
    const { port, index, warnings } = reading.value;
    golden(join(folder, "port.json"), printable({ port, index: index?.(), warnings: rendered(warnings) }));
  });
}

for (const name of readdirSync(join(top, "bad"))) {
  test(`openbsd: refuses ${name}`, () => {
    const folder = join(top, "bad", name);
    const reading = read(folder);
    golden(join(folder, "errors.txt"), reading.ok ? "none\n" : rendered(reading.error));
    expect(reading.ok).toBe(false);
  });
}
