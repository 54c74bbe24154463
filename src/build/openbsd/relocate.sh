#!/bin/sh
# relocate FOLDER PREFIX: what is built for OpenBSD lives in /usr/local, and its sources say so in makefiles, default
# paths and documents. Text alone is changed, and no time of change, which makefiles would take for one.
set -e
cd "$1"
stamp=$(mktemp)
grep -rlI '/usr/local' . 2>/dev/null | while IFS= read -r file; do
  [ -L "$file" ] && continue
  touch -r "$file" "$stamp"
  sed "s|/usr/local\\([^A-Za-z0-9_-]\\)|$2\\1|g; s|/usr/local\$|$2|" "$file" >"$stamp.text"
  # Some archives have their files read-only.
  mode=
  [ -w "$file" ] || mode=u-w
  chmod u+w "$file"
  cat "$stamp.text" >"$file"
  [ -z "$mode" ] || chmod "$mode" "$file"
  touch -r "$stamp" "$file"
done
rm -f "$stamp" "$stamp.text"
