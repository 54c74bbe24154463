# In a buildbox, as root: lays what the loader may find (glibc's or musl's) below $1, with the links that lead there.
set -eu
mkdir -p "$1"
cd /
settings=$(ls -d etc/ld.so.conf etc/ld.so.conf.d/*.conf etc/ld-musl-*.path 2>/dev/null || :)
# Under their real names: what lies behind a link would be taken twice.
named=$(sed -n 's#^[[:space:]]*\(/[^[:space:]]*\).*#\1#p' $settings </dev/null | xargs -r readlink -f | cut -c 2-)
folders=$(ls -d lib lib32 lib64 usr/lib usr/lib32 usr/lib64 usr/local/lib $named 2>/dev/null || :)
{
  printf '%s\n' $settings
  find $folders \( -type l -o -name '*.so' -o -name '*.so.*' \) -print
} | sort -u | tar -c -T - -f - | tar -x -C "$1" -f -
