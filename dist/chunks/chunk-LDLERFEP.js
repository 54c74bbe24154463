import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openPortsTree
} from "./chunk-2CAK55AV.js";
import {
  readPort
} from "./chunk-VIWBSZHV.js";
import {
  ok,
  openTree
} from "./chunk-2DPMJAPF.js";
import {
  WorldFailure
} from "./chunk-IMGLSV2N.js";

// src/command/port-reader.ts
function openReader({ arches, ...choice }) {
  const read = openPlaces();
  return (place) => arches.map((arch) => {
    try {
      return read(place, { ...choice, flavors: "default", arch }, NO_ANSWERS);
    } catch (error) {
      if (error instanceof WorldFailure) return void 0;
      throw error;
    }
  });
}
var NO_ANSWERS = /* @__PURE__ */ new Map();
function openPlaces() {
  const opened = /* @__PURE__ */ new Map();
  return (place, choice, shell) => {
    const key = place.portsTree?.folder;
    const ports = opened.get(key) ?? openPortsTree(place);
    opened.set(key, ports);
    const reading = readPort(openTree(place.folder), { ...place.request, ...ports, ...choice, shell });
    return reading.ok ? ok(reading.value.port) : reading;
  };
}

export {
  openReader,
  NO_ANSWERS,
  openPlaces
};
