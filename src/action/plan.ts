// The Action that plans: which jobs, in which order and why, as matrices for the jobs of a workflow.

import * as core from "@actions/core";
import {
  checking,
  countUpTo,
  loadPlanRun,
  oneOf,
  type RunPlan,
  type RunPlanRequest,
  splitWords,
  wordsOf,
} from "../command/command.ts";
import { ENGINES } from "../engine/engine.ts";
import { type Host, joinPath } from "../host/host.ts";
import { MATRIX_LEGS, matrix, RANKS } from "../plan/plan.ts";
import { ARCHES, type Arch, isArch, LAYOUTS } from "../port/port.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { choiceOf, takeSecret } from "./inputs.ts";
import { planPage } from "./plan-page.ts";
import { act, type Done, type Step, summarize } from "./step.ts";

act({ run: plan, otherwise: () => told(undefined, []) });

async function plan({ context }: Step): Promise<Done> {
  const request = readPlanInputs(context.host);
  if (!request.ok) return told(undefined, request.error);
  const planRun = await loadPlanRun();
  const planned = await planRun(request.value, context);
  return planned.ok ? told(planned.value, planned.value.warnings) : told(undefined, planned.error);
}

function readPlanInputs(host: Host): Result<RunPlanRequest> {
  const token = takeSecret("token");
  const { troubles, checked } = checking();
  const choice = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T =>
    checked(choiceOf(name, { allowed, otherwise }), otherwise);
  const own: readonly Arch[] = [isArch(host.arch) ? host.arch : "x86_64"];
  const arches = wordsOf([core.getInput("arches")]).map((word) => checked(archOf(word), "x86_64"));
  const [tag, publicKey] = [core.getInput("tag"), core.getInput("public-key")];
  const place = {
    repository: core.getInput("repository"),
    tag,
    token,
    publicKey: joinPath(host.folders.working, publicKey),
  };
  const request: RunPlanRequest = {
    paths: core.getMultilineInput("ports"),
    bases: wordsOf([core.getInput("bases")]),
    arches: arches.length > 0 ? arches : own,
    flavors: core.getMultilineInput("flavors"),
    pseudo: wordsOf([core.getInput("pseudo-flavors")]),
    layout: choice("layout", LAYOUTS, "vendor"),
    prefix: core.getInput("prefix") || undefined,
    subpackages: wordsOf([core.getInput("subpackages")]),
    configureOptions: checked(
      splitWords("the input `configure-options`", core.getInput("configure-options")),
      [],
    ),
    engine: choice("engine", ["auto", ...ENGINES], "auto"),
    source: choice("made", ["yes", "no"], "no") === "yes" ? "made" : "auto",
    commands: choice("allow-shell", ["yes", "no"], "no") === "yes" ? "allowed" : "refused",
    unreadable: choice("keep-going", ["yes", "no"], "no") === "yes" ? "are left out" : "stop the plan",
    ranks: RANKS,
    runners: checked(
      countUpTo(MATRIX_LEGS, "the input `max-parallel`", core.getInput("max-parallel") || undefined),
      MATRIX_LEGS,
    ),
    release: tag === "" || publicKey === "" ? undefined : place,
    folder: joinPath(host.folders.temporary, "tarwright-plan"),
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}

function archOf(word: string): Result<Arch> {
  return oneOf("the input `arches`", word, ARCHES);
}

function told(planned: RunPlan | undefined, diagnostics: readonly Diagnostic[]): Done {
  return {
    diagnostics,
    finish: async (sorted) => {
      if (planned) {
        core.setOutput("plan", planned.file);
        core.setOutput("digest", planned.digest);
        core.setOutput("artifact", `plan-${planned.digest.slice(0, 12)}`);
        core.setOutput("roots", planned.roots?.folder ?? "");
        core.setOutput("roots-digest", planned.roots?.digest ?? "");
        for (const [rank, legs] of Object.entries(matrix(planned.plan))) core.setOutput(rank, legs);
      }
      await summarize(planPage({ plan: planned?.plan, diagnostics: sorted }));
    },
  };
}
