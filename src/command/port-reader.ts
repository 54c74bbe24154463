// Ports of large trees, read by threads: what is asked and what is found can travel between them.

import { type HostPath, openTree, WorldFailure } from "../host/host.ts";
import type { Arch, Port } from "../port/port.ts";
import { type PortRequest, type Reading, readPort } from "../recipe/recipe.ts";
import { ok } from "../report.ts";
import type { Answers } from "./port-shell.ts";
import { openPortsTree, type Placed } from "./ports-tree.ts";

/** Where a port lies. */
export type PortPlace = Pick<Placed, "folder" | "request" | "portsTree">;

export type ReadingChoice = Pick<PortRequest, "flavors" | "arch" | "layout" | "prefix">;

/** What a port is read for before anybody has chosen. */
export type ReadingJob = Pick<PortRequest, "layout" | "prefix"> & { readonly arches: readonly Arch[] };

/** For each architecture; undefined where the machine refused, which is to be told by whoever reads it again. */
export type FirstReadings = readonly (Reading<Port> | undefined)[];

/** Reads ports for their own choice of flavors. */
export function openReader({ arches, ...choice }: ReadingJob): (place: PortPlace) => FirstReadings {
  const read = openPlaces();
  return (place) =>
    arches.map((arch) => {
      try {
        return read(place, { ...choice, flavors: "default", arch }, NO_ANSWERS);
      } catch (error) {
        // Between threads an error loses its class.
        if (error instanceof WorldFailure) return undefined;
        throw error;
      }
    });
}

export const NO_ANSWERS: Answers = new Map();

export type ReadPlace = (place: PortPlace, choice: ReadingChoice, answers: Answers) => Reading<Port>;

/** Opens each ports tree once, since what is known of its makefiles is kept by the tree; and leaves out what can't travel. */
export function openPlaces(): ReadPlace {
  const opened = new Map<HostPath | undefined, ReturnType<typeof openPortsTree>>();
  return (place, choice, shell) => {
    const key = place.portsTree?.folder;
    const ports = opened.get(key) ?? openPortsTree(place);
    opened.set(key, ports);
    const reading = readPort(openTree(place.folder), { ...place.request, ...ports, ...choice, shell });
    return reading.ok ? ok(reading.value.port) : reading;
  };
}
