import { Worker } from "node:worker_threads";

/** Threads that run one program each, side by side, on all processors. */
export type Workers = {
  /** One is no help, nor is any where the program is not there: the caller then works by itself. */
  readonly count: number;
  /**
   * Hands `orders` to the threads, each of which was started with `job`, and gives their answers in the order of the
   * orders. All of them travel as structured clones; of what kind the answers are, the caller knows.
   */
  readonly spread: <T>(work: Work, signal: AbortSignal) => AsyncGenerator<T>;
};

export type Work = { readonly job: unknown; readonly orders: readonly unknown[] };

/** More threads than this wait for the disk, or for each other's memory. */
const MOST_THREADS = 8;

/** `program` is what each thread runs; undefined where none was built. */
export function openWorkers(program: URL | undefined, processors: number): Workers {
  const count = program ? Math.min(processors, MOST_THREADS) : 1;
  return {
    count,
    spread: async function* <T>({ job, orders }: Work, signal: AbortSignal) {
      if (!program) throw new Error("there is no program for workers");
      const crew = new Crew(orders);
      const threads = Array.from({ length: Math.min(count, orders.length) }, () =>
        crew.employ(new Worker(program, { workerData: job })),
      );
      const stop = () => crew.fail(signal.reason);
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop, { once: true });
      try {
        for (let index = 0; index < orders.length; index += 1) yield (await crew.answer(index)) as T;
      } finally {
        signal.removeEventListener("abort", stop);
        await Promise.all(threads.map((thread) => thread.terminate()));
      }
    },
  };
}

type Slot = {
  readonly promise: Promise<unknown>;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
};

/** Who has which order, and which answers have come. */
class Crew {
  readonly #orders: readonly unknown[];
  readonly #slots: readonly Slot[];
  #handedOut = 0;

  constructor(orders: readonly unknown[]) {
    this.#orders = orders;
    this.#slots = orders.map(slot);
    // An answer that nobody waits for any more, because an earlier one failed, is no one's trouble.
    for (const { promise } of this.#slots) promise.catch(() => undefined);
  }

  employ(worker: Worker): Worker {
    let at = this.#handOut(worker);
    worker.on("message", (answer: unknown) => {
      if (at !== undefined) this.#slots[at]?.resolve(answer);
      at = this.#handOut(worker);
    });
    worker.on("error", (error) => this.fail(error));
    return worker;
  }

  answer(index: number): Promise<unknown> | undefined {
    return this.#slots[index]?.promise;
  }

  fail(reason: unknown): void {
    for (const { reject } of this.#slots) reject(reason);
  }

  #handOut(worker: Worker): number | undefined {
    if (this.#handedOut >= this.#orders.length) return undefined;
    const at = this.#handedOut;
    this.#handedOut += 1;
    worker.postMessage(this.#orders[at]);
    return at;
  }
}

/** Promise.withResolvers, which Node 20 lacks. */
function slot(): Slot {
  let [resolve, reject]: [Slot["resolve"], Slot["reject"]] = [() => undefined, () => undefined];
  const promise = new Promise<unknown>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
