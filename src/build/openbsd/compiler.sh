#!/bin/sh
# The base's compiler, seeing what OpenBSD's C library has besides: strlcpy(3), strtonum(3), getprogname(3), err(3) and
# the like, from libbsd, and what that has not from an archive of our own, both linked in where they are used. No path of
# the build gets into what it makes. As with the compilers that these ports were written for, a variable without a value
# may stand in several files.
. /build/tools/without-tools
name=${0##*/}
tools=/build/tools
set -- -ffile-prefix-map=/build/work=. -ffile-prefix-map=$tools=. -fcommon "$@"
# For another architecture its compiler, and its libraries. bmake exports a HOST_MACHINE, too, for this one.
machine=${BUILD_MACHINE:+$HOST_MACHINE}
for library in /usr/lib/${machine:-*}/libbsd.a /usr/lib/libbsd.a; do
  [ -f "$library" ] || continue
  set -- "$@" -isystem $tools/include -isystem /usr/include/bsd -DLIBBSD_OVERLAY -specs=$tools/libbsd.specs -L$tools
  if [ ! -f $tools/libopenbsd.a ]; then
    # Beside, then renamed: several compilers may come here at once. The empty ones are in the C library here.
    made=$(mktemp -d $tools/libopenbsd.XXXXXX) && "${machine:+$machine-}gcc" -O2 -fPIC -c $tools/libc.c -o "$made/libc.o" &&
      "${machine:+$machine-}ar" rcs "$made/libopenbsd.a" "$made/libc.o" &&
      for empty in iconv intl execinfo; do "${machine:+$machine-}ar" rcs "$made/lib$empty.a"; done &&
      mv "$made"/libiconv.a "$made"/libintl.a "$made"/libexecinfo.a "$made"/libopenbsd.a $tools
    rm -rf "$made"
  fi
  break
done
case ${machine:+$name} in
  cc | c99 | gcc) name=$machine-gcc ;;
  c++ | g++) name=$machine-g++ ;;
esac
case $name in
  cc | c99) command -v "$name" >/dev/null || name=gcc ;;
  c++) command -v "$name" >/dev/null || name=g++ ;;
esac
exec "$name" "$@"
