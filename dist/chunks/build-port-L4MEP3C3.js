import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort
} from "./chunk-MG5FTLYQ.js";
export {
  buildPort
};
