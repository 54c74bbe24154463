import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  ENGINES
} from "./chunk-DUQGCMRN.js";
import {
  ARCHES,
  isArch
} from "./chunk-ZEHBRBCQ.js";
import {
  oneOf
} from "./chunk-4B4EVV3V.js";
import {
  ok,
  wrong
} from "./chunk-2DPMJAPF.js";

// src/command/base-request.ts
function readBaseRequest(name, args, { host }) {
  const arch = oneOf("`--arch`", args.text("arch") ?? (isArch(host.arch) ? host.arch : "x86_64"), ARCHES);
  const engine = oneOf("`--engine`", args.text("engine") ?? "auto", ["auto", ...ENGINES]);
  const source = args.has("made") ? "made" : "auto";
  if (arch.ok && engine.ok) return ok({ name, arch: arch.value, engine: engine.value, source });
  return wrong(...arch.ok ? [] : arch.error, ...engine.ok ? [] : engine.error);
}

export {
  readBaseRequest
};
