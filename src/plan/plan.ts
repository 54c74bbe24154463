// What is to be built, in which order, and why; what has been built already is left out. Pure.

export { type Account, account, type JobEnd } from "./account.ts";
export type { Candidate, FlavorWish, Platform, Variant } from "./candidate.ts";
export { type Comparison, compareRows } from "./compare.ts";
export { type Fingerprint, type FolderFile, fingerprint, type Inputs, recipeDigest } from "./fingerprint.ts";
export type { Seed as PlanSeed } from "./gather.ts";
export { GRAPHS, type GraphKind, graph } from "./graph.ts";
export { matrix } from "./matrix.ts";
export type { LeftOut, Plan, PlannedJob, Shard } from "./model.ts";
export { type Planned, planPorts } from "./plan-ports.ts";
export { readPlan } from "./read-plan.ts";
export {
  COMPARED_NAME,
  formatRecord,
  type JobOutcome,
  type JobRecord,
  RECORD_NAME,
  type RecordedFile,
  readRecord,
  recordedErrors,
} from "./record.ts";
export { MATRIX_LEGS } from "./schedule.ts";
export { endOf, RANKS, stretchesOf, stretchName } from "./stretches.ts";
export { variantsOf } from "./variants.ts";
