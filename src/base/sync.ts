// Making a root hold exactly the packages of a list.

import { type Buildbox, type Engine, guestPath, type Root } from "../engine/engine.ts";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { type Diagnostic, nearest, ok, type Report, type Result, wrong } from "../report.ts";
import type { Bootstrapped } from "./bootstrap.ts";
import {
  isNetworkTrouble,
  mustCopy,
  openWorkbox,
  runTask,
  statusOf,
  type TaskEnd,
  taskFailure,
} from "./box.ts";
import type { PackageManager } from "./catalogue.ts";
import { listPackages } from "./installed.ts";
import { lentTar } from "./lend.ts";
import { OWN_TAR, packBox } from "./pack.ts";
import { isVersion, type ListedPackage } from "./package-list.ts";
import { installProgress } from "./progress.ts";
import apk from "./sync-apk.sh";
import apt from "./sync-apt.sh";
import clean from "./sync-clean.sh";
import dnf from "./sync-dnf.sh";

export type Syncing = {
  readonly name: string;
  readonly manager: PackageManager;
  readonly engine: Engine;
  readonly root: Root;
  /** Of apt: its lists and settings, as they lie below `/`. Of the others: what `lendTar` gives. */
  readonly lent: HostPath | undefined;
  readonly packages: readonly ListedPackage[];
  /** An empty folder of the caller's. */
  readonly scratch: HostPath;
  readonly host: Host;
  readonly report: Report;
};

/**
 * Installs what is missing, purges what is extra, and compares the result with the list: any difference is told, and is
 * an error. What no repository has any more is told before anything is changed, all at once.
 */
export async function syncRoot(syncing: Syncing, signal: AbortSignal): Promise<Result<Bootstrapped>> {
  const { name, manager, engine, root, lent, packages, scratch, host } = syncing;
  const unkept = withoutManager(syncing);
  if (unkept) return wrong(unkept);
  const what = `the packages of ${name}`;
  const opened = await openWorkbox(engine, { root, name: what, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  if (lent) {
    const copied = await mustCopy(box.copyIn(lent, guestPath(STATE), "root", signal), "what tools lend");
    if (!copied.ok) return copied;
  }
  const absent = await lookForAbsent(box, syncing, signal);
  if (!absent.ok) return absent;
  const changed = await change(box, syncing, signal);
  if (!changed.ok) return changed;
  const there = await listPackages(box, { what, host }, signal);
  if (!there.ok) return there;
  const differences = differencesOf(packages, { manager, there: there.value, neededBy: changed.value });
  if (differences.length > 0) return { ok: false, error: differences };
  const failed = await cleanRoot(box, { manager, host }, signal);
  if (failed) return wrong(taskFailure("base/sync", `${what} can't be finished`, { end: failed }));
  const newer = manager === "apt" ? joinPath(scratch, "state") : undefined;
  if (newer) {
    const taken = await mustCopy(box.copyOut(guestPath(STATE), newer, signal), "apt's lists");
    if (!taken.ok) return taken;
  }
  const tar = joinPath(scratch, "root.tar");
  const without = ["./tarwright", ...BOX_FOLDERS];
  const by = manager === "apt" ? OWN_TAR : lentTar(STATE);
  const packing = { file: tar, by, form: "tar", times: "long-past", without, host } as const;
  const packed = await packBox(box, packing, signal);
  return packed.ok ? ok({ tar, state: newer }) : wrong(unpacked(name, packed.error));
}

/** Leaves nothing of this day, nor of who brought the packages; what went wrong, if something did. */
export async function cleanRoot(
  box: Buildbox,
  { manager, host }: Pick<Syncing, "manager" | "host">,
  signal: AbortSignal,
): Promise<TaskEnd | undefined> {
  const cleaned = await runTask(box, { script: SCRIPTS[manager], args: ["clean"], host }, signal);
  const swept = await runTask(box, { script: clean, args: [], host }, signal);
  return [cleaned, swept].find(({ exit }) => statusOf(exit) !== 0);
}

/** What is the box's and not the root's, as tar names it. */
export const BOX_FOLDERS = ["./build", "./etc/resolv.conf", "./etc/hostname", "./.dockerenv"] as const;

const STATE = "/tarwright/state";

const SCRIPTS: Readonly<Record<PackageManager, string>> = { apt, apk, dnf };

/** What must stay on every list: nothing could be laid on the root, nor the root be synced, without it. */
const KEEPERS: Readonly<Record<PackageManager, readonly string[]>> = {
  apt: ["apt"],
  apk: ["apk-tools"],
  dnf: ["dnf", "dnf5"],
};

function withoutManager({ name, manager, packages }: Syncing): Diagnostic | undefined {
  const keepers = KEEPERS[manager];
  if (packages.some((one) => keepers.includes(one.name))) return undefined;
  const which = keepers.map((one) => `\`${one}\``).join(" or ");
  return {
    severity: "error",
    code: "base/no-manager",
    blame: "request",
    message: `the list of \`${name}\` leaves out ${which}, and without it nothing can be laid on the root`,
    help: `add ${which} to the list`,
  };
}

type Step = {
  readonly step: "look" | "known" | "install" | "purge" | "expel";
  readonly names: readonly string[];
  readonly syncing: Syncing;
};

async function runStep(box: Buildbox, { step, names, syncing }: Step, signal: AbortSignal): Promise<TaskEnd> {
  const { name, manager, host, report } = syncing;
  const script = SCRIPTS[manager];
  const progress = installProgress(`packages of ${name}`, report);
  const end = await runTask(box, { script, args: [step, ...names], onLine: progress.line, host }, signal);
  if (statusOf(end.exit) === 0) progress.finish();
  return end;
}

/** What is listed, not there, and nowhere to be had. */
async function lookForAbsent(box: Buildbox, syncing: Syncing, signal: AbortSignal): Promise<Result<void>> {
  const { name, manager, packages, host } = syncing;
  const what = `the packages of ${name}`;
  const there = await listPackages(box, { what, host }, signal);
  if (!there.ok) return there;
  const names = packages.map((one) => one.name);
  const end = await runStep(box, { step: "look", names, syncing }, signal);
  if (statusOf(end.exit) !== 0) return wrong(refused(name, end));
  const offers = new Map<string, readonly string[]>();
  for (const [, one = "", version = ""] of end.output.matchAll(/^offer (\S+) (\S+)$/gm)) {
    offers.set(one, [...(offers.get(one) ?? []), version]);
  }
  const absent = packages.filter((one) => {
    const versions = [...(offers.get(one.name) ?? []), ...(there.value.get(one.name)?.split(" ") ?? [])];
    return one.version === undefined
      ? versions.length === 0
      : !versions.some((version) => isVersion(version, one.version, manager));
  });
  if (absent.length === 0) return ok(undefined);
  const { output } = await runStep(box, { step: "known", names: [], syncing }, signal);
  const known = output.split("\n").filter(Boolean).sort();
  return { ok: false, error: absent.map((one) => gone(one, { known, offers: offers.get(one.name) ?? [] })) };
}

/** Which package keeps which other from going, by the name of the one that had to stay. */
type NeededBy = ReadonlyMap<string, readonly string[]>;

async function change(box: Buildbox, syncing: Syncing, signal: AbortSignal): Promise<Result<NeededBy>> {
  const { name, packages, host } = syncing;
  const names = packages.map((one) => one.name);
  const exact = packages.map((one) => (one.version === undefined ? one.name : `${one.name}=${one.version}`));
  for (const [step, words] of [
    ["install", exact],
    ["purge", names],
  ] as const) {
    const end = await runStep(box, { step, names: words, syncing }, signal);
    if (statusOf(end.exit) !== 0) return wrong(refused(name, end));
  }
  const there = await listPackages(box, { what: `the packages of ${name}`, host }, signal);
  if (!there.ok) return there;
  const wanted = new Set(names);
  const extra = [...there.value.keys()].filter((one) => !wanted.has(one));
  const end = await runStep(box, { step: "expel", names: extra, syncing }, signal);
  if (statusOf(end.exit) !== 0) return wrong(refused(name, end));
  const neededBy = new Map<string, readonly string[]>();
  for (const [, who = "", needed = ""] of end.output.matchAll(/^need (\S+) (\S+)$/gm)) {
    const plain = needed.replace(/:.*/, "");
    neededBy.set(plain, [...(neededBy.get(plain) ?? []), who.replace(/:.*/, "")]);
  }
  return ok(neededBy);
}

type Found = {
  readonly manager: PackageManager;
  readonly there: ReadonlyMap<string, string>;
  readonly neededBy: NeededBy;
};

function differencesOf(
  packages: readonly ListedPackage[],
  { manager, there, neededBy }: Found,
): readonly Diagnostic[] {
  const listed = packages.flatMap(({ name, version, span }): readonly Diagnostic[] => {
    const found = there.get(name);
    if (found === undefined) {
      return [{ ...different(`\`${name}\` is listed, and can't stand beside the others`), span }];
    }
    if (version === undefined || isVersion(found, version, manager)) return [];
    return [{ ...different(`\`${name}\` is listed in version ${version}, and ${found} is there`), span }];
  });
  const names = new Set(packages.map(({ name }) => name));
  const extra = [...there.keys()].filter((name) => !names.has(name)).sort();
  return [
    ...listed,
    ...extra.map((name) => {
      const by = [...new Set(neededBy.get(name))].map((one) => `\`${one}\``).join(", ");
      const why = by === "" ? "it can't be removed" : `${by} can't do without it`;
      return { ...different(`\`${name}\` is not listed, and ${why}`), help: `add \`${name}\` to the list` };
    }),
  ];
}

function different(message: string): Diagnostic {
  return { severity: "error", code: "base/not-equal", blame: "request", message };
}

function gone(
  { name, version, span }: ListedPackage,
  { known, offers }: { readonly known: readonly string[]; readonly offers: readonly string[] },
): Diagnostic {
  if (version !== undefined && offers.length > 0) {
    return {
      severity: "error",
      code: "base/package-gone",
      blame: "request",
      message: `no repository has \`${name}\` in version ${version} any more`,
      span,
      help: `take ${[...new Set(offers)].join(" or ")}, leave the version out, or add a repository of old versions`,
    };
  }
  const meant = nearest(name, known);
  return {
    severity: "error",
    code: "base/package-gone",
    blame: "request",
    message: `no repository has \`${name}\` any more`,
    span,
    help: meant
      ? `did you mean \`${meant}\`?`
      : "add the repository that has it to those that the root knows, or take it off the list",
  };
}

function refused(name: string, end: TaskEnd): Diagnostic {
  return isNetworkTrouble(end) || statusOf(end.exit) === 20
    ? taskFailure("base/unreachable", `the packages of \`${name}\` can't be fetched`, {
        end,
        help: "check the network, and the package manager's mirrors and proxies, then run it again",
      })
    : taskFailure("base/sync", `the packages of \`${name}\` can't be brought together`, { end });
}

function unpacked(name: string, why: string): Diagnostic {
  return {
    severity: "error",
    code: "base/not-packed",
    blame: "world",
    message: `the root of \`${name}\` could not be packed: ${why}`,
    help: "look for space on the disk, then run it again",
  };
}
