import { suppliedAs, unknownPackages } from "../base/base.ts";
import { type HostPath, joinPath } from "../host/host.ts";
import { type PublicKey, readPublicKey, readSignedIndex } from "../package/package.ts";
import {
  type Candidate,
  type LeftOut,
  type Planned,
  type PlanSeed,
  planPorts,
  type Variant,
  variantsOf,
} from "../plan/plan.ts";
import type { Layout, Package, TagFields } from "../port/port.ts";
import { asWarning, type Diagnostic, distinctDiagnostics, ok, type Result, wrong } from "../report.ts";
import { readCandidates } from "./candidates.ts";
import { parseWishes } from "./flavor-wishes.ts";
import { type PlatformRequest, resolvePlatforms } from "./platforms.ts";
import { NO_SHELL, shellOver } from "./port-shell.ts";
import { fetchRows, type ReleasePlace } from "./release-lists.ts";
import { type Context, usage } from "./verb.ts";
import { openWorkshop } from "./workshop.ts";

export type PlanningRequest = PlatformRequest & {
  readonly paths: readonly string[];
  /** Lines of `--flavors`. */
  readonly flavors: readonly string[];
  /** Pseudo-flavors that count among `all`. */
  readonly pseudo: readonly string[];
  readonly layout: Layout;
  readonly prefix: string | undefined;
  /** Those to keep; empty for all. */
  readonly subpackages: readonly string[];
  readonly configureOptions: readonly string[];
  readonly released: PlannedAgainst;
  readonly ranks: number;
  readonly runners: number;
  /** What values of a port need run: in a buildbox over the first base, or not at all. */
  readonly commands: "allowed" | "refused";
  /** What becomes of ports that can't be read, and of those that need them. */
  readonly unreadable: "stop the plan" | "are left out";
};

/** What has not to be built again. */
export type PlannedAgainst =
  | { readonly kind: "nothing" }
  /** With `index.json` and `SHA256.sig`, or that index. */
  | { readonly kind: "folder"; readonly folder: HostPath; readonly publicKeys: readonly HostPath[] }
  | { readonly kind: "release"; readonly place: ReleasePlace };

/** Reads the ports, pins the bases, checks the release, and plans. */
export async function makePlan(request: PlanningRequest, context: Context): Promise<Result<Planned>> {
  const { host, signal } = context;
  const { working, cache } = host.folders;
  const { released } = request;
  const leftOut = [joinPath(working, "out"), cache, ...(released.kind === "folder" ? [released.folder] : [])];
  const [base] = request.bases;
  const shell = request.commands === "allowed" ? shellOver({ ...request, base }, context) : NO_SHELL;
  const [candidates, release] = await Promise.all([
    readCandidates({ ...request, leftOut, shell }, host, signal),
    released.kind === "folder" ? readRelease(released, context) : ok([]),
  ]);
  if (!candidates.ok || !release.ok) {
    return wrong(...(candidates.ok ? [] : candidates.error), ...(release.ok ? [] : release.error));
  }
  for (;;) {
    const planned = await planOf(candidates.value.candidates, release.value, { request, context });
    if ((await candidates.value.settle()) === "none") return planned;
  }
}

async function planOf(
  candidates: readonly Candidate[],
  release: readonly Package[],
  { request, context }: { readonly request: PlanningRequest; readonly context: Context },
): Promise<Result<Planned>> {
  const wanted = wantedVariants(candidates, request);
  if (!wanted.ok) return wanted;
  const { variants, unread } = wanted.value;
  const workshop = await openWorkshop(context);
  if (!workshop.ok) return workshop;
  const found = await resolvePlatforms(request, { variants, workshop: workshop.value }, context.signal);
  if (!found.ok) return found;
  const { platforms, of } = found.value;
  const seeds = variants.flatMap((variant) => of(variant).map((platform) => ({ variant, platform })));
  const { released } = request;
  const place = released.kind === "release" ? released.place : undefined;
  const fetched = place ? await fetchRows(place, seeds.map(tagFields), context) : ok(release);
  if (!fetched.ok) return fetched;
  const planned = planPorts({
    ...request,
    candidates,
    seeds,
    platforms,
    release: fetched.value,
    tag: place?.tag,
    supplies: (pkgpath) => suppliedAs(pkgpath) !== undefined,
    leftOut: request.unreadable === "are left out" ? unread.map(leftOutFor) : undefined,
  });
  if (!planned.ok) return planned;
  const { plan, warnings } = planned.value;
  return ok({ plan, warnings: [...unread.flatMap(({ troubles }) => troubles), ...warnings] });
}

function tagFields({ variant, platform }: PlanSeed): TagFields {
  const { name, version } = variant.port;
  return { name, version, base: platform.base.name, arch: platform.arch };
}

type Unread = { readonly candidate: Candidate; readonly troubles: readonly Diagnostic[] };

function leftOutFor({ candidate: { pkgpath, folder }, troubles: [first] }: Unread): LeftOut {
  return { pkgpath, folder, because: first?.message ?? "" };
}

/** `unread`: those whose recipes are wrong, if that is to stop nothing else; the troubles are warnings then. */
function wantedVariants(
  candidates: readonly Candidate[],
  { flavors, pseudo, arches, unreadable }: PlanningRequest,
): Result<{ readonly variants: readonly Variant[]; readonly unread: readonly Unread[] }> {
  const wishes = parseWishes(flavors, { candidates, pseudo, arch: arches[0] ?? "x86_64" });
  const stopping: Diagnostic[] = wishes.ok ? [] : [...wishes.error];
  const variants: Variant[] = [];
  const unread: Unread[] = [];
  for (const candidate of candidates) {
    const wish = wishes.ok ? wishes.value(candidate) : ({ kind: "listed", choices: ["default"] } as const);
    const troubles: Diagnostic[] = [];
    for (const arch of arches) {
      const found = variantsOf(candidate, { wish, arch });
      const unknown = found.ok ? found.value.flatMap(({ port }) => unknownPackages(port)) : [];
      if (found.ok && unknown.length === 0) variants.push(...found.value);
      else troubles.push(...(found.ok ? unknown : found.error));
    }
    const isRecipe = troubles.every(({ blame }) => blame === "recipe");
    if (unreadable === "stop the plan" || !isRecipe) stopping.push(...troubles);
    else if (troubles.length > 0)
      unread.push({ candidate, troubles: distinctDiagnostics(troubles).map(asWarning) });
  }
  return stopping.length > 0 ? { ok: false, error: distinctDiagnostics(stopping) } : ok({ variants, unread });
}

async function readRelease(
  { folder, publicKeys }: Extract<PlannedAgainst, { kind: "folder" }>,
  { host, signal }: Context,
): Promise<Result<readonly Package[]>> {
  const keys = await readKeys(publicKeys, host);
  if (!keys.ok) return keys;
  if (keys.value.length === 0) {
    const message = "`--released` is believed only as far as a key says so, and there is none";
    return wrong(usage("usage/public-key", message, "give the publisher's public key with `--public-key`"));
  }
  return await readSignedIndex({ place: folder, keys: keys.value }, host, signal);
}

/** Those given, else the user's own. */
async function readKeys(
  given: readonly HostPath[],
  host: Context["host"],
): Promise<Result<readonly PublicKey[]>> {
  const { config } = host.folders;
  const own = ((await host.list(config)) ?? []).filter((name) => name.endsWith(".pub"));
  const files = given.length > 0 ? given : own.map((name) => joinPath(config, name));
  const results = await Promise.all(files.map((file) => readPublicKey(file, host)));
  const troubles = results.flatMap((one) => (one.ok ? [] : one.error));
  return troubles.length > 0 ? wrong(...troubles) : ok(results.flatMap((one) => (one.ok ? [one.value] : [])));
}
