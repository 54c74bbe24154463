import type { Dependency, Port, Subpackage } from "../port/port.ts";
import type { PortReading } from "../recipe/recipe.ts";
import { dependencyText } from "./port-view.ts";

/**
 * A line of OpenBSD's INDEX (ports(7), `make describe`) for each package of a port, dropped ones too. An OpenBSD port
 * has its own; of others, fields that have no counterpart are as OpenBSD writes them when they are not set.
 */
export function indexRows({ port, index }: PortReading): readonly string[] {
  if (index) return index().map((line) => `${line}\n`);
  return [...port.packages, ...port.dropped].map((one) => `${fields(port, one).join("|")}\n`);
}

function fields(port: Port, { fullpkgname, fullpkgpath, comment, depends }: Subpackage): readonly string[] {
  const category = port.pkgpath.includes("/") ? port.pkgpath.slice(0, port.pkgpath.indexOf("/")) : "";
  const packagePermitted = yesOrNo(port.permit.package.value);
  return [
    fullpkgname,
    fullpkgpath,
    port.prefix,
    comment,
    "/dev/null", // the file with the description
    "", // maintainer
    category,
    dependencies(depends.lib),
    dependencies(port.depends.build),
    dependencies(depends.run),
    "any", // architectures
    packagePermitted, // on CD-ROM
    packagePermitted, // by FTP
    yesOrNo(port.permit.distfiles.value),
  ];
}

function dependencies(all: readonly Dependency[]): string {
  return [...new Set(all.map(dependencyText))].sort().join(" ");
}

function yesOrNo(permitted: true | string): string {
  return permitted === true ? "y" : "n";
}
