// Ports of large trees, read by threads: what is asked and what is found can travel between them.

import { openTree, WorldFailure } from "../host/host.ts";
import type { Arch, Port } from "../port/port.ts";
import { type PortRequest, type Reading, readPort } from "../recipe/recipe.ts";
import { ok } from "../report.ts";
import type { Answers } from "./port-shell.ts";
import { openPortsTree, type Placed } from "./ports-tree.ts";

/** Where a port lies. */
export type PortPlace = Pick<Placed, "folder" | "request" | "portsTree">;

export type PortChoice = Pick<PortRequest, "flavors" | "arch" | "layout" | "prefix">;

/** What a port is read for before anybody has chosen. */
export type ReadingJob = Pick<PortRequest, "layout" | "prefix"> & { readonly arches: readonly Arch[] };

/** For each architecture; undefined where the machine refused, which is to be told by whoever reads it again. */
export type FirstReadings = readonly (Reading<Port> | undefined)[];

/** Reads the port for its own choice of flavors. */
export function openReader({ arches, ...choice }: ReadingJob): (place: PortPlace) => FirstReadings {
  return (place) => arches.map((arch) => readUnlessRefused(place, { ...choice, flavors: "default", arch }));
}

const NO_ANSWERS: Answers = new Map();

function readUnlessRefused(place: PortPlace, choice: PortChoice): Reading<Port> | undefined {
  try {
    return portOf(readPlace(place, choice, NO_ANSWERS));
  } catch (error) {
    // Between threads an error loses its class.
    if (error instanceof WorldFailure) return undefined;
    throw error;
  }
}

export function readPlace(place: PortPlace, choice: PortChoice, shell: Answers): ReturnType<typeof readPort> {
  return readPort(openTree(place.folder), {
    ...place.request,
    ...openPortsTree(place),
    ...choice,
    shell,
  });
}

/** Without what can't travel. */
export function portOf(reading: ReturnType<typeof readPort>): Reading<Port> {
  return reading.ok ? ok(reading.value.port) : reading;
}
