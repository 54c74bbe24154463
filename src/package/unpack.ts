import { commandLine, type Host, type HostPath, joinPath } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { fileDigest } from "./digest.ts";

export type Unpacking = {
  readonly archive: HostPath;
  /** The archive's row in its index: its digest is checked first. */
  readonly row: Package;
  /** Made if need be. */
  readonly folder: HostPath;
};

/** `folder` holds what belongs at `prefix`. */
export type UnpackedTree = { readonly folder: HostPath; readonly prefix: string };

/**
 * Unpacks an archive whose digest is that of its row. GNU tar keeps to `folder`: it refuses members with `..`, strips
 * leading slashes and sets links that lead out only after all else (its manual, "Security").
 */
export async function unpackPackage(
  { archive, row, folder }: Unpacking,
  host: Host,
  signal: AbortSignal,
): Promise<Result<UnpackedTree>> {
  const found = await fileDigest(archive, host, signal);
  if (found !== row.sha256) return wrong(changed(archive, row, found));
  await host.makeFolder(folder);
  const command = {
    program: "tar",
    args: ["-x", "--no-same-owner", "--preserve-permissions", "-f", archive, "-C", folder],
    env: { PATH: host.environment("PATH") ?? "/usr/bin:/bin", LC_ALL: "C" },
  };
  const output: Uint8Array[] = [];
  const exit = await host.run(command, (chunk) => void output.push(chunk), signal);
  if (exit.kind !== "exited" || exit.status !== 0) {
    return wrong(notUnpacked(archive, commandLine(command), Buffer.concat(output).toString()));
  }
  const top =
    row.layout === "programs" ? row.prefix.slice(1) : row.prefix.slice(row.prefix.lastIndexOf("/") + 1);
  const real = (await host.realPath(folder)) ?? folder;
  const tree = joinPath(real, top);
  // What is taken from there must not be anything else of this machine, at which a link points.
  if ((await host.realPath(tree)) !== tree || (await host.status(tree))?.kind !== "folder") {
    return wrong(notUnpacked(archive, commandLine(command), `it holds no folder \`${top}\``));
  }
  return ok({ folder: tree, prefix: row.prefix });
}

function changed(archive: HostPath, row: Package, found: string | undefined): Diagnostic {
  return {
    severity: "error",
    code: "package/changed",
    blame: "request",
    message: found
      ? `\`${archive}\` is not what its index says: expected sha256 ${row.sha256}, found ${found}`
      : `\`${archive}\` stands in the index, but is not there`,
    help: `build \`${row.fullpkgname}\` again`,
  };
}

function notUnpacked(archive: HostPath, command: string, said: string): Diagnostic {
  return {
    severity: "error",
    code: "package/not-unpacked",
    blame: "world",
    message: `\`${archive}\` could not be unpacked: ${said.trim().split("\n").at(-1) ?? "no reason given"}`,
    help: `try it by hand: \`${command}\``,
  };
}
