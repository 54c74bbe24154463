import type { BaseRequest } from "../base/base.ts";
import { ENGINES } from "../engine/engine.ts";
import { ARCHES, isArch } from "../port/port.ts";
import { ok, type Result, wrong } from "../report.ts";
import { oneOf } from "./arguments.ts";
import type { Arguments, Context } from "./verb.ts";

/** What verbs that open a base by its name take besides. */
export function readBaseRequest(name: string, args: Arguments, { host }: Context): Result<BaseRequest> {
  const arch = oneOf("`--arch`", args.text("arch") ?? (isArch(host.arch) ? host.arch : "x86_64"), ARCHES);
  const engine = oneOf("`--engine`", args.text("engine") ?? "auto", ["auto", ...ENGINES]);
  const source = args.has("made") ? "made" : "auto";
  if (arch.ok && engine.ok) return ok({ name, arch: arch.value, engine: engine.value, source });
  return wrong(...(arch.ok ? [] : arch.error), ...(engine.ok ? [] : engine.error));
}
