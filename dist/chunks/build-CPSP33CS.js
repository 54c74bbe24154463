import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readRequest,
  verb
} from "./chunk-W6AX47MI.js";
export {
  readRequest,
  verb
};
