import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);

// src/command/verb.ts
function usage(code, message, help) {
  return { severity: "error", code, blame: "request", message, help };
}
var KEY_IN_REACH = usage(
  "usage/key-in-reach",
  "a signing key is given, and the engine `host` does not keep a build from reading it",
  "choose another engine, or sign in a job of its own that builds nothing"
);
var NO_PUBLISHING_KEY = usage(
  "usage/no-publishing-key",
  "packages are published signed or not at all, and there is no key to sign with",
  "give one (`--key NAME.sec`, or the input `signing-key`); `tarwright keygen` makes one"
);
var NO_TAG = usage(
  "usage/no-tag",
  "nobody says which release the packages go to",
  "name its tag, as `packages`, or a template, as `{base}` or `{port}-{version}`"
);

export {
  usage,
  KEY_IN_REACH,
  NO_PUBLISHING_KEY,
  NO_TAG
};
