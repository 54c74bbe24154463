# In a buildbox over the machine, as root: lays the layers of an image over one another, /tarwright/layers/0 lowest, as
# the OCI image specification has it (layer.md: whiteouts), and leaves /tarwright/out/root.tar. $1: how many.
# Exit: 11 not really root.
set -eu
[ -O /usr/bin ] || exit 11
mkdir /tarwright/root /tarwright/out
cd /tarwright/root
at=0
while [ "$at" -lt "$1" ]; do
  layer=/tarwright/layers/$at
  # What a layer takes away is what those below it have brought, so it goes first.
  tar -t --quoting-style=literal -f "$layer" | grep '\(^\|/\)\.wh\.' | while IFS= read -r path; do
    name=${path##*/}
    case $path in */*) folder=./${path%/*} ;; *) folder=. ;; esac
    [ -d "$folder" ] || continue
    if [ "$name" = .wh..wh..opq ]; then
      find "$folder" -mindepth 1 -delete
    else
      rm -rf -- "$folder/${name#.wh.}"
    fi
  done
  # Every box has a /dev of its own.
  tar -x -p --numeric-owner --xattrs --xattrs-include='*' --recursive-unlink \
    --exclude='.wh.*' --exclude='./dev/*' --exclude='dev/*' -f "$layer"
  rm -f "$layer"
  at=$((at + 1))
done
rm -f etc/resolv.conf etc/hostname .dockerenv
tar -c --sort=name --numeric-owner --xattrs --xattrs-include='*' --one-file-system \
  --format=posix --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime \
  -f /tarwright/out/root.tar .
