// Whether what recipes name can be fetched: each address asked once, a few at a time, and nothing downloaded.

import type { Distfile } from "../port/port.ts";
import { type Diagnostic, quoted } from "../report.ts";
import { withoutLogin } from "./recipe-clone.ts";
import type { Context } from "./verb.ts";

/** More would make servers unhappy. */
const PARALLEL = 4;

type Reached =
  | { readonly kind: "there"; readonly sizeBytes: number | undefined }
  | { readonly kind: "lost"; readonly why: string };

export async function checkOnline(
  distfiles: readonly Distfile[],
  { host, report, signal }: Context,
): Promise<readonly Diagnostic[]> {
  const addresses = [...new Set(distfiles.flatMap(webAddresses))];
  const found = new Map<string, Reached>();
  const queue = addresses.entries();
  const worker = async () => {
    for (const [done, address] of queue) {
      report({ kind: "progress", what: "asking", done, total: addresses.length, unit: "files" });
      found.set(address, await ask(address, { host, signal }));
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return distfiles.flatMap((distfile) => troublesOf(distfile, found));
}

/** `ftp:` is not spoken here. */
function webAddresses({ urls }: Distfile): readonly string[] {
  return urls.flatMap((one) =>
    one.kind === "web" && URL.canParse(one.url) && /^https?:/.test(one.url) ? [one.url] : [],
  );
}

/** Servers that know no HEAD are asked for the first byte. */
async function ask(address: string, { host, signal }: Pick<Context, "host" | "signal">): Promise<Reached> {
  const url = new URL(address);
  const head = await host.head(url, {}, signal);
  if (head.kind === "answered") head.body.destroy();
  const isRefused = head.kind === "answered" && [400, 403, 405, 501].includes(head.status);
  const answer = isRefused ? await host.get(url, { range: "bytes=0-0" }, signal) : head;
  if (answer.kind === "unreachable") return { kind: "lost", why: answer.why };
  answer.body.destroy();
  const { status, headers } = answer;
  if (status !== 200 && status !== 206) return { kind: "lost", why: `status ${status}` };
  const length =
    status === 206
      ? /\/([0-9]+)$/.exec(headers.get("content-range") ?? "")?.[1]
      : headers.get("content-length");
  return { kind: "there", sizeBytes: length === undefined ? undefined : Number(length) };
}

function troublesOf(distfile: Distfile, found: ReadonlyMap<string, Reached>): readonly Diagnostic[] {
  const { file, span, sizeBytes, urls } = distfile;
  const asked = webAddresses(distfile).map((address) => ({ address, reached: found.get(address) }));
  const lost = asked.flatMap(({ address, reached }) =>
    reached?.kind === "lost" ? [`${quoted(withoutLogin(address))}: ${reached.why}`] : [],
  );
  const isNowhere = lost.length > 0 && lost.length === asked.length && urls.length === asked.length;
  const others = asked.flatMap(({ address, reached }) =>
    reached?.kind === "there" && sizeBytes !== undefined && (reached.sizeBytes ?? sizeBytes) !== sizeBytes
      ? [`${quoted(withoutLogin(address))}: ${reached.sizeBytes}`]
      : [],
  );
  return [
    ...(lost.length === 0
      ? []
      : [
          {
            severity: isNowhere ? "error" : "warning",
            code: "check/lost-source",
            blame: "recipe",
            message: `${quoted(file)} is ${isNowhere ? "at none of its places" : "not at all of its places"}:\n  ${lost.join("\n  ")}`,
            span,
            help: isNowhere
              ? "find out where it has gone, and name that place"
              : "replace these places, or remove them",
          } as const,
        ]),
    ...(others.length === 0
      ? []
      : [
          {
            severity: "warning",
            code: "check/other-size",
            blame: "recipe",
            message: `${quoted(file)} has ${sizeBytes} bytes, and servers tell of another size:\n  ${others.join("\n  ")}`,
            span,
            help: "look what is there now: another file, or a page that says sorry",
          } as const,
        ]),
  ];
}
