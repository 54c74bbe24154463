// What bases promise, held against roots that are really made: minutes, and a mirror. `TARWRIGHT_BASE_PROOFS=1` runs it.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Answer, parseArguments, VERBS } from "../../src/command/command.ts";
import { keptCache, machine } from "../made-base.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

const isWanted = process.env["TARWRIGHT_BASE_PROOFS"] !== undefined;
const PLACE = ["--engine", "namespace", "--made"] as const;

async function run(folder: ReturnType<typeof temporaryFolder>, ...argv: readonly string[]): Promise<Answer> {
  const [name = "", ...rest] = argv;
  const verb = await VERBS[name]?.load();
  if (!verb) throw new Error(`no verb ${name}`);
  const args = parseArguments(name, verb, rest);
  if (!args.ok) return { diagnostics: args.error };
  const host = machine(keptCache);
  const here = { ...host, folders: { ...host.folders, working: folder } };
  const silent = () => undefined;
  return await verb.run(args.value, {
    host: here,
    report: silent,
    output: silent,
    form: "json",
    signal: never,
  });
}

/** A port whose program is this C file. */
function program(
  folder: ReturnType<typeof temporaryFolder>,
  more: { main: string; libraries: string; depends: string },
) {
  const build = `cc -o main "$PORTDIR/main.c" ${more.libraries}`;
  const fake = 'install -D main "$DESTDIR$PREFIX/bin/proof"';
  mkdirSync(join(folder, "proof"));
  writeFileSync(join(folder, "proof/main.c"), more.main);
  writeFileSync(
    join(folder, "proof/port.yml"),
    `name: proof\nversion: "1.0"\ncomment: a proof\nbuild: {style: script, script: {build: ${JSON.stringify(build)}, fake: ${JSON.stringify(fake)}}}\n${more.depends}`,
  );
}

describe.runIf(isWanted)("bases: proofs", () => {
  test("sync: a Debian 12 root holds exactly the packages of a list, one by one", async () => {
    const folder = temporaryFolder();
    cpSync(join(import.meta.dirname, "../base/kiosk.packages"), join(folder, "kiosk.packages"));
    writeFileSync(
      join(folder, "tarwright.yml"),
      "bases: {kiosk: {like: debian-12, packages: kiosk.packages}}\n",
    );
    const synced = await run(folder, "base", "sync", "kiosk", "--engine", "namespace");
    expect(rendered(synced.diagnostics)).toBe("");
    expect(await run(folder, "base", "export", "kiosk", "--out", "root.tar")).toMatchObject({
      diagnostics: [],
    });
    // By other eyes: dpkg's own record, out of the file that is handed out.
    const record = execFileSync("tar", ["-xOf", join(folder, "root.tar"), "./var/lib/dpkg/status"], {
      encoding: "utf8",
    });
    const stanzas = record.split("\n\n").filter((one) => /^Status: install ok installed$/m.test(one));
    const names = stanzas.map((one) => /^Package: (.*)$/m.exec(one)?.[1]);
    const wanted = readFileSync(join(folder, "kiosk.packages"), "utf8")
      .split("\n")
      .filter((line) => /^[^#]/.test(line));
    expect(names.sort()).toEqual(wanted);
    expect(record.split("\n\n").length - 1).toBe(wanted.length);

    // What the list leaves out and another needs is told by name, and nothing is changed.
    const without = wanted.filter((name) => name !== "libssl3");
    writeFileSync(join(folder, "less.packages"), without.join("\n"));
    const refused = await run(
      folder,
      "base",
      "sync",
      "kiosk",
      "--packages",
      "less.packages",
      "--engine",
      "namespace",
    );
    expect(rendered(refused.diagnostics)).toBe(
      "error[base/not-equal]: `libssl3` is not listed, and `openssl` can't do without it\n  = help: add `libssl3` to the list\n",
    );
  }, 900_000);

  test("audit: a library that the run image lacks is refused by its name", async () => {
    const folder = temporaryFolder();
    program(folder, {
      main: "#include <jansson.h>\nint main(void) { return json_object() == 0; }\n",
      libraries: "-ljansson",
      depends: "depends: {system: [{apt: {build: [libjansson-dev], run: []}}]}\n",
    });
    const { diagnostics } = await run(
      folder,
      "build",
      "proof",
      "--base",
      "debian-12",
      ...PLACE,
      "--unsigned",
    );
    expect(rendered(diagnostics)).toMatch(/error\[audit\/[a-z-]+\]: .*`libjansson\.so\.4`/);
  }, 900_000);

  test("audit: what is built on Debian 13 is not fit for Debian 12, by the symbol version that it would need", async () => {
    const folder = temporaryFolder();
    program(folder, {
      // New in glibc 2.38; Debian 12 has 2.36.
      main: "#include <string.h>\nint main(int count, char **words) { char a[8]; return strlcpy(a, words[count - 1], 8) > 7; }\n",
      libraries: "",
      depends: "",
    });
    const built = await run(folder, "build", "proof", "--base", "debian-13", ...PLACE, "--unsigned");
    expect(rendered(built.diagnostics.filter(({ severity }) => severity === "error"))).toBe("");
    const same = await run(folder, "lib-depends", "out", ...PLACE);
    expect(rendered(same.diagnostics.filter(({ severity }) => severity === "error"))).toBe("");
    const { diagnostics } = await run(folder, "lib-depends", "out", "--base", "debian-12", ...PLACE);
    expect(rendered(diagnostics)).toMatch(/error\[audit\/[a-z-]+\]: .*GLIBC_2\.38/);
  }, 900_000);
});

test.skipIf(isWanted)(
  "bases: their proofs take minutes: set TARWRIGHT_BASE_PROOFS=1 to run them",
  () => undefined,
);
