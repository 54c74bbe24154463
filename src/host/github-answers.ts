// What GitHub answers, parsed at the door: whatever stands between us and it may answer in its name.

export type GitHubRelease = {
  readonly id: number;
  readonly tag: string;
  readonly state: "draft" | "published";
  /** `immutable`: no asset of it may change any more. */
  readonly assets: "mutable" | "immutable";
  readonly body: string;
  /** A template: `…/assets{?name,label}`. On another host than the API. */
  readonly uploadUrl: string;
  readonly pageUrl: string;
};

export type GitHubAsset = {
  readonly id: number;
  readonly name: string;
  /** `starter`: an upload that broke off; its name is taken and there is nothing behind it. */
  readonly state: "uploaded" | "starter";
  readonly sizeBytes: number;
  /** Hex; undefined where GitHub doesn't tell: old assets, older GitHub Enterprise. */
  readonly sha256: string | undefined;
};

/** Undefined: not what GitHub's description says. */
export type Parser<T> = (body: unknown) => T | undefined;

export const releaseAnswer: Parser<GitHubRelease> = (body) => {
  const release = recordOf(body);
  const { id, tag_name: tag, draft, upload_url: uploadUrl, html_url: pageUrl } = release ?? {};
  if (!isId(id) || typeof tag !== "string" || typeof draft !== "boolean") return undefined;
  if (typeof uploadUrl !== "string" || typeof pageUrl !== "string") return undefined;
  const text = release?.["body"];
  return {
    id,
    tag,
    state: draft ? "draft" : "published",
    assets: release?.["immutable"] === true ? "immutable" : "mutable",
    body: typeof text === "string" ? text : "",
    uploadUrl,
    pageUrl,
  };
};

export const assetAnswer: Parser<GitHubAsset> = (body) => {
  const { id, name, state, size, digest } = recordOf(body) ?? {};
  if (!isId(id) || typeof name !== "string" || !isCount(size) || typeof state !== "string") return undefined;
  const [, sha256] = /^sha256:([0-9a-f]{64})$/.exec(typeof digest === "string" ? digest : "") ?? [];
  return { id, name, state: state === "uploaded" ? "uploaded" : "starter", sizeBytes: size, sha256 };
};

export function listAnswer<T>(parse: Parser<T>): Parser<readonly T[]> {
  return (body) => {
    if (!Array.isArray(body)) return undefined;
    const rows = body.map((one: unknown) => parse(one));
    return rows.every((row) => row !== undefined) ? rows : undefined;
  };
}

/** GitHub's sentence, and the codes of what it found wrong (`already_exists`). */
export function refusalOf(body: unknown): { readonly message: string; readonly codes: readonly string[] } {
  const { message, errors } = recordOf(body) ?? {};
  const codes = (Array.isArray(errors) ? errors : []).flatMap((one: unknown) => {
    const { code } = recordOf(one) ?? {};
    return typeof code === "string" ? [code] : [];
  });
  return { message: typeof message === "string" ? message : "", codes };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isId(value: unknown): value is number {
  return isCount(value) && value > 0;
}
