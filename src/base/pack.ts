import { createHash } from "node:crypto";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Buildbox, guestPath } from "../engine/engine.ts";
import type { Host, HostPath } from "../host/host.ts";
import { ok, type Result } from "../report.ts";
import { rootEnvironment, SOURCE_DATE_EPOCH } from "./box.ts";

/** GNU's, as every root of Debian's kind has it, and every one with tools. */
export const OWN_TAR = ["tar"] as const;

export type Packing = {
  readonly file: HostPath;
  /** The command that is GNU's tar in the box. */
  readonly by: readonly [string, ...string[]];
  /** `gzip`: at the fastest level, for what goes once over a network. */
  readonly form: "tar" | "gzip";
  /** `long-past`: none is later than SOURCE_DATE_EPOCH, so that the day it was made on can't be seen. */
  readonly times: "long-past" | "kept";
  /** Besides the mounts that every box has of its own: patterns of tar's, as `./build`. */
  readonly without: readonly string[];
  readonly host: Host;
};

/**
 * Writes all files of a box as a new tar file, sorted. Gives its SHA-256, or the last line of what the packing tool said.
 */
export async function packBox(
  box: Buildbox,
  { file, by, form, times, without, host }: Packing,
  signal: AbortSignal,
): Promise<Result<string, string>> {
  const whole = ["--one-file-system", "--numeric-owner", "--xattrs", "--sort=name"];
  const clamp = times === "kept" ? [] : [`--mtime=@${SOURCE_DATE_EPOCH}`, "--clamp-mtime"];
  // Else the headers of extended attributes have the number of tar's process in their names.
  const headers = ["--format=posix", "--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime"];
  const left = ["./proc", "./sys", "./dev", ...without].map((name) => `--exclude=${name}`);
  const argv = [...by, "-c", ...whole, ...clamp, ...headers, ...left, "-f", "-", "-C", "/", "."] as const;
  const packer = box.start({ argv, cwd: guestPath("/"), env: rootEnvironment(host), user: "root" }, signal);
  packer.stdin.end();
  const said = lastOf(packer.stderr);
  const hash = createHash("sha256");
  const watch = new PassThrough();
  watch.on("data", (chunk: Buffer) => hash.update(chunk));
  const zip = form === "gzip" ? createGzip({ level: 1 }) : new PassThrough();
  await pipeline(packer.stdout, zip, watch, host.writeStream(file, "new"), { signal });
  const exit = await packer.exit;
  signal.throwIfAborted();
  if (exit.kind !== "exited" || exit.status !== 0) return { ok: false, error: said() };
  return ok(hash.digest("hex"));
}

function lastOf(stream: Readable): () => string {
  let text = "";
  stream.on("data", (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-1024);
  });
  return () => text.trim().split("\n").at(-1) ?? "";
}
