import { type HostPath, joinPath, openTree, shownPath } from "../host/host.ts";
import type { Checkout, Distfile, Port } from "../port/port.ts";
import { type Measured, type Renewal, readPort, renewedTree, renewRecipe } from "../recipe/recipe.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import { addressOf, fetchNewDistfile } from "./new-distfile.ts";
import { locatePort, RECIPES } from "./port-argument.ts";
import { openPortsTree, PORTS_OPTIONS, portsChoice } from "./ports-tree.ts";
import { copyRecipe } from "./recipe-copy.ts";
import { bringPort, LOCAL_RECIPES } from "./recipe-places.ts";
import { type Answer, type Arguments, type Context, usage, type Verb } from "./verb.ts";

/** `new-version PORT VERSION`: the recipe of the next version, from the newest there is. */
export const verb: Verb = {
  usage: "new-version PORT VERSION [URL] [--recipes DIR|URL]… [--out DIR]",
  options: {
    recipes: RECIPES,
    out: {
      type: "string",
      help: "where it goes; default: beside the old Recipe or in LocalRecipes, a port.yml and an OpenBSD port in place",
    },
    ...PORTS_OPTIONS,
  },
  positionals: { least: 2, most: 3 },
  run: async (args, context) => {
    const renewed = await renew(args, context);
    return renewed.ok ? answerOf(renewed.value, context) : { diagnostics: renewed.error };
  },
};

type Renewed = {
  readonly port: Port;
  readonly from: string;
  readonly folder: HostPath;
  readonly sources: readonly (Measured & { readonly url: string })[];
  readonly patches: readonly string[];
  readonly notes: readonly string[];
};

async function renew(args: Arguments, context: Context): Promise<Result<Renewed>> {
  const { host } = context;
  const [argument = "", version = "", url] = args.positionals;
  const address = url === undefined ? ok(undefined) : addressOf(url);
  if (!address.ok) return address;
  const old = await openOld(argument, args, context);
  if (!old.ok) return old;
  const { root, folder, port, read } = old.value;
  const { dialect } = port;
  const release =
    dialect === "gobolinux" ? (folder.split("/").at(-1) ?? "").replace(/-r[0-9p]+$/, "") : port.version;
  if (release === version && url === undefined) return wrong(sameVersion(argument, version));
  const tree = openTree(root);
  const request = { dialect, folder, shown: argument, from: release, to: version, url };
  const renewal = renewRecipe(tree, request);
  if (!renewal.ok) return renewal;
  const target = dialect === "gobolinux" ? folder.replace(/[^/]*$/, version) : folder;
  const next = renewedTree(tree, { from: folder, to: target, files: renewal.value.files });
  const place = placeOf(args.text("out"), { ...old.value, target, version }, host.folders.working);
  const isThere = place !== joinPath(root, folder) && (await host.status(place));
  if (isThere) return wrong(there(shownPath(place, host.folders.working)));
  const reading = read(next, target, undefined);
  if (!reading.ok) return reading;
  const [checkout] = unchanged(port, reading.value.port);
  if (checkout) return wrong(noTag(argument, checkout));
  const found = dialect === "gobolinux" ? version : reading.value.port.version;
  if (found !== version) return wrong(notRenewed(argument, found, version));
  const measured = await measure(
    { renewal: renewal.value, read: (arch) => read(next, target, arch) },
    context,
  );
  if (!measured.ok) return measured;
  const { byRecipe, sources } = measured.value;
  const files = renewal.value.sealed(byRecipe);
  if (place === joinPath(root, folder)) {
    for (const [path, text] of files) await host.writeFile(joinPath(place, path), text);
  } else {
    const copied = await copyRecipe({ folder: joinPath(root, folder), place, changed: files }, context);
    if (!copied.ok) return copied;
  }
  const patches = reading.value.port.patches.map((one) => one.path);
  return ok({
    port: reading.value.port,
    from: release,
    folder: place,
    sources,
    patches,
    notes: renewal.value.notes,
  });
}

type Old = {
  /** The folder whose tree holds it. */
  readonly root: HostPath;
  readonly folder: string;
  readonly port: Port;
  readonly read: (
    tree: ReturnType<typeof renewedTree>,
    folder: string,
    arch: string | undefined,
  ) => ReturnType<typeof readPort>;
  /** Whether the user named a tree of recipes that is not his own. */
  readonly found: "by-name" | "by-path";
};

async function openOld(argument: string, args: Arguments, context: Context): Promise<Result<Old>> {
  const { host } = context;
  const brought = await bringPort({ port: argument, recipes: args.texts("recipes") }, context);
  if (!brought.ok) return brought;
  const choice = { ...portsChoice(args), recipes: brought.value.recipes };
  const located = await locatePort(brought.value.port, choice, host);
  if (!located.ok) return located;
  const { request, folder: opened } = located.value;
  const whole = joinPath(opened, request.folder);
  const isRecipe = openTree(whole).exists("Recipe") === "file";
  // A Recipe's folders name it: they are read from above.
  const root = isRecipe ? joinPath(whole, "../..") : opened;
  const folder = isRecipe ? whole.slice(root.length + 1) : request.folder;
  const ports = openPortsTree(located.value);
  const read: Old["read"] = (tree, inner, arch) =>
    readPort(tree, {
      ...request,
      ...(isRecipe ? { treeName: shownPath(root, host.folders.working), treePath: [] } : ports),
      folder: inner,
      flavors: "default",
      ...(arch === undefined ? {} : { arch }),
    });
  const reading = read(openTree(root), folder, undefined);
  if (!reading.ok) return reading;
  return ok({
    root,
    folder,
    port: reading.value.port,
    read,
    found: argument.includes("/") ? "by-path" : "by-name",
  });
}

type Placing = Old & { readonly target: string; readonly version: string };

/** One's own recipes are added to where they are; those of others are left alone. */
function placeOf(
  out: string | undefined,
  { root, folder, port, target, found }: Placing,
  working: HostPath,
): HostPath {
  if (port.dialect !== "gobolinux")
    return out === undefined ? joinPath(root, folder) : joinPath(working, out);
  const below = target.split("/").slice(-2).join("/");
  if (out !== undefined) return joinPath(working, out, below);
  const isOwn = found === "by-path" || root.endsWith(`/${LOCAL_RECIPES}`);
  return isOwn ? joinPath(root, target) : joinPath(working, LOCAL_RECIPES, below);
}

type Measuring = {
  readonly renewal: Renewal;
  readonly read: (arch: string | undefined) => ReturnType<typeof readPort>;
};

type MeasuredSources = {
  readonly byRecipe: ReadonlyMap<string, readonly Measured[]>;
  readonly sources: Renewed["sources"];
};

/** Each file once, from the first of its places that has it. */
async function measure({ renewal, read }: Measuring, context: Context): Promise<Result<MeasuredSources>> {
  const byRecipe = new Map<string, readonly Measured[]>();
  const known = new Map<string, Measured & { readonly url: string }>();
  for (const { path, arch } of renewal.sources) {
    const reading = read(arch);
    if (!reading.ok) return reading;
    const all: Measured[] = [];
    for (const distfile of reading.value.port.distfiles) {
      const measured = known.get(distfile.file) ?? (await measureOne(distfile, context));
      if ("error" in measured) return measured;
      const found = "value" in measured ? measured.value : measured;
      known.set(distfile.file, found);
      all.push(found);
    }
    byRecipe.set(path, all);
  }
  return ok({ byRecipe, sources: [...known.values()] });
}

async function measureOne(
  { file, urls }: Distfile,
  context: Context,
): Promise<Result<Measured & { readonly url: string }>> {
  const troubles: Diagnostic[] = [];
  for (const one of urls) {
    if (one.kind !== "web") continue;
    const fetched = await fetchNewDistfile({ url: one.url, name: file }, context);
    if (fetched.ok) {
      const { sizeBytes, digests } = fetched.value;
      return ok({ file, url: one.url, sizeBytes, ...digests });
    }
    troubles.push(...fetched.error);
  }
  return { ok: false, error: troubles.length > 0 ? troubles : [noPlace(file)] };
}

function answerOf({ port, from, folder, sources, patches, notes }: Renewed, { host }: Context): Answer {
  const shown = shownPath(folder, host.folders.working);
  const { dialect, name } = port;
  const version = dialect === "gobolinux" ? (folder.split("/").at(-1) ?? "") : port.version;
  const kept =
    patches.length === 0
      ? []
      : [
          `kept ${patches.map((patch) => `\`${patch}\``).join(", ")}: look whether ${patches.length === 1 ? "it still applies" : "they still apply"}`,
        ];
  const lines = [
    `${shown}: ${name} ${version}, from ${from}`,
    ...sources.map(({ file, sha256 }) => `  ${sha256}  ${file}`),
    ...kept,
    ...notes,
  ];
  return {
    diagnostics: [],
    text: lines.map((line) => `${line}\n`).join(""),
    json: {
      dialect,
      name,
      version,
      from,
      folder,
      sources: sources.map(({ file, url, sizeBytes, md5, sha256 }) => ({
        file,
        url,
        sizeBytes,
        md5,
        sha256,
      })),
      patches,
      notes,
    },
  };
}

/** What comes out of version control, and for the new version just as for the old one. */
function unchanged(before: Port, after: Port): readonly Checkout[] {
  const isSame = (one: Checkout, other: Checkout) =>
    one.system === other.system && one.url === other.url && one.revision === other.revision;
  return (after.checkouts ?? []).filter((one) => before.checkouts?.some((other) => isSame(one, other)));
}

function noTag(argument: string, { system, url, span }: Checkout): Diagnostic {
  return {
    severity: "error",
    code: "new-version/checkout",
    blame: "request",
    message: `${quoted(argument)} takes what ${quoted(url)} has today, out of ${system}: the next version would be the same`,
    span,
    help: "name the version's tag or archive in the recipe, or build it again as it is",
  };
}

function sameVersion(argument: string, version: string): Diagnostic {
  const message = `${quoted(argument)} is at version ${version} already`;
  return usage("usage/version", message, "name the next version, or another address for this one");
}

function there(place: string): Diagnostic {
  return usage(
    "usage/recipe-there",
    `\`${place}\` is there already`,
    "remove it first, or choose another `--out`",
  );
}

function notRenewed(argument: string, found: string, wanted: string): Diagnostic {
  return {
    severity: "error",
    code: "new-version/not-renewed",
    blame: "request",
    message: `${quoted(argument)} would still be at version ${found}, and not ${wanted}: its version can't be found in its text`,
    help: "change the line that sets it by hand",
  };
}

function noPlace(file: string): Diagnostic {
  return {
    severity: "error",
    code: "new-version/no-source",
    blame: "request",
    message: `${quoted(file)} has no address that begins with \`https://\` or \`http://\``,
    help: "give the new one: `new-version PORT VERSION URL`",
  };
}
