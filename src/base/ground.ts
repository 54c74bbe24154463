import type { Engine, Root } from "../engine/engine.ts";
import type { Host } from "../host/host.ts";
import type { Arch, Base } from "../port/port.ts";
import type { Report } from "../report.ts";
import type { Catalogue } from "./catalogue.ts";
import type { BaseLock } from "./lock.ts";
import type { Shelf } from "./providers.ts";

/** What the functions of this module work with. */
export type Workshop = {
  readonly host: Host;
  readonly report: Report;
  readonly engines: readonly Engine[];
  readonly catalogue: Catalogue;
  /** What each base must be here. */
  readonly lock: BaseLock;
};

/** An opened base: what the layers of a job stand on. */
export type Ground = {
  readonly base: Base;
  readonly arch: Arch;
  readonly engine: Engine;
  /** The target: nothing but the base. */
  readonly run: Root;
  /** The build image with compilers, make and what unpacks distfiles. */
  readonly tools: Root;
  /** Names the contents of `run` and `tools`: layers on them are found again by it. */
  readonly keys: { readonly run: string; readonly tools: string };
  /** Where packages are looked up; undefined where nothing can be installed. */
  readonly shelf: Shelf | undefined;
  /** Packages that are known to be there, which need no layer. */
  readonly installed: { readonly run: ReadonlySet<string>; readonly tools: ReadonlySet<string> };
  /** Where `arch` is another than that of the machine, on which the tools run. */
  readonly cross?: { readonly machine: Arch };
};
