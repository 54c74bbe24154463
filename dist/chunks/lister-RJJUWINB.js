import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-VF5WZ3BH.js";
export {
  answerOf,
  openLister
};
