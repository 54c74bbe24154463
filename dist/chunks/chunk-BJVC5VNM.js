import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  defaultKey,
  parseSigningKey,
  readSigningKey
} from "./chunk-UCWNRDAO.js";
import {
  ok
} from "./chunk-YHAPECI5.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

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
__name(chooseKey, "chooseKey");

export {
  chooseKey
};
