import type { Host, HostPath } from "../host/host.ts";
import { ok, type Result, wrong } from "../report.ts";
import { type ReadArchive, readArchive } from "./archive-reader.ts";
import { differingFiles } from "./difference.ts";
import { contentDifferences, type Difference, type Hosts } from "./file-difference.ts";
import { damagedArchive } from "./sign-archive.ts";

/** Two archives of what should be one package; `names` are for people. */
export type Comparing = {
  readonly files: readonly [HostPath, HostPath];
  readonly hosts: Hosts;
  readonly host: Host;
};

/** A path that is not the same in both. */
export type DifferingFile = {
  readonly path: string;
  /** `content`, `mode 0644 and 0755`, `only in the second`. */
  readonly how: string;
  /** Of a file that is in both, with other content. */
  readonly differences: readonly Difference[];
};

/** Empty when both have the same content digest. */
export async function compareArchives(
  { files, hosts, host }: Comparing,
  signal: AbortSignal,
): Promise<Result<readonly DifferingFile[]>> {
  const [one, other] = [await read(files[0], { host }, signal), await read(files[1], { host }, signal)];
  if (!one.ok) return one;
  if (!other.ok) return other;
  if (one.value.contentDigest === other.value.contentDigest) return ok([]);
  const found = differingFiles(
    { name: "the first", archive: one.value },
    { name: "the second", archive: other.value },
  );
  const wanted = new Set(
    found.filter(({ how }) => how.split(", ").includes("content")).map(({ path }) => path),
  );
  const contents = await Promise.all(files.map((file) => contentsOf(file, { wanted, host }, signal)));
  const [left, right] = contents;
  return ok(
    found.map(({ path, how }) => {
      const [a, b] = [left?.get(path), right?.get(path)];
      return { path, how, differences: a && b ? contentDifferences([a, b], hosts) : [] };
    }),
  );
}

type Setting = { readonly host: Host };

async function read(file: HostPath, { host }: Setting, signal: AbortSignal): Promise<Result<ReadArchive>> {
  const reading = await readArchive(file, { host }, signal);
  switch (reading.kind) {
    case "read":
      return ok(reading.archive);
    case "damaged":
      return wrong(damagedArchive(file, reading.why));
    case "no-tool":
      return wrong(reading.diagnostic);
  }
}

/** More is not kept in memory at once: that a large file differs is told, and not where. */
const MOST_BYTES = 512 * 1024 * 1024;

async function contentsOf(
  file: HostPath,
  { wanted, host }: Setting & { readonly wanted: ReadonlySet<string> },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Buffer>> {
  const chunks = new Map<string, Buffer[]>();
  let open: Buffer[] | undefined;
  let keptBytes = 0;
  const sink: NonNullable<Parameters<typeof readArchive>[1]["sink"]> = {
    entry: (entry) => {
      open = undefined;
      if (entry.kind !== "file" || !wanted.has(entry.path) || keptBytes + entry.sizeBytes > MOST_BYTES)
        return;
      keptBytes += entry.sizeBytes;
      open = [];
      chunks.set(entry.path, open);
    },
    content: (chunk) => void open?.push(Buffer.from(chunk)),
  };
  await readArchive(file, { host, sink }, signal);
  return new Map([...chunks].map(([path, pieces]) => [path, Buffer.concat(pieces)]));
}
