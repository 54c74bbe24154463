import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  publishPackages,
  repositoryOf
} from "./chunk-S7REIKEH.js";
export {
  publishPackages,
  repositoryOf
};
