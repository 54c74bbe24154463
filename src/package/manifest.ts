import { ARCHES, type Arch, type Package } from "../port/port.ts";
import { ok, type Result } from "../report.ts";
import { dependOf } from "./index-file.ts";
import { ABSOLUTE, field, fileName, list, matching, PREFIX, text, WrongShape, word } from "./shape.ts";

/** What a package says of itself, as far as it matters where the package runs. */
export type Manifest = Pick<
  Package,
  "fullpkgname" | "flavors" | "base" | "layout" | "prefix" | "depends" | "systemPackages"
> & {
  readonly pkgpath: string;
  readonly arch: Arch;
};

/** `Resources/Manifest.json`, or a clause that says why it is none. */
export function parseManifest(content: string): Result<Manifest, string> {
  try {
    const value: unknown = JSON.parse(content);
    const at = (name: string) => field({ value, where: "it" }, name);
    return ok({
      fullpkgname: fileName(at("fullpkgname")),
      pkgpath: text(at("pkgpath")),
      flavors: list(at("flavors")).map(text),
      base: text(at("base")),
      arch: word(at("arch"), ARCHES),
      layout: word(at("layout"), ["vendor", "programs"]),
      prefix: matching(at("prefix"), PREFIX, ABSOLUTE),
      depends: list(at("depends")).map(dependOf),
      systemPackages: list(at("systemPackages")).map(text),
    });
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof WrongShape)) throw error;
    return { ok: false, error: error.message };
  }
}
