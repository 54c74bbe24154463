// Opens a buildbox from a root. Alternatives behind one seam: docker and podman through their CLIs, namespaces of
// our own (overlay + unshare, no daemon), and the bare host.

export {
  type BoxExit,
  type Buildbox,
  type BuildboxSpec,
  type Copied,
  ENGINES,
  type Engine,
  type EngineKind,
  type Exec,
  type GuestPath,
  guestPath,
  type ImageAnswer,
  type Kept,
  type Root,
} from "./buildbox.ts";
export { findKept, listKept } from "./kept.ts";

import type { Host } from "../host/host.ts";
import type { Engine } from "./buildbox.ts";
import { containerEngine } from "./container.ts";
import { hostEngine } from "./host-engine.ts";
import { namespaceEngine } from "./namespace.ts";

/** All engines of this machine, usable or not: each one's probe tells. */
export function openEngines(host: Host): readonly Engine[] {
  return [
    containerEngine("docker", host),
    containerEngine("podman", host),
    namespaceEngine(host),
    hostEngine(host),
  ];
}
