import type { Host, HostPath } from "../host/host.ts";
import type { Engine, ImageAnswer, Probe, Root } from "./buildbox.ts";
import { keptImage, openContainerBox } from "./container-box.ts";
import {
  type Client,
  complaint,
  DIALECTS,
  type Dialect,
  isDone,
  layerReference,
  mustAsk,
  openClient,
} from "./container-client.ts";
import { keptFolder } from "./kept.ts";

/** Longer than any daemon that is there takes to say its version. */
const PROBE_MS = 15_000;

/** Docker or podman, by its command line: nothing is mounted from this machine, so a remote daemon serves as well. */
export function containerEngine(kind: Dialect["kind"], host: Host): Engine {
  const client = openClient(DIALECTS[kind], host);
  let probed: Promise<Probe> | undefined;
  return {
    kind,
    probe: (signal) => {
      probed ??= probe(client, signal);
      return probed;
    },
    open: (spec, signal) => openContainerBox({ spec }, client, signal),
    reopen: (kept, signal) => openContainerBox({ spec: kept.spec, kept }, client, signal),
    forget: async (kept) => {
      await client.ask(["rmi", "--force", keptImage(kept, client)], new AbortController().signal);
      await host.remove(keptFolder(kept, host));
    },
    layer: async (key) => {
      const reference = layerReference(client.dialect, key);
      const { exit } = await client.ask(["image", "inspect", reference], new AbortController().signal);
      return isDone(exit) ? { kind: "image", reference } : undefined;
    },
    image: (reference, signal) => findImage(client, reference, signal),
    saveImage: async (reference, file, signal) => {
      const found = await findImage(client, reference, signal);
      if (found.kind === "present") await mustAsk(client, ["save", "--output", file, reference], signal);
      return found;
    },
    importTar: (tar, { key }, signal) => importTar({ tar, key }, client, signal),
  };
}

async function probe(client: Client, signal: AbortSignal): Promise<Probe> {
  const { host, dialect } = client;
  const told = await client.ask(dialect.ask, AbortSignal.any([signal, host.deadline(PROBE_MS)]));
  const [, system, version] = /^(\S+) (\S+)/.exec(told.stdout) ?? [];
  const { kind } = dialect;
  if (isDone(told.exit) && system === "linux" && version) return { kind: "usable", version };
  if (told.exit.kind === "not-found")
    return { kind: "unusable", why: "not installed", help: `install ${kind}` };
  if (told.exit.kind === "aborted")
    return { kind: "unusable", why: "no answer in time", help: `look whether \`${kind} info\` answers` };
  if (system !== undefined && isDone(told.exit))
    return { kind: "unusable", why: `it runs ${system} containers`, help: "switch it to Linux containers" };
  if (/permission denied/i.test(told.stderr)) {
    return {
      kind: "unusable",
      why: "this account may not talk to the daemon",
      help: `run as root, or add this account to the group \`${kind}\``,
    };
  }
  if (/cannot connect|daemon running|connection refused|no such (file|host)|dial /i.test(told.stderr))
    return { kind: "unusable", why: "daemon not reachable", help: `start ${kind}` };
  return { kind: "unusable", why: complaint(told), help: `make \`${kind} info\` work` };
}

const ARCHITECTURES: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64" };

async function findImage(client: Client, reference: string, signal: AbortSignal): Promise<ImageAnswer> {
  const there = await inspect(client, reference, signal);
  if (there) return there;
  const name = client.dialect.registryName(reference);
  const told = await client.ask(["pull", "--quiet", name], signal);
  const pulled = isDone(told.exit) ? await inspect(client, name, signal) : undefined;
  if (pulled) return pulled;
  const unknown =
    /not found|manifest unknown|name unknown|does not exist|denied|unauthorized|forbidden|invalid reference/i;
  const isUnknown = isDone(told.exit) || unknown.test(told.stderr);
  const why = isDone(told.exit) ? "it is not for this machine's architecture" : complaint(told);
  return { kind: isUnknown ? "unknown" : "unreachable", why };
}

async function inspect(
  client: Client,
  reference: string,
  signal: AbortSignal,
): Promise<Extract<ImageAnswer, { kind: "present" }> | undefined> {
  const { host, dialect } = client;
  const format = `{{.Architecture}} {{.Id}} -${dialect.pulledAs}{{range .RepoDigests}} {{.}}{{end}}`;
  const { exit, stdout } = await client.ask(["image", "inspect", "--format", format, reference], signal);
  if (!isDone(exit)) return undefined;
  const [arch, id = "", pulled = "", ...repositories] = stdout.trim().split(" ");
  if (arch !== (ARCHITECTURES[host.arch] ?? host.arch)) return undefined;
  const image = `sha256:${id.replace(/^sha256:/, "")}`;
  const digests = repositories.map((one) => one.slice(one.indexOf("@") + 1)).sort();
  // One image may have been pulled by several names, and podman knows it by its own digest besides that of the list it
  // is in, which serves other architectures, too.
  const digest =
    digests.find((one) => reference.endsWith(`@${one}`)) ??
    digests.find((one) => pulled === `-${one}`) ??
    digests[0] ??
    image;
  return { kind: "present", root: { kind: "image", reference: image }, digest };
}

async function importTar(
  { tar, key }: { readonly tar: HostPath; readonly key: string },
  client: Client,
  signal: AbortSignal,
): Promise<Root> {
  const reference = layerReference(client.dialect, key);
  await mustAsk(client, ["import", tar, reference], signal);
  return { kind: "image", reference };
}
