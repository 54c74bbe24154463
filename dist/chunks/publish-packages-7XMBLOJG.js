import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  publishPackages,
  repositoryOf
} from "./chunk-544WVMJU.js";
export {
  publishPackages,
  repositoryOf
};
