// The verb `publish` against a double of GitHub: from each state that a release can be in to what it should be.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import type { Release, Repository } from "../github/releases.ts";
import { rendered } from "../support.ts";
import type { Sketch } from "./packages.ts";
import { publish } from "./publisher.ts";
import { changesIn, FOO, namesOf, packagesIn, scene, textOf, WHOLE } from "./scene.ts";

beforeAll(() => import("@actions/github/lib/utils"));

test("publish: from nothing to a whole release, and then nothing is left to do", async () => {
  const { github, run, pack, repository, events } = await scene();
  await pack("out", { name: "foo" });
  const answer = await run("out");
  expect(rendered(answer.diagnostics)).toBe("");
  expect(answer.text).toMatch(
    /^packages: published; 8 files uploaded \(0\.0 MB\), 0 unchanged, 0 of others kept\n/,
  );
  const [release] = repository.releases;
  expect(repository.releases).toMatchObject([{ tag: "packages", draft: false }]);
  expect(namesOf(release ?? { assets: [] })).toEqual(WHOLE);
  expect(changesIn(github)).toEqual([
    "repos/create-release",
    ...Array.from({ length: 8 }, () => "repos/upload-release-asset"),
    "repos/update-release",
  ]);
  expect(release?.assets.at(-1)?.name).toBe("SHA256.sig");
  const last = events.filter(({ kind }) => kind === "progress").at(-1);
  expect(last).toMatchObject({ what: "uploading to packages", files: { done: 8, total: 8 } });
  expect(last?.kind === "progress" && last.done === last.total).toBe(true);
  const again = await run("out");
  expect(again.text).toMatch(/^packages: brought up to date; 0 files uploaded \(0\.0 MB\), 8 unchanged/);
  expect(changesIn(github).length).toBe(10);
});

const MARK = "text\n<!-- made by tarwright -->\n";
const draft = (repository: Repository, body = MARK) =>
  repository.create({ tag_name: "packages", draft: true, body });
const asset = (release: Release, name: string, state: "uploaded" | "starter" = "uploaded") => ({
  id: release.id,
  file: { name, type: "text/plain", content: Buffer.from("something else"), state },
});

const states: readonly {
  readonly name: string;
  readonly before: (repository: Repository) => void;
  readonly names?: readonly string[];
}[] = [
  { name: "an empty draft", before: (repository) => void draft(repository) },
  {
    name: "an upload that broke off",
    before: (repository) => {
      const { id, file } = asset(draft(repository), FOO, "starter");
      repository.upload(id, file);
    },
  },
  {
    name: "a wrong file under our name",
    before: (repository) => {
      const { id, file } = asset(draft(repository), FOO);
      repository.upload(id, file);
    },
  },
  {
    name: "an index that nobody signed, in a draft",
    before: (repository) => {
      const { id, file } = asset(draft(repository), "index.json");
      repository.upload(id, file);
    },
  },
  {
    name: "a draft of the user's own, with a file in it",
    before: (repository) => {
      const { id, file } = asset(draft(repository, "what is new"), "manual.pdf");
      repository.upload(id, file);
    },
    names: ["manual.pdf"],
  },
  {
    name: "a file that waits for nothing any more",
    before: (repository) => {
      const { id, file } = asset(draft(repository), `${FOO}.0123456789abcdef.part`);
      repository.upload(id, file);
    },
  },
  {
    name: "two drafts of ours",
    before: (repository) => {
      draft(repository);
      draft(repository);
    },
  },
  {
    name: "a release that was published by hand",
    before: (repository) => {
      const release = repository.create({ tag_name: "packages", body: "by hand" });
      const { id, file } = asset(release, FOO);
      repository.upload(id, file);
    },
  },
];

for (const { name, before, names = [] } of states) {
  test(`publish: from ${name}`, async () => {
    const { run, pack, repository } = await scene();
    await pack("out", { name: "foo" });
    before(repository);
    const answer = await run("out");
    expect(rendered(answer.diagnostics)).toBe("");
    expect(repository.releases.map((one) => [one.draft, namesOf(one)])).toEqual([
      [false, [...WHOLE, ...names].sort()],
    ]);
  });
}

test("publish: a draft of the user's keeps its text, and a second one stays", async () => {
  const { run, pack, repository } = await scene();
  await pack("out", { name: "foo" });
  draft(repository, "what is new");
  draft(repository, "another");
  await run("out");
  expect(repository.releases.map((one) => [one.body, one.draft])).toEqual([
    ["another", true],
    ["what is new", false],
  ]);
});

test("publish: packages of others stay, a new one of the same name replaces the old", async () => {
  const { run, pack, repository } = await scene();
  await pack("one", { name: "foo" });
  await pack("two", { name: "bar", packages: ["core", "doc"] });
  await pack("three", { name: "foo", content: "built again" });
  for (const folder of ["one", "two", "three"]) {
    expect(rendered((await run(folder)).diagnostics)).toBe("");
  }
  const [release] = repository.releases;
  expect(packagesIn(release)).toEqual(["bar-core-1.0", "bar-doc-1.0", "foo-1.0"]);
  expect(textOf(release, "provenance.intoto.jsonl").trim().split("\n").length).toBe(3);
  expect(namesOf(release ?? { assets: [] }).filter((name) => name.endsWith(".spdx.json")).length).toBe(3);
});

/** Another has published `bar` with his key; we come with `foo`. */
async function shared() {
  const all = await scene();
  await all.pack("theirs", { name: "bar" });
  await all.pack("out", { name: "foo" });
  const theirs = ["--repo", "o/r", "--tag", "packages", "--key", "yours.sec", "theirs"];
  expect((await publish(theirs, all.at)).diagnostics).toEqual([]);
  return all;
}

test("publish: packages under a key that is trusted stay", async () => {
  const { run, repository } = await shared();
  const answer = await run("out", "--trust", "yours.pub");
  expect(rendered(answer.diagnostics)).toBe("");
  expect(packagesIn(repository.releases[0])).toEqual(["bar-1.0", "foo-1.0"]);
});

const merges: readonly {
  readonly name: string;
  readonly before: (repository: Repository) => void;
  readonly argv: readonly string[];
  readonly code: string;
}[] = [
  { name: "a key that is not trusted", before: () => undefined, argv: [], code: "release/unverified" },
  {
    name: "no signed list at all",
    before: (repository) => {
      const list = repository.releases[0]?.assets.find(({ name }) => name === "SHA256.sig");
      repository.removeAsset(list?.id ?? 0);
    },
    argv: ["--trust", "yours.pub"],
    code: "release/unverified",
  },
  {
    name: "a file of others that was changed",
    before: (repository) => {
      const [release] = repository.releases;
      const archive = release?.assets.find(({ name }) => name.startsWith("bar-1.0") && name.endsWith(".gz"));
      if (!release || !archive) throw new Error("no package");
      release.assets = release.assets.map((one) =>
        one === archive ? { ...archive, content: Buffer.from("changed") } : one,
      );
    },
    argv: ["--trust", "yours.pub"],
    code: "release/lost",
  },
  {
    name: "a file of others that is gone",
    before: (repository) => {
      const [release] = repository.releases;
      if (release) release.assets = release.assets.filter(({ name }) => !name.startsWith("bar-1.0"));
    },
    argv: ["--trust", "yours.pub"],
    code: "release/lost",
  },
];

for (const { name, before, argv, code } of merges) {
  test(`publish: refused, and nothing changed: ${name}`, async () => {
    const { github, run, repository } = await shared();
    before(repository);
    const count = changesIn(github).length;
    const { diagnostics } = await run("out", ...argv);
    expect(diagnostics.map((one) => one.code)).toEqual([code]);
    expect(changesIn(github).length).toBe(count);
  });
}

test("publish: an immutable release is filled as a draft, can be looked at again, and not changed", async () => {
  const { github, run, pack, repository } = await scene({ kind: "immutable" });
  await pack("out", { name: "foo" });
  expect((await run("out")).diagnostics).toEqual([]);
  expect(repository.releases).toMatchObject([{ draft: false, immutable: true }]);
  expect((await run("out")).diagnostics).toEqual([]);
  const count = changesIn(github).length;
  await pack("again", { name: "foo", content: "built again" });
  expect((await run("again")).diagnostics.map(({ code }) => code)).toEqual(["release/immutable"]);
  expect(changesIn(github).length).toBe(count);
});

test("publish: a tag may be a template", async () => {
  const { run, pack, repository } = await scene();
  await pack("a", { name: "foo" });
  await pack("b", { name: "foo", base: "heroku-24" });
  await run("a", "b", "--tag", "{base}");
  await run("a", "--tag", "{port}-{version}/{arch}");
  expect(repository.releases.map(({ tag }) => tag)).toEqual(["foo-1.0/x86_64", "heroku-24", "debian-12"]);
  expect(textOf(repository.releases[0], "index")).toContain(
    "/releases/download/foo-1.0/x86_64/modular-buildpack.sh ",
  );
});

test("publish: artifacts lie in folders of their own", async () => {
  const { run, pack, repository } = await scene();
  await pack("artifacts/one", { name: "foo" });
  await pack("artifacts/two", { name: "bar" });
  expect((await run("artifacts")).diagnostics).toEqual([]);
  expect(packagesIn(repository.releases[0])).toEqual(["bar-1.0", "foo-1.0"]);
});

test("publish: a release that would grow beyond GitHub's limit is refused, with the template that helps", async () => {
  const { github, run, pack, repository } = await scene();
  await pack("out", { name: "foo" });
  const release = draft(repository);
  for (let index = 0; index < 995; index += 1) {
    const { id, file } = asset(release, `file-${index}`);
    repository.upload(id, file);
  }
  const { diagnostics } = await run("out");
  expect(rendered(diagnostics)).toBe(
    "error[release/too-many]: the release `packages` would hold 1003 assets at once, and GitHub allows 1000\n" +
      "  = help: spread them over several releases: `--tag '{base}'`\n",
  );
  expect(exitStatus(diagnostics)).toBe(2);
  expect(changesIn(github)).toEqual([]);
});

test("publish: a dry run tells what would happen, and changes nothing", async () => {
  const { github, run, pack } = await scene();
  await pack("one", { name: "foo" });
  await run("one");
  const count = changesIn(github).length;
  await pack("two", { name: "foo", content: "built again" });
  await pack("two", { name: "bar" });
  const { text, diagnostics } = await run("two", "--dry-run");
  expect(diagnostics).toEqual([]);
  expect(
    text?.replace(/\(.* MB\)/, "(0 MB)"),
  ).toBe(`packages: would be brought up to date; 10 files uploaded (0 MB), 0 unchanged, 0 of others kept
  uploaded   bar-1.0--debian-12--x86_64.tar.gz
  uploaded   bar-1.0--debian-12--x86_64.tar.gz.spdx.json
  replaced   ${FOO}
  replaced   ${FOO}.spdx.json
  replaced   index.json
  replaced   index
  replaced   modular-buildpack.sh
  replaced   provenance.intoto.jsonl
  replaced   SHA256
  replaced   SHA256.sig
`);
  expect(changesIn(github).length).toBe(count);
});

test("publish: where GitHub tells no digests, files are read again", async () => {
  const { github, run, pack, repository } = await scene({
    fault: ({ operation }) =>
      operation === "repos/upload-release-asset" ? { kind: "no-digest" } : undefined,
  });
  await pack("out", { name: "foo" });
  expect((await run("out")).diagnostics).toEqual([]);
  expect(repository.releases[0]?.assets.every(({ digest }) => digest === "unknown")).toBe(true);
  const count = changesIn(github).length;
  expect((await run("out")).diagnostics).toEqual([]);
  expect(changesIn(github).length).toBe(count);
});

const refusals: readonly {
  readonly name: string;
  readonly sketch?: Sketch;
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
}[] = [
  { name: "base host", sketch: { name: "foo", base: "host" }, codes: ["release/base-host"] },
  { name: "a name that GitHub would change", sketch: { name: "foo~x" }, codes: ["release/file-name"] },
  { name: "no such folder", argv: ["none"], codes: ["release/no-packages"] },
  { name: "a field that there isn't", argv: ["--tag", "{bass}"], codes: ["release/tag-field"] },
  { name: "no tag for git", argv: ["--tag", "a..b"], codes: ["release/tag"] },
  { name: "no repository", argv: ["--repo", "o"], codes: ["usage/repository"] },
  {
    name: "no token, no tag, and a key that is not there",
    argv: ["--tag", "", "--trust", "none.pub"],
    env: {},
    codes: ["usage/no-tag", "usage/no-token", "key/not-found"],
  },
  { name: "a token that is none", env: { GITHUB_TOKEN: "wrong" }, codes: ["release/token"] },
];

for (const { name, sketch = { name: "foo" }, argv = [], env, codes } of refusals) {
  test(`publish: refused, and nothing sent: ${name}`, async () => {
    const { github, pack, at } = await scene();
    await pack("out", sketch);
    const words = ["--repo", "o/r", "--tag", "packages", "--key", "mine.sec", ...argv];
    const environment = env ? { ...github.env, ...env } : at.env;
    const folders = argv[0] === "none" ? [] : ["out"];
    const { diagnostics } = await publish([...folders, ...words], { ...at, env: environment });
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(exitStatus(diagnostics)).toBe(2);
    expect(changesIn(github)).toEqual([]);
  });
}

test("publish: without a key nothing is published, and none is made", async () => {
  const { github, pack, at } = await scene();
  await pack("out", { name: "foo" });
  const { diagnostics } = await publish(["out", "--repo", "o/r", "--tag", "packages"], at);
  expect(diagnostics.map(({ code }) => code)).toEqual(["usage/no-publishing-key"]);
  expect(github.asked).toEqual([]);
});

test("publish: what the recipe forbids is not published, and its line is shown", async () => {
  const { github, run, pack } = await scene();
  const permit = {
    kind: "withheld",
    because: "no redistribution of binaries",
    recipe: "ports/foo/port.yml",
    line: 7,
    column: 19,
    text: "permit: {package: no redistribution of binaries}",
  } as const;
  await pack("out", { name: "foo", origin: { permit } });
  const { diagnostics } = await run("out");
  expect(
    rendered(diagnostics),
  ).toBe(`ports/foo/port.yml:7:19: error[release/not-permitted]: \`foo-1.0\` may not be handed on, as its recipe says in line 7: no redistribution of binaries
  |
7 | permit: {package: no redistribution of binaries}
  |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: leave it out; whoever wants it builds it from the recipe
`);
  expect(github.asked).toEqual([]);
});

test("publish: a package of a stranger is refused, of somebody trusted it stays as he signed it", async () => {
  const { run, pack, keys, folder, repository } = await scene();
  await pack("out", { name: "foo", key: keys.yours });
  expect((await run("out")).diagnostics.map(({ code }) => code)).toEqual(["release/other-signer"]);
  expect((await run("out", "--trust", "yours.pub")).diagnostics).toEqual([]);
  const file = repository.releases[0]?.assets.find(({ name }) => name === FOO)?.content;
  expect(file).toEqual(readFileSync(join(folder, "out", FOO)));
});

test("publish: a file that changed after its index was written", async () => {
  const { run, pack, folder } = await scene();
  await pack("out", { name: "foo" });
  writeFileSync(join(folder, "out", FOO), "changed");
  expect((await run("out")).diagnostics.map(({ code }) => code)).toEqual(["release/other-file"]);
});

test("publish: two packages of one name", async () => {
  const { run, pack } = await scene();
  await pack("one", { name: "foo" });
  await pack("two", { name: "foo", content: "other" });
  expect((await run("one", "two")).diagnostics.map(({ code }) => code)).toEqual(["release/twice"]);
  await pack("three", { name: "foo" });
  expect((await run("one", "three")).diagnostics).toEqual([]);
});

test("publish: a token that may only read, and one that GitHub refuses", async () => {
  const { run, pack } = await scene({
    fault: ({ method }) =>
      method === "GET" ? undefined : { kind: "refuse", status: 403, message: "Resource not accessible" },
  });
  await pack("out", { name: "foo" });
  const { diagnostics } = await run("out");
  expect(diagnostics.map(({ code }) => code)).toEqual(["release/forbidden"]);
  expect(exitStatus(diagnostics)).toBe(2);
});

test("publish: GitHub that never answers is told as such, and the same command goes on later", async () => {
  let isDown = true;
  const { run, pack, repository } = await scene({
    fault: () => (isDown ? { kind: "refuse", status: 503 } : undefined),
  });
  await pack("out", { name: "foo" });
  const { diagnostics } = await run("out");
  expect(diagnostics.map(({ code }) => code)).toEqual(["release/unreachable"]);
  expect(exitStatus(diagnostics)).toBe(3);
  isDown = false;
  expect((await run("out")).diagnostics).toEqual([]);
  expect(repository.releases.length).toBe(1);
});
