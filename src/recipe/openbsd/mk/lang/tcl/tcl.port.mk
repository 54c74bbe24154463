# Tcl: one version of several.

CATEGORIES += lang/tcl
MODTCL_VERSION ?= 8.5
.for _version _next in 8.4 8.5 8.5 8.6 8.6 8.7
.  if "${MODTCL_VERSION}" == "${_version}"
_MODTCL_SPEC = tcl->=${_version},<${_next}
MODTCL_LIB ?= tcl${_version:S/.//}
.  endif
.endfor
MODTCL_BIN ?= ${LOCALBASE}/bin/tclsh${MODTCL_VERSION}
MODTCL_INCDIR ?= ${LOCALBASE}/include/tcl${MODTCL_VERSION}
MODTCL_TCLDIR ?= ${LOCALBASE}/lib/tcl
MODTCL_MODDIR ?= ${MODTCL_TCLDIR}/modules
MODTCL_LIBDIR ?= ${MODTCL_TCLDIR}/tcl${MODTCL_VERSION}
MODTCL_CONFIG ?= ${MODTCL_LIBDIR}/tclConfig.sh
.for _kind in BUILD RUN LIB
MODTCL_${_kind}_DEPENDS ?= ${_MODTCL_SPEC}:lang/tcl/${MODTCL_VERSION}
.endfor
MODTCL_WANTLIB ?= ${MODTCL_LIB}
SUBST_VARS += MODTCL_VERSION MODTCL_BIN
