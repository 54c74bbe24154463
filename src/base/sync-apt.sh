# In a buildbox over a root of Debian's kind, as root, with apt's lists and settings in /tarwright/state: what `base sync`
# does, step by step. $1: the step; the rest: packages, as NAME or NAME=VERSION.
#   look: reads the lists anew; prints `offer NAME VERSION` for each package of the rest that some repository has
#   known: prints the names of all that the repositories have
#   install: brings them, in these versions
#   purge: keeps the packages of the rest, and what needs no word of theirs goes
#   expel: removes the packages of the rest, essential ones too, unless another needs them; prints `need WHO WHAT`
#   clean: leaves nothing of apt's work
# Exit: 20 no lists to be had, 21 not installed, 22 not removed.
set -u
step=$1
shift
state=/tarwright/state
export APT_CONFIG=/tarwright/apt.conf
if [ ! -e $APT_CONFIG ]; then
  # Settings of the root itself, and over them those that its tools were brought with.
  mkdir -p /tarwright/apt $state/etc/apt $state/var/lib/apt/lists/partial $state/var/cache/apt/archives/partial
  cp -a /etc/apt/. /tarwright/apt/
  cp -a $state/etc/apt/. /tarwright/apt/
  cat >$APT_CONFIG <<CONF
Dir::Etc "/tarwright/apt";
Dir::State::lists "$state/var/lib/apt/lists";
Dir::Cache::archives "$state/var/cache/apt/archives";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
APT::Install-Recommends "false";
APT::AutoRemove::RecommendsImportant "false";
APT::AutoRemove::SuggestsImportant "false";
Dpkg::Use-Pty "0";
Dpkg::Options { "--force-unsafe-io"; "--force-confnew"; };
CONF
  # Services must not start in a box.
  [ -e /usr/sbin/policy-rc.d ] || {
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod 755 /usr/sbin/policy-rc.d
    : >/tarwright/policy
  }
fi
set -f
case $step in
look)
  # Lists that are there serve where nobody can be reached.
  apt-get -q update || ls $state/var/lib/apt/lists | grep -q _Packages || exit 20
  apt-cache madison "$@" 2>/dev/null | sed -n 's/^ *\([^ |]*\) *| *\([^ |]*\) *|.*/offer \1 \2/p'
  ;;
known)
  apt-cache pkgnames
  ;;
install)
  apt-get -qy --allow-downgrades --allow-change-held-packages --allow-remove-essential install -- "$@" || exit 21
  ;;
purge)
  dpkg-query -W -f '${db:Status-Status} ${binary:Package}\n' | sed -n 's/^installed //p' | xargs apt-mark -qq auto || exit 22
  apt-mark -qq manual "$@" || exit 22
  apt-get -qy --purge autoremove || exit 22
  ;;
expel)
  # Those of which only settings are left, too.
  removed=$(dpkg-query -W -f '${db:Status-Status} ${binary:Package}\n' | sed -n 's/^config-files //p')
  force=--force-remove-essential
  ! dpkg --force-help | grep -q remove-protected || force="$force --force-remove-protected"
  [ "$#$removed" = 0 ] || dpkg --purge --abort-after=10000 $force -- "$@" $removed 2>&1 |
    sed -n -e '/ depends on /!d; s/[.;]$//; s/^ \([^ ]*\) depends on \([^ ]*\).*/need \1 \2/p'
  ;;
clean)
  set +f
  [ ! -e /tarwright/policy ] || rm -f /usr/sbin/policy-rc.d
  rm -rf $state/var/cache/apt/archives/*.deb /tarwright/apt /tarwright/apt.conf /tarwright/policy
  rm -rf /var/cache/apt/* /var/lib/apt/lists/* /var/lib/apt/extended_states
  rm -f /var/lib/dpkg/*-old /var/cache/debconf/*-old
  mkdir -p /var/cache/apt/archives/partial /var/lib/apt/lists/partial
  ;;
esac
