// Decoders of single values.

import { isScalar, type Node } from "yaml";
import { isControl, nearest, quoted } from "../../report.ts";
import { type Decoder, type Fault, type Rule, report, reportFault, spanOf } from "./decode.ts";

/** A string that is not empty and keeps a rule. Numbers and the like are refused with the advice to quote them. */
export function text(expected: string, rule: Rule = () => undefined): Decoder<string> {
  const decoder = prose(expected, rule);
  return { ...decoder, accepts: (node) => decoder.accepts(node) && isScalar(node) && node.value !== "" };
}

/** A string that may be empty. */
export function prose(expected: string, rule: Rule = () => undefined): Decoder<string> {
  return {
    expected,
    shape: { kind: "leaf" },
    accepts: (node) => isScalar(node) && typeof node.value === "string",
    quotable: (source) => rule(source) === undefined,
    decode: (node, scene) => {
      if (!isScalar(node) || typeof node.value !== "string") return undefined;
      const fault = controlFault(node.value) ?? rule(node.value);
      if (fault) reportFault({ value: node.value, span: spanOf(node, scene.source) }, fault, scene);
      return fault ? undefined : node.value;
    },
  };
}

/** Escapes of YAML can write what the text itself may not hold. */
function controlFault(value: string): Fault | undefined {
  const rest = value.replace(/[\n\t]/g, "");
  const control = isControl(rest) ? [...rest].find(isControl) : undefined;
  if (control === undefined) return undefined;
  const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { message: `holds the control character U+${code}`, help: "remove it" };
}

/** One of a few words. */
export function word<const W extends string>(words: readonly W[]): Decoder<W> {
  const known = words.map((one) => `\`${one}\``).join(", ");
  return {
    expected: `one of ${known}`,
    shape: { kind: "leaf", words },
    accepts: (node) => isScalar(node) && typeof node.value === "string",
    decode: (node, scene) => {
      const found = isScalar(node) ? String(node.value) : "";
      const match = words.find((one) => one === found);
      if (match !== undefined) return match;
      const meant = nearest(found, words);
      const message = `${quoted(found)} is not one of ${known}`;
      report(scene, spanOf(node, scene.source), {
        code: "yaml/value",
        message,
        help: meant && `did you mean \`${meant}\`?`,
      });
      return undefined;
    },
  };
}

/** A whole number of at least `least`, written without quotes. */
export function count(expected: string, least: number): Decoder<number> {
  const accepts = (node: Node) =>
    isScalar(node) && typeof node.value === "number" && Number.isSafeInteger(node.value);
  return {
    expected,
    shape: { kind: "leaf" },
    accepts,
    decode: (node, scene) => {
      const value = isScalar(node) ? Number(node.value) : Number.NaN;
      if (value >= least) return value;
      report(scene, spanOf(node, scene.source), {
        code: "yaml/value",
        message: `\`${value}\` is less than ${least}`,
      });
      return undefined;
    },
  };
}

/** The word `true`. */
export const truth: Decoder<true> = {
  expected: "`true`",
  shape: { kind: "leaf" },
  accepts: (node) => isScalar(node) && node.value === true,
  decode: () => true,
};
