// Builds that are done twice, over this machine, by ports that take in what they should not.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { folderOf, portText, runIn } from "./verbs.ts";

const PLACE = ["--base", "host", "--engine", "namespace", "--unsigned", "--jobs", "2"] as const;

/** A port whose fake phase runs these lines, in the folder of its prefix. */
function port(lines: string): string {
  const script = `mkdir -p "$DESTDIR$PREFIX/share"; cd "$DESTDIR$PREFIX"; ${lines}`;
  return `name: twice\nversion: "1.0"\ncomment: built twice\nbuild: {style: script, script: {fake: ${JSON.stringify(script)}}}\n`;
}

describe("build --verify-reproducible: what is found", () => {
  const cases: readonly { name: string; lines: string; told: RegExp }[] = [
    {
      name: "a time",
      lines: "date -u '+%Y-%m-%d' >share/made",
      told: /`twice\/share\/made`: content\n +line 1: `20\d\d-\d\d-\d\d` and `20\d\d-\d\d-\d\d` \(a time\)\n.*SOURCE_DATE_EPOCH/s,
    },
    {
      name: "the host name",
      lines: "uname -n >share/where",
      told: /`twice\/share\/where`: content\n +line 1: `tarwright` and `elsewhere` \(the host name\)\n/,
    },
    {
      name: "the order of a folder",
      lines:
        'mkdir "$SRCDIR/d"; touch "$SRCDIR"/d/a "$SRCDIR"/d/b "$SRCDIR"/d/c; ls -U "$SRCDIR/d" >share/names',
      told: /`twice\/share\/names`: content\n +the same lines in another order \(an order\)\n/,
    },
    {
      name: "how many commands ran at once",
      lines: "echo $JOBS >share/jobs",
      told: /`twice\/share\/jobs`: content\n +line 1: `2` and `3`\n/,
    },
    {
      name: "a section of a program, and a file that is only there at some times",
      lines:
        'printf \'int puts(const char *); int main(void) { return puts("made %s"); }\' "$(uname -n)" >"$SRCDIR/a.c"; mkdir bin; cc -o bin/a "$SRCDIR/a.c"; touch share/$(uname -n)',
      told: /`twice\/bin\/a`: content\n +section \.rodata: byte \d+.*: `made tarwright` and `made elsewhere` \(the host name\)\n.*`twice\/share\/elsewhere`: only in that of the second\n.*only in that of the first/s,
    },
  ];
  for (const { name, lines, told } of cases) {
    test(`verify: ${name}`, async () => {
      const folder = folderOf({ "port.yml": port(lines) });
      const { diagnostics } = await runIn(folder, "build", ".", ...PLACE, "--verify-reproducible");
      expect(rendered(diagnostics)).toMatch(told);
      expect(diagnostics.map(({ code }) => code)).toContain("build/not-reproducible");
      expect(exitStatus(diagnostics)).toBe(1);
    });
  }
});

test("verify: a port that takes nothing in is told to be the same, and its rows say so", async () => {
  const folder = folderOf({ "port.yml": port("echo hello >share/greeting") });
  const { diagnostics, text } = await runIn(folder, "build", ".", ...PLACE, "--verify-reproducible");
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(text).toContain("built twice, and the same bytes both times\n");
  const { packages } = JSON.parse(readFileSync(join(folder, "out/index.json"), "utf8"));
  expect(packages[0].rebuild).toEqual({
    varied: ["folder-order", "host-name", "host-path", "parallelism", "time"],
  });
});

test("rebuild: a package is held against what its port gives now, and the verdict is signed", async () => {
  const folder = folderOf({ "port.yml": port("echo hello >share/greeting") });
  await runIn(folder, "keygen", "me", "--out", "keys");
  await runIn(folder, "build", ".", ...PLACE);
  const [row] = JSON.parse(readFileSync(join(folder, "out/index.json"), "utf8")).packages;
  const again = ["rebuild", `out/${row.file}`, ".", "--engine", "namespace", "--key", "keys/me.sec"] as const;
  const same = await runIn(folder, ...again);
  expect(rendered(same.diagnostics)).toBe("");
  expect(same.json).toMatchObject({ package: row.file, verdict: "identical", differing: [] });
  const envelope = JSON.parse(readFileSync(join(folder, `out/${row.file}.rebuild.intoto.jsonl`), "utf8"));
  expect(JSON.parse(Buffer.from(envelope.payload, "base64").toString())).toMatchObject({
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: row.file, digest: { sha256: row.sha256 } }],
    predicateType: "urn:tarwright:rebuild:v1",
    predicate: { verdict: "identical", content: { sha256: row.contentDigest }, base: { name: "host" } },
  });

  // The recipe has moved on.
  writeFileSync(join(folder, "port.yml"), port("echo hallo >share/greeting"));
  const other = await runIn(folder, ...again);
  expect(other.json).toMatchObject({ verdict: "different" });
  expect(rendered(other.diagnostics)).toMatch(
    /warning\[build\/other-inputs\].*from another recipe.*error\[build\/not-reproducible\].*`hello` and `hallo`/s,
  );
});

test("rebuild: a file that no index tells of", async () => {
  const folder = folderOf({ "a.tar.gz": "x", "port.yml": portText("foo") });
  const { diagnostics } = await runIn(folder, "rebuild", "a.tar.gz", ".");
  expect(rendered(diagnostics)).toBe(
    "error[usage/no-package]: no `index.json` beside `a.tar.gz` tells of it\n  = help: put it beside the `index.json` of its release, which tells how it was built\n",
  );
});
