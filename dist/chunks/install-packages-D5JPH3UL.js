import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  incomplete,
  installWanted
} from "./chunk-Z7MSOFUC.js";
export {
  incomplete,
  installWanted
};
