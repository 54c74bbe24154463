# In a buildbox over the machine, as root: brings what makes a root of Debian's kind. Prints nothing on standard
# output but the indexes that apt knows, in the format $1. $2: package with the archive's keys.
# Exit: 11 not really root, 12 no apt here, 13 apt can't read its mirrors, 14 no mmdebstrap to be had, 15 no keys.
set -u
format=$1
keyring=$2
[ -O /usr/bin ] || exit 11
command -v apt-get >/dev/null || exit 12

# Unpacked, not installed: scripts need no set-up, and the triggers of a full machine take longer than the base.
bring() {
  rm -f /var/cache/apt/archives/*.deb
  apt-get -qy --no-install-recommends --download-only install "$@" >&2 || return 1
  for package in /var/cache/apt/archives/*.deb; do
    [ ! -e "$package" ] || dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C / || return 1
  done
}

# The machine may have other sources that can't be reached, or lists that are new enough.
reached=yes
apt-get -q -o APT::Update::Error-Mode=any update >&2 || reached=no
command -v mmdebstrap >/dev/null || bring mmdebstrap || command -v debootstrap >/dev/null || bring debootstrap || {
  [ $reached = yes ] && exit 14 || exit 13
}
dpkg-query -W "$keyring" >/dev/null 2>&1 || bring "$keyring" || {
  [ $reached = yes ] && exit 15 || exit 13
}
apt-get indextargets --format "$format" 'Created-By: Packages'
