import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readRequest,
  verb
} from "./chunk-XO24B5LS.js";
export {
  readRequest,
  verb
};
