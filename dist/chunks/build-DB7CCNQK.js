import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readRequest,
  verb
} from "./chunk-6S23JSOY.js";
export {
  readRequest,
  verb
};
