// The container of a job: a root of this machine's making in place of an image. What a step changes in it is there for the
// next one; the job's own folders lie in it under the names that they have outside.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
// @ts-expect-error: plain JavaScript, shared with scripts/test-needs.mjs
import { node24 } from "../../scripts/node24.mjs";
import type { Root } from "../../src/engine/engine.ts";

export type Container = {
  /** Words before a command, which run it inside as root. */
  readonly inside: readonly string[];
  /** What was changed in it lies here. */
  readonly changes: string;
};

/** `place` is an empty folder for it; `shared` are the folders of this machine that a job sees. */
export function openContainer(root: Root, place: string, shared: readonly string[]): Container {
  if (root.kind !== "overlay" || root.bottom === "host") throw new Error("no root of folders");
  for (const name of ["changes", "work", "root"]) mkdirSync(join(place, name), { recursive: true });
  const below = [...root.layers].reverse().concat(root.bottom).join(":");
  const folders = [...shared, dirname(node24()), "/proc", "/dev"];
  return {
    inside: ["unshare", "--mount", "bash", "-ec", ENTER, "bash", below, place, ...folders, "--"],
    changes: join(place, "changes"),
  };
}

/** By bash: dash would drop variables such as `INPUT_PUBLIC-KEY`. */
const ENTER = `
below=$1 place=$2
shift 2
mount -t overlay overlay -o "lowerdir=$below,upperdir=$place/changes,workdir=$place/work" "$place/root"
while [ "$1" != -- ]; do
  mkdir -p "$place/root$1"
  mount --rbind "$1" "$place/root$1"
  shift
done
shift
exec unshare --root="$place/root" --wd="$PWD" "$@"
`;
