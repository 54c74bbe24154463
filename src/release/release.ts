// Puts packages and what tells of them on a GitHub release; safe to run again.

export { explainRelease } from "./explained.ts";
export { gatherPackages } from "./packages.ts";
export { rebuildLine } from "./provenance.ts";
export { publishRelease, type ReleaseAnswer } from "./publish.ts";
export { groupByTag } from "./tags.ts";
