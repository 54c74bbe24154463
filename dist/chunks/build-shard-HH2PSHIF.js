import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildShard
} from "./chunk-EINHU2JE.js";
export {
  buildShard
};
