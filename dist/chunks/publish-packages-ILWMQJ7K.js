import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  publishPackages,
  repositoryOf
} from "./chunk-ANBCLRS7.js";
export {
  publishPackages,
  repositoryOf
};
