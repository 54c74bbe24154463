import { createHash } from "node:crypto";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { HostPath } from "./files.ts";
import {
  assetAnswer,
  type GitHubAsset,
  type GitHubRelease,
  listAnswer,
  type Parser,
  releaseAnswer,
} from "./github-answers.ts";
import {
  type Answered,
  type ApiAnswer,
  type ApiRequest,
  type Ask,
  asker,
  parsed,
  type RequestOptions,
  type Sent,
} from "./github-requests.ts";
import type { Clock } from "./pace.ts";
import type { Watchdog } from "./watchdog.ts";

export type Repository = { readonly owner: string; readonly name: string };

/**
 * The part of GitHub's REST API that releases need, of one repository. Reading is tried again after a pause; changes
 * only when GitHub said that it did nothing: after `unreachable` the caller looks at what is there. Limits are kept, and
 * waited for.
 */
export type GitHub = {
  /** Newest first; with drafts, if the token may write. */
  readonly releases: (signal: AbortSignal) => Promise<ApiAnswer<readonly GitHubRelease[]>>;
  /** One that is published. */
  readonly releaseByTag: (tag: string, signal: AbortSignal) => Promise<ApiAnswer<GitHubRelease>>;
  readonly createDraft: (draft: DraftRequest, signal: AbortSignal) => Promise<ApiAnswer<GitHubRelease>>;
  readonly publishDraft: (releaseId: number, signal: AbortSignal) => Promise<ApiAnswer<GitHubRelease>>;
  readonly removeRelease: (releaseId: number, signal: AbortSignal) => Promise<ApiAnswer<true>>;
  readonly assets: (releaseId: number, signal: AbortSignal) => Promise<ApiAnswer<readonly GitHubAsset[]>>;
  readonly upload: (upload: Upload, signal: AbortSignal) => Promise<ApiAnswer<GitHubAsset>>;
  readonly renameAsset: (
    asset: { readonly id: number; readonly name: string },
    signal: AbortSignal,
  ) => Promise<ApiAnswer<GitHubAsset>>;
  readonly removeAsset: (assetId: number, signal: AbortSignal) => Promise<ApiAnswer<true>>;
  /** A small asset, of a draft too. */
  readonly assetBytes: (assetId: number, signal: AbortSignal) => Promise<ApiAnswer<Buffer>>;
  /** The whole of an asset, into a file. */
  readonly assetFile: (
    asset: { readonly id: number; readonly file: HostPath },
    signal: AbortSignal,
  ) => Promise<ApiAnswer<true>>;
  /** SHA-256 in hex, by reading all of it: for where GitHub doesn't tell. */
  readonly assetDigest: (assetId: number, signal: AbortSignal) => Promise<ApiAnswer<string>>;
};

export type DraftRequest = {
  readonly tag: string;
  readonly body: string;
  /** What the tag will point to, if it is not there yet; undefined for the default branch. */
  readonly target: string | undefined;
};

export type Upload = {
  readonly release: GitHubRelease;
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array | { readonly file: HostPath; readonly sizeBytes: number };
  /** Bytes that went out since the last call. */
  readonly onBytes: (count: number) => void;
};

export type GitHubAccess = {
  readonly repository: Repository;
  /** Undefined: public repositories, reading only. */
  readonly token: string | undefined;
  /** The longest wait for a limit of GitHub's. */
  readonly patienceMs: number;
  /** Hears why nothing happens for a while. */
  readonly onWait: (why: string, durationMs: number) => void;
};

export type GitHubMeans = Clock & {
  readonly environment: (name: string) => string | undefined;
  readonly readStream: (file: HostPath) => Readable;
  readonly writeStream: (file: HostPath, start: "new") => Writable;
  /** A request on which nothing moves for so long is given up. */
  readonly silentMs: number;
};

type Fields = Readonly<Record<string, unknown>>;

const RELEASES = "/repos/{owner}/{repo}/releases";
const RELEASE = `${RELEASES}/{release_id}`;
const ASSET = `${RELEASES}/assets/{asset_id}`;

/** Speaks to `GITHUB_API_URL`, as the runner sets it; uploads go where the release says. */
export function openGitHub(means: GitHubMeans, access: GitHubAccess): GitHub {
  const ask = asker({ ...means, ...access, send: connection(means, access) });
  const { owner, name: repo } = access.repository;
  const json =
    (kind: ApiRequest<unknown>["kind"], method: RequestOptions["method"]) =>
    <T>(url: string, fields: Fields, read: ApiRequest<T>["read"]): ApiRequest<T> => ({
      kind,
      options: () => ({ method, url, owner, repo, ...fields }),
      read,
    });
  const [get, create, change, remove] = [
    json("read", "GET"),
    json("create", "POST"),
    json("create", "PATCH"),
    json("write", "DELETE"),
  ];
  const release = parsed(releaseAnswer);
  const asset = parsed(assetAnswer);
  const nothing = parsed((): true => true);
  return {
    releases: (signal) => everyPage((page) => get(RELEASES, page, pageOf(releaseAnswer)), ask, signal),
    releaseByTag: (tag, signal) => ask(get(`${RELEASES}/tags/{tag}`, { tag }, release), signal),
    createDraft: ({ tag, body, target }, signal) => {
      const draft = { tag_name: tag, name: tag, body, draft: true };
      const fields = target === undefined ? draft : { ...draft, target_commitish: target };
      return ask(create(RELEASES, fields, release), signal);
    },
    publishDraft: (id, signal) => ask(change(RELEASE, { release_id: id, draft: false }, release), signal),
    removeRelease: async (id, signal) =>
      gone(await ask(remove(RELEASE, { release_id: id }, nothing), signal)),
    assets: (id, signal) => {
      const page = (paging: Paging) =>
        get(`${RELEASE}/assets`, { release_id: id, ...paging }, pageOf(assetAnswer));
      return everyPage(page, ask, signal);
    },
    upload: (upload, signal) => ask(uploadRequest(upload, means), signal),
    renameAsset: ({ id, name }, signal) => ask(change(ASSET, { asset_id: id, name }, asset), signal),
    removeAsset: async (id, signal) => gone(await ask(remove(ASSET, { asset_id: id }, nothing), signal)),
    assetBytes: (id, signal) => ask(contentRequest({ owner, repo, id }, bytesOf), signal),
    assetFile: ({ id, file }, signal) => {
      const write = async (chunks: AsyncIterable<Uint8Array>): Promise<true> => {
        await pipeline(chunks, means.writeStream(file, "new"));
        return true;
      };
      return ask(contentRequest({ owner, repo, id }, write), signal);
    },
    assetDigest: (id, signal) => ask(contentRequest({ owner, repo, id }, digestOf), signal),
  };
}

/** Who wants something away is content when it is. */
function gone(answer: ApiAnswer<true>): ApiAnswer<true> {
  return answer.kind === "refused" && answer.status === 404 ? { kind: "answered", value: true } : answer;
}

type Paging = { readonly per_page: number; readonly page: number };
type Page<T> = { readonly rows: readonly T[]; readonly next: "more" | "none" };

/** As many as GitHub gives at once. */
const MOST_ROWS = 100;

function pageOf<T>(parse: Parser<T>): ApiRequest<Page<T>>["read"] {
  const list = listAnswer(parse);
  return async ({ headers, body }) => {
    const rows = list(body);
    // Rows that the token may not see make a page short, so its length tells nothing.
    return rows && { rows, next: /rel="next"/.test(String(headers["link"])) ? "more" : "none" };
  };
}

async function everyPage<T>(
  request: (paging: Paging) => ApiRequest<Page<T>>,
  ask: Ask,
  signal: AbortSignal,
): Promise<ApiAnswer<readonly T[]>> {
  const rows: T[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await ask(request({ per_page: MOST_ROWS, page }), signal);
    if (answer.kind !== "answered") return answer;
    rows.push(...answer.value.rows);
    if (answer.value.next === "none") return { kind: "answered", value: rows };
  }
}

function uploadRequest(
  { release, name, contentType, content, onBytes }: Upload,
  { readStream }: GitHubMeans,
): ApiRequest<GitHubAsset> {
  const sizeBytes = content instanceof Uint8Array ? content.length : content.sizeBytes;
  const chunks = () => (content instanceof Uint8Array ? [content] : readStream(content.file));
  async function* told({ touch }: Watchdog) {
    for await (const chunk of chunks() as AsyncIterable<Uint8Array>) {
      touch();
      onBytes(chunk.length);
      yield chunk;
    }
  }
  return {
    kind: "create",
    options: (dog) => ({
      method: "POST",
      url: release.uploadUrl.replace(/\{[^}]*\}$/, "{?name}"),
      name,
      headers: { "content-type": contentType, "content-length": String(sizeBytes) },
      data: Readable.toWeb(Readable.from(told(dog))),
    }),
    read: parsed(assetAnswer),
  };
}

type Place = { readonly owner: string; readonly repo: string; readonly id: number };

function contentRequest<T>(
  { owner, repo, id }: Place,
  take: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
): ApiRequest<T> {
  async function* watched(body: AsyncIterable<Uint8Array>, { touch }: Watchdog) {
    for await (const chunk of body) {
      touch();
      yield chunk;
    }
  }
  return {
    kind: "read",
    options: () => ({
      method: "GET",
      url: ASSET,
      owner,
      repo,
      asset_id: id,
      headers: { accept: "application/octet-stream" },
      request: { parseSuccessResponseBody: false },
    }),
    read: async ({ body }, dog) => {
      if (!(body instanceof ReadableStream)) return undefined;
      return await take(watched(body, dog));
    },
  };
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = [];
  for await (const chunk of chunks) found.push(chunk);
  return Buffer.concat(found);
}

async function digestOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}

/** Octokit, loaded at the first request: no build needs it. */
function connection({ environment }: GitHubMeans, { token }: GitHubAccess) {
  const open = async () => {
    const { GitHub, getOctokitOptions } = await import("@actions/github/lib/utils");
    const quiet = () => undefined;
    const options = {
      baseUrl: environment("GITHUB_API_URL") ?? "https://api.github.com",
      userAgent: "tarwright",
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    };
    return new GitHub(token === undefined ? options : getOctokitOptions(token, options));
  };
  let opened: ReturnType<typeof open> | undefined;
  return async (options: RequestOptions, signal: AbortSignal): Promise<Sent> => {
    opened ??= open();
    const octokit = await opened;
    try {
      const { status, headers, data } = await octokit.request({
        ...options,
        request: { ...options.request, signal },
      });
      return { kind: "answered", answer: { status, headers, body: data } };
    } catch (error) {
      const answer = answerIn(error);
      return answer ? { kind: "answered", answer } : { kind: "lost", error };
    }
  };
}

/** Octokit throws what GitHub answers with a status of 400 or more. */
function answerIn(error: unknown): Answered | undefined {
  if (!(error instanceof Error) || !("response" in error)) return undefined;
  const { response } = error as { readonly response?: { status: number; headers: object; data: unknown } };
  return response && { status: response.status, headers: { ...response.headers }, body: response.data };
}
