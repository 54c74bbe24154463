// The Action that builds: a port by its name, or a shard of a plan. Reads inputs, builds, tells the runner what came of it.

import * as core from "@actions/core";
import {
  type BuildAnswer,
  loadBuildPort,
  loadBuildShard,
  loadPublishPackages,
  type ShardAnswer,
} from "../command/command.ts";
import { readInputs } from "./inputs.ts";
import { readShardInputs } from "./shard-inputs.ts";
import { act, type Done, type Step, summarize } from "./step.ts";
import { buildPage, shardPage } from "./summary.ts";

const isPlanned = core.getInput("plan") !== "";

act({
  run: isPlanned ? buildByPlan : buildByName,
  otherwise: (step) =>
    isPlanned
      ? toldShard(step, { jobs: [], diagnostics: [] }, "")
      : told(step, { built: undefined, diagnostics: [] }),
});

async function buildByName(step: Step): Promise<Done> {
  const request = await readInputs(step.context.host);
  if (!request.ok) return told(step, { built: undefined, diagnostics: request.error });
  const { build, publish } = request.value;
  const buildPort = await loadBuildPort();
  const answer = await buildPort(build, step.context);
  if (!answer.built || !publish) return told(step, answer);
  const publishPackages = await loadPublishPackages();
  const { releases, diagnostics } = await publishPackages(publish, step.context);
  const report = step.context.report;
  for (const { tag, url } of releases) report({ kind: "note", message: `published ${tag}: ${url}` });
  return told(step, { ...answer, diagnostics: [...answer.diagnostics, ...diagnostics] });
}

function told({ log, tally }: Step, answer: BuildAnswer): Done {
  const { built } = answer;
  const packages = built?.packages ?? [];
  return {
    diagnostics: answer.diagnostics,
    finish: async (diagnostics) => {
      if (built) {
        tellPackages(packages, built.folder);
        core.setOutput("fingerprint", built.fingerprint);
        core.setOutput("cache-hit", isHit(tally()));
      }
      await summarize(
        buildPage({ port: core.getInput("port"), diagnostics, failure: log.failure(), packages }),
      );
    },
  };
}

async function buildByPlan(step: Step): Promise<Done> {
  const request = readShardInputs(step.context.host);
  if (!request.ok) return toldShard(step, { jobs: [], diagnostics: request.error }, "");
  const buildShard = await loadBuildShard();
  return toldShard(step, await buildShard(request.value, step.context), request.value.out);
}

function toldShard({ tally }: Step, { jobs, diagnostics: found }: ShardAnswer, folder: string): Done {
  return {
    diagnostics: found,
    finish: async (diagnostics) => {
      if (jobs.length > 0) {
        tellPackages(
          jobs.flatMap(({ packages }) => packages),
          folder,
        );
        core.setOutput("cache-hit", isHit(tally()));
      }
      await summarize(shardPage({ shard: core.getInput("shard"), jobs, diagnostics }));
    },
  };
}

function tellPackages(packages: readonly { readonly fullpkgname: string }[], folder: string): void {
  core.setOutput("packages", packages);
  core.setOutput("fullpkgnames", packages.map(({ fullpkgname }) => fullpkgname).join("\n"));
  core.setOutput("directory", folder);
}

function isHit({ restored, absent }: ReturnType<Step["tally"]>): boolean {
  return restored > 0 && absent === 0;
}
