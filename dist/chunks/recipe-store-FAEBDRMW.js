import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-L2RQUYV7.js";
export {
  storeRecipe,
  verb
};
