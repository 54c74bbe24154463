// A double of GitHub for releases, over HTTP: the REST API, the host that takes uploads, and the plain addresses from
// which anybody downloads. Everything that goes in and out is held against GitHub's description, but for faults that a
// test injects.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Route, routeOf } from "./contract.ts";
import {
  type Asset,
  digestOf,
  Invalid,
  NotFound,
  type Release,
  Repository,
  type RepositoryKind,
} from "./releases.ts";

/** What goes wrong with one request. */
export type Fault =
  /** Answered so; nothing happens. */
  | {
      readonly kind: "refuse";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly message?: string;
    }
  /** It happens, or not, and the client hears nothing of it. */
  | { readonly kind: "reset" | "silence"; readonly happens: "yes" | "no" }
  /** It happens, and the answer is this status, or half of the answer. */
  | { readonly kind: "bad-gateway" }
  | { readonly kind: "cut-off" }
  /** An upload that leaves half a file behind, as if it were whole. */
  | { readonly kind: "damage" }
  /** An upload that leaves its name behind, and nothing else. */
  | { readonly kind: "starter" }
  /** Listings don't show what was changed by this request, for so many requests. */
  | { readonly kind: "lag"; readonly requests: number }
  /** GitHub has no digest of this upload. */
  | { readonly kind: "no-digest" }
  /** Before or after it happens. */
  | { readonly kind: "call"; readonly when: "before" | "after"; readonly call: () => void };

export type Asked = { readonly operation: string; readonly method: string; readonly path: string };

export type DoubleSetting = {
  /** Whoever gives it may write. */
  readonly token: string;
  /** Of a job that may only read. */
  readonly readOnlyToken?: string;
  readonly kind: RepositoryKind;
  /** Nothing happens to the request until it is known. */
  readonly fault?: (asked: Asked) => Fault | undefined | Promise<Fault | undefined>;
  /** After each change of a release's assets, and when it is published. */
  readonly onChange?: (release: Release) => void;
  /** 0 for any. */
  readonly port?: number;
};

export type GitHubDouble = {
  /** What the runner sets. */
  readonly env: Readonly<Record<"GITHUB_API_URL" | "GITHUB_SERVER_URL", string>>;
  /** Made at the first question about it. */
  readonly repository: (owner: string, name: string) => Repository;
  /** What was against GitHub's description; empty when all is well. */
  readonly violations: readonly string[];
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
};

export async function startGitHub(setting: DoubleSetting): Promise<GitHubDouble> {
  const repositories = new Map<string, Repository>();
  const violations: string[] = [];
  const asked: Asked[] = [];
  const lag = lagging();
  const repository = (owner: string, name: string) => {
    const key = `${owner}/${name}`;
    const found =
      repositories.get(key) ?? new Repository(setting.kind, (release) => setting.onChange?.(release));
    repositories.set(key, found);
    return found;
  };
  // A host of its own, as on GitHub: a client must not take the token there.
  const storage = createServer((request, response) => stored({ request, response, repository, violations }));
  const storageOrigin = await listen(storage, 0);
  const server = createServer((request, response) => {
    const exchange = {
      request,
      response,
      origin,
      storageOrigin,
      setting,
      repository,
      violations,
      asked,
      lag,
    };
    answer(exchange).catch((error: unknown) => {
      violations.push(`the double itself: ${String(error)}`);
      response.destroy();
    });
  });
  const origin = await listen(server, setting.port ?? 0);
  return {
    // As on GitHub Enterprise Server: three places, none of them the root of github.com's API.
    env: { GITHUB_API_URL: `${origin}/api/v3`, GITHUB_SERVER_URL: `${origin}/web` },
    repository,
    violations,
    asked,
    close: async () => {
      for (const one of [server, storage]) {
        one.closeAllConnections();
        await new Promise((resolve) => one.close(resolve));
      }
    },
  };
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly origin: string;
  readonly storageOrigin: string;
  readonly setting: DoubleSetting;
  readonly repository: (owner: string, name: string) => Repository;
  readonly violations: string[];
  readonly asked: Asked[];
  readonly lag: Lag;
};

type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, origin } = exchange;
  const url = new URL(request.url ?? "", origin);
  if (url.pathname.startsWith("/web/")) return download(exchange, url.pathname.slice("/web".length));
  const path = url.pathname.replace(/^\/(api\/v3|uploads)/, "");
  const method = request.method ?? "";
  const route = routeOf(method, path);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    // The client went away in the middle of what it sent: nothing happens.
    return;
  }
  if (!route) {
    exchange.violations.push(`nobody needs ${method} ${path}`);
    return send(response, { status: 404, body: { message: "Not Found" } });
  }
  const one = { operation: route.operation, method, path };
  exchange.asked.push(one);
  exchange.lag.tick();
  const call = { route, query: url.searchParams, raw: Buffer.concat(chunks) };
  const fault = await exchange.setting.fault?.(one);
  await withFault(exchange, call, fault);
}

type Call = { readonly route: Route; readonly query: URLSearchParams; readonly raw: Buffer };

async function withFault(exchange: Exchange, call: Call, fault: Fault | undefined): Promise<void> {
  const { response } = exchange;
  switch (fault?.kind) {
    case "refuse": {
      const { status, headers = {}, message = "injected" } = fault;
      return send(response, { status, headers, body: { message } });
    }
    case "reset":
    case "silence":
      if (fault.happens === "yes") perform(exchange, call, undefined);
      if (fault.kind === "reset") response.destroy();
      return;
    case "bad-gateway":
    case "starter":
      perform(exchange, call, fault);
      return send(response, { status: 502, body: { message: "Server Error" } });
    case "cut-off": {
      const { status, body } = perform(exchange, call, undefined);
      const text = JSON.stringify(body ?? {});
      response.writeHead(status, { "content-type": "application/json", "content-length": text.length + 100 });
      response.write(text.slice(0, text.length / 2), () => response.destroy());
      return;
    }
    case "call": {
      if (fault.when === "before") fault.call();
      const answered = perform(exchange, call, undefined);
      if (fault.when === "after") fault.call();
      return send(response, answered);
    }
    default:
      return send(response, perform(exchange, call, fault));
  }
}

/** Does what is asked, and holds both sides against the description. */
function perform(exchange: Exchange, call: Call, fault: Fault | undefined): Answer {
  const { violations, request } = exchange;
  const { route, query, raw } = call;
  const isUpload = route.operation === "repos/upload-release-asset";
  const body: unknown = isUpload || raw.length === 0 ? undefined : JSON.parse(raw.toString());
  violations.push(...route.faultsOfRequest(query, body));
  if (isUpload && request.headers["content-length"] === undefined)
    violations.push("an upload without Content-Length");
  const isDownload = request.headers.accept === "application/octet-stream";
  const answered = act(exchange, { ...call, body, isDownload }, fault);
  if (!isDownload) violations.push(...route.faultsOfAnswer(answered.status, answered.body));
  return answered;
}

type Action = Call & { readonly body: unknown; readonly isDownload: boolean };

function act(exchange: Exchange, action: Action, fault: Fault | undefined): Answer {
  const { request, setting } = exchange;
  const given = request.headers.authorization;
  const isGiven = (token: string | undefined) => given === `token ${token}` || given === `Bearer ${token}`;
  const may = isGiven(setting.token) ? "write" : "read";
  if (given !== undefined && may === "read" && !isGiven(setting.readOnlyToken))
    return { status: 401, body: { message: "Bad credentials" } };
  if (request.method !== "GET" && may === "read")
    return { status: 403, body: { message: "Resource not accessible by integration" } };
  try {
    return operate(exchange, { ...action, may }, fault);
  } catch (error) {
    if (error instanceof NotFound)
      return { status: 404, body: { message: "Not Found", documentation_url: "" } };
    if (error instanceof Invalid) {
      const { message, errors } = error;
      return { status: 422, body: { message, documentation_url: "", errors } };
    }
    throw error;
  }
}

function operate(
  exchange: Exchange,
  { route, query, raw, body, isDownload, may }: Action & { readonly may: "read" | "write" },
  fault: Fault | undefined,
): Answer {
  const { owner = "", repo = "", tag = "", release_id = "", asset_id = "" } = route.parameters;
  const { origin, lag } = exchange;
  const repository = exchange.repository(owner, repo);
  const shown = { origin, owner, repo };
  const requests = fault?.kind === "lag" ? fault.requests : 0;
  switch (route.operation) {
    case "repos/list-releases": {
      const visible = repository.releases.filter(
        (one) => (!one.draft || may === "write") && lag.shows(one.id),
      );
      return paged(
        visible.map((one) => releaseJson(one, shown)),
        query,
        `${origin}/api/v3`,
      );
    }
    case "repos/create-release": {
      const made = repository.create(body as Parameters<Repository["create"]>[0]);
      lag.hide(made.id, requests);
      return { status: 201, body: releaseJson(made, shown) };
    }
    case "repos/get-release-by-tag":
      return { status: 200, body: releaseJson(repository.published(tag), shown) };
    case "repos/get-release":
      return { status: 200, body: releaseJson(repository.release(Number(release_id)), shown) };
    case "repos/update-release":
      return {
        status: 200,
        body: releaseJson(repository.update(Number(release_id), body as { readonly draft?: boolean }), shown),
      };
    case "repos/delete-release":
      repository.remove(Number(release_id));
      return { status: 204 };
    case "repos/list-release-assets": {
      const { assets } = repository.release(Number(release_id));
      const visible = assets.filter((one) => lag.shows(one.id));
      return paged(
        visible.map((one) => assetJson(one, shown)),
        query,
        `${origin}/api/v3`,
      );
    }
    case "repos/upload-release-asset": {
      const content = fault?.kind === "damage" ? raw.subarray(0, raw.length / 2) : raw;
      const name = query.get("name") ?? "";
      const type = exchange.request.headers["content-type"] ?? "";
      const state = fault?.kind === "starter" ? "starter" : "uploaded";
      const asset = repository.upload(Number(release_id), { name, type, content, state });
      if (fault?.kind === "no-digest") asset.digest = "unknown";
      lag.hide(asset.id, requests);
      return { status: 201, body: assetJson(asset, shown) };
    }
    case "repos/get-release-asset": {
      const { asset, release } = repository.asset(Number(asset_id));
      if (release.draft && may === "read") throw new NotFound();
      if (!isDownload) return { status: 200, body: assetJson(asset, shown) };
      const location = `${exchange.storageOrigin}/${owner}/${repo}/${asset.id}`;
      return { status: 302, headers: { location } };
    }
    case "repos/update-release-asset": {
      const asset = repository.rename(Number(asset_id), (body as { readonly name: string }).name);
      return { status: 200, body: assetJson(asset, shown) };
    }
    case "repos/delete-release-asset":
      repository.removeAsset(Number(asset_id));
      return { status: 204 };
    default:
      throw new Error(`no operation ${route.operation}`);
  }
}

/** `…/OWNER/NAME/releases/download/TAG/FILE` and `…/releases/latest/download/FILE`, with a redirection, as on GitHub. */
function download({ response, storageOrigin, repository }: Exchange, path: string): void {
  const parts = /^\/([^/]+)\/([^/]+)\/releases\/(?:download\/(.+)|latest\/download)\/([^/]+)$/.exec(path);
  const [, owner = "", name = "", tag, file = ""] = parts ?? [];
  const published = repository(owner, name).releases.filter(({ draft }) => !draft);
  const release =
    tag === undefined ? published[0] : published.find((one) => one.tag === decodeURIComponent(tag));
  const asset = release?.assets.find(
    (one) => one.name === decodeURIComponent(file) && one.state === "uploaded",
  );
  const location = `${storageOrigin}/${owner}/${name}/${asset?.id}`;
  send(response, asset ? { status: 302, headers: { location } } : { status: 404 });
}

function stored({
  request,
  response,
  repository,
  violations,
}: Pick<Exchange, "request" | "response" | "repository" | "violations">): void {
  if (request.headers.authorization !== undefined) violations.push("a token went to the storage host");
  const [, owner = "", name = "", id = ""] = /^\/([^/]+)\/([^/]+)\/([0-9]+)$/.exec(request.url ?? "") ?? [];
  const assets = repository(owner, name).releases.flatMap((one) => one.assets);
  const asset = assets.find((one) => one.id === Number(id));
  if (!asset) {
    send(response, { status: 404 });
    return;
  }
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-length": asset.content.length,
  });
  response.end(asset.content);
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, {
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...headers,
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** What a listing doesn't show yet. */
type Lag = {
  readonly tick: () => void;
  readonly hide: (id: number, requests: number) => void;
  readonly shows: (id: number) => boolean;
};

function lagging(): Lag {
  const hidden = new Map<number, number>();
  let count = 0;
  return {
    tick: () => {
      count += 1;
    },
    hide: (id, requests) => void hidden.set(id, count + requests),
    shows: (id) => (hidden.get(id) ?? 0) <= count,
  };
}

function paged(rows: readonly object[], query: URLSearchParams, root: string): Answer {
  const size = Math.min(Number(query.get("per_page") ?? 30), 100);
  const page = Number(query.get("page") ?? 1);
  const isLast = rows.length <= page * size;
  const link = `<${root}/somewhere?per_page=${size}&page=${page + 1}>; rel="next"`;
  return {
    status: 200,
    body: rows.slice((page - 1) * size, page * size),
    headers: isLast ? {} : { link },
  };
}

type Shown = { readonly origin: string; readonly owner: string; readonly repo: string };

function releaseJson(release: Release, shown: Shown) {
  const { origin, owner, repo } = shown;
  const url = `${origin}/api/v3/repos/${owner}/${repo}/releases/${release.id}`;
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${origin}/uploads/repos/${owner}/${repo}/releases/${release.id}/assets{?name,label}`,
    html_url: `${origin}/web/${owner}/${repo}/releases/tag/${encodeURIComponent(release.tag)}`,
    tarball_url: null,
    zipball_url: null,
    id: release.id,
    node_id: `R_${release.id}`,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: false,
    immutable: release.immutable,
    created_at: release.at,
    published_at: release.draft ? null : release.at,
    author: user(origin),
    assets: release.assets.map((asset) => assetJson(asset, shown)),
  };
}

function assetJson(asset: Asset, { origin, owner, repo }: Shown) {
  return {
    url: `${origin}/api/v3/repos/${owner}/${repo}/releases/assets/${asset.id}`,
    browser_download_url: `${origin}/web/${owner}/${repo}/releases/download/x/${asset.name}`,
    id: asset.id,
    node_id: `RA_${asset.id}`,
    name: asset.name,
    label: asset.label,
    // The description knows no word for it, but its text does: `starter`.
    state: asset.state === "starter" ? "open" : "uploaded",
    content_type: asset.type,
    size: asset.state === "starter" ? 0 : asset.content.length,
    digest: asset.digest === "known" && asset.state === "uploaded" ? `sha256:${digestOf(asset)}` : null,
    download_count: 0,
    created_at: asset.at,
    updated_at: asset.at,
    uploader: null,
  };
}

function user(origin: string) {
  const url = `${origin}/api/v3/users/bot`;
  const urls = [
    "html",
    "followers",
    "following",
    "gists",
    "starred",
    "subscriptions",
    "organizations",
    "repos",
  ];
  return {
    login: "github-actions[bot]",
    id: 41898282,
    node_id: "B_1",
    avatar_url: url,
    gravatar_id: "",
    url,
    ...Object.fromEntries(urls.map((name) => [`${name}_url`, url])),
    events_url: url,
    received_events_url: url,
    type: "Bot",
    site_admin: false,
  };
}
