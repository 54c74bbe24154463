import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-BEKRP5D3.js";
export {
  answerOf,
  openLister
};
