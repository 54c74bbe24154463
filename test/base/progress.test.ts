import { expect, test } from "vitest";
import { installProgress } from "../../src/base/progress.ts";
import { recorder } from "../support.ts";

test("progress: bytes while apt fetches, packages while dpkg installs, and the last is whole", () => {
  const { events, report } = recorder();
  const progress = installProgress("tools", report);
  const lines = [
    "0 upgraded, 2 newly installed, 0 to remove and 0 not upgraded.",
    "Need to get 1,500 kB/2 MB of archives.",
    "Get:1 http://mirror.example.org bookworm/main amd64 a amd64 1.0 [500 kB]",
    "Get:2 http://mirror.example.org bookworm/main amd64 b amd64 1.0 [999 kB]",
    "Setting up a (1.0) ...",
    "Setting up b (1.0) ...",
  ];
  for (const line of lines) progress.line(line);
  progress.finish();
  const fetch = { kind: "progress", what: "tools: fetch", unit: "bytes" };
  const install = { kind: "progress", what: "tools: install", unit: "packages" };
  expect(events).toEqual([
    { ...fetch, done: 500_000, total: 1_500_000 },
    { ...fetch, done: 1_499_000, total: 1_500_000 },
    { ...install, done: 1, total: 2 },
    { ...install, done: 2, total: 2 },
    { ...fetch, done: 1_499_000, total: 1_499_000 },
    { ...install, done: 2, total: 2 },
  ]);
});

test("progress: what was not announced has no total", () => {
  const { events, report } = recorder();
  const progress = installProgress("root", report);
  progress.line("Get:1 http://mirror.example.org bookworm InRelease [151 kB]");
  progress.line("Setting up a (1.0) ...");
  expect(events).toEqual([
    { kind: "progress", what: "root: fetch", done: 151_000, total: undefined, unit: "bytes" },
    { kind: "progress", what: "root: install", done: 1, total: undefined, unit: "packages" },
  ]);
});

test("progress: apk and dnf count themselves", () => {
  const { events, report } = recorder();
  const progress = installProgress("tools", report);
  const lines = [
    "(1/2) Installing zlib (1.3.1-r1)",
    "  Installing       : zlib-1.2.11-40.el9.x86_64                              2/9 ",
    "  Verifying        : zlib-1.2.11-40.el9.x86_64                              1/9 ",
    "[ 3/9] Installing zlib-ng-compat 100% | 10.0 MiB/s |",
  ];
  for (const line of lines) progress.line(line);
  const install = { kind: "progress", what: "tools: install", unit: "packages" };
  expect(events).toEqual([
    { ...install, done: 1, total: 2 },
    { ...install, done: 2, total: 9 },
    { ...install, done: 3, total: 9 },
  ]);
});
