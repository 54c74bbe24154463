import { portFolderFiles } from "../build/build.ts";
import { type Host, type HostPath, joinPath, openTree, shownPath } from "../host/host.ts";
import type { Candidate, FolderFile } from "../plan/plan.ts";
import type { Layout, Port } from "../port/port.ts";
import { type PortRequest, portFolders, readPort } from "../recipe/recipe.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { filesOfMembers, openMembers, withNeeds } from "./members.ts";
import { locate, locateIn, locatePort } from "./port-argument.ts";
import { type Answers, NO_SHELL, type PortShell } from "./port-shell.ts";
import { inPortsTree, openPortsTree } from "./ports-tree.ts";
import { usage } from "./verb.ts";

export type CandidateRequest = {
  /** As the user typed them: ports, and folders with ports below. */
  readonly paths: readonly string[];
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

/** Folders that are read at the same time. */
const PARALLEL = 32;

/** Every port at or below the paths, each once. */
export async function readCandidates(
  request: CandidateRequest,
  host: Host,
  signal: AbortSignal,
): Promise<Result<ReadCandidates>> {
  const troubles: Diagnostic[] = [];
  const places = new Map<string, Place>();
  for (const path of request.paths) {
    const found = await placesAt(path, host);
    if (found.length === 0) {
      troubles.push(
        usage(
          "usage/no-port",
          `there is no port at \`${path}\``,
          "name ports, or folders with ports below them",
        ),
      );
    }
    for (const place of found) if (!places.has(place.folder)) places.set(place.folder, place);
  }
  if (troubles.length > 0) return { ok: false, error: troubles };
  const all = [...places.values()];
  const opened: OpenCandidate[] = [];
  for (let at = 0; at < all.length; at += PARALLEL) {
    const some = all.slice(at, at + PARALLEL).map((place) => candidateAt(place, request, { host, signal }));
    opened.push(...(await Promise.all(some)));
  }
  const settle = async () => {
    let answer: "answered" | "none" = "none";
    for (const one of opened) if ((await one.settle()) === "answered") answer = "answered";
    return answer;
  };
  return ok({ candidates: opened.map(({ candidate }) => candidate), settle });
}

type Place = {
  readonly folder: HostPath;
  readonly pkgpath: string;
  readonly read: (choice: Choice, answers: Answers) => PortReading;
};

type Choice = Pick<PortRequest, "flavors" | "arch" | "layout" | "prefix">;
type PortReading = ReturnType<typeof readPort>;

async function placesAt(path: string, host: Host): Promise<readonly Place[]> {
  const located = await locate(path, host);
  if (!located) return [];
  const places: Place[] = [];
  const around = askedOnce(host);
  for (const { folder: inner } of portFolders(openTree(located.folder))) {
    // As `build` reads it later, but for what it is called where no port says so: that follows from the whole tree.
    const port =
      inner === ""
        ? await locatePort(path, {}, host)
        : await inPortsTree(locateIn(located, inner), {}, around);
    if (!port.ok) continue;
    const { folder, request } = port.value;
    const isNamed = request.folder !== "" || request.pkgpath.includes("/");
    const pkgpath = isNamed ? request.pkgpath : inner || request.pkgpath;
    const [tree, ports] = [openTree(folder), openPortsTree(port.value)];
    const read: Place["read"] = (choice, shell) =>
      readPort(tree, { ...request, ...ports, pkgpath, ...choice, shell });
    places.push({ folder: joinPath(folder, request.folder), pkgpath, read });
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

const NO_ANSWERS: Answers = new Map();

async function candidateAt(
  { folder, pkgpath, read }: Place,
  { layout, prefix, leftOut, shell }: CandidateRequest,
  { host, signal }: { readonly host: Host; readonly signal: AbortSignal },
): Promise<OpenCandidate> {
  const known = new Map<string, Result<Port>>();
  const asked = new Map<string, Choice>();
  const memberFiles = new Map<Port, readonly FolderFile[]>();
  /** What it is the sum of has to be found and read first. */
  const wholeOf = async (reading: PortReading, choice: Choice): Promise<Result<Port>> => {
    if (!reading.ok) return reading;
    const members = await openMembers({ ...reading.value, folder }, choice, { host, shell });
    if (!members.ok) return members;
    const whole = withNeeds(
      reading.value.port,
      members.value.map(({ port }) => port),
    );
    memberFiles.set(whole, await filesOfMembers(members.value, leftOut, { host, signal }));
    return ok(whole);
  };
  const settle = async () => {
    const open = [...asked];
    asked.clear();
    for (const [key, choice] of open) {
      const settled = await shell.read((answers) => read(choice, answers), folder);
      known.set(key, settled.ok ? await wholeOf(settled.value, choice) : settled);
    }
    return open.length > 0 ? "answered" : "none";
  };
  const candidate: Candidate = {
    pkgpath,
    folder: shownPath(folder, host.folders.working),
    files: await portFolderFiles({ portFolder: folder, leftOut }, host, signal),
    memberFiles: (port) => memberFiles.get(port) ?? [],
    read: (flavors, arch) => {
      const key = JSON.stringify([arch, flavors === "default" ? flavors : [...new Set(flavors)].sort()]);
      const before = known.get(key);
      if (before) return before;
      const choice = { flavors, arch, layout, ...(prefix === undefined ? {} : { prefix }) };
      const reading = read(choice, NO_ANSWERS);
      if (reading.needsShell && shell !== NO_SHELL) asked.set(key, choice);
      const port = portOf(reading);
      if (port.ok && port.value.members) asked.set(key, choice);
      known.set(key, port);
      return port;
    },
  };
  return { candidate, settle };
}

function portOf(reading: PortReading): Result<Port> {
  return reading.ok ? ok(reading.value.port) : reading;
}
