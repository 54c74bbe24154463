import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-BPRFMAD6.js";
export {
  answerOf,
  openLister
};
