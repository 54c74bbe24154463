// What GitHub remembers of a repository's releases, and the rules it keeps. No HTTP here.

import { createHash } from "node:crypto";

export type Asset = {
  readonly id: number;
  readonly type: string;
  readonly content: Buffer;
  readonly at: string;
  name: string;
  label: string;
  state: "uploaded" | "starter";
  /** `unknown`: as for assets from before GitHub computed digests. */
  digest: "known" | "unknown";
};

export type Release = {
  readonly id: number;
  readonly tag: string;
  readonly name: string;
  readonly body: string;
  readonly target: string;
  readonly at: string;
  draft: boolean;
  immutable: boolean;
  assets: readonly Asset[];
};

/** A repository whose releases become immutable when they are published, or not. */
export type RepositoryKind = "mutable" | "immutable";

/** GitHub's 422. */
export class Invalid extends Error {
  readonly errors: readonly object[];
  constructor(message: string, errors: readonly object[] = []) {
    super(message);
    this.errors = errors;
  }
}

export class NotFound extends Error {}

/** GitHub's limit. */
const MOST_ASSETS = 1000;

export class Repository {
  readonly kind: RepositoryKind;
  releases: readonly Release[] = [];
  #ids = 1000;
  #seconds = 0;
  readonly #onChange: (release: Release) => void;

  constructor(kind: RepositoryKind, onChange: (release: Release) => void) {
    this.kind = kind;
    this.#onChange = onChange;
  }

  #next(): { readonly id: number; readonly at: string } {
    this.#ids += 1;
    this.#seconds += 1;
    return { id: this.#ids, at: new Date(Date.UTC(2026, 0, 1) + this.#seconds * 1000).toISOString() };
  }

  release(id: number): Release {
    const found = this.releases.find((one) => one.id === id);
    if (!found) throw new NotFound();
    return found;
  }

  published(tag: string): Release {
    const found = this.releases.find((one) => !one.draft && one.tag === tag);
    if (!found) throw new NotFound();
    return found;
  }

  create(request: {
    readonly tag_name: string;
    readonly name?: string;
    readonly body?: string;
    readonly draft?: boolean;
    readonly target_commitish?: string;
  }): Release {
    const draft = request.draft === true;
    if (!draft) this.#refuseTaken(request.tag_name);
    const release = {
      ...this.#next(),
      tag: request.tag_name,
      name: request.name ?? "",
      body: request.body ?? "",
      target: request.target_commitish ?? "main",
      draft,
      immutable: !draft && this.kind === "immutable",
      assets: [],
    };
    // Newest first.
    this.releases = [release, ...this.releases];
    return release;
  }

  update(id: number, request: { readonly draft?: boolean }): Release {
    const release = this.release(id);
    if (request.draft === false && release.draft) {
      this.#refuseTaken(release.tag);
      release.draft = false;
      release.immutable = this.kind === "immutable";
      this.#onChange(release);
    }
    return release;
  }

  remove(id: number): void {
    const release = this.release(id);
    this.releases = this.releases.filter((one) => one !== release);
  }

  #refuseTaken(tag: string): void {
    if (!this.releases.some((one) => !one.draft && one.tag === tag)) return;
    throw new Invalid("Validation Failed", [
      { resource: "Release", code: "already_exists", field: "tag_name" },
    ]);
  }

  upload(
    releaseId: number,
    { name: wanted, type, content, state }: Pick<Asset, "name" | "type" | "content" | "state">,
  ): Asset {
    const release = this.#changeable(releaseId);
    const name = assetName(wanted);
    refuseTakenName(release, name);
    if (release.assets.length >= MOST_ASSETS) {
      throw new Invalid("Validation Failed", [
        { resource: "ReleaseAsset", code: "custom", field: "file_count" },
      ]);
    }
    const asset: Asset = { ...this.#next(), name, label: "", type, content, state, digest: "known" };
    release.assets = [...release.assets, asset];
    this.#onChange(release);
    return asset;
  }

  asset(id: number): { readonly asset: Asset; readonly release: Release } {
    for (const release of this.releases) {
      const asset = release.assets.find((one) => one.id === id);
      if (asset) return { asset, release };
    }
    throw new NotFound();
  }

  rename(id: number, name: string): Asset {
    const { asset, release } = this.asset(id);
    this.#changeable(release.id);
    const cleaned = assetName(name);
    if (asset.name !== cleaned) refuseTakenName(release, cleaned);
    asset.name = cleaned;
    this.#onChange(release);
    return asset;
  }

  removeAsset(id: number): void {
    const { asset, release } = this.asset(id);
    this.#changeable(release.id);
    release.assets = release.assets.filter((one) => one !== asset);
    this.#onChange(release);
  }

  #changeable(id: number): Release {
    const release = this.release(id);
    if (release.immutable) throw new Invalid("Cannot change assets of an immutable release.");
    return release;
  }
}

function refuseTakenName(release: Release, name: string): void {
  if (!release.assets.some((one) => one.name === name)) return;
  throw new Invalid("Validation Failed", [
    { resource: "ReleaseAsset", code: "already_exists", field: "name" },
  ]);
}

/** GitHub's own names: whatever it doesn't like becomes a dot. */
function assetName(name: string): string {
  return name.replace(/[^\w.+-]+/g, ".").replace(/^\./, "default.");
}

export function digestOf({ content }: Pick<Asset, "content">): string {
  return createHash("sha256").update(content).digest("hex");
}
