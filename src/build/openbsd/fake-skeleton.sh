#!/bin/sh
# fake-skeleton make|clear PREFIX: the folders that are there before a port installs anything, below the fake root; and
# away with those that stayed empty. As the tree's fake.mtree has them.
set -- "$1" "/build/fake$2"
cd "$2" 2>/dev/null || { mkdir -p "$2" && cd "$2"; }
set -- "$1" bin include/X11 info lib/pkgconfig lib/X11/app-defaults libdata libexec sbin etc/rc.d
for section in 1 2 3 3f 3p 4 5 6 7 8 9 l n; do set -- "$@" "man/man$section"; done
for folder in dict doc/pkg-readmes examples misc pkgconfig skel; do set -- "$@" "share/$folder"; done
for folder in db games log spool; do set -- "$@" "var/$folder"; done
does=$1
shift
case $does in
  make) exec mkdir -p "$@" ;;
  # A port may have removed some itself.
  clear) rmdir -p --ignore-fail-on-non-empty "$@" 2>/dev/null || : ;;
esac
