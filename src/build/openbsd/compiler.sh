#!/bin/sh
# The base's compiler, seeing what OpenBSD's C library has besides: strlcpy(3), strtonum(3), getprogname(3), err(3) and
# the like, from libbsd, linked in where they are used. No path of the build gets into what it makes. As with the
# compilers that these ports were written for, a variable without a value may stand in several files.
. /build/tools/without-tools
name=${0##*/}
set -- -ffile-prefix-map=/build/work=. -fcommon "$@"
# For another architecture its compiler, and its libraries.
for library in /usr/lib/${HOST_MACHINE:-*}/libbsd.a /usr/lib/libbsd.a; do
  [ -f "$library" ] || continue
  set -- "$@" -isystem /usr/include/bsd -DLIBBSD_OVERLAY -specs=/build/tools/libbsd.specs
  break
done
case ${HOST_MACHINE:+$name} in
  cc | c99 | gcc) name=$HOST_MACHINE-gcc ;;
  c++ | g++) name=$HOST_MACHINE-g++ ;;
esac
case $name in
  cc | c99) command -v "$name" >/dev/null || name=gcc ;;
  c++) command -v "$name" >/dev/null || name=g++ ;;
esac
exec "$name" "$@"
