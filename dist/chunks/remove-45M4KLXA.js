import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  SITE_OPTIONS,
  removePackages,
  siteAndWishes
} from "./chunk-3TF42OF7.js";

// src/command/remove.ts
var verb = {
  usage: "remove SPEC… [--root R]",
  options: SITE_OPTIONS,
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, { host, report, signal }) => {
    const asked = siteAndWishes(args, host);
    if (!asked.ok) return { diagnostics: asked.error };
    const departed = await removePackages(asked.value, { host, report }, signal);
    if (!departed.ok) return { diagnostics: departed.error };
    const names = (list) => list.map((one) => one.package.fullpkgname);
    const [removed, unneeded] = [names(departed.value.removed), names(departed.value.unneeded)];
    const hint = unneeded.length > 0 ? `nobody needs these any more: tarwright remove ${unneeded.join(" ")}
` : "";
    return {
      diagnostics: departed.value.warnings,
      text: `${removed.map((name) => `${name}: removed
`).join("")}${hint}`,
      json: { removed, unneeded }
    };
  }
};
export {
  verb
};
