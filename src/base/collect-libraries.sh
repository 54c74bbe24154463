# In a buildbox, as root: lays what the loader may find (glibc's or musl's) below $1, with the links that lead there, the
# package manager's lists of files, and an empty file for each program.
set -eu
mkdir -p "$1"
cd /
settings=$(ls -d etc/ld.so.conf etc/ld.so.conf.d/*.conf etc/ld-musl-*.path 2>/dev/null || :)
# Under their real names: what lies behind a link would be taken twice.
named=$(sed -n 's#^[[:space:]]*\(/[^[:space:]]*\).*#\1#p' $settings </dev/null | xargs -r readlink -f | cut -c 2-)
folders=$(ls -d lib lib32 lib64 usr/lib usr/lib32 usr/lib64 usr/local/lib $named 2>/dev/null || :)
lists=$(ls var/lib/dpkg/info/*.list lib/apk/db/installed 2>/dev/null || :)
{
  printf '%s\n' $settings $lists
  find $folders \( -type l -o -name '*.so' -o -name '*.so.*' \) -print
} | sort -u | tar -c -T - -f - | tar -x -C "$1" -f -
# rpm's record is a binary file: it tells itself who brings what, which is written down as dpkg's lists are.
if command -v rpm >/dev/null; then
  owned=$1/var/lib/dpkg/info
  mkdir -p "$owned"
  rpm -qa --queryformat '[%{=NAME} %{FILENAMES}\n]' | while read -r name file; do
    case $file in *.so | *.so.*) printf '%s\n' "$file" >>"$owned/$name.list" ;; esac
  done
fi
for folder in bin sbin usr/bin usr/sbin usr/local/bin usr/local/sbin; do
  if [ -L "$folder" ]; then
    tar -c -f - "$folder" | tar -x -C "$1" -f -
  elif [ -d "$folder" ]; then
    mkdir -p "$1/$folder"
    for program in "$folder"/*; do
      # Through its links: one that leads nowhere is no program.
      if [ -f "$program" ]; then : >"$1/$program"; fi
    done
  fi
done
