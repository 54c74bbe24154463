import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-VY4BHEBH.js";
export {
  storeRecipe,
  verb
};
