# In a buildbox over the tools of a base of Debian's kind, as root: unpacks packages of another architecture, $1, with
# what they need, into a root that nobody runs meanwhile. The rest: packages to add to the root that was unpacked before,
# or none for that root itself. Leaves /tarwright/root.tar; says `hash NAME VERSION ARCHITECTURE SHA256` for each
# package, and `size BYTES`.
set -eu
arch=$1
shift
status=/var/lib/tarwright-$arch.status
root=/tarwright/root
archives=/tarwright/archives
mkdir -p $root/var/lib/dpkg/info $archives/partial
[ -e "$status" ] || : >"$status"

# As apt of that architecture would see a machine that has what is unpacked so far.
apt() {
  program=$1
  shift
  "$program" -q -o APT::Architecture="$arch" -o APT::Architectures="$arch" -o Dir::State::status="$status" \
    -o Dir::State::extended_states=/dev/null -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
    -o Dir::Cache::archives=$archives "$@"
}
if [ $# = 0 ]; then
  # What debootstrap calls minbase.
  # shellcheck disable=SC2046
  set -- apt $(apt apt-cache dumpavail | awk '
    /^Package:/ { name = $2; wanted = 0 } /^Essential: yes/ || /^Priority: required/ { wanted = 1 }
    /^$/ { if (wanted) print name; wanted = 0 }' | sort -u)
fi
apt apt-get -y --no-install-recommends --download-only -- install "$@" >&2

# Where the tools have one folder for both, the target has, too: no package says so.
for folder in bin sbin lib lib32 lib64; do
  if [ -L "/$folder" ]; then
    mkdir -p "$root/usr/$folder"
    ln -s "usr/$folder" "$root/$folder"
  fi
done
for package in $archives/*.deb; do
  [ -e "$package" ] || continue
  name=$(dpkg-deb -f "$package" Package)
  owner=$name
  if [ "$(dpkg-deb -f "$package" Multi-Arch)" = same ]; then owner=$name:$arch; fi
  dpkg-deb --fsys-tarfile "$package" | tar -x -p --numeric-owner --keep-directory-symlink -C $root
  dpkg-deb --fsys-tarfile "$package" | tar -t | sed 's#^\./#/#; s#\(.\)/$#\1#' >"$root/var/lib/dpkg/info/$owner.list"
  { dpkg-deb -f "$package" | sed '1a Status: install ok installed'; echo; } >>"$status"
  echo "hash $(dpkg-deb -f "$package" Package Version Architecture | sed 's/.*: //' | tr '\n' ' ')$(sha256sum <"$package" | cut -d ' ' -f 1)"
done
cp "$status" $root/var/lib/dpkg/status

# What scripts of packages would do that programs can't do without.
accounts=$root/usr/share/base-passwd
if [ -e $accounts/passwd.master ]; then
  mkdir -p $root/etc
  cp $accounts/passwd.master $root/etc/passwd
  cp $accounts/group.master $root/etc/group
fi
if [ -e $root/usr/bin/mawk ]; then ln -sf mawk $root/usr/bin/awk; fi
if [ -e $root/bin/dash ]; then ln -sf dash $root/bin/sh; fi
printf 'size %s\n' "$(du -sb $root | cut -f 1)"
tar -c --sort=name --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --clamp-mtime -C $root -f /tarwright/root.tar .
rm -rf $root $archives
