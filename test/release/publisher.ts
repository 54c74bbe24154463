// The verb `publish` over a real client and real HTTP, with a clock that doesn't wait.

import { type Answer, parseArguments, VERBS } from "../../src/command/command.ts";
import { type Host, type HostPath, hostPath, openGitHub, openHost } from "../../src/host/host.ts";
import type { Event } from "../../src/report.ts";
import { virtualClock } from "../host/virtual-clock.ts";
import { never } from "../support.ts";

export type Publisher = {
  readonly env: Readonly<Record<string, string>>;
  readonly working: HostPath;
  /** Caches and the user's own keys lie here. */
  readonly home: HostPath;
  readonly report?: (event: Event) => void;
  /** How long silence is borne: where a test makes some, it should be short. */
  readonly silentMs?: number;
  readonly signal?: AbortSignal;
};

export async function publish(
  argv: readonly string[],
  { env, working, home, report = () => undefined, silentMs = 60_000, signal = never }: Publisher,
): Promise<Answer> {
  const real = openHost();
  const clock = virtualClock();
  const environment = (name: string) => env[name] || undefined;
  const { readStream, writeStream } = real;
  const means = { ...clock, environment, readStream, writeStream, silentMs };
  const host: Host = {
    ...real,
    ...clock,
    environment,
    github: (access) => openGitHub(means, access),
    folders: {
      ...real.folders,
      working,
      home,
      cache: hostPath(`${home}/cache`),
      config: hostPath(`${home}/config`),
    },
  };
  const verb = await VERBS["publish"]?.load();
  if (!verb) throw new Error("no verb `publish`");
  const args = parseArguments("publish", verb, argv);
  if (!args.ok) return { diagnostics: args.error };
  return await verb.run(args.value, { host, report, output: () => undefined, form: "json", signal });
}
