// A root as one tar file.

import { type Buildbox, type Engine, guestPath, type Root } from "../engine/engine.ts";
import { type Host, type HostPath, withScratch } from "../host/host.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { mustCopy, runTask, statusOf, taskFailure } from "./box.ts";
import type { PackageManager } from "./catalogue.ts";
import { lendTar, lentTar } from "./lend.ts";
import { OWN_TAR, packBox } from "./pack.ts";
import { recordFolder } from "./record.ts";
import { BOX_FOLDERS, cleanRoot } from "./sync.ts";

export type RootPacking = {
  /** Written anew. */
  readonly file: HostPath;
  readonly form:
    | { readonly kind: "as-it-is" }
    /** Without traces of the day and the machine that it was made on, nor a login: apt's lists go, too. */
    | { readonly kind: "lasting"; readonly manager: PackageManager };
  readonly engine: Engine;
  /** Has GNU's tar, which a target need not have. */
  readonly tools: Root;
  readonly host: Host;
};

/** All of a root, whatever layers it is made of; gives the file's SHA-256. */
export async function packRoot(
  { root, name }: { readonly root: Root; readonly name: string },
  { file, form, ...place }: RootPacking,
  signal: AbortSignal,
): Promise<Result<string>> {
  const { engine, host } = place;
  const spec = { root, name: `packing ${name}`, network: "none", hidden: [], upper: "memory" } as const;
  const opened = await engine.open(spec, signal);
  if (opened.kind === "refused") return wrong(notPacked(opened.why));
  await using box = opened.buildbox;
  if (form.kind === "lasting") {
    const failed = await cleanRoot(box, { manager: form.manager, host }, signal);
    if (failed) return wrong(taskFailure("base/not-packed", `${name} can't be cleaned`, { end: failed }));
  }
  const tar = await tarIn(box, place, signal);
  if (!tar.ok) return tar;
  const packing = { file, by: tar.value, host };
  const packed = await packBox(box, { ...packing, ...WAYS[form.kind] }, signal);
  return packed.ok ? packed : wrong(notPacked(packed.error));
}

const LENT = "/tarwright";

const WAYS = {
  "as-it-is": { form: "gzip", times: "kept", without: [`.${LENT}`] },
  lasting: { form: "tar", times: "long-past", without: [`.${LENT}`, ...BOX_FOLDERS] },
} as const;

/** The command that is GNU's tar in a box: its own, or one that the tools lend. */
async function tarIn(
  box: Buildbox,
  { engine, tools, host }: Pick<RootPacking, "engine" | "tools" | "host">,
  signal: AbortSignal,
): Promise<Result<readonly [string, ...string[]]>> {
  const own = await runTask(box, { script: "tar --version | grep -q GNU", args: [], host }, signal);
  if (statusOf(own.exit) === 0) return ok(OWN_TAR);
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const lent = await lendTar({ engine, tools, what: "what the tools lend" }, { scratch, host }, signal);
    if (!lent.ok) return lent;
    const copied = await mustCopy(box.copyIn(lent.value, guestPath(LENT), "root", signal), "a tar");
    return copied.ok ? ok(lentTar(LENT)) : copied;
  });
}

function notPacked(why: string): Diagnostic {
  return {
    severity: "error",
    code: "base/not-packed",
    blame: "world",
    message: `a root could not be packed: ${why}`,
    help: "look for space on the disk, then run it again",
  };
}
