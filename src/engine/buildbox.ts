// The seam: what every engine offers, and what a buildbox is.

import type { Exit, HostPath, Running, Sink } from "../host/host.ts";

/** An absolute path inside a buildbox. */
export type GuestPath = string & { readonly guestPath: unique symbol };

/** Makes the brand; the only place that does. */
export function guestPath(text: string): GuestPath {
  if (!text.startsWith("/")) throw new Error(`not an absolute path: ${text}`);
  return text as GuestPath;
}

export const ENGINES = ["docker", "podman", "namespace", "host"] as const;
export type EngineKind = (typeof ENGINES)[number];

/** The immutable file system under a buildbox. */
export type Root =
  /** Folders, bottom first; `host` is the machine's own `/`. The format of a layer is overlayfs's upper folder. */
  | { readonly kind: "overlay"; readonly bottom: "host" | HostPath; readonly layers: readonly HostPath[] }
  /** An image in the engine's own store. */
  | { readonly kind: "image"; readonly reference: string };

export type BuildboxSpec = {
  readonly root: Root;
  /** Label, for people and for the sweep of what a killed run left. */
  readonly name: string;
  readonly network: "none" | "host";
  /** Folders of this machine that are empty inside, besides those that always are (over the host only). */
  readonly hidden: readonly HostPath[];
  readonly memoryBytes?: number;
  /** How many may run in the box at once. */
  readonly processes?: number;
  /** Of what is written in the box. */
  readonly diskBytes?: number;
  /** Of a box that is entered by hand: how long a command may run. */
  readonly timeMs?: number;
  /** What the box takes itself for; `tarwright` unless said. */
  readonly hostName?: string;
  /** Where the writable layer lies: on disk, or in memory (for making layers fast). */
  readonly upper: "disk" | "memory";
};

export type Exec = {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: GuestPath;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** `build` is an unprivileged account that exists nowhere outside. */
  readonly user: "root" | "build";
};

/** An isolated copy-on-write place. Closing it kills what runs in it and removes what it left, unless kept. */
export type Buildbox = AsyncDisposable & {
  /** What the engine can't promise here, each a sentence: no memory limit, shared network, … */
  readonly caveats: readonly string[];
  /**
   * Standard input is empty. An abort kills all that runs in the box, however it hides; the box stays. 125 to 127 are the engine's or the shell's own, as in docker(1)
   * and sh(1).
   */
  readonly run: (exec: Exec, onOutput: Sink, signal: AbortSignal) => Promise<BoxExit>;
  readonly start: (
    exec: Exec,
    signal: AbortSignal,
  ) => Omit<Running, "exit"> & { readonly exit: Promise<BoxExit> };
  /** On the terminal of this process, for a person. */
  readonly attach: (exec: Exec, signal: AbortSignal) => Promise<BoxExit>;
  /** A file, or the content of a folder; missing folders are made; everything belongs to `owner`. */
  readonly copyIn: (
    from: HostPath,
    to: GuestPath,
    owner: Exec["user"],
    signal: AbortSignal,
  ) => Promise<Copied>;
  /** The content of a folder, with modes, links and times, into a new folder that belongs to this process. */
  readonly copyOut: (from: GuestPath, to: HostPath, signal: AbortSignal) => Promise<Copied>;
  /** Makes the writable layer a lasting one, found again by `Engine.layer`; the box is closed by it. */
  readonly commit: (key: string, signal: AbortSignal) => Promise<Root>;
  /** Leaves the files of the box for a look at them after closing; the command that enters it again. */
  readonly keep: () => Promise<string>;
};

/** As `Exit`, and: the box itself went away under a command (its daemon or its init died). */
export type BoxExit = Exit | { readonly kind: "engine-died"; readonly why: string };

/** Of a copy that failed, `said` is the line in which the copying tool told why; it may have told nothing. */
export type Copied = BoxExit & { readonly said?: string };

export type Probe =
  | { readonly kind: "usable"; readonly version: string }
  /** Lower case, without full stop: `daemon not reachable`. */
  | { readonly kind: "unusable"; readonly why: string; readonly help: string };

export type Opened =
  | { readonly kind: "opened"; readonly buildbox: Buildbox }
  | { readonly kind: "refused"; readonly why: string; readonly help: string };

/** Where the last command of a box ran, and with what: there one wants to look. */
export type LastCommand = Pick<Exec, "cwd" | "env" | "user">;

/** A box that was left for a look inside. */
export type Kept = {
  readonly name: string;
  readonly engine: EngineKind;
  readonly spec: BuildboxSpec;
  readonly last?: LastCommand;
};

/** What became of looking for an image, or pulling it. */
export type ImageAnswer =
  /** `digest` is the manifest's where the registry told one, else the image's own: `sha256:` and 64 hex digits. */
  | { readonly kind: "present"; readonly root: Root; readonly digest: string }
  /** The registry has no such image, or shows it to nobody who is not logged in. */
  | { readonly kind: "unknown"; readonly why: string }
  | { readonly kind: "unreachable"; readonly why: string }
  /** This engine keeps no images. */
  | { readonly kind: "no-images" };

/** `below`: a root that the files are laid over, where the engine's roots are folders. */
export type Import = { readonly key: string; readonly below?: Root };

export type Engine = {
  readonly kind: EngineKind;
  /** Tries, rather than looks; remembered for the life of the process. */
  readonly probe: (signal: AbortSignal) => Promise<Probe>;
  readonly open: (spec: BuildboxSpec, signal: AbortSignal) => Promise<Opened>;
  /** Goes on with a box that was kept, and keeps it again when it is closed. */
  readonly reopen: (kept: Kept, signal: AbortSignal) => Promise<Opened>;
  /** Removes a box that was kept. */
  readonly forget: (kept: Kept) => Promise<void>;
  /** A root that `commit` or `importTar` made, if it is still there. */
  readonly layer: (key: string) => Promise<Root | undefined>;
  /** An image by its reference, for this machine's architecture; pulled when the engine's store lacks it. */
  readonly image: (reference: string, signal: AbortSignal) => Promise<ImageAnswer>;
  /** Writes an image into a new file, as `docker save` does; pulled when the engine's store lacks it. */
  readonly saveImage: (reference: string, file: HostPath, signal: AbortSignal) => Promise<ImageAnswer>;
  /** Takes a root file system into the engine's store under `key`, from a tar file. */
  readonly importTar: (tar: HostPath, place: Import, signal: AbortSignal) => Promise<Root>;
};
