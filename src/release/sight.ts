// What a run knows of a release's assets. GitHub's listing may be some seconds behind what it has answered.

import type { ApiTrouble, GitHub, GitHubAsset } from "../host/host.ts";
import type { SeenAsset } from "./files.ts";

export type Look =
  | {
      readonly kind: "looked";
      readonly seen: readonly SeenAsset[];
      /** Whether GitHub itself shows everything that this run knows of. */
      readonly agrees: boolean;
    }
  | { readonly kind: "failed"; readonly trouble: ApiTrouble };

export type Sight = {
  readonly look: (signal: AbortSignal) => Promise<Look>;
  /** GitHub has told of it in an answer of its own. */
  readonly note: (asset: GitHubAsset, signal: AbortSignal) => Promise<Look>;
  readonly gone: (assetId: number) => void;
  /** From here on only the listing counts. */
  readonly doubt: () => void;
};

export function sightOf(github: GitHub, releaseId: number): Sight {
  const known = new Map<number, SeenAsset>();
  const removed = new Set<number>();
  const digests = new Map<number, string>();
  const digestOf = async (asset: GitHubAsset, signal: AbortSignal): Promise<string | ApiTrouble> => {
    const remembered = asset.sha256 ?? digests.get(asset.id);
    if (remembered !== undefined || asset.state === "starter") return remembered ?? "";
    const answer = await github.assetDigest(asset.id, signal);
    if (answer.kind !== "answered") return answer;
    digests.set(asset.id, answer.value);
    return answer.value;
  };
  const see = async (assets: readonly GitHubAsset[], signal: AbortSignal): Promise<Look> => {
    const seen: SeenAsset[] = [];
    for (const asset of assets) {
      const sha256 = await digestOf(asset, signal);
      // Gone since it was listed.
      if (typeof sha256 !== "string" && sha256.kind === "refused" && sha256.status === 404) continue;
      if (typeof sha256 !== "string") return { kind: "failed", trouble: sha256 };
      seen.push({ ...asset, sha256 });
    }
    return { kind: "looked", seen, agrees: true };
  };
  return {
    look: async (signal) => {
      const listing = await github.assets(releaseId, signal);
      if (listing.kind !== "answered") return { kind: "failed", trouble: listing };
      const listed = await see(
        listing.value.filter(({ id }) => !removed.has(id)),
        signal,
      );
      if (listed.kind === "failed") return listed;
      const isSame = (a: SeenAsset, b: SeenAsset | undefined) => a.name === b?.name && a.sha256 === b.sha256;
      const agrees = [...known.values()].every((one) =>
        listed.seen.some((other) => other.id === one.id && isSame(other, one)),
      );
      const others = listed.seen.filter(({ id }) => !known.has(id));
      return { kind: "looked", seen: [...others, ...known.values()], agrees };
    },
    note: async (asset, signal) => {
      const looked = await see([asset], signal);
      if (looked.kind === "looked") for (const one of looked.seen) known.set(one.id, one);
      return looked;
    },
    gone: (assetId) => {
      known.delete(assetId);
      removed.add(assetId);
    },
    doubt: () => {
      known.clear();
      removed.clear();
    },
  };
}
