// A root that several tests stand on: made once, and kept until node_modules is made anew.

import { join } from "node:path";
import { type BaseRequest, type Ground, openBase, openCatalogue, type Workshop } from "../src/base/base.ts";
import { openEngines } from "../src/engine/engine.ts";
import { type Host, type HostPath, hostPath, openHost } from "../src/host/host.ts";
import { isArch } from "../src/port/port.ts";
import type { Report } from "../src/report.ts";
import { never, rendered } from "./support.ts";

/** Where the root and the layers on it are kept between runs of the tests. */
export const keptCache = hostPath(join(import.meta.dirname, "../node_modules/.cache/tarwright-test"));

/** This machine, with its cache elsewhere, and with some variables of its environment set. */
export function machine(cache: HostPath, variables: Readonly<Record<string, string>> = {}): Host {
  const host = openHost();
  return {
    ...host,
    folders: { ...host.folders, cache },
    environment: (name) => variables[name] ?? host.environment(name),
  };
}

export function workshopOf(host: Host, report: Report = () => undefined): Workshop {
  const catalogue = openCatalogue([], host.folders.working);
  if (!catalogue.ok) throw new Error(rendered(catalogue.error));
  return { host, report, engines: openEngines(host), catalogue: catalogue.value, lock: new Map() };
}

/** `debian-12` made from packages, for engine `namespace`. */
export async function madeDebian(workshop: Workshop): Promise<Ground> {
  const opened = await openBase(requestOf("debian-12", workshop.host), workshop, never);
  if (!opened.ok) throw new Error(rendered(opened.error));
  return opened.value;
}

/** A base as engine `namespace` makes it. */
export function requestOf(name: string, { arch }: Host): BaseRequest {
  if (!isArch(arch)) throw new Error(`no base is known for ${arch}`);
  return { name, arch, engine: "namespace", source: "made" };
}
