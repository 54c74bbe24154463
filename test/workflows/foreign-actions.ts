// What other people's actions take and give, as their action.yml of the pinned versions says.

export const FOREIGN_ACTIONS: Readonly<
  Record<string, { readonly inputs: readonly string[]; readonly outputs: readonly string[] }>
> = {
  "actions/checkout": {
    inputs: [
      "repository",
      "ref",
      "token",
      "persist-credentials",
      "path",
      "clean",
      "fetch-depth",
      "fetch-tags",
      "sparse-checkout",
      "submodules",
    ],
    outputs: ["ref", "commit"],
  },
  "actions/upload-artifact": {
    inputs: [
      "name",
      "path",
      "if-no-files-found",
      "retention-days",
      "compression-level",
      "overwrite",
      "include-hidden-files",
      "archive",
    ],
    outputs: ["artifact-id", "artifact-url", "artifact-digest"],
  },
  "actions/download-artifact": {
    inputs: [
      "name",
      "artifact-ids",
      "path",
      "pattern",
      "merge-multiple",
      "github-token",
      "repository",
      "run-id",
      "skip-decompress",
      "digest-mismatch",
    ],
    outputs: ["download-path"],
  },
  "actions/attest": {
    inputs: [
      "subject-path",
      "subject-digest",
      "subject-name",
      "subject-checksums",
      "sbom-path",
      "predicate-type",
      "predicate",
      "predicate-path",
      "push-to-registry",
      "create-storage-record",
      "show-summary",
      "github-token",
    ],
    outputs: ["bundle-path", "attestation-id", "attestation-url"],
  },
};
