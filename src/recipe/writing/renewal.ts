/** What upstream serves, as it was measured; digests as lower-case hex. */
export type Measured = {
  readonly file: string;
  readonly sizeBytes: number;
  readonly md5: string;
  readonly sha1: string;
  readonly rmd160: string;
  readonly sha256: string;
  readonly sha512: string;
};

export type Renewing = {
  readonly from: string;
  readonly to: string;
  /** In place of the first source's. */
  readonly url: string | undefined;
};

/** Path below the port's folder → text. */
export type TextFiles = ReadonlyMap<string, string>;

/** A recipe of the next version, whose sources are still to be measured. */
export type Renewal = {
  /** Those that changed, without the sums of the old sources. */
  readonly files: TextFiles;
  /** Recipes among them that name sources; `arch` is the one that theirs are read for. */
  readonly sources: readonly { readonly path: string; readonly arch?: string }[];
  /** With the sums of the new ones, for each of these recipes in the order in which it names them. */
  readonly sealed: (measured: ReadonlyMap<string, readonly Measured[]>) => TextFiles;
  /** What a person should look at. */
  readonly notes: readonly string[];
};
