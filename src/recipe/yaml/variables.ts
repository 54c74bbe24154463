import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Variables } from "../reading.ts";
import { spanOf } from "./decode.ts";
import { nameOfUrl } from "./distfiles.ts";
import { expand, type Workplace } from "./workplace.ts";

/** Where placeholders are filled in. */
const TEMPLATES = ["url", "file", "mirrors", "subdir", "prefix", "fullpkgname"];

/** Of a document that was read without problems: keys in its order. */
export function variablesOf(root: Node, workplace: Workplace): Variables {
  const { name, version } = workplace.release;
  return mapOf(root, { place: "other", values: { name, version } }, workplace);
}

type Setting = {
  readonly place: "template" | "other";
  readonly values: Readonly<Record<string, string>>;
};

function nodeValue(node: unknown, setting: Setting, workplace: Workplace): unknown {
  if (isSeq<Node>(node)) return node.items.map((one) => nodeValue(one, setting, workplace));
  if (isMap(node)) return mapOf(node, setting, workplace);
  if (!isScalar(node)) return null;
  return setting.place === "template" ? expanded(node, setting, workplace) : node.value;
}

function mapOf(map: Node, { values }: Setting, workplace: Workplace): Variables {
  if (!isMap<Node, Node>(map)) return {};
  const url = map.get("url", true);
  const named = map.get("file", true);
  const setting: Setting = { place: "template", values };
  const file = url && (named ? expanded(named, setting, workplace) : fileOf(url, setting, workplace));
  const inner = file === undefined ? values : { ...values, file };
  return Object.fromEntries(
    map.items.map(({ key, value }) => {
      const name = isScalar(key) ? String(key.source ?? key.value) : "";
      const place = TEMPLATES.includes(name) ? "template" : "other";
      return [name, nodeValue(value, { place, values: inner }, workplace)];
    }),
  );
}

function fileOf(url: Node, setting: Setting, workplace: Workplace): string {
  const span = spanOf(url, workplace.scene.source);
  return nameOfUrl({ value: expanded(url, setting, workplace), span }, workplace);
}

function expanded(node: Node, { values }: Setting, workplace: Workplace): string {
  const value = isScalar(node) ? String(node.value) : "";
  return expand({ value, span: spanOf(node, workplace.scene.source) }, values, workplace)?.value ?? value;
}
