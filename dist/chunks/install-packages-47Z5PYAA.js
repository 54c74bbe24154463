import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  incomplete,
  installWanted
} from "./chunk-7Z4DYDVZ.js";
export {
  incomplete,
  installWanted
};
