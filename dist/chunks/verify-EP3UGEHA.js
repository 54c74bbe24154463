import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  KEYRING,
  readKeys,
  readRing
} from "./chunk-PWPF3FX3.js";
import {
  SITE_OPTIONS,
  inspectPackage,
  meant,
  readInstalled,
  recover,
  siteAndWishes,
  withEntries
} from "./chunk-3TF42OF7.js";
import {
  verifyFiles
} from "./chunk-G3IN5NY2.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  diagnosticJson,
  ok
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/verify-installed.ts
async function verifyInstalled(args, { host }) {
  const asked = siteAndWishes(args, host);
  if (!asked.ok) return { diagnostics: asked.error };
  const found = await inspect(asked.value.site, asked.value.wishes, host);
  if (!found.ok) return { diagnostics: found.error };
  return {
    diagnostics: found.value.flatMap(troubleOf),
    text: found.value.map(sentence).join(""),
    json: {
      installed: found.value.map((one) => ({
        fullpkgname: one.known.package.fullpkgname,
        folder: one.place,
        outcome: isRight(one) ? "right" : "wrong",
        changes: one.changes,
        links: one.links
      }))
    }
  };
}
async function inspect(site, wishes, host) {
  const mended = await recover(site, host);
  if (!mended.ok) return mended;
  const installed = await readInstalled(site, host);
  if (!installed.ok) return installed;
  const wanted = wishes.length === 0 ? installed : meant(wishes, installed.value);
  if (!wanted.ok) return wanted;
  const known = await withEntries(site, wanted.value, host);
  if (!known.ok) return known;
  const inspections = [];
  for (const one of known.value) {
    const inspection = await inspectPackage(site, { known: one, installed: installed.value }, host);
    if (!inspection.ok) return inspection;
    inspections.push(inspection.value);
  }
  return ok(inspections);
}
function isRight({ changes, links }) {
  return changes.length + links.changes.length === 0;
}
function sentence(inspection) {
  const { known, place, links } = inspection;
  const { fullpkgname } = known.package;
  if (!isRight(inspection)) return `${fullpkgname}: NOT as it was installed
`;
  const counted = `${known.entries.length} files and folders${links.count > 0 ? `, ${links.count} links to them` : ""}`;
  return `${fullpkgname}: as it was installed in ${place} (${counted})
`;
}
var SHOWN = 20;
function troubleOf(inspection) {
  if (isRight(inspection)) return [];
  const { known, place, changes, links } = inspection;
  const all = [
    ...changes.map(({ path, what }) => `\`${place}/${path}\`: ${what}`),
    ...links.changes.map(({ path, what }) => `the link \`${path}\`: ${what}`)
  ];
  const lines = all.slice(0, SHOWN);
  const more = all.length > SHOWN ? [`and ${all.length - SHOWN} more`] : [];
  const { fullpkgname } = known.package;
  return [
    {
      severity: "error",
      code: "install/changed",
      blame: "request",
      message: [`\`${fullpkgname}\` is not as it was installed:`, ...lines, ...more].join("\n  "),
      help: changes.length === 0 ? "move away what is there now, then install it with `--link` again" : `\`tarwright remove ${fullpkgname}\`, then install it again`
    }
  ];
}

// src/command/verify.ts
var verb = {
  usage: "verify FILES… [--key PUB]… [--keyring DIR] | verify --installed [SPEC…] [--root R]",
  options: {
    installed: { type: "boolean", help: "look at what is installed, by the lists that were kept of it" },
    ...SITE_OPTIONS,
    key: {
      type: "string",
      multiple: true,
      help: "a public key to trust, NAME.pub; default: your own, and what lies beside is named"
    },
    keyring: KEYRING
  },
  positionals: { least: 0, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    if (args.has("installed")) return verifyInstalled(args, context);
    if (args.positionals.length === 0) return { diagnostics: [NO_FILE] };
    const { host, signal } = context;
    const keys = await readKeys(args.texts("key"), host);
    const ring = await readRing(args.text("keyring"), host);
    if (!keys.ok || !ring.ok) {
      return { diagnostics: [keys, ring].flatMap((one) => one.ok ? [] : one.error) };
    }
    const files = args.positionals.map((name) => joinPath(host.folders.working, name));
    const verified = await verifyFiles(
      { files, keys: [...keys.value, ...ring.value?.keys ?? []], ring: ring.value },
      host,
      signal
    );
    return {
      diagnostics: verified.flatMap(({ troubles }) => troubles),
      text: verified.map((one) => sentences(one, host.folders.working)).join(""),
      json: { verified: verified.map(verifiedJson) }
    };
  }
};
var NO_FILE = usage(
  "usage/arguments",
  "`verify` takes 1 argument or more, found none",
  "name archives or folders of packages, or add `--installed`"
);
function isRight2({ troubles }) {
  return troubles.every(({ severity }) => severity === "warning");
}
function sentences(one, working) {
  const file = shownPath(one.file, working);
  const signer = one.signer ? `signed by ${one.signer.name} (${one.signer.keyNumber})` : "not signed";
  const head = isRight2(one) ? `${file}: right, ${signer}` : `${file}: NOT right`;
  return [head, ...one.checked.map((sentence2) => `  ${sentence2}`), ""].join("\n");
}
function verifiedJson(one) {
  return {
    file: one.file,
    kind: one.kind,
    outcome: isRight2(one) ? "right" : "wrong",
    ...one.signer ? { signer: { name: one.signer.name, keyNumber: one.signer.keyNumber } } : {},
    checked: one.checked,
    ...one.contentDigest === void 0 ? {} : { contentDigest: one.contentDigest },
    troubles: one.troubles.map(diagnosticJson)
  };
}
export {
  verb
};
