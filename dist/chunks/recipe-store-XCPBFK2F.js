import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-VRIXPXM4.js";
export {
  storeRecipe,
  verb
};
