import type { Port } from "../port/port.ts";
import { type Diagnostic, quoted } from "../report.ts";
import type { PortRequest } from "./reading.ts";

/** Where a port's files live when nothing else is said. */
export const DEFAULT_PREFIX = "/app/vendor/{name}";

/** What a prefix looks like, for the help of a diagnostic. */
export const PREFIX_HELP =
  "write an absolute path of letters, digits and `._+@-`, no part empty or with a dash first: `/app/vendor/{name}`";

/** An absolute path that needs no quotes anywhere, and leads nowhere else. */
export function isPrefix(text: string): boolean {
  return (
    /^(\/[A-Za-z0-9._+@][A-Za-z0-9._+@-]*)+$/.test(text) &&
    !text.split("/").some((part) => part === "." || part === "..")
  );
}

/** The user's prefix, or the usual one, filled in; of the user's own what is wrong with it is reported. */
export function fillPrefix(
  { prefix = DEFAULT_PREFIX }: Pick<PortRequest, "prefix">,
  { name, version }: Pick<Port, "name" | "version">,
  report: (problem: Diagnostic) => void,
): string {
  const filled = prefix.replaceAll("{name}", name).replaceAll("{version}", version);
  // A port without a name is told of elsewhere.
  if (name !== "" && !isPrefix(filled)) {
    report({
      severity: "error",
      code: "recipe/prefix",
      blame: "request",
      message: `${quoted(filled)} is not a prefix`,
      help: PREFIX_HELP,
    });
  }
  return filled;
}
