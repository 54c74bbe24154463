// One file over HTTP into a part file: resumed where it was broken off, tried again when that can help.

import { createHash, type Hash } from "node:crypto";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Report, unreachable } from "../report.ts";
import type { HostPath } from "./files.ts";
import type { Host } from "./host.ts";
import type { DownloadAnswer } from "./requests.ts";

/** What is to be fetched, and known of it beforehand. */
export type Wanted = {
  /** Its name, for progress. */
  readonly file: string;
  readonly sizeBytes?: number;
  /** Where the size is not known: what is larger is not what was meant. */
  readonly mostBytes?: number;
  /** All of these are computed; whether they are right, the caller sees. */
  readonly digests: readonly { readonly algorithm: string; readonly hex: string }[];
};

/** What a file that was received is: to be held against what was wanted. */
export type Received = {
  readonly sizeBytes: number;
  readonly digests: readonly { readonly algorithm: string; readonly hex: string }[];
};

export type Download = {
  readonly kind: "received";
  readonly received: Received;
  /** In how many answers the file came; several may not belong together. */
  readonly pieces: "one" | "several";
};

export type DownloadTrouble =
  | { readonly kind: "unreachable"; readonly why: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "truncated"; readonly found: number; readonly expected: number | undefined }
  | { readonly kind: "wrong-size"; readonly found: number; readonly expected: number };

export type DownloadSetting = {
  readonly wanted: Wanted;
  /** May hold the beginning of the file already; holds all of it in the end, or what came, to go on with later. */
  readonly part: HostPath;
  readonly host: Host;
  readonly report: Report;
};

/** How often one place is asked at most. A place that can't be reached at all is given up sooner. */
const TRIES = 6;
const TRIES_UNREACHABLE = 3;
const FIRST_DELAY_MS = 500;
/** A server that wants more patience than this loses to the next mirror. */
const LONGEST_DELAY_MS = 60_000;
/** A connection over which nothing comes for so long is given up. */
const STALL_MS = 60_000;

/** Streams `url` into the part file, hashing as it goes; memory use does not grow with size. */
export async function download(
  url: URL,
  setting: DownloadSetting,
  signal: AbortSignal,
): Promise<Download | DownloadTrouble> {
  for (let tries = 1; ; tries += 1) {
    const answer = await attempt(url, setting, signal);
    if (answer.kind === "received") return answer;
    const most = answer.trouble.kind === "unreachable" ? TRIES_UNREACHABLE : TRIES;
    const delay = answer.retryAfterMs ?? FIRST_DELAY_MS * 2 ** (tries - 1);
    if (answer.retry === "useless" || tries >= most || delay > LONGEST_DELAY_MS) return answer.trouble;
    await setting.host.wait(delay, signal);
  }
}

type Attempt =
  | Download
  | {
      readonly kind: "failed";
      readonly trouble: DownloadTrouble;
      readonly retry: "useful" | "useless";
      readonly retryAfterMs?: number;
    };

/** Answers that may be another one soon (RFC 9110, RFC 6585). */
const PASSING = [408, 425, 429, 500, 502, 503, 504];

async function attempt(url: URL, setting: DownloadSetting, signal: AbortSignal): Promise<Attempt> {
  const { wanted, host, part } = setting;
  const kept = new Meter(wanted);
  if (await host.status(part)) for await (const chunk of host.readStream(part)) kept.add(chunk);
  const start = kept.sizeBytes;
  const stalled = new AbortController();
  const either = AbortSignal.any([signal, stalled.signal]);
  const headers: Record<string, string> = start > 0 ? { range: `bytes=${start}-` } : {};
  const answer = await host.get(url, headers, either);
  if (answer.kind === "unreachable") return { kind: "failed", trouble: answer, retry: "useful" };
  const range = rangeOf(answer, start);
  switch (range.kind) {
    case "refused":
      answer.body.destroy();
      return refusal(answer);
    case "unusable":
      // What was kept does not fit what the server has now: from the beginning.
      answer.body.destroy();
      await host.remove(part);
      return await attempt(url, setting, signal);
    case "body": {
      const meter = range.start > 0 ? kept : new Meter(wanted);
      return await receive(answer.body, { ...setting, ...range, meter, stalled }, signal);
    }
    default:
      return unreachable(range);
  }
}

type Answered = Extract<DownloadAnswer, { readonly kind: "answered" }>;

type Range =
  /** `total` is undefined when the server does not tell. An unmarked end looks the same as a line that broke. */
  | {
      readonly kind: "body";
      readonly start: number;
      readonly total: number | undefined;
      readonly end: "marked" | "unmarked";
    }
  | { readonly kind: "unusable" }
  | { readonly kind: "refused" };

function rangeOf({ status, headers }: Answered, start: number): Range {
  if (status === 416 && start > 0) return { kind: "unusable" };
  const length = headers.get("content-length");
  const end = length === undefined && !headers.has("transfer-encoding") ? "unmarked" : "marked";
  if (status === 206) {
    const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get("content-range") ?? "");
    if (!match || Number(match[1]) !== start) return start > 0 ? { kind: "unusable" } : { kind: "refused" };
    return { kind: "body", start, total: match[2] === "*" ? undefined : Number(match[2]), end };
  }
  if (status !== 200) return { kind: "refused" };
  return { kind: "body", start: 0, total: length === undefined ? undefined : Number(length), end };
}

function refusal({ status, headers }: Answered): Attempt {
  const after = headers.get("retry-after") ?? "";
  return {
    kind: "failed",
    trouble: { kind: "status", status },
    retry: PASSING.includes(status) ? "useful" : "useless",
    ...(/^\d+$/.test(after) ? { retryAfterMs: Number(after) * 1000 } : {}),
  };
}

type Receiving = DownloadSetting &
  Omit<Extract<Range, { readonly kind: "body" }>, "kind"> & {
    readonly meter: Meter;
    readonly stalled: AbortController;
  };

async function receive(body: Readable, receiving: Receiving, signal: AbortSignal): Promise<Attempt> {
  const { wanted, part, host, report, start, total, end, meter } = receiving;
  const expected = wanted.sizeBytes ?? total;
  const most = wanted.mostBytes ?? Number.POSITIVE_INFINITY;
  if (total !== undefined && total > most) {
    body.destroy();
    return {
      kind: "failed",
      trouble: { kind: "wrong-size", found: total, expected: most },
      retry: "useless",
    };
  }
  if (expected !== undefined && total !== undefined && total !== expected) {
    body.destroy();
    return { kind: "failed", trouble: { kind: "wrong-size", found: total, expected }, retry: "useless" };
  }
  const finished = new AbortController();
  const watch = watchStall(receiving, finished.signal);
  const breaks: unknown[] = [];
  const chunks = async function* () {
    try {
      yield* measured(body, { meter, expected, most, host, report });
    } catch (error) {
      // What came before the line broke is written out, to go on from there. An abort is nobody's fault.
      if (signal.aborted) throw error;
      breaks.push(error);
    }
  };
  try {
    await pipeline(chunks, host.writeStream(part, start > 0 ? "append" : "new"), { signal });
  } finally {
    finished.abort();
    await watch;
  }
  const found = meter.sizeBytes;
  // What ended as the server meant it to is whole, though it may be another file: a page that says sorry, say.
  const least = end === "unmarked" ? expected : total;
  if (breaks.length > 0 || (least !== undefined && found < least)) {
    return { kind: "failed", trouble: { kind: "truncated", found, expected }, retry: "useful" };
  }
  if (found > most) {
    return { kind: "failed", trouble: { kind: "wrong-size", found, expected: most }, retry: "useless" };
  }
  if (expected !== undefined && found !== expected) {
    return { kind: "failed", trouble: { kind: "wrong-size", found, expected }, retry: "useless" };
  }
  return { kind: "received", received: meter.received(), pieces: start > 0 ? "several" : "one" };
}

type Measuring = {
  readonly meter: Meter;
  readonly expected: number | undefined;
  readonly most: number;
  readonly host: Host;
  readonly report: Report;
};

/** Hands the chunks on, until there are more than there should be. */
async function* measured(
  chunks: AsyncIterable<Uint8Array>,
  { meter, expected, most, host, report }: Measuring,
): AsyncGenerator<Uint8Array> {
  let told = host.now();
  for await (const chunk of chunks) {
    meter.add(chunk);
    // Ten times a second is enough for eyes.
    if (host.now() - told > 100) {
      told = host.now();
      report({ kind: "progress", what: meter.file, done: meter.sizeBytes, total: expected, unit: "bytes" });
    }
    yield chunk;
    if (meter.sizeBytes > (expected ?? most)) return;
  }
}

async function watchStall({ host, meter, stalled }: Receiving, finished: AbortSignal): Promise<void> {
  for (let before = -1; before !== meter.sizeBytes; ) {
    before = meter.sizeBytes;
    try {
      await host.wait(STALL_MS, finished);
    } catch (error) {
      if (finished.aborted) return;
      throw error;
    }
  }
  stalled.abort();
}

/** Counts and hashes what passes. */
export class Meter {
  readonly file: string;
  sizeBytes = 0;
  readonly #hashes: readonly { readonly algorithm: string; readonly hash: Hash }[];

  constructor({ file, digests }: Wanted) {
    this.file = file;
    this.#hashes = digests.map(({ algorithm }) => ({ algorithm, hash: createHash(algorithm) }));
  }

  /** For a pipeline: hands on what it counted. */
  through(): (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
    const meter = this;
    return async function* (chunks) {
      for await (const chunk of chunks) {
        meter.add(chunk);
        yield chunk;
      }
    };
  }

  add(chunk: Uint8Array): void {
    this.sizeBytes += chunk.length;
    for (const { hash } of this.#hashes) hash.update(chunk);
  }

  /** Called once, at the end. In the order of what was wanted. */
  received(): Received {
    const digests = this.#hashes.map(({ algorithm, hash }) => ({ algorithm, hex: hash.digest("hex") }));
    return { sizeBytes: this.sizeBytes, digests };
  }
}
