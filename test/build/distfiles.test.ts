import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { explainFetch, type FetchSetting, fetchDistfiles } from "../../src/build/build.ts";
import { openHost } from "../../src/host/host.ts";
import type { Distfile, DistfileUrl } from "../../src/port/port.ts";
import { never, recorder, rendered, temporaryFolder } from "../support.ts";
import { type Behaviour, cutAfter, endingAfter, inTurn, serve, whole } from "./faulty-server.ts";
import { expectGolden } from "./workshop.ts";

const CONTENT = randomBytes(300_000);
const HEX = createHash("sha256").update(CONTENT).digest("hex");
const RECIPE = { name: "port.yml", text: "distfiles:\n  - sha256: 00\n" };
const SPAN = { source: RECIPE, start: 13, end: 15 };
const DIGEST_SPAN = { source: RECIPE, start: 23, end: 25 };

/** The real machine, its clock two hundred times as fast for waits. */
function hurried(waits: number[] = []): FetchSetting["host"] {
  const host = openHost();
  return {
    ...host,
    wait: (durationMs, signal) => {
      waits.push(durationMs);
      return host.wait(durationMs / 200, signal);
    },
  };
}

function distfile(urls: readonly DistfileUrl[], rest: Partial<Distfile> = {}): Distfile {
  const digests = [{ algorithm: "sha256", hex: HEX }] as const;
  return { file: "foo-1.0.tar.gz", urls, digests, subdir: "", span: SPAN, digestSpan: DIGEST_SPAN, ...rest };
}

function setting(rest: Partial<FetchSetting> = {}): FetchSetting {
  const folder = temporaryFolder();
  const inside = (name: string) => {
    mkdirSync(join(folder, name));
    return join(folder, name) as FetchSetting["cache"];
  };
  return {
    portFolder: inside("port"),
    cache: inside("cache"),
    aptFolder: inside("apt"),
    host: hurried(),
    report: () => undefined,
    ...rest,
  };
}

const web = (url: string): DistfileUrl => ({ kind: "web", url });

type Case = {
  readonly name: string;
  readonly behaviour: Behaviour;
  readonly distfile?: Partial<Distfile>;
  /** `two`: from where the second goes on is the network's luck. */
  readonly requests: readonly string[] | "two";
  readonly outcome: "fetched" | { readonly why: object };
};

const kill: Behaviour = (_request, response) => void response.socket?.resetAndDestroy();
const answering =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) =>
    void response.writeHead(status, headers).end("no");
const unsized =
  (content: Buffer): Behaviour =>
  (_request, response) => {
    response.writeHead(200);
    response.end(content);
  };
const otherRange: Behaviour = (_request, response) =>
  void response
    .writeHead(206, { "content-range": `bytes 7-${CONTENT.length - 1}/${CONTENT.length}` })
    .end(CONTENT.subarray(7));
const stalling: Behaviour = (_request, response) => {
  response.writeHead(200, { "content-length": CONTENT.length });
  response.write(CONTENT.subarray(0, 1000));
};
const drop = Buffer.from("x");
const longer = Buffer.concat([CONTENT, drop]);
const F = "/foo-1.0.tar.gz";

const cases: readonly Case[] = [
  { name: "plain", behaviour: whole(CONTENT), requests: [F], outcome: "fetched" },
  { name: "no length told", behaviour: unsized(CONTENT), requests: [F], outcome: "fetched" },
  {
    name: "cut off, then resumed",
    behaviour: inTurn(endingAfter(CONTENT, 100_000), endingAfter(CONTENT, 50_000), whole(CONTENT)),
    distfile: { sizeBytes: 300_000 },
    requests: [F, `${F} bytes=100000-`, `${F} bytes=150000-`],
    outcome: "fetched",
  },
  {
    name: "cut off each time",
    behaviour: inTurn(endingAfter(CONTENT, 1000), endingAfter(CONTENT, 0)),
    distfile: { sizeBytes: 300_000 },
    requests: [F, ...Array.from({ length: 5 }, () => `${F} bytes=1000-`)],
    outcome: { why: { kind: "truncated", found: 1000, expected: 300_000 } },
  },
  {
    name: "a whole answer of another size",
    behaviour: unsized(CONTENT.subarray(0, 1000)),
    distfile: { sizeBytes: 300_000 },
    requests: [F],
    outcome: { why: { kind: "wrong-size", found: 1000, expected: 300_000 } },
  },
  {
    name: "reset in the midst",
    behaviour: inTurn(cutAfter(CONTENT, 100_000), whole(CONTENT)),
    requests: "two",
    outcome: "fetched",
  },
  {
    name: "reset before the answer",
    behaviour: inTurn(kill, kill, whole(CONTENT)),
    requests: [F, F, F],
    outcome: "fetched",
  },
  {
    name: "server ignores Range",
    behaviour: inTurn(endingAfter(CONTENT, 1000), unsized(CONTENT)),
    distfile: { sizeBytes: 300_000 },
    requests: [F, `${F} bytes=1000-`],
    outcome: "fetched",
  },
  {
    name: "server answers another range",
    behaviour: inTurn(endingAfter(CONTENT, 1000), otherRange, whole(CONTENT)),
    distfile: { sizeBytes: 300_000 },
    requests: [F, `${F} bytes=1000-`, F],
    outcome: "fetched",
  },
  {
    name: "416 on resuming",
    behaviour: inTurn(endingAfter(CONTENT, 1000), answering(416), whole(CONTENT)),
    distfile: { sizeBytes: 300_000 },
    requests: [F, `${F} bytes=1000-`, F],
    outcome: "fetched",
  },
  {
    name: "file changed between two pieces",
    behaviour: inTurn(endingAfter(Buffer.alloc(300_000), 1000), whole(CONTENT)),
    distfile: { sizeBytes: 300_000 },
    requests: [F, `${F} bytes=1000-`, F],
    outcome: "fetched",
  },
  {
    name: "503 twice",
    behaviour: inTurn(answering(503), answering(429, { "retry-after": "7" }), whole(CONTENT)),
    requests: [F, F, F],
    outcome: "fetched",
  },
  {
    name: "Retry-After longer than patience",
    behaviour: answering(503, { "retry-after": "3600" }),
    requests: [F],
    outcome: { why: { kind: "status", status: 503 } },
  },
  {
    name: "404",
    behaviour: answering(404),
    requests: [F],
    outcome: { why: { kind: "status", status: 404 } },
  },
  {
    name: "length told is another than the recipe's",
    behaviour: whole(longer),
    distfile: { sizeBytes: 300_000 },
    requests: [F],
    outcome: { why: { kind: "wrong-size", found: 300_001, expected: 300_000 } },
  },
  {
    name: "endless",
    behaviour: unsized(Buffer.concat([CONTENT, CONTENT])),
    distfile: { sizeBytes: 1000 },
    requests: [F],
    outcome: { why: { kind: "wrong-size", expected: 1000 } },
  },
  {
    name: "wrong content",
    behaviour: whole(drop),
    requests: [F],
    outcome: {
      why: {
        kind: "wrong-digest",
        expected: { algorithm: "sha256", hex: HEX },
        found: createHash("sha256").update(drop).digest("hex"),
      },
    },
  },
  {
    name: "right sha256, wrong md5",
    behaviour: whole(CONTENT),
    distfile: {
      digests: [
        { algorithm: "sha256", hex: HEX },
        { algorithm: "md5", hex: "0".repeat(32) },
      ],
    },
    requests: [F],
    outcome: { why: { kind: "wrong-digest", expected: { algorithm: "md5", hex: "0".repeat(32) } } },
  },
  {
    name: "stalls, then resumed",
    behaviour: inTurn(stalling, whole(CONTENT)),
    requests: [F, `${F} bytes=1000-`],
    outcome: "fetched",
  },
];

for (const row of cases) {
  test(`fetch: ${row.name}`, async () => {
    const server = await serve({ [F]: row.behaviour });
    const where = setting();
    const one = distfile([web(server.url(F))], row.distfile);
    const outcome = await fetchDistfiles([one], where, never);
    if (row.requests === "two") expect(server.requests.length).toBe(2);
    else expect(server.requests).toEqual(row.requests);
    const kept = join(where.cache, "sha256", HEX);
    if (row.outcome === "fetched") {
      expect(outcome).toEqual({ kind: "fetched", files: [{ distfile: one, file: kept }] });
      expect(readFileSync(kept).equals(CONTENT)).toBe(true);
      expect(readdirSync(join(where.cache, "sha256"))).toEqual([HEX]);
    } else {
      const failures = [{ distfile: one, attempts: [{ from: server.url(F), ...row.outcome }] }];
      expect(outcome).toMatchObject({ kind: "failed", failures });
      const left = row.name.startsWith("cut off") ? [`${HEX}.part`] : [];
      expect(readdirSync(join(where.cache, "sha256"))).toEqual(left);
    }
  });
}

test("fetch: waits grow, and Retry-After is kept to", async () => {
  const server = await serve({
    [F]: inTurn(answering(503), answering(503), answering(429, { "retry-after": "7" }), whole(CONTENT)),
  });
  const waits: number[] = [];
  await fetchDistfiles([distfile([web(server.url(F))])], setting({ host: hurried(waits) }), never);
  expect(waits.filter((wait) => wait < 60_000)).toEqual([500, 1000, 7000]);
});

test("fetch: a redirect is followed", async () => {
  const server = await serve({
    "/old": (_request, response) => void response.writeHead(302, { location: F }).end(),
    [F]: whole(CONTENT),
  });
  const outcome = await fetchDistfiles([distfile([web(server.url("/old"))])], setting(), never);
  expect(outcome.kind).toBe("fetched");
});

test("fetch: after a wrong digest the next mirror serves", async () => {
  const server = await serve({ "/bad": whole(drop), [F]: whole(CONTENT) });
  const outcome = await fetchDistfiles(
    [distfile([web(server.url("/bad")), web(server.url(F))])],
    setting(),
    never,
  );
  expect(outcome.kind).toBe("fetched");
  expect(server.requests).toEqual(["/bad", F]);
});

test("fetch: what is no place of the web is passed over with a note, and asked for by nobody", async () => {
  const server = await serve({ [F]: whole(CONTENT) });
  const { report, events } = recorder();
  const unasked = [web("ftp://user:secret@ftp.example.org/foo-1.0.tar.gz"), web("mirror/foo-1.0.tar.gz")];
  const waits: number[] = [];
  const where = setting({ report, host: hurried(waits) });
  const outcome = await fetchDistfiles([distfile([...unasked, web(server.url(F))])], where, never);
  expect(outcome.kind).toBe("fetched");
  expect(waits.filter((wait) => wait < 60_000)).toEqual([]);
  expect(events.flatMap((event) => (event.kind === "note" ? [event.message] : []))).toEqual([
    "`ftp://ftp.example.org/foo-1.0.tar.gz` is passed over: `ftp:` is not spoken here, only `https:` and `http:`",
    "`mirror/foo-1.0.tar.gz` is passed over: it is no address",
  ]);
  const alone = await fetchDistfiles([distfile(unasked)], setting(), never);
  if (alone.kind !== "failed") throw new Error(alone.kind);
  expect(explainFetch(alone.failures)).toEqual([
    {
      severity: "error",
      code: "build/unavailable",
      blame: "recipe",
      message: [
        "`foo-1.0.tar.gz` has no place that can be asked",
        "  `ftp://ftp.example.org/foo-1.0.tar.gz`: `ftp:` is not spoken here, only `https:` and `http:`",
        "  `mirror/foo-1.0.tar.gz`: it is no address",
      ].join("\n"),
      help: "add a place that begins with `https://` to the recipe",
      span: SPAN,
    },
  ]);
});

test("fetch: a download broken off in an earlier run goes on, at another mirror too", async () => {
  const server = await serve({ "/bad": endingAfter(CONTENT, 1000), [F]: whole(CONTENT) });
  const where = setting();
  const places = [web(server.url("/bad")), web(server.url("/gone"))];
  expect((await fetchDistfiles([distfile(places, { sizeBytes: 300_000 })], where, never)).kind).toBe(
    "failed",
  );
  expect((await fetchDistfiles([distfile([web(server.url(F))])], where, never)).kind).toBe("fetched");
  expect(server.requests.at(-1)).toBe(`${F} bytes=6000-`);
});

test("fetch: what is cached is not fetched again, unless it was damaged", async () => {
  const server = await serve({ [F]: whole(CONTENT) });
  const where = setting();
  const one = [distfile([web(server.url(F))])];
  await fetchDistfiles(one, where, never);
  await fetchDistfiles(one, where, never);
  expect(server.requests.length).toBe(1);
  writeFileSync(join(where.cache, "sha256", HEX), "damaged");
  expect((await fetchDistfiles(one, where, never)).kind).toBe("fetched");
  expect(server.requests.length).toBe(2);
});

test("fetch: all that can't be had is told at once, with each place", async () => {
  const server = await serve({
    "/wrong": whole(drop),
    "/gone": answering(410),
    "/cut": cutAfter(CONTENT, 0),
  });
  const where = setting();
  const outcome = await fetchDistfiles(
    [
      distfile([web(server.url("/wrong").replace("//", "//me:pass%20word@")), web(server.url("/gone"))]),
      distfile([web(server.url("/cut"))], { file: "bar.zip" }),
      distfile([{ kind: "port", path: "files/missing.c" }], { file: "missing.c", digests: [] }),
      distfile([{ kind: "port", path: "../secret" }], { file: "secret", digests: [] }),
    ],
    where,
    never,
  );
  if (outcome.kind !== "failed") throw new Error(outcome.kind);
  const found = createHash("sha256").update(drop).digest("hex");
  const text = rendered(explainFetch(outcome.failures)).replaceAll(/127\.0\.0\.1:\d+/g, "HOST");
  expectGolden("what could not be fetched", text.replaceAll(HEX, "EXPECTED").replaceAll(found, "FOUND"));
});

test("fetch: paths of the port stay in its folder", async () => {
  const where = setting();
  writeFileSync(join(where.portFolder, "foo.c"), CONTENT);
  writeFileSync(join(where.cache, "outside"), CONTENT);
  symlinkSync(join(where.cache, "outside"), join(where.portFolder, "link"));
  symlinkSync("foo.c", join(where.portFolder, "good-link"));
  const outcomeOf = async (path: string, rest: Partial<Distfile>) => {
    const outcome = await fetchDistfiles([distfile([{ kind: "port", path }], rest)], where, never);
    return outcome.kind === "failed" ? outcome.failures[0]?.attempts[0]?.why.kind : outcome.kind;
  };
  expect(await outcomeOf("foo.c", { digests: [] })).toBe("fetched");
  expect(await outcomeOf("good-link", {})).toBe("fetched");
  expect(await outcomeOf("link", { digests: [] })).toBe("outside-port");
  expect(await outcomeOf("../cache/outside", { digests: [] })).toBe("outside-port");
  expect(await outcomeOf("/etc/passwd", { digests: [] })).toBe("outside-port");
  expect(await outcomeOf("none", { digests: [] })).toBe("absent");
});

test("fetch: a file of this machine is copied into the cache", async () => {
  const where = setting();
  const path = join(temporaryFolder(), "foo.c");
  writeFileSync(path, CONTENT);
  const { events, report } = recorder();
  const outcome = await fetchDistfiles([distfile([{ kind: "file", path }])], { ...where, report }, never);
  expect(outcome.kind).toBe("fetched");
  expect(events).toEqual([
    { kind: "progress", what: "foo-1.0.tar.gz", done: 300_000, total: 300_000, unit: "bytes" },
  ]);
});

test("fetch: a file at hand that was changed is told, though the cache knows its digest", async () => {
  const where = setting();
  const server = await serve({ [F]: whole(CONTENT) });
  const path = join(where.portFolder, "foo.c");
  const inPort: DistfileUrl = { kind: "port", path: "foo.c" };
  const near = [inPort, { kind: "file", path }] as const;
  for (const url of near) {
    writeFileSync(path, CONTENT);
    const one = distfile([url, web(server.url(F))]);
    expect((await fetchDistfiles([one], where, never)).kind).toBe("fetched");
    writeFileSync(path, drop);
    expect(await fetchDistfiles([one], where, never)).toMatchObject({
      kind: "failed",
      failures: [{ attempts: [{ why: { kind: "wrong-digest" } }] }],
    });
  }
  // Where it is only the second choice, the cache still comes first.
  const behind = distfile([web(server.url(F)), inPort]);
  expect((await fetchDistfiles([behind], where, never)).kind).toBe("fetched");
  expect(server.requests).toEqual([]);
});

test("fetch: two at once that go on with the same broken-off download", async () => {
  const server = await serve({ "/bad": endingAfter(CONTENT, 1000), [F]: whole(CONTENT) });
  const where = setting();
  const broken = distfile([web(server.url("/bad"))], { sizeBytes: 300_000 });
  expect((await fetchDistfiles([broken], where, never)).kind).toBe("failed");
  const one = distfile([web(server.url(F))]);
  const outcome = await fetchDistfiles([one, one, one], where, never);
  expect(outcome.kind).toBe("fetched");
  expect(readdirSync(join(where.cache, "sha256"))).toEqual([HEX]);
});

test("fetch: debian: asks the pools of the configured archives only", async () => {
  const pool = "/ubuntu/pool/universe/f/foo/foo_1.0.orig.tar.gz";
  const server = await serve({ [pool]: whole(CONTENT) });
  const where = setting();
  writeFileSync(
    join(where.aptFolder, "sources.list"),
    `deb ${server.url("/thirdparty")} stable main\ndeb [arch=amd64] ${server.url("/ubuntu")} noble main universe\n`,
  );
  const outcome = await fetchDistfiles(
    [distfile([{ kind: "debian", file: "foo_1.0.orig.tar.gz" }])],
    where,
    never,
  );
  expect(outcome.kind).toBe("fetched");
  expect(server.requests).toEqual([pool.replace("universe", "main"), pool]);
});

test("fetch: an abort ends it at once and keeps what came", async () => {
  const aborter = new AbortController();
  const server = await serve({
    [F]: (request, response, n) => {
      stalling(request, response, n);
      setTimeout(() => aborter.abort(), 50);
    },
  });
  const where = setting({ host: openHost() });
  const outcome = await fetchDistfiles([distfile([web(server.url(F))])], where, aborter.signal);
  expect(outcome).toEqual({ kind: "aborted" });
  expect(existsSync(join(where.cache, "sha256", HEX))).toBe(false);
  expect(readFileSync(join(where.cache, "sha256", `${HEX}.part`)).length).toBe(1000);
});

test("fetch: the store is asked first, and not believed", async () => {
  const server = await serve({ "/foo": whole(CONTENT) });
  const asked: string[] = [];
  const lying = { ...hurried(), store: storeOf("not what was asked for", asked) };
  const here = setting({ host: lying });
  const outcome = await fetchDistfiles([distfile([web(server.url("/foo"))])], here, never);
  const file = join(here.cache, "sha256", HEX);
  expect(outcome).toMatchObject({ kind: "fetched", files: [{ file }] });
  expect(readFileSync(file)).toEqual(CONTENT);
  expect(asked).toEqual([`restore distfile-sha256-${HEX}`, `keep distfile-sha256-${HEX}`]);
});

test("fetch: what the store has is not fetched again", async () => {
  const asked: string[] = [];
  const here = setting({ host: { ...hurried(), store: storeOf(CONTENT, asked) } });
  const outcome = await fetchDistfiles([distfile([web("http://127.0.0.1:1/foo-1.0.tar.gz")])], here, never);
  expect(outcome).toMatchObject({ kind: "fetched" });
  expect(asked).toEqual([`restore distfile-sha256-${HEX}`]);
});

function storeOf(content: string | Buffer, asked: string[]): FetchSetting["host"]["store"] {
  return {
    keeps: "files",
    restore: async (key, file) => {
      asked.push(`restore ${key}`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return "restored";
    },
    keep: async (key) => void asked.push(`keep ${key}`),
  };
}
