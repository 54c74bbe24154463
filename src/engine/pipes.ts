import { type Command, type Host, type HostPath, joinPath, type Running } from "../host/host.ts";
import { OUTSIDE } from "./privilege.ts";

export type Pipes = NonNullable<Command["pipes"]>;

/** More commands than that don't run side by side in one box; what comes on top does with sockets. */
const PAIRS = 4;

/** Named pipes for the output of the commands of a box. */
export async function makePipes(folder: HostPath, host: Host): Promise<void> {
  const names = pairsOf(folder).flatMap(({ stdout, stderr }) => [stdout, stderr]);
  // For all, since an account of the box opens them by the names that /proc has for them.
  await host.query({ program: "mkfifo", args: ["-m", "666", ...names], env: OUTSIDE });
}

/** As `host.start`, with a pair of those that `makePipes` made, which is the command's as long as it runs. */
export function startWithPipes(
  folder: HostPath,
  host: Host,
): (command: (pipes: Pipes | undefined) => Command, signal: AbortSignal) => Running {
  const free = [...pairsOf(folder)];
  return (command, signal) => {
    const pipes = free.pop();
    if (!pipes) return host.start(command(pipes), signal);
    const running = host.start({ ...command(pipes), pipes }, signal);
    return { ...running, exit: running.exit.finally(() => void free.push(pipes)) };
  };
}

function pairsOf(folder: HostPath): readonly Pipes[] {
  return Array.from({ length: PAIRS }, (_, index) => ({
    stdout: joinPath(folder, `pipe-${index}.out`),
    stderr: joinPath(folder, `pipe-${index}.err`),
  }));
}
