import { ARCHES } from "../port/port.ts";
import { oneOf } from "./arguments.ts";
import { openPort } from "./port-argument.ts";
import { pickVariables, portText, portView } from "./port-view.ts";
import type { Answer, Arguments, Context, Verb } from "./verb.ts";

/** `show PORT`: the port as it was understood, or its recipe's own variables. */
export const verb: Verb = {
  usage: 'show PORT [--flavor "a b"] [--base B] [--arch A] [--raw[=NAMES]]',
  options: {
    flavor: { type: "string", help: "flavors in any order, separated by blanks; an empty word for none" },
    base: { type: "string", help: "warn when the port is not meant for this base" },
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    raw: { type: "optional", help: "the recipe's own variables, expanded; all, or those named" },
  },
  positionals: { least: 1, most: 1 },
  run: async (args, context) => {
    const arch = args.text("arch");
    const known = arch === undefined ? undefined : oneOf("`--arch`", arch, ARCHES);
    return known?.ok === false ? { diagnostics: known.error } : show(args, context);
  },
};

async function show(args: Arguments, { host }: Context): Promise<Answer> {
  const base = args.text("base");
  const reading = await openPort(
    args.positionals[0] ?? ".",
    {
      flavors: args.text("flavor")?.split(/\s+/).filter(Boolean) ?? "default",
      ...(base === undefined ? {} : { base }),
    },
    host,
  );
  if (!reading.ok) return { diagnostics: reading.error };
  const { port, variables, warnings } = reading.value;
  const names = args.text("raw");
  if (names === undefined) return { diagnostics: warnings, text: portText(port), json: portView(port) };
  const picked = pickVariables(variables(), names);
  if (!picked.ok) return { diagnostics: picked.error };
  const lines = Object.entries(picked.value).map(
    ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}\n`,
  );
  return { diagnostics: warnings, text: lines.join(""), json: picked.value };
}
