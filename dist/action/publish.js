import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  comparedBlocks,
  recordBlocks,
  releasePage
} from "../chunks/chunk-ZY6DSXIT.js";
import {
  choiceOf,
  keyChoice,
  takeSecret
} from "../chunks/chunk-HQSWBYCB.js";
import {
  act,
  bullets,
  code,
  cut,
  escaped,
  list,
  page,
  summarize,
  table
} from "../chunks/chunk-IU7QSKH5.js";
import {
  loadPublishPackages,
  loadSettleRun
} from "../chunks/chunk-AM22JFQA.js";
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

// src/action/publish.ts
import { randomUUID } from "node:crypto";

// src/action/run-page.ts
function runPage({ run, diagnostics, linkOf }) {
  const severity = (wanted) => diagnostics.filter((one) => one.severity === wanted).map(diagnosticJson);
  if (!run) return page("No plan", list("Errors", severity("error")));
  const { account, deliveries } = run;
  const isWhole = account.failed.length + account.skipped.length === 0 && severity("error").length === 0;
  return page(isWhole ? "All built" : "Not all built", [
    [
      `planned ${run.plan.jobs.length} = built ${account.built.length}`,
      `fresh ${account.fresh.length}`,
      `failed ${account.failed.length}`,
      `skipped ${account.skipped.length}`
    ].join(" + "),
    ...blame(run),
    ...recordBlocks(deliveries.map(({ record }) => record)),
    ...list("Errors", severity("error")),
    ...table(
      deliveries.flatMap(
        ({ record, packages }) => packages.map(({ package: row }) => ({ package: row, reason: record.reason, link: linkOf(row.file) }))
      )
    ),
    ...comparedBlocks(deliveries.map(({ record }) => record)),
    ...differences(run.comparisons),
    ...list("Warnings", severity("warning"))
  ]);
}
function blame({ account }) {
  if (account.blame.length === 0) return [];
  const rows = account.blame.map(
    ({ job, dependants }) => `| ${code(job)} | ${dependants.length} | ${dependants.slice(0, MOST_NAMES).map(code).join(", ")}${dependants.length > MOST_NAMES ? ", …" : ""} |`
  );
  return [["| failed | skipped for it | which |", "|---|--:|---|", ...cut(rows)].join("\n")];
}
var MOST_NAMES = 10;
function differences(comparisons) {
  return bullets(
    "Compared with what is released",
    comparisons.map(({ made, released, gone, come }) => () => {
      const size = made.installedBytes - released.installedBytes;
      const percent = released.installedBytes === 0 ? 0 : Math.round(100 * size / released.installedBytes);
      const from = released.base === made.base ? released.version : `${released.version} on ${released.base}`;
      const names = [
        ...gone.map((name) => `${code(name)} is gone`),
        ...come.map((name) => `${code(name)} is new`)
      ];
      const sizes = `${released.installedBytes} → ${made.installedBytes} bytes (${size < 0 ? "" : "+"}${percent} %)`;
      return `${code(made.fullpkgname)} on ${code(made.base)}, before ${escaped(from, "line")}: ${[sizes, ...names].join("; ")}`;
    })
  );
}

// src/action/publish.ts
var isPlanned = getInput("plan") !== "";
act({ run: publish, otherwise: (step) => told(step, { releases: [], diagnostics: [] }, void 0) });
async function publish(step) {
  const wanted = await readPublishInputs(step);
  if (!wanted.ok) return told(step, { releases: [], diagnostics: wanted.error }, void 0);
  const { request, way } = wanted.value;
  const settled = isPlanned ? await settle(request, step) : ok(void 0);
  if (!settled.ok) return told(step, { releases: [], diagnostics: settled.error }, void 0);
  const run = settled.value;
  const found = run?.diagnostics ?? [];
  const folders = run ? run.deliveries.flatMap(({ packages, folder }) => packages.length > 0 ? [folder] : []) : request.folders;
  if (way === "none" || run && folders.length === 0) {
    return told(step, { releases: [], diagnostics: found }, run);
  }
  const publishPackages = await loadPublishPackages();
  const answer = await publishPackages({ ...request, folders }, step.context);
  return told(step, { ...answer, diagnostics: [...found, ...answer.diagnostics] }, run);
}
async function readPublishInputs({ context: { host } }) {
  const text = takeSecret("signing-key");
  const token = takeSecret("token");
  const key = await keyChoice(text, host);
  const dryRun = choiceOf("dry-run", { allowed: ["true", "false"], otherwise: "false" });
  const way = choiceOf("publish", { allowed: ["release", "none"], otherwise: "release" });
  const troubles = [key, dryRun, way].flatMap((one) => one.ok ? [] : one.error);
  if (!key.ok || !dryRun.ok || !way.ok) return { ok: false, error: troubles };
  const request = {
    folders: getMultilineInput("packages"),
    repository: getInput("repository"),
    tag: getInput("tag"),
    token,
    key: key.value,
    trusted: getMultilineInput("trust"),
    way: dryRun.value === "true" ? "dry-run" : "publish"
  };
  return ok({ request, way: way.value });
}
async function settle(request, { context }) {
  const settleRun = await loadSettleRun();
  const place = (name) => joinPath(context.host.folders.working, getInput(name));
  const { repository, tag, token } = request;
  const isKnown = getInput("public-key") !== "" && tag !== "";
  const release = { repository, tag, token, publicKey: place("public-key") };
  return await settleRun(
    {
      plan: place("plan"),
      planDigest: getInput("plan-digest") || void 0,
      artifacts: place("packages"),
      release: isKnown ? release : void 0
    },
    context
  );
}
function told({ context: { host } }, answer, run) {
  const { releases } = answer;
  return {
    diagnostics: answer.diagnostics,
    finish: async (diagnostics) => {
      if (releases.length > 0) {
        setOutput(
          "releases",
          releases.map(({ rows, published: _own, ...release }) => ({ ...release, packages: rows }))
        );
        setOutput("urls", releases.map(({ url }) => url).join("\n"));
        const checksums = joinPath(host.folders.temporary, `tarwright-${randomUUID()}.sha256`);
        const lines = releases.flatMap(
          ({ published }) => published.map(({ sha256, file }) => `${sha256}  ${file}
`)
        );
        await host.writeFile(checksums, lines.join(""));
        setOutput("checksums", checksums);
      }
      const addresses = new Map(
        releases.flatMap(
          ({ url, published }) => published.map(({ file }) => [file, `${url.replace("/tag/", "/download/")}/${file}`])
        )
      );
      const linkOf = (file) => addresses.get(file);
      await summarize(
        isPlanned ? runPage({ run, diagnostics, linkOf }) : releasePage({ releases, diagnostics })
      );
    }
  };
}
