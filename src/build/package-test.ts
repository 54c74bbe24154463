import type { Engine, Root } from "../engine/engine.ts";
import type { Exit, Host, HostPath } from "../host/host.ts";
import type { Job, Script } from "../port/port.ts";
import type { Diagnostic, Report } from "../report.ts";
import type { UnpackedPackage } from "./environment.ts";

export type TestSetting = {
  readonly engine: Engine;
  /** The run root: what the user's machine has, and no compiler. */
  readonly root: Root;
  readonly script: Script;
  /** The packages under test and those they depend on. */
  readonly packages: readonly UnpackedPackage[];
  readonly hidden: readonly HostPath[];
  readonly logFile: HostPath;
  readonly host: Host;
  readonly report: Report;
};

export type TestOutcome =
  | { readonly kind: "passed" }
  | {
      readonly kind: "failed";
      readonly script: Script;
      readonly exit: Exit;
      readonly log: HostPath;
      readonly tail: string;
    }
  | { readonly kind: "timed-out"; readonly script: Script; readonly limitMs: number; readonly log: HostPath }
  | { readonly kind: "engine-refused"; readonly why: string; readonly help: string }
  | { readonly kind: "engine-died"; readonly why: string }
  | { readonly kind: "aborted" };

/** The test phase: the recipe's script in a fresh buildbox of the run root, without network, as the build user. */
export async function testPackage(
  _job: Job,
  _setting: TestSetting,
  _signal: AbortSignal,
): Promise<TestOutcome> {
  throw new Error("to come");
}

/** The facts in prose; empty for `passed` and `aborted`. */
export function explainTest(_outcome: TestOutcome): readonly Diagnostic[] {
  throw new Error("to come");
}
