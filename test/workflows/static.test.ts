// What can be said of workflows and actions without running them: GitHub's own validator, and our house rules for them.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { FeatureFlags } from "@actions/expressions";
import { validate } from "@actions/languageservice";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import { RANKS, stretchesOf, stretchName } from "../../src/plan/plan.ts";
import { FOREIGN_ACTIONS } from "./foreign-actions.ts";

const top = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(top, path), "utf8");
const filesOf = (folder: string, pattern: RegExp) =>
  readdirSync(join(top, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => `${folder}/${name}`.replace(/^\.\//, ""));

const ours = filesOf(".github/workflows", /\.yml$/);
const callers = filesOf("workflows", /\.yml$/);
const workflows = [...ours, ...callers];
const actions = ["action.yml", ...filesOf("actions", /(^|\/)action\.yml$/)];

/** What the validator says though GitHub takes it: message and reason. */
const FALSE_FINDINGS: readonly { readonly message: RegExp; readonly why: string }[] = [];

type ActionReference = { readonly owner?: string; readonly name?: string; readonly path?: string };

function named({ inputs, outputs }: (typeof FOREIGN_ACTIONS)[string]) {
  const described = (names: readonly string[]) =>
    Object.fromEntries(names.map((one) => [one, { description: one }]));
  return { inputs: described(inputs), outputs: described(outputs) };
}

const services = {
  fileProvider: {
    getFileContent: async (reference: { readonly path: string }) => ({
      name: reference.path,
      content: read(reference.path),
    }),
  },
  actionsMetadataProvider: {
    fetchActionMetadata: async ({ owner, name, path = "" }: ActionReference) => {
      const foreign = FOREIGN_ACTIONS[`${owner}/${name}`];
      if (foreign) return { name, ...named(foreign) };
      const file = join(path, "action.yml");
      return (!owner || owner === "OWNER") && existsSync(join(top, file)) ? parse(read(file)) : undefined;
    },
  },
  featureFlags: new FeatureFlags({ all: true }),
};

for (const file of [...workflows, ...actions]) {
  test(`${file}: GitHub's own validator finds nothing`, async () => {
    // It tells workflows from actions by their place.
    const place = callers.includes(file) ? `.github/workflows/${basename(file)}` : file;
    const document = TextDocument.create(`file:///${place}`, "github-actions", 1, read(file));
    const found = await validate(document, services as never);
    const told = found
      .map(({ range, message }) => `${file}:${range.start.line + 1}: ${message}`)
      .filter((line) => !FALSE_FINDINGS.some(({ message }) => message.test(line)));
    expect(told).toEqual([]);
  });
}

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
};
type Job = {
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly secrets?: unknown;
  readonly "timeout-minutes"?: number;
};
type Workflow = { readonly permissions?: unknown; readonly jobs: Readonly<Record<string, Job>> };

const parsed = (file: string) => parse(read(file)) as Workflow;
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps = [] }) => steps);

for (const file of ours) {
  test(`${file}: other people's actions are pinned to a commit, and say which version it is`, () => {
    const uses = [...read(file).matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, value = ""]) => value);
    const foreign = uses.filter((value) => !value.startsWith("$/") && !value.startsWith("./"));
    const unpinned = foreign.filter(
      (value) => !/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(value),
    );
    expect(unpinned).toEqual([]);
  });
}

for (const file of workflows) {
  test(`${file}: no rights but those that a job asks for, with a reason`, () => {
    const workflow = parsed(file);
    expect(workflow.permissions).toEqual({});
    const text = read(file);
    for (const [name, { permissions }] of Object.entries(workflow.jobs)) {
      expect({ name, permissions: typeof permissions }).toEqual({ name, permissions: "object" });
      for (const [scope, access] of Object.entries(permissions ?? {})) {
        expect(text).toMatch(new RegExp(`${scope}: ${access} # \\w+`));
      }
    }
  });

  test(`${file}: no expression in a script, no credentials left in a checkout, no secrets but by name`, () => {
    const workflow = parsed(file);
    for (const { run = "", uses = "", with: inputs } of stepsOf(workflow)) {
      expect(run).not.toContain("${{");
      if (uses.startsWith("actions/checkout@")) expect(inputs?.["persist-credentials"]).toBe(false);
    }
    expect(Object.values(workflow.jobs).map(({ secrets }) => secrets)).not.toContain("inherit");
  });

  test(`${file}: no job without an end`, () => {
    const endless = Object.entries(parsed(file).jobs).filter(
      ([, job]) => !job.uses && !(Number(job["timeout-minutes"]) > 0),
    );
    expect(endless.map(([name]) => name)).toEqual([]);
  });
}

test("ports.yml: only the job that publishes has the key, or a token that writes", () => {
  const { jobs } = parsed(".github/workflows/ports.yml");
  const writes = ({ permissions = {} }: Job) => Object.values(permissions).includes("write");
  const knows = (job: Job) => JSON.stringify(job).includes("secrets.");
  expect(Object.keys(jobs).filter((name) => writes(jobs[name] as Job))).toEqual(["publish"]);
  expect(Object.keys(jobs).filter((name) => knows(jobs[name] as Job))).toEqual(["publish"]);
});

test("ports.yml: the ranks differ in nothing but their rank, and wait for those that end before it", () => {
  const { jobs } = parsed(".github/workflows/ports.yml");
  const stretches = stretchesOf(RANKS);
  const names = Object.keys(jobs).filter((name) => name.startsWith("rank"));
  expect([...names].sort()).toEqual(stretches.map(stretchName).sort());
  const waitedFor = (rank: number) =>
    stretches.filter(({ until }) => until === rank).map((stretch) => stretchName(stretch));
  const bare = stretches.map((stretch) => {
    const name = stretchName(stretch);
    const {
      needs,
      if: condition,
      ...rest
    } = jobs[name] as Job & { readonly needs: unknown; readonly if: string };
    expect({ name, needs: [needs].flat().sort() }).toEqual({
      name,
      needs: ["plan", ...waitedFor(stretch.from)].sort(),
    });
    expect(condition).toContain(`needs.plan.outputs.${name} != '[]'`);
    return JSON.stringify(rest).replaceAll(`outputs.${name})`, "outputs.rankN)");
  });
  expect(new Set(bare).size).toBe(1);
  for (const last of ["publish", "report"]) {
    const { needs } = jobs[last] as Job & { readonly needs: readonly string[] };
    expect([...needs].sort()).toEqual(["plan", ...waitedFor(RANKS)].sort());
  }
});
