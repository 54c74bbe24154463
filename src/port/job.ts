import type { Arch, Base } from "./base.ts";
import type { Port } from "./model.ts";

/** `vendor`: one top folder that may be unpacked anywhere its prefix allows. `programs`: GoboLinux's tree. */
export const LAYOUTS = ["vendor", "programs"] as const;
export type Layout = (typeof LAYOUTS)[number];

export type Limits = {
  readonly timeMs?: number;
  readonly memoryBytes?: number;
  /** How many may run at once. */
  readonly processes?: number;
  /** Of what the build writes. */
  readonly diskBytes?: number;
};

/** `editors.vim-7.4.1467,no_x11@debian-12@x86_64`: matrix key, log group, artifact name; unique in a plan. */
export type JobId = string & { readonly jobId: unique symbol };

/** One port × flavor set × base × arch, all decided: one buildbox, one or more packages. */
export type Job = {
  readonly id: JobId;
  readonly port: Port;
  readonly base: Base;
  readonly arch: Arch;
  readonly layout: Layout;
  /** Where the files will live on the user's machine; compiled in. */
  readonly prefix: string;
};

/** Only `A-Za-z0-9._+,@-` survive, so that an id is safe as a file name, a matrix key and a log line. */
export function jobId({
  port,
  base,
  arch,
  layout,
}: Pick<Job, "port" | "arch" | "layout"> & { readonly base: Pick<Base, "name"> }): JobId {
  const path = port.pkgpath.replaceAll("/", ".");
  const flavors = port.flavors.chosen.map((flavor) => `,${flavor}`).join("");
  const text = `${path}-${port.version}${flavors}${layout === "programs" ? "+programs" : ""}@${base.name}@${arch}`;
  return text.replace(/[^A-Za-z0-9._+,@-]/g, "_") as JobId;
}
