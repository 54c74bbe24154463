import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort,
  prepare
} from "./chunk-PDE7G77T.js";
export {
  buildPort,
  prepare
};
