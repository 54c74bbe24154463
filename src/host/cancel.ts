import { setMaxListeners } from "node:events";

/** What ends a run. Programs and transfers listen to it, many at a time: not the leak that node would warn of. */
export function newCancel(): AbortController {
  const cancel = new AbortController();
  setMaxListeners(0, cancel.signal);
  return cancel;
}
