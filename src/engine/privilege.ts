import type { Command, Host } from "../host/host.ts";

/** How this process may mount and change owners. */
export type Privilege =
  | { readonly kind: "root" }
  /** Without a password. */
  | { readonly kind: "sudo" }
  /** Root of a user namespace, over the ids that /etc/subuid lends to this user. */
  | { readonly kind: "subuid" };

/** What the namespace engine does everything with. */
export type Means = { readonly privilege: Privilege; readonly host: Host };

export type PrivilegeAnswer =
  | { readonly kind: "found"; readonly privilege: Privilege }
  | { readonly kind: "none"; readonly why: string; readonly help: string };

/** What the programs around a box are found by and run with; nothing of the user's environment reaches them. */
export const OUTSIDE = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: "C",
} as const;

/** Tried in this order: root, sudo, subordinate ids. */
export async function findPrivilege(host: Host): Promise<PrivilegeAnswer> {
  if (host.user.uid === 0) return { kind: "found", privilege: { kind: "root" } };
  const sudo = await host.query({ program: "sudo", args: ["-n", "true"], env: OUTSIDE });
  if (sudo.exit.kind === "exited" && sudo.exit.status === 0) {
    return { kind: "found", privilege: { kind: "sudo" } };
  }
  const mapped = await host.query(asRoot({ kind: "subuid" }, ["true"]));
  if (mapped.exit.kind === "exited" && mapped.exit.status === 0) {
    return { kind: "found", privilege: { kind: "subuid" } };
  }
  const said = mapped.stderr.trim().split("\n").at(-1) ?? "";
  return {
    kind: "none",
    why: `not root, no sudo without a password, and no user namespace: ${said || "`unshare` is missing"}`,
    help: "run as root or where `sudo -n true` works; or install `uidmap`, and on Ubuntu run `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`",
  };
}

/** The command as root, by that privilege. */
export function asRoot({ kind }: Privilege, argv: readonly [string, ...string[]]): Command {
  const [program, ...args] = kind === "root" ? argv : ([...prefixes[kind], ...argv] as const);
  return { program, args, env: OUTSIDE };
}

const prefixes = {
  sudo: ["sudo", "-n", "--"],
  // The whole range, so that the accounts of a root file system exist in it.
  subuid: ["unshare", "--user", "--map-root-user", "--map-auto", "--"],
} as const;
