# In a buildbox over a root of Alpine's kind, as root: what `base sync` does, step by step. The steps are those of
# sync-apt.sh. apk keeps the list itself, as its `world`: what is on it comes, and what nothing on it needs goes.
# Exit: 20 no lists to be had, 21 not installed.
set -uf
step=$1
shift
case $step in
look)
  apk update >&2 || exit 20
  # One that is installed stands there, too: that is no repository.
  apk policy "$@" | awk '
    /^[^ ].* policy:$/ { name = $1 }
    /^  [^ ].*:$/ { version = substr($1, 1, length($1) - 1) }
    /^    / && !/\/db\/installed$/ { print "offer", name, version }'
  ;;
known)
  apk search -q
  ;;
install)
  printf '%s\n' "$@" | LC_ALL=C sort >/etc/apk/world
  apk --purge --no-progress add || exit 21
  ;;
purge) ;;
expel)
  for one in "$@"; do
    apk info -qr "$one" | sed "/^$/d; s/-[^-]*-r[0-9]*\$//; s/^\(.*\)\$/need \1 $one/"
  done
  ;;
clean)
  set +f
  rm -rf /var/cache/apk/* /lib/apk/db/lock /var/log/apk.log
  ;;
esac
