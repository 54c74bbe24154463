# In a buildbox over a root of Fedora's kind, as root: what `base sync` does, step by step. The steps are those of
# sync-apt.sh. dnf brings; rpm removes, since dnf would take with it what needs an extra.
# Exit: 20 no lists to be had, 21 not installed, 22 not removed.
set -uf
step=$1
shift
case $step in
look)
  dnf -q makecache >&2 || exit 20
  dnf -q repoquery --arch "noarch,$(uname -m)" --qf 'offer %{name} %{epoch}:%{version}-%{release}\n' "$@" | sed 's/ 0:/ /'
  ;;
known)
  dnf -q repoquery --qf '%{name}\n'
  ;;
install)
  for word in "$@"; do
    shift
    case $word in *=*) word=${word%%=*}-${word#*=} ;; esac
    set -- "$@" "$word"
  done
  dnf -y --best --allowerasing --setopt=install_weak_deps=False --setopt=protected_packages= install "$@" || exit 21
  ;;
purge) ;;
expel)
  # Whatever another needs stays: rpm names what it gives, so who gives it is asked for.
  while [ $# -gt 0 ]; do
    said=$(rpm -e --test --allmatches "$@" 2>&1) && break
    needs=$(printf '%s\n' "$said" | sed -n 's/^\t\(.*\) is needed by (installed) \(.*\)$/\1\t\2/p')
    [ "$needs" ] || { printf '%s\n' "$said" >&2; exit 22; }
    stay=$(printf '%s\n' "$needs" | while IFS='	' read -r what who; do
      rpm -q --qf '%{NAME}\n' --whatprovides "${what%% *}" | while read -r name; do
        printf '%s %s\n' "$(rpm -q --qf '%{NAME}' "$who")" "$name"
      done
    done)
    less=
    for one in "$@"; do
      printf '%s\n' "$stay" | grep -q " $one\$" || less="$less $one"
    done
    printf '%s\n' "$stay" | sed 's/^/need /'
    # A name that nobody gives would be asked for for ever.
    [ "$less" != " $*" ] || { printf '%s\n' "$said" >&2; exit 22; }
    set -- $less
  done
  [ $# = 0 ] || rpm -e --allmatches "$@" >/tarwright/removed 2>&1 || { cat /tarwright/removed >&2; exit 22; }
  # What rpm keeps of settings that were changed.
  [ $# = 0 ] || sed -n 's/^warning: .* saved as \(.*\.rpmsave\)$/\1/p' /tarwright/removed | while read -r file; do
    rm -f "$file"
  done
  ;;
clean)
  set +f
  rm -rf /var/cache/dnf/* /var/cache/libdnf5/* /var/lib/dnf/history* /usr/lib/sysimage/libdnf5/transaction_history*
  rm -f /var/lib/rpm/__db* /var/lib/rpm/.rpm.lock /tarwright/removed
  ;;
esac
