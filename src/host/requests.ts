import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

export type DownloadAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** Where the answer came from, redirects followed. */
      readonly url: string;
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
  // fetch() wants no name and password in an address.
  const address = new URL(url);
  address.username = "";
  address.password = "";
  const login = [url.username, url.password].map(decoded).join(":");
  const allHeaders = {
    // A distfile must arrive byte for byte, not unpacked on the way.
    "accept-encoding": "identity",
    ...(login === ":" ? {} : { authorization: `Basic ${Buffer.from(login).toString("base64")}` }),
    ...headers,
  };
  try {
    const response = await fetch(address, { headers: allHeaders, signal });
    const body = response.body
      ? Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
      : Readable.from([]);
    const { status, url: end } = response;
    return { kind: "answered", status, url: end, headers: new Map(response.headers), body };
  } catch (error) {
    if (signal.aborted) throw error;
    // undici says "fetch failed" and hides the reason in a chain of causes.
    let reason: unknown = error;
    while (reason instanceof Error && reason.cause !== undefined) reason = reason.cause;
    return { kind: "unreachable", why: reason instanceof Error ? reason.message : String(reason) };
  }
}

/** A `%` that stands for itself is one that somebody typed. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll("%", ""), "hex").toString(),
  );
}
