import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-FVFXHU2B.js";
export {
  storeRecipe,
  verb
};
