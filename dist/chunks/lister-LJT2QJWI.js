import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-35IB4LEC.js";
export {
  answerOf,
  openLister
};
