import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort
} from "./chunk-KV2IKW65.js";
import "./chunk-BJVC5VNM.js";
import "./chunk-AZHTISH2.js";
import "./chunk-6GGPSXUG.js";
import "./chunk-NXLANKJP.js";
import "./chunk-V7LP4YZU.js";
import "./chunk-LNXXVXK4.js";
import "./chunk-FFIYGVKZ.js";
import "./chunk-UCWNRDAO.js";
import "./chunk-HA5EIUJH.js";
import "./chunk-GLREMW2F.js";
import "./chunk-PE6H4S2Z.js";
import "./chunk-YHAPECI5.js";
import "./chunk-4TNO2FL2.js";
import "./chunk-KRZTYYLC.js";
export {
  buildPort
};
