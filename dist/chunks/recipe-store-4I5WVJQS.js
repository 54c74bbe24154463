import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  storeRecipe,
  verb
} from "./chunk-JK42ZJQP.js";
export {
  storeRecipe,
  verb
};
