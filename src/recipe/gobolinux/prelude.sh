# What stands before a step of a Recipe when it is run: the variables and helpers that Compile has for it.
# Its functions run as Compile's do: not under `set -e`, and nobody is there to ask.
set +e
shopt -u nullglob
compileConfigureOptions=("$@")

app=$NAME appname=$NAME version=$VERSION versionnumber=$VERSION
target=$PREFIX installprefix=$PREFIX recipedir=$PORTDIR arch=$ARCH archsubdir=$PORTDIR/$ARCH
goboPrefix='' goboPrograms=/Programs goboSystem=/System goboData=/Data goboUsers=/Users goboMount=/Mount
goboIndex=/usr goboExecutables=/usr/bin goboLibraries=/usr/lib goboHeaders=/usr/include
goboShared=/usr/share goboManuals=/usr/share/man
goboTasks=/System/Tasks goboEnvironment=/System/Environment
goboKernel=/System/Kernel goboModules=/System/Kernel/Modules goboBoot=/System/Kernel/Boot
goboTemp=/tmp goboDevices=/dev goboStatus=/proc goboObjects=/sys
ftpGnu=ftp://ftp.gnu.org/gnu ftpAlphaGnu=ftp://alpha.gnu.org/gnu
httpSourceforge=https://downloads.sourceforge.net
case $PREFIX in
/Programs/*)
    goboSettings=/System/Settings goboVariable=/Data/Variable
    settings_target=$PREFIX/Resources/Defaults/Settings variable_target=/Data/Variable
    documents=$PREFIX/doc/${NAME,,}-$VERSION
    ;;
*)
    goboSettings=$PREFIX/etc goboVariable=$PREFIX/var
    settings_target=$PREFIX/etc variable_target=$PREFIX/var
    documents=$PREFIX/share/doc/${NAME,,}
    ;;
esac
make=make sudo_exec='' verbose='' sandboxopts=() sandbox_options=()
# Recipes from before GCC 10 count on what was the default then: one variable, defined in many files.
export CFLAGS="$CFLAGS -fcommon"
export target settings_target variable_target version versionnumber appname recipedir archsubdir
export goboPrefix goboPrograms goboSystem goboData goboIndex goboExecutables goboLibraries goboHeaders
export goboShared goboManuals goboSettings goboTasks goboEnvironment goboVariable goboTemp

Log_Normal() { printf '%s\n' "$*"; }
Log_Terse() { printf '%s\n' "$*"; }
Log_Verbose() { :; }
Log_Error() { printf '%s\n' "$*" >&2; }
Log_Warning() { printf '%s\n' "$*" >&2; }
Log_Question() { printf '%s\n' "$*"; }
Die() {
    Log_Error "$@"
    exit 1
}
Quiet() { "$@" > /dev/null 2>&1; }
Mute() { "$@" > /dev/null 2>&1; }
# As with Compile's --batch.
Ask() { return 0; }
Ask_Continue() { return 0; }
Ask_Option() { :; }
Boolean() { [ "${!1}" = "yes" ]; }
SuperUserName() { printf 'root\n'; }
Import() { :; }
# A Recipe that asks what it is built for gets that, also where it is built on another machine.
if [ -n "$HOST_MACHINE" ]; then
    uname() { if [ "$*" = -m ]; then printf '%s\n' "${HOST_MACHINE%%-*}"; else command uname "$@"; fi; }
fi
MergeTree() { mkdir -p "$2" && cp -R -P -p "$1/." "$2"; }

# GrepReplace [-B] [-R] PATTERN TEXT FILE…: as sed's `s`, in the files that have the pattern.
GrepReplace() {
    local recursive=no file
    while :; do
        case $1 in
        -R | --recursive) recursive=yes ;;
        -B | --no-backup) ;;
        *) break ;;
        esac
        shift
    done
    local pattern=$1 text=$2
    shift 2
    while IFS= read -r -d '' file; do
        if grep -q -e "$pattern" "$file"; then
            sed -i -e "s"$'\001'"$pattern"$'\001'"$text"$'\001'"g" "$file" || return 1
        fi
    done < <(
        for file in "$@"; do
            if [ -f "$file" ]; then printf '%s\0' "$file"; elif [ "$recursive" = yes ]; then find "$file" -type f -print0; fi
        done
    )
}

# The folders that Compile makes of a program before anything is installed.
Make_Program_Tree() {
    mkdir -p "$target"/{bin,include,info,lib,libexec,sbin,Resources} "$target"/{man,share/man}/man{1,2,3,4,5,6,7,8,9} \
        "$settings_target" || Die "$target cannot be written to"
}
Remove_Empty() { rmdir --ignore-fail-on-non-empty "$@" 2> /dev/null || :; }
Remove_Empty_Tree() {
    Remove_Empty "$target"/{man,share/man}/man{1,2,3,4,5,6,7,8,9}
    Remove_Empty "$target"/{man,share/man,info}
    Remove_Empty "$target"/{bin,include,lib,libexec,sbin,share}
    (cd "$target" && Remove_Empty -p "${settings_target#"$target/"}" Resources)
}

# PrepareProgram -t NAME VERSION, or NAME VERSION -- OPTIONS
PrepareProgram() {
    Make_Program_Tree
    if [ "$1" = -t ]; then return 0; fi
    while [ $# -gt 0 ] && [ "$1" != -- ]; do shift; done
    shift
    configure_do_configuration "$@"
}

# SandboxInstall [-c COMMAND | --make MAKE] [-f MAKEFILE] [-t TARGET] NAME VERSION -- ARGUMENTS
SandboxInstall() {
    local command='' file='' goal=install
    while [ $# -gt 0 ]; do
        case $1 in
        -c | --command) command=$2 && shift ;;
        --make) make=$2 && shift ;;
        -f | --makefile) file=$2 && shift ;;
        -t | --target) goal=$2 && shift ;;
        --)
            shift
            break
            ;;
        esac
        shift
    done
    if [ -n "$command" ]; then
        DESTDIR=$DESTDIR $command "$@"
    else
        $make ${file:+-f "$file"} DESTDIR="$DESTDIR" "$@" $goal
    fi
}

Strip_Gobo_Programs() {
    local file
    find "$target/bin" "$target/sbin" -type f 2> /dev/null | while IFS= read -r file; do
        if [ "$(head -c 4 "$file" | tr -d '\0')" = $'\177ELF' ]; then ${STRIP:-strip} "$file" || :; fi
    done
}

# `$gtk__path` and its like: where each program that this one names is, in a package of its own or in the base.
Dependency_Paths() {
    local program name prefix owner where
    for program in "$@"; do
        name=${program,,} name=${name//[-+:]/_} name=${name//./_} where=/usr
        for prefix in ${CMAKE_PREFIX_PATH//:/ }; do
            owner=${prefix##*/}
            case $prefix in /Programs/*) owner=${prefix%/*} owner=${owner##*/} ;; esac
            if [ "${owner,,}" = "${program,,}" ]; then where=$prefix; fi
        done
        printf -v "${name}_path" %s "$where" && export "${name}_path"
        case $where in
        /usr) printf -v "${name}_settings_path" /etc && printf -v "${name}_variable_path" /var ;;
        /Programs/*)
            printf -v "${name}_settings_path" %s "${where%/*}/Settings"
            printf -v "${name}_variable_path" /Data/Variable
            ;;
        *) printf -v "${name}_settings_path" %s "$where/etc" && printf -v "${name}_variable_path" %s "$where/var" ;;
        esac
        export "${name}_settings_path" "${name}_variable_path"
    done
}
