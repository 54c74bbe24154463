import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-4QFB6LNZ.js";
export {
  storeRecipe,
  verb
};
