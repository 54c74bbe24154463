import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildShard
} from "./chunk-YEHTU7GY.js";
import "./chunk-IMKJZ4W2.js";
import "./chunk-J3RR6IDN.js";
import "./chunk-KV2IKW65.js";
import "./chunk-VS34WUXN.js";
import "./chunk-BJVC5VNM.js";
import "./chunk-AZHTISH2.js";
import "./chunk-6GGPSXUG.js";
import "./chunk-NXLANKJP.js";
import "./chunk-V7LP4YZU.js";
import "./chunk-LNXXVXK4.js";
import "./chunk-FFIYGVKZ.js";
import "./chunk-UCWNRDAO.js";
import "./chunk-HA5EIUJH.js";
import "./chunk-3CPQLCK4.js";
import "./chunk-ATK6FOIT.js";
import "./chunk-GLREMW2F.js";
import "./chunk-PE6H4S2Z.js";
import "./chunk-YHAPECI5.js";
import "./chunk-4TNO2FL2.js";
import "./chunk-KRZTYYLC.js";
export {
  buildShard
};
