import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  ENGINES
} from "./chunk-DUQGCMRN.js";
import {
  parseSigningKey,
  readPublicKey
} from "./chunk-G3IN5NY2.js";
import {
  ARCHES,
  COMPRESSIONS,
  LAYOUTS,
  isArch
} from "./chunk-ZEHBRBCQ.js";
import {
  checking,
  oneOf,
  splitWords
} from "./chunk-4B4EVV3V.js";
import {
  KEY_IN_REACH,
  NO_PUBLISHING_KEY,
  NO_TAG,
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";
import {
  getInput,
  setSecret
} from "./chunk-TG2SN3TN.js";

// src/action/key-input.ts
import { basename } from "node:path";
async function keyChoice(text, host) {
  const file = getInput("public-key");
  const name = file === "" ? "signing-key" : basename(file, ".pub");
  const choice = text === "" ? { kind: "none" } : { kind: "text", text, name };
  if (file === "") return ok(choice);
  const known = await readPublicKey(joinPath(host.folders.working, file), host);
  if (!known.ok) return known;
  const given = text === "" ? void 0 : parseSigningKey(text, name);
  if (!given?.ok || given.value.point === known.value.point) return ok(choice);
  const message = `the input \`signing-key\` is key ${given.value.keyNumber}, and \`public-key\` is of key ${known.value.keyNumber}`;
  return wrong(usage("usage/other-key", message, "give the two halves of one key"));
}

// src/action/inputs.ts
async function readInputs(host) {
  const key = takeSecret("signing-key");
  const token = takeSecret("token");
  const { troubles, checked } = checking();
  const choice = (name, allowed, otherwise) => checked(choiceOf(name, { allowed, otherwise }), otherwise);
  const folder = (name, otherwise) => joinPath(host.folders.working, getInput(name) || otherwise);
  const engine = choice("engine", ["auto", ...ENGINES], "auto");
  const port = getInput("port");
  if (port === "")
    troubles.push(
      usage("usage/no-port", "the input `port` is empty", "name a folder that holds a `port.yml`")
    );
  if (key !== "" && engine === "host") troubles.push(KEY_IN_REACH);
  const isPublished = choice("publish", ["none", "release"], "none") === "release";
  if (isPublished && key === "") troubles.push(NO_PUBLISHING_KEY);
  if (isPublished && getInput("tag") === "") troubles.push(NO_TAG);
  const signingKey = checked(await keyChoice(key, host), { kind: "none" });
  const request = {
    port,
    version: getInput("version") || void 0,
    recipes: [],
    flavors: words("flavor") ?? "default",
    subpackages: words("subpackages") ?? [],
    base: getInput("base") || void 0,
    arch: choice("arch", ARCHES, isArch(host.arch) ? host.arch : "x86_64"),
    prefix: getInput("prefix") || void 0,
    layout: choice("layout", LAYOUTS, "vendor"),
    engine,
    ...UNASKED,
    out: folder("out", "out"),
    distdir: joinPath(host.folders.cache, "distfiles"),
    dependenciesFrom: getInput("dependencies") ? folder("dependencies", "") : void 0,
    key: signingKey,
    configureOptions: checked(
      splitWords("the input `configure-options`", getInput("configure-options")),
      []
    ),
    compression: choice("compression", COMPRESSIONS, "gz"),
    parallel: host.processors,
    commands: choice("allow-shell", ["yes", "no"], "no") === "yes" ? "allowed" : "refused"
  };
  if (troubles.length > 0) return { ok: false, error: troubles };
  const publish = {
    folders: [request.out],
    repository: host.environment("GITHUB_REPOSITORY") ?? "",
    tag: getInput("tag"),
    token,
    key: signingKey,
    trusted: [],
    way: "publish"
  };
  return ok({ build: request, publish: isPublished ? publish : void 0 });
}
var UNASKED = {
  source: "auto",
  only: void 0,
  planned: void 0,
  check: "skip",
  purpose: "deliver",
  verify: "nothing",
  compareFlavors: [],
  dependencies: "found",
  checkouts: "refused",
  onEnd: "remove",
  needs: []
};
function choiceOf(name, { allowed, otherwise }) {
  return oneOf(`the input \`${name}\``, getInput(name) || otherwise, allowed);
}
function takeSecret(name) {
  const secret = getInput(name);
  for (const line of secret.split("\n").map((text) => text.trim())) if (line !== "") setSecret(line);
  delete process.env[`INPUT_${name.toUpperCase()}`];
  return secret;
}
function words(name) {
  const found = getInput(name).split(/\s+/).filter(Boolean);
  return found.length > 0 ? found : void 0;
}

export {
  keyChoice,
  readInputs,
  choiceOf,
  takeSecret
};
