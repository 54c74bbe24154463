import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  incomplete,
  installWanted
} from "./chunk-NJ2WV4C2.js";
export {
  incomplete,
  installWanted
};
