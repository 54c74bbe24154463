// A repository for heroku-modular-buildpack: a list of packages, in its plain format, and the one script that all its
// lines lead to.

import { createHash } from "node:crypto";
import { bestFor, type Package, stemOf } from "../port/port.ts";

export const REPOSITORY_NAME = "index";
export const INSTALLER_NAME = "modular-buildpack.sh";

/** Where the buildpack unpacks, and the app finds it: a package for any other place is not for it. */
const VENDOR = /^\/app\/vendor\/[^/]+$/;

/** Empty when no package is one that the buildpack could install. */
export function buildpackFiles(
  rows: readonly Package[],
  downloadUrl: string,
): readonly { readonly name: string; readonly text: string }[] {
  const usable = rows.filter(({ layout, prefix }) => layout === "vendor" && VENDOR.test(prefix));
  if (usable.length === 0) return [];
  const offers = offersOf(usable);
  const installer = installerText(offers, { rows: usable, downloadUrl });
  const md5 = createHash("md5").update(installer).digest("hex");
  const names = [...new Set(offers.map(({ name }) => name))].sort();
  const lines = names.map((name) => {
    const comment = offers.find((one) => one.name === name)?.row.comment ?? "";
    return `${name} ${downloadUrl}/${INSTALLER_NAME} ${md5} # ${comment.replace(/[^\x20-\x7e]/g, " ")}\n`;
  });
  return [
    { name: REPOSITORY_NAME, text: lines.join("") },
    { name: INSTALLER_NAME, text: installer },
  ];
}

/** A name that an app may ask for, and what it gets on one base and machine. */
type Offer = { readonly name: string; readonly row: Package };

/** By full name, and the best of each stem by that alone. */
function offersOf(rows: readonly Package[]): readonly Offer[] {
  const offers = new Map<string, Offer>();
  const place = ({ base, arch }: Package) => `${base} ${arch}`;
  for (const row of rows) {
    const near = rows.filter(
      (one) => place(one) === place(row) && stemOf(one.fullpkgname) === stemOf(row.fullpkgname),
    );
    const best = bestFor(near, { spec: "", pkgpath: row.fullpkgpath.split(",")[0] ?? "" }) ?? row;
    const stem = stemOf(row.fullpkgname);
    offers.set(`${stem} ${place(row)}`, { name: stem, row: best });
    offers.set(`${row.fullpkgname} ${place(row)}`, { name: row.fullpkgname, row });
  }
  return [...offers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, offer]) => offer);
}

type Surroundings = { readonly rows: readonly Package[]; readonly downloadUrl: string };

/**
 * Sourced by the buildpack with PACKAGE, BUILD_DIR and CACHE_DIR set, and INSTALLER_DIR, the address it came from, if
 * it came from one. It fetches by itself, since the buildpack's own function follows no redirection, and GitHub
 * redirects; and checks SHA-256, since the buildpack knows MD5 only.
 */
function installerText(offers: readonly Offer[], { rows, downloadUrl }: Surroundings): string {
  const bases = [...new Set(rows.map(({ base }) => base))].sort();
  const only = bases.length === 1 ? bases[0] : undefined;
  return `#!/bin/sh
# Installs packages of ${downloadUrl}
# for https://github.com/JorgenEvens/heroku-modular-buildpack, which sources this script.

tarwright_select() {
  case "$1 $2 $3" in
${offers.map((offer) => `    ${word(`${offer.name} ${offer.row.base} ${offer.row.arch}`)}) ${choice(offer)} ;;`).join("\n")}
    *) return 1 ;;
  esac
}

tarwright_needs() {
  case "$1" in
${rows.flatMap((row) => needs(row, rows)).join("\n")}
    *) ;;
  esac
}

tarwright_fetch() {
  case "\${INSTALLER_DIR:-}" in
    http://* | https://*) tarwright_from="$INSTALLER_DIR" ;;
    *) tarwright_from=${word(downloadUrl)} ;;
  esac
  tarwright_archive="$CACHE_DIR/tarwright/$tarwright_sha256"
  mkdir -p "$CACHE_DIR/tarwright"
  if ! echo "$tarwright_sha256  $tarwright_archive" | sha256sum -c >/dev/null 2>&1; then
    curl -fsSL --retry 3 -o "$tarwright_archive" "$tarwright_from/$tarwright_file" || return 1
  fi
  echo "$tarwright_sha256  $tarwright_archive" | sha256sum -c >/dev/null 2>&1
}

tarwright_install() {
  tarwright_base="\${STACK:-${only ?? ""}}"
  if ! tarwright_select "$1" "$tarwright_base" "$(uname -m)"; then
    print_action "There is no package $1 for the stack \\"$tarwright_base\\" on $(uname -m)"
    exit 1
  fi
  for tarwright_need in $(tarwright_needs "$tarwright_file"); do
    dependency_require "$tarwright_need"
  done
  # The dependencies have chosen for themselves.
  tarwright_select "$1" "\${STACK:-${only ?? ""}}" "$(uname -m)"
  print_action "Installing $tarwright_file"
  if ! tarwright_fetch; then
    print_action "$tarwright_file could not be fetched, or is not what was published"
    exit 1
  fi
  mkdir -p "$BUILD_DIR/vendor" "$BUILD_DIR/.profile.d"
  tar -C "$BUILD_DIR/vendor" -xzf "$tarwright_archive" || exit 1
  for tarwright_profile in "$tarwright_top/Resources/profile.sh" "$tarwright_top/Resources/$tarwright_stem/profile.sh"; do
    if [ -f "$BUILD_DIR/vendor/$tarwright_profile" ]; then
      cp "$BUILD_DIR/vendor/$tarwright_profile" "$BUILD_DIR/.profile.d/$tarwright_stem.sh"
    fi
  done
}

tarwright_install "$PACKAGE"
`;
}

function choice({ row }: Offer): string {
  const top = row.prefix.slice(row.prefix.lastIndexOf("/") + 1);
  const facts = [
    ["file", row.file],
    ["sha256", row.sha256],
    ["top", top],
    ["stem", stemOf(row.fullpkgname)],
  ];
  return facts.map(([name = "", value = ""]) => `tarwright_${name}=${word(value)}`).join("; ");
}

/** By full name: two versions of a dependency may lie in one release. */
function needs(row: Package, rows: readonly Package[]): readonly string[] {
  const names = row.depends.flatMap(({ contentDigest }) => {
    const found = rows.find((one) => contentDigest !== undefined && one.contentDigest === contentDigest);
    return found ? [found.fullpkgname] : [];
  });
  return names.length === 0 ? [] : [`    ${word(row.file)}) echo ${names.map(word).join(" ")} ;;`];
}

function word(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
