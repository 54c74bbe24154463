// What the engines write down for later runs, read back: whoever edited or cut it, it is a root or it is not.

import { hostPath } from "../host/host.ts";
import type { Root } from "./buildbox.ts";

/** Undefined for what is no JSON: a full disk may have cut it off. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function parseRoot(value: unknown): Root | undefined {
  const reference = field(value, "reference");
  if (typeof reference === "string") return { kind: "image", reference };
  const bottom = field(value, "bottom");
  const layers = texts(field(value, "layers"));
  if (typeof bottom !== "string" || !layers) return undefined;
  return {
    kind: "overlay",
    bottom: bottom === "host" ? "host" : hostPath(bottom),
    layers: layers.map(hostPath),
  };
}

export function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((text) => typeof text === "string") ? value : undefined;
}

export function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}
