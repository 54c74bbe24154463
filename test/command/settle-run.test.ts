// What jobs have left, against their records and the plan: nothing is believed that does not hold.

import { createHash } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { expect, test } from "vitest";
import { settleRun } from "../../src/command/settle-run.ts";
import { type HostPath, joinPath, openHost } from "../../src/host/host.ts";
import { formatRecord, type JobRecord, type Plan } from "../../src/plan/plan.ts";
import type { JobId, Package } from "../../src/port/port.ts";
import { id, plannedJob, planOf } from "../plan/plans.ts";
import { never, temporaryFolder } from "../support.ts";
import { packedIn } from "./packages.ts";

type Left = {
  readonly artifacts: HostPath;
  readonly folder: HostPath;
  readonly archive: HostPath;
  readonly record: JobRecord;
};

/** A job that has left one package, as download-artifact lays it: in folders of the artifact and of the job. */
async function left(): Promise<Left & { readonly row: Package }> {
  const artifacts = temporaryFolder();
  const draft = joinPath(artifacts, "draft");
  mkdirSync(draft);
  const packed = await packedIn(draft);
  const [row] = JSON.parse(readFileSync(joinPath(draft, "index.json"), "utf8")).packages as Package[];
  if (!row) throw new Error("nothing was packed");
  const folder = joinPath(artifacts, row.job, row.job);
  mkdirSync(joinPath(folder, ".."));
  renameSync(draft, folder);
  const record: JobRecord = {
    version: 1,
    job: row.job,
    fingerprint: row.fingerprint,
    reason: "new",
    repeat: "tarwright build foo",
    end: {
      kind: "built",
      durationMs: 1,
      files: [{ file: row.file, sha256: row.sha256, sizeBytes: row.sizeBytes }],
      compared: [],
    },
  };
  writeFileSync(joinPath(folder, "result.json"), formatRecord(record));
  return {
    artifacts,
    folder,
    archive: joinPath(folder, packed.slice(packed.lastIndexOf("/") + 1)),
    record,
    row,
  };
}

/** That this job was planned, and one that needs it. */
function planFor(row: Package): Plan {
  const job = plannedJob("foo", {
    id: row.job,
    fingerprint: row.fingerprint,
    packages: [{ subpackage: row.subpackage, fullpkgname: row.fullpkgname }],
  });
  return planOf([job, plannedJob("after", { needs: [row.job] })]);
}

const skippedAfter = (because: readonly JobId[]): JobRecord => ({
  version: 1,
  job: id("after"),
  fingerprint: "0".repeat(64),
  reason: "new",
  repeat: "",
  end: { kind: "skipped", because },
});

const sha256 = (file: HostPath) => createHash("sha256").update(readFileSync(file)).digest("hex");
const rewrite = ({ folder, record }: Left, change: Partial<JobRecord>) =>
  writeFileSync(joinPath(folder, "result.json"), formatRecord({ ...record, ...change }));

const cases: readonly {
  readonly name: string;
  readonly forge: (left: Left) => void;
  readonly codes: readonly string[];
  readonly message?: RegExp;
}[] = [
  { name: "nothing was changed", forge: () => undefined, codes: [] },
  {
    name: "a package that was changed after its job",
    forge: ({ archive }) => appendFileSync(archive, "x"),
    codes: ["plan/changed-artifact", "plan/unbalanced"],
    message: /is not what .* left: its record says [0-9a-f]{64}, and its SHA-256 is/,
  },
  {
    name: "a package that was changed, and its record with it",
    forge: (left) => {
      appendFileSync(left.archive, "x");
      const file = left.archive.slice(left.archive.lastIndexOf("/") + 1);
      const files = [{ file, sha256: sha256(left.archive), sizeBytes: 1 }];
      rewrite(left, { end: { kind: "built", durationMs: 1, files, compared: [] } });
    },
    codes: ["plan/strange-artifact", "plan/unbalanced"],
    message: /the index in .* tells something else of/,
  },
  {
    name: "a link in the place of a package",
    forge: ({ archive }) => {
      rmSync(archive);
      symlinkSync("/etc/passwd", archive);
    },
    codes: ["plan/changed-artifact", "plan/unbalanced"],
    message: /and it is not there/,
  },
  {
    name: "a package fewer than was planned",
    forge: (left) => rewrite(left, { end: { kind: "built", durationMs: 1, files: [], compared: [] } }),
    codes: ["plan/strange-artifact", "plan/unbalanced"],
    message: /was planned to leave foo-1.0, and left nothing/,
  },
  {
    name: "a record of another plan's job of the same name",
    forge: (left) => rewrite(left, { fingerprint: "1".repeat(64) }),
    codes: ["plan/strange-artifact", "plan/unbalanced"],
  },
  {
    name: "a record that is none",
    forge: ({ folder }) =>
      writeFileSync(joinPath(folder, "result.json"), '{"version": 1, "job": "../../etc"}'),
    codes: ["plan/unreadable-record", "plan/unbalanced"],
  },
  {
    name: "a record of a job that this plan does not know is somebody else's",
    forge: ({ artifacts, record }) => {
      mkdirSync(joinPath(artifacts, "other"));
      writeFileSync(joinPath(artifacts, "other/result.json"), formatRecord({ ...record, job: id("other") }));
    },
    codes: [],
  },
];

async function settled({ artifacts, row }: Left & { readonly row: Package }, plan: Plan = planFor(row)) {
  const folder = temporaryFolder();
  const file = joinPath(folder, "plan.json");
  writeFileSync(file, JSON.stringify(plan));
  const context = {
    host: openHost(),
    report: () => undefined,
    output: () => undefined,
    form: "json",
    signal: never,
  } as const;
  return await settleRun({ plan: file, planDigest: sha256(file), artifacts, release: undefined }, context);
}

for (const { name, forge, codes, message } of cases) {
  test(`settle: ${name}`, async () => {
    const made = await left();
    mkdirSync(joinPath(made.artifacts, "after"));
    writeFileSync(
      joinPath(made.artifacts, "after/result.json"),
      formatRecord(skippedAfter([made.record.job])),
    );
    forge(made);
    const run = await settled(made);
    if (!run.ok) throw new Error(run.error[0]?.message ?? "");
    // `after` says that it was skipped: where all that it needs was built, that does not add up.
    const expected =
      codes.length === 0 ? ["plan/unbalanced", "plan/not-all-built"] : [...codes, "plan/not-all-built"];
    expect(run.value.diagnostics.map(({ code }) => code)).toEqual(expected);
    if (message) expect(run.value.diagnostics[0]?.message).toMatch(message);
    const delivered = run.value.deliveries.flatMap(({ packages }) =>
      packages.map((one) => one.package.fullpkgname),
    );
    expect(delivered).toEqual(codes.length === 0 ? ["foo-1.0"] : []);
  });
}

test("settle: another plan than that of the run is refused", async () => {
  const made = await left();
  const file = joinPath(temporaryFolder(), "plan.json");
  writeFileSync(file, JSON.stringify(planFor(made.row)));
  const context = {
    host: openHost(),
    report: () => undefined,
    output: () => undefined,
    form: "json",
    signal: never,
  } as const;
  const request = { plan: file, planDigest: "0".repeat(64), artifacts: made.artifacts, release: undefined };
  const run = await settleRun(request, context);
  expect(run.ok ? [] : run.error.map(({ code }) => code)).toEqual(["usage/other-plan"]);
});

test("settle: what the plan was made without is told, and the run is not whole", async () => {
  const made = await left();
  const because = "`strange` is not a key of a port";
  const plan = planFor(made.row);
  const jobs = plan.jobs.filter((job) => job.id === made.record.job);
  const run = await settled(made, {
    ...plan,
    jobs,
    edges: [],
    shards: [],
    leftOut: [{ pkgpath: "torn", folder: "ports/torn", because }],
  });
  if (!run.ok) throw new Error(run.error[0]?.message ?? "");
  expect(run.value.diagnostics.map(({ severity, code, message }) => [severity, code, message])).toEqual([
    [
      "error",
      "plan/left-out",
      "`torn` in `ports/torn` was left out of the plan: `strange` is not a key of a port",
    ],
  ]);
  expect(run.value.deliveries.map(({ record }) => record.job)).toEqual([made.record.job]);
});
