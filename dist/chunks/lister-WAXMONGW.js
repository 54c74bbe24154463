import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-LWZ3AU4E.js";
export {
  answerOf,
  openLister
};
