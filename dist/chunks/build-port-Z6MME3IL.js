import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort,
  prepare
} from "./chunk-6SEOTARG.js";
export {
  buildPort,
  prepare
};
