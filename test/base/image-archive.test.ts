// Images as files: written here in each of the forms, read, and damaged.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readImageArchive } from "../../src/base/image-archive.ts";
import { type HostPath, joinPath, openHost } from "../../src/host/host.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

type Files = Readonly<Record<string, string>>;

function sha256(bytes: string | Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A layer with these files, as a tar archive. */
function layerOf(folder: HostPath, files: Files): Buffer {
  const tree = joinPath(folder, "tree");
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(tree, name, ".."), { recursive: true });
    writeFileSync(join(tree, name), text);
  }
  const bytes = execFileSync("tar", ["-c", "--sort=name", "-C", tree, "."]);
  rmSync(tree, { recursive: true });
  return bytes;
}

/** An OCI layout of one image; gives the digest that its index has. */
function writeLayout(
  folder: HostPath,
  {
    layers,
    arch = "amd64",
    form = "plain",
  }: { layers: readonly Buffer[]; arch?: string; form?: "plain" | "nested" },
): string {
  mkdirSync(join(folder, "blobs/sha256"), { recursive: true });
  const put = (value: string | Buffer) => {
    const hex = sha256(value);
    writeFileSync(join(folder, "blobs/sha256", hex), value);
    return `sha256:${hex}`;
  };
  const config = put(JSON.stringify({ architecture: arch, os: "linux" }));
  const manifest = put(
    JSON.stringify({ config: { digest: config }, layers: layers.map((layer) => ({ digest: put(layer) })) }),
  );
  const platform = { architecture: arch, os: "linux" };
  const other = { digest: `sha256:${"0".repeat(64)}`, platform: { architecture: "s390x", os: "linux" } };
  const top =
    form === "plain" ? manifest : put(JSON.stringify({ manifests: [other, { digest: manifest, platform }] }));
  writeFileSync(join(folder, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
  writeFileSync(join(folder, "index.json"), JSON.stringify({ manifests: [{ digest: top }] }));
  return top;
}

async function read(place: HostPath) {
  return await readImageArchive(
    place,
    { scratch: temporaryFolder(), arch: "amd64", host: openHost() },
    never,
  );
}

describe("image: the forms that are read", () => {
  for (const form of ["plain", "nested"] as const) {
    test(`image: an OCI layout, ${form}, as a folder and in an archive`, async () => {
      const place = temporaryFolder();
      const layout = joinPath(place, "layout");
      const layers = [layerOf(place, { "etc/a": "1" }), layerOf(place, { "etc/b": "2" })];
      const digest = writeLayout(layout, { layers, form });
      const found = await read(layout);
      expect(found).toMatchObject({
        ok: true,
        value: { digest, layers: layers.map((layer) => ({ digest: `sha256:${sha256(layer)}` })) },
      });
      const tar = joinPath(place, "image.tar");
      execFileSync("tar", ["-c", "-f", tar, "-C", layout, "."]);
      expect(await read(tar)).toMatchObject({ ok: true, value: { digest } });
    });
  }

  test("image: what `docker save` wrote before it wrote layouts", async () => {
    const place = temporaryFolder();
    const tree = joinPath(place, "saved");
    const layers = [layerOf(place, { "etc/a": "1" }), layerOf(place, { "etc/b": "2" })];
    const config = JSON.stringify({
      architecture: "amd64",
      rootfs: { diff_ids: layers.map((layer) => `sha256:${sha256(layer)}`) },
    });
    for (const [at, layer] of layers.entries()) {
      mkdirSync(join(tree, `l${at}`), { recursive: true });
      writeFileSync(join(tree, `l${at}/layer.tar`), layer);
    }
    const name = `${sha256(config)}.json`;
    writeFileSync(join(tree, name), config);
    const manifest = [{ Config: name, RepoTags: ["a:b"], Layers: ["l0/layer.tar", "l1/layer.tar"] }];
    writeFileSync(join(tree, "manifest.json"), JSON.stringify(manifest));
    const tar = joinPath(place, "saved.tar");
    execFileSync("tar", ["-c", "-f", tar, "-C", tree, "."]);
    expect(await read(tar)).toMatchObject({ ok: true, value: { digest: `sha256:${sha256(config)}` } });

    writeFileSync(join(tree, "l1/layer.tar"), layers[0] ?? "");
    const told = await read(tree);
    expect(told.ok ? "" : rendered(told.error)).toMatch(/is not there, or is another file/);
  });
});

describe("image: what is wrong", () => {
  const cases: readonly { name: string; harm: (layout: HostPath) => void; told: RegExp }[] = [
    {
      name: "a damaged layer",
      harm: (layout) => {
        const { layers } = JSON.parse(readFileSync(manifestOf(layout), "utf8"));
        appendFileSync(join(layout, "blobs/sha256", layers[0].digest.slice(7)), "x");
      },
      told: /what it calls sha256:[0-9a-f]{64} is not there, or is another file/,
    },
    {
      name: "no manifest",
      harm: (layout) => renameSync(manifestOf(layout), join(layout, "elsewhere")),
      told: /what it calls sha256:[0-9a-f]{64} is not there/,
    },
    {
      name: "no index",
      harm: (layout) => rmSync(join(layout, "index.json")),
      told: /neither `index\.json` nor/,
    },
    {
      name: "an index that is none",
      harm: (layout) => writeFileSync(join(layout, "index.json"), "[]"),
      told: /its index lists no image/,
    },
    {
      name: "another architecture",
      harm: (layout) => void writeLayout(layout, { layers: [], arch: "arm64" }),
      told: /it holds nothing for amd64/,
    },
  ];
  for (const { name, harm, told } of cases) {
    test(`image: ${name}`, async () => {
      const place = temporaryFolder();
      const layout = joinPath(place, "layout");
      writeLayout(layout, { layers: [layerOf(place, { "etc/a": "1" })] });
      harm(layout);
      const found = await read(layout);
      expect(found.ok ? "" : rendered(found.error)).toMatch(told);
    });
  }

  test("image: a file that is no archive", async () => {
    const file = joinPath(temporaryFolder(), "image.tar");
    writeFileSync(file, "no archive at all");
    const found = await read(file);
    expect(found.ok ? "" : rendered(found.error)).toMatch(/can't be read as an image: it is no tar archive/);
  });
});

function manifestOf(layout: HostPath): string {
  const { manifests } = JSON.parse(readFileSync(join(layout, "index.json"), "utf8"));
  return join(layout, "blobs/sha256", manifests[0].digest.slice(7));
}
