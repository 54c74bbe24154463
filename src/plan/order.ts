import type { Diagnostic } from "../report.ts";
import type { Node } from "./offers.ts";
import type { Link, Links } from "./resolve.ts";

/**
 * Dependencies first; of those that could come side by side, the fewest flavors first, then as in `nodes`, which are
 * sorted by id. Or the circles.
 */
export function orderOf(
  nodes: readonly Node[],
  links: Links,
): {
  readonly order: readonly Node[];
  /** What is told of each that stands in one. */
  readonly circles: ReadonlyMap<Node, Diagnostic>;
} {
  const { order, stuck } = sortOut(nodes, links);
  const circles = new Map<Node, Diagnostic>();
  // One circle of each knot is shown, and then what is left without it.
  for (let left = stuck; left.length > 0; ) {
    const circle = circleAmong(left, links);
    const told = circular(circle);
    for (const { node } of circle) circles.set(node, told);
    left = sortOut(
      left.filter((node) => !circles.has(node)),
      links,
    ).stuck;
  }
  return { order, circles };
}

/** The nodes level by level; `stuck` are those in a circle, or above one. Links to other nodes don't count. */
function sortOut(
  nodes: readonly Node[],
  links: Links,
): { readonly order: readonly Node[]; readonly stuck: readonly Node[] } {
  // By number: there are many nodes, and texts take long to compare.
  const numbers = new Map(nodes.map((node, number) => [node, number]));
  const flavors = nodes.map(({ port }) => port.flavors.chosen.length);
  const waiting = new Int32Array(nodes.length);
  const dependants = nodes.map((): number[] => []);
  for (const [number, node] of nodes.entries()) {
    for (const need of neededBy(node, links)) {
      const known = dependants[numbers.get(need) ?? -1];
      if (!known) continue;
      known.push(number);
      waiting[number] = (waiting[number] ?? 0) + 1;
    }
  }
  const order: number[] = [];
  let level = [...nodes.keys()].filter((number) => waiting[number] === 0);
  while (level.length > 0) {
    level.sort((a, b) => (flavors[a] ?? 0) - (flavors[b] ?? 0) || a - b);
    for (const number of level) order.push(number);
    level = level.flatMap((number) =>
      (dependants[number] ?? []).filter((dependant) => {
        const count = (waiting[dependant] ?? 0) - 1;
        waiting[dependant] = count;
        return count === 0;
      }),
    );
  }
  return {
    order: order.flatMap((number) => nodes[number] ?? []),
    stuck: nodes.filter((_, number) => (waiting[number] ?? 0) > 0),
  };
}

/** Each once. */
export function neededBy(node: Node, links: Links): ReadonlySet<Node> {
  const needed = new Set<Node>();
  for (const { offer } of links.get(node) ?? [])
    if (offer.from.kind === "planned") needed.add(offer.from.node);
  return needed;
}

type Step = { readonly node: Node; readonly link: Link };

/** Every stuck node needs another: following the first need must come round. */
function circleAmong(stuck: readonly Node[], links: Links): readonly Step[] {
  const left = new Set(stuck);
  const path: Step[] = [];
  let node = stuck[0];
  while (node && !path.some((step) => step.node === node)) {
    const link = (links.get(node) ?? []).find(
      ({ offer: { from } }) => from.kind === "planned" && left.has(from.node),
    );
    if (link?.offer.from.kind !== "planned") throw new Error(`${node.job.id} is stuck, and needs nothing`);
    path.push({ node, link });
    node = link.offer.from.node;
  }
  const circle = path.slice(path.findIndex((step) => step.node === node));
  // Told from the same place, whichever node it was found from.
  const start = circle.reduce(
    (best, { node: { job } }, at) => (job.id < (circle[best]?.node.job.id ?? "") ? at : best),
    0,
  );
  return [...circle.slice(start), ...circle.slice(0, start)];
}

function circular(circle: readonly Step[]): Diagnostic {
  const names = circle.map(({ node }) => pkgpathOf(node));
  const [first] = circle;
  return {
    severity: "error",
    code: "plan/circle",
    blame: "recipe",
    message: `ports that need each other to be built: ${[...names, names[0]].map((name) => `\`${name}\``).join(" → ")}`,
    ...(first ? { span: first.link.dependency.span } : {}),
    help: `take one of these dependencies out, or let it name a choice that needs less, as in \`${names[0]},bootstrap\``,
    related: circle.slice(1).map(({ node, link }) => ({
      message: `\`${pkgpathOf(node)}\` needs \`${link.dependency.pkgpath}\``,
      span: link.dependency.span,
    })),
  };
}

/** With the choice: `devel/foo,bootstrap`. */
function pkgpathOf({ port }: Node): string {
  return [port.pkgpath, ...port.flavors.chosen].join();
}
