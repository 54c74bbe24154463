import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  withoutLogin
} from "./chunk-27H5ZHXC.js";
import {
  keepDistfile,
  reasonOf
} from "./chunk-IXKQB4NW.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  download,
  ok,
  quoted,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/new-distfile.ts
var DIGESTS = ["md5", "sha1", "rmd160", "sha256", "sha512"];
var MOST_BYTES = 8 * 1024 ** 3;
async function fetchNewDistfile({ url, name }, { host, report, signal }) {
  const address = addressOf(url);
  if (!address.ok) return address;
  const cache = joinPath(host.folders.cache, "distfiles");
  await host.makeFolder(cache);
  return await withScratch(cache, host, async (scratch) => {
    const part = joinPath(scratch, "part");
    const digests = DIGESTS.map((algorithm) => ({ algorithm, hex: "" }));
    const wanted = { file: name, mostBytes: MOST_BYTES, digests };
    const answer = await download(address.value, { wanted, part, host, report }, signal);
    if (answer.kind !== "received") return wrong(notFetched(url, reasonOf(answer)));
    const { sizeBytes } = answer.received;
    const hex = (name2) => answer.received.digests.find(({ algorithm }) => algorithm === name2)?.hex ?? "";
    const found = {
      md5: hex("md5"),
      sha1: hex("sha1"),
      rmd160: hex("rmd160"),
      sha256: hex("sha256"),
      sha512: hex("sha512")
    };
    report({ kind: "progress", what: name, done: sizeBytes, total: sizeBytes, unit: "bytes" });
    const file = await keepDistfile(part, { sha256: found.sha256, cache }, host);
    return ok({ file, sizeBytes, digests: found });
  });
}
function addressOf(url) {
  const address = URL.canParse(url) ? new URL(url) : void 0;
  const help = "write it as a browser shows it: `https://example.org/foo-1.2.tar.gz`";
  if (!address || !/^[\x21-\x7e]+$/.test(url) || !/^https?:$/.test(address.protocol) || /["'`\\<>]/.test(url)) {
    const what = `${quoted(withoutLogin(url))} is no address that sources can be fetched from`;
    return wrong(usage("usage/source-address", what, help));
  }
  if (address.username !== "" || address.password !== "") {
    const what = `${quoted(withoutLogin(url))} has a login, which would stand in the recipe for all to read`;
    return wrong(usage("usage/source-address", what, "leave it out: a recipe is for everybody"));
  }
  return ok(address);
}
function notFetched(url, why) {
  return {
    severity: "error",
    code: "make-recipe/not-fetched",
    blame: "world",
    message: `${quoted(url)} could not be had: ${why}`,
    help: "mend the address, or try again when the network is back"
  };
}

export {
  fetchNewDistfile,
  addressOf
};
