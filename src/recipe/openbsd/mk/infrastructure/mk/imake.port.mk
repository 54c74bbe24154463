# Imakefiles.

.if !${CONFIGURE_STYLE:L:Mnoman}
INSTALL_TARGET += install.man
.endif
.if !exists(${X11BASE})
IGNORE = "uses imake, but ${X11BASE} not found"
.endif
XMKMF ?= xmkmf -a
XMKMF += -DPorts
MODIMAKE_DEPENDS = devel/imake devel/imake-cf
BUILD_DEPENDS += ${MODIMAKE_DEPENDS}
MODIMAKE_configure = cd ${WRKSRC} && ${SETENV} ${MAKE_ENV} ${XMKMF}
