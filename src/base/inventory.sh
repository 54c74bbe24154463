# In a buildbox over a root of Debian's kind: tells its size in bytes, its packages, and with $1 `hashes` the digests
# of the archives that they came from (from the lists, so nothing is fetched).
set -eu
printf 'size %s\n' "$(du -sb --exclude=/proc --exclude=/sys --exclude=/dev / | cut -f 1)"
dpkg-query -W -f 'package ${Package}\n'
if [ "$1" = hashes ]; then
  dpkg-query -W -f '${Package}:${Architecture}=${Version}\n' | sed 's/:all=/=/' | xargs apt-cache -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= show --no-all-versions |
    awk '$1 == "Package:" { name = $2 } $1 == "Version:" { version = $2 } $1 == "Architecture:" { arch = $2 }
      $1 == "SHA256:" { print "hash", name, version, arch, $2 }'
fi
