// A tree in OpenBSD's dialect in which one package is asked for by several pseudo-choices, from the plan to what is
// installed: one of them makes it, all are served, a circle stays broken, and what is released is used again.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { settleRun } from "../../src/command/settle-run.ts";
import { type HostPath, hostPath, joinPath, openHost } from "../../src/host/host.ts";
import { addToFolder, readSigningKey } from "../../src/package/package.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Package } from "../../src/port/port.ts";
import { never, rendered } from "../support.ts";
import { folderOf, runIn } from "./verbs.ts";

const USUAL = "DISTFILES =\nPERMIT_PACKAGE = Yes\nNO_BUILD = Yes\n";
const script = (name: string, says: string) => `\t\${INSTALL_SCRIPT_DIR} \${PREFIX}/bin
\tprintf '#!/bin/sh\\necho ${says}\\n' ${says.includes("%s") ? "$$(db) " : ""}> \${PREFIX}/bin/${name}
\tchmod 755 \${PREFIX}/bin/${name}
`;

/** Its bindings are made with what is built with itself. */
const DB = `COMMENT-main = a database
COMMENT-java = what binds it to jdk
PKGNAME-main = db-1.0
PKGNAME-java = db-java-1.0
CATEGORIES = databases
${USUAL}MULTI_PACKAGES = -main -java
PSEUDO_FLAVORS = no_java no_tcl bootstrap
FLAVOR ?=
.include <bsd.port.arch.mk>
.if \${BUILD_PACKAGES:M-java}
BUILD_DEPENDS = devel/jdk
RUN_DEPENDS-java = databases/db,-main devel/jdk
.endif
do-install:
${script("db", "db")}.if \${BUILD_PACKAGES:M-java}
\t\${INSTALL_DATA_DIR} \${PREFIX}/share/db-java
\tjdk > \${PREFIX}/share/db-java/made-with
.endif
.include <bsd.port.mk>
`;

/** What is built and run with the database, by the choice that it names. */
function userFiles(pkgpath: string, choice: string): Readonly<Record<string, string>> {
  const [category, name = ""] = pkgpath.split("/");
  return {
    [`ports/${pkgpath}/Makefile`]: `COMMENT = needs a database
PKGNAME = ${name}-1.0
CATEGORIES = ${category}
${USUAL}BUILD_DEPENDS = databases/db${choice}
RUN_DEPENDS = databases/db${choice}
do-install:
${script(name, `${name}, with %s`)}.include <bsd.port.mk>
`,
    [`ports/${pkgpath}/pkg/DESCR`]: "Needs a database.\n",
    [`ports/${pkgpath}/pkg/PLIST`]: `bin/${name}\n`,
  };
}

const TREE = {
  "ports/databases/db/Makefile": DB,
  "ports/databases/db/pkg/DESCR-main": "A database.\n",
  "ports/databases/db/pkg/DESCR-java": "Binds it.\n",
  "ports/databases/db/pkg/PLIST-main": "bin/db\n",
  "ports/databases/db/pkg/PLIST-java": "share/db-java/\nshare/db-java/made-with\n",
  ...userFiles("devel/jdk", ",-main,no_java"),
  ...userFiles("lang/py", ",no_tcl,no_java,bootstrap"),
  ...userFiles("devel/apr", ",no_java,no_tcl"),
  ...userFiles("devel/any", ""),
};

const CONTEXT = {
  host: openHost(),
  report: () => undefined,
  output: () => undefined,
  form: "json",
  signal: never,
} as const;

let state = "";
let folder: HostPath;
let plan: Plan;
let rows: readonly Package[];

const short = (job: string) => job.replace(/-1\.0|@.*/g, "").replace(/^[a-z]+\./, "");
const told = ({ jobs }: Plan) =>
  jobs.map(({ id, packages, compared, needs }) => ({
    job: short(id),
    makes: packages.map(({ fullpkgname }) => fullpkgname),
    compares: compared.map(({ fullpkgname }) => fullpkgname),
    needs: needs.map(short),
  }));

beforeEach(() => {
  vi.stubEnv("XDG_CONFIG_HOME", join(state, "config"));
  vi.stubEnv("XDG_CACHE_HOME", join(state, "cache"));
});

beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), "tarwright-test-"));
  vi.stubEnv("XDG_CONFIG_HOME", join(state, "config"));
  vi.stubEnv("XDG_CACHE_HOME", join(state, "cache"));
  folder = hostPath(join(state, "tree"));
  for (const [path, text] of Object.entries(TREE)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const engine = ["--engine", "namespace"] as const;
  const planned = await runIn(folder, "plan", "ports", "--bases", "host", ...engine, "--out", "plan.json");
  expect(rendered(planned.diagnostics)).toBe("");
  plan = planned.json as Plan;
  for (const { name } of plan.shards) {
    const shard = ["--shard", name, "--artifacts", "out"] as const;
    const built = await runIn(folder, "build", "--plan", "plan.json", ...shard, ...engine);
    expect(rendered(built.diagnostics)).toBe("");
  }
  const files = { plan: joinPath(folder, "plan.json"), artifacts: joinPath(folder, "out") };
  const run = await settleRun({ ...files, planDigest: undefined, release: undefined }, CONTEXT);
  if (!run.ok) throw new Error(rendered(run.error));
  expect(rendered(run.value.diagnostics)).toBe("");
  const packages = run.value.deliveries.flatMap((one) => one.packages);
  rows = packages.map((one) => one.package);
  expect(rendered((await runIn(folder, "keygen", "k")).diagnostics)).toBe("");
  const key = await readSigningKey(joinPath(folder, "k.sec"), CONTEXT.host);
  if (!key.ok) throw new Error(rendered(key.error));
  const release = { folder: joinPath(folder, "release"), folderName: "release", packages, key: key.value };
  const added = await addToFolder(release, CONTEXT.host, never);
  if (!added.ok) throw new Error(rendered(added.error));
}, 600_000);
afterAll(() => rmSync(state, { recursive: true, force: true }));

test("bug: pseudo-choices of one package that several ports name were not planned together, and are built once", () => {
  const db = "db,no_java";
  expect([...told(plan)].sort((a, b) => (a.job < b.job ? -1 : 1))).toEqual([
    { job: "any", makes: ["any-1.0"], compares: [], needs: [db] },
    { job: "apr", makes: ["apr-1.0"], compares: [], needs: [db] },
    { job: "db", makes: ["db-java-1.0"], compares: ["db-1.0"], needs: [db, "jdk"] },
    { job: db, makes: ["db-1.0"], compares: [], needs: [] },
    { job: "db,no_java,no_tcl", makes: [], compares: ["db-1.0"], needs: [] },
    { job: "db,no_java,no_tcl,bootstrap", makes: [], compares: ["db-1.0"], needs: [] },
    { job: "jdk", makes: ["jdk-1.0"], compares: [], needs: [db] },
    { job: "py", makes: ["py-1.0"], compares: [], needs: [db] },
  ]);
});

test("pseudo-choices: the rows tell of all that their port has, and each user's row of the package it was built with", () => {
  expect(rows.map(({ fullpkgname }) => fullpkgname).sort()).toEqual([
    "any-1.0",
    "apr-1.0",
    "db-1.0",
    "db-java-1.0",
    "jdk-1.0",
    "py-1.0",
  ]);
  const db = rows.find(({ fullpkgname }) => fullpkgname === "db-1.0");
  expect([db?.flavors, db?.pseudoFlavors]).toEqual([["no_java"], ["no_java", "no_tcl", "bootstrap"]]);
  expect(rows.find(({ name }) => name === "py")?.pseudoFlavors).toBeUndefined();
  for (const [name, pkgpath] of [
    ["py", "databases/db,no_tcl,no_java,bootstrap"],
    ["apr", "databases/db,no_java,no_tcl"],
    ["any", "databases/db"],
  ])
    expect(rows.find((row) => row.name === name)?.depends, name).toEqual([
      { spec: "", pkgpath, contentDigest: db?.contentDigest },
    ]);
});

const RELEASED = ["--released", "release", "--public-key", "k.pub"] as const;

test("pseudo-choices: once released, nothing is built again, compared choices included", async () => {
  const again = await runIn(folder, "plan", "ports", "--bases", "host", "--engine", "namespace", ...RELEASED);
  expect(rendered(again.diagnostics)).toBe("");
  const { jobs } = again.json as Plan;
  expect(jobs.filter(({ verdict }) => verdict.kind !== "fresh").map(({ id }) => id)).toEqual([]);
});

test("pseudo-choices: a row of a release serves a port that names another choice, in the plan and in the build", async () => {
  const alone = folderOf(userFiles("devel/later", ",no_tcl,bootstrap"));
  const release = ["--released", join(folder, "release"), "--public-key", join(folder, "k.pub")];
  const planned = await runIn(alone, "plan", "ports", "--bases", "host", "--engine", "namespace", ...release);
  expect(rendered(planned.diagnostics)).toBe("");
  const [job] = (planned.json as Plan).jobs;
  expect(job?.released.map(({ file }) => file.replace(/--.*/, ""))).toEqual(["db-1.0"]);
  const from = ["--deps-from", join(folder, "release"), "--out", "out", "--unsigned"] as const;
  const built = await runIn(alone, "build", "ports/devel/later", "--base", "host", ...from);
  expect(rendered(built.diagnostics)).toBe("");
});

test("pseudo-choices: what is installed is one package, whichever choice is asked for or depended on", async () => {
  const to = ["--from", "release", "--key", "k.pub", "--root", "root", "--base", "host"] as const;
  const installed = await runIn(folder, "install", "py", "apr", ...to);
  expect(rendered(installed.diagnostics)).toBe("");
  const py = join(folder, "root/app/vendor/py/bin/py");
  expect(execFileSync(py, { encoding: "utf8" })).toBe("py, with db\n");
  const asked = await runIn(folder, "install", "databases/db,bootstrap", ...to);
  expect(rendered(asked.diagnostics)).toBe("");
  const there = (await runIn(folder, "installed", "--root", "root")).json as {
    readonly installed: readonly { readonly package: Package }[];
  };
  expect(there.installed.map((one) => one.package.fullpkgname).sort()).toEqual([
    "apr-1.0",
    "db-1.0",
    "py-1.0",
  ]);
});

test("pseudo-choices: lib-depends of the whole folder knows each choice", async () => {
  const checked = await runIn(folder, "lib-depends", "release");
  expect(rendered(checked.diagnostics)).toBe("");
});
