// What is to be built, in which order, and why; what has been built already is left out. Pure.

export { type Account, account, type JobEnd } from "./account.ts";
export { type Fingerprint, fingerprint, type Inputs, recipeDigest } from "./fingerprint.ts";
export { matrix } from "./matrix.ts";
export type { Plan, PlannedJob, Shard } from "./model.ts";
export { readPlan } from "./read-plan.ts";
export {
  formatRecord,
  type JobOutcome,
  type JobRecord,
  RECORD_NAME,
  readRecord,
  recordedErrors,
} from "./record.ts";
