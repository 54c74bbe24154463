// Planning against releases on GitHub's double: which of them has what, where a tag is a template.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planRun } from "../../src/command/plan-run.ts";
import { type Host, joinPath, openGitHub } from "../../src/host/host.ts";
import type { Package } from "../../src/port/port.ts";
import { virtualClock } from "../host/virtual-clock.ts";
import { machine } from "../made-base.ts";
import { FOO, scene } from "../release/scene.ts";
import { never, rendered, temporaryFolder } from "../support.ts";
import { folderOf, portText } from "./verbs.ts";

const PORTS = {
  "devel/foo/port.yml": portText("foo"),
  "devel/bar/port.yml": portText("bar", 'depends: {build: ["foo-*:devel/foo"]}\n'),
};

/** Known by name and pinned: nothing has to be asked for it. */
const BASE = `debian-12=registry.invalid/debian@sha256:${"1".repeat(64)}`;

const templates: readonly { readonly template: string; readonly tag: string }[] = [
  { template: "packages", tag: "packages" },
  { template: "{base}", tag: "debian-12" },
  { template: "{port}-{version}", tag: "foo-1.0" },
  { template: "{port}-{version}/{arch}", tag: "foo-1.0/x86_64" },
];

for (const { template, tag } of templates) {
  test(`plan for a run: what the release ${tag} of ${template} has is fresh, and taken from there`, async () => {
    const { github, folder, run, pack } = await scene();
    const ports = folderOf(PORTS);
    const own = machine(temporaryFolder(), github.env);
    const { environment, readStream, writeStream } = own;
    const means = { ...virtualClock(), environment, readStream, writeStream, silentMs: 60_000 };
    const host: Host = {
      ...own,
      github: (access) => openGitHub(means, access),
      folders: { ...own.folders, working: ports },
    };
    const plan = async (release: "none" | "known") => {
      const place = {
        repository: "o/r",
        tag: template,
        token: "the-token",
        publicKey: joinPath(own.folders.working, join(folder, "mine.pub")),
      };
      const planned = await planRun(
        {
          ...{ paths: ["."], bases: [BASE], arches: ["x86_64"], flavors: [], pseudo: [], layout: "vendor" },
          ...{ prefix: undefined, subpackages: [], configureOptions: [], engine: "auto", source: "auto" },
          ...{ ranks: 16, runners: 256, commands: "refused", folder: temporaryFolder() },
          unreadable: "stop the plan",
          release: release === "none" ? undefined : place,
        },
        { host, report: () => undefined, output: () => undefined, form: "json", signal: never },
      );
      if (!planned.ok) throw new Error(rendered(planned.error));
      return new Map(planned.value.plan.jobs.map((job) => [job.pkgpath, job]));
    };

    const fingerprint = (await plan("none")).get("devel/foo")?.fingerprint;
    await pack("out", { name: "foo" });
    const index = join(folder, "out/index.json");
    const { packages, ...rest } = JSON.parse(readFileSync(index, "utf8")) as {
      readonly packages: readonly Package[];
    };
    writeFileSync(
      index,
      JSON.stringify({ ...rest, packages: packages.map((row) => ({ ...row, fingerprint })) }),
    );
    const { diagnostics } = await run("out", "--tag", template);
    expect(rendered(diagnostics)).toBe("");

    const jobs = await plan("known");
    expect(jobs.get("devel/foo")?.verdict).toEqual({ kind: "fresh" });
    expect(jobs.get("devel/bar")?.released).toEqual([
      { file: FOO, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), tag },
    ]);
  });
}
