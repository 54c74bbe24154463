import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  publishPackages,
  repositoryOf
} from "./chunk-PPTJ2UP3.js";
export {
  publishPackages,
  repositoryOf
};
