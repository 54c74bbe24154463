import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-HQXHGPU3.js";
export {
  storeRecipe,
  verb
};
