import { expect, test } from "vitest";
import { buildPage } from "../../src/action/summary.ts";
import type { Diagnostic } from "../../src/report.ts";

const source = { name: "port/port.yml", text: "name: a\nversoin: 1\n" };
const mistake: Diagnostic = {
  severity: "error",
  code: "yaml/unknown-key",
  blame: "recipe",
  message: "`versoin` is not a key | of a port",
  span: { source, start: 8, end: 15 },
  help: "did you mean `version`?",
};

test("summary: failures first, and everything as plain text", () => {
  const failure = { job: "a@b", phase: "build", lastOutput: "\u001b[31mred\u001b[0m <b>\n\n</pre>\u0007\n" };
  const warning: Diagnostic = { ...mistake, severity: "warning", code: "audit/rpath" };
  const page = buildPage({ port: "port", diagnostics: [warning, mistake], failure, packages: [] });
  expect(page).toBe(`### Not built: <code>port</code>

<code>a&#64;b</code> failed in the phase <code>build</code>. Its last lines:

<pre>red &#60;b&#62;

&#60;&#47;pre&#62; 
</pre>

**Errors**

- <code>port&#47;port&#46;yml&#58;2&#58;1</code> <code>yaml&#47;unknown&#45;key</code> &#96;versoin&#96; is not a key &#124; of a port (did you mean &#96;version&#96;&#63;)

**Warnings**

- <code>port&#47;port&#46;yml&#58;2&#58;1</code> <code>audit&#47;rpath</code> &#96;versoin&#96; is not a key &#124; of a port (did you mean &#96;version&#96;&#63;)

`);
});

const long: readonly { readonly name: string; readonly message: string; readonly end: string }[] = [
  { name: "many mistakes", message: "is wrong", end: "- 19900 more\n\n" },
  { name: "long ones", message: "!".repeat(4000), end: "The rest is in the log.\n" },
];
for (const { name, message, end } of long) {
  test(`summary: stays below what GitHub takes, with ${name}`, () => {
    const page = buildPage({
      port: "port",
      diagnostics: Array.from({ length: 20_000 }, () => ({ ...mistake, message })),
      failure: { job: "a", phase: "build", lastOutput: "tail" },
      packages: [],
    });
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1024 * 1024);
    expect(page).toContain("<pre>tail</pre>");
    expect(page.endsWith(end)).toBe(true);
  });
}
