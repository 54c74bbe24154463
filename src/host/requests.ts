import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

export type DownloadAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** Lower-case header name → value. */
      readonly headers: ReadonlyMap<string, string>;
      readonly body: Readable;
    }
  /** No answer at all: name, route, refused, TLS. */
  | { readonly kind: "unreachable"; readonly why: string };

export type Requests = {
  /** GET of an `http(s):` URL; redirects are followed. The body must be read or destroyed. */
  readonly get: (
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) => Promise<DownloadAnswer>;
};

export const requests: Requests = { get };

async function get(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<DownloadAnswer> {
  try {
    // `identity`: a distfile must arrive byte for byte, not unpacked on the way.
    const response = await fetch(url, { headers: { "accept-encoding": "identity", ...headers }, signal });
    const body = response.body
      ? Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
      : Readable.from([]);
    return { kind: "answered", status: response.status, headers: new Map(response.headers), body };
  } catch (error) {
    if (signal.aborted) throw error;
    // undici says "fetch failed" and hides the reason in a chain of causes.
    let reason: unknown = error;
    while (reason instanceof Error && reason.cause !== undefined) reason = reason.cause;
    return { kind: "unreachable", why: reason instanceof Error ? reason.message : String(reason) };
  }
}
