import { basesOf, lackingPackages } from "../base/base.ts";
import type { Host } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import { type Site, systemRoot } from "./site.ts";

/** What packages need of the system and it has not, as far as its own record tells; nothing of another base's packages. */
export async function lackingSystem(
  packages: readonly Package[],
  site: Site,
  host: Host,
): Promise<readonly Diagnostic[]> {
  const root = systemRoot(site);
  const bases = await basesOf(root, host);
  const needing = packages.filter(
    ({ base, systemPackages }) => bases.includes(base) && systemPackages.length > 0,
  );
  const wanted = [...new Set(needing.flatMap(({ systemPackages }) => systemPackages))].sort();
  const lacking = await lackingPackages(root, wanted, host);
  if (!lacking) return [];
  const users = needing.filter(({ systemPackages }) =>
    systemPackages.some((name) => lacking.names.includes(name)),
  );
  const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
  return [
    {
      severity: "warning",
      code: "install/system-packages",
      blame: "request",
      message: `the system in \`${root}\` has not all that ${quoted(users.map((row) => row.fullpkgname))} ${users.length === 1 ? "needs" : "need"}: ${quoted(lacking.names)}`,
      help: `install it there: \`${lacking.command}\``,
    },
  ];
}
