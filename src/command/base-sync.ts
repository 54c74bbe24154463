import type { Target } from "../base/base.ts";
import { type Host, joinPath } from "../host/host.ts";
import { ok, type Result, wrong } from "../report.ts";
import { type Arguments, usage } from "./verb.ts";

/** What the root shall hold; `own`: what `tarwright.yml` says. */
export function readTargetArguments(args: Arguments, { folders }: Host): Result<Target | "own"> {
  const [file, reference, root] = ["packages", "from-image", "from-root"].map((option) => args.text(option));
  const versions = args.has("exact") ? "exact" : "any";
  const targets: Target[] = [
    ...(file === undefined ? [] : [{ kind: "file", file: joinPath(folders.working, file) } as const]),
    ...(reference === undefined ? [] : [{ kind: "image", reference, versions } as const]),
    ...(root === undefined
      ? []
      : [{ kind: "root", folder: joinPath(folders.working, root), versions } as const]),
  ];
  const [target, other] = targets;
  if (other) {
    const message = "the packages are given twice";
    return wrong(usage("usage/option", message, "leave one of `--packages`, `--from-image`, `--from-root`"));
  }
  return ok(target ?? "own");
}
