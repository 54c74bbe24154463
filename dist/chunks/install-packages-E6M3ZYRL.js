import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  incomplete,
  installWanted
} from "./chunk-LN6OUZY7.js";
export {
  incomplete,
  installWanted
};
