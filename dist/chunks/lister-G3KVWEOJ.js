import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-KQMO6KUP.js";
export {
  answerOf,
  openLister
};
