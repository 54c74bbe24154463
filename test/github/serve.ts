// The double as a process of its own, for Node 24: `node test/github/serve.ts [PORT]`. Prints what a runner would set, one
// NAME=VALUE a line, and runs until it is ended; then it tells, by its exit status, whether everybody kept to GitHub's
// description.

import { startGitHub } from "./double.ts";

const [port = "0"] = process.argv.slice(2);
const token = process.env["GITHUB_TOKEN"] ?? "the-token";
const github = await startGitHub({ token, kind: "mutable", port: Number(port) });
for (const [name, value] of Object.entries(github.env)) process.stdout.write(`${name}=${value}\n`);
process.on("SIGTERM", async () => {
  await github.close();
  for (const violation of github.violations) process.stderr.write(`${violation}\n`);
  process.exitCode = github.violations.length > 0 ? 1 : 0;
});
