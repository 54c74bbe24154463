import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-G5QWJULE.js";
export {
  answerOf,
  openLister
};
