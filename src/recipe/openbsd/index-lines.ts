// INDEX, ports(7): what `make describe` writes, a line for each package of a port, built or not.

import { type Scene, splitWords, subpackagesOf, variableOf } from "./scene.ts";

/** Without the ends of lines. */
export function indexLines(scene: Scene): readonly string[] {
  return subpackagesOf(scene).map((subpackage) => fieldsOf(scene, subpackage).join("|"));
}

function fieldsOf(scene: Scene, subpackage: string): readonly string[] {
  const { evaluation, files } = scene;
  const text = (name: string) => variableOf(scene, name).value.trim();
  const own = (name: string) => text(`${name}${subpackage}`);
  const prefix = own("PREFIX");
  const descr = own("DESCR");
  const isBad = evaluation.isDefined("_BAD_LICENSING");
  const permitted = (name: string) => (isBad ? "?" : text(name).toLowerCase() === "yes" ? "y" : "n");
  return [
    own("FULLPKGNAME"),
    own("FULLPKGPATH"),
    prefix === text("LOCALBASE") ? "" : prefix,
    bareComment(own("_COMMENT")),
    files.source(descr) ? descr.replace(`${text("PORTSDIR")}/`, "") : "/dev/null",
    text("MAINTAINER"),
    splitWords(own("CATEGORIES")).join(" "),
    sorted(own("LIB_DEPENDS")),
    sorted(text("BUILD_DEPENDS").replace(/:(patch|configure|build)(?=\s|$)/g, "")),
    sorted(own("RUN_DEPENDS")),
    archsOf(scene, subpackage),
    permitted(`PERMIT_PACKAGE_CDROM${subpackage}`),
    permitted(`PERMIT_PACKAGE_FTP${subpackage}`),
    permitted("PERMIT_DISTFILES_FTP"),
    ...(isBad ? ["?"] : []),
  ];
}

/** `:S/^"//` and its like, which ports(7) uses, look at each word. */
function bareComment(comment: string): string {
  return splitWords(comment)
    .map((word) => word.replace(/^"/, "").replace(/"$/, "").replace(/^'/, "").replace(/'$/, ""))
    .join(" ");
}

function sorted(words: string): string {
  return [...new Set(splitWords(words))].sort().join(" ");
}

function archsOf({ evaluation }: Scene, subpackage: string): string {
  const only = evaluation.expand(`ONLY_FOR_ARCHS${subpackage}`);
  if (only !== undefined) return only.trim();
  const not = evaluation.expand(`NOT_FOR_ARCHS${subpackage}`);
  return not === undefined ? "any" : `!${not.trim()}`;
}
