// Names of variables in the place of their values, by the rules that OpenBSD's update-plist follows (ReverseSubst.pm).

import { splitWords } from "./scene.ts";
import type { Variable } from "./substitution.ts";

/** They stand in lists only where somebody wrote them: by chance a path holds their value far too often. */
const NEVER_ADDED = splitWords(
  "FULLPKGNAME FULLPKGPATH PKGSTEM MACHINE_ARCH ARCH BASE_PKGPATH LOCALSTATEDIR FLAVORS COMMENT MAINTAINER HOMEPAGE",
);
/** But for OpenBSD's notes for users, which are named after the package. */
const README = /^share\/doc\/pkg-readmes\//;

/** `near`: what stands written for a neighbour, which tells whether a value was left alone on purpose. */
export type Unfilled = { readonly text: string; readonly near: string | undefined };

export function backSubstituted({ text, near }: Unfilled, variables: readonly Variable[]): string {
  const offered = variables.filter(
    ({ name, value }) => value !== "" && !/^LIB.+_VERSION$/.test(name) && !/^@comment\s*$/.test(value),
  );
  const counts = new Map<string, number>();
  for (const { name, value } of offered) {
    if (!NEVER_ADDED.includes(name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  // What came last counts more; a longer value more than a shorter one.
  const inOrder = offered.toReversed().sort((a, b) => b.value.length - a.value.length);
  return inOrder.reduce((done, variable) => {
    const { name, value } = variable;
    const isNamed = near?.includes(`\${${name}}`) ?? false;
    const isSpecial = ["FULLPKGNAME", "PKGSTEM"].includes(name) && README.test(text);
    // Of two with one value nobody knows which is meant.
    const isDoubtful = NEVER_ADDED.includes(name) || (counts.get(value) ?? 0) > 1;
    if (isDoubtful && !isNamed && !isSpecial) return done;
    if (!isNamed && near?.includes(value)) return done;
    return putIn(done, variable);
  }, text);
}

function putIn(text: string, { name, value, at }: Variable): string {
  const reference = `\${${name}}`;
  if (at === "start") return text.startsWith(value) ? reference + text.slice(value.length) : text;
  if (/^[0-9.]+$/.test(value)) return putVersionIn(text, { value, reference });
  return text.split(value).join(reference);
}

/** Never inside of a longer number, nor in a manual's section. */
function putVersionIn(
  text: string,
  { value, reference }: { readonly value: string; readonly reference: string },
): string {
  const section = /(^|\/)man\/.*(\.[^.]+(\.gz|\.Z)?)$/.exec(text)?.[2] ?? "";
  let rest = section === "" ? text : text.slice(0, -section.length);
  let done = "";
  for (let at = rest.indexOf(value); at !== -1; at = rest.indexOf(value)) {
    const [before, after] = [done + rest.slice(0, at), rest.slice(at + value.length)];
    const isDotted = value.includes(".");
    const isInside =
      /[0-9]$/.test(before) ||
      /^[0-9]/.test(after) ||
      (isDotted && (/[0-9]\.$/.test(before) || /^\.[0-9]/.test(after)));
    done = before + (isInside ? value : reference);
    rest = after;
  }
  return done + rest + section;
}
