# The steps of Compile's recipe types. A Recipe may call them, or have functions of the same names instead.

# Words of options that are not quoted in Compile are not quoted here.
# shellcheck disable=SC2086

Run_Autogen() {
    local program=${autogen:-autogen.sh}
    if [ -f "./${program%% *}" ]; then program=./$program; fi
    case $program in ./*) chmod +x "./${program%% *}" 2> /dev/null ;; esac
    # shellcheck disable=SC2086
    yes "" | NOCONFIGURE=1 $program
}

# The options that a script understands by itself come first, so that the Recipe's win.
Configure_Defaults() {
    local script=$1 name
    if [ "$override_default_options" = yes ]; then return 0; fi
    local -A values=(
        [sysconfdir]=$goboSettings
        [localstatedir]=$goboVariable
        [mandir]=$target/share/man
        [libexecdir]=$target/lib/${app,,}
    )
    if grep -q -i 'generated.*autoconf' "$script"; then
        printf '%s\n' "--prefix=$target" ${HOST_MACHINE:+"--build=$BUILD_MACHINE" "--host=$HOST_MACHINE"}
        for name in sysconfdir localstatedir mandir libexecdir; do printf '%s\n' "--$name=${values[$name]}"; done
    elif grep -q -e '--prefix' "$script"; then
        printf '%s\n' "--prefix=$target"
        for name in sysconfdir mandir libexecdir; do
            if grep -q -e "--$name" "$script"; then printf '%s\n' "--$name=${values[$name]}"; fi
        done
    fi
}

# Scripts from before a machine was known by that name can ask its compiler.
Name_Machine() {
    local folder machine guess here=$BUILD_MACHINE
    machine=$(${CC:-gcc} -dumpmachine) || return 0
    here=${here:-$machine}
    find "$sourcedir" -name config.sub 2> /dev/null | while IFS= read -r guess; do
        folder=${guess%/*}
        if ! sh "$guess" "$machine" > /dev/null 2>&1; then
            printf '#!/bin/sh\ncase $1 in *-*-*-*) echo "$1" ;; *) echo "$1" | sed "s/-/-pc-/" ;; esac\n' > "$guess"
        fi
        if [ -f "$folder/config.guess" ] && ! sh "$folder/config.guess" > /dev/null 2>&1; then
            printf '#!/bin/sh\necho %s\n' "${here/-/-pc-}" > "$folder/config.guess"
        fi
    done
}

configure_do_configuration() {
    local script=${configure:-./configure} first defaults
    if [ "$autogen_before_configure" = yes ]; then
        (cd "$sourcedir" && Run_Autogen) || return 1
    fi
    if [ "$builddir" != "$sourcedir" ]; then
        case $script in /*) ;; *) script=$sourcedir/${script#./} ;; esac
    fi
    first=${script%% *}
    [ -f "$first" ] || Die "there is no ${first#"$sourcedir/"} in $sourcedir"
    chmod +x "$first"
    Name_Machine
    rm -f config.cache
    mapfile -t defaults < <(Configure_Defaults "$first")
    (
        Export "${configure_variables[@]}"
        Run $script "${defaults[@]}" "${configure_options[@]}" "${compileConfigureOptions[@]}" "$@"
    )
}
configure_do_build() { makefile_do_build; }
configure_do_install() { makefile_do_install "$@"; }

# Makefiles that nothing has configured name their compiler themselves.
Cross_Variables() {
    case ${HOST_MACHINE:+$recipe_type} in
    makefile | xmkmf) printf '%s\n' "CC=$CC" "CXX=$CXX" "AR=$AR" "RANLIB=$RANLIB" "STRIP=$STRIP" ;;
    esac
}

# Compile runs one command at a time. Makefiles that do not say what has to wait for what get a second try in that way.
makefile_do_build() {
    local compilers
    mapfile -t compilers < <(Cross_Variables)
    local command=(
        $make ${makefile:+-f "$makefile"} $build_target "${compilers[@]}" "${make_variables[@]}" "${build_variables[@]}"
    )
    Run "${command[@]}" "-j$JOBS" || Run "${command[@]}" -j1
}
makefile_do_install() {
    local compilers
    mapfile -t compilers < <(Cross_Variables)
    Run $make ${makefile:+-f "$makefile"} "DESTDIR=$DESTDIR" "installprefix=$target" INSIDE_GOBO_SANDBOX=1 \
        GCONF_DISABLE_MAKEFILE_SCHEMA_INSTALL=1 LDCONFIG=true \
        "${compilers[@]}" "${make_variables[@]}" "${install_variables[@]}" ${install_target[*]:-install}
}

cmake_do_configuration() {
    (
        Export "${cmake_variables[@]}"
        Run cmake -DCMAKE_VERBOSE_MAKEFILE=ON "-DCMAKE_INSTALL_PREFIX=$target" \
            "-DCMAKE_INSTALL_SYSCONFDIR=$settings_target" "-DCMAKE_INSTALL_LOCALSTATEDIR=$variable_target" \
            "-DCMAKE_INSTALL_MANDIR=$target/share/man" "-DCMAKE_INSTALL_LIBEXECDIR=$target/libexec" \
            "-DSYSCONFDIR=$settings_target" -DCMAKE_INSTALL_LIBDIR=lib "-DCMAKE_INSTALL_RPATH=$RUNPATH" \
            ${HOST_MACHINE:+-DCMAKE_SYSTEM_NAME=Linux "-DCMAKE_SYSTEM_PROCESSOR=${HOST_MACHINE%%-*}"} \
            -DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF -DFETCHCONTENT_FULLY_DISCONNECTED=ON \
            ${cmake_options[*]} "${compileConfigureOptions[@]}" "$sourcedir"
    )
}
cmake_do_build() { makefile_do_build; }
cmake_do_install() { makefile_do_install "$@"; }

meson_do_configuration() {
    (
        Export "${meson_variables[@]}"
        Run meson setup ${CROSS_FILE:+"--cross-file=$CROSS_FILE"} "--prefix=$target" --libdir=lib \
            "--sysconfdir=$goboSettings" "--localstatedir=$goboVariable" \
            --wrap-mode=nodownload "${meson_options[@]}" "${build_variables[@]}" "${compileConfigureOptions[@]}" \
            "$builddir" "$sourcedir"
    )
}
meson_do_build() { Run ninja "-j$JOBS" "${ninja_variables[@]}" $build_target; }
meson_do_install() { DESTDIR=$DESTDIR Run ninja "${ninja_variables[@]}" "${install_variables[@]}" install; }

Python_Script() {
    local found='' one
    for one in setup.py configure.py build.py; do if [ -f "$one" ]; then found=$one; fi; done
    printf '%s\n' "${build_script:-$found}"
}
python_do_build() {
    local script
    script=$(Python_Script)
    if [ -z "$script" ] && [ -f pyproject.toml ]; then
        Run $python -m pip wheel --no-deps --no-build-isolation --wheel-dir .wheels .
        return
    fi
    mkdir -p "$sitepackages"
    Run $python "$script" ${build_target:-build} ${python_options[*]}
}
python_do_install() {
    local script
    script=$(Python_Script)
    export DEB_PYTHON_INSTALL_LAYOUT=deb_system
    if [ -z "$script" ]; then
        Run $python -m pip install --no-deps --no-index "--root=$DESTDIR" "--prefix=$target" --no-compile \
            --ignore-installed --no-warn-script-location .wheels/*.whl
        return
    fi
    Run $python "$script" install --root "$DESTDIR" ${python_options[*]} --prefix "$target" --no-compile
}

perl_do_configuration() {
    if [ -f Build.PL ] && [ ! -f Makefile.PL ]; then
        Run perl Build.PL --create_packlist 0 --install_base "$target" "${perl_options[@]}"
    else
        Run perl Makefile.PL "INSTALL_BASE=$target" NO_PACKLIST=1 NO_PERLLOCAL=1 "${perl_options[@]}"
    fi
}
perl_do_build() { if [ -f Build ]; then Run ./Build; else makefile_do_build; fi; }
perl_do_install() { if [ -f Build ]; then Run ./Build install --destdir "$DESTDIR"; else makefile_do_install; fi; }

xmkmf_do_configuration() {
    Imake_Variables
    # imake runs what it compiles.
    Run env -u CC xmkmf && Run $make Makefiles "${make_variables[@]}" "${build_variables[@]}"
}
xmkmf_do_build() { Imake_Variables && makefile_do_build; }
xmkmf_do_install() { Imake_Variables && makefile_do_install "$@"; }
Imake_Variables() {
    make_variables=(
        "BINDIR=$target/bin" "LIBDIR=$target/lib" "LIBEXECDIR=$target/libexec" "INCDIR=$target/include"
        "MANPATH=$target/share/man" "${make_variables[@]}"
    )
}

scons_do_build() {
    Run scons "-j$JOBS" "${scons_variables[@]}" "PREFIX=$target" "prefix=$target" "${build_variables[@]}" $build_target
}
scons_do_install() {
    Run scons "${scons_variables[@]}" "PREFIX=$target" "prefix=$target" "DESTDIR=$DESTDIR" "${install_variables[@]}" \
        ${install_target[*]:-install}
}

waf_do_configuration() {
    local prefix=("--prefix=$target")
    if [ "$override_default_options" = yes ]; then prefix=(); fi
    Run python3 ./waf configure "${prefix[@]}" "${waf_options[@]}" "${compileConfigureOptions[@]}"
}
waf_do_build() { Run python3 ./waf "${waf_variables[@]}" "${build_variables[@]}" build $build_target; }
waf_do_install() { Run python3 ./waf "${waf_variables[@]}" "${install_variables[@]}" install "--destdir=$DESTDIR"; }

Cabal() { Run ${runhaskell:-runhaskell} "$(ls Setup.lhs Setup.hs 2> /dev/null | head -n 1)" "$@"; }
# A shared library of Haskell's would look for the compiler's own, in folders that only the compiler's package has.
cabal_do_configuration() {
    Cabal configure "--prefix=$target" --disable-shared "${cabal_options[@]}" "${compileConfigureOptions[@]}"
}
cabal_do_build() { Cabal build "${build_variables[@]}"; }
cabal_do_install() { Cabal copy "--destdir=$DESTDIR" "${install_variables[@]}"; }

# `source:destination`; what ends with a slash is a folder, and of a folder it is the contents that are copied.
manifest_do_install() {
    local entry from to IFS=''
    for entry in "${manifest[@]}"; do
        from=${entry%%:*} to=$target/${entry#*:}
        case $to in */) mkdir -p "$to" ;; *) mkdir -p "${to%/*}" ;; esac || return 1
        if [ -d "$from" ] && [ -d "$to" ]; then
            cp -R --no-preserve=ownership "$from/." "$to" || return 1
        else
            # The names may be patterns.
            cp -R --no-preserve=ownership $from "$to" || return 1
        fi
    done
}

# A type has nothing to do in some of them.
do_configuration() { Step_Of_Type do_configuration "$@"; }
do_build() { Step_Of_Type do_build "$@"; }
do_install() { Step_Of_Type do_install "$@"; }
Step_Of_Type() {
    local step=${recipe_type}_$1
    shift
    if declare -F "$step" > /dev/null; then "$step" "$@"; fi
}

# Bash refuses what is no assignment, such as options that were meant for meson, and goes on.
Export() {
    local one
    for one in "$@"; do export -- "${one?}" || printf 'not exported: %s\n' "$one"; done
}

Run() {
    printf '$ %s\n' "$*"
    "$@"
}

# Reads the Recipe as Compile does once all that it may ask for is known, and enters its build folder.
Enter() {
    local flag list one
    . "$PORTDIR/Recipe"
    if [ -f "$PORTDIR/$ARCH/Recipe" ]; then . "$PORTDIR/$ARCH/Recipe"; fi
    make=${make//ColorMake/make}
    case $recipe_type in
    '') for one in configure makefile python xmkmf meta meson scons manifest; do
        list=is_$one
        if [ "${!list}" = yes ]; then recipe_type=$one; fi
    done ;;
    esac
    if [ "$is_compileprogram" = yes ]; then recipe_type=${recipe_type:-configure}; fi
    if [ -n "${dirs[0]}" ]; then dir=${dirs[0]}; fi
    basedir=$SRCDIR sourcedir=$SRCDIR
    if [ -n "$dir" ] && [ -d "$WORKDIR/$dir" ]; then
        basedir=$WORKDIR/${dir%%/*} sourcedir=$WORKDIR/$dir
    fi
    builddir=$sourcedir
    case $recipe_type:$needs_build_directory in
    cmake:* | meson:* | *:yes) builddir=$sourcedir/_build && mkdir -p "$builddir" ;;
    esac
    python=python${python_major:-3} sitepackages=$target/lib/python3/dist-packages
    export sourcedir builddir basedir dir python sitepackages
    Export "${environment[@]}"
    # What flags add goes where the type keeps its options.
    case $recipe_type in
    configure) list=configure_options ;;
    cmake | meson | python | perl | waf | cabal) list=${recipe_type}_options ;;
    scons) list=scons_variables ;;
    manifest) list=manifest ;;
    *) list=make_variables ;;
    esac
    for flag in $FLAVORS; do
        declare -n options=$list added=with_$flag
        options+=("${added[@]}")
        unset -n options added
        if declare -F "using_$flag" > /dev/null; then "using_$flag" || Die "using_$flag failed"; fi
    done
    Link_Fake_Root
    cd "$builddir" || exit 1
}

# What is installed below the fake root and what goes to the program's own folder are the same place.
Link_Fake_Root() {
    if [ -L "$DESTDIR$target" ] || [ ! -w "$target" ]; then return; fi
    mkdir -p "$DESTDIR${target%/*}"
    # A part of a whole that was installed before.
    if [ -d "$DESTDIR$target" ]; then Move "$DESTDIR$target" "$target"; fi
    ln -s "$target" "$DESTDIR$target" && Make_Program_Tree
}

# Call NAME: the Recipe's function, then those of the chosen flags.
Call() {
    local flag
    if declare -F "$1" > /dev/null; then "$1" "$app" "$version" || return 1; fi
    for flag in $FLAVORS; do
        if declare -F "using_${flag}_$1" > /dev/null; then "using_${flag}_$1" || return 1; fi
    done
}

# Patches in which `@%Compile_NAME%@` stands for the value of a variable.
Apply_Marked_Patches() {
    local file text name
    for file in "$@"; do
        text=$(cat "$PORTDIR/$file" && printf x) || return 1
        text=${text%x}
        while [[ $text =~ @%Compile_([A-Za-z_][A-Za-z0-9_]*)%@ ]]; do
            name=${BASH_REMATCH[1]}
            text=${text//"@%Compile_$name%@"/"${!name}"}
        done
        printf '$ patch -Np1 -i %s\n' "$file"
        printf '%s' "$text" | patch -Np1 --batch --no-backup-if-mismatch -d "$basedir" || return 1
    done
}

# Where what was installed belongs: as SandboxInstall sorts what was written outside of the program's folder.
Gather() {
    local settings=$settings_target variable=$target/var
    case $target in /Programs/*) variable=$target/Resources/Defaults/Variable ;; esac
    Take "$target/../Settings" "$settings"
    Take /System/Settings "$settings"
    Take /etc "$settings"
    Take /Data/Variable "$variable"
    Take /var "$variable"
    Take /usr/local "$target"
    Take /usr "$target"
    Take /System/Index "$target"
    Take /bin "$target/bin"
    Take /sbin "$target/sbin"
    Take /lib "$target/lib"
    Take /lib64 "$target/lib"
    Move "$target/lib64" "$target/lib"
    Move "$target/share/pkgconfig" "$target/lib/pkgconfig"
    Move "$target/man" "$target/share/man"
    Move "$target/info" "$target/share/info"
    Repair_Links
    rm -f "$target/share/info/dir"
    find "$target/lib" -name '*.la' -delete 2> /dev/null
    if [ "$recipe_type" = python ]; then find "$target/lib" -name '__pycache__' -prune -exec rm -rf {} +; fi
    for variable in "${unmanaged_files[@]}"; do
        if [ -e "$DESTDIR$variable" ]; then
            mkdir -p "$target/Resources/Unmanaged${variable%/*}"
            mv "$DESTDIR$variable" "$target/Resources/Unmanaged$variable"
        fi
    done
}
# A link that was made between two places of the fake root leads to where its end is now.
Repair_Links() {
    local link to
    find "$target" -type l | while IFS= read -r link; do
        to=$(readlink "$link")
        case $to in *"${DESTDIR#/}/"*) to=/${to#*"${DESTDIR#/}/"} ;; *) continue ;; esac
        to=${to#"$target"} to=${to#/usr/local} to=${to#/usr}
        if [ -e "$target$to" ]; then
            ln -sfnr "$target$to" "$link" 2> /dev/null || ln -sfn "$target$to" "$link"
        fi
    done
}
Take() { Move "$DESTDIR$1" "$2"; }
Move() {
    if [ ! -d "$1" ] || [ -L "$1" ]; then return; fi
    mkdir -p "$2" && cp -R -P -p "$1/." "$2" || return 1
    # The folder itself may stand where nothing can be removed.
    rm -rf "$1" 2> /dev/null || :
}

# Names that the package's own files have.
Reserved='Architecture BuildInformation Dependencies Description FileHash FileHash.sig Manifest.json MetaData PackingList profile.sh'

Install_Extras() {
    local folder file
    for folder in "$PORTDIR/Resources" "$PORTDIR/$ARCH/Resources"; do
        if [ -d "$folder" ]; then cp -R -P -p "$folder/." "$target/Resources"; fi
    done
    for file in $Reserved NewDependencies Orig-BuildInformation; do rm -f "$target/Resources/$file"; done
    if [ -n "$FLAVORS" ]; then printf '%s\n' "$FLAVORS" > "$target/Resources/UseFlags"; fi
    if [ ${#unmanaged_files[@]} -gt 0 ]; then
        printf '%s\n' "${unmanaged_files[@]}" > "$target/Resources/UnmanagedFiles"
    fi
    for file in "$sourcedir"/{COPYING,LICENSE,README*,NEWS,AUTHORS,BUGS,TODO,COPYRIGHT}; do
        if [ -f "$file" ]; then mkdir -p "$documents" && cp "$file" "$documents"; fi
    done
    (
        cd "$sourcedir" && for file in ${docs[*]}; do
            if [ -e "$file" ]; then mkdir -p "$documents" && cp -R "$file" "$documents"; fi
        done
    )
}

# Nothing but what was installed is left in the fake root, and at its own place in it.
Finish() {
    if [ -n "$post_install_message" ]; then Log_Normal "$post_install_message"; fi
    cd / || exit 1
    Remove_Empty_Tree
    if [ -L "$DESTDIR$target" ]; then
        rm "$DESTDIR$target" && mkdir "$DESTDIR$target" && cp -R -P -p "$target/." "$DESTDIR$target" || exit 1
        find "$target" -mindepth 1 -maxdepth 1 -exec rm -rf {} +
    fi
    find "$DESTDIR" -mindepth 1 -maxdepth 2 -depth -type d -empty -delete
    mkdir -p "$DESTDIR$target"
}
