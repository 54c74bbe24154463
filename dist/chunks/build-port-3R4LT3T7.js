import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort,
  prepare
} from "./chunk-FL25Q6X6.js";
export {
  buildPort,
  prepare
};
