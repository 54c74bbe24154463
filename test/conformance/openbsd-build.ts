// `npm run conformance -- openbsd-build TREE --sources TSV`: builds real ports of a tree whose distfiles Debian's source
// packages hold byte for byte, and tells which came out and why the others did not. A run goes on where one stopped.

import { execFile } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { explainFetch, fetchDistfiles } from "../../src/build/build.ts";
import { hostPath, openHost } from "../../src/host/host.ts";
import type { Distfile } from "../../src/port/port.ts";

const run = promisify(execFile);

/** A distfile of a port (`net/ifstat,snmp`: with flavors), and the file of a Debian source package that holds the same bytes. */
type Source = {
  readonly tree: string;
  readonly port: string;
  readonly distfile: string;
  readonly sha256: string;
  readonly file: string;
};

/** What became of a port. */
type Outcome = {
  readonly port: string;
  readonly kind: "built" | "failed" | "no source";
  readonly seconds: number;
  /** Names of packages; codes and first lines of what was wrong. */
  readonly packages: readonly string[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
};

type Setting = {
  readonly tree: string;
  readonly base: string;
  /** Where everything that a run makes lies: the program, distfiles, packages, outcomes, what each build said. */
  readonly folder: string;
};

/** Longer than any port of these takes; one that hangs must not end the night. */
const PATIENCE_MS = 20 * 60_000;

export async function buildPorts(top: string, args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sources: { type: "string" },
      base: { type: "string", default: "debian-12" },
      folder: { type: "string" },
      /** Ports whose outcome is thrown away first: `failed`, or a port's path. */
      again: { type: "string", multiple: true, default: [] },
      only: { type: "string", multiple: true, default: [] },
      out: { type: "string" },
    },
  });
  const [tree = ""] = positionals;
  const { sources = "", folder: wanted = "" } = values;
  if (!existsSync(tree) || !existsSync(sources) || wanted === "") {
    console.error(
      "usage: npm run conformance -- openbsd-build TREE --sources TSV --folder DIR [--base NAME]",
    );
    console.error("         [--only PORT]… [--again failed|PORT]… [--out FILE]");
    process.exitCode = 2;
    return;
  }
  const folder = resolve(wanted);
  mkdirSync(folder, { recursive: true });
  const setting: Setting = { tree: resolve(tree), base: values.base, folder };
  const ports = portsIn(readFileSync(sources, "utf8"), setting.tree);
  const known = outcomesIn(folder).filter(
    ({ port, kind }) =>
      !(values.again.includes(port) || (kind !== "built" && values.again.includes("failed"))),
  );
  writeFileSync(outcomeFile(folder), known.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const open = [...ports].filter(
    ([port]) =>
      !known.some((one) => one.port === port) && (values.only.length === 0 || values.only.includes(port)),
  );
  await run(process.execPath, [join(top, "scripts/build.mjs"), "--out", join(folder, "dist")]);
  for (const [port, files] of open) {
    const outcome = await buildOne(port, files, setting);
    appendFileSync(outcomeFile(folder), `${JSON.stringify(outcome)}\n`);
    console.log(
      `${outcome.kind.padEnd(9)} ${String(outcome.seconds).padStart(4)} s  ${port}  ${outcome.errors[0] ?? ""}`,
    );
  }
  const table = tableOf(outcomesIn(folder));
  if (values.out === undefined) console.log(table);
  else writeFileSync(values.out, table);
}

/** Of this tree, each with its files: `tree port distfile sha256 package file …`. */
function portsIn(text: string, tree: string): ReadonlyMap<string, readonly Source[]> {
  const ports = new Map<string, Source[]>();
  for (const line of text.split("\n").filter((one) => one !== "" && !one.startsWith("#"))) {
    const [name = "", port = "", distfile = "", sha256 = "", , file = ""] = line.split("\t");
    if (!basename(tree).endsWith(name)) continue;
    const files = ports.get(port) ?? [];
    files.push({ tree: name, port, distfile, sha256, file });
    ports.set(port, files);
  }
  return ports;
}

function outcomeFile(folder: string): string {
  return join(folder, "outcomes.jsonl");
}

function outcomesIn(folder: string): readonly Outcome[] {
  const file = outcomeFile(folder);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function buildOne(port: string, sources: readonly Source[], setting: Setting): Promise<Outcome> {
  const { tree, base, folder } = setting;
  const distdir = join(folder, "distfiles");
  const absent = await bring(sources, distdir);
  const nothing = { port, seconds: 0, packages: [], errors: [], warnings: [] };
  if (absent.length > 0) return { ...nothing, kind: "no source", errors: absent };
  const out = join(folder, "packages", port.replaceAll("/", "."));
  rmSync(out, { recursive: true, force: true });
  const began = Date.now();
  const [path = "", ...flavors] = port.split(",");
  const chosen = flavors.length > 0 ? ["--flavor", flavors.join(" ")] : [];
  const argv = [join(folder, "dist/cli.js"), "build", join(tree, path), ...chosen, "--base", base, "--made"];
  const answer = await run(
    process.execPath,
    [...argv, "--engine", "namespace", "--distdir", distdir, "--out", out, "--json"],
    { maxBuffer: 2 ** 28, timeout: PATIENCE_MS },
  ).catch((error: { readonly stdout?: string; readonly stderr?: string; readonly killed?: boolean }) => ({
    stdout: error.stdout ?? "",
    stderr: error.stderr ?? "",
    killed: error.killed,
  }));
  const seconds = Math.round((Date.now() - began) / 1000);
  mkdirSync(join(folder, "logs"), { recursive: true });
  writeFileSync(join(folder, "logs", port.replaceAll("/", ".")), `${answer.stdout}\n${answer.stderr}`);
  const told = diagnosticsIn(`${answer.stdout}\n${answer.stderr}`);
  const packages = existsSync(join(out, "index.json")) ? packagesIn(join(out, "index.json")) : [];
  const lines = (...severities: readonly string[]) =>
    told
      .filter((one) => severities.includes(one.severity))
      .map(({ code, message }) => `${code}: ${message.split("\n")[0] ?? ""}`);
  const errors = "killed" in answer && answer.killed ? ["it took too long"] : lines("error");
  return {
    port,
    kind: packages.length > 0 ? "built" : "failed",
    seconds,
    packages,
    errors,
    warnings: lines("warning", "note"),
  };
}

/** Into the cache that `build` looks into, from wherever this machine's apt gets sources; why not, where it can't. */
async function bring(sources: readonly Source[], distdir: string): Promise<readonly string[]> {
  const span = { source: { name: "sources", text: "" }, start: 0, end: 0 };
  const distfiles = sources.map(
    ({ distfile, sha256, file }): Distfile => ({
      file: distfile,
      urls: [{ kind: "debian", file }],
      digests: [{ algorithm: "sha256", hex: sha256 }],
      subdir: "",
      span,
      digestSpan: span,
    }),
  );
  const host = openHost();
  const fetched = await fetchDistfiles(
    distfiles,
    {
      portFolder: hostPath(distdir),
      cache: hostPath(distdir),
      aptFolder: hostPath("/etc/apt"),
      host,
      report: () => undefined,
    },
    new AbortController().signal,
  );
  return fetched.kind === "failed"
    ? explainFetch(fetched.failures).map(({ message }) => message.split("\n")[0] ?? "")
    : [];
}

type Told = { readonly severity: string; readonly code: string; readonly message: string };

/** `--json` prints errors in one value, and whatever else it tells in a line of its own between a build's output. */
function diagnosticsIn(text: string): readonly Told[] {
  return text.split("\n").flatMap((line): readonly Told[] => {
    if (line.startsWith('{"errors":')) return JSON.parse(line).errors;
    return line.startsWith('{"severity":') ? [JSON.parse(line)] : [];
  });
}

function packagesIn(file: string): readonly string[] {
  const index: { readonly packages: readonly { readonly fullpkgname: string }[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return index.packages.map(({ fullpkgname }) => fullpkgname).sort();
}

function tableOf(outcomes: readonly Outcome[]): string {
  const sorted = outcomes.toSorted((a, b) => (a.port < b.port ? -1 : 1));
  const of = (kind: Outcome["kind"]) => sorted.filter((one) => one.kind === kind);
  const cell = (texts: readonly string[]) => texts.join("; ").replaceAll("|", "\\|").slice(0, 300);
  const rows = [
    `Built ${of("built").length}, failed ${of("failed").length}, without source ${of("no source").length}.`,
    "",
    "| port | packages | seconds | what was told |",
    "|---|---|---|---|",
    ...of("built").map(
      ({ port, packages, seconds, warnings }) =>
        `| \`${port}\` | ${packages.map((name) => `\`${name}\``).join(", ")} | ${seconds} | ${cell(warnings)} |`,
    ),
    "",
    "| port | why not |",
    "|---|---|",
    ...[...of("failed"), ...of("no source")].map(({ port, errors }) => `| \`${port}\` | ${cell(errors)} |`),
    "",
  ];
  return rows.join("\n");
}
