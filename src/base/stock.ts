// The bases that were made here: making one anew, telling what there is, handing one out.

import type { EngineKind } from "../engine/engine.ts";
import type { HostPath } from "../host/host.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import type { KnownBase } from "./catalogue.ts";
import { makeCross } from "./cross.ts";
import type { Workshop } from "./ground.ts";
import { makeBase } from "./make.ts";
import { type BaseRequest, chooseEngine, settleForeign } from "./open.ts";
import { listRecords, type MadeRecord, readRecord, tarOf } from "./record.ts";

/** Makes a root anew, whether or not there is one. */
export async function createBase(
  { name, arch, engine }: Omit<BaseRequest, "source">,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<MadeRecord>> {
  if (arch !== workshop.host.arch) {
    const opening = await settleForeign({ name, arch, engine, source: "made" }, workshop, signal);
    return opening.ok ? await makeCross(opening.value, signal) : opening;
  }
  const chosen = await chooseEngine({ name, arch, engine, source: "made" }, workshop, signal);
  if (!chosen.ok) return chosen;
  const { source, engine: into } = chosen.value;
  if (source.kind !== "made") return wrong(notListed(name));
  return await makeBase({ base: source.base, arch, engine: into, workshop, ...workshop }, signal);
}

/** A base of the catalogue, and the roots of it that were made here and are still there. */
export type ListedBase = {
  readonly name: string;
  /** What the catalogue says of it; nothing of `host`. */
  readonly known: Pick<KnownBase, "family" | "arches" | "libc" | "images" | "extensible"> | undefined;
  readonly isMakeable: boolean;
  readonly made: readonly MadeRecord[];
};

export async function listBases({ host, engines, catalogue }: Workshop): Promise<readonly ListedBase[]> {
  const records = await listRecords(host);
  const present = await Promise.all(
    records.map(async ({ engine: kind, run, tools }) => {
      const engine = engines.find((one) => one.kind === kind);
      return engine !== undefined && !!(await engine.layer(run.key)) && !!(await engine.layer(tools.key));
    }),
  );
  const made = records.filter((_, index) => present[index]);
  return catalogue.names.map((name) => {
    const entry = catalogue.find(name);
    const known = entry.ok && entry.value.kind === "known" ? entry.value : undefined;
    return {
      name,
      known,
      isMakeable: known?.made !== undefined,
      made: made.filter((record) => record.name === name),
    };
  });
}

/** Writes the target's root as a tar file that `docker import` takes. */
export async function exportBase(
  { name, arch, out }: Pick<BaseRequest, "name" | "arch"> & { readonly out: HostPath },
  { host, catalogue }: Workshop,
): Promise<Result<MadeRecord>> {
  const known = catalogue.find(name);
  if (!known.ok) return known;
  for (const engine of ["namespace", "docker", "podman"] satisfies EngineKind[]) {
    const record = await readRecord(host, { name, arch, engine });
    if (!record || !(await host.status(tarOf(host, record.run.key)))) continue;
    await host.copyFile(tarOf(host, record.run.key), out);
    return ok(record);
  }
  return wrong(notMade(name));
}

function notListed(name: string): Diagnostic {
  return {
    severity: "error",
    code: "base/nothing-to-make",
    blame: "request",
    message: `\`${name}\` is the machine itself: there is nothing to make`,
    help: "use it as it is: `--base host`",
  };
}

function notMade(name: string): Diagnostic {
  return {
    severity: "error",
    code: "base/not-made",
    blame: "request",
    message: `no root of \`${name}\` was made here`,
    help: `make it first: \`tarwright base create ${name}\``,
  };
}
