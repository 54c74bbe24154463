# Lua 5.1, or another version with the flavor of its name.

CATEGORIES += lang/lua
MODLUA_DEFAULT_VERSION = 5.1
.if !defined(MODLUA_VERSION)
FLAVORS += lua52 lua53
.endif
FLAVOR ?=
.for _flavor _version in lua52 5.2 lua53 5.3
.  if ${FLAVOR:M${_flavor}}
MODLUA_VERSION = ${_version}
.  endif
.endfor
MODLUA_VERSION ?= ${MODLUA_DEFAULT_VERSION}

# 5.1 is not named; any other stands in the stem, unless the port is a program that happens to embed it.
MODLUA_SA ?= No
.if "${MODLUA_VERSION}" == "5.1"
MODLUA_FLAVOR =
.elif "${MODLUA_VERSION}" == "5.2" || "${MODLUA_VERSION}" == "5.3"
MODLUA_FLAVOR = lua${MODLUA_VERSION:S/.//}
.  if !${MODLUA_SA:L:Myes}
FULLPKGNAME ?= ${PKGNAME:S/^lua/${MODLUA_FLAVOR}/}
.  endif
.else
ERRORS += "Invalid MODLUA_VERSION set: ${MODLUA_VERSION}."
.endif

MODLUA_DEP_VERSION ?= ${MODLUA_VERSION:S/.//g}
MODLUA_DEP = lua${MODLUA_DEP_VERSION}
MODLUA_WANTLIB = lua${MODLUA_VERSION}
MODLUA_LIB = -l${MODLUA_WANTLIB}
MODLUA_LIB_DEPENDS = lang/lua/${MODLUA_VERSION}
MODLUA_BIN = ${LOCALBASE}/bin/lua${MODLUA_DEP_VERSION}
MODLUA_INCL_DIR = ${LOCALBASE}/include/lua-${MODLUA_VERSION}/
MODLUA_EXAMPLEDIR = ${PREFIX}/share/examples/${FULLPKGNAME}/
MODLUA_DOCDIR = ${PREFIX}/share/doc/${FULLPKGNAME}/
MODLUA_LIBDIR = ${PREFIX}/lib/lua/${MODLUA_VERSION}/
MODLUA_DATADIR = ${PREFIX}/share/lua/${MODLUA_VERSION}/

# What depends on a version of Lua depends on the same version of other modules.
.for _kind in RUN BUILD TEST
.  for _path in ${MODLUA_${_kind}_DEPENDS}
_MODLUA_${_kind}_DEPENDS += ${_path},${MODLUA_FLAVOR}
.  endfor
.endfor
MODLUA_RUNDEP ?= Yes
MODLUA_BUILDDEP ?= Yes
.if ${MODLUA_RUNDEP:L} == yes
RUN_DEPENDS += ${MODLUA_LIB_DEPENDS} ${_MODLUA_RUN_DEPENDS}
.endif
.if ${NO_BUILD:L} == "no" && "${MODLUA_BUILDDEP:L}" == "yes"
BUILD_DEPENDS += ${_MODLUA_BUILD_DEPENDS} ${MODLUA_LIB_DEPENDS}
.endif
TEST_DEPENDS += ${_MODLUA_TEST_DEPENDS}
SUBST_VARS += MODLUA_VERSION MODLUA_LIB MODLUA_INCL_DIR MODLUA_EXAMPLEDIR MODLUA_DOCDIR MODLUA_LIBDIR \
	MODLUA_DATADIR MODLUA_DEP MODLUA_DEP_VERSION MODLUA_BIN
