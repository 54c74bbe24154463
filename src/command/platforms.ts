import { nameOfBase, resolveBase, type Workshop } from "../base/base.ts";
import type { EngineKind } from "../engine/engine.ts";
import type { Platform, Variant } from "../plan/plan.ts";
import type { Arch } from "../port/port.ts";
import { type Diagnostic, distinctDiagnostics, ok, quotedList, type Result } from "../report.ts";
import { usage } from "./verb.ts";

export type PlatformRequest = {
  /** As the user names them; empty: each port's own. */
  readonly bases: readonly string[];
  readonly arches: readonly Arch[];
  readonly engine: "auto" | EngineKind;
  readonly source: "auto" | "made";
};

/** What each variant is to be built for. */
export type PlatformsOf = (variant: Variant) => readonly Platform[];

/** Pins every base that the variants are for, each once; all that can't be is told. */
export async function resolvePlatforms(
  request: PlatformRequest,
  { variants, workshop }: { readonly variants: readonly Variant[]; readonly workshop: Workshop },
  signal: AbortSignal,
): Promise<Result<{ readonly platforms: readonly Platform[]; readonly of: PlatformsOf }>> {
  const wantedOf = ({ port }: Variant) =>
    request.bases.length > 0 ? request.bases : port.bases.map(({ value }) => value);
  const homeless = variants.filter((variant) => wantedOf(variant).length === 0);
  const wanted = [...new Set(variants.flatMap(wantedOf))];
  const troubles: Diagnostic[] = [
    ...noBase(homeless),
    ...sameNames(wanted, workshop.catalogue),
    ...tooMany(wanted.length * request.arches.length),
  ];
  if (troubles.length > 0) return { ok: false, error: troubles };
  const platforms: Platform[] = [];
  for (const name of wanted) {
    for (const arch of request.arches) {
      const { engine, source } = request;
      const found = await resolveBase({ name, arch, engine, source }, workshop, signal);
      if (found.ok) platforms.push({ ...found.value, arch, wanted: name });
      else troubles.push(...found.error);
    }
  }
  if (troubles.length > 0) return { ok: false, error: distinctDiagnostics(troubles) };
  const of: PlatformsOf = (variant) =>
    platforms.filter(({ arch, wanted: base }) => arch === variant.arch && wantedOf(variant).includes(base));
  return ok({ platforms, of });
}

/** Recipes of other systems say none, and there are trees of thousands. */
function noBase(variants: readonly Variant[]): readonly Diagnostic[] {
  const ports = new Map(variants.map(({ candidate, port }) => [candidate, port]));
  const [first] = ports.values();
  if (!first) return [];
  const names = [...ports.keys()].map(({ pkgpath }) => pkgpath);
  const message =
    names.length === 1
      ? `${quotedList(names)} says no base that it is meant for`
      : `${names.length} ports say no base that they are meant for: ${quotedList(names)}`;
  const told = usage("usage/base", message, "name some with `--bases`, or list them under `bases:`");
  return [names.length === 1 ? { ...told, span: first.span } : told];
}

/** Two roots under one name would be one job. */
function sameNames(wanted: readonly string[], catalogue: Workshop["catalogue"]): readonly Diagnostic[] {
  const seen = new Map<string, string>();
  return wanted.flatMap((one): readonly Diagnostic[] => {
    const name = nameOfBase(one, catalogue);
    if (!name.ok) return name.error;
    const other = seen.get(name.value);
    seen.set(name.value, one);
    if (other === undefined) return [];
    const message = `\`${other}\` and \`${one}\` are two bases of one name`;
    return [usage("usage/bases", message, "give one of them another name: `NAME=IMAGE`")];
  });
}

/** A leg builds on one of them, and one matrix must have room for all. */
const MOST = 256;

function tooMany(count: number): readonly Diagnostic[] {
  if (count <= MOST) return [];
  const message = `bases and architectures make ${count} combinations, and a matrix has at most ${MOST} legs`;
  return [usage("usage/bases", message, "plan for fewer bases at once")];
}
