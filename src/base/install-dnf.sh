# In a buildbox, as root: installs packages. $1 and $2 as for apt (the lists are always new); the rest: packages.
# Exit: 20 no lists to be had, 21 not installed.
set -u
extent=$1
shift 2
dnf -q makecache || exit 20
docs=
[ "$extent" = whole ] || docs=--nodocs
dnf -y $docs --setopt=install_weak_deps=False install -- "$@" || exit 21
dnf -q clean all
