// Which release a tag means, made if need be. Drafts are hidden from whoever asks for a tag, and there may be several.

import type { GitHub, GitHubRelease, Host } from "../host/host.ts";
import { isSignedList } from "./claim.ts";
import { isPassing } from "./converge.ts";
import { type Attempt, done, failed, pauseMs } from "./outcome.ts";

/** In the text of each release made here: what carries it may be removed again when it is one too many. */
const MARK = "<!-- made by tarwright -->";

export type Target = {
  readonly release: GitHubRelease;
  /** Drafts for the same tag. */
  readonly others: readonly GitHubRelease[];
};

export function isOurs({ body }: GitHubRelease): boolean {
  return body.includes(MARK);
}

/** The published release with this tag, or else a draft for it. */
export async function findTarget(
  tag: string,
  github: GitHub,
  signal: AbortSignal,
): Promise<Attempt<Target | undefined>> {
  const published = await github.releaseByTag(tag, signal);
  const isNone = published.kind === "refused" && published.status === 404;
  if (published.kind !== "answered" && !isNone) {
    return failed({ kind: "api", during: `look for the release \`${tag}\``, trouble: published });
  }
  const listing = await github.releases(signal);
  if (listing.kind !== "answered") {
    return failed({ kind: "api", during: "list the releases", trouble: listing });
  }
  const drafts = listing.value
    .filter((one) => one.state === "draft" && one.tag === tag)
    .sort((a, b) => a.id - b.id);
  if (published.kind === "answered") return done({ release: published.value, others: drafts });
  const release = drafts.length > 1 ? await furthest(drafts, github, signal) : done(drafts[0]);
  if (release.kind === "failed") return release;
  if (!release.value) return done(undefined);
  const { id } = release.value;
  return done({ release: release.value, others: drafts.filter((one) => one.id !== id) });
}

/** Of several drafts the one in which something is signed already, or else the first. */
async function furthest(
  drafts: readonly GitHubRelease[],
  github: GitHub,
  signal: AbortSignal,
): Promise<Attempt<GitHubRelease | undefined>> {
  for (const draft of drafts) {
    const assets = await github.assets(draft.id, signal);
    if (assets.kind !== "answered") {
      if (assets.kind === "refused" && assets.status === 404) continue;
      return failed({ kind: "api", during: "list the assets", trouble: assets });
    }
    if (assets.value.some(isSignedList)) return done(draft);
  }
  return done(drafts[0]);
}

export type Making = {
  readonly tag: string;
  readonly body: string;
  readonly target: string | undefined;
  readonly github: GitHub;
  readonly host: Pick<Host, "wait">;
};

/** As `findTarget`; where there is nothing, a draft is made. */
export async function makeTarget(making: Making, signal: AbortSignal): Promise<Attempt<Target>> {
  const { tag, body, target, github, host } = making;
  for (let attempt = 0; ; attempt += 1) {
    const found = await findTarget(tag, github, signal);
    if (found.kind === "failed") return found;
    if (found.value) return done(found.value);
    const made = await github.createDraft({ tag, body: `${body}\n\n${MARK}\n`, target }, signal);
    if (made.kind === "answered") return done({ release: made.value, others: [] });
    const pause = pauseMs(attempt);
    // Not there, for this request, is a repository that doesn't exist, or is not for us to write.
    const isLasting = !isPassing(made) || (made.kind === "refused" && made.status === 404);
    if (isLasting || pause === undefined) {
      return failed({ kind: "api", during: `make the release \`${tag}\``, trouble: made });
    }
    await host.wait(pause, signal);
  }
}
