import type { Detected } from "./build-system.ts";
import type { MakefileFacts } from "./makefile-facts.ts";
import type { ProjectFacts } from "./project-facts.ts";

/** All that a new recipe is written of. */
export type RecipeDraft = {
  readonly name: string;
  readonly version: string;
  readonly url: string;
  /** The name under which the archive is kept; mostly the last part of its URL. */
  readonly file: string;
  readonly sizeBytes: number;
  readonly md5: string;
  readonly sha256: string;
  /** The archive's only top folder, or `""`. */
  readonly top: string;
  readonly detected: Detected;
  /** Of a makefile that is no build system's. */
  readonly makefile: MakefileFacts | undefined;
  readonly facts: Omit<ProjectFacts, "needs">;
  /** What bases supply of what it needs, by neutral name and GoboLinux's. */
  readonly needs: readonly { readonly neutral: string; readonly program: string | undefined }[];
  /** Bases that it is meant for. */
  readonly bases: readonly string[];
};

/** Path below the recipe's folder → text. */
export type RecipeFiles = ReadonlyMap<string, string>;
