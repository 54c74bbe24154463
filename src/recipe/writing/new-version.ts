// The next version of a recipe, in its own dialect.

import { type Diagnostic, ok, quoted, type Result, wrong } from "../../report.ts";
import { renewGoboRecipe } from "../gobolinux/renew-recipe.ts";
import { renewOpenbsdPort } from "../openbsd/renew-port.ts";
import type { Tree } from "../reading.ts";
import { renewYamlPort } from "../yaml/renew-port.ts";
import type { Renewal, Renewing } from "./renewal.ts";

export type RenewRequest = Renewing & {
  readonly dialect: "gobolinux" | "yaml" | "openbsd";
  /** Where the port lies in the tree, and what the user calls that. */
  readonly folder: string;
  readonly shown: string;
};

export function renewRecipe(tree: Tree, request: RenewRequest): Result<Renewal> {
  const { dialect, folder, shown, to } = request;
  const rule = VERSIONS[dialect];
  if (!rule.test(to)) return wrong(noVersion(to));
  const path = (name: string) => (folder === "" ? name : `${folder}/${name}`);
  const texts = (names: readonly string[]) =>
    new Map(
      names.flatMap((name) => {
        const text = tree.read(path(name));
        return text === undefined ? [] : [[name, text] as const];
      }),
    );
  switch (dialect) {
    case "gobolinux": {
      const overlays = tree.list(folder).map((name) => `${name}/Recipe`);
      return ok(renewGoboRecipe(texts(["Recipe", ...overlays]), request));
    }
    case "openbsd":
      return ok(renewOpenbsdPort(texts(["Makefile", "distinfo"]), request));
    case "yaml":
      return renewYamlPort({ name: `${shown}/port.yml`, text: tree.read(path("port.yml")) ?? "" }, request);
  }
}

/** As names of packages take them; GoboLinux's become folders. */
const VERSIONS = {
  gobolinux: /^(?!.*-r[0-9]+$)[0-9A-Za-z][\w.+-]*$/,
  yaml: /^[0-9][A-Za-z0-9._+]*$/,
  openbsd: /^[0-9][A-Za-z0-9._+]*$/,
};

function noVersion(version: string): Diagnostic {
  return {
    severity: "error",
    code: "new-version/version",
    blame: "request",
    message: `${quoted(version)} can't be a version`,
    help: "begin with a digit; letters, digits, `.`, `_` and `+` may follow",
  };
}

/** A tree in which a port's files are what they will be; they may lie in a folder that is not there yet. */
export function renewedTree(
  tree: Tree,
  {
    from,
    to,
    files,
  }: { readonly from: string; readonly to: string; readonly files: ReadonlyMap<string, string> },
): Tree {
  const original = (path: string) => {
    const inner =
      to === "" ? path : path === to ? "" : path.startsWith(`${to}/`) ? path.slice(to.length + 1) : undefined;
    if (inner === undefined) return { path };
    return { path: [from, inner].filter((part) => part !== "").join("/"), inner };
  };
  return {
    read: (path) => {
      const { path: old, inner } = original(path);
      return (inner === undefined ? undefined : files.get(inner)) ?? tree.read(old);
    },
    exists: (path) => {
      const { path: old, inner } = original(path);
      return inner !== undefined && files.has(inner) ? "file" : tree.exists(old);
    },
    list: (path) => tree.list(original(path).path),
  };
}
