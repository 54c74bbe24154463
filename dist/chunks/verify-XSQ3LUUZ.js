import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readPublicKey,
  verifyFiles
} from "./chunk-E3PZM54P.js";
import "./chunk-SYY5JVPJ.js";
import {
  diagnosticJson,
  joinPath,
  ok,
  shownPath
} from "./chunk-EWCNBGCJ.js";
import {
  __name
} from "./chunk-7DL54TQM.js";

// src/command/verify.ts
var verb = {
  usage: "verify FILES… [--key PUB]…",
  options: {
    key: {
      type: "string",
      multiple: true,
      help: "a public key to trust, NAME.pub; default: your own, and what lies beside is named"
    }
  },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: /* @__PURE__ */ __name(async (args, { host, signal }) => {
    const keys = await readKeys(args.texts("key"), host);
    if (!keys.ok) return { diagnostics: keys.error };
    const files = args.positionals.map((name) => joinPath(host.folders.working, name));
    const verified = await verifyFiles({ files, keys: keys.value }, host, signal);
    return {
      diagnostics: verified.flatMap(({ troubles }) => troubles),
      text: verified.map((one) => sentences(one, host.folders.working)).join(""),
      json: { verified: verified.map(verifiedJson) }
    };
  }, "run")
};
async function readKeys(names, host) {
  const keys = [];
  const troubles = [];
  for (const name of names) {
    const key = await readPublicKey(joinPath(host.folders.working, name), host);
    if (key.ok) keys.push(key.value);
    else troubles.push(...key.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(keys);
}
__name(readKeys, "readKeys");
function isRight({ troubles }) {
  return troubles.every(({ severity }) => severity === "warning");
}
__name(isRight, "isRight");
function sentences(one, working) {
  const file = shownPath(one.file, working);
  const signer = one.signer ? `signed by ${one.signer.name} (${one.signer.keyNumber})` : "not signed";
  const head = isRight(one) ? `${file}: right, ${signer}` : `${file}: NOT right`;
  return [head, ...one.checked.map((sentence) => `  ${sentence}`), ""].join("\n");
}
__name(sentences, "sentences");
function verifiedJson(one) {
  return {
    file: one.file,
    kind: one.kind,
    outcome: isRight(one) ? "right" : "wrong",
    ...one.signer ? { signer: { name: one.signer.name, keyNumber: one.signer.keyNumber } } : {},
    checked: one.checked,
    ...one.contentDigest === void 0 ? {} : { contentDigest: one.contentDigest },
    troubles: one.troubles.map(diagnosticJson)
  };
}
__name(verifiedJson, "verifiedJson");
export {
  verb
};
