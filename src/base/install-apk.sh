# In a buildbox, as root: installs packages. $1 and $2 as for apt (neither matters here); the rest: packages.
# Exit: 20 no lists to be had, 21 not installed.
set -u
shift 2
apk update || exit 20
apk add -- "$@" || exit 21
rm -rf /var/cache/apk/*
