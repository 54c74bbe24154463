// The Action that installs: reads inputs, installs, and makes the packages usable for the steps that follow.

import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import { type InstallAnswer, type InstallWords, loadInstallWanted, oneOf } from "../command/command.ts";
import { type Host, type HostPath, joinPath, runnerTools } from "../host/host.ts";
import { ARCHES, isArch } from "../port/port.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { code, cut, page } from "./markup.ts";
import { act, type Done, summarize } from "./step.ts";

act({
  run: async ({ context }) => {
    const words = readWords(context.host);
    if (!words.ok) return told({ installed: undefined, diagnostics: words.error }, context.host);
    const installWanted = await loadInstallWanted();
    // Where the user names a root, that is where everything goes.
    const tools = core.getInput("root") === "" ? runnerTools() : undefined;
    return told(await installWanted(words.value, { tools, context }), context.host);
  },
  otherwise: ({ context: { host } }) => told({ installed: undefined, diagnostics: [] }, host),
});

function readWords(host: Host): Result<InstallWords> {
  const troubles: Diagnostic[] = [];
  const choice = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T => {
    const read = oneOf(`the input \`${name}\``, core.getInput(name) || otherwise, allowed);
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return otherwise;
  };
  const libraryPath = choice("library-path", ["refuse", "runpath", "export"], "refuse");
  const root = core.getInput("root");
  const words: InstallWords = {
    specs: core.getInput("packages").split(/\s+/).filter(Boolean),
    from: core.getMultilineInput("from"),
    keys: core.getMultilineInput("public-key"),
    signature: choice("signature", ["required", "waived"], "required"),
    lock: choice("lock", ["none", "write", "frozen"], "none"),
    site: root === "" ? { kind: "machine" } : { kind: "root", folder: root },
    base: core.getInput("base") || undefined,
    arch: choice("arch", ARCHES, isArch(host.arch) ? host.arch : "x86_64"),
    prefix: undefined,
    libraryPath: libraryPath === "refuse" ? undefined : libraryPath,
    setuid: "refuse",
    link: undefined,
    keyring: undefined,
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(words);
}

function told({ installed, diagnostics }: InstallAnswer, host: Host): Done {
  return {
    diagnostics,
    finish: async () => {
      if (!installed) return;
      const { packages, environment } = installed;
      // A root of its own is not what the next steps run in.
      if (core.getInput("root") === "") prepare(environment);
      core.setOutput("packages", packages);
      core.setOutput("paths", environment.programs.join("\n"));
      core.setOutput("directory", packages[0]?.prefix ?? "");
      core.setOutput("tests", await writeTests(installed, host));
      core.setOutput(
        "cache-hit",
        packages.every(({ outcome }) => outcome === "present"),
      );
      await summarize(summary(installed));
    },
  };
}

type Installed = NonNullable<InstallAnswer["installed"]>;

/** Those that can be run as things are; answers their folder. */
async function writeTests({ tests }: Installed, host: Host): Promise<HostPath> {
  const folder = joinPath(host.folders.temporary, `tarwright-tests-${randomUUID()}`);
  await host.makeFolder(folder);
  for (const { job, lacking, program } of tests) {
    if (lacking.length === 0) await host.writeFile(joinPath(folder, job), program, 0o755);
    else core.info(`The test of ${job} is left out: it is also for ${lacking.join(", ")}`);
  }
  return folder;
}

function prepare({ programs, libraries }: Installed["environment"]): void {
  // Each goes in front of the others: the first is to stay the first.
  for (const folder of [...programs].reverse()) core.addPath(folder);
  if (libraries.length === 0) return;
  const before = process.env["LD_LIBRARY_PATH"];
  core.exportVariable("LD_LIBRARY_PATH", [...libraries, ...(before ? [before] : [])].join(":"));
}

function summary({ packages, from, signer }: Installed): string {
  const rows = packages.map(
    ({ fullpkgname, prefix, outcome }) => `| ${[fullpkgname, prefix, outcome].map(code).join(" | ")} |`,
  );
  const table = ["| package | place | outcome |", "|---|---|---|", ...cut(rows)].join("\n");
  const who = signer
    ? `Signed by ${code(signer.name)} (${code(signer.keyNumber)}).`
    : "Not signed by anybody.";
  return page(`Installed from ${code(from)}`, [table, who]);
}
