import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  pickVariables,
  portText,
  portView,
  wantedNames
} from "./chunk-PLCPOUDO.js";
import {
  bringPort
} from "./chunk-27H5ZHXC.js";
import {
  NO_SHELL,
  SHELL_OPTIONS,
  shellOver
} from "./chunk-WBGVUFWN.js";
import {
  RECIPES,
  openPort,
  openVariables
} from "./chunk-3RF2CHTB.js";
import {
  PORTS_OPTIONS,
  portsChoice
} from "./chunk-2CAK55AV.js";
import {
  ARCHES
} from "./chunk-ZEHBRBCQ.js";
import {
  oneOf
} from "./chunk-4B4EVV3V.js";

// src/command/show.ts
var verb = {
  usage: 'show PORT [VERSION] [--recipes DIR|URL]… [--flavor "a b"] [--base B] [--arch A] [--raw[=NAMES]] [--ports-dir D] [--bsd-port-mk F] [--allow-shell]',
  options: {
    recipes: RECIPES,
    flavor: { type: "string", help: "flavors in any order, separated by blanks; an empty word for none" },
    base: { type: "string", help: "warn when the port is not meant for this base" },
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    raw: { type: "optional", help: "the recipe's own variables, expanded; all, or those named" },
    ...PORTS_OPTIONS,
    ...SHELL_OPTIONS
  },
  positionals: { least: 1, most: 2 },
  run: async (args, context) => {
    const arch = args.text("arch");
    const known = arch === void 0 ? void 0 : oneOf("`--arch`", arch, ARCHES);
    return known?.ok === false ? { diagnostics: known.error } : show(args, known?.value, context);
  }
};
async function show(args, arch, context) {
  const [named = ".", version] = args.positionals;
  const brought = await bringPort({ port: named, recipes: args.texts("recipes") }, context);
  if (!brought.ok) return { diagnostics: brought.error };
  const { port: argument, recipes } = brought.value;
  const [base, names] = [args.text("base"), args.text("raw")];
  const shell = args.has("allow-shell") ? shellOver({ base, arch }, context) : NO_SHELL;
  const reader = { host: context.host, shell };
  const choice = {
    flavors: args.text("flavor")?.split(/\s+/).filter(Boolean) ?? "default",
    ...base === void 0 ? {} : { base },
    ...arch === void 0 ? {} : { arch },
    ...portsChoice(args),
    ...version === void 0 ? {} : { version },
    recipes
  };
  if (names !== void 0) return showRaw(argument, { wanted: wantedNames(names), choice }, reader);
  const reading = await openPort(argument, choice, reader);
  if (!reading.ok) return { diagnostics: reading.error };
  const { port, warnings } = reading.value;
  return { diagnostics: warnings, text: portText(port), json: portView(port) };
}
async function showRaw(argument, asked, reader) {
  const reading = await openVariables(argument, asked, reader);
  const picked = reading.ok ? pickVariables(reading.value, asked.wanted) : reading;
  if (!picked.ok) return { diagnostics: picked.error };
  const { variables, warnings } = picked.value;
  const lines = Object.entries(variables).map(
    ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}
`
  );
  return { diagnostics: warnings, text: lines.join(""), json: variables };
}
export {
  verb
};
