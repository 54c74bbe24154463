import { joinPath, openTree } from "../host/host.ts";
import { type NeedsShell, type PortRequest, portFolders, readPort, type Tree } from "../recipe/recipe.ts";
import { type Diagnostic, diagnosticJson, exitStatus, sortDiagnostics } from "../report.ts";
import { locate } from "./port-argument.ts";
import { NO_SHELL, type PortShell, SHELL_OPTIONS, shellOver } from "./port-shell.ts";
import {
  inPortsTree,
  openPortsTree,
  PORTS_OPTIONS,
  type PortsChoice,
  pathsIn,
  portsChoice,
} from "./ports-tree.ts";
import { openPacked } from "./recipe-places.ts";
import { type Context, usage, type Verb } from "./verb.ts";

/** `check PATHS…`: every problem of every recipe below them. */
export const verb: Verb = {
  usage: "check PATHS… [--ports-dir D] [--bsd-port-mk F] [--allow-shell]",
  options: { ...PORTS_OPTIONS, ...SHELL_OPTIONS },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const choice = portsChoice(args);
    const shell = args.has("allow-shell") ? shellOver({}, context) : NO_SHELL;
    const checks = await Promise.all(
      args.positionals.map((argument) => checkArgument(argument, { choice, shell }, context)),
    );
    const ports = [...new Set(checks.flatMap((one) => one.ports))];
    const diagnostics = sortDiagnostics(distinct(checks.flatMap((one) => one.diagnostics)));
    const count = `${ports.length} port${ports.length === 1 ? "" : "s"} checked`;
    return {
      diagnostics,
      text: exitStatus(diagnostics) === 0 ? `${count}: no problems\n` : `${count}\n`,
      json: { ports, diagnostics: diagnostics.map(diagnosticJson) },
    };
  },
};

type Checked = { readonly ports: readonly string[]; readonly diagnostics: readonly Diagnostic[] };

async function checkArgument(
  named: string,
  { choice, shell }: { readonly choice: PortsChoice; readonly shell: PortShell },
  context: Context,
): Promise<Checked> {
  const { host } = context;
  const opened = await openPacked(named, context);
  if (!opened.ok) return { ports: [], diagnostics: opened.error };
  const argument = opened.value;
  const located = await locate(argument, host);
  if (!located) {
    const message = `there is nothing at \`${argument}\``;
    return {
      ports: [],
      diagnostics: [usage("usage/no-port", message, "name recipes, or folders with recipes")],
    };
  }
  const placed = await inPortsTree(located, choice, host);
  if (!placed.ok) return { ports: [], diagnostics: placed.error };
  const { folder, request } = placed.value;
  const [tree, ports] = [openTree(folder), openPortsTree(placed.value)];
  const folders = [...new Set(portFolders(tree).map((one) => one.folder))];
  // A folder without any port is read like one: the answer says what is missing.
  const checks: Diagnostic[] = [];
  for (const inner of folders.length === 0 ? [""] : folders) {
    const port = { ...request, ...ports, ...pathsIn(placed.value, inner) };
    const settled = await shell.read(
      (answers) => checkPort(tree, { ...port, shell: answers }),
      joinPath(folder, inner),
    );
    checks.push(...(settled.ok ? settled.value.problems : settled.error));
  }
  const shown = (inner: string) => [request.treeName, inner].filter((part) => part !== "").join("/");
  return { ports: folders.map(shown), diagnostics: checks };
}

type PortCheck = { readonly problems: readonly Diagnostic[]; readonly needsShell?: NeedsShell | undefined };

/** With the default choice, and then with each flavor alone: what a flavor brings must be sound as well. */
function checkPort(tree: Tree, port: Omit<PortRequest, "flavors">): PortCheck {
  const plain = readPort(tree, { ...port, flavors: "default" });
  if (!plain.ok) return { problems: plain.error, needsShell: plain.needsShell };
  const { available, pseudo } = plain.value.port.flavors;
  const readings = [...available, ...pseudo].map((flavor) => readPort(tree, { ...port, flavors: [flavor] }));
  const others = readings.flatMap((reading) =>
    reading.ok ? reading.value.warnings : reading.error.filter(({ code }) => code !== PORT_RULE),
  );
  const asking = readings.find(({ needsShell }) => needsShell);
  return { problems: [...plain.value.warnings, ...others], needsShell: asking?.needsShell };
}

/** An OpenBSD port may well want flavors in company only, and says so itself. */
const PORT_RULE = "openbsd/port-error";

function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(diagnosticJson(one)), one])).values()];
}
