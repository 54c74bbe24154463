# In a buildbox, as root: installs packages, from the lists that are there or, where there are none, from new ones.
# $1: `lean` leaves manuals out, `whole` does not; $2: `pinned` takes what is in the lists or nothing, `latest` reads them
# anew when that fails; $3: another architecture that is built for, or -; the rest: packages. `NAME:target` is of that
# architecture, unless it is a tool. Exit: 20 no lists to be had, 21 not installed.
set -u
extent=$1
lists=$2
foreign=$3
shift 3
policy=/usr/sbin/policy-rc.d
# Services must not start in a box.
if [ ! -e $policy ]; then
  printf '#!/bin/sh\nexit 101\n' >$policy
  chmod 755 $policy
else
  policy=
fi
has_lists() {
  ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1
}
if ! has_lists; then
  lists=pinned
  apt-get -q update
  has_lists || exit 20
fi
excludes=
if [ "$extent" = lean ]; then
  # A build reads no manuals; the layer is a third smaller without them.
  for folder in man doc info locale; do
    excludes="$excludes -o Dpkg::Options::=--path-exclude=/usr/share/$folder/*"
  done
fi
install() {
  set -f
  apt-get -qy --no-install-recommends $excludes \
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o Dpkg::Use-Pty=0 \
    -o Dpkg::Options::=--force-unsafe-io -o Dpkg::Options::=--force-confnew \
    install -- "$@"
  set -- $?
  set +f
  return "$1"
}
# Debian says of most which they are; of the others their names do.
of_target() {
  case $(apt-cache show --no-all-versions "$1:$foreign" 2>/dev/null | sed -n 's/^\(Multi-Arch\|Architecture\): //p' | tr '\n' ' ') in
  *same*) echo "$1:$foreign" ;;
  # Of what fits all, apt knows no other architecture.
  '' | *foreign* | *all*) echo "$1" ;;
  *) case $1 in lib* | *-dev) echo "$1:$foreign" ;; *) echo "$1" ;; esac ;;
  esac
}
for package; do
  shift
  case $package in *:target) package=$(of_target "${package%:target}") ;; esac
  set -- "$@" "$package"
done
install "$@" || { [ "$lists" = latest ] && apt-get -q update && install "$@"; } || exit 21
rm -f $policy /var/cache/apt/archives/*.deb
# Only the tools layer keeps the lists, for the layers on it.
[ "$extent" = lean ] || rm -rf /var/lib/apt/lists/*
