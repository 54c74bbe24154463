import { readFile } from "node:fs/promises";

/** Names a process for good, in what it leaves on disk: `pid-begin`, since a number alone may come round again. */
export async function processMark(): Promise<string> {
  return `${process.pid}-${(await beginOf(String(process.pid))) ?? "0"}`;
}

/** Whether the process that a mark names still runs, here. */
export async function isRunning(mark: string): Promise<boolean> {
  const [pid = "", begin] = mark.split("-");
  return /^[0-9]+$/.test(pid) && ((await beginOf(pid)) ?? "gone") === begin;
}

/** Fields 3 and 22 of proc_pid_stat(5): the state, and ticks between boot and the start of the process. */
async function beginOf(pid: string): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // It ended, and only its parent has not asked yet how; in a container nobody may ever ask.
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch (error) {
    // ENOENT: no such process, or no /proc (a Mac); ESRCH: it ended while it was read.
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}
