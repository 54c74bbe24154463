import path from "node:path/posix";
import { type Host, type HostPath, joinPath, type ScannedEntry, type ScannedFolder } from "../host/host.ts";
import type { Job } from "../port/port.ts";
import { type Diagnostic, ok, type Result, type Span } from "../report.ts";
import { nameList, shownName } from "./shown.ts";

/** What was installed at the prefix: paths relative to it, in the archive's order. */
export type Installed = {
  readonly entries: readonly ScannedEntry[];
  readonly read: ScannedFolder["read"];
  readonly readRange: ScannedFolder["readRange"];
};

/** And what was not taken over as it is. */
type Read = Installed & { readonly remarks: readonly Diagnostic[] };

/** The files of a job, if none of them lies or leads where a package must not. */
export function readFakeRoot(job: Job, fakeRoot: HostPath, host: Host): Result<Read> {
  const scanned = host.scan(fakeRoot);
  const prefix = Buffer.from(job.prefix.slice(1)).toString("latin1");
  const below = `${prefix}/`;
  const all = scanned?.entries ?? [];
  const found = all
    .filter(({ path: where }) => where.startsWith(below))
    .map((entry) => ({ ...entry, path: entry.path.slice(below.length) }));
  const { entries, remarks } = job.port.dialect === "gobolinux" ? withoutBits(found, job) : plain(found);
  const outside = all.filter(
    ({ path: where, status }) =>
      !where.startsWith(below) && !(status.kind === "folder" && below.startsWith(`${where}/`)),
  );
  const troubles = [
    ...outsideTroubles(job, outside),
    ...fileTroubles(entries, { prefix: job.prefix, span: job.port.build.style.span }),
  ];
  if (entries.length === 0 && job.port.build.style.value !== "meta" && outside.length === 0) {
    troubles.push(nothingInstalled(job));
  }
  if (troubles.length > 0 || !scanned) return { ok: false, error: troubles };
  const real = host.scan(joinPath(fakeRoot, job.prefix.slice(1)));
  return ok({
    entries,
    read: (where) => real?.read(where) ?? [],
    readRange: (where, offset, length) => real?.readRange(where, offset, length) ?? Buffer.alloc(0),
    remarks,
  });
}

type Kept = Pick<Read, "entries" | "remarks">;

function plain(entries: readonly ScannedEntry[]): Kept {
  return { entries, remarks: [] };
}

/** Recipes of GoboLinux set such bits, or let upstream do it, for a machine whose owner is root. */
function withoutBits(found: readonly ScannedEntry[], { port }: Job): Kept {
  const bearing = found.filter(hasBits);
  if (bearing.length === 0) return plain(found);
  const remark: Diagnostic = {
    severity: "warning",
    code: "package/setuid",
    blame: "recipe",
    message: `packed without their set-user-ID or set-group-ID bits: ${nameList(bearing.map(({ path: where }) => where))}`,
    span: port.build.style.span,
    help: "where it is installed, root may set them again",
  };
  const entries = found.map((entry) =>
    hasBits(entry) ? { ...entry, status: { ...entry.status, mode: entry.status.mode & 0o1777 } } : entry,
  );
  return { entries, remarks: [remark] };
}

function hasBits({ status }: ScannedEntry): boolean {
  return status.kind === "file" && (status.mode & 0o6000) !== 0;
}

function outsideTroubles({ port, prefix }: Job, outside: readonly ScannedEntry[]): Diagnostic[] {
  // Of a whole foreign tree its top is enough.
  const paths = new Set(outside.map((entry) => entry.path));
  const tops = outside.filter((entry) => !paths.has(path.dirname(entry.path)));
  if (tops.length === 0) return [];
  return [
    {
      severity: "error",
      code: "package/outside-prefix",
      blame: "recipe",
      message: `the fake phase installed outside of the prefix \`${prefix}\`: ${nameList(tops.map((one) => `/${one.path}`))}`,
      span: port.build.style.span,
      help: "pass the prefix to the build (`$PREFIX`; `--sysconfdir`, `--localstatedir` and the like), or remove these files in `post-fake`",
    },
  ];
}

/** What no package may hold. */
export function fileTroubles(
  entries: readonly ScannedEntry[],
  { prefix, span }: { readonly prefix: string; readonly span: Span | undefined },
): readonly Diagnostic[] {
  const place = span ? { span } : {};
  const refuse = (code: Diagnostic["code"], what: string, help: string, refused: readonly ScannedEntry[]) =>
    refused.length === 0
      ? []
      : [
          {
            severity: "error",
            code,
            blame: "recipe",
            message: `${what}: ${nameList(refused.map(({ path: where }) => where))}`,
            ...place,
            help,
          } as const,
        ];
  return [
    ...refuse(
      "package/setuid",
      "a package may not hold set-user-ID or set-group-ID files",
      "take the bits away in `post-fake`: `chmod ug-s FILE`",
      entries.filter(hasBits),
    ),
    ...refuse(
      "package/special-file",
      "a package may hold files, folders and links only, no devices, pipes or sockets",
      "remove them in `post-fake`",
      entries.filter(({ status }) => status.kind === "other"),
    ),
    ...refuse(
      "package/newline-in-name",
      "a name holds a line break, which the lists of a package can't carry",
      "rename it in `post-fake`",
      entries.filter(({ path: where, target }) => /\n/.test(where + target)),
    ),
    ...leavingLinks(prefix, entries).map(
      (link): Diagnostic => ({
        severity: "error",
        code: "package/link-leaves-prefix",
        blame: "recipe",
        message: `\`${shownName(link.path)}\` is a link to \`${shownName(link.target)}\`, outside of the prefix \`${prefix}\``,
        ...place,
        help: "make it a relative link to a file of the package, or remove it in `post-fake`",
      }),
    ),
  ];
}

function leavingLinks(prefix: string, entries: readonly ScannedEntry[]): readonly ScannedEntry[] {
  const root = Buffer.from(prefix).toString("latin1");
  return entries.filter(({ status, path: where, target }) => {
    if (status.kind !== "link") return false;
    const end = path.resolve(path.dirname(`${root}/${where}`), target);
    return end !== root && !end.startsWith(`${root}/`);
  });
}

function nothingInstalled({ port, prefix }: Job): Diagnostic {
  return {
    severity: "error",
    code: "package/nothing-installed",
    blame: "recipe",
    message: `the fake phase installed nothing below \`${prefix}\``,
    span: port.build.style.span,
    help: "install into `$DESTDIR$PREFIX`",
  };
}
