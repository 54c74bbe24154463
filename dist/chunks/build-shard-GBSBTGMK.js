import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildShard
} from "./chunk-EMQBA6IL.js";
export {
  buildShard
};
