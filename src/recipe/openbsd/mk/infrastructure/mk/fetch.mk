# What is fetched, and from where.

MASTER_SITE_OVERRIDE ?= No
.include "${PORTSDIR}/infrastructure/mk/sites.mk"

# --- GitHub -----------------------------------------------------------------------------------------------------

.if !empty(GH_ACCOUNT) && !empty(GH_PROJECT)
.  if !empty(GH_COMMIT) && !empty(GH_TAGNAME)
ERRORS += "Fatal: specifying both GH_TAGNAME and GH_COMMIT is invalid"
.  endif
.  if ${GH_TAGNAME} == master
ERRORS += "Fatal: using master as GH_TAGNAME is invalid"
.  endif
MASTER_SITES_GITHUB += https://github.com/${GH_ACCOUNT}/${GH_PROJECT}/archive/${GH_TAGNAME:S/$/\//}
.  if !defined(SITES)
MASTER_SITES ?= ${MASTER_SITES_GITHUB}
.  endif
HOMEPAGE ?= https://github.com/${GH_ACCOUNT}/${GH_PROJECT}
.endif

# --- DIST_TUPLE: archives of forges -------------------------------------------------------------------------------

SITES.github ?= https://github.com/
SITES.codeberg ?= https://codeberg.org/
SITES.gitlab ?= https://gitlab.com/
SITES.gnome ?= https://gitlab.gnome.org/
SITES.kde ?= https://invent.kde.org/
SITES.srht ?= https://git.sr.ht/

# Each is kept as ACCOUNT-PROJECT-ID.tar.gz. A folder of `.` stands for the source itself.
.for _forge _account _project _id _folder in ${DIST_TUPLE}
.  if "${_forge}" == "github" && ("${_id:M????????????????????????????????????????}" == "" || "${_id:M*[!0-9a-f]*}" != "")
_FORGE_PATH = ${_account}/${_project}/archive/refs/tags/
.  elif "${_forge}" == "github" || "${_forge}" == "codeberg"
_FORGE_PATH = ${_account}/${_project}/archive/
.  elif "${_forge}" == "srht"
_FORGE_PATH = ~${_account}/${_project}/archive/
.  else
_FORGE_PATH = ${_account}/${_project}/-/archive/${_id}/${_project}-
.    if !defined(SITES.${_forge})
ERRORS += "Fatal: DIST_TUPLE: unknown template ${_forge}"
.    endif
.  endif
DISTFILES.${_forge} +:= ${_account}-${_project}-{${_FORGE_PATH}}${_id:S,/,-,g}.tar.gz
.  if empty(_DISTFILES_GROUPS:M.${_forge})
_DISTFILES_GROUPS += .${_forge}
.  endif
.  if "${_folder}" == "."
WRKDIST ?= ${WRKDIR}/${_project}-${_id:C/^v([0-9])/\1/}
HOMEPAGE ?= ${SITES.${_forge}}${_account}/${_project}
.  endif
.endfor

# --- Sites ------------------------------------------------------------------------------------------------------

.if defined(SITES)
MASTER_SITES ?= ${SITES}
.endif
MASTER_SITES ?=
# The backup sites come last, unless the user wants them first.
.for _n in / 0 1 2 3 4 5 6 7 8 9
.  for _sites in MASTER_SITES${_n:S,/,,}
.    if defined(${_sites})
.      if ${MASTER_SITE_OVERRIDE:L} == "no"
${_sites} := ${${_sites}} ${MASTER_SITE_BACKUP}
.      else
${_sites} := ${MASTER_SITE_OVERRIDE} ${${_sites}}
.      endif
.    endif
.  endfor
.endfor
SITES ?= ${MASTER_SITES}

# --- Files ------------------------------------------------------------------------------------------------------

EXTRACT_SUFX ?= .tar.gz
.if !empty(GH_COMMIT)
DISTFILES ?= ${DISTNAME}${EXTRACT_SUFX}{${GH_COMMIT}${EXTRACT_SUFX}}
.elif defined(DIST_TUPLE)
DISTFILES ?=
.else
DISTFILES ?= ${DISTNAME}${EXTRACT_SUFX}
.endif
PATCHFILES ?=
SUPDISTFILES ?=

# A distfile is kept under its name without `{…}` and `:N`; the first of a name counts.
_FILES =
.for _list in DISTFILES PATCHFILES SUPDISTFILES
_LIST_${_list} =
.  for _group in / ${_DISTFILES_GROUPS}
.    for _words in ${_list}${_group:S,^/$,,}
.      if defined(${_words})
.        for _file in ${${_words}:C/:[0-9]$//:C/(.*)\{.*\}(.*)/\1\2/}
.          if empty(_FILES:M${_file})
_FILES += ${_file}
_LIST_${_list} += ${_file}
.          endif
.        endfor
.      endif
.    endfor
.  endfor
.endfor
EXTRACT_ONLY ?= ${_LIST_DISTFILES}

# Tools that unpack.
_UNPACKED = ${EXTRACT_ONLY} ${_LIST_PATCHFILES}
.if !empty(_UNPACKED:M*.zip)
BUILD_DEPENDS += archivers/unzip
.endif
.if !empty(_UNPACKED:M*.xz) || !empty(_UNPACKED:M*.lzma)
BUILD_DEPENDS += archivers/xz
.endif
.if !empty(_UNPACKED:M*.tar.lz)
BUILD_DEPENDS += archivers/lzip/lunzip
.endif
.if !empty(_UNPACKED:M*.bz2) || !empty(_UNPACKED:M*.tbz2) || !empty(_UNPACKED:M*.tbz)
BUILD_DEPENDS += archivers/bzip2
.endif
.if !empty(_UNPACKED:M*.zst)
BUILD_DEPENDS += archivers/zstd
.endif
PATCH_CASES ?=
EXTRACT_CASES ?=
