import { type DownloadTrouble, download, type Host, type HostPath, joinPath } from "../host/host.ts";
import { fileDigest } from "../package/package.ts";
import { type Diagnostic, ok, type Report, type Result, unreachable, wrong } from "../report.ts";
import type { Place } from "./place.ts";
import { trouble, worldTrouble } from "./trouble.ts";

/** What a release is read from: its files, by name, from the first place that has them. */
export type Source = {
  /** For messages, and for another day: the first place's. */
  readonly name: string;
  /** A list of the release; undefined when none of the places has it. */
  readonly list: (file: string, signal: AbortSignal) => Promise<Result<string | undefined>>;
  /** An archive that has the digest it should. */
  readonly archive: (wanted: WantedArchive, signal: AbortSignal) => Promise<Result<FoundArchive>>;
};

export type WantedArchive = { readonly file: string; readonly sizeBytes: number; readonly sha256: string };

/** Where it lies on this machine. What was fetched is nobody else's; in a folder it may change at any time. */
export type FoundArchive = { readonly archive: HostPath; readonly digest?: "checked" };

/** A place whose release is decided. */
export type Origin = Extract<Place, { readonly kind: "folder" | "web" }>;

export type SourceSetting = {
  /** In the order in which they are asked; the others are mirrors of the first. */
  readonly origins: readonly Origin[];
  /** For what is fetched; the caller removes it. */
  readonly scratch: HostPath;
  readonly host: Host;
  readonly report: Report;
};

/** An index of ten thousand packages is a tenth of it. */
const MOST_LIST_BYTES = 256 * 1024 * 1024;

type Attempt = { readonly from: string; readonly why: string; readonly blame: "absent" | "world" };
type Fetched =
  | { readonly kind: "file"; readonly file: HostPath; readonly from: Origin["kind"] }
  | { readonly kind: "failed"; readonly attempts: readonly Attempt[] };

export function openSource(setting: SourceSetting): Source {
  const [first] = setting.origins;
  return {
    name: first?.name ?? "",
    list: async (file, signal) => {
      const fetched = await fetchFirst({ file, mostBytes: MOST_LIST_BYTES }, setting, signal);
      if (fetched.kind === "file") return ok(await setting.host.readText(fetched.file));
      const isAbsent = fetched.attempts.every(({ blame }) => blame === "absent");
      return isAbsent ? ok(undefined) : wrong(notFetched(file, fetched.attempts));
    },
    archive: async (wanted, signal) => {
      const fetched = await fetchFirst(wanted, setting, signal);
      if (fetched.kind !== "file") return wrong(notFetched(wanted.file, fetched.attempts));
      const { file: archive, from } = fetched;
      return ok({ archive, ...(from === "web" ? { digest: "checked" } : {}) });
    },
  };
}

type Wanted = { readonly file: string } & Partial<Omit<WantedArchive, "file">> & {
    readonly mostBytes?: number;
  };

async function fetchFirst(wanted: Wanted, setting: SourceSetting, signal: AbortSignal): Promise<Fetched> {
  const attempts: Attempt[] = [];
  for (const origin of setting.origins) {
    const got =
      origin.kind === "folder"
        ? await take(wanted, origin.folder, { ...setting, signal })
        : await fetchFrom(wanted, origin.base, { ...setting, signal });
    if (got.kind === "file") return { ...got, from: origin.kind };
    attempts.push({ from: origin.name, ...got });
  }
  return { kind: "failed", attempts };
}

type Got =
  | { readonly kind: "file"; readonly file: HostPath }
  | ({ readonly kind: "failed" } & Omit<Attempt, "from">);
type Means = SourceSetting & { readonly signal: AbortSignal };

async function take({ file, sha256 }: Wanted, folder: HostPath, { host, signal }: Means): Promise<Got> {
  const path = joinPath(folder, file);
  const real = await host.realPath(path);
  if (real === undefined || (await host.status(real))?.kind !== "file") {
    return { kind: "failed", why: "it is not there", blame: "absent" };
  }
  const found = sha256 === undefined ? undefined : await fileDigest(real, host, signal);
  if (found !== sha256) return wrongDigest(sha256, found);
  return { kind: "file", file: real };
}

async function fetchFrom(wanted: Wanted, base: URL, { scratch, host, report, signal }: Means): Promise<Got> {
  const { file, sha256 } = wanted;
  const folder = await host.makeTemporary("fetched-", scratch);
  const part = joinPath(folder, file);
  const digests = sha256 === undefined ? [] : [{ algorithm: "sha256", hex: sha256 }];
  const url = new URL(encodeURIComponent(file), base);
  const answer = await download(url, { wanted: { ...wanted, digests }, part, host, report }, signal);
  if (answer.kind !== "received") return { kind: "failed", ...troubleOf(answer) };
  const found = answer.received.digests[0]?.hex;
  if (found !== sha256) return wrongDigest(sha256, found);
  return { kind: "file", file: part };
}

function wrongDigest(expected: string | undefined, found: string | undefined): Got {
  return { kind: "failed", why: `its SHA-256 is ${found}, expected ${expected}`, blame: "world" };
}

function troubleOf(found: DownloadTrouble): Omit<Attempt, "from"> {
  switch (found.kind) {
    case "unreachable":
      return { why: found.why, blame: "world" };
    case "status":
      return found.status === 404
        ? { why: "it is not there (404)", blame: "absent" }
        : { why: refusal(found.status), blame: "world" };
    case "truncated":
      return { why: `it broke off after ${found.found} bytes`, blame: "world" };
    case "wrong-size":
      return { why: `it has ${found.found} bytes, not ${found.expected}`, blame: "world" };
    default:
      return unreachable(found);
  }
}

/** A name and password are not remembered from one day to the next. */
function refusal(status: number): string {
  const isLogin = status === 401 || status === 403;
  return `the server answered ${status}${isLogin ? "; where it wants a login, write `--from https://NAME:PASSWORD@…`" : ""}`;
}

function notFetched(file: string, attempts: readonly Attempt[]): Diagnostic {
  const lines = attempts.map(({ from, why }) => `${from}: ${why}`);
  const message = [`\`${file}\` could not be had:`, ...lines].join("\n  ");
  return attempts.every(({ blame }) => blame === "absent")
    ? trouble("install/not-there", message, "look whether the release is whole, or name another place")
    : worldTrouble(
        "install/not-fetched",
        message,
        "try again later, or name a mirror with one more `--from`",
      );
}
