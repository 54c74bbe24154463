import type { Span } from "../report.ts";

/** Another port, by `pkgspec:pkgpath`; `spec` is empty when the dependency's own default serves. */
export type Dependency = { readonly spec: string; readonly pkgpath: string; readonly span: Span };

/** Something that the base itself can supply. */
export type SystemDependency =
  /** By neutral name, resolved through the providers table. */
  | { readonly kind: "neutral"; readonly name: string; readonly span: Span }
  /** By the package manager's own names. */
  | {
      readonly kind: "native";
      readonly manager: "apt" | "apk" | "dnf";
      readonly build: readonly string[];
      readonly run: readonly string[];
      readonly span: Span;
    };

/** Package names of one neutral library or tool in one distribution family. */
export type Provider = { readonly build: readonly string[]; readonly run: readonly string[] };

/** Neutral name → package manager → packages. */
export type Providers = ReadonlyMap<string, ReadonlyMap<"apt" | "apk" | "dnf", Provider>>;
