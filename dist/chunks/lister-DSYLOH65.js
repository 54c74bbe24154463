import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-X2TBSAIW.js";
export {
  answerOf,
  openLister
};
