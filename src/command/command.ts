// The verbs of the command line, one a file; the only place that joins the modules below.

export { checking, countUpTo, oneOf, parseArguments, splitWords, verbHelp } from "./arguments.ts";
export type { BuildAnswer, BuildRequest } from "./build-port.ts";
export type { ShardAnswer, ShardRequest } from "./build-shard.ts";
export { failureDiagnostic } from "./failure.ts";
export { wordsOf } from "./flavor-wishes.ts";
export type { InstallAnswer } from "./install-packages.ts";
export type { InstallWords } from "./install-request.ts";
export { type LastPhase, phaseWatch } from "./phase-watch.ts";
export type { RunPlan, RunPlanRequest } from "./plan-run.ts";
export type { PublishAnswer, PublishRequest } from "./publish-packages.ts";
export type { ReleasePlace } from "./release-lists.ts";
export type { SettledRun } from "./settle-run.ts";
export { terminalSink } from "./terminal.ts";
export {
  type Answer,
  type Context,
  KEY_IN_REACH,
  NO_PUBLISHING_KEY,
  NO_TAG,
  usage,
  type Verb,
} from "./verb.ts";

import { type Diagnostic, nearest, unreachable } from "../report.ts";
import type { ListEntry } from "./lister.ts";
import type { ThreadWork } from "./shares.ts";
import { usage, type Verb } from "./verb.ts";

/** Loaded only when chosen: start-up must not pay for all of them. */
export const VERBS: Readonly<
  Record<string, { readonly summary: string; readonly load: () => Promise<Verb> }>
> = {
  base: {
    summary: "makes, syncs, compares, pins, lists and exports the roots that builds start from",
    load: async () => (await import("./base.ts")).verb,
  },
  build: {
    summary: "builds a port into signed packages",
    load: async () => (await import("./build.ts")).verb,
  },
  buildbox: {
    summary: "makes, lists, enters and removes buildboxes, those that were kept too",
    load: async () => (await import("./buildbox.ts")).verb,
  },
  check: {
    summary: "lints recipes: all problems at once",
    load: async () => (await import("./check.ts")).verb,
  },
  "get-recipe": {
    summary: "brings a GoboLinux recipe here, to change it or to hand it on",
    load: async () => (await import("./get-recipe.ts")).verb,
  },
  install: {
    summary: "installs packages and what they need, once their signatures hold",
    load: async () => (await import("./install.ts")).verb,
  },
  installed: {
    summary: "lists what is installed",
    load: async () => (await import("./installed.ts")).verb,
  },
  keygen: {
    summary: "makes a signing key",
    load: async () => (await import("./keygen.ts")).verb,
  },
  "lib-depends": {
    summary: "tells what packages link to, and what is missing, extra or bogus in their recipe",
    load: async () => (await import("./lib-depends.ts")).verb,
  },
  list: {
    summary: "reads a tree of ports: one JSON line an entry, or OpenBSD's INDEX",
    load: async () => (await import("./list.ts")).verb,
  },
  "make-plist": {
    summary: "writes packing lists, or brings them up to date, from what a build installs",
    load: async () => (await import("./make-plist.ts")).verb,
  },
  "make-recipe": {
    summary: "writes a recipe for an archive, ready to be built",
    load: async () => (await import("./make-recipe.ts")).verb,
  },
  "new-version": {
    summary: "writes the recipe of a port's next version",
    load: async () => (await import("./new-version.ts")).verb,
  },
  package: {
    summary: "makes a package of an installed program",
    load: async () => (await import("./package-tree.ts")).verb,
  },
  plan: {
    summary: "tells what would be built, where, in which order, and why",
    load: async () => (await import("./plan.ts")).verb,
  },
  publish: {
    summary: "puts packages on a GitHub release, and makes it whole",
    load: async () => (await import("./publish.ts")).verb,
  },
  rebuild: {
    summary: "builds a published package again, and tells whether it comes out the same",
    load: async () => (await import("./rebuild.ts")).verb,
  },
  "recipe-store": {
    summary: "packs GoboLinux recipes to hand on, with a report of each",
    load: async () => (await import("./recipe-store.ts")).verb,
  },
  remove: {
    summary: "takes installed packages away",
    load: async () => (await import("./remove.ts")).verb,
  },
  show: {
    summary: "shows a port as it was understood",
    load: async () => (await import("./show.ts")).verb,
  },
  sign: {
    summary: "signs packages and folders of packages",
    load: async () => (await import("./sign.ts")).verb,
  },
  update: {
    summary: "puts newer packages in the place of those that are installed",
    load: async () => (await import("./update.ts")).verb,
  },
  verify: {
    summary: "checks signatures and contents, and tells the signer",
    load: async () => (await import("./verify.ts")).verb,
  },
};

/** What `build` does, for the Action, which has inputs and no argv. As lazy as the verbs. */
export async function loadBuildPort() {
  const { buildPort } = await import("./build-port.ts");
  return buildPort;
}

/** As `loadBuildPort`, for a shard of a plan. */
export async function loadBuildShard() {
  const { buildShard } = await import("./build-shard.ts");
  return buildShard;
}

/** As `loadBuildPort`, for a plan that other machines will follow. */
export async function loadPlanRun() {
  const { planRun } = await import("./plan-run.ts");
  return planRun;
}

/** Adds up what became of a plan, likewise. */
export async function loadSettleRun() {
  const { settleRun } = await import("./settle-run.ts");
  return settleRun;
}

/** What `publish` does, likewise. */
export async function loadPublishPackages() {
  const { publishPackages } = await import("./publish-packages.ts");
  return publishPackages;
}

/** As `loadBuildPort`, for what `install` does. */
export async function loadInstallWanted() {
  const { installWanted } = await import("./install-packages.ts");
  return installWanted;
}

/** What a thread answers entries with. */
export async function loadThread({ kind, job }: ThreadWork) {
  switch (kind) {
    case "list": {
      const { openLister } = await import("./lister.ts");
      const list = openLister(job);
      return (entry: ListEntry) => list(entry);
    }
    case "read": {
      const { openReader } = await import("./port-reader.ts");
      return openReader(job);
    }
    default:
      return unreachable(kind);
  }
}

/** What `tarwright --help` prints. */
export function helpText(): string {
  const width = Math.max(...Object.keys(VERBS).map(({ length }) => length));
  const rows = Object.entries(VERBS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `usage: tarwright COMMAND [ARGUMENTS] [--json]\n\n${rows.join("")}\n\`tarwright COMMAND --help\` shows its options\n`;
}

/** What the user should be told who asks for a verb that there is not. */
export function unknownVerb(name: string): Diagnostic {
  const meant = nearest(name, Object.keys(VERBS));
  const help = meant ? `did you mean \`${meant}\`?` : "`tarwright --help` lists them";
  return usage("usage/unknown-command", `\`${name}\` is not a command of tarwright`, help);
}
