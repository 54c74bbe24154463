# Translated data files.

BUILD_DEPENDS += textproc/intltool>=0.41.1p0
.for _tool in extract merge update
MODINTLTOOL_OVERRIDE += INTLTOOL_${_tool:U}=${LOCALBASE}/bin/intltool-${_tool}
.endfor
CONFIGURE_ENV += ${MODINTLTOOL_OVERRIDE}
MAKE_ENV += ${MODINTLTOOL_OVERRIDE}
MAKE_FLAGS += ${MODINTLTOOL_OVERRIDE}
