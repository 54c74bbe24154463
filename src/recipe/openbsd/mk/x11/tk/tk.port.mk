# Tk, with the Tcl of the same version.

CATEGORIES += x11/tk
MODTK_VERSION ?= 8.5
MODTCL_VERSION ?= ${MODTK_VERSION}
.for _version _next in 8.4 8.5 8.5 8.6 8.6 8.7
.  if "${MODTK_VERSION}" == "${_version}"
_MODTK_SPEC = tk->=${_version},<${_next}
MODTK_LIB ?= tk${_version:S/.//}
.  endif
.endfor
MODTK_BIN ?= ${LOCALBASE}/bin/wish${MODTK_VERSION}
MODTK_INCDIR ?= ${LOCALBASE}/include/tk${MODTK_VERSION}
MODTK_LIBDIR ?= ${MODTCL_TCLDIR}/tk${MODTK_VERSION}
MODTK_CONFIG ?= ${MODTK_LIBDIR}/tkConfig.sh
SUBST_VARS += MODTK_VERSION MODTK_BIN
MODULES += lang/tcl
.for _kind in BUILD RUN LIB
MODTK_${_kind}_DEPENDS ?= ${_MODTK_SPEC}:x11/tk/${MODTK_VERSION} ${MODTCL_${_kind}_DEPENDS}
.endfor
MODTK_WANTLIB ?= ${MODTK_LIB} ${MODTCL_WANTLIB}
