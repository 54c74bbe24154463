import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildShard
} from "./chunk-IKUWD2UI.js";
export {
  buildShard
};
