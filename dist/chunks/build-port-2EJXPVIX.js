import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort,
  prepare
} from "./chunk-P3VGW3D5.js";
export {
  buildPort,
  prepare
};
