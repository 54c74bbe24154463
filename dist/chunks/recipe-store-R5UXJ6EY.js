import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-5VT554KF.js";
export {
  storeRecipe,
  verb
};
