import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readKeyRing,
  readPublicKey
} from "./chunk-G3IN5NY2.js";
import {
  ok
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/public-keys.ts
async function readKeys(names, host) {
  const keys = [];
  const troubles = [];
  for (const name of names) {
    const key = await readPublicKey(joinPath(host.folders.working, name), host);
    if (key.ok) keys.push(key.value);
    else troubles.push(...key.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(keys);
}
async function ownKeys(host) {
  const folder = host.folders.config;
  const names = (await host.list(folder) ?? []).filter((name) => name.endsWith(".pub"));
  const keys = await Promise.all(names.map((name) => readPublicKey(joinPath(folder, name), host)));
  return keys.flatMap((key) => key.ok ? [key.value] : []);
}
var KEYRING = {
  type: "string",
  help: "a folder of public keys to trust: NAME.pub of signify, NAME.asc and NAME.gpg of OpenPGP"
};
async function readRing(name, host) {
  return name === void 0 ? ok(void 0) : await readKeyRing(joinPath(host.folders.working, name), host);
}

export {
  readKeys,
  ownKeys,
  KEYRING,
  readRing
};
