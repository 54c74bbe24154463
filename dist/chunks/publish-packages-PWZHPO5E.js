import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  publishPackages,
  repositoryOf
} from "./chunk-MDS5EBKP.js";
export {
  publishPackages,
  repositoryOf
};
