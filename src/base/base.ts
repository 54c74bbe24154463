// Root file systems: the catalogue of bases, opening one with an engine, and the layers that stand on it.

import type { Engine, EngineKind, Root } from "../engine/engine.ts";
import type { Host } from "../host/host.ts";
import type { LibrarySet } from "../package/package.ts";
import type { Arch, Base, Style, SystemDependency } from "../port/port.ts";
import type { Report, Result } from "../report.ts";

/** What the functions of this module work with. */
export type Workshop = {
  readonly host: Host;
  readonly report: Report;
  readonly engines: readonly Engine[];
};

export type PackageManager = "apt" | "apk" | "dnf";

export type BaseRequest = {
  /** A name of the catalogue, `host`, an OCI reference, or `NAME=REFERENCE`. */
  readonly name: string;
  readonly arch: Arch;
  readonly engine: "auto" | EngineKind;
  /** `made`: a root made here even where the catalogue has an image. */
  readonly source: "auto" | "made";
};

/** An opened base: what the layers of a job stand on. */
export type Ground = {
  readonly base: Base;
  readonly arch: Arch;
  readonly engine: Engine;
  /** Undefined where nothing can be installed. */
  readonly manager: PackageManager | undefined;
  /** The target: nothing but the base. */
  readonly run: Root;
  /** `run` (or the build image) with compiler, make and the tools that unpack. */
  readonly tools: Root;
};

/** Pulls the image or makes the root when it is not there yet; see DESIGN section 6 for what is chosen. */
export function openBase(
  _request: BaseRequest,
  _workshop: Workshop,
  _signal: AbortSignal,
): Promise<Result<Ground>> {
  throw new Error("to come");
}

export type Needs = { readonly system: readonly SystemDependency[]; readonly style: Style };

/** The root of a build: tools, those of the style, and the port's system dependencies. Free when made before. */
export function buildRoot(
  _ground: Ground,
  _needs: Needs,
  _workshop: Workshop,
  _signal: AbortSignal,
): Promise<Result<Root>> {
  throw new Error("to come");
}

/** The root of audit and test: the target, with the run packages of `system` where the base can be added to. */
export function runRoot(
  _ground: Ground,
  _system: readonly SystemDependency[],
  _workshop: Workshop,
  _signal: AbortSignal,
): Promise<Result<Root>> {
  throw new Error("to come");
}

/** The shared libraries of `runRoot`, remembered under its content. */
export function runLibraries(
  _ground: Ground,
  _system: readonly SystemDependency[],
  _workshop: Workshop,
  _signal: AbortSignal,
): Promise<Result<LibrarySet>> {
  throw new Error("to come");
}

/** Names of the base's own packages that must be present to run what depends on `system`; sorted. */
export function runPackages(
  _ground: Ground,
  _system: readonly SystemDependency[],
): Result<readonly string[]> {
  throw new Error("to come");
}

/** The catalogue's names, in its order. */
export function baseNames(): readonly string[] {
  throw new Error("to come");
}
