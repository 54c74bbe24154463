// What the tests of the verb `publish` stand on: a double of GitHub, keys, a folder; and what a release holds.

import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { parseEmbedded, parseSums } from "../../src/package/package.ts";
import { type DoubleSetting, type GitHubDouble, startGitHub } from "../github/double.ts";
import { digestOf, type Release } from "../github/releases.ts";
import { recorder, temporaryFolder } from "../support.ts";
import { makeKey, packInto, type Sketch } from "./packages.ts";
import { publish } from "./publisher.ts";

const TOKEN = "the-token";

export async function scene(setting: Partial<DoubleSetting> = {}) {
  const wrongs: string[] = [];
  const onChange = (release: Release) => wrongs.push(...uncovered(release));
  const github = await startGitHub({ token: TOKEN, kind: "mutable", onChange, ...setting });
  onTestFinished(async () => {
    await github.close();
    expect(github.violations).toEqual([]);
    expect(wrongs).toEqual([]);
  });
  const folder = temporaryFolder();
  const keys = { mine: await makeKey(folder, "mine"), yours: await makeKey(folder, "yours") };
  const env = { ...github.env, GITHUB_TOKEN: TOKEN };
  const { events, report } = recorder();
  const at = { env, working: folder, home: folder, report };
  const run = (...argv: readonly string[]) =>
    publish(["--repo", "o/r", "--tag", "packages", "--key", "mine.sec", ...argv], at);
  const pack = (out: string, sketch: Sketch) => packInto(join(folder, out), sketch);
  return { github, folder, keys, run, pack, at, events, repository: github.repository("o", "r") };
}

/** What a signed list names, and what is not there as it says. */
function uncovered(release: Release): readonly string[] {
  const list = release.assets.find(({ name }) => name === "SHA256.sig");
  const sums = parseSums(parseEmbedded(list?.content.toString() ?? "")?.message ?? "") ?? [];
  return sums.flatMap(({ file, sha256 }) => {
    const asset = release.assets.find(({ name }) => name === file);
    return asset?.state === "uploaded" && digestOf(asset) === sha256 ? [] : [file];
  });
}

export function namesOf({ assets }: Pick<Release, "assets">): readonly string[] {
  return assets.map(({ name }) => name).sort();
}

export function textOf(release: Release | undefined, name: string): string {
  return release?.assets.find((one) => one.name === name)?.content.toString() ?? "";
}

export function packagesIn(release: Release | undefined): readonly string[] {
  const index = JSON.parse(textOf(release, "index.json")) as {
    readonly packages: readonly { readonly fullpkgname: string }[];
  };
  return index.packages.map(({ fullpkgname }) => fullpkgname);
}

export function changesIn({ asked }: GitHubDouble): readonly string[] {
  return asked.filter(({ method }) => method !== "GET").map(({ operation }) => operation);
}

export const FOO = "foo-1.0--debian-12--x86_64.tar.gz";
const LISTS = [
  "SHA256",
  "SHA256.sig",
  "index",
  "index.json",
  "modular-buildpack.sh",
  "provenance.intoto.jsonl",
];
export const WHOLE = [...LISTS, FOO, `${FOO}.spdx.json`].sort();
