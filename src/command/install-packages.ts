import type { Host, HostPath, Tools } from "../host/host.ts";
import {
  type Arrived,
  type Environment,
  environmentOf,
  installPackages,
  lackingSystem,
  type Message,
  messagesOf,
  profilePlaces,
  type Site,
  shadowed,
  type Used,
} from "../install/install.ts";
import type { PublicKey } from "../package/package.ts";
import type { Diagnostic } from "../report.ts";
import { type InstallWords, installRequest } from "./install-request.ts";
import { type InstalledTest, testsOf } from "./installed-tests.ts";
import type { Context } from "./verb.ts";

/** A package that an install was asked for, or brought along. */
export type InstalledRow = {
  readonly fullpkgname: string;
  readonly version: string;
  readonly contentDigest: string;
  /** Where it lies, as a process sees it. */
  readonly prefix: string;
  readonly outcome: "installed" | "present";
};

export type InstallAnswer = {
  /** Undefined when nothing was installed. */
  readonly installed:
    | {
        readonly packages: readonly InstalledRow[];
        readonly from: string;
        readonly signer: PublicKey | undefined;
        readonly environment: Environment;
        /** SONAMEs of the system that the exported libraries take the place of. */
        readonly shadowed: readonly string[];
        /** Of the packages that were not there before. */
        readonly messages: readonly Message[];
        /** Of all that was chosen. */
        readonly tests: readonly InstalledTest[];
        /** The script that a shell sources; undefined when nothing was put into the site. */
        readonly script: HostPath | undefined;
      }
    | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** What `install` does, for the command line and the Action. `tools`: where the Action keeps what can lie anywhere. */
export async function installWanted(
  words: InstallWords,
  { tools, context }: { readonly tools: Tools | undefined; readonly context: Context },
): Promise<InstallAnswer> {
  const { host, report, signal } = context;
  const request = await installRequest(words, host);
  if (!request.ok) return { installed: undefined, diagnostics: request.error };
  const arrived = await installPackages({ ...request.value, tools }, { host, report }, signal);
  if (!arrived.ok) return { installed: undefined, diagnostics: arrived.error };
  return answerOf(arrived.value, request.value.site, host);
}

async function answerOf(arrived: Arrived, site: Site, host: Host): Promise<InstallAnswer> {
  const { chosen, installed, from, signer } = arrived;
  const used: readonly Used[] = [...installed, ...chosen.filter((one) => !isAmong(one, installed))];
  const environment = environmentOf(used);
  const hidden = await shadowed(used, environment, { site, host });
  const rows = chosen.map((one) => one.package);
  const fresh = chosen.filter(({ outcome }) => outcome === "installed");
  const lacking = await lackingSystem(rows, site, host);
  return {
    installed: {
      packages: chosen.map((one) => ({
        fullpkgname: one.package.fullpkgname,
        version: one.package.version,
        contentDigest: one.package.contentDigest,
        prefix: one.prefix,
        outcome: one.outcome,
      })),
      from,
      signer,
      environment,
      shadowed: hidden,
      messages: await messagesOf(fresh, { site, host }),
      tests: testsOf(chosen, environment),
      script: installed.length > 0 ? profilePlaces(site).own : undefined,
    },
    diagnostics: [...arrived.warnings, ...incomplete(used), ...shadows(hidden), ...lacking],
  };
}

function isAmong(one: Used, installed: readonly Used[]): boolean {
  return installed.some((other) => other.package.file === one.package.file && other.prefix === one.prefix);
}

/** Those whose programs find no libraries, as it was chosen for them. */
export function incomplete(used: readonly Used[]): readonly Diagnostic[] {
  const { incomplete: names } = environmentOf(used);
  return names.map((name) => ({
    severity: "warning",
    code: "install/libraries-not-found",
    blame: "request",
    message: `programs of \`${name}\` find their libraries only with \`LD_LIBRARY_PATH\`, which \`--library-path runpath\` leaves alone`,
    help: "set it where you start them, as the package's own `Resources/profile.sh` does",
  }));
}

function shadows(sonames: readonly string[]): readonly Diagnostic[] {
  if (sonames.length === 0) return [];
  return [
    {
      severity: "warning",
      code: "install/shadowed-libraries",
      blame: "request",
      message: `with \`LD_LIBRARY_PATH\` as it is exported, every program gets the packages' own ${sonames.map((name) => `\`${name}\``).join(", ")} instead of the system's`,
      help: "if another program breaks, unset `LD_LIBRARY_PATH` for it; a package that is built with `runpath: auto` needs no export",
    },
  ];
}
