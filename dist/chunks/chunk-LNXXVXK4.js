import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  LAYOUTS,
  bestFor,
  diagnosticJson,
  foreignDependencies,
  fulfils,
  isArch,
  isOwn,
  jobId,
  nearest,
  ok,
  packageName,
  parsePkgpath,
  prefixOf,
  quoted,
  releaseOf,
  sortDiagnostics,
  stemOf,
  unreachable,
  wrong
} from "./chunk-YHAPECI5.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

// src/plan/account.ts
function account({ jobs }, ends) {
  const outcomes = /* @__PURE__ */ new Map();
  const blamed = /* @__PURE__ */ new Map();
  const recorded = new Map(ends.map(({ job, outcome }) => [job, outcome]));
  for (const { id, needs, verdict } of jobs) {
    const because = [...new Set(needs.flatMap((need) => blamed.get(need) ?? []))].sort();
    const outcome = verdict.kind === "fresh" ? "fresh" : recorded.get(id) ?? (because.length > 0 ? "skipped" : "missing");
    outcomes.set(id, outcome);
    if (outcome === "failed" || outcome === "missing") blamed.set(id, [id]);
    else if (outcome === "skipped") blamed.set(id, because);
  }
  const having = /* @__PURE__ */ __name((wanted) => jobs.map(({ id }) => id).filter((id) => outcomes.get(id) === wanted), "having");
  const skipped = having("skipped").map((job) => ({ job, because: blamed.get(job) ?? [] }));
  const failed = having("failed");
  return {
    account: {
      built: having("built"),
      fresh: having("fresh"),
      failed,
      skipped,
      blame: failed.map((job) => ({
        job,
        dependants: skipped.filter(({ because }) => because.includes(job)).map((one) => one.job)
      }))
    },
    diagnostics: [
      ...having("missing").map(lost),
      ...skipped.filter(({ because }) => because.length === 0).map(({ job }) => groundless(job)),
      ...strangers(jobs, ends)
    ]
  };
}
__name(account, "account");
function strangers(jobs, ends) {
  const expected = new Set(jobs.filter(({ verdict }) => verdict.kind === "run").map(({ id }) => id));
  const seen = /* @__PURE__ */ new Set();
  return ends.flatMap(({ job }) => {
    if (!expected.has(job)) {
      return [unbalanced(`there is a record of \`${job}\`, which this plan does not run`)];
    }
    if (seen.has(job)) return [unbalanced(`there are two records of \`${job}\``)];
    seen.add(job);
    return [];
  });
}
__name(strangers, "strangers");
function lost(job) {
  return unbalanced(`\`${job}\` was planned, and left no record: neither built nor failed`);
}
__name(lost, "lost");
function groundless(job) {
  return unbalanced(`\`${job}\` was skipped, though all that it needs was built`);
}
__name(groundless, "groundless");
function unbalanced(message) {
  return {
    severity: "error",
    code: "plan/unbalanced",
    blame: "world",
    message,
    help: "look at the log of its shard, then run the failed jobs again"
  };
}
__name(unbalanced, "unbalanced");

// src/plan/compare.ts
function compareRows(made, released) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of released) groups.set(keyOf(row), [...groups.get(keyOf(row)) ?? [], row]);
  return made.flatMap((row) => {
    const [before] = [...groups.get(keyOf(row)) ?? []].sort(
      (a, b) => likeness(b, row) - likeness(a, row) || (a.base < b.base ? 1 : -1)
    );
    if (!before || before.contentDigest === row.contentDigest) return [];
    const [old, now] = [sonamesOf(before), sonamesOf(row)];
    return [
      {
        made: row,
        released: before,
        gone: old.filter((name) => !now.includes(name)),
        come: now.filter((name) => !old.includes(name))
      }
    ];
  });
}
__name(compareRows, "compareRows");
function keyOf({ fullpkgpath, flavors, arch: arch2, layout }) {
  return JSON.stringify([fullpkgpath, flavors, arch2, layout]);
}
__name(keyOf, "keyOf");
function likeness({ base }, { base: wanted }) {
  const kind = /* @__PURE__ */ __name((name) => name.replace(/-[^-]*$/, ""), "kind");
  return base === wanted ? 2 : kind(base) === kind(wanted) ? 1 : 0;
}
__name(likeness, "likeness");
function sonamesOf({ libraries }) {
  return [...new Set(libraries.provided.flatMap(({ soname }) => soname ?? []))].sort();
}
__name(sonamesOf, "sonamesOf");

// src/plan/graph.ts
var GRAPHS = ["dot", "mermaid"];
function graph(plan, kind) {
  return kind === "dot" ? dot(plan) : mermaid(plan);
}
__name(graph, "graph");
function dot({ jobs, edges }) {
  const nodes = jobs.map(
    ({ id, verdict }) => `  "${id}"${verdict.kind === "fresh" ? " [style=dashed]" : ` [label="${id}\\n${place(verdict)}"]`};
`
  );
  const arrows = edges.map(({ job, needs }) => `  "${needs}" -> "${job}";
`);
  return `digraph plan {
  rankdir=LR;
  node [shape=box];
${[...nodes, ...arrows].join("")}}
`;
}
__name(dot, "dot");
function mermaid({ jobs, edges }) {
  const numbers = new Map(jobs.map(({ id }, index) => [id, index]));
  const nodes = jobs.map(
    ({ id, verdict }, index) => `  n${index}["${id}${verdict.kind === "fresh" ? "" : `<br>${place(verdict)}`}"]${verdict.kind === "fresh" ? ":::fresh" : ""}
`
  );
  const arrows = edges.map(({ job, needs }) => `  n${numbers.get(needs)} --> n${numbers.get(job)}
`);
  return `flowchart LR
  classDef fresh stroke-dasharray: 5 5
${[...nodes, ...arrows].join("")}`;
}
__name(mermaid, "mermaid");
function place({ shard }) {
  return `shard ${shard}`;
}
__name(place, "place");

// src/plan/matrix.ts
var OUTPUT_BYTES = 1024 * 1024;
var RUNNERS = { x86_64: "ubuntu-24.04", aarch64: "ubuntu-24.04-arm" };
var LENGTHS = [
  { name: 120, needs: 8192 },
  { name: 80, needs: 1024 },
  { name: 40, needs: 256 },
  { name: 20, needs: 64 }
];
function matrix({ ranks, shards }) {
  let made = {};
  for (const length of LENGTHS) {
    const artifacts = new Map(
      shards.flatMap((shard) => shard.jobs.map((job) => [job, artifactName(shard, length)]))
    );
    const legsOf2 = /* @__PURE__ */ __name((rank) => shards.filter((shard) => shard.rank === rank).map((shard) => legOf(shard, artifacts, length)), "legsOf");
    made = Object.fromEntries(Array.from({ length: ranks }, (_, rank) => [`rank${rank}`, legsOf2(rank)]));
    if (JSON.stringify(made).length * 2 <= OUTPUT_BYTES) break;
  }
  return made;
}
__name(matrix, "matrix");
function legOf(shard, artifacts, length) {
  const { name, arch: arch2, base, jobs, needs } = shard;
  const [first = "", ...others] = jobs;
  const title = first.length > length.name ? `${first.slice(0, length.name - 1)}…` : first;
  const glob = globOf([...new Set(needs.flatMap((job) => artifacts.get(job) ?? []))].sort());
  return {
    shard: name,
    name: others.length === 0 ? title : `${title} and ${others.length} more`,
    arch: arch2,
    base,
    runner: RUNNERS[arch2],
    artifact: artifactName(shard, length),
    needs: glob.length > length.needs ? EVERY_ARTIFACT : glob
  };
}
__name(legOf, "legOf");
function artifactName({ name, jobs }, length) {
  const [first = "", ...others] = jobs;
  if (first.length > length.name) return `${first.slice(0, length.name)}@${name}`;
  return others.length === 0 ? first : `${first}+${others.length}`;
}
__name(artifactName, "artifactName");
var EVERY_ARTIFACT = "*@*";
function globOf(names) {
  const escaped = names.map((name) => name.replaceAll(",", "?"));
  return escaped.length > 1 ? `{${escaped.join(",")}}` : escaped.join();
}
__name(globOf, "globOf");

// src/plan/fields.ts
var WrongShape = class extends Error {
  static {
    __name(this, "WrongShape");
  }
};
function fieldsOf(value, where) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WrongShape(`\`${where}\` is not an object`);
  }
  return Object.assign(/* @__PURE__ */ Object.create(null), value);
}
__name(fieldsOf, "fieldsOf");
function listOf(fields, name, parse) {
  return list(fields, name).map((one, index) => parse(fieldsOf(one, `${name}[${index}]`)));
}
__name(listOf, "listOf");
function list(fields, name) {
  const value = fields[name];
  if (!Array.isArray(value)) throw new WrongShape(`\`${name}\` is not a list`);
  return value;
}
__name(list, "list");
function texts(fields, name) {
  return list(fields, name).map((one) => {
    if (typeof one !== "string") throw new WrongShape(`\`${name}\` is not a list of texts`);
    return one;
  });
}
__name(texts, "texts");
function ids(fields, name) {
  return list(fields, name).map(jobIdOf);
}
__name(ids, "ids");
function jobIdOf(value) {
  if (typeof value !== "string" || !/^[A-Za-z0-9_][A-Za-z0-9._+,@-]*$/.test(value)) {
    throw new WrongShape(`\`${String(value)}\` is not the id of a job`);
  }
  return value;
}
__name(jobIdOf, "jobIdOf");
function text(fields, name, pattern = /^/) {
  const value = fields[name];
  if (typeof value !== "string" || !pattern.test(value)) {
    throw new WrongShape(`\`${name}\` can't be \`${JSON.stringify(value)}\``);
  }
  return value;
}
__name(text, "text");
function count(fields, name) {
  const value = fields[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new WrongShape(`\`${name}\` is not a whole number`);
  }
  return value;
}
__name(count, "count");
function word(fields, name, allowed) {
  const found = allowed.find((one) => one === fields[name]);
  if (found === void 0) throw new WrongShape(`\`${name}\` is none of ${allowed.join(", ")}`);
  return found;
}
__name(word, "word");
var SHA256 = /^[0-9a-f]{64}$/;
var FILE_NAME = /^[^/.\p{Cc}][^/\p{Cc}]*$/u;
function readJson(text2, decode3, unreadable3) {
  try {
    return ok(decode3(JSON.parse(text2)));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof WrongShape)) throw error;
    return wrong(unreadable3(error.message));
  }
}
__name(readJson, "readJson");

// src/plan/record.ts
var RECORD_NAME = "result.json";
function formatRecord(record) {
  return `${JSON.stringify(record, void 0, 2)}
`;
}
__name(formatRecord, "formatRecord");
function recordedErrors(diagnostics) {
  return diagnostics.filter(({ severity }) => severity === "error").slice(0, MOST_ERRORS).map(diagnosticJson);
}
__name(recordedErrors, "recordedErrors");
var MOST_ERRORS = 20;
function readRecord(text2, name) {
  return readJson(text2, decode, (why) => unreadable(name, why));
}
__name(readRecord, "readRecord");
function unreadable(name, why) {
  return {
    severity: "error",
    code: "plan/unreadable-record",
    blame: "world",
    message: `\`${name}\` is not what a job leaves: ${why}`,
    help: "run the job that left it again"
  };
}
__name(unreadable, "unreadable");
function decode(value) {
  const top = fieldsOf(value, "it");
  if (top["version"] !== 1) throw new WrongShape("its `version` is not 1");
  return {
    version: 1,
    job: jobIdOf(top["job"]),
    fingerprint: text(top, "fingerprint", SHA256),
    reason: text(top, "reason"),
    repeat: text(top, "repeat"),
    end: decodeOutcome(fieldsOf(top["end"], "end"))
  };
}
__name(decode, "decode");
function decodeOutcome(end) {
  const kind = word(end, "kind", ["built", "failed", "skipped"]);
  switch (kind) {
    case "built":
      return { kind, durationMs: count(end, "durationMs"), files: listOf(end, "files", decodeFile) };
    case "failed":
      return {
        kind,
        durationMs: count(end, "durationMs"),
        phase: text(end, "phase"),
        lastLines: text(end, "lastLines"),
        diagnostics: listOf(end, "diagnostics", decodeDiagnostic)
      };
    case "skipped":
      return { kind, because: ids(end, "because") };
    default:
      return unreachable(kind);
  }
}
__name(decodeOutcome, "decodeOutcome");
function decodeFile(file) {
  return {
    file: text(file, "file", FILE_NAME),
    sha256: text(file, "sha256", SHA256),
    sizeBytes: count(file, "sizeBytes")
  };
}
__name(decodeFile, "decodeFile");
function decodeDiagnostic(one) {
  const place2 = one["file"] === void 0 ? {} : { file: text(one, "file"), line: count(one, "line"), column: count(one, "column") };
  return {
    severity: word(one, "severity", ["error", "warning"]),
    code: text(one, "code"),
    message: text(one, "message"),
    ...place2,
    ...one["help"] === void 0 ? {} : { help: text(one, "help") }
  };
}
__name(decodeDiagnostic, "decodeDiagnostic");

// src/plan/fingerprint.ts
import { createHash } from "node:crypto";
var BUILD_GENERATION = 1;
function fingerprint(inputs) {
  const { job } = inputs;
  const ingredients = ingredientsOf(inputs);
  const place2 = { base: [job.base.name, job.base.digest], arch: job.arch, layout: job.layout };
  return { fingerprint: digestOf({ ...ingredients, ...place2, prefix: job.prefix }), ingredients };
}
__name(fingerprint, "fingerprint");
function ingredientsOf({ job, files, dependencies, configureOptions }) {
  const { bases, limits, permit, prefix, flavors, distfiles, patches, ...port } = job.port;
  const apart = notBuiltFrom(job.port);
  return {
    generation: BUILD_GENERATION,
    port: digestOf({
      ...port,
      flavors: flavors.chosen,
      subdirs: distfiles.map(({ subdir }) => subdir),
      strips: patches.map(({ strip }) => strip)
    }),
    distfiles: digestOf(distfiles.map((one) => [one.file, distfileDigest(one, files)])),
    patches: digestOf(patches.map(({ path }) => sha256Of(path, files))),
    folder: digestOf(files.filter(({ path }) => !apart.includes(path))),
    options: digestOf(configureOptions),
    dependencies: inDependencyOrder(dependencies)
  };
}
__name(ingredientsOf, "ingredientsOf");
function notBuiltFrom({ dialect, patches, span }) {
  const recipe = span.source.name.slice(span.source.name.lastIndexOf("/") + 1);
  return [...dialect === "gobolinux" ? [] : [recipe], ...patches.map(({ path }) => path)];
}
__name(notBuiltFrom, "notBuiltFrom");
function distfileDigest({ digests, urls }, files) {
  const [digest] = digests;
  if (digest) return `${digest.algorithm}:${digest.hex}`;
  return urls.flatMap((url) => url.kind === "port" ? [sha256Of(url.path, files)] : [])[0] ?? "";
}
__name(distfileDigest, "distfileDigest");
function sha256Of(path, files) {
  return files.find((file) => file.path === path.replace(/^(\.\/)+/, ""))?.sha256 ?? "";
}
__name(sha256Of, "sha256Of");
function inDependencyOrder(dependencies) {
  const pairs = dependencies.map(({ fullpkgname, fingerprint: digest }) => ({
    fullpkgname,
    fingerprint: digest
  }));
  const byName = /* @__PURE__ */ __name((a, b) => a.fullpkgname < b.fullpkgname ? -1 : 1, "byName");
  return [...new Map(pairs.map((one) => [one.fullpkgname, one])).values()].sort(byName);
}
__name(inDependencyOrder, "inDependencyOrder");
function recipeDigest(inputs) {
  const { job } = inputs;
  const { port, ...others } = ingredientsOf(inputs);
  return digestOf({
    ...others,
    text: job.port.span.source.text,
    pkgpath: job.port.pkgpath,
    base: [job.base.name, job.base.digest],
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix
  });
}
__name(recipeDigest, "recipeDigest");
function digestOf(record) {
  const text2 = canonical(record);
  return text2 === "[]" ? DIGEST_OF_NONE : sha256(text2);
}
__name(digestOf, "digestOf");
function sha256(text2) {
  return createHash("sha256").update(text2).digest("hex");
}
__name(sha256, "sha256");
var DIGEST_OF_NONE = sha256("[]");
function canonical(value) {
  if (value instanceof Map) return canonical(Object.fromEntries(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  let text2 = "";
  if (Array.isArray(value)) {
    for (const one of value) text2 += text2 === "" ? canonical(one) : `,${canonical(one)}`;
    return `[${text2}]`;
  }
  const fields = { ...value };
  for (const key of Object.keys(fields).sort()) {
    const one = fields[key];
    if (key === "span" || one === void 0) continue;
    text2 += `${text2 === "" ? "" : ","}${JSON.stringify(key)}:${canonical(one)}`;
  }
  return `{${text2}}`;
}
__name(canonical, "canonical");

// src/plan/offers.ts
var Offers = class {
  static {
    __name(this, "Offers");
  }
  #found = /* @__PURE__ */ new Map();
  add(place2, offer) {
    const key = keyOf2(place2, offer.fullpkgpath);
    const known = this.#found.get(key);
    if (known) known.push(offer);
    else this.#found.set(key, [offer]);
  }
  best(place2, dependency) {
    return bestFor(this.#found.get(keyOf2(place2, dependency.pkgpath)) ?? [], dependency);
  }
};
function keyOf2({ base, arch: arch2, layout }, pkgpath) {
  return `${base} ${arch2} ${layout} ${lastPart(pkgpath)}`;
}
__name(keyOf2, "keyOf");
function lastPart(pkgpath) {
  const comma = pkgpath.indexOf(",");
  const folder = comma === -1 ? pkgpath : pkgpath.slice(0, comma);
  return folder.slice(folder.lastIndexOf("/") + 1);
}
__name(lastPart, "lastPart");
function placeOf({ base, arch: arch2, layout }) {
  return { base: base.name, arch: arch2, layout };
}
__name(placeOf, "placeOf");
function offersOf(node) {
  const { port } = node;
  return port.packages.map((subpackage) => ({
    fullpkgname: subpackage.fullpkgname,
    fullpkgpath: subpackage.fullpkgpath,
    flavors: port.flavors.chosen,
    ...releaseOf(subpackage.fullpkgname),
    from: { kind: "planned", node, subpackage }
  }));
}
__name(offersOf, "offersOf");
function offerOfRow(row) {
  const { fullpkgname, fullpkgpath, flavors } = row;
  return { fullpkgname, fullpkgpath, flavors, ...releaseOf(fullpkgname), from: { kind: "released", row } };
}
__name(offerOfRow, "offerOfRow");

// src/plan/gather.ts
function gather({ candidates, seeds, layout }) {
  const byName = /* @__PURE__ */ new Map();
  for (const candidate of candidates) {
    const name = lastPart(candidate.pkgpath);
    const known = byName.get(name);
    if (known) known.push(candidate);
    else byName.set(name, [candidate]);
  }
  const nodes = /* @__PURE__ */ new Map();
  const twice = [];
  const made = /* @__PURE__ */ new Map();
  const offers = new Offers();
  const queue = [];
  const add = /* @__PURE__ */ __name(({ variant, platform }) => {
    const node = nodeOf(variant, platform, layout);
    const known = nodes.get(node.job.id);
    if (known) {
      if (known.candidate !== variant.candidate) twice.push(sameId(known, node));
      return;
    }
    nodes.set(node.job.id, node);
    const own = offersOf(node);
    made.set(node, own);
    for (const offer of own) offers.add(placeOf(node.job), offer);
    queue.push({ node, platform });
  }, "add");
  for (const seed of seeds) add(seed);
  for (const { node, platform } of queue) {
    for (const dependency of node.depends) {
      if (offers.best(placeOf(node.job), dependency)) continue;
      const variant = demanded(dependency, {
        candidates: byName.get(lastPart(dependency.pkgpath)) ?? [],
        arch: platform.arch
      });
      if (variant) add({ variant, platform });
    }
  }
  const sorted = [...nodes.values()].sort((a, b) => a.job.id < b.job.id ? -1 : 1);
  return { nodes: sorted, offers: made, diagnostics: twice };
}
__name(gather, "gather");
function nodeOf(variant, { base, arch: arch2, wanted }, layout) {
  const { port } = variant;
  const decided = { port, base, arch: arch2, layout };
  const job = { ...decided, id: jobId(decided), prefix: prefixOf(port, layout, port.prefix) };
  return { ...variant, job, wanted, depends: foreignDependencies(port, "without tests") };
}
__name(nodeOf, "nodeOf");
function demanded(dependency, { candidates, arch: arch2 }) {
  const choice = parsePkgpath(dependency.pkgpath)?.flavors ?? "default";
  const offers = candidates.flatMap((candidate) => {
    const port = candidate.read(choice, arch2);
    if (!port.ok) return [];
    const variant = { candidate, port: port.value, arch: arch2 };
    return port.value.packages.map(({ fullpkgname, fullpkgpath }) => ({
      fullpkgname,
      fullpkgpath,
      flavors: port.value.flavors.chosen,
      version: port.value.version,
      variant
    }));
  });
  return bestFor(offers, dependency)?.variant;
}
__name(demanded, "demanded");
function sameId(first, second) {
  return {
    severity: "error",
    code: "plan/same-id",
    blame: "request",
    message: `\`${first.candidate.folder}\` and \`${second.candidate.folder}\` both make the job \`${first.job.id}\``,
    span: second.port.span,
    help: "leave one of them out, or give them another name or version",
    related: [{ message: "the other one", span: first.port.span }]
  };
}
__name(sameId, "sameId");

// src/plan/owners.ts
function ownersOf(order, offers) {
  const owners = /* @__PURE__ */ new Map();
  const diagnostics = [];
  const owned = /* @__PURE__ */ new Map();
  for (const node of order) {
    const own = [];
    for (const offer of offers.get(node) ?? []) {
      const key = fileKey(node, offer.fullpkgname);
      const owner = owners.get(key);
      if (!owner) {
        owners.set(key, node);
        own.push(offer);
      } else if (owner.candidate !== node.candidate) diagnostics.push(samePackage(owner, offer));
    }
    if (own.length > 0) owned.set(node, own);
  }
  return { owned, diagnostics };
}
__name(ownersOf, "ownersOf");
function fileKey({ job }, fullpkgname) {
  const { base, arch: arch2, layout } = placeOf(job);
  return `${fullpkgname} ${base} ${arch2} ${layout}`;
}
__name(fileKey, "fileKey");
function samePackage(first, second) {
  if (second.from.kind !== "planned") throw new Error("a released package is nobody's to make");
  const { node, subpackage } = second.from;
  return {
    severity: "error",
    code: "plan/same-package",
    blame: "recipe",
    message: `\`${first.candidate.folder}\` and \`${node.candidate.folder}\` both make \`${second.fullpkgname}\` for ${node.job.base.name} on ${node.job.arch}`,
    span: subpackage.span,
    help: "rename one of them, or leave its port out",
    related: [{ message: "the other one", span: first.port.span }]
  };
}
__name(samePackage, "samePackage");

// src/plan/needs.ts
function shelfOf(links, planned, release) {
  return {
    links,
    planned: new Map(
      planned.flatMap(
        (offer) => offer.from.kind === "planned" ? [[fileKey(offer.from.node, offer.fullpkgname), offer]] : []
      )
    ),
    released: new Map(release.map((row) => [row.contentDigest, row]))
  };
}
__name(shelfOf, "shelfOf");
function withNeeds(first, shelf) {
  const found = /* @__PURE__ */ new Map();
  const queue = [...first];
  for (let offer = queue.pop(); offer; offer = queue.pop()) {
    const key = offer.from.kind === "planned" ? offer : offer.from.row;
    if (found.has(key)) continue;
    found.set(key, offer);
    queue.push(...runNeeds(offer, shelf));
  }
  return [...found.values()];
}
__name(withNeeds, "withNeeds");
function runNeeds({ from }, { links, planned, released }) {
  if (from.kind === "released") {
    return from.row.depends.flatMap(({ contentDigest }) => {
      const row = released.get(contentDigest ?? "");
      return row ? [offerOfRow(row)] : [];
    });
  }
  const { node, subpackage } = from;
  const { lib, run } = subpackage.depends;
  if (lib.length + run.length === 0) return [];
  const linked = links.get(node) ?? [];
  return [...lib, ...run].flatMap((dependency) => {
    if (!isOwn(node.port, dependency.pkgpath)) {
      const same = /* @__PURE__ */ __name(({ spec, pkgpath }) => spec === dependency.spec && pkgpath === dependency.pkgpath, "same");
      return linked.find((link) => same(link.dependency))?.offer ?? [];
    }
    const sibling = node.port.packages.find(({ fullpkgpath }) => fullpkgpath === dependency.pkgpath);
    return (sibling && planned.get(fileKey(node, sibling.fullpkgname))) ?? [];
  });
}
__name(runNeeds, "runNeeds");

// src/plan/order.ts
function orderOf(nodes, links) {
  const { order, stuck } = sortOut(nodes, links);
  const diagnostics = [];
  for (let left = stuck; left.length > 0; ) {
    const circle = circleAmong(left, links);
    diagnostics.push(circular(circle));
    const told = new Set(circle.map(({ node }) => node));
    left = sortOut(
      left.filter((node) => !told.has(node)),
      links
    ).stuck;
  }
  return { order, diagnostics };
}
__name(orderOf, "orderOf");
function sortOut(nodes, links) {
  const waiting = new Map(nodes.map((node) => [node, 0]));
  const dependants = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const needs = neededBy(node, links).filter((need) => waiting.has(need));
    waiting.set(node, needs.length);
    for (const need of needs) {
      const known = dependants.get(need);
      if (known) known.push(node);
      else dependants.set(need, [node]);
    }
  }
  const order = [];
  let level = nodes.filter((node) => waiting.get(node) === 0);
  while (level.length > 0) {
    order.push(...[...level].sort(fewestFlavors));
    level = level.flatMap(
      (node) => (dependants.get(node) ?? []).filter((dependant) => {
        const count2 = (waiting.get(dependant) ?? 0) - 1;
        waiting.set(dependant, count2);
        return count2 === 0;
      })
    );
  }
  return { order, stuck: nodes.filter((node) => (waiting.get(node) ?? 0) > 0) };
}
__name(sortOut, "sortOut");
function fewestFlavors(a, b) {
  const more = a.port.flavors.chosen.length - b.port.flavors.chosen.length;
  return more || (a.job.id < b.job.id ? -1 : 1);
}
__name(fewestFlavors, "fewestFlavors");
function neededBy(node, links) {
  const nodes = (links.get(node) ?? []).flatMap(
    ({ offer }) => offer.from.kind === "planned" ? [offer.from.node] : []
  );
  return [...new Set(nodes)];
}
__name(neededBy, "neededBy");
function circleAmong(stuck, links) {
  const left = new Set(stuck);
  const path = [];
  let node = stuck[0];
  while (node && !path.some((step) => step.node === node)) {
    const link = (links.get(node) ?? []).find(
      ({ offer: { from } }) => from.kind === "planned" && left.has(from.node)
    );
    if (link?.offer.from.kind !== "planned") throw new Error(`${node.job.id} is stuck, and needs nothing`);
    path.push({ node, link });
    node = link.offer.from.node;
  }
  const circle = path.slice(path.findIndex((step) => step.node === node));
  const start = circle.reduce(
    (best, { node: { job } }, at) => job.id < (circle[best]?.node.job.id ?? "") ? at : best,
    0
  );
  return [...circle.slice(start), ...circle.slice(0, start)];
}
__name(circleAmong, "circleAmong");
function circular(circle) {
  const names = circle.map(({ node }) => pkgpathOf(node));
  const [first] = circle;
  return {
    severity: "error",
    code: "plan/circle",
    blame: "recipe",
    message: `ports that need each other to be built: ${[...names, names[0]].map((name) => `\`${name}\``).join(" → ")}`,
    ...first ? { span: first.link.dependency.span } : {},
    help: `take one of these dependencies out, or let it name a choice that needs less, as in \`${names[0]},bootstrap\``,
    related: circle.slice(1).map(({ node, link }) => ({
      message: `\`${pkgpathOf(node)}\` needs \`${link.dependency.pkgpath}\``,
      span: link.dependency.span
    }))
  };
}
__name(circular, "circular");
function pkgpathOf({ port }) {
  return [port.pkgpath, ...port.flavors.chosen].join();
}
__name(pkgpathOf, "pkgpathOf");

// src/plan/resolve.ts
function resolve(nodes, offers, known) {
  const diagnostics = [];
  const links = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const place2 = placeOf(node.job);
    const found = [];
    for (const dependency of node.depends) {
      const offer = offers.best(place2, dependency);
      if (offer) found.push({ dependency, offer });
      else if (!known.supplies(dependency.pkgpath, place2.base))
        diagnostics.push(unresolved(node, dependency, known.candidates));
    }
    links.set(node, found);
  }
  return { links, diagnostics };
}
__name(resolve, "resolve");
function unresolved(node, dependency, candidates) {
  const { base, arch: arch2 } = placeOf(node.job);
  const { spec, pkgpath, span } = dependency;
  const name = spec === "" ? pkgpath : `${spec}:${pkgpath}`;
  const path = parsePkgpath(pkgpath);
  const folder = path?.folder ?? pkgpath;
  const there = candidates.filter((one) => folder === one.pkgpath || folder.endsWith(`/${one.pkgpath}`));
  const [found] = there;
  if (found) {
    const port = found.read(path?.flavors ?? "default", node.job.arch);
    const names = port.ok ? port.value.packages.map((one) => `\`${one.fullpkgname}\``).join(", ") : "";
    return {
      ...NO_PACKAGE,
      message: port.ok ? `\`${node.candidate.pkgpath}\` needs \`${name}\`, but \`${found.folder}\` makes ${names}` : `\`${node.candidate.pkgpath}\` needs \`${name}\`, a choice that \`${found.folder}\` does not have`,
      span,
      help: "mend the dependency, or the version of the port",
      ...port.ok ? { related: [{ message: "the port", span: port.value.span }] } : {}
    };
  }
  const meant = nearestPort(folder, candidates);
  return {
    severity: "error",
    code: "plan/unknown-port",
    blame: "recipe",
    message: `\`${node.candidate.pkgpath}\` needs \`${name}\`, which is not among the ${candidates.length} ports read, nor in a release for ${base} on ${arch2}, nor does the base supply it`,
    span,
    help: meant ? `did you mean \`${meant}\`?` : `add \`${folder}\` to the ports, or name a release that has it with \`--released\``
  };
}
__name(unresolved, "unresolved");
var NO_PACKAGE = { severity: "error", code: "plan/no-such-package", blame: "recipe" };
function nearestPort(folder, candidates) {
  const last = /* @__PURE__ */ __name((path) => path.slice(path.lastIndexOf("/") + 1), "last");
  const paths = candidates.map(({ pkgpath }) => pkgpath);
  const elsewhere = paths.find((path) => last(path) === last(folder));
  if (elsewhere) return elsewhere;
  const whole = nearest(folder, paths);
  if (whole) return whole;
  const name = nearest(last(folder), paths.map(last));
  return name && paths.find((path) => last(path) === name);
}
__name(nearestPort, "nearestPort");

// src/plan/selection.ts
function selectSubpackages(owned, { names, links }) {
  if (names.length === 0) return { owned, diagnostics: [] };
  const known = new Set([...owned.values()].flat().map(nameOf));
  const unknown = names.filter((name) => !known.has(name)).map((name) => nowhere(name, [...known]));
  const needed = new Set([...links.values()].flat().map(({ offer }) => offer));
  const left = [...owned].map(([node, offers]) => {
    if (!offers.some((offer) => names.includes(nameOf(offer)))) return [node, offers];
    const wanted = offers.filter((offer) => names.includes(nameOf(offer)) || needed.has(offer));
    return [node, withSiblings(wanted, offers)];
  });
  return { owned: new Map(left), diagnostics: unknown };
}
__name(selectSubpackages, "selectSubpackages");
function withSiblings(wanted, all) {
  const found = new Set(wanted);
  const queue = [...wanted];
  for (let one = queue.shift(); one; one = queue.shift()) {
    const depends = one.from.kind === "planned" ? one.from.subpackage.depends : { lib: [], run: [] };
    const siblings = all.filter(
      (other) => [...depends.lib, ...depends.run].some((spec) => fulfils(other, spec))
    );
    queue.push(...siblings.filter((other) => !found.has(other)));
    for (const other of siblings) found.add(other);
  }
  return all.filter((offer) => found.has(offer));
}
__name(withSiblings, "withSiblings");
function nameOf({ from }) {
  return from.kind === "planned" ? from.subpackage.name : "";
}
__name(nameOf, "nameOf");
function nowhere(name, known) {
  const names = known.filter((one) => one !== "");
  const meant = nearest(name, names);
  const list2 = names.slice(0, 10).join(", ");
  return {
    severity: "error",
    code: "plan/no-such-subpackage",
    blame: "request",
    message: `no port that is planned has a subpackage \`${name}\``,
    help: meant ? `did you mean \`${meant}\`?` : list2 === "" ? "leave the choice out" : `choose from ${list2}`
  };
}
__name(nowhere, "nowhere");

// src/plan/task-graph.ts
function taskGraph(tasks, runners) {
  const ms = Float64Array.from(tasks, (task) => Math.max(1, task.ms));
  const needs = Int32Array.from(tasks.flatMap((task) => task.needs));
  const firstNeed = new Int32Array(tasks.length + 1);
  for (const [index, task] of tasks.entries())
    firstNeed[index + 1] = (firstNeed[index] ?? 0) + task.needs.length;
  const numbers = new Map([...new Set(tasks.map(({ lane }) => lane))].map((lane, number) => [lane, number]));
  const laneOf = Int32Array.from(tasks, ({ lane }) => numbers.get(lane) ?? 0);
  const work = new Float64Array(numbers.size);
  const levels = new Float64Array(tasks.length);
  for (let index = tasks.length - 1; index >= 0; index -= 1) {
    const own = ms[index] ?? 0;
    const level = (levels[index] ?? 0) + own;
    levels[index] = level;
    for (const need of tasks[index]?.needs ?? []) levels[need] = Math.max(levels[need] ?? 0, level);
    work[laneOf[index] ?? 0] = (work[laneOf[index] ?? 0] ?? 0) + own;
  }
  const whole = work.reduce((sum, one) => sum + one, 0);
  const legs = Array.from(work, (one) => Math.max(1, Math.floor(runners * one / whole)));
  const order = Int32Array.from(tasks, (_, index) => index);
  order.sort((a, b) => (levels[b] ?? 0) - (levels[a] ?? 0) || a - b);
  return { runners, ms, needs, firstNeed, levels, order, laneOf, legs };
}
__name(taskGraph, "taskGraph");
function shortestEnd({ ms, levels, runners }, left) {
  let work = 0;
  let end = 0;
  for (const index of left) {
    const own = ms[index] ?? 0;
    const level = levels[index] ?? 0;
    work += own;
    end = Math.max(end, level, work / runners + level - own);
  }
  return end;
}
__name(shortestEnd, "shortestEnd");
var Groups = class {
  static {
    __name(this, "Groups");
  }
  #parents;
  #sums;
  constructor(count2) {
    this.#parents = new Int32Array(count2).fill(-1);
    this.#sums = new Float64Array(count2);
  }
  clear() {
    this.#parents.fill(-1);
  }
  has(index) {
    return this.#parents[index] !== -1;
  }
  root(index) {
    let at = index;
    for (let up = this.#parents[at] ?? at; up !== at; up = this.#parents[at] ?? at) {
      const above = this.#parents[up] ?? up;
      this.#parents[at] = above;
      at = above;
    }
    return at;
  }
  sum(root) {
    return this.#sums[root] ?? 0;
  }
  /** Makes one group of a new task and of all those that have something that it needs; answers its length. */
  grow(index, { ms, needs, firstNeed }) {
    let root = index;
    this.#parents[index] = index;
    this.#sums[index] = ms[index] ?? 0;
    const end = firstNeed[index + 1] ?? 0;
    for (let at = firstNeed[index] ?? 0; at < end; at += 1) {
      const need = needs[at] ?? 0;
      if (!this.has(need)) continue;
      const other = this.root(need);
      if (other === root) continue;
      const sum = this.sum(root) + this.sum(other);
      const [larger, smaller] = this.sum(other) > this.sum(root) ? [other, root] : [root, other];
      this.#parents[smaller] = larger;
      this.#sums[larger] = sum;
      root = larger;
    }
    return this.sum(root);
  }
};

// src/plan/fill.ts
var START_MS = 45e3;
var Filler = class {
  static {
    __name(this, "Filler");
  }
  #graph;
  #groups;
  /** 1: of this rank no more. */
  #waiting;
  /** By root: 1 when the group has been seen, 2 when there was no leg for it. */
  #fates;
  constructor(graph2) {
    this.#graph = graph2;
    this.#groups = new Groups(graph2.ms.length);
    this.#waiting = new Uint8Array(graph2.ms.length);
    this.#fates = new Uint8Array(graph2.ms.length);
  }
  /** As much as goes into legs of this length. */
  fill(left, length) {
    const { ms, runners, laneOf, legs } = this.#graph;
    const room = length - START_MS;
    const groups = this.#groups;
    const waiting = this.#waiting;
    const fates = this.#fates;
    groups.clear();
    waiting.fill(0);
    let work = 0;
    for (const index of left) {
      const own = ms[index] ?? 0;
      if (own <= room && this.#joins(index, room)) work += own;
      else waiting[index] = 1;
    }
    const first = work > 0.9 * runners * room ? "the most pressing" : "the longest";
    const loads = legs.map((count2) => new Loads(count2));
    let most = 0;
    for (const root of this.#rootsOf(left, first)) {
      const end = loads[laneOf[root] ?? 0]?.add(groups.sum(root), room);
      if (end === void 0) fates[root] = 2;
      else most = Math.max(most, end + START_MS);
    }
    return { left: this.#laterOf(left), ms: most, first };
  }
  #laterOf(left) {
    const waiting = this.#waiting;
    const fates = this.#fates;
    const later = new Int32Array(left.length);
    let count2 = 0;
    for (const index of left) {
      if (waiting[index] === 0 && fates[this.#groups.root(index)] !== 2) continue;
      later[count2] = index;
      count2 += 1;
    }
    return later.subarray(0, count2);
  }
  /** Whether a task goes into the rank, together with what it needs of it. */
  #joins(index, room) {
    const { ms, needs, firstNeed } = this.#graph;
    const groups = this.#groups;
    const waiting = this.#waiting;
    const roots = [];
    let sum = ms[index] ?? 0;
    const end = firstNeed[index + 1] ?? 0;
    for (let at = firstNeed[index] ?? 0; at < end; at += 1) {
      const need = needs[at] ?? 0;
      if (waiting[need] === 1) return false;
      if (!groups.has(need)) continue;
      const root = groups.root(need);
      if (roots.includes(root)) continue;
      roots.push(root);
      sum += groups.sum(root);
      if (sum > room) return false;
    }
    groups.grow(index, this.#graph);
    return true;
  }
  #rootsOf(left, first) {
    const groups = this.#groups;
    const roots = [];
    const waiting = this.#waiting;
    const fates = this.#fates;
    fates.fill(0);
    for (const index of left) {
      if (waiting[index] === 1) continue;
      const root = groups.root(index);
      if (fates[root] === 1) continue;
      fates[root] = 1;
      roots.push(root);
    }
    return first === "the longest" ? roots.sort((a, b) => groups.sum(b) - groups.sum(a) || a - b) : roots;
  }
};
var Loads = class {
  static {
    __name(this, "Loads");
  }
  #heap;
  constructor(legs) {
    this.#heap = new Float64Array(legs);
  }
  /** Onto the leg with the least; undefined when that would be too much for it. */
  add(ms, limit) {
    const heap = this.#heap;
    const load = (heap[0] ?? 0) + ms;
    if (load > limit) return void 0;
    let at = 0;
    for (; ; ) {
      let child = 2 * at + 1;
      if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
      if (child >= heap.length || (heap[child] ?? 0) >= load) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = load;
    return load;
  }
};

// src/plan/legs.ts
var BATCH_MS = 5 * 6e4;
function legsOf(graph2, filler, cuts) {
  const legs = [];
  let left = graph2.order;
  for (const [rank, length] of cuts.entries()) {
    const filled = filler.fill(left, length);
    const own = binsOf(graph2, groupsOf(graph2, left, filled), filled.ms).map(({ tasks, ms }) => {
      const inOrder = [...tasks].sort((a, b) => (graph2.levels[b] ?? 0) - (graph2.levels[a] ?? 0) || a - b);
      return { rank, tasks: inOrder, ms };
    });
    legs.push(...own.sort((a, b) => b.ms - a.ms || (a.tasks[0] ?? 0) - (b.tasks[0] ?? 0)));
    left = filled.left;
  }
  return legs;
}
__name(legsOf, "legsOf");
function groupsOf(graph2, before, { left, first }) {
  const later = new Set(left);
  const placed = before.filter((index) => !later.has(index));
  const groups = new Groups(graph2.ms.length);
  for (const index of placed) groups.grow(index, graph2);
  const found = /* @__PURE__ */ new Map();
  for (const index of placed) {
    const root = groups.root(index);
    const known = found.get(root);
    if (known) known.members.push(index);
    else found.set(root, { lane: graph2.laneOf[index] ?? 0, members: [index], ms: groups.sum(root) });
  }
  const all = [...found.values()];
  return first === "the longest" ? all.sort((a, b) => b.ms - a.ms || (a.members[0] ?? 0) - (b.members[0] ?? 0)) : all;
}
__name(groupsOf, "groupsOf");
function binsOf({ legs }, groups, longest) {
  const bins = legs.map(() => []);
  const small = Math.min(BATCH_MS + START_MS, longest);
  for (const { lane, members, ms } of groups) {
    const own = bins[lane] ?? [];
    let fullest;
    let emptiest;
    for (const bin2 of own) {
      if (bin2.ms + ms <= small && (!fullest || bin2.ms > fullest.ms)) fullest = bin2;
      if (!emptiest || bin2.ms < emptiest.ms) emptiest = bin2;
    }
    const isFull = own.length >= (legs[lane] ?? 1);
    const bin = fullest ?? (isFull ? emptiest : void 0) ?? { tasks: [], ms: START_MS };
    if (bin.tasks.length === 0) own.push(bin);
    bin.tasks.push(...members);
    bin.ms += ms;
  }
  return bins.flat();
}
__name(binsOf, "binsOf");

// src/plan/schedule.ts
var LEG_MS = 5 * 36e5;
var SHORTEST_MS = 1.5 * START_MS;
var PARTS = [0.02, 0.04, 0.08, 0.14, 0.22, 0.35, 0.55, 1];
var BEAM = 2;
var FILLS = 400;
function schedule(tasks, { ranks, runners }) {
  if (tasks.length === 0) return [];
  const graph2 = taskGraph(tasks, runners);
  const longest = graph2.ms.reduce((most, ms) => Math.max(most, ms), 0);
  const limit = Math.max(LEG_MS, START_MS + longest);
  const search = { graph: graph2, filler: new Filler(graph2), ranks, limit };
  return legsOf(graph2, search.filler, shortened(search, firstRun(search)));
}
__name(schedule, "schedule");
function firstRun(search) {
  let beginnings = [{ cuts: [], left: search.graph.order, now: 0, outlook: 0 }];
  let best;
  for (let later = search.ranks - 1; later >= 0; later -= 1) {
    const next = beginnings.flatMap((one) => continuations(search, one, later));
    for (const one of next) {
      if (one.left.length === 0 && (!best || one.now < best.now)) best = one;
    }
    const open = next.filter((one) => one.left.length > 0 && (!best || one.outlook < best.now));
    beginnings = open.sort((a, b) => a.outlook - b.outlook).slice(0, BEAM);
  }
  return best?.cuts ?? [];
}
__name(firstRun, "firstRun");
function continuations({ graph: graph2, filler, limit }, { cuts, left, now }, later) {
  const longest = graph2.levels[left[0] ?? 0] ?? 0;
  const lengths = later === 0 ? [Number.POSITIVE_INFINITY] : PARTS.map((part) => Math.min(limit, START_MS + part * longest));
  return [...new Set(lengths)].flatMap((length) => {
    const filled = filler.fill(left, length);
    if (filled.ms === 0) return [];
    const end = now + filled.ms;
    const outlook = end + outlookOf(graph2, filled.left, later);
    return [{ cuts: [...cuts, length], left: filled.left, now: end, outlook }];
  });
}
__name(continuations, "continuations");
function outlookOf(graph2, left, ranks) {
  if (left.length === 0) return 0;
  const groups = new Groups(graph2.ms.length);
  let most = 0;
  for (const index of left) {
    most = Math.max(most, groups.grow(index, graph2));
  }
  const shortest = shortestEnd(graph2, left);
  return shortest * Math.max(1, most / shortest) ** (1 / ranks) + START_MS;
}
__name(outlookOf, "outlookOf");
var VARIATIONS = [
  ...[0.5, -0.33, 0.2, -0.17].map(
    (part) => (cuts, at, step) => cuts.toSpliced(at, 1, Math.max(SHORTEST_MS, (cuts[at] ?? 0) * (1 + part * step)))
  ),
  ...[-0.5, 0.5].map(
    (part) => (cuts, at, step) => {
      const [own = 0, next] = cuts.slice(at);
      if (next === void 0) return cuts;
      const moved = part * step * Math.min(own, next);
      return cuts.toSpliced(at, 2, own + moved, next - moved);
    }
  ),
  ...[0.15, 0.5].map(
    (part) => (cuts, at) => cuts.toSpliced(at, 0, (cuts[at] ?? 0) * part)
  ),
  (cuts, at) => cuts.toSpliced(at, 1)
];
function shortened(search, start) {
  const run = new Run(search, start);
  let isShorter = true;
  for (let step = 1; step > 0.3 && run.fills < FILLS; step *= isShorter ? 1 : 0.55) {
    const before = run.end;
    for (let at = run.cuts.length - 1; at >= 0; at -= 1) {
      for (const vary of VARIATIONS) {
        if (run.fills < FILLS && at < run.cuts.length) run.take(at, vary(run.cuts, at, step));
      }
    }
    isShorter = run.end < before;
  }
  return run.cuts;
}
__name(shortened, "shortened");
var Run = class {
  static {
    __name(this, "Run");
  }
  #search;
  #cuts = [];
  #states;
  #fills = 0;
  constructor(search, cuts) {
    this.#search = search;
    this.#states = [{ left: search.graph.order, now: 0 }];
    this.take(0, cuts);
  }
  get cuts() {
    return this.#cuts;
  }
  get fills() {
    return this.#fills;
  }
  get end() {
    return this.#cuts.length === 0 ? Number.POSITIVE_INFINITY : this.#states.at(-1)?.now ?? 0;
  }
  /** Goes over to these lengths, which are the same before rank `at`, if that ends earlier. */
  take(at, wanted) {
    const { graph: graph2, filler, ranks, limit } = this.#search;
    const states = this.#states.slice(0, at + 1);
    const cuts = this.#cuts.slice(0, at);
    for (let rank = at; ; rank += 1) {
      const { left, now } = states.at(-1) ?? { left: graph2.order, now: 0 };
      if (left.length === 0) break;
      if (rank >= ranks || now + START_MS + shortestEnd(graph2, left) >= this.end) return;
      const cut = rank === ranks - 1 ? Number.POSITIVE_INFINITY : Math.min(limit, wanted[rank] ?? limit);
      const filled = filler.fill(left, cut);
      this.#fills += 1;
      if (filled.ms === 0) return;
      cuts.push(cut);
      states.push({ left: filled.left, now: now + filled.ms });
    }
    if ((states.at(-1)?.now ?? 0) >= this.end) return;
    this.#cuts = cuts;
    this.#states = states;
  }
};

// src/plan/shards.ts
var LONGEST_MS = 6 * 36e5;
function planShards(jobs, limits) {
  const running = jobs.filter(({ verdict }) => verdict.kind === "run");
  const indexes = new Map(running.map(({ id }, index) => [id, index]));
  const tasks = running.map(({ base, arch: arch2, needs, expectedMs }) => ({
    ms: expectedMs,
    lane: `${base} ${arch2}`,
    needs: needs.map((need) => indexes.get(need) ?? -1).filter((index) => index >= 0)
  }));
  const legs = schedule(tasks, limits);
  const shards = namedShards(legs, running);
  const places = new Map(
    shards.flatMap(({ name, rank, jobs: ids2 }) => ids2.map((id) => [id, { rank, shard: name }]))
  );
  return {
    jobs: jobs.map((job) => {
      const place2 = places.get(job.id);
      if (job.verdict.kind === "fresh") return { ...job, verdict: job.verdict };
      if (!place2) throw new Error(`${job.id} is in no shard`);
      return { ...job, verdict: { ...job.verdict, ...place2 } };
    }),
    shards,
    warnings: shards.filter(({ expectedMs }) => expectedMs > LONGEST_MS).map(tooLong)
  };
}
__name(planShards, "planShards");
function namedShards(legs, running) {
  const counts = /* @__PURE__ */ new Map();
  return legs.flatMap(({ rank, tasks, ms }) => {
    const number = counts.get(rank) ?? 0;
    counts.set(rank, number + 1);
    const jobs = tasks.flatMap((index) => running[index] ?? []);
    const [first] = jobs;
    if (!first) return [];
    const own = new Set(jobs.map(({ id }) => id));
    const needs = new Set(jobs.flatMap((job) => job.needs).filter((id) => !own.has(id)));
    return [
      {
        name: `${rank}-${String(number).padStart(3, "0")}`,
        rank,
        arch: first.arch,
        base: first.base,
        jobs: [...own],
        needs: [...needs].sort(),
        expectedMs: Math.round(ms)
      }
    ];
  });
}
__name(namedShards, "namedShards");
function tooLong({ name, jobs, expectedMs }) {
  return {
    severity: "warning",
    code: "plan/too-long",
    blame: "request",
    message: `shard ${name} (${jobs.length === 1 ? `\`${jobs[0]}\`` : `${jobs.length} jobs`}) is expected to take ${(expectedMs / 36e5).toFixed(1)} hours, and GitHub ends a job after 6`,
    help: "give the workflow more rank jobs (`--ranks`), or build fewer ports at once"
  };
}
__name(tooLong, "tooLong");

// src/plan/verdict.ts
function releaseOfRows(rows) {
  const byFile = /* @__PURE__ */ new Map();
  const byPath = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const place2 = `${row.base} ${row.arch} ${row.layout}`;
    byFile.set(`${row.fullpkgname} ${place2}`, row);
    byPath.set(`${row.fullpkgpath} ${place2}`, row);
  }
  return { rows, byFile, byPath };
}
__name(releaseOfRows, "releaseOfRows");
function freshRow(node, { fullpkgname }, { release, fingerprint: fingerprint2 }) {
  const row = release.byFile.get(fileKey(node, fullpkgname));
  return row?.fingerprint === fingerprint2 ? row : void 0;
}
__name(freshRow, "freshRow");
function earlierRows(node, owned, release) {
  return owned.flatMap(({ fullpkgpath }) => release.byPath.get(fileKey(node, fullpkgpath)) ?? []);
}
__name(earlierRows, "earlierRows");
function reasonFor(node, made, { owned, release }) {
  const [row] = earlierRows(node, owned, release);
  if (!row) return "new";
  const reasons = changes(node, made.ingredients, row);
  if (reasons.length > 0) return reasons.join("; ");
  const missing = owned.filter((offer) => !freshRow(node, offer, { release, fingerprint: made.fingerprint }));
  return `not in the release: ${missing.map(({ fullpkgname }) => fullpkgname).join(", ")}`;
}
__name(reasonFor, "reasonFor");
function changes({ job, port }, now, row) {
  const before = row.ingredients;
  const version = /* @__PURE__ */ __name((release) => packageName({ ...release, name: "" }).slice(1), "version");
  const mine = port.packages.find(({ fullpkgpath }) => fullpkgpath === row.fullpkgpath);
  const versions = [
    version(row),
    mine ? mine.fullpkgname.slice(stemOf(mine.fullpkgname).length + 1).split("-")[0] : void 0
  ];
  const recipe = versions[1] !== void 0 && versions[0] !== versions[1] ? `recipe changed: version ${versions[0]} → ${versions[1]}` : now.port !== before.port ? "recipe changed" : now.distfiles !== before.distfiles ? "sources changed" : now.patches !== before.patches ? "patches changed" : now.folder !== before.folder ? "files of the port changed" : void 0;
  return [
    ...recipe === void 0 ? [] : [recipe],
    ...row.baseDigest === job.base.digest ? [] : ["base digest changed"],
    ...changedDependencies(before, now),
    ...now.options === before.options ? [] : ["configure options changed"],
    ...row.prefix === job.prefix ? [] : [`prefix changed: ${row.prefix} → ${job.prefix}`],
    ...now.generation === before.generation ? [] : ["tarwright builds it differently now"]
  ];
}
__name(changes, "changes");
function changedDependencies(before, now) {
  const byStem = /* @__PURE__ */ __name(({ dependencies }) => {
    const found = /* @__PURE__ */ new Map();
    for (const { fullpkgname, fingerprint: fingerprint2 } of dependencies) {
      const stem = stemOf(fullpkgname);
      found.set(stem, `${found.get(stem) ?? ""}${fullpkgname} ${fingerprint2}
`);
    }
    return found;
  }, "byStem");
  const [old, current] = [byStem(before), byStem(now)];
  return [.../* @__PURE__ */ new Set([...old.keys(), ...current.keys()])].sort().flatMap((stem) => {
    if (old.get(stem) === current.get(stem)) return [];
    const how = !old.has(stem) ? "added" : !current.has(stem) ? "gone" : "changed";
    return [`dependency ${stem} ${how}`];
  });
}
__name(changedDependencies, "changedDependencies");

// src/plan/times.ts
var UNKNOWN_MS = 5 * 6e4;
function expectedTimes(owned, release) {
  const elsewhere = new Map(release.rows.map(({ fullpkgpath, buildTimeMs }) => [fullpkgpath, buildTimeMs]));
  const middle = median(release.rows.map(({ buildTimeMs }) => buildTimeMs)) ?? UNKNOWN_MS;
  return new Map(
    [...owned].map(([node, offers]) => {
      const [row] = earlierRows(node, offers, release);
      const other = offers.map(({ fullpkgpath }) => elsewhere.get(fullpkgpath)).find((ms) => ms !== void 0);
      return [node, row?.buildTimeMs ?? other ?? middle];
    })
  );
}
__name(expectedTimes, "expectedTimes");
function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
__name(median, "median");

// src/plan/plan-ports.ts
function planPorts(request) {
  const settled = settle(request);
  if (!settled.ok) return settled;
  const { order, links, owned } = settled.value;
  const release = releaseOfRows(request.release);
  const made = fingerprints(order, links, request);
  const fresh = new Set(order.filter((node) => isFresh(node, { owned, release, made })));
  const jobs = jobsOf(request, { ...settled.value, release, made, fresh });
  const shards = planShards(jobs, request);
  const plan = {
    version: 1,
    bases: request.platforms.map(({ base, arch: arch2, wanted, source }) => ({
      name: base.name,
      arch: arch2,
      wanted,
      source,
      digest: base.digest
    })),
    jobs: shards.jobs,
    edges: edgesOf(order, links),
    ranks: request.ranks,
    shards: shards.shards
  };
  return ok({ plan, warnings: shards.warnings });
}
__name(planPorts, "planPorts");
function edgesOf(order, links) {
  const byId = [...order].sort((a, b) => a.job.id < b.job.id ? -1 : 1);
  return byId.flatMap((node) => {
    const needs = neededBy(node, links).map(({ job }) => job.id);
    return needs.sort().map((need) => ({ job: node.job.id, needs: need }));
  });
}
__name(edgesOf, "edgesOf");
function settle(request) {
  const { nodes, offers, diagnostics } = gather(request);
  const offered = nodes.flatMap((node) => offers.get(node) ?? []);
  const all = resolve(nodes, offersFrom(offered, request), request);
  const { order, diagnostics: circles } = orderOf(nodes, all.links);
  const troubles = [...diagnostics, ...all.diagnostics, ...circles];
  if (troubles.length > 0) return { ok: false, error: sortDiagnostics(troubles) };
  const { owned, diagnostics: twice } = ownersOf(order, offers);
  if (twice.length > 0) return { ok: false, error: sortDiagnostics(twice) };
  const left = order.filter((node) => owned.has(node));
  const isAsItWas = order.every((node) => owned.get(node)?.length === offers.get(node)?.length);
  const final = isAsItWas ? all : resolve(left, offersFrom([...owned.values()].flat(), request), request);
  const selected = selectSubpackages(owned, { names: request.subpackages, links: final.links });
  const last = [...final.diagnostics, ...selected.diagnostics];
  if (last.length > 0) return { ok: false, error: sortDiagnostics(last) };
  return ok({ order: left, links: final.links, owned: selected.owned });
}
__name(settle, "settle");
function offersFrom(planned, { release, candidates }) {
  const offers = new Offers();
  for (const offer of planned)
    if (offer.from.kind === "planned") offers.add(placeOf(offer.from.node.job), offer);
  const known = new Set(candidates.map(({ pkgpath }) => pkgpath));
  for (const row of release) {
    if (!known.has(row.fullpkgpath.replace(/,.*/s, ""))) offers.add(row, offerOfRow(row));
  }
  return offers;
}
__name(offersFrom, "offersFrom");
function fingerprints(order, links, { configureOptions }) {
  const made = /* @__PURE__ */ new Map();
  for (const node of order) {
    const dependencies = (links.get(node) ?? []).map(({ offer: { from, fullpkgname } }) => ({
      fullpkgname,
      fingerprint: from.kind === "released" ? from.row.fingerprint : made.get(from.node)?.fingerprint ?? ""
    }));
    made.set(
      node,
      fingerprint({ job: node.job, files: node.candidate.files, dependencies, configureOptions })
    );
  }
  return made;
}
__name(fingerprints, "fingerprints");
function isFresh(node, { owned, release, made }) {
  const digest = fingerprintOf(made, node).fingerprint;
  return (owned.get(node) ?? []).every((offer) => freshRow(node, offer, { release, fingerprint: digest }));
}
__name(isFresh, "isFresh");
function fingerprintOf(made, node) {
  const found = made.get(node);
  if (!found) throw new Error(`${node.job.id} has no fingerprint`);
  return found;
}
__name(fingerprintOf, "fingerprintOf");
function jobsOf({ configureOptions }, judged) {
  const { order, links, owned, release, made, fresh } = judged;
  const shelf = shelfOf(links, [...owned.values()].flat(), release.rows);
  const times = expectedTimes(owned, release);
  return order.map((node) => {
    const { candidate, port, job } = node;
    const own = owned.get(node) ?? [];
    const digest = fingerprintOf(made, node);
    const inBox = withNeeds(
      (links.get(node) ?? []).map(({ offer }) => offer),
      shelf
    );
    return {
      id: job.id,
      pkgpath: port.pkgpath,
      folder: candidate.folder,
      version: port.version,
      flavors: port.flavors.chosen,
      base: job.base.name,
      arch: job.arch,
      layout: job.layout,
      prefix: job.prefix,
      configureOptions,
      fingerprint: digest.fingerprint,
      packages: own.map(({ fullpkgname, from }) => ({
        subpackage: from.kind === "planned" ? from.subpackage.name : "",
        fullpkgname
      })),
      ...fresh.has(node) ? { needs: [], released: [] } : sourcesOf(inBox, judged),
      expectedMs: Math.round(times.get(node) ?? 0),
      verdict: fresh.has(node) ? { kind: "fresh" } : { kind: "run", reason: reasonFor(node, digest, { owned: own, release }) }
    };
  });
}
__name(jobsOf, "jobsOf");
function sourcesOf(inBox, { fresh, release, made }) {
  const needs = /* @__PURE__ */ new Set();
  const released = /* @__PURE__ */ new Map();
  for (const offer of inBox) {
    const { from } = offer;
    if (from.kind === "planned" && !fresh.has(from.node)) {
      needs.add(from.node.job.id);
      continue;
    }
    const row = from.kind === "released" ? from.row : freshRow(from.node, offer, { release, fingerprint: fingerprintOf(made, from.node).fingerprint });
    if (row) released.set(row.file, { file: row.file, sha256: row.sha256 });
  }
  const byFile = /* @__PURE__ */ __name((a, b) => a.file < b.file ? -1 : 1, "byFile");
  return { needs: [...needs].sort(), released: [...released.values()].sort(byFile) };
}
__name(sourcesOf, "sourcesOf");

// src/plan/read-plan.ts
function readPlan(text2, name) {
  return readJson(text2, decode2, (why) => unreadable2(name, why));
}
__name(readPlan, "readPlan");
function unreadable2(name, why) {
  return {
    severity: "error",
    code: "plan/unreadable",
    blame: "request",
    message: `\`${name}\` is not a plan: ${why}`,
    help: "write one with `tarwright plan PATHS… --json`"
  };
}
__name(unreadable2, "unreadable");
function decode2(value) {
  const top = fieldsOf(value, "it");
  if (top["version"] !== 1) throw new WrongShape("its `version` is not 1");
  const plan = {
    version: 1,
    bases: listOf(top, "bases", decodeBase),
    jobs: listOf(top, "jobs", decodeJob),
    edges: listOf(top, "edges", decodeEdge),
    ranks: count(top, "ranks"),
    shards: listOf(top, "shards", decodeShard)
  };
  checkNames(plan);
  return plan;
}
__name(decode2, "decode");
function checkNames({ jobs, edges, shards }) {
  const ids2 = new Set(jobs.map(({ id }) => id));
  if (ids2.size < jobs.length) throw new WrongShape("two of its jobs have one id");
  const named = [
    ...jobs.flatMap(({ needs }) => needs),
    ...edges.flatMap(({ job, needs }) => [job, needs]),
    ...shards.flatMap((shard) => [...shard.jobs, ...shard.needs])
  ];
  const stranger = named.find((id) => !ids2.has(id));
  if (stranger !== void 0)
    throw new WrongShape(`it names the job \`${stranger}\`, which it does not have`);
}
__name(checkNames, "checkNames");
function decodeBase(base) {
  return {
    name: text(base, "name", /^[a-z0-9][a-z0-9.-]*$/),
    arch: arch(base),
    wanted: text(base, "wanted"),
    source: word(base, "source", ["image", "made", "machine"]),
    digest: text(base, "digest", /^sha256:[0-9a-f]{64}$/)
  };
}
__name(decodeBase, "decodeBase");
function decodeJob(job) {
  return {
    id: jobIdOf(job["id"]),
    pkgpath: text(job, "pkgpath"),
    folder: text(job, "folder"),
    version: text(job, "version"),
    flavors: texts(job, "flavors"),
    base: text(job, "base"),
    arch: arch(job),
    layout: word(job, "layout", LAYOUTS),
    prefix: text(job, "prefix", /^\//),
    configureOptions: texts(job, "configureOptions"),
    fingerprint: text(job, "fingerprint", SHA256),
    packages: listOf(job, "packages", decodePackage),
    needs: ids(job, "needs"),
    released: listOf(job, "released", (file) => ({
      file: text(file, "file", FILE_NAME),
      sha256: text(file, "sha256", SHA256)
    })),
    expectedMs: count(job, "expectedMs"),
    verdict: decodeVerdict(fieldsOf(job["verdict"], "verdict"))
  };
}
__name(decodeJob, "decodeJob");
function decodePackage(one) {
  return {
    subpackage: text(one, "subpackage"),
    fullpkgname: text(one, "fullpkgname", FILE_NAME)
  };
}
__name(decodePackage, "decodePackage");
function decodeVerdict(verdict) {
  const kind = word(verdict, "kind", ["run", "fresh"]);
  if (kind === "fresh") return { kind };
  return {
    kind,
    reason: text(verdict, "reason"),
    rank: count(verdict, "rank"),
    shard: text(verdict, "shard", SHARD)
  };
}
__name(decodeVerdict, "decodeVerdict");
var SHARD = /^[0-9]+-[0-9]+$/;
function decodeEdge(edge) {
  return { job: jobIdOf(edge["job"]), needs: jobIdOf(edge["needs"]) };
}
__name(decodeEdge, "decodeEdge");
function decodeShard(shard) {
  return {
    name: text(shard, "name", SHARD),
    rank: count(shard, "rank"),
    arch: arch(shard),
    base: text(shard, "base"),
    jobs: ids(shard, "jobs"),
    needs: ids(shard, "needs"),
    expectedMs: count(shard, "expectedMs")
  };
}
__name(decodeShard, "decodeShard");
function arch(fields) {
  const value = text(fields, "arch");
  if (!isArch(value)) throw new WrongShape(`\`${value}\` is not an architecture`);
  return value;
}
__name(arch, "arch");

// src/plan/variants.ts
var COMBINATIONS = 64;
function variantsOf(candidate, { wish, arch: arch2 }) {
  const plain = candidate.read("default", arch2);
  if (!plain.ok) return plain;
  const { available, pseudo } = plain.value.flavors;
  switch (wish.kind) {
    case "listed":
      return read({ candidate, arch: arch2 }, wish.choices, "all must do");
    case "where known": {
      const known = [...available, ...pseudo];
      const choices = wish.choices.map(
        (choice) => choice === "default" ? choice : choice.filter((flavor) => known.includes(flavor))
      );
      return read({ candidate, arch: arch2 }, choices, "all must do");
    }
    case "all": {
      const axes = [...available, ...pseudo.filter((flavor) => wish.pseudo.includes(flavor))];
      if (2 ** axes.length > COMBINATIONS) return wrong(tooMany(candidate, axes));
      return read({ candidate, arch: arch2 }, ["default", ...subsets(axes)], "some may exclude each other");
    }
  }
}
__name(variantsOf, "variantsOf");
function subsets(names) {
  const all = [[]];
  for (const name of names) all.push(...all.map((one) => [...one, name]));
  return all.sort((a, b) => a.length - b.length);
}
__name(subsets, "subsets");
function read({ candidate, arch: arch2 }, choices, mode) {
  const variants = /* @__PURE__ */ new Map();
  const troubles = [];
  for (const choice of choices) {
    const port = candidate.read(choice, arch2);
    if (port.ok) variants.set(port.value.flavors.chosen.join(), { candidate, port: port.value, arch: arch2 });
    else if (mode === "all must do" || choice === "default" || !port.error.every(isAboutChoice))
      troubles.push(...port.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok([...variants.values()]);
}
__name(read, "read");
function isAboutChoice({ blame }) {
  return blame === "request";
}
__name(isAboutChoice, "isAboutChoice");
function tooMany({ pkgpath, folder }, axes) {
  return {
    severity: "error",
    code: "plan/too-many-flavors",
    blame: "request",
    message: `${quoted(pkgpath)} in \`${folder}\` has ${axes.length} flavors, which make ${2 ** axes.length} combinations`,
    help: `list those that you want: \`--flavors '${pkgpath}=default;${axes[0]};${axes.slice(0, 2).join(" ")}'\``
  };
}
__name(tooMany, "tooMany");

export {
  account,
  compareRows,
  fingerprint,
  recipeDigest,
  GRAPHS,
  graph,
  matrix,
  planPorts,
  readPlan,
  RECORD_NAME,
  formatRecord,
  recordedErrors,
  readRecord,
  variantsOf
};
