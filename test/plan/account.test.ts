import { expect, test } from "vitest";
import { type Account, account, type JobEnd } from "../../src/plan/plan.ts";
import { id, plannedJob } from "./plans.ts";

/** `zlib` is in the release; `foo` and `bar` need it, `app` needs both, `doc` needs `app`. */
const jobs = [
  plannedJob("zlib", { verdict: { kind: "fresh" } }),
  plannedJob("bar", { needs: [id("zlib")] }),
  plannedJob("foo", { needs: [id("zlib")] }),
  plannedJob("app", { needs: [id("bar"), id("foo")] }),
  plannedJob("doc", { needs: [id("app")] }),
];

const ends = (outcomes: Readonly<Record<string, JobEnd["outcome"]>>): readonly JobEnd[] =>
  Object.entries(outcomes).map(([name, outcome]) => ({ job: id(name), outcome }));

const cases: readonly {
  readonly name: string;
  readonly ends: readonly JobEnd[];
  readonly account: Account;
  readonly faults: readonly string[];
}[] = [
  {
    name: "everything is built",
    ends: ends({ foo: "built", bar: "built", app: "built", doc: "built" }),
    account: {
      built: [id("bar"), id("foo"), id("app"), id("doc")],
      fresh: [id("zlib")],
      failed: [],
      skipped: [],
      blame: [],
    },
    faults: [],
  },
  {
    name: "a failure names what hangs on it, however far, with a record or without",
    ends: ends({ foo: "failed", bar: "built", app: "skipped" }),
    account: {
      built: [id("bar")],
      fresh: [id("zlib")],
      failed: [id("foo")],
      skipped: [
        { job: id("app"), because: [id("foo")] },
        { job: id("doc"), because: [id("foo")] },
      ],
      blame: [{ job: id("foo"), dependants: [id("app"), id("doc")] }],
    },
    faults: [],
  },
  {
    name: "two failures share their dependants",
    ends: ends({ foo: "failed", bar: "failed" }),
    account: {
      built: [],
      fresh: [id("zlib")],
      failed: [id("bar"), id("foo")],
      skipped: [
        { job: id("app"), because: [id("bar"), id("foo")] },
        { job: id("doc"), because: [id("bar"), id("foo")] },
      ],
      blame: [
        { job: id("bar"), dependants: [id("app"), id("doc")] },
        { job: id("foo"), dependants: [id("app"), id("doc")] },
      ],
    },
    faults: [],
  },
  {
    name: "a job that left no record is missed, and what needs it can't have been built for that reason",
    ends: ends({ foo: "built" }),
    account: {
      built: [id("foo")],
      fresh: [id("zlib")],
      failed: [],
      skipped: [
        { job: id("app"), because: [id("bar")] },
        { job: id("doc"), because: [id("bar")] },
      ],
      blame: [],
    },
    faults: [`\`${id("bar")}\` was planned, and left no record: neither built nor failed`],
  },
  {
    name: "records of strangers, of fresh jobs and second ones don't add up",
    ends: [
      ...ends({ foo: "built", bar: "built", app: "built", doc: "built", zlib: "built", other: "built" }),
      ...ends({ foo: "failed" }),
    ],
    account: {
      built: [id("bar"), id("app"), id("doc")],
      fresh: [id("zlib")],
      failed: [id("foo")],
      skipped: [],
      blame: [{ job: id("foo"), dependants: [] }],
    },
    faults: [
      `there is a record of \`${id("zlib")}\`, which this plan does not run`,
      `there is a record of \`${id("other")}\`, which this plan does not run`,
      `there are two records of \`${id("foo")}\``,
    ],
  },
  {
    name: "a job that was skipped for no reason",
    ends: ends({ foo: "built", bar: "built", app: "built", doc: "skipped" }),
    account: {
      built: [id("bar"), id("foo"), id("app")],
      fresh: [id("zlib")],
      failed: [],
      skipped: [{ job: id("doc"), because: [] }],
      blame: [],
    },
    faults: [`\`${id("doc")}\` was skipped, though all that it needs was built`],
  },
];

for (const { name, ends: records, account: expected, faults } of cases) {
  test(`account: ${name}`, () => {
    const answer = account({ jobs }, records);
    expect(answer.account).toEqual(expected);
    expect(answer.diagnostics.map(({ message }) => message)).toEqual(faults);
  });
}
