// What becomes of one request: scripted answers from a real server, read through octokit, over a clock that doesn't wait.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { openGitHub, openHost } from "../../src/host/host.ts";
import { never } from "../support.ts";
import { virtualClock } from "./virtual-clock.ts";

// Loaded at the first request, which would take longer than the silence that is borne here.
beforeAll(() => import("@actions/github/lib/utils"));

type Scripted =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | "reset"
  | "cut off"
  | "silence";

type Seen = { readonly request: string; readonly headers: IncomingMessage["headers"]; readonly body: string };

/** Gives these answers, one a request; the last one again and again. */
async function github(script: readonly Scripted[], token: "secret" | "none" = "secret") {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push({
      request: `${request.method} ${request.url}`,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    });
    give(script[Math.min(seen.length, script.length) - 1] ?? "reset", response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = virtualClock();
  const told: string[] = [];
  const means = {
    ...clock,
    environment: (name: string) => (name === "GITHUB_API_URL" ? `${origin}/api/v3` : undefined),
    readStream: openHost().readStream,
    writeStream: openHost().writeStream,
    // A busy machine is silent for longer than a test should be.
    silentMs: script.includes("silence") ? 1000 : 60_000,
  };
  const access = {
    repository: { owner: "o", name: "r" },
    token: token === "none" ? undefined : token,
    patienceMs: 3_600_000,
    onWait: (why: string, durationMs: number) => void told.push(`${why}, ${durationMs} ms`),
  };
  return { api: openGitHub(means, access), seen, waits: clock.waits, told, origin };
}

function give(answer: Scripted, response: ServerResponse): void {
  if (answer === "silence") return;
  if (answer === "reset") {
    response.destroy();
    return;
  }
  if (answer === "cut off") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write('[{"id": 1', () => response.destroy());
    return;
  }
  const headers = { "content-type": "application/json; charset=utf-8", ...answer.headers };
  response.writeHead(answer.status, headers).end(JSON.stringify(answer.body ?? {}));
}

const ASSET = { id: 7, name: "a.tar.gz", state: "uploaded", size: 3, digest: `sha256:${"a".repeat(64)}` };
const READ_ASSET = { id: 7, name: "a.tar.gz", state: "uploaded", sizeBytes: 3, sha256: "a".repeat(64) };
const LIST: Scripted = { status: 200, body: [ASSET] };
const READ = { kind: "answered", value: [READ_ASSET] };
const DATE = "Thu, 01 Jan 2026 00:00:00 GMT";

const reading: readonly {
  readonly name: string;
  readonly script: readonly Scripted[];
  readonly answer: unknown;
  readonly waits: readonly number[];
}[] = [
  { name: "as it should be", script: [LIST], answer: READ, waits: [] },
  { name: "502, then well", script: [{ status: 502 }, LIST], answer: READ, waits: [1000] },
  { name: "a reset, then well", script: ["reset", "reset", LIST], answer: READ, waits: [1000, 2000] },
  { name: "cut off, then well", script: ["cut off", LIST], answer: READ, waits: [1000] },
  { name: "silence, then well", script: ["silence", LIST], answer: READ, waits: [1000] },
  {
    name: "never",
    script: [{ status: 503 }],
    answer: { kind: "unreachable", why: "status 503" },
    waits: [1000, 2000, 4000, 8000, 16_000],
  },
  {
    name: "something else in GitHub's name",
    script: [{ status: 200, body: [{ portal: "log in" }] }],
    answer: { kind: "unreachable", why: "the answer was cut off, or is not GitHub's" },
    waits: [1000, 2000, 4000, 8000, 16_000],
  },
  {
    name: "no such thing",
    script: [{ status: 404, body: { message: "Not Found" } }],
    answer: { kind: "refused", status: 404, message: "Not Found", codes: [] },
    waits: [],
  },
  {
    name: "forbidden, which is no limit",
    script: [{ status: 403, body: { message: "Resource not accessible by integration" } }],
    answer: { kind: "refused", status: 403, message: "Resource not accessible by integration", codes: [] },
    waits: [],
  },
  {
    name: "Retry-After is obeyed",
    script: [{ status: 429, headers: { "retry-after": "7" } }, LIST],
    answer: READ,
    waits: [7000],
  },
  {
    name: "Retry-After is obeyed by those that are busy, too",
    script: [{ status: 503, headers: { "retry-after": "7" } }, { status: 503 }, LIST],
    answer: READ,
    waits: [7000, 2000],
  },
  {
    name: "busy beyond all patience",
    script: [{ status: 503, headers: { "retry-after": "4000" } }],
    answer: { kind: "limited", waitMs: 4_000_000 },
    waits: [],
  },
  {
    name: "the primary limit is waited out, by the server's clock",
    script: [
      {
        status: 403,
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1767225690", date: DATE },
        body: { message: "API rate limit exceeded" },
      },
      LIST,
    ],
    answer: READ,
    waits: [91_000],
  },
  {
    name: "a secondary limit without a time: a minute, then two",
    script: [
      { status: 403, body: { message: "You have exceeded a secondary rate limit." } },
      { status: 403, body: { message: "You have exceeded a secondary rate limit." } },
      LIST,
    ],
    answer: READ,
    waits: [60_000, 120_000],
  },
  {
    name: "a limit beyond all patience",
    script: [{ status: 429, headers: { "retry-after": "4000" } }],
    answer: { kind: "limited", waitMs: 4_000_000 },
    waits: [],
  },
];

for (const { name, script, answer, waits } of reading) {
  test(`github, reading: ${name}`, async () => {
    const { api, waits: found } = await github(script);
    expect(await api.assets(1, never)).toEqual(answer);
    expect(found).toEqual(waits);
  });
}

const changing: readonly {
  readonly name: string;
  readonly script: readonly Scripted[];
  readonly answer: unknown;
}[] = [
  {
    name: "a name that is taken",
    script: [
      {
        status: 422,
        body: {
          message: "Validation Failed",
          errors: [{ resource: "ReleaseAsset", code: "already_exists" }],
        },
      },
    ],
    answer: { kind: "refused", status: 422, message: "Validation Failed", codes: ["already_exists"] },
  },
  {
    name: "502 is not tried again",
    script: [{ status: 502 }],
    answer: { kind: "unreachable", why: "status 502" },
  },
  {
    name: "nor is silence",
    script: ["silence"],
    answer: { kind: "unreachable", why: "nothing moved any more" },
  },
  {
    name: "a limit did nothing, so it is",
    script: [
      { status: 429, headers: { "retry-after": "1" } },
      { status: 200, body: ASSET },
    ],
    answer: { kind: "answered", value: READ_ASSET },
  },
];

for (const { name, script, answer } of changing) {
  test(`github, changing: ${name}`, async () => {
    const { api } = await github(script);
    expect(await api.renameAsset({ id: 7, name: "a.tar.gz" }, never)).toEqual(answer);
  });
}

test("github: a change that met Retry-After is not tried again, and what comes next waits", async () => {
  const { api, waits, told, seen } = await github([{ status: 503, headers: { "retry-after": "7" } }, LIST]);
  const change = await api.renameAsset({ id: 7, name: "a.tar.gz" }, never);
  expect(change).toEqual({ kind: "unreachable", why: "status 503" });
  expect(waits).toEqual([]);
  expect(told).toEqual(["GitHub can't be reached (status 503), 7000 ms"]);
  expect(await api.assets(1, never)).toEqual(READ);
  expect(waits).toEqual([7000]);
  expect(seen.length).toBe(2);
});

test("github: what is gone already was removed", async () => {
  const { api } = await github([{ status: 404, body: { message: "Not Found" } }]);
  expect(await api.removeAsset(7, never)).toEqual({ kind: "answered", value: true });
});

test("github: all pages, as the links say, below GITHUB_API_URL", async () => {
  const link = { link: '<https://api.github.com/repositories/1/releases/1/assets?page=2>; rel="next"' };
  const { api, seen } = await github([{ ...LIST, headers: link }, LIST]);
  expect(await api.assets(1, never)).toEqual({ kind: "answered", value: [READ_ASSET, READ_ASSET] });
  expect(seen.map(({ request }) => request)).toEqual([
    "GET /api/v3/repos/o/r/releases/1/assets?per_page=100&page=1",
    "GET /api/v3/repos/o/r/releases/1/assets?per_page=100&page=2",
  ]);
});

test("github: with a token, and without", async () => {
  const known = await github([LIST]);
  await known.api.assets(1, never);
  expect(known.seen[0]?.headers.authorization).toBe("token secret");
  const unknown = await github([LIST], "none");
  await unknown.api.assets(1, never);
  expect(unknown.seen[0]?.headers.authorization).toBe(undefined);
});

test("github: an upload goes where the release says, with its length, and is told piece by piece", async () => {
  const { api, seen, origin } = await github([{ status: 201, body: ASSET }]);
  const release = {
    id: 1,
    tag: "t",
    state: "draft",
    assets: "mutable",
    body: "",
    uploadUrl: `${origin}/uploads/1/assets{?name,label}`,
    pageUrl: origin,
  } as const;
  let told = 0;
  const onBytes = (count: number) => {
    told += count;
  };
  const upload = { release, name: "a+b.tar.gz", contentType: "application/gzip", onBytes };
  const answer = await api.upload({ ...upload, content: Buffer.from("abc") }, never);
  expect(answer).toEqual({ kind: "answered", value: READ_ASSET });
  expect(told).toBe(3);
  expect(seen[0]).toMatchObject({
    request: "POST /uploads/1/assets?name=a%2Bb.tar.gz",
    headers: { "content-length": "3", "content-type": "application/gzip" },
    body: "abc",
  });
});

test("github: waits are told", async () => {
  const { api, told } = await github([
    { status: 429, headers: { "retry-after": "7" } },
    { status: 500 },
    LIST,
  ]);
  await api.assets(1, never);
  expect(told).toEqual([
    "GitHub wants fewer requests, 7000 ms",
    "GitHub can't be reached (status 500), 1000 ms",
  ]);
});

test("github: cancelling ends a request", async () => {
  const { api } = await github(["silence"]);
  const cancel = new AbortController();
  const answer = api.assets(1, cancel.signal);
  setImmediate(() => cancel.abort());
  await expect(answer).rejects.toThrow("abort");
});
