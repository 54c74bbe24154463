import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, globalAgent } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { serveFiles } from "../install/published.ts";
import { host } from "../package/support.ts";
import { never, temporaryFolder } from "../support.ts";

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

test("get: over TLS, from nobody but whom the machine's certificates vouch for", async () => {
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(temporaryFolder(), name)) as [
    string,
    string,
  ];
  const who = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
  const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  execFileSync("openssl", [...kind, "-keyout", key, "-out", cert, ...who], { stdio: "ignore" });
  const ca = readFileSync(cert);
  const server = createServer({ key: readFileSync(key), cert: ca }, (_, response) => response.end("sealed"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    delete globalAgent.options.ca;
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await host.get(url, {}, never)).toEqual({ kind: "unreachable", why: "self-signed certificate" });
  globalAgent.options.ca = ca;
  const got = await host.get(url, {}, never);
  expect(got.kind === "answered" && (await text(got.body))).toBe("sealed");
});
