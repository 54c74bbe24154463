import { ENGINES, type EngineKind } from "../engine/engine.ts";
import { type Host, joinPath, shownPath } from "../host/host.ts";
import type { JobRecord } from "../plan/plan.ts";
import { COMPRESSIONS, type Compression } from "../port/port.ts";
import { ok, type Result, unreachable } from "../report.ts";
import { checking, countOf, oneOf } from "./arguments.ts";
import { buildShard, type ShardAnswer, type ShardRequest } from "./build-shard.ts";
import { type Answer, type Arguments, type Context, usage } from "./verb.ts";

/** Options that go with `--plan`; the plan has decided the rest. */
const WITH_PLAN = [
  "plan",
  "shard",
  "artifacts",
  "released",
  "out",
  "distdir",
  "engine",
  "compression",
  "jobs",
];

/** `build --plan FILE --shard NAME`: what one leg of the matrix does. */
export async function buildPlanned(
  args: Arguments,
  options: readonly string[],
  context: Context,
): Promise<Answer> {
  const request = readRequest(args, options, context.host);
  if (!request.ok) return { diagnostics: request.error };
  const answer = await buildShard(request.value, context);
  const place = shownPath(request.value.out, context.host.folders.working);
  return {
    diagnostics: answer.diagnostics,
    text:
      answer.jobs.map(({ record }) => `${lineOf(record)}\n`).join("") +
      (answer.jobs.length > 0 ? `packages and records are in ${place}\n` : ""),
    json: { directory: request.value.out, jobs: jobsJson(answer) },
  };
}

function readRequest(args: Arguments, options: readonly string[], host: Host): Result<ShardRequest> {
  const { troubles, checked } = checking();
  const folder = (option: string) => {
    const text = args.text(option);
    return text === undefined ? undefined : joinPath(host.folders.working, text);
  };
  const given = options.filter((option) => args.has(option) || args.text(option) !== undefined);
  const decided = given.filter((option) => !WITH_PLAN.includes(option)).map((option) => `\`--${option}\``);
  const words = [...args.positionals.map((word) => `\`${word}\``), ...decided];
  if (words.length > 0) {
    const message = `${words.join(", ")} can't be given with \`--plan\`, which has decided it`;
    troubles.push(usage("usage/decided", message, "leave it out here, and give it to `tarwright plan`"));
  }
  const shard = args.text("shard");
  if (shard === undefined) {
    troubles.push(
      usage(
        "usage/shard",
        "`--plan` is given, but no shard of it",
        "name one with `--shard`; the plan lists them",
      ),
    );
  }
  const released = folder("released");
  const request: ShardRequest = {
    plan: folder("plan") ?? host.folders.working,
    planDigest: undefined,
    shard: shard ?? "",
    artifacts: folder("artifacts"),
    roots: undefined,
    released: released && { kind: "folder", folder: released },
    out: folder("out") ?? joinPath(host.folders.working, "out"),
    engine: checked(
      oneOf<"auto" | EngineKind>("`--engine`", args.text("engine") ?? "auto", ["auto", ...ENGINES]),
      "auto",
    ),
    distdir: folder("distdir") ?? joinPath(host.folders.cache, "distfiles"),
    compression: checked(
      oneOf<Compression>("`--compression`", args.text("compression") ?? "gz", COMPRESSIONS),
      "gz",
    ),
    parallel: checked(countOf("`--jobs`", args.text("jobs") ?? String(host.processors)), 1),
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}

function lineOf({ job, end }: JobRecord): string {
  switch (end.kind) {
    case "built":
      return `${job}: ${packagesOf(end)}, ${(end.durationMs / 1000).toFixed(1)} s`;
    case "failed":
      return `${job}: failed in the phase ${end.phase}`;
    case "skipped":
      return `${job}: skipped, for want of ${end.because.join(", ")}`;
    default:
      return unreachable(end);
  }
}

function packagesOf({ files, compared }: Extract<JobRecord["end"], { kind: "built" }>): string {
  const made = `${files.length} package${files.length === 1 ? "" : "s"}`;
  return compared.length > 0 ? `${made}, and ${compared.length} to be compared` : made;
}

function jobsJson({ jobs }: ShardAnswer) {
  return jobs.map(({ record, packages }) => ({ ...record, packages }));
}
