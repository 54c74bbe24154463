import { type Dependency, parsePkgpath } from "../port/port.ts";
import { type Diagnostic, nearest } from "../report.ts";
import type { Candidate } from "./candidate.ts";
import type { Node, Offer, Offers } from "./offers.ts";

/** What a base can supply itself, by the pkgpath that a recipe knows it under. */
export type Supplies = (pkgpath: string, base: string) => boolean;

export type Link = { readonly dependency: Dependency; readonly offer: Offer };

/** For every node: what each of its dependencies on other ports comes to. */
export type Links = ReadonlyMap<Node, readonly Link[]>;

export type Resolution = { readonly links: Links; readonly diagnostics: readonly Diagnostic[] };

type Known = { readonly candidates: readonly Candidate[]; readonly supplies: Supplies };

/** Through the packages on offer; what nobody offers and no base supplies is told at its line. */
export function resolve(nodes: readonly Node[], offers: Offers, known: Known): Resolution {
  const diagnostics: Diagnostic[] = [];
  const links = new Map<Node, readonly Link[]>();
  for (const node of nodes) {
    const found: Link[] = [];
    for (const dependency of node.depends) {
      const offer = offers.best(node.place, dependency);
      if (offer) found.push({ dependency, offer });
      else if (!known.supplies(dependency.pkgpath, node.job.base.name))
        diagnostics.push(unresolved(node, dependency, known.candidates));
    }
    links.set(node, found);
  }
  return { links, diagnostics };
}

function unresolved(node: Node, dependency: Dependency, candidates: readonly Candidate[]): Diagnostic {
  const { base, arch } = node.job;
  const { spec, pkgpath, span } = dependency;
  const name = spec === "" ? pkgpath : `${spec}:${pkgpath}`;
  const path = parsePkgpath(pkgpath);
  const folder = path?.folder ?? pkgpath;
  const there = candidates.filter((one) => folder === one.pkgpath || folder.endsWith(`/${one.pkgpath}`));
  const [found] = there;
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
  const meant = nearestPort(folder, candidates);
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
