// Where the list of a target's packages is had from.

import { createHash } from "node:crypto";
import { type Host, type HostPath, shownPath } from "../host/host.ts";
import type { Arch } from "../port/port.ts";
import { type Diagnostic, ok, type Result, type Source, wrong } from "../report.ts";
import { openWorkbox } from "./box.ts";
import type { PackageManager } from "./catalogue.ts";
import type { Workshop } from "./ground.ts";
import { listPackages } from "./installed.ts";
import { packagesBelow } from "./machine.ts";
import { type ListedPackage, readPackageList } from "./package-list.ts";

/** A file with a list, or a system whose packages are the list: with their versions, or in whatever versions there are. */
export type Target =
  | { readonly kind: "file"; readonly file: HostPath }
  | { readonly kind: "image"; readonly reference: string; readonly versions: "exact" | "any" }
  | { readonly kind: "root"; readonly folder: HostPath; readonly versions: "exact" | "any" };

type Reader = { readonly manager: PackageManager; readonly arch: Arch; readonly workshop: Workshop };

export async function readTarget(
  target: Target,
  reader: Reader,
  signal: AbortSignal,
): Promise<Result<readonly ListedPackage[]>> {
  const source = await sourceOf(target, reader.workshop, signal);
  return source.ok ? readPackageList(source.value, reader) : source;
}

/** Equal for lists that mean the same root, however they are written. */
export function digestOfList(packages: readonly ListedPackage[]): string {
  const lines = packages.map(({ name, version }) => (version === undefined ? name : `${name}=${version}`));
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex");
}

async function sourceOf(target: Target, workshop: Workshop, signal: AbortSignal): Promise<Result<Source>> {
  const { host } = workshop;
  switch (target.kind) {
    case "file": {
      const name = shownPath(target.file, host.folders.working);
      const text = await host.readText(target.file);
      return text === undefined ? wrong(noFile(name)) : ok({ name, text });
    }
    case "image": {
      const packages = await packagesOfImage(target.reference, workshop, signal);
      return packages.ok ? ok(listing(target.reference, packages.value, target.versions)) : packages;
    }
    case "root": {
      const name = shownPath(target.folder, host.folders.working);
      const packages = await packagesBelow(target.folder, host);
      return packages ? ok(listing(name, packages, target.versions)) : wrong(noRecord(name));
    }
  }
}

function listing(name: string, packages: ReadonlyMap<string, string>, versions: "exact" | "any"): Source {
  const lines = [...packages].map(([one, version]) => (versions === "exact" ? `${one}=${version}` : one));
  return { name, text: lines.map((line) => `${line}\n`).join("") };
}

async function packagesOfImage(
  reference: string,
  { host, engines }: Pick<Workshop, "host" | "engines"> & { readonly host: Host },
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>>> {
  const refusals: string[] = [];
  for (const engine of engines.filter(({ kind }) => kind === "docker" || kind === "podman")) {
    const probe = await engine.probe(signal);
    if (probe.kind === "unusable") {
      refusals.push(`${engine.kind}: ${probe.why}`);
      continue;
    }
    const image = await engine.image(reference, signal);
    if (image.kind !== "present") {
      refusals.push(`${engine.kind}: ${image.kind === "no-images" ? "it keeps no images" : image.why}`);
      continue;
    }
    const what = `the packages of ${reference}`;
    const opened = await openWorkbox(engine, { root: image.root, name: what, upper: "disk" }, signal);
    if (!opened.ok) return opened;
    await using box = opened.value;
    return await listPackages(box, { what, host }, signal);
  }
  return wrong({
    severity: "error",
    code: "base/image-unreachable",
    blame: "world",
    message: `image \`${reference}\` can't be looked into: ${refusals.join("; ")}`,
    help: "start docker or podman, or write its list into a file and give that: `--packages FILE`",
  });
}

function noFile(name: string): Diagnostic {
  return {
    severity: "error",
    code: "base/no-list",
    blame: "request",
    message: `there is no file \`${name}\``,
    help: "give a file that lists packages, one a line",
  };
}

function noRecord(name: string): Diagnostic {
  return {
    severity: "error",
    code: "base/no-list",
    blame: "request",
    message: `no package manager has left a list of packages in \`${name}\` that can be read here`,
    help: "let its own tool list them (`rpm -qa`, `apk info -v`), and give that file: `--packages FILE`",
  };
}
