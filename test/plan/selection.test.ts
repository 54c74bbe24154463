import { expect, test } from "vitest";
import type { HostPath } from "../../src/host/host.ts";
import { folderOf, portText, runIn } from "../command/verbs.ts";

const TREE = {
  "lib/port.yml": portText(
    "lib",
    'bases: [host]\npackages: {core: {files: [lib/**]}, dev: {files: [include/**], depends: {run: ["lib-core-*:lib"]}}, doc: {files: [share/**]}}\n',
  ),
  "app/port.yml": portText("app", 'bases: [host]\ndepends: {lib: ["lib-core-*:lib"]}\n'),
};

async function planned(folder: HostPath, ...options: readonly string[]) {
  const { json, diagnostics } = await runIn(folder, "plan", ".", "--engine", "namespace", ...options);
  const { jobs = [] } = (json ?? {}) as {
    jobs?: readonly { packages: readonly { fullpkgname: string }[] }[];
  };
  return {
    packages: jobs.flatMap(({ packages }) => packages.map((one) => one.fullpkgname)).sort(),
    diagnostics,
  };
}

const cases: readonly { readonly names: string; readonly packages: readonly string[] }[] = [
  { names: "doc", packages: ["app-1.0", "lib-core-1.0", "lib-doc-1.0"] },
  { names: "dev", packages: ["app-1.0", "lib-core-1.0", "lib-dev-1.0"] },
  { names: "", packages: ["app-1.0", "lib-core-1.0", "lib-dev-1.0", "lib-doc-1.0"] },
];

for (const { names, packages } of cases) {
  test(`plan --subpackages '${names}': with what others need, and ports that have no such thing`, async () => {
    const found = await planned(folderOf(TREE), "--subpackages", names);
    expect(found).toEqual({ packages, diagnostics: [] });
  });
}

test("plan --subpackages: a name that no port has", async () => {
  const { diagnostics } = await planned(folderOf(TREE), "--subpackages", "dco");
  expect(diagnostics.map(({ code, help }) => ({ code, help }))).toEqual([
    { code: "plan/no-such-subpackage", help: "did you mean `doc`?" },
  ]);
});
