import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  nearest,
  ok,
  unreachable
} from "./chunk-2DPMJAPF.js";

// src/command/port-view.ts
function portView(port) {
  const { dialect, pkgpath, name, version, flavors, packages, depends, distfiles, prefix, build } = port;
  return {
    dialect,
    pkgpath,
    name,
    version,
    flavors: { available: flavors.available, pseudo: flavors.pseudo, chosen: flavors.chosen },
    packages: packages.map((one) => ({
      subpackage: one.name,
      fullpkgname: one.fullpkgname,
      fullpkgpath: one.fullpkgpath,
      prefix: one.prefix ?? prefix,
      comment: one.comment,
      depends: { lib: one.depends.lib.map(dependencyText), run: one.depends.run.map(dependencyText) },
      wantlib: one.wantlib
    })),
    depends: {
      build: depends.build.map(dependencyText),
      test: depends.test.map(dependencyText),
      system: allSystem(port).map(systemView)
    },
    distfiles: distfiles.map(distfileView),
    style: build.style.value
  };
}
function allSystem({ depends, packages }) {
  const all = [...depends.system, ...packages.flatMap((one) => one.depends.system)];
  return [...new Map(all.map((one) => [JSON.stringify(systemView(one)), one])).values()];
}
function dependencyText({ spec, pkgpath, until }) {
  return [spec, pkgpath, until ?? ""].filter(Boolean).join(":");
}
function systemView(dependency) {
  switch (dependency.kind) {
    case "neutral":
      return dependency.name;
    case "native":
      return { [dependency.manager]: { build: dependency.build, run: dependency.run } };
    default:
      return unreachable(dependency);
  }
}
function distfileView({ file, urls, sizeBytes, digests }) {
  return {
    file,
    urls: urls.map(urlText),
    ...sizeBytes === void 0 ? {} : { size: sizeBytes },
    ...Object.fromEntries(digests.map(({ algorithm, hex }) => [algorithm, hex]))
  };
}
function urlText(url) {
  switch (url.kind) {
    case "web":
      return url.url;
    case "file":
      return `file://${url.path.split("/").map(encodeURIComponent).join("/")}`;
    case "port":
      return url.path;
    case "debian":
      return `debian:${url.file}`;
    default:
      return unreachable(url);
  }
}
function portText(port) {
  const view = portView(port);
  const system = view.depends.system.map((one) => typeof one === "string" ? one : JSON.stringify(one));
  const rows = [
    ["port", [`${view.name} ${view.version}: ${port.comment}`]],
    ["homepage", port.homepage === void 0 ? [] : [port.homepage]],
    ["license", port.license === void 0 ? [] : [port.license]],
    ["flavors", flavorTexts(port)],
    ["packages", view.packages.map(({ fullpkgname, comment }) => `${fullpkgname}: ${comment}`)],
    ["dropped", port.dropped.map(({ fullpkgname }) => fullpkgname)],
    ["not built", port.ignored ? [port.ignored.value] : []],
    ["prefix", [port.prefix]],
    ["bases", [port.bases.map(({ value }) => value).join(", ")]],
    ["style", [view.style]],
    ["needs to build", view.depends.build],
    ["needs to run", [...new Set(view.packages.flatMap(({ depends }) => [...depends.lib, ...depends.run]))]],
    ["needs of base", system],
    ["distfiles", view.distfiles.map(({ file, urls }) => `${file} from ${urls.join(", ")}`)],
    ["patches", port.patches.map(({ path }) => path)]
  ];
  const shown = rows.filter(([, values]) => values.some((value) => value !== ""));
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown.flatMap(
    ([name, values]) => values.map((value, index) => `${(index === 0 ? name : "").padEnd(width)}  ${value}
`)
  ).join("");
}
function flavorTexts({ flavors }) {
  return [...flavors.available, ...flavors.pseudo].map(
    (flavor) => `${flavor}${flavors.pseudo.includes(flavor) ? " (pseudo)" : ""}${flavors.chosen.includes(flavor) ? " *" : ""}`
  );
}
function wantedNames(names) {
  return names.split(/[\s,]+/).filter(Boolean);
}
function pickVariables(reading, wanted) {
  const { variables, unknown, absent } = reading;
  const known = [...Object.keys(variables), ...unknown];
  const missing = absent === "fault" ? wanted.filter((name) => !known.includes(name)) : [];
  if (missing.length > 0) return { ok: false, error: missing.map((name) => notSet(name, known)) };
  if (wanted.length === 0 || absent === "unset") return ok(reading);
  const picked = wanted.filter((name) => !unknown.includes(name)).map((name) => [name, variables[name]]);
  return ok({
    ...reading,
    variables: Object.fromEntries(picked),
    unknown: unknown.filter((name) => wanted.includes(name))
  });
}
function notSet(name, known) {
  const meant = nearest(name, known);
  return usage(
    "usage/unknown-variable",
    `the recipe does not set \`${name}\``,
    meant ? `did you mean \`${meant}\`?` : `it sets ${known.map((one) => `\`${one}\``).join(", ")}`
  );
}

export {
  portView,
  dependencyText,
  portText,
  wantedNames,
  pickVariables
};
