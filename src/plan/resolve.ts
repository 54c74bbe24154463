import { type Dependency, fulfils, parsePkgpath } from "../port/port.ts";
import { type Diagnostic, nearest } from "../report.ts";
import type { Candidate } from "./candidate.ts";
import type { LeftOut } from "./model.ts";
import type { Node, Offer, Offers } from "./offers.ts";
import type { Ownership } from "./owners.ts";

/** What a base can supply itself, by the pkgpath that a recipe knows it under. */
export type Supplies = (pkgpath: string, base: string) => boolean;

export type Link = { readonly dependency: Dependency; readonly offer: Offer };

/** For every node: what each of its dependencies on other ports comes to. */
export type Links = ReadonlyMap<Node, readonly Link[]>;

export type Resolution = {
  readonly links: Links;
  /** What is wrong with those that need what nobody has. */
  readonly lacking: ReadonlyMap<Node, readonly Diagnostic[]>;
};

export type Known = {
  readonly candidates: readonly Candidate[];
  readonly supplies: Supplies;
  /** What a plan is made without. */
  readonly leftOut: readonly LeftOut[];
};

/** Through the packages on offer; what nobody offers and no base supplies is told at its line. */
export function resolve(nodes: readonly Node[], offers: Offers, known: Known): Resolution {
  const lacking = new Map<Node, readonly Diagnostic[]>();
  const links = new Map<Node, readonly Link[]>();
  const meantBy = nearestPorts(known.candidates);
  for (const node of nodes) {
    const found: Link[] = [];
    const troubles: Diagnostic[] = [];
    for (const dependency of node.depends) {
      const offer = offers.best(node.place, dependency);
      if (offer) {
        found.push({ dependency, offer });
        continue;
      }
      // What a base has in its place is another thing.
      const gone = portAt(folderOf(dependency), known.leftOut);
      if (gone) troubles.push(leftOutFor(node, dependency, gone));
      else if (!known.supplies(dependency.pkgpath, node.job.base.name))
        troubles.push(unresolved(node, dependency, { ...known, meantBy }));
    }
    links.set(node, found);
    if (troubles.length > 0) lacking.set(node, troubles);
  }
  return { links, lacking };
}

/** What another job makes now comes from there. */
export function relink(
  nodes: readonly Node[],
  { links, owners }: Pick<Resolution, "links"> & Pick<Ownership, "owners">,
  known: Known,
): Resolution {
  const lacking = new Map<Node, readonly Diagnostic[]>();
  const relinked = new Map<Node, readonly Link[]>();
  const meantBy = nearestPorts(known.candidates);
  for (const node of nodes) {
    const before = links.get(node) ?? [];
    const found = before.map((link): Link => {
      const { dependency, offer } = link;
      const owner = offer.from.kind === "planned" ? owners.get(offer.key) : undefined;
      return owner && owner !== offer ? { dependency, offer: owner } : link;
    });
    // What is made without a flavor that its name does not tell of is not what names that flavor.
    const refused = found.filter((link, at) => link !== before[at] && !fulfils(link.offer, link.dependency));
    const troubles = refused.map(({ dependency }) => unresolved(node, dependency, { ...known, meantBy }));
    relinked.set(node, found);
    if (troubles.length > 0) lacking.set(node, troubles);
  }
  return { links: relinked, lacking };
}

function folderOf({ pkgpath }: Dependency): string {
  return parsePkgpath(pkgpath)?.folder ?? pkgpath;
}

function portAt<P extends { readonly pkgpath: string }>(folder: string, ports: readonly P[]): P | undefined {
  return ports.find(({ pkgpath }) => folder === pkgpath || folder.endsWith(`/${pkgpath}`));
}

function nameOf({ spec, pkgpath }: Dependency): string {
  return spec === "" ? pkgpath : `${spec}:${pkgpath}`;
}

function leftOutFor({ candidate }: Node, dependency: Dependency, { folder }: LeftOut): Diagnostic {
  return {
    severity: "error",
    code: "plan/left-out",
    blame: "recipe",
    message: `\`${candidate.pkgpath}\` is left out: it needs \`${nameOf(dependency)}\`, and \`${folder}\` is left out`,
    span: dependency.span,
    help: `mend what is wrong with \`${folder}\``,
  };
}

function unresolved(
  node: Node,
  dependency: Dependency,
  { candidates, meantBy }: Known & { readonly meantBy: MeantBy },
): Diagnostic {
  const { base, arch } = node.job;
  const { span } = dependency;
  const name = nameOf(dependency);
  const path = parsePkgpath(dependency.pkgpath);
  const folder = folderOf(dependency);
  const found = portAt(folder, candidates);
  if (found) {
    const port = found.read(path?.flavors ?? "default", node.job.arch);
    const names = port.ok ? port.value.packages.map((one) => `\`${one.fullpkgname}\``).join(", ") : "";
    return {
      ...NO_PACKAGE,
      message: port.ok
        ? `\`${node.candidate.pkgpath}\` needs \`${name}\`, but \`${found.folder}\` makes ${names}`
        : `\`${node.candidate.pkgpath}\` needs \`${name}\`, a choice that \`${found.folder}\` does not have`,
      span,
      help: (port.ok ? undefined : port.error[0]?.help) ?? "mend the dependency, or the version of the port",
      ...(port.ok ? { related: [{ message: "the port", span: port.value.span }] } : {}),
    };
  }
  const meant = meantBy(folder);
  return {
    severity: "error",
    code: "plan/unknown-port",
    blame: "recipe",
    message: `\`${node.candidate.pkgpath}\` needs \`${name}\`, which is not among the ${candidates.length === 1 ? "" : `${candidates.length} `}ports read, nor in a release for ${base.name} on ${arch}, nor does the base supply it`,
    span,
    help: meant
      ? `did you mean \`${meant}\`?`
      : `add \`${folder}\` to the ports, or name a release that has it with \`--released\``,
  };
}

const NO_PACKAGE = { severity: "error", code: "plan/no-such-package", blame: "recipe" } as const;

type MeantBy = (folder: string) => string | undefined;

/** Each looked for once: what one port of a large tree lacks, many do. */
function nearestPorts(candidates: readonly Candidate[]): MeantBy {
  const known = new Map<string, string | undefined>();
  return (folder) => {
    if (!known.has(folder)) known.set(folder, nearestPort(folder, candidates));
    return known.get(folder);
  };
}

/** By the whole pkgpath, or by the port's own name in another folder. */
function nearestPort(folder: string, candidates: readonly Candidate[]): string | undefined {
  const last = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  const paths = candidates.map(({ pkgpath }) => pkgpath);
  const elsewhere = paths.find((path) => last(path) === last(folder));
  if (elsewhere) return elsewhere;
  const whole = nearest(folder, paths);
  if (whole) return whole;
  const name = nearest(last(folder), paths.map(last));
  return name && paths.find((path) => last(path) === name);
}
