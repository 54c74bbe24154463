import type { Engine, Root } from "../engine/engine.ts";
import type { Host, HostPath } from "../host/host.ts";
import type { Job } from "../port/port.ts";
import type { Report } from "../report.ts";
import type { FetchedDistfile } from "./distfiles.ts";
import type { UnpackedPackage } from "./environment.ts";
import type { JobOutcome } from "./outcome.ts";

export type JobSetting = {
  readonly engine: Engine;
  /** With the tools and everything the port declares. */
  readonly root: Root;
  readonly distfiles: readonly FetchedDistfile[];
  readonly portFolder: HostPath;
  /** Of other ports; they are laid at their prefixes before the first phase. */
  readonly dependencies: readonly UnpackedPackage[];
  /** The user's, after those of the recipe. */
  readonly configureOptions: readonly string[];
  /** Upstream's own test suite. */
  readonly check: "run" | "skip";
  /** What becomes of the buildbox when a phase fails. */
  readonly onFailure: "remove" | "keep";
  /** Folders of this machine that the build must not see (over the host). */
  readonly hidden: readonly HostPath[];
  /** How many commands make and its kin run at once. */
  readonly parallel: number;
  readonly logFile: HostPath;
  /** Where the fake root goes; made by this, must not be there yet. */
  readonly fakeRoot: HostPath;
  readonly host: Host;
  readonly report: Report;
};

/** The phases extract to fake, in a fresh buildbox. */
export async function runJob(_job: Job, _setting: JobSetting, _signal: AbortSignal): Promise<JobOutcome> {
  throw new Error("to come");
}
