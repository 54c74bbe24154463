import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  incomplete,
  installWanted
} from "./chunk-6XHRDXWR.js";
import "./chunk-BU4S4OYI.js";
import "./chunk-S75KME57.js";
import "./chunk-V7LP4YZU.js";
import "./chunk-FFIYGVKZ.js";
import "./chunk-UCWNRDAO.js";
import "./chunk-PE6H4S2Z.js";
import "./chunk-YHAPECI5.js";
import "./chunk-JT23IHAE.js";
import "./chunk-4TNO2FL2.js";
import "./chunk-KRZTYYLC.js";
export {
  incomplete,
  installWanted
};
