import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  nearest,
  ok,
  quoted,
  wrong
} from "./chunk-2DPMJAPF.js";

// src/command/flavor-wishes.ts
function parseWishes(lines, { candidates, pseudo, arch }) {
  const troubles = [...unknownFlavors(pseudo, { candidates, arch })];
  let general = { kind: "listed", choices: ["default"] };
  const own = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const [, path, text = line] = /^([^=;\s]+)=(.*)$/s.exec(line) ?? [];
    const wish = wishOf(text, pseudo);
    if (!wish) troubles.push(mixed(line));
    else if (path === void 0) {
      general = wish.kind === "all" ? wish : { ...wish, kind: "where known" };
      const asked = wish.kind === "all" ? [] : wish.choices.flatMap((choice) => choice === "default" ? [] : choice);
      troubles.push(...unknownFlavors(asked, { candidates, arch }));
    } else {
      const meant = candidates.filter(({ pkgpath }) => pkgpath === path || pkgpath.endsWith(`/${path}`));
      if (meant.length === 0) troubles.push(unknownPort(path, candidates));
      for (const candidate of meant) own.set(candidate, wish);
    }
  }
  if (pseudo.length > 0 && ![general, ...own.values()].some(({ kind }) => kind === "all"))
    troubles.push(IDLE_PSEUDO);
  if (troubles.length > 0) return { ok: false, error: troubles };
  return ok((candidate) => own.get(candidate) ?? general);
}
function wishOf(text, pseudo) {
  const choices = text.split(";").map((choice) => choice.trim());
  if (choices.includes("all")) return choices.length === 1 ? { kind: "all", pseudo } : void 0;
  return {
    kind: "listed",
    choices: choices.map((choice) => choice === "default" ? choice : choice.split(/\s+/).filter(Boolean))
  };
}
function unknownFlavors(asked, { candidates, arch }) {
  if (asked.length === 0) return [];
  const ports = candidates.flatMap((candidate) => {
    const port = candidate.read("default", arch);
    return port.ok ? [port.value] : [];
  });
  const known = [
    ...new Set(ports.flatMap(({ flavors }) => [...flavors.available, ...flavors.pseudo]))
  ].sort();
  if (ports.length < candidates.length) return [];
  return [...new Set(asked)].filter((flavor) => !known.includes(flavor)).map((flavor) => {
    const meant = nearest(flavor, known);
    const help = meant ? `did you mean \`${meant}\`?` : `the ports have ${known.join(", ") || "none at all"}`;
    return usage("usage/flavors", `${quoted(flavor)} is a flavor of no port`, help);
  });
}
var IDLE_PSEUDO = usage(
  "usage/flavors",
  "`--pseudo` is given, but `all` is not: it names pseudo-flavors that count among all flavors",
  "add `--flavors all`, or list the choices that you want"
);
function unknownPort(path, candidates) {
  const meant = nearest(
    path,
    candidates.map(({ pkgpath }) => pkgpath)
  );
  const message = `\`--flavors\` speaks of ${quoted(path)}, which is not among the ports`;
  return usage("usage/flavors", message, meant ? `did you mean \`${meant}\`?` : "name one of the ports");
}
function mixed(line) {
  const message = `\`--flavors\` can't be ${quoted(line)}: \`all\` leaves nothing to list`;
  return usage("usage/flavors", message, "write `all`, or the choices");
}
function wordsOf(texts) {
  return [...new Set(texts.flatMap((text) => text.split(/[\s,]+/)).filter(Boolean))];
}
function linesOf(texts) {
  return texts.flatMap((text) => text.split(/\r?\n/)).map((line) => line.trim()).filter(Boolean);
}
function eachOneOf(words, read) {
  const results = words.map(read);
  const troubles = results.flatMap((one) => one.ok ? [] : one.error);
  return troubles.length > 0 ? wrong(...troubles) : ok(results.flatMap((one) => one.ok ? [one.value] : []));
}

export {
  parseWishes,
  wordsOf,
  linesOf,
  eachOneOf
};
