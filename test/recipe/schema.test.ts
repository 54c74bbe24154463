import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Shape } from "../../src/recipe/yaml/decode.ts";
import { PORT } from "../../src/recipe/yaml/keys.ts";

const top = join(import.meta.dirname, "../..");
const schema = JSON.parse(readFileSync(join(top, "schema/port.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const folders = (path: string) => readdirSync(join(top, path)).map((name) => join(top, path, name));
/** The examples of other dialects lie in folders of their own. */
const examples = folders("examples").filter((folder) => existsSync(join(folder, "port.yml")));
const valid = [...folders("test/recipe/yaml/good"), ...examples];

for (const folder of valid) {
  test(`schema: accepts ${folder.slice(top.length + 1)}`, () => {
    validate(parse(readFileSync(join(folder, "port.yml"), "utf8"), { schema: "core" }));
    expect(validate.errors ?? []).toEqual([]);
  });
}

/** Faults that a schema can see: it knows keys and types, and nothing of what lies across them. */
const STRUCTURAL = ["yaml/type", "yaml/unknown-key", "yaml/missing-key"];

const structural = folders("test/recipe/yaml/bad").filter((folder) => {
  const codes = readFileSync(join(folder, "errors.txt"), "utf8").matchAll(/error\[([a-z/-]+)\]/g);
  return [...codes].every(([, code = ""]) => STRUCTURAL.includes(code));
});

test("schema: there are documents with structural faults", () => {
  expect(structural.length).toBeGreaterThan(7);
});

for (const folder of structural) {
  test(`schema: refuses ${folder.slice(top.length + 1)}`, () => {
    expect(validate(parse(readFileSync(join(folder, "port.yml"), "utf8"), { uniqueKeys: false }))).toBe(
      false,
    );
  });
}

/** `build.script.fake?`, `distfiles[].url!`, `packages.*.files[]`: every key, with its need and its words. */
function keysOfShape(shape: Shape, path: string): readonly string[] {
  switch (shape.kind) {
    case "leaf":
      return shape.words ? [`${path} = ${shape.words.join(" ")}`] : [];
    case "list":
      return keysOfShape(shape.element, `${path}[]`);
    case "table":
      return keysOfShape(shape.value, `${path}.*`);
    case "either":
      return shape.alternatives.flatMap((one) => keysOfShape(one, path));
    case "record":
      return Object.entries(shape.fields).flatMap(([key, { shape: inner, need }]) => [
        `${path}.${key}${need === "required" ? "!" : ""}`,
        ...keysOfShape(inner, `${path}.${key}`),
      ]);
  }
}

type Schema = {
  readonly $ref?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
};

function resolved(one: Schema): Schema {
  return one.$ref ? resolved(schema.$defs[one.$ref.replace("#/$defs/", "")]) : one;
}

function keysOfSchema(written: Schema, path: string): readonly string[] {
  const one = resolved(written);
  const open = one.additionalProperties;
  return [
    ...(one.enum ? [`${path} = ${one.enum.join(" ")}`] : []),
    ...(one.items ? keysOfSchema(one.items, `${path}[]`) : []),
    ...(one.anyOf ?? []).flatMap((inner) => keysOfSchema(inner, path)),
    ...(open ? keysOfSchema(open, `${path}.*`) : []),
    ...Object.entries(one.properties ?? {}).flatMap(([key, inner]) => [
      `${path}.${key}${one.required?.includes(key) ? "!" : ""}`,
      ...keysOfSchema(inner, `${path}.${key}`),
    ]),
  ];
}

test("schema: knows the keys, needs and words that the reader knows", () => {
  const known = keysOfShape(PORT.shape, "");
  expect(known.length).toBeGreaterThan(100);
  expect([...keysOfSchema(schema, "")].sort()).toEqual([...known].sort());
});

/** Each schema within, with where it stands. */
function everySchema(written: Schema, path: string): readonly (readonly [string, Schema])[] {
  const one = resolved(written);
  const inner: readonly (readonly [string, Schema | false | undefined])[] = [
    ...Object.entries(one.properties ?? {}),
    ["[]", one.items],
    ["*", one.additionalProperties],
  ];
  const below = inner.flatMap(([key, value]) => (value ? everySchema(value, `${path}.${key}`) : []));
  return [[path, written], ...(one.anyOf ?? []).flatMap((each) => everySchema(each, path)), ...below];
}

test("schema: an editor finds a description for every key", () => {
  const all = everySchema(schema, "");
  const described = new Set(
    all.filter(([, one]) => one.description ?? resolved(one).description).map(([path]) => path),
  );
  const keys = all.map(([path]) => path).filter((path) => !/(\[\]|\*)$/.test(path));
  expect(keys.filter((path) => !described.has(path))).toEqual([]);
});

test("schema: closes every map of known keys", () => {
  const open = everySchema(schema, "").filter(([, one]) => {
    const { properties, additionalProperties } = resolved(one);
    return properties && additionalProperties !== false;
  });
  expect(open.map(([path]) => path)).toEqual([]);
});
