import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { ok, type Result, wrong } from "../report.ts";
import { trouble } from "./trouble.ts";

/**
 * Where packages come from. `name` is as it was written, a folder's absolute: it serves another day too. It is shown and
 * recorded, so a name and password that the address has are not in it.
 */
export type Place =
  | { readonly kind: "folder"; readonly name: string; readonly folder: HostPath }
  | { readonly kind: "web"; readonly name: string; readonly base: URL }
  | {
      readonly kind: "repository";
      readonly name: string;
      readonly owner: string;
      readonly repository: string;
      /** Undefined: the newest release that has what is wanted. */
      readonly tag: string | undefined;
    };

/** GitHub's own names for owners and repositories; a tag is what git-check-ref-format(1) lets it be. */
const REPOSITORY = /^([A-Za-z0-9](?:[A-Za-z0-9-]*))\/([A-Za-z0-9._-]+)(?:@([^\s~^:?*[\\\p{Cc}]+))?$/u;

/** A folder, the address of a release's files, or `OWNER/REPO[@TAG]`. A folder that is there is meant as one. */
export async function readPlace(text: string, host: Host): Promise<Result<Place>> {
  if (/^https?:\/\//i.test(text)) return webPlace(text);
  const folder = joinPath(host.folders.working, text);
  const status = text === "" ? undefined : await host.status((await host.realPath(folder)) ?? folder);
  if (status?.kind === "folder") return ok({ kind: "folder", name: folder, folder });
  const [, owner = "", repository = "", tag] = REPOSITORY.exec(text) ?? [];
  if (owner !== "" && repository !== "." && repository !== "..") {
    return ok({ kind: "repository", name: text, owner, repository, tag });
  }
  const help =
    "name a folder with packages, the `https://` address of a release's files, or `OWNER/REPO@TAG`";
  const what = `\`${withoutLogin(text)}\` is no place that packages come from`;
  return wrong(trouble("install/no-such-place", what, help));
}

function webPlace(text: string): Result<Place> {
  if (!URL.canParse(text)) {
    const help = "write it as a browser shows it: `https://example.org/packages/`";
    return wrong(trouble("install/no-such-place", `\`${withoutLogin(text)}\` is no address`, help));
  }
  const base = new URL(text);
  const name = base.username || base.password ? withoutLogin(base.href) : text;
  // Without the slash the last part would be replaced by a file's name.
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  if (base.protocol === "http:" && !LOOPBACK.includes(base.hostname)) {
    const what = `\`${name}\` is not safe on its way: whoever stands between could hand out an older release, with its old signature`;
    return wrong(trouble("install/plain-http", what, "use `https://`; `http://` is for this machine itself"));
  }
  return ok({ kind: "web", name, base });
}

/** Of what may not even be an address: all between its `//` and the last `@` of that part. */
function withoutLogin(text: string): string {
  return text.replace(/(\/\/)[^/]*@/, "$1");
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
