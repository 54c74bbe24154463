// What tests of several modules share: real folders, the real machine.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type HostPath, hostPath } from "../src/host/host.ts";
import { type Diagnostic, type Event, renderDiagnostic, sortDiagnostics } from "../src/report.ts";

/** An empty folder that goes with the test. */
export function temporaryFolder(): HostPath {
  const folder = mkdtempSync(join(tmpdir(), "tarwright-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return hostPath(folder);
}

/** As a terminal without colour would show them. */
export function rendered(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics)
    .map((one) => renderDiagnostic(one, "never"))
    .join("");
}

/** A sink that remembers. */
export function recorder(): { readonly events: Event[]; readonly report: (event: Event) => void } {
  const events: Event[] = [];
  return { events, report: (event) => void events.push(event) };
}

export const never = new AbortController().signal;
