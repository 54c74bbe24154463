import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildPort
} from "./chunk-D6FQ73B4.js";
import "./chunk-GLZ54WN2.js";
import "./chunk-E3PZM54P.js";
import "./chunk-IAVOJ42Z.js";
import "./chunk-LITV7OFZ.js";
import "./chunk-SYY5JVPJ.js";
import "./chunk-JYP3FUYP.js";
import "./chunk-EWCNBGCJ.js";
import "./chunk-7DL54TQM.js";
export {
  buildPort
};
