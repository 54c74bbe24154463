import type { HostPath } from "../host/host.ts";
import type { Diagnostic } from "../report.ts";
import type { ReadArchive } from "./archive-reader.ts";
import { parseHashList, USUAL_HEADER } from "./hash-list.ts";
import { nameList } from "./shown.ts";

/** Whether an archive's `FileHash` tells of exactly the files that are in it. */
export function wrongHashes({ members, fileHash }: ReadArchive, archive: HostPath): readonly Diagnostic[] {
  const list = parseHashList(fileHash.content.toString("latin1"));
  if (!list) return [trouble(archive, `its \`FileHash\` is not a list of the form \`${USUAL_HEADER}\``)];
  const listed = list.files;
  const top = members[0]?.entry.path ?? "";
  const found = new Map(
    members
      .filter(({ entry }) => entry.kind !== "folder" && entry.path !== fileHash.entry.path)
      .map((member) => [member.entry.path.slice(top.length), member]),
  );
  const firstNames = new Map(members.map((member) => [member.entry.path, member.listed]));
  const hashOf = (path: string) => {
    const member = found.get(path);
    return member?.entry.kind === "hard-link" ? firstNames.get(member.entry.target) : member?.listed;
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
