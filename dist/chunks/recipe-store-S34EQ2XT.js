import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-D4LGG6BF.js";
export {
  storeRecipe,
  verb
};
