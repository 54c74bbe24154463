// Sources out of git, as an archive that is the same whenever the commit is.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withCheckouts } from "../../src/command/checkouts.ts";
import { joinPath, openHost } from "../../src/host/host.ts";
import type { Checkout } from "../../src/port/port.ts";
import { has, jobOf, spanOf } from "../build/workshop.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

const WHEN = "2001-09-09T01:46:40Z";

function repository(): string {
  const folder = temporaryFolder();
  const env = { PATH: process.env["PATH"], GIT_COMMITTER_DATE: WHEN, GIT_AUTHOR_DATE: WHEN, HOME: folder };
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], { cwd: folder, env });
  git("init", "--quiet");
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "src/a.c"), "int a;\n");
  git("add", "src");
  git("commit", "--quiet", "--message=a");
  git("tag", "v1");
  return `file://${folder}`;
}

async function checkedOut(one: Omit<Checkout, "span">, allowed: "allowed" | "refused" = "allowed") {
  const folder = temporaryFolder();
  const { port } = jobOf({});
  const checkouts = [{ ...one, span: spanOf(one.url) }];
  const setting = { folder: joinPath(folder, "sources"), allowed };
  const made = await withCheckouts({ ...port, checkouts }, setting, { host: openHost(), signal: never });
  if (!made.ok) return { said: rendered(made.error) };
  const [distfile] = made.value.distfiles;
  const [url] = distfile?.urls ?? [];
  const names =
    url?.kind === "file"
      ? execFileSync("tar", ["--utc", "-tvf", url.path], { encoding: "utf8" }).trim().split("\n")
      : [];
  return { distfile, names };
}

test("checkouts: the same commit makes the same archive, without git's own files", async () => {
  const url = repository();
  const one = await checkedOut({ system: "git", url, revision: "v1" });
  const other = await checkedOut({ system: "git", url });
  expect(one.names?.map((line) => line.replace(/\s+/g, " "))).toEqual([
    "drwxr-xr-x 0/0 0 2001-09-09 01:46 ./",
    "drwxr-xr-x 0/0 0 2001-09-09 01:46 ./src/",
    "-rw-r--r-- 0/0 7 2001-09-09 01:46 ./src/a.c",
  ]);
  expect(one.distfile?.digests).toEqual(other.distfile?.digests);
  expect(one.distfile?.unpackedTo).toBe("foo-1.0");
});

/** Two revisions; in the second, another file. */
function subversion(): { readonly url: string; readonly commit: () => void } {
  const folder = temporaryFolder();
  const run = (...argv: readonly [string, ...string[]]) =>
    execFileSync(argv[0], argv.slice(1), { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  run("svnadmin", "create", "repository");
  const url = `file://${folder}/repository/trunk`;
  mkdirSync(join(folder, "trunk/src"), { recursive: true });
  writeFileSync(join(folder, "trunk/src/a.c"), "int a;\n");
  run("svn", "import", "--quiet", "-m", "a", "trunk", url);
  const commit = () => {
    writeFileSync(join(folder, "b.c"), "int b;\n");
    run("svn", "import", "--quiet", "-m", "b", "b.c", `${url}/src/b.c`);
  };
  return { url, commit };
}

const lacks = ["svn", "svnadmin"].filter((tool) => !has(tool));
const title = "checkouts: a revision of Subversion makes the same archive, whatever came since";
test.skipIf(lacks.length > 0)(
  lacks.length > 0 ? `${title} (no ${lacks.join(", ")} here)` : title,
  async () => {
    const { url, commit } = subversion();
    const first = await checkedOut({ system: "svn", url });
    expect(first.said).toBeUndefined();
    const files = (names: readonly string[] = []) => names.map((line) => line.replace(/^.* /, ""));
    expect(files(first.names)).toEqual(["./", "./src/", "./src/a.c"]);
    commit();
    const again = await checkedOut({ system: "svn", url, revision: "1" });
    expect(again.distfile?.digests).toEqual(first.distfile?.digests);
    const newest = await checkedOut({ system: "svn", url });
    expect(files(newest.names)).toEqual(["./", "./src/", "./src/a.c", "./src/b.c"]);
  },
);

const refusals = [
  {
    name: "without the user's word",
    checkout: { system: "git", url: "https://example.org/foo.git" },
    allowed: "refused",
    says: "error[build/checkout]: the sources come from `https://example.org/foo.git` as they are today",
  },
  {
    name: "of a system that is not known",
    checkout: { system: "hg", url: "https://example.org/foo" },
    allowed: "allowed",
    says: "error[build/checkout-system]: sources of `hg` can't be fetched",
  },
  {
    name: "that are not there",
    checkout: { system: "git", url: "file:///nonexistent/foo" },
    allowed: "allowed",
    says: "error[recipes/not-fetched]: `file:///nonexistent/foo` could not be had",
  },
] as const;

for (const { name, checkout, allowed, says } of refusals) {
  test(`checkouts: refuses those ${name}`, async () => {
    expect((await checkedOut(checkout, allowed)).said).toContain(says);
  });
}
