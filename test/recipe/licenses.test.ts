import { expect, test } from "vitest";
import { licenseExpression } from "../../src/recipe/yaml/rules.ts";

const cases: readonly { readonly license: string; readonly found?: string; readonly expected?: string }[] = [
  { license: "MIT" },
  { license: "GPL-2.0+" },
  { license: "GPL-2.0-only WITH Classpath-exception-2.0 OR MIT" },
  { license: "(MIT AND (ISC OR Zlib)) AND 0BSD" },
  { license: "DocumentRef-a:LicenseRef-b" },
  { license: "MIT or ISC", found: "`or`", expected: "`AND`, `OR` or `WITH`" },
  { license: "MIT WITH a WITH b", found: "`WITH`", expected: "`AND` or `OR`" },
  { license: "(MIT OR ISC) WITH a", found: "`WITH`", expected: "`AND` or `OR`" },
  { license: "MIT WITH (a)", found: "`(`", expected: "an exception" },
  { license: "MIT WITH", found: "its end", expected: "an exception" },
  { license: "MIT OR", found: "its end", expected: "a license" },
  { license: "()", found: "`)`", expected: "a license" },
  { license: "(MIT", found: "its end", expected: "`)`" },
  { license: "MIT)", found: "`)`", expected: "`AND`, `OR` or `WITH`" },
  { license: "AND", found: "`AND`", expected: "a license" },
];

for (const { license, found, expected } of cases) {
  test(`license: ${license}`, () => {
    const message = expected && `is not an SPDX expression: found ${found}, expected ${expected}`;
    expect(licenseExpression(license)?.message).toBe(message);
  });
}
