import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  MATRIX_LEGS,
  RANKS,
  matrix
} from "../chunks/chunk-N4JPXZRE.js";
import {
  choiceOf,
  takeSecret
} from "../chunks/chunk-HQSWBYCB.js";
import {
  ENGINES
} from "../chunks/chunk-DUQGCMRN.js";
import {
  act,
  bullets,
  code,
  escaped,
  list,
  page,
  summarize
} from "../chunks/chunk-IU7QSKH5.js";
import {
  ARCHES,
  LAYOUTS,
  isArch
} from "../chunks/chunk-ZEHBRBCQ.js";
import {
  loadPlanRun
} from "../chunks/chunk-AM22JFQA.js";
import {
  wordsOf
} from "../chunks/chunk-4D5T7RT6.js";
import {
  checking,
  countUpTo,
  oneOf,
  splitWords
} from "../chunks/chunk-4B4EVV3V.js";
import {
  diagnosticJson,
  ok
} from "../chunks/chunk-2DPMJAPF.js";
import {
  joinPath
} from "../chunks/chunk-IMGLSV2N.js";
import {
  getInput,
  getMultilineInput,
  setOutput
} from "../chunks/chunk-TG2SN3TN.js";

// src/action/plan-page.ts
function planPage({
  plan: plan2,
  diagnostics
}) {
  const rows = diagnostics.map(diagnosticJson);
  const told2 = [
    ...list(
      "Errors",
      rows.filter(({ severity }) => severity === "error")
    ),
    ...list(
      "Warnings",
      rows.filter(({ severity }) => severity === "warning")
    )
  ];
  if (!plan2) return page("No plan", told2);
  const toRun = plan2.jobs.flatMap(
    ({ id, verdict }) => verdict.kind === "run" ? [() => `${code(id)} in shard ${code(verdict.shard)}: ${escaped(verdict.reason, "line")}`] : []
  );
  return page(`Planned: ${toRun.length} of ${plan2.jobs.length} jobs run, the others are released already`, [
    ...told2,
    ...bullets("To build", toRun)
  ]);
}

// src/action/plan.ts
act({ run: plan, otherwise: () => told(void 0, []) });
async function plan({ context }) {
  const request = readPlanInputs(context.host);
  if (!request.ok) return told(void 0, request.error);
  const planRun = await loadPlanRun();
  const planned = await planRun(request.value, context);
  return planned.ok ? told(planned.value, planned.value.warnings) : told(void 0, planned.error);
}
function readPlanInputs(host) {
  const token = takeSecret("token");
  const { troubles, checked } = checking();
  const choice = (name, allowed, otherwise) => checked(choiceOf(name, { allowed, otherwise }), otherwise);
  const own = [isArch(host.arch) ? host.arch : "x86_64"];
  const arches = wordsOf([getInput("arches")]).map((word) => checked(archOf(word), "x86_64"));
  const [tag, publicKey] = [getInput("tag"), getInput("public-key")];
  const place = {
    repository: getInput("repository"),
    tag,
    token,
    publicKey: joinPath(host.folders.working, publicKey)
  };
  const request = {
    paths: getMultilineInput("ports"),
    bases: wordsOf([getInput("bases")]),
    arches: arches.length > 0 ? arches : own,
    flavors: getMultilineInput("flavors"),
    pseudo: wordsOf([getInput("pseudo-flavors")]),
    layout: choice("layout", LAYOUTS, "vendor"),
    prefix: getInput("prefix") || void 0,
    subpackages: wordsOf([getInput("subpackages")]),
    configureOptions: checked(
      splitWords("the input `configure-options`", getInput("configure-options")),
      []
    ),
    engine: choice("engine", ["auto", ...ENGINES], "auto"),
    source: choice("made", ["yes", "no"], "no") === "yes" ? "made" : "auto",
    commands: choice("allow-shell", ["yes", "no"], "no") === "yes" ? "allowed" : "refused",
    unreadable: choice("keep-going", ["yes", "no"], "no") === "yes" ? "are left out" : "stop the plan",
    ranks: RANKS,
    runners: checked(
      countUpTo(MATRIX_LEGS, "the input `max-parallel`", getInput("max-parallel") || void 0),
      MATRIX_LEGS
    ),
    release: tag === "" || publicKey === "" ? void 0 : place,
    folder: joinPath(host.folders.temporary, "tarwright-plan")
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}
function archOf(word) {
  return oneOf("the input `arches`", word, ARCHES);
}
function told(planned, diagnostics) {
  return {
    diagnostics,
    finish: async (sorted) => {
      if (planned) {
        setOutput("plan", planned.file);
        setOutput("digest", planned.digest);
        setOutput("artifact", `plan-${planned.digest.slice(0, 12)}`);
        setOutput("roots", planned.roots?.folder ?? "");
        setOutput("roots-digest", planned.roots?.digest ?? "");
        for (const [rank, legs] of Object.entries(matrix(planned.plan))) setOutput(rank, legs);
      }
      await summarize(planPage({ plan: planned?.plan, diagnostics: sorted }));
    }
  };
}
