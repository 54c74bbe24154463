// Layers that stand on an opened base: tools, and what ports declare.

import { type Buildbox, guestPath, type Root } from "../engine/engine.ts";
import { type Host, joinPath, withScratch } from "../host/host.ts";
import type { Port, Style, SystemDependency } from "../port/port.ts";
import { type Diagnostic, ok, type Result, type Span } from "../report.ts";
import { commitUnlessThere, mustCopy, openWorkbox } from "./box.ts";
import { DEBIAN_ARCHES } from "./catalogue.ts";
import { crossRunLayer } from "./cross.ts";
import type { Ground, Workshop } from "./ground.ts";
import { FOR_TARGET, install } from "./install.ts";
import { digestOf } from "./inventory.ts";
import {
  dialectPackages,
  type Shelf,
  stylePackages,
  toolPackages,
  type Wanted,
  wantedPackages,
} from "./providers.ts";
import { recordFolder } from "./record.ts";

export type Needs = {
  readonly system: readonly SystemDependency[];
  readonly style: Style;
  readonly dialect: Port["dialect"];
};

/** The same ground with compilers, make and what unpacks distfiles on its build image. */
export async function toolsLayer(
  ground: Ground,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<Ground>> {
  if (!ground.shelf || ground.engine.kind === "host") return ok(ground);
  const packages = toolPackages(ground.shelf.manager).map((name) => ({ name }));
  const below: Below = { root: ground.tools, key: ground.keys.tools, installed: ground.installed.tools };
  const what = `tools of ${ground.base.name}`;
  const layer = await layerOn(below, { ground, packages, prefix: "tools", what }, workshop, signal);
  if (!layer.ok) return layer;
  const { root: tools, key } = layer.value;
  return ok({ ...ground, tools, keys: { ...ground.keys, tools: key } });
}

/** The root of a build: tools, those of the style, and the port's system dependencies. Free when made before. */
export async function buildRoot(
  ground: Ground,
  { system, style, dialect }: Needs,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<Root>> {
  const shelf = ground.shelf ?? NO_SHELF;
  const wanted = wantedPackages(system, { shelf, part: "build" });
  if (!wanted.ok) return wanted;
  // Most recipes do without them: nobody has to install them for a build over the bare machine.
  const isAddable = ground.shelf !== undefined && ground.engine.kind !== "host";
  const wish = (name: string) => (ground.cross ? `${name}${FOR_TARGET}` : name);
  const usual = (isAddable ? dialectPackages(dialect, shelf.manager) : []).map((name) => ({
    name: wish(name),
  }));
  const packages = [
    ...stylePackages(style, shelf.manager).map((name) => ({ name })),
    ...(ground.cross ? (TARGET_PACKAGES[style] ?? []) : []).map((name) => ({ name: wish(name) })),
    ...wanted.value.map(({ name, by }) => ({ name: wish(name), span: by.span })),
  ];
  const tools: Below = { root: ground.tools, key: ground.keys.tools, installed: ground.installed.tools };
  // A layer of its own, which all ports of the dialect share.
  const common = {
    ground,
    packages: usual,
    prefix: "dialect",
    what: `what ${dialect} recipes count on`,
  } as const;
  const below = await layerOn(tools, common, workshop, signal);
  if (!below.ok) return below;
  const what = `build dependencies on ${ground.base.name}`;
  const declared = { ground, packages, prefix: "build", what } as const;
  const layer = await layerOn({ ...tools, ...below.value }, declared, workshop, signal);
  return layer.ok ? ok(layer.value.root) : layer;
}

/** What a style's compiler needs of the architecture that it compiles for, beside the C library; apt's names. */
const TARGET_PACKAGES: Readonly<Partial<Record<Style, readonly string[]>>> = { cargo: ["libstd-rust-dev"] };

/** The root of audit and test: the target, with the run packages of `system` where the base can be added to. */
export async function runRoot(
  ground: Ground,
  system: readonly SystemDependency[],
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<Root>> {
  const layer = await runLayer(ground, system, workshop, signal);
  return layer.ok ? ok(layer.value.root) : layer;
}

/** A root, and the name of its contents. */
export type NamedRoot = { readonly root: Root; readonly key: string };

/** As `runRoot`, with the name of its contents. */
export async function runLayer(
  ground: Ground,
  system: readonly SystemDependency[],
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<NamedRoot>> {
  const wanted = runPackages(ground, system);
  if (!wanted.ok) return wanted;
  const below: Below = { root: ground.run, key: ground.keys.run, installed: ground.installed.run };
  if (!ground.base.extensible) return ok(below);
  if (ground.cross) {
    return await crossRunLayer(
      ground,
      wanted.value.map(({ name }) => name),
      workshop,
      signal,
    );
  }
  const packages = wanted.value.map(({ name, by }) => ({ name, span: by.span }));
  const what = `run dependencies on ${ground.base.name}`;
  return await layerOn(below, { ground, packages, prefix: "use", what }, workshop, signal);
}

/** The base's own packages that must be present to run what depends on `system`, each with who asks for it. */
export function runPackages(
  { shelf }: Ground,
  system: readonly SystemDependency[],
): Result<readonly Wanted[]> {
  return wantedPackages(system, { shelf: shelf ?? NO_SHELF, part: "run" });
}

/** Where nothing can be installed, packages are told by the names that most people know. */
const NO_SHELF: Shelf = { manager: "apt", base: "host", lists: "pinned" };

type Below = NamedRoot & { readonly installed: ReadonlySet<string> };

type Layer = {
  readonly ground: Ground;
  readonly packages: readonly { readonly name: string; readonly span?: Span }[];
  /** Kind of layer; part of its key. */
  readonly prefix: "tools" | "dialect" | "build" | "use";
  readonly what: string;
};

async function layerOn(
  below: Below,
  { ground, packages, prefix, what }: Layer,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<NamedRoot>> {
  const missing = packages.filter(({ name }) => !below.installed.has(name));
  if (missing.length === 0) return ok(below);
  const { engine, shelf, base } = ground;
  // The bare host has no layers: what is installed would stay on the user's machine.
  if (!shelf || engine.kind === "host")
    return { ok: false, error: missing.map((one) => notAddable(one, ground)) };
  const names = [...new Set(missing.map(({ name }) => name))].sort();
  const key = `${prefix}-${digestOf([below.key, ...names]).slice("sha256:".length)}`;
  const found = await engine.layer(key);
  if (found) return ok({ root: found, key });
  const { host, report } = workshop;
  // Tools are known to fit into memory; nobody knows what a port asks for.
  const upper = prefix === "tools" ? "memory" : "disk";
  const opened = await openWorkbox(engine, { root: below.root, name: `the ${what}`, upper }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  // Where both are one root, as over the machine itself, the lists are there.
  if (prefix === "use" && shelf.manager === "apt" && ground.keys.run !== ground.keys.tools) {
    const lent = await lendLists(box, { ground, host }, signal);
    if (!lent.ok) return lent;
  }
  const installed = await install(
    box,
    {
      manager: shelf.manager,
      packages: missing,
      extent: prefix === "use" ? "whole" : "lean",
      lists: shelf.lists,
      ...(ground.cross ? { foreign: DEBIAN_ARCHES[ground.arch] } : {}),
      what,
      base: base.name,
      host,
      report,
    },
    signal,
  );
  if (!installed.ok) return installed;
  return ok({ root: await commitUnlessThere(box, { engine, key }, signal), key });
}

/** The target has no lists of packages, so that it holds nothing but the base; apt's state in the tools layer serves. */
async function lendLists(
  box: Buildbox,
  { ground, host }: { readonly ground: Ground; readonly host: Host },
  signal: AbortSignal,
): Promise<Result<void>> {
  const what = "apt's lists";
  const opened = await openWorkbox(ground.engine, { root: ground.tools, name: what, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using lender = opened.value;
  return await withScratch(recordFolder(host), host, async (scratch) => {
    for (const folder of ["etc/apt", "var/lib/apt"]) {
      const lent = lender.copyOut(guestPath(`/${folder}`), joinPath(scratch, folder), signal);
      const copied = await mustCopy(lent, what);
      if (!copied.ok) return copied;
    }
    return await mustCopy(box.copyIn(scratch, guestPath("/"), "root", signal), what);
  });
}

function notAddable({ name, span }: Layer["packages"][number], { engine, base }: Ground): Diagnostic {
  return {
    severity: "error",
    code: "base/not-installed",
    blame: "world",
    message: `\`${name}\` is not installed, and engine \`${engine.kind}\` can add nothing to base \`${base.name}\``,
    ...(span ? { span } : {}),
    help: `install it, or use another engine than \`${engine.kind}\``,
  };
}
