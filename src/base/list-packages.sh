# In a buildbox over any root: one line a package, name and version, from whatever keeps the list there.
set -eu
if command -v dpkg-query >/dev/null; then
  dpkg-query -W -f '${db:Status-Status} ${Package} ${Version}\n' | sed -n 's/^installed //p'
elif [ -f /lib/apk/db/installed ]; then
  sed -n 's/^P:/ /p; s/^V://p' /lib/apk/db/installed | while read -r name && read -r version; do
    printf '%s %s\n' "$name" "$version"
  done
elif command -v rpm >/dev/null; then
  rpm -qa --queryformat '%{NAME} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\n' | grep -v '^gpg-pubkey '
fi
