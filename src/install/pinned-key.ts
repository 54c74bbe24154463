import {
  formatPublicKey,
  type JsonNode,
  type PublicKey,
  parsePublicKeyFile,
  shape,
} from "../package/package.ts";

/** A public key as it is kept for another day: its number, and what signify writes. */
export type PinnedKey = { readonly name: string; readonly id: string; readonly public: string };

export function pinKey(key: PublicKey): PinnedKey {
  const [, line = ""] = formatPublicKey(key).split("\n");
  return { name: key.name, id: key.keyNumber, public: line };
}

export function pinnedKeyOf(node: JsonNode): PinnedKey {
  const pinned = {
    name: shape.text(shape.field(node, "name")),
    id: shape.text(shape.field(node, "id")),
    public: shape.text(shape.field(node, "public")),
  };
  const key = parsePublicKeyFile(keyFile(pinned), pinned.name);
  if (key?.keyNumber !== pinned.id)
    return shape.refuse(shape.field(node, "public"), `is not the key ${pinned.id}`);
  return pinned;
}

/** It was looked at when it was read. */
export function unpinKey(pinned: PinnedKey): PublicKey {
  const key = parsePublicKeyFile(keyFile(pinned), pinned.name);
  if (!key) throw new Error(`no key: ${pinned.public}`);
  return key;
}

function keyFile({ name, public: line }: PinnedKey): string {
  return `untrusted comment: ${name} public key\n${line}\n`;
}
