import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort,
  prepare
} from "./chunk-ZX5BBB2K.js";
export {
  buildPort,
  prepare
};
