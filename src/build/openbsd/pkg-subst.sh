#!/bin/sh
# pkg_subst(1): fills in `${NAME}` for each `-D NAME=value`; `$\` stands for a dollar. In place, or with `-c` from one
# file to the next; `-m` is the mode of what is written. Folders and owners (`-B`, `-o`, `-g`) are passed over.
set -e
values=$(mktemp)
trap 'rm -f "$values" "$values.new"' EXIT
copy= mode=
while getopts B:D:cg:him:o: option; do
  case $option in
    c) copy=y ;;
    m) mode=$OPTARG ;;
    # One value a line: a newline within is written as a control character that no text has.
    D) printf '%s' "$OPTARG" | tr '\n' '\001' >>"$values" && echo >>"$values" ;;
    B | g | h | i | o) ;;
    *) exit 1 ;;
  esac
done
shift $((OPTIND - 1))

fill() {
  awk '
    FILENAME == ARGV[1] {
      cut = index($0, "=")
      name = substr($0, 1, cut - 1)
      sub(/^\^/, "", name)
      text = substr($0, cut + 1)
      gsub(/\001/, "\n", text)
      # As pkg_create(1) takes a value off the command line.
      if (text ~ /^'\''.*'\''$/ || text ~ /^".*"$/) text = substr(text, 2, length(text) - 2)
      value[name] = text
      next
    }
    {
      done = ""
      rest = $0
      while ((at = index(rest, "$")) > 0) {
        done = done substr(rest, 1, at - 1)
        rest = substr(rest, at)
        end = index(rest, "}")
        name = substr(rest, 3, end - 3)
        if (substr(rest, 2, 1) == "{" && end > 0 && (name in value)) {
          done = done value[name]
          rest = substr(rest, end + 1)
        } else {
          done = done "$"
          rest = substr(rest, substr(rest, 2, 1) == "\\" ? 3 : 2)
        }
      }
      print done rest
    }' "$values" "$1"
}

if [ $# = 0 ]; then
  cat >"$values.new"
  fill "$values.new"
fi
while [ $# -gt 0 ]; do
  from=$1 to=$1
  if [ "$copy" ]; then
    to=${2?odd number of files}
    shift
  fi
  fill "$from" >"$values.new"
  if [ "$copy" ]; then
    mkdir -p "$(dirname "$to")"
  else
    cp -p "$to" "$to.beforesubst"
  fi
  # Into the file, so that its mode stays.
  cat "$values.new" >"$to"
  [ -z "$mode" ] || chmod "$mode" "$to"
  shift
done
