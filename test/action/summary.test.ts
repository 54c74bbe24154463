import { expect, test } from "vitest";
import { buildPage, shardPage } from "../../src/action/summary.ts";
import type { JobRecord } from "../../src/plan/plan.ts";
import type { Package } from "../../src/port/port.ts";
import type { Diagnostic } from "../../src/report.ts";
import { id } from "../plan/plans.ts";

const source = { name: "port/port.yml", text: "name: a\nversoin: 1\n" };
const mistake: Diagnostic = {
  severity: "error",
  code: "yaml/unknown-key",
  blame: "recipe",
  message: "`versoin` is not a key | of a port",
  span: { source, start: 8, end: 15 },
  help: "did you mean `version`?",
};

test("summary: failures first, and everything as plain text", () => {
  const failure = { job: "a@b", phase: "build", lastOutput: "\u001b[31mred\u001b[0m <b>\n\n</pre>\u0007\n" };
  const warning: Diagnostic = { ...mistake, severity: "warning", code: "audit/rpath" };
  const page = buildPage({ port: "port", diagnostics: [warning, mistake], failure, packages: [] });
  expect(page).toBe(`### Not built: <code>port</code>

<code>a&#64;b</code> failed in the phase <code>build</code>. Its last lines:

<pre>red &#60;b&#62;

&#60;&#47;pre&#62; 
</pre>

**Errors**

- <code>port&#47;port&#46;yml&#58;2&#58;1</code> <code>yaml&#47;unknown&#45;key</code> &#96;versoin&#96; is not a key &#124; of a port (did you mean &#96;version&#96;&#63;)

**Warnings**

- <code>port&#47;port&#46;yml&#58;2&#58;1</code> <code>audit&#47;rpath</code> &#96;versoin&#96; is not a key &#124; of a port (did you mean &#96;version&#96;&#63;)

`);
});

const long: readonly { readonly name: string; readonly message: string; readonly end: string }[] = [
  { name: "many mistakes", message: "is wrong", end: "- 19900 more\n\n" },
  { name: "long ones", message: "!".repeat(4000), end: "The rest is in the log.\n" },
];
for (const { name, message, end } of long) {
  test(`summary: stays below what GitHub takes, with ${name}`, () => {
    const page = buildPage({
      port: "port",
      diagnostics: Array.from({ length: 20_000 }, () => ({ ...mistake, message })),
      failure: { job: "a", phase: "build", lastOutput: "tail" },
      packages: [],
    });
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1024 * 1024);
    expect(page).toContain("<pre>tail</pre>");
    expect(page.endsWith(end)).toBe(true);
  });
}

const row = (name: string) =>
  ({
    fullpkgname: `${name}-1.0`,
    flavors: ["x"],
    base: "debian-12",
    arch: "x86_64",
    sizeBytes: 1234,
    buildTimeMs: 1500,
    contentDigest: "0123456789abcdef".repeat(4),
  }) as Partial<Package> as Package;

function builtJob(name: string, compared: readonly string[] = []): JobRecord {
  const files = compared.map((file) => ({ file, sha256: "0".repeat(64), sizeBytes: 1 }));
  const end = { kind: "built", durationMs: 1, files: [], compared: files } as const;
  return { version: 1, job: id(name), fingerprint: "0".repeat(64), reason: "new", repeat: "", end };
}

test("summary: a row for each package, and what was only made to be compared", () => {
  const jobs = [
    { record: builtJob("a"), packages: [row("a")] },
    { record: builtJob("b", ["a.tar.gz"]), packages: [] },
  ];
  expect(shardPage({ shard: "0-000", jobs, diagnostics: [] })).toBe(
    `### Built: shard <code>0&#45;000</code>

| package | flavor | base | arch | size | time | reason | digest | link |
|---|---|---|---|--:|--:|---|---|---|
| <code>a&#45;1&#46;0</code> | <code>x</code> | <code>debian&#45;12</code> | <code>x86&#95;64</code> | <code>1&#46;2 kB</code> | <code>1&#46;5 s</code> | <code>new</code> | <code>0123456789abcdef</code> |  |

**Made again, to be compared with what others leave**

- <code>b&#45;1&#46;0&#64;debian&#45;12&#64;x86&#95;64</code>: <code>a&#46;tar&#46;gz</code>

`,
  );
});

test("summary: of more packages than there is room for, those that fit", () => {
  const packages = Array.from({ length: 10_000 }, (_, number) => row(`package${number}`));
  const page = shardPage({ shard: "0-000", jobs: [{ record: builtJob("a"), packages }], diagnostics: [] });
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1024 * 1024);
  expect(page.split("\n").filter((line) => /^\|.*\|$/.test(line)).length).toBeGreaterThan(2000);
  expect(page.endsWith("|\n\n\nThe rest is in the log.\n")).toBe(true);
});
