import { removePackages } from "../install/install.ts";
import { SITE_OPTIONS, siteAndWishes } from "./site-options.ts";
import type { Verb } from "./verb.ts";

/** `remove`: takes installed packages away again. */
export const verb: Verb = {
  usage: "remove SPEC… [--root R]",
  options: SITE_OPTIONS,
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, { host, report, signal }) => {
    const asked = siteAndWishes(args, host);
    if (!asked.ok) return { diagnostics: asked.error };
    const departed = await removePackages(asked.value, { host, report }, signal);
    if (!departed.ok) return { diagnostics: departed.error };
    const names = (list: typeof departed.value.removed) => list.map((one) => one.package.fullpkgname);
    const [removed, unneeded] = [names(departed.value.removed), names(departed.value.unneeded)];
    const hint =
      unneeded.length > 0 ? `nobody needs these any more: tarwright remove ${unneeded.join(" ")}\n` : "";
    return {
      diagnostics: departed.value.warnings,
      text: `${removed.map((name) => `${name}: removed\n`).join("")}${hint}`,
      json: { removed, unneeded },
    };
  },
};
