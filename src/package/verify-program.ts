// A program's folder as GoboLinux has it: every file against `Resources/FileHash`, and who signed that.

import { createHash } from "node:crypto";
import { type Host, type HostPath, joinPath, type ScannedEntry, type ScannedFolder } from "../host/host.ts";
import type { Diagnostic } from "../report.ts";
import { type KeyRing, signerInRing } from "./key-ring.ts";
import { isHashFile } from "./metadata.ts";
import { nameList } from "./shown.ts";
import type { Verified } from "./verify.ts";

const LIST = "Resources/FileHash";

/** Whether a folder is one. */
export async function isProgram(folder: HostPath, host: Host): Promise<boolean> {
  return (await host.status(joinPath(folder, LIST)))?.kind === "file";
}

export type ProgramSetting = {
  /** Undefined: nobody says whom to believe. */
  readonly ring: KeyRing | undefined;
  readonly host: Host;
};

export async function verifyProgram(file: HostPath, { ring, host }: ProgramSetting): Promise<Verified> {
  const scanned = host.scan(file);
  const read = (name: string) =>
    scanned?.entries.some(({ path }) => path === name) ? Buffer.concat([...scanned.read(name)]) : undefined;
  const list = read(LIST) ?? Buffer.alloc(0);
  const signature = read(`${LIST}.sig`);
  const wrongFiles = scanned ? differencesFrom(list.toString("latin1"), scanned, file) : [];
  const nobody = { file, kind: "program", signer: undefined, checked: [] } as const;
  const count = scanned?.entries.filter(isListed).length ?? 0;
  const checked = wrongFiles.length === 0 ? [`its ${count} files are as its FileHash says`] : [];
  if (!signature) return { ...nobody, checked, troubles: [...wrongFiles, unsigned(file, ring)] };
  if (!ring) return { ...nobody, checked, troubles: [...wrongFiles, unjudged(file)] };
  const verdict = await signerInRing({ content: list, signature }, ring, host);
  if (verdict.kind === "good") {
    const { signer } = verdict;
    return { ...nobody, signer, checked: [...checked, "FileHash.sig is right"], troubles: wrongFiles };
  }
  return { ...nobody, checked, troubles: [...wrongFiles, refused(file, verdict, ring)] };
}

function isListed({ path, status }: ScannedEntry): boolean {
  return status.kind !== "folder" && !isHashFile(path);
}

const DIGESTS: Readonly<Record<number, string>> = { 32: "md5", 40: "sha1", 64: "sha256" };

/** `<hex> <path>`, with one or two blanks; the oldest ones have no first line that says so. */
function differencesFrom(text: string, scanned: ScannedFolder, folder: HostPath): readonly Diagnostic[] {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("GoboLinux FileHash"));
  const listed = new Map<string, string>();
  for (const line of lines) {
    const [, hex = "", path = ""] = /^([0-9a-f]{32,64}) [ *]?(?:\.\/)?(.+)$/.exec(line) ?? [];
    if (!DIGESTS[hex.length] || listed.has(path)) return [noList(folder, line)];
    listed.set(path, hex);
  }
  const found = new Map(scanned.entries.filter(isListed).map((entry) => [entry.path, entry]));
  const changed = [...listed].filter(([path, hex]) => {
    const entry = found.get(path);
    return entry !== undefined && hashOf(entry, scanned, hex.length) !== hex;
  });
  const absent = [...listed.keys()].filter((path) => !found.has(path) && !isHashFile(path));
  const unlisted = [...found.keys()].filter((path) => !listed.has(path));
  return [
    ...(changed.length > 0 ? [other(folder, `${nameList(changed.map(([path]) => path))} changed`)] : []),
    ...(absent.length > 0 ? [other(folder, `${nameList(absent)} is gone`)] : []),
    ...(unlisted.length > 0 ? [other(folder, `${nameList(unlisted)} is not in its list`)] : []),
  ];
}

function hashOf({ path, status, target }: ScannedEntry, scanned: ScannedFolder, digits: number): string {
  const hash = createHash(DIGESTS[digits] ?? "sha256");
  if (status.kind === "link") return hash.update(Buffer.from(target, "latin1")).digest("hex");
  if (status.kind === "file") for (const chunk of scanned.read(path)) hash.update(chunk);
  return hash.digest("hex");
}

function trouble(code: `verify/${string}`, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}

function other(folder: HostPath, what: string): Diagnostic {
  return trouble(
    "verify/changed-program",
    `\`${folder}\` is not as it was signed: ${what}`,
    "install it again, or pack it anew with `tarwright package`",
  );
}

function noList(folder: HostPath, line: string): Diagnostic {
  const what = `the FileHash of \`${folder}\` has a line that lists no file: \`${line.slice(0, 80)}\``;
  return trouble("verify/unreadable", what, "install it again");
}

function unsigned(folder: HostPath, ring: KeyRing | undefined): Diagnostic {
  const what = `\`${folder}\` is not signed: it has no \`Resources/FileHash.sig\``;
  const found = trouble(
    "verify/unsigned",
    what,
    "pack it with a key: `tarwright package TREE --key NAME.sec`",
  );
  return ring ? found : { ...found, severity: "warning" };
}

function unjudged(folder: HostPath): Diagnostic {
  return {
    ...trouble(
      "verify/unknown-signer",
      `\`${folder}\` is signed, and nobody says whom to believe`,
      "name a folder of public keys: `--keyring DIR`",
    ),
    severity: "warning",
  };
}

type Refused = Exclude<Awaited<ReturnType<typeof signerInRing>>, { readonly kind: "good" }>;

/** Of a signature that does not hold. */
export function refused(file: HostPath, verdict: Refused, { folder }: KeyRing): Diagnostic {
  const told = `the \`FileHash.sig\` of \`${file}\``;
  const wrong = (what: string) =>
    trouble("verify/wrong-signature", `${told} ${what}`, "don't use it; fetch it again");
  switch (verdict.kind) {
    case "bad":
      return wrong("does not fit its FileHash");
    case "revoked":
      return wrong("was made by a key that its owner has revoked");
    case "expired":
      return wrong("has expired, or its key has");
    case "unreadable":
      return wrong("can't be read");
    case "stranger":
      return trouble(
        "verify/wrong-key",
        `${told} is by the key ${verdict.keyNumber}, which is not in \`${folder}\``,
        "put the key of whoever published it there, when you believe him",
      );
    case "no-gpgv":
      return {
        ...trouble(
          "verify/no-gpgv",
          `${told} is not of a form that is read here, and \`gpgv\` is not on the PATH`,
          "install it: `apt-get install gpgv`",
        ),
        blame: "world",
      };
  }
}
