// `port.yml`, the native dialect.

import { isMap, type Node, type Scalar } from "yaml";
import type { Release } from "../../port/port.ts";
import { type Diagnostic, distinctDiagnostics, ok, type Result, type Source } from "../../report.ts";
import { chooseFlavors } from "../flavors.ts";
import { DEFAULT_PREFIX } from "../prefix.ts";
import type { PortReading, PortRequest, Tree } from "../reading.ts";
import { decodeIn } from "./decode.ts";
import { readDocument } from "./document.ts";
import { PORT, type PortKeys } from "./keys.ts";
import { checkPort, flavorsOf, lowerPort, lowerPrefix } from "./lower.ts";
import { variablesOf } from "./variables.ts";
import type { Workplace } from "./workplace.ts";

export function readYamlPort(source: Source, tree: Tree, request: PortRequest): Result<PortReading> {
  const document = readDocument(source);
  if (!document.ok) return document;
  const root = document.value;
  const problems: Diagnostic[] = [];
  const scene = { source, report: (problem: Diagnostic) => void problems.push(problem) };
  const keys = decodeIn(PORT, root, { scene })?.value;
  if (!keys) return { ok: false, error: problems };
  const folder = request.folder === "" ? "" : `${request.folder}/`;
  const wasRead = soundness(root, problems);
  const workplace: Workplace = { scene, tree, folder, release: releaseOf(keys), wasRead };
  checkPort(keys, workplace);
  const offer = offerOf(keys);
  const choice = chooseFlavors(offer, request.flavors === "default" ? [] : request.flavors);
  const { available, pseudo } = offer;
  const flavors = choice.ok ? choice.value : { available, pseudo, chosen: [] };
  const prefix = prefixFor(keys, request, workplace);
  const port = lowerPort({ keys, pkgpath: request.pkgpath, flavors, prefix }, workplace);
  const all = distinctDiagnostics([...problems, ...(choice.ok ? [] : choice.error)]);
  return all.length > 0
    ? { ok: false, error: all }
    : ok({ port, variables: () => variablesOf(root, workplace), warnings: [] });
}

/** Taken before lowering adds problems of its own. */
function soundness(root: Node, problems: readonly Diagnostic[]): Workplace["wasRead"] {
  const faults = problems.map(({ span }) => span?.start ?? 0);
  const pairs = isMap<Scalar, Node | null>(root) ? root.items : [];
  const ranges = new Map(
    pairs.map(({ key, value }) => {
      const [start = 0] = key.range ?? [];
      const [, end = 0] = (value ?? key).range ?? [];
      return [String(key.value), { start, end }];
    }),
  );
  return (...parts) =>
    parts.every((part) => {
      const range = typeof part === "string" ? ranges.get(part) : part;
      return !range || !faults.some((at) => range.start <= at && at <= range.end);
    });
}

/** The user's prefix goes before the port's, keeps the same rules, and is the user's to mend. */
function prefixFor(keys: PortKeys, { prefix }: PortRequest, workplace: Workplace): string {
  const own = lowerPrefix(keys.prefix ?? { value: DEFAULT_PREFIX, span: keys.name.span }, workplace);
  if (prefix === undefined) return own;
  const { scene } = workplace;
  const report = ({ span: _, ...problem }: Diagnostic) => scene.report({ ...problem, blame: "request" });
  return lowerPrefix({ value: prefix, span: keys.name.span }, { ...workplace, scene: { ...scene, report } });
}

function releaseOf({ name, version, revision, epoch }: PortKeys): Release {
  return {
    name: name.value,
    version: version.value,
    ...(revision ? { revision: revision.value } : {}),
    ...(epoch ? { epoch: epoch.value } : {}),
  };
}

function offerOf(keys: PortKeys) {
  return {
    port: keys.name,
    available: keys.flavors?.value.map(({ key }) => key.value) ?? [],
    pseudo: keys["pseudo-flavors"]?.value.map(({ key }) => key.value) ?? [],
    excludes: flavorsOf(keys).flatMap(({ key, value }) =>
      (value.excludes?.value ?? []).map((excluded) => ({ flavor: key.value, excluded })),
    ),
    span: (keys.flavors ?? keys["pseudo-flavors"])?.span,
  };
}
