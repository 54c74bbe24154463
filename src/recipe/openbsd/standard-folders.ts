// Folders that no packing list names, because they are there before any package is: BSD's own (mtree's 4.4BSD.dist), and
// those of packages that nearly all others of their kind depend on. The second kind was counted in lists of real ports.

const FOLDERS: readonly RegExp[] = [
  /^(bin|etc|games|include|info|lib|libdata|libexec|man|sbin|share|var)$/,
  /^include\/X11$/,
  /^lib\/(X11|X11\/app-defaults|debug|pkgconfig)$/,
  /^libdata\/(ldscripts|perl5|perl5\/site_perl|pkgconfig)$/,
  /^etc\/rc\.d$/,
  /^(share\/)?man\/((man|cat)[^/]+|[^/]+\/(man|cat)[^/]+|[a-z]{2}[^/]*)$/,
  /^share\/(aclocal|applications|dict|doc|doc\/pkg-readmes|examples|info|man|misc|nls|pixmaps|pkgconfig|skel)$/,
  /^share\/locale(\/[^/]+(\/LC_MESSAGES)?)?$/,
  /^share\/icons(\/hicolor(\/[^/]+(\/[^/]+)?)?)?$/,
  /^share\/(dbus-1(\/(interfaces|services|system-services))?|glib-2\.0(\/schemas)?|mime(\/packages)?)$/,
  /^lib\/python[0-9.]+(\/site-packages)?$/,
];

export function isStandardFolder(path: string): boolean {
  return FOLDERS.some((pattern) => pattern.test(path));
}
