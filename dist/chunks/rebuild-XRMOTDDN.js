import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  HOSTS,
  buildPort,
  notReproducible
} from "./chunk-ZX5BBB2K.js";
import {
  rebuildLine
} from "./chunk-B2J73SKI.js";
import {
  chooseKey
} from "./chunk-YYJQCZB6.js";
import {
  RECIPES
} from "./chunk-3RF2CHTB.js";
import {
  ENGINES
} from "./chunk-DUQGCMRN.js";
import {
  FILE_HASHES,
  compareArchives,
  fileDigest,
  readIndex
} from "./chunk-G3IN5NY2.js";
import {
  isArch
} from "./chunk-ZEHBRBCQ.js";
import {
  package_default
} from "./chunk-HA5EIUJH.js";
import {
  countOf,
  oneOf,
  splitWords
} from "./chunk-4B4EVV3V.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/rebuild.ts
var verb = {
  usage: "rebuild PACKAGE PORT [--recipes DIR|URL]… [--deps-from DIR] [--key KEY] [--out DIR] [OPTIONS]",
  options: {
    recipes: RECIPES,
    "deps-from": {
      type: "string",
      help: "folder with the packages that the port depends on; default: beside it"
    },
    base: { type: "string", help: "the base by another name, as NAME=IMAGE; default: what the package says" },
    engine: { type: "string", help: `auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "make the base here, even where there is an image of it" },
    distdir: { type: "string", help: "folder of fetched distfiles; default: in your cache" },
    "configure-options": {
      type: "string",
      multiple: true,
      help: "those that the package was built with, quoted as in a shell"
    },
    filehash: { type: "string", help: `the one that it was built with: ${FILE_HASHES.join(", ")}` },
    jobs: { type: "string", help: "commands that make runs at once; default: one more than processors" },
    key: { type: "string", help: "sign what came out with this key, into PACKAGE.rebuild.intoto.jsonl" },
    out: { type: "string", help: "folder for that file; default: beside the package" }
  },
  positionals: { least: 2, most: 2 },
  run: async (args, context) => {
    const [argument = "", port = ""] = args.positionals;
    const { host } = context;
    const archive = joinPath(host.folders.working, argument);
    const row = await rowFor(archive, context);
    const jobs = countOf("`--jobs`", args.text("jobs") ?? String(host.processors + 1));
    const engine = oneOf("`--engine`", args.text("engine") ?? "auto", [
      "auto",
      ...ENGINES
    ]);
    const options = args.texts("configure-options").map((text) => splitWords("`--configure-options`", text));
    const fileHash = oneOf("`--filehash`", args.text("filehash") ?? "sha256", FILE_HASHES);
    const key = await keyOf(args, context);
    const troubles = [row, jobs, engine, fileHash, key, ...options].flatMap(
      (one) => one.ok ? [] : one.error
    );
    if (!row.ok || !jobs.ok || !engine.ok || !fileHash.ok || !key.ok || troubles.length > 0)
      return { diagnostics: troubles };
    const configureOptions = options.flatMap((one) => one.ok ? one.value : []);
    const parallel = jobs.value;
    const wish = { port, args, engine: engine.value, fileHash: fileHash.value, parallel, configureOptions };
    const folder = joinPath(host.folders.cache, "jobs");
    return await withScratch(
      folder,
      host,
      (scratch) => compare({ row: row.value, archive, key: key.value, scratch }, wish, context)
    );
  }
};
async function compare(subject, wish, context) {
  const { row, archive, key, scratch } = subject;
  const { host, signal } = context;
  const out = joinPath(scratch, "out");
  const request = requestFor(subject, wish, { out, host });
  if (!request.ok) return { diagnostics: request.error };
  const { built, diagnostics } = await buildPort(request.value, context);
  if (!built) return { diagnostics };
  const twin = built.packages.find(({ fullpkgname }) => fullpkgname === row.fullpkgname);
  if (!twin) return { diagnostics: [...diagnostics, otherPackage(row, built.packages)] };
  const files = [archive, joinPath(out, twin.file)];
  const found = await compareArchives({ files, hosts: HOSTS, host }, signal);
  if (!found.ok) return { diagnostics: found.error };
  const differing = found.value;
  const { varied } = built;
  const outcome = differing.length === 0 ? "identical" : "different";
  const said = {
    outcome,
    varied,
    differing: differing.map(({ path }) => path),
    version: package_default.version
  };
  const statement = key && await writeStatement(rebuildLine(row, said, key), subject, wish.args, context);
  const others = differing.length > 0 ? [...otherInputs(row, twin), notReproducible(row, differing)] : [];
  return {
    diagnostics: [...diagnostics, ...others],
    text: textOf({ row, differing, varied }, statement && shownPath(statement, host.folders.working)),
    json: { package: row.file, verdict: outcome, varied, differing, ...statement ? { statement } : {} }
  };
}
function requestFor({ row, archive }, { args, ...wish }, { out, host }) {
  const folder = (option, otherwise) => {
    const text = args.text(option);
    return text === void 0 ? otherwise : joinPath(host.folders.working, text);
  };
  if (!isArch(row.arch))
    return wrong(usage("usage/value", `\`${row.arch}\` is no architecture`, "rebuild another"));
  return ok({
    ...wish,
    version: void 0,
    recipes: args.texts("recipes"),
    flavors: row.flavors,
    subpackages: [],
    base: args.text("base") ?? row.base,
    arch: row.arch,
    prefix: row.layout === "vendor" ? row.prefix : void 0,
    layout: row.layout,
    source: args.has("made") ? "made" : "auto",
    only: void 0,
    planned: void 0,
    out,
    distdir: folder("distdir", joinPath(host.folders.cache, "distfiles")),
    dependenciesFrom: folder("deps-from", joinPath(archive, "..")),
    key: { kind: "none" },
    compression: "gz",
    check: "skip",
    commands: "refused",
    dependencies: "found",
    checkouts: "refused",
    needs: [],
    onEnd: "remove",
    purpose: "compare",
    verify: "nothing",
    compareFlavors: []
  });
}
async function rowFor(archive, { host, signal }) {
  const name = shownPath(archive, host.folders.working);
  const sha256 = await fileDigest(archive, host, signal);
  if (sha256 === void 0) {
    return wrong(usage("usage/no-package", `there is nothing at \`${name}\``, "name the file of a package"));
  }
  const index = await readIndex(joinPath(archive, ".."), host);
  if (!index.ok) return index;
  const row = index.value?.packages.find((one) => one.sha256 === sha256);
  if (row) return ok(row);
  const help = "put it beside the `index.json` of its release, which tells how it was built";
  return wrong(usage("usage/no-package", `no \`index.json\` beside \`${name}\` tells of it`, help));
}
async function keyOf(args, { host }) {
  const file = args.text("key");
  if (file === void 0) return ok(void 0);
  const key = await chooseKey({ kind: "file", file: joinPath(host.folders.working, file) }, host);
  return key.ok ? ok(key.value.key) : key;
}
async function writeStatement(line, { row, archive }, args, { host }) {
  const folder = args.text("out") ?? joinPath(archive, "..");
  const file = joinPath(host.folders.working, folder, `${row.file}.rebuild.intoto.jsonl`);
  await host.writeFile(file, `${line}
`);
  return file;
}
function textOf({
  row,
  differing,
  varied
}, statement) {
  const verdict = differing.length === 0 ? "identical" : `different, in ${differing.length} files`;
  const signed = statement === void 0 ? "" : `  signed statement: ${statement}
`;
  return `${row.file}: ${verdict}
  built again with another ${varied.join(", ")}
${signed}`;
}
function otherInputs(row, twin) {
  const fault = (what, help) => ({
    severity: "warning",
    code: "build/other-inputs",
    blame: "request",
    message: `\`${row.fullpkgname}\` was built ${what}`,
    help
  });
  if (row.baseDigest !== twin.baseDigest) {
    const what = `on the root ${row.baseDigest} of \`${row.base}\`, which is ${twin.baseDigest} here`;
    return [fault(what, "bring the very root: `--base NAME=IMAGE@sha256:…`, or the one of `base export`")];
  }
  if (row.fingerprint === twin.fingerprint) return [];
  return [
    fault(
      "from another recipe, other options or other dependencies",
      "check out the commit that it was built from"
    )
  ];
}
function otherPackage({ fullpkgname }, packages) {
  const names = packages.map((one) => `\`${one.fullpkgname}\``).join(", ");
  const message = `the port does not build \`${fullpkgname}\`, but ${names}`;
  return usage(
    "usage/other-port",
    message,
    "name the port that it was built from, in the version that it was built from"
  );
}
export {
  verb
};
