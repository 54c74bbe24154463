import type { HostPath } from "../host/host.ts";

/** A package that was unpacked on this machine: `folder` holds what belongs at `prefix`. */
export type UnpackedPackage = { readonly folder: HostPath; readonly prefix: string };
