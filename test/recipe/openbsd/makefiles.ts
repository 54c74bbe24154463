import { evaluateMakefile } from "../../../src/recipe/openbsd/evaluate.ts";
import type { Evaluation, MakeRequest, Wanted } from "../../../src/recipe/openbsd/evaluation.ts";

export type Makefile = {
  readonly makefile: string;
  /** By absolute path; `/usr/share/mk/` is the system's folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, string>>;
};

/** A Makefile alone, at /p/Makefile. */
export function readMakefile(
  { makefile, files = {}, environment = {}, answers = {} }: Makefile,
  wanted: Wanted = "everything",
): Evaluation {
  const sources = new Map(
    Object.entries({ "/p/Makefile": makefile, ...files }).map(([path, text]) => [
      path,
      { name: path.slice(1), text },
    ]),
  );
  const request: MakeRequest = {
    files: {
      read: (path) => sources.get(path),
      exists: (path) => sources.has(path),
      system: (name) => (sources.has(`/usr/share/mk/${name}`) ? `/usr/share/mk/${name}` : undefined),
    },
    makefile: "/p/Makefile",
    environment,
    variables: { ".CURDIR": "/p" },
    answer: (command) => answers[command],
  };
  return evaluateMakefile(request, wanted);
}
