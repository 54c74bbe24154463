import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  publishPackages,
  repositoryOf
} from "./chunk-5WM6XCDY.js";
export {
  publishPackages,
  repositoryOf
};
