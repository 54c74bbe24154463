import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort,
  prepare
} from "./chunk-MW64IY3W.js";
export {
  buildPort,
  prepare
};
