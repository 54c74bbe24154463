import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildShard
} from "./chunk-6CT4GUGS.js";
export {
  buildShard
};
