// A registry with one public image, for what can't be run here: the real ones.

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
  /** For podman, which asks by HTTPS unless told. */
  readonly configuration: HostPath;
  readonly close: () => void;
};

const TYPE = "application/vnd.docker.distribution.manifest.v2+json";

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
  const config = keep(
    Buffer.from(JSON.stringify({ architecture, os: "linux", config: {}, rootfs, history: [{}] })),
  );
  const manifest = keep(
    Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: TYPE,
        config: { mediaType: "application/vnd.docker.container.image.v1+json", ...config },
        layers: [{ mediaType: "application/vnd.docker.image.rootfs.diff.tar", ...tar }],
      }),
    ),
  );
  const server: Server = createServer(({ url = "", method }, response) => {
    const name = url.replace("/v2/one/image/manifests/1", manifest.digest).split("/").at(-1) ?? "";
    const found = content.get(name);
    if (url === "/v2/") return void response.writeHead(200).end("{}");
    if (url.startsWith("/v2/private/")) {
      const error = { errors: [{ code: "DENIED", message: "requested access to the resource is denied" }] };
      return void response.writeHead(403, { "content-type": "application/json" }).end(JSON.stringify(error));
    }
    if (!url.startsWith("/v2/one/image/") || !found) {
      const error = { errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown" }] };
      return void response.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify(error));
    }
    const type = name === manifest.digest ? TYPE : "application/octet-stream";
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
  return { address, digest: manifest.digest, configuration, close: () => server.close() };
}
