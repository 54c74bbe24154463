import { Worker } from "node:worker_threads";

/** Threads that run one program each, side by side, on all processors. */
export type Workers = {
  /** One is no help, nor is any where the program is not there: the caller then works by itself. */
  readonly count: number;
  /**
   * Hands the orders to the threads, each of which was started with the job, and gives their answers in the order of the
   * orders. All of them travel as structured clones; of what kind the answers are, the caller knows.
   */
  readonly spread: <Order, Answer>(
    work: Work<Order>,
    signal: AbortSignal,
  ) => AsyncGenerator<Answered<Order, Answer>>;
};

type Answered<Order, Answer> = { readonly order: Order; readonly answer: Answer };

/** `orders` may be made while earlier ones are worked on: they are asked for one by one, a little ahead. */
export type Work<Order> = { readonly job: unknown; readonly orders: Iterable<Order> };

/** More threads than this wait for the disk, or for each other's memory. */
const MOST_THREADS = 8;

/** `program` is what each thread runs; undefined where none was built. */
export function openWorkers(program: URL | undefined, processors: number): Workers {
  const count = program ? Math.min(processors, MOST_THREADS) : 1;
  return {
    count,
    spread: async function* <Order, Answer>({ job, orders }: Work<Order>, signal: AbortSignal) {
      if (!program) throw new Error("there is no program for workers");
      const crew = new Crew<Order, Answer>(orders);
      const stop = () => crew.fail(signal.reason);
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop, { once: true });
      const threads: Worker[] = [];
      try {
        while (threads.length < count) threads.push(new Worker(program, { workerData: job }));
        for (const thread of threads) crew.employ(thread);
        for (let next = await crew.next(); next; next = await crew.next()) yield next;
      } finally {
        signal.removeEventListener("abort", stop);
        await Promise.all(threads.map((thread) => thread.terminate()));
      }
    },
  };
}

type Slot<Order, Answer> = {
  readonly order: Order;
  readonly promise: Promise<Answer>;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
};

/** Who has which order, and which answers have come. */
class Crew<Order, Answer> {
  readonly #orders: Iterator<Order>;
  /** Orders that no thread has yet. */
  readonly #waiting: Slot<Order, Answer>[] = [];
  /** Orders whose answers nobody has taken yet; the answer to the first may be waited for. */
  readonly #open: Slot<Order, Answer>[] = [];
  #failure: { readonly reason: unknown } | undefined;

  constructor(orders: Iterable<Order>) {
    this.#orders = orders[Symbol.iterator]();
  }

  employ(worker: Worker): void {
    let slot = this.#handOut(worker);
    worker.on("message", (answer: Answer) => {
      slot?.resolve(answer);
      slot = this.#handOut(worker);
    });
    worker.on("error", (error) => this.fail(error));
  }

  /** The next order with its answer; undefined when there is none. */
  async next(): Promise<Answered<Order, Answer> | undefined> {
    if (this.#open.length === 0) this.#prepare();
    if (this.#failure) throw this.#failure.reason;
    const [slot] = this.#open;
    if (!slot) return undefined;
    const answer = await slot.promise;
    this.#open.shift();
    return { order: slot.order, answer };
  }

  fail(reason: unknown): void {
    this.#failure ??= { reason };
    for (const { reject } of this.#open) reject(reason);
  }

  #handOut(worker: Worker): Slot<Order, Answer> | undefined {
    if (this.#waiting.length === 0) this.#prepare();
    const slot = this.#waiting.shift();
    if (!slot || this.#failure) return undefined;
    worker.postMessage(slot.order);
    // The next one is made while the thread works.
    if (this.#waiting.length === 0) this.#prepare();
    return slot;
  }

  #prepare(): void {
    if (this.#failure) return;
    try {
      const { done, value } = this.#orders.next();
      if (done) return;
      const made = slotFor<Order, Answer>(value);
      this.#waiting.push(made);
      this.#open.push(made);
    } catch (error) {
      this.fail(error);
    }
  }
}

/** Promise.withResolvers, which Node 20 lacks. */
function slotFor<Order, Answer>(order: Order): Slot<Order, Answer> {
  let [resolve, reject]: [(answer: Answer) => void, (reason: unknown) => void] = [
    () => undefined,
    () => undefined,
  ];
  const promise = new Promise<Answer>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // An answer that nobody waits for any more, because an earlier one failed, is no one's trouble.
  promise.catch(() => undefined);
  return { order, promise, resolve, reject };
}
