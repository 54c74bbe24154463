import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readSigningKey,
  signFiles
} from "./chunk-G3IN5NY2.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/sign.ts
var verb = {
  usage: "sign FILES… --key KEY",
  options: { key: { type: "string", help: "the secret key, NAME.sec" } },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, { host, signal }) => {
    const at = (name2) => joinPath(host.folders.working, name2);
    const name = args.text("key");
    if (name === void 0) {
      return { diagnostics: [usage("usage/no-key", "`sign` needs a key", "name it: `--key NAME.sec`")] };
    }
    const key = await readSigningKey(at(name), host);
    if (!key.ok) return { diagnostics: key.error };
    const signed = await signFiles({ files: args.positionals.map(at), key: key.value }, host, signal);
    if (!signed.ok) return { diagnostics: signed.error };
    return {
      diagnostics: [],
      text: signed.value.map((file) => `${shownPath(file, host.folders.working)}  signed by ${key.value.name}
`).join(""),
      json: { signed: signed.value, signer: key.value.name }
    };
  }
};
export {
  verb
};
