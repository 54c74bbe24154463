import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answerOf,
  openLister
} from "./chunk-Q6K5IPGL.js";
export {
  answerOf,
  openLister
};
