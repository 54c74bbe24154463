/** Aborts a request on which nothing moves any more. */
export type Watchdog = Disposable & { readonly signal: AbortSignal; readonly touch: () => void };

/** Its signal aborts with `parent`, or when it was not touched for `silentMs`. */
export function watchdog(silentMs: number, parent: AbortSignal): Watchdog {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), silentMs);
  return {
    signal: AbortSignal.any([parent, silence.signal]),
    touch: () => void timer.refresh(),
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
