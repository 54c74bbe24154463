// The Action that publishes: packages that other jobs built, signed here, onto releases. With the plan of a run it first
// adds up what became of it, and takes nothing but what that plan has asked for.

import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import {
  loadPublishPackages,
  loadSettleRun,
  type PublishAnswer,
  type PublishRequest,
  type ReleasePlace,
  type SettledRun,
} from "../command/command.ts";
import { joinPath } from "../host/host.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { choiceOf, takeSecret } from "./inputs.ts";
import { keyChoice } from "./key-input.ts";
import { runPage } from "./run-page.ts";
import { act, type Done, type Step, summarize } from "./step.ts";
import { releasePage } from "./summary.ts";

const isPlanned = core.getInput("plan") !== "";

act({ run: publish, otherwise: (step) => told(step, { releases: [], diagnostics: [] }, undefined) });

async function publish(step: Step): Promise<Done> {
  const wanted = await readPublishInputs(step);
  if (!wanted.ok) return told(step, { releases: [], diagnostics: wanted.error }, undefined);
  const { request, way } = wanted.value;
  const settled = isPlanned ? await settle(request, step) : ok(undefined);
  if (!settled.ok) return told(step, { releases: [], diagnostics: settled.error }, undefined);
  const run = settled.value;
  const found = run?.diagnostics ?? [];
  const folders = run
    ? run.deliveries.flatMap(({ packages, folder }) => (packages.length > 0 ? [folder] : []))
    : request.folders;
  // All is fresh, or nothing was asked for.
  if (way === "none" || (run && folders.length === 0)) {
    return told(step, { releases: [], diagnostics: found }, run);
  }
  const publishPackages = await loadPublishPackages();
  const answer = await publishPackages({ ...request, folders }, step.context);
  return told(step, { ...answer, diagnostics: [...found, ...answer.diagnostics] }, run);
}

type Wanted = { readonly request: PublishRequest; readonly way: "release" | "none" };

/** Every problem at once; what can be wrong with tag, token and repository is looked at by the work itself. */
async function readPublishInputs({ context: { host } }: Step): Promise<Result<Wanted>> {
  const text = takeSecret("signing-key");
  const token = takeSecret("token");
  const key = await keyChoice(text, host);
  const dryRun = choiceOf("dry-run", { allowed: ["true", "false"], otherwise: "false" });
  const way = choiceOf<Wanted["way"]>("publish", { allowed: ["release", "none"], otherwise: "release" });
  const troubles = [key, dryRun, way].flatMap((one): readonly Diagnostic[] => (one.ok ? [] : one.error));
  if (!key.ok || !dryRun.ok || !way.ok) return { ok: false, error: troubles };
  const request: PublishRequest = {
    folders: core.getMultilineInput("packages"),
    repository: core.getInput("repository"),
    tag: core.getInput("tag"),
    token,
    key: key.value,
    trusted: core.getMultilineInput("trust"),
    way: dryRun.value === "true" ? "dry-run" : "publish",
  };
  return ok({ request, way: way.value });
}

async function settle(request: PublishRequest, { context }: Step): Promise<Result<SettledRun>> {
  const settleRun = await loadSettleRun();
  const place = (name: string) => joinPath(context.host.folders.working, core.getInput(name));
  const { repository, tag, token } = request;
  const isKnown = core.getInput("public-key") !== "" && tag !== "";
  const release: ReleasePlace = { repository, tag, token, publicKey: place("public-key") };
  return await settleRun(
    {
      plan: place("plan"),
      planDigest: core.getInput("plan-digest") || undefined,
      artifacts: place("packages"),
      release: isKnown ? release : undefined,
    },
    context,
  );
}

function told({ context: { host } }: Step, answer: PublishAnswer, run: SettledRun | undefined): Done {
  const { releases } = answer;
  return {
    diagnostics: answer.diagnostics,
    finish: async (diagnostics) => {
      if (releases.length > 0) {
        core.setOutput(
          "releases",
          releases.map(({ rows, published: _own, ...release }) => ({ ...release, packages: rows })),
        );
        core.setOutput("urls", releases.map(({ url }) => url).join("\n"));
        const checksums = joinPath(host.folders.temporary, `tarwright-${randomUUID()}.sha256`);
        // sha256sum's form; only what this step has put there, since it can't speak for the packages of others.
        const lines = releases.flatMap(({ published }) =>
          published.map(({ sha256, file }) => `${sha256}  ${file}\n`),
        );
        await host.writeFile(checksums, lines.join(""));
        core.setOutput("checksums", checksums);
      }
      const addresses = new Map(
        releases.flatMap(({ url, published }) =>
          published.map(({ file }) => [file, `${url.replace("/tag/", "/download/")}/${file}`] as const),
        ),
      );
      const linkOf = (file: string) => addresses.get(file);
      await summarize(
        isPlanned ? runPage({ run, diagnostics, linkOf }) : releasePage({ releases, diagnostics }),
      );
    },
  };
}
