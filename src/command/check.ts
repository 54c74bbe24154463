import { unknownPackages } from "../base/base.ts";
import { joinPath, openTree } from "../host/host.ts";
import type { Distfile } from "../port/port.ts";
import { type NeedsShell, type PortRequest, portFolders, readPort, type Tree } from "../recipe/recipe.ts";
import {
  type Diagnostic,
  diagnosticJson,
  distinctDiagnostics,
  exitStatus,
  sortDiagnostics,
} from "../report.ts";
import { checkOnline } from "./check-online.ts";
import { locate, locatePort, RECIPES } from "./port-argument.ts";
import { NO_SHELL, type PortShell, SHELL_OPTIONS, shellOver } from "./port-shell.ts";
import {
  inPortsTree,
  openPortsTree,
  PORTS_OPTIONS,
  type PortsChoice,
  pathsIn,
  portsChoice,
} from "./ports-tree.ts";
import { bringPort, openPacked, type RecipesFolder } from "./recipe-places.ts";
import { type Context, usage, type Verb } from "./verb.ts";

/** `check PATHS…`: every problem of every recipe below them. */
export const verb: Verb = {
  usage: "check PATHS… [--recipes DIR|URL]… [--online] [--ports-dir D] [--bsd-port-mk F] [--allow-shell]",
  options: {
    online: {
      type: "boolean",
      help: "ask servers, too, whether they have the sources; nothing is downloaded",
    },
    recipes: RECIPES,
    ...PORTS_OPTIONS,
    ...SHELL_OPTIONS,
  },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const choice = portsChoice(args);
    const shell = args.has("allow-shell") ? shellOver({}, context) : NO_SHELL;
    const brought = await bringPort({ port: ".", recipes: args.texts("recipes") }, context);
    if (!brought.ok) return { diagnostics: brought.error };
    const { recipes } = brought.value;
    const checks = await Promise.all(
      args.positionals.map((argument) => checkArgument(argument, { choice, shell, recipes }, context)),
    );
    const ports = [...new Set(checks.flatMap((one) => one.ports))];
    const sources = checks.flatMap((one) => one.distfiles);
    const online = args.has("online") ? await checkOnline(sources, context) : [];
    const diagnostics = sortDiagnostics(
      distinctDiagnostics([...checks.flatMap((one) => one.diagnostics), ...online]),
    );
    const count = `${ports.length} port${ports.length === 1 ? "" : "s"} checked`;
    return {
      diagnostics,
      text: exitStatus(diagnostics) === 0 ? `${count}: no problems\n` : `${count}\n`,
      json: { ports, diagnostics: diagnostics.map(diagnosticJson) },
    };
  },
};

type Checked = {
  readonly ports: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly distfiles: readonly Distfile[];
};

type Checking = {
  readonly choice: PortsChoice;
  readonly shell: PortShell;
  /** Trees in which parts of recipes may lie, and programs that are named. */
  readonly recipes: readonly RecipesFolder[];
};

async function checkArgument(
  named: string,
  { choice, shell, recipes }: Checking,
  context: Context,
): Promise<Checked> {
  const { host } = context;
  const failed = (diagnostics: readonly Diagnostic[]) => ({ ports: [], diagnostics, distfiles: [] });
  const opened = await openPacked(named, context);
  if (!opened.ok) return failed(opened.error);
  const argument = opened.value;
  const located = await locate(argument, host);
  if (!located && recipes.length === 0) {
    const message = `there is nothing at \`${argument}\``;
    return failed([usage("usage/no-port", message, "name recipes, or folders with recipes")]);
  }
  const placed = located
    ? await inPortsTree(located, choice, host)
    : await locatePort(argument, { ...choice, recipes }, host);
  if (!placed.ok) return failed(placed.error);
  const { folder, request } = placed.value;
  const [tree, ports] = [openTree(folder), openPortsTree(placed.value)];
  // A program that was named is one recipe of a tree.
  const folders = located ? [...new Set([...portFolders(tree)].map((one) => one.folder))] : [request.folder];
  const recipeTrees = recipes.map((one) => openTree(joinPath(host.folders.working, one.folder)));
  const distfiles: Distfile[] = [];
  // A folder without any port is read like one: the answer says what is missing.
  const checks: Diagnostic[] = [];
  for (const inner of folders.length === 0 ? [""] : folders) {
    const paths = located ? pathsIn(placed.value, inner) : {};
    const port = { ...request, ...ports, ...paths, recipeTrees };
    const settled = await shell.read(
      (answers) => checkPort(tree, { ...port, shell: answers }),
      joinPath(folder, inner),
    );
    checks.push(...(settled.ok ? settled.value.problems : settled.error));
    if (settled.ok) distfiles.push(...settled.value.distfiles);
  }
  const shown = (inner: string) => [request.treeName, inner].filter((part) => part !== "").join("/");
  return { ports: folders.map(shown), diagnostics: checks, distfiles };
}

type PortCheck = {
  readonly problems: readonly Diagnostic[];
  /** Of all choices of flavors. */
  readonly distfiles: readonly Distfile[];
  readonly needsShell?: NeedsShell | undefined;
};

/** With the default choice, and then with each flavor alone: what a flavor brings must be sound as well. */
function checkPort(tree: Tree, port: Omit<PortRequest, "flavors">): PortCheck {
  const plain = readPort(tree, { ...port, flavors: "default" });
  if (!plain.ok) return { problems: plain.error, distfiles: [], needsShell: plain.needsShell };
  const { available, pseudo } = plain.value.port.flavors;
  const readings = [...available, ...pseudo].map((flavor) => readPort(tree, { ...port, flavors: [flavor] }));
  const others = readings.flatMap((reading) =>
    reading.ok ? reading.value.warnings : reading.error.filter(({ code }) => code !== PORT_RULE),
  );
  const asking = readings.find(({ needsShell }) => needsShell);
  const ports = [plain, ...readings].flatMap((reading) => (reading.ok ? [reading.value.port] : []));
  const all = ports.flatMap((one) => one.distfiles);
  const distfiles = [...new Map(all.map((one) => [`${one.file} ${one.span.start}`, one])).values()];
  return {
    problems: [...plain.value.warnings, ...others, ...ports.flatMap(unknownPackages)],
    distfiles,
    needsShell: asking?.needsShell,
  };
}

/** An OpenBSD port may well want flavors in company only, and says so itself. */
const PORT_RULE = "openbsd/port-error";
