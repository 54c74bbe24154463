// The tests of ports, as programs for packages that were installed.

import { commandLine } from "../host/host.ts";
import type { Environment, Used } from "../install/install.ts";
import type { JobId } from "../port/port.ts";

export type InstalledTest = {
  /** Of the job that made them. */
  readonly job: JobId;
  /** Packages that the test is for, and that were not installed: as it is, it can't be run. */
  readonly lacking: readonly string[];
  /** What runs it, in a folder of its own, with the environment that a test has after a build. */
  readonly program: string;
};

/** One for each job whose packages are among these, and whose recipe has a test. */
export function testsOf(
  used: readonly Pick<Used, "package" | "prefix">[],
  { programs, libraries }: Environment,
): readonly InstalledTest[] {
  const names = used.map((one) => one.package.fullpkgname);
  const tests = new Map<JobId, InstalledTest>();
  for (const { package: row, prefix } of used) {
    if (!row.testScript) continue;
    const { shell, text, fullpkgnames } = row.testScript;
    const variables = [`NAME=${row.name}`, `VERSION=${row.version}`, `PREFIX=${prefix}`, "LC_ALL=C.UTF-8"];
    const lines = [
      `#!/usr/bin/env ${shell}`,
      commandLine({ program: "export", args: variables }),
      front("PATH", programs),
      front("LD_LIBRARY_PATH", libraries),
      'cd "$(mktemp -d)"',
      "set -e",
      text.endsWith("\n") ? text : `${text}\n`,
    ];
    tests.set(row.job, {
      job: row.job,
      lacking: fullpkgnames.filter((name) => !names.includes(name)),
      program: lines.filter((line) => line !== "").join("\n"),
    });
  }
  return [...tests.values()];
}

function front(variable: string, folders: readonly string[]): string {
  if (folders.length === 0) return "";
  const words = commandLine({ program: folders.join(":"), args: [] });
  return `export ${variable}=${words}"\${${variable}:+:$${variable}}"`;
}
