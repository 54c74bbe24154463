import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  __name
} from "./chunk-7DL54TQM.js";

// src/command/verb.ts
function usage(code, message, help) {
  return { severity: "error", code, blame: "request", message, help };
}
__name(usage, "usage");
var KEY_IN_REACH = usage(
  "usage/key-in-reach",
  "a signing key is given, and the engine `host` does not keep a build from reading it",
  "choose another engine, or sign in a job of its own that builds nothing"
);

export {
  usage,
  KEY_IN_REACH
};
