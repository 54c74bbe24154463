import { type Host, hostPath, joinPath } from "../host/host.ts";
import { appSite, parseWish, rootSite, type Site, type Wish } from "../install/install.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { type Arguments, usage, type Verb } from "./verb.ts";

export const SITE_OPTIONS = {
  root: { type: "string", help: "the folder that is `/` where the packages run; default: /" },
  app: { type: "string", help: "the folder that will be `/app` where they run: a dyno's build folder" },
} as const satisfies Verb["options"];

/** Which site is meant, as it was written. */
export type SiteWords =
  | { readonly kind: "machine" }
  | { readonly kind: "root" | "app"; readonly folder: string };

export function siteWords(args: Pick<Arguments, "text">): Result<SiteWords> {
  const [root, app] = [args.text("root"), args.text("app")];
  if (root !== undefined && app !== undefined) {
    const help = "name the one that fits: `--app` for a dyno, `--root` for everything else";
    return wrong(usage("usage/option", "`--root` and `--app` name the same thing in two ways", help));
  }
  if (app !== undefined) return ok({ kind: "app", folder: app });
  return ok(root === undefined ? { kind: "machine" } : { kind: "root", folder: root });
}

export function siteOf(words: SiteWords, host: Host): Site {
  if (words.kind === "machine") return rootSite(hostPath("/"));
  const folder = joinPath(host.folders.working, words.folder);
  return words.kind === "app" ? appSite(folder) : rootSite(folder);
}

/** What the verbs about installed packages have in common: where, and which. */
export function siteAndWishes(
  args: Arguments,
  host: Host,
): Result<{ readonly site: Site; readonly wishes: readonly Wish[] }> {
  const words = siteWords(args);
  const wishes = wishesOf(args.positionals);
  if (words.ok && wishes.ok) return ok({ site: siteOf(words.value, host), wishes: wishes.value });
  return { ok: false, error: [words, wishes].flatMap((one) => (one.ok ? [] : one.error)) };
}

export function wishesOf(texts: readonly string[]): Result<readonly Wish[]> {
  const wishes: Wish[] = [];
  const troubles: Diagnostic[] = [];
  for (const text of texts) {
    const wish = parseWish(text);
    if (wish.ok) wishes.push(wish.value);
    else troubles.push(...wish.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(wishes);
}
