import type { Distfile } from "../port/port.ts";
import { type Diagnostic, unreachable } from "../report.ts";
import type { Attempt, AttemptTrouble, FetchFailure } from "./distfiles.ts";

/** One diagnostic for each distfile that could not be had, at its place in the recipe. */
export function explainFetch(failures: readonly FetchFailure[]): readonly Diagnostic[] {
  return failures.map(({ distfile, attempts }) => {
    const rest = attempts.map((attempt) => `\n  ${sentenceOf(attempt)}`).join("");
    const verdict = verdictOf(distfile, attempts);
    return { severity: "error", ...verdict, message: `${verdict.message}${rest}` };
  });
}

type Verdict = Pick<Diagnostic, "code" | "blame" | "message" | "help"> & { readonly span: Distfile["span"] };

/** What tells most: a file that came and is another one, then one that came in part, then none at all. */
function verdictOf({ file, span, digestSpan, sizeSpan }: Distfile, attempts: readonly Attempt[]): Verdict {
  const kinds = new Set(attempts.map(({ why }) => why.kind));
  if (kinds.has("wrong-digest")) {
    return {
      code: "build/wrong-digest",
      blame: "recipe",
      message: `\`${file}\` has another digest than the recipe says`,
      help: "find out from upstream which one is right: mend the digest, or remove the place that serves another file",
      span: digestSpan,
    };
  }
  if (kinds.has("wrong-size")) {
    return {
      code: "build/wrong-size",
      blame: "recipe",
      message: `\`${file}\` has another size than the recipe says`,
      help: "find out from upstream which one is right: mend the size, or remove the place that serves another file",
      span: sizeSpan ?? span,
    };
  }
  if (kinds.has("truncated")) {
    return {
      code: "build/truncated-download",
      blame: "world",
      message: `the download of \`${file}\` was cut off each time`,
      help: "run it again: it goes on where it was cut off; or add a mirror to the recipe",
      span,
    };
  }
  if (kinds.has("outside-port")) {
    return {
      code: "build/outside-port",
      blame: "recipe",
      message: `\`${file}\` is not inside the port's folder`,
      help: "a path of a distfile stays below the folder of the recipe, links included; copy the file there",
      span,
    };
  }
  if (attempts.length > 0 && attempts.every(({ why }) => why.kind === "unasked")) {
    return {
      code: "build/unavailable",
      blame: "recipe",
      message: `\`${file}\` has no place that can be asked`,
      help: "add a place that begins with `https://` to the recipe",
      span,
    };
  }
  const mine = attempts.every(({ why }) => why.kind === "absent");
  return {
    code: "build/unavailable",
    blame: mine ? "recipe" : "world",
    message: `\`${file}\` is at none of its places`,
    help: mine ? "put the file there, or mend the path" : "check the network, or add a mirror to the recipe",
    span,
  };
}

function sentenceOf({ from, why }: Attempt): string {
  return `\`${from}\`: ${reasonOf(why)}`;
}

/** Why a place did not serve, in half a sentence. */
export function reasonOf(why: AttemptTrouble): string {
  switch (why.kind) {
    case "unreachable":
      return `no answer: ${why.why}`;
    case "status":
      return `the server answers ${why.status}`;
    case "truncated":
      return `cut off after ${why.found} of ${why.expected ?? "an unknown number of"} bytes`;
    case "wrong-size":
      return `expected ${why.expected} bytes, found ${why.found}`;
    case "wrong-digest":
      return `expected ${why.expected.algorithm} ${why.expected.hex}, found ${why.found}`;
    case "absent":
      return "there is no such file";
    case "outside-port":
      return "leads out of the port's folder";
    case "no-pool":
    case "unasked":
      return why.why;
    default:
      return unreachable(why);
  }
}
