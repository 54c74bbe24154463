import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  incomplete,
  installWanted
} from "./chunk-VCGWN7YT.js";
export {
  incomplete,
  installWanted
};
