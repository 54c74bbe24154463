# Imakefiles.

.if !${CONFIGURE_STYLE:L:Mnoman}
INSTALL_TARGET += install.man
.endif
XMKMF ?= xmkmf -a
XMKMF += -DPorts
MODIMAKE_DEPENDS = devel/imake devel/imake-cf
BUILD_DEPENDS += ${MODIMAKE_DEPENDS}
MODIMAKE_configure = cd ${WRKSRC} && ${SETENV} ${MAKE_ENV} ${XMKMF}
