// Which jobs there are: those that were asked for, and those that they need besides.

import {
  type Arch,
  bestFor,
  type Dependency,
  foreignDependencies,
  type Job,
  jobId,
  type Layout,
  parsePkgpath,
  prefixOf,
} from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import type { Candidate, Platform, Variant } from "./candidate.ts";
import { fileKey, lastPart, type Node, type Offer, Offers, offersOf, placeOf } from "./offers.ts";

export type Seed = { readonly variant: Variant; readonly platform: Platform };

export type Gathering = {
  readonly candidates: readonly Candidate[];
  readonly seeds: readonly Seed[];
  readonly layout: Layout;
};

/** Choices that only a dependency names (`devel/foo,bootstrap`) are built too. Sorted by id. */
export function gather({ candidates, seeds, layout }: Gathering): {
  readonly nodes: readonly Node[];
  /** What each of them could make. */
  readonly offers: ReadonlyMap<Node, readonly Offer[]>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const byName = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const name = lastPart(candidate.pkgpath);
    const known = byName.get(name);
    if (known) known.push(candidate);
    else byName.set(name, [candidate]);
  }
  const nodes = new Map<string, Node>();
  const twice: Diagnostic[] = [];
  const made = new Map<Node, readonly Offer[]>();
  const offers = new Offers();
  const queue: { readonly node: Node; readonly platform: Platform }[] = [];
  // One text for all that are in a place: it is a key of very many.
  const places = new Map<Platform, string>();
  const add = ({ variant, platform }: Seed): void => {
    const { base, arch } = platform;
    const place = places.get(platform) ?? placeOf({ base: base.name, arch, layout });
    places.set(platform, place);
    const node = nodeOf(variant, platform, { layout, place });
    const known = nodes.get(node.job.id);
    if (known) {
      if (known.candidate !== variant.candidate) twice.push(sameId(known, node));
      return;
    }
    nodes.set(node.job.id, node);
    const own = offersOf(node);
    made.set(node, own);
    for (const offer of own) offers.add(node.place, offer);
    queue.push({ node, platform });
  };
  for (const seed of seeds) add(seed);
  // It grows while it is walked.
  for (const { node, platform } of queue) {
    for (const dependency of node.depends) {
      const found = offers.best(node.place, dependency);
      if (found && !isStandIn(found, dependency)) continue;
      const variant = demanded(dependency, {
        candidates: byName.get(lastPart(dependency.pkgpath)) ?? [],
        arch: platform.arch,
      });
      if (variant) add({ variant, platform });
    }
  }
  const sorted = [...nodes.values()].sort((a, b) => (a.job.id < b.job.id ? -1 : 1));
  return { nodes: sorted, offers: made, diagnostics: twice };
}

/**
 * Whether it is only made with other pseudo-flavors than a dependency names: what it names may be what breaks a circle.
 */
function isStandIn({ flavors, pseudoFlavors }: Offer, { pkgpath }: Dependency): boolean {
  if (pseudoFlavors.length === 0) return false;
  const wanted = parsePkgpath(pkgpath)?.flavors ?? "default";
  if (wanted === "default" || !wanted.some((flavor) => pseudoFlavors.includes(flavor))) return false;
  return wanted.length !== flavors.length || !wanted.every((flavor) => flavors.includes(flavor));
}

function nodeOf(
  variant: Variant,
  { base, arch, wanted }: Platform,
  { layout, place }: { readonly layout: Layout; readonly place: string },
): Node {
  const { port } = variant;
  const id = jobId({ port, base, arch, layout });
  const job: Job = { id, port, base, arch, layout, prefix: prefixOf(port, layout, port.prefix) };
  // Written out: what spreads another object and adds to it has, in V8, a shape of its own each time, and there are
  // many ports.
  return {
    candidate: variant.candidate,
    port,
    arch: variant.arch,
    job,
    place,
    keys: port.packages.map(({ fullpkgname }) => fileKey({ place }, fullpkgname)),
    wanted,
    depends: foreignDependencies(port, "without tests"),
  };
}

/** The variant that a dependency asks for: with the flavors that it names, else the port's own choice. */
function demanded(
  dependency: Dependency,
  { candidates, arch }: { readonly candidates: readonly Candidate[]; readonly arch: Arch },
): Variant | undefined {
  const choice = parsePkgpath(dependency.pkgpath)?.flavors ?? "default";
  const offers = candidates.flatMap((candidate) => {
    const port = candidate.read(choice, arch);
    if (!port.ok) return [];
    const variant: Variant = { candidate, port: port.value, arch };
    return port.value.packages.map(({ fullpkgname, fullpkgpath }) => ({
      fullpkgname,
      fullpkgpath,
      flavors: port.value.flavors.chosen,
      pseudoFlavors: port.value.flavors.pseudo,
      version: port.value.version,
      variant,
    }));
  });
  return bestFor(offers, dependency)?.variant;
}

function sameId(first: Node, second: Node): Diagnostic {
  return {
    severity: "error",
    code: "plan/same-id",
    blame: "request",
    message: `\`${first.candidate.folder}\` and \`${second.candidate.folder}\` both make the job \`${first.job.id}\``,
    span: second.port.span,
    help: "leave one of them out, or give them another name or version",
    related: [{ message: "the other one", span: first.port.span }],
  };
}
