import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readRequest,
  verb
} from "./chunk-ZKDV4RTC.js";
export {
  readRequest,
  verb
};
