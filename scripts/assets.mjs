// How files that are not TypeScript become modules (a table is parsed when dist/ is built, a script is text), and which of
// yaml's two builds is taken. One rule for both tools, so that the tests see what dist/ holds.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** The JavaScript source of the module that stands for `path`, or undefined when it is not one of ours. */
export function assetModule(path) {
  // Several times faster to read than as JavaScript, when it is long.
  if (path.endsWith(".yml"))
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(parse(readFileSync(path, "utf8"))))});`;
  if (/\.(sh|mk|c|h)$/.test(path)) return `export default ${JSON.stringify(readFileSync(path, "utf8"))};`;
  return undefined;
}

// What yaml has for Node asks the environment at each token whether to log it, which takes a tenth of the time.
const YAML = fileURLToPath(new URL("../node_modules/yaml/browser/index.js", import.meta.url));

export const esbuildAssets = {
  name: "assets",
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: YAML, sideEffects: false }));
    build.onLoad({ filter: /\.(yml|sh|mk|c|h)$/ }, ({ path }) => ({
      contents: assetModule(path),
      loader: "js",
    }));
  },
};

export const viteAssets = {
  name: "assets",
  enforce: "pre",
  resolveId(id, importer) {
    return id === "yaml" && importer?.includes("/src/") ? YAML : undefined;
  },
  load(id) {
    return assetModule(id);
  },
};
