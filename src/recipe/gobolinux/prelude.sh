# What stands before a function of a Recipe when it is run: the variables and helpers that Compile has for it.
set +e
shopt -u nullglob

app=$NAME appname=$NAME version=$VERSION versionnumber=$VERSION
target=$PREFIX installprefix=$PREFIX
case $PREFIX in
/Programs/*) settings_target=$PREFIX/Resources/Defaults/Settings variable_target=/Data/Variable ;;
*) settings_target=$PREFIX/etc variable_target=$PREFIX/var ;;
esac
sourcedir=$SRCDIR builddir=$PWD recipedir=$PORTDIR archsubdir=$PORTDIR/$ARCH arch=$ARCH
goboPrefix= goboPrograms=/Programs goboSystem=/System goboData=/Data goboUsers=/Users goboMount=/Mount
goboIndex=/usr goboExecutables=/usr/bin goboLibraries=/usr/lib goboHeaders=/usr/include
goboShared=/usr/share goboManuals=/usr/share/man
goboSettings=/System/Settings goboTasks=/System/Tasks goboEnvironment=/System/Environment
goboKernel=/System/Kernel goboModules=/System/Kernel/Modules goboBoot=/System/Kernel/Boot
goboVariable=/Data/Variable goboTemp=/tmp goboDevices=/dev goboStatus=/proc goboObjects=/sys
ftpGnu=ftp://ftp.gnu.org/gnu ftpAlphaGnu=ftp://alpha.gnu.org/gnu
httpSourceforge=https://downloads.sourceforge.net
sudo_exec= make=make
export target settings_target variable_target version sourcedir builddir recipedir archsubdir

Log_Normal() { printf '%s\n' "$*"; }
Log_Terse() { printf '%s\n' "$*"; }
Log_Verbose() { :; }
Log_Error() { printf '%s\n' "$*" >&2; }
Log_Warning() { printf '%s\n' "$*" >&2; }
Die() {
    Log_Error "$@"
    exit 1
}
Quiet() { "$@" > /dev/null 2>&1; }
# Nobody is there to ask: as with Compile's --batch.
Ask() { return 0; }
Ask_Continue() { return 0; }
Ask_Option() { :; }
Boolean() { [ "${!1}" = "yes" ]; }
SuperUserName() { printf 'root\n'; }
Import() { :; }
Mute() { "$@" > /dev/null 2>&1; }
MergeTree() { mkdir -p "$2" && cp -R -P -p "$1/." "$2"; }

# GrepReplace OLD NEW FILE…: a text, not a pattern, wherever it stands.
GrepReplace() {
    local old=$1 new=$2 file text
    shift 2
    for file in "$@"; do
        [ -f "$file" ] && grep -q -F -e "$old" "$file" || continue
        text=$(cat "$file" && printf x) || return 1
        text=${text//"$old"/"$new"}
        printf '%s' "${text%x}" > "$file" || return 1
    done
}

. "$PORTDIR/Recipe"
if [ -f "$PORTDIR/$ARCH/Recipe" ]; then . "$PORTDIR/$ARCH/Recipe"; fi
