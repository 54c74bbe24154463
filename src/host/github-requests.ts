// One request to GitHub's API and what becomes of it: its turn, its answer, its retries.

import { WorldFailure } from "./files.ts";
import { type Parser, refusalOf } from "./github-answers.ts";
import { type Clock, GITHUB_ALLOWANCES, paced, type RequestKind } from "./pace.ts";
import { type Watchdog, watchdog } from "./watchdog.ts";

export type ApiTrouble =
  /** GitHub understood, and said no; nothing happened. */
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly message: string;
      /** Of what it found wrong: `already_exists`. */
      readonly codes: readonly string[];
    }
  /** A limit that lasts longer than the caller's patience. */
  | { readonly kind: "limited"; readonly waitMs: number }
  /** No answer that makes sense: a change may have happened or not. */
  | { readonly kind: "unreachable"; readonly why: string };

export type ApiAnswer<T> = { readonly kind: "answered"; readonly value: T } | ApiTrouble;

export type ApiRequest<T> = {
  readonly kind: RequestKind;
  /** For octokit; made anew for each try, since a body can be read once. */
  readonly options: (watchdog: Watchdog) => RequestOptions;
  /** Undefined when the answer is not what it should be. */
  readonly read: (answer: Answered, watchdog: Watchdog) => Promise<T | undefined>;
};

export type RequestOptions = {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly request?: { readonly parseSuccessResponseBody: false };
  readonly [field: string]: unknown;
};

/** Header names in lower case. `body` is what octokit made of it. */
export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly body: unknown;
};

export type Sent =
  | { readonly kind: "answered"; readonly answer: Answered }
  | { readonly kind: "lost"; readonly error: unknown };

export type Asking = Clock & {
  readonly send: (options: RequestOptions, signal: AbortSignal) => Promise<Sent>;
  readonly silentMs: number;
  readonly patienceMs: number;
  readonly onWait: (why: string, durationMs: number) => void;
};

export type Ask = <T>(request: ApiRequest<T>, signal: AbortSignal) => Promise<ApiAnswer<T>>;

/** Pauses before reading is tried again. */
const RETRIES_MS = [1000, 2000, 4000, 8000, 16_000];
/** GitHub's advice for a secondary limit that doesn't say how long it lasts: a minute at least, growing. */
const LIMIT_MS = 60_000;
/** So many refusals in a row are no pause any more. */
const MOST_LIMITS = 6;

export function asker(asking: Asking): Ask {
  const pace = paced(GITHUB_ALLOWANCES, asking);
  const once = async <T>(request: ApiRequest<T>, signal: AbortSignal): Promise<Outcome<T>> => {
    using _turn = await pace.take(request.kind, signal);
    using dog = watchdog(asking.silentMs, signal);
    const sent = await asking.send(request.options(dog), dog.signal);
    if (sent.kind === "answered" && sent.answer.status >= 400) return refusal(sent.answer);
    try {
      if (sent.kind === "lost") throw sent.error;
      const value = await request.read(sent.answer, dog);
      if (value !== undefined) return { kind: "answered", value };
      return { kind: "unreachable", why: "the answer was cut off, or is not GitHub's" };
    } catch (error) {
      signal.throwIfAborted();
      if (dog.signal.aborted) return { kind: "unreachable", why: "nothing moved any more" };
      return { kind: "unreachable", why: rootCause(error) };
    }
  };
  return async (request, signal) => {
    for (let losses = 0, limits = 0; ; ) {
      const outcome = await once(request, signal);
      if (outcome.kind === "limit") {
        limits += 1;
        const waitMs = outcome.waitMs ?? LIMIT_MS * 2 ** (limits - 1);
        if (waitMs > asking.patienceMs || limits > MOST_LIMITS) return { kind: "limited", waitMs };
        asking.onWait("GitHub wants fewer requests", waitMs);
        // Everyone waits: what is sent during a limit lengthens it.
        pace.pause(waitMs);
        continue;
      }
      if (outcome.kind !== "busy" && outcome.kind !== "unreachable") return outcome;
      const { why } = outcome;
      const busyMs = outcome.kind === "busy" ? outcome.waitMs : 0;
      if (busyMs > asking.patienceMs) return { kind: "limited", waitMs: busyMs };
      // A change is not tried again here, but what its caller asks next has to wait as well.
      if (busyMs > 0) pace.pause(busyMs);
      const pauseMs = RETRIES_MS[losses];
      const isLast = request.kind !== "read" || pauseMs === undefined;
      const waitMs = isLast ? busyMs : Math.max(pauseMs, busyMs);
      if (waitMs > 0) asking.onWait(`GitHub can't be reached (${why})`, waitMs);
      if (isLast) return { kind: "unreachable", why };
      losses += 1;
      await asking.wait(waitMs, signal);
    }
  };
}

/** `waitMs` is undefined where GitHub didn't say. */
type Outcome<T> =
  | ApiAnswer<T>
  | { readonly kind: "limit"; readonly waitMs: number | undefined }
  /** As `unreachable`, with the word when to come back. */
  | { readonly kind: "busy"; readonly waitMs: number; readonly why: string };

/** After GitHub's "Rate limits for the REST API", and what its answers look like. */
function refusal({ status, headers, body }: Answered): Outcome<never> {
  const { message, codes } = refusalOf(body);
  const isLimit =
    status === 429 ||
    (status === 403 &&
      (headers["retry-after"] !== undefined ||
        String(headers["x-ratelimit-remaining"]) === "0" ||
        /rate limit|abuse/i.test(message)));
  if (isLimit) return { kind: "limit", waitMs: limitMs(headers) };
  // 408 and what a proxy answers for a server that isn't there.
  if (status >= 500 || status === 408) {
    const why = `status ${status}`;
    const waitMs = secondsIn(headers, "retry-after");
    return waitMs === undefined ? { kind: "unreachable", why } : { kind: "busy", why, waitMs: waitMs * 1000 };
  }
  return { kind: "refused", status, message, codes };
}

function limitMs(headers: Answered["headers"]): number | undefined {
  const after = secondsIn(headers, "retry-after");
  if (after !== undefined) return after * 1000;
  const reset = secondsIn(headers, "x-ratelimit-reset");
  // By the server's own clock: this machine's may be wrong.
  const serverTime = Date.parse(String(headers["date"] ?? ""));
  const isUsedUp = String(headers["x-ratelimit-remaining"]) === "0";
  if (!isUsedUp || reset === undefined || Number.isNaN(serverTime)) return undefined;
  return Math.max(1000, reset * 1000 - serverTime + 1000);
}

function secondsIn(headers: Answered["headers"], name: string): number | undefined {
  const text = String(headers[name] ?? "");
  return /^[0-9]{1,12}$/.test(text) ? Number(text) : undefined;
}

/** The innermost reason; a file of ours that can't be read is no trouble of the network's. */
function rootCause(error: unknown): string {
  let reason: unknown = error;
  while (reason instanceof Error && reason.cause !== undefined) reason = reason.cause;
  if (reason instanceof WorldFailure) throw reason;
  return reason instanceof Error ? reason.message : String(reason);
}

/** A body of JSON that octokit has read. */
export function parsed<T>(parse: Parser<T>): ApiRequest<T>["read"] {
  return async ({ body }) => parse(body);
}
