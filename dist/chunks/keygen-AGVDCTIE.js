import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  writeKey
} from "./chunk-G3IN5NY2.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/keygen.ts
var verb = {
  usage: "keygen [NAME] [--out DIR]",
  options: { out: { type: "string", help: "folder for the three files; default: the working folder" } },
  positionals: { least: 0, most: 1 },
  run: async (args, { host }) => {
    const [name = "tarwright"] = args.positionals;
    const folder = joinPath(host.folders.working, args.text("out") ?? ".");
    const files = await writeKey({ folder, name }, host);
    if (!files.ok) return { diagnostics: files.error };
    const { secret, public: signify, openpgp } = files.value;
    const shown = (file) => shownPath(file, host.folders.working);
    return {
      diagnostics: [],
      text: [
        `${shown(secret)}  secret key: guard it, and keep a copy`,
        `${shown(signify)}  public key for signify, and for \`tarwright verify --key\``,
        `${shown(openpgp)}  the same public key for gpg`,
        ""
      ].join("\n"),
      json: { secret, public: signify, openpgp }
    };
  }
};
export {
  verb
};
