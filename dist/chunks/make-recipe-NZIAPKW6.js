import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  addressOf,
  fetchNewDistfile
} from "./chunk-M3OZUG5Q.js";
import {
  LOCAL_RECIPES
} from "./chunk-27H5ZHXC.js";
import {
  suppliedFor
} from "./chunk-V57KGXLJ.js";
import {
  makeRecipe,
  nameRecipe,
  worthReading
} from "./chunk-VIWBSZHV.js";
import {
  listForeign
} from "./chunk-G3IN5NY2.js";
import {
  oneOf
} from "./chunk-4B4EVV3V.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  quoted,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/make-recipe.ts
var verb = {
  usage: "make-recipe URL [NAME] [VERSION] [--dialect gobolinux|yaml] [--out DIR] [--overwrite]",
  options: {
    dialect: { type: "string", help: "gobolinux (a Recipe, the default) or yaml (a port.yml)" },
    base: { type: "string", multiple: true, help: "what a port.yml is meant for; default: debian-12" },
    out: {
      type: "string",
      help: "folder of recipes, in which NAME/VERSION is made; default: LocalRecipes; of a port.yml its own folder, NAME"
    },
    overwrite: { type: "boolean", help: "replace files of a recipe that is there already" }
  },
  positionals: { least: 1, most: 3 },
  run: async (args, context) => {
    const request = requestOf(args, context);
    if (!request.ok) return { diagnostics: request.error };
    return await make(request.value, context);
  }
};
function requestOf(args, { host }) {
  const urls = args.positionals.filter((word) => word.includes("/"));
  const [name, version] = args.positionals.filter((word) => !word.includes("/"));
  const [url = ""] = urls;
  const dialect = oneOf("`--dialect`", args.text("dialect") ?? "gobolinux", ["gobolinux", "yaml"]);
  if (urls.length !== 1) {
    return wrong(usage("usage/arguments", "`make-recipe` takes one address", `tarwright ${verb.usage}`));
  }
  const address = addressOf(url);
  if (!dialect.ok || !address.ok) {
    return { ok: false, error: [dialect, address].flatMap((one) => one.ok ? [] : one.error) };
  }
  const named = { dialect: dialect.value, ...name ? { name } : {}, ...version ? { version } : {} };
  const identity = nameRecipe(url, named);
  if (!identity.ok) return identity;
  const bases = args.texts("base");
  return ok({
    url,
    identity: identity.value,
    folder: joinPath(host.folders.working, placeFor(identity.value, args.text("out"))),
    bases: bases.length > 0 ? bases : ["debian-12"],
    existing: args.has("overwrite") ? "overwrite" : "keep"
  });
}
function placeFor({ dialect, name, version }, out) {
  if (dialect === "yaml") return out ?? name;
  const own = `${name}/${version}`;
  const above = out?.replace(/(?<=.)\/+$/, "") || LOCAL_RECIPES;
  return above === own || above.endsWith(`/${own}`) ? above : `${above}/${own}`;
}
var MOST_BYTES = 16 * 1024 ** 3;
async function make({ url, identity, folder, bases, existing }, context) {
  const { host, signal } = context;
  const { working } = host.folders;
  const recipe = identity.dialect === "gobolinux" ? "Recipe" : "port.yml";
  if (existing === "keep" && await host.status(joinPath(folder, recipe))) {
    return { diagnostics: [isThere(shownPath(joinPath(folder, recipe), working))] };
  }
  const file = fileNameOf(url, identity);
  const fetched = await fetchNewDistfile({ url, name: file }, context);
  if (!fetched.ok) return { diagnostics: fetched.error };
  const { sizeBytes, digests, file: archive } = fetched.value;
  const listed = await listForeign({ archive, mostBytes: MOST_BYTES, wanted: worthReading }, host, signal);
  if (listed.kind === "no-tool") return { diagnostics: [listed.diagnostic] };
  if (listed.kind === "damaged") return { diagnostics: [noArchive(url, listed.why)] };
  const { md5, sha256 } = digests;
  const { files, texts } = listed.listing;
  const made = makeRecipe({
    identity,
    archive: { url, file, sizeBytes, md5, sha256, files, texts },
    bases,
    supply: suppliedFor
  });
  if (!made.ok) return { diagnostics: made.error };
  for (const [path, text] of made.value.files) {
    const place = joinPath(folder, path);
    if (path === recipe || !await host.status(place)) await host.writeFile(place, text);
  }
  const { system, evidence, unknownNeeds, warnings } = made.value;
  const { name, version, dialect } = identity;
  const shown = shownPath(joinPath(folder, recipe), working);
  const needs = unknownNeeds.length === 0 ? "" : `it may need more: ${unknownNeeds.join(", ")}
`;
  return {
    diagnostics: warnings,
    text: `${shown}: ${name} ${version}, built by ${system} (${evidence})
${needs}tarwright build ${shownPath(folder, working)}
`,
    json: { dialect, name, version, folder, system, evidence, unknownNeeds, sizeBytes, md5, sha256 }
  };
}
function fileNameOf(url, { name, version }) {
  const plain = url.replace(/[?#].*$/, "").replace(/\/download$/, "").replace(/^.*\//, "");
  const asked = /[?&](?:file|filename|download|url|f|name)=(?:[^&#]*\/)?([\w.+~-]+)/i.exec(url)?.[1];
  const found = [plain, asked].find((one) => one !== void 0 && isArchiveName(one));
  return found ?? (/^[\w.+~-]*\d[\w.+~-]*$/.test(plain) ? plain : `${name}-${version}.tar.gz`);
}
function isArchiveName(name) {
  return /^[A-Za-z0-9_][\w.+~=@,-]*\.(?:tar(?:\.\w+)?|t[a-z]z2?|zip|gz|bz2|xz|crate)$/i.test(name);
}
function isThere(place) {
  return usage(
    "usage/recipe-there",
    `\`${place}\` is there already`,
    "choose another `--out`, or `--overwrite` it"
  );
}
function noArchive(url, why) {
  return {
    severity: "error",
    code: "make-recipe/no-archive",
    blame: "request",
    message: `what lies at ${quoted(url)} is no archive that can be read: ${why}`,
    help: "name the address of the archive itself, not of the page that leads to it"
  };
}
export {
  verb
};
