import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  act,
  code,
  cut,
  page,
  summarize
} from "../chunks/chunk-6YI6UOBD.js";
import {
  ARCHES,
  isArch
} from "../chunks/chunk-QCJKP75B.js";
import {
  loadInstallWanted
} from "../chunks/chunk-ZN2KDXKE.js";
import {
  oneOf
} from "../chunks/chunk-SJTYQ5KZ.js";
import {
  ok,
  runnerTools
} from "../chunks/chunk-6LPI6B3G.js";
import {
  joinPath
} from "../chunks/chunk-FZTQXGRF.js";
import {
  addPath,
  exportVariable,
  getInput,
  getMultilineInput,
  info,
  setOutput
} from "../chunks/chunk-GIFZ4UN5.js";
import {
  __name
} from "../chunks/chunk-KRZTYYLC.js";

// src/action/install.ts
import { randomUUID } from "node:crypto";
act({
  run: /* @__PURE__ */ __name(async ({ context }) => {
    const words = readWords(context.host);
    if (!words.ok) return told({ installed: void 0, diagnostics: words.error }, context.host);
    const installWanted = await loadInstallWanted();
    const tools = getInput("root") === "" ? runnerTools() : void 0;
    return told(await installWanted(words.value, { tools, context }), context.host);
  }, "run"),
  otherwise: /* @__PURE__ */ __name(({ context: { host } }) => told({ installed: void 0, diagnostics: [] }, host), "otherwise")
});
function readWords(host) {
  const troubles = [];
  const choice = /* @__PURE__ */ __name((name, allowed, otherwise) => {
    const read = oneOf(`the input \`${name}\``, getInput(name) || otherwise, allowed);
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return otherwise;
  }, "choice");
  const libraryPath = choice("library-path", ["refuse", "runpath", "export"], "refuse");
  const root = getInput("root");
  const words = {
    specs: getInput("packages").split(/\s+/).filter(Boolean),
    from: getMultilineInput("from"),
    keys: getMultilineInput("public-key"),
    signature: choice("signature", ["required", "waived"], "required"),
    lock: choice("lock", ["none", "write", "frozen"], "none"),
    site: root === "" ? { kind: "machine" } : { kind: "root", folder: root },
    base: getInput("base") || void 0,
    arch: choice("arch", ARCHES, isArch(host.arch) ? host.arch : "x86_64"),
    prefix: void 0,
    libraryPath: libraryPath === "refuse" ? void 0 : libraryPath,
    setuid: "refuse",
    link: void 0,
    keyring: void 0
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(words);
}
__name(readWords, "readWords");
function told({ installed, diagnostics }, host) {
  return {
    diagnostics,
    finish: /* @__PURE__ */ __name(async () => {
      if (!installed) return;
      const { packages, environment } = installed;
      if (getInput("root") === "") prepare(environment);
      setOutput("packages", packages);
      setOutput("paths", environment.programs.join("\n"));
      setOutput("directory", packages[0]?.prefix ?? "");
      setOutput("tests", await writeTests(installed, host));
      setOutput(
        "cache-hit",
        packages.every(({ outcome }) => outcome === "present")
      );
      await summarize(summary(installed));
    }, "finish")
  };
}
__name(told, "told");
async function writeTests({ tests }, host) {
  const folder = joinPath(host.folders.temporary, `tarwright-tests-${randomUUID()}`);
  await host.makeFolder(folder);
  for (const { job, lacking, program } of tests) {
    if (lacking.length === 0) await host.writeFile(joinPath(folder, job), program, 493);
    else info(`The test of ${job} is left out: it is also for ${lacking.join(", ")}`);
  }
  return folder;
}
__name(writeTests, "writeTests");
function prepare({ programs, libraries }) {
  for (const folder of [...programs].reverse()) addPath(folder);
  if (libraries.length === 0) return;
  const before = process.env["LD_LIBRARY_PATH"];
  exportVariable("LD_LIBRARY_PATH", [...libraries, ...before ? [before] : []].join(":"));
}
__name(prepare, "prepare");
function summary({ packages, from, signer }) {
  const rows = packages.map(
    ({ fullpkgname, prefix, outcome }) => `| ${[fullpkgname, prefix, outcome].map(code).join(" | ")} |`
  );
  const table = ["| package | place | outcome |", "|---|---|---|", ...cut(rows)].join("\n");
  const who = signer ? `Signed by ${code(signer.name)} (${code(signer.keyNumber)}).` : "Not signed by anybody.";
  return page(`Installed from ${code(from)}`, [table, who]);
}
__name(summary, "summary");
