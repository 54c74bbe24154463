import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  SITE_OPTIONS,
  currentOf,
  meant,
  readInstalled,
  recover,
  siteAndWishes
} from "./chunk-3TF42OF7.js";

// src/command/installed.ts
var verb = {
  usage: "installed [SPEC…] [--root R]",
  options: SITE_OPTIONS,
  positionals: { least: 0, most: Number.POSITIVE_INFINITY },
  run: async (args, { host }) => {
    const asked = siteAndWishes(args, host);
    if (!asked.ok) return { diagnostics: asked.error };
    const { site, wishes } = asked.value;
    const mended = await recover(site, host);
    if (!mended.ok) return { diagnostics: mended.error };
    const all = await readInstalled(site, host);
    if (!all.ok) return { diagnostics: all.error };
    const found = wishes.length === 0 ? all : meant(wishes, all.value);
    if (!found.ok) return { diagnostics: found.error };
    const current = currentOf(all.value);
    const rows = found.value.map((one) => ({
      ...one,
      ...one.linked ? { current: current.includes(one) } : {}
    }));
    const lines = rows.map((one) => {
      const { fullpkgname, comment } = one.package;
      const links = one.current === void 0 ? "" : one.current ? ", current" : ", not current";
      return `${fullpkgname}  ${comment.replaceAll("\n", " ")}  (${one.prefix}, ${one.why}${links}, from ${one.from})
`;
    });
    return { diagnostics: [], text: lines.join(""), json: { installed: rows } };
  }
};
export {
  verb
};
