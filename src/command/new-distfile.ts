// Sources that no recipe tells of yet: fetched from where they are said to be, measured, kept for the build.

import { keepDistfile, reasonOf } from "../build/build.ts";
import { download, type HostPath, joinPath, withScratch } from "../host/host.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import { withoutLogin } from "./recipe-clone.ts";
import { type Context, usage } from "./verb.ts";

/** A source as it came; digests as lower-case hex. */
export type NewDistfile = {
  readonly file: HostPath;
  readonly sizeBytes: number;
  readonly digests: Readonly<Record<DigestName, string>>;
};

const DIGESTS = ["md5", "sha1", "rmd160", "sha256", "sha512"] as const;
export type DigestName = (typeof DIGESTS)[number];

/** Larger ones are no sources, and would fill the disk. */
const MOST_BYTES = 8 * 1024 ** 3;

/** `name` is what the archive is called; it comes to lie in the cache, where a build of its recipe looks first. */
export async function fetchNewDistfile(
  { url, name }: { readonly url: string; readonly name: string },
  { host, report, signal }: Pick<Context, "host" | "report" | "signal">,
): Promise<Result<NewDistfile>> {
  const address = addressOf(url);
  if (!address.ok) return address;
  const cache = joinPath(host.folders.cache, "distfiles");
  await host.makeFolder(cache);
  return await withScratch(cache, host, async (scratch) => {
    const part = joinPath(scratch, "part");
    const digests = DIGESTS.map((algorithm) => ({ algorithm, hex: "" }));
    const wanted = { file: name, mostBytes: MOST_BYTES, digests };
    const answer = await download(address.value, { wanted, part, host, report }, signal);
    if (answer.kind !== "received") return wrong(notFetched(url, reasonOf(answer)));
    const { sizeBytes } = answer.received;
    const hex = (name: DigestName) =>
      answer.received.digests.find(({ algorithm }) => algorithm === name)?.hex ?? "";
    const found = {
      md5: hex("md5"),
      sha1: hex("sha1"),
      rmd160: hex("rmd160"),
      sha256: hex("sha256"),
      sha512: hex("sha512"),
    };
    report({ kind: "progress", what: name, done: sizeBytes, total: sizeBytes, unit: "bytes" });
    const file = await keepDistfile(part, { sha256: found.sha256, cache }, host);
    return ok({ file, sizeBytes, digests: found });
  });
}

/** Written into a recipe as it is, so nothing may be in it that an address has not. */
export function addressOf(url: string): Result<URL> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const help = "write it as a browser shows it: `https://example.org/foo-1.2.tar.gz`";
  if (
    !address ||
    !/^[\x21-\x7e]+$/.test(url) ||
    !/^https?:$/.test(address.protocol) ||
    /["'`\\<>]/.test(url)
  ) {
    const what = `${quoted(withoutLogin(url))} is no address that sources can be fetched from`;
    return wrong(usage("usage/source-address", what, help));
  }
  if (address.username !== "" || address.password !== "") {
    const what = `${quoted(withoutLogin(url))} has a login, which would stand in the recipe for all to read`;
    return wrong(usage("usage/source-address", what, "leave it out: a recipe is for everybody"));
  }
  return ok(address);
}

function notFetched(url: string, why: string): Diagnostic {
  return {
    severity: "error",
    code: "make-recipe/not-fetched",
    blame: "world",
    message: `${quoted(url)} could not be had: ${why}`,
    help: "mend the address, or try again when the network is back",
  };
}
