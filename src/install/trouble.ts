import type { Diagnostic } from "../report.ts";

type Code = `install/${string}`;

/** What whoever asked can mend. */
export function trouble(code: Code, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}

/** What the world refuses: a network, a server. */
export function worldTrouble(code: Code, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "world", message, help };
}
