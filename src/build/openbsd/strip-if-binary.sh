#!/bin/sh
# strip(1) for install(1), which gives up when it is told that a file is no program.
. /build/tools/without-tools
machine=${BUILD_MACHINE:+$HOST_MACHINE}
"${machine:+$machine-}strip" "$@" 2>/dev/null || :
