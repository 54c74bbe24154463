# What is fetched, and from where.

MASTER_SITE_OVERRIDE ?= No
.include "${PORTSDIR}/infrastructure/mk/sites.mk"

# --- DIST_TUPLE: archives of forges -------------------------------------------------------------------------------

SITES.codeberg ?= https://codeberg.org/
SITES.github ?= https://github.com/
SITES.gitlab ?= https://gitlab.com/
SITES.gnome ?= https://gitlab.gnome.org/
SITES.kde ?= https://invent.kde.org/
SITES.srht ?= https://git.sr.ht/

# Each is kept as ACCOUNT-PROJECT-ID.tar.gz. What is no digest of a commit is a tag.
.for _forge _account _project _id _folder in ${DIST_TUPLE}
EXTRACT_SUFX.${_forge} ?= .tar.gz
_FORGE_HOME = ${_account}/${_project}
.  if "${_forge}" == "srht"
_FORGE_HOME = ~${_account}/${_project}
.  endif
.  if "${_forge}" == "github" && "${_id:C/^[0-9a-f]{10,40}$//}" != ""
_FORGE_FILE = {${_FORGE_HOME}/archive/refs/tags/}${_id}
.  elif "${_forge}" == "gnome"
_FORGE_FILE = {${_FORGE_HOME}/-/archive/${_id}/}${_project}-${_id}
.  elif "${_forge}" == "gitlab" || "${_forge}" == "kde"
_FORGE_FILE = {${_FORGE_HOME}/-/archive/${_id}/}${_id}
.  else
_FORGE_FILE = {${_FORGE_HOME}/archive/}${_id}
.  endif
.  if !defined(SITES.${_forge})
ERRORS += "Fatal: invalid choice for DIST_TUPLE: ${_forge}"
.  endif
DISTFILES.${_forge} +:= ${_account}-${_project}-${_FORGE_FILE}${EXTRACT_SUFX.${_forge}}
.  for _home in ${_FORGE_HOME}
HOMEPAGE ?= ${SITES.${_forge}}${_home}
.  endfor
.endfor

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

# --- Sites ------------------------------------------------------------------------------------------------------

.if defined(SITES)
MASTER_SITES ?= ${SITES}
.endif
MASTER_SITES ?=
.if !empty(MASTER_SITES)
_HAS_SITES = Yes
.endif
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
.if !empty(GH_COMMIT) && defined(_MODERN)
DISTFILES ?= ${DISTNAME}-${GH_COMMIT:C/(........).*/\1/}{${GH_COMMIT}}${EXTRACT_SUFX}
.elif !empty(GH_COMMIT)
DISTFILES ?= ${DISTNAME}${EXTRACT_SUFX}{${GH_COMMIT}${EXTRACT_SUFX}}
.elif !defined(_MODERN) && !defined(DIST_TUPLE) || \
	defined(DISTNAME) && (defined(_HAS_SITES) || empty(.VARIABLES:MDISTFILES.*))
DISTFILES ?= ${DISTNAME}${EXTRACT_SUFX}
.endif
DISTFILES ?=
PATCHFILES ?=
SUPDISTFILES ?=

# A distfile is kept under its name without `{…}` and `:N`; the first of a name counts. Ports in Rust have a thousand, so
# that none is looked for in a list.
_FILES =
.for _list in DISTFILES PATCHFILES SUPDISTFILES
_LIST_${_list} =
.  for _words in ${_list} ${.VARIABLES:M${_list}.*}
.    for _file in ${${_words}:C/:[0-9]$//:C/(.*)\{.*\}(.*)/\1\2/}
.      if !defined(_IS_FILE.${_file})
_IS_FILE.${_file} = Yes
_FILES += ${_file}
_LIST_${_list} += ${_file}
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
PATCH_DIST_ARGS ?= -d ${WRKDIST} --batch --forward -E ${PATCH_DIST_STRIP}
EXTRACT_CASES ?=
