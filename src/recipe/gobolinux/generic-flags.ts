// Flags that stand for one of several: `ssl` is whatever of its members a Recipe can do, the first one first.

import type { Located } from "../../report.ts";
import type { DependencyLine } from "./dependencies.ts";
import { flavorOf } from "./release.ts";

/** Those of GoboLinux that a Recipe declares (`[*ssl]`). */
const MEMBERS: Readonly<Record<string, readonly string[]>> = { ssl: ["openssl", "gnutls", "nss"] };

type Exclusion = { readonly flavor: string; readonly excluded: Located<string> };

/** `[*ssl]`: of the members that the Recipe knows, no two together. */
export function exclusionsIn(
  lines: readonly DependencyLine[],
  available: readonly string[],
): readonly Exclusion[] {
  return lines.flatMap(({ flags, span }) =>
    flags
      .filter((flag) => flag.trim().startsWith("*"))
      .flatMap((flag) => {
        const members = membersOf(flavorOf(flag), available);
        return members.flatMap((flavor, at) =>
          members.slice(at + 1).map((value): Exclusion => ({ flavor, excluded: { value, span } })),
        );
      }),
  );
}

/** A flag that stands for others brings the first that the Recipe knows, unless one of them was chosen. */
export function withMembers(chosen: readonly string[], available: readonly string[]): readonly string[] {
  return chosen.flatMap((flavor) => {
    const members = membersOf(flavor, available);
    const [first] = members;
    return first === undefined || members.some((one) => chosen.includes(one)) ? [flavor] : [flavor, first];
  });
}

function membersOf(flavor: string, available: readonly string[]): readonly string[] {
  const members = Object.hasOwn(MEMBERS, flavor) ? (MEMBERS[flavor] ?? []) : [];
  return members.filter((one) => available.includes(one));
}
