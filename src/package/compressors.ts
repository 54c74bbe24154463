import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Host } from "../host/host.ts";
import type { Compression } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";

type Tool = {
  readonly program: string;
  /** Flags under which the output doesn't depend on the number of processors. */
  readonly compress: readonly string[];
  readonly expand: readonly string[];
  /** The Debian package that has it. */
  readonly package: string;
};

const TOOLS: Readonly<Record<Exclude<Compression, "gz">, Tool>> = {
  // zstd and xz: with any number of threads the same bytes, but others than without threads. So -T0 must be said.
  zst: { program: "zstd", compress: ["-10", "-T0", "-q", "-c"], expand: ["-dcq"], package: "zstd" },
  xz: { program: "xz", compress: ["-6", "-T0", "-q", "-c"], expand: ["-dcq"], package: "xz-utils" },
  bz2: { program: "bzip2", compress: ["-9", "-q", "-c"], expand: ["-dcq"], package: "bzip2" },
};

export type ToolRun = {
  readonly compression: Exclude<Compression, "gz">;
  readonly way: "compress" | "expand";
  readonly from: AsyncIterable<Uint8Array>;
  /** Reads what comes out; when it throws, the tool is ended. */
  readonly into: (output: AsyncIterable<Uint8Array>) => Promise<void>;
};

/** Streams through a compressor; the answer is what the tool had to complain of. */
export async function runTool(
  { compression, way, from, into }: ToolRun,
  host: Host,
  signal: AbortSignal,
): Promise<Diagnostic | undefined> {
  const tool = TOOLS[compression];
  const stop = new AbortController();
  const command = {
    program: tool.program,
    args: tool[way],
    env: { PATH: host.environment("PATH") ?? "/usr/bin:/bin", LC_ALL: "C" },
  };
  const running = host.start(command, AbortSignal.any([signal, stop.signal]));
  const [fed, read, said, exit] = await Promise.allSettled([
    pipeline(Readable.from(from), running.stdin),
    drained(running.stdout, into, stop),
    textOf(running.stderr),
    running.exit,
  ]);
  signal.throwIfAborted();
  if (read.status === "rejected") throw read.reason;
  if (exit.status === "rejected") throw exit.reason;
  if (exit.value.kind === "not-found") return toolMissing(tool, compression);
  if (exit.value.kind !== "exited" || exit.value.status !== 0) {
    return toolFailed(tool, said.status === "fulfilled" ? said.value : "");
  }
  // The tool ended well, so it has read all it wanted: only our own side can have failed.
  if (fed.status === "rejected") throw fed.reason;
  return undefined;
}

async function drained(
  output: AsyncIterable<Uint8Array>,
  into: ToolRun["into"],
  stop: AbortController,
): Promise<void> {
  try {
    await into(output);
  } catch (error) {
    stop.abort();
    throw error;
  }
}

async function textOf(output: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of output) text = `${text}${Buffer.from(chunk).toString()}`.slice(-1000);
  return text.trim();
}

function toolMissing({ program, package: name }: Tool, compression: Compression): Diagnostic {
  return {
    severity: "error",
    code: "package/no-compressor",
    blame: "world",
    message: `\`${program}\`, which \`.tar.${compression}\` needs, is not on the PATH`,
    help: `install it (\`apt-get install ${name}\`), or choose \`gz\`, which needs nothing`,
  };
}

function toolFailed({ program }: Tool, said: string): Diagnostic {
  return {
    severity: "error",
    code: "package/compressor-failed",
    blame: "world",
    message: `\`${program}\` failed: ${said === "" ? "it gave no reason" : said}`,
  };
}
