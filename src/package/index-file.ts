import type { Host, HostPath } from "../host/host.ts";
import type { PackageIndex } from "../port/port.ts";
import type { Result } from "../report.ts";

/** A folder's `index.json`; undefined when it has none, diagnostics when it is not one of ours. */
export async function readIndex(_folder: HostPath, _host: Host): Promise<Result<PackageIndex | undefined>> {
  throw new Error("to come");
}
