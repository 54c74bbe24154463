// Publishes through a GitHub that fails in every way there is, by a seed: the same seed gives the same faults. Whoever
// is killed or gives up starts again with the same command, as a user would.

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
// @ts-expect-error: plain JavaScript, shared with scripts/test-needs.mjs
import { node24 } from "../../scripts/node24.mjs";
import type { HostPath } from "../../src/host/host.ts";
import { parseEmbedded, parseIndex, parseSums, type SigningKey } from "../../src/package/package.ts";
import { exitStatus } from "../../src/report.ts";
import { type Fault, type GitHubDouble, startGitHub } from "../github/double.ts";
import { digestOf, type Release } from "../github/releases.ts";
import { rendered } from "../support.ts";
import { publish } from "./publisher.ts";

/** Folders of packages that are published to one tag, one after the other. */
export type Stock = {
  readonly folder: HostPath;
  readonly key: SigningKey;
  readonly folders: readonly string[];
  /** test/release/publish-process.ts, bundled. */
  readonly program: string;
};

export type Story = {
  readonly seed: number;
  readonly publishes: number;
  readonly attempts: number;
  readonly faults: number;
  readonly kills: number;
  /** What must never be, each with when it was; empty when all is well. */
  readonly wrongs: readonly string[];
};

/** Deterministic, and good enough to shake things: mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TOKEN = "the-token";
/** Each publish meets so many faults at most: even this GitHub gets better in the end. */
const MOST_FAULTS = 12;
const MOST_ATTEMPTS = 30;

/** Long enough for an answer from the next room; too short only means one more fault. */
const SILENT_MS = 400;

/** One release, published to in some order, from a fresh repository. */
export async function tell(seed: number, stock: Stock): Promise<Story> {
  const random = randomOf(seed);
  const wrongs: string[] = [];
  const count = { attempts: 0, faults: 0, kills: 0, left: 0 };
  let running: ChildProcess | undefined;
  const kind = random() < 0.15 ? "immutable" : "mutable";
  const github = await startGitHub({
    token: TOKEN,
    kind,
    fault: ({ operation, method }) => {
      if (count.left === 0 || random() > 0.22) return undefined;
      const fault = chooseFault(random, { operation, method, kill: running && (() => kill(running)) });
      if (fault) {
        count.left -= 1;
        count.faults += 1;
        if (fault.kind === "call") count.kills += 1;
      }
      return fault;
    },
    onChange: (release) => wrongs.push(...wrongsOf(release, stock.key)),
  });
  try {
    const order = kind === "immutable" ? stock.folders.slice(0, 1) : shuffled(stock.folders, random);
    for (const folder of order) {
      count.left = MOST_FAULTS;
      const isKillable = random() < 0.12;
      let status = 3;
      for (let attempt = 0; status === 3 && attempt < MOST_ATTEMPTS; attempt += 1) {
        count.attempts += 1;
        const argv = [folder, "--repo", "o/r", "--tag", "packages", "--key", "mine.sec"];
        const env = { ...github.env, GITHUB_TOKEN: TOKEN };
        if (isKillable && count.left > 0) {
          running = spawn(node24(), [stock.program, ...argv], {
            cwd: stock.folder,
            env: {
              ...env,
              PATH: process.env["PATH"] ?? "",
              HOME: stock.folder,
              // Half of a start is the reading of its program.
              NODE_COMPILE_CACHE: join(stock.folder, "compiled"),
            },
            stdio: ["ignore", "ignore", "pipe"],
          });
          status = await statusOf(running, wrongs);
          running = undefined;
        } else {
          const { diagnostics } = await publish(argv, {
            env,
            working: stock.folder,
            home: stock.folder,
            silentMs: SILENT_MS,
          });
          status = exitStatus(diagnostics);
          if (status !== 0 && status !== 3) wrongs.push(`${folder}: ${rendered(diagnostics)}`);
        }
      }
      if (status !== 0) wrongs.push(`${folder} was not published: ${status}`);
    }
    wrongs.push(...(await wrongsAtEnd({ github, order, stock })));
    return {
      seed,
      publishes: order.length,
      ...count,
      wrongs: wrongs.map((wrong) => `seed ${seed}: ${wrong}`),
    };
  } finally {
    await github.close();
  }
}

/** A killed one is as one that failed: it starts again. */
async function statusOf(child: ChildProcess, wrongs: string[]): Promise<number> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code, signal] = await new Promise<readonly [number | null, string | null]>((resolve) =>
    child.on("close", (...end) => resolve(end)),
  );
  if (signal === "SIGKILL" || code === 3) return 3;
  if (code !== 0) wrongs.push(`the process ended with ${code ?? signal}: ${said}`);
  return code ?? 70;
}

function kill(child: ChildProcess | undefined): void {
  child?.kill("SIGKILL");
}

type Moment = {
  readonly operation: string;
  readonly method: string;
  readonly kill: (() => void) | undefined;
};

function chooseFault(random: () => number, { operation, method, kill: call }: Moment): Fault | undefined {
  const pick = <T>(...choices: readonly T[]): T | undefined => choices[Math.floor(random() * choices.length)];
  const happens = pick("yes", "no") ?? "no";
  const faults: Fault[] = [
    { kind: "refuse", status: pick(500, 502, 503) ?? 500 },
    { kind: "refuse", status: 429, headers: { "retry-after": "30" } },
    { kind: "refuse", status: 403, message: "You have exceeded a secondary rate limit" },
    { kind: "reset", happens },
    { kind: "bad-gateway" },
    { kind: "cut-off" },
  ];
  // Half a second each: some of them are enough.
  if (random() < 0.1) faults.push({ kind: "silence", happens });
  if (method === "POST") faults.push({ kind: "lag", requests: Math.ceil(random() * 8) });
  if (operation === "repos/upload-release-asset") {
    faults.push({ kind: "damage" }, { kind: "starter" }, { kind: "no-digest" });
  }
  if (call)
    faults.push(
      ...(["before", "after", "after"] as const).map((when) => ({ kind: "call" as const, when, call })),
    );
  return pick(...faults);
}

function shuffled<T>(values: readonly T[], random: () => number): readonly T[] {
  return values
    .map((value) => ({ value, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

/**
 * At every moment: no list that names what is not there, and none that is damaged where anybody reads.
 *
 * A draft may hold a damaged list for a while. Its files have no readers (GitHub shows a draft to nobody but those who
 * may write to it), and a list goes into it under its own name at once, as all else does, so an upload that breaks
 * off leaves half of it there. Such a list vouches for nothing: the signature is over the whole text. It is last all the
 * same, so that even the lines which have arrived name only what is there; this is looked at whether it is signed or
 * not. In a published release a list takes its name only after GitHub has told its digest: there a damaged one is wrong.
 */
function wrongsOf({ assets, draft }: Release, key: SigningKey): readonly string[] {
  const list = assets.find(({ name, state }) => name === "SHA256.sig" && state === "uploaded");
  if (!list) return [];
  const text = list.content.toString();
  const isDamaged = parseEmbedded(text)?.verify(key) !== "good";
  // Not with our own reader of lists: it takes all of one, or nothing.
  const lines = [...text.matchAll(/^SHA256 \((.+)\) = ([0-9a-f]{64})$/gm)];
  const absent = lines.flatMap(([, file = "", sha256 = ""]) => {
    const asset = assets.find(({ name }) => name === file);
    if (asset?.state === "uploaded" && digestOf(asset) === sha256) return [];
    return [`SHA256.sig names ${file}, which is ${asset ? "another" : "not there"}`];
  });
  return [...absent, ...(isDamaged && !draft ? ["SHA256.sig is damaged"] : [])];
}

type End = { readonly github: GitHubDouble; readonly order: readonly string[]; readonly stock: Stock };

async function wrongsAtEnd({ github, order, stock }: End): Promise<readonly string[]> {
  const wrongs: string[] = [...github.violations];
  const { releases } = github.repository("o", "r");
  const published = releases.filter(({ draft }) => !draft);
  const [release] = published;
  if (published.length !== 1 || !release) return [...wrongs, `${published.length} releases are published`];
  if (releases.length !== 1) wrongs.push(`${releases.length - 1} drafts are left`);
  const asset = (name: string) => release.assets.find((one) => one.name === name);
  const names = release.assets.map(({ name }) => name).sort();
  if (new Set(names).size !== names.length) wrongs.push("an asset is doubled");
  const list = asset("SHA256.sig")?.content.toString() ?? "";
  if (parseEmbedded(list)?.verify(stock.key) !== "good") wrongs.push("SHA256.sig is not signed by our key");
  const sums = parseSums(parseEmbedded(list)?.message ?? "") ?? [];
  const listed = [...sums.map(({ file }) => file), "SHA256", "SHA256.sig"].sort();
  if (names.join(" ") !== listed.join(" "))
    wrongs.push(`there is ${names.join(" ")}, and listed ${listed.join(" ")}`);
  const index = parseIndex(asset("index.json")?.content.toString() ?? "");
  if (index.kind !== "index") return [...wrongs, `index.json: ${index.why}`];
  // The last one of a name counts.
  const expected = new Map(order.flatMap((folder) => contentsOf(join(stock.folder, folder))));
  const found = new Map(index.index.packages.map((row) => [row.file, row.contentDigest]));
  for (const [file, contentDigest] of expected)
    if (found.get(file) !== contentDigest) wrongs.push(`${file} is lost, or not the last one`);
  if (found.size !== expected.size) wrongs.push(`${found.size} packages instead of ${expected.size}`);
  const before = github.asked.length;
  const env = { ...github.env, GITHUB_TOKEN: TOKEN };
  const argv = [order.at(-1) ?? "", "--repo", "o/r", "--tag", "packages", "--key", "mine.sec"];
  const again = await publish(argv, { env, working: stock.folder, home: stock.folder, silentMs: SILENT_MS });
  const changes = github.asked.slice(before).filter(({ method }) => method !== "GET");
  if (again.diagnostics.length > 0) wrongs.push(`run again: ${rendered(again.diagnostics)}`);
  if (changes.length > 0) wrongs.push(`run again: ${changes.map(({ operation }) => operation).join(" ")}`);
  return wrongs;
}

const contents = new Map<string, readonly (readonly [string, string])[]>();

function contentsOf(folder: string): readonly (readonly [string, string])[] {
  const known = contents.get(folder);
  if (known) return known;
  const index = parseIndex(readFileSync(join(folder, "index.json"), "utf8"));
  if (index.kind !== "index") throw new Error(index.why);
  const rows = index.index.packages.map(({ file, contentDigest }) => [file, contentDigest] as const);
  contents.set(folder, rows);
  return rows;
}
