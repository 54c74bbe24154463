// Which files of the fake root belong to which subpackage.

import type { ScannedEntry } from "../host/host.ts";
import { isLiteral, matchesGlob, type PackingRule, type Port, type Subpackage } from "../port/port.ts";
import type { Diagnostic, Result } from "../report.ts";
import { ok } from "../report.ts";
import { type Assigned, assignListed } from "./listed-files.ts";
import { nameList, shownName } from "./shown.ts";

type Claim = { readonly owner: Subpackage; readonly rule: PackingRule };

/**
 * One list per package of `port`, in its order. A rule that names a folder takes what is below it; a literal beats a
 * glob, and of two literals the longer one; a package without rules takes what nobody claims. Files of dropped
 * subpackages belong to nobody.
 */
export function assignFiles(
  port: Pick<Port, "packages" | "dropped" | "span">,
  entries: readonly ScannedEntry[],
): Result<Assigned> {
  if (port.packages.some(({ packingList }) => packingList)) return assignListed(port, entries);
  const claims = claimsOf(port);
  const rest = port.packages.filter(({ files }) => files.length === 0);
  const owned = new Map<Subpackage, Set<string>>(port.packages.map((one) => [one, new Set()]));
  const used = new Set<PackingRule>();
  const unclaimed: string[] = [];
  const disputed = new Map<string, Dispute>();
  for (const entry of leavesOf(entries)) {
    const matching = claims.filter(({ rule }) => claimsPath(rule.pattern, entry));
    for (const { rule } of matching) used.add(rule);
    const best = strongest(matching);
    const [owner, other] = best.length > 0 ? ownersOf(best) : rest;
    if (!owner) unclaimed.push(entry.path);
    else if (other) dispute(disputed, { path: entry.path, claims: best, owners: [owner, other] });
    else for (const path of withFolders(entry.path)) owned.get(owner)?.add(path);
  }
  const idle = port.packages.flatMap(({ files }) => files.filter((rule) => !used.has(rule)));
  const troubles = [
    ...(unclaimed.length > 0 ? [unclaimedTrouble(port, unclaimed)] : []),
    ...[...disputed.values()].map((one) => disputeTrouble(one)),
    ...idle.map(idleTrouble),
  ];
  if (troubles.length > 0) return { ok: false, error: troubles };
  const lists = port.packages.map((subpackage) => ({
    subpackage,
    entries: entries.filter(({ path }) => owned.get(subpackage)?.has(path)),
    copies: new Map(),
    kinds: new Map(),
  }));
  return ok({ lists, remarks: [] });
}

function claimsOf({ packages, dropped }: Pick<Port, "packages" | "dropped">): readonly Claim[] {
  return [...packages, ...dropped].flatMap((owner) => owner.files.map((rule): Claim => ({ owner, rule })));
}

/** Those whose strongest rules claim a file, among them packages that are not built. */
export function claimants(port: Pick<Port, "packages" | "dropped">, path: string): readonly Subpackage[] {
  const matching = claimsOf(port).filter(({ rule }) => claimsPath(rule.pattern, { path }));
  return matching.length > 0 ? ownersOf(strongest(matching)) : [];
}

/** Everything but the folders that something lies in. */
function leavesOf(entries: readonly ScannedEntry[]): readonly ScannedEntry[] {
  const parents = new Set(entries.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf("/")))));
  return entries.filter(({ path, status }) => status.kind !== "folder" || !parents.has(path));
}

/** `a/b/c` → `a/b/c`, `a/b`, `a`. */
function withFolders(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}

function claimsPath(written: string, { path }: Pick<ScannedEntry, "path">): boolean {
  const pattern = written.replace(/\/+$/, "");
  const name = shownName(path);
  if (isLiteral(pattern)) return name === pattern || name.startsWith(`${pattern}/`);
  return withFolders(name).some((one) => matchesGlob(pattern, one));
}

function strongest(claims: readonly Claim[]): readonly Claim[] {
  const literals = claims.filter(({ rule }) => isLiteral(rule.pattern));
  if (literals.length === 0) return claims;
  const longest = Math.max(...literals.map(({ rule }) => rule.pattern.length));
  return literals.filter(({ rule }) => rule.pattern.length === longest);
}

function ownersOf(claims: readonly Claim[]): readonly Subpackage[] {
  return [...new Set(claims.map(({ owner }) => owner))];
}

/** Files that the same two claim. */
type Dispute = {
  readonly paths: readonly string[];
  readonly sides: readonly [DisputeSide, DisputeSide];
};
type DisputeSide = { readonly owner: Subpackage; readonly rule: PackingRule | undefined };

function dispute(
  disputes: Map<string, Dispute>,
  found: {
    readonly path: string;
    readonly claims: readonly Claim[];
    readonly owners: readonly [Subpackage, Subpackage];
  },
): void {
  const side = (owner: Subpackage): DisputeSide => ({
    owner,
    rule: found.claims.find((claim) => claim.owner === owner)?.rule,
  });
  const [one, other] = found.owners;
  const sides = [side(one), side(other)] as const;
  const key = sides.map(({ owner, rule }) => `${owner.name}\n${rule?.pattern ?? ""}`).join("\n");
  disputes.set(key, { paths: [...(disputes.get(key)?.paths ?? []), found.path], sides });
}

function disputeTrouble({ paths, sides: [one, other] }: Dispute): Diagnostic {
  const named = ({ owner, rule }: DisputeSide) =>
    rule ? `\`${rule.pattern}\` of \`${owner.name}\`` : `\`${owner.name}\`, which has no \`files\``;
  return {
    severity: "error",
    code: "package/claimed-twice",
    blame: "recipe",
    message: `${named(one)} and ${named(other)} both claim ${nameList(paths)}`,
    span: one.rule?.span ?? one.owner.span,
    related: [{ message: "the other claim", span: other.rule?.span ?? other.owner.span }],
    help: "name the file itself in the package that should have it: a name beats a pattern",
  };
}

function unclaimedTrouble(
  { packages, span }: Pick<Port, "packages" | "span">,
  paths: readonly string[],
): Diagnostic {
  return {
    severity: "error",
    code: "package/unclaimed",
    blame: "recipe",
    message: `no package claims ${nameList(paths)}`,
    span: packages[0]?.span ?? span,
    help: `add a pattern to \`files\` of ${packages.map(({ name }) => `\`${name}\``).join(" or ")}, or remove the files in \`post-fake\``,
  };
}

function idleTrouble({ pattern, span }: PackingRule): Diagnostic {
  return {
    severity: "error",
    code: "package/empty-rule",
    blame: "recipe",
    message: `\`${pattern}\` names nothing that the fake phase installed`,
    span,
    help: "mend the pattern (it starts below the prefix), or remove it",
  };
}
