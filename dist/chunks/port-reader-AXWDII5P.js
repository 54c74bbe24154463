import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openPlaces,
  openReader
} from "./chunk-WN3LOURR.js";
export {
  openPlaces,
  openReader
};
