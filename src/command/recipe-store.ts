import { type HostPath, joinPath, openTree, shownPath, withScratch } from "../host/host.ts";
import { fileDigest, packFolder } from "../package/package.ts";
import { readPort } from "../recipe/recipe.ts";
import { type Diagnostic, diagnosticJson, ok, type Result, renderDiagnostic } from "../report.ts";
import { locate } from "./port-argument.ts";
import { type Context, usage, type Verb } from "./verb.ts";

/** `recipe-store PATHS…`: recipes to hand on, packed, with what is to be said of each. */
export const verb: Verb = {
  usage: "recipe-store PATHS… [--store DIR]",
  options: { store: { type: "string", help: "where they go; default: Store" } },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const { host } = context;
    const store = joinPath(host.folders.working, args.text("store") ?? "Store");
    const folders: HostPath[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const argument of args.positionals) {
      const located = await locate(argument, host);
      const found = located ? recipesBelow(joinPath(located.folder, located.request.folder)) : [];
      if (found.length === 0) diagnostics.push(noRecipes(argument));
      folders.push(...found);
    }
    if (diagnostics.length > 0) return { diagnostics };
    const stored: Stored[] = [];
    for (const folder of [...new Set(folders)].sort()) {
      const one = await storeRecipe({ folder, store }, context);
      if (one.ok) stored.push(one.value);
      else diagnostics.push(...one.error);
    }
    const shown = (file: HostPath) => shownPath(file, host.folders.working);
    const lines = stored.map(({ file, problems }) => `${shown(file)}  ${countOf(problems)}\n`);
    return {
      diagnostics: [...diagnostics, ...stored.flatMap(({ problems }) => problems)],
      text: lines.join(""),
      json: { store, recipes: stored.map((one) => ({ ...one, problems: one.problems.map(diagnosticJson) })) },
    };
  },
};

export type Stored = {
  readonly program: string;
  readonly version: string;
  readonly file: HostPath;
  readonly sha256: string;
  /** What `check` says of it; a recipe with errors is packed as well, so that others can mend it. */
  readonly problems: readonly Diagnostic[];
};

/** Leaves `Joe--3.6--recipe.tar.bz2` and `Joe--3.6--report.txt` in the store, replaced as a whole. */
export async function storeRecipe(
  { folder, store }: { readonly folder: HostPath; readonly store: HostPath },
  { host, signal }: Pick<Context, "host" | "signal">,
): Promise<Result<Stored>> {
  const [program = "", version = ""] = folder.split("/").slice(-2);
  const name = `${program}--${version}`;
  await host.makeFolder(store);
  const problems = problemsOf(folder);
  return await withScratch(store, host, async (scratch) => {
    const packed = joinPath(scratch, "recipe");
    const packing = { folder, top: `${program}/${version}`, file: packed, compression: "bz2" } as const;
    const written = await packFolder(packing, host, signal);
    if (!written.ok) return written;
    const file = joinPath(store, `${name}--recipe.tar.bz2`);
    const sha256 = (await fileDigest(packed, host, signal)) ?? "";
    await host.rename(packed, file);
    const report = reportOf({ program, version, file, sha256, problems });
    await host.writeFile(joinPath(store, `${name}--report.txt`), report);
    await writeList(store, { host });
    return ok({ program, version, file, sha256, problems });
  });
}

/** Versions of a program, programs of a tree, or one recipe. */
function recipesBelow(folder: HostPath): readonly HostPath[] {
  const tree = openTree(folder);
  if (tree.exists("Recipe") === "file") return [folder];
  const below = (path: string, depth: number): readonly string[] =>
    tree.list(path).flatMap((name) => {
      const inner = path === "" ? name : `${path}/${name}`;
      if (tree.exists(inner) !== "folder") return [];
      if (tree.exists(`${inner}/Recipe`) === "file") return [inner];
      return depth > 1 ? below(inner, depth - 1) : [];
    });
  return below("", 2).map((inner) => joinPath(folder, inner));
}

function problemsOf(folder: HostPath): readonly Diagnostic[] {
  const [program = "", version = ""] = folder.split("/").slice(-2);
  const reading = readPort(openTree(joinPath(folder, "../..")), {
    folder: `${program}/${version}`,
    treeName: ".",
    pkgpath: program,
    flavors: "default",
  });
  return reading.ok ? reading.value.warnings : reading.error;
}

function reportOf({ program, version, sha256, problems }: Stored): string {
  const lines = [
    `${program} ${version}`,
    `SHA256 (${program}--${version}--recipe.tar.bz2) = ${sha256}`,
    "",
    problems.length === 0 ? "no problems\n" : problems.map((one) => renderDiagnostic(one, "never")).join(""),
  ];
  return lines.join("\n");
}

/** GoboLinux's `RecipeList`: the archives of the store, one a line. */
async function writeList(store: HostPath, { host }: Pick<Context, "host">): Promise<void> {
  const names = ((await host.list(store)) ?? []).filter((name) => name.endsWith("--recipe.tar.bz2"));
  await host.writeFile(joinPath(store, "RecipeList"), names.map((name) => `${name}\n`).join(""));
}

function countOf(problems: readonly Diagnostic[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return "no problems";
  return `${errors} error${errors === 1 ? "" : "s"}, ${warnings} warning${warnings === 1 ? "" : "s"}`;
}

function noRecipes(argument: string): Diagnostic {
  const help = "name recipes of GoboLinux, programs, or folders of them";
  return usage("usage/no-recipe", `there is no Recipe in \`${argument}\``, help);
}
