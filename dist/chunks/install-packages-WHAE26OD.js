import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  incomplete,
  installWanted
} from "./chunk-4RTHC5K2.js";
export {
  incomplete,
  installWanted
};
