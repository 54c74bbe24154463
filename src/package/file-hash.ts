import type { HostPath } from "../host/host.ts";
import type { Diagnostic } from "../report.ts";
import type { ReadArchive } from "./archive-reader.ts";
import { FILE_HASH_HEADER } from "./metadata.ts";
import { nameList } from "./shown.ts";

/** Whether an archive's `FileHash` tells of exactly the files that are in it. */
export function wrongHashes({ members, fileHash }: ReadArchive, archive: HostPath): readonly Diagnostic[] {
  const [first, ...lines] = fileHash.content.toString("latin1").trimEnd().split("\n");
  const listed = new Map(lines.map((line) => [line.slice(65), line.slice(0, 64)]));
  if (
    first !== FILE_HASH_HEADER ||
    lines.some((line) => !/^[0-9a-f]{64} ./.test(line)) ||
    listed.size !== lines.length
  ) {
    return [trouble(archive, `its \`FileHash\` is not a list of the form \`${FILE_HASH_HEADER}\``)];
  }
  const top = members[0]?.entry.path ?? "";
  const found = new Map(
    members
      .filter(({ entry }) => entry.kind !== "folder" && entry.path !== fileHash.entry.path)
      .map((member) => [member.entry.path.slice(top.length), member]),
  );
  const firstNames = new Map(members.map(({ entry, sha256 }) => [entry.path, sha256]));
  const hashOf = (path: string) => {
    const member = found.get(path);
    return member?.entry.kind === "hard-link" ? firstNames.get(member.entry.target) : member?.sha256;
  };
  const unlisted = [...found.keys()].filter((path) => !listed.has(path));
  const absent = [...listed.keys()].filter((path) => !found.has(path));
  const changed = [...listed]
    .filter(([path, hash]) => found.has(path) && hashOf(path) !== hash)
    .map(([path]) => path);
  return [
    ...(changed.length > 0
      ? [trouble(archive, `its \`FileHash\` tells of another content of ${nameList(changed)}`)]
      : []),
    ...(absent.length > 0 ? [trouble(archive, `its \`FileHash\` lists ${nameList(absent)}, not in it`)] : []),
    ...(unlisted.length > 0
      ? [trouble(archive, `its \`FileHash\` does not list ${nameList(unlisted)}`)]
      : []),
  ];
}

function trouble(archive: HostPath, why: string): Diagnostic {
  return {
    severity: "error",
    code: "package/wrong-hash",
    blame: "request",
    message: `\`${archive}\` was changed after it was packed: ${why}`,
    help: "fetch or build it again",
  };
}
