import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  NO_ANSWERS,
  openPlaces,
  openReader
} from "./chunk-LDLERFEP.js";
export {
  NO_ANSWERS,
  openPlaces,
  openReader
};
