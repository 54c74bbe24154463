import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-RKQPW3EK.js";
export {
  storeRecipe,
  verb
};
