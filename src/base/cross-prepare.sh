# In a buildbox over the tools of a base of Debian's kind, as root: lets apt know another architecture, $1, too.
# Exit: 20 no lists to be had, 21 the mirror has no such architecture.
set -u
dpkg --add-architecture "$1" || exit 20
apt-get -q -o APT::Update::Error-Mode=any update || exit 20
apt-cache show --no-all-versions "libc6:$1" >/dev/null || exit 21
