// GitHub's cache service, as far as @actions/cache speaks to it: the twirp calls of CacheService (v2) and the block
// blobs of the store behind it.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export type CacheService = {
  /** What the runner gives to an action, so that the client finds this. */
  readonly env: Readonly<Record<string, string>>;
  /** Finished entries, in the order in which they were made. */
  readonly keys: () => readonly string[];
};

type Entry = { readonly key: string; readonly version: string; isFinished: boolean };
type Call = { readonly key: string; readonly version: string; readonly restore_keys?: readonly string[] };

/** `read-only` is what runs of untrusted events get. */
export async function serveCache(access: "read-write" | "read-only"): Promise<CacheService> {
  const entries: Entry[] = [];
  const blobs = new Map<string, Buffer>();
  const blocks = new Map<string, Buffer>();

  const call = (name: string, { key, version, restore_keys: others = [] }: Call, url: string) => {
    const same = entries.find((entry) => entry.key === key && entry.version === version);
    const blob = (entry: Entry) => `${url}/blob/${encodeURIComponent(`${entry.key} ${entry.version}`)}`;
    switch (name) {
      case "CreateCacheEntry": {
        if (access === "read-only") return { ok: false, message: "cache write denied: token is read-only" };
        if (same) return undefined;
        const entry = { key, version, isFinished: false };
        entries.push(entry);
        return { ok: true, signed_upload_url: blob(entry) };
      }
      case "FinalizeCacheEntryUpload":
        if (!same) return undefined;
        same.isFinished = true;
        return { ok: true, entry_id: "1" };
      case "GetCacheEntryDownloadURL": {
        const usable = entries.filter((entry) => entry.isFinished && entry.version === version);
        const found = [key, ...others].flatMap((prefix) =>
          usable.filter((one) => one.key.startsWith(prefix)),
        );
        const best = found.find((entry) => entry.key === key) ?? found[0];
        return best ? { ok: true, signed_download_url: blob(best), matched_key: best.key } : { ok: false };
      }
      default:
        throw new Error(`no such call: ${name}`);
    }
  };

  const store = (request: IncomingMessage, url: URL, body: Buffer, response: ServerResponse) => {
    const name = url.pathname;
    const headers = {
      etag: '"0"',
      "last-modified": "Thu, 01 Jan 1970 00:00:00 GMT",
      "x-ms-version": "2024-11-04",
    };
    if (request.method === "PUT") {
      const part = url.searchParams.get("comp");
      if (part === "block") blocks.set(`${name} ${url.searchParams.get("blockid")}`, body);
      else if (part === "blocklist") {
        const ids = [...body.toString().matchAll(/<Latest>([^<]+)</g)].map(([, id]) => `${name} ${id}`);
        blobs.set(name, Buffer.concat(ids.map((id) => blocks.get(id) ?? Buffer.alloc(0))));
      } else blobs.set(name, body);
      return response.writeHead(201, headers).end();
    }
    const blob = blobs.get(name);
    if (!blob) return response.writeHead(404).end();
    const [, start, end] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "") ?? [];
    if (start === undefined)
      return response.writeHead(200, { ...headers, "content-length": blob.length }).end(blob);
    const piece = blob.subarray(Number(start), end ? Number(end) + 1 : undefined);
    const range = `bytes ${start}-${Number(start) + piece.length - 1}/${blob.length}`;
    return response
      .writeHead(206, { ...headers, "content-length": piece.length, "content-range": range })
      .end(piece);
  };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const url = new URL(request.url ?? "", origin);
    const name = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(url.pathname)?.[1];
    if (name === undefined) return store(request, url, body, response);
    const answer = call(name, JSON.parse(body.toString()) as Call, origin);
    response.writeHead(answer ? 200 : 409, { "content-type": "application/json" });
    return response.end(
      JSON.stringify(answer ?? { code: "already_exists", msg: "cache entry already exists" }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    env: {
      ACTIONS_CACHE_SERVICE_V2: "true",
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      ACTIONS_RUNTIME_TOKEN: "the-runtime-token",
      // On a host that is not GitHub's the client falls back to the first protocol.
      GITHUB_SERVER_URL: "https://github.com",
    },
    keys: () => entries.filter(({ isFinished }) => isFinished).map(({ key }) => key),
  };
}
