import { ARCHES, type Arch } from "../port/port.ts";
import { oneOf } from "./arguments.ts";
import { openPort, openVariables, type PortChoice, RECIPES, type Reader } from "./port-argument.ts";
import { NO_SHELL, SHELL_OPTIONS, shellOver } from "./port-shell.ts";
import { pickVariables, portText, portView, wantedNames } from "./port-view.ts";
import { PORTS_OPTIONS, portsChoice } from "./ports-tree.ts";
import { bringPort } from "./recipe-places.ts";
import type { Answer, Arguments, Context, Verb } from "./verb.ts";

/** `show PORT`: the port as it was understood, or its recipe's own variables. */
export const verb: Verb = {
  usage:
    'show PORT [VERSION] [--recipes DIR|URL]… [--flavor "a b"] [--base B] [--arch A] [--raw[=NAMES]] [--ports-dir D] [--bsd-port-mk F] [--allow-shell]',
  options: {
    recipes: RECIPES,
    flavor: { type: "string", help: "flavors in any order, separated by blanks; an empty word for none" },
    base: { type: "string", help: "warn when the port is not meant for this base" },
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    raw: { type: "optional", help: "the recipe's own variables, expanded; all, or those named" },
    ...PORTS_OPTIONS,
    ...SHELL_OPTIONS,
  },
  positionals: { least: 1, most: 2 },
  run: async (args, context) => {
    const arch = args.text("arch");
    const known = arch === undefined ? undefined : oneOf("`--arch`", arch, ARCHES);
    return known?.ok === false ? { diagnostics: known.error } : show(args, known?.value, context);
  },
};

async function show(args: Arguments, arch: Arch | undefined, context: Context): Promise<Answer> {
  const [named = ".", version] = args.positionals;
  const brought = await bringPort({ port: named, recipes: args.texts("recipes") }, context);
  if (!brought.ok) return { diagnostics: brought.error };
  const { port: argument, recipes } = brought.value;
  const [base, names] = [args.text("base"), args.text("raw")];
  const shell = args.has("allow-shell") ? shellOver({ base, arch }, context) : NO_SHELL;
  const reader: Reader = { host: context.host, shell };
  const choice = {
    flavors: args.text("flavor")?.split(/\s+/).filter(Boolean) ?? "default",
    ...(base === undefined ? {} : { base }),
    ...(arch === undefined ? {} : { arch }),
    ...portsChoice(args),
    ...(version === undefined ? {} : { version }),
    recipes,
  } as const;
  if (names !== undefined) return showRaw(argument, { wanted: wantedNames(names), choice }, reader);
  const reading = await openPort(argument, choice, reader);
  if (!reading.ok) return { diagnostics: reading.error };
  const { port, warnings } = reading.value;
  return { diagnostics: warnings, text: portText(port), json: portView(port) };
}

async function showRaw(
  argument: string,
  asked: { readonly wanted: readonly string[]; readonly choice: PortChoice },
  reader: Reader,
): Promise<Answer> {
  const reading = await openVariables(argument, asked, reader);
  const picked = reading.ok ? pickVariables(reading.value, asked.wanted) : reading;
  if (!picked.ok) return { diagnostics: picked.error };
  const { variables, warnings } = picked.value;
  const lines = Object.entries(variables).map(
    ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}\n`,
  );
  return { diagnostics: warnings, text: lines.join(""), json: variables };
}
