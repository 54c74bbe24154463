#!/bin/sh
# GNU's programs under the names that OpenBSD's ports have for them, where the base has them as its own.
. /build/tools/without-tools
name=${0##*/}
command -v "$name" >/dev/null || name=${name#g}
exec "$name" "$@"
