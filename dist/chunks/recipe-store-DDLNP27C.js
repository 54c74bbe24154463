import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-Z2TGJVE5.js";
export {
  storeRecipe,
  verb
};
