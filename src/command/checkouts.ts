// Sources out of a version control system, as archives: whoever names them trusts what is there today.

import { type HostPath, joinPath } from "../host/host.ts";
import { fileDigest } from "../package/package.ts";
import type { Checkout, Distfile, Port } from "../port/port.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import { runGit, runTool, type Said, troubleOf } from "./recipe-clone.ts";
import type { Context } from "./verb.ts";

type Fetching = Pick<Context, "host" | "signal">;

/** The port with an archive for each of its checkouts; `folder` is where these lie while it is built. */
export async function withCheckouts(
  port: Port,
  { folder, allowed }: { readonly folder: HostPath; readonly allowed: "allowed" | "refused" },
  fetching: Fetching,
): Promise<Result<Port>> {
  const { checkouts = [] } = port;
  const [first] = checkouts;
  if (!first) return ok(port);
  if (allowed === "refused") return wrong(notAllowed(first));
  const distfiles: Distfile[] = [];
  for (const [index, checkout] of checkouts.entries()) {
    const file = `${port.name}-${index + 1}.tar`;
    const made = await archiveOf(checkout, joinPath(folder, file), fetching);
    if (!made.ok) return made;
    const hex = (await fileDigest(made.value, fetching.host, fetching.signal)) ?? "";
    distfiles.push({
      file,
      urls: [{ kind: "file", path: made.value }],
      digests: [{ algorithm: "sha256", hex }],
      subdir: "",
      unpackedTo: port.build.folder?.value.split("/")[0] ?? `${port.name}-${port.version}`,
      span: checkout.span,
      digestSpan: checkout.span,
    });
  }
  return ok({ ...port, distfiles: [...distfiles, ...port.distfiles] });
}

/** The same commit makes the same bytes. */
async function archiveOf(
  checkout: Checkout,
  archive: HostPath,
  fetching: Fetching,
): Promise<Result<HostPath>> {
  const tree = joinPath(archive, "..", "tree");
  await fetching.host.makeFolder(joinPath(archive, ".."));
  const seconds = await (checkout.system === "git" ? clone : exportTree)(checkout, tree, fetching);
  if (!seconds.ok) return seconds;
  const options = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--exclude=.git"];
  const mode = "--mode=u+rwX,go+rX,go-w";
  const tar = [
    "tar",
    ...options,
    mode,
    `--mtime=@${seconds.value}`,
    "-cf",
    archive,
    "-C",
    tree,
    ".",
  ] as const;
  const packed = await runTool(tar, {}, fetching);
  await fetching.host.remove(tree);
  return packed.kind === "said" ? ok(archive) : wrong(unfetched(checkout, packed));
}

/** With submodules; the time of the commit, in seconds. */
async function clone(checkout: Checkout, tree: HostPath, fetching: Fetching): Promise<Result<string>> {
  const { url, revision } = checkout;
  const branch = revision === undefined ? [] : [`--branch=${revision}`];
  const deep = [
    "clone",
    "--quiet",
    "--depth=1",
    "--recurse-submodules",
    "--shallow-submodules",
    "--template=",
  ];
  const cloned = await runGit([...deep, ...branch, "--", url, tree], protocolsFor(url), fetching);
  if (cloned.kind !== "said") return wrong(unfetched(checkout, cloned));
  const when = await runGit(["-C", tree, "log", "-1", "--format=%ct"], protocolsFor(url), fetching);
  return when.kind === "said" ? ok(when.text.trim()) : wrong(unfetched(checkout, when));
}

/** A repository from afar must not bring in what lies on this machine. */
function protocolsFor(url: string): string {
  return url.startsWith("file:") ? "file" : "https:ssh:git";
}

async function exportTree(checkout: Checkout, tree: HostPath, fetching: Fetching): Promise<Result<string>> {
  const { system, url, revision = "HEAD" } = checkout;
  if (system !== "svn") {
    return wrong({
      severity: "error",
      code: "build/checkout-system",
      blame: "recipe",
      message: `sources of \`${system}\` can't be fetched`,
      span: checkout.span,
      help: "name an archive with `url`, or a repository of git or Subversion",
    });
  }
  const quiet = ["--quiet", "--non-interactive"];
  const exported = await runTool(["svn", "export", ...quiet, "-r", revision, "--", url, tree], {}, fetching);
  if (exported.kind !== "said") return wrong(unfetched(checkout, exported));
  // Of that revision: what was committed since is no matter.
  const asked = [
    "svn",
    "info",
    "--non-interactive",
    "-r",
    revision,
    "--show-item",
    "last-changed-date",
  ] as const;
  const when = await runTool([...asked, "--", url], {}, fetching);
  if (when.kind !== "said") return wrong(unfetched(checkout, when));
  return ok(String(Math.floor(Date.parse(when.text.trim()) / 1000)));
}

function notAllowed({ system, url, span }: Checkout): Diagnostic {
  return {
    severity: "error",
    code: "build/checkout",
    blame: "request",
    message: `the sources come from ${quoted(url)} as they are today, and no digest tells whether they are the right ones`,
    span,
    help: `add \`--allow-vcs\` to fetch them with \`${system}\` all the same`,
  };
}

function unfetched(checkout: Checkout, said: Exclude<Said, { readonly kind: "said" }>): Diagnostic {
  if (said.kind === "no-tool") {
    return {
      severity: "error",
      code: "build/checkout-tool",
      blame: "world",
      message: `\`${said.tool}\`, which brings ${quoted(checkout.url)}, is not on the PATH`,
      span: checkout.span,
      help: `install it: \`apt-get install ${said.tool === "svn" ? "subversion" : said.tool}\``,
    };
  }
  return { ...troubleOf(said, checkout.url), span: checkout.span };
}
