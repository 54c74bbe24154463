// Releases as `build` and `sign` leave them: folders of signed packages, and a server that hands them out.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type HostPath, hostPath, joinPath } from "../../src/host/host.ts";
import { addToFolder, packJob, type SigningKey, scanLibraries } from "../../src/package/package.ts";
import { keyOfSeed } from "../../src/package/signify.ts";
import type { Dependency, Package, Subpackage } from "../../src/port/port.ts";
import {
  host,
  jobOf,
  packRequest,
  port,
  spanOf,
  subpackage,
  type TreeText,
  writeTree,
} from "../package/support.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

export const release = keyOfSeed(Buffer.alloc(32, 1), "release");
export const stranger = keyOfSeed(Buffer.alloc(32, 2), "stranger");

export type Published = {
  readonly name: string;
  readonly version?: string;
  /** `fullpkgname` without stem and version: `no_x11`. */
  readonly flavor?: string;
  readonly files?: TreeText;
  /** `programs`: `/Programs/NAME/VERSION`. */
  readonly layout?: "programs";
  /** Puts more into the folder that stands for the prefix. */
  readonly fill?: (prefix: string) => void;
  /** `spec:pkgpath`. */
  readonly depends?: readonly string[];
  readonly base?: string;
  /** Packages of the system. */
  readonly system?: readonly string[];
  readonly more?: Partial<Subpackage>;
  /** Of its recipe. */
  readonly test?: string;
};

/** A port of one package, as the index names it. */
export async function publish(
  folder: string,
  what: Published,
  key: SigningKey | undefined = release,
): Promise<Package> {
  const { name, version = "1.0", flavor = "", depends = [], base = "debian-12" } = what;
  const files = what.files ?? { [`bin/${name}`]: `#!/bin/sh\necho ${name} ${version}\n` };
  const prefix = what.layout === "programs" ? `Programs/${name}/${version}` : `app/vendor/${name}`;
  const fakeRoot = writeTree(
    temporaryFolder(),
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${prefix}/${path}`, text])),
  );
  what.fill?.(join(fakeRoot, prefix));
  const lib = depends.map((text): Dependency => {
    const [spec = "", pkgpath = ""] = text.split(":");
    return { spec, pkgpath, span: spanOf(text) };
  });
  const one = port({
    name,
    version,
    pkgpath: `devel/${name}`,
    prefix: `/${prefix}`,
    ...(what.test === undefined ? {} : { test: { text: what.test, shell: "sh", span: spanOf(what.test) } }),
    packages: [
      subpackage("", {
        fullpkgname: `${name}-${version}${flavor && `-${flavor}`}`,
        fullpkgpath: `devel/${name}${flavor && `,${flavor}`}`,
        depends: { lib: [], run: lib, system: [] },
        ...what.more,
      }),
    ],
  });
  const job = jobOf(one, what.layout === "programs" ? { layout: "programs" } : {});
  const request = packRequest({ ...job, base: { ...job.base, name: base } }, fakeRoot, {
    dependencyPackages: rowsOf(folder).map((row) => ({ package: row, folder: temporaryFolder() })),
    systemPackages: (what.system ?? []).map((name) => ({
      name,
      by: { kind: "neutral", name, span: spanOf(name) },
    })),
    // What is compiled links to this machine's own.
    ...(what.fill ? { libraries: await scanLibraries([hostPath("/")], host) } : {}),
  });
  const packed = await packJob(request, { host, report: () => undefined }, never);
  if (!packed.ok) throw new Error(rendered(packed.error));
  const { packages } = packed.value;
  const added = await addToFolder(
    { folder: hostPath(folder), folderName: "out", packages, key },
    host,
    never,
  );
  const [row] = added.ok ? added.value.added : [];
  if (!row) throw new Error(added.ok ? "nothing added" : rendered(added.error));
  return row;
}

function rowsOf(folder: string): readonly Package[] {
  try {
    return (JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as { packages: Package[] }).packages;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** A folder with `release.pub` beside, not in it. */
export async function releaseOf(
  ...packages: readonly Published[]
): Promise<{ folder: HostPath; key: HostPath }> {
  const top = temporaryFolder();
  const folder = joinPath(top, "release");
  for (const one of packages) await publish(folder, one);
  const key = joinPath(top, "release.pub");
  await host.copyFile(joinPath(folder, "release.pub"), key);
  return { folder, key };
}

export type FileServer = { readonly url: string; readonly requests: string[] };

/** Hands out files as `answer` has them: a body, a status, `undefined` for 404, or where to look instead. */
export async function serveFiles(
  answer: (
    path: string,
    n: number,
    login: string,
  ) => Buffer | string | number | { readonly location: string } | undefined,
): Promise<FileServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const login = Buffer.from(
      request.headers.authorization?.slice("Basic ".length) ?? "",
      "base64",
    ).toString();
    const body = answer(path, requests.filter((one) => one === path).length, login);
    requests.push(path);
    if (body === undefined || typeof body === "number") response.writeHead(body ?? 404).end("refused");
    else if (typeof body === "object" && "location" in body) response.writeHead(302, body).end();
    else {
      const type =
        typeof body === "string" && /^[[{]/.test(body) ? "application/json" : "application/octet-stream";
      response.writeHead(200, { "content-length": Buffer.byteLength(body), "content-type": type }).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** The content of a folder's files, below `/`. */
export function filesOf(folder: string): (path: string) => Buffer | undefined {
  return (path) => {
    try {
      return readFileSync(join(folder, decodeURIComponent(path)));
    } catch (error) {
      if (["ENOENT", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
      throw error;
    }
  };
}
