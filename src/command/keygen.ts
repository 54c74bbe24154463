import { type HostPath, joinPath, shownPath } from "../host/host.ts";
import { writeKey } from "../package/package.ts";
import type { Verb } from "./verb.ts";

/** `keygen`: one identity for signify and OpenPGP. */
export const verb: Verb = {
  usage: "keygen [NAME] [--out DIR]",
  options: { out: { type: "string", help: "folder for the three files; default: the working folder" } },
  positionals: { least: 0, most: 1 },
  run: async (args, { host }) => {
    const [name = "tarwright"] = args.positionals;
    const folder = joinPath(host.folders.working, args.text("out") ?? ".");
    const files = await writeKey({ folder, name }, host);
    if (!files.ok) return { diagnostics: files.error };
    const { secret, public: signify, openpgp } = files.value;
    const shown = (file: HostPath) => shownPath(file, host.folders.working);
    return {
      diagnostics: [],
      text: [
        `${shown(secret)}  secret key: guard it, and keep a copy`,
        `${shown(signify)}  public key for signify, and for \`tarwright verify --key\``,
        `${shown(openpgp)}  the same public key for gpg`,
        "",
      ].join("\n"),
      json: { secret, public: signify, openpgp },
    };
  },
};
