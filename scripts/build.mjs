#!/usr/bin/env node
// Makes dist/ from src/: `node scripts/build.mjs [--check] [--out FOLDER]`. `--check` writes nothing and fails with the
// names of the files that differ. The same sources give the same bytes, wherever the checkout lies.
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { parse } from "yaml";
import { esbuildAssets } from "./assets.mjs";

const top = resolve(dirname(fileURLToPath(import.meta.url)), "..");

// In the syntax of 2015, and neither module nor script in particular: a Node that is too old must get as far as the check.
const LAUNCHER = `#!/usr/bin/env node
if (parseInt(process.versions.node, 10) < 20) {
  console.error("tarwright needs Node.js 20 or later, and this is " + process.version);
  process.exit(2);
} else {
  import("./chunks/cli.js");
}
`;

// Some of the bundled packages are CommonJS and call `require` for Node's own modules.
const REQUIRE = `import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);`;

/** Of package.json the program knows its version; the rest must not change dist/. */
const manifest = {
  name: "manifest",
  setup(builder) {
    builder.onLoad({ filter: /^.*\/package\.json$/ }, async ({ path }) => {
      if (dirname(path) !== top) return undefined;
      const { version } = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};

// @actions/core imports an HTTP client for OpenID tokens, and that undici: half a megabyte to read at each start.
// These packages only define things, so what nobody calls may go.
const quiet = {
  name: "quiet",
  setup(builder) {
    builder.onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
      if (pluginData === quiet || rest.kind === "entry-point") return undefined;
      const found = await builder.resolve(path, { ...rest, pluginData: quiet });
      if (!/\/node_modules\/(@actions|undici)\//.test(found.path)) return undefined;
      return { ...found, sideEffects: false };
    });
  },
};

// The bundler lets a chunk read others of which it uses nothing, lest they do something when they are read. None does,
// and undici alone would cost the installing action a tenth of a second.
const UNUSED = /^import "\.{1,2}\/(?:chunks\/)?chunk-[A-Z0-9]+\.js";\n/gm;

// The bundler gives a class that refers to itself another name, and @actions/cache compares errors by the names of their
// classes. Its own remedy, `keepNames`, names each function anew every time that it is made: a fiftieth of all time.
const RENAMED_CLASS = /^( *)var \w+ = class _(\w+)\b[^\n{]*\{$/gm;

/** What the runner starts: `main:` of action.yml, here and below actions/, is `dist/action/NAME.js`. */
async function actions() {
  const folders = await readdir(join(top, "actions")).catch((error) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const names = [".", ...folders.sort().map((name) => `actions/${name}`)].map(async (folder) => {
    const { runs } = parse(await readFile(join(top, folder, "action.yml"), "utf8"));
    const name = /^dist\/(action\/[a-z-]+)\.js$/.exec(relative(top, join(top, folder, runs.main)))?.[1];
    if (!name) throw new Error(`${folder}/action.yml: its \`main\` leads not to dist/action/`);
    return name;
  });
  return [...new Set(await Promise.all(names))].map((name) => ({ in: `src/${name}.ts`, out: name }));
}

/** Path below dist/ → content. */
async function bundle() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: top,
    // A checkout may borrow its node_modules by a link.
    preserveSymlinks: true,
    entryPoints: [
      { in: "src/cli.ts", out: "chunks/cli" },
      { in: "src/worker.ts", out: "worker" },
      ...(await actions()),
    ],
    outdir: "dist",
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    charset: "utf8",
    legalComments: "none",
    banner: { js: REQUIRE },
    plugins: [manifest, quiet, esbuildAssets],
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  const files = outputFiles.map(({ path, text }) => [
    relative(join(top, "dist"), path),
    Buffer.from(text.replaceAll(UNUSED, "").replaceAll(RENAMED_CLASS, '$&\n$1  static name = "$2";')),
  ]);
  files.push(["cli.js", Buffer.from(LAUNCHER)], ["LICENSES.txt", Buffer.from(await licences(metafile))]);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The licence of every package that has at least one byte in dist/. */
async function licences({ outputs }) {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = new Set(
    used.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.slice(0, 1) ?? []),
  );
  const texts = [...folders].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(join(top, folder, "package.json"), "utf8"));
    const names = (await readdir(join(top, folder)))
      .filter((file) => /^(licen[cs]e|copying)/i.test(file))
      .sort();
    const parts = await Promise.all(names.map((file) => readFile(join(top, folder, file), "utf8")));
    return [`${name} ${version} (${license})`, ...parts.map((text) => text.trim())].join("\n\n");
  });
  const unique = [...new Set(await Promise.all(texts))].sort();
  return `The files below this folder contain parts of these packages.\n\n${unique.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

async function listed(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Names of the files that are missing, different or too many in `folder`. */
async function stale(folder, files) {
  const there = await listed(folder);
  const different = await Promise.all(
    [...files].map(async ([path, content]) =>
      there.includes(path) && content.equals(await readFile(join(folder, path))) ? [] : [path],
    ),
  );
  return [...different.flat(), ...there.filter((path) => !files.has(path))].sort();
}

async function write(folder, files) {
  for (const path of (await listed(folder)).filter((one) => !files.has(one))) await rm(join(folder, path));
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await chmod(join(folder, "cli.js"), 0o755);
}

const { values } = parseArgs({ options: { check: { type: "boolean" }, out: { type: "string" } } });
const folder = resolve(values.out ?? join(top, "dist"));
const files = await bundle().catch((error) => {
  // The bundler has told its errors already.
  if (!error.errors) throw error;
  process.exit(1);
});
if (!values.check) {
  await write(folder, files);
} else {
  const names = await stale(folder, files);
  for (const name of names) console.error(`dist/${name} is not what the sources make`);
  if (names.length > 0) {
    console.error("run `npm run build` and commit dist/");
    process.exitCode = 1;
  }
}
