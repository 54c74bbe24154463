import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  act,
  code,
  cut,
  page,
  summarize
} from "../chunks/chunk-IU7QSKH5.js";
import {
  ARCHES,
  isArch
} from "../chunks/chunk-ZEHBRBCQ.js";
import {
  loadInstallWanted
} from "../chunks/chunk-AM22JFQA.js";
import {
  oneOf
} from "../chunks/chunk-4B4EVV3V.js";
import {
  ok,
  runnerTools
} from "../chunks/chunk-2DPMJAPF.js";
import {
  joinPath
} from "../chunks/chunk-IMGLSV2N.js";
import {
  addPath,
  exportVariable,
  getInput,
  getMultilineInput,
  info,
  setOutput
} from "../chunks/chunk-TG2SN3TN.js";

// src/action/install.ts
import { randomUUID } from "node:crypto";
act({
  run: async ({ context }) => {
    const words = readWords(context.host);
    if (!words.ok) return told({ installed: void 0, diagnostics: words.error }, context.host);
    const installWanted = await loadInstallWanted();
    const tools = getInput("root") === "" ? runnerTools() : void 0;
    return told(await installWanted(words.value, { tools, context }), context.host);
  },
  otherwise: ({ context: { host } }) => told({ installed: void 0, diagnostics: [] }, host)
});
function readWords(host) {
  const troubles = [];
  const choice = (name, allowed, otherwise) => {
    const read = oneOf(`the input \`${name}\``, getInput(name) || otherwise, allowed);
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return otherwise;
  };
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
function told({ installed, diagnostics }, host) {
  return {
    diagnostics,
    finish: async () => {
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
    }
  };
}
async function writeTests({ tests }, host) {
  const folder = joinPath(host.folders.temporary, `tarwright-tests-${randomUUID()}`);
  await host.makeFolder(folder);
  for (const { job, lacking, program } of tests) {
    if (lacking.length === 0) await host.writeFile(joinPath(folder, job), program, 493);
    else info(`The test of ${job} is left out: it is also for ${lacking.join(", ")}`);
  }
  return folder;
}
function prepare({ programs, libraries }) {
  for (const folder of [...programs].reverse()) addPath(folder);
  if (libraries.length === 0) return;
  const before = process.env["LD_LIBRARY_PATH"];
  exportVariable("LD_LIBRARY_PATH", [...libraries, ...before ? [before] : []].join(":"));
}
function summary({ packages, from, signer }) {
  const rows = packages.map(
    ({ fullpkgname, prefix, outcome }) => `| ${[fullpkgname, prefix, outcome].map(code).join(" | ")} |`
  );
  const table = ["| package | place | outcome |", "|---|---|---|", ...cut(rows)].join("\n");
  const who = signer ? `Signed by ${code(signer.name)} (${code(signer.keyNumber)}).` : "Not signed by anybody.";
  return page(`Installed from ${code(from)}`, [table, who]);
}
