// The same table as for a ports tree, of the ports that name only modules which stand in our own makefiles: each is read
// as if it stood alone. The table has no sites, and nothing of what lowering makes of a port (packages, dependencies,
// distfiles with their addresses): those are what a reading with the tree's own makefiles says. Rules of this comparison:
// - MAINTAINER is left out: where a port names none, the tree's keeper stands there.
// - Lists that the table gives as one text are compared by words: blanks between words are none of the port's.
// - As in the table of the whole tree, a list that the table cuts is compared as far as it goes, and by its length.
// - The table was made without X11, as these ports are read here: those that use imake are not for that machine.

import { hostPath, openTree } from "../../src/host/host.ts";
import { parsePkgpath } from "../../src/port/port.ts";
import { OWN_MK } from "../../src/recipe/openbsd/own-mk.ts";
import { type PortRequest, readPort, readVariables, type Tree } from "../../src/recipe/recipe.ts";
import { inTheirForm, isPortsTree } from "./openbsd.ts";
import type { Answer, Row, Table } from "./table.ts";

const MODULES = new Set(
  [...OWN_MK.keys()].flatMap((path) => {
    const [, folder = "", name] = /^(.*\/)?([^/]+)\.port\.mk$/.exec(path) ?? [];
    return name === undefined ? [] : [folder === "infrastructure/mk/" ? name : folder.slice(0, -1)];
  }),
);

const SITES = ["MASTER_SITES", ...Array.from({ length: 10 }, (_, number) => `MASTER_SITES${number}`)];

export const TABLES: readonly Table[] = [
  {
    prefix: "openbsd-ports.",
    extra: "ignored",
    bar: 99.9,
    isOf: isPortsTree,
    rowsOf: (rows, tree) => {
      const opened = openTree(hostPath(tree));
      return rows.filter(isOurs).map((row) => withSites(row, opened));
    },
    answer: async (rows, { tree }) => {
      const alone = withoutInfrastructure(openTree(hostPath(tree)));
      return inTheirForm(rows, new Map(rows.map((row) => [row.key, read(row, alone)])));
    },
  },
];

function isOurs({ vars }: Row): boolean {
  const modules = vars["MODULES"];
  return Array.isArray(modules) && modules.every((module) => MODULES.has(module));
}

/** Who keeps a tree is its maintainer where a port names none: that is no value of the port. */
function withSites({ key, vars: { MAINTAINER: _, ...vars } }: Row, tree: Tree): Row {
  const answer = readVariables(tree, requestOf(key), SITES);
  const said = answer.ok ? answer.value.variables : {};
  return { key, vars: { ...byWords({ ...vars, ...said }), [LOWERED]: lowered(key, tree) } };
}

const LOWERED = "(lowered)";

/** All of a port but how it is built; of one that is refused, why. Places are where the makefiles lie. */
function lowered(key: string, tree: Tree): unknown {
  const reading = readPort(tree, requestOf(key));
  if (!reading.ok) return reading.error.map(({ code, message }) => `${code}: ${message}`);
  const { build: _, ...port } = reading.value.port;
  return withoutPlaces(port);
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (value instanceof Map) return withoutPlaces(Object.fromEntries(value));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([name]) => !/span$/i.test(name));
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutPlaces(field)]));
}

function read({ key, vars }: Row, tree: Tree): Answer {
  const names = Object.keys(vars).filter((name) => name !== LOWERED);
  const reading = readVariables(tree, requestOf(key), names);
  const found = () => ({
    ...byWords(reading.ok ? reading.value.variables : {}),
    [LOWERED]: lowered(key, tree),
  });
  return reading.ok
    ? { kind: "values", vars: found(), unknown: reading.value.unknown }
    : { kind: "refused", why: reading.error.map(({ message }) => message).join("; ") };
}

/** These have a value for each subpackage too, like `ONLY_FOR_ARCHS-main`. */
const LISTS = /^(ERRORS|FAKE_FLAGS|(ONLY|NOT)_FOR_ARCHS)(-|$)/;

function byWords(vars: Row["vars"]): Readonly<Record<string, unknown>> {
  const words = (value: unknown) =>
    typeof value === "string" ? value.split(/\s+/).filter(Boolean).join(" ") : value;
  return Object.fromEntries(
    Object.entries(vars).map(([name, value]) => [name, LISTS.test(name) ? words(value) : value]),
  );
}

function requestOf(key: string): PortRequest {
  const { folder = key, flavors = "default" } = parsePkgpath(key) ?? {};
  return { folder, treeName: "ports", pkgpath: folder, flavors, arch: "x86_64" };
}

function withoutInfrastructure(tree: Tree): Tree {
  const isHidden = (path: string) => path.startsWith("infrastructure") || path.endsWith(".port.mk");
  return {
    ...tree,
    read: (path) => (isHidden(path) ? undefined : tree.read(path)),
    exists: (path) => (isHidden(path) ? "nothing" : tree.exists(path)),
  };
}
