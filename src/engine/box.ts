import type { Host, Sink } from "../host/host.ts";
import type { BoxExit, Buildbox, BuildboxSpec, Exec, Kept, LastCommand, Root } from "./buildbox.ts";
import { freeName } from "./kept.ts";
import { copyInByTar, copyOutByTar, type Start } from "./tar-copy.ts";

/** What becomes of a box when it is closed. */
export type Fate = { readonly kind: "remove" } | { readonly kind: "keep"; readonly kept: Kept };

/** What differs between engines; the rest of a buildbox stands on it. */
export type Core = {
  readonly kind: Kept["engine"];
  readonly caveats: readonly string[];
  /** Of the build account, as chown(1) takes it. */
  readonly owner: string;
  readonly start: Start;
  readonly attach: (exec: Exec, signal: AbortSignal) => Promise<BoxExit>;
  /** Ends the box. */
  readonly commit: (key: string, signal: AbortSignal) => Promise<Root>;
  /** Called once, also after a commit that failed. */
  readonly end: (fate: Fate) => Promise<void>;
};

export type Circumstances = {
  readonly spec: BuildboxSpec;
  readonly host: Host;
  /** The kept box that this one goes on with. */
  readonly kept?: Kept;
};

export function buildboxOver(core: Core, { spec, host, kept }: Circumstances): Buildbox {
  let name = kept?.name;
  let last: LastCommand | undefined = kept?.last;
  let closing: Promise<void> | undefined;
  const start: Start = (exec, signal) => {
    last = { cwd: exec.cwd, env: exec.env, user: exec.user };
    return core.start(exec, signal);
  };
  const fate = (): Fate =>
    name === undefined
      ? { kind: "remove" }
      : { kind: "keep", kept: { name, engine: core.kind, spec, ...(last ? { last } : {}) } };
  const tools = { start: core.start, owner: core.owner, host };
  return {
    caveats: core.caveats,
    start,
    run: async (exec, onOutput, signal) => await drained(start(exec, signal), onOutput),
    attach: core.attach,
    copyIn: (from, to, owner, signal) => copyInByTar({ from, to, owner }, tools, signal),
    copyOut: (from, to, signal) => copyOutByTar({ from, to }, tools, signal),
    commit: async (key, signal) => {
      const root = await core.commit(key, signal);
      closing = Promise.resolve();
      return root;
    },
    keep: async () => {
      name ??= await freeName(spec.name, host);
      return `tarwright buildbox enter ${name}`;
    },
    [Symbol.asyncDispose]: async () => {
      closing ??= core.end(fate());
      await closing;
    },
  };
}

async function drained(running: ReturnType<Start>, onOutput: Sink): Promise<BoxExit> {
  running.stdin.end();
  running.stdout.on("data", (chunk: Buffer) => onOutput(chunk, "stdout"));
  running.stderr.on("data", (chunk: Buffer) => onOutput(chunk, "stderr"));
  return await running.exit;
}
