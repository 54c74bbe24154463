import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  SITE_OPTIONS,
  meant,
  readInstalled,
  recover,
  siteAndWishes
} from "./chunk-7LOY5MYR.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

// src/command/installed.ts
var verb = {
  usage: "installed [SPEC…] [--root R]",
  options: SITE_OPTIONS,
  positionals: { least: 0, most: Number.POSITIVE_INFINITY },
  run: /* @__PURE__ */ __name(async (args, { host }) => {
    const asked = siteAndWishes(args, host);
    if (!asked.ok) return { diagnostics: asked.error };
    const { site, wishes } = asked.value;
    const mended = await recover(site, host);
    if (!mended.ok) return { diagnostics: mended.error };
    const all = await readInstalled(site, host);
    if (!all.ok) return { diagnostics: all.error };
    const found = wishes.length === 0 ? all : meant(wishes, all.value);
    if (!found.ok) return { diagnostics: found.error };
    const lines = found.value.map((one) => {
      const { fullpkgname, comment } = one.package;
      return `${fullpkgname}  ${comment}  (${one.prefix}, ${one.why}, from ${one.from})
`;
    });
    return { diagnostics: [], text: lines.join(""), json: { installed: found.value } };
  }, "run")
};
export {
  verb
};
