// A real HTTP server on this machine that behaves as badly as those of the world.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Answers the `n`th request (from 0) for its path. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, n: number) => void;

export type FaultyServer = {
  readonly url: (path: string) => string;
  /** `GET /path` and its Range, in the order of arrival. */
  readonly requests: string[];
};

export async function serve(behaviours: Readonly<Record<string, Behaviour>>): Promise<FaultyServer> {
  const requests: string[] = [];
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const n = counts.get(path) ?? 0;
    counts.set(path, n + 1);
    requests.push(request.headers.range ? `${path} ${request.headers.range}` : path);
    const behaviour = behaviours[path];
    if (behaviour) behaviour(request, response, n);
    else response.writeHead(404).end("not found");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: (path) => `http://127.0.0.1:${port}${path}`, requests };
}

/** Answers as a good server does, Range included. */
export function whole(content: Buffer): Behaviour {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    if (start >= content.length && start > 0) {
      response.writeHead(416, { "content-range": `bytes */${content.length}` }).end();
      return;
    }
    const headers = { "content-length": content.length - start };
    if (start === 0) response.writeHead(200, headers);
    else {
      const range = `bytes ${start}-${content.length - 1}/${content.length}`;
      response.writeHead(206, { ...headers, "content-range": range });
    }
    response.end(content.subarray(start));
  };
}

/** Says that all is coming and hangs up after `sent` bytes; how many of them arrive is the network's luck. */
export function cutAfter(content: Buffer, sent: number): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, sent), () => response.destroy());
  };
}

/** Ends after `sent` bytes as if that were all, by closing the line: no length and no last chunk tell more. */
export function endingAfter(content: Buffer, sent: number): Behaviour {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const range = `bytes ${start}-${content.length - 1}/${content.length}`;
    response.useChunkedEncodingByDefault = false;
    if (start === 0) response.writeHead(200);
    else response.writeHead(206, { "content-range": range });
    response.end(content.subarray(start, start + sent));
  };
}

/** One behaviour for each request in turn; the last one goes on. */
export function inTurn(...behaviours: readonly Behaviour[]): Behaviour {
  return (request, response, n) => behaviours[Math.min(n, behaviours.length - 1)]?.(request, response, n);
}
