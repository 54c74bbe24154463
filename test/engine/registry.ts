// A registry with one public image, alone and in a list of two architectures, for what can't be run here: the real ones.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { arch } from "node:process";
import { type HostPath, joinPath } from "../../src/host/host.ts";

export type Registry = {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** Of the image `one/image:1`. */
  readonly digest: string;
  /** Of the list `one/many:1`, in which that image is this machine's. */
  readonly list: string;
  /** For podman, which asks by HTTPS unless told. */
  readonly configuration: HostPath;
  readonly close: () => void;
};

const TYPE = "application/vnd.docker.distribution.manifest.v2+json";
const LIST_TYPE = "application/vnd.docker.distribution.manifest.list.v2+json";

export async function startRegistry(layer: HostPath, folder: HostPath): Promise<Registry> {
  const content = new Map<string, Buffer>();
  const keep = (bytes: Buffer): { readonly digest: string; readonly size: number } => {
    const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    content.set(digest, bytes);
    return { digest, size: bytes.length };
  };
  const tar = keep(readFileSync(layer));
  const rootfs = { type: "layers", diff_ids: [tar.digest] };
  const architecture = arch === "x64" ? "amd64" : arch;
  const imageFor = (one: string) => {
    const config = keep(
      Buffer.from(JSON.stringify({ architecture: one, os: "linux", config: {}, rootfs, history: [{}] })),
    );
    return keep(
      Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: TYPE,
          config: { mediaType: "application/vnd.docker.container.image.v1+json", ...config },
          layers: [{ mediaType: "application/vnd.docker.image.rootfs.diff.tar", ...tar }],
        }),
      ),
    );
  };
  const manifest = imageFor(architecture);
  const entryOf = (one: string) => {
    const platform = { architecture: one, os: "linux" };
    return { mediaType: TYPE, ...(one === architecture ? manifest : imageFor(one)), platform };
  };
  const manifests = ["amd64", "arm64"].map(entryOf);
  let list = manifest;
  // One whose digest comes after the image's, so that the first of both is the wrong one.
  for (let salt = 0; list.digest <= manifest.digest; salt += 1) {
    const annotations = { salt: String(salt) };
    list = keep(
      Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: LIST_TYPE, manifests, annotations })),
    );
  }
  const server: Server = createServer(({ url = "", method }, response) => {
    const named = url
      .replace("/v2/one/image/manifests/1", manifest.digest)
      .replace("/v2/one/many/manifests/1", list.digest);
    const name = named.split("/").at(-1) ?? "";
    const found = content.get(name);
    if (url === "/v2/") return void response.writeHead(200).end("{}");
    if (url.startsWith("/v2/private/")) {
      const error = { errors: [{ code: "DENIED", message: "requested access to the resource is denied" }] };
      return void response.writeHead(403, { "content-type": "application/json" }).end(JSON.stringify(error));
    }
    if (!url.startsWith("/v2/one/") || !found) {
      const error = { errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown" }] };
      return void response.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify(error));
    }
    const type = url.includes("/manifests/")
      ? name === list.digest
        ? LIST_TYPE
        : TYPE
      : "application/octet-stream";
    response.writeHead(200, {
      "content-type": type,
      "content-length": found.length,
      "docker-content-digest": name,
    });
    response.end(method === "HEAD" ? undefined : found);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configuration = joinPath(folder, "registries.conf");
  writeFileSync(configuration, `[[registry]]\nlocation = "${address}"\ninsecure = true\n`);
  return { address, digest: manifest.digest, list: list.digest, configuration, close: () => server.close() };
}
