import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import { createRequire } from "node:module";
import type { Readable } from "node:stream";

/** Imported, node:http brings all that it offers, a client of WebSockets among it: fifty milliseconds instead of five. */
const load = createRequire(import.meta.url);

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
  /** The same without a body; not every server answers it. */
  readonly head: Requests["get"];
};

export const requests: Requests = {
  get: (url, headers, signal) => request("GET", { url, headers }, signal),
  head: (url, headers, signal) => request("HEAD", { url, headers }, signal),
};

/** As many as fetch() follows. */
const MOST_REDIRECTS = 20;
const REDIRECTS = [301, 302, 303, 307, 308];

/** Not fetch(): it costs as much as all the rest of a download, and unpacks what a server calls packed. */
async function request(
  method: "GET" | "HEAD",
  { url, headers }: { readonly url: URL; readonly headers: Readonly<Record<string, string>> },
  signal: AbortSignal,
): Promise<DownloadAnswer> {
  let at = withoutLogin(url);
  let login = loginOf(url);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await ask(method, { url: at, headers: { ...headers, ...login } }, signal);
    if (typeof answer === "string") return { kind: "unreachable", why: answer };
    const { statusCode = 0, headers: told } = answer;
    if (!REDIRECTS.includes(statusCode) || told.location === undefined) return answered(answer, at);
    answer.destroy();
    const next = URL.canParse(told.location, at.href) ? new URL(told.location, at) : undefined;
    if (!next || !/^https?:$/.test(next.protocol) || redirects === MOST_REDIRECTS) {
      const why = redirects === MOST_REDIRECTS ? "it leads on and on" : "it leads to no address of the web";
      return { kind: "unreachable", why };
    }
    // A login is for the one who asked for it.
    if (next.origin !== at.origin) login = {};
    at = withoutLogin(next);
  }
}

function answered(answer: IncomingMessage, { href: url }: URL): DownloadAnswer {
  const { statusCode: status = 0, headers } = answer;
  const entries = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")] as const);
  return { kind: "answered", status, url, headers: new Map(entries), body: answer };
}

/** Where an answer came from is told: who asked is not. */
function withoutLogin(url: URL): URL {
  const address = new URL(url);
  address.username = "";
  address.password = "";
  return address;
}

function loginOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === "" && password === "") return {};
  const login = [username, password].map(decoded).join(":");
  return { authorization: `Basic ${Buffer.from(login).toString("base64")}` };
}

/** A `%` that stands for itself is one that somebody typed. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll("%", ""), "hex").toString(),
  );
}

/** How long a server may be silent before it answers. */
const SILENT_MS = 60_000;

/** Its answer, or why there is none. */
async function ask(
  method: "GET" | "HEAD",
  { url, headers }: { readonly url: URL; readonly headers: Readonly<Record<string, string>> },
  signal: AbortSignal,
): Promise<IncomingMessage | string> {
  const { request: begin }: typeof import("node:http") = load(
    url.protocol === "https:" ? "node:https" : "node:http",
  );
  const { hostname, port, pathname, search, protocol } = url;
  const options: RequestOptions = {
    method,
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ""),
    port,
    path: pathname + search,
    // A distfile must arrive byte for byte, not packed on the way.
    headers: { accept: "*/*", "accept-encoding": "identity", "user-agent": "tarwright", ...headers },
    timeout: SILENT_MS,
    signal,
  };
  try {
    return await answerTo(begin(options));
  } catch (error) {
    if (signal.aborted) throw error;
    return reasonOf(error);
  }
}

async function answerTo(asked: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    asked.on("response", (answer) => {
      // From here on the reader watches for silence.
      asked.setTimeout(0);
      resolve(answer);
    });
    asked.on("timeout", () => asked.destroy(new Error(`no answer within ${SILENT_MS / 1000} seconds`)));
    asked.on("error", reject);
    asked.end();
  });
}

/** Of a name with several addresses, each has its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
