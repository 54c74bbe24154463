// Which release serves, and what of it is chosen.

import type { GitHub, Host, HostPath } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, quoted, type Report, type Result, unreachable, wrong } from "../report.ts";
import type { Place } from "./place.ts";
import { type OpenedRelease, openRelease, type Trust } from "./release.ts";
import type { Choice } from "./resolve.ts";
import { type Origin, openSource, type Source } from "./source.ts";
import { trouble, worldTrouble } from "./trouble.ts";

export type Selecting = {
  /** The first decides; the others are mirrors of its release. */
  readonly places: readonly Place[];
  readonly trust: Trust;
  /** What is wanted of a release, or why it does not serve. */
  readonly choose: (offered: readonly Package[], place: string) => Result<readonly Choice[]>;
  readonly scratch: HostPath;
  readonly host: Host;
  readonly report: Report;
};

export type Selection = {
  readonly source: Source;
  readonly release: OpenedRelease;
  readonly choices: readonly Choice[];
};

/**
 * Plain downloads wherever they do. Only when the newest release of a repository has not what is wanted, GitHub is
 * asked for the others.
 */
export async function select(selecting: Selecting, signal: AbortSignal): Promise<Result<Selection>> {
  const [first, ...mirrors] = selecting.places;
  if (!first) throw new Error("no place to install from");
  const others = mirrors.map(originOf(selecting.host));
  const undecided = others.filter((one) => one === undefined);
  if (undecided.length > 0) return wrong(mirrorWithoutTag());
  const decided = others.filter((one) => one !== undefined);
  const origin = originOf(selecting.host)(first);
  if (origin) return selectFrom([origin, ...decided], selecting, signal);
  return selectNewest(first, decided, selecting, signal);
}

async function selectFrom(
  origins: readonly Origin[],
  selecting: Selecting,
  signal: AbortSignal,
): Promise<Result<Selection>> {
  const { scratch, host, report, trust, choose } = selecting;
  const source = openSource({ origins, scratch, host, report });
  const release = await openRelease(source, trust, signal);
  if (!release.ok) return release;
  const choices = choose(release.value.packages, source.name);
  return choices.ok ? ok({ source, release: release.value, choices: choices.value }) : choices;
}

type Repository = Extract<Place, { readonly kind: "repository" }>;

async function selectNewest(
  place: Place,
  mirrors: readonly Origin[],
  selecting: Selecting,
  signal: AbortSignal,
): Promise<Result<Selection>> {
  if (place.kind !== "repository") throw new Error("only a repository has a newest release");
  const { host } = selecting;
  const latest = await latestTag(place, host, signal);
  if (!latest.ok) return latest;
  const from = (tag: string) => selectFrom([tagged(place, tag, host), ...mirrors], selecting, signal);
  const first = latest.value === undefined ? undefined : await from(latest.value);
  if (first?.ok || first?.error.some(isNoReason)) return first;
  const tags = await otherTags(place, latest.value, selecting, signal);
  if (!tags.ok) return first ? { ok: false, error: [...first.error, ...tags.error] } : tags;
  for (const tag of tags.value) {
    const found = await from(tag);
    if (found.ok || found.error.some(isNoReason)) return found;
  }
  return first ?? wrong(noRelease(place));
}

/** Older releases are looked at for packages that this one has not; never because it can't be trusted or reached. */
function isNoReason({ code }: Diagnostic): boolean {
  return !["install/not-found", "install/other-base", "install/no-packages", "install/unsigned"].includes(
    code,
  );
}

function originOf(host: Host): (place: Place) => Origin | undefined {
  return (place) => {
    if (place.kind !== "repository") return place;
    return place.tag === undefined ? undefined : tagged(place, place.tag, host);
  };
}

function tagged({ owner, repository }: Repository, tag: string, host: Host): Origin {
  const path = tag.split("/").map(encodeURIComponent).join("/");
  const base = new URL(`${repositoryUrl({ owner, repository }, host)}/releases/download/${path}/`);
  return { kind: "web", name: `${owner}/${repository}@${tag}`, base };
}

function repositoryUrl({ owner, repository }: Pick<Repository, "owner" | "repository">, host: Host): string {
  return `${host.environment("GITHUB_SERVER_URL") ?? "https://github.com"}/${owner}/${repository}`;
}

/** The page of the latest release leads to that of its tag. Undefined when there is no release that is one. */
async function latestTag(
  place: Repository,
  host: Host,
  signal: AbortSignal,
): Promise<Result<string | undefined>> {
  const url = new URL(`${repositoryUrl(place, host)}/releases/latest`);
  const answer = await host.get(url, {}, signal);
  if (answer.kind === "unreachable") return wrong(unreachablePlace(place, answer.why));
  answer.body.destroy();
  const [, tag] = /\/releases\/tag\/([^?#]+)$/.exec(answer.url) ?? [];
  if (answer.status === 200 && tag !== undefined) {
    const name = decodedTag(tag);
    const strange = `the server leads to a release that can't be named: ${quoted(tag)}`;
    return name === undefined ? wrong(unreachablePlace(place, strange)) : ok(name);
  }
  if (answer.status === 404 || answer.status === 200) return ok(undefined);
  return wrong(unreachablePlace(place, `the server answered ${answer.status}`));
}

/** Undefined when a `%` in it begins no escape. */
function decodedTag(tag: string): string | undefined {
  try {
    return decodeURIComponent(tag);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** How long GitHub's limits are waited for. */
const PATIENCE_MS = 120_000;
/** Each costs requests of its own. */
const MOST_RELEASES = 30;

async function otherTags(
  place: Repository,
  latest: string | undefined,
  { host, report }: Selecting,
  signal: AbortSignal,
): Promise<Result<readonly string[]>> {
  const github = host.github({
    repository: { owner: place.owner, name: place.repository },
    token: undefined,
    patienceMs: PATIENCE_MS,
    onWait: (why) => report({ kind: "note", message: why }),
  });
  const answer = await github.releases(signal);
  if (answer.kind !== "answered") return wrong(unreachablePlace(place, whyNot(answer)));
  const published = answer.value.filter(({ state, tag }) => state === "published" && tag !== latest);
  return ok(published.slice(0, MOST_RELEASES).map(({ tag }) => tag));
}

function whyNot(
  answer: Exclude<Awaited<ReturnType<GitHub["releases"]>>, { readonly kind: "answered" }>,
): string {
  switch (answer.kind) {
    case "refused":
      return `GitHub says: ${answer.message} (${answer.status})`;
    case "limited":
      return `GitHub's limit of requests is used up for ${Math.ceil(answer.waitMs / 60_000)} minutes`;
    case "unreachable":
      return answer.why;
    default:
      return unreachable(answer);
  }
}

function mirrorWithoutTag(): Diagnostic {
  const what = "a mirror must be of one release, and a repository without a tag is of its newest";
  return trouble("install/mirror", what, "write `OWNER/REPO@TAG`, or name only one place");
}

function noRelease({ owner, repository }: Repository): Diagnostic {
  const what = `\`${owner}/${repository}\` has no release with what is wanted`;
  return trouble("install/no-packages", what, "look at its page of releases, and name one: `OWNER/REPO@TAG`");
}

function unreachablePlace({ owner, repository }: Repository, why: string): Diagnostic {
  const what = `the releases of \`${owner}/${repository}\` can't be looked at: ${why}`;
  return worldTrouble("install/not-fetched", what, "try again later, or name the release: `OWNER/REPO@TAG`");
}
