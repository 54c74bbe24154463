// A bill of materials for each package: SPDX 2.3, as JSON (https://spdx.github.io/spdx-spec/v2.3/).

import type { Package } from "../port/port.ts";

export function billName({ file }: Pick<Package, "file">): string {
  return `${file}.spdx.json`;
}

type Part = {
  readonly id: string;
  readonly name: string;
  readonly from?: string;
  readonly sha256?: string;
  readonly comment?: string;
};

/** `version` is Tarwright's. Follows from the row, so that it is the same whenever it is made. */
export function billOfMaterials(row: Package, version: string): string {
  const { origin } = row;
  const sources = (origin?.distfiles ?? []).map(
    ({ file, url, sha256 }, index): Part => ({
      id: `Source-${index}`,
      name: file,
      ...(url === undefined ? {} : { from: url }),
      sha256,
    }),
  );
  const needed = row.depends.map(
    ({ spec, pkgpath, contentDigest }, index): Part => ({
      id: `Dependency-${index}`,
      name: spec === "" ? pkgpath : spec,
      comment:
        contentDigest === undefined
          ? `the port ${pkgpath}`
          : `the port ${pkgpath}; SHA-256 of the package's content: ${contentDigest}`,
    }),
  );
  const system = row.systemPackages.map(
    (name, index): Part => ({ id: `System-${index}`, name, comment: `a package of the base ${row.base}` }),
  );
  const tools = (origin?.builtWith ?? []).map(
    ({ fullpkgname, contentDigest }, index): Part => ({
      id: `Built-With-${index}`,
      name: fullpkgname,
      comment: `SHA-256 of the package's content: ${contentDigest}`,
    }),
  );
  const own = "SPDXRef-Package";
  const relate = (from: string, relationshipType: string, to: string) => ({
    spdxElementId: from,
    relationshipType,
    relatedSpdxElement: to,
  });
  const document = {
    spdxVersion: "SPDX-2.3",
    dataLicense: "CC0-1.0",
    SPDXID: "SPDXRef-DOCUMENT",
    name: row.file,
    documentNamespace: `https://spdx.org/spdxdocs/${encodeURIComponent(row.file)}-${row.sha256}`,
    creationInfo: {
      created: new Date((origin?.sourceDateEpoch ?? 0) * 1000).toISOString().replace(/\.\d+Z$/, "Z"),
      creators: [`Tool: tarwright-${version}`],
    },
    packages: [mainPackage(row), ...[...sources, ...needed, ...system, ...tools].map(partPackage)],
    relationships: [
      relate("SPDXRef-DOCUMENT", "DESCRIBES", own),
      ...sources.map(({ id }) => relate(own, "GENERATED_FROM", `SPDXRef-${id}`)),
      ...[...needed, ...system].map(({ id }) => relate(own, "DEPENDS_ON", `SPDXRef-${id}`)),
      ...tools.map(({ id }) => relate(`SPDXRef-${id}`, "BUILD_DEPENDENCY_OF", own)),
    ],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const UNKNOWN = "NOASSERTION";

function mainPackage(row: Package) {
  const purl = `pkg:generic/${encodeURIComponent(row.name)}@${encodeURIComponent(row.version)}?arch=${row.arch}&distro=${encodeURIComponent(row.base)}`;
  return {
    SPDXID: "SPDXRef-Package",
    name: row.fullpkgname,
    versionInfo: row.version,
    packageFileName: row.file,
    supplier: UNKNOWN,
    downloadLocation: UNKNOWN,
    filesAnalyzed: false,
    checksums: [{ algorithm: "SHA256", checksumValue: row.sha256 }],
    ...(row.origin?.homepage === undefined ? {} : { homepage: row.origin.homepage }),
    licenseConcluded: UNKNOWN,
    licenseDeclared: row.origin?.license ?? UNKNOWN,
    copyrightText: UNKNOWN,
    summary: row.comment,
    comment: `built from ${row.fullpkgpath} for ${row.base} on ${row.arch}; SHA-256 of its content: ${row.contentDigest}`,
    primaryPackagePurpose: "ARCHIVE",
    externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: purl }],
  };
}

function partPackage({ id, name, from, sha256, comment }: Part) {
  return {
    SPDXID: `SPDXRef-${id}`,
    name,
    downloadLocation: from ?? UNKNOWN,
    filesAnalyzed: false,
    ...(sha256 === undefined ? {} : { checksums: [{ algorithm: "SHA256", checksumValue: sha256 }] }),
    licenseConcluded: UNKNOWN,
    licenseDeclared: UNKNOWN,
    copyrightText: UNKNOWN,
    ...(comment === undefined ? {} : { comment }),
  };
}
