// Runs one job in a buildbox, phase by phase, and leaves a fake root; and fetches what it is made of.

export {
  explainFetch,
  type FetchedDistfile,
  type FetchOutcome,
  fetchDistfiles,
} from "./distfiles.ts";
export type { UnpackedPackage } from "./environment.ts";
export { type JobSetting, runJob } from "./job.ts";
export { explainOutcome, type JobOutcome } from "./outcome.ts";
export { explainTest, type TestOutcome, type TestSetting, testPackage } from "./package-test.ts";
