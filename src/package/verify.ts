import path from "node:path/posix";
import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import type { Diagnostic } from "../report.ts";
import { type ReadArchive, readArchive } from "./archive-reader.ts";
import { fileDigest } from "./digest.ts";
import { wrongHashes } from "./file-hash.ts";
import { INDEX_NAME, readIndex } from "./index-file.ts";
import { type KeyRing, signerInRing } from "./key-ring.ts";
import { type PublicKey, readPublicKey } from "./keys.ts";
import { verifyDetached } from "./openpgp.ts";
import { damagedArchive } from "./sign-archive.ts";
import { type EmbeddedReading, parseEmbedded } from "./signify.ts";
import { parseSums, SIGNED_SUMS_NAME } from "./sums.ts";
import { isProgram, refused, verifyProgram } from "./verify-program.ts";

/** What was checked of one file. Without errors in `troubles` all of it is right. */
export type Verified = {
  readonly file: HostPath;
  readonly kind: "archive" | "sums" | "folder" | "program";
  /** Undefined: nothing in it is signed, or not by a key that is known. */
  readonly signer: Pick<PublicKey, "name" | "keyNumber"> | undefined;
  /** Sentences: what was looked at and found right. */
  readonly checked: readonly string[];
  readonly contentDigest?: string;
  /** Errors, and warnings such as a signer that nobody vouches for. */
  readonly troubles: readonly Diagnostic[];
};

export type Means = {
  readonly keys: readonly PublicKey[];
  /** Who else may have signed a FileHash: anybody whose key OpenPGP knows. */
  readonly ring?: KeyRing | undefined;
  readonly host: Host;
  readonly signal: AbortSignal;
};

/** Archives, `SHA256.sig` files and folders. `keys` are those to trust; with none, what lies beside is only named. */
export async function verifyFiles(
  { files, keys, ring }: { readonly files: readonly HostPath[] } & Pick<Means, "keys" | "ring">,
  host: Host,
  signal: AbortSignal,
): Promise<readonly Verified[]> {
  const verified: Verified[] = [];
  const means = { keys, ring, host, signal };
  for (const file of files) {
    const status = await host.status((await host.realPath(file)) ?? file);
    if (status?.kind === "folder" && (await isProgram(file, host)))
      verified.push(await verifyProgram(file, { ring, host }));
    else if (status?.kind === "folder") verified.push(await verifyFolder(file, means));
    else if (path.basename(file).endsWith(".sig")) verified.push(await verifySums(file, means));
    else verified.push(await verifyArchive(file, means));
  }
  return verified;
}

async function verifyArchive(file: HostPath, means: Means): Promise<Verified> {
  const nothing = { file, kind: "archive", signer: undefined, checked: [] } as const;
  if (!(await means.host.status(file))) {
    return {
      ...nothing,
      troubles: [trouble("verify/not-found", `\`${file}\` is not there`, "fetch or build it again")],
    };
  }
  const reading = await readArchive(file, { host: means.host }, means.signal);
  if (reading.kind === "no-tool") return { ...nothing, troubles: [reading.diagnostic] };
  if (reading.kind === "damaged") return { ...nothing, troubles: [damagedArchive(file, reading.why)] };
  const { archive } = reading;
  const hashes = wrongHashes(archive, file);
  const inside = archive.signature ? undefined : await verifyInside(file, archive, means);
  const signature = inside ?? (await verifySignatures(file, archive, means));
  const files = archive.members.filter(({ entry }) => entry.kind !== "folder").length;
  return {
    file,
    kind: "archive",
    signer: signature.signer,
    checked: [
      ...(hashes.length === 0 ? [`its ${files} files are as its FileHash says`] : []),
      ...signature.checked,
    ],
    contentDigest: archive.contentDigest,
    troubles: [...hashes, ...signature.troubles],
  };
}

export type Finding = Pick<Verified, "checked" | "troubles"> & { readonly signer: PublicKey | undefined };

/** A package of others has no signature in front of it: its FileHash is what somebody signed. */
async function verifyInside(
  file: HostPath,
  { fileHash, fileHashSignature }: ReadArchive,
  { ring, host }: Means,
): Promise<Pick<Verified, "signer" | "checked" | "troubles"> | undefined> {
  if (!ring || !fileHashSignature) return undefined;
  const signed = { content: fileHash.content, signature: fileHashSignature.content };
  const verdict = await signerInRing(signed, ring, host);
  return verdict.kind === "good"
    ? {
        signer: verdict.signer,
        checked: ["the signature of its contents (FileHash.sig) is right"],
        troubles: [],
      }
    : { signer: undefined, checked: [], troubles: [refused(file, verdict, ring)] };
}

/** The signature in front of an archive that was read, and that of its contents. */
export async function verifySignatures(file: HostPath, archive: ReadArchive, means: Means): Promise<Finding> {
  const { signature, fileHash, fileHashSignature } = archive;
  if (!signature) {
    const troubles = fileHashSignature
      ? [
          trouble(
            "verify/half-signed",
            `\`${file}\` has a signature of its contents, but none in front of it: it was cut off`,
            "fetch it again",
          ),
        ]
      : [unsigned(file, means)];
    return { signer: undefined, checked: [], troubles };
  }
  const front = await verifyEmbedded(file, signature, means);
  if (!front.signer) return front;
  const inside = fileHashSignature
    ? verifyDetached(fileHash.content, fileHashSignature.content.toString("latin1"), front.signer)
    : "unreadable";
  if (inside === "good") {
    const sentence = "the signature in front of it, and that of its contents (FileHash.sig), are right";
    return { ...front, checked: [sentence] };
  }
  const why = {
    bad: "does not fit its FileHash",
    "other-key": "is by another key than the one in front of it",
    unreadable: "is missing, or can't be read",
  }[inside];
  const found = trouble(
    "verify/wrong-signature",
    `the \`FileHash.sig\` in \`${file}\` ${why}`,
    "fetch it again",
  );
  return { ...front, troubles: [...front.troubles, found] };
}

/** Who signed, by the signature alone. */
export async function verifyEmbedded(
  file: HostPath,
  signature: EmbeddedReading,
  means: Means,
): Promise<Finding> {
  const nobody = { signer: undefined, checked: [] };
  const known = await knownKey(file, signature.keyNumber, means);
  if (!known) return { ...nobody, troubles: [wrongKey(file, signature.keyNumber, means.keys)] };
  if (signature.verify(known.key) !== "good") {
    const what = `the signature of \`${file}\` is not that of the key \`${known.key.name}\`, though it has its number`;
    return { ...nobody, troubles: [trouble("verify/wrong-signature", what, "don't use it; fetch it again")] };
  }
  const troubles = known.trust === "named only" ? [unvouched(file, known.key)] : [];
  return { signer: known.key, checked: [], troubles };
}

async function verifySums(file: HostPath, means: Means): Promise<Verified> {
  const text = (await means.host.readText(file)) ?? "";
  const signature = parseEmbedded(text);
  const sums = signature && parseSums(signature.message);
  if (!signature || !sums) {
    const what = `\`${file}\` is not a signed list of digests, as signify makes it`;
    const troubles = [trouble("verify/unreadable", what, "fetch it again")];
    return { file, kind: "sums", signer: undefined, checked: [], troubles };
  }
  const found = await verifyEmbedded(file, signature, means);
  if (!found.signer) return { file, kind: "sums", ...found };
  const troubles: Diagnostic[] = [];
  for (const sum of sums) {
    const listed = hostPath(path.join(path.dirname(file), sum.file));
    const digest = await fileDigest(listed, means.host, means.signal);
    if (digest === sum.sha256) continue;
    troubles.push(
      digest === undefined
        ? trouble(
            "verify/missing-file",
            `\`${listed}\` is not there, but \`${file}\` lists it`,
            "fetch it too",
          )
        : trouble(
            "verify/wrong-digest",
            `\`${listed}\` has the SHA-256 ${digest}, but \`${file}\` says ${sum.sha256}`,
            "fetch it again",
          ),
    );
  }
  const checked = troubles.length === 0 ? [`the ${sums.length} files that it lists are as it says`] : [];
  return { file, kind: "sums", signer: found.signer, checked, troubles: [...found.troubles, ...troubles] };
}

/** The signed list, if there is one, and every package of the index. */
async function verifyFolder(folder: HostPath, means: Means): Promise<Verified> {
  const sums = joinPath(folder, SIGNED_SUMS_NAME);
  const list = (await means.host.status(sums)) ? await verifySums(sums, means) : undefined;
  const troubles = [...(list?.troubles ?? [unsigned(folder, means)])];
  const listed = parseSums(parseEmbedded((await means.host.readText(sums)) ?? "")?.message ?? "") ?? [];
  const index = await readIndex(folder, means.host);
  if (!index.ok) troubles.push(...index.error);
  const rows = index.ok ? (index.value?.packages ?? []) : [];
  if (index.ok && !index.value) {
    troubles.push(
      trouble("verify/no-index", `\`${folder}\` has no \`${INDEX_NAME}\``, "name a folder of packages"),
    );
  }
  for (const row of rows) {
    const file = joinPath(folder, row.file);
    const archive = await verifyArchive(file, means);
    // What the folder says as a whole need not be said of each package again, and its list covers unsigned ones.
    const own = archive.troubles.filter(
      ({ severity, code }) => severity === "error" && code !== "verify/unsigned",
    );
    troubles.push(...own);
    if (archive.contentDigest !== undefined && archive.contentDigest !== row.contentDigest) {
      const what = `\`${file}\` has the content digest ${archive.contentDigest}, but the index says ${row.contentDigest}`;
      troubles.push(trouble("verify/wrong-digest", what, "build it again"));
    }
    if (list && !listed.some((one) => one.file === row.file)) {
      troubles.push(
        trouble("verify/uncovered", `\`${sums}\` does not cover \`${file}\``, "sign the folder again"),
      );
    }
  }
  const isGood = troubles.every(({ severity }) => severity === "warning");
  const sentences = [
    ...(list?.checked ?? []),
    rows.length === 1
      ? "its package is what the index says"
      : `its ${rows.length} packages are what the index says`,
  ];
  return { file: folder, kind: "folder", signer: list?.signer, checked: isGood ? sentences : [], troubles };
}

type Known = { readonly key: PublicKey; readonly trust: "given" | "named only" };

/** Among the keys to trust; when the user gave none, the user's own key and then what lies beside the file. */
async function knownKey(
  file: HostPath,
  keyNumber: string,
  { keys, host }: Means,
): Promise<Known | undefined> {
  const given = keys.find((key) => key.keyNumber === keyNumber);
  if (given) return { key: given, trust: "given" };
  if (keys.length > 0) return undefined;
  for (const folder of [host.folders.config, hostPath(path.dirname(file))]) {
    const names = ((await host.list(folder)) ?? []).filter((name) => name.endsWith(".pub"));
    for (const name of names) {
      const key = await readPublicKey(joinPath(folder, name), host);
      if (!key.ok || key.value.keyNumber !== keyNumber) continue;
      return { key: key.value, trust: folder === host.folders.config ? "given" : "named only" };
    }
  }
  return undefined;
}

function trouble(code: `verify/${string}`, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}

/** Whoever says who must have signed would be fooled by a file from which the signature was taken away. */
export function unsigned(file: HostPath, { keys }: Means): Diagnostic {
  const names = keys.map(({ name }) => `\`${name}\``).join(", ");
  return {
    severity: names === "" ? "warning" : "error",
    code: "verify/unsigned",
    blame: "request",
    message: `\`${file}\` is not signed: ${names === "" ? "nobody says where it comes from" : `it may come from anybody, not only from ${names}`}`,
    help: "sign it with `tarwright sign`, or verify the signed list (`SHA256.sig`) that covers it",
  };
}

function unvouched(file: HostPath, { name }: PublicKey): Diagnostic {
  return {
    severity: "warning",
    code: "verify/unknown-signer",
    blame: "request",
    message: `\`${file}\` is signed by \`${name}\`, a key that only lies beside it`,
    help: `get \`${name}.pub\` from its owner in another way, and give it with \`--key\``,
  };
}

function wrongKey(file: HostPath, keyNumber: string, keys: readonly PublicKey[]): Diagnostic {
  const tried = keys.map(({ name, keyNumber: number }) => `\`${name}\` (${number})`).join(", ");
  return trouble(
    "verify/wrong-key",
    `\`${file}\` is signed by the key ${keyNumber}, which is ${tried === "" ? "not known here" : `none of the keys given: ${tried}`}`,
    "give the public key of whoever published it with `--key`",
  );
}
