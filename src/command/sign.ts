import { joinPath, shownPath } from "../host/host.ts";
import { readSigningKey, signFiles } from "../package/package.ts";
import { usage, type Verb } from "./verb.ts";

/** `sign`: archives and folders of packages, in place. */
export const verb: Verb = {
  usage: "sign FILES… --key KEY",
  options: { key: { type: "string", help: "the secret key, NAME.sec" } },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, { host, signal }) => {
    const at = (name: string) => joinPath(host.folders.working, name);
    const name = args.text("key");
    if (name === undefined) {
      return { diagnostics: [usage("usage/no-key", "`sign` needs a key", "name it: `--key NAME.sec`")] };
    }
    const key = await readSigningKey(at(name), host);
    if (!key.ok) return { diagnostics: key.error };
    const signed = await signFiles({ files: args.positionals.map(at), key: key.value }, host, signal);
    if (!signed.ok) return { diagnostics: signed.error };
    return {
      diagnostics: [],
      text: signed.value
        .map((file) => `${shownPath(file, host.folders.working)}  signed by ${key.value.name}\n`)
        .join(""),
      json: { signed: signed.value, signer: key.value.name },
    };
  },
};
