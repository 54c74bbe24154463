// The Action that publishes: packages that other jobs built, signed here, onto releases.

import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import { loadPublishPackages, type PublishAnswer, type PublishRequest } from "../command/command.ts";
import { joinPath } from "../host/host.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { choiceOf, takeSecret } from "./inputs.ts";
import { keyChoice } from "./key-input.ts";
import { act, type Done, type Step, summarize } from "./step.ts";
import { releasePage } from "./summary.ts";

act({ run: publish, otherwise: (step) => told(step, { releases: [], diagnostics: [] }) });

async function publish(step: Step): Promise<Done> {
  const request = await readPublishInputs(step);
  if (!request.ok) return told(step, { releases: [], diagnostics: request.error });
  const publishPackages = await loadPublishPackages();
  return told(step, await publishPackages(request.value, step.context));
}

/** Every problem at once; what can be wrong with tag, token and repository is looked at by the work itself. */
async function readPublishInputs({ context: { host } }: Step): Promise<Result<PublishRequest>> {
  const text = takeSecret("signing-key");
  const token = takeSecret("token");
  const key = await keyChoice(text, host);
  const dryRun = choiceOf("dry-run", { allowed: ["yes", "no"], otherwise: "no" });
  const troubles: Diagnostic[] = [...(key.ok ? [] : key.error), ...(dryRun.ok ? [] : dryRun.error)];
  if (!key.ok || !dryRun.ok) return { ok: false, error: troubles };
  return ok({
    folders: core.getMultilineInput("packages"),
    repository: core.getInput("repository"),
    tag: core.getInput("tag"),
    token,
    key: key.value,
    trusted: core.getMultilineInput("trust"),
    way: dryRun.value === "yes" ? "dry-run" : "publish",
  });
}

function told({ context: { host } }: Step, answer: PublishAnswer): Done {
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
      await summarize(releasePage({ releases, diagnostics }));
    },
  };
}
