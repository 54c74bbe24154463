import { portFolderFiles } from "../build/build.ts";
import { type Host, type HostPath, joinPath, openTree, shownPath } from "../host/host.ts";
import type { Candidate, FolderFile } from "../plan/plan.ts";
import type { Arch, Layout, Port } from "../port/port.ts";
import { portFolders, type Reading } from "../recipe/recipe.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { filesOfMembers, openMembers, withNeeds } from "./members.ts";
import { locate, locateIn, locatePort, noPortsBelow } from "./port-argument.ts";
import {
  type FirstReadings,
  NO_ANSWERS,
  openPlaces,
  openReader,
  type PortPlace,
  type ReadingChoice,
  type ReadPlace,
} from "./port-reader.ts";
import { NO_SHELL, type PortShell } from "./port-shell.ts";
import { inPortsTree } from "./ports-tree.ts";
import { answersTo } from "./shares.ts";

export type CandidateRequest = {
  /** As the user typed them: ports, and folders with ports below. */
  readonly paths: readonly string[];
  readonly arches: readonly Arch[];
  readonly layout: Layout;
  readonly prefix: string | undefined;
  /** No part of a port, wherever they lie. */
  readonly leftOut: readonly HostPath[];
  readonly shell: PortShell;
};

export type ReadCandidates = {
  readonly candidates: readonly Candidate[];
  /**
   * Has the shell answer all that readings have asked since it was called last, so that they can be read again; `none`:
   * nothing was asked, and what was read is final.
   */
  readonly settle: () => Promise<"answered" | "none">;
};

/** Every port at or below the paths, each once. */
export async function readCandidates(
  request: CandidateRequest,
  host: Host,
  signal: AbortSignal,
): Promise<Result<ReadCandidates>> {
  const troubles: Diagnostic[] = [];
  const places = new Map<HostPath, PortPlace>();
  for (const path of request.paths) {
    const found = await placesAt(path, host);
    if (found.length === 0) {
      troubles.push(noPortsBelow(path));
    }
    for (const place of found) {
      const folder = joinPath(place.folder, place.request.folder);
      if (!places.has(folder)) places.set(folder, place);
    }
  }
  if (troubles.length > 0) return { ok: false, error: troubles };
  const opened: OpenCandidate[] = [];
  const { arches, layout, prefix } = request;
  const job = { arches, layout, ...(prefix === undefined ? {} : { prefix }) };
  const spreading = { work: { kind: "read", job }, open: () => openReader(job) } as const;
  const found = [...places.values()];
  const read = openPlaces();
  for await (const { order, answer } of answersTo(found, spreading, { host, signal })) {
    const some = order.map((place, at) =>
      candidateAt({ place, first: answer[at] ?? [], read }, request, { host, signal }),
    );
    opened.push(...(await Promise.all(some)));
  }
  const settle = async () => {
    let answer: "answered" | "none" = "none";
    for (const one of opened) if ((await one.settle()) === "answered") answer = "answered";
    return answer;
  };
  return ok({ candidates: opened.map(({ candidate }) => candidate), settle });
}

async function placesAt(path: string, host: Host): Promise<readonly PortPlace[]> {
  const located = await locate(path, host);
  if (!located) return [];
  const places: PortPlace[] = [];
  const around = askedOnce(host);
  for (const { folder: inner } of portFolders(openTree(located.folder))) {
    // As `build` reads it later, but for what it is called where no port says so: that follows from the whole tree.
    const port =
      inner === ""
        ? await locatePort(path, {}, host)
        : await inPortsTree(locateIn(located, inner), {}, around);
    if (!port.ok) continue;
    const { request } = port.value;
    const isNamed = request.folder !== "" || request.pkgpath.includes("/");
    const pkgpath = isNamed ? request.pkgpath : inner || request.pkgpath;
    places.push({ ...port.value, request: { ...request, pkgpath } });
  }
  return places;
}

/** Ports of one tree have the same folders above them, and each is asked what it is. */
function askedOnce(host: Host): Host {
  const known = new Map<HostPath, ReturnType<Host["status"]>>();
  const status: Host["status"] = (file) => {
    const found = known.get(file) ?? host.status(file);
    known.set(file, found);
    return found;
  };
  return { ...host, status };
}

type OpenCandidate = { readonly candidate: Candidate; readonly settle: ReadCandidates["settle"] };

type Opening = {
  readonly place: PortPlace;
  /** By the request's architectures. */
  readonly first: FirstReadings;
  readonly read: ReadPlace;
};

async function candidateAt(
  { place, first, read }: Opening,
  { arches, layout, prefix, leftOut, shell }: CandidateRequest,
  { host, signal }: { readonly host: Host; readonly signal: AbortSignal },
): Promise<OpenCandidate> {
  const folder = joinPath(place.folder, place.request.folder);
  const choiceOf = (flavors: ReadingChoice["flavors"], arch: Arch): ReadingChoice => ({
    flavors,
    arch,
    layout,
    ...(prefix === undefined ? {} : { prefix }),
  });
  const known = new Map<string, Result<Port>>();
  const asked = new Map<string, ReadingChoice>();
  const memberFiles = new Map<Port, readonly FolderFile[]>();
  /** What it is the sum of has to be found and read first. */
  const wholeOf = async (reading: Reading<Port>, choice: ReadingChoice): Promise<Result<Port>> => {
    if (!reading.ok) return reading;
    const members = await openMembers({ port: reading.value, folder }, choice, { host, shell });
    if (!members.ok) return members;
    const whole = withNeeds(
      reading.value,
      members.value.map(({ port }) => port),
    );
    memberFiles.set(whole, await filesOfMembers(members.value, leftOut, { host, signal }));
    return ok(whole);
  };
  const settle = async () => {
    const open = [...asked];
    asked.clear();
    for (const [key, choice] of open) {
      const settled = await shell.read((answers) => read(place, choice, answers), folder);
      known.set(key, settled.ok ? await wholeOf(settled.value, choice) : settled);
    }
    return open.length > 0 ? "answered" : "none";
  };
  const keep = (choice: ReadingChoice, reading: Reading<Port>): Result<Port> => {
    const key = keyOf(choice);
    const isAsked = reading.ok ? reading.value.members : reading.needsShell && shell !== NO_SHELL;
    if (isAsked) asked.set(key, choice);
    known.set(key, reading);
    return reading;
  };
  for (const [at, arch] of arches.entries()) {
    const reading = first[at];
    if (reading) keep(choiceOf("default", arch), reading);
  }
  const candidate: Candidate = {
    pkgpath: place.request.pkgpath,
    folder: shownPath(folder, host.folders.working),
    files: await portFolderFiles({ portFolder: folder, leftOut }, host, signal),
    memberFiles: (port) => memberFiles.get(port) ?? [],
    read: (flavors, arch) => {
      const choice = choiceOf(flavors, arch);
      return known.get(keyOf(choice)) ?? keep(choice, read(place, choice, NO_ANSWERS));
    },
  };
  return { candidate, settle };
}

function keyOf({ flavors, arch }: ReadingChoice): string {
  return JSON.stringify([arch, flavors === "default" ? flavors : [...new Set(flavors)].sort()]);
}
