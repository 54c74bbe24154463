# Opens a buildbox: runs as pid 1 of new mount, pid, ipc and uts namespaces, makes the root, and waits.
# Its standard input is a lifeline: when the other end goes away, however it ends, this ends too, and with pid 1 the
# kernel ends every process of the box and every mount. Says `ready PID UID MEMORY PROCESSES DISK`, the last three what holds each limit or -, when the box can be entered, or
# `refused WHY`.
#
# Everything comes by environment, since all processes of the box can read the command line of the first:
# box: its folder, holding links l0 l1 … to the lower folders, top first; count: how many of them
# upper: disk | memory, where the writable layer lies; bottom: host | folder, what the bottom is
# processes, disk: limits like `memory`, or 0
# host_name: what it takes itself for; network: none | host; memory: limit in bytes, or 0; option: one more of overlayfs, or empty
# hidden: folders to be empty inside, a line each
set -eu
refuse() {
  echo "refused $*"
  exit 1
}

umask 022
cd "$box"
# Held as long as the box lives: nobody sweeps it meanwhile, not even who can't see this process.
exec 8<.
flock -n 8 || refuse "somebody else has opened it"

# The limits are for whatever enters the box; they hold where this account may make groups.
group=tarwright-$$-$(cut -d' ' -f1 /proc/self/stat)
rm -f cgroup
# $1: a limit; the rest: files in the hierarchies of both versions, of which the first that is there takes it. Prints the
# group that has it, or - for none.
limit() {
  [ "$1" != 0 ] || { echo -; return; }
  value=$1
  shift
  for file; do
    folder=${file%/*}/$group made=
    [ -d "$folder" ] || { mkdir "$folder" 2>/dev/null || continue; made=yes; }
    if { echo "$value" >"$folder/${file##*/}"; } 2>/dev/null; then
      [ -z "$made" ] || echo "$folder" >>cgroup
      echo "$folder"
      return
    fi
    [ -z "$made" ] || rmdir "$folder"
  done
  echo -
}
root=/sys/fs/cgroup
of_memory=$(limit "$memory" $root/memory/memory.limit_in_bytes $root/memory.max)
of_processes=$(limit "$processes" $root/pids/pids.max $root/pids.max)

# A file system of its own has an end. What a box that was kept has written lies in it.
of_disk=-
own_disk() {
  [ -f disk.img ] || { truncate -s "$disk" disk.img && mkfs.ext4 -q -F -m 0 -O ^has_journal disk.img; } || return 1
  mount -o loop disk.img memory || { [ -f disk.used ] || rm -f disk.img; return 1; }
  : >disk.used
}
if [ "$upper" = memory ]; then
  room=
  [ "$disk" = 0 ] || room=,size=$disk
  mount -t tmpfs -o mode=755$room tarwright memory || refuse "no file system in memory can be mounted"
  mkdir memory/upper memory/work memory/parts
  [ "$disk" = 0 ] || of_disk=memory
  top=memory
elif [ "$disk" != 0 ] && own_disk 2>disk.err; then
  mkdir -p memory/upper memory/work memory/parts
  of_disk=disk.img
  top=memory
elif [ -f disk.used ]; then
  refuse "its disk can't be mounted: $(tail -n 1 disk.err)"
else
  top=.
fi

# What is to be / of the box, else it would belong to whoever made its folder.
chown 0:0 "$top/upper"
chmod 755 "$top/upper"

# The lower folders at $1 of the root: those of the first $2 that have it.
lowers() {
  list= n=0
  while [ $n -lt "$2" ]; do
    [ ! -d "l$n$1" ] || list="$list:l$n$1"
    n=$((n + 1))
  done
  echo "${list#:}"
}
# $1: where in the root  $2: its upper  $3: its work folder  $4: how many of the lower folders may lie below
overlay() {
  mount -t overlay tarwright -o "lowerdir=$(lowers "$1" "$4"),upperdir=$2,workdir=$3$option" "root$1" 2>overlay.err ||
    show "$1" "$4" || refuse "no overlay can be mounted${1:+ over $1}: $(head -n 1 overlay.err)"
}
# In a user namespace no overlay may cover what has mounts of the machine below it. Its root could not change such a
# folder anyway: it is shown as it is, read-only all the way down, if no layer has a part in it.
show() {
  [ "$option" ] && [ "$1" ] && [ "$2" = 1 ] && mount --rbind "$1" "root$1" 2>>overlay.err || return 1
  shown=
  while read -r _ _ _ _ at options _; do
    case $at in "$PWD/root$1" | "$PWD/root$1"/*) ;; *) continue ;; esac
    # What this account can't reach, nobody in the box can.
    [ -d "$at" ] || continue
    mount -o "remount,bind,ro${options#r?}" "$at" 2>>overlay.err || return 1
    shown=yes
  done </proc/self/mountinfo
  [ "$shown" ]
}
# $1: a folder or link right below the root  $2: where it is  $3: as $4 of overlay
part() {
  if [ -L "$2" ]; then
    [ -L "root$1" ] || ln -s "$(readlink "$2")" "root$1"
  elif [ -d "$2" ]; then
    mkdir -p "root$1" "$top/parts$1" "$top/work$1"
    overlay "$1" "$top/parts$1" "$top/work$1" "$3"
  fi
}

if [ "$bottom" = folder ]; then
  overlay "" "$top/upper" "$top/work" "$count"
else
  # Only the folders of the system itself: homes, mounts, data and workspaces are nobody's business. One overlay for
  # each, since a layer may not lie inside of the folder that it is laid over, and the cache is somewhere below /.
  mount --bind "$top/upper" root
  for at in /*; do
    case $at in /bin | /etc | /lib* | /opt | /sbin | /usr | /var) part "$at" "$at" "$count" ;; esac
  done
  # What else a layer holds has nothing of the machine's below it.
  layers=$((count - 1)) n=0
  while [ $n -lt $layers ]; do
    for path in "l$n"/*; do
      at=${path#"l$n"}
      case $at in /build | /dev | /proc | /run | /sys | /tmp) continue ;; esac
      [ -d "root$at" ] || [ -L "root$at" ] || part "$at" "$path" "$layers"
    done
    n=$((n + 1))
  done
  # An overlay does not show what is mounted below its folders: parts of the system are bound, volumes of containers
  # and the like are not.
  cut -d' ' -f5 /proc/self/mountinfo | sort -u | while read -r at; do
    case $at in *\\* | "$PWD"*) continue ;; /etc/?* | /lib*/?* | /opt/?* | /usr/?* | /var/cache | /var/lib) ;; *) continue ;; esac
    if [ -d "$at" ] && [ -d "root$at" ]; then
      mount --bind "$at" "root$at" && mount -o remount,bind,ro "root$at"
    fi
  done
fi
# For a commit: the folders of the upper, which nobody else can see when they lie in memory.
exec 3<"$top"

mkdir -p root/proc root/sys root/dev root/etc root/home root/root root/run root/tmp root/var/tmp
mount -t proc -o nosuid,nodev,noexec proc root/proc
# Settings of the kernel are the machine's; root of a user namespace can't change them anyway.
if [ -z "$option" ]; then
  mount --bind root/proc/sys root/proc/sys
  mount -o remount,bind,ro,nosuid,nodev,noexec root/proc/sys
fi
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs root/sys 2>/dev/null || mount --rbind -o ro /sys root/sys 2>/dev/null || :

# 755: apt refuses to verify anything where /dev can be written by everybody.
mount -t tmpfs -o mode=755,nosuid tarwright root/dev
for name in null zero full random urandom tty; do
  : >"root/dev/$name"
  mount --bind "/dev/$name" "root/dev/$name"
done
ln -s /proc/self/fd root/dev/fd
ln -s fd/0 root/dev/stdin
ln -s fd/1 root/dev/stdout
ln -s fd/2 root/dev/stderr
mkdir root/dev/shm root/dev/pts
mount -t tmpfs -o mode=1777,nosuid,nodev tarwright root/dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts root/dev/pts 2>/dev/null &&
  ln -s pts/ptmx root/dev/ptmx

# $1: a folder that is empty inside; what is written there goes with the box  $2: its mode
empty=0
conceal() {
  at=$(readlink -f -- "$1") || return 0
  case $at in
  # Some accounts live in a folder of the system.
  / | /bin | /etc | /lib* | /opt | /sbin | /usr | /usr/bin | /usr/lib* | /usr/local | /usr/sbin | /usr/share) return 0 ;;
  /var | /var/cache | /var/lib) return 0 ;;
  esac
  [ -d "root$at" ] || return 0
  empty=$((empty + 1))
  mkdir -p "$top/empty/$empty"
  chmod "$2" "$top/empty/$empty"
  mount --bind "$top/empty/$empty" "root$at"
}
if [ "$bottom" = host ]; then
  while read -r folder; do conceal "$folder" 755; done <<FOLDERS
$hidden
FOLDERS
  # Last, since the user's folder for short-lived files is often one of them.
  for folder in /tmp /var/tmp; do conceal $folder 1777; done
else
  chmod 1777 root/tmp root/var/tmp
fi

if [ "$network" = host ] && [ -r /etc/resolv.conf ]; then
  cat /etc/resolv.conf >resolv.conf
  link=$(readlink root/etc/resolv.conf || :)
  case $link in
  '') [ -e root/etc/resolv.conf ] || : >root/etc/resolv.conf
    mount --bind resolv.conf root/etc/resolv.conf ;;
  # Often a link into /run, which is empty inside.
  /*) mkdir -p "root${link%/*}" && cat resolv.conf >"root$link" ;;
  *) mkdir -p "root/etc/${link%/*}" && cat resolv.conf >"root/etc/$link" ;;
  esac
fi
if [ "$network" = none ]; then
  ip link set lo up 2>/dev/null || ifconfig lo 127.0.0.1 up 2>/dev/null || :
fi
# The file is closed to root of a user namespace, the system call is not.
hostname "$host_name" 2>/dev/null || echo "$host_name" >/proc/sys/kernel/hostname

# The build account is nobody that exists outside.
if line=$(grep '^tarwright-build:' root/etc/passwd 2>/dev/null); then
  uid=$(echo "$line" | cut -d: -f3)
else
  uid=30033
  while grep -qs "^[^:]*:[^:]*:$uid:" root/etc/passwd root/etc/group; do uid=$((uid + 1)); done
  # $1: passwd | group  $2: a line. In a user namespace the machine's own file can't be changed, but covered.
  add() {
    { echo "$2" >>"root/etc/$1"; } 2>/dev/null && return
    { cat "root/etc/$1" && echo "$2"; } >"$1"
    mount --bind "$1" "root/etc/$1"
  }
  add passwd "tarwright-build:x:$uid:$uid:Tarwright:/build:/bin/sh"
  add group "tarwright-build:x:$uid:"
fi
mkdir -p root/build
chown "$uid:$uid" root/build

# As those see it who stand outside: /proc is still theirs.
read -r pid rest </proc/self/stat
# $1: a program; whether the root has it
has() {
  for folder in bin sbin usr/bin usr/sbin; do
    if [ -e "root/$folder/$1" ] || [ -L "root/$folder/$1" ]; then return 0; fi
  done
  return 1
}
has cat || refuse "there is no \`cat\` in the root"
# It would end at once whenever it is called, and never wait for the end of the lifeline.
status=0
chroot root cat </dev/null >/dev/null 2>&1 || status=$?
[ $status != 126 ] || refuse "its programs do not run on this machine"
# Not `wait` alone, since only who waits for a child buries the orphans of the box; and again, since an abort kills all
# processes but this one.
wait='echo "$1"; exec >/dev/null 2>&1; until cat; do :; done'
if has umount; then
  cd root
  pivot_root . .
  umount -l .
  cd /
  eval "set -- 'ready $pid $uid $of_memory $of_processes $of_disk'; $wait"
else
  # The machine's mounts stay below, out of reach. -n: there is nothing to write down in this root.
  cd root
  mount -n --move . /
  exec chroot . /bin/sh -c "$wait" sh "ready $pid $uid $of_memory $of_processes $of_disk"
fi
