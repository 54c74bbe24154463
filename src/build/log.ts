import { once } from "node:events";
import { finished } from "node:stream/promises";
import { type Host, type HostPath, joinPath } from "../host/host.ts";

const TAIL_BYTES = 16_384;
/** More than is shown: why a command failed often stands before what make has to say of it. */
const TAIL_LINES = 80;
/** A configure script prints word by word: a system call for each would cost more than the words. */
const GATHERED_BYTES = 65_536;
const GATHERED_MS = 500;

/** A build log: whole in its file; only its end is kept in memory. */
export type Log = {
  readonly file: HostPath;
  /** Waits when the disk is slower than the build; the file may be behind by half a second's words. */
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
  let gathered: Uint8Array[] = [];
  let gatheredBytes = 0;
  let flushed = host.now();
  let end: Buffer = Buffer.alloc(0);
  const flush = () => {
    const all = Buffer.concat(gathered);
    gathered = [];
    gatheredBytes = 0;
    flushed = host.now();
    end = Buffer.concat([end, all.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
    return stream.write(all);
  };
  return {
    file,
    write: async (chunk) => {
      refuse();
      gathered.push(chunk);
      gatheredBytes += chunk.length;
      const isDue = gatheredBytes >= GATHERED_BYTES || host.now() - flushed >= GATHERED_MS;
      if (isDue && !flush()) await once(stream, "drain");
    },
    tail: () => {
      flush();
      return lastLines(end.toString("utf8"));
    },
    close: async () => {
      refuse();
      flush();
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
