import { expect, test } from "vitest";
import { nameRecipe } from "../../src/recipe/recipe.ts";

/** Names as GoboLinux spells them. */
const cases: readonly { readonly url: string; readonly name: string; readonly version: string }[] = [
  { url: "https://example.org/joe-4.6.tar.gz", name: "Joe", version: "4.6" },
  { url: "https://example.org/pub/libpng-1.6.40.tar.xz", name: "LibPNG", version: "1.6.40" },
  { url: "https://example.org/gtk-engines-2.20.tar.bz2", name: "GTK-Engines", version: "2.20" },
  { url: "https://example.org/xmms-1.2.11.tgz", name: "XMMS", version: "1.2.11" },
  { url: "https://example.org/foo_1.2.orig.tar.gz", name: "Foo", version: "1.2" },
  { url: "https://example.org/foo-baz2_1.2-3.tar.gz", name: "Foo-Baz2", version: "1.2_3" },
  { url: "https://example.org/libtasn1-6_4.19.0.orig.tar.gz", name: "LibTasn1-6", version: "4.19.0" },
  { url: "https://example.org/foo1.2.tar.gz", name: "Foo", version: "1.2" },
  { url: "https://example.org/foo-1.2-src.tar.gz", name: "Foo", version: "1.2" },
  { url: "https://example.org/foo-1.2.src.tar.gz", name: "Foo", version: "1.2" },
  { url: "https://example.org/foo-1.2-linux-x86_64.tar.gz", name: "Foo", version: "1.2" },
  { url: "https://github.com/owner/thing/archive/v1.2.tar.gz", name: "Thing", version: "1.2" },
  { url: "https://github.com/owner/thing/archive/refs/tags/v1.2.tar.gz", name: "Thing", version: "1.2" },
  { url: "https://github.com/owner/thing/archive/REL_1_2_3.tar.gz", name: "Thing", version: "1.2.3" },
  {
    url: "https://github.com/o/thing/releases/download/v1.2/thing-1.2.tar.xz",
    name: "Thing",
    version: "1.2",
  },
  { url: "https://gitlab.com/group/thing/-/archive/1.2/thing-1.2.tar.gz", name: "Thing", version: "1.2" },
  { url: "https://downloads.sourceforge.net/boost/boost_1_55_0.tar.bz2", name: "Boost", version: "1.55.0" },
  { url: "https://sourceforge.net/projects/foo/files/foo-1.2.tar.gz/download", name: "Foo", version: "1.2" },
  { url: "https://example.org/get.php?file=foo-1.2.tar.gz", name: "Foo", version: "1.2" },
  { url: "https://example.org/releases/1.2/foo.tar.gz", name: "Foo", version: "1.2" },
  { url: "https://example.org/ImageMagick-7.0.tar.gz", name: "ImageMagick", version: "7.0" },
  { url: "https://example.org/foo-1.0rc1.tar.gz", name: "Foo", version: "1.0rc1" },
  { url: "https://example.org/unzip552.tar.gz", name: "Unzip", version: "552" },
  { url: "https://example.org/font-misc-X11R7.0-1.0.1.tar.bz2", name: "Font-Misc", version: "1.0.1" },
];

for (const { url, name, version } of cases) {
  test(`a recipe's name and version: ${url.replace("https://", "")}`, () => {
    const named = nameRecipe(url, { dialect: "gobolinux" });
    expect(named).toEqual({ ok: true, value: { dialect: "gobolinux", name, version } });
  });
}

const refused: readonly {
  readonly url: string;
  readonly given?: object;
  readonly messages: readonly string[];
}[] = [
  {
    url: "https://example.org/latest.tar.gz",
    messages: ["`https://example.org/latest.tar.gz` tells no version"],
  },
  {
    url: "https://example.org/foo-1.2.tar.gz",
    given: { name: "../foo" },
    messages: ["`../foo` can't be the name of a recipe"],
  },
  {
    url: "https://example.org/foo-1.2.tar.gz",
    given: { version: "1/2" },
    messages: ["`1/2` can't be the version of a recipe"],
  },
  {
    url: "https://example.org/foo-1.2.tar.gz",
    given: { name: "a;b", version: "$(id)" },
    messages: ["`a;b` can't be the name of a recipe", "`$(id)` can't be the version of a recipe"],
  },
];

for (const { url, given, messages } of refused) {
  test(`a recipe's name and version: refused, ${messages.join(", ")}`, () => {
    const named = nameRecipe(url, { dialect: "gobolinux", ...given });
    expect(named.ok ? [] : named.error.map(({ message }) => message)).toEqual(messages);
  });
}
