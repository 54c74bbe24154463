import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort,
  prepare
} from "./chunk-7AYVY4WA.js";
export {
  buildPort,
  prepare
};
