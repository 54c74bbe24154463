import type { Report } from "../report.ts";

export type Progress = { readonly line: (line: string) => void; readonly finish: () => void };

/** Turns what apt, dpkg, mmdebstrap, apk and dnf print into progress: bytes while they fetch, packages while they install. */
export function installProgress(what: string, report: Report): Progress {
  let fetched = 0;
  let toFetch: number | undefined;
  let installed = 0;
  let toInstall: number | undefined;
  const tellBytes = () =>
    report({
      kind: "progress",
      what: `${what}: fetch`,
      done: fetched,
      total: atLeast(fetched, toFetch),
      unit: "bytes",
    });
  const tellPackages = () =>
    report({
      kind: "progress",
      what: `${what}: install`,
      done: installed,
      total: atLeast(installed, toInstall),
      unit: "packages",
    });
  return {
    line: (line) => {
      const need = /^Need to get ([0-9.,]+) ?([kMG]?B)(?:\/[0-9.,]+ ?[kMG]?B)? of archives/.exec(line);
      if (need) toFetch = fetched + bytesOf(need[1], need[2]);
      const count = /\b(\d+) newly installed/.exec(line);
      if (count) toInstall = installed + Number(count[1]);
      const got = /^Get:\d+ .*\[([0-9.,]+) ([kMG]?B)\]$/.exec(line);
      if (got) {
        fetched += bytesOf(got[1], got[2]);
        tellBytes();
      }
      if (/^Setting up /.test(line)) {
        installed += 1;
        tellPackages();
      }
      const step = STEP.exec(line)?.slice(1).filter(Boolean).map(Number);
      if (step) {
        [installed, toInstall] = [step[0] ?? 0, step[1]];
        tellPackages();
      }
    },
    finish: () => {
      toFetch = fetched;
      toInstall = installed;
      if (fetched > 0) tellBytes();
      if (installed > 0) tellPackages();
    },
  };
}

/** `(3/15) Installing zlib (1.3.1-r1)` of apk, `Installing : zlib-1.2.11-40.el9.x86_64  3/15` of dnf, `[3/15]` of dnf 5. */
const STEP =
  /^(?:[([] *(\d+)\/(\d+)[)\]] [A-Z][a-z]+ing | {2}(?:Install|Upgrad|Downgrad|Reinstall|Eras|Remov)ing +: .* (\d+)\/(\d+) *$)/;

/** Not all that is fetched or installed is announced: lists, and what mmdebstrap hands to dpkg itself. */
function atLeast(done: number, announced: number | undefined): number | undefined {
  return announced !== undefined && announced >= done ? announced : undefined;
}

const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** apt counts in powers of ten: `9,415 kB`. */
function bytesOf(amount = "0", unit = "B"): number {
  return Math.round(Number(amount.replaceAll(",", "")) * (UNITS[unit] ?? 1));
}
