import { type Host, joinPath } from "../host/host.ts";
import type { Used } from "./environment.ts";
import { locate, type Site } from "./site.ts";

/** What a package has to say to whoever installs it: how to set it up, what else it wants. */
export type Message = { readonly fullpkgname: string; readonly text: string };

/** Of each that has one, from its own `Description`, where it stands last. */
export async function messagesOf(
  used: readonly Used[],
  { site, host }: { readonly site: Site; readonly host: Host },
): Promise<readonly Message[]> {
  const messages: Message[] = [];
  for (const { package: row, prefix, entries } of used) {
    const path = entries.find((one) => /^Resources\/([^/]+\/)?Description$/.test(one.path))?.path;
    const place = await locate(site, prefix, host);
    if (path === undefined || !place.ok) continue;
    const description = (await host.readText(joinPath(place.value, path))) ?? "";
    const [, text = ""] = /^\[Message\] ([\s\S]*)/m.exec(description) ?? [];
    if (text.trim() !== "") messages.push({ fullpkgname: row.fullpkgname, text: plain(text.trim()) });
  }
  return messages;
}

/** It goes to a terminal, where control characters are orders. */
function plain(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "");
}
