# In a buildbox over any root: tells its size in bytes, its packages, and with $1 `hashes` the digests of the archives
# that they came from: apt's from its lists, so that nothing is fetched; the others keep them with what is installed.
set -eu
size() {
  # Alpine's du knows less.
  du -sb --exclude=/proc --exclude=/sys --exclude=/dev / 2>/dev/null ||
    find / -maxdepth 1 -mindepth 1 ! -name proc ! -name sys ! -name dev -exec du -sk {} + | awk '{ sum += $1 } END { print sum * 1024 }'
}
printf 'size %s\n' "$(size | cut -f 1)"
if command -v dpkg-query >/dev/null; then
  dpkg-query -W -f 'package ${Package}\n'
  [ "$1" != hashes ] || dpkg-query -W -f '${Package}:${Architecture}=${Version}\n' | sed 's/:all=/=/' |
    xargs apt-cache -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= show --no-all-versions |
    awk '$1 == "Package:" { name = $2 } $1 == "Version:" { version = $2 } $1 == "Architecture:" { arch = $2 }
      $1 == "SHA256:" { print "hash", name, version, arch, $2 }'
elif [ -f /lib/apk/db/installed ]; then
  sed -n 's/^P:/package /p' /lib/apk/db/installed
  [ "$1" != hashes ] || awk '/^C:/ { sum = substr($0, 3) } /^P:/ { name = substr($0, 3) } /^V:/ { version = substr($0, 3) }
    /^A:/ { print "hash", name, version, substr($0, 3), sum }' /lib/apk/db/installed
else
  rpm -qa --queryformat 'package %{NAME}\n' | grep -v ' gpg-pubkey$'
  [ "$1" != hashes ] || rpm -qa --queryformat 'hash %{NAME} %{EPOCHNUM}:%{VERSION}-%{RELEASE} %{ARCH} %{SHA256HEADER}\n' |
    grep -v '^hash gpg-pubkey '
fi
