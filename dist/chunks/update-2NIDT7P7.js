import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  incomplete,
  placesOf
} from "./chunk-LN6OUZY7.js";
import {
  readKeys
} from "./chunk-PWPF3FX3.js";
import {
  SITE_OPTIONS,
  lackingSystem,
  siteAndWishes,
  updatePackages
} from "./chunk-3TF42OF7.js";
import {
  ok
} from "./chunk-2DPMJAPF.js";

// src/command/update.ts
var verb = {
  usage: "update [SPEC…] [--from PLACE] [--key PUB]… [--root R]",
  options: {
    from: { type: "string", multiple: true, help: "look there; default: where each came from" },
    key: {
      type: "string",
      multiple: true,
      help: "the publisher's public key; default: the one that signed what is there"
    },
    "insecure-no-signature": {
      type: "boolean",
      help: "believe whoever has the place: digests only, no signature"
    },
    ...SITE_OPTIONS,
    "allow-setuid": { type: "boolean", help: "keep the set-user-ID and set-group-ID bits of files" }
  },
  positionals: { least: 0, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const { host, report, signal } = context;
    const asked = siteAndWishes(args, host);
    const places = args.texts("from").length === 0 ? ok([]) : await placesOf(args.texts("from"), host);
    const trust = await trustOf(args, context);
    if (!asked.ok || !places.ok || !trust.ok) {
      return { diagnostics: [asked, places, trust].flatMap((one) => one.ok ? [] : one.error) };
    }
    const setuid = args.has("allow-setuid") ? "keep" : "refuse";
    const request = { ...asked.value, places: places.value, trust: trust.value, setuid };
    const renewed = await updatePackages(request, { host, report }, signal);
    if (!renewed.ok) return { diagnostics: renewed.error };
    const updated = renewed.value.updated.map(({ from, to }) => ({
      from: from.package.fullpkgname,
      to: to.fullpkgname,
      contentDigest: to.contentDigest
    }));
    const lines = updated.map(
      ({ from, to }) => from === to ? `${to}: built anew
` : `${from}: updated to ${to}
`
    );
    const rows = renewed.value.updated.map(({ to }) => to);
    const lacking = await lackingSystem(rows, asked.value.site, host);
    return {
      diagnostics: [...renewed.value.warnings, ...incomplete(renewed.value.installed), ...lacking],
      text: lines.length === 0 ? "everything is as new as it can be\n" : lines.join(""),
      json: { updated }
    };
  }
};
async function trustOf(args, { host }) {
  if (args.has("insecure-no-signature")) return ok({ kind: "waived" });
  const keys = await readKeys(args.texts("key"), host);
  if (!keys.ok) return keys;
  return ok(keys.value.length === 0 ? void 0 : { kind: "required", keys: keys.value });
}
export {
  verb
};
