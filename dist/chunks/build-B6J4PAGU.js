import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readRequest,
  verb
} from "./chunk-6Q2FBA6K.js";
export {
  readRequest,
  verb
};
