import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  defaultKey,
  parseSigningKey,
  readSigningKey
} from "./chunk-G3IN5NY2.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/signing-key.ts
async function chooseKey(choice, host) {
  if (choice.kind === "none") return ok({ key: void 0, warnings: [] });
  if (choice.kind === "own") {
    const own = await defaultKey(host);
    if (!own.ok) return own;
    return ok({
      key: own.value.kind === "none" ? void 0 : own.value.key,
      warnings: own.value.kind === "found" ? [] : [own.value.warning]
    });
  }
  const read = choice.kind === "file" ? await readSigningKey(choice.file, host) : parseSigningKey(choice.text, choice.name);
  return read.ok ? ok({ key: read.value, warnings: [] }) : read;
}
function keyChoiceOf(args, host) {
  const file = args.text("key");
  if (file === void 0) return ok(args.has("unsigned") ? { kind: "none" } : { kind: "own" });
  if (!args.has("unsigned")) return ok({ kind: "file", file: joinPath(host.folders.working, file) });
  return wrong(
    usage("usage/option", "`--key` and `--unsigned` contradict each other", "leave one of the two out")
  );
}

export {
  chooseKey,
  keyChoiceOf
};
