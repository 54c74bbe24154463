import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  INDEX_NAME,
  SIGNED_SUMS_NAME,
  SUMS_NAME,
  fileDigest,
  formatIndex,
  formatSums,
  parseEmbedded,
  parseIndex,
  parseSums,
  readIndex,
  rowOf,
  signArchive,
  signEmbedded,
  signerOf
} from "./chunk-G3IN5NY2.js";
import {
  TAG_FIELDS,
  bestFor,
  stemOf,
  tagOf
} from "./chunk-ZEHBRBCQ.js";
import {
  nearest,
  ok,
  quoted,
  quotedList
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/release/explained.ts
function explainRelease(tag, trouble) {
  switch (trouble.kind) {
    case "api":
      return apiDiagnostic(tag, trouble.during, trouble.trouble);
    case "lost":
      return world(
        "release/lost",
        `the release ${quoted(tag)} vouches for ${quotedList(trouble.names)}, not there, or not as it was signed`,
        "publish the packages concerned together with these, or put the files back; nothing was changed"
      );
    case "unverified":
      return request(
        "release/unverified",
        `the release ${quoted(tag)} lists packages of others, and they can't be kept: ${trouble.why}`,
        "name the public key of whoever published them with `--trust`, or publish to another tag"
      );
    case "immutable":
      return request(
        "release/immutable",
        `the release ${quoted(tag)} is immutable, and ${quotedList(trouble.names)} would have to change`,
        "publish to a new tag, as with `--tag '{port}-{version}'`; GitHub never changes an immutable release"
      );
    case "too-many":
      return request(
        "release/too-many",
        `the release ${quoted(tag)} would hold ${trouble.count} assets at once, and GitHub allows 1000`,
        trouble.template === void 0 ? "publish fewer packages to one tag" : `spread them over several releases: \`--tag '${trouble.template}'\``
      );
    case "restless":
      return world(
        "release/unsettled",
        `the release ${quoted(tag)} is not what it should be yet, and after many attempts it still fails: ${trouble.why}`,
        "run the same command again: it goes on where it stopped"
      );
  }
}
function apiDiagnostic(tag, during, trouble) {
  switch (trouble.kind) {
    case "unreachable":
      return world(
        "release/unreachable",
        `GitHub can't be reached to ${during}: ${trouble.why}`,
        "run the same command again: it goes on where it stopped"
      );
    case "limited":
      return world(
        "release/limited",
        `GitHub allows no more requests for ${Math.ceil(trouble.waitMs / 6e4)} minutes`,
        "run the same command again then: it goes on where it stopped"
      );
    case "refused":
      return refusal(tag, during, trouble);
  }
}
function refusal(tag, during, { status, message }) {
  const said = `${status}${message === "" ? "" : ` ${quoted(message)}`}`;
  if (status === 401) {
    return request("release/token", `GitHub does not know the token (${said})`, "give one that is valid");
  }
  if (status === 403 || status === 404) {
    return request(
      "release/forbidden",
      `GitHub does not let this token ${during} (${said}); the release is ${quoted(tag)}`,
      "check `--repo`, and give the job `permissions: {contents: write}`; for a commit that changes workflows GitHub refuses the job's own token"
    );
  }
  return world(
    "release/refused",
    `GitHub refused to ${during} (${said})`,
    "see what GitHub says, and run it again"
  );
}
function request(code, message, help) {
  return { severity: "error", code, blame: "request", message, help };
}
function world(code, message, help) {
  return { severity: "error", code, blame: "world", message, help };
}

// src/release/files.ts
function waitingName({ name, sha256 }) {
  return `${name}.${sha256.slice(0, 16)}.part`;
}
function isWaitingName(name) {
  return /\.[0-9a-f]{16}\.part$/.test(name);
}
function isAssetName(name) {
  return /^[A-Za-z0-9_+-][A-Za-z0-9._+-]*$/.test(name);
}

// src/release/packages.ts
var MOST_BYTES = 2 ** 31 - 1;
async function gatherPackages(gathering, host, signal) {
  const found = await findPackages(gathering, host, signal);
  if (!found.ok) return found;
  const troubles = found.value.flatMap(({ row }) => [...unfit(row), ...twin(row, found.value)]);
  if (troubles.length > 0) return { ok: false, error: troubles };
  const packages = [];
  const unique = new Map(found.value.map((one) => [one.row.file, one]));
  for (const one of unique.values()) {
    const signed = await signedPackage(one, gathering, host, signal);
    if (signed.ok) packages.push(signed.value);
    else troubles.push(...signed.error);
  }
  troubles.push(...packages.flatMap(({ row }) => tooLarge(row.file, row.sizeBytes)));
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(packages);
}
async function findPackages({ folders }, host, signal) {
  const found = [];
  const troubles = [];
  for (const { folder, name } of folders) {
    const places = await indexedFolders(folder, host);
    if (places.length === 0) troubles.push(noPackages(name));
    for (const place of places) {
      const index = await readIndex(place, host);
      if (!index.ok) {
        troubles.push(...index.error);
        continue;
      }
      const rows = index.value?.packages ?? [];
      if (rows.length === 0) troubles.push(noPackages(name));
      for (const row of rows) {
        const file = joinPath(place, row.file);
        const large = tooLarge(row.file, (await host.status(file))?.sizeBytes ?? 0);
        if (large.length > 0) {
          troubles.push(...large);
          continue;
        }
        const sha256 = await fileDigest(file, host, signal);
        if (sha256 === row.sha256) found.push({ row, file });
        else troubles.push(otherFile(file, sha256 === void 0 ? "is not there" : "is another one"));
      }
    }
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(found);
}
async function indexedFolders(folder, host) {
  const isIndexed = async (one) => await host.status(joinPath(one, "index.json")) !== void 0;
  if (await isIndexed(folder)) return [folder];
  const found = [];
  for (const name of await host.list(folder) ?? []) {
    const below = joinPath(folder, name);
    if (await isIndexed(below)) found.push(below);
  }
  return found;
}
async function signedPackage({ row, file }, { key, trusted, scratch }, host, signal) {
  const signer = await signerOf(file, [key, ...trusted], host);
  switch (signer.kind) {
    case "signed":
    case "listed":
      return ok({ row, file });
    case "unsigned": {
      const target = joinPath(scratch, row.file);
      const signed = await signArchive({ archive: file, target, key }, host, signal);
      return signed.ok ? ok({ row: await rowOf(row, target, { host, signal }), file: target }) : signed;
    }
    case "stranger":
      return { ok: false, error: [strangeSigner(file, signer.keyNumber)] };
    case "damaged":
      return { ok: false, error: [otherFile(file, signer.why)] };
  }
}
function unfit(row) {
  return [
    ...row.base === "host" ? [builtOnHost(row)] : [],
    ...row.origin?.permit.kind === "withheld" ? [withheld(row, row.origin.permit)] : [],
    // The name stands in the buildpack's list too, a line of words.
    ...isAssetName(row.file) && isAssetName(row.fullpkgname) ? [] : [unfitName(row)]
  ];
}
function twin(row, all) {
  const first = all.find((one) => one.row.file === row.file)?.row;
  if (first === void 0 || first === row || first.contentDigest === row.contentDigest) return [];
  return [
    diagnostic(
      "release/twice",
      `\`${row.file}\` comes twice, with different contents: from \`${first.job}\` and from \`${row.job}\``,
      "publish one of the two, or give their ports names of their own"
    )
  ];
}
function diagnostic(code, message, help) {
  return { severity: "error", code, blame: "request", message, help };
}
function noPackages(name) {
  return diagnostic(
    "release/no-packages",
    `there are no packages in \`${name}\`, nor in a folder in it, that an \`index.json\` tells of`,
    "name the folder that `build` wrote, or one that holds such folders"
  );
}
function otherFile(file, what) {
  return diagnostic(
    "release/other-file",
    `\`${file}\` is not the file that its index tells of: ${what}`,
    "build it again, or hand the folder over once more"
  );
}
function builtOnHost(row) {
  return diagnostic(
    "release/base-host",
    `\`${row.fullpkgname}\` was built on the bare machine: nobody can tell where it would run`,
    "build it for a base, as `debian-12`"
  );
}
function withheld(row, permit) {
  return {
    ...diagnostic(
      "release/not-permitted",
      `\`${row.fullpkgname}\` may not be handed on, as its recipe says in line ${permit.line}: ${permit.because}`,
      "leave it out; whoever wants it builds it from the recipe"
    ),
    span: spanOf(permit)
  };
}
function spanOf({ recipe, line, column, text }) {
  const above = "\n".repeat(Math.min(Math.max(line, 1) - 1, 1e6));
  const start = above.length + [...text].slice(0, Math.max(column, 1) - 1).join("").length;
  return { source: { name: recipe, text: above + text }, start, end: above.length + text.length };
}
function unfitName({ file }) {
  return diagnostic(
    "release/file-name",
    `GitHub would change the name \`${file}\``,
    "use only letters, digits, `.`, `_`, `+` and `-` in the names and versions of ports and bases"
  );
}
function strangeSigner(file, keyNumber) {
  return diagnostic(
    "release/other-signer",
    `\`${file}\` is signed by the key ${keyNumber}, which is neither yours nor trusted here`,
    "name its public key with `--trust`, or sign it again: `tarwright sign`"
  );
}
function tooLarge(file, sizeBytes) {
  if (sizeBytes <= MOST_BYTES) return [];
  return [
    diagnostic(
      "release/too-large",
      `\`${file}\` has ${sizeBytes} bytes, and GitHub takes no file of 2 GiB (${2 ** 31} bytes) or more`,
      "no tag changes that: cut the port into packages, or compress better (`--compression xz`)"
    )
  ];
}

// src/release/provenance.ts
import { sign } from "node:crypto";
var PROVENANCE_NAME = "provenance.intoto.jsonl";
var PAYLOAD_TYPE = "application/vnd.in-toto+json";
function provenanceLine(row, key) {
  if (!row.origin) return [];
  return [envelope(statement(row, row.origin), key)];
}
function rebuildLine(row, verdict, key) {
  return envelope(rebuildStatement(row, verdict), key);
}
function ownRebuildLine(row, key) {
  if (!row.rebuild) return [];
  const version = row.origin?.builder.version ?? "";
  const { varied } = row.rebuild;
  return [rebuildLine(row, { outcome: "identical", varied, differing: [], version }, key)];
}
function rebuildStatement(row, { outcome, varied, differing, version }) {
  const [algorithm = "", hex = ""] = row.baseDigest.split(":");
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: row.file, digest: { sha256: row.sha256 } }],
    predicateType: "urn:tarwright:rebuild:v1",
    predicate: {
      verdict: outcome,
      content: { sha256: row.contentDigest },
      varied,
      ...differing.length > 0 ? { differing } : {},
      job: row.job,
      fingerprint: row.fingerprint,
      base: { name: row.base, digest: { [algorithm]: hex } },
      rebuilder: { tarwright: version }
    }
  };
}
function envelope(statement2, key) {
  const payload2 = Buffer.from(JSON.stringify(statement2));
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload2.length} `),
    payload2
  ]);
  return JSON.stringify({
    payloadType: PAYLOAD_TYPE,
    payload: payload2.toString("base64"),
    signatures: [{ keyid: key.keyNumber, sig: sign(null, signed, key.secret).toString("base64") }]
  });
}
function subjectOf(line) {
  const [, payload2] = /"payload":"([A-Za-z0-9+/=]+)"/.exec(line) ?? [];
  const text = Buffer.from(payload2 ?? "", "base64").toString();
  return /^\{"_type":"[^"]*","subject":\[\{"name":"[^"]*","digest":\{"sha256":"([0-9a-f]{64})"\}/.exec(
    text
  )?.[1];
}
function statement(row, origin) {
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: row.file, digest: { sha256: row.sha256 } }],
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        buildType: "urn:tarwright:job:v1",
        externalParameters: {
          port: row.fullpkgpath,
          flavors: row.flavors,
          base: row.base,
          arch: row.arch,
          layout: row.layout,
          prefix: row.prefix
        },
        internalParameters: { job: row.job, fingerprint: row.fingerprint, recipe: row.recipe },
        resolvedDependencies: materials(row, origin)
      },
      runDetails: {
        builder: { id: builderId(origin), version: { tarwright: origin.builder.version } },
        metadata: origin.builder.run === void 0 ? {} : { invocationId: origin.builder.run.url },
        byproducts: [{ name: "content", digest: { sha256: row.contentDigest } }]
      }
    }
  };
}
function builderId({ builder: { run } }) {
  return run?.workflow ?? "urn:tarwright:command-line";
}
function materials(row, { distfiles, patches, builtWith, builder }) {
  const [algorithm = "", hex = ""] = row.baseDigest.split(":");
  return [
    ...builder.run ? [{ uri: builder.run.source, digest: { gitCommit: builder.run.commit } }] : [],
    { name: "base", uri: `urn:tarwright:base:${row.base}`, digest: { [algorithm]: hex } },
    ...distfiles.map(({ file, url, sha256 }) => ({
      name: file,
      ...url === void 0 ? {} : { uri: url },
      digest: { sha256 }
    })),
    ...patches.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    ...builtWith.map(({ fullpkgname, contentDigest }) => ({
      name: fullpkgname,
      uri: `urn:tarwright:package:${fullpkgname}`,
      digest: { sha256: contentDigest }
    }))
  ];
}

// src/release/tags.ts
var PROPOSALS = ["{base}", "{base}-{arch}", "{port}", "{port}-{version}"];
function groupByTag(packages, template) {
  const unknown = [...template.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name).filter((name) => !(name in TAG_FIELDS));
  if (unknown.length > 0) return { ok: false, error: unknown.map(unknownField) };
  const groups = /* @__PURE__ */ new Map();
  for (const one of packages) {
    const tag = tagOf(one.row, template);
    groups.set(tag, [...groups.get(tag) ?? [], one]);
  }
  const unfit2 = [...groups.keys()].filter((tag) => !isTag(tag));
  if (unfit2.length > 0) return { ok: false, error: unfit2.map(unfitTag) };
  return ok(new Map([...groups].sort(([a], [b]) => a < b ? -1 : 1)));
}
function helpfulTemplate(rows, mostPackages) {
  return PROPOSALS.find((template) => {
    const counts = /* @__PURE__ */ new Map();
    for (const row of rows) counts.set(tagOf(row, template), (counts.get(tagOf(row, template)) ?? 0) + 1);
    return Math.max(...counts.values()) <= mostPackages;
  });
}
function isTag(tag) {
  return tag !== "" && tag !== "@" && !/[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^[/-]|[/.]$/u.test(tag) && tag.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"));
}
function unknownField(name) {
  const meant = nearest(name, Object.keys(TAG_FIELDS));
  return {
    severity: "error",
    code: "release/tag-field",
    blame: "request",
    message: `a tag has no field \`{${name}}\``,
    help: meant ? `did you mean \`{${meant}}\`?` : `it has ${Object.keys(TAG_FIELDS).map((one) => `\`{${one}}\``).join(", ")}`
  };
}
function unfitTag(tag) {
  return {
    severity: "error",
    code: "release/tag",
    blame: "request",
    message: `\`${tag}\` can't be a tag of git`,
    help: "see git-check-ref-format(1) for what a tag may be"
  };
}

// src/release/claim.ts
import { createHash } from "node:crypto";

// src/release/outcome.ts
function done(value) {
  return { kind: "done", value };
}
function failed(trouble) {
  return { kind: "failed", trouble };
}
var PAUSES_MS = [500, 1e3, 2e3, 4e3, 8e3, 15e3, 3e4, 3e4, 3e4];
function pauseMs(attempt) {
  return PAUSES_MS[attempt];
}

// src/release/claim.ts
async function readClaim(seen, reading, signal) {
  const place = { seen, reading };
  const current = seen.find(({ name, state }) => name === SIGNED_SUMS_NAME && state === "uploaded");
  if (current) {
    const list = await readList(current, reading, signal);
    if (list.kind === "failed") return list;
    if (list.value.kind === "sums") return claimOf(list.value.sums, place, signal);
    if (list.value.kind === "unverified") {
      const rows2 = await indexRows(place, signal);
      return rows2.kind === "failed" ? rows2 : done({ ...list.value, rows: rows2.value });
    }
  }
  const waiting = [];
  for (const asset of seen.filter(isWaitingList).sort((a, b) => b.id - a.id)) {
    const list = await readList(asset, reading, signal);
    if (list.kind === "failed") return list;
    if (list.value.kind === "sums") waiting.push(list.value.sums);
  }
  const sums = waiting.find((one) => one.every((sum) => find(sum, seen))) ?? waiting[0];
  if (sums) return claimOf(sums, place, signal);
  const rows = await indexRows(place, signal);
  return rows.kind === "failed" ? rows : done({ kind: "unsigned", rows: rows.value });
}
function isSignedList(asset) {
  return asset.name === SIGNED_SUMS_NAME && asset.state === "uploaded" || isWaitingList(asset);
}
function isWaitingList({ name, state }) {
  return state === "uploaded" && name.startsWith(`${SIGNED_SUMS_NAME}.`) && isWaitingName(name);
}
function find({ file, sha256 }, seen) {
  const names = [file, waitingName({ name: file, sha256 })];
  return seen.find((one) => one.state === "uploaded" && one.sha256 === sha256 && names.includes(one.name));
}
async function readList(asset, { github, keys }, signal) {
  const text = await textOf(asset, github, signal);
  if (text.kind === "failed") return text;
  const embedded = parseEmbedded(text.value);
  const sums = embedded && parseSums(embedded.message);
  if (!embedded || !sums) return done({ kind: "unreadable" });
  if (keys.some((key) => embedded.verify(key) === "good")) return done({ kind: "sums", sums });
  if (keys.some((key) => embedded.verify(key) === "bad")) return done({ kind: "unreadable" });
  const why = `its \`${asset.name}\` is signed by the key ${embedded.keyNumber}`;
  return done({ kind: "unverified", why });
}
async function claimOf(sums, { seen, reading }, signal) {
  const text = async (name) => {
    const sum = sums.find(({ file }) => file === name);
    const asset = sum && find(sum, seen);
    return asset && await textOf(asset, reading.github, signal);
  };
  const index = await text(INDEX_NAME);
  if (!index) return failed({ kind: "lost", names: [INDEX_NAME] });
  if (index.kind === "failed") return index;
  const parsed = parseIndex(index.value);
  if (parsed.kind === "unreadable") {
    const why = `its \`${INDEX_NAME}\` can't be read: ${parsed.why}`;
    return done({ kind: "unverified", why, rows: void 0 });
  }
  const provenance = await text(PROVENANCE_NAME);
  if (provenance?.kind === "failed") return provenance;
  const lines = (provenance?.value ?? "").split("\n").filter((line) => line !== "");
  return done({ kind: "signed", claim: { rows: parsed.index.packages, sums, provenance: lines } });
}
async function indexRows({ seen, reading }, signal) {
  const asset = seen.find(({ name, state }) => name === INDEX_NAME && state === "uploaded");
  if (!asset) return done([]);
  const text = await textOf(asset, reading.github, signal);
  if (text.kind === "failed") return text;
  const parsed = parseIndex(text.value);
  return done(parsed.kind === "index" ? parsed.index.packages : void 0);
}
async function textOf(asset, github, signal) {
  const answer = await github.assetBytes(asset.id, signal);
  const during = `read \`${asset.name}\``;
  if (answer.kind !== "answered") return failed({ kind: "api", during, trouble: answer });
  const sha256 = createHash("sha256").update(answer.value).digest("hex");
  if (sha256 === asset.sha256) return done(answer.value.toString());
  const trouble = { kind: "unreachable", why: "it did not arrive as GitHub has it" };
  return failed({ kind: "api", during, trouble });
}

// src/release/sight.ts
function sightOf(github, releaseId) {
  const known = /* @__PURE__ */ new Map();
  const removed = /* @__PURE__ */ new Set();
  const digests = /* @__PURE__ */ new Map();
  const digestOf = async (asset, signal) => {
    const remembered = asset.sha256 ?? digests.get(asset.id);
    if (remembered !== void 0 || asset.state === "starter") return remembered ?? "";
    const answer = await github.assetDigest(asset.id, signal);
    if (answer.kind !== "answered") return answer;
    digests.set(asset.id, answer.value);
    return answer.value;
  };
  const see = async (assets, signal) => {
    const seen = [];
    for (const asset of assets) {
      const sha256 = await digestOf(asset, signal);
      if (typeof sha256 !== "string" && sha256.kind === "refused" && sha256.status === 404) continue;
      if (typeof sha256 !== "string") return { kind: "failed", trouble: sha256 };
      seen.push({ ...asset, sha256 });
    }
    return { kind: "looked", seen, agrees: true };
  };
  return {
    look: async (signal) => {
      const listing = await github.assets(releaseId, signal);
      if (listing.kind !== "answered") return { kind: "failed", trouble: listing };
      const listed = await see(
        listing.value.filter(({ id }) => !removed.has(id)),
        signal
      );
      if (listed.kind === "failed") return listed;
      const isSame = (a, b) => a.name === b?.name && a.sha256 === b.sha256;
      const agrees = [...known.values()].every(
        (one) => listed.seen.some((other) => other.id === one.id && isSame(other, one))
      );
      const others = listed.seen.filter(({ id }) => !known.has(id));
      return { kind: "looked", seen: [...others, ...known.values()], agrees };
    },
    note: async (asset, signal) => {
      const looked = await see([asset], signal);
      if (looked.kind === "looked") for (const one of looked.seen) known.set(one.id, one);
      return looked;
    },
    gone: (assetId) => {
      known.delete(assetId);
      removed.add(assetId);
    },
    doubt: () => {
      known.clear();
      removed.clear();
    }
  };
}

// src/release/steps.ts
function nextSteps(wanted, seen, audience) {
  const sight = sightOf2(seen);
  const [signature, ...others] = [...wanted].sort((a, b) => rank(b) - rank(a));
  if (signature?.role !== "signature") throw new Error("a release without a signature");
  const broken = seen.filter(({ state }) => state === "starter");
  const lost = others.filter((file) => file.content === "kept" && !sight.has(file)).map(({ name }) => name);
  if (lost.length > 0) return { kind: "lost", names: lost };
  const batches = [
    () => broken.map(removal),
    () => uploads(others, sight, audience),
    () => uploads([signature], sight, audience),
    () => withdrawal(signature, { others, sight }),
    () => placements(others, sight),
    () => placements([signature], sight),
    () => seen.filter(({ name }) => isWaitingName(name)).map(removal)
  ];
  for (const batch of batches) {
    const steps = batch();
    if (steps.length > 0) return { kind: "steps", steps };
  }
  return { kind: "whole" };
}
function rank({ role }) {
  return { payload: 0, listing: 1, signature: 2 }[role];
}
function removal(asset) {
  return { kind: "remove", asset };
}
function sightOf2(seen) {
  const byName = new Map(seen.map((asset) => [asset.name, asset]));
  const fits = (name, { sha256 }) => {
    const asset = byName.get(name);
    return asset?.state === "uploaded" && asset.sha256 === sha256 ? asset : void 0;
  };
  const isPlaced = (file) => fits(file.name, file) !== void 0;
  const waiting = (file) => fits(waitingName(file), file);
  return {
    at: (name) => byName.get(name),
    isPlaced,
    waiting,
    has: (file) => isPlaced(file) || waiting(file) !== void 0
  };
}
function uploads(files, sight, audience) {
  return files.filter((file) => !sight.has(file)).map((file) => {
    const waits = audience === "watched" && (file.role !== "payload" || sight.at(file.name) !== void 0);
    const as = waits ? waitingName(file) : file.name;
    const inTheWay = sight.at(as);
    return inTheWay ? removal(inTheWay) : { kind: "upload", file, as };
  });
}
function withdrawal(signature, { others, sight }) {
  const current = sight.at(signature.name);
  if (!current) return [];
  if (!sight.isPlaced(signature)) return [removal(current)];
  if (placements(others, sight).length === 0) return [];
  const as = waitingName(signature);
  return [{ kind: "place", asset: current, as, instead: sight.at(as) }];
}
function placements(files, sight) {
  return files.flatMap((file) => {
    const asset = sight.waiting(file);
    if (!asset || sight.isPlaced(file)) return [];
    return [{ kind: "place", asset, as: file.name, instead: sight.at(file.name) }];
  });
}

// src/release/converge.ts
var AT_ONCE = 4;
async function converge(work, signal) {
  const { github, release, wanted, host } = work;
  const sight = sightOf(github, release.id);
  let why = "GitHub's listing lags behind";
  for (let stalls = 0; ; stalls += 1) {
    const pause = pauseMs(stalls - 1);
    if (stalls > 0 && pause === void 0) return failed({ kind: "restless", why });
    if (pause !== void 0) await host.wait(pause, signal);
    const look = await sight.look(signal);
    if (look.kind === "failed") {
      if (isMissing(look.trouble) && stalls > 2) return done("gone");
      if (!isPassing(look.trouble))
        return failed({ kind: "api", during: "list the assets", trouble: look.trouble });
      why = troubleText(look.trouble);
      continue;
    }
    if (look.seen.some((asset) => isSignedList(asset) && !work.lists.has(asset.sha256)))
      return done("changed");
    const isWatched = release.state === "published" || look.seen.some(({ name }) => name === SIGNED_SUMS_NAME);
    const next = nextSteps(wanted, look.seen, isWatched ? "watched" : "open");
    if (next.kind === "lost") return failed(next);
    if (next.kind === "whole") {
      if (look.agrees) return done("whole");
      if (pauseMs(stalls) === void 0) {
        sight.doubt();
        stalls = 0;
      }
      continue;
    }
    if (release.assets === "immutable") return failed({ kind: "immutable", names: namesOf(next.steps) });
    const ends = await performAll(next.steps, { ...work, sight }, signal);
    for (const end of ends) {
      if (end.kind === "refused") return failed({ kind: "api", during: end.during, trouble: end.trouble });
      if (end.kind === "unsure") why = end.why;
    }
    if (ends.some(({ kind }) => kind === "done")) stalls = -1;
  }
}
function namesOf(steps) {
  return steps.map((step) => step.kind === "upload" ? step.file.name : step.asset.name);
}
async function performAll(steps, means, signal) {
  const ends = [];
  const queue = steps[Symbol.iterator]();
  const work = async () => {
    for (const step of queue) {
      if (ends.some(({ kind }) => kind === "refused")) return;
      ends.push(await perform(step, means, signal));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ends;
}
async function perform(step, means, signal) {
  switch (step.kind) {
    case "remove":
      return remove(step.asset, means, signal);
    case "upload":
      return upload(step, means, signal);
    case "place": {
      const { asset, as, instead } = step;
      const removed = instead ? await remove(instead, means, signal) : DONE;
      if (removed.kind !== "done") return removed;
      const renamed = await means.github.renameAsset({ id: asset.id, name: as }, signal);
      if (renamed.kind !== "answered") return endOf(`give \`${asset.name}\` its name`, renamed);
      return noted(await means.sight.note(renamed.value, signal), { name: as, sha256: asset.sha256 });
    }
  }
}
var DONE = { kind: "done" };
async function remove(asset, { github, sight }, signal) {
  const answer = await github.removeAsset(asset.id, signal);
  if (answer.kind !== "answered") return endOf(`remove \`${asset.name}\``, answer);
  sight.gone(asset.id);
  return DONE;
}
async function upload({ file, as }, { github, release, sight, progress }, signal) {
  if (file.content === "kept") throw new Error(`\`${file.name}\` is kept, and not here`);
  const tracked = progress.begin(file);
  const { contentType, content } = file;
  const answer = await github.upload(
    { release, name: as, contentType, content, onBytes: tracked.sent },
    signal
  );
  if (answer.kind !== "answered") {
    tracked.failed();
    return endOf(`upload \`${file.name}\``, answer);
  }
  const end = noted(await sight.note(answer.value, signal), { name: as, sha256: file.sha256 });
  if (end.kind === "done") tracked.done();
  else tracked.failed();
  return end;
}
function noted(looked, { name, sha256 }) {
  if (looked.kind === "failed") return endOf(`look at \`${name}\``, looked.trouble);
  const [asset] = looked.seen;
  if (asset?.name === name && asset.sha256 === sha256 && asset.state === "uploaded") return DONE;
  return { kind: "unsure", why: `\`${name}\` did not arrive as it was sent` };
}
function endOf(during, trouble) {
  return isPassing(trouble) ? { kind: "unsure", why: troubleText(trouble) } : { kind: "refused", during, trouble };
}
function isMissing(trouble) {
  return trouble.kind === "refused" && trouble.status === 404;
}
function isPassing(trouble) {
  if (trouble.kind === "unreachable") return true;
  if (trouble.kind === "limited") return false;
  return trouble.status === 404 || trouble.status === 409 || trouble.codes.includes("already_exists");
}
function troubleText(trouble) {
  if (trouble.kind === "unreachable") return trouble.why;
  return trouble.kind === "refused" ? `${trouble.status} ${trouble.message}` : "a limit";
}

// src/release/progress.ts
function uploadProgress(what, files, report) {
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let bytes = 0;
  let count = 0;
  const tell = () => report({
    kind: "progress",
    what: `uploading to ${what}`,
    // Sent twice, it still counts once.
    done: Math.min(bytes, total),
    total,
    unit: "bytes",
    files: { done: count, total: files.length }
  });
  return {
    begin: () => {
      let own = 0;
      return {
        sent: (more) => {
          own += more;
          bytes += more;
          tell();
        },
        done: () => {
          count += 1;
          tell();
        },
        failed: () => {
          bytes -= own;
          own = 0;
        }
      };
    }
  };
}

// src/release/target.ts
var MARK = "<!-- made by tarwright -->";
function isOurs({ body }) {
  return body.includes(MARK);
}
async function findTarget(tag, github, signal) {
  const published = await github.releaseByTag(tag, signal);
  const isNone = published.kind === "refused" && published.status === 404;
  if (published.kind !== "answered" && !isNone) {
    return failed({ kind: "api", during: `look for the release \`${tag}\``, trouble: published });
  }
  const listing = await github.releases(signal);
  if (listing.kind !== "answered") {
    return failed({ kind: "api", during: "list the releases", trouble: listing });
  }
  const drafts = listing.value.filter((one) => one.state === "draft" && one.tag === tag).sort((a, b) => a.id - b.id);
  if (published.kind === "answered") return done({ release: published.value, others: drafts });
  const release = drafts.length > 1 ? await furthest(drafts, github, signal) : done(drafts[0]);
  if (release.kind === "failed") return release;
  if (!release.value) return done(void 0);
  const { id } = release.value;
  return done({ release: release.value, others: drafts.filter((one) => one.id !== id) });
}
async function furthest(drafts, github, signal) {
  for (const draft of drafts) {
    const assets = await github.assets(draft.id, signal);
    if (assets.kind !== "answered") {
      if (assets.kind === "refused" && assets.status === 404) continue;
      return failed({ kind: "api", during: "list the assets", trouble: assets });
    }
    if (assets.value.some(isSignedList)) return done(draft);
  }
  return done(drafts[0]);
}
async function makeTarget(making, signal) {
  const { tag, body, target, github, host } = making;
  for (let attempt = 0; ; attempt += 1) {
    const found = await findTarget(tag, github, signal);
    if (found.kind === "failed") return found;
    if (found.value) return done(found.value);
    const made = await github.createDraft({ tag, body: `${body}

${MARK}
`, target }, signal);
    if (made.kind === "answered") return done({ release: made.value, others: [] });
    const pause = pauseMs(attempt);
    const isLasting = !isPassing(made) || made.kind === "refused" && made.status === 404;
    if (isLasting || pause === void 0) {
      return failed({ kind: "api", during: `make the release \`${tag}\``, trouble: made });
    }
    await host.wait(pause, signal);
  }
}

// src/release/wanted.ts
import { createHash as createHash3 } from "node:crypto";

// src/release/buildpack.ts
import { createHash as createHash2 } from "node:crypto";
var REPOSITORY_NAME = "index";
var INSTALLER_NAME = "modular-buildpack.sh";
var VENDOR = /^\/app\/vendor\/[^/]+$/;
function buildpackFiles(rows, downloadUrl2) {
  const usable = rows.filter(({ layout, prefix }) => layout === "vendor" && VENDOR.test(prefix));
  if (usable.length === 0) return [];
  const offers = offersOf(usable);
  const installer = installerText(offers, { rows: usable, downloadUrl: downloadUrl2 });
  const md5 = createHash2("md5").update(installer).digest("hex");
  const names = [...new Set(offers.map(({ name }) => name))].sort();
  const lines = names.map((name) => {
    const comment = offers.find((one) => one.name === name)?.row.comment ?? "";
    return `${name} ${downloadUrl2}/${INSTALLER_NAME} ${md5} # ${comment.replace(/[^\x20-\x7e]/g, " ")}
`;
  });
  return [
    { name: REPOSITORY_NAME, text: lines.join("") },
    { name: INSTALLER_NAME, text: installer }
  ];
}
function offersOf(rows) {
  const offers = /* @__PURE__ */ new Map();
  const place = ({ base, arch }) => `${base} ${arch}`;
  for (const row of rows) {
    const near = rows.filter(
      (one) => place(one) === place(row) && stemOf(one.fullpkgname) === stemOf(row.fullpkgname)
    );
    const best = bestFor(near, { spec: "", pkgpath: row.fullpkgpath.split(",")[0] ?? "" }) ?? row;
    const stem = stemOf(row.fullpkgname);
    offers.set(`${stem} ${place(row)}`, { name: stem, row: best });
    offers.set(`${row.fullpkgname} ${place(row)}`, { name: row.fullpkgname, row });
  }
  return [...offers].sort(([a], [b]) => a < b ? -1 : 1).map(([, offer]) => offer);
}
function installerText(offers, { rows, downloadUrl: downloadUrl2 }) {
  const bases = [...new Set(rows.map(({ base }) => base))].sort();
  const only = bases.length === 1 ? bases[0] : void 0;
  return `#!/bin/sh
# Installs packages of ${downloadUrl2}
# for https://github.com/JorgenEvens/heroku-modular-buildpack, which sources this script.

tarwright_select() {
  case "$1 $2 $3" in
${offers.map((offer) => `    ${word(`${offer.name} ${offer.row.base} ${offer.row.arch}`)}) ${choice(offer)} ;;`).join("\n")}
    *) return 1 ;;
  esac
}

tarwright_needs() {
  case "$1" in
${rows.flatMap((row) => needs(row, rows)).join("\n")}
    *) ;;
  esac
}

tarwright_fetch() {
  case "\${INSTALLER_DIR:-}" in
    http://* | https://*) tarwright_from="$INSTALLER_DIR" ;;
    *) tarwright_from=${word(downloadUrl2)} ;;
  esac
  tarwright_archive="$CACHE_DIR/tarwright/$tarwright_sha256"
  mkdir -p "$CACHE_DIR/tarwright"
  if ! echo "$tarwright_sha256  $tarwright_archive" | sha256sum -c >/dev/null 2>&1; then
    curl -fsSL --retry 3 -o "$tarwright_archive" "$tarwright_from/$tarwright_file" || return 1
  fi
  echo "$tarwright_sha256  $tarwright_archive" | sha256sum -c >/dev/null 2>&1
}

tarwright_install() {
  tarwright_base="\${STACK:-${only ?? ""}}"
  if ! tarwright_select "$1" "$tarwright_base" "$(uname -m)"; then
    print_action "There is no package $1 for the stack \\"$tarwright_base\\" on $(uname -m)"
    exit 1
  fi
  for tarwright_need in $(tarwright_needs "$tarwright_file"); do
    dependency_require "$tarwright_need"
  done
  # The dependencies have chosen for themselves.
  tarwright_select "$1" "\${STACK:-${only ?? ""}}" "$(uname -m)"
  print_action "Installing $tarwright_file"
  if ! tarwright_fetch; then
    print_action "$tarwright_file could not be fetched, or is not what was published"
    exit 1
  fi
  mkdir -p "$BUILD_DIR/vendor" "$BUILD_DIR/.profile.d"
  tar -C "$BUILD_DIR/vendor" -xzf "$tarwright_archive" || exit 1
  for tarwright_profile in "$tarwright_top/Resources/profile.sh" "$tarwright_top/Resources/$tarwright_stem/profile.sh"; do
    if [ -f "$BUILD_DIR/vendor/$tarwright_profile" ]; then
      cp "$BUILD_DIR/vendor/$tarwright_profile" "$BUILD_DIR/.profile.d/$tarwright_stem.sh"
    fi
  done
}

tarwright_install "$PACKAGE"
`;
}
function choice({ row }) {
  const top = row.prefix.slice(row.prefix.lastIndexOf("/") + 1);
  const facts = [
    ["file", row.file],
    ["sha256", row.sha256],
    ["top", top],
    ["stem", stemOf(row.fullpkgname)]
  ];
  return facts.map(([name = "", value = ""]) => `tarwright_${name}=${word(value)}`).join("; ");
}
function needs(row, rows) {
  const names = row.depends.flatMap(({ contentDigest }) => {
    const found = rows.find((one) => contentDigest !== void 0 && one.contentDigest === contentDigest);
    return found ? [found.fullpkgname] : [];
  });
  return names.length === 0 ? [] : [`    ${word(row.file)}) echo ${names.map(word).join(" ")} ;;`];
}
function word(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

// src/release/spdx.ts
function billName({ file }) {
  return `${file}.spdx.json`;
}
function billOfMaterials(row, version) {
  const { origin } = row;
  const sources = (origin?.distfiles ?? []).map(
    ({ file, url, sha256 }, index) => ({
      id: `Source-${index}`,
      name: file,
      ...url === void 0 ? {} : { from: url },
      sha256
    })
  );
  const needed = row.depends.map(
    ({ spec, pkgpath, contentDigest }, index) => ({
      id: `Dependency-${index}`,
      name: spec === "" ? pkgpath : spec,
      comment: contentDigest === void 0 ? `the port ${pkgpath}` : `the port ${pkgpath}; SHA-256 of the package's content: ${contentDigest}`
    })
  );
  const system = row.systemPackages.map(
    (name, index) => ({ id: `System-${index}`, name, comment: `a package of the base ${row.base}` })
  );
  const tools = (origin?.builtWith ?? []).map(
    ({ fullpkgname, contentDigest }, index) => ({
      id: `Built-With-${index}`,
      name: fullpkgname,
      comment: `SHA-256 of the package's content: ${contentDigest}`
    })
  );
  const own = "SPDXRef-Package";
  const relate = (from, relationshipType, to) => ({
    spdxElementId: from,
    relationshipType,
    relatedSpdxElement: to
  });
  const document = {
    spdxVersion: "SPDX-2.3",
    dataLicense: "CC0-1.0",
    SPDXID: "SPDXRef-DOCUMENT",
    name: row.file,
    documentNamespace: `https://spdx.org/spdxdocs/${encodeURIComponent(row.file)}-${row.sha256}`,
    creationInfo: {
      created: new Date((origin?.sourceDateEpoch ?? 0) * 1e3).toISOString().replace(/\.\d+Z$/, "Z"),
      creators: [`Tool: tarwright-${version}`]
    },
    packages: [mainPackage(row), ...[...sources, ...needed, ...system, ...tools].map(partPackage)],
    relationships: [
      relate("SPDXRef-DOCUMENT", "DESCRIBES", own),
      ...sources.map(({ id }) => relate(own, "GENERATED_FROM", `SPDXRef-${id}`)),
      ...[...needed, ...system].map(({ id }) => relate(own, "DEPENDS_ON", `SPDXRef-${id}`)),
      ...tools.map(({ id }) => relate(`SPDXRef-${id}`, "BUILD_DEPENDENCY_OF", own))
    ]
  };
  return `${JSON.stringify(document, void 0, 2)}
`;
}
var UNKNOWN = "NOASSERTION";
function mainPackage(row) {
  const purl = `pkg:generic/${encodeURIComponent(row.name)}@${encodeURIComponent(row.version)}?arch=${row.arch}&distro=${encodeURIComponent(row.base)}`;
  return {
    SPDXID: "SPDXRef-Package",
    name: row.fullpkgname,
    versionInfo: row.version,
    packageFileName: row.file,
    supplier: UNKNOWN,
    downloadLocation: UNKNOWN,
    filesAnalyzed: false,
    checksums: [{ algorithm: "SHA256", checksumValue: row.sha256 }],
    ...row.origin?.homepage === void 0 ? {} : { homepage: row.origin.homepage },
    licenseConcluded: UNKNOWN,
    licenseDeclared: row.origin?.license ?? UNKNOWN,
    copyrightText: UNKNOWN,
    summary: row.comment,
    comment: `built from ${row.fullpkgpath} for ${row.base} on ${row.arch}; SHA-256 of its content: ${row.contentDigest}`,
    primaryPackagePurpose: "ARCHIVE",
    externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: purl }]
  };
}
function partPackage({ id, name, from, sha256, comment }) {
  return {
    SPDXID: `SPDXRef-${id}`,
    name,
    downloadLocation: from ?? UNKNOWN,
    filesAnalyzed: false,
    ...sha256 === void 0 ? {} : { checksums: [{ algorithm: "SHA256", checksumValue: sha256 }] },
    licenseConcluded: UNKNOWN,
    licenseDeclared: UNKNOWN,
    copyrightText: UNKNOWN,
    ...comment === void 0 ? {} : { comment }
  };
}

// src/release/wanted.ts
var LISTING_NAMES = [
  INDEX_NAME,
  REPOSITORY_NAME,
  INSTALLER_NAME,
  PROVENANCE_NAME,
  SUMS_NAME,
  SIGNED_SUMS_NAME
];
function wantedRelease({ packages, claim, key, downloadUrl: downloadUrl2, version }) {
  const own = packages.flatMap((one) => payload(one, version));
  const ownNames = new Set(own.map(({ name }) => name));
  const isKept = ({ file }) => !ownNames.has(file);
  const keptRows = claim.rows.filter(isKept);
  const keptSums = claim.sums.filter((sum) => isKept(sum) && !LISTING_NAMES.includes(sum.file));
  const rows = [...keptRows, ...packages.map(({ row }) => row)];
  const keptDigests = new Set(keptRows.map(({ sha256 }) => sha256));
  const provenance = [
    ...claim.provenance.filter((line) => keptDigests.has(subjectOf(line) ?? "")),
    ...packages.flatMap(({ row }) => [...provenanceLine(row, key), ...ownRebuildLine(row, key)])
  ].sort();
  const listing = [
    textFile(INDEX_NAME, formatIndex(rows)),
    ...buildpackFiles(rows, downloadUrl2).map(({ name, text }) => textFile(name, text)),
    ...provenance.length > 0 ? [textFile(PROVENANCE_NAME, `${provenance.join("\n")}
`)] : []
  ];
  const sums = formatSums([...keptSums, ...[...own, ...listing].map(sumOf)]);
  return {
    rows,
    files: [
      ...keptSums.map(keptFile),
      ...own,
      ...listing,
      textFile(SUMS_NAME, sums),
      { ...textFile(SIGNED_SUMS_NAME, signEmbedded(sums, key)), role: "signature" }
    ]
  };
}
function payload({ row, file }, version) {
  const { sha256, sizeBytes } = row;
  const contentType = row.file.endsWith(".gz") ? "application/gzip" : "application/octet-stream";
  const archive = {
    name: row.file,
    sha256,
    sizeBytes,
    contentType,
    content: { file, sizeBytes },
    role: "payload"
  };
  const bill = textFile(billName(row), billOfMaterials(row, version));
  return [archive, { ...bill, contentType: "application/spdx+json", role: "payload" }];
}
function textFile(name, text) {
  const content = Buffer.from(text);
  return {
    name,
    sha256: createHash3("sha256").update(content).digest("hex"),
    sizeBytes: content.length,
    contentType: name.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8",
    content,
    role: "listing"
  };
}
function keptFile({ file, sha256 }) {
  const contentType = "application/octet-stream";
  return { name: file, sha256, sizeBytes: 0, contentType, content: "kept", role: "payload" };
}
function sumOf({ name, sha256 }) {
  return { file: name, sha256 };
}
var MOST_ASSETS = 1e3;
function tooMany(wanted, seen) {
  const names = new Set(seen.map(({ name }) => name));
  const digests = new Map(seen.map(({ name, sha256 }) => [name, sha256]));
  const beside = wanted.filter(({ name, sha256 }) => names.has(name) && digests.get(name) !== sha256);
  for (const { name } of wanted) names.add(name);
  const count = names.size + beside.length;
  return count > MOST_ASSETS ? count : void 0;
}

// src/release/publish.ts
async function publishRelease(request2, means, signal) {
  let first;
  let last = { kind: "restless", why: "it changes again and again" };
  for (let attempt = 0; ; attempt += 1) {
    const round = await oneRound(request2, means, signal);
    const pause = pauseMs(attempt);
    if (round.kind === "failed") {
      if (!mayPass(round.trouble) || pause === void 0) return round;
      last = round.trouble;
    } else {
      const { end, wanted, release, ...before } = round.value;
      first ??= before;
      if (end === "whole") {
        return done({
          ...first,
          published: request2.packages.map(({ row }) => row),
          tag: request2.tag,
          url: release?.pageUrl ?? releaseUrl(request2),
          rows: wanted.rows
        });
      }
      if (pause === void 0) return failed(last);
    }
    if (pause >= TOLD_MS) {
      const message = `the release ${request2.tag} does not look as it should yet; looking again in ${pause / 1e3} s`;
      means.report({ kind: "note", message });
    }
    await means.host.wait(pause, signal);
  }
}
var TOLD_MS = 4e3;
function mayPass(trouble) {
  if (trouble.kind === "api") return isPassing(trouble.trouble) && !trouble.during.startsWith("make ");
  return trouble.kind === "lost";
}
async function oneRound(request2, means, signal) {
  const { github } = means;
  const target = await findTarget(request2.tag, github, signal);
  if (target.kind === "failed") return target;
  const plan = await planFor(target.value?.release, request2, means, signal);
  if (plan.kind === "failed") return plan;
  const { wanted, seen, lists } = plan.value;
  const before = {
    was: target.value?.release.state ?? "none",
    files: changesOf(wanted.files, seen),
    wanted
  };
  if (request2.way === "dry-run") return done({ ...before, end: "whole", release: target.value?.release });
  const made = target.value ? done(target.value) : await makeTarget(makingOf(request2, means), signal);
  if (made.kind === "failed") return made;
  const { release } = made.value;
  const sending = wanted.files.filter((file) => file.content !== "kept" && !isThere(file, seen));
  const progress = uploadProgress(request2.tag, sending, means.report);
  const converged = await converge({ ...means, release, wanted: wanted.files, lists, progress }, signal);
  if (converged.kind === "failed") return converged;
  if (converged.value !== "whole") return done({ ...before, release, end: "again" });
  const published = await openToAll(made.value, wanted.files, means, signal);
  if (published.kind === "failed") return published;
  return done({ ...before, release: published.value.release, end: published.value.end });
}
var EASY_PACKAGES = 240;
async function planFor(release, request2, { github }, signal) {
  const look = release ? await sightOf(github, release.id).look(signal) : void 0;
  if (look?.kind === "failed")
    return failed({ kind: "api", during: "list the assets", trouble: look.trouble });
  const seen = look?.seen ?? [];
  const keys = [request2.key, ...request2.trusted];
  const reading = await readClaim(seen, { github, keys }, signal);
  if (reading.kind === "failed") return reading;
  const claim = claimToKeep(reading.value, release, request2);
  if (claim.kind === "failed") return claim;
  const wanted = wantedRelease({ ...request2, claim: claim.value, downloadUrl: downloadUrl(request2) });
  const count = tooMany(wanted.files, seen);
  if (count !== void 0) {
    const template = helpfulTemplate(wanted.rows, EASY_PACKAGES);
    return failed({ kind: "too-many", count, template });
  }
  const lists = seen.filter(isSignedList);
  const own = wanted.files.filter(({ role }) => role === "signature");
  return done({ wanted, seen, lists: new Set([...lists, ...own].map(({ sha256 }) => sha256)) });
}
function claimToKeep(reading, release, { packages }) {
  if (reading.kind === "signed") return done(reading.claim);
  if (reading.kind === "unsigned" && release?.state !== "published") return done(NO_CLAIM);
  const own = new Set(packages.map(({ row }) => row.file));
  if (reading.rows?.every(({ file }) => own.has(file))) return done(NO_CLAIM);
  const why = reading.kind === "unsigned" ? "it has no signed list" : reading.why;
  return failed({ kind: "unverified", why });
}
var NO_CLAIM = { rows: [], sums: [], provenance: [] };
function isThere({ name, sha256 }, seen) {
  const names = [name, waitingName({ name, sha256 })];
  return seen.some((one) => one.state === "uploaded" && one.sha256 === sha256 && names.includes(one.name));
}
function changesOf(wanted, seen) {
  return wanted.map((file) => {
    const at = seen.find(({ name }) => name === file.name);
    const change = file.content === "kept" ? "kept" : isThere(file, seen) ? "unchanged" : at?.state === "uploaded" ? "replaced" : "uploaded";
    return {
      name: file.name,
      change,
      sizeBytes: file.content === "kept" ? at?.sizeBytes ?? 0 : file.sizeBytes
    };
  });
}
async function openToAll({ release, others }, wanted, { github }, signal) {
  for (const draft of others.filter(isOurs)) {
    const removed = await removeTwin(draft, wanted, github, signal);
    if (removed.kind === "failed") return removed;
  }
  if (release.state === "published") return done({ end: "whole", release });
  const published = await github.publishDraft(release.id, signal);
  if (published.kind === "answered" && published.value.state === "published") {
    return done({ end: "whole", release: published.value });
  }
  if (published.kind === "answered" || isPassing(published)) return done({ end: "again", release });
  return failed({ kind: "api", during: "publish the draft", trouble: published });
}
async function removeTwin(draft, wanted, github, signal) {
  const look = await sightOf(github, draft.id).look(signal);
  if (look.kind === "failed") {
    if (look.trouble.kind === "refused" && look.trouble.status === 404) return done(void 0);
    return failed({ kind: "api", during: "list the assets", trouble: look.trouble });
  }
  const isSigned = look.seen.some(isSignedList);
  const roles = new Map(wanted.map(({ name, role }) => [name, role]));
  const digests = new Map(wanted.map(({ name, sha256 }) => [name, sha256]));
  const isElsewhere = ({ name, sha256 }) => isWaitingName(name) || digests.get(name) === sha256 || (roles.get(name) ?? "payload") !== "payload";
  if (isSigned && !look.seen.every(isElsewhere)) return done(void 0);
  const removed = await github.removeRelease(draft.id, signal);
  if (removed.kind === "answered" || isPassing(removed)) return done(void 0);
  return failed({ kind: "api", during: "remove a second draft", trouble: removed });
}
function makingOf(request2, { github, host }) {
  const { tag, commit, key } = request2;
  const body = `Packages built by Tarwright, signed by the key \`${key.name}\` (${key.keyNumber}).

\`\`\`sh
signify-openbsd -C -p ${key.name}.pub -x SHA256.sig
\`\`\``;
  return { tag, body, target: commit, github, host };
}
function encodedTag(tag) {
  return tag.split("/").map(encodeURIComponent).join("/");
}
function downloadUrl({ serverUrl, repository: { owner, name }, tag }) {
  return `${serverUrl}/${owner}/${name}/releases/download/${encodedTag(tag)}`;
}
function releaseUrl({ serverUrl, repository: { owner, name }, tag }) {
  return `${serverUrl}/${owner}/${name}/releases/tag/${encodedTag(tag)}`;
}

export {
  explainRelease,
  gatherPackages,
  rebuildLine,
  groupByTag,
  publishRelease
};
