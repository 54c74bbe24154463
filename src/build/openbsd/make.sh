#!/bin/bash
# make(1), which is BSD's where the base has it; as `gmake`, GNU's. Under the name that was asked for, by which makefiles
# start it again.
name=${0##*/}
path=$PATH
. /build/tools/without-tools
case $name in
  make) program=$(command -v bmake || command -v make) ;;
  gmake) program=$(command -v gmake || command -v make) ;;
esac
export PATH="$path"
exec -a "$name" "${program:?}" "$@"
