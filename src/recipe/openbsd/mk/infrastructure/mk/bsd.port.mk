# The reading half of bsd.port.mk(5), for a port that stands in no ports tree: what a port is called, which flavors
# and packages it has, what it needs, what is fetched, how it is configured. Nothing here is ever run: building is
# Tarwright's own. Both spellings are read, that of 2016 (MASTER_SITES, PERMIT_PACKAGE_CDROM) and the modern one.

_BSD_PORT_MK = Done

# --- Places -----------------------------------------------------------------------------------------------------

PORTSDIR ?= /usr/ports
PORTSDIR_PATH ?= ${PORTSDIR}:${PORTSDIR}/mystuff
LOCALBASE ?= /usr/local
X11BASE ?= /usr/X11R6
VARBASE ?= /var
DEPBASE = ${LOCALBASE}
DISTDIR ?= ${PORTSDIR}/distfiles
WRKOBJDIR ?= ${PORTSDIR}/pobj
PKGPATH ?= ${.CURDIR:S,^${PORTSDIR}/,,}

.if !defined(_ARCH_DEFINES_INCLUDED)
.  include "${PORTSDIR}/infrastructure/mk/arch-defines.mk"
.endif

# --- Modules ----------------------------------------------------------------------------------------------------

CONFIGURE_STYLE ?=
NO_BUILD ?= No
NO_TEST ?= No
INSTALL_TARGET ?= install

# What programs in C++ are linked with, as OpenBSD's own compiler does it.
LIBCXX ?= c++ c++abi pthread
LIBECXX ?= estdc++>=17 pthread
COMPILER_LIBCXX ?= ${LIBCXX}

# Styles that are additions to another one bring that one along.
.for _style _implied in automake gnu autoconf gnu autoreconf gnu autoupdate gnu modbuild perl
.  if ${CONFIGURE_STYLE:L:M${_style}} && !${CONFIGURE_STYLE:L:M${_implied}}
CONFIGURE_STYLE += ${_implied}
.  endif
.endfor
.for _style in perl gnu imake
.  if ${CONFIGURE_STYLE:L:M${_style}}
MODULES += ${_style}
.  endif
.endfor

MODULES ?=
_MODULES_DONE =
.if !empty(MODULES)
.  include "${PORTSDIR}/infrastructure/mk/modules.port.mk"
.endif

.for _variable in PKGREPOSITORY PKGREPOSITORYBASE CDROM_PACKAGES FTP_PACKAGES SED_PLIST IGNORE_FILES NO_REGRESS \
	REGRESS_IS_INTERACTIVE REGRESS_DEPENDS PERMIT_DISTFILES_CDROM
.  if defined(${_variable})
ERRORS += "Fatal: Variable ${_variable} is obsolete, see bsd.port.mk(5)"
.  endif
.endfor
.for _target in pre-fetch do-fetch post-fetch pre-package do-package post-package
.  if target(${_target})
ERRORS += "Fatal: you're not allowed to override ${_target}"
.  endif
.endfor

.if !defined(_BSD_PORT_ARCH_MK_INCLUDED)
.  include "${PORTSDIR}/infrastructure/mk/bsd.port.arch.mk"
.endif

# Which hooks there are, the port's and the modules'.
TARGETS =
.for _phase in extract patch distpatch configure build fake install
.  for _when in pre do post
.    if target(${_when}-${_phase})
TARGETS += ${_when}-${_phase}
.    endif
.  endfor
.endfor
.for _hook in post-patch pre-configure configure pre-fake post-install
.  for _module in ${MODULES:T:U}
.    if defined(MOD${_module}_${_hook})
TARGETS += MOD${_module}_${_hook}
.    endif
.  endfor
.endfor

# --- How it is built --------------------------------------------------------------------------------------------

SEPARATE_BUILD ?= No
DIST_SUBDIR ?=
.if empty(DIST_SUBDIR)
FULLDISTDIR ?= ${DISTDIR}
.else
FULLDISTDIR ?= ${DISTDIR}/${DIST_SUBDIR}
.endif
PATCHDIR ?= ${.CURDIR}/patches
PATCH_LIST ?= patch-*
PATCHORIG ?= .orig
DISTORIG ?= .bak.orig
PATCH_STRIP ?= -p0
PATCH_DIST_STRIP ?= -p0
FILESDIR ?= ${.CURDIR}/files
PKGDIR ?= ${.CURDIR}/pkg
CHECKSUM_FILE ?= ${.CURDIR}/distinfo

PREFIX ?= ${LOCALBASE}
TRUEPREFIX ?= ${PREFIX}
DESTDIRNAME ?= DESTDIR
DESTDIR ?= ${WRKINST}
BASESYSCONFDIR ?= /etc
SYSCONFDIR ?= ${BASESYSCONFDIR}
BASELOCALSTATEDIR ?= ${VARBASE}
LOCALSTATEDIR ?= ${BASELOCALSTATEDIR}
RCDIR ?= /etc/rc.d

MAKE_FLAGS ?=
FAKE_FLAGS ?=
LIBTOOL_FLAGS ?=
GMAKE ?= gmake
USE_GMAKE ?= No
.if ${USE_GMAKE:L} == "yes"
BUILD_DEPENDS += devel/gmake
MAKE_PROGRAM = ${GMAKE}
CONFIGURE_ENV += MAKE=${MAKE_PROGRAM}
.else
MAKE_PROGRAM = ${MAKE}
.endif

# The base's own libtool does without anything; GNU's is a port.
USE_LIBTOOL ?= Yes
.if ${USE_LIBTOOL:L} == "gnu"
BUILD_DEPENDS += devel/libtool
LIBTOOL ?= ${DEPBASE}/bin/libtool
.endif
LIBTOOL ?= /usr/bin/libtool

NO_CCACHE ?= No
PARALLEL_BUILD ?= Yes
PARALLEL_INSTALL ?= ${PARALLEL_BUILD}
MAKE_JOBS ?= 1
DPB_PROPERTIES ?=
FETCH_MANUALLY ?= No
IS_INTERACTIVE ?= No
TEST_IS_INTERACTIVE ?= No
FAKE_AS_ROOT ?= No
REORDER_DEPENDENCIES ?=

# --- Licence ----------------------------------------------------------------------------------------------------

# The modern names stand for both of the old ones.
.if defined(PERMIT_PACKAGE)
PERMIT_PACKAGE_CDROM ?= ${PERMIT_PACKAGE}
PERMIT_PACKAGE_FTP ?= ${PERMIT_PACKAGE}
.endif
.if defined(_MODERN)
PERMIT_DISTFILES ?= ${PERMIT_PACKAGE}
.endif
.if defined(PERMIT_DISTFILES)
PERMIT_DISTFILES_FTP ?= ${PERMIT_DISTFILES}
.endif

.for _s in ${MULTI_PACKAGES}
.  if defined(PERMIT_PACKAGE${_s})
PERMIT_PACKAGE_CDROM${_s} ?= ${PERMIT_PACKAGE${_s}}
PERMIT_PACKAGE_FTP${_s} ?= ${PERMIT_PACKAGE${_s}}
.  endif
PERMIT_PACKAGE_CDROM${_s} ?= ${PERMIT_PACKAGE_CDROM}
.  if defined(PERMIT_PACKAGE_FTP)
PERMIT_PACKAGE_FTP${_s} ?= ${PERMIT_PACKAGE_FTP}
.  endif
.  if ${PERMIT_PACKAGE_CDROM${_s}:L} == "yes"
PERMIT_PACKAGE_FTP${_s} ?= Yes
.  endif
.  if empty(PERMIT_PACKAGE_CDROM${_s}) || !defined(PERMIT_PACKAGE_FTP${_s})
ERRORS += "The licensing info for ${FULLPKGNAME${_s}} is incomplete."
_BAD_LICENSING = Yes
.  endif
.endfor

.if defined(PERMIT_PACKAGE_CDROM) && ${PERMIT_PACKAGE_CDROM:L} == "yes"
PERMIT_PACKAGE_FTP ?= Yes
.endif
.if defined(PERMIT_PACKAGE_FTP) && ${PERMIT_PACKAGE_FTP:L} == "yes"
PERMIT_DISTFILES_FTP ?= Yes
.endif
.if !defined(PERMIT_PACKAGE_CDROM) || !defined(PERMIT_PACKAGE_FTP) || !defined(PERMIT_DISTFILES_FTP)
ERRORS += "The licensing info for ${FULLPKGNAME} is incomplete."
_BAD_LICENSING = Yes
.endif
.if defined(_BAD_LICENSING)
PERMIT_PACKAGE_CDROM = No
PERMIT_PACKAGE_FTP = No
PERMIT_DISTFILES_FTP = No
.  for _s in ${MULTI_PACKAGES}
PERMIT_PACKAGE_CDROM${_s} = No
PERMIT_PACKAGE_FTP${_s} = No
.  endfor
.endif

# --- Flavors ----------------------------------------------------------------------------------------------------

PKG_ARCH ?= ${MACHINE_ARCH}
REVISION ?=
EPOCH ?=
.for _s in ${MULTI_PACKAGES}
REVISION${_s} ?= ${REVISION}
EPOCH${_s} ?= ${EPOCH}
.endfor

FLAVOR ?=
FLAVORS ?=
PSEUDO_FLAVORS ?=
FLAVORS += ${PSEUDO_FLAVORS}

.if !empty(FLAVORS:Mtest) && empty(FLAVOR:Mtest)
NO_TEST = Yes
.endif

.for _s in ${SUBPACKAGE}
.  if empty(MULTI_PACKAGES:M${_s})
ERRORS += "Fatal: Subpackage ${_s} does not exist."
.  endif
.endfor
.if empty(SUBPACKAGE)
ERRORS += "Fatal: empty SUBPACKAGE is invalid."
.endif
.if !empty(MULTI_PACKAGES:N-*)
ERRORS += "Fatal: SUBPACKAGES should always begin with -: ${MULTI_PACKAGES:N-*}."
.endif

# In the order of FLAVORS, whatever the user's. The extension of names leaves pseudo-flavors out, that of folders
# (_FLAVOR_EXT2) does not.
FLAVOR_EXT :=
_FLAVOR_EXT2 :=
BASE_PKGPATH := ${PKGPATH}
BUILD_PKGPATH := ${PKGPATH}
PSEUDO_FLAVOR =
.for _f in ${FLAVORS}
.  if !empty(FLAVOR:M${_f})
_FLAVOR_EXT2 := ${_FLAVOR_EXT2}-${_f}
BUILD_PKGPATH := ${BUILD_PKGPATH},${_f}
.    if empty(PSEUDO_FLAVORS:M${_f})
FLAVOR_EXT := ${FLAVOR_EXT}-${_f}
BASE_PKGPATH := ${BASE_PKGPATH},${_f}
.    else
PSEUDO_FLAVOR := ${PSEUDO_FLAVOR},${_f}
.    endif
.  endif
.endfor
# A path without flavors would ask for the default ones.
.if !${BUILD_PKGPATH:M*,*}
BUILD_PKGPATH := ${BUILD_PKGPATH},
.endif

.if !empty(FLAVORS:M[0-9]*)
ERRORS += "Fatal: flavor should never start with a digit"
.endif
.if !empty(FLAVOR) && empty(FLAVORS)
ERRORS += "Fatal: Unknown flavor(s) ${FLAVOR}"
ERRORS += "   (No flavors for this port)."
.else
.  for _f in ${FLAVOR}
.    if empty(FLAVORS:M${_f})
ERRORS += "Fatal: Unknown flavor: ${_f}"
ERRORS += "   (Possible flavors are: ${FLAVORS})."
.    endif
.  endfor
.endif

USE_GROFF ?= No
.if ${USE_GROFF:L} == "yes"
BUILD_DEPENDS += textproc/groff>=1.21
.endif

# --- Names ------------------------------------------------------------------------------------------------------

# What a forge calls it: a tag without its v (today also without what else stands before the version), or a commit.
GH_TAGNAME ?=
GH_COMMIT ?=
GH_ACCOUNT ?=
GH_PROJECT ?=
_BEFORE_VERSION = (v|V|ver|[Rr]el|[Rr]elease)[-._]?([0-9])
.for _forge _account _project _id _folder in ${DIST_TUPLE}
.  if "${_id:C/^[0-9a-f]{10,40}$//}" == ""
_TUPLE_SOURCE ?= ${_project:T}-${_id}
.  else
DISTNAME ?= ${_project}-${_id:C/^${_BEFORE_VERSION}/\2/}
_TUPLE_SOURCE ?= ${_project}-${_id:C/^${_BEFORE_VERSION}/\2/}
.  endif
.endfor
.if !empty(GH_PROJECT) && !empty(GH_TAGNAME)
.  if defined(_MODERN)
DISTNAME ?= ${GH_PROJECT}-${GH_TAGNAME:C/^${_BEFORE_VERSION}/\2/}
.  else
DISTNAME ?= ${GH_PROJECT}-${GH_TAGNAME:C/^v//}
.  endif
.endif

PKGNAME ?= ${DISTNAME}
FULLPKGNAME ?= ${PKGNAME}${FLAVOR_EXT}

.if ${MULTI_PACKAGES} == "-"
FULLPKGNAME- = ${FULLPKGNAME}
.else
.  for _s in ${MULTI_PACKAGES}
.    if defined(_MODERN) && "${_s}" == "-main"
PKGNAME${_s} ?= ${PKGNAME}
.    elif defined(_MODERN)
PKGNAME${_s} ?= ${PKGNAME:C/-([0-9])/${_s}-\1/}
.    endif
.    if !defined(FULLPKGNAME${_s})
.      if defined(PKGNAME${_s})
FULLPKGNAME${_s} = ${PKGNAME${_s}}${FLAVOR_EXT}
.      else
FULLPKGNAME${_s} = ${PKGNAME}${_s}${FLAVOR_EXT}
.      endif
.    elif !defined(FULLPKGPATH${_s}) && "${FLAVORS}" != " ${PSEUDO_FLAVORS}"
ERRORS += "Warning: FULLPKGNAME${_s} defined but no FULLPKGPATH${_s}"
.    endif
.  endfor
.endif

# Revision and epoch go behind the version: before the flavors if there are any.
.for _s in ${MULTI_PACKAGES}
.  for _letter _number in p REVISION v EPOCH
.    if !empty(${_number}${_s})
.      if ${FULLPKGNAME${_s}:M*-[0-9]*-*}
FULLPKGNAME${_s} := ${FULLPKGNAME${_s}:C/-([0-9][^-]*)-/-\1${_letter}${${_number}${_s}}-/}
.      else
FULLPKGNAME${_s} := ${FULLPKGNAME${_s}}${_letter}${${_number}${_s}}
.      endif
.    endif
.  endfor
.endfor
.if ${MULTI_PACKAGES} == "-"
FULLPKGNAME := ${FULLPKGNAME-}
PKGSPEC ?= ${FULLPKGNAME:C/-[0-9].*/-*/}
PKGSPEC- = ${PKGSPEC}
.endif
.for _s in ${MULTI_PACKAGES}
PKGSPEC${_s} ?= ${FULLPKGNAME${_s}:C/-[0-9].*/-*/}
PKGSTEM${_s} ?= ${FULLPKGNAME${_s}:C/-[0-9].*//}
.endfor
PKGSTEM ?= ${PKGSTEM${SUBPACKAGE}}

.if ${MULTI_PACKAGES} == "-"
FULLPKGPATH ?= ${BASE_PKGPATH}
FULLPKGPATH- = ${FULLPKGPATH}
.else
.  for _s in ${MULTI_PACKAGES}
FULLPKGPATH${_s} ?= ${PKGPATH},${_s}${FLAVOR_EXT:S/-/,/g}
.  endfor
FULLPKGPATH = ${FULLPKGPATH${SUBPACKAGE}}
.endif

# --- Folders of the build ---------------------------------------------------------------------------------------

.if ${SEPARATE_BUILD:L:Mflavored}
WRKDIR ?= ${WRKOBJDIR}/${PKGNAME}
.else
WRKDIR ?= ${WRKOBJDIR}/${PKGNAME}${_FLAVOR_EXT2}
.endif
WRKINST ?= ${WRKDIR}/fake-${ARCH}${_FLAVOR_EXT2}

.if !empty(GH_TAGNAME) && defined(_MODERN)
WRKDIST ?= ${WRKDIR}/${GH_PROJECT}-${GH_TAGNAME:C/^[vV]([0-9])/\1/}
.elif !empty(GH_TAGNAME)
WRKDIST ?= ${WRKDIR}/${GH_PROJECT}-${GH_TAGNAME:C/^v//}
.elif !empty(GH_COMMIT)
WRKDIST ?= ${WRKDIR}/${GH_PROJECT}-${GH_COMMIT}
.elif defined(DISTNAME) || !defined(_TUPLE_SOURCE)
WRKDIST ?= ${WRKDIR}/${DISTNAME}
.else
WRKDIST ?= ${WRKDIR}/${_TUPLE_SOURCE}
.endif

.include "${PORTSDIR}/infrastructure/mk/fetch.mk"

WRKSRC ?= ${WRKDIST}
.if ${SEPARATE_BUILD:L} != "no"
WRKBUILD ?= ${WRKDIR}/build-${MACHINE_ARCH}${_FLAVOR_EXT2}
.else
WRKBUILD ?= ${WRKSRC}
.endif
WRKCONF ?= ${WRKBUILD}

MAKE_FILE ?= Makefile
ALL_TARGET ?= all
FAKE_TARGET ?= ${INSTALL_TARGET}
TEST_TARGET ?= test
TEST_FLAGS ?=
TEST_ENV ?=
CONFIGURE_SCRIPT ?= configure

.include "${PORTSDIR}/infrastructure/mk/commands.mk"

# --- Each package -----------------------------------------------------------------------------------------------

STATIC_PLIST ?= Yes
.for _s in ${MULTI_PACKAGES}
.  for _variable in PKG_ARCH RUN_DEPENDS WANTLIB LIB_DEPENDS PREFIX CATEGORIES STATIC_PLIST
${_variable}${_s} ?= ${${_variable}}
.  endfor
.  for _variable in MESSAGE UNMESSAGE DESCR PLIST
.    if defined(${_variable})
${_variable}${_s} ?= ${${_variable}}
.    endif
.  endfor
# `-` alone is the port's only package; its files have no ending.
.  for _ending in ${_s:S/^-$//}/
PLIST${_s} ?= ${PKGDIR}/PLIST${_ending:S,/$,,}
DESCR${_s} ?= ${PKGDIR}/DESCR${_ending:S,/$,,}
.    for _file in MESSAGE UNMESSAGE
.      if exists(${PKGDIR}/${_file}${_ending:S,/$,,})
${_file}${_s} ?= ${PKGDIR}/${_file}${_ending:S,/$,,}
.      endif
.    endfor
.    for _file in INSTALL DEINSTALL REQ
.      if exists(${PKGDIR}/${_file}${_ending:S,/$,,})
ERRORS += "Fatal: ${_file} script support is obsolete"
.      endif
.    endfor
# A comment for just this choice of flavors goes before the usual one.
.    for _comment in COMMENT${_ending:S,/$,,}
.      if defined(${_comment}${FLAVOR_EXT})
_COMMENT${_s} = ${${_comment}${FLAVOR_EXT}}
.      elif defined(${_comment})
_COMMENT${_s} = ${${_comment}}
.      else
ERRORS += "Fatal: Missing comment for ${_s:S/^-$/main package/}."
.      endif
.    endfor
.  endfor
.endfor

SHARED_LIBS ?=
.for _library _version in ${SHARED_LIBS}
LIB${_library}_VERSION = ${_version}
SUBST_VARS += LIB${_library}_VERSION
.endfor
# What packing lists, descriptions and messages may refer to; a ^ is a hint for those who write lists anew.
SUBST_VARS += MACHINE_ARCH ARCH HOMEPAGE ^PREFIX ^SYSCONFDIR FLAVOR_EXT FULLPKGNAME MAINTAINER ^BASE_PKGPATH \
	^LOCALBASE ^X11BASE ^TRUEPREFIX ^RCDIR ^LOCALSTATEDIR PKGSTEM
.for _variable in ${SUBST_VARS:S/^^//}
_SUBST_ARGS += -D${_variable}=${${_variable}:Q}
.endfor
.for _s in ${MULTI_PACKAGES}
.  for _variable in ${SUBST_VARS:S/^^//}
.    if defined(${_variable}${_s})
_SUBST_ARGS${_s} += -D${_variable}=${${_variable}${_s}:Q}
.    else
_SUBST_ARGS${_s} += -D${_variable}=${${_variable}:Q}
.    endif
.  endfor
SUBST_CMD${_s} = ${_PERLSCRIPT}/pkg_subst ${_SUBST_ARGS${_s}} -i -B ${WRKDIR}
.endfor

MAINTAINER ?= The OpenBSD ports mailing-list <ports@openbsd.org>
.if empty(MAINTAINER)
ERRORS += "Fatal: defining MAINTAINER to empty is an error"
.endif

# A port that was read on its own has no category in its path.
.if !defined(CATEGORIES)
ERRORS += "Fatal: CATEGORIES is mandatory."
.elif ${PKGPATH:M*/*}
.  for _category in ${CATEGORIES}
.    if ${PKGPATH:M${_category}/*}
_CATEGORIZED = Yes
.    endif
.  endfor
.  if !defined(_CATEGORIZED)
ERRORS += "Fatal: one category in ${CATEGORIES} should match PKGPATH=${PKGPATH}"
.  endif
.endif

# --- Why not to build it ----------------------------------------------------------------------------------------

.if defined(BROKEN-${ARCH})
IGNORE += "is marked as broken for ${ARCH}: ${BROKEN-${ARCH}:Q}"
.endif
.if defined(BROKEN)
IGNORE += "is marked as broken: ${BROKEN:Q}"
.endif
.if defined(COMES_WITH)
IGNORE += "-- ${FULLPKGNAME${SUBPACKAGE}:C/-[0-9].*//g} comes with OpenBSD as of release ${COMES_WITH}"
.endif
IGNORE${SUBPACKAGE} ?=

# --- Dependencies -----------------------------------------------------------------------------------------------

_WRITTEN_DEPENDS =
.for _kind in BUILD LIB RUN TEST
_WRITTEN_DEPENDS += ${${_kind}_DEPENDS}
.endfor
.for _s in ${MULTI_PACKAGES}
_WRITTEN_DEPENDS += ${LIB_DEPENDS${_s}} ${RUN_DEPENDS${_s}}
.endfor
.if ${_WRITTEN_DEPENDS:M\:*}
ERRORS += "Fatal: old style depends ${_WRITTEN_DEPENDS:M\:*}"
.endif

# `devel/foo>=1.2` is short for `STEM->=1.2:devel/foo`; where a build stops early, `:patch` and the like stay last.
.for _depends in BUILD_DEPENDS LIB_DEPENDS RUN_DEPENDS TEST_DEPENDS
${_depends} := ${${_depends}:C,^([^:]+/[^:<=>]+)([<=>][^:]+)$,STEM-\2:\1,}
.endfor
.for _depends in BUILD_DEPENDS TEST_DEPENDS
${_depends} := ${${_depends}:C,^([^:]+/[^:<=>]+)([<=>][^:]+)(:patch|:configure|:build)$,STEM-\2:\1\3,}
.endfor
.for _s in ${MULTI_PACKAGES}
.  for _depends in RUN_DEPENDS LIB_DEPENDS
${_depends}${_s} := ${${_depends}${_s}:C,^([^:]+/[^:<=>]+)([<=>][^:]+)$,STEM-\2:\1,}
.  endfor
.endfor

# A sibling orders the packaging only: nothing is installed for it before the build.
_BUILDLIB_DEPENDS =
.for _path in ${PKGPATH:S,^mystuff/,,}
.  for _s in ${BUILD_PACKAGES}
_BUILDLIB_DEPENDS += ${LIB_DEPENDS${_s}:N*\:${_path}:N*\:${_path},*:N${_path}:N${_path},*}
.  endfor
.endfor

USE_X11 ?= No
.for _library in X11 GL ICE xcb pixman freetype Xft
.  for _s in ${BUILD_PACKAGES}
.    for _wanted in ${WANTLIB${_s}:C/[>=].*//}
.      if "${_wanted}" == "${_library}"
USE_X11 = Yes
.      endif
.    endfor
.  endfor
.endfor
