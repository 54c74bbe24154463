import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-UO6CC5RQ.js";
export {
  storeRecipe,
  verb
};
