import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  pickVariables,
  portText,
  portView
} from "./chunk-UL7XCQI3.js";
import {
  oneOf
} from "./chunk-74IOWFN7.js";
import {
  openPort
} from "./chunk-LITV7OFZ.js";
import {
  ARCHES
} from "./chunk-SYY5JVPJ.js";
import "./chunk-JYP3FUYP.js";
import "./chunk-EWCNBGCJ.js";
import {
  __name
} from "./chunk-7DL54TQM.js";

// src/command/show.ts
var verb = {
  usage: 'show PORT [--flavor "a b"] [--base B] [--arch A] [--raw[=NAMES]]',
  options: {
    flavor: { type: "string", help: "flavors in any order, separated by blanks; an empty word for none" },
    base: { type: "string", help: "warn when the port is not meant for this base" },
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    raw: { type: "optional", help: "the recipe's own variables, expanded; all, or those named" }
  },
  positionals: { least: 1, most: 1 },
  run: /* @__PURE__ */ __name(async (args, context) => {
    const arch = args.text("arch");
    const known = arch === void 0 ? void 0 : oneOf("`--arch`", arch, ARCHES);
    return known?.ok === false ? { diagnostics: known.error } : show(args, context);
  }, "run")
};
async function show(args, { host }) {
  const base = args.text("base");
  const reading = await openPort(
    args.positionals[0] ?? ".",
    {
      flavors: args.text("flavor")?.split(/\s+/).filter(Boolean) ?? "default",
      ...base === void 0 ? {} : { base }
    },
    host
  );
  if (!reading.ok) return { diagnostics: reading.error };
  const { port, variables, warnings } = reading.value;
  const names = args.text("raw");
  if (names === void 0) return { diagnostics: warnings, text: portText(port), json: portView(port) };
  const picked = pickVariables(variables(), names);
  if (!picked.ok) return { diagnostics: picked.error };
  const lines = Object.entries(picked.value).map(
    ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}
`
  );
  return { diagnostics: warnings, text: lines.join(""), json: picked.value };
}
__name(show, "show");
export {
  verb
};
