// That the runner of workflows does what GitHub does, on small ones whose end is known.

import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "../command/verbs.ts";
import { openArtifacts } from "./artifacts.ts";
import { type Permissions, type RunEnd, runWorkflow } from "./run.ts";

type Rig = {
  readonly files: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
};

/** Runs `.github/workflows/ci.yml` of a repository with these files; another one, `o/kit`, is it too. */
async function run({ files, secrets = {} }: Rig) {
  const folder = folderOf(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`.github/workflows/${name}`, text])),
  );
  const machines = folderOf({});
  const tokens: Permissions[] = [];
  const artifacts = openArtifacts(join(machines, "artifacts"));
  let count = 0;
  const end = await runWorkflow(
    { folder, file: ".github/workflows/ci.yml", secrets },
    {
      repositories: { "o/kit": folder },
      actions: {
        "actions/checkout": ({ workspace }) => {
          cpSync(folder, workspace, { recursive: true });
          return { outputs: {} };
        },
        "actions/upload-artifact": artifacts.upload,
        "actions/download-artifact": artifacts.download,
      },
      machine: () => {
        count += 1;
        const workspace = join(machines, `job-${count}`);
        mkdirSync(workspace);
        return { workspace, temporary: join(machines, `temp-${count}`), env: {} };
      },
      token: (permissions) => {
        tokens.push(permissions);
        return `token-${tokens.length}`;
      },
      github: { repository: "o/r", event_name: "push", ref: "refs/heads/main" },
    },
  );
  return { end, tokens };
}

function resultsOf({ jobs }: RunEnd): Readonly<Record<string, string>> {
  return Object.fromEntries(jobs.map(({ name, result }) => [name, result]));
}

const HEAD = "on: push\npermissions: {contents: read}\n";

const cases: readonly {
  readonly name: string;
  readonly ci: string;
  readonly result: string;
  readonly jobs: Readonly<Record<string, string>>;
}[] = [
  {
    name: "a job whose need failed is skipped, and so is what needs it, but for what asks to run",
    ci: `${HEAD}jobs:
  a: {runs-on: x, steps: [{run: exit 1}]}
  b: {runs-on: x, needs: a, steps: [{run: "true"}]}
  c: {runs-on: x, needs: b, steps: [{run: "true"}]}
  d: {runs-on: x, needs: b, if: "!cancelled()", steps: [{run: "true"}]}
  e: {runs-on: x, needs: c, if: failure(), steps: [{run: "true"}]}
`,
    result: "failure",
    jobs: { a: "failure", b: "skipped", c: "skipped", d: "success", e: "success" },
  },
  {
    name: "outputs of a step and of a job make a matrix; each leg sees its own row",
    ci: `${HEAD}jobs:
  plan:
    runs-on: x
    outputs: {legs: "\${{ steps.s.outputs.legs }}"}
    steps:
      - id: s
        run: echo 'legs=[{"n":"1"},{"n":"2"}]' >> "$GITHUB_OUTPUT"
  legs:
    runs-on: x
    needs: plan
    strategy: {fail-fast: false, matrix: {include: "\${{ fromJSON(needs.plan.outputs.legs) }}"}}
    steps:
      - run: test "$N" = 1
        env: {N: "\${{ matrix.n }}"}
  last: {runs-on: x, needs: legs, steps: [{run: "true"}]}
`,
    result: "failure",
    jobs: { plan: "success", "legs (1)": "success", "legs (2)": "failure", last: "skipped" },
  },
  {
    name: "steps after one that failed are left out, but for what asks to run",
    ci: `${HEAD}jobs:
  a:
    runs-on: x
    steps:
      - run: exit 1
      - run: echo done > one
      - if: always()
        run: test ! -e one
      - {if: failure(), uses: actions/upload-artifact@0, with: {path: .github, name: kept, if-no-files-found: error}}
  b:
    runs-on: x
    needs: a
    if: always()
    steps:
      - {uses: actions/download-artifact@0, with: {name: kept}}
`,
    result: "failure",
    jobs: { a: "failure", b: "failure" },
  },
];

for (const { name, ci, result, jobs } of cases) {
  test(`rig: ${name}`, async () => {
    const { end } = await run({ files: { "ci.yml": ci } });
    expect({ result: end.result, jobs: resultsOf(end) }).toEqual({ result, jobs });
  });
}

const CALLED = `on:
  workflow_call:
    inputs: {name: {type: string, required: true}, loud: {type: boolean, default: true}}
    secrets: {key: {required: false}}
    outputs: {said: {value: "\${{ jobs.say.outputs.said }}"}}
permissions: {}
jobs:
  say:
    runs-on: x
    permissions: {contents: read}
    outputs: {said: "\${{ steps.say.outputs.said }}"}
    steps:
      - id: say
        env: {NAME: "\${{ inputs.name }}", LOUD: "\${{ inputs.loud }}", KEY: "\${{ secrets.key }}", OTHER: "\${{ secrets.other }}"}
        run: echo "said=$NAME $LOUD $KEY[$OTHER]" >> "$GITHUB_OUTPUT"
`;

test("rig: a called workflow gets its inputs and the secrets that it is passed, and gives its outputs", async () => {
  const ci = `${HEAD}jobs:
  call:
    uses: o/kit/.github/workflows/called.yml@main
    with: {name: you}
    secrets: {key: "\${{ secrets.MINE }}"}
  look: {runs-on: x, needs: call, steps: [{run: 'test "$SAID" = "you true k[]"', env: {SAID: "\${{ needs.call.outputs.said }}"}}]}
`;
  const { end, tokens } = await run({
    files: { "ci.yml": ci, "called.yml": CALLED },
    secrets: { MINE: "k", other: "not passed" },
  });
  expect(resultsOf(end)).toEqual({ "call / say": "success", look: "success" });
  expect(tokens).toEqual([{ contents: "read" }, { contents: "read" }]);
});

const refused: readonly {
  readonly name: string;
  readonly ci: string;
  readonly called?: string;
  readonly why: RegExp;
}[] = [
  {
    name: "a right that the caller does not have",
    ci: `${HEAD}jobs:\n  call: {uses: ./.github/workflows/called.yml, with: {name: you}}\n`,
    called: CALLED.replace("contents: read", "contents: write"),
    why: /requesting 'contents: write', but is only allowed 'contents: read'/,
  },
  {
    name: "an input that is not there",
    ci: `${HEAD}jobs:\n  call: {uses: ./.github/workflows/called.yml, with: {name: you, nmae: x}}\n`,
    why: /no input nmae/,
  },
  {
    name: "a needed input that is not given",
    ci: `${HEAD}jobs:\n  call: {uses: ./.github/workflows/called.yml}\n`,
    why: /needs the input name/,
  },
  { name: "a key that is none", ci: `${HEAD}jobs: {a: {runs-on: x, stpes: []}}\n`, why: /stpes/ },
  {
    name: "a matrix without a row",
    ci: `${HEAD}jobs: {a: {runs-on: x, strategy: {matrix: {include: "\${{ fromJSON('[]') }}"}}, steps: [{run: "true"}]}}\n`,
    why: /at least one vector/,
  },
];

for (const { name, ci, called = CALLED, why } of refused) {
  test(`rig: refuses ${name}`, async () => {
    await expect(run({ files: { "ci.yml": ci, "called.yml": called } })).rejects.toThrow(why);
  });
}

test("rig: one artifact of a pattern comes flat, two in folders of their names", () => {
  const store = openArtifacts(folderOf({}));
  const workspace = folderOf({ "out/a,1/x": "1", "out/b/y": "2", "out/b/.hidden": "3" });
  const inputs = (name: string) => ({ workspace, inputs: { name, path: `out/${name}` } });
  expect(store.upload(inputs("a,1")).failure).toBeUndefined();
  expect(store.upload(inputs("b")).failure).toBeUndefined();
  expect(store.upload(inputs("b")).failure).toMatch(/^Conflict/);
  const brought = (pattern: string) => {
    const place = folderOf({});
    store.download({ workspace: place, inputs: { pattern, path: "in" } });
    const read = (path: string) => {
      const from = join(place, "in", path);
      return existsSync(from) ? path : undefined;
    };
    return ["x", "y", "a,1/x", "b/y", "b/.hidden", ".hidden"].map(read).filter((one) => one !== undefined);
  };
  expect(brought("a?1")).toEqual(["x"]);
  expect(brought("{a?1,b}")).toEqual(["a,1/x", "b/y"]);
  expect(brought("{a,1,b}")).toEqual(["y"]);
  expect(brought("c*")).toEqual([]);
});
