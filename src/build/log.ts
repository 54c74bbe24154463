import { once } from "node:events";
import { finished } from "node:stream/promises";
import { type Host, type HostPath, joinPath } from "../host/host.ts";

const TAIL_BYTES = 16_384;
const TAIL_LINES = 20;

/** A build log: whole in its file; only its end is kept in memory. */
export type Log = {
  readonly file: HostPath;
  /** Waits when the disk is slower than the build. */
  readonly write: (chunk: Uint8Array) => Promise<void>;
  /** The last lines, as text that a terminal may be given. */
  readonly tail: () => string;
  /** Waits until all is written. */
  readonly close: () => Promise<void>;
};

export async function openLog(file: HostPath, host: Host): Promise<Log> {
  await host.makeFolder(joinPath(file, ".."));
  const stream = host.writeStream(file, "new");
  const failures: Error[] = [];
  stream.on("error", (error) => void failures.push(error));
  const refuse = () => {
    for (const failure of failures) throw failure;
  };
  let end: Buffer = Buffer.alloc(0);
  return {
    file,
    write: async (chunk) => {
      refuse();
      end = Buffer.concat([end, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
      if (!stream.write(chunk)) await once(stream, "drain");
    },
    tail: () => lastLines(end.toString("utf8")),
    close: async () => {
      refuse();
      stream.end();
      await finished(stream);
    },
  };
}

/** Without colours and other control sequences; of a line that was written over (`\r`) what was seen last. */
function lastLines(text: string): string {
  const plain = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/\u001b(\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(\u0007|\u001b\\)|.)/g, "")
    .replace(/\r+\n/g, "\n")
    .replace(/[^\n]*\r/g, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
  return plain.trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
}
