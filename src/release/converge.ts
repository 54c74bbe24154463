// Looks, does what is to be done next, and looks again, until everything is there: whatever an answer said or failed to
// say, only what GitHub shows afterwards counts.

import type { ApiTrouble, GitHub, GitHubRelease, Host } from "../host/host.ts";
import { SIGNED_SUMS_NAME } from "../package/package.ts";
import { isSignedList } from "./claim.ts";
import type { SeenAsset, WantedFile } from "./files.ts";
import { type Attempt, done, failed, pauseMs } from "./outcome.ts";
import type { UploadProgress } from "./progress.ts";
import { type Sight, sightOf } from "./sight.ts";
import { nextSteps, type Step } from "./steps.ts";

export type Convergence = {
  readonly github: GitHub;
  readonly release: GitHubRelease;
  readonly wanted: readonly WantedFile[];
  /** SHA-256 of the signed lists that `wanted` was made with, and of the one that is wanted. */
  readonly lists: ReadonlySet<string>;
  readonly progress: UploadProgress;
  readonly host: Pick<Host, "wait">;
};

export type Converged =
  | "whole"
  /** A signed list turned up that was not known before: what is wanted must be thought over. */
  | "changed"
  /** The release itself is gone, or not there yet. */
  | "gone";

/** So many requests at once: more only meets GitHub's limits sooner. */
const AT_ONCE = 4;

/** The release's assets become `wanted`; files of others stay. It may be called again after any end. */
export async function converge(work: Convergence, signal: AbortSignal): Promise<Attempt<Converged>> {
  const { github, release, wanted, host } = work;
  const sight = sightOf(github, release.id);
  let why = "GitHub's listing lags behind";
  for (let stalls = 0; ; stalls += 1) {
    const pause = pauseMs(stalls - 1);
    if (stalls > 0 && pause === undefined) return failed({ kind: "restless", why });
    if (pause !== undefined) await host.wait(pause, signal);
    const look = await sight.look(signal);
    if (look.kind === "failed") {
      if (isMissing(look.trouble) && stalls > 2) return done("gone");
      if (!isPassing(look.trouble))
        return failed({ kind: "api", during: "list the assets", trouble: look.trouble });
      why = troubleText(look.trouble);
      continue;
    }
    if (look.seen.some((asset) => isSignedList(asset) && !work.lists.has(asset.sha256)))
      return done("changed");
    const isWatched =
      release.state === "published" || look.seen.some(({ name }) => name === SIGNED_SUMS_NAME);
    const next = nextSteps(wanted, look.seen, isWatched ? "watched" : "open");
    if (next.kind === "lost") return failed(next);
    if (next.kind === "whole") {
      if (look.agrees) return done("whole");
      // What GitHub doesn't show after all this time is not there.
      if (pauseMs(stalls) === undefined) {
        sight.doubt();
        stalls = 0;
      }
      continue;
    }
    if (release.assets === "immutable") return failed({ kind: "immutable", names: namesOf(next.steps) });
    const ends = await performAll(next.steps, { ...work, sight }, signal);
    for (const end of ends) {
      if (end.kind === "refused") return failed({ kind: "api", during: end.during, trouble: end.trouble });
      if (end.kind === "unsure") why = end.why;
    }
    if (ends.some(({ kind }) => kind === "done")) stalls = -1;
  }
}

function namesOf(steps: readonly Step[]): readonly string[] {
  return steps.map((step) => (step.kind === "upload" ? step.file.name : step.asset.name));
}

type End =
  | { readonly kind: "done" }
  /** It may have happened or not, or may go better next time. */
  | { readonly kind: "unsure"; readonly why: string }
  | { readonly kind: "refused"; readonly during: string; readonly trouble: ApiTrouble };

type Means = Convergence & { readonly sight: Sight };

async function performAll(
  steps: readonly Step[],
  means: Means,
  signal: AbortSignal,
): Promise<readonly End[]> {
  const ends: End[] = [];
  const queue = steps[Symbol.iterator]();
  const work = async () => {
    for (const step of queue) {
      if (ends.some(({ kind }) => kind === "refused")) return;
      ends.push(await perform(step, means, signal));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ends;
}

async function perform(step: Step, means: Means, signal: AbortSignal): Promise<End> {
  switch (step.kind) {
    case "remove":
      return remove(step.asset, means, signal);
    case "upload":
      return upload(step, means, signal);
    case "place": {
      const { asset, as, instead } = step;
      const removed = instead ? await remove(instead, means, signal) : DONE;
      if (removed.kind !== "done") return removed;
      const renamed = await means.github.renameAsset({ id: asset.id, name: as }, signal);
      if (renamed.kind !== "answered") return endOf(`give \`${asset.name}\` its name`, renamed);
      return noted(await means.sight.note(renamed.value, signal), { name: as, sha256: asset.sha256 });
    }
  }
}

const DONE: End = { kind: "done" };

async function remove(asset: SeenAsset, { github, sight }: Means, signal: AbortSignal): Promise<End> {
  const answer = await github.removeAsset(asset.id, signal);
  if (answer.kind !== "answered") return endOf(`remove \`${asset.name}\``, answer);
  sight.gone(asset.id);
  return DONE;
}

async function upload(
  { file, as }: Extract<Step, { kind: "upload" }>,
  { github, release, sight, progress }: Means,
  signal: AbortSignal,
): Promise<End> {
  if (file.content === "kept") throw new Error(`\`${file.name}\` is kept, and not here`);
  const tracked = progress.begin(file);
  const { contentType, content } = file;
  const answer = await github.upload(
    { release, name: as, contentType, content, onBytes: tracked.sent },
    signal,
  );
  if (answer.kind !== "answered") {
    tracked.failed();
    return endOf(`upload \`${file.name}\``, answer);
  }
  const end = noted(await sight.note(answer.value, signal), { name: as, sha256: file.sha256 });
  if (end.kind === "done") tracked.done();
  else tracked.failed();
  return end;
}

/** GitHub's own word on what it has now. */
function noted(
  looked: Awaited<ReturnType<Sight["note"]>>,
  { name, sha256 }: Pick<WantedFile, "name" | "sha256">,
): End {
  if (looked.kind === "failed") return endOf(`look at \`${name}\``, looked.trouble);
  const [asset] = looked.seen;
  if (asset?.name === name && asset.sha256 === sha256 && asset.state === "uploaded") return DONE;
  return { kind: "unsure", why: `\`${name}\` did not arrive as it was sent` };
}

function endOf(during: string, trouble: ApiTrouble): End {
  return isPassing(trouble)
    ? { kind: "unsure", why: troubleText(trouble) }
    : { kind: "refused", during, trouble };
}

function isMissing(trouble: ApiTrouble): boolean {
  return trouble.kind === "refused" && trouble.status === 404;
}

/** What a new look may explain: no answer, a name that is taken by what was not seen yet, something not there yet. */
export function isPassing(trouble: ApiTrouble): boolean {
  if (trouble.kind === "unreachable") return true;
  if (trouble.kind === "limited") return false;
  return trouble.status === 404 || trouble.status === 409 || trouble.codes.includes("already_exists");
}

function troubleText(trouble: ApiTrouble): string {
  if (trouble.kind === "unreachable") return trouble.why;
  return trouble.kind === "refused" ? `${trouble.status} ${trouble.message}` : "a limit";
}
