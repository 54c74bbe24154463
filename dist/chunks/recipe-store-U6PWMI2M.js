import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-GF3C4LND.js";
export {
  storeRecipe,
  verb
};
