import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  publishPackages,
  repositoryOf
} from "./chunk-T64QBXKX.js";
export {
  publishPackages,
  repositoryOf
};
