import { isArch, LAYOUTS, type RootDigest } from "../port/port.ts";
import type { Diagnostic, Result } from "../report.ts";
import {
  count,
  FILE_NAME,
  type Fields,
  fieldsOf,
  ids,
  jobIdOf,
  listOf,
  readJson,
  SHA256,
  text,
  texts,
  WrongShape,
  word,
} from "./fields.ts";
import type {
  Edge,
  LeftOut,
  Plan,
  PlannedBase,
  PlannedJob,
  PlannedPackage,
  Shard,
  Verdict,
} from "./model.ts";

/** `plan.json` as text, from wherever it came; `name` is the file's, for the message. */
export function readPlan(text: string, name: string): Result<Plan> {
  return readJson(text, decode, (why) => unreadable(name, why));
}

function unreadable(name: string, why: string): Diagnostic {
  return {
    severity: "error",
    code: "plan/unreadable",
    blame: "request",
    message: `\`${name}\` is not a plan: ${why}`,
    help: "write one with `tarwright plan PATHS… --json`",
  };
}

function decode(value: unknown): Plan {
  const top = fieldsOf(value, "it");
  if (top["version"] !== 1) throw new WrongShape("its `version` is not 1");
  const plan: Plan = {
    version: 1,
    commands: word(top, "commands", ["allowed", "refused"]),
    bases: listOf(top, "bases", decodeBase),
    jobs: listOf(top, "jobs", decodeJob),
    edges: listOf(top, "edges", decodeEdge),
    ranks: count(top, "ranks"),
    shards: listOf(top, "shards", decodeShard),
    ...(top["leftOut"] === undefined ? {} : { leftOut: listOf(top, "leftOut", decodeLeftOut) }),
  };
  checkNames(plan);
  return plan;
}

/** What refers to a job must find it: readers look up without asking. */
function checkNames({ jobs, edges, shards }: Plan): void {
  const ids = new Set(jobs.map(({ id }) => id));
  if (ids.size < jobs.length) throw new WrongShape("two of its jobs have one id");
  const named = [
    ...jobs.flatMap(({ needs }) => needs),
    ...edges.flatMap(({ job, needs }) => [job, needs]),
    ...shards.flatMap((shard) => [...shard.jobs, ...shard.needs]),
  ];
  const stranger = named.find((id) => !ids.has(id));
  if (stranger !== undefined)
    throw new WrongShape(`it names the job \`${stranger}\`, which it does not have`);
}

function decodeBase(base: Fields): PlannedBase {
  return {
    name: text(base, "name", /^[a-z0-9][a-z0-9.-]*$/),
    arch: arch(base),
    wanted: text(base, "wanted"),
    source: word(base, "source", ["image", "made", "machine"]),
    digest: text(base, "digest", /^sha256:[0-9a-f]{64}$/) as RootDigest,
  };
}

function decodeJob(job: Fields): PlannedJob {
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
    compared: listOf(job, "compared", decodePackage),
    needs: ids(job, "needs"),
    released: listOf(job, "released", (file) => ({
      file: text(file, "file", FILE_NAME),
      sha256: text(file, "sha256", SHA256),
      ...(file["tag"] === undefined ? {} : { tag: text(file, "tag") }),
    })),
    expectedMs: count(job, "expectedMs"),
    verdict: decodeVerdict(fieldsOf(job["verdict"], "verdict")),
  };
}

function decodePackage(one: Fields): PlannedPackage {
  return {
    subpackage: text(one, "subpackage"),
    fullpkgname: text(one, "fullpkgname", FILE_NAME),
  };
}

function decodeVerdict(verdict: Fields): Verdict {
  const kind = word(verdict, "kind", ["run", "fresh"]);
  if (kind === "fresh") return { kind };
  return {
    kind,
    reason: text(verdict, "reason"),
    rank: count(verdict, "rank"),
    shard: text(verdict, "shard", SHARD),
  };
}

const SHARD = /^[0-9]+(to[0-9]+)?-[0-9]+$/;

function decodeEdge(edge: Fields): Edge {
  return { job: jobIdOf(edge["job"]), needs: jobIdOf(edge["needs"]) };
}

function decodeShard(shard: Fields): Shard {
  return {
    name: text(shard, "name", SHARD),
    rank: count(shard, "rank"),
    until: count(shard, "until"),
    arch: arch(shard),
    base: text(shard, "base"),
    jobs: ids(shard, "jobs"),
    needs: ids(shard, "needs"),
    expectedMs: count(shard, "expectedMs"),
  };
}

function decodeLeftOut(one: Fields): LeftOut {
  return { pkgpath: text(one, "pkgpath"), folder: text(one, "folder"), because: text(one, "because") };
}

function arch(fields: Fields) {
  const value = text(fields, "arch");
  if (!isArch(value)) throw new WrongShape(`\`${value}\` is not an architecture`);
  return value;
}
