// Sources out of git, as an archive that is the same whenever the commit is.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withCheckouts } from "../../src/command/checkouts.ts";
import { joinPath, openHost } from "../../src/host/host.ts";
import type { Checkout } from "../../src/port/port.ts";
import { jobOf, spanOf } from "../build/workshop.ts";
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
