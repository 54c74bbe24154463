import { expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { type Behaviour, serve, whole } from "../build/faulty-server.ts";
import { rendered } from "../support.ts";
import { folderOf, runIn } from "./verbs.ts";

const CONTENT = Buffer.from("the source");
const SUM = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

const noHead: Behaviour = (request, response, n) => {
  if (request.method === "HEAD") response.writeHead(405).end();
  else {
    response.writeHead(206, { "content-range": `bytes 0-0/${CONTENT.length}`, "content-length": 1 });
    response.end(CONTENT.subarray(n - n, 1));
  }
};

const cases: readonly {
  readonly name: string;
  readonly answers: Readonly<Record<string, Behaviour>>;
  readonly mirrors?: readonly string[];
  readonly codes: readonly string[];
  readonly status: number;
}[] = [
  { name: "it is there", answers: { "/foo.tgz": whole(CONTENT) }, codes: [], status: 0 },
  { name: "the server knows no HEAD", answers: { "/foo.tgz": noHead }, codes: [], status: 0 },
  {
    name: "it has moved, and the way leads there",
    answers: {
      "/foo.tgz": (_, response) => response.writeHead(302, { location: "/new.tgz" }).end(),
      "/new.tgz": whole(CONTENT),
    },
    codes: [],
    status: 0,
  },
  { name: "it is gone", answers: {}, codes: ["error check/lost-source"], status: 1 },
  {
    name: "a mirror is gone",
    answers: { "/foo.tgz": whole(CONTENT) },
    mirrors: ["/old/foo.tgz"],
    codes: ["warning check/lost-source"],
    status: 0,
  },
  {
    name: "another file is there",
    answers: { "/foo.tgz": whole(Buffer.from("sorry")) },
    codes: ["warning check/other-size"],
    status: 0,
  },
];

for (const { name, answers, mirrors = [], codes, status } of cases) {
  test(`check --online: ${name}`, async () => {
    const server = await serve(answers);
    const places =
      mirrors.length === 0 ? "" : `, mirrors: [${mirrors.map((one) => server.url(one)).join(", ")}]`;
    const folder = folderOf({
      "foo/port.yml": `name: foo\nversion: "1"\ncomment: a foo\nbuild: {style: make}\ndistfiles: [{url: "${server.url("/foo.tgz")}", size: ${CONTENT.length}, sha256: ${SUM}${places}}]\n`,
    });
    expect(rendered((await runIn(folder, "check", "foo")).diagnostics)).toBe("");
    expect(server.requests).toEqual([]);
    const ran = await runIn(folder, "check", "foo", "--online");
    expect(ran.diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(codes);
    expect(exitStatus(ran.diagnostics)).toBe(status);
  });
}

test("check --online: an address that several recipes name is asked once", async () => {
  const server = await serve({ "/foo.tgz": whole(CONTENT) });
  const text = `recipe_type=makefile\nurl="${server.url("/foo.tgz")}"\nfile_size=${CONTENT.length}\nfile_md5=0123456789abcdef0123456789abcdef\n`;
  const folder = folderOf({ "Recipes/Foo/1.0/Recipe": text, "Recipes/Foo/1.1/Recipe": text });
  const ran = await runIn(folder, "check", "Recipes", "--online");
  expect(rendered(ran.diagnostics)).toBe("");
  expect(server.requests).toEqual(["/foo.tgz"]);
});

test("check --recipes: a program by its name, and parts that lie in another tree", async () => {
  const meta = 'recipe_type=meta\ninclude=( "Part--1.0" )\n';
  const folder = folderOf({
    "mine/All/1.0/Recipe": meta,
    "theirs/Part/1.0/Recipe": "recipe_type=makefile\n",
    "theirs/Odd/2.0/Recipe": "recipe_type=nothing\n",
  });
  const alone = await runIn(folder, "check", "mine");
  expect(alone.diagnostics.map(({ code }) => code)).toEqual(["gobo/part"]);
  const both = await runIn(folder, "check", "mine", "--recipes", "theirs");
  expect(rendered(both.diagnostics)).toBe("");
  const named = await runIn(folder, "check", "odd", "--recipes", "theirs");
  expect(named.diagnostics.map(({ code }) => code)).toEqual(["gobo/recipe-type"]);
});
