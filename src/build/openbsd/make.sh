#!/bin/bash
# make(1), which is BSD's where the base has it, unless MAKE_DIALECT says `gnu`; as `gmake`, GNU's. Under the name that was
# asked for, by which makefiles start it again.
name=${0##*/}
path=$PATH
. /build/tools/without-tools
case $name-${MAKE_DIALECT:-bsd} in
  make-bsd) program=$(command -v bmake || command -v make) ;;
  *) program=$(command -v gmake || command -v make) ;;
esac
export PATH="$path"
# <bsd.man.mk> of other BSDs installs pages that are formatted already.
export MANTARGET="${MANTARGET:-man}"
exec -a "$name" "${program:?}" "$@"
