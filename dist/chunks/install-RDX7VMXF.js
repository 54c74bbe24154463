import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  installWanted
} from "./chunk-LN6OUZY7.js";
import {
  KEYRING
} from "./chunk-PWPF3FX3.js";
import {
  SITE_OPTIONS,
  siteWords
} from "./chunk-3TF42OF7.js";
import {
  oneOf
} from "./chunk-4B4EVV3V.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";

// src/command/install.ts
var verb = {
  usage: "install SPEC… --from DIR|URL|O/R[@TAG] [--key PUB]… [--keyring DIR] [--root R] [--link[=TREE]] [OPTIONS]",
  options: {
    from: {
      type: "string",
      multiple: true,
      help: "a folder, the address of a release's files, or OWNER/REPO[@TAG]; more are mirrors of the first"
    },
    key: {
      type: "string",
      multiple: true,
      help: "the publisher's public key, NAME.pub; default: the lock's, or your own"
    },
    keyring: KEYRING,
    "require-signature": { type: "boolean", help: "refuse what no known key signed; the default" },
    "insecure-no-signature": {
      type: "boolean",
      help: "believe whoever has the place: digests only, no signature"
    },
    ...SITE_OPTIONS,
    prefix: {
      type: "string",
      help: "install elsewhere than at their own prefix, if they can lie elsewhere: /opt/{name}"
    },
    base: { type: "string", help: "take packages for this base; default: that of the machine" },
    arch: { type: "string", help: "take packages for this machine, as uname -m has it; default: this one" },
    "library-path": {
      type: "string",
      help: "runpath or export: whether LD_LIBRARY_PATH is set for packages that need it"
    },
    link: {
      type: "optional",
      help: "make links in the system tree: --link=/usr/local; default: /System/Index for layout programs, else /usr/local"
    },
    lock: { type: "boolean", help: "write what was chosen to tarwright.lock" },
    frozen: { type: "boolean", help: "install exactly what tarwright.lock says" },
    "allow-setuid": { type: "boolean", help: "keep the set-user-ID and set-group-ID bits of files" }
  },
  positionals: { least: 0, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const { host } = context;
    const site = siteWords(args);
    const choice = args.text("library-path");
    const libraryPath = choice === void 0 ? void 0 : oneOf("`--library-path`", choice, ["runpath", "export"]);
    const contradictions = contradictionsOf(args);
    if (!site.ok || libraryPath?.ok === false || contradictions.length > 0) {
      const others = libraryPath?.ok === false ? libraryPath.error : [];
      return { diagnostics: [...site.ok ? [] : site.error, ...others, ...contradictions] };
    }
    const words = {
      specs: args.positionals,
      from: args.texts("from"),
      keys: args.texts("key"),
      keyring: args.text("keyring"),
      signature: args.has("insecure-no-signature") ? "waived" : "required",
      lock: args.has("frozen") ? "frozen" : args.has("lock") ? "write" : "none",
      site: site.value,
      base: args.text("base"),
      arch: args.text("arch") ?? host.arch,
      prefix: args.text("prefix"),
      libraryPath: libraryPath?.value,
      setuid: args.has("allow-setuid") ? "keep" : "refuse",
      link: args.text("link")
    };
    return answer(await installWanted(words, { tools: void 0, context }));
  }
};
function contradictionsOf(args) {
  const pairs = [
    ["lock", "frozen"],
    ["require-signature", "insecure-no-signature"]
  ];
  return pairs.filter(([one, other]) => args.has(one) && args.has(other)).map(
    ([one, other]) => usage("usage/option", `\`--${one}\` and \`--${other}\` contradict each other`, "leave one of them out")
  );
}
function answer({ installed, diagnostics }) {
  if (!installed) return { diagnostics };
  const { packages, from, signer, environment, shadowed, messages, script } = installed;
  const lines = packages.map(
    ({ fullpkgname, outcome, prefix }) => `${fullpkgname}: ${outcome === "installed" ? "installed at" : "is there already, at"} ${prefix}`
  );
  const said = messages.map(
    ({ fullpkgname, text }) => `
${fullpkgname} says:
${text.replace(/^(?=.)/gm, "  ")}`
  );
  const who = signer ? `signed by ${signer.name} (${signer.keyNumber})` : "NOT signed by anybody: no signature was asked for";
  const hint = script === void 0 ? [] : [`. ${script}`];
  return {
    diagnostics,
    text: `${[...lines, `from ${from}, ${who}`, ...hint, ...said].join("\n")}
`,
    json: {
      packages,
      from,
      ...signer ? { signer: { name: signer.name, keyNumber: signer.keyNumber } } : {},
      environment: { ...environment, shadowed },
      messages,
      ...script === void 0 ? {} : { script }
    }
  };
}
export {
  verb
};
