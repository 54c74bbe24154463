#!/bin/sh
# install(1) as OpenBSD's ports call it while they fake: no owner and no group, since those are the packing list's
# business, and without the options that GNU's does not know or takes for something else. Files stay writable, so that
# what follows can change them.
. /build/tools/without-tools
first=y
for argument; do
  # The arguments are rebuilt one by one at the list's end.
  [ "$first" ] && set --
  first=
  if [ "$skip" ]; then
    skip=
    continue
  fi
  if [ "$mode" ]; then
    mode=
    case $argument in
      444 | 0444) argument=644 ;;
      555 | 0555) argument=755 ;;
    esac
    set -- "$@" -m "$argument"
    continue
  fi
  case $argument in
    --owner=* | --group=*) continue ;;
    --*) set -- "$@" "$argument" ;;
    -?*)
      rest=${argument#-}
      while [ "$rest" ]; do
        tail=${rest#?}
        letter=${rest%"$tail"}
        rest=$tail
        case $letter in
          o | g | f | B)
            [ "$rest" ] || skip=y
            rest=
            ;;
          m)
            if [ "$rest" ]; then
              case $rest in
                444 | 0444) rest=644 ;;
                555 | 0555) rest=755 ;;
              esac
              set -- "$@" -m "$rest"
            else
              mode=y
            fi
            rest=
            ;;
          t)
            if [ "$rest" ]; then set -- "$@" -t "$rest"; else set -- "$@" -t; fi
            rest=
            ;;
          F | S | c) ;;
          # OpenBSD's goes on when there is nothing to strip, as in a script.
          s) set -- "$@" -s --strip-program=/build/tools/strip-if-binary ;;
          *) set -- "$@" "-$letter" ;;
        esac
      done
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec install "$@"
