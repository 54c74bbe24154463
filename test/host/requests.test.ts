import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { serveFiles } from "../install/published.ts";
import { host } from "../package/support.ts";
import { never } from "../support.ts";

const ways: readonly { readonly name: string; readonly path: string; readonly answer: unknown }[] = [
  { name: "straight", path: "/here", answer: [200, "/here as user:secret"] },
  { name: "to another name of the same server", path: "/moved", answer: [200, "/here as user:secret"] },
  { name: "to another server, which gets no login", path: "/away", answer: [200, "/other as "] },
  { name: "there and back: the login does not come back", path: "/return", answer: [200, "/here as "] },
  { name: "nowhere", path: "/gone", answer: [404, "refused"] },
  { name: "in circles", path: "/circle", answer: "it leads on and on" },
  { name: "out of HTTP", path: "/file", answer: "it leads to no address of the web" },
];
test("get: where redirects lead, and who is told the login", async () => {
  const far = await serveFiles((path, _, login) =>
    path === "/back" ? { location: `${near.url}/here` } : `${path} as ${login}`,
  );
  const near = await serveFiles((path, _, login) => {
    const places: Readonly<Record<string, string>> = {
      "/moved": "here",
      "/away": `${far.url}/other`,
      "/return": `${far.url}/back`,
      "/circle": "/circle",
      "/file": "file:///etc/passwd",
    };
    const location = places[path];
    if (path === "/gone") return 404;
    return location === undefined ? `${path} as ${login}` : { location };
  });
  for (const { name, path, answer } of ways) {
    const url = new URL(near.url.replace("//", "//user:secret@") + path);
    const got = await host.get(url, {}, never);
    const found = got.kind === "answered" ? [got.status, await text(got.body)] : got.why;
    expect([name, found]).toEqual([name, answer]);
    if (got.kind === "answered") expect(got.url).not.toContain("secret");
  }
});

test("get: a server that is not there is told by its address", async () => {
  const got = await host.get(new URL("http://127.0.0.1:1/"), {}, never);
  expect(got).toEqual({ kind: "unreachable", why: "connect ECONNREFUSED 127.0.0.1:1" });
});

test("get: called off, it throws", async () => {
  await expect(host.get(new URL("http://127.0.0.1:1/"), {}, AbortSignal.abort())).rejects.toThrow(/abort/i);
});
