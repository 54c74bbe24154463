// From the decoded keys to the model: what only shows when keys are seen together is checked here.

import {
  AUDIT_CHECKS,
  type Distfile,
  type Flavors,
  HOOKS,
  type Patch,
  type Port,
  type Script,
} from "../../port/port.ts";
import { type Located, nearest, quoted } from "../../report.ts";
import { isPrefix, PREFIX_HELP } from "../prefix.ts";
import { lowerDependencies, lowerForeign, lowerSystem } from "./dependencies.ts";
import { lowerDistfile } from "./distfiles.ts";
import type { FlavorKeys, PortKeys, PseudoFlavorKeys, ScriptKeys } from "./keys.ts";
import { type Choice, lowerPackages } from "./packages.ts";
import { lowerPatches } from "./patches.ts";
import { durationMs, sizeBytes } from "./units.ts";
import { expand, refuseTwice, tell, type Workplace } from "./workplace.ts";

type AnyFlavor = { readonly key: Located<string>; readonly value: FlavorKeys | PseudoFlavorKeys };

/** Both kinds, in canonical order. */
export function flavorsOf(keys: PortKeys): readonly AnyFlavor[] {
  return [...(keys.flavors?.value ?? []), ...(keys["pseudo-flavors"]?.value ?? [])];
}

/** What holds whatever is chosen: every flavor's part too is looked at. */
export function checkPort(keys: PortKeys, workplace: Workplace): void {
  const flavors = flavorsOf(keys);
  refuseTwice(
    flavors.map(({ key }) => key),
    "flavors",
    workplace,
  );
  refuseTwice(keys.bases?.value ?? [], "bases", workplace);
  const names = flavors.map(({ key }) => key.value);
  const packages = keys.packages?.value.map(({ key }) => key.value) ?? [];
  for (const { key, value } of flavors) {
    for (const excluded of value.excludes?.value ?? []) {
      refuseUnknown(excluded, { known: names, what: "flavor" }, workplace);
      if (excluded.value === key.value) {
        const message = `${quoted(key.value)} excludes itself`;
        tell(workplace, excluded.span, { code: "yaml/value", message, help: "name other flavors here" });
      }
    }
    for (const dropped of value.drops?.value ?? [])
      refuseUnknown(dropped, { known: packages, what: "package" }, workplace);
  }
  for (const { value } of keys.flavors?.value ?? []) {
    for (const { key } of value.packages?.value ?? [])
      refuseUnknown(key, { known: packages, what: "package" }, workplace);
    // Lowered for what they report; those of the chosen flavors are lowered again for their worth.
    lowerDistfiles([value], workplace);
    lowerPatches(value.patches?.value ?? [], workplace);
    for (const entry of value.packages?.value ?? []) checkDepends(entry.value.depends, workplace);
  }
  for (const depends of [keys.depends, ...flavors.map(({ value }) => value.depends)])
    checkDepends(depends, workplace);
}

function checkDepends(
  depends: PortKeys["depends"] | PseudoFlavorKeys["depends"] | undefined,
  workplace: Workplace,
): void {
  const { build, test, lib, run }: NonNullable<PortKeys["depends"]>["value"] = depends?.value ?? {};
  lowerForeign([...(build?.value ?? []), ...(test?.value ?? [])], workplace);
  lowerDependencies([...(lib?.value ?? []), ...(run?.value ?? [])], workplace);
}

function refuseUnknown(
  { value, span }: Located<string>,
  { known, what }: { readonly known: readonly string[]; readonly what: "flavor" | "package" },
  workplace: Workplace,
): void {
  const declaring = what === "flavor" ? ["flavors", "pseudo-flavors"] : ["packages"];
  if (known.includes(value) || !workplace.wasRead(...declaring)) return;
  const meant = nearest(value, known);
  tell(workplace, span, {
    code: what === "flavor" ? "yaml/unknown-flavor" : "yaml/unknown-package",
    message: `${quoted(value)} is not a ${what} of this port`,
    help: meant
      ? `did you mean \`${meant}\`?`
      : known.length > 0
        ? `its ${what}s are ${known.map((name) => `\`${name}\``).join(", ")}`
        : `this port has no \`${what}s:\``,
  });
}

/** The port for one choice of flavors. Reports to the workplace's scene; the value counts only when it was silent. */
export function lowerPort(
  request: {
    readonly keys: PortKeys;
    readonly pkgpath: string;
    readonly flavors: Flavors;
    readonly prefix: string;
  },
  workplace: Workplace,
): Port {
  const { keys, pkgpath, flavors } = request;
  const picked = flavorsOf(keys).filter(({ key }) => flavors.chosen.includes(key.value));
  const chosen = (keys.flavors?.value ?? [])
    .filter(({ key }) => flavors.chosen.includes(key.value))
    .map(({ value }) => value);
  const choice: Choice = { keys, pkgpath, flavors, chosen };
  const all = lowerPackages(choice, workplace);
  const dropped = all.filter(({ name }) =>
    picked.some(({ value }) => value.drops?.value.some((drop) => drop.value === name)),
  );
  const packages = all.filter((one) => !dropped.includes(one));
  checkDrops({ picked, packages, dropped, keys }, workplace);
  const { release } = workplace;
  const foreign = (kind: "build" | "test") =>
    [keys.depends, ...picked.map(({ value }) => value.depends)].flatMap((depends) =>
      lowerForeign(depends?.value[kind]?.value, workplace),
    );
  return {
    ...release,
    dialect: "yaml",
    pkgpath,
    comment: keys.comment.value,
    ...(keys.homepage ? { homepage: keys.homepage.value } : {}),
    ...(keys.license ? { license: keys.license.value } : {}),
    flavors,
    packages,
    dropped,
    depends: {
      build: foreign("build"),
      test: foreign("test"),
      system: [keys.depends, ...chosen.map(({ depends }) => depends)].flatMap((depends) =>
        lowerSystem(depends?.value.system),
      ),
    },
    distfiles: lowerDistfiles([keys, ...chosen], workplace),
    patches: lowerAllPatches([keys, ...chosen], workplace),
    bases: keys.bases?.value ?? [],
    prefix: request.prefix,
    build: lowerBuild(keys, picked),
    ...lowerSettings(keys),
    span: keys.name.span,
  };
}

/** The prefix filled in; what is wrong with it is reported. */
export function lowerPrefix(written: Located<string>, workplace: Workplace): string {
  const { name, version } = workplace.release;
  const expanded = expand(written, { name, version }, workplace);
  if (!expanded) return written.value;
  const { value, span } = expanded;
  if (!isPrefix(value)) {
    const message = `${quoted(value)} is not a prefix`;
    tell(workplace, span, { code: "yaml/prefix", message, help: PREFIX_HELP });
  }
  return value;
}

function checkDrops(
  drops: {
    readonly picked: readonly AnyFlavor[];
    readonly packages: Port["packages"];
    readonly dropped: Port["dropped"];
    readonly keys: PortKeys;
  },
  workplace: Workplace,
): void {
  const { picked, packages, dropped, keys } = drops;
  const droppers = picked.filter(({ value }) => (value.drops?.value.length ?? 0) > 0);
  if (packages.length === 0 && dropped.length > 0) {
    tell(workplace, keys.name.span, {
      code: "yaml/nothing-left",
      message: `${droppers.map(({ key }) => `\`${key.value}\``).join(" and ")} ${droppers.length > 1 ? "drop" : "drops"} every package`,
      help: droppers.length > 1 ? "choose fewer flavors" : "leave one package",
      related: droppers.map(({ key }) => ({ message: "drops", span: key.span })),
      ...(droppers.length > 1 ? { blame: "request" } : {}),
    });
  }
  for (const one of packages) {
    for (const { pkgpath, spec, span } of [...one.depends.lib, ...one.depends.run]) {
      const gone = dropped.find(({ fullpkgpath }) => fullpkgpath === pkgpath);
      const by = droppers.find(({ value }) => value.drops?.value.some((drop) => drop.value === gone?.name));
      if (!gone || !by) continue;
      tell(workplace, span, {
        code: "yaml/dropped-sibling",
        message: `\`${one.name}\` needs \`${spec}\`, which \`${by.key.value}\` drops`,
        help: `drop \`${one.name}\` as well`,
        related: [{ message: "dropped here", span: by.key.span }],
      });
    }
  }
}

function lowerDistfiles(
  from: readonly Pick<PortKeys, "distfiles">[],
  workplace: Workplace,
): readonly Distfile[] {
  const distfiles = from.flatMap(
    (keys) => keys.distfiles?.value.flatMap((one) => lowerDistfile(one, workplace) ?? []) ?? [],
  );
  refuseTwice(
    distfiles.map(({ file, subdir, span }) => ({ value: subdir === "" ? file : `${subdir}/${file}`, span })),
    "distfiles",
    workplace,
  );
  return distfiles;
}

function lowerAllPatches(from: readonly Pick<PortKeys, "patches">[], workplace: Workplace): readonly Patch[] {
  return lowerPatches(
    from.flatMap(({ patches }) => patches?.value ?? []),
    workplace,
  );
}

function lowerBuild(keys: PortKeys, picked: readonly AnyFlavor[]): Port["build"] {
  const from = [keys.build.value, ...picked.map(({ value }) => value)];
  const texts = (all: readonly ({ readonly value: readonly Located<string>[] } | undefined)[]) =>
    all.flatMap((list) => list?.value.map(({ value }) => value) ?? []);
  return {
    style: keys.build.value.style,
    configure: texts(from.map(({ configure }) => configure)),
    make: {
      variables: texts(from.map(({ make }) => make?.value.variables)),
      targets: texts(from.map(({ make }) => make?.value.targets)),
    },
    scripts: new Map(
      from.flatMap(({ script }) =>
        HOOKS.flatMap((hook) => {
          const written = script?.value[hook];
          return written ? [[hook, lowerScript(written)] as const] : [];
        }),
      ),
    ),
  };
}

function lowerScript({ value, span }: Located<ScriptKeys>): Script {
  return typeof value === "string"
    ? { text: value, shell: "sh", span }
    : { text: value.text.value, shell: value.shell?.value ?? "sh", span: value.text.span };
}

function lowerSettings(keys: PortKeys) {
  const { time, memory, processes, disk } = keys.limits?.value ?? {};
  const timeMs = time && durationMs(time.value);
  const memoryBytes = memory && sizeBytes(memory.value);
  const diskBytes = disk && sizeBytes(disk.value);
  const allowed = { value: true, span: keys.name.span } as const;
  return {
    permit: {
      package: keys.permit?.value.package ?? allowed,
      distfiles: keys.permit?.value.distfiles ?? allowed,
    },
    network: keys.network?.value ?? "fetch",
    limits: {
      ...(timeMs === undefined ? {} : { timeMs }),
      ...(memoryBytes === undefined ? {} : { memoryBytes }),
      ...(processes === undefined ? {} : { processes: processes.value }),
      ...(diskBytes === undefined ? {} : { diskBytes }),
    },
    runpath: keys.runpath?.value ?? "auto",
    audit: new Map(
      AUDIT_CHECKS.flatMap((check) => {
        const level = keys.audit?.value[check]?.value;
        return level ? [[check, level] as const] : [];
      }),
    ),
    ...(keys.test ? { test: lowerScript(keys.test.value.script) } : {}),
  } as const;
}
