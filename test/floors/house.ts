// The rules of the house, as one function over texts: which module may import which, who may touch the machine, what is
// too long, what nobody uses. test/floors.test.ts asks it about the real tree and about small bad ones.

import ts from "typescript";

/** Path from the top of the checkout (`src/plan/plan.ts`) → text. */
export type Tree = ReadonlyMap<string, string>;

const FLOORS: Readonly<Record<string, number>> = {
  report: 0,
  port: 1,
  host: 1,
  recipe: 2,
  plan: 2,
  engine: 2,
  package: 2,
  base: 3,
  build: 4,
  release: 4,
  install: 4,
  command: 5,
  cli: 6,
  worker: 6,
  action: 6,
};

/** Text and values in, text and values out. */
const PURE = ["report", "port", "recipe", "plan"];
const ENTRIES = ["cli", "worker", "action"];

const PURE_BUILTINS = ["node:buffer", "node:crypto", "node:path", "node:path/posix", "node:util"];
/** What else may be imported without a Host: streams and compressors move bytes, they open nothing by themselves. */
const QUIET_BUILTINS = [
  ...PURE_BUILTINS,
  "node:events",
  "node:stream",
  "node:stream/promises",
  "node:string_decoder",
  "node:zlib",
];

/** Package → the only files and folders that may import it. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "@actions/cache": ["src/host/store.ts"],
  "@actions/core": ["src/action/"],
  "@actions/exec": ["src/host/subprocesses.ts"],
  "@actions/github": ["src/host/github.ts"],
  "@actions/tool-cache": ["src/host/tool-cache.ts"],
  semver: ["src/install/"],
  tar: ["src/package/", "src/build/", "src/install/"],
  yaml: ["src/recipe/yaml/"],
};

/** Globals that ask the machine, the clock, chance or the locale; `name` or `object.name`. */
const WORLDLY: Readonly<Record<string, string>> = {
  process: "ask the Host",
  fetch: "ask `host.get`",
  performance: "ask `host.now`",
  setTimeout: "ask `host.wait`",
  setInterval: "ask `host.wait`",
  setImmediate: "await instead",
  "AbortSignal.timeout": "ask `host.deadline`",
  "Date.now": "ask `host.now`, or take SOURCE_DATE_EPOCH as a parameter",
  "new Date()": "ask `host.now`, or take SOURCE_DATE_EPOCH as a parameter",
  "Math.random": "nothing that is produced may depend on chance",
  Intl: "nothing that is produced may depend on the locale",
};
/** Names of node:crypto that draw from chance. */
const CHANCE = [
  "randomBytes",
  "randomUUID",
  "randomInt",
  "randomFillSync",
  "generateKeyPair",
  "generateKeyPairSync",
];
/** Methods whose answer depends on the machine's locale. */
const LOCAL = [
  "localeCompare",
  "toLocaleString",
  "toLocaleLowerCase",
  "toLocaleUpperCase",
  "toLocaleDateString",
];

const BANNED_NAMES = [
  "common",
  "data",
  "helper",
  "helpers",
  "info",
  "item",
  "manager",
  "misc",
  "obj",
  "tmp",
  "util",
  "utils",
];

const FILE_LINES = 500;
const ENTRY_LINES = 120;

type Import = {
  /** As written for packages and builtins; the path from the top for our own files. */
  readonly target: string;
  /** `evaluated` runs the other file first; `type` is erased; `lazy` is `import()`. */
  readonly way: "evaluated" | "type" | "lazy";
  readonly names: readonly string[] | "all";
  readonly line: number;
};

type Parsed = {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly exports: readonly { readonly name: string; readonly line: number }[];
  /** Types of this file that what it exports is made of: whoever uses the one uses the other. */
  readonly shown: ReadonlySet<string>;
  /** Lines of `export … from`. */
  readonly reexports: readonly number[];
  readonly worldly: readonly { readonly what: string; readonly why: string; readonly line: number }[];
};

/** Every fault of `tree`, one sentence each, sorted by place. Files outside `src/` count only as users of exports. */
export function faults(tree: Tree): readonly string[] {
  const files = [...tree].map(([path, text]) => parse(path, text));
  const sources = files.filter(({ path }) => path.startsWith("src/"));
  return [
    ...sources.flatMap(faultsOfPlace),
    ...sources.flatMap((file) => file.imports.flatMap((one) => faultsOfImport(file, one, tree))),
    ...sources.flatMap(faultsOfReach),
    ...circles(sources),
    ...unused(sources, files),
  ].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `plan` of `src/plan/plan.ts`, `cli` of `src/cli.ts`. */
function moduleOf(path: string): string {
  return path.replace(/^src\//, "").replace(/(\.ts$)|(\/.*)/, "");
}

function isFace(path: string): boolean {
  const name = moduleOf(path);
  return path === `src/${name}/${name}.ts` || path === `src/${name}.ts`;
}

function faultsOfPlace({ path, lines, reexports }: Parsed): readonly string[] {
  const found: string[] = [];
  const name = moduleOf(path);
  if (!(name in FLOORS))
    found.push(
      `${path}: \`${name}\` is not a module of the house; the modules are ${Object.keys(FLOORS).join(", ")}`,
    );
  const limit = ENTRIES.includes(name) ? ENTRY_LINES : FILE_LINES;
  if (lines > limit)
    found.push(
      `${path}: ${lines} lines; ${limit === ENTRY_LINES ? "an entry" : "a file"} has at most ${limit}: look for the second noun`,
    );
  const words = path.replace(/\.ts$/, "").split(/[/-]/);
  for (const word of words.filter((one) => BANNED_NAMES.includes(one))) {
    found.push(`${path}: \`${word}\` says nothing; name the file after its noun`);
  }
  if (/[^a-z0-9./-]/.test(path)) found.push(`${path}: file names are kebab-case`);
  if (!isFace(path)) {
    for (const line of reexports) found.push(`${path}:${line}: only a face exports what another file wrote`);
  }
  return found;
}

function faultsOfImport(file: Parsed, { target, way, names, line }: Import, tree: Tree): readonly string[] {
  const where = `${file.path}:${line}`;
  const from = moduleOf(file.path);
  if (target.startsWith("node:")) {
    if (from === "host" || ENTRIES.includes(from)) return [];
    const allowed = PURE.includes(from) ? PURE_BUILTINS : QUIET_BUILTINS;
    if (!allowed.includes(target) && way !== "type") {
      return [`${where}: \`${from}\` imports \`${target}\`; only host and the entries touch the machine`];
    }
    const drawn =
      target === "node:crypto" && names !== "all" ? names.filter((name) => CHANCE.includes(name)) : [];
    return drawn.map((name) => `${where}: \`${name}\` draws from chance; ask the Host`);
  }
  // Tables and scripts that lie beside the code, and our own manifest.
  if (/\.(yml|sh|mk|c|h|json)$/.test(target)) return [];
  if (!target.startsWith("src/")) return faultsOfPackage(where, file.path, target);
  if (!tree.has(target)) return [`${where}: there is no \`${target}\``];
  const to = moduleOf(target);
  if (to === from) return [];
  const [below, above] = [FLOORS[to], FLOORS[from]];
  if (below === undefined || above === undefined) return [];
  if (!isFace(target)) {
    return [`${where}: \`${from}\` reaches into \`${target}\`; import from the face, \`src/${to}/${to}.ts\``];
  }
  if (PURE.includes(from) && to === "host")
    return [`${where}: \`${from}\` is pure and must not know the host`];
  if (below > above)
    return [`${where}: \`${from}\` (floor ${above}) imports \`${to}\` (floor ${below}) above it`];
  if (below === above)
    return [`${where}: \`${from}\` imports \`${to}\` beside it on floor ${below}; join them in \`command\``];
  return [];
}

function faultsOfPackage(where: string, path: string, target: string): readonly string[] {
  const name = /^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target;
  const allowed = PACKAGES[name];
  if (allowed === undefined) return [`${where}: \`${name}\` is not among the packages that src/ may import`];
  if (allowed.some((place) => path === place || (place.endsWith("/") && path.startsWith(place)))) return [];
  return [`${where}: only ${allowed.join(", ")} may import \`${name}\``];
}

function faultsOfReach({ path, worldly }: Parsed): readonly string[] {
  const from = moduleOf(path);
  if (from === "host" || ENTRIES.includes(from)) return [];
  return worldly.map(({ what, why, line }) => `${path}:${line}: \`${what}\` below the entries; ${why}`);
}

/** Circles of evaluated imports, each told once, from its first file in byte order. */
function circles(files: readonly Parsed[]): readonly string[] {
  const next = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter(({ way }) => way === "evaluated").map(({ target }) => target),
    ]),
  );
  const found = new Set<string>();
  const walk = (path: string, trail: readonly string[], done: Set<string>): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      const circle = trail.slice(start);
      const first = circle.indexOf([...circle].sort()[0] ?? path);
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      found.add(`${turned[0]}: imports itself in a circle: ${[...turned, turned[0]].join(" → ")}`);
      return;
    }
    if (done.has(path)) return;
    for (const target of next.get(path) ?? []) walk(target, [...trail, path], done);
    done.add(path);
  };
  const done = new Set<string>();
  for (const path of next.keys()) walk(path, [], done);
  return [...found];
}

/** Exports that no other file (a test counts) imports. What the entries export would be for nobody. */
function unused(sources: readonly Parsed[], files: readonly Parsed[]): readonly string[] {
  const wanted = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    for (const { target, names } of imports) {
      if (target === path) continue;
      const set = wanted.get(target) ?? new Set<string>();
      for (const name of names === "all" ? ["*"] : names) set.add(name);
      wanted.set(target, set);
    }
  }
  return sources.flatMap(({ path, exports, shown }) => {
    const used = wanted.get(path) ?? new Set<string>();
    if (used.has("*")) return [];
    return exports
      .filter(({ name }) => !used.has(name) && !shown.has(name))
      .map(
        ({ name, line }) => `${path}:${line}: nobody imports \`${name}\`; export nothing that is not used`,
      );
  });
}

function parse(path: string, text: string): Parsed {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const imports: Import[] = [];
  const reexports: number[] = [];
  const exports: { readonly name: string; readonly line: number }[] = [];
  const shown = new Set<string>();
  for (const statement of source.statements) {
    const line = lineOf(statement);
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      imports.push({ target: resolve(path, statement.moduleSpecifier.text), line, ...boundNames(statement) });
    } else if (ts.isExportDeclaration(statement)) {
      const names = exportedNames(statement);
      for (const { exported } of names) exports.push({ name: exported, line });
      if (statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier)) {
        reexports.push(line);
        const target = resolve(path, statement.moduleSpecifier.text);
        const way = names.length > 0 && names.every(({ kind }) => kind === "type") ? "type" : "evaluated";
        imports.push({
          target,
          line,
          way,
          names: names.length > 0 ? names.map(({ local }) => local) : "all",
        });
      }
    } else {
      const names = declaredNames(statement);
      for (const name of names) exports.push({ name, line });
      if (names.length > 0) for (const name of typesIn(statement)) if (!names.includes(name)) shown.add(name);
    }
  }
  const worldly: Parsed["worldly"][number][] = [];
  const visit = (node: ts.Node): void => {
    const lazy = lazyImport(node);
    if (lazy) imports.push({ target: resolve(path, lazy), line: lineOf(node), way: "lazy", names: "all" });
    const what = worldlyName(node);
    if (what) worldly.push({ ...what, line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  const lines = text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return { path, lines, imports, exports, shown, reexports, worldly };
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function boundNames({ importClause }: ts.ImportDeclaration): Pick<Import, "way" | "names"> {
  if (!importClause) return { way: "evaluated", names: [] };
  const bindings = importClause.namedBindings;
  const erased = importClause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  if (bindings && ts.isNamespaceImport(bindings)) return { way: erased ? "type" : "evaluated", names: "all" };
  const elements = bindings ? [...bindings.elements] : [];
  const names = elements.map(({ propertyName, name }) => (propertyName ?? name).text);
  const allTypes =
    elements.length > 0 && elements.every(({ isTypeOnly }) => isTypeOnly) && !importClause.name;
  return {
    way: erased || allTypes ? "type" : "evaluated",
    names: importClause.name ? ["default", ...names] : names,
  };
}

function exportedNames({ exportClause, isTypeOnly }: ts.ExportDeclaration) {
  if (!exportClause || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.map((element) => ({
    exported: element.name.text,
    local: (element.propertyName ?? element.name).text,
    kind: isTypeOnly || element.isTypeOnly ? "type" : "value",
  }));
}

function declaredNames(statement: ts.Statement): readonly string[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  }
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return named && statement.name ? [statement.name.text] : [];
}

function typesIn(node: ts.Node): readonly string[] {
  const own = ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) ? [node.typeName.text] : [];
  const below: string[] = [];
  ts.forEachChild(node, (child) => void below.push(...typesIn(child)));
  return [...own, ...below];
}

/** The specifier of `import("…")`, as a value or in a type. */
function lazyImport(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments;
    return specifier && ts.isStringLiteralLike(specifier) ? specifier.text : undefined;
  }
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  ) {
    return node.argument.literal.text;
  }
  return undefined;
}

function worldlyName(node: ts.Node): { readonly what: string; readonly why: string } | undefined {
  const answer = (what: string) => {
    const why = Object.hasOwn(WORLDLY, what) ? WORLDLY[what] : undefined;
    return why === undefined ? undefined : { what, why };
  };
  if (ts.isPropertyAccessExpression(node)) {
    if (LOCAL.includes(node.name.text)) {
      return { what: node.name.text, why: "nothing that is produced may depend on the locale" };
    }
    return ts.isIdentifier(node.expression) ? answer(`${node.expression.text}.${node.name.text}`) : undefined;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && !node.arguments?.length) {
    return answer(`new ${node.expression.text}()`);
  }
  if (!ts.isIdentifier(node) || !isExpression(node)) return undefined;
  return answer(node.text);
}

/** Whether an identifier stands for a value here, and not for a member, a key, a declaration or a type. */
function isExpression(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) return parent.initializer === node;
  if (
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isCallExpression(parent) ||
    ts.isTypeOfExpression(parent)
  )
    return true;
  return (
    ts.isExpressionStatement(parent) || ts.isBinaryExpression(parent) || ts.isArrayLiteralExpression(parent)
  );
}
