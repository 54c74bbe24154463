import type { Package } from "./package.ts";

/** What a tag of a release may be made of. */
export type TagFields = Pick<Package, "arch" | "base" | "name" | "version">;

/** By the name that the field has in a template. */
export const TAG_FIELDS: Readonly<Record<string, (row: TagFields) => string>> = {
  arch: ({ arch }) => arch,
  base: ({ base }) => base,
  port: ({ name }) => name,
  version: ({ version }) => version,
};

/** The release that a package goes to; the tag may be a template, as `{base}` or `{port}-{version}`. */
export function tagOf(row: TagFields, template: string): string {
  return template.replace(/\{([^}]*)\}/g, (whole, name: string) => TAG_FIELDS[name]?.(row) ?? whole);
}
