// `publish` in a process of its own, so that it can be killed; the working folder is the user's.

import { hostPath } from "../../src/host/host.ts";
import { exitStatus, renderDiagnostic } from "../../src/report.ts";
import { publish } from "./publisher.ts";

const working = hostPath(process.cwd());
const env = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""]));
const at = { env, working, home: working, silentMs: 400 };
const { diagnostics } = await publish(process.argv.slice(2), at);
for (const one of diagnostics) process.stderr.write(renderDiagnostic(one, "never"));
process.exitCode = exitStatus(diagnostics);
