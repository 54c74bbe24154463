import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-2BWQQFRI.js";
export {
  answerOf,
  openLister
};
