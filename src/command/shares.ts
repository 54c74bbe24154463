// Many entries, read by all processors: shares of them go to threads, which are started once for the whole.

import type { ListJob } from "./lister.ts";
import type { ReadingJob } from "./port-reader.ts";
import type { Context } from "./verb.ts";

/** What a thread is started for; it travels as a structured clone, and so do entries and answers. */
export type ThreadWork =
  | { readonly kind: "list"; readonly job: ListJob }
  | { readonly kind: "read"; readonly job: ReadingJob };

export type Spreading<Entry, Answer> = {
  readonly work: ThreadWork;
  /** The same here, when there are too few entries or no threads. */
  readonly open: () => (entry: Entry) => Answer;
};

/** Some entries, and an answer to each. */
export type Answered<Entry, Answer> = {
  readonly order: readonly Entry[];
  readonly answer: readonly Answer[];
};

/** In the entries' order, however many threads answer. Entries are looked for while the first are answered. */
export async function* answersTo<Entry, Answer>(
  entries: Iterable<Entry>,
  { work, open }: Spreading<Entry, Answer>,
  { host, signal }: Pick<Context, "host" | "signal">,
): AsyncGenerator<Answered<Entry, Answer>> {
  const { workers } = host;
  const shares = sharesOf(entries);
  // To start a thread takes longer than to read a few ports.
  const enough = workers.count > 1 ? 2 * workers.count : 0;
  const first = firstOf(shares, enough);
  const orders = chained(first, shares);
  if (enough > 0 && first.length === enough) return yield* workers.spread({ job: work, orders }, signal);
  const answer = open();
  for (const order of orders) yield { order, answer: order.map((entry) => answer(entry)) };
}

/** Entries that a thread takes at once: few enough that all end together. */
const SHARE = 25;

function* sharesOf<Entry>(entries: Iterable<Entry>): Generator<readonly Entry[]> {
  let share: Entry[] = [];
  for (const entry of entries) {
    share.push(entry);
    if (share.length < SHARE) continue;
    yield share;
    share = [];
  }
  if (share.length > 0) yield share;
}

function firstOf<T>(all: Iterator<T>, count: number): readonly T[] {
  const first: T[] = [];
  while (first.length < count) {
    const { done, value } = all.next();
    if (done) break;
    first.push(value);
  }
  return first;
}

function* chained<T>(first: readonly T[], rest: Iterator<T>): Generator<T> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
