import { ENGINES, type EngineKind } from "../engine/engine.ts";
import { type HostPath, joinPath, shownPath, WorldFailure } from "../host/host.ts";
import { FILE_HASHES, type FileHashKind } from "../package/package.ts";
import {
  ARCHES,
  type Arch,
  COMPRESSIONS,
  type Compression,
  isArch,
  LAYOUTS,
  type Layout,
} from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { checking, countOf, oneOf, splitWords } from "./arguments.ts";
import { type BuildAnswer, type BuildRequest, buildPort } from "./build-port.ts";
import { buildPlanned } from "./planned-build.ts";
import { RECIPES } from "./port-argument.ts";
import { SHELL_OPTIONS } from "./port-shell.ts";
import { type Stored, storeRecipe } from "./recipe-store.ts";
import { keyChoiceOf } from "./signing-key.ts";
import { testOnly } from "./test-only.ts";
import { type Answer, type Arguments, type Context, usage, type Verb } from "./verb.ts";

/** `build PORT`: one job, from recipe to signed packages in a folder. */
export const verb: Verb = {
  usage:
    'build PORT [VERSION] [--recipes DIR|URL]… [--flavor "a b"] [--base B] [--out DIR] [--key KEY] [OPTIONS]',
  options: {
    recipes: RECIPES,
    flavor: { type: "string", help: "flavors in any order, separated by blanks; an empty word for none" },
    base: {
      type: "string",
      help: "what it will run on: a name of `base list`, or NAME=IMAGE; default: the port's first",
    },
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    prefix: { type: "string", help: "where the files will live; default: the port's, /app/vendor/{name}" },
    layout: { type: "string", help: "vendor (default) or programs (/Programs/Name/Version)" },
    engine: { type: "string", help: `auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "make the base here, even where there is an image of it" },
    only: { type: "string", help: "build this job or nothing (an id as the logs show it)" },
    subpackage: { type: "string", multiple: true, help: "keep only this subpackage; may be repeated" },
    out: { type: "string", help: "folder for the packages; merged when it exists; default: out" },
    distdir: { type: "string", help: "folder of fetched distfiles; default: in your cache" },
    "deps-from": { type: "string", help: "folder with the packages that this port depends on" },
    need: {
      type: "string",
      multiple: true,
      help: "a library or tool of the base that the recipe forgot to name; may be repeated",
    },
    deps: {
      type: "boolean",
      help: "build what is missing there first, from its GoboLinux recipe; it goes there too, or to --out",
    },
    key: { type: "string", help: "signing key NAME.sec; default: your own, made on first use, never in CI" },
    unsigned: { type: "boolean", help: "leave the packages unsigned" },
    "configure-options": {
      type: "string",
      multiple: true,
      help: "more arguments for configure, quoted as in a shell",
    },
    "compare-flavors": {
      type: "optional",
      multiple: true,
      help: "also build without pseudo-flavors and with each of them (or for these flavors), and refuse packages of the same name that differ",
    },
    compression: { type: "string", help: `${COMPRESSIONS.join(", ")}; default: gz` },
    filehash: {
      type: "string",
      help: `digest of the package's list of its files, ${FILE_HASHES.join(", ")}; default: sha256; the tools of old GoboLinux systems read the others`,
    },
    check: { type: "boolean", help: "run upstream's own tests after the build phase" },
    jobs: { type: "string", help: "commands that make runs at once; default: one per processor" },
    ...SHELL_OPTIONS,
    "allow-vcs": {
      type: "boolean",
      help: "fetch sources out of git or Subversion, which no digest vouches for",
    },
    "test-only": {
      type: "string",
      help: "build nothing: run the port's test with this package, or those of this folder",
    },
    "verify-reproducible": {
      type: "boolean",
      help: "build it twice, under other circumstances, and compare the packages byte for byte",
    },
    store: {
      type: "string",
      help: "a GoboLinux recipe that was built well comes to lie there, packed and with a report: see recipe-store; one of LocalRecipes in the folder Store beside it by itself",
    },
    keep: { type: "boolean", help: "leave the buildbox, and say how to enter it" },
    plan: { type: "string", help: "instead of PORT: a plan of `plan --json`, of which one shard is built" },
    shard: { type: "string", help: "with --plan: the shard" },
    artifacts: { type: "string", help: "with --plan: folder of what other shards have left in their --out" },
    released: { type: "string", help: "with --plan: folder of the released packages that it counts on" },
  },
  positionals: { least: 0, most: 2 },
  run: async (args, context) => {
    if (args.text("plan") !== undefined) return await buildPlanned(args, Object.keys(verb.options), context);
    const request = readRequest(args, context);
    if (!request.ok) return { diagnostics: request.error };
    const tested = args.text("test-only");
    if (tested !== undefined) return await testOnly(tested, request.value, context);
    const answer = await buildPort(request.value, context);
    const stored = await store(answer, args, context);
    const { working } = context.host.folders;
    const { diagnostics, text = "", ...rest } = answerOf(answer, working);
    const told = stored?.ok ? `its recipe, packed: ${shownPath(stored.value.file, working)}\n` : "";
    const troubles = stored && !stored.ok ? stored.error : [];
    return { ...rest, text: `${text}${told}`, diagnostics: [...diagnostics, ...troubles] };
  },
};

/** Where one's own recipes are; those of other trees are their owners' to hand on. */
const OWN_RECIPES = "LocalRecipes";

/** A recipe of one's own comes to lie beside them once it was built. What can't be stored is told; the packages are there all the same. */
async function store(
  { built }: BuildAnswer,
  args: Arguments,
  context: Context,
): Promise<Result<Stored> | undefined> {
  if (built?.job.port.dialect !== "gobolinux") return undefined;
  const named = args.text("store");
  const { working } = context.host.folders;
  const recipes = joinPath(built.portFolder, "../..");
  const isOwn = recipes.endsWith(`/${OWN_RECIPES}`);
  if (named === undefined && !isOwn) return undefined;
  const folder = named === undefined ? joinPath(recipes, "../Store") : joinPath(working, named);
  try {
    return await storeRecipe({ folder: built.portFolder, store: folder }, context);
  } catch (error) {
    // Recipes may lie where nobody but root writes. Who names a place wants to know.
    if (named !== undefined || !(error instanceof WorldFailure)) throw error;
    return wrong(notStored(shownPath(folder, working), error));
  }
}

function notStored(store: string, { message }: WorldFailure): Diagnostic {
  return {
    severity: "warning",
    code: "make-recipe/not-stored",
    blame: "world",
    message: `the recipe could not be packed into \`${store}\`: ${message}`,
    help: "name another folder: `--store DIR`",
  };
}

export function readRequest(args: Arguments, { host }: Context): Result<BuildRequest> {
  const { troubles, checked } = checking();
  const choice = <T extends string>(option: string, allowed: readonly T[], otherwise: T): T =>
    checked(oneOf(`\`--${option}\``, args.text(option) ?? otherwise, allowed), otherwise);
  const [port = "", version] = args.positionals;
  if (args.positionals.length === 0) troubles.push(NO_PORT);
  const alone = ["shard", "artifacts", "released"].filter((option) => args.text(option) !== undefined);
  for (const option of alone) {
    troubles.push(
      usage("usage/option", `\`--${option}\` is for builds by a plan`, "give the plan too: `--plan FILE`"),
    );
  }
  const folder = (option: string) => {
    const text = args.text(option);
    return text === undefined ? undefined : joinPath(host.folders.working, text);
  };
  const request: BuildRequest = {
    port,
    version,
    recipes: args.texts("recipes"),
    flavors: args.text("flavor")?.split(/\s+/).filter(Boolean) ?? "default",
    subpackages: args.texts("subpackage"),
    base: args.text("base"),
    arch: choice<Arch>("arch", ARCHES, isArch(host.arch) ? host.arch : "x86_64"),
    prefix: args.text("prefix"),
    layout: choice<Layout>("layout", LAYOUTS, "vendor"),
    engine: choice<"auto" | EngineKind>("engine", ["auto", ...ENGINES], "auto"),
    source: args.has("made") ? "made" : "auto",
    only: args.text("only"),
    planned: undefined,
    out: folder("out") ?? joinPath(host.folders.working, "out"),
    distdir: folder("distdir") ?? joinPath(host.folders.cache, "distfiles"),
    dependenciesFrom: folder("deps-from"),
    needs: args.texts("need"),
    dependencies: args.has("deps") ? { waiting: [] } : "found",
    key: checked(keyChoiceOf(args, host), { kind: "none" }),
    configureOptions: args
      .texts("configure-options")
      .flatMap((text) => checked(splitWords("`--configure-options`", text), [])),
    compression: choice<Compression>("compression", COMPRESSIONS, "gz"),
    fileHash: choice<FileHashKind>("filehash", FILE_HASHES, "sha256"),
    check: args.has("check") ? "run" : "skip",
    parallel: checked(countOf("`--jobs`", args.text("jobs") ?? String(host.processors)), 1),
    checkouts: args.has("allow-vcs") ? "allowed" : "refused",
    commands: args.has("allow-shell") ? "allowed" : "refused",
    onEnd: args.has("keep") ? "keep" : "remove",
    purpose: "deliver",
    verify: args.has("verify-reproducible") ? "reproducible" : "nothing",
    compareFlavors: args.texts("compare-flavors"),
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}

const NO_PORT = usage(
  "usage/arguments",
  "`build` takes a port, or a plan, and found neither",
  "tarwright build PORT [VERSION], or tarwright build --plan FILE --shard NAME",
);

function answerOf({ built, diagnostics }: BuildAnswer, working: HostPath): Answer {
  if (!built) return { diagnostics };
  const { job, fingerprint, packages, folder, log, signer, enter, equal } = built;
  const place = shownPath(folder, working);
  const rows = packages.map(
    ({ file, sizeBytes, contentDigest }) =>
      `  ${file}  ${kilobytes(sizeBytes)}  content ${contentDigest.slice(0, 16)}\n`,
  );
  const same = equal.map(
    ({ fullpkgname, job: one, other }) =>
      `${fullpkgname} is equal byte for byte, as ${one} and ${other} make it\n`,
  );
  const signed = signer
    ? `signed by ${signer}; verify with \`tarwright verify ${place} --key ${place}/${signer}.pub\``
    : "unsigned";
  const twice = packages.some(({ rebuild }) => rebuild) ? "built twice, and the same bytes both times\n" : "";
  const kept = enter ? `the buildbox was kept: \`${enter}\`\n` : "";
  return {
    diagnostics,
    text: `${job.id}: ${packages.length} package${packages.length === 1 ? "" : "s"} in ${place}\n${rows.join("")}${same.join("")}${signed}\n${twice}${kept}`,
    json: { job: job.id, fingerprint, directory: folder, log, ...(enter ? { enter } : {}), equal, packages },
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
