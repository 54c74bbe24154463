import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-BCR4JW3X.js";
export {
  answerOf,
  openLister
};
