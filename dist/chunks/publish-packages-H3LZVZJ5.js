import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  publishPackages,
  repositoryOf
} from "./chunk-VS34WUXN.js";
import "./chunk-BJVC5VNM.js";
import "./chunk-UCWNRDAO.js";
import "./chunk-HA5EIUJH.js";
import "./chunk-ATK6FOIT.js";
import "./chunk-PE6H4S2Z.js";
import "./chunk-YHAPECI5.js";
import "./chunk-4TNO2FL2.js";
import "./chunk-KRZTYYLC.js";
export {
  publishPackages,
  repositoryOf
};
