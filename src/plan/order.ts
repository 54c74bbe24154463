import type { Diagnostic } from "../report.ts";
import type { Node, Offer } from "./offers.ts";
import type { Link, Links } from "./resolve.ts";

/**
 * Dependencies first; of those that could come side by side, the fewest flavors first, then as in `nodes`, which are
 * sorted by id. Or the circles. A dependency waits for a package, whoever makes it first: so a choice that needs less
 * breaks a circle, and taking from it what others make as well never closes one.
 */
export function orderOf(
  nodes: readonly Node[],
  links: Links,
): {
  readonly order: readonly Node[];
  /** What is told of each that stands in one. */
  readonly circles: ReadonlyMap<Node, Diagnostic>;
} {
  const { order, ...rest } = sortOut(nodes, links);
  const circles = new Map<Node, Diagnostic>();
  // One circle of each knot is shown, and then what is left without it.
  for (let { stuck } = rest; stuck.size > 0; ) {
    const circle = circleAmong(stuck);
    const told = circular(circle);
    for (const { node } of circle) circles.set(node, told);
    const left = [...stuck.keys()].filter((node) => !circles.has(node));
    stuck = sortOut(left, stuck).stuck;
  }
  return { order, circles };
}

/**
 * The nodes level by level; `stuck` are those in a circle, or above one, with what they wait for. Packages that none of
 * the nodes makes don't count.
 */
function sortOut(
  nodes: readonly Node[],
  links: Links,
): { readonly order: readonly Node[]; readonly stuck: Links } {
  // By number: there are many nodes, and texts take long to compare.
  const flavors = nodes.map(({ port }) => port.flavors.chosen.length);
  const made = nodes.map(({ keys }) => keys);
  const waiting = new Int32Array(nodes.length);
  /** By what they wait for. */
  const dependants = new Map(made.flat().map((key): [string, number[]] => [key, []]));
  for (const [number, node] of nodes.entries()) {
    for (const { offer } of links.get(node) ?? []) {
      const known = offer.from.kind === "planned" ? dependants.get(offer.key) : undefined;
      if (!known || known.at(-1) === number) continue;
      known.push(number);
      waiting[number] = (waiting[number] ?? 0) + 1;
    }
  }
  const order: number[] = [];
  let level = [...nodes.keys()].filter((number) => waiting[number] === 0);
  while (level.length > 0) {
    level.sort((a, b) => (flavors[a] ?? 0) - (flavors[b] ?? 0) || a - b);
    for (const number of level) order.push(number);
    const there = level.flatMap((number) => made[number] ?? []);
    level = there.flatMap((key) => {
      const waited = dependants.get(key) ?? [];
      dependants.delete(key);
      return waited.filter((dependant) => {
        const count = (waiting[dependant] ?? 0) - 1;
        waiting[dependant] = count;
        return count === 0;
      });
    });
  }
  const stuck = nodes.filter((_, number) => (waiting[number] ?? 0) > 0);
  const waitedFor = (node: Node) =>
    plannedLinks(node, links).filter(({ offer }) => dependants.has(offer.key));
  return {
    order: order.flatMap((number) => nodes[number] ?? []),
    stuck: new Map(stuck.map((node) => [node, waitedFor(node)])),
  };
}

/** A package of the release is there already. */
function plannedLinks(node: Node, links: Links): readonly Link[] {
  return (links.get(node) ?? []).filter(({ offer: { from } }) => from.kind === "planned");
}

/** Each once. */
export function neededBy(node: Node, links: Links): ReadonlySet<Node> {
  const needed = new Set<Node>();
  for (const { offer } of links.get(node) ?? [])
    if (offer.from.kind === "planned") needed.add(offer.from.node);
  return needed;
}

type Step = { readonly node: Node; readonly link: Link };

/** Every stuck node waits for another: following what each waits for first must come round. */
function circleAmong(stuck: Links): readonly Step[] {
  const path: Step[] = [];
  let [node] = stuck.keys();
  while (node && !path.some((step) => step.node === node)) {
    const [link] = stuck.get(node) ?? [];
    if (!link) throw new Error(`${node.job.id} is stuck, and needs nothing`);
    path.push({ node, link });
    node = makerAmong(stuck, link.offer);
  }
  const circle = path.slice(path.findIndex((step) => step.node === node));
  // Told from the same place, whichever node it was found from.
  const start = circle.reduce(
    (best, { node: { job } }, at) => (job.id < (circle[best]?.node.job.id ?? "") ? at : best),
    0,
  );
  return [...circle.slice(start), ...circle.slice(0, start)];
}

/** The choice that is linked to, else the first that makes the same. */
function makerAmong(stuck: Links, { key, from }: Offer): Node | undefined {
  if (from.kind === "planned" && stuck.has(from.node)) return from.node;
  return [...stuck.keys()].find(({ keys }) => keys.includes(key));
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
