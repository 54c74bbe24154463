import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  incomplete,
  installWanted
} from "./chunk-76XIPOWS.js";
export {
  incomplete,
  installWanted
};
