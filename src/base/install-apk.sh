# In a buildbox, as root: installs packages. $1: `lean` leaves manuals out, `whole` does
# not; the rest: packages. Exit: 20 no lists to be had, 21 not installed.
set -u
shift
apk update || exit 20
apk add -- "$@" || exit 21
rm -rf /var/cache/apk/*
