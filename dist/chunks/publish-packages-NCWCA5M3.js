import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  publishPackages,
  repositoryOf
} from "./chunk-34XU2HXP.js";
export {
  publishPackages,
  repositoryOf
};
