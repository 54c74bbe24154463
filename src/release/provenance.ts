// How a package came to be: an in-toto statement with a SLSA provenance predicate (https://slsa.dev/spec/v1.0/provenance)
// for each, in a DSSE envelope of our key (https://github.com/secure-systems-lab/dsse), one a line.

import { sign } from "node:crypto";
import type { SigningKey } from "../package/package.ts";
import type { Origin, Package, Rebuild } from "../port/port.ts";

export const PROVENANCE_NAME = "provenance.intoto.jsonl";

const PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** None for a package of which nobody knows how it was built. */
export function provenanceLine(row: Package, key: SigningKey): readonly string[] {
  if (!row.origin) return [];
  return [envelope(statement(row, row.origin), key)];
}

/** That a second build gave the same bytes, or did not; see docs/verify.md for what stands in it. */
export function rebuildLine(row: Package, verdict: RebuildVerdict, key: SigningKey): string {
  return envelope(rebuildStatement(row, verdict), key);
}

export type RebuildVerdict = {
  readonly outcome: "identical" | "different";
  readonly varied: Rebuild["varied"];
  /** Paths that are not the same. */
  readonly differing: readonly string[];
  /** Of Tarwright, as it built again. */
  readonly version: string;
};

/** Of those who built it themselves, in one go; none where nobody did. */
export function ownRebuildLine(row: Package, key: SigningKey): readonly string[] {
  if (!row.rebuild) return [];
  const version = row.origin?.builder.version ?? "";
  const { varied } = row.rebuild;
  return [rebuildLine(row, { outcome: "identical", varied, differing: [], version }, key)];
}

function rebuildStatement(row: Package, { outcome, varied, differing, version }: RebuildVerdict) {
  const [algorithm = "", hex = ""] = row.baseDigest.split(":");
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: row.file, digest: { sha256: row.sha256 } }],
    predicateType: "urn:tarwright:rebuild:v1",
    predicate: {
      verdict: outcome,
      content: { sha256: row.contentDigest },
      varied,
      ...(differing.length > 0 ? { differing } : {}),
      job: row.job,
      fingerprint: row.fingerprint,
      base: { name: row.base, digest: { [algorithm]: hex } },
      rebuilder: { tarwright: version },
    },
  };
}

/** https://github.com/secure-systems-lab/dsse/blob/master/protocol.md */
function envelope(statement: object, key: SigningKey): string {
  const payload = Buffer.from(JSON.stringify(statement));
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `),
    payload,
  ]);
  return JSON.stringify({
    payloadType: PAYLOAD_TYPE,
    payload: payload.toString("base64"),
    signatures: [{ keyid: key.keyNumber, sig: sign(null, signed, key.secret).toString("base64") }],
  });
}

/** SHA-256 of the file that a line is about. */
export function subjectOf(line: string): string | undefined {
  // Whether the line is ours, the signed list has told; a later form of it may still be strange to us.
  const [, payload] = /"payload":"([A-Za-z0-9+/=]+)"/.exec(line) ?? [];
  const text = Buffer.from(payload ?? "", "base64").toString();
  return /^\{"_type":"[^"]*","subject":\[\{"name":"[^"]*","digest":\{"sha256":"([0-9a-f]{64})"\}/.exec(
    text,
  )?.[1];
}

function statement(row: Package, origin: Origin) {
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: row.file, digest: { sha256: row.sha256 } }],
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        buildType: "urn:tarwright:job:v1",
        externalParameters: {
          port: row.fullpkgpath,
          flavors: row.flavors,
          base: row.base,
          arch: row.arch,
          layout: row.layout,
          prefix: row.prefix,
        },
        internalParameters: { job: row.job, fingerprint: row.fingerprint, recipe: row.recipe },
        resolvedDependencies: materials(row, origin),
      },
      runDetails: {
        builder: { id: builderId(origin), version: { tarwright: origin.builder.version } },
        metadata: origin.builder.run === undefined ? {} : { invocationId: origin.builder.run.url },
        byproducts: [{ name: "content", digest: { sha256: row.contentDigest } }],
      },
    },
  };
}

function builderId({ builder: { run } }: Origin): string {
  return run?.workflow ?? "urn:tarwright:command-line";
}

function materials(row: Package, { distfiles, patches, builtWith, builder }: Origin) {
  const [algorithm = "", hex = ""] = row.baseDigest.split(":");
  return [
    ...(builder.run ? [{ uri: builder.run.source, digest: { gitCommit: builder.run.commit } }] : []),
    { name: "base", uri: `urn:tarwright:base:${row.base}`, digest: { [algorithm]: hex } },
    ...distfiles.map(({ file, url, sha256 }) => ({
      name: file,
      ...(url === undefined ? {} : { uri: url }),
      digest: { sha256 },
    })),
    ...patches.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    ...builtWith.map(({ fullpkgname, contentDigest }) => ({
      name: fullpkgname,
      uri: `urn:tarwright:package:${fullpkgname}`,
      digest: { sha256: contentDigest },
    })),
  ];
}
