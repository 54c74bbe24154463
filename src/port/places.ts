/** Where things lie in every buildbox, whatever the machine: recipes whose text is filled in before it runs need to know. */
export const PLACES = {
  /** What lies beside the recipe. */
  port: "/build/port",
  /** Archives are unpacked here; the source folder is one in it, or this one itself. */
  work: "/build/work",
  /** Programs that a dialect counts on, first in the search path. */
  tools: "/build/tools",
  fakeRoot: "/build/fake",
  /** The distfiles, when the recipe's own script extracts them. */
  distfiles: "/build/distfiles",
} as const;
