import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildShard
} from "./chunk-X7XOEIH2.js";
export {
  buildShard
};
