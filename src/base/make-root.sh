# In a buildbox over the machine, as root: makes the root of a base. $1: suite; $2: sources.list, or empty for the
# maker's own choice; the rest: packages that the tools layer will want. Leaves /tarwright/root.tar, and in
# /tarwright/state what apt would fetch a second time.
set -eu
suite=$1
sources=$2
shift 2
state=/tarwright/state
mkdir -p $state/var/lib/apt/lists $state/var/cache/apt/archives $state/etc/apt/apt.conf.d

# Proxies and the like, not the machine's hooks and habits. They may hold a password: builds must not read them.
umask 077
apt-config dump | grep -E '^Acquire::(http|https|ftp|tor|Retries|ForceIPv|Check-|AllowInsecure|Max-)' \
  >$state/etc/apt/apt.conf.d/90machine || true
# Lists of packages are kept for the layers to come: a fifth of the size.
echo 'Acquire::GzipIndexes "true";' >>$state/etc/apt/apt.conf.d/90machine
case $sources in
*://*@*) printf '%s\n' "$sources" >$state/etc/apt/sources.list ;;
esac
umask 022
case $sources in
*mirror+file:*)
  mkdir -p $state/etc/apt/mirrors
  cp -r /etc/apt/mirrors/. $state/etc/apt/mirrors/
  ;;
esac

# Runs when the root is complete, outside of it, with its apt: one download for both layers.
cat >/tarwright/complete <<'HOOK'
set -eu
root=$1
shift
rm -f "$root/etc/resolv.conf" "$root/etc/hostname" "$root/etc/apt/apt.conf.d/99mmdebstrap"
[ ! -e "$root/etc/apt/sources.list" ] || sed -i 's#://[^/@ ]*@#://#' "$root/etc/apt/sources.list"
[ -n "${MMDEBSTRAP_APT_CONFIG:-}" ] || exit 0
export APT_CONFIG="$MMDEBSTRAP_APT_CONFIG"
apt-get -qy --no-install-recommends --download-only install "$@"
mv "$root"/var/cache/apt/archives/*.deb /tarwright/state/var/cache/apt/archives/
find "$root/var/lib/apt/lists" -maxdepth 1 -type f ! -name lock -exec mv -t /tarwright/state/var/lib/apt/lists {} +
HOOK

by_mmdebstrap() {
  hooks=/usr/share/mmdebstrap/hooks/maybe-merged-usr
  [ -d $hooks ] && hooks="--hook-dir=$hooks" || hooks=
  mmdebstrap --verbose --mode=root --variant=minbase --format=tar $hooks \
    --aptopt=$state/etc/apt/apt.conf.d/90machine \
    --customize-hook="sh /tarwright/complete \"\$1\" $*" \
    "$suite" /tarwright/root.tar ${sources:+-}
}

# Reproducible as far as it goes: its logs and caches are left out.
by_debootstrap() {
  root=/tarwright/root
  mirror=$(printf '%s\n' "$sources" | sed -n 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' | head -n 1)
  debootstrap --variant=minbase "$suite" $root $mirror
  cd $root
  [ -z "$sources" ] || printf '%s\n' "$sources" >etc/apt/sources.list
  # It knows one suite: what was mended since the release comes by apt, and the lists stay for the layers to come.
  cp $state/etc/apt/apt.conf.d/90machine etc/apt/apt.conf.d/99tarwright
  printf '#!/bin/sh\nexit 101\n' >usr/sbin/policy-rc.d
  chmod 755 usr/sbin/policy-rc.d
  mount -t proc proc proc
  chroot . apt-get -q update
  chroot . apt-get -qy --no-install-recommends -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confnew dist-upgrade
  umount proc
  rm -f usr/sbin/policy-rc.d etc/apt/apt.conf.d/99tarwright
  find var/lib/apt/lists -maxdepth 1 -type f ! -name lock -exec mv -t $state/var/lib/apt/lists {} +
  sh /tarwright/complete $root
  rm -rf var/cache/apt/*.bin var/cache/apt/archives/*.deb var/lib/apt/lists/* var/lib/apt/extended_states var/log/*.log \
    var/log/apt/* var/cache/ldconfig/* var/lib/dpkg/*-old var/cache/debconf/*-old etc/*- debootstrap
  [ ! -e etc/machine-id ] || : >etc/machine-id
  tar -c --sort=name --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --clamp-mtime --one-file-system \
    --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' -f /tarwright/root.tar .
}

if command -v mmdebstrap >/dev/null; then
  printf '%s\n' "$sources" | by_mmdebstrap "$@"
else
  by_debootstrap "$@"
fi
rm -f /tarwright/complete
