import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { trouble } from "./trouble.ts";

/** Where packages are installed: how the paths that they know lie on this machine. */
export type Site = {
  /** `root`: everything as seen from `folder` as `/`. `app`: `folder` will be `/app` where it runs (a dyno). */
  readonly kind: "root" | "app";
  readonly folder: HostPath;
  /** The database, and what else is remembered. */
  readonly state: HostPath;
};

export function rootSite(folder: HostPath): Site {
  return { kind: "root", folder, state: joinPath(folder, "var/lib/tarwright") };
}

export function appSite(folder: HostPath): Site {
  return { kind: "app", folder, state: joinPath(folder, ".tarwright") };
}

/** The system that packages run on: a dyno's is that of this machine. */
export function systemRoot(site: Site): HostPath {
  return site.kind === "root" ? site.folder : hostPath("/");
}

const APP = "/app";

/** Where a path of a package lies on this machine. Refused: what no site like this has, and what a link leads out of it. */
export async function locate(site: Site, path: string, host: Host): Promise<Result<HostPath>> {
  if (site.kind === "app" && !path.startsWith(`${APP}/`)) return wrong(notInApp(path));
  const below = site.kind === "app" ? path.slice(APP.length) : path;
  const place = joinPath(site.folder, `.${below}`);
  const root = (await host.realPath(site.folder)) ?? site.folder;
  for (let above = place; above !== site.folder && above !== "/"; above = joinPath(above, "..")) {
    const real = await host.realPath(above);
    if (real === undefined && (await host.status(above)) === undefined) continue;
    if (real === undefined || !(real === root || real.startsWith(root === "/" ? "/" : `${root}/`))) {
      return wrong(leadsOut(path, above, site));
    }
    break;
  }
  return ok(place);
}

/** The script that a shell sources; and, for what lives below `/app`, where a dyno's shell looks by itself. */
export function profilePlaces(site: Site): { readonly own: HostPath; readonly dyno: HostPath } {
  const app = site.kind === "app" ? site.folder : joinPath(site.folder, `.${APP}`);
  return {
    own: joinPath(site.state, "profile.sh"),
    dyno: joinPath(app, ".profile.d/tarwright.sh"),
  };
}

export function isInApp(prefix: string): boolean {
  return prefix.startsWith(`${APP}/`);
}

function notInApp(path: string): Diagnostic {
  return trouble(
    "install/not-in-app",
    `\`${path}\` does not lie below \`${APP}\`, which is all that a dyno has`,
    `build it for a prefix below \`${APP}\`; the default one is`,
  );
}

function leadsOut(path: string, link: HostPath, site: Site): Diagnostic {
  return trouble(
    "install/link-in-root",
    `\`${path}\` can't be installed: \`${link}\` is a link that leads out of \`${site.folder}\`, or nowhere`,
    "make it a folder, or a relative link within the root",
  );
}
