import type { Plan, PlannedJob } from "./model.ts";

export const GRAPHS = ["dot", "mermaid"] as const;
export type GraphKind = (typeof GRAPHS)[number];

/** The jobs and what needs what: arrows lead from what is built first. Fresh jobs are dashed. */
export function graph(plan: Plan, kind: GraphKind): string {
  return kind === "dot" ? dot(plan) : mermaid(plan);
}

/** Labels hold nothing that either language could take for its own: ids are letters, digits and `._+,@-`. */
function dot({ jobs, edges }: Plan): string {
  const nodes = jobs.map(
    ({ id, verdict }) =>
      `  "${id}"${verdict.kind === "fresh" ? " [style=dashed]" : ` [label="${id}\\n${place(verdict)}"]`};\n`,
  );
  const arrows = edges.map(({ job, needs }) => `  "${needs}" -> "${job}";\n`);
  return `digraph plan {\n  rankdir=LR;\n  node [shape=box];\n${[...nodes, ...arrows].join("")}}\n`;
}

function mermaid({ jobs, edges }: Plan): string {
  const numbers = new Map(jobs.map(({ id }, index) => [id, index]));
  const nodes = jobs.map(
    ({ id, verdict }, index) =>
      `  n${index}["${id}${verdict.kind === "fresh" ? "" : `<br>${place(verdict)}`}"]${verdict.kind === "fresh" ? ":::fresh" : ""}\n`,
  );
  const arrows = edges.map(({ job, needs }) => `  n${numbers.get(needs)} --> n${numbers.get(job)}\n`);
  return `flowchart LR\n  classDef fresh stroke-dasharray: 5 5\n${[...nodes, ...arrows].join("")}`;
}

function place({ shard }: Extract<PlannedJob["verdict"], { kind: "run" }>): string {
  return `shard ${shard}`;
}
