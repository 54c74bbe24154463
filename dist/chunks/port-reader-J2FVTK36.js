import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  NO_ANSWERS,
  openPlaces,
  openReader
} from "./chunk-CZR7F4YW.js";
export {
  NO_ANSWERS,
  openPlaces,
  openReader
};
