// The verb `publish` where something comes in between: another writer, an end, a damage, a limit.

import { truncateSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { publish } from "./publisher.ts";
import { changesIn, FOO, namesOf, packagesIn, scene, textOf, WHOLE } from "./scene.ts";

beforeAll(() => import("@actions/github/lib/utils"));

const others: readonly { readonly name: string; readonly first: readonly string[] }[] = [
  { name: "a release that both make", first: [] },
  { name: "a release that was there", first: ["old"] },
];

for (const { name, first } of others) {
  test(`publish: what somebody else publishes in the middle of our run stays: ${name}`, async () => {
    let meanwhile: (() => Promise<void>) | undefined;
    const all = await scene({
      fault: async ({ operation }) => {
        const run = operation === "repos/upload-release-asset" ? meanwhile : undefined;
        if (run) meanwhile = undefined;
        await run?.();
        return undefined;
      },
    });
    await all.pack("old", { name: "old" });
    await all.pack("theirs", { name: "bar" });
    await all.pack("out", { name: "foo" });
    for (const folder of first) expect((await all.run(folder)).diagnostics).toEqual([]);
    const ends: string[] = [];
    meanwhile = async () => void ends.push(rendered((await all.run("theirs")).diagnostics));
    expect(rendered((await all.run("out")).diagnostics)).toBe("");
    expect(ends).toEqual([""]);
    const [release] = all.repository.releases;
    expect(all.repository.releases).toMatchObject([{ draft: false }]);
    expect(packagesIn(release)).toEqual(["bar-1.0", "foo-1.0", ...first.map((one) => `${one}-1.0`)]);
  });
}

test("publish: cancelled in the middle, it says what is there, and goes on the next time", async () => {
  const cancel = new AbortController();
  const { run, pack, at, repository } = await scene({
    fault: ({ operation }) =>
      operation === "repos/upload-release-asset"
        ? { kind: "call", when: "after", call: () => cancel.abort() }
        : undefined,
  });
  await pack("out", { name: "foo" });
  const argv = ["out", "--repo", "o/r", "--tag", "packages", "--key", "mine.sec"];
  const { diagnostics } = await publish(argv, { ...at, signal: cancel.signal });
  expect(rendered(diagnostics)).toBe(
    "error[run/cancelled]: cancelled; the release `packages` may be half done, but no signed list in it names a file that is not there\n" +
      "  = help: run the same command again: it goes on where it stopped\n",
  );
  expect(exitStatus(diagnostics)).toBe(3);
  expect(repository.releases).toMatchObject([{ draft: true }]);
  expect((await run("out")).diagnostics).toEqual([]);
  expect(repository.releases.map(namesOf)).toEqual([WHOLE]);
});

for (const cut of ["in a line", "at the end of a line"]) {
  test(`publish: half of a list in a draft vouches for nothing, cut off ${cut}`, async () => {
    const { run, pack, repository } = await scene();
    await pack("out", { name: "foo" });
    await pack("others", { name: "bar" });
    await run("out");
    const [release] = repository.releases;
    const text = textOf(release, "SHA256.sig");
    const end = text.indexOf("\n", text.indexOf("\nSHA256 (") + 1) + (cut === "in a line" ? -9 : 1);
    if (!release) throw new Error("no release");
    release.draft = true;
    release.assets = release.assets.map((one) =>
      one.name === "SHA256.sig" ? { ...one, content: Buffer.from(text.slice(0, end)) } : one,
    );
    expect(rendered((await run("others")).diagnostics)).toBe("");
    expect(repository.releases).toMatchObject([{ draft: false }]);
    expect(packagesIn(repository.releases[0])).toEqual(["bar-1.0"]);
  });
}

test("publish: files that arrive damaged are sent again", async () => {
  const damaged = new Set<number>();
  const { github, run, pack, repository } = await scene({
    fault: ({ operation }) => {
      if (operation !== "repos/upload-release-asset" || damaged.size === 8) return undefined;
      damaged.add(damaged.size);
      return { kind: "damage" };
    },
  });
  await pack("out", { name: "foo" });
  expect((await run("out")).diagnostics).toEqual([]);
  expect(changesIn(github).filter((one) => one === "repos/upload-release-asset").length).toBe(16);
  expect((await run("out")).text).toMatch(/; 0 files uploaded .* 8 unchanged/);
  expect(repository.releases.map(namesOf)).toEqual([WHOLE]);
});

test("publish: a file that GitHub does not take is refused before it is read, with its size", async () => {
  const { github, run, pack, folder } = await scene();
  await pack("out", { name: "foo" });
  truncateSync(join(folder, "out", FOO), 2 ** 31);
  const { diagnostics } = await run("out");
  expect(rendered(diagnostics)).toBe(
    `error[release/too-large]: \`${FOO}\` has 2147483648 bytes, and GitHub takes no file of 2 GiB (2147483648 bytes) or more\n` +
      "  = help: no tag changes that: cut the port into packages, or compress better (`--compression xz`)\n",
  );
  expect(github.asked).toEqual([]);
});
