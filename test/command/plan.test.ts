// `plan` against what was really built and signed: of each job, why it runs, in the words that a person reads.

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HostPath, hostPath, openHost } from "../../src/host/host.ts";
import { formatSums, parseSums, readSigningKey, signEmbedded, writeKey } from "../../src/package/package.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { exitStatus, sortDiagnostics } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { folderOf, portText, runIn } from "./verbs.ts";

const script = (name: string, more: string) =>
  portText(name).replace(
    /^build.*\n/m,
    `bases: [host]\nbuild: {style: script, script: {fake: 'mkdir -p "$DESTDIR$PREFIX"; echo ${name} > "$DESTDIR$PREFIX/${name}"'}}\n${more}`,
  );
const PORTS = {
  "ports/zlib/port.yml": script("zlib", ""),
  "ports/foo/port.yml": script("foo", 'depends: {build: ["zlib-*:zlib"]}\n'),
  "ports/other/port.yml": script("other", ""),
};

type Edit = readonly [file: string, from: string | RegExp, to: string];

const cases: readonly {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly argv?: readonly string[];
  /** Of zlib, foo and other. */
  readonly reasons: readonly [string, string, string];
}[] = [
  { name: "nothing has changed", edits: [], reasons: ["fresh", "fresh", "fresh"] },
  {
    name: "a new version, and what is built with it",
    edits: [["ports/zlib/port.yml", '"1.0"', '"1.1"']],
    reasons: ["recipe changed: version 1.0 → 1.1", "dependency zlib changed", "fresh"],
  },
  {
    name: "another script",
    edits: [["ports/other/port.yml", "echo other", "echo another"]],
    reasons: ["fresh", "fresh", "recipe changed"],
  },
  {
    name: "where a line stands is no change",
    edits: [["ports/other/port.yml", "version:", "# a comment\nversion:"]],
    reasons: ["fresh", "fresh", "fresh"],
  },
  {
    name: "a file of the port's folder",
    edits: [["ports/foo/new.txt", "", "x\n"]],
    reasons: ["fresh", "files of the port changed", "fresh"],
  },
  {
    name: "a base of another digest",
    edits: [
      ["release/index.json", /(?<="baseDigest": "sha256:)[0-9a-f]{64}/g, "0".repeat(64)],
      ["release/index.json", /(?<="fingerprint": ")[0-9a-f]{64}/g, "1".repeat(64)],
    ],
    reasons: ["base digest changed", "base digest changed; dependency zlib changed", "base digest changed"],
  },
  {
    name: "more arguments for configure",
    edits: [],
    argv: ["--configure-options", "--with-x"],
    reasons: [
      "configure options changed",
      "dependency zlib changed; configure options changed",
      "configure options changed",
    ],
  },
  {
    name: "another prefix",
    edits: [],
    argv: ["--prefix", "/opt/{name}"],
    reasons: [
      "prefix changed: /app/vendor/zlib → /opt/zlib",
      "dependency zlib changed; prefix changed: /app/vendor/foo → /opt/foo",
      "prefix changed: /app/vendor/other → /opt/other",
    ],
  },
];

let released: Readonly<Record<string, string>>;
let key: HostPath;
let publicKey: HostPath;

/** Of the one that has built and published. */
const folder = hostPath(mkdtempSync(join(tmpdir(), "tarwright-plan-")));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  for (const [name, text] of Object.entries(PORTS)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const made = await writeKey({ folder, name: "packages" }, openHost());
  if (!made.ok) throw new Error(rendered(made.error));
  key = made.value.secret;
  publicKey = made.value.public;
  for (const name of ["zlib", "foo", "other"]) {
    const argv = ["--engine", "namespace", "--deps-from", "release", "--out", "release", "--key", key];
    const built = await runIn(folder, "build", `ports/${name}`, ...argv);
    expect(rendered(built.diagnostics.filter(({ severity }) => severity === "error"))).toBe("");
  }
  const text = (name: string) => readFileSync(join(folder, "release", name), "utf8");
  released = {
    "release/index.json": text("index.json"),
    "release/SHA256": text("SHA256"),
    "release/SHA256.sig": text("SHA256.sig"),
  };
}, 600_000);

/** As whoever publishes could: the index is not what was built, and believed all the same. */
async function signAgain(folder: HostPath): Promise<void> {
  const secret = await readSigningKey(key, openHost());
  if (!secret.ok) throw new Error(rendered(secret.error));
  const index = readFileSync(join(folder, "release/index.json"));
  const sha256 = createHash("sha256").update(index).digest("hex");
  const before = parseSums(readFileSync(join(folder, "release/SHA256"), "utf8")) ?? [];
  const sums = before.map((sum) => (sum.file === "index.json" ? { ...sum, sha256 } : sum));
  writeFileSync(join(folder, "release/SHA256.sig"), signEmbedded(formatSums(sums), secret.value));
}

async function planned(folder: HostPath, ...argv: readonly string[]): Promise<readonly string[]> {
  const plan = await runIn(folder, "plan", "ports", "--engine", "namespace", ...argv);
  expect(rendered(plan.diagnostics)).toBe("");
  const { jobs } = plan.json as Plan;
  return ["zlib", "foo", "other"].map((name) => {
    const verdict = jobs.find(({ pkgpath }) => pkgpath === name)?.verdict;
    return verdict?.kind === "run" ? verdict.reason : (verdict?.kind ?? "no job");
  });
}

test("plan: without a release all is new", async () => {
  expect(await planned(folderOf(PORTS))).toEqual(["new", "new", "new"]);
});

for (const { name, edits, argv = [], reasons } of cases) {
  test(`plan: ${name}`, async () => {
    const files: Record<string, string> = { ...PORTS, ...released };
    for (const [file, from, to] of edits) {
      expect(files[file] ?? "").toMatch(from);
      files[file] = (files[file] ?? "").replaceAll(from, to);
    }
    const folder = folderOf(files);
    if (edits.some(([file]) => file === "release/index.json")) await signAgain(folder);
    const known = ["--released", "release", "--public-key", publicKey];
    expect(await planned(folder, ...known, ...argv)).toEqual(reasons);
  });
}

test("plan: an index that nobody signed is refused", async () => {
  const folder = folderOf({ ...PORTS, ...released });
  writeFileSync(join(folder, "release/index.json"), "{}");
  const plan = await runIn(folder, "plan", "ports", "--released", "release", "--public-key", publicKey);
  expect(plan.diagnostics.map(({ code }) => code)).toEqual(["package/untrusted-index"]);
});

const KEY = "strange: key\n";
const needs = (pkgpath: string) => `depends: {lib: ["${pkgpath.split("/").at(-1)}-*:${pkgpath}"]}\n`;

const goings: readonly {
  readonly name: string;
  readonly ports: Readonly<Record<string, string>>;
  readonly argv?: readonly string[];
  /** What is planned, and what is left out. */
  readonly kept: readonly string[];
  readonly leftOut: readonly string[];
  /** Each warning's place and code. */
  readonly told: readonly string[];
}[] = [
  {
    name: "what needs a port that can't be read, and what needs that",
    ports: { a: KEY, b: needs("a"), c: needs("b"), d: "" },
    kept: ["d"],
    leftOut: ["a", "b", "c"],
    told: ["a:6 yaml/unknown-key", "b:6 plan/left-out", "c:6 plan/left-out"],
  },
  {
    name: "not even what the base has in its place does",
    ports: { zlib: KEY, b: needs("zlib"), c: 'depends: {lib: ["libpng-*:libpng"]}\n' },
    kept: ["c"],
    leftOut: ["b", "zlib"],
    told: ["b:6 plan/left-out", "zlib:6 yaml/unknown-key"],
  },
  {
    name: "what nobody has",
    ports: { a: needs("devel/none"), b: needs("a"), c: "" },
    kept: ["c"],
    leftOut: ["a", "b"],
    told: ["a:6 plan/unknown-port", "b:6 plan/left-out"],
  },
  {
    name: "a circle, and what needs it",
    ports: { a: needs("b"), b: needs("a"), c: needs("a"), d: "" },
    kept: ["d"],
    leftOut: ["a", "b", "c"],
    told: ["a:6 plan/circle", "c:6 plan/left-out"],
  },
  {
    name: "a package of the base that there is not",
    ports: { a: "depends: {system: [none-such]}\n", b: "" },
    kept: ["b"],
    leftOut: ["a"],
    told: ["a:6 base/unknown-package"],
  },
  {
    name: "nothing, when all is well",
    ports: { a: "", b: needs("a") },
    kept: ["a", "b"],
    leftOut: [],
    told: [],
  },
];

for (const { name, ports, kept, leftOut, told } of goings) {
  test(`plan --keep-going leaves out: ${name}`, async () => {
    const files = Object.entries(ports).map(([port, more]) => [`ports/${port}/port.yml`, script(port, more)]);
    const folder = folderOf(Object.fromEntries(files));
    const going = await runIn(folder, "plan", "ports", "--keep-going");
    const plan = going.json as Plan;
    expect(plan.jobs.map(({ pkgpath }) => pkgpath).sort()).toEqual(kept);
    expect((plan.leftOut ?? []).map(({ pkgpath }) => pkgpath)).toEqual(leftOut);
    expect(exitStatus(going.diagnostics)).toBe(0);
    const places = sortDiagnostics(going.diagnostics).map(({ span, code }) => {
      const line = span?.source.text.slice(0, span.start).split("\n").length;
      return `${span?.source.name.split("/")[1]}:${line} ${code}`;
    });
    expect(places).toEqual(told);
    // Without it, whatever is wrong stops the plan.
    const strict = await runIn(folder, "plan", "ports");
    expect(exitStatus(strict.diagnostics)).toBe(leftOut.length > 0 ? 1 : 0);
    expect(strict.json === undefined).toBe(leftOut.length > 0);
  });
}

test("plan --keep-going: an older package in the release does not stand in for a port that can't be read", async () => {
  const folder = folderOf({ ...PORTS, ...released });
  const path = join(folder, "ports/zlib/port.yml");
  writeFileSync(path, `${readFileSync(path, "utf8")}${KEY}`);
  const argv = ["--released", "release", "--public-key", publicKey, "--keep-going"];
  const plan = (await runIn(folder, "plan", "ports", ...argv)).json as Plan;
  expect(plan.jobs.map(({ pkgpath }) => pkgpath)).toEqual(["other"]);
  expect(plan.leftOut).toEqual([
    {
      pkgpath: "foo",
      folder: "ports/foo",
      because: "`foo` is left out: it needs `zlib-*:zlib`, and `ports/zlib` is left out",
    },
    { pkgpath: "zlib", folder: "ports/zlib", because: "`strange` is not a key of a port" },
  ]);
});
