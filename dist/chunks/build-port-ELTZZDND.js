import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort,
  prepare
} from "./chunk-FKRLFJNL.js";
export {
  buildPort,
  prepare
};
