// Runs one job in a buildbox, phase by phase, and leaves a fake root; and fetches what it is made of.

export { type FetchedDistfile, type FetchSetting, fetchDistfiles, keepDistfile } from "./distfiles.ts";
export { explainFetch, reasonOf } from "./distfiles-explained.ts";
export { BUILD_FOLDERS, baseEnvironment, type Dependency, type UnpackedPackage } from "./environment.ts";
export { HOST_NAMES } from "./guise.ts";
export { type JobSetting, type Member, runJob } from "./job.ts";
export type { JobOutcome } from "./outcome.ts";
export { explainOutcome, explainTest } from "./outcome-explained.ts";
export { type TestSetting, testPackage } from "./package-test.ts";
export { copyPortFolder, portFolderFiles } from "./port-folder.ts";
export { unusedOptions } from "./styles.ts";
export { crossToolchain, isNativeOnly } from "./toolchain.ts";
